"""Articles, chapters and rules as a text prints them, one by one.

"articles 6, 7 (1) and 14" are three; "Article 2, paragraph 4" is ``art. 2(4)``; "Articles 27 to
34" stays one range, ``art. 27-34``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from averment.law.article_label import ITEM, read_labels, tight, value_of

_ARTICLE = r"(?P<common>common\s)?(?:articles?|arts?\.?)\s?"
_JOIN = re.compile(
    r"\s?(?P<sign>,\s?(?:and|or)?|;|and\b|or\b|&|as\swell\sas\b|to\b|-|through\b|\+)\s?(?P<head>(?:in\s)?(?:articles?|arts?\.?)\s?)?",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"(?<![\w-]){_ARTICLE}(?=[0-9IVXL])", re.IGNORECASE)
_OTHER_HEAD = re.compile(
    r"(?<![\w-])(?P<head>Chapters?|Parts?|principles?|rules?|guidelines?|Principles?|Rules?)\s"
    r"(?P<first>[IVX]{1,5}|[0-9]{1,3}(?:-[0-9]{1,3})?)(?![\w.]\w)(?P<more>(?:(?:,\s?|\s(?:and|or|&)\s)(?:[IVX]{1,5}|[0-9]{1,3})(?!\w)){0,4})"
)
_PARAGRAPH_OF = re.compile(
    r"(?:paragraphs?|paras?\.?)\s?(?P<number>[0-9]{1,2})(?P<letters>(?:\s?\([a-z]{1,3}\)){0,2})\s(?:of|in)\s(?:its\s)?$",
    re.IGNORECASE,
)
_PARAGRAPH_REACH = 30
_PREAMBLE = re.compile(r"\b[Pp]reamble\b")
_COMMON_BEHIND = re.compile(r"\s?,?\s(?:is\s|are\s)?common\sto\b")
# "under Article 6, 12 civilians": a number before a plain word is no article, unless the word
# is one that goes on speaking of articles.
_PLAIN_WORD = re.compile(r"\s(?P<word>[a-z]+|[A-Z][a-z]+)")
_GOES_ON_WORDS = """
    of and or to in under as common paragraph paragraphs para paras both thereof respectively
    is are was were which that with by provide provides guarantee guarantees prohibit prohibits
    require requires protect protects state states bis ter the on at for have has being read
    inter additional since because while when if also not may must shall apply applies
    regarding concerning cited through against
"""
_GOES_ON = frozenset(_GOES_ON_WORDS.split())
_MONTH_WORDS = """
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
"""
_MONTHS = frozenset(_MONTH_WORDS.split())
_MOST_ITEMS = 40
_RANGE_SIGNS = frozenset({"to", "-", "through"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionList:
    """``text[start:end]`` prints these provisions under one noun."""

    start: int
    end: int
    provisions: tuple[str, ...]
    numbers: tuple[int, ...]
    """Article numbers, to be held against an instrument's length."""
    common: bool = False
    """"Common article 3": of all four Geneva Conventions."""


def find_provisions(text: str) -> list[ProvisionList]:
    """Return the provision lists of `text`, in order, not overlapping.

    Args:
        text: In level form.
    """
    found: list[ProvisionList] = []
    for head in _HEAD.finditer(text):
        if found and head.start() < found[-1].end:
            continue
        listed = _read_articles(text, head)
        if listed is not None:
            found.append(listed)
    found += _other_heads(text)
    return sorted(found, key=lambda listed: (listed.start, listed.end))


def read_numbers(text: str, start: int) -> ProvisionList | None:
    """Read a list of article numbers that has no noun of its own, at `start`."""
    return _read_list(text, start, start, common=False)


def _read_articles(text: str, head: re.Match[str]) -> ProvisionList | None:
    listed = _read_list(text, head.start(), head.end(), common=bool(head["common"]))
    if listed is None:
        return None
    before = _PARAGRAPH_OF.search(text, max(0, head.start() - _PARAGRAPH_REACH), head.start())
    if before is None or len(listed.provisions) != 1 or "(" in listed.provisions[0]:
        return listed
    # "paragraph 2 of article 6" is article 6(2).
    paragraph = f"({before['number']}){tight(before['letters'])}"
    return ProvisionList(
        start=before.start(),
        end=listed.end,
        provisions=(listed.provisions[0] + paragraph,),
        numbers=listed.numbers,
        common=listed.common,
    )


def _read_list(text: str, start: int, at: int, *, common: bool) -> ProvisionList | None:
    labels: list[str] = []
    end = at
    is_range = False
    for _ in range(_MOST_ITEMS):
        item = ITEM.match(text, at)
        if item is None or (labels and not _is_article(text, item.end())):
            break
        spelt, end = read_labels(text, item)
        if is_range:
            labels[-1] = f"{labels[-1]}-{spelt[0]}"
        else:
            labels += spelt
        join = _JOIN.match(text, end)
        # A noun of its own begins a list of its own: "article 6 and article 7".
        if join is None or join["head"]:
            break
        is_range = join["sign"].lower() in _RANGE_SIGNS
        at = join.end()
    if not labels:
        return None
    common = common or bool(_COMMON_BEHIND.match(text, end))
    noun = "common art." if common else "art."
    return ProvisionList(
        start=start,
        end=end,
        provisions=tuple(f"{noun} {label}" for label in labels),
        numbers=tuple(number for label in labels if (number := value_of(label))),
        common=common,
    )


def _is_article(text: str, end: int) -> bool:
    """Say whether a further number of a list is an article, by the word behind it."""
    word = _PLAIN_WORD.match(text, end)
    if word is None:
        return True
    return word["word"] not in _MONTHS and (
        word["word"] in _GOES_ON or word["word"][0].isupper()
    )


def _other_heads(text: str) -> Iterator[ProvisionList]:
    for match in _OTHER_HEAD.finditer(text):
        noun = match["head"].rstrip("s")
        noun = noun if noun in {"Chapter", "Part"} else noun.lower()
        if noun == "Part" and match["first"].isdecimal():
            continue
        numbers = [match["first"], *re.findall(r"[IVX]+|[0-9]+", match["more"])]
        yield ProvisionList(
            start=match.start(),
            end=match.end(),
            provisions=tuple(f"{noun} {number}" for number in numbers),
            numbers=(),
        )
    for match in _PREAMBLE.finditer(text):
        yield ProvisionList(
            start=match.start(), end=match.end(), provisions=("preamble",), numbers=()
        )
