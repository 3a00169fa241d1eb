"""Web addresses in a document: each one, damaged or not, with its proof."""

from dataclasses import dataclass
from enum import StrEnum

from averment.documents.span import Span


class AddressStatus(StrEnum):
    """What is left of an address."""

    INTACT = "intact"
    REPAIRED = "repaired"
    TRUNCATED = "truncated"
    MISSING = "missing"


class Damage(StrEnum):
    """What happened to an address on its way into the document."""

    WRAP_SPACE = "wrap_space"
    WRAP_HYPHEN_LOST = "wrap_hyphen_lost"
    UNDERSCORE_TO_SPACE = "underscore_to_space"
    DOT_TO_SPACE = "dot_to_space"
    DOT_TO_COMMA = "dot_to_comma"
    SCHEME_MISREAD = "scheme_misread"
    HOST_MISREAD = "host_misread"
    DEFANGED = "defanged"
    STRAY_GT = "stray_gt"
    STRAY_MARK = "stray_mark"
    TRACKING_PARAM = "tracking_param"
    HTML_RESIDUE = "html_residue"
    CHARACTER_LOST = "character_lost"
    CUT = "cut"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairStep:
    """One step from the address as printed to the address as meant, and what proves it."""

    damage: Damage
    proof: str
    """Why this step is certain, in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address as the document prints it, and what is known of it."""

    span: Span
    """The printed address; for a missing one, the words that announce it."""
    raw: str
    """Exactly as printed, line breaks included; empty where it is missing."""
    status: AddressStatus
    repaired: str | None
    """The proved address, nothing dropped but what a step names; None where none is proved.

    One that is printed without a scheme has ``http://`` before it, as browsers open it."""
    steps: tuple[RepairStep, ...] = ()
    candidates: tuple[str, ...] = ()
    """Guesses, to be opened and checked by a person; never proofs."""
    note: str | None = None
    """Number of the note in which it stands."""
