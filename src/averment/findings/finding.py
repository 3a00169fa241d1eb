"""Findings: what a good colleague would write in the margin.

A finding says what, where, why it matters, how to mend it, and on what ground. Its text
quotes nothing but exact words of the document.
"""

from dataclasses import dataclass
from enum import IntEnum

from averment.documents.span import Span


class Severity(IntEnum):
    """How much it matters; higher is worse."""

    OK = 0
    """Checked and borne out."""
    NOTE = 1
    """The reader will ask."""
    WARNING = 2
    """Should be mended before sending."""
    ERROR = 3
    """Would be used against the writer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a finding rests on: words of the document, a rule, a row of a vocabulary."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark about one place of the document."""

    code: str
    severity: Severity
    span: Span
    message: str
    """What was found, in one or two plain sentences."""
    remedy: str
    """What to do about it, in one sentence."""
    grounds: tuple[Ground, ...] = ()
    claim: int | None = None
    """Number of the claim it concerns."""
    note: str | None = None
    """Number of the note it concerns."""
    candidates: tuple[str, ...] = ()
    """Guesses for a person to check."""
