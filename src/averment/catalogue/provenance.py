"""On what a row of the catalogue rests: a source, its day, and how far it was checked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Confidence(StrEnum):
    """How far a row was checked, from best to worst."""

    VERIFIED = "verified"
    """Compared in two sources, one of them the depositary or the official record."""
    SINGLE_SOURCE = "single_source"
    """Read in the one source that is named."""
    UNVERIFIED = "unverified"
    """Keyed from general knowledge; nobody has read it at the source."""
    CONTESTED = "contested"
    """Another source says otherwise: where leaving the row out changes an answer, the answer
    is DISPUTED."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where rows come from."""

    key: str
    title: str
    kind: str
    """depositary, official, register, study, dataset, press or own."""
    rank: int
    """1 depositary, treaty text or meeting record; 2 the body's own library or list; 3 its
    press release; 4 data set; 5 press; 6 own knowledge or analysis."""
    as_of: date
    """The day up to which the source tells the state of things."""
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """A source, and how far what was taken from it has been checked."""

    source: Source
    confidence: Confidence

    def __str__(self) -> str:
        checked = self.confidence.value.replace("_", " ")
        return f"{self.source.title}, as of {self.source.as_of.isoformat()} ({checked})"
