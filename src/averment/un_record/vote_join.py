"""The same vote told more than once, or in parts, put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from averment.un_record.tally import Role
from averment.un_record.voters import Voters

Places = tuple[tuple[int, int], ...]
_REACH = 700
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteTold:
    """One vote while it is being put together; places are offsets into the level text."""

    start: int
    end: int
    symbol: str | None
    counts: Mapping[Role, int] = field(default_factory=dict)
    states: Mapping[Role, Places] = field(default_factory=dict)
    unanimous: bool = False
    rule: str = "vote:told"


def gathered(voters: Sequence[Voters]) -> dict[Role, Places]:
    """Return where the States of each side stand."""
    states: dict[Role, Places] = {}
    for one in voters:
        states[one.role] = states.get(one.role, ()) + one.states
    return states


def join_votes(votes: Sequence[VoteTold]) -> list[VoteTold]:
    """Return each vote once, in order of where it is first told.

    Two statements are of one vote if no figure differs and they are of the same resolution, or
    if one leaves the resolution open and either at least two figures agree or it stands right
    behind the other with the figures that the other lacks.

    Args:
        votes: In order of place.
    """
    joined: list[VoteTold] = []
    by_symbol: dict[str, list[int]] = {}
    by_counts: dict[tuple[tuple[Role, int], ...], int] = {}
    for vote in votes:
        index = _same(vote, joined, by_symbol, by_counts)
        if index is None:
            index = len(joined)
            joined.append(vote)
        else:
            joined[index] = _merged(joined[index], vote)
        merged = joined[index]
        if merged.symbol is not None and index not in by_symbol.setdefault(merged.symbol, []):
            by_symbol[merged.symbol].append(index)
        if len(merged.counts) >= _TWO:
            by_counts[_key(merged)] = index
    return joined


def _same(
    vote: VoteTold,
    joined: Sequence[VoteTold],
    by_symbol: Mapping[str, Sequence[int]],
    by_counts: Mapping[tuple[tuple[Role, int], ...], int],
) -> int | None:
    for index in by_symbol.get(vote.symbol or "", ()):
        if _agree(joined[index], vote):
            return index
    if joined and _completes(joined[-1], vote):
        return len(joined) - 1
    same = by_counts.get(_key(vote)) if len(vote.counts) >= _TWO else None
    if same is not None and None in {joined[same].symbol, vote.symbol}:
        return same
    return None


def _completes(last: VoteTold, vote: VoteTold) -> bool:
    """Say whether one of two neighbours tells the figures and the other the States."""
    if vote.start - last.end > _REACH or not _agree(last, vote):
        return False
    named_before, named = any(last.states.values()), any(vote.states.values())
    if vote.symbol is None and vote.counts and named != named_before:
        return True
    return last.symbol is None and named_before and not named


def _key(vote: VoteTold) -> tuple[tuple[Role, int], ...]:
    return tuple(sorted(vote.counts.items()))


def _agree(one: VoteTold, other: VoteTold) -> bool:
    return all(one.counts.get(role, count) == count for role, count in other.counts.items())


def _merged(one: VoteTold, other: VoteTold) -> VoteTold:
    states = dict(one.states)
    for role, named in other.states.items():
        states[role] = states.get(role, ()) + named
    near = 0 <= other.start - one.end <= _REACH
    return replace(
        one,
        symbol=one.symbol or other.symbol,
        end=max(one.end, other.end) if near else one.end,
        counts={**one.counts, **other.counts},
        states=states,
        unanimous=one.unanimous or other.unanimous,
        rule=one.rule if one.counts or not other.counts else other.rule,
    )
