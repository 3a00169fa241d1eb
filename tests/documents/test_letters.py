"""The reader on letters with hand-made truth: nothing invented, little missed.

The floors are below what is reached, so that a change that loses something shows.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from averment.app import open_workbench
from averment.claims.reading import Reading
from averment.documents.address import AddressStatus

LETTERS = Path(__file__).parent / "letters"
NAMES = sorted(path.name.removesuffix(".truth.json") for path in LETTERS.glob("*.truth.json"))


def reading_of(name: str) -> Reading:
    path = LETTERS / f"{name}.txt"
    return open_workbench().read(path.read_bytes(), name=path.name)


READINGS: dict[str, Reading] = {}


@pytest.fixture(params=NAMES)
def letter(request: pytest.FixtureRequest) -> tuple[Reading, Mapping[str, Any]]:
    name = request.param
    if name not in READINGS:
        READINGS[name] = reading_of(name)
    truth = json.loads((LETTERS / f"{name}.truth.json").read_text("utf-8"))
    return READINGS[name], truth


def bare(address: str) -> str:
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def test_no_address_is_invented(letter: tuple[Reading, Mapping[str, Any]]) -> None:
    reading, truth = letter
    true = {bare(u["repaired"]) for u in truth["urls"] if u["repaired"]}
    unproved = {
        "".join((u["raw"] or "").split())
        for u in truth["urls"]
        if not (u["repaired"] or u.get("optional"))
    }

    for address in reading.addresses:
        if "".join(address.raw.split()) in unproved and address.repaired is not None:
            assert bare(address.repaired) in true


def test_every_span_lies_in_the_text_and_every_claim_stands_there(
    letter: tuple[Reading, Mapping[str, Any]],
) -> None:
    reading, _ = letter
    length = len(reading.document.text)

    for claim in reading.claims:
        assert 0 <= claim.span.start < claim.span.end <= length
        words = claim.span.of(reading.document.text)
        assert (words[0], words[-1]) == (claim.text[0], claim.text[-1])
        for allegation in claim.allegations:
            assert claim.span.holds(allegation.span)


def test_a_missing_address_has_no_words_and_a_proved_one_has(
    letter: tuple[Reading, Mapping[str, Any]],
) -> None:
    reading, _ = letter

    for address in reading.addresses:
        assert (address.status is AddressStatus.MISSING) == (address.raw == "")


def test_little_is_missed_over_all_letters() -> None:
    found = {"notes": 0, "addresses": 0, "symbols": 0, "dates": 0}
    asked = dict.fromkeys(found, 0)
    for name in NAMES:
        reading = READINGS.setdefault(name, reading_of(name))
        truth = json.loads((LETTERS / f"{name}.truth.json").read_text("utf-8"))
        pairs = {
            "notes": (
                {n["number"] for n in truth["footnotes"]},
                {note.number for note in reading.notes},
            ),
            "addresses": (
                {bare(u["repaired"]) for u in truth["urls"] if u["repaired"]},
                {bare(a.repaired) for a in reading.addresses if a.repaired},
            ),
            "symbols": (
                {
                    s["symbol"].replace(" ", "")
                    for s in truth["symbols"]
                    if not s.get("optional")
                },
                {s.symbol.replace(" ", "") for s in reading.symbols if s.symbol},
            ),
            "dates": (
                {truth["date"]} - {None},
                {reading.letterhead.date.value} if reading.letterhead.date else set(),
            ),
        }
        for what, (true, answer) in pairs.items():
            found[what] += len(true & answer)
            asked[what] += len(true)

    floors = {"notes": 0.95, "addresses": 0.93, "symbols": 0.9, "dates": 0.85}
    assert {what: found[what] / asked[what] >= floor for what, floor in floors.items()} == (
        dict.fromkeys(floors, True)
    )
