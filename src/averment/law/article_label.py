"""One article of a list with its paragraphs: "51 (5) (b)", "2, paragraph 4", "7(1)(a), (d)"."""

import re
from collections.abc import Iterator

_NUMBER = r"(?:[0-9]{1,3}(?:\s?(?:bis|ter|quater)\b)?|[IVXL]{1,6}(?![A-Za-z]))"
_BRACKET = r"\(\s?[0-9A-Za-z]{1,5}\s?\)"
_BRACKETS = rf"(?:\s?{_BRACKET}){{0,5}}(?:\s?-\s?\([a-z]{{1,5}}\))?"
ITEM = re.compile(
    rf"(?P<number>{_NUMBER})(?P<dotted>(?:\.[0-9]{{1,2}}){{0,2}})(?![0-9%])(?P<brackets>{_BRACKETS})(?!\w)"
)
_PARAGRAPHS = re.compile(
    r"(?:,\s?|\s|\s?\()(?:paragraphs?|paras?\.?|§{1,2})\s?(?P<first>[0-9]{1,2})(?P<letters>(?:\s?\([a-z]{1,3}\)){0,2})"
    r"(?P<second>\s?(?:,|and|&)\s?[0-9]{1,2}(?![0-9(]|\sof\s[0-9]|\s[A-Z]))?,?\)?"
)
# "7(1)(a), (d) and (k)": brackets that go on where the last ones stood.
_SIBLING = re.compile(
    rf"\s?(?:,\s?(?:and\s|or\s)?|;\s?(?:and\s)?|\band\s|\bor\s|&\s?|/\s?|\bas\swell\sas\s)(?P<brackets>{_BRACKET}(?:\s?{_BRACKET}){{0,3}})"
)
_ONE_BRACKET = re.compile(r"\(([0-9A-Za-z]{1,5})\)")
_MOST_SIBLINGS = 30
_SPACES = re.compile(r"\s+")
_VALUE = re.compile(r"(?P<digits>[0-9]{1,3})|(?P<roman>[IVXL]{1,6})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_SMALL_ROMAN = frozenset("ivx")


def read_labels(text: str, item: re.Match[str]) -> tuple[list[str], int]:
    """Return the labels of one article with its paragraphs, and where they end.

    Args:
        text: In level form.
        item: What `ITEM` matched in it.
    """
    number = _SPACES.sub(" ", item["number"].strip())
    dotted = "".join(f"({part})" for part in item["dotted"].split(".")[1:])
    brackets = dotted + tight(item["brackets"])
    if brackets:
        return _with_siblings(text, number + brackets, item.end())
    behind = _PARAGRAPHS.match(text, item.end())
    if behind is None:
        return [number], item.end()
    labels = [f"{number}({behind['first']}){tight(behind['letters'])}"]
    if behind["second"]:
        second = re.sub(r"[^0-9]", "", behind["second"])
        labels.append(f"{number}({second})")
    end = behind.end()
    # A closing comma belongs to the sentence: "Article 2, paragraph 4, of the Charter".
    if text[end - 1] in ",)" and "(" not in behind[0][:2]:
        end -= 1 if text[end - 1] == "," else 0
    return labels, end


def _with_siblings(text: str, label: str, end: int) -> tuple[list[str], int]:
    labels = [label]
    for match in _siblings(text, end):
        following = tight(match["brackets"])
        told = _ONE_BRACKET.findall(following)
        places = list(_ONE_BRACKET.finditer(labels[-1]))
        last = places[-1] if places else None
        kind = _kind(told[0], last[1] if last else "")
        place = next((p for p in reversed(places) if _kind(p[1], told[0]) == kind), None)
        if place is None:
            break
        labels.append(labels[-1][: place.start()] + following)
        end = match.end()
    return labels, end


def _siblings(text: str, at: int) -> Iterator[re.Match[str]]:
    for _ in range(_MOST_SIBLINGS):
        match = _SIBLING.match(text, at)
        if match is None:
            return
        yield match
        at = match.end()


def _kind(bracket: str, beside: str) -> str:
    """Say whether a bracket holds a figure, a letter or a small Roman numeral.

    One letter i, v or x is a numeral beside a numeral.
    """
    if bracket[0].isdecimal():
        return "figure"
    if set(bracket) <= _SMALL_ROMAN and (len(bracket) > 1 or set(beside) <= _SMALL_ROMAN):
        return "numeral"
    return "letter"


def tight(brackets: str) -> str:
    """Return brackets without the spaces in and between them."""
    return re.sub(r"\s", "", brackets)


def value_of(label: str) -> int:
    """Return the number of an article, in figures or as a Roman numeral; 0 for neither.

    >>> value_of("51(5)(b)"), value_of("XIV"), value_of("?")
    (51, 14, 0)
    """
    match = _VALUE.match(label)
    if match is None:
        return 0
    if match["digits"]:
        return int(match["digits"])
    signs = [_ROMAN_VALUES[sign] for sign in match["roman"]]
    return sum(
        -value if value < max(signs[place:]) else value for place, value in enumerate(signs)
    )
