"""The notes that a page declares: anchors that lead to a note, and where each note stands.

A link is taken for a note marker only on evidence: its words are a number or a sign, it leads
to a place on the same page, and either the page says so (``role``, class, the shape of the id)
or the place leads back to it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from averment.readers.html.element import BLOCKS, HEADINGS, tag_of
from averment.readers.note_label import is_note_name, is_way_back, note_label

_LABEL_LENGTH = 16
_NOTE_CLASS = re.compile(
    r"foot-?note|end-?note|note-?ref|\breferences?\b|\bsdfootnote", re.IGNORECASE
)
_NOTE_ROLE = re.compile(
    r"doc-(?:footnote|endnotes?)|\bfootnotes?\b|\bendnotes?\b|\brearnotes?\b"
)
_BACK_CLASS = re.compile(
    r"mw-cite-backlink|\bback-?(?:link|ref)|footnote-?(?:back|return)|\breversefootnote\b",
    re.IGNORECASE,
)
_CLIMBED = frozenset({"div", "li", "dd", "aside", "td", "tr"})
_EVIDENCE_ABOVE = 4
_ENOUGH_NOTES = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNotes:
    """Markers and notes of a page, by element."""

    references: Mapping[etree._Element, str]
    """Each marker's ``a`` and the key of its note."""
    blocks: Mapping[etree._Element, str]
    """Each element that is a note as a whole."""
    starts: Mapping[etree._Element, str]
    """Each element inside a block at which a note begins, up to the next or the block's end."""
    numbers: Mapping[str, str]
    """What a reader sees as the number of each note, by key."""
    returns: frozenset[etree._Element]
    """Links in notes that lead back to the marker; they are no words of the note."""


@dataclass(slots=True)
class _Anchor:
    element: etree._Element
    place: int
    fragment: str
    label: str | None


@dataclass(slots=True)
class _Page:
    """Everything on the page that could matter for notes, gathered in one pass."""

    places: dict[str, tuple[int, etree._Element]] = field(default_factory=dict)
    anchors: list[_Anchor] = field(default_factory=list)
    ways_back: list[etree._Element] = field(default_factory=list)
    """Elements that hold nothing but links back to markers."""


def find_page_notes(root: etree._Element) -> PageNotes:
    """Find the notes that the page under `root` declares."""
    page = _gathered(root)
    markers = _markers(page)
    targets = {key: page.places[key][1] for key in markers.values()}
    blocks, starts = _regions(targets, markers)
    numbers: dict[str, str] = {}
    labels = {anchor.element: anchor.label for anchor in page.anchors}
    for element, key in markers.items():
        label = labels[element]
        numbers.setdefault(key, label or str(len(numbers) + 1))
    _add_unmarked(blocks, numbers)
    returns = _returns(page, markers, blocks, starts)
    return PageNotes(
        references={a: key for a, key in markers.items() if a not in returns},
        blocks=blocks,
        starts=starts,
        numbers=numbers,
        returns=frozenset(returns),
    )


def _gathered(root: etree._Element) -> _Page:
    page = _Page()
    for place, element in enumerate(root.iter(etree.Element)):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                page.places.setdefault(name, (place, element))
        if _BACK_CLASS.search(element.get("class") or ""):
            page.ways_back.append(element)
        href = element.get("href") if element.tag == "a" else None
        if href is not None and "#" in href:
            fragment = unquote(href.rpartition("#")[2])
            page.anchors.append(_Anchor(element, place, fragment, _label_of(element)))
    return page


def _label_of(element: etree._Element) -> str | None:
    """Return the number or sign that the link shows, or None if it shows anything else."""
    return note_label(_shown(element))


def _shown(element: etree._Element) -> str:
    words = ""
    for piece in element.itertext():
        words += str(piece)
        if len(words) > _LABEL_LENGTH:
            break
    return words.strip()


def _says(element: etree._Element, pattern: re.Pattern[str], *names: str) -> bool:
    return any(pattern.search(element.get(name) or "") is not None for name in names)


def _markers(page: _Page) -> dict[etree._Element, str]:
    """Choose the links that are note markers, with the key of the note each leads to."""
    back = {anchor.fragment for anchor in page.anchors}
    chosen: list[_Anchor] = []
    for anchor in page.anchors:
        at = page.places.get(anchor.fragment)
        declared = _is_declared(anchor.element)
        if at is None or (anchor.label is None and not declared):
            continue
        place, target = at
        if place <= anchor.place or tag_of(target) in HEADINGS:
            continue
        if declared or _is_note_place(anchor, target) or _leads_back(anchor.element, back):
            chosen.append(anchor)
    shown: dict[str, set[str | None]] = {}
    for anchor in chosen:
        shown.setdefault(anchor.fragment, set()).add(anchor.label)
    # Several numbers that lead to one place lead to a heading over the notes, not to a note.
    keys = {fragment for fragment, labels in shown.items() if len(labels) == 1}
    return {anchor.element: anchor.fragment for anchor in chosen if anchor.fragment in keys}


