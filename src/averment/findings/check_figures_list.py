"""Counts and lists: a number announced against the things listed, and groups that overlap."""

import re
from collections.abc import Iterator, Sequence

from averment.documents.document import PassageKind
from averment.documents.number_words import FoundNumber
from averment.readers.numeral import letters, roman
from averment.documents.span import Span
from averment.documents.states import find_states
from averment.findings.counted import Counted
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Part, Prose, Stretch

_LISTED = (
    r"(?:incidents?|cases?|reasons?|points?|questions?|violations?|attacks?|requests?|steps?|measures?|recommendations?|"
    r"examples?|episodes?|facts?|events?|demands?|grounds?|conditions?|principles?|objectives?|documents?|resolutions?|"
    r"articles?|instruments?|conventions?|treaties|towns?|villages?|individuals?|persons?|acts?|crimes?|allegations?|"
    r"categories|groups|issues?|matters?|elements?|provisions?|actions?|proposals?|concerns?|strikes?|killings|statements?)"
)
_ANNOUNCED = re.compile(
    r"\s(?:following\s)?(?:(?!of\b|in\b|to\b|for\b|by\b)[a-z-]+\s){0,2}?" + _LISTED + r"\b(?P<rest>[^.;:]{0,60}):"
)
_FOLLOWING = re.compile(r"\bfollowing\s$")
_ENUMERATOR = re.compile(r"(?<!\w)\((?P<label>[ivx]{1,4}|[a-h]|\d{1,2})\)(?=\s)")
_NAMELY = re.compile(r"[^.;:()]{0,60}?,?\snamely,?\s(?P<list>[^.;:()]{3,400})")
_ITEM_BREAK = re.compile(r",\s(?:and\s)?|\sand\s|\s&\s")
_MOST_LISTED = 40
_FEWEST_ITEMS = 2
_LONGEST_ITEM = 5

_SENDERS = re.compile(
    r"\b(?:as|are|undersigned|behalf\sof|by)\s(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\s"
    r"(?:[a-z-]+\s){0,3}?(?:associations|organi[sz]ations|ngos|groups|societies|networks)\b",
    re.IGNORECASE,
)
_EARLY = 4

_BRACKETED = re.compile(r"\s\((?P<digits>\d{1,3}(?:,\d{3})*)\)")
_DIGITS = re.compile(r"\d")
_TEXT_UNIT = re.compile(r"\b(?:articles?|paragraphs?|paras?|sections?|rules?|chapters?|resolutions?|parts?|annex)\s$", re.IGNORECASE)
_YEARS = range(1800, 2101)

_BETWEEN = re.compile(r"\bbetween\s(?:about\s|some\s)?$", re.IGNORECASE)
_CLOCK = re.compile(r"\s?(?:a\.?m|p\.?m|o'clock|hours|h\b)")

_OUT_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|all\s)?$")
_AND_ALL = re.compile(r"\sand\s(?P<second>(?:all|both|every|each)\s(?:of\sthe\s|the\s)?[^.;:,(—]{3,80}?)\s?(?P<open>[—:(]|\s-\s|,\snamely,?\s|,\s(?=the\s[A-Z]|[A-Z]))")
_CLOSE = re.compile(r"[—:;()]|\s-\s")
_NAME = re.compile(r"(?:the\s)?[A-Z][\w.'-]*(?:\s(?:of|the|and)?\s?[A-Z][\w.'-]*){0,4}")
_LONGEST_LIST = 3_000
_AHEAD = 160
_LIST_AHEAD = 300


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
    grounds = [Ground(text="an item", span=s.stretch.span(0, len(s.stretch.text))) for s in items]
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
        if "following" in match.group() or _FOLLOWING.search(text[: number.start]) or not match["rest"].strip():
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
        if match is None or not number.exact or not _FEWEST_ITEMS <= number.printed <= _MOST_LISTED:
            continue
        _, end = stretch.sentence_at(number.figure)
        behind = text[match.end() : min(end, match.end() + _LONGEST_LIST)]
        if not _ENUMERATOR.match(behind.lstrip()):
            continue
        labels = [m["label"] for m in _ENUMERATOR.finditer(behind)]
        if len(labels) >= _FEWEST_ITEMS and labels in _series(len(labels)):
            span = stretch.span(number.start, end)
            yield _told(prose, stretch, number, span, frozenset({len(labels)}), ())


