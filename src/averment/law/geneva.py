"""The four Geneva Conventions and their Protocols by number, as lawyers count them.

"Fourth Geneva Convention", "Geneva Conventions III and IV", "GC IV", "the third and fourth
Geneva Conventions". The Protocols are in `averment.law.geneva_protocol`.
"""

import re
from collections.abc import Iterator, Sequence

from averment.law.naming import Naming

# OCR reads I as l and 1; a Roman numeral here is at most IV.
_ROMAN = r"(?:[IlV1]{1,3})"
WORD = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|I{1,3}|IV)"
_JOIN = r"\s{0,2}(?:,\s?(?:and\s)?|\band\b|&|/|\bor\b|\bto\b|-)\s{0,2}(?:the\s)?"
WORDS = rf"{WORD}(?:{_JOIN}{WORD}){{0,3}}"
NUMBER = rf"(?:{_ROMAN}|[1-4])"
NUMBERS = rf"\(?{NUMBER}\)?(?![\w.]\w)(?:{_JOIN}\(?{NUMBER}(?!\w)\)?){{0,3}}"
OF_1949 = (
    r"(?:,?\s(?:of\s)?(?:Geneva,?\s)?(?:of\s)?"
    r"\(?(?:12\s(?:August|Aug\.?)\s|August\s12,\s)?1949\)?)?"
)

_CONVENTIONS = (
    rf"\b(?P<a>{WORDS})(?:th)?\s(?:of\sthe\s(?:four\s)?)?(?:1949\s)?Geneva\sConventions?{OF_1949}",
    rf"\b(?:1949\s)?Geneva\sConventions?\s?(?:Nos?\.?\s?)?(?P<b>{NUMBERS}){OF_1949}(?!\w)",
    rf"\b(?-i:GC)s?[\s-]?(?P<c>{NUMBERS})(?!\w)",
)
# "the Fourth Convention", "Convention IV": only in a text that names the Geneva Conventions.
_SHORT_CONVENTIONS = (
    rf"\b(?P<a>(?i:{WORDS}))\sConventions?(?!\w)(?!\s(?:of|on|for|relating|concerning|against)\b){OF_1949}",
    rf"\bConventions?\s\(?(?P<b>{NUMBERS}){OF_1949}(?!\w)",
)
_CONVENTION = re.compile("|".join(_CONVENTIONS), re.IGNORECASE)
_SHORT_CONVENTION = re.compile("|".join(_SHORT_CONVENTIONS))
_NAMED = re.compile(r"Geneva\sConventions?(?!\s(?:relating|of\s1951|of\s28))")
_OTHER_NUMBERED = re.compile(r"ILO|Labour|Hague\sConventions?\s\(?[IVX]")
_ONE = re.compile(r"[A-Za-z0-9]+")
_RANGE = re.compile(r"\bto\b|-")

_VALUES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "iv": 4, "lv": 4, "1v": 4}
_CONVENTION_COUNT = 4
_HINTS = ("Geneva", "GENEVA", "geneva", "GC")


def find_numbered(text: str) -> Iterator[Naming]:
    """Yield the Conventions that `text` tells by number.

    Args:
        text: In level form, white space between words a single character.
    """
    if not any(hint in text for hint in _HINTS):
        return
    yield from _find(text, _CONVENTION, 0)
    named = _NAMED.search(text)
    if named is not None and _OTHER_NUMBERED.search(text) is None:
        yield from _find(text, _SHORT_CONVENTION, named.end())


def _find(text: str, pattern: re.Pattern[str], start: int) -> Iterator[Naming]:
    for match in pattern.finditer(text, start):
        numbers = read_numbers(match[match.lastgroup or 0], _CONVENTION_COUNT)
        if numbers:
            ids = tuple(f"GC{number}-1949" for number in numbers)
            yield Naming(
                start=match.start(), end=match.end(), instruments=ids, rule="law:number"
            )


def read_numbers(told: str, most: int) -> Sequence[int]:
    """Return the numbers that the words tell, or nothing if one is impossible.

    >>> read_numbers("third and fourth", 4), read_numbers("I to IV", 4), read_numbers("IX", 4)
    ([3, 4], [1, 2, 3, 4], [])
    """
    numbers = [_value(one) for one in _ONE.findall(told) if one.lower() not in _LINKING]
    if any(not 1 <= number <= most for number in numbers):
        return []
    if len(numbers) == len("ab") and _RANGE.search(told):
        return list(range(numbers[0], numbers[1] + 1))
    return list(dict.fromkeys(numbers))


_LINKING = frozenset({"and", "or", "to", "the"})


def _value(word: str) -> int:
    known = _VALUES.get(word.lower())
    if known is not None:
        return known
    if word[0].isdecimal() and word not in {"1", "11", "111"}:
        return int(word[0])
    # I, II, III, and as scanners read them: l, Il, 11.
    return len(word) if set(word) <= set("Ilil1") else 0
