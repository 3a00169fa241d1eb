"""Where an address begins and ends, whatever layout did to it."""

import pytest

from averment.apparatus.address_find import find_announced, find_printed


def addresses(text: str) -> list[str]:
    return [text[place.start : place.end] for place in find_printed(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a-b.", ["https://example.org/a-b"]),
        ("(https://example.org/x_(1972)), and", ["https://example.org/x_(1972)"]),
        ("<https://example.org/a> accessed", ["https://example.org/a"]),
        ("www.example.org/a; www.example.net", ["www.example.org/a", "www.example.net"]),
        ("undocs.org/A/75/566, para. 2", ["undocs.org/A/75/566"]),
        ("see http// www.example.org/en/", ["http// www.example.org/en/"]),
        ("hxxps://www.example[.]com/news/2020/", ["hxxps://www.example[.]com/news/2020/"]),
        ("httpsy/www.example.org/report", ["httpsy/www.example.org/report"]),
        ("at en, example.org/wiki/Port_Callis", ["en, example.org/wiki/Port_Callis"]),
    ],
)
def test_an_address_is_found_from_its_scheme_to_its_last_character(
    text: str, expected: list[str]
) -> None:
    assert addresses(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "his/her rights and/or km/h",
        "Food (2000-9) and 12-26300 (E)",
        "write to desk@example.org today",
        "A/RES/62/243 and S/PV.4942",
        "the U.S./Norvenian accord",
    ],
)
def test_what_only_resembles_an_address_is_left_alone(text: str) -> None:
    assert addresses(text) == []


def test_a_gap_behind_a_hyphen_belongs_to_the_address() -> None:
    text = "http://example.org/a-report-on- port-callis.html>. Next"

    assert addresses(text) == ["http://example.org/a-report-on- port-callis.html>"]


def test_a_closing_mark_shows_where_a_broken_address_ends() -> None:
    text = "at https://example.org/middle east/2012/03/ story 5f20c7be html?fbclid=Iw0 x>. See"

    assert addresses(text) == [
        "https://example.org/middle east/2012/03/ story 5f20c7be html?fbclid=Iw0 x>"
    ]


def test_prose_behind_an_address_is_not_taken_in() -> None:
    text = "https://example.org/reports/ and then the court held > that"

    assert addresses(text) == ["https://example.org/reports/"]


def test_an_address_inside_an_address_is_one() -> None:
    text = "https://web.archive.org/web/2012/http://example.org/a"

    assert addresses(text) == [text]


def test_two_addresses_without_a_space_are_two() -> None:
    assert addresses("https://example.org/a]https://example.org/b") == [
        "https://example.org/a",
        "https://example.org/b",
    ]


@pytest.mark.parametrize(
    "text",
    ["(Oct. 10, 2012), available at .", "available at ; See", "available at: <>", "URL:"],
)
def test_words_that_announce_an_address_and_bring_none_are_found(text: str) -> None:
    assert len(find_announced(text)) == 1


def test_an_announced_address_that_stands_there_is_not_missing() -> None:
    assert find_announced("available at https://example.org/a.") == ()
