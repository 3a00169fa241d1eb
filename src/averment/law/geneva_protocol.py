"""The Protocols additional to the Geneva Conventions, however their long name is cut.

"Additional Protocol II", "the Protocol Additional to the Geneva Conventions of 8 June 1977
(Protocol II)", "the first of the 1977 Protocols", "the Protocol of 1977 relating to the
protection of victims of non-international armed conflicts": the pieces of the name stand in any
order. Which Protocol it is follows from a number or from the conflicts that it is about.
"""

import re
from collections.abc import Iterator

from averment.law.geneva import NUMBER, NUMBERS, OF_1949, WORDS, read_numbers
from averment.law.naming import Naming

_LEAD = (
    rf"(?:\b(?P<lead>{WORDS})\s(?:of\sthe\s)?(?:two\s)?)?"
    r"(?:\b(?:two|both|(?P<three>three))\s)?(?:\b1977\s)?(?P<add>\bAdditional\s)?(?:\bGeneva\s)?(?:\b1977\s)?"
)
_JUNE_1977 = (
    r"(?:of\s|adopted\s(?:on|in)\s|signed\son\s|dated\s|\()?"
    r"(?:8\sJune\s|June\s8,\s)?1977(?![\w/-])\)?"
)
_CONVENTIONS = (
    r"(?:to|of)\s(?:the\s|those\s|these\s)?(?:said\s|four\s|1949\s){0,3}"
    rf"(?:Geneva\sConventions?|(?<=\s)Conventions(?=\s(?:of\s|relating)|[\s,(]|\b)){OF_1949}"
)
_VICTIMS = (
    r"(?:and\s)?(?:relating\sto|on|concerning|for)\s(?:the\s)?protection\s(?:of|for)\s"
    r"(?:the\s)?victims\sof\s(?:(?:non\s?-?\s?)?international\s)?(?:armed\s)?conflicts?"
)
_PIECES = (
    r"\"?\(\s?\"?(?:the\s)?(?:Additional\s)?(?:Protocol\s|AP\s?)\(?(?:No\.\s?)?[I1l2]{1,3}\)?\"?\s?\)",
    rf"(?:Nos?\.?\s?)?{NUMBERS}(?!\w)",
    r"additional(?:\sthereto)?\b",
    r"thereto\b",
    _CONVENTIONS,
    _VICTIMS,
    _JUNE_1977,
)
_NAME = re.compile(
    rf"{_LEAD}\bProtocols?\b(?:\s?,?\s?(?:{'|'.join(_PIECES)})){{0,7}}", re.IGNORECASE
)
_ABBREVIATED = re.compile(rf"\bAPs?[\s/-]?(?P<number>{NUMBERS})(?!\w)")
_SHORT = re.compile(rf"\bProtocols?\s(?P<number>{NUMBERS})(?!\w)")
# The number of a name stands before it, right behind "Protocol", alone, or in brackets.
_NUMBER_PLACES = (
    re.compile(rf"Protocols?\s(?:Additional\s)?(?:Nos?\.?\s?)?({NUMBERS})", re.IGNORECASE),
    re.compile(r"(?:Protocol\s|AP\s?)\(?(?:No\.\s?)?([I1l2]{1,3})\)?\"?\s?\)", re.IGNORECASE),
    re.compile(rf"(?<=[\s,(])(?:No\.?\s?)?({NUMBER})(?=[\s,)]|$)"),
)
_IS_ADDITIONAL = re.compile(r"\badditional\b|\b1977\b|Geneva\sConvention", re.IGNORECASE)
_NON_INTERNATIONAL = re.compile(r"non\s?-?\s?international", re.IGNORECASE)
_INTERNATIONAL = re.compile(r"\binternational\b", re.IGNORECASE)
_PLURAL = re.compile(r"Protocols\b", re.IGNORECASE)
_OTHER_TREATY = re.compile(
    r"\s?(?:\([^()\n]{1,40}\)\s?)?(?:to|of)\s(?:the\s)?"
    r"(?!(?:four\s|1949\s|said\s)*(?:Geneva\b|Conventions\b))(?:[A-Z\[{\"])"
)
_OTHER_PROTOCOLS = re.compile(
    r"Conventional\sWeapons|\bCCW\b|"
    r"Protocol\s(?:No\.?\s?)?\(?[IVX1-9]+\)?\sto\sthe\s(?!(?:four\s|1949\s)*Geneva|Conventions\b)"
)
_GENEVA = re.compile(
    r"Geneva\sConvention|\bGC\s?[IV1-4]|Protocols?\sadditional|Additional\sProtocol"
)
_IDS = ("AP1-1977", "AP2-1977", "AP3-2005")
_HINTS = ("rotocol", "PROTOCOL", "AP")


def find_protocols(text: str) -> Iterator[Naming]:
    """Yield the Protocols additional to the Geneva Conventions that level `text` names.

    "Protocol I" alone is read where the text speaks of the Geneva Conventions and of no other
    treaty that has numbered protocols.
    """
    if not any(hint in text for hint in _HINTS):
        return
    for match in _NAME.finditer(text):
        ids = _named(match)
        # "Additional Protocol I to the American Convention" is another one.
        if ids and not _OTHER_TREATY.match(text, match.end()):
            yield _naming(match, ids)
    short = [_ABBREVIATED]
    if _GENEVA.search(text) and not _OTHER_PROTOCOLS.search(text):
        short.append(_SHORT)
    for pattern in short:
        for match in pattern.finditer(text):
            ids = _ids(match["number"])
            if ids:
                yield _naming(match, ids)


def _naming(match: re.Match[str], ids: tuple[str, ...]) -> Naming:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Naming(start=start, end=match.end(), instruments=ids, rule="law:number")


def _ids(numbers: str) -> tuple[str, ...]:
    return tuple(_IDS[number - 1] for number in read_numbers(numbers, len(_IDS)))


def _named(match: re.Match[str]) -> tuple[str, ...]:
    """Return which Protocols the name is of; nothing where it is of another family."""
    words = match[0]
    if not _IS_ADDITIONAL.search(words):
        return _by_conflict(words)
    if match["lead"]:
        return _ids(match["lead"])
    for place in _NUMBER_PLACES:
        number = place.search(words)
        if number is not None:
            return _ids(number[1])
    both = _IDS if match["three"] else _IDS[:2]
    return _by_conflict(words) or (both if _PLURAL.search(words) else ())


def _by_conflict(words: str) -> tuple[str, ...]:
    if _NON_INTERNATIONAL.search(words):
        return _IDS[1:2]
    return _IDS[:1] if _INTERNATIONAL.search(words) else ()
