"""The apparatus of a document: its notes, citations and addresses, each tied to the others."""

from dataclasses import dataclass

from averment.apparatus.gathering import Gathering
from averment.apparatus.note_block import headed_from
from averment.apparatus.note_find import find_notes
from averment.apparatus.short_form import resolve_short_forms
from averment.documents.address import Address
from averment.documents.body import BODY
from averment.documents.citation import Citation
from averment.documents.document import Document, PassageKind
from averment.documents.note import Marker, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparatus:
    """What a document cites, and where."""

    document: Document
    """With the passages of its notes marked as such."""
    notes: tuple[Note, ...]
    orphans: tuple[Marker, ...]
    addresses: tuple[Address, ...]
    citations: tuple[Citation, ...]


def read_apparatus(document: Document, *, hosts: frozenset[str]) -> Apparatus:
    """Find notes, citations and addresses, and repair what can be proved.

    Args:
        document: As a reader made it.
        hosts: Host names that are well known, without ``www.``.
    """
    found = find_notes(document)
    gathering = Gathering(found.document, hosts)
    listed_from = headed_from(found.document.passages)
    for index, passage in enumerate(found.document.passages):
        if passage.kind in BODY and passage.kind is not PassageKind.SIGNATURE:
            gathering.read_text(passage.flow, listed=index > listed_from)
    for note in found.notes:
        gathering.read_note(note)
    gathering.read_other_links()
    gathering.read_empty_links(found.notes)
    addresses, citations = gathering.in_order()
    return Apparatus(
        document=found.document,
        notes=found.notes,
        orphans=found.orphans,
        addresses=addresses,
        citations=resolve_short_forms(citations),
    )
