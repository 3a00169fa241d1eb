"""A State's acts about one instrument, laid out in time.

Five days are kept apart: signature, approval at home (which no treaty knows), deposit, effect
for the State, and the entry into force of the instrument. What is known in part gives a stretch
of days in which the answer is open, never a guess.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from averment.law.effect import effect_of, months_later
from averment.law.instrument import Instrument
from averment.law.participation import JOINING, LEAVING, Act, ActKind
from averment.law.statehood import Beginning, StateHistory

_OPEN_MONTHS = 12
"""Where the clause is not known, the effect is taken to lie within so many months."""


class OpenBecause(StrEnum):
    """Why a stretch of days has no certain answer."""

    IMMEDIATE_EFFECT = "immediate_effect"
    """It had effect at once if the State was party to an armed conflict."""
    SUCCESSION = "succession"
    """The effect goes back to the State succession, whose day is not on record."""
    NO_RULE = "no_rule"
    """The clause on entry into force is not on record."""
    KNOWN_LATER = "known_later"
    """It is known to be bound only from a later day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One act and when it turns the answer: possibly from `earliest`, surely from `sure`."""

    act: Act
    earliest: date
    sure: date
    why_open: OpenBecause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One time of being bound: the acts that began it, and what ended it."""

    joins: tuple[Turn, ...]
    """Several where several sources tell the same joining, or tell it in part."""
    leave: Turn | None = None

    def join(self, *, by: Act | None = None) -> Turn:
        """Return the turn that counts: an act before knowledge in part, the earliest first.

        Args:
            by: Let this act alone count.
        """
        turns = [turn for turn in self.joins if by is None or turn.act is by]
        acts = [turn for turn in turns if turn.act.kind is not ActKind.PARTY_BY]
        return min(acts or turns, key=lambda turn: turn.sure)


def episodes(
    acts: Sequence[Act], instrument: Instrument, history: StateHistory | None
) -> tuple[Episode, ...]:
    """Return the times of being bound, in order.

    Args:
        acts: Of one State about `instrument`, by day.
        instrument: Gives the clauses.
        history: Of the State; None for one older than 1945.
    """
    found: list[Episode] = []
    for act in acts:
        if act.kind in JOINING or act.kind is ActKind.PARTY_BY:
            turn = _join(act, instrument, history)
            if found and found[-1].leave is None:
                found[-1] = replace(found[-1], joins=(*found[-1].joins, turn))
            else:
                found.append(Episode(joins=(turn,)))
        elif act.kind in LEAVING and not _is_impossible(act, instrument):
            if not found:
                # Who leaves was bound: nothing is said of since when.
                found.append(Episode(joins=(_known_later(act),)))
            if found[-1].leave is None:
                found[-1] = replace(found[-1], leave=_leave(act, instrument))
        elif act.kind is ActKind.WITHDRAWAL_REVOKED and found:
            leave = found[-1].leave
            if leave is not None and act.on <= leave.sure:
                found[-1] = replace(found[-1], leave=None)
        elif act.kind is ActKind.INSTRUMENT_WITHDRAWN and found:
            taken_back = Turn(act=act, earliest=act.on, sure=act.on)
            found[-1] = replace(found[-1], leave=taken_back)
    return tuple(found)


def _is_impossible(act: Act, instrument: Instrument) -> bool:
    """Say whether the notice has no effect because the instrument knows no withdrawal."""
    rule = instrument.withdrawal
    return (
        rule is not None
        and rule.impossible
        and act.stated_effect is None
        and act.kind is not ActKind.CESSATION
    )


def _join(act: Act, instrument: Instrument, history: StateHistory | None) -> Turn:
    if act.kind is ActKind.PARTY_BY:
        return _known_later(act)
    stated = act.stated_effect
    if act.kind is ActKind.SUCCESSION and stated is None:
        return _succession(act, instrument, history)
    own = _not_before(act.on, instrument)
    if stated is not None:
        # A list states the ordinary day; the treaty may have had effect before it.
        if instrument.immediate_clause and own < stated and act.kind is not ActKind.SUCCESSION:
            return Turn(
                act=act, earliest=own, sure=stated, why_open=OpenBecause.IMMEDIATE_EFFECT
            )
        return Turn(act=act, earliest=stated, sure=stated)
    if instrument.effect is None:
        late = _not_before(months_later(act.on, _OPEN_MONTHS), instrument)
        return Turn(act=act, earliest=own, sure=late, why_open=OpenBecause.NO_RULE)
    effect = effect_of(act.on, instrument.effect, in_force=instrument.in_force)
    if instrument.immediate_clause and own < effect:
        return Turn(act=act, earliest=own, sure=effect, why_open=OpenBecause.IMMEDIATE_EFFECT)
    return Turn(act=act, earliest=effect, sure=effect)


def _succession(act: Act, instrument: Instrument, history: StateHistory | None) -> Turn:
    begun = history.begun if history is not None else None
    if history is not None and history.how is Beginning.CONTINUATION:
        begun = None
    if begun is not None and begun <= act.on:
        effect = _not_before(begun, instrument)
        return Turn(act=act, earliest=effect, sure=effect)
    return Turn(
        act=act,
        earliest=date.min,
        sure=_not_before(act.on, instrument),
        why_open=OpenBecause.SUCCESSION,
    )


def _known_later(act: Act) -> Turn:
    return Turn(act=act, earliest=date.min, sure=act.on, why_open=OpenBecause.KNOWN_LATER)


def _leave(act: Act, instrument: Instrument) -> Turn:
    if act.stated_effect is not None:
        return Turn(act=act, earliest=act.stated_effect, sure=act.stated_effect)
    rule = instrument.withdrawal
    if rule is None or rule.months is None:
        late = months_later(act.on, _OPEN_MONTHS)
        return Turn(act=act, earliest=act.on, sure=late, why_open=OpenBecause.NO_RULE)
    effect = months_later(act.on, rule.months)
    return Turn(act=act, earliest=effect, sure=effect)


def _not_before(day: date, instrument: Instrument) -> date:
    return day if instrument.in_force is None else max(day, instrument.in_force)
