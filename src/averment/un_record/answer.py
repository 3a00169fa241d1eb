"""One field of one resolution as a plain value, with the sources that it rests on.

What is not on record is the word ``unknown``: never "no", and never empty.
"""

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from averment.catalogue.provenance import Provenance
from averment.errors import UnknownNameError
from averment.un_record.ballot import Choice, Manner, VoteRecord
from averment.un_record.complete import against
from averment.un_record.consistency import Weight, faults
from averment.un_record.membership import PERMANENT, Memberships
from averment.un_record.numbering import year_of_resolution
from averment.un_record.record import RecordSource
from averment.un_record.symbol import Symbol

UNKNOWN = "unknown"
YES = "yes"
NO = "no"
NONE = "none"
WITHOUT_VOTE = "without_vote"
"""The value of a total where there was no vote."""
_NOBODY_AGAINST = frozenset({Manner.WITHOUT_VOTE, Manner.UNANIMOUS})
_NUMBERING = "the numbering of the Security Council's resolutions"
_BY_ITSELF = "the symbol itself"


@dataclass(frozen=True, slots=True)
class RecordValue:
    """What the record says of one field."""

    value: str
    sources: str
    """Titles of sources, best first; those that differ follow with their own value. Empty
    where the value is unknown."""


@dataclass(frozen=True, slots=True)
class _Asked:
    record: RecordSource
    symbol: Symbol
    memberships: Memberships


_Told = tuple[str, Provenance]


def record_value(
    record: RecordSource, symbol: str, field: str, *, memberships: Memberships
) -> RecordValue:
    """Return `field` of the resolution `symbol`.

    Args:
        record: Everything at hand.
        symbol: As written; it is read by `Symbol.parse`.
        field: One of `FIELDS`.
        memberships: Who the permanent members were.

    Raises:
        InvalidSymbolError: The symbol cannot be read.
        UnknownNameError: There is no such field.
    """
    if field not in _READERS:
        near = difflib.get_close_matches(field, FIELDS, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(FIELDS)}"
        raise UnknownNameError(f"the record has no field {field[:40]!r}: {hint}")
    return _READERS[field](_Asked(record, Symbol.parse(symbol), memberships))


def _exists(asked: _Asked) -> RecordValue:
    symbol = asked.symbol
    known = [one.provenance for one in asked.record.resolutions(symbol.text)]
    known += [one.provenance for one in asked.record.votes(symbol.text)]
    if known:
        return RecordValue(YES, "; ".join(dict.fromkeys(str(one) for one in known)))
    against_it = [fault for fault in faults(symbol) if fault.weight is Weight.IMPOSSIBLE]
    if against_it:
        return RecordValue(
            NO, f"{_NUMBERING if _is_council(symbol) else _BY_ITSELF}: {against_it[0].message}"
        )
    if _is_council(symbol) and year_of_resolution(_number(symbol)) is not None:
        return RecordValue(YES, _NUMBERING)
    return _unknown()


def _body(asked: _Asked) -> RecordValue:
    if asked.symbol.body is None:
        return RecordValue(NONE, f"{_BY_ITSELF}: it is no resolution's")
    return RecordValue(asked.symbol.body, _BY_ITSELF)


def _adopted_on(asked: _Asked) -> RecordValue:
    return _best(
        (one.adopted_on.isoformat(), one.provenance)
        for one in asked.record.resolutions(asked.symbol.text)
        if one.adopted_on is not None
    )


def _total(asked: _Asked, *, choice: Choice) -> RecordValue:
    return _best(
        (told, vote.provenance)
        for vote in _whole(asked)
        if (told := _figure(vote, choice)) is not None
    )


def _permanent_against(asked: _Asked) -> RecordValue:
    day = _day(asked)
    permanent = asked.memberships.members(PERMANENT, day) if day is not None else ()
    return _best(
        (told, vote.provenance)
        for vote in _whole(asked)
        if (told := _codes(vote, permanent)) is not None
    )


_READERS: dict[str, Callable[[_Asked], RecordValue]] = {
    "exists": _exists,
    "body": _body,
    "adopted_on": _adopted_on,
    "yes": partial(_total, choice=Choice.YES),
    "no": partial(_total, choice=Choice.NO),
    "abstain": partial(_total, choice=Choice.ABSTAIN),
    "permanent_members_against": _permanent_against,
}
FIELDS = tuple(_READERS)


def _whole(asked: _Asked) -> list[VoteRecord]:
    return [vote for vote in asked.record.votes(asked.symbol.text) if not vote.part]


def _figure(vote: VoteRecord, choice: Choice) -> str | None:
    if vote.manner is Manner.WITHOUT_VOTE:
        return WITHOUT_VOTE
    total = vote.total(choice)
    return None if total is None else str(total)


def _codes(vote: VoteRecord, permanent: Sequence[str]) -> str | None:
    if vote.manner in _NOBODY_AGAINST or vote.no == 0:
        return NONE
    found = against(vote, permanent) if permanent else None
    return None if found is None else " ".join(found) or NONE


def _day(asked: _Asked) -> date | None:
    days = (one.adopted_on for one in asked.record.resolutions(asked.symbol.text))
    return next((day for day in days if day is not None), None)


def _best(told: Iterable[_Told]) -> RecordValue:
    """Return the value of the best source, and who says so and who says otherwise."""
    ranked = sorted(told, key=lambda one: (one[1].source.rank, one[1].source.key))
    if not ranked:
        return _unknown()
    value = ranked[0][0]
    agreeing = dict.fromkeys(str(source) for other, source in ranked if other == value)
    differing = dict.fromkeys(f"{other}: {src}" for other, src in ranked if other != value)
    said = "; ".join(agreeing)
    return RecordValue(value, f"{said}; differs: {'; '.join(differing)}" if differing else said)


def _unknown() -> RecordValue:
    return RecordValue(UNKNOWN, "")


def _is_council(symbol: Symbol) -> bool:
    return symbol.kind == "sc_res"


def _number(symbol: Symbol) -> int:
    return int(symbol.text.split("/")[2].split(" ", 1)[0])
