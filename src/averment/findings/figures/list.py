"""Counts and lists: a number announced against the things listed, and groups that overlap."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from averment.documents.document import PassageKind
from averment.documents.span import Span
from averment.findings.figures.counted import Counted
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Part, Prose, Stretch
from averment.prose.number_words import FoundNumber
from averment.prose.states import find_states

_LISTED = (
    r"(?:incidents?|cases?|reasons?|points?|questions?|violations?|attacks?|requests?|"
    r"steps?|measures?|recommendations?|"
    r"examples?|episodes?|facts?|events?|demands?|grounds?|conditions?|principles?|"
    r"objectives?|documents?|resolutions?|"
    r"articles?|instruments?|conventions?|treaties|towns?|villages?|individuals?|"
    r"persons?|acts?|crimes?|allegations?|"
    r"categories|groups|issues?|matters?|elements?|provisions?|actions?|proposals?|"
    r"concerns?|strikes?|killings|statements?)"
)
_ANNOUNCED = re.compile(
    r"\s(?:following\s)?(?:(?!of\b|in\b|to\b|for\b|by\b)[a-z-]+\s){0,2}?"
    + _LISTED
    + r"\b(?P<rest>[^.;:]{0,60}):"
)
_FOLLOWING = re.compile(r"\bfollowing\s$")
_ENUMERATOR = re.compile(r"(?<!\w)\((?P<label>[ivx]{1,4}|[a-h]|\d{1,2})\)(?=\s)")
_NAMELY = re.compile(r"[^.;:()]{0,60}?,?\snamely,?\s(?P<list>[^.;:()]{3,400})")
_ITEM_BREAK = re.compile(r",\s(?:and\s)?|\sand\s|\s&\s")
_MOST_LISTED = 40
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv"
_SERIES = (
    tuple(_ROMANS.split()),
    tuple("abcdefgh"),
    tuple(str(number) for number in range(1, _MOST_LISTED + 1)),
)
"""How the items of a list in a sentence are lettered or numbered."""
_FEWEST_ITEMS = 2
_LONGEST_ITEM = 5

_SENDERS = re.compile(
    r"\b(?:as|are|undersigned|behalf\sof|by)\s(?P<number>two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|\d{1,3})\s"
    r"(?:[a-z-]+\s){0,3}?(?:associations|organi[sz]ations|ngos|groups|societies|networks)\b",
    re.IGNORECASE,
)
_EARLY = 4

_LONGEST_LIST = 3_000


def check_lists(prose: Prose, counted: Sequence[Counted]) -> Iterator[Finding]:
    """Compare each announced number with the list that follows."""
    for place, one in enumerate(counted):
        stretch = one.stretch
        if stretch.part is Part.NOTE:
            continue
        yield from _list_below(prose, counted, place)
        yield from _list_within(prose, one)
        yield from _list_namely(prose, one)
    yield from _senders(prose)


def _list_below(prose: Prose, counted: Sequence[Counted], place: int) -> Iterator[Finding]:
    one = counted[place]
    text = one.stretch.text.rstrip()
    if not text.endswith(":") or one.stretch.kind is PassageKind.HEADING:
        return
    start, end = one.stretch.sentence_at(len(text) - 1)
    number = _announced(text, one, start, end)
    items = _items(counted, place + 1)
    if number is None or not items:
        return
    span = one.stretch.span(number.start, len(text))
    grounds = [
        Ground(text="an item", span=s.stretch.span(0, len(s.stretch.text))) for s in items
    ]
    yield _told(prose, one.stretch, number, span, frozenset({len(items)}), grounds)


def _announced(text: str, one: Counted, start: int, end: int) -> FoundNumber | None:
    """Return the one number that says how many things follow the colon at the end."""
    fitting = []
    for number in one.counts:
        if not start <= number.figure < end or not number.exact:
            continue
        match = _ANNOUNCED.match(text, number.end)
        if match is None or match.end() < min(end, len(text)):
            continue
        if (
            "following" in match.group()
            or _FOLLOWING.search(text[: number.start])
            or not match["rest"].strip()
        ):
            fitting.append(number)
    if len(fitting) != 1 or not _FEWEST_ITEMS <= fitting[0].printed <= _MOST_LISTED:
        return None
    return fitting[0]


def _items(counted: Sequence[Counted], first: int) -> list[Counted]:
    """Return the unbroken list that begins at `first`; empty where it may go on elsewhere."""
    items: list[Counted] = []
    for place in range(first, min(first + _MOST_LISTED, len(counted))):
        stretch = counted[place].stretch
        if stretch.kind is not PassageKind.LIST_ITEM:
            following = counted[place + 1].stretch if place + 1 < len(counted) else None
            broken = following is not None and following.kind is PassageKind.LIST_ITEM
            return [] if broken else items
        items.append(counted[place])
    return items


def _told(
    prose: Prose,
    stretch: Stretch,
    number: FoundNumber,
    span: Span,
    possible: frozenset[int],
    grounds: Sequence[Ground],
) -> Finding:
    said = stretch.words(number.figure, number.end)
    if number.printed in possible:
        message = f"{said[:1].upper()}{said[1:]} announced, {number.printed} listed."
        return prose.finding("FIG106", span, message, severity=Severity.OK, grounds=grounds)
    listed = max(possible)
    message = f"The words announce {said}; the list has {listed}."
    return prose.finding("FIG106", span, message, grounds=grounds)


def _list_within(prose: Prose, one: Counted) -> Iterator[Finding]:
    """Count "(i) ... (ii) ..." behind "the following four ...:" in one sentence."""
    stretch, text = one.stretch, one.stretch.text
    if ":" not in text or "(" not in text:
        return
    for number in one.counts:
        match = _ANNOUNCED.match(text, number.end)
        if (
            match is None
            or not number.exact
            or not _FEWEST_ITEMS <= number.printed <= _MOST_LISTED
        ):
            continue
        _, end = stretch.sentence_at(number.figure)
        behind = text[match.end() : min(end, match.end() + _LONGEST_LIST)]
        if not _ENUMERATOR.match(behind.lstrip()):
            continue
        found = islice(_ENUMERATOR.finditer(behind), _MOST_LISTED)
        labels = tuple(match["label"] for match in found)
        if len(labels) >= _FEWEST_ITEMS and any(s[: len(labels)] == labels for s in _SERIES):
            span = stretch.span(number.start, end)
            yield _told(prose, stretch, number, span, frozenset({len(labels)}), ())


def _list_namely(prose: Prose, one: Counted) -> Iterator[Finding]:
    """Count the names behind "six, namely A, B and C"."""
    stretch, text = one.stretch, one.stretch.text
    if "namely" not in text:
        return
    for number in one.counts:
        match = _NAMELY.match(text, number.end)
        if match is None or not number.exact or number.printed > _MOST_LISTED:
            continue
        names = _names_at_start(match["list"])
        if number.printed < _FEWEST_ITEMS or not names:
            continue
        span = stretch.span(number.start, match.end("list"))
        yield _told(prose, stretch, number, span, names, ())


def _names_at_start(listed: str) -> frozenset[int]:
    """Return how many names the words may hold; empty where that cannot be said.

    "A, B and C and D" may be three names or four.
    """
    pieces: list[str] = []
    for piece in _ITEM_BREAK.split(listed):
        bare = piece.strip().removeprefix("the ")
        if not bare[:1].isupper() or len(bare.split()) > _LONGEST_ITEM:
            break
        pieces.append(bare)
    if len(pieces) < _FEWEST_ITEMS:
        return frozenset()
    states = find_states(", ".join(pieces))
    if len(states) == len(pieces):
        return frozenset({len(pieces)})
    ands = listed.count(" and ") - 1
    return frozenset(range(len(pieces) - max(ands, 0), len(pieces) + 1))


def _senders(prose: Prose) -> Iterator[Finding]:
    signed = prose.reading.letterhead.signatories
    if len(signed) < _FEWEST_ITEMS:
        return
    for stretch in prose.body[:_EARLY]:
        match = _SENDERS.search(stretch.text)
        if match is None:
            continue
        number = _small(match["number"])
        span = stretch.span(match.start("number"), match.end())
        grounds = [Ground(text="a signature", span=s.span) for s in signed]
        if number == len(signed):
            message = f"{number} announced, {len(signed)} sign."
            yield prose.finding("FIG106", span, message, severity=Severity.OK, grounds=grounds)
        elif number is not None:
            message = (
                f"The text speaks of {match['number']}; {len(signed)} signatures were "
                "read. Do all of them sign?"
            )
            yield prose.finding(
                "FIG106", span, message, severity=Severity.NOTE, grounds=grounds
            )
        return


def _small(words: str) -> int | None:
    if words.isdecimal():
        return int(words)
    named = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    return named.index(words.lower()) + 2 if words.lower() in named else None
