"""The claims of the example letter on the record, rows L11 to L17 of the shared fixture."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from averment.catalogue.catalogue import packaged_catalogue
from averment.catalogue.provenance import Confidence, Provenance, Source
from averment.claims.understand import understand
from averment.findings.finding import Finding, Severity
from averment.findings.record.check import check_record
from averment.readers.plain import read_plain
from averment.un_record.ballot import Manner, VoteRecord
from averment.un_record.catalogue_record import CatalogueRecord
from averment.un_record.record import Ballot, Record, RecordText
from averment.un_record.resolution import Resolution

_SHARED = Path(__file__).parents[5] / "shared"
_FIXTURE = _SHARED / "data" / "law" / "fixture_letter_claims.csv"
_LETTER = _SHARED / "letters" / "ngo-letter-2020.txt"
_TEXTS = _SHARED / "data" / "law" / "sc" / "texts_1993_nk"
_FOUR = tuple(f"S/RES/{number} (1993)" for number in (822, 853, 874, 884))
_ASSEMBLY = "A/RES/62/243"

pytestmark = pytest.mark.skipif(
    not _FIXTURE.is_file() or not _LETTER.is_file() or not _TEXTS.is_dir(),
    reason="the shared fixture is not beside this checkout",
)


class _Imported:
    """The texts beside the fixture, as a user would import them."""

    def resolutions(self, symbol: str) -> tuple[Resolution, ...]:
        del symbol
        return ()

    def votes(self, symbol: str) -> tuple[VoteRecord, ...]:
        del symbol
        return ()

    def ballots(self, state: str, *, body: str, session: str) -> tuple[Ballot, ...]:
        del state, body, session
        return ()

    def texts(self, symbol: str) -> tuple[RecordText, ...]:
        if symbol not in _FOUR:
            return ()
        number = symbol.removeprefix("S/RES/").partition(" ")[0]
        (path,) = _TEXTS.glob(f"S_RES_{int(number):04}_1993_*.txt")
        source = Source(
            key="IMPORTED",
            title="imported text",
            kind="dataset",
            rank=4,
            as_of=date(2025, 4, 9),
        )
        provenance = Provenance(source, Confidence.SINGLE_SOURCE)
        text = path.read_text(encoding="utf-8")
        return (RecordText(symbol=symbol, text=text, provenance=provenance),)

    def totals(self) -> Mapping[str, int]:
        return {"texts": len(_FOUR)}


def expected() -> Mapping[str, str]:
    with _FIXTURE.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["expected_verdict"] for row in csv.DictReader(file)}


@cache
def findings(*, texts: bool) -> tuple[Finding, ...]:
    packaged = CatalogueRecord(packaged_catalogue())
    reading = understand(read_plain(_LETTER.read_bytes(), name=_LETTER.name))
    found = check_record(
        reading,
        Record((packaged, _Imported()) if texts else (packaged,)),
        memberships=packaged.memberships,
        sessions=packaged.sessions,
    )
    return tuple(sorted(found, key=lambda one: (one.span, one.code, one.message)))


def said(code: str, *words: str, texts: bool = False) -> bool:
    """Say whether a finding of this code has all these words."""
    return any(
        one.code == code and all(word in one.message for word in words)
        for one in findings(texts=texts)
    )


def verdict(row: str) -> str:
    """Return what the findings say of one row, in the words of the fixture."""
    supported = {
        "L11": said("REC129", _ASSEMBLY, "2008-03-14", "borne out"),
        "L12": said("REC101", _ASSEMBLY, "39 in favour", "100 abstaining", "borne out"),
        "L13": said(
            "REC131",
            "permanent members",
            "France, Russian Federation and United States against",
            "China and United Kingdom abstaining",
        ),
        "L16": said("REC130", *_FOUR, "adopted unanimously"),
    }
    context = {
        "L14": said(
            "REC104",
            "7 against",
            "Angola, Armenia, France, India, Russian Federation, United States and Vanuatu",
        ),
        "L15": said("REC125", _ASSEMBLY, "recommendation", "39 votes to 7")
        and said("REC123", "present and voting"),
    }
    if row in supported:
        return "SUPPORTED" if supported[row] else "NOT_SUPPORTED"
    if row in context:
        return "CONTEXT" if context[row] else ""
    shown = said("REC132", *_FOUR, texts=True) and said("REC119", *_FOUR)
    return "CHECK_WORDING" if shown else ""


@pytest.mark.parametrize("row", [f"L{number}" for number in range(11, 18)])
def test_the_findings_give_the_verdict_of_the_fixture(row: str) -> None:
    assert verdict(row) == expected()[row]


def test_the_four_resolutions_are_on_record_as_unanimous() -> None:
    packaged = CatalogueRecord(packaged_catalogue())

    assert [packaged.votes(symbol)[0].manner for symbol in _FOUR] == [Manner.UNANIMOUS] * 4
    assert [packaged.resolutions(symbol)[0].adopted_on for symbol in _FOUR] == [
        date(1993, 4, 30),
        date(1993, 7, 29),
        date(1993, 10, 14),
        date(1993, 11, 12),
    ]


def test_the_whole_operative_part_is_shown_beside_what_the_letter_tells_of_it() -> None:
    (shown,) = [one for one in findings(texts=True) if one.code == "REC132"]
    grounds = [ground.text for ground in shown.grounds]

    assert len(grounds) == 5 + 14 + 13 + 9
    assert sum("Government of" in text and "Armenia" in text for text in grounds) >= 2
    assert any("humanitarian law" in text for text in grounds)


def test_the_letter_has_one_warning_and_no_error_of_this_family() -> None:
    heavy = [one for one in findings(texts=False) if one.severity >= Severity.WARNING]

    assert [(one.code, one.severity) for one in heavy] == [("REC104", Severity.WARNING)]
