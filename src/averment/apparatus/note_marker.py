"""Marker candidates: places in the body that may send the reader to a note.

A candidate is only a possibility; `averment.apparatus.note_find` decides over all of them at
once, by number, order and nearness.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from averment.apparatus.note_label import ROMAN
from averment.documents.flow import Flow
from averment.documents.note import MarkerKind
from averment.documents.span import Span
from averment.documents.superscript import plain_digits
from averment.prose.word_set import word_set

WEIGHTS = {
    MarkerKind.DECLARED: 4.0,
    MarkerKind.SUPERSCRIPT: 3.0,
    MarkerKind.RAISED: 3.0,
    MarkerKind.BRACKETED: 2.5,
    MarkerKind.PLAIN: 2.0,
    MarkerKind.SIGN: 1.5,
    MarkerKind.MISREAD: 0.5,
}
"""How surely a sign of each kind is a marker; the factors below scale these."""
FREE_SUPERSCRIPT = 0.8
IN_ROUND_BRACKETS = 0.4
ON_WORD = 0.6
ON_COMMA = 0.5
ON_FIGURE = 0.2
AFTER_SPACE = 0.7
IN_SENTENCE = 0.5
IN_PROSE = 0.15
LARGEST = 999
MOST_SIGNS = 50_000
"""A text with more has no notes: a book of a thousand pages has fewer."""
BEFORE = 12
"""Characters before a digit that tell an abbreviation."""

SUPERSCRIPT = re.compile(r"[¹²³⁰⁴-⁹]{1,3}")
BRACKETED = re.compile(
    r"\[\^?(\d{1,3})\]|(?:\^(\d{1,3})\^?|(?<![\w/])/(\d{1,3})/(?!\w))|\((\d{1,3})\)(?=[\s.,;:]"
    r"|$)"
)
ATTACHED = re.compile(
    r"(?P<before>[^\W\d_]|[)\]”\"’'»%]|(?<!\d)[.,;:!?]|(?<=\b[12]\d{3})[.;,])"
    r"(?P<digits>\d{1,3})(?=[\s,.;:)”\"’'»—–]|$)"
)
DECIMAL = re.compile(r"(?<=\d)\.(?P<digits>\d{1,3})(?=\s+[A-Z“\"(]|\n|$)")
YEAR = re.compile(r"(?<![\d.,/-])(?:1[89]|20)\d\d(?P<digits>\d{1,2})(?=[\s,.;:)]|$)")
SPACED = re.compile(
    r"(?P<before>[.!?][”\"’'»)]?|;|[”\"»’],?|\),?)[ ](?P<digits>\d{1,3})(?=(?P<after>\s|$"
    r"|[.,;]))"
)
IN_WORDS = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{3,20}) (?P<digits>\d{1,3})(?=\s+[a-z])")
NUMBERED_NOUNS = word_set(
    "article articles rule rules paragraph paragraphs para section sections chapter page pages"
    " annex table figure part phase day group item note notes resolution resolutions"
    " principle recommendation block column number line point points schedule protocol"
    " volume case session and the than over about least some all between from killed injured"
    " wounded another these those for with were are january february march april may june"
    " july august september october november december"
)
"""A figure behind one of these belongs to it, or counts what follows."""
MONTH = re.compile(r"\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,6}\b")
SLASH = re.compile(r"(?<=[\w.,;:)”\"’'])\s?(\d{1,3}|[a-zI])_?/(?=[\s.,;:)]|$)")
ROMAN_MARKER = re.compile(
    r"(?:\[(?P<in>[ivx]{1,6})\]|(?<=[.,;:)”\"’'])\s?(?P<out>[ivx]{1,6})(?=[\s,.;]|$))"
)
ABBREVIATION = re.compile(
    r"(?:\b(?i:nos?|paras?|arts?|pp?|vols?|chaps?|sects?|ch|sec|res|doc|fig|annex|note|rule|mr"
    r"|ca|add|rev|l|pv|op"
    r"|corr|amend|crp|wp|wg|sr|inf|ngo|conf|sub|ac|cn|art|app|cf|reg|ser|st|dec|para|col|cols"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov)\.|\b[A-Z]\.)$"
)


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """One place that may be a marker."""

    start: int
    """Offset in the body flow's text, as is `end`."""
    end: int
    number: int
    kind: MarkerKind
    weight: float
    raw: str
    place: int
    """Offset in the document."""


_Found = tuple[int, str, int, MarkerKind, float]
"""Offset, marker as printed, number, kind, factor to the kind's weight."""


