"""Signatures that stand in columns beside each other, read column by column."""

import re
from collections.abc import Sequence
from dataclasses import replace

from averment.documents.document import Document, PassageKind
from averment.frames.frame_line import FrameLine

GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{3,}|\s?\t\s?)(?=\S)")
"""White space that parts two columns."""
HEAD_OF_TABLE = re.compile(
    r"(?:full\s)?(?:names?|organi[sz]ations?|signator(?:y|ies)|institutions?|no\.?|nr\.?|country|countries|title|position)"
    r"(?:\s(?:and|of|/)\s[\w\s]{3,40})?",
    re.IGNORECASE,
)
CELL_BEGINS = re.compile(
    r"[\W_]{0,4}(?:\d{1,3}[.)]\s{0,2})?(?:[A-ZÀ-Þ]|of\s|to\s|for\s|in\s|and\s|the\s)"
)
LONGEST_CELL = 80
MOST_CELLS = 4
MOST_ROWS = 200
MOST_LINES = 3000
"""Lines at the end of a document that are looked at."""
LONGEST_LINE = 400


def in_columns(document: Document, lines: Sequence[FrameLine]) -> list[FrameLine]:
    """Return the lines, those in columns cut up and put column behind column."""
    early, late = lines[:-MOST_LINES], lines[-MOST_LINES:]
    lines = [*early, *_heads_of_rows(document, late)]
    cells = [[line] for line in early]
    cells += [_cells(document, line) for line in lines[len(early) :]]
    read: list[FrameLine] = []
    index = 0
    while index < len(lines):
        if len(cells[index]) == 1:
            read.append(lines[index])
            index += 1
            continue
        end = _end_of_block(lines, cells, index)
        read += _by_column(document, cells[index:end])
        index = end
    return read


def _heads_of_rows(document: Document, lines: Sequence[FrameLine]) -> list[FrameLine]:
    """Return the lines, of each row of a table the first cell with words; its head left out."""
    kept: list[FrameLine] = []
    before: FrameLine | None = None
    taken = False
    for line in lines:
        if line.kind is not PassageKind.TABLE_CELL:
            kept.append(line)
            before = None
            continue
        if before is None or _below(document, before, line):
            taken = False
        worded = any(character.isalpha() for character in line.text)
        if worded and not taken:
            if not HEAD_OF_TABLE.fullmatch(line.text):
                kept.append(line)
            taken = True
        before = line
    return kept


def _below(document: Document, before: FrameLine, line: FrameLine) -> bool:
    start = before.span(document).end
    return "\n" in document.text[start : line.span(document).start]


def _cells(document: Document, line: FrameLine) -> list[FrameLine]:
    """Cut a line at its gaps; one cell where it is a line of text."""
    if len(line.text) > LONGEST_LINE:
        return [line]
    gaps = list(GAP.finditer(line.text))
    bounds = [0, *(edge for gap in gaps for edge in gap.span()), len(line.text)]
    pieces = list(zip(bounds[::2], bounds[1::2], strict=True))
    fits = all(
        b - a <= LONGEST_CELL and CELL_BEGINS.match(line.text[a:b]) is not None
        for a, b in pieces
    )
    # The gap must be wide on the page too, not only where a line end was lost.
    if not gaps or not fits or len(pieces) > MOST_CELLS or not _on_one_line(document, line):
        return [line]
    return [
        replace(line, start=line.start + a, end=line.start + b, text=line.text[a:b])
        for a, b in pieces
    ]


def _on_one_line(document: Document, line: FrameLine) -> bool:
    span = line.span(document)
    return "\n" not in document.text[span.start : span.end]


def _end_of_block(
    lines: Sequence[FrameLine], cells: Sequence[Sequence[FrameLine]], start: int
) -> int:
    """Return where the rows end: short lines between rows belong to one of the columns."""
    end = start + 1
    for at in range(start + 1, min(len(lines), start + MOST_ROWS)):
        same = lines[at].passage == lines[at - 1].passage
        if len(cells[at]) > 1:
            end = at + 1
        elif not same or len(lines[at].text) > LONGEST_CELL:
            break
        elif at == end and lines[at].passage == lines[start].passage:
            end = at + 1
    return end


def _by_column(document: Document, rows: Sequence[Sequence[FrameLine]]) -> list[FrameLine]:
    widest = max(rows, key=len)
    begins = [_indent(document, cell) for cell in widest]
    columns: list[list[FrameLine]] = [[] for _ in begins]
    for row in rows:
        for number, cell in enumerate(row):
            at = number
            if len(row) < len(begins):
                here = _indent(document, cell)
                at = min(range(len(begins)), key=lambda i: (abs(begins[i] - here), i))
            columns[at].append(cell)
    return [
        replace(cell, first=cell.first or number == 0, last=cell.last)
        for column in columns
        for number, cell in enumerate(column)
    ]


def _indent(document: Document, cell: FrameLine) -> int:
    """Return how far from the left margin a cell begins, in characters."""
    place = cell.span(document).start
    return place - (document.text.rfind("\n", max(0, place - LONGEST_LINE), place) + 1)
