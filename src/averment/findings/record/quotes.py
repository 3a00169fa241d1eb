"""What resolutions are told to say: words in quotation marks, and the writer's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from averment.documents.span import Span
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Stretch
from averment.findings.record.letter import Letter, is_adopted
from averment.findings.record.vocabulary import words
from averment.findings.record.wording import earned, is_checked, joined, source_of
from averment.un_record.consistency import faults, is_impossible
from averment.un_record.quotation import (
    Fit,
    Quoted,
    find_quotation,
    operative_paragraphs,
)
from averment.un_record.record import Record, RecordText
from averment.un_record.symbol import Symbol

_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 3
"""Shorter quotations are names and single words, which prove nothing either way."""
_TITLE = re.compile(
    r"\b(?:titled|entitled|called|named|headed|agenda\sitem|item|so-called|known\sas)[\s,]{1,3}$",
    re.IGNORECASE,
)
_OTHER_SPEAKER = re.compile(
    r"\b(?:claim\w*|alleg\w+|argu\w+|accord\w+\sto|told|tweet\w*|wrote|(?:his|her|their)\s)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:this|these|those|the|said|both|all\sfour)\s"
    r"(?:(?!(?:of|the|th[ei]se?|those|in|by)\b)[\w-]+\s){0,4}?resolutions?\b",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(r"[,;(]|\b(?:we|they|which|who|were|was|adopted)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\[(\w)\]")
_IN_THE_WORDS = re.compile(
    r"\b(?:words\sof|according\sto|text\sof|paragraph\s[0-9]{1,2}\sof)\W", re.IGNORECASE
)
_AIMS = re.compile(r"\b(?:aims?|purposes?|wording|text|terms)\sof\s$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\bparagraph\s([0-9]{1,2})\b(?!\s?\()", re.IGNORECASE)
_NO_VERBS = frozenset({"State", "States"})
_LEAD = 40
_QUOTE_REACH = 160
_MOST_QUOTES = 60
_MOST_PARAGRAPHS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Words that a letter puts into one of these resolutions."""

    span: Span
    symbols: tuple[str, ...]
    words: str
    """What stands between the marks; empty where the letter uses its own words."""
    paragraph: int | None = None
    """The number of the operative paragraph that the letter names for the words."""


def attributed(letter: Letter) -> Iterator[Attributed]:
    """Yield quotations, and sentences in other words, that tell what resolutions say."""
    quoted_in: set[tuple[int, int]] = set()
    claims = letter.prose.reading.claims
    quotations = sorted(quotation.span for claim in claims for quotation in claim.quotations)
    for span in quotations:
        located = letter.places.locate(span)
        if located is None:
            continue
        stretch, start, end = located
        text = stretch.text[start:end]
        symbols = _quoted_from(letter, stretch, start, text)
        if symbols and len(_WORD.findall(text)) >= _FEWEST_WORDS:
            quoted_in.add((stretch.index, stretch.sentence_at(start)[0]))
            number = _paragraph_told(letter, stretch, start)
            yield Attributed(span=span, symbols=symbols, words=text, paragraph=number)
    for stretch in letter.prose.body:
        for first, last in stretch.sentences:
            if (stretch.index, first) in quoted_in:
                continue
            told = _told_in_own_words(letter, stretch, first, last)
            if told is not None:
                yield told


def _quoted_from(letter: Letter, stretch: Stretch, start: int, text: str) -> tuple[str, ...]:
    """Return the resolutions that `text`, quoted at `start`, is put into; none where unsure."""
    first, _ = stretch.around(start)
    before = [
        one
        for one in letter.within(stretch, first, start)
        if any(is_adopted(symbol) for symbol in one.symbols)
    ]
    if not before or start - before[-1].end > _QUOTE_REACH:
        return ()
    between = stretch.text[before[-1].end : start].rstrip('"( ')
    if _TITLE.search(between + " ") or _OTHER_SPEAKER.search(between):
        return ()
    lead = stretch.text[max(first, before[-1].start - _QUOTE_REACH) : before[-1].start]
    verbs = words("saying", "verbs")
    says = _saying(between) or verbs.match(_BRACKETS.sub(r"\1", text))
    by = _IN_THE_WORDS.search(lead)
    return before[-1].symbols if says or by else ()


def _paragraph_told(letter: Letter, stretch: Stretch, start: int) -> int | None:
    """Return the one paragraph named before a quotation in its sentence; None for several."""
    first, _ = stretch.around(start)
    if len(letter.within(stretch, first, start)) != 1:
        return None
    told = _PARAGRAPH.findall(stretch.text, first, start)
    return int(told[0]) if len(told) == 1 else None


def _told_in_own_words(
    letter: Letter, stretch: Stretch, first: int, last: int
) -> Attributed | None:
    here = [
        one
        for one in letter.within(stretch, first, last)
        if any(is_adopted(symbol) for symbol in one.symbols)
    ]
    if here:
        verb = _saying(stretch.text, here[-1].end, min(last, here[-1].end + _QUOTE_REACH))
        gap = stretch.text[here[-1].end : verb.start()] if verb else ""
        if verb is None or stretch.is_quoted(verb.start()):
            return None
        if _OTHER_SUBJECT.search(gap) or _OTHER_SPEAKER.search(gap):
            return None
        return Attributed(
            span=stretch.span(here[-1].start, verb.end()), symbols=here[-1].symbols, words=""
        )
    back = _BACK.search(stretch.text, first, last)
    if back is None:
        return None
    verb = _saying(stretch.text, back.end(), min(last, back.end() + _QUOTE_REACH))
    aims = _AIMS.search(stretch.text[max(first, back.start() - _LEAD) : back.start()])
    gap = stretch.text[back.end() : verb.start()] if verb else ""
    if aims is None and (verb is None or _OTHER_SUBJECT.search(gap)):
        return None
    meant = letter.last_before(stretch, back.start())
    if meant is None:
        return None
    return Attributed(
        span=stretch.span(back.start(), back.end()), symbols=meant.symbols, words=""
    )


