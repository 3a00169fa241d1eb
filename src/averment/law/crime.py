"""Crimes of the Rome Statute: reference, kind of conflict, since when, for whom, and elements.

To name a crime here is to classify an act. Whether the Court has jurisdiction is another
question: territory, nationality, time, acceptance or referral.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from averment.catalogue.catalogue import Catalogue, packaged_catalogue
from averment.catalogue.provenance import Provenance
from averment.errors import InvalidCatalogueError
from averment.law.element import Element, read_element

FILE = "crimes.csv"
ELEMENTS_FILE = "elements.toml"
_FEW_CATALOGUES = 4
_AGGRESSION = "ROME-AM-AGGR-2010"


class CrimeBranch(StrEnum):
    """In which conflicts the crime can be committed."""

    IAC = "iac"
    NIAC = "niac"
    ANY = "any"
    """With or without an armed conflict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crime:
    """One crime."""

    ref: str
    """Article with paragraphs: ``8(2)(b)(iv)``."""
    statute: str
    """Id of the instrument."""
    branch: CrimeBranch
    label: str
    """In our own words."""
    since: date
    """First day from which the Statute has had it for any State."""
    applies_to: str
    """Id of the instrument whose Parties it concerns: the Statute, or an amendment to it."""
    elements: tuple[Element, ...]
    """Those of its family first."""
    provenance: Provenance

    @property
    def condition(self) -> str:
        """What must hold beyond the elements; empty where nothing special must."""
        if self.applies_to == self.statute:
            return ""
        if self.applies_to == _AGGRESSION:
            return "Jurisdiction only under articles 15 bis and 15 ter."
        return "Only for Parties that accepted the amendment (article 121(5))."

    def was_there_on(self, day: date) -> bool:
        """Say whether the Statute had this crime, for any State, on `day`."""
        return day >= self.since


@lru_cache(maxsize=_FEW_CATALOGUES)
def read_crimes(catalogue: Catalogue) -> Mapping[str, Crime]:
    """Return the crimes by reference, in the order of the file.

    Raises:
        InvalidCatalogueError: A row or a checklist is broken.
    """
    families, single = _checklists(catalogue)
    found: dict[str, Crime] = {}
    for row in catalogue.table(FILE):
        ref = row["ref"]
        if not ref or ref in found:
            raise row.fault("ref", "a reference of its own is wanted")
        if row["elements"] not in families:
            raise row.fault("elements", f"{ELEMENTS_FILE} has no family {row['elements']!r}")
        try:
            branch = CrimeBranch(row["branch"])
        except ValueError as exc:
            raise row.fault("branch", "iac, niac or any is wanted") from exc
        found[ref] = Crime(
            ref=ref,
            statute=row["statute"],
            branch=branch,
            label=row["label"],
            since=row.day("since"),
            applies_to=row["applies_to"],
            elements=families[row["elements"]] + single.get(ref, ()),
            provenance=catalogue.provenance(row),
        )
    if stray := sorted(single.keys() - found.keys()):
        raise InvalidCatalogueError(f"{ELEMENTS_FILE}: {FILE} has no crime {stray[0]}")
    return found


def crime(ref: str, *, catalogue: Catalogue | None = None) -> Crime | None:
    """Return the crime that `ref` names, as in ``8(2)(b)(iv)``; None where there is none."""
    return read_crimes(catalogue or packaged_catalogue()).get(ref)


def _checklists(
    catalogue: Catalogue,
) -> tuple[dict[str, tuple[Element, ...]], dict[str, tuple[Element, ...]]]:
    """Return the elements by family and by crime."""
    written = catalogue.document(ELEMENTS_FILE)
    try:
        families = {
            name: tuple(read_element(one, crime=name) for one in entry["elements"])
            for name, entry in written["families"].items()
        }
        single = {
            ref: tuple(read_element(one, crime=ref) for one in entry["elements"])
            for ref, entry in written["crimes"].items()
        }
    except (KeyError, TypeError, ValueError, AttributeError) as exc:
        raise InvalidCatalogueError(f"{ELEMENTS_FILE} is broken: {exc!r}") from exc
    return families, single
