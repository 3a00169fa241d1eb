"""Where a document names a UN document or resolution, or tells a vote."""

from dataclasses import dataclass

from averment.documents.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolMention:
    """A UN document symbol, printed as such or told in words."""

    span: Span
    symbol: str | None
    """Canonical symbol, ``A/RES/62/243``; None where the words do not settle it."""
    group: str | None = None
    """Id of a known set told without numbers ("the 1993 resolutions")."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteStatement:
    """What the document says of one vote; what it leaves out is None, never 0."""

    span: Span
    symbol: str | None
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    states_yes: tuple[str, ...] = ()
    states_no: tuple[str, ...] = ()
    states_abstain: tuple[str, ...] = ()
    """States named, each as printed."""
    unanimous: bool = False
    """"Adopted unanimously", "without a vote", "by consensus"."""
    rule: str = ""
