"""Notes marked by a sign: one or two asterisks or daggers, at a title or a name."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from averment.apparatus.note_block import NoteBlock
from averment.documents.body import BODY
from averment.documents.document import Document, PassageKind
from averment.documents.note import Marker, MarkerKind, Note

SIGN = r"(?P<sign>\*{1,4}|†{1,2}|‡{1,2})"
LABEL = re.compile(rf"{SIGN}\s*(?=[^\s*])")
MARKER = re.compile(rf"(?<=[\w.,;:)”\"’'])\s?{SIGN}(?=[\s.,;:)]|$)")
BULLETS = 3
"""So many passages with the same sign are a list, not notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignNote:
    """A note under a sign, with its block."""

    note: Note
    block: NoteBlock


@dataclass(frozen=True, slots=True)
class _Signed:
    """A passage that begins with a sign."""

    index: int
    sign: str
    skip: int


def sign_notes(document: Document, *, taken: frozenset[int]) -> list[SignNote]:
    """Return the notes that begin with a sign which also stands behind words of the text.

    Args:
        document: The document.
        taken: Indexes of passages that are notes already.
    """
    signed = _signed(document, taken)
    counts = Counter(entry.sign for entry in signed)
    markers = _markers(document, {sign for sign, count in counts.items() if count < BULLETS})
    notes = []
    for entry in signed:
        found = markers.get(entry.sign)
        if found is not None and found[1] < entry.index:
            notes.append(_note(document, entry, *found))
    return notes


def _signed(document: Document, taken: frozenset[int]) -> list[_Signed]:
    found = []
    for index, passage in enumerate(document.passages):
        if index in taken or passage.kind is PassageKind.FURNITURE:
            continue
        label = (passage.label or "").strip()
        match = LABEL.match(passage.flow.text)
        if passage.kind is PassageKind.LIST_ITEM and LABEL.match(f"{label} x"):
            found.append(_Signed(index, label, 0))
        elif match is not None:
            found.append(_Signed(index, match["sign"], match.end()))
    return found


def _markers(document: Document, signs: set[str]) -> Mapping[str, tuple[Marker, int]]:
    """Return the first marker of each sign, and the passage that it stands in."""
    found: dict[str, tuple[Marker, int]] = {}
    if not signs:
        return found
    for index, passage in enumerate(document.passages):
        if passage.kind not in BODY:
            continue
        for match in MARKER.finditer(passage.flow.text):
            sign = match["sign"]
            if sign in signs and sign not in found and match.start("sign") > 0:
                span = passage.flow.span(*match.span("sign"))
                found[sign] = Marker(span=span, raw=sign, kind=MarkerKind.SIGN), index
    return found


def _note(document: Document, entry: _Signed, marker: Marker, anchored: int) -> SignNote:
    whole = document.passages[entry.index].flow
    flow = whole.part(entry.skip, len(whole.text))
    words = document.passages[anchored].flow
    at = words.offset_of(marker.span.start)
    return SignNote(
        block=NoteBlock(
            passages=(entry.index,), number=None, name=entry.sign, printed=entry.sign, flow=flow
        ),
        note=Note(
            number=entry.sign,
            span=flow.span(0, len(flow.text)),
            flow=flow,
            printed_number=entry.sign,
            marker=marker,
            anchor=words.span(0, at) if at else None,
        ),
    )
