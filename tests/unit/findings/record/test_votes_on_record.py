"""Votes told in letters, against the record of `records`."""

import pytest
from tests.unit.findings.record.records import codes, findings, told

TITLE = "General Assembly resolution 62/243"


def test_a_vote_told_in_full_is_borne_out_and_the_source_that_differs_is_named() -> None:
    text = f"{TITLE} was adopted by 39 votes to 7, with 100 abstentions."

    assert [(one.code, one.severity.name, one.message) for one in findings(text)] == [
        (
            "REC101",
            "OK",
            (
                "A/RES/62/243, 39 in favour, 7 against and 100 abstaining: borne out (meeting "
                "record)."
            ),
        ),
        (
            "REC103",
            "NOTE",
            (
                "Sources on record differ on A/RES/62/243: another has 38 in favour, 7 against "
                "and 101 abstaining (data set), counting otherwise: Pakistan. The figures told "
                "are those of the better source."
            ),
        ),
    ]


def test_the_figures_of_the_lesser_source_are_a_warning() -> None:
    text = f"{TITLE} was adopted by 38 votes to 7, with 101 abstentions."

    assert told(text) == [("REC103", "WARNING", "38 votes to 7, with 101 abstentions")]


def test_a_figure_that_no_source_has_is_an_error_and_says_what_the_record_has() -> None:
    (found,) = findings(f"{TITLE} was adopted with 39 in favour, 100 against.")

    assert (found.code, found.severity.name) == ("REC102", "ERROR")
    assert found.message == (
        "100 against: for A/RES/62/243 the record has 39 in favour, 7 against and 100 "
        "abstaining (meeting record). An abstention is not a vote against."
    )
    assert [ground.text for ground in found.grounds] == [
        (
            "A/RES/62/243: 39 in favour, 7 against and 100 abstaining. meeting record, as of "
            "2026-01-01 (verified)."
        ),
        (
            "A/RES/62/243: 38 in favour, 7 against and 101 abstaining. data set, as of "
            "2026-01-01 (verified)."
        ),
    ]


def test_a_row_that_nobody_compared_gives_a_warning_at_most_and_bears_out_little() -> None:
    assert codes("Security Council resolution 1244 (1999) was adopted unanimously.") == [
        "REC121"
    ]
    (found,) = findings(
        "Security Council resolution 1244 (1999) was adopted by 14 votes to none with 1 "
        "abstention."
    )
    assert found.message == (
        "S/RES/1244 (1999), 14 in favour, 0 against and 1 abstaining: as in the catalogue, "
        "whose row nobody has yet compared with the record."
    )


def test_what_a_vote_is_told_without_is_given_and_abstentions_alone_are_a_note() -> None:
    against = findings(f"{TITLE} received 39 votes in favour, with 100 abstentions.")
    abstaining = findings(f"{TITLE} was adopted by 39 votes to 7.")

    assert [
        (one.severity.name, one.message)
        for one in (*against, *abstaining)
        if one.code == "REC104"
    ] == [
        (
            "WARNING",
            (
                "The vote on A/RES/62/243 is told without the 7 against (France, Russian "
                "Federation and United States)."
            ),
        ),
        (
            "NOTE",
            (
                "The vote on A/RES/62/243 is told without the 100 abstaining (China and United "
                "Kingdom)."
            ),
        ),
    ]