def _is_declared(element: etree._Element) -> bool:
    kind = (
        f"{element.get('role') or ''} {element.get('{http://www.idpf.org/2007/ops}type') or ''}"
    )
    return "noteref" in f"{kind} {element.get('epub:type') or ''}"


def _is_note_place(anchor: _Anchor, target: etree._Element) -> bool:
    if is_note_name(anchor.fragment) or _says(anchor.element, _NOTE_CLASS, "class"):
        return True
    above = target
    for _ in range(_EVIDENCE_ABOVE):
        if _says(above, _NOTE_ROLE, "role", "epub:type") or _says(above, _NOTE_CLASS, "class"):
            return True
        parent = above.getparent()
        if parent is None or tag_of(parent) == "body":
            return False
        above = parent
    return False


def _leads_back(element: etree._Element, back: set[str]) -> bool:
    """Say whether some link of the page leads to this marker."""
    parent = element.getparent()
    around = (element,) if parent is None or tag_of(parent) in BLOCKS else (element, parent)
    return any((one.get("id") or one.get("name") or "") in back for one in around)


def _regions(
    targets: Mapping[str, etree._Element], markers: Mapping[etree._Element, str]
) -> tuple[dict[etree._Element, str], dict[etree._Element, str]]:
    """Tell for each note which element holds it as a whole, or at which element it begins."""
    targets_in: Counter[etree._Element] = Counter()
    markers_in: Counter[etree._Element] = Counter()
    for element in targets.values():
        targets_in.update((element, *element.iterancestors()))
    for element in markers:
        markers_in.update((element, *element.iterancestors()))
    blocks: dict[etree._Element, str] = {}
    starts: dict[etree._Element, str] = {}
    for key, target in targets.items():
        block = target
        while tag_of(block) not in BLOCKS:
            parent = block.getparent()
            if parent is None:
                break
            block = parent
        if targets_in[block] > 1 or markers_in[block] or tag_of(block) == "body":
            starts[target] = key
        else:
            blocks[_climbed(block, targets_in, markers_in)] = key
    return blocks, starts


def _climbed(
    block: etree._Element,
    targets_in: Mapping[etree._Element, int],
    markers_in: Mapping[etree._Element, int],
) -> etree._Element:
    """Take in the further paragraphs of the note where an element holds them together."""
    while True:
        parent = block.getparent()
        if (
            parent is None
            or tag_of(parent) not in _CLIMBED
            or targets_in[parent] != 1
            or markers_in[parent]
            or parent[0] is not block
            or (parent.text or "").strip()
        ):
            return block
        block = parent


def _add_unmarked(blocks: dict[etree._Element, str], numbers: dict[str, str]) -> None:
    """Add the notes whose marker is lost: list items among items that are notes."""
    parents = {item.getparent(): None for item in blocks if tag_of(item) == "li"}
    for parent in parents:
        items = [] if parent is None else [item for item in parent if tag_of(item) == "li"]
        if sum(item in blocks for item in items) < _ENOUGH_NOTES * len(items):
            continue
        for number, item in enumerate(items, start=1):
            key = item.get("id")
            if item not in blocks and key and key not in numbers:
                blocks[item] = key
                numbers[key] = str(number)


def _returns(
    page: _Page,
    markers: Mapping[etree._Element, str],
    blocks: Mapping[etree._Element, str],
    starts: Mapping[etree._Element, str],
) -> set[etree._Element]:
    """Find the links of notes that lead back to a marker."""
    homes: set[str] = set()
    for element in markers:
        parent = element.getparent()
        around = [element, *element] + ([] if parent is None else [parent])
        homes.update(one.get("id") or one.get("name") or "" for one in around)
    homes.discard("")
    found = {
        anchor.element
        for anchor in page.anchors
        if anchor.element not in markers
        and (
            anchor.fragment in homes
            or _says(anchor.element, _BACK_CLASS, "class", "role", "rev")
            or (_in_note(anchor.element, blocks) and is_way_back(_shown(anchor.element)))
        )
        and (_in_note(anchor.element, blocks) or bool(starts))
    }
    found.update(way for way in page.ways_back if _in_note(way, blocks) and way not in blocks)
    return found


def _in_note(element: etree._Element, blocks: Mapping[etree._Element, str]) -> bool:
    return element in blocks or any(above in blocks for above in element.iterancestors())
