"""Bodies that did not adopt what is cited, and documents cited as what they are not."""

import re
from collections.abc import Iterator

from averment.errors import InvalidSymbolError
from averment.findings.finding import Finding, Severity
from averment.findings.record.letter import Cited, Letter, body_of, is_adopted
from averment.findings.record.vocabulary import words
from averment.findings.record.wording import earned, joined
from averment.un_record.body import find_bodies
from averment.un_record.consistency import FaultKind, faults, is_impossible
from averment.un_record.record import Record
from averment.un_record.symbol import Symbol

BODY_NAMES = {
    "UNSC": "Security Council",
    "UNGA": "General Assembly",
    "HRC": "Human Rights Council",
    "CHR": "Commission on Human Rights",
    "ECOSOC": "Economic and Social Council",
}
_ADOPTING = re.compile(
    r"\b(?:the\s)?(?:UN\s|U\.N\.\s|United\sNations\s)?(?P<body>General\sAssembly|Security\sCouncil|"
    r"Human\sRights\sCouncil|UNGA|UNSC|UNHRC)(?:'s|\s(?:has\s|then\s|also\s|unanimously\s)?"
    r"(?:adopted|passed|approved))\s(?:its\s|the\s)?(?:resolutions?\s)?$"
)
_ADOPTING_IDS = {
    "General Assembly": "UNGA",
    "UNGA": "UNGA",
    "Security Council": "UNSC",
    "UNSC": "UNSC",
    "Human Rights Council": "HRC",
    "UNHRC": "HRC",
}
_REACH = 90
_AS_RESOLUTION = re.compile(r"(?<!draft )(?<!Draft )\b[Rr]esolutions?\s(?:No\.?\s)?\(?$")
_DOCUMENT = re.compile(
    r"A/(?P<session>(?:ES-|S-)?[0-9]{1,3})/(?P<series>L\.)?(?P<number>[0-9]{1,4})$"
)
_COUNCIL_DOCUMENT = re.compile(
    r"A/HRC/(?P<session>(?:S-)?[0-9]{1,3})/(?P<series>L\.)?(?P<number>[0-9]{1,4})(?:/Rev\.[0-9])?$"
)
_KINDS = {
    FaultKind.GOVERNMENT_LETTER: (
        "a communication of a Government, circulated at its request; no finding of the United "
        "Nations"
    ),
    FaultKind.NGO_PAPER: (
        "a written statement of a non-governmental organisation; no finding of the United "
        "Nations"
    ),
    FaultKind.PRESS_RELEASE: "a press release, not the official record",
}
_OPEN = re.compile(
    r"(?:resolutions?|UNSCR|res\.?)[\s\S]{0,12}?(?<![0-9])(?P<number>[0-9]{1,3}/[0-9]{1,4})$",
    re.IGNORECASE,
)


def check_bodies(letter: Letter) -> Iterator[Finding]:
    """Find a body named beside a resolution that another adopted, and bodies left open."""
    asked: set[str] = set()
    for one in letter.cited:
        if one.symbol is None:
            number = _OPEN.search(one.printed)
            if number is not None and number["number"] not in asked and not one.is_quoted:
                asked.add(number["number"])
                message = (
                    f"Whose resolution is {number['number']}? The General Assembly and the "
                    "Human Rights Council number theirs in the same way."
                )
                yield letter.prose.finding("REC108", one.mention.span, message)
            continue
        if not is_adopted(one.symbol.text):
            continue
        meant = meant_of_assembly(one)
        if meant is not None:
            message = (
                f"The Human Rights Council has no such number. Is {meant} of the General "
                "Assembly meant?"
            )
            severity = earned(Severity.ERROR, checked=True, own_words=not one.is_quoted)
            yield letter.prose.finding("REC111", one.mention.span, message, severity=severity)
            continue
        told = _body_told(one)
        body = body_of(one.symbol.text)
        if told is None or told == body or told not in BODY_NAMES or body not in BODY_NAMES:
            continue
        message = (
            f"The number is that of a resolution of the {BODY_NAMES[body]} ({one.symbol}), not "
            f"of the {BODY_NAMES[told]}."
        )
        severity = earned(Severity.ERROR, checked=True, own_words=not one.is_quoted)
        yield letter.prose.finding("REC111", one.mention.span, message, severity=severity)


