"""Acts as a file of the user's tells them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from averment.law.participation import ActKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedAct:
    """One act of one State about the instrument that the file is about."""

    state: str
    kind: ActKind
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedActs:
    """What one status table holds."""

    acts: tuple[ImportedAct, ...]
    skipped: Mapping[str, int]
    """Names that were left out, and how many acts each."""
    bracketed: tuple[str, ...]
    """States with a cell in brackets: the table's notes say what became of the act, so it is
    left out."""
