"""What the elements of a page mean for somebody who reads it."""

import re

from lxml import etree

from averment.readers.numeral import letters, roman

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
CELLS = frozenset({"td", "th"})
_BLOCKS = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form header hgroup hr
    html legend li main nav p pre search section
    summary table tbody tfoot thead tr
"""
BLOCKS = frozenset(_BLOCKS.split()) | {*HEADINGS, *LISTS, *CELLS}
_DROPPED = """
    applet area audio base button canvas datalist embed frame frameset head iframe img input
    link map meta noembed noframes noscript object option param rp rt script select source
    style svg template textarea title track video
"""
DROPPED = frozenset(_DROPPED.split())
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "search"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"}
)
_CONTENT = frozenset({"article", "main"})
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$|!)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$|!))",
    re.IGNORECASE,
)
_RAISED_STYLE = re.compile(
    r"(?:^|;)\s*vertical-align\s*:\s*(?:super|text-top)|mso-text-raise\s*:\s*[1-9]",
    re.IGNORECASE,
)
_STYLE_LENGTH = 2000
_BULLET = "•"
_COUNT = re.compile(r"\s*(-?\d{1,6})\s*$")


def tag_of(element: etree._Element) -> str:
    """Return the element's name in small letters, or nothing for what is no element."""
    # Comments and processing instructions have a function here, whatever the stubs say.
    tag: object = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def is_hidden(element: etree._Element) -> bool:
    """Say whether the page does not show this element, by an attribute of its own."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style[:_STYLE_LENGTH]) is not None


def is_raised(element: etree._Element) -> bool:
    """Say whether the element is set above the line."""
    if tag_of(element) == "sup":
        return True
    style = element.get("style")
    return style is not None and _RAISED_STYLE.search(style[:_STYLE_LENGTH]) is not None


def is_furniture(element: etree._Element) -> bool:
    """Say whether the element serves the site and not the document."""
    tag = tag_of(element)
    if (element.get("role") or "").lower() in _FURNITURE_ROLES or tag in _FURNITURE_TAGS:
        return True
    if tag != "header":
        return False
    # The header of an article holds its title and date; only that of the site is furniture.
    in_content = any(tag_of(above) in _CONTENT for above in element.iterancestors())
    return not in_content and element.find(".//h1") is None


def layout_cells(root: etree._Element) -> frozenset[etree._Element]:
    """Find the table cells that only lay out the page: they hold more than an entry."""
    found: set[etree._Element] = set()
    counts: dict[etree._Element, int] = {}
    for element in root.iter(*HEADINGS, *LISTS, "table", "p", "article", "main"):
        tag = tag_of(element)
        cell = next(
            (above for above in element.iterancestors() if tag_of(above) in CELLS), None
        )
        if cell is None or cell in found:
            continue
        counts[cell] = counts.get(cell, 0) + 1
        if tag != "p" or counts[cell] > 1:
            found.add(cell)
    return frozenset(found)


def list_label(item: etree._Element, *, before: int) -> str:
    """Return what stands before a list item on the page.

    Args:
        item: The ``li``.
        before: Items of the same list before this one.
    """
    parent = item.getparent()
    if parent is None or tag_of(parent) != "ol":
        return _BULLET
    number = _whole(item.get("value"), _whole(parent.get("start"), 1) + before)
    match parent.get("type"):
        case "a":
            return f"{letters(number)}."
        case "A":
            return f"{letters(number).upper()}."
        case "i":
            return f"{roman(number)}."
        case "I":
            return f"{roman(number).upper()}."
        case _:
            return f"{number}."


def _whole(value: str | None, otherwise: int) -> int:
    match = _COUNT.match(value) if value is not None else None
    return otherwise if match is None else int(match.group(1))
