from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalogues import catalogue_of

from averment.catalogue.catalogue import packaged_catalogue
from averment.un_record.session import Sessions, read_sessions, session_of

_ROWS = """body,session,opened,closed,source,confidence
UNGA,61,2006-09-12,,LIST,verified
UNGA,62,2007-09-18,,LIST,verified
UNGA,63,2008-09-16,,LIST,verified
UNGA,ES-10,1997-04-24,,LIST,verified
UNGA,ES-9,1982-01-29,1982-02-05,LIST,verified
UNGA,S-27,2002-05-08,,LIST,verified
HRC,46,2021-02-22,2021-03-24,LIST,verified
"""


def _sessions() -> Sessions:
    return read_sessions(catalogue_of({"sessions.csv": _ROWS}))


@pytest.mark.parametrize(
    ("body", "number", "day", "fits"),
    [
        ("UNGA", "62", date(2008, 3, 14), True),
        ("UNGA", "62", date(2007, 9, 18), True),
        ("UNGA", "62", date(2008, 9, 16), None),
        ("UNGA", "62", date(2007, 9, 15), None),
        ("UNGA", "62", date(2006, 3, 14), False),
        ("UNGA", "62", date(2009, 3, 14), False),
        ("UNGA", "63", date(2009, 6, 1), True),
        ("UNGA", "64", date(2009, 12, 1), None),
        ("UNGA", "ES-10", date(2024, 9, 18), True),
        ("UNGA", "ES-10", date(1996, 1, 1), False),
        ("UNGA", "ES-9", date(1982, 2, 5), True),
        ("UNGA", "ES-9", date(1983, 2, 5), False),
        ("UNGA", "S-27", date(2002, 5, 10), None),
        ("UNGA", "S-27", date(2012, 5, 10), False),
        ("HRC", "46", date(2021, 3, 23), True),
        ("HRC", "46", date(2021, 4, 10), None),
        ("HRC", "46", date(2021, 9, 10), False),
    ],
)
def test_a_day_fits_a_session_or_not_or_cannot_be_told(
    body: str, number: str, day: date, *, fits: bool | None
) -> None:
    assert _sessions().fits(body, number, day) is fits


def test_the_sessions_of_a_day_are_told_regular_first() -> None:
    held = _sessions().on("UNGA", date(2008, 3, 14))

    assert [one.number for one in held] == ["62", "ES-10"]
    assert _sessions().last_regular("UNGA") == 63
    assert not _sessions().covers("UNSC")


@pytest.mark.parametrize(
    ("symbol", "told"),
    [
        ("A/RES/62/243", ("UNGA", "62")),
        ("A/RES/66/253 B", ("UNGA", "66")),
        ("A/RES/2625(XXV)", ("UNGA", "25")),
        ("A/RES/217(III)A", ("UNGA", "3")),
        ("A/RES/997(ES-I)", ("UNGA", "ES-1")),
        ("A/RES/3201(S-VI)", ("UNGA", "S-6")),
        ("A/RES/ES-11/1", ("UNGA", "ES-11")),
        ("A/62/L.42", ("UNGA", "62")),
        ("A/HRC/RES/46/22", ("HRC", "46")),
        ("A/HRC/RES/S-34/1", ("HRC", "S-34")),
        ("A/HRC/46/G/12", ("HRC", "46")),
        ("S/RES/822 (1993)", ("UNSC", "1993")),
        ("S/PRST/2020/5", ("UNSC", "2020")),
        ("S/RES/2999", None),
        ("E/RES/1996/31", ("ECOSOC", "1996")),
        ("E/RES/1503(XLVIII)", ("ECOSOC", "48")),
        ("GA/10693", None),
    ],
)
def test_a_symbol_tells_its_session(symbol: str, told: tuple[str, str] | None) -> None:
    assert session_of(symbol) == told


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_any_text_may_be_asked_for_its_session(text: str) -> None:
    assert session_of(text) is None or len(session_of(text) or ()) == 2


def test_the_packaged_sessions_of_the_assembly_follow_one_another() -> None:
    sessions = read_sessions(packaged_catalogue())
    opened = [sessions.find("UNGA", str(number)) for number in range(1, 82)]
    days = [one.opened for one in opened if one is not None]

    assert len(days) == 81
    assert days == sorted(days)
    assert [day.year for day in days] == list(range(1946, 2027))
