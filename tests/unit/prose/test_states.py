import pytest

from averment.prose.states import StateStatus, find_states, look_up, states


def codes(text: str, *, adjectives: bool = False) -> list[tuple[str, str]]:
    return [
        (text[mention.start : mention.end], mention.state.code)
        for mention in find_states(text, adjectives=adjectives)
    ]


def test_there_are_193_members_and_two_observers() -> None:
    by_status = [state.status for state in states()]

    assert by_status.count(StateStatus.MEMBER) == 193
    assert by_status.count(StateStatus.OBSERVER) == 2


def test_codes_are_unique_and_no_name_stands_for_two() -> None:
    names = [name.lower() for state in states() for name in state.names]

    assert len({state.code for state in states()}) == len(states())
    assert len(set(names)) == len(names)


def test_the_longest_name_wins() -> None:
    text = "Guinea-Bissau, Guinea, Papua New Guinea, Equatorial Guinea, Niger and Nigeria"

    assert [code for _, code in codes(text)] == ["GNB", "GIN", "PNG", "GNQ", "NER", "NGA"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the U.S.A., Russia", [("U.S.A.", "USA"), ("Russia", "RUS")]),
        ("let us go; US forces; U.S. policy", [("US", "USA"), ("U.S.", "USA")]),
        ("Côte d’Ivoire; Cote d'Ivoire", [("Côte d’Ivoire", "CIV"), ("Cote d'Ivoire", "CIV")]),
        (
            "Iran (Islamic Republic of), Türkiye",
            [("Iran (Islamic Republic of)", "IRN"), ("Türkiye", "TUR")],
        ),
        ("a turkey in a jordan of china", []),
        ("the Russian\nFederation", [("Russian\nFederation", "RUS")]),
        ("Norway's and Norwegian", [("Norway", "NOR")]),
    ],
)
def test_names_are_found_as_printed(text: str, found: list[tuple[str, str]]) -> None:
    assert codes(text) == found


def test_adjectives_are_found_when_asked_for() -> None:
    text = "Norwegian ships and two Norwegians in Norway"

    assert codes(text, adjectives=True) == [
        ("Norwegian", "NOR"),
        ("Norwegians", "NOR"),
        ("Norway", "NOR"),
    ]


def test_every_name_is_found_as_itself() -> None:
    wrong = [
        (state.code, name)
        for state in states()
        for name in state.names
        if (found := look_up(name)) is None or found.code != state.code
    ]

    assert wrong == []


def test_look_up_wants_the_whole_words() -> None:
    found = look_up("the Russian Federation")

    assert found is not None
    assert found.code == "RUS"
    assert look_up("Russia and Norway") is None
    assert look_up("Norvenia") is None
