"""Dates in running text, with the precision that the words have.

Values are EDTF (ISO 8601-2): ``2020-10-08``, ``2020-10``, ``1991-12-06/1991-12-08``,
``2020-10~`` for "early October 2020", ``2020-10-10/..`` for "since 10 October 2020",
``[2021-03-04,2021-04-03]`` where 03/04/2021 can be read both ways. What the words leave open is
``X``: "on 8 December" is ``XXXX-12-08``. `resolve` fills that in from a reference date.

One pass over the words of the text; a candidate looks at a bounded number of neighbours.
"""

from dataclasses import dataclass, replace
from datetime import date

from averment.prose.date_names import SEASONS, WEEKDAYS, month_names
from averment.prose.date_token import (
    DASHES,
    TO_WORDS,
    UNKNOWN_YEAR,
    DateReading,
    Tokens,
    is_date,
    tokens_of,
    word_at,
)
from averment.prose.figure_date import read_figures, read_season, read_year
from averment.prose.month_date import month_at, read_month
from averment.prose.relative_date import Shift, may_be_relative, relative_at, resolve_shift

_MAX_MONTH = 12
_SINCE = frozenset({"since", "starting", "beginning"})
_UNTIL = frozenset({"until", "till", "before"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """One date and the words that give it."""

    start: int
    end: int
    value: str
    """EDTF; ``X`` for digits that the words leave open."""
    rule: str
    """How it was read: ``date:day-month-year``, ``date:relative``."""
    shift: Shift | None = None
    """For "yesterday", "last month": how far from the reference."""


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates of `text`, in order, not overlapping.

    >>> [d.value for d in find_dates("on 7-8 August 2008, and since Oct. 18, 2020")]
    ['2008-08-07/2008-08-08', '2020-10-18/..']
    """
    tokens = tokens_of(text)
    found: list[DateReading] = []
    place = 0
    while place < len(tokens):
        reading = _reading_at(tokens, place, text, found[-1].after if found else 0)
        if reading is None:
            place += 1
            continue
        found.append(reading)
        place = max(place + 1, reading.after)
    merged = _join_ranges(tokens, _share_years(found))
    return tuple(_dated(tokens, reading) for reading in merged)


def resolve(found: FoundDate, *, reference: str) -> str:
    """Return `found` as EDTF with its open parts filled in from `reference`.

    Args:
        found: A date; one without open parts is returned as it is.
        reference: ISO date ``YYYY-MM-DD``, for example the letter's. "8 December" becomes the
            latest 8 December that is not after it.

    Returns:
        EDTF; unchanged where `reference` is not a full date.
    """
    try:
        day = date.fromisoformat(reference)
    except ValueError:
        return found.value
    if found.shift is not None:
        return found.value if found.shift.told else resolve_shift(found.shift, day)
    if UNKNOWN_YEAR not in found.value:
        return found.value
    first = found.value.replace("../", "").split("/")[0].rstrip("~")
    year = _latest_year(first, day)
    return in_year(found, year=year)


def resolve_told(found: FoundDate, *, told: str) -> str | None:
    """Return a date counted from one told before ("the next day"), as EDTF, or None.

    Args:
        found: A date whose `shift` is counted from the day told before.
        told: EDTF of that day. "The same day" is `told` itself, whatever its precision; a count
            of days from a month or a year says nothing.
    """
    if found.shift is None or not found.shift.told:
        return None
    if found.shift.count == 0:
        return told
    last = told.rpartition("/")[2].strip("~.[]")
    last = last or told.split("/", maxsplit=1)[0].strip("~.[]")
    try:
        return resolve_shift(found.shift, date.fromisoformat(last))
    except ValueError:
        return None


def in_year(found: FoundDate, *, year: int) -> str:
    """Return `found` as EDTF with `year` where the words give none.

    A range that runs over New Year ends in the following year.
    """
    if UNKNOWN_YEAR not in found.value or found.shift is not None:
        return found.value
    first, slash, last = found.value.partition("/")
    following = year
    if first[:4] == last[:4] == UNKNOWN_YEAR and first[5:7] > last[5:7]:
        following = year + 1
    return (
        first.replace(UNKNOWN_YEAR, f"{year:04d}")
        + slash
        + last.replace(UNKNOWN_YEAR, f"{following:04d}")
    )


def _latest_year(partial: str, reference: date) -> int:
    """Return the latest year in which ``XXXX-MM[-DD]`` is not after `reference`."""
    month = int(partial[5:7])
    if month > _MAX_MONTH:  # a season
        return reference.year if reference.month >= (month - 20) * 3 else reference.year - 1
    if len(partial) == len("XXXX-MM"):
        return reference.year if month <= reference.month else reference.year - 1
    day = int(partial[8:10])
    year = (
        reference.year
        if (month, day) <= (reference.month, reference.day)
        else reference.year - 1
    )
    if (month, day) == (2, 29):
        while not is_date(year, month, day):
            year -= 1
    return year


def _dated(tokens: Tokens, reading: DateReading) -> FoundDate:
    return FoundDate(
        start=tokens[reading.first].start,
        end=tokens[reading.after - 1].end,
        value=reading.value,
        rule=reading.rule,
        shift=reading.shift,
    )


def _reading_at(tokens: Tokens, place: int, text: str, free_from: int) -> DateReading | None:
    """Return the date that this token announces; words before `free_from` are taken."""
    word = tokens[place].word
    if word[0].isdecimal():
        return read_figures(tokens, place, text) or read_year(tokens, place, text)
    name = month_at(tokens, place)
    if name is not None:
        return read_month(tokens, place, name, text, free_from)
    if word in SEASONS:
        return read_season(tokens, place)
    if not may_be_relative(word):
        return None
    relative = relative_at(
        [t.word for t in tokens[place : place + 5]], word_at(tokens, place - 1)
    )
    if relative is None or not _names_a_day(tokens, place, word, text):
        return None
    shift, length = relative
    return DateReading(place, place + length, shift.edtf, "date:relative", shift)


def _names_a_day(tokens: Tokens, place: int, word: str, text: str) -> bool:
    """Say whether a weekday stands alone: not before or behind a full date, and capitalised."""
    if word not in WEEKDAYS:
        return True
    if not text[tokens[place].start].isupper():
        return False
    near = [word_at(tokens, place + ahead) for ahead in range(1, 5)]
    if near[0] in {"morning", "afternoon", "evening", "night"}:
        near = near[1:]
    beside = near[:1] if near[:1] and near[0] not in {",", "the", "on"} else near[1:3]
    return not any(w[:1].isdecimal() or w in month_names() for w in beside)


def _share_years(found: list[DateReading]) -> list[DateReading]:
    """Give a date without a year the year of the next one: "5 May and 3 June 2020"."""
    shared: list[DateReading] = []
    following: DateReading | None = None
    for reading in reversed(found):
        done = reading
        if (
            following is not None
            and UNKNOWN_YEAR in reading.value
            and reading.shift is None
            and following.first - reading.after <= len("5 May, and on the")
            and following.value[:4].isdecimal()
            and following.rule.startswith(("date:day-month", "date:month"))
        ):
            year = int(following.value[:4])
            if reading.value[5:7] > following.value[5:7] and _joined(reading, following):
                year -= 1
            done = replace(reading, value=reading.value.replace(UNKNOWN_YEAR, f"{year:04d}"))
        shared.append(done)
        following = done
    return shared[::-1]


def _joined(reading: DateReading, following: DateReading) -> bool:
    return following.first - reading.after == 1


def _join_ranges(tokens: Tokens, found: list[DateReading]) -> list[DateReading]:
    """Put together "30 July to 2 August 1995" and "between X and Y"; open "since X"."""
    merged: list[DateReading] = []
    for reading in found:
        earlier = merged[-1] if merged else None
        if earlier is not None and _spans_to(tokens, earlier, reading):
            value = f"{earlier.value}/{reading.value}"
            merged[-1] = DateReading(earlier.first, reading.after, value, "date:range")
            continue
        merged.append(reading)
    return [_opened(tokens, reading) for reading in merged]


def _spans_to(tokens: Tokens, earlier: DateReading, later: DateReading) -> bool:
    if "/" in earlier.value + later.value or earlier.shift or later.shift:
        return False
    between = [t.word for t in tokens[earlier.after : later.first]]
    if between and between[-1] in {"the", "early", "mid", "late", "on"}:
        between.pop()
    if len(between) != 1:
        return False
    if between[0] in TO_WORDS | DASHES:
        return True
    leaders = {word_at(tokens, earlier.first - 1), word_at(tokens, earlier.first - 2)}
    return between[0] == "and" and "between" in leaders


def _opened(tokens: Tokens, reading: DateReading) -> DateReading:
    before = word_at(tokens, reading.first - 1)
    if "/" in reading.value or reading.shift is not None or reading.value[0] == "[":
        return reading
    onwards = word_at(tokens, reading.after) in {"onwards", "onward"}
    if before in _SINCE or onwards:
        return replace(reading, value=reading.value + "/..", rule=reading.rule + ":since")
    if before in _UNTIL - {"before"}:
        return replace(reading, value="../" + reading.value, rule=reading.rule + ":until")
    return reading
