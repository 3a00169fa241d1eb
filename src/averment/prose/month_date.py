"""Dates with a month by name: "8 October 2020", "Oct. 7-8", "2020 թ. հոկտեմբերի 8".

What stands beside the month decides: a day before it, a day behind it, a year on either side.
"""

from dataclasses import dataclass, replace
from functools import cache

from averment.prose.date_names import MonthName, month_names
from averment.prose.date_token import (
    DASHES,
    TO_WORDS,
    UNKNOWN_YEAR,
    DateReading,
    Tokens,
    is_date,
    is_glued,
    word_at,
    year_at,
)
from averment.prose.word_set import word_set

_MAX_DAY = 31
_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "º", "ª", "го", "lik", "ին"})
_OF = frozenset({"of", "de", "del", "di", "la", "the", "day"})
_YEAR_GAP = frozenset({",", ".", "of", "de", "del", "di", "on"})
_VAGUE = frozenset({"early", "mid", "late", "about", "around", "circa", "ca", "approximately"})
_VAGUE_AFTER = frozenset({"beginning", "start", "end", "middle"})
_MONTH_LEADERS = frozenset(
    {"in", "of", "since", "until", "till", "during", "from", "by", "throughout", "early", "mid"}
    | {"late", "last", "this", "through", "to", "and", "between", "before", "after", "for"}
)
_AMBIGUOUS_MONTHS = frozenset({"may", "march"})
_AFTER_DAY_WORDS = word_set(
    """
    in at on the and or when of by to after before that until till was were is has had from
    near with as for this last but while during between against near a an
    """
)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in month_names())


def month_at(tokens: Tokens, place: int) -> MonthName | None:
    """Return the month that the word at `place` names, or two words together."""
    names = month_names()
    word = tokens[place].word
    if word not in _first_words():  # nearly every word of a text
        return None
    double = names.get(f"{word} {word_at(tokens, place + 1)}")
    return double or names.get(word)


@dataclass(frozen=True, slots=True)
class _Days:
    """Days beside a month: first and last, and how far the words reach."""

    first: int
    last: int
    edge: int
    """The token where the words begin, before the month; the one behind them, after it."""


def read_month(
    tokens: Tokens, place: int, name: MonthName, text: str, free_from: int
) -> DateReading | None:
    """Return the date around the month at `place`; words before `free_from` are taken."""
    behind = place + 1
    if f"{tokens[place].word} {word_at(tokens, behind)}" in month_names():
        behind += 1
    if name.short or word_at(tokens, behind) == ".":
        dotted = behind + 1 if word_at(tokens, behind) == "." else behind
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
    reading = _compose(tokens, name, days, year, DateReading(first, after, "", rule))
    return reading if reading and _is_plausible(tokens, place, name, text, days, year) else None


def _compose(
    tokens: Tokens, name: MonthName, days: _Days | None, year: _Days | None, frame: DateReading
) -> DateReading | None:
    printed = f"{year.first:04d}" if year else UNKNOWN_YEAR
    month = f"{printed}-{name.month:02d}"
    rule = f"date:{frame.rule}" if days else "date:month"
    rule += "-year" if year and frame.rule != "year-month-day" else ""
    if days is None:
        vague = "~" if _is_vague(tokens, frame.first) else ""
        return replace(frame, value=month + vague, rule=rule)
    check = year.first if year else 2000
    if not all(is_date(check, name.month, day) for day in (days.first, days.last)):
        return None
    value = f"{month}-{days.first:02d}"
    if days.last != days.first:
        value += f"/{month}-{days.last:02d}"
    elif _is_vague(tokens, frame.first):
        value += "~"
    return replace(frame, value=value, rule=rule)


