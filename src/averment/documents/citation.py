"""Citations: where a document refers to something else."""

from dataclasses import dataclass

from averment.documents.grounded import Grounded
from averment.documents.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One reference to one source, in a note or in the text."""

    span: Span
    note: str | None
    """Number of the note; None for a citation in the text."""
    title: Grounded[str] | None = None
    author: Grounded[str] | None = None
    publisher: Grounded[str] | None = None
    date: Grounded[str] | None = None
    """EDTF, as printed even where it is doubtful."""
    pinpoint: Grounded[str] | None = None
    """Page, paragraph or minute, as printed."""
    medium: str | None = None
    """``video``, ``photograph``, ``report`` where the words or the address say so."""
    identifier: Grounded[str] | None = None
    """A report number or document symbol that the citation gives."""
    addresses: tuple[int, ...] = ()
    """Indexes into the reading's addresses."""
    refers_to: int | None = None
    """Index of the earlier citation that *ibid.*, *id.* or *supra* points to."""
    short_form: str | None = None
    """``ibid``, ``id``, ``supra`` where the citation is one of these."""
