"""Lines of the body put together to blocks: paragraphs, list items, headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from averment.documents.document import PassageKind
from averment.readers.page.label import BULLETS, Label, list_label, note_label
from averment.readers.page.measure import Measure, edges_of, would_have_fitted
from averment.readers.page.placed import Line

WIDER = 1.35
"""Of the usual leading: a wider drop separates paragraphs."""
SIZE_STEP = 0.08
INDENT = 0.8
DEEPEST_INDENT = 6.0
"""In type sizes: a first line that stands further right is not an indent."""
LARGER = 1.12
"""Of the body's size: headings are set larger than this, or bold, or in capitals."""
MOST_HEADING_LINES = 4
LONGEST_HEADING = 200
LONGEST_CAPITALS = 100
FEWEST_CAPITALS = 4
LEVEL_INDENT = 1.2
SENTENCE_END = re.compile(r"[.!?:;…]['\"”’»)\]]*$")
FULL_STOP = re.compile(r"[.!?…]['\"”’»)\]]*$")
LEADER = re.compile(r"\.{4}|(?:\. ){3}")
"""The dots of a table of contents."""
LIST_GOES_ON = re.compile(r"(?:[.;:,!?]|\band|\bor)['\"”’»)\]]*$")


@dataclass(slots=True)
class Block:
    """Lines that read as one piece, over one page or more."""

    kind: PassageKind
    lines: list[Line] = field(default_factory=list)
    label: Label | None = None
    level: int = 0


def text_without_marks(line: Line) -> str:
    """Return a line's words without the raised signs at its end."""
    text = line.text
    for start, end in reversed(list(line.raised())):
        if end == len(text):
            text = text[:start].rstrip()
    return text


def blocks_of(lines: Sequence[Line], *, measure: Measure) -> list[Block]:
    """Put the lines of one page's body, in reading order, together to blocks."""
    blocks: list[Block] = []
    for group in _groups(lines, measure=measure):
        edges = edges_of(group, column=measure.column(group[0]))
        start = 0
        for index in range(1, len(group) + 1):
            if index == len(group) or _begins(group[start:index], group[index], edges=edges):
                blocks.append(_block(group[start:index]))
                start = index
    return _with_headings(blocks, measure=measure)


def _groups(lines: Sequence[Line], *, measure: Measure) -> list[list[Line]]:
    """Cut where space, type size, column or a table separates the lines."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _follows(groups[-1][-1], line, measure=measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _follows(before: Line, line: Line, *, measure: Measure) -> bool:
    if before.region != line.region or before.apart or before.in_table or line.in_table:
        return False
    drop = before.baseline - line.baseline
    if drop <= 0 or drop > WIDER * measure.leading(max(before.size, line.size)):
        return False
    return abs(before.size - line.size) <= SIZE_STEP * max(before.size, line.size)


def _begins(block: Sequence[Line], line: Line, *, edges: tuple[float, float]) -> bool:
    """Say whether `line` begins a new block although no space separates it."""
    before = block[-1]
    if would_have_fitted(before, line, left=edges[0], right=edges[1]):
        return True
    text = text_without_marks(before)
    if line.bold != before.bold and (FULL_STOP.search(text) or list_label(line)):
        return True
    label = list_label(line)
    if label is not None and _opens_item(label, block, text=text):
        return True
    return SENTENCE_END.search(text) is not None and _is_indented(block, line)


def _opens_item(label: Label, block: Sequence[Line], *, text: str) -> bool:
    first = list_label(block[0])
    if label.is_dash:
        # A dash may open a line in mid-sentence; in a list of dashes it does not.
        return first is not None and first.text == label.text
    if label.text in "•●▪■◦○‣⁃➢✓❖":
        return True
    return LIST_GOES_ON.search(text) is not None


def _is_indented(block: Sequence[Line], line: Line) -> bool:
    """Say whether `line` is a first line: set in from the lines before, or out of a list."""
    left = min(other.box.left for other in block)
    step = line.box.left - left
    if len(block) == 1:
        return False
    hanging = block[0].box.left < block[-1].box.left - INDENT * line.size
    if hanging and line.box.left <= block[0].box.left + INDENT * line.size:
        return True
    return not hanging and INDENT * line.size < step < DEEPEST_INDENT * line.size


def _block(lines: Sequence[Line]) -> Block:
    first = lines[0]
    if first.in_table:
        return Block(PassageKind.TABLE_CELL, list(lines))
    note = note_label(first)
    if note is not None and note.raised:
        return Block(PassageKind.FOOTNOTE, list(lines), label=note)
    label = list_label(first)
    kind = PassageKind.PARAGRAPH if label is None else PassageKind.LIST_ITEM
    return Block(kind, list(lines), label=label)


def _with_headings(blocks: Sequence[Block], *, measure: Measure) -> list[Block]:
    """Mark headings, and put together those that go on over several lines."""
    marked: list[Block] = []
    for index, block in enumerate(blocks):
        if block.kind in (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM) and _is_heading(
            block, measure=measure, followed=index + 1 < len(blocks)
        ):
            if marked and _heading_goes_on(marked[-1], block, measure=measure):
                marked[-1].lines += block.lines
                continue
            block.kind = PassageKind.HEADING
        marked.append(block)
    return marked


def _is_heading(block: Block, *, measure: Measure, followed: bool) -> bool:
    text = " ".join(line.text for line in block.lines)
    letters = [c for c in text if c.isalpha()]
    long = len(block.lines) > MOST_HEADING_LINES or len(text) > LONGEST_HEADING
    bullet = block.label is not None and block.label.text in BULLETS
    if long or bullet or not letters or LEADER.search(text):
        return False
    finished = text[-1] in ".,;:!?"
    if all(line.size > LARGER * measure.body_size for line in block.lines):
        return len(letters) > 1 and text[-1] not in ",;"
    if finished or not followed or text[0].islower():
        return False
    if all(line.bold for line in block.lines):
        return True
    capitals = len(letters) >= FEWEST_CAPITALS and all(c.isupper() for c in letters)
    return capitals and len(text) <= LONGEST_CAPITALS


def _heading_goes_on(heading: Block, block: Block, *, measure: Measure) -> bool:
    if heading.kind is not PassageKind.HEADING or block.label is not None:
        return False
    last, line = heading.lines[-1], block.lines[0]
    same = last.bold == line.bold and abs(last.size - line.size) <= SIZE_STEP * line.size
    return (
        same
        and len(heading.lines) < MOST_HEADING_LINES
        and _follows(last, line, measure=measure)
    )


def set_levels(blocks: Sequence[Block]) -> None:
    """Give headings their depth by their look, and list items theirs by their indent."""
    looks = sorted(
        {_look(block) for block in blocks if block.kind is PassageKind.HEADING}, reverse=True
    )
    indents: list[float] = []
    for block in blocks:
        if block.kind is PassageKind.HEADING:
            block.level = looks.index(_look(block)) + 1
        elif block.kind is PassageKind.LIST_ITEM:
            left = block.lines[0].box.left
            step = LEVEL_INDENT * block.lines[0].size
            while indents and left < indents[-1] - step / 2:
                indents.pop()
            if not indents or left > indents[-1] + step / 2:
                indents.append(left)
            block.level = len(indents) - 1
        elif block.kind is PassageKind.PARAGRAPH:
            indents.clear()


def _look(block: Block) -> tuple[float, bool, bool]:
    line = block.lines[0]
    text = "".join(line.text for line in block.lines)
    return round(line.size), text.upper() == text, line.bold
