"""Opening the file, and what can go wrong with it in the user's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from averment.errors import StorageError

VERSION = 1
"""Of the schema; a later one is refused."""
_INDICES = (
    "roll_calls_by_symbol",
    "roll_calls_by_session",
    "roll_calls_by_import",
    "acts_by_instrument",
    "texts_by_symbol",
)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Open the store to read it; None where nothing was ever put in.

    Raises:
        StorageError: The file is no store, or one of a later program.
    """
    with _told(path), closing(_connect(path, mode="rw")) as connection:
        yield connection if _version(path, connection) else None


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the store, made if need be, and run one transaction: all of it or nothing.

    Raises:
        StorageError: It cannot be written.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(_connect(path, mode="rwc")) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("BEGIN IMMEDIATE")
            if not _version(path, connection):
                _run(connection, "schema.sql")
                connection.execute(f"PRAGMA user_version = {VERSION}")
            # Whatever goes wrong in between, closing the connection takes it all back.
            yield connection
            connection.execute("COMMIT")


def drop_indices(connection: sqlite3.Connection) -> None:
    """Drop the indices before many rows are added."""
    for name in _INDICES:
        connection.execute(f"DROP INDEX IF EXISTS {name}")


def make_indices(connection: sqlite3.Connection) -> None:
    """Make the indices that are not there."""
    _run(connection, "indices.sql")


def _connect(path: Path, *, mode: str) -> sqlite3.Connection:
    # No implicit transactions: each is begun and ended where it can be seen.
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, isolation_level=None
    )


def _version(path: Path, connection: sqlite3.Connection) -> int:
    """Return the version of the schema; 0 for a file that nothing was ever put in."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION or (found == 0 and _has_tables(connection)):
        raise StorageError(
            f"{path} is no store of this program, or one of a later version: update the program"
        )
    return found


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def _run(connection: sqlite3.Connection, name: str) -> None:
    """Run each statement of a file; `executescript` would end the transaction."""
    text = resources.files("averment.adapters.import_store").joinpath(name).read_text("utf-8")
    lines = (line.partition("--")[0] for line in text.splitlines())
    for statement in "\n".join(lines).split(";"):
        if statement.strip():
            connection.execute(statement)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as exc:
        if "readonly" in str(exc) or "unable to open" in str(exc):
            raise StorageError(
                f"the store {path} cannot be written ({exc}): check the rights on it and on "
                "its folder"
            ) from exc
        raise StorageError(
            f"the store {path} cannot be used ({exc}): if it is broken, delete it and import "
            "your files again"
        ) from exc
    except OSError as exc:
        raise StorageError(f"cannot write {path} ({exc.strerror}): check the folder") from exc
