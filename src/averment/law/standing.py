"""How a State stands to an instrument on a day, and on what the answer rests."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from averment.law.declaration import Declaration
from averment.law.participation import Act
from averment.law.statehood import Position


class Answer(StrEnum):
    """The answers. UNKNOWN and DISPUTED are never to be read as "no"."""

    BOUND = "BOUND"
    NOT_BOUND = "NOT_BOUND"
    BOUND_BY_CUSTOM_ONLY = "BOUND_BY_CUSTOM_ONLY"
    """No Party, or not known to be one; what the instrument says is held to be custom."""
    SIGNED_ONLY = "SIGNED_ONLY"
    """Signed and not ratified: no more than not to defeat object and purpose (Vienna
    Convention on the Law of Treaties, article 18)."""
    NOT_YET_IN_FORCE = "NOT_YET_IN_FORCE"
    WITHDRAWN = "WITHDRAWN"
    UNKNOWN = "UNKNOWN"
    """The catalogue does not reach so far."""
    DISPUTED = "DISPUTED"
    """Sources, or States, differ; each position is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One answer with its grounds."""

    state: str
    instrument: str
    day: date
    answer: Answer
    since: date | None = None
    """First day of the effect that the answer speaks of; None where none, or not known."""
    clause: str = ""
    """Article applied."""
    rows: tuple[Act, ...] = ()
    """The acts used, in order of time."""
    reasons: tuple[str, ...] = ()
    """Plain sentences, the main one first."""
    would_change: tuple[str, ...] = ()
    """What fact would change the answer."""
    positions: tuple[Position, ...] = ()
    """For DISPUTED: who holds what."""
    declarations: tuple[Declaration, ...] = ()
    """Reservations and declarations that stood on that day, or may have."""
    custom_note: str = ""
    """How far the instrument is held to be custom, and by whom."""
