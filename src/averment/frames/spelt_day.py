"""Days written out in words, as deeds and petitions write them.

``this third day of May nineteen hundred and ninety-nine``, ``the 3rd day of May, in the year of
our Lord 1999``.
"""

import datetime as dt
import re
from collections.abc import Iterator

from averment.prose.date_names import month_names

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_SMALL = {word: value for value, word in enumerate(f"{_ONES} {_TEENS}".split(), start=1)}
_ROUND = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
_DAYS = {
    **{word: value for value, word in enumerate(_ORDINALS.split(), start=1)},
    **{f"twenty {word}": 20 + n for n, word in enumerate(_ORDINALS.split()[:9], start=1)},
    "thirtieth": 30,
    "thirty first": 31,
}
_FIRST_TEEN = 10
_HUNDRED = 100
_THOUSAND = 1000
_MOST_THOUSANDS = 2
_NAMED = "|".join(sorted(_DAYS, key=lambda name: (-len(name), name))).replace(" ", r"[\s-]")
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{_NAMED})"
_YEAR = (
    r"(?P<year>\d{4}|(?:nineteen|(?:one|two)\sthousand|twenty|eighteen)"
    r"(?:[\s-]{1,2}[a-z]{2,9}){0,6})"
)
_PHRASE = re.compile(
    rf"\b{_DAY}\s(?:day\s)?of\s(?P<month>[a-z]{{3,9}}),?\s(?:(?:in\sthe\syear\s)?(?:of\sour\slord\s)?|a\.?d\.?\s)?"
    rf"(?:in\sthe\syear\s)?{_YEAR}",
    re.IGNORECASE,
)


def spelt_days(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, ISO day) of each day in words.

    >>> list(spelt_days("this third day of May nineteen hundred and ninety-nine"))
    [(5, 54, '1999-05-03')]
    """
    if " of " not in text:
        return
    for found in _PHRASE.finditer(text):
        day = _day(found["day"].lower().replace("-", " "))
        name = month_names().get(found["month"].lower())
        year, length = _year(found["year"])
        if day is None or name is None or year is None:
            continue
        try:
            value = dt.date(year, name.month, day)
        except ValueError:
            continue
        yield found.start(), found.start("year") + length, value.isoformat()


def _day(words: str) -> int | None:
    figures = re.match(r"\d{1,2}", words)
    return int(figures.group()) if figures is not None else _DAYS.get(words)


def _year(words: str) -> tuple[int | None, int]:
    """Return the year, and how many characters of `words` give it."""
    if words.isdecimal():
        return int(words), len(words)
    thousands = 0
    rest = 0
    end = 0
    for found in re.finditer(r"[A-Za-z]+", words):
        word = found.group().lower()
        value = _ROUND.get(word) or _SMALL.get(word)
        if word == "and":
            continue
        if word == "hundred" and 0 < rest < _HUNDRED:
            rest *= _HUNDRED
        elif word == "thousand" and 0 < rest <= _MOST_THOUSANDS:
            thousands, rest = rest * _THOUSAND, 0
        elif value is None:
            break
        elif _FIRST_TEEN <= rest < _HUNDRED and value >= _FIRST_TEEN:
            # "nineteen ninety-nine" leaves the hundred unsaid.
            rest = rest * _HUNDRED + value
        else:
            rest += value
        end = found.end()
    year = thousands + rest
    return (year if year > _THOUSAND else None), end
