import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from tests.fact_files import UNDL

from averment.adapters.import_store.store import FILE, SqliteFactStore
from averment.catalogue.imported import ImportKind, NewImport
from averment.errors import StorageError, UnknownNameError
from averment.law.imports.acts import ImportedAct
from averment.law.participation import ActKind
from averment.ports import NewFacts
from averment.un_record.ballot import Choice
from averment.un_record.imports.undl import read_undl


def about(
    kind: ImportKind = ImportKind.UNDL_VOTES, *, digest: str = "d1", target: str = ""
) -> NewImport:
    return NewImport(
        kind=kind,
        files=("votes.csv",),
        digest=digest,
        target=target,
        rows=5,
        as_of=date(2026, 2, 6),
        title="UN Digital Library, voting data",
        rank=2,
        remarks=("One remark.",),
    )


def votes(*, digest: str = "d1") -> NewFacts:
    read = read_undl(UNDL.splitlines(keepends=True), file="votes.csv")
    return NewFacts(about=about(digest=digest), votes=read)


@pytest.fixture
def store(tmp_path: Path) -> SqliteFactStore:
    return SqliteFactStore(tmp_path / "home")


def test_a_store_that_nothing_was_put_in_is_empty_and_makes_no_file(
    store: SqliteFactStore,
) -> None:
    assert store.imports() == ()
    assert store.votes("A/RES/62/243") == ()
    assert store.resolutions("A/RES/62/243") == ()
    assert store.ballots("FRA", body="UNGA", session="62") == ()
    assert store.texts("A/RES/62/243") == ()
    assert store.acts("ICCPR-1966") == ()
    assert dict(store.totals()) == {}
    assert not store.path.parent.exists()


def test_votes_come_back_as_they_were_put_in(store: SqliteFactStore) -> None:
    added = store.add(votes())
    [vote] = store.votes("A/RES/62/243")
    [resolution] = store.resolutions("A/RES/62/14")

    assert store.imports() == (added,)
    assert added.number == 1
    assert (vote.yes, vote.no, vote.abstain, vote.complete) == (1, 2, 1, True)
    assert vote.choices == {
        "FRA": Choice.NO,
        "PAK": Choice.YES,
        "CHN": Choice.ABSTAIN,
        "USA": Choice.NO,
    }
    assert vote.provenance.source.key == "IMPORT-1"
    assert vote.provenance.source.as_of == date(2026, 2, 6)
    assert (resolution.adopted_on, resolution.meeting) == (date(2007, 12, 5), "A/62/PV.61")
    assert store.totals() == {"ballots": 5}


def test_a_vote_that_did_not_carry_is_no_resolution(store: SqliteFactStore) -> None:
    store.add(votes())

    assert store.resolutions("A/RES/62/243") == ()


def test_the_ballots_of_a_state_are_those_of_the_session(store: SqliteFactStore) -> None:
    store.add(votes())

    assert [
        (one.symbol, one.choice) for one in store.ballots("FRA", body="UNGA", session="62")
    ] == [("A/RES/62/14", Choice.YES), ("A/RES/62/243", Choice.NO)]
    assert [one.symbol for one in store.ballots("CHN", body="UNGA", session="62")] == [
        "A/RES/62/243"
    ]
    assert store.ballots("DEU", body="UNGA", session="62") == ()
    assert store.ballots("FRA", body="UNGA", session="63") == ()


def test_a_council_s_resolution_is_found_without_its_year(store: SqliteFactStore) -> None:
    text = UNDL.replace("A/RES/62/243", "S/RES/2950(2033)")
    read = read_undl(text.splitlines(keepends=True), file="votes.csv")
    store.add(NewFacts(about=about(), votes=read))

    assert len(store.votes("S/RES/2950")) == 1
    assert store.votes("S/RES/295") == ()


def test_acts_and_texts_come_back(store: SqliteFactStore) -> None:
    acts = (ImportedAct(state="AND", kind=ActKind.ACCESSION, on=date(2006, 9, 22)),)
    store.add(NewFacts(about=about(ImportKind.UNTC, target="GENOCIDE-1948"), acts=acts))
    store.add(
        NewFacts(about=about(ImportKind.TEXT, digest="d2", target="S/RES/822 (1993)"), text="A")
    )
    [act] = store.acts("GENOCIDE-1948")
    [text] = store.texts("S/RES/822 (1993)")

    assert (act.state, act.kind, act.on) == ("AND", ActKind.ACCESSION, date(2006, 9, 22))
    assert (text.text, text.provenance.source.key) == ("A", "IMPORT-2")


