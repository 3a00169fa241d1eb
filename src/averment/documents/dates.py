"""Dates in running text, with the precision that the words have.

Values are EDTF (ISO 8601-2): ``2020-10-08``, ``2020-10``, ``1991-12-06/1991-12-08``, ``2020-10~``
for "early October 2020", ``2020-10-10/..`` for "since 10 October 2020",
``[2021-03-04,2021-04-03]`` where 03/04/2021 can be read both ways. What the words leave open is
``X``: "on 8 December" is ``XXXX-12-08``. `resolve` fills that in from a reference date.

One pass over the words of the text; a candidate looks at a bounded number of neighbours.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from averment.documents.date_names import SEASONS, WEEKDAYS, MonthName, month_names
from averment.documents.relative_date import Shift, relative_at, resolve_shift

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_YEARS = range(1800, 2100)
_MAX_DAY = 31
_MAX_MONTH = 12
_YEAR_DIGITS = 4
_UNKNOWN_YEAR = "XXXX"

_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "º", "ª", "го", "lik", "ին"})
_OF = frozenset({"of", "de", "del", "di", "la", "the", "day"})
_DASHES = frozenset({"-", "–", "—", "‑", "‐", "/"})
_TO = frozenset({"to", "until", "till", "through", "thru", "al", "au", "bis", "по", "до", "a"})
_YEAR_GAP = frozenset({",", ".", "of", "de", "del", "di", "on"})
_VAGUE = frozenset({"early", "mid", "late", "about", "around", "circa", "ca", "approximately"})
_VAGUE_AFTER = frozenset({"beginning", "start", "end", "middle"})
_SINCE = frozenset({"since", "starting", "beginning"})
_UNTIL = frozenset({"until", "till", "before"})
_MONTH_LEADERS = frozenset(
    {"in", "of", "since", "until", "till", "during", "from", "by", "throughout", "early", "mid"}
    | {"late", "last", "this", "through", "to", "and", "between", "before", "after", "for"}
)
_YEAR_LEADERS = frozenset(
    {
        "in",
        "since",
        "during",
        "from",
        "until",
        "till",
        "by",
        "throughout",
        "early",
        "late",
        "mid",
    }
    | {"between", "before", "after", "year", "of", "around", "circa", "and", "to", "through"}
)
# "The 1949 Convention" dates a text, not what happened.
_DATED_TEXTS = frozenset(
    """convention conventions resolution resolutions constitution protocol protocols law act
    treaty report statute declaration agreement covenant budget code decree edition""".split()  # noqa: SIM905
)
_AMBIGUOUS_MONTHS = frozenset({"may", "march"})
_AFTER_DAY_WORDS = frozenset(
    """in at on the and or when of by to after before that until till was were is has had from
    near with as for this last but while during between against near a an""".split()  # noqa: SIM905
)


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


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


_Tokens = Sequence[_Token]


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates of `text`, in order, not overlapping.

    >>> [d.value for d in find_dates("on 7-8 August 2008, and since Oct. 18, 2020")]
    ['2008-08-07/2008-08-08', '2020-10-18/..']
    """
    tokens = [_Token(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    found: list[_Reading] = []
    place = 0
    while place < len(tokens):
        reading = _reading_at(tokens, place, text, found[-1].after if found else 0)
        if reading is None:
            place += 1
            continue
        found.append(reading)
        place = max(place + 1, reading.after)
    merged = _ranges(tokens, _years_shared(found))
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
        return resolve_shift(found.shift, day)
    if _UNKNOWN_YEAR not in found.value:
        return found.value
    first = found.value.replace("../", "").split("/")[0].rstrip("~")
    year = _latest_year(first, day)
    return in_year(found, year=year)


def in_year(found: FoundDate, *, year: int) -> str:
    """Return `found` as EDTF with `year` where the words give none.

    A range that runs over New Year ends in the following year.
    """
    if _UNKNOWN_YEAR not in found.value or found.shift is not None:
        return found.value
    first, slash, last = found.value.partition("/")
    following = year
    if first[:4] == last[:4] == _UNKNOWN_YEAR and first[5:7] > last[5:7]:
        following = year + 1
    return (
        first.replace(_UNKNOWN_YEAR, f"{year:04d}")
        + slash
        + last.replace(_UNKNOWN_YEAR, f"{following:04d}")
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
        while not _is_date(year, month, day):
            year -= 1
    return year


@dataclass(frozen=True, slots=True)
class _Reading:
    """A date as read, in tokens, before ranges are put together."""

    first: int
    after: int
    value: str
    rule: str
    shift: Shift | None = None


def _dated(tokens: _Tokens, reading: _Reading) -> FoundDate:
    return FoundDate(
        start=tokens[reading.first].start,
        end=tokens[reading.after - 1].end,
        value=reading.value,
        rule=reading.rule,
        shift=reading.shift,
    )


def _word(tokens: _Tokens, place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""


def _reading_at(tokens: _Tokens, place: int, text: str, free_from: int) -> _Reading | None:
    """Return the date that this token announces; words before `free_from` are taken."""
    word = tokens[place].word
    if word[0].isdecimal():
        return _numeric(tokens, place, text) or _year_alone(tokens, place, text)
    name = _month_at(tokens, place)
    if name is not None:
        return _with_month(tokens, place, name, text, free_from)
    if word in SEASONS:
        return _season(tokens, place)
    relative = relative_at(
        [t.word for t in tokens[place : place + 5]], _word(tokens, place - 1)
    )
    if relative is None or not _names_a_day(tokens, place, word, text):
        return None
    shift, length = relative
    return _Reading(place, place + length, shift.edtf, "date:relative", shift)


def _names_a_day(tokens: _Tokens, place: int, word: str, text: str) -> bool:
    """Say whether a weekday stands alone: not before or behind a full date, and capitalised."""
    if word not in WEEKDAYS:
        return True
    if not text[tokens[place].start].isupper():
        return False
    near = [_word(tokens, place + ahead) for ahead in range(1, 5)]
    if near[0] in {"morning", "afternoon", "evening", "night"}:
        near = near[1:]
    beside = near[:1] if near[:1] and near[0] not in {",", "the", "on"} else near[1:3]
    return not any(w[:1].isdecimal() or w in month_names() for w in beside)


def _month_at(tokens: _Tokens, place: int) -> MonthName | None:
    names = month_names()
    word = tokens[place].word
    double = names.get(f"{word} {_word(tokens, place + 1)}")
    return double or names.get(word)


# --- a month by name -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Days:
    """Days beside a month: first and last, and how far the words reach."""

    first: int
    last: int
    edge: int
    """The token where the words begin (before the month) or the token behind them (after it)."""


def _with_month(
    tokens: _Tokens, place: int, name: MonthName, text: str, free_from: int
) -> _Reading | None:
    behind = place + 1
    if f"{tokens[place].word} {_word(tokens, behind)}" in month_names():
        behind += 1
    if name.short or _word(tokens, behind) == ".":
        dotted = behind + 1 if _word(tokens, behind) == "." else behind
    else:
        dotted = behind
    days = _days_before(tokens, place, free_from)
    rule = "day-month"
    if days is not None:
        first, after = days.edge, behind
        year = _year_behind(tokens, dotted, text)
        after = year.edge if year else after
    else:
        days, rule = _days_after(tokens, dotted, text), "month-day"
        first = place
        after = days.edge if days else behind
        year = _year_behind(tokens, after if days else dotted, text)
        after = year.edge if year else after
    if year is None and rule == "month-day":
        year = _year_before(tokens, place, free_from)
        if year is not None:
            first, rule = year.edge, "year-month-day"
    reading = _compose(tokens, name, days, year, _Reading(first, after, "", rule))
    return reading if reading and _is_plausible(tokens, place, name, text, days, year) else None


def _compose(
    tokens: _Tokens, name: MonthName, days: _Days | None, year: _Days | None, frame: _Reading
) -> _Reading | None:
    printed = f"{year.first:04d}" if year else _UNKNOWN_YEAR
    month = f"{printed}-{name.month:02d}"
    rule = f"date:{frame.rule}" if days else "date:month"
    rule += "-year" if year and frame.rule != "year-month-day" else ""
    if days is None:
        vague = "~" if _is_vague(tokens, frame.first) else ""
        return replace(frame, value=month + vague, rule=rule)
    check = year.first if year else 2000
    if not all(_is_date(check, name.month, day) for day in (days.first, days.last)):
        return None
    value = f"{month}-{days.first:02d}"
    if days.last != days.first:
        value += f"/{month}-{days.last:02d}"
    elif _is_vague(tokens, frame.first):
        value += "~"
    return replace(frame, value=value, rule=rule)


def _is_plausible(
    tokens: _Tokens,
    place: int,
    name: MonthName,
    text: str,
    days: _Days | None,
    year: _Days | None,
) -> bool:
    """Keep out "may 12 persons", "the march", "out of 5": words that are also months."""
    capital = text[tokens[place].start].isupper()
    if name.short:
        return days is not None and (year is not None or capital)
    if not name.english:
        return days is not None or (year is not None)
    if days is not None and year is not None:
        return True
    if not capital:
        return False
    if days is not None:
        return _word(tokens, place) not in _AMBIGUOUS_MONTHS or _day_stands_alone(
            tokens, place, text, days
        )
    if year is not None or _word(tokens, place) not in _AMBIGUOUS_MONTHS:
        return True
    return _word(tokens, place - 1) in _MONTH_LEADERS


def _day_stands_alone(tokens: _Tokens, place: int, text: str, days: _Days) -> bool:
    if days.edge <= place:
        return True
    following = tokens[days.edge] if days.edge < len(tokens) else None
    if following is None or not following.word[0].isalpha():
        return True
    return following.word in _AFTER_DAY_WORDS or text[following.start].isupper()


def _is_vague(tokens: _Tokens, first: int) -> bool:
    before = [_word(tokens, first - 1), _word(tokens, first - 2), _word(tokens, first - 3)]
    if before[0] in _VAGUE or (before[0] in _DASHES and before[1] in _VAGUE):
        return True
    return before[0] == "of" and before[1] in _VAGUE_AFTER


def _day(tokens: _Tokens, place: int) -> int | None:
    word = _word(tokens, place)
    if not word.isdecimal() or len(word) > len("31"):
        return None
    value = int(word)
    return value if 1 <= value <= _MAX_DAY else None


def _days_before(tokens: _Tokens, place: int, free_from: int) -> _Days | None:
    """Read "8", "2nd of", "7-8", "5, 6 and 7", "6 to 8" that end right before the month."""
    end = place - 1
    skipped = 0
    while _word(tokens, end) in _OF | _ORDINALS | {"."} and skipped < len("of"):
        end -= 1
        skipped += 1
    last = _day(tokens, end)
    if last is None or end < free_from or _is_glued(tokens, end):
        return None
    first, edge = last, end
    for _ in range(_MAX_DAY):
        joint = edge - 1
        if _word(tokens, joint) in _ORDINALS:
            break
        if _word(tokens, joint) not in _DASHES | _TO | {
            "and",
            "or",
            ",",
            "y",
            "et",
            "und",
            "и",
            "e",
        }:
            break
        before = joint - 1 if _word(tokens, joint - 1) not in _ORDINALS else joint - 2
        if _word(tokens, before) == "," and _day(tokens, before - 1):
            before -= 1
        earlier = _day(tokens, before)
        if (
            earlier is None
            or earlier >= first
            or before < free_from
            or _is_glued(tokens, before)
        ):
            break
        first, edge = earlier, before
    return _Days(first, last, edge)


def _is_glued(tokens: _Tokens, place: int) -> bool:
    """Say whether a figure hangs on a letter, a sign or a decimal: "A5", "$5", "2.5"."""
    if place == 0 or tokens[place - 1].end != tokens[place].start:
        return False
    before = tokens[place - 1].word
    if before in _DASHES:
        return (
            _word(tokens, place - 2)[:1].isalpha()
            and tokens[place - 2].end == tokens[place - 1].start
        )
    return before[0].isalpha() or before in {"$", "€", "£", ".", "_", "#"}


def _days_after(tokens: _Tokens, place: int, text: str) -> _Days | None:
    """Read "27", "27th", "7-8", "5 and 7" that begin right behind the month."""
    if _word(tokens, place) == "the":
        place += 1
    first = _day(tokens, place)
    if first is None or len(_word(tokens, place)) > len("31"):
        return None
    glued = tokens[place].end
    if text[glued : glued + 1] in {"%", "°"}:
        return None
    after = _past_ordinal(tokens, place + 1)
    last = first
    while _word(tokens, after) in _DASHES | {"to", "and", ",", "through"}:
        joint = after + 1
        if _word(tokens, after) == "," and _word(tokens, joint) == "and":
            joint += 1
        later = _day(tokens, joint)
        if later is None or later <= last or not _ends_list(tokens, joint, text):
            break
        last, after = later, _past_ordinal(tokens, joint + 1)
    return _Days(first, last, after)


def _ends_list(tokens: _Tokens, place: int, text: str) -> bool:
    """Say whether a figure behind a day can be another day: not "May 5, 12 people"."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or not following.word[0].isalpha() or following.word in _ORDINALS:
        return True
    if following.word in month_names():
        return False
    return following.word in _AFTER_DAY_WORDS or text[following.start].isupper()


def _past_ordinal(tokens: _Tokens, place: int) -> int:
    if _word(tokens, place) in _ORDINALS and tokens[place].start == tokens[place - 1].end:
        return place + 1
    return place


def _year(tokens: _Tokens, place: int) -> int | None:
    word = _word(tokens, place)
    if len(word) != _YEAR_DIGITS or not word.isdecimal():
        return None
    return int(word) if int(word) in _YEARS else None


def _year_behind(tokens: _Tokens, place: int, text: str) -> _Days | None:
    for gap in range(3):
        year = _year(tokens, place + gap)
        if year is not None:
            after = place + gap + 1
            # "20 March 1999/2" is no year; "May 2020-" is.
            glued = text[tokens[after - 1].end : tokens[after - 1].end + 1]
            return None if glued == "/" else _Days(year, year, after)
        if _word(tokens, place + gap) not in _YEAR_GAP:
            return None
    return None


def _year_before(tokens: _Tokens, place: int, free_from: int) -> _Days | None:
    """Read "2020 October 8", "2020 թ. հոկտեմբերի 8"."""
    for gap in (1, 2, 3):
        year = _year(tokens, place - gap)
        if year is not None and place - gap >= free_from and not _is_glued(tokens, place - gap):
            return _Days(year, year, place - gap)
        if _word(tokens, place - gap) not in {",", ".", "թ", "წლის", "թվականի"}:
            return None
    return None


# --- figures only ----------------------------------------------------------------------------


def _numeric(tokens: _Tokens, place: int, text: str) -> _Reading | None:
    """Read 2020-10-08, 2020/10/08, 08.10.2020, 10/8/2020, 2020年10月8日."""
    five = tokens[place : place + 5]
    if len(five) < 5 or not (five[2].word.isdecimal() and five[4].word.isdecimal()):  # noqa: PLR2004
        return None
    sign = five[1].word
    last = place + 5
    cjk = (sign, five[3].word) in {("年", "月"), ("년", "월")}
    if not cjk and (
        sign != five[3].word or sign not in {"-", ".", "/", "–"} or not _close(five)
    ):
        return None
    if cjk and _word(tokens, last) in {"日", "일"}:
        last += 1
    before, behind = (
        text[five[0].start - 1 : five[0].start],
        text[five[4].end : five[4].end + 2],
    )
    if before in {"/", "-", "_", "."} or behind[:1] in {"/", "_"} or _goes_on(behind):
        return None
    value = _read_figures([five[0].word, five[2].word, five[4].word], sign)
    return _Reading(place, last, value, "date:figures") if value else None


def _close(tokens: _Tokens) -> bool:
    return all(a.end == b.start for a, b in zip(tokens, tokens[1:], strict=False))


def _goes_on(behind: str) -> bool:
    return len(behind) > 1 and behind[0] in ".-" and behind[1].isalnum()


def _read_figures(parts: list[str], sign: str) -> str | None:
    lengths = [len(part) for part in parts]
    a, b, c = (int(part) if len(part) <= _YEAR_DIGITS else 0 for part in parts)
    if lengths[0] == _YEAR_DIGITS and max(lengths[1:]) <= len("31"):
        return _iso(a, b, c)
    if lengths[2] != _YEAR_DIGITS or max(lengths[:2]) > len("31"):
        return None
    if sign == ".":
        return _iso(c, b, a)
    readings = sorted({r for r in (_iso(c, a, b), _iso(c, b, a)) if r})
    if not readings:
        return None
    return readings[0] if len(readings) == 1 else f"[{','.join(readings)}]"


def _iso(year: int, month: int, day: int) -> str | None:
    if year not in _YEARS or not _is_date(year, month, day):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _year_alone(tokens: _Tokens, place: int, text: str) -> _Reading | None:
    """Read "in 2005", "the 1990s", "the 2008 war", "1983-2009"."""
    year = _year(tokens, place)
    if year is None or _is_glued(tokens, place):
        return None
    start, end = tokens[place].start, tokens[place].end
    if text[start - 1 : start] in {"/", "(", "-", ","} or text[end : end + 1] in {"/", "_"}:
        return None
    before, behind = _word(tokens, place - 1), _word(tokens, place + 1)
    if behind in _DASHES:
        later = _year(tokens, place + 2)
        if later is not None and later > year and before not in {"report", "no", "budget"}:
            return _Reading(place, place + 3, f"{year}/{later}", "date:years")
        return None
    if behind == "s" and end == tokens[place + 1].start and year % 10 == 0:
        return _Reading(place, place + 2, f"{year // 10}X", "date:decade")
    if before in _YEAR_LEADERS and (before != "of" or _word(tokens, place - 2) in _OF_YEAR):
        return _Reading(place, place + 1, str(year) + _vague_mark(before), "date:year")
    if before == "the" and behind[:1].isalpha() and behind not in _DATED_TEXTS:
        if text[tokens[place + 1].start].islower():
            return _Reading(place, place + 1, str(year), "date:year-of")
    return None


_OF_YEAR = frozenset(
    """end beginning start middle autumn summer winter spring fall course war events half
    quarter months crisis""".split()  # noqa: SIM905
)


def _vague_mark(before: str) -> str:
    return "~" if before in {"around", "circa"} else ""


def _season(tokens: _Tokens, place: int) -> _Reading | None:
    """Read "summer 2014", "in the spring of 1915"; a season without a year is no date."""
    for gap in (1, 2):
        year = _year(tokens, place + gap)
        if year is not None:
            value = f"{year}-{SEASONS[tokens[place].word]}"
            return _Reading(place, place + gap + 1, value, "date:season")
        if _word(tokens, place + gap) not in {"of", ","}:
            return None
    return None


# --- several dates together ------------------------------------------------------------------


def _years_shared(found: list[_Reading]) -> list[_Reading]:
    """Give a date without a year the year of the next one: "5 May and 3 June 2020"."""
    shared: list[_Reading] = []
    following: _Reading | None = None
    for reading in reversed(found):
        done = reading
        if (
            following is not None
            and _UNKNOWN_YEAR in reading.value
            and reading.shift is None
            and following.first - reading.after <= len("5 May, and on the")
            and following.value[:4].isdecimal()
            and following.rule.startswith(("date:day-month", "date:month"))
        ):
            year = int(following.value[:4])
            if reading.value[5:7] > following.value[5:7] and _joined(reading, following):
                year -= 1
            done = replace(reading, value=reading.value.replace(_UNKNOWN_YEAR, f"{year:04d}"))
        shared.append(done)
        following = done
    return shared[::-1]


def _joined(reading: _Reading, following: _Reading) -> bool:
    return following.first - reading.after == 1


def _ranges(tokens: _Tokens, found: list[_Reading]) -> list[_Reading]:
    """Put together "30 July to 2 August 1995" and "between X and Y"; open "since X"."""
    merged: list[_Reading] = []
    for reading in found:
        earlier = merged[-1] if merged else None
        if earlier is not None and _spans_to(tokens, earlier, reading):
            value = f"{earlier.value}/{reading.value}"
            merged[-1] = _Reading(earlier.first, reading.after, value, "date:range")
            continue
        merged.append(reading)
    return [_opened(tokens, reading) for reading in merged]


def _spans_to(tokens: _Tokens, earlier: _Reading, later: _Reading) -> bool:
    if "/" in earlier.value + later.value or earlier.shift or later.shift:
        return False
    between = [t.word for t in tokens[earlier.after : later.first]]
    if between and between[-1] in {"the", "early", "mid", "late", "on"}:
        between.pop()
    if len(between) != 1:
        return False
    if between[0] in _TO | _DASHES:
        return True
    leaders = {_word(tokens, earlier.first - 1), _word(tokens, earlier.first - 2)}
    return between[0] == "and" and "between" in leaders


def _opened(tokens: _Tokens, reading: _Reading) -> _Reading:
    before = _word(tokens, reading.first - 1)
    if "/" in reading.value or reading.shift is not None or reading.value[0] == "[":
        return reading
    onwards = _word(tokens, reading.after) in {"onwards", "onward"}
    if before in _SINCE or onwards:
        return replace(reading, value=reading.value + "/..", rule=reading.rule + ":since")
    if before in _UNTIL - {"before"}:
        return replace(reading, value="../" + reading.value, rule=reading.rule + ":until")
    return reading
