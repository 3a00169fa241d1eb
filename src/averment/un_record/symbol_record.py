"""All that the record says of one symbol, source beside source."""

from collections.abc import Mapping
from dataclasses import dataclass

from averment.un_record.ballot import Choice, Manner, VoteRecord
from averment.un_record.character import character
from averment.un_record.complete import choices_of
from averment.un_record.consistency import Fault, faults, look_alikes
from averment.un_record.membership import PERMANENT, Memberships
from averment.un_record.record import RecordSource, RecordText
from averment.un_record.resolution import Character, Resolution
from averment.un_record.session import Sessions
from averment.un_record.symbol import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldVote:
    """One vote as one source has it, with what the permanent members did."""

    vote: VoteRecord
    permanent: Mapping[str, Choice | None]
    """Code to choice; None where this source does not let one tell. Empty where the day, and
    so who they were, is not on record."""
    differs: bool
    """From the best source on the same vote, in a figure or in a choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolRecord:
    """What is on record for one symbol."""

    printed: str
    symbol: Symbol
    look_alikes: tuple[str, ...]
    """Letters of `printed` that only look Latin, in order."""
    character: Character | None
    faults: tuple[Fault, ...]
    resolutions: tuple[Resolution, ...]
    """One a source, best first."""
    votes: tuple[ToldVote, ...]
    """Those on the whole first; within a part the best source first."""
    texts: tuple[RecordText, ...]

    @property
    def days_differ(self) -> bool:
        """Whether sources name different days of adoption."""
        return len({one.adopted_on for one in self.resolutions if one.adopted_on}) > 1


def symbol_record(
    record: RecordSource, printed: str, *, memberships: Memberships, sessions: Sessions
) -> SymbolRecord:
    """Return all that `record` has for a symbol.

    Args:
        record: Everything at hand.
        printed: The symbol as written.
        memberships: Who the permanent members were.
        sessions: When each session was held.

    Raises:
        InvalidSymbolError: The symbol cannot be read.
    """
    symbol = Symbol.parse(printed)
    resolutions = record.resolutions(symbol.text)
    votes = record.votes(symbol.text)
    day = next((one.adopted_on for one in resolutions if one.adopted_on), None)
    permanent = memberships.members(PERMANENT, day) if day is not None else ()
    return SymbolRecord(
        printed=printed,
        symbol=symbol,
        look_alikes=tuple(letter for _, letter in look_alikes(printed)),
        character=character(symbol),
        faults=faults(symbol, day=day, sessions=sessions),
        resolutions=resolutions,
        votes=tuple(
            ToldVote(
                vote=vote,
                permanent=choices_of(vote, permanent),
                differs=_differs(vote, _best(votes, vote.part)),
            )
            for vote in votes
        ),
        texts=record.texts(symbol.text),
    )


def _best(votes: tuple[VoteRecord, ...], part: str) -> VoteRecord:
    return next(vote for vote in votes if vote.part == part)


def _differs(vote: VoteRecord, best: VoteRecord) -> bool:
    """Say whether two sources contradict each other; silence contradicts nothing."""
    if vote is best:
        return False
    pairs = [(vote.total(choice), best.total(choice)) for choice in Choice]
    if any(None not in pair and pair[0] != pair[1] for pair in pairs):
        return True
    if any(
        best.choices[code] is not choice
        for code, choice in vote.choices.items()
        if code in best.choices
    ):
        return True
    manners = {vote.manner, best.manner} - {Manner.UNKNOWN}
    return Manner.WITHOUT_VOTE in manners and len(manners) > 1
