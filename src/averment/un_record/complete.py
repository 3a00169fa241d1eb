"""Who voted how in the Security Council, where the record names only those against.

The Council's members of a day are known. Where they are as many as the votes on record, those
that the record does not name were in favour.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from averment.un_record.ballot import Choice, Manner, VoteRecord


def completed(vote: VoteRecord, members: Sequence[str]) -> VoteRecord:
    """Return `vote` with every choice that follows from it.

    Args:
        vote: A vote on a whole resolution as one source has it.
        members: Codes of all members of the Council on that day; empty where not known.
    """
    if not members or vote.part or not set(vote.choices) <= set(members):
        return vote
    if vote.manner is Manner.UNANIMOUS:
        counted = replace(
            vote, yes=len(members), no=0, abstain=0, not_voting=0, choices=_all(members)
        )
        return replace(counted, complete=True)
    if vote.manner is not Manner.RECORDED or vote.complete:
        return vote
    named = Counter(vote.choices.values())
    others = len(members) - sum(named.values())
    told = (vote.no, vote.abstain, vote.yes)
    if told != (named[Choice.NO], named[Choice.ABSTAIN], others) or named[Choice.YES]:
        return vote
    choices = {**_all(members), **vote.choices}
    return replace(
        vote,
        not_voting=named[Choice.NOT_VOTING],
        choices=MappingProxyType(choices),
        complete=True,
    )


def choices_of(vote: VoteRecord, states: Sequence[str]) -> Mapping[str, Choice | None]:
    """Return what each of `states` did; None where the record does not let one tell.

    Args:
        vote: A vote, completed where it can be.
        states: Codes: the permanent members of that day, say.
    """
    return {state: vote.choices.get(state) for state in states}


def against(vote: VoteRecord, states: Sequence[str]) -> tuple[str, ...] | None:
    """Return who of `states` voted against, sorted; None where that cannot be told."""
    named = vote.states(Choice.NO)
    told = vote.complete or vote.no == len(named) or all(one in vote.choices for one in states)
    return tuple(state for state in named if state in set(states)) if told else None


def _all(members: Sequence[str]) -> Mapping[str, Choice]:
    return MappingProxyType(dict.fromkeys(sorted(members), Choice.YES))
