"""Numbers as printed, and what they leave open."""

import pytest

from averment.prose.number_words import find_numbers


def bounds(text: str) -> list[tuple[int | None, int | None, bool]]:
    return [(n.at_least, n.at_most, n.exact) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three", (3, 3, True)),
        ("twenty-one", (21, 21, True)),
        ("one hundred and five", (105, 105, True)),
        ("two hundred thousand", (200_000, 200_000, True)),
        ("two dozen", (24, 24, True)),
        ("half a dozen", (6, 6, True)),
        ("200 000", (200_000, 200_000, True)),
        ("1.2 million", (1_200_000, 1_200_000, True)),
        ("over 600", (600, None, False)),
        ("at least 12", (12, None, False)),
        ("12 or more", (12, None, False)),
        ("no fewer than forty", (40, None, False)),
        ("up to 25,000", (None, 25_000, False)),
        ("nearly 200,000", (None, 200_000, False)),
        ("some 2,000", (2_000, 2_000, False)),
        ("10 to 15", (10, 15, False)),
        ("dozens", (24, None, False)),
        ("hundreds of thousands", (200_000, None, False)),
        ("tens of thousands", (20_000, None, False)),
    ],
)
def test_a_number_is_read_with_what_it_leaves_open(
    text: str, expected: tuple[int | None, int | None, bool]
) -> None:
    assert bounds(text) == [expected]


@pytest.mark.parametrize(
    "text", ["A/RES/62/243", "an AK-47", "no one", "5.3% of them", "$5,000", "resolution1"]
)
def test_figures_that_are_part_of_a_name_or_a_price_are_no_numbers(text: str) -> None:
    assert bounds(text) == []


def test_a_number_knows_its_words_and_its_printed_value() -> None:
    (number,) = find_numbers("killed nearly 40 men")

    assert "killed nearly 40 men"[number.start : number.end] == "nearly 40"
    assert number.printed == 40
