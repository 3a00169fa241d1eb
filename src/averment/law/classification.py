"""What courts and monitors have called a conflict: assertions, each with its author.

There is no field for the truth. What one court found binds it in its case; others may differ,
and where they do, both branches of the law are run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from averment.catalogue.catalogue import Catalogue
from averment.catalogue.provenance import Provenance
from averment.errors import InvalidCatalogueError

FILE = "classifications.toml"


class ConflictType(StrEnum):
    """What somebody says that it was."""

    IAC = "iac"
    NIAC = "niac"
    NIAC_AP2 = "niac_ap2"
    OCCUPATION = "occupation"
    NONE = "none"


_ARMED = frozenset(ConflictType) - {ConflictType.NONE}


class Agreement(StrEnum):
    """Whether those who have spoken agree."""

    AGREED = "agreed"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """One assertion about one conflict."""

    id: str
    situation: str
    """What the conflict is usually called, in words that take no side."""
    parties: tuple[str, ...]
    """Codes of States, names of groups."""
    place: str
    begun: date
    ended: date | None
    """None: not said to have ended."""
    type: ConflictType
    asserted_by: str
    """The body and the document."""
    status: Agreement
    provenance: Provenance

    def covers(self, day: date) -> bool:
        """Say whether the assertion speaks of `day`."""
        return self.begun <= day and (self.ended is None or day <= self.ended)


def read_classifications(catalogue: Catalogue) -> tuple[Classification, ...]:
    """Return the assertions of the catalogue, in the order of its file.

    Raises:
        InvalidCatalogueError: An entry is broken.
    """
    found = []
    for key, entry in catalogue.document(FILE).items():
        try:
            ended = entry.get("ended")
            found.append(
                Classification(
                    id=key,
                    situation=entry["situation"],
                    parties=tuple(entry["parties"]),
                    place=entry.get("place", ""),
                    begun=date.fromisoformat(str(entry["begun"])),
                    ended=date.fromisoformat(str(ended)) if ended else None,
                    type=ConflictType(entry["type"]),
                    asserted_by=entry["asserted_by"],
                    status=Agreement(entry["status"]),
                    provenance=catalogue.provenance_of(entry, where=f"{FILE}: {key}"),
                )
            )
        except (KeyError, TypeError, ValueError) as exc:
            raise InvalidCatalogueError(f"{FILE}: {key} is broken: {exc!r}") from exc
    return tuple(found)


def conflicts_of(
    classifications: Sequence[Classification], state: str, day: date
) -> tuple[Classification, ...]:
    """Return the armed conflicts that somebody says `state` was party to on `day`.

    Those on which all agree come first: whoever rests an answer on one takes the safest.
    """
    found = [
        one
        for one in classifications
        if state in one.parties and one.type in _ARMED and one.covers(day)
    ]
    return tuple(sorted(found, key=lambda one: one.status is not Agreement.AGREED))
