"""Time between dates: durations, ages, and the week of a conflict."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from averment.documents.span import Span
from averment.findings.figures.counted import Counted
from averment.findings.figures.day import day_of, day_written
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Part, Prose
from averment.prose.dates import FoundDate
from averment.prose.number_words import find_numbers

_YEARS = re.compile(r"\d{4}")
_UNIT = r"(?P<unit>day|week|month|year)s?"
_LENGTHS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_SLACK = {"day": 1.5, "week": 7.5, "month": 31.0, "year": 366.0}
"""How far a stated number may be off, in days: ends counted or not, units begun or full."""

_AGO = re.compile(
    rf"\b(?P<words>(?:[a-z]+(?:-[a-z]+)?|\d{{1,4}})\s{_UNIT}\sago),?\s(?:(?:today|"
    r"now),?\s)?(?:on\s)?$",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"\b(?P<words>(?:[a-z]+(?:-[a-z]+)?|\d{{1,4}})\s{_UNIT}),?\s?\(?(?:from|between)\s$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"[,(]?\s?[(]?(?:that\sis,?|i\.e\.,?|in\sall,?|a\s(?:period|total)\sof|for|"
    r"lasting|or|for\sa\s(?:period|total)\sof)?\s?"
    rf"(?P<words>(?:[a-z]+(?:-[a-z]+)?|\d{{1,4}})\s{_UNIT})\b(?!\s(?:later|after|"
    r"before|ago|earlier|of|old))",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:about|some|almost|nearly|over|around|than|least|roughly)\s$", re.IGNORECASE
)
_REACH = 48

_BORN = re.compile(r"\bborn\s(?:on\s|in\s)?(?:[^.;]{0,40}?\s)?$", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|age\sof)\s(?P<age>\d{1,3})\b|\b(?P<years>\d{1,3})[\s-]years?[\s"
    r"-](?:old|of\sage)\b",
    re.IGNORECASE,
)
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class _Length:
    number: int
    unit: str

    @property
    def days(self) -> float:
        return self.number * _LENGTHS[self.unit]

    def fits(self, days: int) -> bool:
        """Say whether so many days, the ends counted or not, can be called this."""
        return abs(days - self.days) <= _SLACK[self.unit] + (
            self.days / 50 if self.unit != "day" else 0
        )


def check_lapses(prose: Prose, counted: Sequence[Counted]) -> Iterator[Finding]:
    """Compare stated lengths of time with the dates beside them."""
    for one in counted:
        if one.stretch.part is Part.NOTE:
            continue
        yield from _ago(prose, one)
        yield from _duration(prose, one)
        yield from _ages(prose, one)


def _length(words: str, unit: str) -> _Length | None:
    numbers = find_numbers(words)
    if len(numbers) != 1 or not numbers[0].exact:
        return None
    return _Length(numbers[0].printed, unit.lower())


def _ago(prose: Prose, one: Counted) -> Iterator[Finding]:
    written = day_written(prose.reading)
    dated = prose.reading.letterhead.date
    if written is None or dated is None:
        return
    stretch, text = one.stretch, one.stretch.text
    for found in one.dates:
        day = day_of(found.value)
        before_from = max(0, found.start - _REACH)
        match = _AGO.search(text[before_from : found.start]) if day is not None else None
        if match is None or day is None:
            continue
        length = _length(match["words"], match["unit"])
        if length is None or _is_rough(text, before_from + match.start()):
            continue
        span = stretch.span(before_from + match.start(), found.end)
        ground = Ground(text="the letter's date", span=dated.span)
        yield _judged(prose, span, length, (written - day).days, [ground])


def _is_rough(text: str, at: int) -> bool:
    return _ROUGH.search(text[max(0, at - 14) : at]) is not None


def _judged(
    prose: Prose, span: Span, length: _Length, days: int, grounds: Sequence[Ground]
) -> Finding:
    count = f"{days:,} day" + ("" if days == 1 else "s")
    if length.fits(days):
        message = f"From one date to the other it is {count}: fits."
        return prose.finding("FIG206", span, message, severity=Severity.OK, grounds=grounds)
    message = f"From one date to the other it is {count}, not {length.number} {length.unit}s."
    return prose.finding("FIG206", span, message, grounds=grounds)


def _duration(prose: Prose, one: Counted) -> Iterator[Finding]:
    stretch, text = one.stretch, one.stretch.text
    for found in one.dates:
        ends = _ends(found)
        if ends is None:
            continue
        days = (ends[1] - ends[0]).days
        start, end = found.start, found.end
        before_from = max(0, found.start - _REACH)
        match = _FOR.search(text[before_from : found.start])
        if match is not None:
            start = before_from + match.start("words")
        else:
            match = _LASTING.match(text, found.end, min(len(text), found.end + _REACH))
            if match is None or text[found.end : found.end + 1] not in {",", " ", "("}:
                continue
            end = match.end("words")
        length = _length(match["words"], match["unit"])
        if length is not None and not _is_rough(text, start):
            yield _judged(prose, stretch.span(start, end), length, days, [])


def _ends(found: FoundDate) -> tuple[date, date] | None:
    first, slash, last = found.value.partition("/")
    if not slash:
        return None
    if first.startswith("XXXX") and last.startswith("XXXX"):  # the length needs no leap day
        first, last = first.replace("XXXX", "2001"), last.replace("XXXX", "2001")
    one, two = day_of(first), day_of(last)
    return (one, two) if one is not None and two is not None and one <= two else None


def _ages(prose: Prose, one: Counted) -> Iterator[Finding]:
    stretch, text = one.stretch, one.stretch.text
    if "born" not in text and "Born" not in text:
        return
    for found in one.dates:
        if not _YEARS.match(found.value) or not _BORN.search(
            text[max(0, found.start - _REACH) : found.start]
        ):
            continue
        start, end = stretch.around(found.start)
        aged = list(_AGED.finditer(text, start, end))
        born = int(found.value[:4])
        years = {
            int(d.value[:4])
            for d in one.dates_within(start, end)
            if d is not found and _YEARS.match(d.value)
        }
        if len(aged) != 1 or len(years) != 1:
            continue
        age = int(aged[0]["age"] or aged[0]["years"])
        then = years.pop()
        span = stretch.span(min(found.start, aged[0].start()), max(found.end, aged[0].end()))
        if age in {then - born, then - born - 1}:
            message = f"Born in {born}, aged {age} in {then}: fits."
            yield prose.finding("FIG205", span, message, severity=Severity.OK)
        elif born <= then <= born + _OLDEST:
            message = (
                f"Somebody born in {born} was {then - born - 1} or {then - born} in "
                f"{then}, not {age}."
            )
            yield prose.finding("FIG205", span, message)
