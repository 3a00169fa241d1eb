"""Days printed in one line of a letter's frame."""

import re
from dataclasses import dataclass

from averment.frames.spelt_day import spelt_days
from averment.prose.dates import find_dates

_PLAIN = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_EITHER = re.compile(r"\[(\d{4}-\d\d-\d\d),")
_FULL = len("2020-10-27")
# What scans make of dates, and the "day" of "3rd day of May": each put right at equal length.
_DAY_OF = re.compile(r"(?<=[snrt][tdh])(\sday)(?=\sof\s)", re.IGNORECASE)
_MISREAD = (
    (re.compile(r"\b0(?=ct\.?\b|ctober\b)"), "O"),
    (re.compile(r"\b[lI|](?=9\d\d\b)"), "1"),
    (re.compile(r"\b[lI|](?=st\b)|(?<=\b[23])[lI|](?=st\b)"), "1"),
    (re.compile(r"\b[lI|](?=\d\s?[A-Z][a-z]{2})"), "1"),
    (re.compile(r"(?<=\b\d)[lI|](?=\s[A-Z][a-z]{2})"), "1"),
    (re.compile(r"(?<=\b[123])[Oo](?=\s[A-Z][a-z]{2})"), "0"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day, or a month where no day is given, and the words that give it."""

    start: int
    end: int
    iso: str

    @property
    def full(self) -> bool:
        """Say whether the day itself is given."""
        return len(self.iso) == _FULL


def days_in(text: str) -> tuple[Day, ...]:
    """Return the days and months of `text` that have a year, in order.

    Where digits can be read two ways (``12/03/2012``) the day comes first, as most States and
    the United Nations write.

    >>> [day.iso for day in days_in("Port Callis, 12 March 2012")]
    ['2012-03-12']
    """
    words = _DAY_OF.sub("    ", text)
    for misread, meant in _MISREAD:
        words = misread.sub(meant, words)
    days = [Day(start=start, end=end, iso=iso) for start, end, iso in spelt_days(text)]
    for found in find_dates(words):
        either = _EITHER.match(found.value)
        value = either[1] if either is not None else found.value
        written = any(found.start < day.end and day.start < found.end for day in days)
        if _PLAIN.fullmatch(value) and not written:
            days.append(Day(start=found.start, end=found.end, iso=value))
    return tuple(sorted(days, key=lambda day: day.start))
