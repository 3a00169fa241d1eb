"""Rows of the store as values of the domain, and back."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from averment.catalogue.imported import Imported, ImportKind, NewImport
from averment.catalogue.provenance import Provenance
from averment.law.imports.acts import ImportedAct
from averment.law.participation import Act, ActKind
from averment.un_record.ballot import Manner, VoteRecord
from averment.un_record.imports.roll_calls import ImportedVotes, choices_of
from averment.un_record.resolution import Resolution

IMPORT_COLUMNS = "number, kind, files, digest, target, rows, as_of, title, rank, remarks"
ROLL_CALL_COLUMNS = (
    "import, symbol, body, session, part, voted_on, manner, yes, no, abstain, not_voting, "
    "meeting, label, complete, choices"
)


def read_import(row: sqlite3.Row | Sequence[object]) -> Imported:
    """Return an import from the columns `IMPORT_COLUMNS`."""
    number, kind, files, digest, target, rows, as_of, title, rank, remarks = row
    return Imported(
        number=int(str(number)),
        about=NewImport(
            kind=ImportKind(str(kind)),
            files=tuple(json.loads(str(files))),
            digest=str(digest),
            target=str(target),
            rows=int(str(rows)),
            as_of=date.fromisoformat(str(as_of)),
            title=str(title),
            rank=int(str(rank)),
            remarks=tuple(json.loads(str(remarks))),
        ),
    )


def write_import(
    connection: sqlite3.Connection, about: NewImport, *, voters: tuple[str, ...]
) -> int:
    """Store an import without its rows, and return its number."""
    cursor = connection.execute(
        "INSERT INTO imports (kind, files, digest, target, rows, as_of, title, rank, remarks, "
        "voters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            about.kind.value,
            json.dumps(about.files),
            about.digest,
            about.target,
            about.rows,
            about.as_of.isoformat(),
            about.title,
            about.rank,
            json.dumps(about.remarks),
            " ".join(voters),
        ),
    )
    return int(cursor.lastrowid or 0)


def write_votes(connection: sqlite3.Connection, number: int, votes: ImportedVotes) -> None:
    """Store the roll-calls of an import."""
    connection.executemany(
        f"INSERT INTO roll_calls ({ROLL_CALL_COLUMNS}) "  # noqa: S608 - our own column names
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number,
                call.symbol,
                call.body,
                call.session,
                call.part,
                None if call.voted_on is None else call.voted_on.isoformat(),
                call.manner.value,
                call.yes,
                call.no,
                call.abstain,
                call.not_voting,
                call.meeting,
                call.label,
                call.complete,
                call.choices,
            )
            for call in votes.roll_calls
        ),
    )


def write_acts(
    connection: sqlite3.Connection, number: int, instrument: str, acts: Sequence[ImportedAct]
) -> None:
    """Store the acts of an import."""
    connection.executemany(
        "INSERT INTO acts (import, instrument, state, kind, day, note) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, instrument, act.state, act.kind.value, act.on.isoformat(), act.note)
            for act in acts
        ),
    )


def read_act(row: tuple[str, str, str, str, str], provenance: Provenance) -> Act:
    """Return an act from instrument, state, kind, day and note."""
    instrument, state, kind, day, note = row
    return Act(
        state=state,
        instrument=instrument,
        kind=ActKind(kind),
        on=date.fromisoformat(day),
        stated_effect=None,
        provenance=provenance,
        note=note,
    )


def read_vote(
    row: Sequence[object], voters: tuple[str, ...], provenance: Provenance
) -> VoteRecord:
    """Return a vote from the columns `ROLL_CALL_COLUMNS`."""
    (
        _,
        symbol,
        _,
        _,
        part,
        _,
        manner,
        yes,
        no,
        abstain,
        not_voting,
        _,
        _,
        complete,
        choices,
    ) = row
    return VoteRecord(
        symbol=str(symbol),
        manner=Manner(str(manner)),
        provenance=provenance,
        yes=_number(yes),
        no=_number(no),
        abstain=_number(abstain),
        not_voting=_number(not_voting),
        choices=dict(choices_of(str(choices), voters)),
        complete=bool(complete),
        part=str(part),
    )


def read_resolution(row: Sequence[object], provenance: Provenance) -> Resolution:
    """Return the resolution that a roll-call adopted, from the same columns."""
    return Resolution(
        symbol=str(row[1]),
        body=str(row[2]),
        adopted_on=None if row[5] is None else date.fromisoformat(str(row[5])),
        meeting=str(row[11]),
        label=str(row[12]),
        provenance=provenance,
    )


def was_adopted(vote: VoteRecord, body: str) -> bool:
    """Say whether the vote on the whole can have been the adoption."""
    if vote.part or vote.manner is Manner.REJECTED:
        return False
    if body == "UNSC" or vote.yes is None or vote.no is None:
        return True
    return vote.yes > vote.no


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
