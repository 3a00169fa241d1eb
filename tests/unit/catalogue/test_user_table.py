import pytest

from averment.catalogue.user_table import UserTable, shown
from averment.errors import InvalidImportError

COLUMNS = {"who": ("state", "country"), "vote": ("vote",)}


def table(text: str) -> UserTable:
    return UserTable(
        text.splitlines(keepends=True),
        file="votes.csv",
        columns=COLUMNS,
        needed=("who", "vote"),
    )


def test_columns_are_found_by_any_of_their_names() -> None:
    read = table("Vote,Country,note\nyes, Norvenia ,x\n\nno,Estavia,y\n")

    assert [(read.cell(cells, "who"), read.cell(cells, "vote")) for cells in read.rows()] == [
        ("Norvenia", "yes"),
        ("Estavia", "no"),
    ]
    assert read.line == 4


def test_the_first_of_several_spellings_counts() -> None:
    read = table("country,state,vote\na,b,c\n")

    assert [read.cell(cells, "who") for cells in read.rows()] == ["b"]


def test_other_separators_are_read() -> None:
    read = table("state;vote\na;yes\n")

    assert [read.cell(cells, "vote") for cells in read.rows()] == ["yes"]


def test_a_cell_may_run_over_lines_and_the_place_is_still_told() -> None:
    read = table('state,vote\n"a\nb",yes\nc,odd\n')
    rows = list(read.rows())

    assert [read.cell(cells, "who") for cells in rows] == ["a\nb", "c"]
    assert str(read.fault("vote", "is odd")) == "votes.csv, line 4, column vote (2): is odd"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: the column state or country is missing"),
        ("state\na\n", "line 1: the column vote is missing"),
        ("state,vote,vote\na,b,c\n", "line 1: the column vote stands twice"),
        ("state,vote\na\n", "line 2: 1 cells where the header has 2"),
        ("state,vote\na,b,c\n", "line 2: 3 cells where the header has 2"),
        ('state,vote\na,"b\n', "line 2: unexpected end of data"),
        ('state,vote\na,"b"c\n', "line 2: ',' expected after"),
        ("state,vote\na," + "b" * 200_000 + "\n", "line 2: field larger than field limit"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(InvalidImportError, match=said):
        list(table(text).rows())


def test_a_long_cell_is_shortened_in_a_message() -> None:
    assert shown("x" * 100) == repr("x" * 40 + "...")
    assert shown("\x1b[2J") == "'\\x1b[2J'"
