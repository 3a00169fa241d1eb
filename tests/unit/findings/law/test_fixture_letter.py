"""The legal claims of the example letter, rows L1 to L10 of the shared fixture."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from averment.claims.understand import understand
from averment.findings.finding import Finding, Severity
from averment.findings.law.check import check_law
from averment.law.bound import bound
from averment.law.lawbook import packaged_lawbook
from averment.law.standing import Answer
from averment.readers.plain import read_plain

_SHARED = Path(__file__).parents[5] / "shared"
_FIXTURE = _SHARED / "data" / "law" / "fixture_letter_claims.csv"
_LETTER = _SHARED / "letters" / "ngo-letter-2020.txt"
_BEGUN, _WRITTEN = date(2020, 9, 27), date(2020, 10, 27)

pytestmark = pytest.mark.skipif(
    not _FIXTURE.is_file() or not _LETTER.is_file(),
    reason="the shared fixture is not beside this checkout",
)


def expected() -> Mapping[str, str]:
    with _FIXTURE.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["expected_verdict"] for row in csv.DictReader(file)}


def answers(state: str, *instruments: str, day: date = _WRITTEN) -> set[Answer]:
    book = packaged_lawbook()
    return {bound(book, state, instrument, day).answer for instrument in instruments}


def findings() -> tuple[Finding, ...]:
    reading = understand(read_plain(_LETTER.read_bytes(), name=_LETTER.name))
    return tuple(check_law(reading, packaged_lawbook()))


def verdict(row: str) -> str:
    """Return what the catalogue says of one row, in the words of the fixture."""
    said = {
        "L1": answers("AZE", "GC4-1949", day=_BEGUN) == {Answer.BOUND},
        "L2": answers("AZE", "GENOCIDE-1948") == {Answer.BOUND},
        "L3": answers("AZE", "CRC-1989") == {Answer.BOUND},
        "L4": answers("AZE", "HAGUE-P2-1999") == {Answer.BOUND},
        "L6": Answer.BOUND in answers("AZE", "AP1-1977"),
        "L7": Answer.BOUND
        in answers("AZE", "CCM-2008", "CCW-1980", "APMBC-1997")
        | answers("ARM", "CCM-2008", "CCW-1980", "APMBC-1997"),
        "L8": Answer.BOUND in answers("ARM", "MERC-1989"),
        "L9": answers("AZE", "MERC-1989") == {Answer.BOUND},
        "L10": Answer.BOUND in answers("AZE", "ROME-1998") | answers("ARM", "ROME-1998"),
    }
    if row == "L5":
        told = [one for one in findings() if one.code == "LAW101"]
        acceded = all("Accession deposited" in one.message for one in told)
        return "SUPPORTED_WITH_PRECISION" if len(told) == 4 and acceded else "OPEN"
    return "SUPPORTED" if said[row] else "NOT_SUPPORTED"


@pytest.mark.parametrize("row", [f"L{number}" for number in range(1, 11)])
def test_the_verdict_is_that_of_the_fixture(row: str) -> None:
    assert verdict(row) == expected()[row]


def test_nothing_is_overclaimed_and_little_is_asked() -> None:
    found = findings()

    assert [one for one in found if one.severity >= Severity.WARNING] == []
    assert len([one for one in found if one.severity is Severity.NOTE]) <= 6
