"""Footnotes: the notes of a document, and the marker in the text that leads to each."""

from dataclasses import dataclass
from enum import StrEnum

from averment.documents.flow import Flow
from averment.documents.span import Span


class MarkerKind(StrEnum):
    """How a marker stands in the text."""

    DECLARED = "declared by the format"
    SUPERSCRIPT = "superscript character"
    RAISED = "raised small type"
    BRACKETED = "number in brackets"
    PLAIN = "plain digit"
    SIGN = "sign or letter"
    MISREAD = "misread character"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The sign in the text that sends the reader to a note."""

    span: Span
    raw: str
    kind: MarkerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One footnote or endnote."""

    number: str
    """As intended; by order alone where the notes carry no number."""
    span: Span
    """The note's words, its own number left out."""
    flow: Flow
    printed_number: str | None
    """The number as it stands before the note; None where it carries none."""
    marker: Marker | None
    """None where the marker is lost."""
    anchor: Span | None
    """The words that the marker stands behind; inferred from the order where it is lost."""
    marker_inferred: bool = False
    """The order of the markers around it proves where the lost marker stood."""