def _series(length: int) -> tuple[list[str], ...]:
    numbers = range(1, length + 1)
    return (
        [roman(n).lower() for n in numbers],
        [letters(n).lower() for n in numbers],
        [str(n) for n in numbers],
    )


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
            message = f"The text speaks of {match['number']}; {len(signed)} signatures were read. Do all of them sign?"
            yield prose.finding("FIG106", span, message, severity=Severity.NOTE, grounds=grounds)
        return


def _small(words: str) -> int | None:
    if words.isdecimal():
        return int(words)
    named = "two three four five six seven eight nine ten eleven twelve".split()
    return named.index(words.lower()) + 2 if words.lower() in named else None


def check_words_and_digits(prose: Prose, one: Counted) -> Iterator[Finding]:
    """Compare "twelve (13)": a number in words with the figure in brackets behind it."""
    stretch, text = one.stretch, one.stretch.text
    for number in one.numbers:
        word = text[number.figure : number.end]
        if not number.exact or _DIGITS.search(word):
            continue
        match = _BRACKETED.match(text, number.end)
        if match is None or _TEXT_UNIT.search(text[max(0, number.start - 14) : number.start]):
            continue
        figure = int(match["digits"].replace(",", ""))
        if figure == number.printed or (figure in _YEARS and "," not in match["digits"]):
            continue
        span = stretch.span(number.figure, match.end())
        message = f"The words say {stretch.words(number.figure, number.end)}, the figure says {match['digits']}."
        yield prose.finding("FIG104", span, message)


def check_ranges(prose: Prose, one: Counted) -> Iterator[Finding]:
    """Find "between 10,000 and 7,000"."""
    stretch, text = one.stretch, one.stretch.text
    for low, high in zip(one.counts, one.counts[1:], strict=False):
        if text[low.end : high.start] != " and " or not (low.exact and high.exact):
            continue
        if not _BETWEEN.search(text[max(0, low.start - 16) : low.start]):
            continue
        if low.printed <= high.printed or _CLOCK.match(text, high.end):
            continue
        span = stretch.span(low.figure, high.end)
        message = (
            f"The range begins with the larger figure: {stretch.words(low.figure, low.end)}, "
            f"then {stretch.words(high.figure, high.end)}."
        )
        yield prose.finding("FIG105", span, message)


def check_double_count(prose: Prose, one: Counted) -> Iterator[Finding]:
    """Ask whether a part of one group and the whole of another are the same, named once."""
    stretch, text = one.stretch, one.stretch.text
    if " and all" not in text and " and both" not in text and " and e" not in text:
        return
    for part, whole in zip(one.counts, one.counts[1:], strict=False):
        if not _OUT_OF.fullmatch(text[part.end : whole.start]) or part.printed >= whole.printed:
            continue
        _, end = stretch.sentence_at(part.figure)
        match = _AND_ALL.search(text, whole.end, min(end, whole.end + _AHEAD))
        if match is None:
            continue
        close = _CLOSE.search(text, match.end(), min(end, match.end() + _LIST_AHEAD))
        stop = close.start() if close is not None else min(end, match.end() + _LIST_AHEAD)
        names = [n for n in re.split(r",\s(?:and\s)?|\sand\s", text[match.end() : stop].strip()) if n]
        if len(names) != part.printed or not all(_NAME.fullmatch(n) for n in names):
            continue
        span = stretch.span(part.start, stop)
        message = (
            f"The same {len(names)} names stand behind “{stretch.words(part.figure, match.start())}” and "
            f"“{stretch.words(match.start('second'), match.end('second'))}”. Are they counted twice?"
        )
        yield prose.finding("FIG107", span, message)