def meant_of_assembly(one: Cited) -> str | None:
    """Return the Assembly's resolution where words name the Council with a number beyond it."""
    symbol = one.symbol
    if symbol is None or symbol.kind != "hrc_res" or not is_impossible(faults(symbol)):
        return None
    told = one.mention.rule.startswith("told:")
    if not told or not find_bodies(one.stretch.text[one.start : one.end]):
        return None
    assembly = symbol.text.replace("A/HRC/", "A/", 1)
    try:
        read = Symbol.parse(assembly)
    except InvalidSymbolError:
        return None
    return None if faults(read) else assembly


def _body_told(one: Cited) -> str | None:
    """Return the body that the words beside a number name as its own; None for none."""
    words_told = one.stretch.text[one.start : one.end]
    named = find_bodies(words_told)
    if named:
        return named[0].ids[0] if len(named[0].ids) == 1 else None
    low = max(one.sentence[0], one.start - _REACH)
    adopting = _ADOPTING.search(one.stretch.text[low : one.start])
    if adopting is None:
        return None
    return _ADOPTING_IDS[" ".join(adopting["body"].split())]


def check_documents(letter: Letter) -> Iterator[Finding]:
    """Find a document or draft that is called the resolution."""
    for one in letter.cited:
        if one.symbol is None or is_adopted(one.symbol.text):
            continue
        before = one.stretch.text[max(one.sentence[0], one.start - _REACH) : one.start]
        if _AS_RESOLUTION.search(before) is None:
            continue
        symbol = one.symbol.text
        if one.symbol.kind == "sc_doc":
            message = f"{symbol} is the symbol of a document or draft, not of a resolution."
            severity = earned(Severity.WARNING, checked=True, own_words=not one.is_quoted)
            yield letter.prose.finding("REC112", one.mention.span, message, severity=severity)
            continue
        document = _DOCUMENT.match(symbol) or _COUNCIL_DOCUMENT.match(symbol)
        if document is None:
            continue
        council = "HRC/" if symbol.startswith("A/HRC/") else ""
        if document["series"]:
            message = (
                f"{symbol} is the symbol of a draft, not of the resolution that was adopted."
            )
        else:
            adopted = f"A/{council}RES/{document['session']}/{document['number']}"
            message = (
                f"{symbol} is the symbol of a document. Is the resolution {adopted} meant?"
            )
        severity = earned(Severity.WARNING, checked=True, own_words=not one.is_quoted)
        yield letter.prose.finding("REC112", one.mention.span, message, severity=severity)


def check_kinds(letter: Letter) -> Iterator[Finding]:
    """Find letters of States, papers of organisations and press releases told as more."""
    seen: set[str] = set()
    for one in letter.cited:
        if one.symbol is None or one.symbol.text in seen:
            continue
        kind = _kind(one.symbol)
        if kind is None or _is_rightly_called(one):
            continue
        seen.add(one.symbol.text)
        as_finding = _told_as_finding(one)
        message = f"{one.symbol} is {kind}."
        severity = Severity.WARNING if as_finding and not one.is_quoted else Severity.NOTE
        yield letter.prose.finding("REC113", one.mention.span, message, severity=severity)


def _is_rightly_called(one: Cited) -> bool:
    """Say whether the words around a symbol call the paper what it is."""
    rightly, text = words("finding", "rightly"), one.stretch.text
    first, last = one.sentence
    return any(rightly.search(part) for part in (text[first : one.start], text[one.end : last]))


def _kind(symbol: Symbol) -> str | None:
    kinds = {fault.kind for fault in faults(symbol)}
    return next((said for kind, said in _KINDS.items() if kind in kinds), None)


def _told_as_finding(one: Cited) -> bool:
    text = one.in_sentence
    if one.symbol is None or one.symbol.kind == "press":
        return False
    who = words("finding", "bodies").search(text)
    return who is not None and words("finding", "verbs").search(text, who.end()) is not None


def check_sets(letter: Letter, record: Record) -> Iterator[Finding]:
    """Name the resolutions that are told as a set, without their numbers; once a set."""
    seen: set[str] = set()
    for one in letter.cited:
        group = one.mention.group
        if group is None or group in seen or not one.symbols:
            continue
        seen.add(group)
        known = [symbol for symbol in one.symbols if record.resolutions(symbol)]
        unanimous = [
            symbol
            for symbol in known
            if (votes := [vote for vote in record.votes(symbol) if not vote.part])
            and votes[0].manner.value == "unanimous"
        ]
        message = f"Which resolutions? Read here as {joined(one.symbols)}."
        if len(known) == len(one.symbols) == len(unanimous):
            message += " Each is on record as adopted unanimously."
        elif len(known) == len(one.symbols):
            message += " Each is on record."
        yield letter.prose.finding("REC130", one.mention.span, message)
