"""The store: what was imported, and the answers from it.

The file is made by the first import. Until then, and in every run that asks it nothing,
SQLite is not even loaded.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from averment.catalogue.imported import Imported
from averment.errors import UnknownNameError
from averment.law.participation import Act
from averment.ports import NewFacts
from averment.un_record.ballot import VoteRecord
from averment.un_record.imports.roll_calls import LETTERS
from averment.un_record.record import Ballot, RecordText
from averment.un_record.resolution import Resolution

if TYPE_CHECKING:
    import sqlite3

# ruff: noqa: PLC0415, S608 - see above; the statements name columns and tables of ours only

FILE = "imports.sqlite"


class SqliteFactStore:
    """See `averment.ports.FactStore`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    @property
    def path(self) -> Path:
        """Where the file is, or will be."""
        return self._path

    @contextmanager
    def _reading(self) -> Iterator["sqlite3.Connection | None"]:
        """Open the store to read; None where there is none, or nothing in it."""
        if not self._path.exists():
            yield None
            return
        from averment.adapters.import_store.connection import reading

        with reading(self._path) as connection:
            yield connection

    def imports(self) -> tuple[Imported, ...]:
        """See `averment.ports.FactStore`."""
        with self._reading() as connection:
            return () if connection is None else tuple(_imports(connection).values())

    def find(self, *, digest: str, target: str) -> Imported | None:
        """See `averment.ports.FactStore`."""
        for one in self.imports():
            if one.about.digest == digest and one.about.target == target:
                return one
        return None

    def add(self, facts: NewFacts) -> Imported:
        """See `averment.ports.FactStore`."""
        from averment.adapters.import_store import connection as opening
        from averment.adapters.import_store.rows import write_acts, write_import, write_votes

        with opening.writing(self._path) as connection:
            opening.drop_indices(connection)
            voters = facts.votes.voters if facts.votes is not None else ()
            number = write_import(connection, facts.about, voters=voters)
            if facts.votes is not None:
                write_votes(connection, number, facts.votes)
            if facts.acts:
                write_acts(connection, number, facts.about.target, facts.acts)
            if facts.text:
                connection.execute(
                    "INSERT INTO texts (import, symbol, text) VALUES (?, ?, ?)",
                    (number, facts.about.target, facts.text),
                )
            opening.make_indices(connection)
        return Imported(number=number, about=facts.about)

    def remove(self, number: int) -> Imported:
        """See `averment.ports.FactStore`."""
        gone = next((one for one in self.imports() if one.number == number), None)
        if gone is None:
            raise UnknownNameError(
                f"there is no import {number}: `aver catalogue status` prints them all"
            )
        from averment.adapters.import_store.connection import writing

        with writing(self._path) as connection:
            for table in ("roll_calls", "acts", "texts"):
                connection.execute(f"DELETE FROM {table} WHERE import = ?", (number,))
            connection.execute("DELETE FROM imports WHERE number = ?", (number,))
        return gone

    def acts(self, instrument: str) -> tuple[Act, ...]:
        """See `averment.law.lawbook.ActSource`."""
        with self._reading() as connection:
            if connection is None:
                return ()
            from averment.adapters.import_store.rows import read_act

            known = _imports(connection)
            return tuple(
                read_act(row, known[number].provenance)
                for number, *row in connection.execute(
                    "SELECT import, instrument, state, kind, day, note FROM acts "
                    "WHERE instrument = ? ORDER BY import, state, day, kind",
                    (instrument,),
                )
            )

    def resolutions(self, symbol: str) -> tuple[Resolution, ...]:
        """See `averment.un_record.record.RecordSource`."""
        return tuple(resolution for resolution, _ in self._calls(symbol) if resolution)

    def votes(self, symbol: str) -> tuple[VoteRecord, ...]:
        """See `averment.un_record.record.RecordSource`."""
        return tuple(vote for _, vote in self._calls(symbol))

    def _calls(self, symbol: str) -> list[tuple[Resolution | None, VoteRecord]]:
        """Return the roll-calls under a symbol, best source first."""
        with self._reading() as connection:
            if connection is None:
                return []
            from averment.adapters.import_store import rows

            known, voters = _imports(connection), _voters(connection)
            found = []
            for row in connection.execute(
                f"SELECT {rows.ROLL_CALL_COLUMNS} FROM roll_calls "
                "WHERE symbol = ? OR (symbol > ? AND symbol < ?) ORDER BY import, part, rowid",
                (symbol, *_with_year(symbol)),
            ):
                provenance = known[row[0]].provenance
                vote = rows.read_vote(row, voters[row[0]], provenance)
                adopted = rows.was_adopted(vote, row[2])
                resolution = rows.read_resolution(row, provenance) if adopted else None
                found.append((resolution, vote))
            return sorted(found, key=lambda one: (one[1].part, one[1].provenance.source.rank))

    def ballots(self, state: str, *, body: str, session: str) -> tuple[Ballot, ...]:
        """See `averment.un_record.record.RecordSource`."""
        with self._reading() as connection:
            if connection is None:
                return ()
            known = _imports(connection)
            found: list[Ballot] = []
            for number, voters in _voters(connection).items():
                if state not in voters:
                    continue
                found += [
                    Ballot(
                        symbol=symbol,
                        voted_on=None if day is None else date.fromisoformat(day),
                        choice=LETTERS[letter],
                        provenance=known[number].provenance,
                        label=f"{part}: {label}" if part else label,
                    )
                    for symbol, part, day, label, letter in connection.execute(
                        "SELECT symbol, part, voted_on, label, substr(choices, ?, 1) "
                        "FROM roll_calls WHERE import = ? AND body = ? AND session = ? "
                        "ORDER BY symbol, part, rowid",
                        (voters.index(state) + 1, number, body, session),
                    )
                    if letter in LETTERS
                ]
            return tuple(found)

    def texts(self, symbol: str) -> tuple[RecordText, ...]:
        """See `averment.un_record.record.RecordSource`."""
        with self._reading() as connection:
            if connection is None:
                return ()
            known = _imports(connection)
            return tuple(
                RecordText(symbol=symbol, text=text, provenance=known[number].provenance)
                for number, text in connection.execute(
                    "SELECT import, text FROM texts WHERE symbol = ? ORDER BY import", (symbol,)
                )
            )

    def totals(self) -> Mapping[str, int]:
        """See `averment.un_record.record.RecordSource`."""
        sums: Counter[str] = Counter()
        for one in self.imports():
            sums[_COUNTED[one.about.kind.value]] += one.about.rows
        return dict(sums)


_COUNTED = {
    "undl-votes": "ballots",
    "voeten": "ballots",
    "cr-unsc": "ballots",
    "untc": "acts",
    "text": "texts",
}


def _with_year(symbol: str) -> tuple[str, str]:
    """Return what lies before and behind a Council's resolution with any year to it."""
    if not symbol.startswith("S/RES/") or "(" in symbol:
        return symbol, symbol
    return f"{symbol} (", f"{symbol} )"


def _imports(connection: "sqlite3.Connection") -> dict[int, Imported]:
    from averment.adapters.import_store.rows import IMPORT_COLUMNS, read_import

    rows = connection.execute(f"SELECT {IMPORT_COLUMNS} FROM imports ORDER BY number")
    return {row[0]: read_import(row) for row in rows}


def _voters(connection: "sqlite3.Connection") -> dict[int, tuple[str, ...]]:
    """Return the voters of each import that has some, by number."""
    rows = connection.execute("SELECT number, voters FROM imports ORDER BY number")
    return {number: tuple(codes.split()) for number, codes in rows if codes}
