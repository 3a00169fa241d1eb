"""What resolutions are told to say, against a made-up text; see `records`."""

import pytest
from tests.unit.findings.record.records import findings, told

NUMBER = "Security Council resolution 2700 (2023)"


def test_words_that_stand_in_the_text_come_with_the_whole_paragraph() -> None:
    (found,) = findings(f"{NUMBER} demands the “unconditional withdrawal of all boats”.")

    assert (found.code, found.severity.name, found.message) == (
        "REC118",
        "OK",
        "The words stand in S/RES/2700 (2023), paragraph 1; the whole of it is shown beside.",
    )
    assert found.grounds[0].text == (
        "S/RES/2700 (2023), paragraph 1: 1. Demands the immediate, complete and unconditional "
        "withdrawal of all boats from Port Callis;"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{NUMBER} “[d]emands the immediate and unconditional withdrawal”.",
            (
                "REC117",
                "WARNING",
                (
                    "The words are not quite those of S/RES/2700 (2023), paragraph 1: the text "
                    "at hand has “complete” for “-”."
                ),
            ),
        ),
        (
            f"{NUMBER} says that “every harbour shall be given back at once”.",
            (
                "REC117",
                "ERROR",
                (
                    "These words are not in the text of S/RES/2700 (2023) that is at hand "
                    "(meeting record)."
                ),
            ),
        ),
        (
            f"{NUMBER} recalls, and condemns, “the inadmissability of the use of force”.",
            (
                "REC118",
                "OK",
                "The words stand in S/RES/2700 (2023), the preamble, with another spelling.",
            ),
        ),
    ],
)
def test_words_that_differ_are_told_with_what_differs(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert [(one.code, one.severity.name, one.message) for one in findings(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBER}, titled “The situation of the old harbours”, is old.",
        f"{NUMBER} is old. The minister of Norvenia says that “every boat shall stay here”.",
        f"{NUMBER} is what the minister, who claimed that “every boat may stay”, meant.",
        f"{NUMBER} speaks of “occupiers”.",
    ],
)
def test_titles_single_words_and_the_words_of_others_are_left_alone(text: str) -> None:
    assert [one for one in findings(text) if one.code in {"REC117", "REC118"}] == []


def test_a_summary_shows_the_operative_paragraphs_once() -> None:
    text = (
        f"{NUMBER} is old. The aim of this resolution was peace. The purpose of this "
        "resolution was trade."
    )
    (found,) = findings(text)

    assert (found.code, found.severity.name) == ("REC132", "NOTE")
    assert [ground.text[:32] for ground in found.grounds] == [
        "S/RES/2700 (2023): 1. Demands th",
        "S/RES/2700 (2023): 2. Calls for ",
    ]


def test_without_a_text_one_note_says_how_to_get_one() -> None:
    text = f"{NUMBER} demands peace. {NUMBER} condemns “the cutting of nets by night”."

    assert told(text, texts={}) == [
        ("REC119", "NOTE", "the cutting of nets by night"),
    ]


def test_words_that_stand_in_another_paragraph_than_the_one_named_are_a_warning() -> None:
    (found,) = findings(f"In paragraph 2 of {NUMBER}, the Council “demands the immediate”.")

    assert (found.code, found.severity.name, found.message) == (
        "REC117",
        "WARNING",
        "The words stand in S/RES/2700 (2023), paragraph 1, and not in paragraph 2.",
    )


@pytest.mark.parametrize("named", ["In paragraph 1 of", "In paragraphs 1 and 2 of", "In"])
def test_the_right_paragraph_and_several_are_left_alone(named: str) -> None:
    assert told(f"{named} {NUMBER}, the Council “demands the immediate”.") == [
        ("REC118", "OK", "demands the immediate")
    ]


@pytest.mark.parametrize("remark", ["(emphasis added)", "(sic)", "[emphasis added]"])
def test_the_writers_remarks_within_a_quotation_are_no_words_of_it(remark: str) -> None:
    text = f"{NUMBER} “demands the immediate, complete {remark} and unconditional withdrawal”."

    assert [one.code for one in findings(text)] == ["REC118"]
