"""Answer a table of questions: the same rows, with the answers added."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from averment.errors import AvermentError, InvalidImportError

INVALID = "INVALID"
"""The answer of a row that cannot be asked."""
_MOST_ROWS = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchAnswers:
    """The table with its answers."""

    text: str
    """CSV, lines ended with LF."""
    rows: int
    invalid: tuple[str, ...]
    """One sentence for each row that could not be asked, with its line."""


def answer_batch(
    text: str,
    *,
    file: str,
    asked: Sequence[str],
    added: Sequence[str],
    answer: Callable[..., Sequence[str]],
) -> BatchAnswers:
    """Answer each row of a CSV text.

    Args:
        text: The table, with a header.
        file: Its name, for messages.
        asked: Columns with the question, in the order in which `answer` takes them.
        added: Columns to add, in the order in which `answer` gives them.
        answer: Answers one row.

    Raises:
        InvalidImportError: The table is broken, or has not the columns, or has `added` already.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    out = io.StringIO(newline="")
    writer = _Writer(out)
    invalid: list[str] = []
    rows = 0
    try:
        header = next(reader, [])
        places = _places(header, asked, added, file=file)
        writer.write([*header, *added])
        for cells in reader:
            if not cells:
                continue
            rows += 1
            if len(cells) != len(header) or rows > _MOST_ROWS:
                raise InvalidImportError(
                    f"{file}, line {reader.line_num}: {len(cells)} cells where the header has "
                    f"{len(header)}, or too many rows"
                )
            try:
                given = answer(*(cells[place].strip() for place in places))
            except AvermentError as exc:
                given = [INVALID, str(exc)]
                invalid.append(f"line {reader.line_num}: {exc}")
            writer.write([*cells, *given])
    except csv.Error as exc:
        raise InvalidImportError(f"{file}, line {reader.line_num}: {exc}") from exc
    return BatchAnswers(text=out.getvalue(), rows=rows, invalid=tuple(invalid))


class _Writer:
    """Writes rows; a carriage return in a cell, which `csv` leaves bare, is quoted, too."""

    def __init__(self, out: io.StringIO) -> None:
        self._plain = csv.writer(out, lineterminator="\n")
        self._quoting = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)

    def write(self, cells: Sequence[str]) -> None:
        """Write one row."""
        writer = self._quoting if any("\r" in cell for cell in cells) else self._plain
        writer.writerow(cells)


def _places(
    header: Sequence[str], asked: Sequence[str], added: Sequence[str], *, file: str
) -> list[int]:
    names = [cell.strip().lower() for cell in header]
    for name in asked:
        if names.count(name) != 1:
            said = "is missing" if name not in names else "stands twice"
            raise InvalidImportError(f"{file}, line 1: the column {name} {said}")
    taken = [name for name in added if name in names]
    if taken:
        raise InvalidImportError(
            f"{file}, line 1: the column {taken[0]} is there already: is this table answered?"
        )
    return [names.index(name) for name in asked]
