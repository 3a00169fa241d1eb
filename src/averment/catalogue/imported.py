"""What a user imported: which file, of which kind, and up to which day it tells."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from averment.catalogue.provenance import Confidence, Provenance, Source


class ImportKind(StrEnum):
    """The kinds of file that can be imported, as the command line calls them."""

    UNDL_VOTES = "undl-votes"
    """Voting data of the UN Digital Library, General Assembly or Security Council."""
    VOETEN = "voeten"
    """Voeten's roll-calls of the General Assembly, or the tables of ``unvotes``."""
    CR_UNSC = "cr-unsc"
    """Table of the Corpus of Resolutions: UN Security Council."""
    UNTC = "untc"
    """Status table of one treaty from the UN Treaty Collection."""
    TEXT = "text"
    """Text of a resolution or a treaty."""


RANKS = {
    ImportKind.UNDL_VOTES: 2,
    ImportKind.VOETEN: 4,
    ImportKind.CR_UNSC: 4,
    ImportKind.UNTC: 1,
    ImportKind.TEXT: 4,
}
"""How much each kind counts where sources differ: the rank of its `Source`."""
OFFICIAL_RANK = 1
"""Of a text that the user vouches for as the official one."""
_NAMES = {
    ImportKind.UNDL_VOTES: "UN Digital Library, voting data",
    ImportKind.VOETEN: "Voeten's roll-calls of the General Assembly",
    ImportKind.CR_UNSC: "Corpus of Resolutions: UN Security Council",
    ImportKind.UNTC: "UN Treaty Collection, status table",
    ImportKind.TEXT: "text",
}
_SOURCE_KINDS = {1: "depositary", 2: "official", 4: "dataset"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewImport:
    """What is to be stored about one import."""

    kind: ImportKind
    files: tuple[str, ...]
    """Names without folders."""
    digest: str
    """SHA-256 of the bytes of all files in order, in hexadecimal."""
    target: str
    """The instrument or symbol that the file is about; empty where the rows say it."""
    rows: int
    """Votes of single States, acts or texts."""
    as_of: date
    title: str
    rank: int
    remarks: tuple[str, ...] = ()
    """What was left out or looked odd, one sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One import in the user's store."""

    number: int
    """Counted from 1; the number of a removed import is not given again."""
    about: NewImport

    @property
    def source(self) -> Source:
        """The import as a source of rows."""
        return Source(
            key=f"IMPORT-{self.number}",
            title=self.about.title,
            kind=_SOURCE_KINDS.get(self.about.rank, "dataset"),
            rank=self.about.rank,
            as_of=self.about.as_of,
            note=f"imported by the user from {', '.join(self.about.files)}",
        )

    @property
    def provenance(self) -> Provenance:
        """On what its rows rest: this one source."""
        return Provenance(self.source, Confidence.SINGLE_SOURCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOrder:
    """What the user wants to import, and what they say of it."""

    kind: ImportKind
    as_of: date
    """The day up to which the file tells the state of things."""
    title: str = ""
    """What to call it; a usual name where empty."""
    target: str = ""
    """Id of the instrument of a status table; symbol or id of a text."""
    official: bool = False
    """The text is the official one."""
    skip_unknown: bool = False
    """Leave out rows of States that are not known, instead of refusing the file."""
    not_before: date | None = None
    """Of a status table: the adoption of the instrument, before which there are no acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportDone:
    """What came of it."""

    imported: Imported
    was_there: bool
    """The same bytes had been imported before: nothing was done."""


def usual_title(kind: ImportKind, *, target: str) -> str:
    """Return the title of an import for which the user gave none."""
    name = _NAMES[kind]
    return f"{name}: {target}" if target else name
