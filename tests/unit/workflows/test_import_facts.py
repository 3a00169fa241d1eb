import gzip
from datetime import date
from pathlib import Path

import pytest
from tests.fact_files import UNDL, UNTC, MemoryFile

from averment.adapters.import_store.store import SqliteFactStore
from averment.adapters.ocr_tesseract import TesseractRecogniser
from averment.catalogue.imported import ImportDone, ImportKind, ImportOrder
from averment.errors import InvalidDocumentError, InvalidImportError
from averment.workflows import user_lines
from averment.workflows.import_facts import import_facts

AS_OF = date(2026, 2, 6)


@pytest.fixture
def store(tmp_path: Path) -> SqliteFactStore:
    return SqliteFactStore(tmp_path)


def bring_in(
    store: SqliteFactStore,
    *files: MemoryFile,
    kind: ImportKind,
    target: str = "",
    official: bool = False,
    skip_unknown: bool = False,
) -> ImportDone:
    order = ImportOrder(
        kind=kind,
        as_of=AS_OF,
        target=target,
        official=official,
        skip_unknown=skip_unknown,
    )
    return import_facts(files, order, store=store, recogniser=TesseractRecogniser())


def test_an_import_is_numbered_and_keeps_its_provenance(store: SqliteFactStore) -> None:
    done = bring_in(store, MemoryFile("v.csv", UNDL.encode()), kind=ImportKind.UNDL_VOTES)
    about = done.imported.about

    assert (done.was_there, done.imported.number, about.rows) == (False, 1, 5)
    assert (about.files, about.as_of, about.rank) == (("v.csv",), AS_OF, 2)
    assert about.title == "UN Digital Library, voting data"


def test_the_same_bytes_are_stored_once(store: SqliteFactStore) -> None:
    file = MemoryFile("v.csv", UNDL.encode())
    bring_in(store, file, kind=ImportKind.UNDL_VOTES)
    again = bring_in(store, MemoryFile("other.csv", file.data), kind=ImportKind.UNDL_VOTES)

    assert (again.was_there, again.imported.number) == (True, 1)
    assert len(store.imports()) == 1


def test_a_packed_file_is_unpacked(store: SqliteFactStore) -> None:
    packed = MemoryFile("v.csv.gz", gzip.compress(UNDL.encode()))

    assert bring_in(store, packed, kind=ImportKind.UNDL_VOTES).imported.about.rows == 5


def test_a_byte_order_mark_is_no_part_of_a_column(store: SqliteFactStore) -> None:
    file = MemoryFile("v.csv", b"\xef\xbb\xbf" + UNDL.encode())

    assert bring_in(store, file, kind=ImportKind.UNDL_VOTES).imported.about.rows == 5


def test_acts_are_stored_for_their_instrument(store: SqliteFactStore) -> None:
    file = MemoryFile("iv-1.csv", UNTC.encode())
    done = bring_in(store, file, kind=ImportKind.UNTC, target="GENOCIDE-1948")

    assert done.imported.about.title == "UN Treaty Collection, status table: GENOCIDE-1948"
    assert [act.state for act in store.acts("GENOCIDE-1948")] == ["AND", "AUS", "AUS"]


@pytest.mark.parametrize(("official", "rank"), [(False, 4), (True, 1)])
def test_a_text_counts_by_who_vouches_for_it(
    store: SqliteFactStore, *, official: bool, rank: int
) -> None:
    file = MemoryFile("822.html", b"<p>The Security Council</p><p>1. Demands</p>")
    done = bring_in(
        store, file, kind=ImportKind.TEXT, target="S/RES/822 (1993)", official=official
    )

    assert done.imported.about.rank == rank
    assert "The Security Council" in store.texts("S/RES/822 (1993)")[0].text


def test_a_broken_last_line_leaves_nothing(store: SqliteFactStore) -> None:
    broken = MemoryFile("v.csv", (UNDL + "3,FRA,FRANCE,Q,,,,,,,,,,\n").encode())

    with pytest.raises(InvalidImportError, match=r"v\.csv, line 7"):
        bring_in(store, broken, kind=ImportKind.UNDL_VOTES)
    assert store.imports() == ()
    assert not store.path.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the column"),
        (UNDL.splitlines(keepends=True)[0].encode(), "no votes in it"),
        (UNDL.encode().replace(b"FRANCE", b"FRAN\xc7E"), "line 2, byte 11: not UTF-8"),
        (gzip.compress(UNDL.encode())[:-12], "packed with gzip and broken"),
        (b"\x1f\x8b broken", "packed with gzip and broken"),
        (gzip.compress(b"x" * 3_000_000), "line 1: longer than"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    store: SqliteFactStore, data: bytes, said: str
) -> None:
    with pytest.raises(InvalidImportError, match=said):
        bring_in(store, MemoryFile("v.csv", data), kind=ImportKind.UNDL_VOTES)
    assert store.imports() == ()


def test_a_file_that_unpacks_without_end_is_refused(
    store: SqliteFactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(user_lines, "LARGEST_BYTES", 100_000)
    bomb = MemoryFile("v.csv", gzip.compress(UNDL.encode() + b"\n" * 1_000_000))

    with pytest.raises(InvalidImportError, match="the file is too large"):
        bring_in(store, bomb, kind=ImportKind.UNDL_VOTES)


@pytest.mark.parametrize(
    ("kind", "number", "said"),
    [
        (ImportKind.UNDL_VOTES, 2, "undl-votes takes one file"),
        (ImportKind.VOETEN, 3, "voeten takes one file or two"),
        (ImportKind.UNTC, 1, "say which instrument"),
        (ImportKind.TEXT, 1, "say which resolution or instrument"),
    ],
)
def test_an_order_without_sense_is_refused(
    store: SqliteFactStore, kind: ImportKind, number: int, said: str
) -> None:
    files = [MemoryFile("v.csv", b"x")] * number

    with pytest.raises(InvalidImportError, match=said):
        bring_in(store, *files, kind=kind)


def test_a_text_without_words_is_refused(store: SqliteFactStore) -> None:
    with pytest.raises(InvalidDocumentError, match="holds no words"):
        bring_in(
            store, MemoryFile("t.txt", b" \n"), kind=ImportKind.TEXT, target="S/RES/822 (1993)"
        )


def test_what_was_left_out_is_told(store: SqliteFactStore) -> None:
    text = UNDL + "3,XXX,ATLANTIS,Y,2008-03-14,62,A/RES/62/1,,,,,,,\n"
    file = MemoryFile("v.csv", text.encode())
    done = bring_in(store, file, kind=ImportKind.UNDL_VOTES, skip_unknown=True)

    assert done.imported.about.remarks == ("1 row left out: ATLANTIS.",)
