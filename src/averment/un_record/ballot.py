"""Votes on record: totals, and who voted how, each as one source tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from averment.catalogue.provenance import Provenance

NOBODY: Mapping[str, "Choice"] = MappingProxyType({})


class Choice(StrEnum):
    """What a State did in a vote."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_VOTING = "not_voting"
    """Absent, or present and not taking part: never an abstention."""


class Manner(StrEnum):
    """How a resolution was adopted."""

    RECORDED = "recorded"
    """By a vote whose figures are known, in whole or in part."""
    UNANIMOUS = "unanimous"
    WITHOUT_VOTE = "without_vote"
    """Without a vote, or by consensus."""
    REJECTED = "rejected"
    """Voted on and not adopted: a veto, or too few votes."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRecord:
    """One vote as one source has it. Sources that differ are several of these."""

    symbol: str
    manner: Manner
    provenance: Provenance
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    not_voting: int | None = None
    choices: Mapping[str, Choice] = field(default_factory=lambda: NOBODY)
    """State code to choice, as far as this source names them."""
    complete: bool = False
    """Whether `choices` names every State that voted."""
    intended: Mapping[str, Choice] = field(default_factory=lambda: NOBODY)
    """What a State said later that it had meant; the record itself does not change."""
    part: str = ""
    """"paragraph 2", "amendment": a vote on a part is never the vote on the whole."""
    note: str = ""

    def states(self, choice: Choice) -> tuple[str, ...]:
        """Return the codes of the States on record with `choice`, sorted."""
        return tuple(sorted(code for code, made in self.choices.items() if made is choice))

    def total(self, choice: Choice) -> int | None:
        """Return how many made `choice`; None where this source does not say."""
        totals = {
            Choice.YES: self.yes,
            Choice.NO: self.no,
            Choice.ABSTAIN: self.abstain,
            Choice.NOT_VOTING: self.not_voting,
        }
        return totals[choice]
