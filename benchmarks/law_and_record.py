"""Time the catalogue, `bound` and the import of votes, in one process.

usage: python benchmarks/law_and_record.py

Prints lines of `what | figure | target`. The import is timed where the roll-calls are at hand.
"""

import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from averment.adapters.import_store.store import SqliteFactStore
from averment.adapters.ocr_tesseract import TesseractRecogniser
from averment.adapters.user_file import DiskFile
from averment.catalogue.catalogue import Catalogue
from averment.catalogue.imported import ImportKind, ImportOrder
from averment.catalogue.shelf import PackageShelf
from averment.law.bound import bound
from averment.law.lawbook import LawBook
from averment.workflows.import_facts import import_facts

QUESTIONS = 10_000
ROLL_CALLS = Path("../shared/data/law/votes")


def load() -> LawBook:
    """Read every table of law: instruments, participation, coverage, States, declarations."""
    book = LawBook(Catalogue(PackageShelf()))
    for instrument in book.instruments:
        book.participants(instrument)
        book.coverage(instrument)
    assert book.states
    assert book.entities
    assert book.classifications
    book.declarations("ARM", "ROME-1998")
    return book


def questions(book: LawBook, number: int) -> Iterator[tuple[str, str, date]]:
    """Yield questions that go through all instruments, States and days in turn."""
    instruments = [key for key in book.instruments if book.participants(key)]
    states = sorted({state for key in instruments for state in book.participants(key)})
    for index in range(number):
        yield (
            states[index * 7 % len(states)],
            instruments[index * 13 % len(instruments)],
            date(1990, 1, 1) + timedelta(days=index * 11 % 13_000),
        )


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield (what, figure, target)."""
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        book = load()
        times.append(time.perf_counter() - begin)
    yield "the catalogue of law, whole, loaded", f"{sorted(times)[2] * 1000:.0f} ms", "100 ms"
    asked = list(questions(book, QUESTIONS))
    begin = time.perf_counter()
    for state, instrument, day in asked:
        bound(book, state, instrument, day)
    taken = time.perf_counter() - begin
    yield "`bound`, questions a second", f"{QUESTIONS / taken:,.0f}", "10,000"
    if ROLL_CALLS.is_dir():
        yield from imports()


def imports() -> Iterator[tuple[str, str, str]]:
    """Time the import of 870,109 votes, and questions to them."""
    files = [
        DiskFile(ROLL_CALLS / "unga_roll_calls.csv"),
        DiskFile(ROLL_CALLS / "unga_votes.csv.gz"),
    ]
    order = ImportOrder(kind=ImportKind("voeten"), as_of=date(2020, 1, 1), skip_unknown=True)
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteFactStore(Path(folder))
        begin = time.perf_counter()
        import_facts(files, order, store=store, recogniser=TesseractRecogniser())
        yield "870,109 votes imported", f"{time.perf_counter() - begin:.1f} s", "seconds"
        begin = time.perf_counter()
        for _ in range(100):
            store.votes("A/RES/62/243")
        each = (time.perf_counter() - begin) * 10
        yield "the votes on one resolution", f"{each:.2f} ms", "milliseconds"
        begin = time.perf_counter()
        for _ in range(100):
            store.ballots("AZE", body="UNGA", session="62")
        each = (time.perf_counter() - begin) * 10
        yield "one State's votes of a session", f"{each:.2f} ms", "milliseconds"


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
