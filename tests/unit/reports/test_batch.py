import pytest

from averment.errors import InvalidImportError, UnknownNameError
from averment.reports.batch import BatchAnswers, answer_batch


def answer(state: str, day: str) -> tuple[str, str]:
    if state == "Atlantis":
        raise UnknownNameError("there is no State 'Atlantis'")
    return "BOUND", f"{state} on {day}"


def batch(text: str) -> BatchAnswers:
    return answer_batch(
        text,
        file="q.csv",
        asked=("state", "day"),
        added=("answer", "grounds"),
        answer=answer,
    )


def test_rows_come_back_with_their_answers_and_every_other_column() -> None:
    done = batch('id,State,day,note\r\n1, AZE ,2020-10-27,"a, b"\r\n\r\n')

    assert done.text == (
        'id,State,day,note,answer,grounds\n1, AZE ,2020-10-27,"a, b",BOUND,AZE on 2020-10-27\n'
    )
    assert (done.rows, done.invalid) == (1, ())


def test_a_row_that_cannot_be_asked_is_answered_invalid() -> None:
    done = batch("state,day\nAtlantis,x\nAZE,y\n")

    assert done.text.splitlines()[1:] == [
        "Atlantis,x,INVALID,there is no State 'Atlantis'",
        "AZE,y,BOUND,AZE on y",
    ]
    assert done.invalid == ("line 2: there is no State 'Atlantis'",)


def test_a_byte_order_mark_is_no_part_of_a_column() -> None:
    assert batch("\ufeffstate,day\nAZE,y\n").rows == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: the column state is missing"),
        ("state\nAZE\n", "line 1: the column day is missing"),
        ("state,day,state\n", "line 1: the column state stands twice"),
        ("state,day,answer\n", "the column answer is there already"),
        ("state,day\nAZE\n", "line 2: 1 cells where the header has 2"),
        ('state,day\n"AZE,y\n', "line 2: unexpected end of data"),
        ("state,day\n" + "x" * 200_000 + ",y\n", "line 2: field larger than field limit"),
    ],
)
def test_a_broken_table_is_refused(text: str, said: str) -> None:
    with pytest.raises(InvalidImportError, match=said):
        batch(text)
