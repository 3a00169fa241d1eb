"""Footnotes of a document: blocks and markers, matched as a whole.

Which passages are notes and which signs are markers is decided from both sides: labels weigh
more where a marker with their number stands before them, and markers count only where a note
answers to them. Only then are the notes looked at that found no marker: a misread sign between
the markers of its neighbours, or, where just one statement between them ends without a marker,
a lost marker whose place the order proves.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from averment.apparatus.note_align import aligned
from averment.apparatus.note_anchor import anchor_before, between, lost_anchor
from averment.apparatus.note_block import (
    NoteBlock,
    headed_from,
    numbered_blocks,
    unnumbered_blocks,
)
from averment.apparatus.note_chain import note_labels
from averment.apparatus.note_evidence import Evidence, Sign
from averment.apparatus.note_inline import split_inline
from averment.apparatus.note_label import ROMAN
from averment.apparatus.note_likeness import SIGNAL
from averment.apparatus.note_marker import (
    WEIGHTS,
    Candidate,
    candidates,
    roman_candidates,
)
from averment.apparatus.note_misread import marker_places, misread_markers
from averment.apparatus.note_sign import sign_notes
from averment.documents.body import body_flow, joined
from averment.documents.document import (
    DeclaredNote,
    Document,
    NoteReference,
    Passage,
    PassageKind,
)
from averment.documents.flow import Flow
from averment.documents.note import Marker, MarkerKind, Note
from averment.documents.span import Span
from averment.documents.superscript import plain_digits

FEWEST_UNNUMBERED = 2
FIRM = (MarkerKind.SUPERSCRIPT, MarkerKind.RAISED, MarkerKind.BRACKETED)
SURE = 2.4
"""Weight from which on a firm sign is a marker even where no note answers to it."""
MOST_EVIDENCE = 1.0
PLAIN_EVIDENCE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNotes:
    """The notes of a document, and the document with their passages marked as such."""

    document: Document
    notes: tuple[Note, ...]
    orphans: tuple[Marker, ...]
    """Markers that lead to no note of this document."""


def find_notes(document: Document) -> FoundNotes:
    """Find the notes of `document` and match each with its marker."""
    if document.notes:
        return _declared(document)
    document = split_inline(document)
    signed = frozenset(
        i for s in sign_notes(document, taken=frozenset()) for i in s.block.passages
    )
    blocks = _blocks(document, signed)
    signs = sign_notes(document, taken=frozenset(i for b in blocks for i in b.passages))
    document = _with_note_passages(document, [*blocks, *(s.block for s in signs)])
    body = body_flow(document)
    found = candidates(body, raised=document.raised)
    if any(block.name in ROMAN for block in blocks):
        found = tuple(sorted([*found, *roman_candidates(body)]))
    numbers = [b.number if b.number is not None else i + 1 for i, b in enumerate(blocks)]
    chosen = aligned(found, blocks, numbers)
    notes = _notes(body, blocks, numbers, chosen) + [sign.note for sign in signs]
    taken = {candidate.start for candidate in chosen.values()}
    answered = frozenset(numbers)
    orphans = tuple(
        Marker(span=body.span(c.start, c.end), raw=c.raw, kind=c.kind)
        for c in found
        # A second marker with a note's number sends the reader to the same note.
        if c.kind in FIRM
        and c.weight >= SURE
        and c.start not in taken
        and c.number not in answered
    )
    return FoundNotes(
        document=document,
        notes=tuple(sorted(notes, key=lambda note: note.span.start)),
        orphans=orphans,
    )


def _declared(document: Document) -> FoundNotes:
    """Take over what the format itself says."""
    body = body_flow(document)
    places = {reference.key: reference for reference in reversed(document.references)}
    keys = {declared.key for declared in document.notes}
    orphans = tuple(
        Marker(span=r.span, raw=r.span.of(document.text), kind=MarkerKind.DECLARED)
        for r in document.references
        if r.key not in keys
    )
    notes = tuple(
        _declared_note(document, declared, places.get(declared.key), body)
        for declared in document.notes
        if declared.passages
    )
    return FoundNotes(document=document, notes=notes, orphans=orphans)


def _declared_note(
    document: Document, declared: DeclaredNote, reference: NoteReference | None, body: Flow
) -> Note:
    passages = [document.passages[index] for index in declared.passages]
    marker = anchor = None
    if reference is not None:
        raw = reference.span.of(document.text)
        marker = Marker(span=reference.span, raw=raw, kind=MarkerKind.DECLARED)
        anchor = anchor_before(body, body.offset_of(reference.span.start), ())
    return Note(
        number=declared.number,
        span=Span(passages[0].span.start, passages[-1].span.end),
        flow=joined(passages),
        printed_number=declared.number,
        marker=marker,
        anchor=anchor,
    )


def _blocks(document: Document, signed: frozenset[int]) -> list[NoteBlock]:
    """Return the notes without their markers: placed, numbered or known by their order.

    Args:
        document: The document.
        signed: Passages that begin with a sign which the text has too: no misread number.
    """
    placed = _placed_blocks(document)
    if placed:
        return placed
    body = body_flow(document)
    found = candidates(body, raised=document.raised)
    evidence = _evidence(document, [*found, *roman_candidates(body)])
    labels = note_labels(document.passages, evidence, signed=signed)
    if labels:
        return numbered_blocks(document.passages, labels, evidence)
    return _trusted_unnumbered(document, found, evidence)


def _evidence(document: Document, found: Sequence[Candidate]) -> Evidence:
    """Gather what the signs of the text say about the labels."""
    markers: dict[int, list[Sign]] = defaultdict(list)
    places = []
    for candidate in sorted(found, key=lambda c: c.place):
        share = candidate.weight / WEIGHTS[MarkerKind.PLAIN] * PLAIN_EVIDENCE
        sure = min(MOST_EVIDENCE, share)
        markers[candidate.number].append(Sign(candidate.place, sure, candidate.raw[0] == "("))
        if candidate.weight >= WEIGHTS[MarkerKind.PLAIN]:
            places.append(candidate.place)
    return Evidence(
        markers=markers, marker_places=places, headed_from=headed_from(document.passages)
    )


def _placed_blocks(document: Document) -> list[NoteBlock]:
    """Return the notes that the reader of the format knows by their place on the page."""
    return [
        NoteBlock(
            passages=(index,),
            number=int(label)
            if (label := plain_digits(passage.label or "")).isdecimal()
            else None,
            name=passage.label if (passage.label or "").isalpha() else None,
            printed=passage.label,
            flow=passage.flow,
        )
        for index, passage in enumerate(document.passages)
        if passage.kind is PassageKind.FOOTNOTE
    ]


def _trusted_unnumbered(
    document: Document, found: Sequence[Candidate], evidence: Evidence
) -> list[NoteBlock]:
    """Return unnumbered notes where markers in the text, or their own form, speak for them."""
    blocks = unnumbered_blocks(document.passages, evidence)
    first = blocks[0].flow.at(0) if blocks else 0
    marked = any(
        c.number <= len(blocks) + 1 and c.kind in FIRM and c.place < first for c in found
    )
    signalled = sum(SIGNAL.match(block.flow.text) is not None for block in blocks)
    trusted = marked or (len(blocks) >= FEWEST_UNNUMBERED and signalled * 2 > len(blocks))
    return blocks if trusted else []


def _with_note_passages(document: Document, blocks: Sequence[NoteBlock]) -> Document:
    """Mark the passages of each note, one passage a note."""
    merged: dict[int, Passage] = {}
    dropped: set[int] = set()
    for block in blocks:
        first = block.passages[0]
        merged[first] = replace(
            document.passages[first],
            kind=PassageKind.FOOTNOTE,
            flow=block.flow,
            label=block.printed or document.passages[first].label,
        )
        dropped.update(block.passages[1:])
    passages = tuple(
        merged.get(index, passage)
        for index, passage in enumerate(document.passages)
        if index not in dropped
    )
    return replace(document, passages=passages)


def _notes(
    body: Flow,
    blocks: Sequence[NoteBlock],
    numbers: Sequence[int],
    chosen: Mapping[int, Candidate],
) -> list[Note]:
    chosen = {**chosen, **misread_markers(body, blocks, numbers, chosen)}
    places = marker_places(chosen)
    ends = tuple(sorted(end for _, _, end in places))
    notes = []
    for index, block in enumerate(blocks):
        candidate = chosen.get(index)
        marker = anchor = None
        if candidate is not None:
            span = body.span(candidate.start, candidate.end)
            marker = Marker(span=span, raw=candidate.raw, kind=candidate.kind)
            anchor = anchor_before(body, candidate.start, ends)
        elif index - 1 in chosen or index + 1 in chosen:
            own = body.offset_of(block.flow.at(0))
            anchor = lost_anchor(
                body, *between(index, index, places=places, own=own, length=len(body.text))
            )
        notes.append(
            Note(
                number=block.name or str(numbers[index]),
                span=block.flow.span(0, len(block.flow.text)),
                flow=block.flow,
                printed_number=block.printed,
                marker=marker,
                anchor=anchor,
                marker_inferred=marker is None and anchor is not None,
            )
        )
    return notes