def test_a_removed_import_takes_its_rows_and_its_number_with_it(store: SqliteFactStore) -> None:
    store.add(votes())
    gone = store.remove(1)
    again = store.add(votes())

    assert gone.number == 1
    assert again.number == 2
    assert len(store.votes("A/RES/62/243")) == 1
    with pytest.raises(UnknownNameError, match="there is no import 1"):
        store.remove(1)


def test_the_same_bytes_are_found_by_digest_and_target(store: SqliteFactStore) -> None:
    added = store.add(votes())

    assert store.find(digest="d1", target="") == added
    assert store.find(digest="d1", target="X") is None
    assert store.find(digest="d2", target="") is None


def test_a_fault_while_writing_leaves_nothing(
    store: SqliteFactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(votes())

    def broken(*_told: object) -> None:
        raise RuntimeError("the machine stops here")

    monkeypatch.setattr("averment.adapters.import_store.rows.write_votes", broken)
    with pytest.raises(RuntimeError):
        store.add(votes(digest="d2"))

    assert len(store.imports()) == 1
    assert len(store.votes("A/RES/62/243")) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_process_killed_in_the_middle_leaves_the_store_whole(
    store: SqliteFactStore, tmp_path: Path
) -> None:
    store.add(votes())
    ready = tmp_path / "ready"
    code = (
        "import time, pathlib, sys\n"
        "from averment.adapters.import_store.connection import writing\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "with writing(path) as connection:\n"
        "    connection.execute('PRAGMA cache_size = 1')\n"
        "    connection.execute('DELETE FROM roll_calls')\n"
        "    connection.executemany('INSERT INTO texts VALUES (1, ?, ?)',\n"
        "        ((str(n), 'x' * 4000) for n in range(500)))\n"
        "    pathlib.Path(sys.argv[2]).touch()\n"
        "    time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(store.path), str(ready)])
    for _ in range(400):
        if ready.exists():
            break
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()

    assert ready.exists()
    assert len(store.imports()) == 1
    assert store.texts("1") == ()
    assert len(store.votes("A/RES/62/243")) == 1


def test_a_first_import_that_was_killed_leaves_an_empty_store(store: SqliteFactStore) -> None:
    store.path.parent.mkdir(parents=True)
    store.path.touch()

    assert store.imports() == ()
    assert store.add(votes()).number == 1


def test_a_file_that_is_no_store_is_refused_with_a_remedy(store: SqliteFactStore) -> None:
    store.path.parent.mkdir(parents=True)
    store.path.write_bytes(b"no database at all" * 100)

    with pytest.raises(StorageError, match="delete it and import your files again"):
        store.imports()
    with pytest.raises(StorageError, match="delete it"):
        store.add(votes())


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 2", "CREATE TABLE other (x)"])
def test_a_store_of_another_program_is_refused(store: SqliteFactStore, statement: str) -> None:
    store.path.parent.mkdir(parents=True)
    connection = sqlite3.connect(store.path)
    connection.execute(statement)
    connection.commit()
    connection.close()

    with pytest.raises(StorageError, match="later version"):
        store.imports()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StorageError, match="check the folder"):
        SqliteFactStore(tmp_path / "file" / "home").add(votes())


def test_every_table_of_the_schema_is_used(store: SqliteFactStore) -> None:
    store.add(votes())
    connection = sqlite3.connect(store.path.parent / FILE)
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()

    assert {"imports", "roll_calls", "acts", "texts", "roll_calls_by_symbol"} <= names


def test_sqlite_is_not_loaded_for_an_empty_store() -> None:
    code = (
        "import sys\n"
        "from averment.app import open_workbench\n"
        "bench = open_workbench()\n"
        "bench.store.votes('A/RES/62/243')\n"
        "print('sqlite3' in sys.modules)\n"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={"AVERMENT_HOME": "no-such-folder"},
    )

    assert printed.stdout.strip() == "False"
