"""The days that a date may mean: first and last day of an EDTF value.

A date on a source or in a claim is often a month or a year. Two dates are only compared where
even the widest reading of both settles the matter.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from averment.prose.dates import find_dates

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Period:
    """From the first possible day to the last, both included."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Say whether one day is meant."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A day that a text names in full, and where."""

    start: int
    end: int
    period: Period


def period_of(value: str | None) -> Period | None:
    """Return the days of an EDTF value; None where it is open, vague or no date.

    >>> period_of("1991-12").last.day
    31
    """
    if value is None:
        return None
    first, _, last = value.partition("/")
    begin = _period(first)
    end = _period(last) if last else begin
    if begin is None or end is None or end.last < begin.first:
        return None
    return Period(begin.first, end.last)


def _period(value: str) -> Period | None:
    match = _EDTF.match(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not year or month > _DECEMBER:
        return None
    if not month:
        return Period(date(year, 1, 1), date(year, _DECEMBER, 31))
    length = monthrange(year, month)[1]
    if day > length:
        return None
    return Period(date(year, month, day or 1), date(year, month, day or length))


def full_days(text: str) -> tuple[DatedWords, ...]:
    """Return the days that `text` gives with day, month and year, in order."""
    found = []
    for named in find_dates(text):
        if "XX" in named.value or named.shift is not None or "~" in named.value:
            continue
        period = period_of(named.value.removesuffix("/..").removeprefix("../"))
        year = named.value.lstrip("./")[:4]
        if period is not None and period.is_day and year in text[named.start : named.end]:
            found.append(DatedWords(named.start, named.end, period))
    return tuple(found)


def written(period: Period) -> str:
    """Return the period in words: "4 October 2020", "October 2020", "2020".

    >>> written(period_of("2020-10-04"))
    '4 October 2020'
    """
    first, last = period.first, period.last
    month = f"{_MONTHS[first.month - 1]} {first.year}"
    if period.is_day:
        return f"{first.day} {month}"
    if (first.year, first.month) == (last.year, last.month):
        return month
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
