"""A reading: everything that was understood of one document."""

from dataclasses import dataclass

from averment.claims.claim import Claim
from averment.documents.address import Address
from averment.documents.citation import Citation
from averment.documents.document import Document
from averment.documents.letterhead import Letterhead
from averment.documents.note import Marker, Note
from averment.law.mention import InstrumentMention
from averment.sources.source import Source
from averment.un_record.mention import SymbolMention, VoteStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the document says, as values that point into its text."""

    document: Document
    letterhead: Letterhead
    notes: tuple[Note, ...]
    addresses: tuple[Address, ...]
    citations: tuple[Citation, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    instruments: tuple[InstrumentMention, ...]
    symbols: tuple[SymbolMention, ...]
    votes: tuple[VoteStatement, ...]
    orphan_markers: tuple[Marker, ...] = ()
    """Markers in the text that lead to no note."""
    language: str | None = "en"
    """ISO 639-1 code of the language the rules were applied for; None where no rules fit."""
