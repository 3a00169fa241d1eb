"""Dates in figures ("2020-10-08", "08.10.2020", "10/8/2020"), years and seasons alone."""

from itertools import pairwise

from averment.prose.date_names import SEASONS
from averment.prose.date_token import (
    DASHES,
    DateReading,
    Tokens,
    is_date,
    is_glued,
    word_at,
    year_at,
)
from averment.prose.word_set import word_set

_YEARS = range(1800, 2100)
_YEAR_DIGITS = 4
_PARTS = 5
_SIGNS = {"-": "-", ".": ".", "/": "/", "–": "–", "年": "月", "년": "월"}
_NO_YEAR_BEFORE = frozenset({"/", "(", "-", ","})
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
_OF_YEAR = word_set(
    """
    end beginning start middle autumn summer winter spring fall course war events half
    quarter months crisis
    """
)
# "The 1949 Convention" dates a text, not what happened.
_DATED_TEXTS = word_set(
    """
    convention conventions resolution resolutions constitution protocol protocols law act
    treaty report statute declaration agreement covenant budget code decree edition
    """
)


def read_figures(tokens: Tokens, place: int, text: str) -> DateReading | None:
    """Read 2020-10-08, 2020/10/08, 08.10.2020, 10/8/2020, 2020年10月8日."""
    if word_at(tokens, place + 1) not in _SIGNS:
        return None
    five = tokens[place : place + _PARTS]
    if len(five) < _PARTS or not (five[2].word.isdecimal() and five[4].word.isdecimal()):
        return None
    sign, second = five[1].word, five[3].word
    last = place + _PARTS
    if _SIGNS[sign] != second or (sign == second and not _close(five)):
        return None
    if sign != second and word_at(tokens, last) in {"日", "일"}:
        last += 1
    before, behind = (
        text[five[0].start - 1 : five[0].start],
        text[five[4].end : five[4].end + 2],
    )
    if before in {"/", "-", "_", "."} or behind[:1] in {"/", "_"} or _goes_on(behind):
        return None
    value = _iso_of([five[0].word, five[2].word, five[4].word], sign)
    return DateReading(place, last, value, "date:figures") if value else None


def _close(tokens: Tokens) -> bool:
    return all(a.end == b.start for a, b in pairwise(tokens))


def _goes_on(behind: str) -> bool:
    return len(behind) > 1 and behind[0] in ".-" and behind[1].isalnum()


def _iso_of(parts: list[str], sign: str) -> str | None:
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
    if year not in _YEARS or not is_date(year, month, day):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def read_year(tokens: Tokens, place: int, text: str) -> DateReading | None:
    """Read "in 2005", "the 1990s", "the 2008 war", "1983-2009"."""
    year = year_at(tokens, place)
    if year is None or is_glued(tokens, place):
        return None
    start, end = tokens[place].start, tokens[place].end
    if text[start - 1 : start] in _NO_YEAR_BEFORE or text[end : end + 1] in {"/", "_"}:
        return None
    behind = word_at(tokens, place + 1)
    if behind in DASHES:
        return _years(tokens, place, year)
    if behind == "s" and end == tokens[place + 1].start and year % 10 == 0:
        return DateReading(place, place + 2, f"{year // 10}X", "date:decade")
    return _led_year(tokens, place, text, year)


def _years(tokens: Tokens, place: int, year: int) -> DateReading | None:
    later = year_at(tokens, place + 2)
    before = word_at(tokens, place - 1)
    if later is None or later <= year or before in {"report", "no", "budget"}:
        return None
    return DateReading(place, place + 3, f"{year}/{later}", "date:years")


def _led_year(tokens: Tokens, place: int, text: str, year: int) -> DateReading | None:
    before, behind = word_at(tokens, place - 1), word_at(tokens, place + 1)
    if before in _YEAR_LEADERS and (before != "of" or word_at(tokens, place - 2) in _OF_YEAR):
        return DateReading(place, place + 1, str(year) + _vague_mark(before), "date:year")
    names_what = (
        before == "the"
        and behind[:1].isalpha()
        and behind not in _DATED_TEXTS
        and text[tokens[place + 1].start].islower()
    )
    return DateReading(place, place + 1, str(year), "date:year-of") if names_what else None


def _vague_mark(before: str) -> str:
    return "~" if before in {"around", "circa"} else ""


def read_season(tokens: Tokens, place: int) -> DateReading | None:
    """Read "summer 2014", "in the spring of 1915"; a season without a year is no date."""
    for gap in (1, 2):
        year = year_at(tokens, place + gap)
        if year is not None:
            value = f"{year}-{SEASONS[tokens[place].word]}"
            return DateReading(place, place + gap + 1, value, "date:season")
        if word_at(tokens, place + gap) not in {"of", ","}:
            return None
    return None
