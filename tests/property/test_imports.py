"""Whatever a user's file holds, an import reads it or refuses it with a place."""

import contextlib
import csv
import re
from collections.abc import Callable, Sequence
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fact_files import UNDL, UNTC, MemoryFile

from averment.errors import AvermentError, InvalidImportError
from averment.law.imports.untc import read_untc
from averment.prose.wanted import day_wanted, find_state
from averment.reports.batch import answer_batch
from averment.un_record.imports.cr_unsc import read_cr_unsc
from averment.un_record.imports.roll_calls import choices_of
from averment.un_record.imports.undl import read_undl
from averment.un_record.imports.voeten import read_voeten
from averment.workflows.user_lines import lines_of

FEW = settings(max_examples=60, deadline=None)
CELLS = st.sampled_from(
    [
        "",
        "1",
        "FRA",
        "FRANCE",
        "Y",
        "N",
        "A",
        "X",
        "yes",
        "2008-03-14",
        "A/RES/62/243",
        "62",
        "é",
    ]
)
PLACED = re.compile(r"line [0-9]+|one wide table|no table of participants")
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=12), max_size=8)


def as_csv(header: str, rows: list[list[str]]) -> list[str]:
    return [header, *(",".join(row) + "\n" for row in rows)]


def refusal(read: Callable[..., object], lines: Sequence[str]) -> str | None:
    """Return why `read` refuses the lines; None where it reads them."""
    try:
        read(lines, file="f")
    except InvalidImportError as exc:
        return str(exc)
    return None


@FEW
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    for read in (read_undl, read_cr_unsc, read_untc):
        lines = StringIO(text, newline="").readlines()
        said = refusal(read, lines)
        assert said is None or PLACED.search(said)


@FEW
@given(TABLES)
def test_any_rows_below_a_good_header_are_read_or_refused(rows: list[list[str]]) -> None:
    header = UNDL.splitlines(keepends=True)[0]
    lines = as_csv(header, rows)
    said = refusal(read_undl, lines)
    if said is not None:
        assert PLACED.search(said)
        return
    votes = read_undl(lines, file="f")
    assert votes.ballots == sum(
        len(list(choices_of(call.choices, votes.voters))) for call in votes.roll_calls
    )


@FEW
@given(TABLES, TABLES)
def test_any_two_tables_are_read_or_refused(
    calls: list[list[str]], votes: list[list[str]]
) -> None:
    files = [
        ("a", as_csv("rcid,session,date,unres\n", calls)),
        ("b", as_csv("rcid,country,vote\n", votes)),
    ]
    with contextlib.suppress(InvalidImportError):
        read_voeten(files)


@FEW
@given(st.integers(0, len(UNTC)), st.text(max_size=5))
def test_a_status_table_with_a_slip_is_read_or_refused(place: int, slip: str) -> None:
    text = UNTC[:place] + slip + UNTC[place:]
    with contextlib.suppress(InvalidImportError):
        read_untc(StringIO(text, newline="").readlines(), file="f")


@FEW
@given(st.integers(0, 400), st.binary(max_size=8))
def test_xml_with_a_slip_is_read_or_refused(place: int, slip: bytes) -> None:
    good = (
        b"<a><Participants><Table><Row><Entry>Participant</Entry><Entry>Signature</Entry></Row>"
        b"<Row><Entry>France</Entry><Entry>1 Jan 2001</Entry></Row></Table></Participants></a>"
    )
    data = good[:place] + slip + good[place:]
    with contextlib.suppress(InvalidImportError), lines_of(MemoryFile("f", data)) as lines:
        read_untc(lines, file="f")


@FEW
@given(st.binary(max_size=300))
def test_any_bytes_give_lines_or_an_error(data: bytes) -> None:
    for start in (b"", b"\x1f\x8b"):
        with (
            contextlib.suppress(InvalidImportError),
            lines_of(MemoryFile("f", start + data)) as lines,
        ):
            assert "".join(lines).encode() == data.removeprefix(b"\xef\xbb\xbf")


@FEW
@given(st.text(max_size=80))
def test_any_words_are_a_state_a_day_or_neither(words: str) -> None:
    find_state(words)
    with contextlib.suppress(AvermentError):
        assert day_wanted(words).isoformat() == words.strip()


@FEW
@given(st.lists(st.tuples(st.text(max_size=10), st.text(max_size=10)), max_size=5))
def test_no_row_of_a_batch_is_lost(rows: list[tuple[str, str]]) -> None:
    out = StringIO(newline="")
    csv.writer(out).writerows([("state", "day"), *rows])
    done = answer_batch(
        out.getvalue(),
        file="f",
        asked=("state", "day"),
        added=("answer",),
        answer=lambda _state, _day: ("X",),
    )
    told = list(csv.reader(StringIO(done.text, newline="")))

    assert [tuple(row[:2]) for row in told[1:]] == rows
