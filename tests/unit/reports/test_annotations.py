import json
from dataclasses import replace
from pathlib import Path

from averment.claims.reading import Reading
from averment.documents.span import Span
from averment.reports.annotations import annotations, annotations_text
from averment.un_record.mention import SymbolMention

DESCRIPTION = Path(__file__).parents[3] / "docs" / "formats" / "annotations.md"
FIELDS = {
    "doc", "date", "addressee", "signatories", "footnotes", "urls", "citations", "instruments",
    "symbols", "votes", "allegations", "asks",
}  # fmt: skip


def test_the_shape_has_its_fields(reading: Reading) -> None:
    found = json.loads(annotations_text(reading))

    assert set(found) == FIELDS
    assert (found["doc"], found["date"]) == ("appeal", "2031-03-12")
    assert found["signatories"] == ["Ana Bell", "Harbour Rights Collective"]


def test_a_note_has_its_anchor_and_its_marker(reading: Reading) -> None:
    found = json.loads(annotations_text(reading))["footnotes"][0]

    assert found == {
        "number": "1",
        "anchor_text": "two injured;",
        "anchor_offset": [333, 345],
        "marker_raw": "¹",
        "raw": reading.document.text[831:998],
        "raw_offset": [831, 998],
    }


def test_an_address_is_given_only_where_it_is_proved(reading: Reading) -> None:
    found = json.loads(annotations_text(reading))["urls"]

    assert [(u["status"], u["repaired"], u["damage"]) for u in found] == [
        (
            "repaired",
            "https://courier.example/2031/03/library-of-port-callis-shelled",
            ["wrap_space", "tracking_param", "stray_gt"],
        ),
        ("truncated", None, ["dot_to_space"]),
        ("intact", "javascript:alert(1)", []),
        ("missing", None, ["missing"]),
    ]
    assert found[3]["raw"] is None


def test_a_host_stands_for_a_publisher_who_is_not_named(reading: Reading) -> None:
    bare = replace(reading.citations[0], publisher=None)

    found = annotations_text(replace(reading, citations=(bare,)))

    assert json.loads(found)["citations"][0]["publisher"] == "courier.example"


def test_an_allegation_has_its_figures_and_its_notes(reading: Reading) -> None:
    first, second = json.loads(annotations_text(reading))["allegations"]

    assert {k: v for k, v in first.items() if k not in {"summary", "quote"}} == {
        "offset": [220, 345],
        "date": "2031-03-03",
        "place": "Port Callis",
        "alleged_perpetrator": "armed forces of Norvenia",
        "act_type": "shelling",
        "target_type": "cultural_property",
        "weapon": None,
        "victims": {"killed": 4, "injured": 2},
        "attributed_to": None,
        "stance": "asserted",
        "footnotes": ["1"],
    }
    assert (second["attributed_to"], second["stance"]) == ("Estavian Press Agency", "reported")


def test_every_quotation_stands_in_the_letter(reading: Reading) -> None:
    found = json.loads(annotations_text(reading))
    text = reading.document.text

    for field, key in (("allegations", "quote"), ("asks", "quote"), ("votes", "quote")):
        for entry in found[field]:
            start, end = entry["offset"]
            assert text[start:end] == entry[key]


def test_a_resolution_is_a_symbol_and_an_instrument(reading: Reading) -> None:
    found = json.loads(annotations_text(reading))

    assert [s["symbol"] for s in found["symbols"]] == ["A/RES/62/243"]
    assert [i["canonical_id"] for i in found["instruments"]] == [
        "HAGUE-1954",
        "UNGA:A/RES/62/243",
    ]


def test_a_set_of_resolutions_is_an_instrument_under_its_own_name(reading: Reading) -> None:
    mention = SymbolMention(span=Span(0, 7), symbol=None, group="UNSC:SAFE-AREAS-1993")
    found = annotations(replace(reading, symbols=(mention,), instruments=()))

    assert found["symbols"] == []
    assert found["instruments"] == [
        {
            "text": "Harbour",
            "offset": [0, 7],
            "canonical_id": "UNSC:SAFE-AREAS-1993",
            "provision": None,
        }
    ]


def test_every_field_is_described(reading: Reading) -> None:
    words = DESCRIPTION.read_text("utf-8")

    assert {field for field in annotations(reading) if f"`{field}`" not in words} == set()
