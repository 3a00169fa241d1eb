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


@pytest.mark.parametrize(
    ("words", "yes", "no", "abstain"),
    [
        ("was carried by no more than fifty votes against forty-six", 50, 46, None),
        ("was rejected by 9 votes to 6, with three members abstaining", 6, 9, 3),
        ("was rejected by a vote of 6 in favour, 9 against and 3 abstentions", 6, 9, 3),
        ("obtained six votes, with no fewer than nine against", 6, 9, None),
        ("received thirteen votes", 13, None, None),
        ("passed 14-0", 14, 0, None),
        ("(14-0-1)", 14, 0, 1),
        ("was adopted by 12 votes to 2, without abstentions", 12, 2, 0),
        ("met with a single vote against and two abstentions", None, 1, 2),
        ("was put to the vote: Yes 23, No 15, Abstain 9", 23, 15, 9),
        ("was adopted with 9 votes in favour and I against", 9, 1, None),
    ],
)
def test_a_vote_is_told_in_many_ways(
    words: str, yes: int | None, no: int | None, abstain: int | None
) -> None:
    assert told(f"General Assembly resolution 70/1 {words}.") == [
        ("A/RES/70/1", yes, no, abstain)
    ]


def test_states_on_no_list_count_where_a_vote_is_told() -> None:
    (vote,) = read(
        "The draft resolution which Norvenia put to the vote obtained six votes, with no fewer "
        "than nine against; Kalmara, Tavria and Saint Orlan abstained."
    )

    assert (vote.symbol, vote.yes, vote.no) == (None, 6, 9)
    assert vote.states_abstain == ("Kalmara", "Tavria", "Saint Orlan")


def test_a_roll_call_may_name_states_on_no_list_over_joined_lines() -> None:
    (vote,) = read(
        "Resolution adopted by the Human Rights Council on 13 July 2021\n\n47/199. Title\n\n"
        "[Adopted by a recorded vote of 4 to 2, with 1 abstention. The voting was as follows: "
        "In "
        "favour:\n\nBrennmark, Republic of Ostmere, Saint Orlan and the Cays, Westmark "
        "Against:\n\n"
        "Kalmara, Orsk (People’s Republic of) Abstaining:\n\nIsles of Perrin]"
    )

    assert (vote.symbol, vote.yes, vote.no, vote.abstain) == ("A/HRC/RES/47/199", 4, 2, 1)
    assert vote.states_yes == (
        "Brennmark",
        "Republic of Ostmere",
        "Saint Orlan and the Cays",
        "Westmark",
    )
    assert vote.states_no == ("Kalmara", "Orsk (People’s Republic of)")
    assert vote.states_abstain == ("Isles of Perrin",)


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("Norway itself voted against and Fiji abstained", ("Norway",)),
        ("Fiji casting the only negative vote", ("Fiji",)),
        (
            "those voting against resolution 70/1 were Fiji, Norway and Chad",
            ("Fiji", "Norway", "Chad"),
        ),
        ("only Fiji, Estavia and Norway opposed the move", ("Fiji", "Estavia", "Norway")),
        ("it had 12 votes in favour, one (Fiji) voted against", ("Fiji",)),
        ("Fiji was opposed to the text of the preamble", ()),
    ],
)
def test_who_voted_against_is_told_in_many_ways(text: str, no: tuple[str, ...]) -> None:
    votes = read(f"General Assembly resolution 70/1 was divisive; {text}.")

    assert [state for vote in votes for state in vote.states_no] == list(no)


def test_the_same_vote_told_twice_is_one() -> None:
    text = (
        "General Assembly resolution 70/1 was adopted by 100 votes to 11, with 58 abstentions."
        "\n\nThose voting against resolution 70/1 were Fiji and Norway. The vote of 100 to 11 "
        "with 58 "
        "abstentions in the Assembly is clear."
    )

    (vote,) = read(text)

    assert (vote.symbol, vote.yes, vote.no, vote.abstain) == ("A/RES/70/1", 100, 11, 58)
    assert vote.states_no == ("Fiji", "Norway")


def test_two_accounts_of_one_vote_that_differ_stay_two() -> None:
    text = (
        "General Assembly resolution 70/1 was adopted by 100 votes to 11.\n\n"
        "Others say that resolution 70/1 was adopted by 99 votes to 11."
    )

    assert told(text) == [("A/RES/70/1", 100, 11, None), ("A/RES/70/1", 99, 11, None)]


def test_a_draft_adopted_as_a_resolution_is_that_resolution() -> None:
    text = (
        "There were 12 votes in favour, none against and 3 abstentions. The draft resolution "
        "has "
        "been adopted as resolution 1244 (1999)."
    )

    assert told(text) == [("S/RES/1244 (1999)", 12, 0, 3)]


def test_the_first_of_several_is_meant_by_its_place() -> None:
    text = (
        "The General Assembly adopted resolutions 70/1 and 70/2. The first was carried by 45 "
        "votes to 9."
    )

    assert told(text) == [("A/RES/70/1", 45, 9, None)]


def test_a_vetoed_draft_has_its_vote() -> None:
    (vote,) = read(
        "The text was vetoed by Norway and Fiji (S/2012/538), eleven voting in favour."
    )

    assert (vote.symbol, vote.yes, vote.states_no) == ("S/2012/538", 11, ("Norway", "Fiji"))


@pytest.mark.parametrize(
    "text",
    [
        "The Assembly of Norvenia passed Act No. 12/2004 by 120 votes to 30.",
        "On Resolution 12 of the City Council 9 members voted for and 3 against.",
        "Shells fell for 5 to 7 hours, killing 12 to 15 people of the Group.",
    ],
)
def test_votes_of_others_are_left_out(text: str) -> None:
    assert read(text) == ()
