"""Markdown as a `Document`: the text stays as it is, its signs are left out of the flows.

Offsets count into the decoded source, so that an answer can be laid beside the file.
"""

from averment.documents.document import (
    Document,
    Format,
    LinesOrigin,
    Notice,
    Passage,
    PassageKind,
)
from averment.errors import InvalidDocumentError
from averment.readers.decode import NO_WORDS, decode
from averment.readers.markdown.blocks import read_blocks
from averment.readers.markdown.notes import TextNotes, find_text_notes
from averment.readers.markdown.passage import ReadBlock, read_block


def read_markdown(data: bytes, *, name: str) -> Document:
    """Read a Markdown file.

    Raises:
        InvalidDocumentError: It is empty, no text, or holds no words.
    """
    decoded = decode(data)
    text = decoded.text
    division = read_blocks(text)
    blocks = [
        read_block(text, block, definitions=division.definitions) for block in division.blocks
    ]
    notes = find_text_notes(blocks)
    passages: list[Passage] = []
    placed: list[tuple[int, int]] = []
    for index, read in enumerate(blocks):
        if not read.flow.text or index in notes.unused:
            continue
        placed.append((index, len(passages)))
        passages.append(_passage(index, read, notes))
    if not passages:
        raise InvalidDocumentError(NO_WORDS)
    notices = list(decoded.notices)
    if division.commented or any(read.commented for read in blocks):
        notices.append(
            Notice(
                code="hidden-text",
                text="Comments in the source, which its reader does not see, were left out.",
            )
        )
    return Document(
        name=name,
        format=Format.MARKDOWN,
        text=text,
        passages=tuple(passages),
        references=tuple(notes.references),
        notes=notes.declared(placed),
        raised=tuple(span for read in blocks for span in read.raised),
        links=tuple(link for read in blocks for link in read.links),
        notices=tuple(notices),
    )


def _passage(index: int, read: ReadBlock, notes: TextNotes) -> Passage:
    block = read.block
    origin = LinesOrigin(first=block.first, last=block.last)
    part = notes.parts.get(index)
    if part is None:
        return Passage(
            kind=block.kind,
            flow=read.flow,
            origin=origin,
            label=block.label,
            level=block.level,
        )
    return Passage(
        kind=PassageKind.FOOTNOTE,
        flow=read.flow.part(part.skipped, len(read.flow.text)),
        origin=origin,
        label=part.label,
    )