def _is_plausible(
    tokens: Tokens,
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
        return days is not None or year is not None
    if days is not None and year is not None:
        return True
    return capital and _is_no_other_word(tokens, place, text, days, year)


def _is_no_other_word(
    tokens: Tokens, place: int, text: str, days: _Days | None, year: _Days | None
) -> bool:
    """Say whether "May" or "March" is the month by what stands beside it."""
    if word_at(tokens, place) not in _AMBIGUOUS_MONTHS or year is not None:
        return True
    if days is not None:
        return _day_stands_alone(tokens, place, text, days)
    return word_at(tokens, place - 1) in _MONTH_LEADERS


def _day_stands_alone(tokens: Tokens, place: int, text: str, days: _Days) -> bool:
    if days.edge <= place:
        return True
    following = tokens[days.edge] if days.edge < len(tokens) else None
    if following is None or not following.word[0].isalpha():
        return True
    return following.word in _AFTER_DAY_WORDS or text[following.start].isupper()


def _is_vague(tokens: Tokens, first: int) -> bool:
    before = [
        word_at(tokens, first - 1),
        word_at(tokens, first - 2),
        word_at(tokens, first - 3),
    ]
    if before[0] in _VAGUE or (before[0] in DASHES and before[1] in _VAGUE):
        return True
    return before[0] == "of" and before[1] in _VAGUE_AFTER


def _day(tokens: Tokens, place: int) -> int | None:
    word = word_at(tokens, place)
    if not word.isdecimal() or len(word) > len("31"):
        return None
    value = int(word)
    return value if 1 <= value <= _MAX_DAY else None


def _days_before(tokens: Tokens, place: int, free_from: int) -> _Days | None:
    """Read "8", "2nd of", "7-8", "5, 6 and 7", "6 to 8" that end right before the month."""
    end = place - 1
    skipped = 0
    while word_at(tokens, end) in _OF | _ORDINALS | {"."} and skipped < len("of"):
        end -= 1
        skipped += 1
    last = _day(tokens, end)
    if last is None or end < free_from or is_glued(tokens, end):
        return None
    first, edge = last, end
    for _ in range(_MAX_DAY):
        joint = edge - 1
        if word_at(tokens, joint) in _ORDINALS:
            break
        if word_at(tokens, joint) not in DASHES | TO_WORDS | {
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
        before = joint - 1 if word_at(tokens, joint - 1) not in _ORDINALS else joint - 2
        if word_at(tokens, before) == "," and _day(tokens, before - 1):
            before -= 1
        earlier = _day(tokens, before)
        if (
            earlier is None
            or earlier >= first
            or before < free_from
            or is_glued(tokens, before)
        ):
            break
        first, edge = earlier, before
    return _Days(first, last, edge)


def _days_after(tokens: Tokens, place: int, text: str) -> _Days | None:
    """Read "27", "27th", "7-8", "5 and 7" that begin right behind the month."""
    if word_at(tokens, place) == "the":
        place += 1
    first = _day(tokens, place)
    if first is None or len(word_at(tokens, place)) > len("31"):
        return None
    glued = tokens[place].end
    if text[glued : glued + 1] in {"%", "°"}:
        return None
    after = _past_ordinal(tokens, place + 1)
    last = first
    while word_at(tokens, after) in DASHES | {"to", "and", ",", "through"}:
        joint = after + 1
        if word_at(tokens, after) == "," and word_at(tokens, joint) == "and":
            joint += 1
        later = _day(tokens, joint)
        if later is None or later <= last or not _ends_list(tokens, joint, text):
            break
        last, after = later, _past_ordinal(tokens, joint + 1)
    return _Days(first, last, after)


def _ends_list(tokens: Tokens, place: int, text: str) -> bool:
    """Say whether a figure behind a day can be another day: not "May 5, 12 people"."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or not following.word[0].isalpha() or following.word in _ORDINALS:
        return True
    if following.word in month_names():
        return False
    return following.word in _AFTER_DAY_WORDS or text[following.start].isupper()


def _past_ordinal(tokens: Tokens, place: int) -> int:
    if word_at(tokens, place) in _ORDINALS and tokens[place].start == tokens[place - 1].end:
        return place + 1
    return place


def _year_behind(tokens: Tokens, place: int, text: str) -> _Days | None:
    for gap in range(3):
        year = year_at(tokens, place + gap)
        if year is not None:
            after = place + gap + 1
            # "20 March 1999/2" is no year; "May 2020-" is.
            glued = text[tokens[after - 1].end : tokens[after - 1].end + 1]
            return None if glued == "/" else _Days(year, year, after)
        if word_at(tokens, place + gap) not in _YEAR_GAP:
            return None
    return None


def _year_before(tokens: Tokens, place: int, free_from: int) -> _Days | None:
    """Read "2020 October 8", "2020 թ. հոկտեմբերի 8"."""
    for gap in (1, 2, 3):
        year = year_at(tokens, place - gap)
        if year is not None and place - gap >= free_from and not is_glued(tokens, place - gap):
            return _Days(year, year, place - gap)
        if word_at(tokens, place - gap) not in {",", ".", "թ", "წლის", "թվականի"}:
            return None
    return None
