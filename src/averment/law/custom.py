"""The customary rules of humanitarian law, by the numbering of the ICRC study of 2005.

The labels are our own. That a rule is custom is what the study says; some States contest its
method or single rules, and whoever prints a rule says whose finding it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from averment.catalogue.catalogue import Catalogue, packaged_catalogue
from averment.catalogue.provenance import Provenance

FILE = "customary_rules.csv"
AUTHORITY = "ICRC study of customary international humanitarian law (2005)"
_FEW_CATALOGUES = 4


class Reach(StrEnum):
    """Whether a rule holds in one kind of conflict."""

    YES = "yes"
    NO = "no"
    ARGUABLE = "arguable"
    """The study found practice to point that way, less of it."""
    PARTIAL = "partial"
    """The rule has a part of its own for each kind of conflict; the note says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomaryRule:
    """One rule of the study."""

    number: int
    """1 to 161."""
    label: str
    """In our own words."""
    iac: Reach
    """In armed conflict between States."""
    niac: Reach
    """In other armed conflict."""
    note: str
    provenance: Provenance

    @property
    def is_common(self) -> bool:
        """Whether it holds alike in both kinds of conflict."""
        return self.iac is Reach.YES and self.niac is Reach.YES


@lru_cache(maxsize=_FEW_CATALOGUES)
def read_customary_rules(catalogue: Catalogue) -> Mapping[int, CustomaryRule]:
    """Return the rules by number, in the study's order.

    Raises:
        InvalidCatalogueError: A row is broken, or a number stands twice.
    """
    found: dict[int, CustomaryRule] = {}
    for row in catalogue.table(FILE):
        number = row.number_or_none("rule")
        if number is None or number in found:
            raise row.fault("rule", "a number of its own is wanted")
        try:
            iac, niac = Reach(row["iac"]), Reach(row["niac"])
        except ValueError as exc:
            raise row.fault("iac", "yes, no, arguable or partial is wanted") from exc
        found[number] = CustomaryRule(
            number=number,
            label=row["label"],
            iac=iac,
            niac=niac,
            note=row["note"],
            provenance=catalogue.provenance(row),
        )
    return found


def customary_rule(number: int, *, catalogue: Catalogue | None = None) -> CustomaryRule | None:
    """Return one rule of the study; None where it has no rule of this number."""
    return read_customary_rules(catalogue or packaged_catalogue()).get(number)
