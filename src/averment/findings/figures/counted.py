"""Numbers that count things: not dates, ages, articles, units or shares."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from averment.findings.prose import Stretch
from averment.prose.dates import FoundDate, find_dates
from averment.prose.number_words import FoundNumber, find_numbers

_NOT_AFTER = re.compile(
    r"(?:\b(?:articles?|arts?\.?|paras?\.?|paragraphs?|sections?|sects?\.?|chapters?|"
    r"chaps?\.?|notes?|nos?\.?|numbers?|"
    r"pages?|pp?\.|vols?\.?|volumes?|rules?|protocols?|resolutions?|sessions?|items?|"
    r"annex|schedule|appendix|"
    r"figures?|tables?|cases?|age[ds]?|ages|age\sof|(?:man|woman|boy|girl|prisoner|"
    r"youth|child)\sof|barracks?|"
    r"room|ward|school|route|road|highway|unit|battalion|brigade|block|building|flat|"
    r"minutes?|min|"
    r"law|decree|order|ref\.?|line|col\.?|part|schools?|zone|line|"
    r"january|february|march|april|may|june|july|august|september|october|november|"
    r"december)|[/§#])\s?(?:of\s|the\s)?\(?$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s?-?\s?(?:%|per\s?cent\b|percentage|mm\b|cm\b|km\b|kilomet|met(?:er|re)s?\b|"
    r"miles?\b|feet\b|kg\b|kilos?\b|kcal\b|tons?\b|tonnes?\b|"
    r"years?\b|months?\b|weeks?\b|days?\b|nights?\b|hours?\b|hrs?\b|minutes?\b|"
    r"seconds?\b|o'clock|a\.?m\b|p\.?m\b|"
    r"euros?\b|dollars?\b|pounds?\b|USD\b|EUR\b|degrees?\b|times?\b|st\b|nd\b|rd\b|"
    r"th\b|million\s(?:euros|dollars)|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b)"
)
_WINDOW = 24
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True)
class Counted:
    """The numbers and dates of one stretch."""

    stretch: Stretch
    numbers: tuple[FoundNumber, ...]
    """Every number, dates and articles included."""
    counts: tuple[FoundNumber, ...]
    """Those that count persons or things."""
    dates: tuple[FoundDate, ...]

    def dates_within(self, start: int, end: int) -> tuple[FoundDate, ...]:
        """Return the dates that begin in ``[start, end)``."""
        first = bisect_left(self.dates, start, key=_start_of)
        return self.dates[first : bisect_left(self.dates, end, key=_start_of)]

    def counts_within(self, start: int, end: int) -> tuple[FoundNumber, ...]:
        """Return the counts whose words stand in ``[start, end)``."""
        first = bisect_left(self.counts, start, key=_figure_of)
        last = bisect_left(self.counts, end, key=_figure_of)
        return tuple(n for n in self.counts[first:last] if n.end <= end)


def _start_of(found: FoundDate) -> int:
    return found.start


def _figure_of(number: FoundNumber) -> int:
    return number.figure


def count_in(stretch: Stretch) -> Counted:
    """Read the numbers and dates of `stretch`."""
    text = stretch.text
    dates = find_dates(text)
    numbers = find_numbers(text)
    taken = _dated(numbers, dates)
    return Counted(
        stretch=stretch,
        numbers=numbers,
        counts=tuple(
            n for n, dated in zip(numbers, taken, strict=True) if not dated and _counts(text, n)
        ),
        dates=dates,
    )


def _dated(numbers: Sequence[FoundNumber], dates: Sequence[FoundDate]) -> list[bool]:
    """Say of each number whether it is part of a date."""
    taken: list[bool] = []
    at = 0
    for number in numbers:
        while at < len(dates) and dates[at].end <= number.figure:
            at += 1
        taken.append(at < len(dates) and dates[at].start < number.end)
    return taken


def _counts(text: str, number: FoundNumber) -> bool:
    figure = text[number.figure : number.end]
    if figure.isdecimal() and len(figure) == 4 and number.printed in _YEARS:  # noqa: PLR2004 - a year
        return False
    if figure[:1] == "0":
        return False
    if _UNIT.match(text, number.end):
        return False
    return _NOT_AFTER.search(text[max(0, number.start - _WINDOW) : number.figure]) is None
