"""Plain text as a `Document`: lines become passages, and the text itself stays as it is.

A text file has only line ends to go by; `averment.readers.plain_block` groups the lines, and
lines that repeat, and lone page numbers, are furniture of the printed page and never part of a
sentence.
"""

from collections.abc import Sequence
from dataclasses import replace

from averment.documents.document import (
    Document,
    Format,
    LinesOrigin,
    Notice,
    Passage,
    PassageKind,
)
from averment.documents.flow import Flow
from averment.documents.span import Span
from averment.readers.decode import decode
from averment.readers.furniture import furniture_lines
from averment.readers.linebreak import flow_of_lines, vocabulary_of
from averment.readers.plain_block import LIST_MARKER, blocks_of
from averment.readers.plain_join import continued
from averment.readers.plain_line import Line, label_lines, lines_of, page_starts

HEADING_LENGTH = 90
PROSE_HEADING_LENGTH = 60
FEWEST_HEADING_LETTERS = 4
TAB = 4


def read_plain(data: bytes, *, name: str) -> Document:
    """Read a text file.

    Raises:
        InvalidDocumentError: The bytes are empty or not text.
    """
    decoded = decode(data)
    return document_of_text(decoded.text, name=name, notices=decoded.notices)


def document_of_text(text: str, *, name: str, notices: tuple[Notice, ...] = ()) -> Document:
    """Build the document of a text without markup."""
    lines = lines_of(text)
    starts = page_starts(text, lines)
    firsts = frozenset(starts)
    breaks = frozenset(i for i, line in enumerate(lines) if line.start in firsts)
    furniture = furniture_lines([line.text for line in lines], breaks=breaks)
    vocabulary = vocabulary_of(text)
    passages = [
        passage
        for block in blocks_of(lines, furniture=furniture)
        if (passage := _passage(text, block, vocabulary=vocabulary)) is not None
    ]
    joined = continued(_headed(passages), labels=label_lines(lines))
    return Document(
        name=name,
        format=Format.PLAIN,
        text=text,
        passages=_with_furniture(text, lines, furniture, joined),
        page_starts=starts,
        notices=notices,
    )


def _passage(text: str, block: Sequence[Line], *, vocabulary: frozenset[str]) -> Passage | None:
    spans = []
    for line in block:
        words = line.text.strip(" \t\ufeff\ufffc\u200b")
        start = line.start + line.text.find(words)
        spans.append(Span(start, start + len(words)))
    label, level, kind = None, 0, PassageKind.PARAGRAPH
    marker = LIST_MARKER.match(block[0].text)
    if marker is not None:
        label = marker["label"]
        level = len(marker["indent"].expandtabs(TAB)) // TAB
        kind = PassageKind.LIST_ITEM
        spans[0] = Span(block[0].start + marker.end(), spans[0].end)
        if spans[0].start >= spans[0].end:
            return None
    flow = flow_of_lines(text, spans, vocabulary=vocabulary)
    if not flow.text.strip():
        return None
    origin = LinesOrigin(first=block[0].number, last=block[-1].number)
    return Passage(kind=kind, flow=flow, origin=origin, label=label, level=level)


def _headed(passages: Sequence[Passage]) -> list[Passage]:
    """Tell headings from paragraphs: short, unfinished, capitalised, and text follows."""
    return [
        replace(passage, kind=PassageKind.HEADING, level=1)
        if _is_heading(passage, following)
        else passage
        for passage, following in zip(passages, [*passages[1:], None], strict=False)
    ]


def _is_heading(passage: Passage, following: Passage | None) -> bool:
    if following is None or len(passage.flow.text) > 2 * HEADING_LENGTH:
        return False
    words = passage.flow.text.strip()
    if len(words) > HEADING_LENGTH:
        return False
    long_after = len(following.flow.text) > HEADING_LENGTH
    if passage.kind is PassageKind.LIST_ITEM:
        numbered = passage.label is not None and passage.label[-1] == "."
        return numbered and words.isupper() and long_after
    letters = [c for c in words if c.isalpha()]
    if len(letters) < FEWEST_HEADING_LETTERS or words[-1] in '.,;:!?"”)':
        return False
    if all(c.isupper() for c in letters):
        return True
    prose = long_after and not words[0].islower() and len(words) <= PROSE_HEADING_LENGTH
    return prose and not any(c.isdigit() or c == "," for c in words)


def _with_furniture(
    text: str, lines: Sequence[Line], furniture: frozenset[int], passages: Sequence[Passage]
) -> tuple[Passage, ...]:
    """Add the furniture as passages, in the order of the text."""
    extra = []
    for index in sorted(furniture):
        line = lines[index]
        words = line.text.strip()
        start = line.start + line.text.find(words)
        origin = LinesOrigin(first=line.number, last=line.number)
        flow = Flow(text[start : start + len(words)], ((0, start),))
        extra.append(Passage(kind=PassageKind.FURNITURE, flow=flow, origin=origin))
    return tuple(sorted([*passages, *extra], key=lambda p: p.flow.at(0)))
