"""What States did about an instrument: signed, acceded, withdrew; and what is known in part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from averment.catalogue.catalogue import Catalogue
from averment.catalogue.provenance import Provenance
from averment.catalogue.row import Row
from averment.errors import InvalidCatalogueError

COLUMNS = ("state", "date", "act", "stated_effect", "source", "confidence", "note")


class ActKind(StrEnum):
    """What was done, or what is known without the day of the act."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    CONSENT_TO_BE_BOUND = "consent_to_be_bound"
    """The table does not say by which act."""
    FORMAL_CONFIRMATION = "formal_confirmation"
    PROVISIONAL_APPLICATION = "provisional_application"
    SUCCESSION_TO_SIGNATURE = "succession_to_signature"
    WITHDRAWAL_NOTIFIED = "withdrawal_notified"
    WITHDRAWAL_REVOKED = "withdrawal_revoked"
    DENUNCIATION = "denunciation"
    CESSATION = "cessation"
    """It ended without a notice: expulsion, the end of a State."""
    INSTRUMENT_WITHDRAWN = "instrument_withdrawn"
    """The deposit was taken back before it had effect."""
    INTENTION_NOT_TO_RATIFY = "intention_not_to_ratify"
    PARTY_BY = "party_by"
    """Knowledge in part: bound on that day and since; nothing is said of earlier days."""
    NOT_PARTY_ON = "not_party_on"
    """Knowledge in part: no act had effect up to that day; nothing is said of later days."""


JOINING = frozenset(
    {
        ActKind.RATIFICATION,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.CONSENT_TO_BE_BOUND,
        ActKind.FORMAL_CONFIRMATION,
    }
)
LEAVING = frozenset({ActKind.WITHDRAWAL_NOTIFIED, ActKind.DENUNCIATION, ActKind.CESSATION})
SIGNING = frozenset({ActKind.SIGNATURE, ActKind.SUCCESSION_TO_SIGNATURE})
_KINDS = {kind.value: kind for kind in ActKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of one State, as one source has it."""

    state: str
    """Code of ``states.toml``."""
    instrument: str
    kind: ActKind
    on: date
    """Of the deposit or notice; for knowledge in part the day for which it holds."""
    stated_effect: date | None
    """The day of effect where the source states one; never computed."""
    provenance: Provenance
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Until when the absence of a row may be read as "not a Party"."""

    complete_until: date | None
    """None: never."""
    provenance: Provenance | None
    note: str = ""


NOTHING_COVERED = Coverage(complete_until=None, provenance=None)


def participation_file(instrument: str) -> str:
    """Return the name of the table of one instrument."""
    return f"participation/{instrument}.csv"


class Participation(Mapping[str, tuple[Act, ...]]):
    """The acts about one instrument by State code, each State's by day.

    An act is made of its row when its State is first asked for: most questions are about a
    few States, and there are many thousand rows.
    """

    def __init__(self, instrument: str, rows: Iterable[Row], catalogue: Catalogue) -> None:
        self._instrument = instrument
        self._catalogue = catalogue
        self._rows: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self._rows[row.cells[0]].append(row)
        self._made: dict[str, tuple[Act, ...]] = {}

    def __getitem__(self, state: str) -> tuple[Act, ...]:
        made = self._made.get(state)
        if made is None:
            if state not in self._rows:
                raise KeyError(state)
            made = in_order(self._act(row) for row in self._rows[state])
            self._made[state] = made
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _act(self, row: Row) -> Act:
        if row["act"] not in _KINDS:
            raise row.fault("act", f"{row['act']!r} is no act")
        return Act(
            state=row["state"],
            instrument=self._instrument,
            kind=_KINDS[row["act"]],
            on=row.day("date"),
            stated_effect=row.day_or_none("stated_effect"),
            provenance=self._catalogue.provenance(row),
            note=row["note"],
        )


def read_participation(catalogue: Catalogue, instrument: str) -> Mapping[str, tuple[Act, ...]]:
    """Return the acts on record about `instrument` by State code.

    An instrument without a table has no acts: nothing is known of it.

    Raises:
        InvalidCatalogueError: The table is broken; of a broken row when its State is asked
            for.
    """
    name = participation_file(instrument)
    if not catalogue.has(name):
        return {}
    rows = catalogue.table(name)
    if rows and tuple(rows[0].columns) != COLUMNS:
        raise InvalidCatalogueError(f"{name}: the columns must be {', '.join(COLUMNS)}")
    return Participation(instrument, rows, catalogue)


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Return `acts` by day."""
    return tuple(sorted(acts, key=lambda act: (act.on, act.kind)))


def read_coverage(catalogue: Catalogue) -> Mapping[str, Coverage]:
    """Return the coverage of each instrument by id."""
    return {
        row["instrument"]: Coverage(
            complete_until=row.day_or_none("complete_until"),
            provenance=catalogue.provenance(row) if row["source"] else None,
            note=row["note"],
        )
        for row in catalogue.table("coverage.csv")
    }
