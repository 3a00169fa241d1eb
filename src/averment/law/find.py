"""Find the instruments and provisions that a text names.

Full and short names come from ``names.toml``; numbers ("Fourth Geneva Convention"), names that
the document introduces, "the Convention" and provisions are rules. Resolutions of the United
Nations are not read here but in `averment.un_record`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from averment.documents.flow import Flow
from averment.law.dated import find_dated, is_of_another_year
from averment.law.domestic import find_domestic
from averment.law.geneva import find_numbered
from averment.law.geneva_protocol import find_protocols
from averment.law.introduced import Introduction, find_introduced, introductions_behind
from averment.law.mention import InstrumentMention
from averment.law.names import abbreviations, instruments, name_phrases, shared_abbreviations
from averment.law.naming import Naming, without_overlaps
from averment.law.protocol_of import find_protocols_of
from averment.law.provided import provisions_of
from averment.law.referring import find_references
from averment.prose.bounds import Bounds
from averment.prose.levelled import Levelled, level

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_TITLE = re.compile(
    r"\s?,?\s?\"(?:relative|relating|for|on|concerning|respecting)\s[^\"\n]{4,160}\""
)
_DATE = re.compile(
    r",?\s?(?:\(|(?:of|adopted(?:\son)?|signed(?:\son)?|dated|done(?:\son)?)\s)?"
    rf"(?:[0-9]{{1,2}}\s{_MONTH}\s[0-9]{{4}}|{_MONTH}\s[0-9]{{1,2}},?\s[0-9]{{4}}|(?:1[89]|20)[0-9]{{2}})(?![\w/-])\)?"
)
_LEADING = re.compile(r"(?:\b[Tt]he\s)(?:(?:1[89]|20)[0-9]{2}\s)?$|\b(?:1[89]|20)[0-9]{2}\s$")
_LEAD_REACH = 12
_INITIALS = re.compile(r"(?<![\w/.-])[A-Z][A-Za-z-]{1,9}[0-9]?(?![\w/]|-\w)")
_BODY_BEHIND = re.compile(
    r"(?:'s)?\s(?:Committees?|Court|judge?ments?|judg\w+|rul(?:ed|ing)|found|held|concluding|jurisprudence|"
    r"members?|case|has\s|Rules|General\s(?:Comment|Recommendation))",
    re.IGNORECASE,
)
_PROOF_BEFORE = re.compile(
    r"(?:\bunder|violat\w{1,6}(?:\sof)?|breach\w{0,3}(?:\sof)?|contraven\w{1,6}(?:\sof)?|part(?:y|ies)\sto|"
    r"ratif\w{1,8}(?:\sof)?|acce(?:ded|ssion)\sto|signator(?:y|ies)\s(?:to|of)|accord(?:ance)?\s(?:with|to)|"
    r"guaranteed\s(?:by|in)|enshrined\sin|provisions\sof|protected\s(?:by|under)|compl(?:y|iance)\swith|"
    r"pursuant\sto|prohibited\s(?:by|under)|obligations?\s(?:under|in|of)|contrary\sto|[0-9)]\s(?:of|to))"
    r"\s(?:the\s)?$",
    re.IGNORECASE,
)
# "It ratified the ICCPR in 1992 and the CRC in 1990".
_PARTY_BEFORE = re.compile(
    r"\b(?:ratif|acced|signator|treaties|conventions|instruments|State\sparty\sto)[^.;]{0,140}"
    r"(?:,|\band|\bor|\bto|/)\s(?:the\s|to\sthe\s)?$",
    re.IGNORECASE,
)
_PARTY_REACH = 160
_PROOF_REACH = 40
_BODY_REACH = 90
_LIST_SIGN = re.compile(r",?\s?(?:,|and|&|/|or)\s?(?:the\s)?", re.IGNORECASE)
_MUST_BE_CAPITAL = 4
_MOST_INTRODUCTIONS = 64
_ANY_CASE = "CUSTOMARY-INTERNATIONAL-LAW"


def find_instruments(
    flow: Flow, *, earlier: Sequence[InstrumentMention] = ()
) -> tuple[InstrumentMention, ...]:
    """Return each instrument and provision that `flow` names, in order of place.

    One mention per instrument and provision; names that stand for several instruments give
    several mentions with the same span.

    Args:
        flow: The body of a document, or one note.
        earlier: For a note: what the text before its marker names, in order. A short
            reference that nothing in the note settles is settled by the last that fits.
    """
    levelled = level(flow)
    text = levelled.text
    if not text.strip():
        return ()
    named, introductions = _find_names(text)
    seeds = [*_as_seeds(earlier), *named]
    references = find_references(text, seeds, introductions)
    namings = without_overlaps([*named, *references])
    bounds = Bounds.of(text)
    return tuple(_mentions(levelled, provisions_of(text, namings, bounds), earlier))


def _find_names(text: str) -> tuple[list[Naming], list[Introduction]]:
    """Return full names, abbreviations and introduced names, and the introductions."""
    full = without_overlaps(
        [
            *(_widen(text, naming) for naming in _full_names(text)),
            *find_domestic(text),
        ]
    )
    introductions: list[Introduction] = []
    for index, naming in enumerate(full):
        until = full[index + 1].start if index + 1 < len(full) else len(text)
        if len(introductions) < _MOST_INTRODUCTIONS:
            introductions += introductions_behind(text, naming, until=until)
    introduced = (
        naming
        for naming in find_introduced(text, introductions, abbreviations())
        if not _means_a_body(text, naming)
    )
    short = without_overlaps([*full, *_find_abbreviations(text), *introduced])
    by_brackets = {introduction.name for introduction in introductions}
    named = without_overlaps([*short, *_find_shared(text, short, by_brackets)])
    return without_overlaps([*named, *find_protocols_of(text, named)]), introductions


def _full_names(text: str) -> Iterator[Naming]:
    yield from (n for n in _find_listed(text) if not is_of_another_year(text, n))
    yield from find_numbered(text)
    yield from find_protocols(text)
    yield from find_dated(text)


def _means_a_body(text: str, naming: Naming) -> bool:
    """Say whether "CRC" is here the Committee: "the CRC found", "Committee on ... (CRC)"."""
    before = text[max(0, naming.start - _BODY_REACH) : naming.start]
    return _BODY_BEHIND.match(text, naming.end) is not None or (
        before.endswith("(") and "Committee" in before
    )


def _find_listed(text: str) -> Iterator[Naming]:
    for match in name_phrases().find(text):
        value = match.values[0]
        words = text[match.start : match.end].split()
        if (
            any(word[0].isupper() for word in words)
            or value.instruments[0] == _ANY_CASE
            or len(words) > _MUST_BE_CAPITAL
        ):
            yield Naming(
                start=match.start,
                end=match.end,
                instruments=value.instruments,
                rule="law:name",
            )


def _find_abbreviations(text: str) -> Iterator[Naming]:
    known = abbreviations()
    for match in _INITIALS.finditer(text):
        instrument = known.get(match[0])
        if instrument is not None:
            yield Naming(
                start=match.start(),
                end=match.end(),
                instruments=(instrument,),
                rule="law:abbreviation",
            )


def _find_shared(text: str, sure: Sequence[Naming], introduced: set[str]) -> Iterator[Naming]:
    """Yield "CRC", "ECHR" and the like where the words around show that the treaty is meant."""
    shared = shared_abbreviations()
    starts = [naming.start for naming in sure]
    last_end = -1
    for match in _INITIALS.finditer(text):
        instrument = shared.get(match[0])
        if instrument is None or _BODY_BEHIND.match(text, match.end()):
            continue
        before = bisect_left(starts, match.start()) - 1
        previous = max(last_end, sure[before].end if before >= 0 else -1)
        following = sure[before + 1].start if before + 1 < len(sure) else -1
        if (
            match[0] in introduced
            or _PROOF_BEFORE.search(text, max(0, match.start() - _PROOF_REACH), match.start())
            or _PARTY_BEFORE.search(text, max(0, match.start() - _PARTY_REACH), match.start())
            or _PROVISION_NEAR_BEFORE.search(
                text, max(0, match.start() - _PROOF_REACH), match.start()
            )
            or _PROVISION_NEAR_BEHIND.match(text, match.end())
            or (previous >= 0 and _LIST_SIGN.fullmatch(text, previous, match.start()))
            or (following >= 0 and _LIST_SIGN.fullmatch(text, match.end(), following))
        ):
            last_end = match.end()
            yield Naming(
                start=match.start(),
                end=match.end(),
                instruments=(instrument,),
                rule="law:abbreviation",
            )


_PROVISION_NEAR_BEFORE = re.compile(
    r"\b(?:articles?|arts?\.?)\s?[0-9][^.;]{0,24}?(?:\s(?:of|to|in|under)\s(?:the\s)?|\s)$",
    re.IGNORECASE,
)
_PROVISION_NEAR_BEHIND = re.compile(r",?\s\(?(?:articles?|arts?\.?)\s?[0-9]", re.IGNORECASE)


def _widen(text: str, naming: Naming) -> Naming:
    """Take in the article and year before a name, the quoted title and the date behind it."""
    lead = _LEADING.search(text, max(0, naming.start - _LEAD_REACH), naming.start)
    start = lead.start() if lead else naming.start
    end = naming.end
    for pattern in (_TITLE, _DATE):
        tail = pattern.match(text, end)
        if tail is not None:
            end = tail.end()
    # "(1966" without its bracket is left alone.
    if text.count("(", naming.end, end) != text.count(")", naming.end, end):
        end = naming.end
    return replace(naming, start=start, end=end)


def _as_seeds(earlier: Sequence[InstrumentMention]) -> list[Naming]:
    """Return earlier mentions as namings that stand before the text.

    Mentions of the same words are one naming: "the Covenants" stay two.
    """
    known = [mention for mention in earlier if mention.instrument in instruments()]
    return [
        Naming(
            start=-1,
            end=-1,
            instruments=_together(tuple(dict.fromkeys(one.instrument for one in same))),
            rule=same[0].rule,
        )
        for same in (list(group) for _, group in groupby(known, key=lambda one: one.span))
    ]


def _together(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the one id that stands for all of `ids`, where there is one."""
    whole = next((one.id for one in instruments().values() if one.members == ids), None)
    return (whole,) if whole is not None else ids


def _members(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return `ids` with each name of several instruments replaced by its members."""
    known = instruments()
    return tuple(
        member
        for one in ids
        for member in ((known[one].members or (one,)) if one in known else (one,))
    )


def _mentions(
    levelled: Levelled,
    provided: Sequence[tuple[Naming, tuple[str, ...]]],
    earlier: Sequence[InstrumentMention],
) -> Iterator[InstrumentMention]:
    seen: dict[str, InstrumentMention] = {mention.instrument: mention for mention in earlier}
    for naming, provisions in provided:
        span = levelled.span(naming.start, naming.end)
        for instrument in _members(naming.instruments):
            antecedent = None
            if naming.antecedent is not None:
                before = naming.antecedent
                antecedent = (
                    levelled.span(*before)
                    if before[0] >= 0
                    else (seen[instrument].span if instrument in seen else None)
                )
            for provision in provisions or (None,):
                yield InstrumentMention(
                    span=span,
                    instrument=instrument,
                    provision=provision,
                    rule=naming.rule,
                    antecedent=antecedent,
                )
