"""Numbers of resolutions as prose prints them: "822 (1993)", "62/243", "2625 (XXV)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
YEAR = r"(?:19[4-9][0-9]|20[0-9]{2})"
# Scanners read the numeral I as l and 1.
_ROMAN = r"(?:E?S-)?[IVXLl1]{1,7}"
# One item of a list. The group that matched tells the shape.
ITEM = re.compile(
    r"\(?(?:"
    r"(?P<special>(?P<specials>ES|S)-[0-9]{1,2}/[0-9]{1,3})"
    rf"|(?P<yearly>{YEAR}/(?:S-[0-9]/)?[0-9]{{1,3}})(?![0-9/])"
    rf"|(?P<shorted>[0-9]{{1,4}})/(?P<shortyear>{YEAR})(?!/)"
    r"|(?P<session>[0-9]{1,3})/(?P<no>[0-9]{1,4})(?!/)(?:(?:\s|-)?(?P<part>[A-Z](?:-[A-Z])?)(?![\w.']))?"
    rf"|(?P<old>[0-9]{{1,4}})\s?(?P<part0>[A-Z]\s?(?:(?:,\s|(?:and|to)\s|-)[A-Z]\s?){{0,4}})?\(\s?(?P<roman>{_ROMAN})\s?\)\s?(?P<part1>[A-Z](?![\w.']))?"
    rf"|(?P<council>[0-9]{{1,4}})\s?[(\[]\s?(?P<year>{YEAR})\s?[)\]]"
    r"|(?P<bare>[0-9]{1,4})(?![.,][0-9]|\.[A-Z])"
    r")(?:(?<=[)\]])|(?![\w/%]))\)?"
)
_DATE = re.compile(
    r"\s?,?\s?\(?(?:of|adopted\s(?:on|in)|adopted|passed\s(?:on|in)|passed|approved\son|on|dated|from|in)?\s?"
    rf"(?:[0-9]{{1,2}}\s{MONTH}\s(?P<a>{YEAR})|{MONTH}\s[0-9]{{1,2}},?\s(?P<b>{YEAR})|"
    rf"(?<=of\s)(?P<c>{YEAR})|(?<=in\s)(?P<d>{YEAR})|\(?{MONTH}\s(?P<e>{YEAR}))(?![0-9/])\)?"
)
_JOIN = re.compile(
    r"\s?(?:,\s?(?:and\s|&\s|or\s|as\swell\sas\s)?|;\s?(?:and\s)?|\band\s|&\s?|\bor\s|\bas\swell\sas\s|\band\sin\s|\bto\s|/\s)"
    r"(?:then\s|also\s|later\s|again\s|most\srecently\s|finally\s|lastly\s|in\sparticular\s|especially\s)?"
    r"(?=[0-9(]|E?S-)",
    re.IGNORECASE,
)
_MONTH_BEHIND = re.compile(rf"\s{MONTH}\b")
_PLAIN_WORD = re.compile(r"\s(?P<word>[a-z]{2,})")
_GOES_ON_WORDS = """
    and or of on which that in as by was were is are has have had to also all adopted passed the
    its calling concerning regarding demanding with for from at under remain remains call calls
    demand respectively inter among against reaffirmed affirmed recalled these those
"""
_GOES_ON = frozenset(_GOES_ON_WORDS.split())
_LIST_GOES_ON = re.compile(
    r",\s[0-9]|\sand\s[0-9]|\sof\s(?:19|20)[0-9]{2}\b|\s?\((?:19|20)[0-9]{2}"
)
_MOST_ITEMS = 60
PLAUSIBLE_BARE = 100
"""A smaller number without a year is seldom a resolution of the Council's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One number of a list."""

    match: re.Match[str]
    end: int
    """Behind the number and the date that may follow it."""
    year: int | None
    """Of adoption, where a date stands behind the number."""

    @property
    def number(self) -> str:
        """The number as printed, without brackets around it."""
        printed = self.match[0]
        return printed.strip("()") if self.match["session"] else printed


def read_items(text: str, start: int) -> Iterator[Item]:
    """Yield the numbers of the list that begins at `start` of level `text`."""
    at = start
    first: re.Match[str] | None = None
    for _ in range(_MOST_ITEMS):
        match = ITEM.match(text, at)
        if match is None or (first is not None and not _belongs(text, first, match)):
            return
        first = first or match
        item = item_of(text, match)
        yield item
        join = _JOIN.match(text, item.end)
        if join is None:
            return
        at = join.end()


def item_of(text: str, match: re.Match[str]) -> Item:
    """Return the item with the date of adoption behind it."""
    date = _DATE.match(text, match.end())
    year = next((int(y) for y in date.groups() if y), None) if date else None
    return Item(match=match, end=date.end() if date else match.end(), year=year)


def _belongs(text: str, first: re.Match[str], match: re.Match[str]) -> bool:
    """Say whether a further number is of the list: "resolution 1325, 12 civilians" is not."""
    if not match["bare"]:
        return True
    word = _PLAIN_WORD.match(text, match.end())
    if first["session"] or first["special"]:
        return False
    if int(match["bare"]) < PLAUSIBLE_BARE:
        small = bool(first["bare"]) and int(first["bare"]) < PLAUSIBLE_BARE
        return small and _LIST_GOES_ON.match(text, match.end()) is not None
    if word is not None and word["word"] not in _GOES_ON:
        return False
    return _MONTH_BEHIND.match(text, match.end()) is None
