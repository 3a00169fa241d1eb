"""Which State a sentence speaks of. The names are real; nothing is said of any record."""

import pytest
from tests.unit.findings.law.lawbooks import letter

from averment.findings.law.invocation import Invocation, find_invocations
from averment.findings.law.situated import situate
from averment.findings.prose import read_prose

CAT = "the Convention against Torture"
CRC = "the Convention on the Rights of the Child"


def invoked(body: str) -> tuple[Invocation, ...]:
    prose = read_prose(letter(body))
    return find_invocations(prose, situate(prose))


def brief(body: str) -> list[tuple[str | None, str, str]]:
    """Return (State, instrument, wording, with a "not" for a denial)."""
    return [
        (
            one.state,
            one.mention.instrument,
            f"{'not ' if one.negated else ''}{one.wording.value}",
        )
        for one in invoked(body)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"Iceland has ratified {CAT}.", [("ISL", "CAT-1984", "ratified")]),
        (f"Iceland acceded to {CAT} in 1996.", [("ISL", "CAT-1984", "acceded")]),
        (f"Iceland is a State party to {CAT}.", [("ISL", "CAT-1984", "party")]),
        (f"As a State party to {CAT}, Iceland must answer.", [("ISL", "CAT-1984", "party")]),
        (f"Having ratified {CAT}, Iceland must answer.", [("ISL", "CAT-1984", "ratified")]),
        (f"T{CAT[1:]}, to which Iceland is a party, is clear.", [("ISL", "CAT-1984", "party")]),
        (f"The text of {CAT}, to which Iceland is a party.", [("ISL", "CAT-1984", "party")]),
        (f"Under {CAT}, Iceland is obliged to act.", [("ISL", "CAT-1984", "bound")]),
        (f"Iceland's obligations under {CAT} are clear.", [("ISL", "CAT-1984", "bound")]),
        (f"This was forbidden by {CAT}, binding on Iceland.", [("ISL", "CAT-1984", "bound")]),
        (f"The Icelandic authorities violated {CAT}.", [("ISL", "CAT-1984", "violated")]),
        (f"These are breaches of {CAT} by Iceland.", [("ISL", "CAT-1984", "violated")]),
        (f"In breach of {CAT}, Iceland kept the file.", [("ISL", "CAT-1984", "violated")]),
        (f"Iceland is not a party to {CAT}.", [("ISL", "CAT-1984", "not party")]),
        (f"Iceland has yet to ratify {CAT}.", [("ISL", "CAT-1984", "not ratified")]),
        (f"Iceland signed but did not ratify {CAT}.", [("ISL", "CAT-1984", "not ratified")]),
        (f"We urge Iceland to ratify {CAT}.", [("ISL", "CAT-1984", "asked to join")]),
        (
            f"The parliament of Iceland ratified {CAT}.",
            [("ISL", "CAT-1984", "ratified at home")],
        ),
        (f"The parliament of Iceland approved {CAT}.", [("ISL", "CAT-1984", "approved")]),
        (f"Iceland withdrew from {CAT}.", [("ISL", "CAT-1984", "withdrew")]),
    ],
)
def test_the_subject_is_the_state_that_acts(
    sentence: str, expected: list[tuple[str | None, str, str]]
) -> None:
    assert brief(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        f"The camp in Iceland was run in breach of {CAT}.",
        f"The authorities violated {CAT}.",
        f"Norvenia has ratified {CAT}.",
        f"The rebels violated {CAT}.",
    ],
)
def test_where_no_state_is_the_subject_none_is_guessed(sentence: str) -> None:
    assert {one.state for one in invoked(sentence)} == {None}


@pytest.mark.parametrize(
    "sentence",
    [
        f"If Iceland ratifies {CAT}, much will change.",
        f"Iceland denies that it violated {CAT}.",
        "The parties to the conflict must respect the Geneva Conventions.",
        f"{CAT} was adopted in 1984.",
    ],
)
def test_what_is_only_thought_of_or_told_of_nobody_is_no_invocation(sentence: str) -> None:
    assert [one for one in invoked(sentence) if one.state is not None] == []


