"""What the styles of a DOCX mean for reading: headings, lists, raised and hidden type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from averment.readers.docx.package import W

_HEADING_NAME = re.compile(r"heading\s?([1-9])", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
_BODY_TEXT = 9
"""``w:outlineLvl`` of body text; 0 to 8 are headings."""
_LONGEST_CHAIN = 16
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What one style says itself; None where it leaves it to the style it is based on."""

    based_on: str | None = None
    heading: int | None = None
    """Depth from 1; 0 for "no heading"."""
    numbering: str | None = None
    """``w:numId``."""
    list_level: int | None = None
    raised: bool | None = None
    hidden: bool | None = None
    contents: bool = False
    """It sets the entries of a table of contents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The styles of a document, with what each inherits filled in."""

    by_id: Mapping[str, Style]

    def resolved(self, style_id: str | None) -> Style:
        """Return what a style says, all that it is based on included."""
        return self.by_id.get(style_id or "", _NO_STYLE)


_NO_STYLE = Style()


def read_styles(root: etree._Element | None) -> Styles:
    """Read ``word/styles.xml``; a document without it has no styles."""
    own: dict[str, Style] = {}
    for element in () if root is None else root.iter(f"{W}style"):
        own.setdefault(element.get(f"{W}styleId") or "", _style(element))
    return Styles(by_id={style_id: _inherited(style_id, own) for style_id in own})


def _style(element: etree._Element) -> Style:
    properties = element.find(f"{W}pPr")
    numbering, level = list_position(properties)
    run = element.find(f"{W}rPr")
    return Style(
        based_on=value_of(element, "basedOn"),
        heading=_heading(element, properties),
        numbering=numbering,
        list_level=level,
        raised=raised_by(run),
        hidden=hidden_by(run),
        contents=(value_of(element, "name") or "").lower().startswith("toc "),
    )


def _heading(element: etree._Element, properties: etree._Element | None) -> int | None:
    name = (value_of(element, "name") or "").lower()
    match = _HEADING_NAME.fullmatch(name)
    if match is not None:
        return int(match.group(1))
    if name in _TITLES:
        return _TITLES[name]
    return outline_depth(properties)


def outline_depth(properties: etree._Element | None) -> int | None:
    """Return the heading depth that ``w:pPr`` gives, 0 for body text, None for nothing."""
    level = whole(value_of(properties, "outlineLvl"))
    if level is None:
        return None
    return level + 1 if 0 <= level < _BODY_TEXT else 0


def list_position(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """Return ``w:numId`` and ``w:ilvl`` of ``w:pPr``."""
    numbering = None if properties is None else properties.find(f"{W}numPr")
    return value_of(numbering, "numId"), whole(value_of(numbering, "ilvl"))


def raised_by(run: etree._Element | None) -> bool | None:
    """Say whether ``w:rPr`` sets type above the line; None where it says nothing."""
    if run is None:
        return None
    align = value_of(run, "vertAlign")
    if align is not None:
        return align == "superscript"
    position = whole(value_of(run, "position"))
    return None if position is None else position > 0


def hidden_by(run: etree._Element | None) -> bool | None:
    """Say whether ``w:rPr`` hides text; None where it says nothing."""
    switch = None if run is None else run.find(f"{W}vanish")
    if switch is None:
        return None
    return (switch.get(f"{W}val") or "1").lower() not in _OFF


def value_of(parent: etree._Element | None, name: str) -> str | None:
    """Return ``w:val`` of a child of `parent`, None where there is none."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def whole(text: str | None) -> int | None:
    """Return `text` as a whole number, None where it is none or absurd."""
    if text is None or not re.fullmatch(r"-?[0-9]{1,9}", text):
        return None
    return int(text)


def _inherited(style_id: str, own: Mapping[str, Style]) -> Style:
    chain: list[Style] = []
    at: str | None = style_id
    while at is not None and at in own and len(chain) < _LONGEST_CHAIN:
        chain.append(own[at])
        at = own[at].based_on
    return Style(
        heading=next((one.heading for one in chain if one.heading is not None), None),
        numbering=next((one.numbering for one in chain if one.numbering is not None), None),
        list_level=next((one.list_level for one in chain if one.list_level is not None), None),
        raised=next((one.raised for one in chain if one.raised is not None), None),
        hidden=next((one.hidden for one in chain if one.hidden is not None), None),
        contents=own[style_id].contents,
    )
