"""Claims: each sentence or list item that asserts or asks something."""

from dataclasses import dataclass
from enum import StrEnum

from averment.claims.request import Request
from averment.documents.span import Span
from averment.incidents.allegation import Allegation


class ClaimKind(StrEnum):
    """What sort of statement it is, and so which checks fit it."""

    INCIDENT = "incident"
    FIGURE = "figure"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    LEGAL = "legal"
    RECORD = "record"
    BACKGROUND = "background"
    REQUEST = "request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks that the document puts in somebody's mouth."""

    span: Span
    """The words between the marks."""
    speaker: str | None = None
    """Who is said to have said it, as printed; None where nobody is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement."""

    number: int
    """Counted from 1 in reading order."""
    kind: ClaimKind
    span: Span
    text: str
    """The statement as it reads, without layout."""
    passage: int
    """Index into ``Document.passages``."""
    lead_in: Span | None = None
    """The sentence that a list item completes."""
    notes: tuple[str, ...] = ()
    """Numbers of the notes whose markers stand in it or right behind it."""
    citations: tuple[int, ...] = ()
    """Indexes into the reading's citations: those of its notes, and those in its own words."""
    allegations: tuple[Allegation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    requests: tuple[Request, ...] = ()
    """What is asked for; a request is of kind REQUEST."""
    rule: str = ""
    """Why it has this kind."""
