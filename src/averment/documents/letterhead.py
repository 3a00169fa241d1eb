"""Who writes to whom, when and about what: the frame of a letter."""

from dataclasses import dataclass

from averment.documents.grounded import Grounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The frame of a letter; what it does not have is None or empty."""

    date: Grounded[str] | None = None
    """ISO date of the letter itself, not of its posting."""
    addressees: tuple[Grounded[str], ...] = ()
    """Each person or body written to, with title and office as printed."""
    signatories: tuple[Grounded[str], ...] = ()
    """Each organisation or person that signs."""
    subject: Grounded[str] | None = None
    salutation: Grounded[str] | None = None
