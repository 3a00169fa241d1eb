"""What a resolution's number alone says: its year, its session, or that it cannot be."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

_FIRST_YEAR = 1946
_LATEST_NUMBER = 2999
"""The Security Council is far from it; a greater number is no resolution of the Council."""
_FIRST_SESSION_IN_FIGURES = 31
_LAST_SESSION = 120
_HRC_FIRST_YEAR = 2006
_HRC_SESSIONS_A_YEAR = 3
_LARGEST_HRC_NUMBER = 70
_LARGEST_GA_NUMBER = 450
_SLACK_YEARS = 1


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("averment.un_record").joinpath("numbering.toml").read_text("utf-8")
    )


def year_of_resolution(number: int) -> str | None:
    """Return the year of a Security Council resolution, or None where the table ends.

    >>> year_of_resolution(822), year_of_resolution(2900)
    ('1993', None)
    """
    tables = _tables()
    for table in ("security_council", "security_council_reached"):
        for year, (first, last) in tables[table].items():
            if first <= number <= last:
                return str(year)
    return None


def is_security_council(number: int, year: int | None) -> bool:
    """Say whether the Security Council may have adopted this number in this year."""
    if not 1 <= number <= _LATEST_NUMBER:
        return False
    if year is None:
        return True
    known = year_of_resolution(number)
    if known is not None:
        return int(known) == year
    last_year, (_, last) = list(_tables()["security_council"].items())[-1]
    return number > last and year > int(last_year)


def session_of_old_resolution(number: int) -> str | None:
    """Return the Roman session of a General Assembly resolution cited by number alone."""
    session: str | None = _tables()["general_assembly"].get(str(number))
    return session


def is_general_assembly(session: int, number: int, year: int | None) -> bool:
    """Say whether session/number may be the General Assembly's, adopted in `year`."""
    if (
        not _FIRST_SESSION_IN_FIGURES <= session <= _LAST_SESSION
        or not 1 <= number <= _LARGEST_GA_NUMBER
    ):
        return False
    # Session n opens in September of 1945 + n and is resumed in the year after.
    return year is None or year - (_FIRST_YEAR - 1 + session) in {0, 1}


def is_human_rights_council(session: int, number: int, year: int | None) -> bool:
    """Say whether session/number may be the Human Rights Council's, adopted in `year`."""
    if session < 1 or not 1 <= number <= _LARGEST_HRC_NUMBER:
        return False
    opened = _HRC_FIRST_YEAR + (session - 1) // _HRC_SESSIONS_A_YEAR
    return year is None or abs(year - opened) <= _SLACK_YEARS


def year_of_security_council_document(number: int) -> int:
    """Return the year, good to about one, in which a running number was reached."""
    landmarks = _tables()["security_council_documents"]["landmarks"]
    return max((year for first, year in landmarks if first <= number), default=_FIRST_YEAR)


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_LAST_ROMAN_SESSION = 30
_ASSEMBLY_NUMBERS_A_SESSION = 50
"""The Assembly reached number 95 in its first session and 3485 in its thirtieth, about 110 a
session; the Economic and Social Council adopted about 30 a session: between them lies 50."""
_FIRST_SESSIONS = 2


def roman_body(number: int, session: str) -> str | None:
    """Return whose resolution number (session) is, by how far each body's numbers had run.

    >>> roman_body(2625, "XXV"), roman_body(1503, "XLVIII"), roman_body(728, "XXVIII")
    ('UNGA', 'ECOSOC', 'ECOSOC')
    """
    if "-" in session:
        return "UNGA"
    value = roman_value(session)
    if value <= _FIRST_SESSIONS or value > _LAST_ROMAN_SESSION:
        return "UNGA" if value <= _FIRST_SESSIONS else "ECOSOC"
    return "UNGA" if number > _ASSEMBLY_NUMBERS_A_SESSION * value else "ECOSOC"


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral of the letters I, V, X and L."""
    values = [_ROMAN_VALUES[sign] for sign in numeral]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )
