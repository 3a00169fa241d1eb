"""How many Parties the catalogue counts, held against the depositary's own number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from averment.catalogue.provenance import Provenance
from averment.law.bound import bound
from averment.law.lawbook import LawBook
from averment.law.participation import JOINING, LEAVING, ActKind
from averment.law.standing import Answer
from averment.prose.states import StateStatus, states

COUNTS_FILE = "counts.csv"
_ASKED = frozenset({StateStatus.MEMBER, StateStatus.OBSERVER})
_ALSO_JOINED = frozenset({ActKind.PARTY_BY, ActKind.WITHDRAWAL_REVOKED})
_MORE_PARTIES = ("COK", "NIU")
"""In no list of members or observers, and Parties to many treaties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCheck:
    """The depositary's number of Parties on a day, and the catalogue's."""

    instrument: str
    as_of: date
    stated: int
    """What the depositary publishes."""
    counted: int
    """How many had joined by that day in the catalogue, and not left: depositaries count
    deposits, whether they have had effect or not."""
    provenance: Provenance

    @property
    def agrees(self) -> bool:
        """Whether the two are one number."""
        return self.stated == self.counted


def states_asked() -> tuple[str, ...]:
    """Return the codes of the members, the observers, and others that join treaties."""
    listed = [state.code for state in states() if state.status in _ASKED]
    return tuple(dict.fromkeys([*listed, *_MORE_PARTIES]))


def parties_on(book: LawBook, instrument: str, day: date) -> tuple[str, ...]:
    """Return the codes of all that the catalogue has as bound on `day`, sorted.

    A Party that only one of two sources has is not counted: its answer is DISPUTED.
    """
    carrier = book.carrier(book.instruments[instrument])
    return tuple(
        state
        for state in sorted(book.participants(carrier.id))
        if bound(book, state, instrument, day).answer is Answer.BOUND
    )


def joined_by(book: LawBook, instrument: str, day: date) -> tuple[str, ...]:
    """Return the codes of all that had deposited an act of joining by `day` and not left."""
    carrier = book.carrier(book.instruments[instrument])
    return tuple(
        state
        for state in sorted(book.participants(carrier.id))
        if _has_joined(book, carrier.id, state, day)
    )


def _has_joined(book: LawBook, instrument: str, state: str, day: date) -> bool:
    history = book.states.get(state)
    if history is not None and history.is_over_on(day):
        return False
    joined = False
    for act in book.acts(instrument, state):
        if act.on > day:
            break
        if act.kind in JOINING or act.kind in _ALSO_JOINED:
            joined = True
        elif act.kind is ActKind.INSTRUMENT_WITHDRAWN:
            joined = False
        elif act.kind in LEAVING:
            joined = bound(book, state, instrument, day).answer is not Answer.WITHDRAWN
    return joined


def answers_on(book: LawBook, instrument: str, day: date) -> Mapping[Answer, tuple[str, ...]]:
    """Return the codes of the States of today by their answer on `day`."""
    found: dict[Answer, list[str]] = {}
    for state in states_asked():
        found.setdefault(bound(book, state, instrument, day).answer, []).append(state)
    return {answer: tuple(codes) for answer, codes in found.items()}


def count_checks(book: LawBook) -> Iterator[CountCheck]:
    """Yield the check of each number that a depositary publishes, in the order of the file."""
    catalogue = book.catalogue
    if not catalogue.has(COUNTS_FILE):
        return
    for row in catalogue.table(COUNTS_FILE):
        stated = row.number_or_none("parties")
        if stated is None or row["instrument"] not in book.instruments:
            raise row.fault("parties", "a number for an instrument of the catalogue is wanted")
        day = row.day("as_of")
        yield CountCheck(
            instrument=row["instrument"],
            as_of=day,
            stated=stated,
            counted=len(joined_by(book, row["instrument"], day)),
            provenance=catalogue.provenance(row),
        )
