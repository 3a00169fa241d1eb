"""Notes marked by a sign: one or two asterisks or daggers, at a title or a name."""

import re
from dataclasses import dataclass

from averment.documents.body import BODY
from averment.documents.document import Document, PassageKind
from averment.documents.note import Marker, MarkerKind, Note
from averment.apparatus.note_block import NoteBlock

LABEL = re.compile(r"(?P<sign>\*{1,4}|†{1,2}|‡)\s*(?=[^\s*])")
MARKER = re.compile(r"(?<=[\w.,;:)”\"’'])\s?(?P<sign>\*{1,4}|†{1,2}|‡)(?=[\s.,;:)]|$)")
BULLETS = 3
"""So many passages with the same sign are a list, not notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignNote:
    """A note under a sign, with its block."""

    note: Note
    block: NoteBlock


def sign_notes(document: Document, *, taken: frozenset[int]) -> list[SignNote]:
    """Return the notes that begin with a sign which also stands behind words of the text."""
    labelled: list[tuple[int, str, int]] = []
    for index, passage in enumerate(document.passages):
        if index in taken or passage.kind is PassageKind.FURNITURE:
            continue
        if (
            passage.label
            and LABEL.match(passage.label + " x")
            and passage.kind is PassageKind.LIST_ITEM
        ):
            labelled.append((index, passage.label.strip(), 0))
        elif match := LABEL.match(passage.flow.text):
            labelled.append((index, match["sign"], match.end()))
    signs = [sign for _, sign, _ in labelled]
    notes = []
    for index, sign, skip in labelled:
        if signs.count(sign) >= BULLETS:
            continue
        found = _marker(document, sign, before=index)
        if found is None:
            continue
        marker, anchor_passage = found
        flow = document.passages[index].flow
        flow = flow.part(skip, len(flow.text))
        block = NoteBlock(passages=(index,), number=None, name=sign, printed=sign, flow=flow)
        anchored = document.passages[anchor_passage].flow
        at = anchored.offset_of(marker.span.start)
        notes.append(
            SignNote(
                block=block,
                note=Note(
                    number=sign,
                    span=flow.span(0, len(flow.text)),
                    flow=flow,
                    printed_number=sign,
                    marker=marker,
                    anchor=anchored.span(0, at) if at else None,
                ),
            )
        )
    return notes


def _marker(document: Document, sign: str, *, before: int) -> tuple[Marker, int] | None:
    for index in range(before):
        passage = document.passages[index]
        if passage.kind not in BODY:
            continue
        for match in MARKER.finditer(passage.flow.text):
            if match["sign"] == sign and (match.start("sign") > 0):
                span = passage.flow.span(match.start("sign"), match.end("sign"))
                return Marker(span=span, raw=sign, kind=MarkerKind.SIGN), index
    return None