def test_figures_told_in_another_sentence_are_not_left_out() -> None:
    text = f"{TITLE} was adopted by 39 votes to 7. In the vote on {TITLE}, 100 abstained."

    assert "REC104" not in [one.code for one in findings(text) if one.severity.name != "OK"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Security Council resolution 1973 (2011) was adopted unanimously.", ["REC121"]),
        ("General Assembly resolution 60/147 was adopted by 90 votes to 3.", ["REC121"]),
        ("General Assembly resolution 60/147 was adopted without a vote.", []),
        ("Security Council resolution 822 (1993) was adopted unanimously.", []),
        ("Security Council resolution 822 (1993) was adopted by 14 votes to 1.", ["REC102"]),
        (f"{TITLE} was adopted by 60 votes to 20.", ["REC127"]),
        (f"Paragraph 4 of {TITLE} was adopted by 60 votes to 20.", []),
        (f"{TITLE} was adopted by 39 votes to 7, France voting against.", []),
        (f"{TITLE} was adopted by 39 votes to 7, China voting against.", ["REC124"]),
        (f"{TITLE} was adopted by 39 votes to 7, Pakistan abstaining.", ["REC124"]),
    ],
)
def test_the_manner_of_adoption_parts_and_single_states(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_state_whose_vote_the_sources_tell_differently_is_a_warning() -> None:
    found = [
        one
        for one in findings(f"{TITLE} was adopted by 39 votes to 7, Pakistan abstaining.")
        if one.code == "REC124"
    ]

    assert [(one.severity.name, one.message) for one in found] == [
        (
            "WARNING",
            (
                "A/RES/62/243: the letter has Pakistan abstaining; the record has it in favour "
                "(meeting record). Another source agrees (data set)."
            ),
        )
    ]


def test_what_somebody_else_is_quoted_with_is_a_note_at_most() -> None:
    text = f'The minister wrote: "{TITLE} was adopted with 39 in favour and 100 against."'

    assert [one.severity.name for one in findings(text) if one.code == "REC102"] == ["NOTE"]


def test_what_is_not_on_record_is_asked_once_and_never_called_wrong() -> None:
    text = (
        "General Assembly resolution 62/10 was adopted by 90 votes to 2. General Assembly "
        "resolution 62/11 was adopted by 91 votes to 2."
    )

    assert [(one.code, one.severity.name, one.message) for one in findings(text)] == [
        (
            "REC105",
            "NOTE",
            (
                "What is told of A/RES/62/10 and A/RES/62/11 is not on record here, which says "
                "nothing for or against it. A file of votes can be imported: `aver catalogue "
                "import`."
            ),
        )
    ]


def test_groups_are_held_against_the_members_of_that_day() -> None:
    true = f"Three of the five permanent members of the Security Council voted against {TITLE}."
    wrong = f"Two of the five permanent members of the Security Council voted against {TITLE}."
    passive = f"{TITLE} was opposed by all five permanent members."

    assert told(true) == [("REC131", "OK", "Three of the five permanent members")]
    assert codes(f"No permanent member voted against {TITLE}.") == ["REC116"]
    assert codes(f"One permanent member, France, voted against {TITLE}.") == []
    assert codes(wrong) == codes(passive) == ["REC116"]
    assert findings(wrong)[0].message == (
        "A/RES/62/243, permanent members of the Security Council: France, Russian Federation "
        "and United States against; China and United Kingdom abstaining (meeting record). That "
        "is 3 against, not 2."
    )


def test_states_that_stand_in_two_groups_are_named_once_for_both() -> None:
    text = (
        f"In the vote on {TITLE}, 3 of the 5 permanent members and all OSCE Minsk Group "
        "Co-Chairs voted against."
    )

    assert [
        (one.severity.name, one.message) for one in findings(text) if one.code == "REC115"
    ] == [
        (
            "NOTE",
            (
                "Permanent members of the Security Council and co-chairs of the OSCE Minsk "
                "Group overlap: France, Russian Federation and United States are both. "
                "Together they are 3 States against."
            ),
        )
    ]


def test_only_so_many_in_favour_is_answered_with_how_votes_are_counted() -> None:
    text = f"Only 39 States voted in favour of {TITLE}, 7 against, and 100 abstained."

    assert [one.message for one in findings(text) if one.code == "REC123"] == [
        (
            "Those who abstain cast no vote: A/RES/62/243 was adopted by the majority of those "
            "present and voting, 39 to 7."
        )
    ]


def test_a_state_without_a_seat_cannot_have_voted_in_the_council() -> None:
    text = "Norway and France voted in favour of Security Council resolution 1973 (2011)."

    assert told(text) == [("REC122", "ERROR", "Norway and France voted in favour")]


def test_a_state_that_is_no_permanent_member_is_not_called_one() -> None:
    letter = "12 March 2012\n\nDear Minister,\n\nGermany, {} member of the Security Council, "
    letter += "abstained.\n\nYours sincerely,\n\nHarbour Rights Collective"

    assert "REC122" in codes(letter.format("a permanent"))
    assert "REC122" not in codes(letter.format("a non-permanent"))
    assert "REC122" not in codes(letter.replace("Germany", "China").format("a permanent"))
