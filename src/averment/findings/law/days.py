"""For which days the law is asked: those of the alleged acts, or that of the letter."""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from averment.claims.claim import Claim, ClaimKind
from averment.claims.reading import Reading
from averment.documents.span import Span
from averment.findings.figures.day import day_written

_END = r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[~?%]?"
_ONE = re.compile(_END)
_CHOICE = re.compile(r"\[(?P<first>[^,\]]{4,11}),(?P<second>[^,\]]{4,11})\]")
_OPEN = ".."
_MONTHS = 12
_RECENT_YEARS = 3
"""Acts told that lie further back than this before the letter are history, where it also tells
of recent ones."""


class Why(StrEnum):
    """Where the days come from."""

    ACT = "act"
    """The words of the same statement."""
    INCIDENTS = "incidents"
    """All acts that the document tells of."""
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """First and last day that a statement of law is held against."""

    earliest: date
    latest: date
    why: Why

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return f"on {self.earliest.isoformat()}"
        return f"on the days told ({self.earliest.isoformat()} to {self.latest.isoformat()})"


def days_named(value: str, *, until: date | None) -> tuple[date, date] | None:
    """Return the first and the last day that an EDTF value names; None where it names none.

    Args:
        value: ``2020-10-08``, ``1991-12``, ``1991-10/1991-12``, ``2020-10-10/..``.
        until: The end of what is still going on; None: not known.

    >>> days_named("1991-12", until=None)
    (datetime.date(1991, 12, 1), datetime.date(1991, 12, 31))
    """
    choice = _CHOICE.fullmatch(value)
    first, slash, second = value.partition("/")
    if choice is not None:
        first, slash, second = choice["first"], "/", choice["second"]
    if not slash:
        return _one(value)
    begin = _one(first)
    end = _one(second)
    if second == _OPEN and begin is not None:
        return begin[0], max(begin[1], until or begin[1])
    if first == _OPEN and end is not None:
        return end
    if begin is None or end is None or begin[0] > end[1]:
        return None
    return begin[0], end[1]


def _one(value: str) -> tuple[date, date] | None:
    match = _ONE.fullmatch(value)
    if match is None or int(match["year"]) == 0:
        return None
    year = int(match["year"])
    month = int(match["month"] or 0)
    if not match["month"]:
        return date(year, 1, 1), date(year, _MONTHS, 31)
    if not 1 <= month <= _MONTHS:
        return None
    last = monthrange(year, month)[1]
    if not match["day"]:
        return date(year, month, 1), date(year, month, last)
    day = int(match["day"])
    return (date(year, month, day),) * 2 if 1 <= day <= last else None


@dataclass(frozen=True)
class Calendar:
    """The days that a document tells of."""

    reading: Reading

    @cached_property
    def written(self) -> date | None:
        """The day of the letter, where it is known in full."""
        return day_written(self.reading)

    @cached_property
    def letter(self) -> Days | None:
        """The day of the letter as days."""
        if self.written is None:
            return None
        return Days(earliest=self.written, latest=self.written, why=Why.LETTER)

    @cached_property
    def incidents(self) -> Days | None:
        """The days of the acts that the document tells of; recent ones before history."""
        told = [
            days
            for claim in self.reading.claims
            if claim.kind is not ClaimKind.REQUEST
            for days in self._named(claim)
        ]
        if self.written is not None:
            year = self.written.year
            told = [days for days in told if days[0] <= self.written]
            told = [days for days in told if year - days[1].year <= _RECENT_YEARS] or told
        return _spanning(told, why=Why.INCIDENTS)

    def of_claim(self, claim: Claim) -> Days | None:
        """Return the days of the acts that one claim tells of."""
        return _spanning(self._named(claim), why=Why.ACT)

    @cached_property
    def _treaties(self) -> tuple[tuple[int, int], ...]:
        return tuple(sorted((m.span.start, m.span.end) for m in self.reading.instruments))

    def _names_a_treaty(self, span: Span) -> bool:
        """Say whether a date belongs to a name: "the Convention of 14 May 1954"."""
        place = bisect_right(self._treaties, (span.end - 1, 1 << 62)) - 1
        return place >= 0 and self._treaties[place][1] > span.start

    def _named(self, claim: Claim) -> list[tuple[date, date]]:
        found = [
            days_named(allegation.when.value, until=self.written)
            for allegation in claim.allegations
            if allegation.when is not None
            and not allegation.general
            and not self._names_a_treaty(allegation.when.span)
        ]
        return [days for days in found if days is not None]


def _spanning(told: Iterable[tuple[date, date]], *, why: Why) -> Days | None:
    days = sorted(told)
    if not days:
        return None
    return Days(earliest=days[0][0], latest=max(last for _, last in days), why=why)
