"""Dates told from another day.

From the day of writing: "yesterday", "last month", "two weeks ago". From the day told before:
"the next day", "on the same day", "two weeks later".
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from averment.prose.date_names import WEEKDAYS

_DAYS = 7
_MONTHS = 12
_DAY_LEADERS = frozenset(
    {"on", "last", "since", "late", "early", "by", "said", "until", "from"}
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "several": 3, "few": 3}
_UNITS = {"day": "day", "week": "week", "month": "month", "year": "year"}
_MAX_AGO = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How far a relative date lies from the day of writing."""

    unit: str
    """``day``, ``week``, ``month``, ``year`` or ``weekday``."""
    count: int
    """Units from the day of writing, negative for the past; for ``weekday``, 0 is Monday."""
    about: bool = False
    """The words count from today without naming a day: "two weeks ago"."""
    told: bool = False
    """Counted from the day that the text told of before, not from the day of writing."""

    @property
    def edtf(self) -> str:
        """Return the EDTF shape without a reference: which digits will be known."""
        return {"month": "XXXX-XX", "year": "XXXX"}.get(self.unit, "XXXX-XX-XX")


_PHRASES = {
    "yesterday": Shift(unit="day", count=-1),
    "today": Shift(unit="day", count=0),
    "last night": Shift(unit="day", count=-1),
    "overnight": Shift(unit="day", count=-1, about=True),
    "this morning": Shift(unit="day", count=0),
    "this afternoon": Shift(unit="day", count=0),
    "this evening": Shift(unit="day", count=0),
    "last week": Shift(unit="week", count=-1),
    "this week": Shift(unit="week", count=0),
    "last month": Shift(unit="month", count=-1),
    "this month": Shift(unit="month", count=0),
    "last year": Shift(unit="year", count=-1),
    "this year": Shift(unit="year", count=0),
    "earlier this year": Shift(unit="year", count=0),
    "earlier this month": Shift(unit="month", count=0),
    "earlier this week": Shift(unit="week", count=0),
    "earlier today": Shift(unit="day", count=0),
    "the day before yesterday": Shift(unit="day", count=-2),
}
_SAME = Shift(unit="day", count=0, told=True)
_TOLD_PHRASES = {
    "same": ("day", "night", "evening", "morning", "afternoon", "date", "month", "period"),
    "that": ("day", "night", "evening", "morning", "afternoon", "date", "month"),
}
_PHRASES |= {f"{word} {part}": _SAME for word, parts in _TOLD_PHRASES.items() for part in parts}
_PHRASES |= {
    f"{word} {part}": Shift(unit="day", count=1, told=True)
    for word in ("next", "following")
    for part in ("day", "morning", "night", "evening", "afternoon")
}
_PHRASES |= {
    f"{word} {unit}": Shift(unit=unit, count=1, about=unit == "week", told=True)
    for word in ("following",)
    for unit in ("week", "month", "year")
}
_PHRASES |= {
    "day after": Shift(unit="day", count=1, told=True),
    "day before": Shift(unit="day", count=-1, told=True),
    "previous day": Shift(unit="day", count=-1, told=True),
    "previous night": Shift(unit="day", count=-1, told=True),
}
_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in _PHRASES)
_LONGEST = 4
_HEADS = _FIRST_WORDS | frozenset(WEEKDAYS) | frozenset(_COUNTS)


def may_be_relative(word: str) -> bool:
    """Say whether a relative date may begin with this word, in lower case."""
    return word in _HEADS or word.isdecimal()


def relative_at(words: Sequence[str], before: str) -> tuple[Shift, int] | None:
    """Return the relative date at the first of `words`, and how many words it takes.

    Args:
        words: Up to five words in lower case, the candidate first.
        before: The word before, or empty.
    """
    head = words[0]
    if head in WEEKDAYS:
        return _weekday(words, before)
    if head in _FIRST_WORDS:
        for length in range(min(_LONGEST, len(words)), 0, -1):
            shift = _PHRASES.get(" ".join(words[:length]))
            if shift is not None:
                return shift, length
    return _ago(words)


def _weekday(words: Sequence[str], before: str) -> tuple[Shift, int] | None:
    part_of_day = words[1:2] and words[1] in {"morning", "afternoon", "evening", "night"}
    if before not in _DAY_LEADERS and not part_of_day:
        return None
    return Shift(unit="weekday", count=WEEKDAYS[words[0]]), 1


def _ago(words: Sequence[str]) -> tuple[Shift, int] | None:
    """Read "two weeks ago", "a few months ago"; "two days later" from the day told before."""
    head = words[0]
    place = 1
    if head == "a" and words[1:2] == ["few"]:
        head, place = "few", 2
    if head.isdecimal() and len(head) <= len("365"):
        count = int(head)
    elif head in _COUNTS:
        count = _COUNTS[head]
    else:
        return None
    rest = words[place : place + 2]
    if len(rest) < len(("weeks", "ago")) or count > _MAX_AGO:
        return None
    if rest[1] not in {"ago", "later"}:
        return None
    unit = _UNITS.get(rest[0].removesuffix("s"))
    if unit is None:
        return None
    if rest[1] == "later":
        vague = unit != "day"
        return Shift(unit=unit, count=count, about=vague, told=True), place + 2
    vague = unit != "day" or head in {"few", "several"}
    return Shift(unit=unit, count=-count, about=vague), place + 2


def resolve_shift(shift: Shift, reference: date) -> str:
    """Return the EDTF date that `shift` means for somebody who writes on `reference`."""
    mark = "~" if shift.about else ""
    if shift.unit == "weekday":
        back = (reference.weekday() - shift.count) % _DAYS
        return _days_later(reference, -back).isoformat()
    if shift.unit == "day":
        return _days_later(reference, shift.count).isoformat() + mark
    if shift.unit == "week":
        return _week(shift, reference)
    if shift.unit == "month":
        months = reference.year * _MONTHS + reference.month - 1 + shift.count
        year, month = divmod(max(months, _MONTHS), _MONTHS)
        return f"{year:04d}-{month + 1:02d}{mark}"
    return f"{max(reference.year + shift.count, 1):04d}{mark}"


def _week(shift: Shift, reference: date) -> str:
    day = _days_later(reference, _DAYS * shift.count)
    if shift.about:
        return day.isoformat() + "~"
    monday = _days_later(day, calendar.MONDAY - day.weekday())
    sunday = _days_later(monday, _DAYS - 1)
    return f"{monday.isoformat()}/{min(sunday, reference).isoformat()}"


def _days_later(day: date, count: int) -> date:
    """Return `day` moved by `count` days, held inside what a date can be."""
    ordinal = day.toordinal() + count
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