def _saying(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """Return the first verb of saying; "States" with a capital are no verb."""
    found = words("saying", "verbs").finditer(text, start, len(text) if end is None else end)
    return next((match for match in found if match[0] not in _NO_VERBS), None)


def _can_be(symbol: str) -> bool:
    """Say whether there can be such a resolution; one that cannot be has no text to import."""
    return not is_impossible(faults(Symbol.parse(symbol)))


def check_quotations(letter: Letter, record: Record) -> Iterator[Finding]:
    """Hold quoted words against the texts at hand; say once where a text is wanting."""
    missing: dict[str, None] = {}
    first_missing: Span | None = None
    shown: set[str] = set()
    compared = 0
    for told in attributed(letter):
        texts = [text for symbol in told.symbols for text in record.texts(symbol)]
        held = {text.symbol for text in texts}
        if any(symbol not in held and _can_be(symbol) for symbol in told.symbols):
            first_missing = first_missing or told.span
            wanting = [symbol for symbol in told.symbols if symbol not in held]
            missing |= dict.fromkeys(symbol for symbol in wanting if _can_be(symbol))
        if told.words and texts and compared < _MOST_QUOTES:
            compared += 1
            complete = all(symbol in held for symbol in told.symbols)
            yield from _against_texts(letter, told, texts, complete=complete)
        elif not told.words:
            fresh = [text for text in texts if text.symbol not in shown]
            shown |= held
            if fresh:
                yield _operative_part(letter, told, fresh)
    if first_missing is not None:
        message = (
            f"The letter says what is in {joined(missing)}. No text is at hand to compare: "
            "`aver catalogue import` takes one in."
        )
        yield letter.prose.finding("REC119", first_missing, message)


def _against_texts(
    letter: Letter, told: Attributed, texts: Sequence[RecordText], *, complete: bool
) -> Iterator[Finding]:
    found = [
        (text, place)
        for text in texts
        if (place := find_quotation(text.text, told.words)) is not None
    ]
    found.sort(key=lambda pair: list(Fit).index(pair[1].fit))
    if found:
        yield _found(letter, told, *found[0])
    elif complete:
        best = texts[0]
        symbols = joined(dict.fromkeys(text.symbol for text in texts))
        message = (
            f"These words are not in the text of {symbols} that is at hand "
            f"{source_of(best.provenance)}."
        )
        severity = earned(Severity.ERROR, checked=is_checked(best.provenance))
        yield letter.prose.finding(
            "REC117",
            told.span,
            message,
            severity=severity,
            grounds=[Ground(text=f"{text.symbol}: {text.provenance}.") for text in texts],
        )


def _found(letter: Letter, told: Attributed, text: RecordText, place: Quoted) -> Finding:
    paragraph = place.paragraph
    where = f"paragraph {paragraph.number}" if paragraph.number is not None else "the preamble"
    grounds = [
        Ground(text=f"{text.symbol}, {where}: {paragraph.text}"),
        Ground(text=f"{text.provenance}."),
    ]
    if place.fit is Fit.WORDING:
        said = "; ".join(
            f"“{one.printed or '-'}” for “{one.quoted or '-'}”" for one in place.differences
        )
        message = (
            f"The words are not quite those of {text.symbol}, {where}: the text at hand has "
            f"{said}."
        )
        severity = earned(Severity.ERROR, checked=is_checked(text.provenance))
        severity = min(severity, Severity.WARNING)
        return letter.prose.finding(
            "REC117", told.span, message, severity=severity, grounds=grounds
        )
    if _is_elsewhere(text, told):
        message = (
            f"The words stand in {text.symbol}, {where}, and not in paragraph {told.paragraph}."
        )
        severity = earned(Severity.WARNING, checked=is_checked(text.provenance))
        return letter.prose.finding(
            "REC117", told.span, message, severity=severity, grounds=grounds
        )
    message = f"The words stand in {text.symbol}, {where}; the whole of it is shown beside."
    if place.fit is Fit.SPELLING:
        message = f"The words stand in {text.symbol}, {where}, with another spelling."
    return letter.prose.finding("REC118", told.span, message, grounds=grounds)


def _is_elsewhere(text: RecordText, told: Attributed) -> bool:
    """Say whether the operative paragraph that the letter names lacks the words."""
    named = [one for one in operative_paragraphs(text.text) if one.number == told.paragraph]
    return bool(named) and find_quotation(named[0].text, told.words) is None


def _operative_part(letter: Letter, told: Attributed, texts: Sequence[RecordText]) -> Finding:
    grounds: list[Ground] = []
    for text in texts:
        paragraphs = operative_paragraphs(text.text)
        grounds += [
            Ground(text=f"{text.symbol}: {paragraph.text}")
            for paragraph in paragraphs[:_MOST_PARAGRAPHS]
        ]
    symbols = joined(dict.fromkeys(text.symbol for text in texts))
    message = (
        f"The content of {symbols} is told in the writer's own words. Is all that bears on it "
        "told? The operative paragraphs are shown beside."
    )
    return letter.prose.finding("REC132", told.span, message, grounds=grounds)
