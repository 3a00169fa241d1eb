import pytest

from averment.documents.flow import Flow
from averment.un_record.find import find_symbols
from averment.un_record.mention import VoteStatement
from averment.un_record.tally import read_number
from averment.un_record.vote import find_votes

Told = tuple[str | None, int | None, int | None, int | None]


def read(text: str) -> tuple[VoteStatement, ...]:
    flow = Flow.join([(0, text)])
    return find_votes(flow, find_symbols(flow))


def told(text: str) -> list[Told]:
    return [(vote.symbol, vote.yes, vote.no, vote.abstain) for vote in read(text)]


@pytest.mark.parametrize(
    ("words", "yes", "no", "abstain"),
    [
        ("by 39 votes to 7, with 100 abstentions", 39, 7, 100),
        ("by 39 votes to none, with no abstentions", 39, 0, 0),
        ("by 39 votes to none", 39, 0, None),
        ("by a recorded vote of 25 in favour to 2 against, with 20 abstentions", 25, 2, 20),
        ("by a vote of 120 to 14, with 45 countries abstaining", 120, 14, 45),
        ("by a vote of 141-5-35", 141, 5, 35),
        ("with 120 States voting in favour, eight against and 45 abstaining", 120, 8, 45),
        ("with twenty-five votes in favour and six abstentions", 25, None, 6),
        ("by one hundred and forty-one votes to five", 141, 5, None),
        ("(Yes: 100, No: 11, Abstentions: 58)", 100, 11, 58),
        ("with 99 votes in favor; none against; 3 abstained", 99, 0, 3),
        ("with more than 140 States in favour and 5 against", None, 5, None),
    ],
)
def test_figures_are_read_in_figures_and_words(
    words: str, yes: int | None, no: int | None, abstain: int | None
) -> None:
    text = f"General Assembly resolution 70/1 was adopted {words}."

    assert told(text) == [("A/RES/70/1", yes, no, abstain)]


def test_part_of_a_group_is_no_number_against() -> None:
    text = (
        "General Assembly resolution 70/1 is weak. Only 39 member states voted in favor "
        "of this resolution, 100 abstained, and 3 of the 5\n\npermanent members of the Council"
        "—the U.S.A., Russia, and France—voted against it."
    )

    (vote,) = read(text)

    assert (vote.symbol, vote.yes, vote.no, vote.abstain) == ("A/RES/70/1", 39, None, 100)
    assert vote.states_no == ("U.S.A.", "Russia", "France")
    assert vote.states_yes == vote.states_abstain == ()


@pytest.mark.parametrize(
    ("text", "no", "abstain"),
    [
        ("passed with China abstaining", (), ("China",)),
        (
            "passed by 12 votes to 2 (Cuba and Yemen), 1 abstention (China)",
            ("Cuba", "Yemen"),
            ("China",),
        ),
        ("failed: one vote against (Russian Federation)", ("Russian Federation",), ()),
        (
            "failed. It was vetoed by China and the Russian Federation",
            ("China", "Russian Federation"),
            (),
        ),
        ("failed: the United Kingdom cast its veto", ("United Kingdom",), ()),
        ("passed; India, Brazil and the UAE abstained", (), ("India", "Brazil", "UAE")),
        ("passed; it aims at peace with Norway. All voted against France", (), ()),
    ],
)
def test_states_are_named_with_their_vote(
    text: str, no: tuple[str, ...], abstain: tuple[str, ...]
) -> None:
    votes = read(f"Security Council resolution 2100 (2013) {text}.")

    assert [state for vote in votes for state in vote.states_no] == list(no)
    assert [state for vote in votes for state in vote.states_abstain] == list(abstain)


def test_a_roll_call_belongs_to_the_vote_before_it() -> None:
    text = (
        "Resolution adopted by the Human Rights Council on 23 March 2021\n\n46/7. Title\n\n"
        "Recalling Human Rights Council resolution 40/7,\n\n"
        "[Adopted by a recorded vote of 22 to 11, with 14 abstentions. The voting was as "
        "follows:\n\nIn favour:\n\nArgentina, Austria, Bahamas\n\nAgainst:\n\n"
        "Bolivia (Plurinational State of), China\n\nAbstaining:\n\nBahrain and Nepal]"
    )

    (vote,) = read(text)

    assert (vote.symbol, vote.yes, vote.no, vote.abstain) == ("A/HRC/RES/46/7", 22, 11, 14)
    assert vote.states_yes == ("Argentina", "Austria", "Bahamas")
    assert vote.states_no == ("Bolivia (Plurinational State of)", "China")
    assert vote.states_abstain == ("Bahrain", "Nepal")


def test_headings_with_numbers_count() -> None:
    text = (
        "Draft A/HRC/46/L.1 was put to the vote.\n\nIn favour (2): Norway, Fiji\n\n"
        "Against: None\n\n"
    )

    (vote,) = read(text)

    assert (vote.symbol, vote.yes, vote.no, vote.abstain) == ("A/HRC/46/L.1", 2, 0, None)


def test_unanimity_is_told_of_each_resolution_of_the_sentence() -> None:
    text = "Security Council resolutions 757 (1992) and 787 (1992) were adopted unanimously."

    votes = read(text)

    assert [(vote.symbol, vote.unanimous) for vote in votes] == [
        ("S/RES/757 (1992)", True),
        ("S/RES/787 (1992)", True),
    ]
    assert read("It was not adopted unanimously. Resolution S/RES/757 (1992).") == ()


def test_the_resolution_may_stand_behind_its_vote() -> None:
    text = (
        "By 12 votes to 0, with three abstentions, the Council adopted resolution 1696 (2006)."
    )

    assert told(text) == [("S/RES/1696 (2006)", 12, 0, 3)]


def test_two_votes_in_one_sentence_stay_apart() -> None:
    text = (
        "General Assembly resolution 70/1 was adopted by 100 votes to 10 and General Assembly "
        "resolution 70/2 by 90 votes to 20."
    )

    assert told(text) == [("A/RES/70/1", 100, 10, None), ("A/RES/70/2", 90, 20, None)]


def test_this_resolution_means_the_last_of_the_body_spoken_of() -> None:
    text = (
        "General Assembly resolution 70/1 stands. Security Council resolution 2100 (2013) too."
        "\n\nThe General Assembly was divided. Only 39 States voted in favour of this "
        "resolution."
    )

    assert told(text) == [("A/RES/70/1", 39, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The bill was passed by 225 votes to 0 in the parliament of Norvenia.",
        "The court held by 15 votes to 2 that it has jurisdiction.",
        "Estavia won 3-2; the ratio is 14-0-1; page 10 to 12.",
        "From 10 to 15 people voted. Turnout: 60 to 40 per cent voted for independence.",
        "We are in favour of peace. We are against war. No objections.",
    ],
)
def test_other_scores_are_no_votes(text: str) -> None:
    assert read(text) == ()


def test_numbers_are_read() -> None:
    assert [read_number(w) for w in ("a hundred", "Ninety-nine", "nil", "193")] == [
        100,
        99,
        0,
        193,
    ]
