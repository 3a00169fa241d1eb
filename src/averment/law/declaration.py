"""Reservations and declarations that change what an instrument does for a State."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from averment.catalogue.catalogue import Catalogue
from averment.catalogue.provenance import Provenance

FILE = "declarations.csv"


class DeclarationKind(StrEnum):
    """What the declaration does."""

    RESERVATION = "reservation"
    INTERPRETATIVE = "interpretative"
    TERRITORIAL = "territorial"
    JURISDICTION = "jurisdiction"
    """It accepts, limits or excludes a court or committee."""
    AGE = "age"
    """The age of recruitment (Optional Protocol on children in armed conflict, 3(2))."""
    DEROGATION = "derogation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One declaration of one State."""

    state: str
    instrument: str
    provision: str
    kind: DeclarationKind
    made: date | None
    """None where the day is not known."""
    withdrawn: date | None
    label: str
    """What it says, in a sentence of our own."""
    provenance: Provenance

    def may_stand_on(self, day: date) -> bool:
        """Say whether it stood on `day`, or may have: an unknown day may be an earlier one."""
        begun = self.made is None or self.made <= day
        return begun and (self.withdrawn is None or day < self.withdrawn)


def read_declarations(
    catalogue: Catalogue,
) -> Mapping[tuple[str, str], tuple[Declaration, ...]]:
    """Return the declarations by State and instrument, in the order of the file."""
    found: dict[tuple[str, str], list[Declaration]] = {}
    for row in catalogue.table(FILE):
        try:
            kind = DeclarationKind(row["kind"])
        except ValueError as exc:
            raise row.fault("kind", f"{row['kind']!r} is no kind of declaration") from exc
        found.setdefault((row["state"], row["instrument"]), []).append(
            Declaration(
                state=row["state"],
                instrument=row["instrument"],
                provision=row["provision"],
                kind=kind,
                made=row.day_or_none("made"),
                withdrawn=row.day_or_none("withdrawn"),
                label=row["label"],
                provenance=catalogue.provenance(row),
            )
        )
    return {key: tuple(some) for key, some in found.items()}
