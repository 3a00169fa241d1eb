"""One row of a table: cells by column, and where it stands, so that a fault can be found."""

from dataclasses import dataclass
from datetime import date

from averment.errors import InvalidCatalogueError


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column name; an empty cell is the empty text."""

    file: str
    line: int
    """Counted from 1; the header is line 1."""
    columns: dict[str, int]
    """Column name to place; one value for all rows of a file."""
    cells: tuple[str, ...]

    def __getitem__(self, column: str) -> str:
        return self.cells[self.columns[column]]

    def day(self, column: str) -> date:
        """Return a cell as a day.

        Raises:
            InvalidCatalogueError: It is none.
        """
        try:
            return date.fromisoformat(self.cells[self.columns[column]])
        except ValueError:
            found = self.day_or_none(column)
        if found is None:
            raise self.fault(column, "a day is missing")
        return found

    def day_or_none(self, column: str) -> date | None:
        """Return a cell as a day; None where it is empty.

        Raises:
            InvalidCatalogueError: It is no day.
        """
        cell = self[column]
        if not cell:
            return None
        try:
            return date.fromisoformat(cell)
        except ValueError as exc:
            raise self.fault(column, "not a day of the form 2020-10-27") from exc

    def number_or_none(self, column: str) -> int | None:
        """Return a cell as a whole number from 0; None where it is empty.

        Raises:
            InvalidCatalogueError: It is no number.
        """
        cell = self[column]
        if not cell:
            return None
        if not (cell.isascii() and cell.isdecimal()):
            raise self.fault(column, "not a whole number")
        return int(cell)

    def fault(self, column: str, what: str) -> InvalidCatalogueError:
        """Return the error that says where `what` is wrong."""
        return InvalidCatalogueError(f"{self.file}, line {self.line}, column {column}: {what}")
