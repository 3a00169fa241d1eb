"""Where one organisation of a list ends and the next begins."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averment.frames.organisation_list import split_organisations


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Harbour Watch", ["Harbour Watch"]),
        ("Harbour Watch and Coast International", ["Harbour Watch", "Coast International"]),
        ("the Centre for Truth and Justice", ["Centre for Truth and Justice"]),
        ("Coalition for Peace and Human Rights", ["Coalition for Peace and Human Rights"]),
        (
            "Harbour Watch (HW), in association with the Lantern Centre and the Bar Circle",
            ["Harbour Watch (HW)", "Lantern Centre", "Bar Circle"],
        ),
        (
            "Doctors of the Shore, Harbour Watch, and the Centre for Law and Peace",
            ["Doctors of the Shore", "Harbour Watch", "Centre for Law and Peace"],
        ),
        ("Harbour Watch; Bar Circle; and NRS", ["Harbour Watch", "Bar Circle", "NRS"]),
        (
            (
                "Nord Circle, a non-governmental organization in special consultative status, "
                "and the Movement against Hatred, a non-governmental organization on the roster"
            ),
            ["Nord Circle", "Movement against Hatred"],
        ),
        ("Shore Relief (Port Callis, Norvenia)", ["Shore Relief (Port Callis, Norvenia)"]),
        ("Coast Lawyers, Inc., Harbour Watch", ["Coast Lawyers, Inc", "Harbour Watch"]),
    ],
)
def test_names_are_parted_only_where_both_sides_are_names(text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in split_organisations(text)] == names


PIECES = st.sampled_from([", ", " and ", " and the ", ";", "the ", "Centre", "(", ")", " for "])


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join))
def test_any_text_gives_ranges_in_order_inside_it(text: str) -> None:
    last = 0
    for start, end in split_organisations(text):
        assert last <= start < end <= len(text)
        last = end
