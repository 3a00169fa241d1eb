"""A resolution as the record has it: when, where and by which body it was adopted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from averment.catalogue.provenance import Provenance


class Character(StrEnum):
    """What a resolution of this body can do, as a rule."""

    MAY_BIND = "may_bind"
    """Of the Security Council: decisions bind the Members (Charter, article 25); what is a
    decision is read from its words."""
    RECOMMENDS = "recommends"
    """Of the General Assembly and others: recommendations, but for budget and the body's own
    affairs (Charter, articles 10, 14, 17)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One resolution."""

    symbol: str
    """Canonical, as `Symbol.parse` prints it."""
    body: str
    """Id of ``bodies.toml``: ``UNSC``, ``UNGA``."""
    adopted_on: date | None
    """None where the record that we have does not say."""
    meeting: str
    """Number of the meeting or symbol of its record; empty where not known."""
    label: str
    """What it is about, in our own words or its official title; may be empty."""
    provenance: Provenance