def candidates(body: Flow, *, raised: Iterable[Span]) -> tuple[Candidate, ...]:
    """Return every candidate of the body, the likeliest at each place, in order of the text."""
    found: dict[int, Candidate] = {}
    signs = itertools.islice(_all(body, raised), MOST_SIGNS)
    for start, raw, number, kind, factor in signs:
        if start == 0 or body.text[start - 1] == "\n":
            continue  # what begins a passage is its label
        weight = WEIGHTS[kind] * factor
        known = found.get(start)
        if 0 < number <= LARGEST and (known is None or known.weight < weight):
            found[start] = Candidate(
                start, start + len(raw), number, kind, weight, raw, body.at(start)
            )
    return tuple(sorted(found.values()))


def _all(body: Flow, raised: Iterable[Span]) -> Iterator[_Found]:
    for span in raised:
        start, end = body.offset_of(span.start), body.offset_of(span.end)
        raw = body.text[start:end]
        if raw.isdecimal() and len(raw) <= len(str(LARGEST)):
            yield start, raw, int(raw), MarkerKind.RAISED, 1.0
    rules: tuple[Callable[[str], Iterator[_Found]], ...] = (
        _superscript,
        _bracketed,
        _attached,
        _on_figure,
        _spaced,
        _slashed,
        _in_words,
    )
    for rule in rules:
        yield from rule(body.text)


def _superscript(text: str) -> Iterator[_Found]:
    for match in SUPERSCRIPT.finditer(text):
        number = int(plain_digits(match.group()))
        factor = FREE_SUPERSCRIPT if text[match.start() - 1 : match.start()] == " " else 1.0
        yield match.start(), match.group(), number, MarkerKind.SUPERSCRIPT, factor


def _bracketed(text: str) -> Iterator[_Found]:
    for match in BRACKETED.finditer(text):
        digits = match[1] or match[2] or match[3] or match[4]
        factor = IN_ROUND_BRACKETS if match[4] else 1.0
        yield match.start(), match.group(), int(digits), MarkerKind.BRACKETED, factor


def _attached(text: str) -> Iterator[_Found]:
    for match in ATTACHED.finditer(text):
        words = text[max(0, match.start() - BEFORE) : match.start("digits")]
        if ABBREVIATION.search(words):
            continue
        before = match["before"]
        factor = ON_WORD if before.isalpha() else 1.0
        if before == "," or (before.isupper() and words[-2:-1].isupper()):
            factor = ON_COMMA
        yield _plain(match, factor)


def _on_figure(text: str) -> Iterator[_Found]:
    """Find a marker run together with a figure: "in 20123" for "in 2012" and note 3."""
    for pattern in (YEAR, DECIMAL):
        for match in pattern.finditer(text):
            yield _plain(match, ON_FIGURE)


def _spaced(text: str) -> Iterator[_Found]:
    for match in SPACED.finditer(text):
        words = text[max(0, match.start() - BEFORE) : match.end("before")]
        if ABBREVIATION.search(words) or MONTH.match(text, match.end("digits")):
            continue
        ends = match["before"][0] in ".!?"
        after = text[match.end() : match.end() + 2].lstrip()
        if ends and after[:1].islower():
            continue  # "Oct. 6 and", "12. 6 people"
        factor = IN_SENTENCE if after[:1] and not ends else AFTER_SPACE
        yield _plain(match, factor)


def _plain(match: re.Match[str], factor: float) -> _Found:
    digits = match["digits"]
    return match.start("digits"), digits, int(digits), MarkerKind.PLAIN, factor


def _in_words(text: str) -> Iterator[_Found]:
    """Find a digit that follows a word and counts nothing: "on Telegram 1 showing"."""
    for match in IN_WORDS.finditer(text):
        if match["word"].lower() not in NUMBERED_NOUNS:
            yield _plain(match, IN_PROSE)


def _slashed(text: str) -> Iterator[_Found]:
    for match in SLASH.finditer(text):
        if match[1].isdigit():
            number = int(match[1])
        else:
            number = 1 if match[1] in "lI" else ord(match[1]) - ord("a") + 1
        yield match.start(1), match.group().lstrip(), number, MarkerKind.SIGN, 1.0


def roman_candidates(body: Flow) -> tuple[Candidate, ...]:
    """Return the places that may be roman markers, in order."""
    found = []
    for match in ROMAN_MARKER.finditer(body.text):
        name = match["in"] or match["out"]
        if name in ROMAN:
            raw = match.group().lstrip()
            start = match.end() - len(raw)
            number = ROMAN.index(name) + 1
            weight = WEIGHTS[MarkerKind.SIGN]
            place = body.at(start)
            found.append(
                Candidate(start, match.end(), number, MarkerKind.SIGN, weight, raw, place)
            )
    return tuple(found)