def test_a_list_gives_one_invocation_an_instrument() -> None:
    sentence = (
        "The letter tells of Iceland's flouting of several conventions which Iceland has "
        "ratified or acceded to and which apply during times of armed conflict, including (i) "
        'the Fourth Geneva Convention "relative to the Protection of Civilian Persons in Time '
        f'of War," 12 August 1949; (ii) {CRC}, 20 November 1989; and (iii) {CAT}.'
    )

    assert brief(sentence) == [
        ("ISL", "GC4-1949", "ratified or acceded"),
        ("ISL", "CRC-1989", "ratified or acceded"),
        ("ISL", "CAT-1984", "ratified or acceded"),
    ]


def test_a_clause_about_one_instrument_does_not_reach_the_next() -> None:
    sentence = f"Iceland, which ratified {CAT} in 1996, should respect {CRC}."

    assert brief(sentence) == [("ISL", "CAT-1984", "ratified")]


def test_two_verbs_share_their_subject_and_each_has_its_date() -> None:
    first, second = invoked(
        f"Iceland acceded to {CAT} on 3 May 1996 and ratified {CRC} in 1992."
    )

    assert (first.state, first.told and first.told.value) == ("ISL", "1996-05-03")
    assert (second.state, second.told and second.told.value) == ("ISL", "1992")


def test_but_not_turns_one_member_of_a_list_round() -> None:
    sentence = f"Iceland is a party to {CAT} but not to {CRC}."

    assert brief(sentence) == [("ISL", "CAT-1984", "party"), ("ISL", "CRC-1989", "not party")]


def test_neither_speaks_of_all_that_were_named_before() -> None:
    sentence = f"As for {CAT} and {CRC}, Iceland is a party to neither."

    assert brief(sentence) == [
        ("ISL", "CAT-1984", "not party"),
        ("ISL", "CRC-1989", "not party"),
    ]


def test_several_states_are_told_together() -> None:
    first, second = invoked(f"Iceland and Luxembourg have both ratified {CAT}.")

    assert (first.state, first.others) == ("ISL", ("LUX",))
    assert (second.state, second.others) == ("LUX", ("ISL",))


def test_a_list_under_a_colon_takes_the_words_that_lead_in() -> None:
    body = f"Iceland is a party to the following treaties:\n\n- {CAT};\n\n- {CRC}."

    assert brief(body) == [("ISL", "CAT-1984", "party"), ("ISL", "CRC-1989", "party")]


def test_the_name_of_a_state_is_no_word_of_telling() -> None:
    (one,) = invoked(f"The United States has not ratified {CAT}.")

    assert (one.state, one.negated, one.whose.value) == ("USA", True, "own")


def test_words_of_others_are_told_as_such() -> None:
    (one,) = invoked(f"Luxembourg says that Iceland has violated {CAT}.")

    assert (one.state, one.whose.value) == ("ISL", "reported")


def test_the_day_is_that_of_the_act_then_of_the_incidents_then_of_the_letter() -> None:
    (of_act,) = invoked(f"Iceland violated {CAT} on 3 March 2009.")
    (of_letter,) = invoked(f"Iceland violated {CAT}.")
    prose = read_prose(
        letter(
            f"Iceland violated {CAT}.",
            told="On 4 June 2010 soldiers shelled the town of Port Callis.",
        )
    )
    (of_incident,) = find_invocations(prose, situate(prose))

    (of_year,) = invoked(f"In 2008 Iceland was not a party to {CAT}.")

    assert str(of_act.days) == "on 2009-03-03"
    assert str(of_year.days) == "on the days told (2008-01-01 to 2008-12-31)"
    assert str(of_letter.days) == "on 2010-10-27"
    assert str(of_incident.days) == "on 2010-06-04"
