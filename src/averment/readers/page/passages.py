"""The lines of all pages put together to passages, in the order of the text.

Each page gives its headers, its body, its notes and its footers, in this order. A paragraph or
note that goes on over a page or column is one block, with parts in several places.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.document import Box, PassageKind
from averment.readers.page.block import Block, blocks_of, set_levels, text_without_marks
from averment.readers.page.label import note_label
from averment.readers.page.measure import Measure, measure, would_have_fitted
from averment.readers.page.note import NoteSequence, foot_lines, split_notes
from averment.readers.page.placed import Line

SIZE_STEP = 0.08
ENDNOTES = re.compile(
    r"(?:end\s?notes?|foot\s?notes?|notes|references|sources|citations|works cited)[:.]?",
    re.IGNORECASE,
)
OPEN_KINDS = (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.FOOTNOTE)
FINISHED = re.compile(r"[.!?:;…]['\"”’»)\]]*$")
GOES_ON = re.compile(r"[\"“‘'(\[]?[a-z,;)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLines:
    """The lines of one page."""

    lines: tuple[Line, ...]
    """In reading order, furniture left out."""
    head: tuple[Line, ...] = ()
    """Running headers."""
    foot: tuple[Line, ...] = ()
    """Running footers, page numbers, stamps."""
    rules: tuple[Box, ...] = ()
    """Thin horizontal lines."""


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of a block that stand on one page, in one place of the text."""

    block: Block
    lines: tuple[Line, ...]


def passages_of(pages: Sequence[PageLines]) -> tuple[tuple[Part, ...], ...]:
    """Return for each page the parts of its text, in order."""
    usual = measure([page.lines for page in pages])
    known = NoteSequence()
    bodies: list[list[Block]] = []
    notes: list[list[Part]] = []
    for page in pages:
        body, foot = _notes_of(page.lines, rules=page.rules, usual=usual, known=known)
        bodies.append(blocks_of(body, measure=usual))
        notes.append(foot)
    _mark_endnotes([block for blocks in bodies for block in blocks])
    parts = _joined(bodies, usual)
    set_levels([block for blocks in bodies for block in blocks])
    return tuple(
        (*_furniture(page.head), *body, *foot, *_furniture(page.foot))
        for page, body, foot in zip(pages, parts, notes, strict=True)
    )


def _furniture(lines: Sequence[Line]) -> list[Part]:
    return [Part(Block(PassageKind.FURNITURE, [line]), (line,)) for line in lines]


def _notes_of(
    lines: Sequence[Line], *, rules: Sequence[Box], usual: Measure, known: NoteSequence
) -> tuple[list[Line], list[Part]]:
    """Divide the lines of a page into its body and the parts of its notes."""
    body: list[Line] = []
    foot: list[Line] = []
    columns = _columns(lines)
    for number, column in enumerate(columns):
        first = len(column)
        if column[-1].region or number == len(columns) - 1:
            first = foot_lines(column, rules=rules, measure=usual, known=known)
        body += column[:first]
        foot += column[first:]
    if not foot:
        known.open_note = None
        return body, []
    going_on = known.open_note
    notes = split_notes(foot, measure=usual, known=known)
    parts = []
    for note in [*([going_on] if going_on else []), *notes]:
        here = tuple(line for line in note.lines if line.page == foot[0].page)
        if here:
            parts.append(Part(note, here))
    return body, parts


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Cut the lines where the column changes."""
    columns: list[list[Line]] = []
    for line in lines:
        if columns and columns[-1][-1].region == line.region:
            columns[-1].append(line)
        else:
            columns.append([line])
    return columns


def _mark_endnotes(blocks: Sequence[Block]) -> None:
    """Mark numbered blocks under a heading "Notes" or "References" as notes."""
    under = False
    last = 0
    for block in blocks:
        text = " ".join(line.text for line in block.lines)
        if ENDNOTES.fullmatch(text.strip()):
            block.kind = PassageKind.HEADING
            block.label = None
            under, last = True, 0
        elif block.kind is PassageKind.HEADING:
            under = False
        elif under and block.kind in (PassageKind.LIST_ITEM, PassageKind.PARAGRAPH):
            label = note_label(block.lines[0])
            if label is not None and label.number == last + 1:
                block.kind, block.label, last = PassageKind.FOOTNOTE, label, last + 1
        elif block.kind is PassageKind.FOOTNOTE and block.label and block.label.number:
            last = block.label.number


def _joined(bodies: Sequence[list[Block]], usual: Measure) -> list[list[Part]]:
    """Make one block of those that go on over a page or column; return the parts by page."""
    parts: list[list[Part]] = []
    last: Block | None = None
    for blocks in bodies:
        here: list[Part] = []
        kept: list[Block] = []
        for block in blocks:
            lines = tuple(block.lines)
            if last is not None and _continues(last, block, usual):
                last.lines += block.lines
                here.append(Part(last, lines))
                continue
            kept.append(block)
            here.append(Part(block, lines))
            last = block
        blocks[:] = kept
        parts.append(here)
    return parts


def _continues(before: Block, block: Block, usual: Measure) -> bool:
    """Say whether `block` goes on with the sentence that `before` leaves open."""
    last, first = before.lines[-1], block.lines[0]
    if last.apart or first.apart or (last.page, last.region) == (first.page, first.region):
        return False
    if before.kind not in OPEN_KINDS or block.kind is not PassageKind.PARAGRAPH:
        return False
    if abs(last.size - first.size) > SIZE_STEP * last.size:
        return False
    text = text_without_marks(last)
    if FINISHED.search(text):
        return False
    if GOES_ON.match(first.text):
        return True
    return not would_have_fitted(last, first, right=usual.column(last)[1])
