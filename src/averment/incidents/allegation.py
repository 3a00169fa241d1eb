"""What a sentence alleges: an act, by whom, against what, where, when, with which harm.

Every value says from which words it was taken. Nothing here says that it happened.
"""

from dataclasses import dataclass
from enum import StrEnum

from averment.documents.grounded import Grounded
from averment.documents.span import Span


class Stance(StrEnum):
    """How the document stands to what the sentence says."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class Harm(StrEnum):
    """What happened to the persons counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimCount:
    """How many persons suffered one harm, as the words give it."""

    harm: Harm
    at_least: int | None
    """Smallest number that the words allow; equal to `at_most` for an exact figure."""
    at_most: int | None
    span: Span
    of_whom: str | None = None
    """The persons counted, as printed: "civilians", "foreign journalists"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allegation:
    """One alleged act or harm."""

    span: Span
    act: Grounded[str] | None = None
    """Id from the act vocabulary."""
    target: Grounded[str] | None = None
    """Id from the target vocabulary."""
    weapon: Grounded[str] | None = None
    """The weapon as printed."""
    weapon_type: str | None = None
    """Id from the weapon vocabulary."""
    perpetrator: Grounded[str] | None = None
    """Who is alleged to have done it, as printed; the lead-in's where the sentence inherits."""
    places: tuple[Grounded[str], ...] = ()
    """Most specific first, as printed."""
    when: Grounded[str] | None = None
    """EDTF, as precise as the words: ``1991-12-06``, ``1991-12``, ``1991-10/1991-12``."""
    victims: tuple[VictimCount, ...] = ()
    attributed_to: Grounded[str] | None = None
    """Who says so, as printed."""
    stance: Stance = Stance.ASSERTED
    stance_words: Span | None = None
    general: bool = False
    """No particular act, place, day or person: a summing-up rather than an incident."""
