"""Note blocks: which passages make up each note.

A blank line, a page break or a column may cut a note; what cannot stand by itself is given back
to the note before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.apparatus.address_find import find_announced
from averment.apparatus.note_evidence import Evidence
from averment.apparatus.note_labelled import Labelled
from averment.apparatus.note_likeness import CITING, LONG_NOTE, SIGNAL, citing
from averment.documents.body import joined
from averment.documents.document import Passage, PassageKind
from averment.documents.flow import Flow

MOST_PASSAGES = 3
"""How many passages one note may be broken into."""
NOTES_HEADING = re.compile(
    r"(?:end\s?notes?|foot\s?notes?|notes|references|sources|citations|bibliography"
    r"|works cited)[:.]?$",
    re.IGNORECASE,
)
FINISHED = re.compile(r"[.!?>)\]”\"’'»/]\s*$|https?://\S+$|\d$")
OPEN = re.compile(
    r"[,;:(–—-]\s*$|\b(?:a|an|the|of|in|on|at|by|to|for|from|with|and|or|see|is|be)\s*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteBlock:
    """The passages of one note."""

    passages: tuple[int, ...]
    """Indexes into the document's passages, in order."""
    number: int | None
    """None where the note carries no number."""
    name: str | None
    """The number as a reader sees it: ``12``, ``iv``; None where there is none."""
    printed: str | None
    """The number as it stands before the note, misread signs included."""
    flow: Flow
    """The note's words, its number left out."""


def headed_from(passages: Sequence[Passage]) -> int:
    """Return the index after the last heading that announces notes, or one past the end."""
    for index in range(len(passages) - 1, -1, -1):
        text = passages[index].flow.text
        if len(text) < LONG_NOTE and NOTES_HEADING.match(text.strip()):
            return index
    return len(passages) + 1


def numbered_blocks(
    passages: Sequence[Passage], labels: Sequence[Labelled], evidence: Evidence
) -> list[NoteBlock]:
    """Give each labelled note the passages that belong to it."""
    blocks = []
    for place, entry in enumerate(labels):
        limit = labels[place + 1].index if place + 1 < len(labels) else len(passages)
        own = _own(passages, entry.index, limit=limit, evidence=evidence)
        flow = joined([passages[index] for index in own])
        if entry.skip < len(flow.text):
            blocks.append(
                NoteBlock(
                    passages=tuple(own), number=entry.label.number, name=entry.label.name,
                    printed=entry.label.printed, flow=flow.part(entry.skip, len(flow.text)),
                )
            )  # fmt: skip
    return blocks


def _own(
    passages: Sequence[Passage], first: int, *, limit: int, evidence: Evidence
) -> list[int]:
    """Return the passages of the note that begins at `first`."""
    own = [first]
    near = limit < len(passages) and limit - first <= MOST_PASSAGES
    turned = False
    for index in range(first + 1, min(limit, first + MOST_PASSAGES + 1)):
        passage = passages[index]
        if passage.kind in (PassageKind.FURNITURE, PassageKind.FOOTNOTE):
            turned = True
            continue
        if evidence.in_text(passage):
            break
        if passage.kind is PassageKind.HEADING and not near:
            break
        before = passages[own[-1]].flow.text
        if not _goes_on(before, passage.flow.text, turned=turned, near=near):
            break
        own.append(index)
    return own


def _goes_on(before: str, after: str, *, turned: bool, near: bool) -> bool:
    """Say whether a passage goes on with the note before it.

    Args:
        before: The words of the note so far.
        after: The words of the passage.
        turned: A page was turned between them.
        near: The next note stands close behind.
    """
    if OPEN.search(before) or find_announced(before[-LONG_NOTE:]):
        return not turned or not FINISHED.search(before)
    if not FINISHED.search(before):
        return after[:1].islower() or not turned
    # Between two notes that stand close together everything is note.
    return near and not turned and citing(after) >= CITING / 2


def unnumbered_blocks(passages: Sequence[Passage], evidence: Evidence) -> list[NoteBlock]:
    """Return the notes at the end that carry no number: order is their only key."""
    return [
        NoteBlock(
            passages=tuple(own), number=None, name=None, printed=None,
            flow=joined([passages[index] for index in own]),
        )
        for own in _grouped(passages, _citing_end(passages, evidence))
    ]  # fmt: skip


def _citing_end(passages: Sequence[Passage], evidence: Evidence) -> list[int]:
    """Return the passages at the document's end that read like references."""
    run: list[int] = []
    pending: list[int] = []
    for index in range(len(passages) - 1, -1, -1):
        passage = passages[index]
        if passage.kind is PassageKind.FURNITURE:
            continue
        text = passage.flow.text
        if evidence.in_text(passage):
            break
        if citing(text) >= CITING and passage.kind is not PassageKind.HEADING:
            run = [index, *pending, *run]
            pending = []
        elif len(pending) < MOST_PASSAGES - 1 and len(text) < LONG_NOTE / 2:
            pending = [index, *pending]
        else:
            break
    return run


def _grouped(passages: Sequence[Passage], run: Sequence[int]) -> list[list[int]]:
    """Group passages into notes: what opens with a signal begins one."""
    blocks: list[list[int]] = []
    for index in run:
        text = passages[index].flow.text
        before = passages[blocks[-1][-1]].flow.text if blocks else ""
        open_before = (
            bool(blocks)
            and (
                not FINISHED.search(before)
                or bool(find_announced(before[-LONG_NOTE:]))
                or citing(text) < CITING
                # Quotation marks close a title; its publisher follows.
                or before.rstrip()[-2:] in (',"', ",”", ",'", ",’")
            )
        )
        if blocks and open_before and not SIGNAL.match(text):
            blocks[-1].append(index)
        else:
            blocks.append([index])
    return blocks
