"""The four Geneva Conventions and their Protocols by number, as lawyers count them.

"Fourth Geneva Convention", "Geneva Conventions III and IV", "GC IV", "the third and fourth
Geneva Conventions", "Additional Protocol I", "Protocols I and II additional to".
"""

import re
from collections.abc import Callable, Iterator

from averment.law.naming import Naming

# OCR reads I as l and 1; a Roman numeral here is at most IV.
_ROMAN = r"(?:[IlV1]{1,3})"
_WORD = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|I{1,3}|IV)"
_JOIN = r"\s{0,2}(?:,\s?(?:and\s)?|\band\b|&|/|\bor\b|\bto\b|-)\s{0,2}(?:the\s)?"
_WORDS = rf"{_WORD}(?:{_JOIN}{_WORD}){{0,3}}"
_NUMBER = rf"(?:{_ROMAN}|[1-4])"
_NUMBERS = rf"{_NUMBER}(?![\w.]\w)(?:{_JOIN}{_NUMBER}(?!\w)){{0,3}}"
_OF_1949 = r"(?:\s(?:of\s)?(?:12\s(?:August|Aug\.?)\s)?1949)?"
_TO_GENEVA = (
    r"(?:\s(?:additional\s)?(?:to|of)\sthe\s(?:four\s|1949\s)?(?:Geneva\s)?Conventions?"
    r"(?:\sof\s(?:Geneva\s)?(?:12\s(?:August|Aug\.?)\s)?1949|\s\(?1949\)?)?)?"
)
_VICTIMS = (
    r"(?:,?\s(?:and\s)?relating\sto\sthe\sprotection\sof\s(?:the\s)?victims\sof\s"
    r"(?:non-\s?)?international\sarmed\sconflicts?)?"
)
_OF_1977 = r"(?:,?\s(?:of\s)?(?:8\sJune\s)?\(?1977\)?)?"
_TAIL = rf"{_TO_GENEVA}{_VICTIMS}{_OF_1977}"

_TO_THE_FOUR = (
    r"(?:additional\sto|to|of)\sthe\s(?:four\s|1949\s)?(?:1949\s)?"
    rf"Geneva\sConventions?{_OF_1949}{_VICTIMS}{_OF_1977}"
)

_CONVENTIONS = (
    rf"\b(?P<a>{_WORDS})(?:th)?\s(?:of\sthe\s(?:four\s)?)?(?:1949\s)?Geneva\sConventions?{_OF_1949}",
    rf"\b(?:1949\s)?Geneva\sConventions?\s?\(?(?:Nos?\.?\s?)?(?P<b>{_NUMBERS})\)?{_OF_1949}(?!\w)",
    rf"\b(?-i:GC)s?\s?(?P<c>{_NUMBERS})(?!\w)",
)
_PROTOCOLS = (
    rf"\b(?:1977\s)?Additional\sProtocols?\s\(?(?:Nos?\.?\s?)?(?P<d>{_NUMBERS})\)?(?!\w){_TAIL}",
    rf"\b(?:1977\s)?(?P<e>{_WORDS})\s(?:1977\s)?(?:Additional\s|Geneva\s)Protocols?{_TAIL}",
    rf"\b(?:Geneva\s)?Protocols?\s\(?(?P<f>{_NUMBERS})\)?(?!\w)\s?,?\s?{_TO_THE_FOUR}",
    rf"\b1977\s(?:Geneva\s)?Protocols?\s\(?(?P<g>{_NUMBERS})\)?(?!\w){_TAIL}",
    rf"\bProtocols?\s\(?(?P<h>{_NUMBERS})\)?\sof\s1977",
    rf"\b(?-i:AP)s?[\s/](?P<i>{_NUMBERS})(?!\w)",
)
_BOTH = (
    r"\b(?:1977\s|the\stwo\s|their\stwo\s|two\s)?(?:1977\s)?Additional\sProtocols"
    rf"(?!\s\(?(?:Nos?|{_NUMBER})\b){_TAIL}"
)

_CONVENTION = re.compile("|".join(_CONVENTIONS), re.IGNORECASE)
_PROTOCOL = re.compile("|".join(_PROTOCOLS), re.IGNORECASE)
_TWO_PROTOCOLS = re.compile(_BOTH, re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\s(?:to|of)\sthe\s(?!(?:four\s|1949\s|said\s)*(?:Geneva|Conventions?\b))[A-Z\[{\"]"
)
_ONE = re.compile(r"[A-Za-z0-9]+")
_RANGE = re.compile(r"\bto\b|-")

_VALUES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "iv": 4, "lv": 4, "1v": 4}
_CONVENTION_COUNT = 4
_PROTOCOL_COUNT = 3
_PROTOCOL_IDS = ("AP1-1977", "AP2-1977", "AP3-2005")
_HINTS = ("Geneva", "GENEVA", "geneva", "GC", "AP", "Protocol", "PROTOCOL", "protocol")


def find_numbered(text: str) -> Iterator[Naming]:
    """Yield the Conventions and Protocols that `text` tells by number.

    Args:
        text: In level form, white space between words a single character.
    """
    if not any(hint in text for hint in _HINTS):
        return
    for match in _CONVENTION.finditer(text):
        numbers = _numbers(match, _CONVENTION_COUNT)
        if numbers:
            ids = tuple(f"GC{number}-1949" for number in numbers)
            yield Naming(
                start=match.start(), end=match.end(), instruments=ids, rule="law:number"
            )
    yield from _find_protocols(text, _PROTOCOL, _told_ids)
    yield from _find_protocols(text, _TWO_PROTOCOLS, lambda _: _PROTOCOL_IDS[:2])


def _find_protocols(
    text: str, pattern: re.Pattern[str], ids_of: Callable[[re.Match[str]], tuple[str, ...]]
) -> Iterator[Naming]:
    for match in pattern.finditer(text):
        ids = ids_of(match)
        # "Additional Protocol I to the American Convention" is another one.
        if ids and not _ELSEWHERE.match(text, match.end()):
            yield Naming(
                start=match.start(), end=match.end(), instruments=ids, rule="law:number"
            )


def _told_ids(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(_PROTOCOL_IDS[number - 1] for number in _numbers(match, _PROTOCOL_COUNT))


def _numbers(match: re.Match[str], most: int) -> list[int]:
    """Return the numbers that the match tells, or nothing if one is impossible."""
    told = match[match.lastgroup or 0]
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
