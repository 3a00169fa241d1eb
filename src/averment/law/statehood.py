"""When a State began and ended, whom it followed, and what is said of contested entities."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from averment.catalogue.catalogue import Catalogue
from averment.catalogue.provenance import Provenance
from averment.errors import InvalidCatalogueError

STATES_FILE = "states.csv"
ENTITIES_FILE = "entities.toml"


class Beginning(StrEnum):
    """How a State came about. A continuation is the same State under another name."""

    CONTINUATION = "continuation"
    DISSOLUTION = "dissolution"
    SECESSION = "secession"
    INDEPENDENCE = "independence"
    UNION = "union"
    FOUNDING = "founding"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateHistory:
    """One State's beginning and end."""

    state: str
    begun: date | None
    """None: before 1945."""
    ended: date | None
    """None: it goes on."""
    predecessor: str
    """Code of the State whose acts may have covered the territory; may be empty."""
    how: Beginning | None
    note: str
    provenance: Provenance

    def existed_on(self, day: date) -> bool:
        """Say whether it was a State on `day`."""
        if self.is_over_on(day):
            return False
        return self.how is Beginning.CONTINUATION or self.begun is None or day >= self.begun

    def is_over_on(self, day: date) -> bool:
        """Say whether it had ended before `day`."""
        return self.ended is not None and day > self.ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What somebody holds about an entity. Averment holds none."""

    view: str
    held_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A contested entity, a territory or an armed group: not a State that all recognise."""

    code: str
    kind: str
    """contested, territory or group."""
    claimed_by: tuple[str, ...]
    positions: tuple[Position, ...]
    until: date | None
    """For an entity that is a Party to treaties in its own right since: the day before."""
    provenance: Provenance


def read_states(catalogue: Catalogue) -> Mapping[str, StateHistory]:
    """Return the history of States by code; one that is not there is older than 1945."""
    found = {}
    for row in catalogue.table(STATES_FILE):
        try:
            how = Beginning(row["how"]) if row["how"] else None
        except ValueError as exc:
            raise row.fault("how", f"{row['how']!r} is no beginning of a State") from exc
        found[row["state"]] = StateHistory(
            state=row["state"],
            begun=row.day_or_none("from"),
            ended=row.day_or_none("until"),
            predecessor=row["predecessor"],
            how=how,
            note=row["note"],
            provenance=catalogue.provenance(row),
        )
    return found


def read_entities(catalogue: Catalogue) -> Mapping[str, Entity]:
    """Return the entities by code."""
    found = {}
    for code, entry in catalogue.document(ENTITIES_FILE).items():
        try:
            until = entry.get("until")
            found[code] = Entity(
                code=code,
                kind=entry["kind"],
                claimed_by=tuple(entry.get("claimed_by", ())),
                positions=tuple(
                    Position(view=one["view"], held_by=one["held_by"])
                    for one in entry.get("positions", ())
                ),
                until=date.fromisoformat(str(until)) if until else None,
                provenance=catalogue.provenance_of(entry, where=f"{ENTITIES_FILE}: {code}"),
            )
        except (KeyError, TypeError, ValueError) as exc:
            raise InvalidCatalogueError(f"{ENTITIES_FILE}: {code} is broken: {exc!r}") from exc
    return found
