"""Single numbers: words against digits, ranges, groups counted twice, false precision."""

import re
from collections.abc import Iterator

from averment.findings.figures.counted import Counted
from averment.findings.finding import Finding
from averment.findings.prose import Prose
from averment.prose.number_words import FoundNumber

_BRACKETED = re.compile(r"\s\((?P<digits>\d{1,3}(?:,\d{3})*)\)")
_DIGITS = re.compile(r"\d")
_TEXT_UNIT = re.compile(
    r"\b(?:articles?|paragraphs?|paras?|sections?|rules?|chapters?|resolutions?|parts?|"
    r"annex)\s$",
    re.IGNORECASE,
)
_YEARS = range(1800, 2101)
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|some\s)?$", re.IGNORECASE)
_CLOCK = re.compile(r"\s?(?:a\.?m|p\.?m|o'clock|hours|h\b)")
_OUT_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|all\s)?$")
_AND_ALL = re.compile(
    r"\sand\s(?P<second>(?:all|both|every|each)\s(?:of\sthe\s|the\s"
    r")?[^.;:,(—]{3,80}?)\s?(?P<open>[—:(]|\s-\s|,\snamely,?\s|,\s(?=the\s[A-Z]|[A-Z]))"
)
_CLOSE = re.compile(r"[—:;()]|\s-\s")
_NAME = re.compile(r"(?:the\s)?[A-Z][\w.'-]*(?:\s(?:of|the|and)?\s?[A-Z][\w.'-]*){0,4}")
_AHEAD = 160
_LIST_AHEAD = 300


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
        message = (
            f"The words say {stretch.words(number.figure, number.end)}, the figure says "
            f"{match['digits']}."
        )
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
        names = [
            n for n in re.split(r",\s(?:and\s)?|\sand\s", text[match.end() : stop].strip()) if n
        ]
        if len(names) != part.printed or not all(_NAME.fullmatch(n) for n in names):
            continue
        span = stretch.span(part.start, stop)
        message = (
            f"The same {len(names)} names stand behind "
            f"“{stretch.words(part.figure, match.start())}” and "
            f"“{stretch.words(match.start('second'), match.end('second'))}”. Are they "
            "counted twice?"
        )
        yield prose.finding("FIG107", span, message)


_ABOUT = re.compile(
    r"(?:some|about|around|approximately|roughly|circa|an\sestimated|estimated|perhaps|"
    r"nearly|almost|close\sto)\s$",
    re.IGNORECASE,
)


_FALSELY_EXACT = 1_000


_ROUND = 10


def check_precision(prose: Prose, one: Counted) -> Iterator[Finding]:
    """Find a figure to the last digit behind a word that says it is rough."""
    stretch, text = one.stretch, one.stretch.text
    for number in one.counts:
        if number.exact or number.at_most is None or not _is_rough(text, number):
            continue
        if number.printed >= _FALSELY_EXACT and number.printed % _ROUND:
            said = stretch.words(number.start, number.end)
            message = f"{said[:1].upper()}{said[1:]}: rough and exact at once. Which is it?"
            yield prose.finding("FIG110", stretch.span(number.start, number.end), message)


def _is_rough(text: str, number: FoundNumber) -> bool:
    return _ABOUT.fullmatch(text[number.start : number.figure]) is not None
