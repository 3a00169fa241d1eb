"""Letters that tell the truth in ways that look false, and falsehoods that look true.

Each was found by reading what the checks said of letters written to mislead them.
"""

import pytest
from tests.unit.findings.record.records import codes, findings, told

TITLE = "General Assembly resolution 62/243"
LIBYA = "Security Council resolution 1973 (2011)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Security Council adopted resolution 822 (1993) on 30 April 1993.",
            ("REC129", "OK", "30 April 1993"),
        ),
        (
            "The Security Council adopted resolution 822 (1993) on 3 May 1993.",
            ("REC109", "ERROR", "3 May 1993"),
        ),
        (
            "Security Council resolution 822 (April 30, 1993) is old.",
            ("REC129", "OK", "April 30, 1993"),
        ),
    ],
)
def test_a_day_is_read_where_the_body_adopted_it_and_in_brackets(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Resolutions 822 (1993) and 1973 (2011), adopted on 30 April 1993 and 17 March "
            "2011, are old."
        ),
        "The report on Security Council resolution 822 (1993), dated 4 May 1994, was read.",
        (
            "The letter of Norvenia on the implementation of resolution 822 (1993) of 4 May "
            "1994 was read."
        ),
        "The Council discussed resolution 822 (1993) on 28 March 1994.",
    ],
)
def test_a_day_that_may_be_of_something_else_is_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Norvenia vetoed a draft on the harbours, and the Assembly adopted {TITLE} instead.",
        f"Nobody could have vetoed {TITLE}.",
        f"{TITLE} was not vetoed.",
    ],
)
def test_only_the_resolution_itself_is_vetoed(text: str) -> None:
    assert "REC120" not in codes(text)


@pytest.mark.parametrize("words", ["vetoed", "had vetoed the"])
def test_a_veto_of_the_resolution_itself_is_an_error(words: str) -> None:
    assert told(f"Norvenia {words} {TITLE}.") == [("REC120", "ERROR", "vetoed")]


@pytest.mark.parametrize(
    "text",
    [
        f"Two permanent members abstained on {LIBYA}.",
        f"Three permanent members of the Security Council voted in favour of {LIBYA}.",
        f"Two African States voted in favour of {LIBYA}.",
    ],
)
def test_how_many_of_a_group_did_so_is_no_total(text: str) -> None:
    assert "REC102" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Draft resolution S/2023/970 obtained 13 votes in favour, one against and one "
            f"abstention; later the Assembly adopted {TITLE}."
        ),
        (
            "A draft failed by 4 votes to 8, with 3 abstentions, and the Council adopted "
            f"{LIBYA} later."
        ),
        (
            f"The Third Committee approved the draft of {TITLE} by 41 votes to 9, with 98 "
            "abstentions."
        ),
    ],
)
def test_the_vote_on_a_draft_or_in_a_committee_is_not_that_on_the_resolution(
    text: str,
) -> None:
    assert not {"REC101", "REC102", "REC104"} & set(codes(text))


def test_the_vote_in_the_plenary_is_compared_though_a_committee_is_named() -> None:
    text = (
        f"On the report of the Third Committee, {TITLE} was adopted by 41 votes to 7, with 100 "
        "abstentions."
    )

    assert told(text) == [("REC102", "ERROR", "41 votes to 7, with 100 abstentions")]


@pytest.mark.parametrize(
    "text",
    [
        f"Was {TITLE} adopted unanimously?",
        f"{TITLE} should have been adopted unanimously.",
        f"Norvenia wishes that {LIBYA} had been adopted unanimously.",
        f"Nobody claims that {TITLE} is legally binding.",
        f"If {TITLE} were legally binding, the duty would be clear.",
        f"{LIBYA} was nearly vetoed by China.",
    ],
)
def test_what_is_not_asserted_is_not_contradicted(text: str) -> None:
    assert not {"REC114", "REC121", "REC124"} & set(codes(text))


@pytest.mark.parametrize(
    "text",
    [
        f"The Convention, annexed to {TITLE}, is binding on its parties.",
        (
            f"The Assembly approved in {TITLE} a budget, and {TITLE} is binding on all in "
            "matters of the budget."
        ),
    ],
)
def test_what_is_annexed_or_a_matter_of_the_budget_may_bind(text: str) -> None:
    assert codes(text) == []


def test_a_relative_clause_behind_a_resolution_is_about_the_resolution() -> None:
    text = f"Norvenia must act in accordance with {TITLE}, which is legally binding."

    assert "REC114" in codes(text)


def test_a_vote_told_as_nobody_against_gets_a_question_and_no_list_of_those_in_favour() -> None:
    (vote, question) = findings(f"No State voted against {LIBYA}.")

    assert (vote.code, question.code, question.severity.name) == ("REC101", "REC104", "NOTE")
    assert question.message == (
        "The vote on S/RES/1973 (2011) is told without the 10 in favour and 5 abstaining "
        "(Brazil, China, Germany, India and Russian Federation)."
    )


@pytest.mark.parametrize(
    "text",
    [
        f"The Council adopted {LIBYA} by 10 votes, with 5 abstentions.",
        (
            f"Some 40 States voted in favour of {TITLE}, while seven voted against and 100 "
            "abstained."
        ),
    ],
)
def test_a_figure_that_stands_beside_or_is_told_roughly_is_not_left_out(text: str) -> None:
    assert "REC104" not in codes(text)


def test_a_number_that_cannot_be_needs_no_text() -> None:
    assert codes("Security Council resolution 4310 (2011) demands a ceasefire.") == ["REC107"]


def test_states_with_a_capital_are_no_verb() -> None:
    assert codes(f"{LIBYA} concerns all States.") == []


def test_a_number_of_the_year_is_not_cut_to_one_of_a_session() -> None:
    assert "REC108" not in codes("Human Rights Council resolution 2005/12 is old.")


def test_a_number_that_two_bodies_may_have_gives_no_error_by_its_day() -> None:
    text = (
        "The General Assembly spoke.\n\nResolution 46/1 was adopted on 23 March 2021, and "
        "the harbours were reopened."
    )

    assert not [one for one in findings(text) if one.severity.name in {"WARNING", "ERROR"}]


@pytest.mark.parametrize(("one", "other"), [("China", "Brazil"), ("Germany", "India")])
def test_a_state_told_otherwise_is_told_so_in_the_same_words_for_each(
    one: str, other: str
) -> None:
    said = [
        [finding.message.replace(name, "NAME") for finding in findings(text)]
        for name in (one, other)
        for text in (f"In the vote on {LIBYA}, {name} voted against.",)
    ]

    assert said[0] == said[1]
    assert said[0][0] == (
        "S/RES/1973 (2011): the letter has NAME against; the record has it abstaining (meeting "
        "record)."
    )
