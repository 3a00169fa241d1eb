"""Sources: the works that a document refers to, each once however often it is cited."""

from dataclasses import dataclass
from enum import StrEnum


class OutletKind(StrEnum):
    """What sort of publisher stands behind a source."""

    NEWS_AGENCY = "news agency"
    NEWS_MEDIA = "news media"
    STATE_BODY = "State body"
    STATE_MEDIA = "State media"
    NGO = "non-governmental organisation"
    INTERGOVERNMENTAL = "intergovernmental body"
    COURT = "court or tribunal"
    ACADEMIC = "academic publisher"
    PLATFORM = "platform for self-published material"
    ENCYCLOPAEDIA = "encyclopaedia that anybody can edit"
    ARCHIVE = "web archive"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher as the shared vocabulary knows it."""

    name: str
    kind: OutletKind
    state: str | None = None
    """ISO 3166-1 alpha-3 of the State that owns, funds or runs it; None where none is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One work that is referred to."""

    number: int
    """Counted from 1 in order of first citation."""
    title: str | None
    author: str | None
    publisher: str | None
    date: str | None
    url: str | None
    """The proved address without its tracking parameters; None where none is proved."""
    host: str | None
    outlet: Outlet | None
    agency: str | None = None
    """A news agency named as the origin of the text, where another outlet printed it."""
    citations: tuple[int, ...] = ()
    """Indexes into the reading's citations, in order."""
