"""A status table of the UN Treaty Collection: participant, signature, ratification and more.

Two shapes are read: CSV, as people save the table of a status page, and the XML of the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from averment.catalogue.user_table import UserTable, shown
from averment.errors import InvalidImportError
from averment.law.imports.acts import ImportedAct, ImportedActs
from averment.law.imports.untc_cell import Heading, read_cell, read_heading, without_footnotes
from averment.law.imports.untc_xml import TableCell, read_untc_xml
from averment.prose.wanted import find_state, nearest_states

_PARTICIPANT = ("participant", "participants", "state", "country")
_NO_STATES = frozenset({"european union", "european community", "european economic community"})
"""Parties to some treaties, and no States: the catalogue's answers are about States."""
_MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Between which days an act can be; None where that is not known."""

    earliest: date | None = None
    latest: date | None = None

    def fault(self, day: date) -> str:
        """Return why `day` cannot be that of an act; empty where it can."""
        if self.earliest is not None and day < self.earliest:
            return f"an act before the instrument was adopted on {self.earliest.isoformat()}"
        if self.latest is not None and day > self.latest:
            return f"an act after {self.latest.isoformat()}, the day given for the file"
        return ""


NO_LIMITS = Limits()


def read_untc(
    lines: Iterable[str],
    *,
    file: str,
    skip_unknown: bool = False,
    limits: Limits = NO_LIMITS,
) -> ImportedActs:
    """Read a status table, CSV or XML, whichever it is.

    Args:
        lines: Of the file, each with its line end.
        file: Its name, for messages.
        skip_unknown: Leave out participants that are not known, and count them.
        limits: Between which days an act can be.

    Raises:
        InvalidImportError: A row or an element cannot be read, or an act cannot be of its day.
    """
    rest = iter(lines)
    first = next(rest, "")
    together = _chained(first, rest)
    if first.lstrip("\ufeff \t\r\n").startswith("<"):
        rows = read_untc_xml(together, file=file)
    else:
        rows = _read_csv(together, file=file)
    return _acts(rows, file=file, skip_unknown=skip_unknown, limits=limits)


def _chained(first: str, rest: Iterable[str]) -> Iterable[str]:
    yield first
    yield from rest


def _read_csv(lines: Iterable[str], *, file: str) -> list[tuple[TableCell, ...]]:
    table = UserTable(lines, file=file, columns={"who": _PARTICIPANT}, needed=("who",))
    rows = [tuple(TableCell(name, "line 1") for name in table.header_as_printed)]
    for cells in table.rows():
        rows.append(
            tuple(
                TableCell(cell, f"line {table.line}, column {place}")
                for place, cell in enumerate(cells, start=1)
            )
        )
        if len(rows) > _MOST_ROWS:
            raise InvalidImportError(f"{file}, line {table.line}: too many rows for one treaty")
    return rows


@dataclass(slots=True)
class _Gathered:
    acts: list[ImportedAct] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    bracketed: list[str] = field(default_factory=list)


def _acts(
    rows: Sequence[tuple[TableCell, ...]], *, file: str, skip_unknown: bool, limits: Limits
) -> ImportedActs:
    if not rows:
        raise InvalidImportError(f"{file}: there is no table of participants in it")
    who, headings = _headings(rows[0], file=file)
    gathered = _Gathered()
    for row in rows[1:]:
        name = without_footnotes(row[who].text)
        if not name:
            continue
        state = find_state(name)
        if state is None or name.lower() in _NO_STATES:
            if name.lower() not in _NO_STATES and not skip_unknown:
                near = nearest_states(name)
                hint = f": did you mean {' or '.join(near)}?" if near else ""
                raise _fault(file, row[who], f"there is no State {shown(name)}{hint}")
            gathered.skipped[name] = gathered.skipped.get(name, 0) + 1
            continue
        _row(row, headings, state.code, gathered, file=file, limits=limits)
    return ImportedActs(
        acts=tuple(sorted(gathered.acts, key=lambda act: (act.state, act.on, act.kind))),
        skipped=gathered.skipped,
        bracketed=tuple(sorted(set(gathered.bracketed))),
    )


def _row(
    row: tuple[TableCell, ...],
    headings: dict[int, Heading],
    state: str,
    gathered: _Gathered,
    *,
    file: str,
    limits: Limits,
) -> None:
    for place, heading in headings.items():
        try:
            cell = read_cell(row[place].text, heading)
        except ValueError as exc:
            raise _fault(file, row[place], f"{shown(row[place].text)}: {exc}") from exc
        if cell is None:
            continue
        if cell.on is None or cell.kind is None:
            gathered.bracketed.append(state)
            continue
        if why := limits.fault(cell.on):
            raise _fault(file, row[place], f"{shown(row[place].text)}: {why}")
        act = ImportedAct(state=state, kind=cell.kind, on=cell.on)
        if act not in gathered.acts:
            gathered.acts.append(act)


def _headings(row: tuple[TableCell, ...], *, file: str) -> tuple[int, dict[int, Heading]]:
    who = next(
        (place for place, cell in enumerate(row) if cell.text.strip().lower() in _PARTICIPANT),
        None,
    )
    if who is None:
        raise _fault(file, row[0], "a column Participant is wanted")
    headings = {}
    for place, cell in enumerate(row):
        if place == who:
            continue
        heading = read_heading(cell.text)
        if heading is None:
            raise _fault(file, cell, f"{shown(cell.text)} names no act")
        headings[place] = heading
    if not headings:
        raise _fault(file, row[0], "a column with an act is wanted, as Signature")
    return who, headings


def _fault(file: str, cell: TableCell, what: str) -> InvalidImportError:
    return InvalidImportError(f"{file}, {cell.place}: {what}")
