"""Runs of a Word paragraph, and how to cut them without losing their looks.

A run (``w:r``) is words set alike. A remark or a repair may begin in mid-run, so the run is cut
there: both halves keep the properties of the whole.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from averment.reports.word.package import Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ONE_CHARACTER = frozenset({"tab", "br", "cr", "noBreakHyphen", "softHyphen", "ptab", "sym"})
"""Children of a run that stand for one character of its text (ECMA-376 part 1, 17.3.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A run after cutting: from which to which character of the old run."""

    start: int
    end: int
    run: Element


def local_name(node: Element) -> str:
    """Return the tag without its namespace; empty for a comment."""
    # A comment or a processing instruction has a function for a tag.
    return str(node.tag).rpartition("}")[2] if str(node.tag).startswith("{") else ""


def width(node: Element) -> int:
    """Return how many characters of the document's text a child of a run stands for."""
    name = local_name(node)
    if name == "t":
        return len(node.text or "")
    return 1 if name in ONE_CHARACTER else 0


def cut_run(run: Element, at: Iterable[int]) -> tuple[Cut, ...]:
    """Cut a run in place, before each of the characters `at`; the first part stays the run."""
    content = [child for child in run if local_name(child) != "rPr"]
    length = sum(width(child) for child in content)
    cuts = sorted({offset for offset in at if 0 < offset < length})
    if not cuts:
        return (Cut(start=0, end=length, run=run),)
    properties = next((child for child in run if local_name(child) == "rPr"), None)
    parts = [run]
    for _ in cuts:
        part = etree.Element(run.tag, {str(k): str(v) for k, v in run.attrib.items()})
        if properties is not None:
            part.append(deepcopy(properties))
        parts[-1].addnext(part)
        parts.append(part)
    _share(content, parts, [*cuts, length])
    edges = [0, *cuts, length]
    return tuple(
        Cut(start=start, end=end, run=part)
        for start, end, part in zip(edges, edges[1:], parts, strict=False)
    )


def _share(content: Iterable[Element], parts: list[Element], edges: list[int]) -> None:
    """Move each child to the part that it belongs to, cutting words where a part ends."""
    position, index = 0, 0
    for child in content:
        for piece in _pieces(child, position, edges):
            size = width(piece)
            # What takes no room stays with the words before it.
            while size and position >= edges[index]:
                index += 1
            parts[index].append(piece)
            position += size


def _pieces(child: Element, position: int, edges: Iterable[int]) -> Iterator[Element]:
    if local_name(child) != "t":
        yield child
        return
    words = child.text or ""
    inside = [edge - position for edge in edges if position < edge < position + len(words)]
    bounds = [0, *inside, len(words)]
    for number, (start, end) in enumerate(pairwise(bounds)):
        piece = child if number == 0 else etree.Element(child.tag)
        piece.text = words[start:end]
        piece.set(SPACE, "preserve")
        yield piece
