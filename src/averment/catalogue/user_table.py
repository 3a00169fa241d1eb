"""A table of the user's: CSV from elsewhere, read row by row, every fault with its place.

Such files are hundreds of megabytes long, so nothing here holds more than one row. A cell over
131,072 characters is refused by the reader of the standard library; lines are bounded by
whoever opens the file.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping

from averment.errors import InvalidImportError

_SHOWN = 40
"""Characters of a wrong cell that a message shows."""
_DELIMITERS = (",", "\t", ";")


class UserTable:
    """The rows of one CSV text, with its columns by our own names."""

    def __init__(
        self,
        lines: Iterable[str],
        *,
        file: str,
        columns: Mapping[str, tuple[str, ...]],
        needed: Collection[str],
    ) -> None:
        """Read the header.

        Args:
            lines: Of the file, each with its line end.
            file: Its name, for messages.
            columns: Our name to the names that such files use, in lower case with ``_``.
            needed: Which of our names must be there.

        Raises:
            InvalidImportError: A needed column is missing, or one stands twice.
        """
        self._file = file
        rest = iter(lines)
        head = next(rest, "")
        delimiter = max(_DELIMITERS, key=head.count)
        self._reader = csv.reader(_chained(head, rest), strict=True, delimiter=delimiter)
        try:
            printed = next(self._reader, [])
        except csv.Error as exc:
            raise InvalidImportError(f"{file}, line 1: {exc}") from exc
        self.header_as_printed = tuple(printed)
        self.header = tuple(_key(cell) for cell in printed)
        self._width = len(printed)
        self._places = self._find(columns)
        missing = [name for name in needed if name not in self._places]
        if missing:
            wanted = " or ".join(columns[missing[0]])
            raise InvalidImportError(
                f"{file}, line 1: the column {wanted} is missing: is this file of that kind?"
            )

    def _find(self, columns: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
        places = {}
        for name, spellings in columns.items():
            found = [place for place, cell in enumerate(self.header) if cell in spellings]
            if len(found) > 1 and len({self.header[place] for place in found}) == 1:
                raise InvalidImportError(
                    f"{self._file}, line 1: the column {self.header[found[0]]} stands twice"
                )
            if found:
                # Of several spellings the first that `columns` names counts.
                places[name] = min(found, key=lambda place: spellings.index(self.header[place]))
        return places

    @property
    def file(self) -> str:
        """The file's name."""
        return self._file

    @property
    def line(self) -> int:
        """The line that was read last, counted from 1."""
        return self._reader.line_num

    def place(self, column: str) -> int | None:
        """Return the place of a column by our name; None where the file does not have it."""
        return self._places.get(column)

    def rows(self) -> Iterator[list[str]]:
        """Yield the rows; blank lines are passed over.

        Raises:
            InvalidImportError: A row has too many or too few cells, or its quotation marks
                are broken.
        """
        width = self._width
        try:
            for cells in self._reader:
                if len(cells) == width:
                    yield cells
                elif cells:
                    raise InvalidImportError(
                        f"{self._file}, line {self.line}: {len(cells)} cells where the header "
                        f"has {width}"
                    )
        except csv.Error as exc:
            raise InvalidImportError(f"{self._file}, line {self.line}: {exc}") from exc

    def cell(self, cells: list[str], column: str) -> str:
        """Return a cell without outer spaces; empty where the file has no such column."""
        place = self._places.get(column)
        return "" if place is None else cells[place].strip()

    def fault(self, column: str, what: str) -> InvalidImportError:
        """Return the error that says what is wrong in `column` of the line read last."""
        place = self._places.get(column)
        name = self.header[place] if place is not None else column
        number = f" ({place + 1})" if place is not None else ""
        return InvalidImportError(
            f"{self._file}, line {self.line}, column {name}{number}: {what}"
        )


def shown(cell: str) -> str:
    """Return a cell as a message quotes it: short, and on one line.

    >>> shown("Atlantis")
    "'Atlantis'"
    """
    return ascii(cell[:_SHOWN] + ("..." if len(cell) > _SHOWN else ""))


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from rest


def _key(cell: str) -> str:
    return cell.strip().lower().replace("-", "_").replace(" ", "_")
