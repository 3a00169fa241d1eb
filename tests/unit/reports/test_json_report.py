import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from averment.findings.checked import Checked
from averment.reports.json_report import json_reading, json_report

DESCRIPTION = Path(__file__).parents[3] / "docs" / "formats" / "report.md"


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= set(value):
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


def test_the_report_names_its_schema(checked: Checked) -> None:
    assert json.loads(json_report(checked))["schema"] == "averment.report/1"
    assert json.loads(json_reading(checked.reading))["schema"] == "averment.reading/1"


def test_every_quotation_is_what_stands_at_its_span(checked: Checked) -> None:
    report = json.loads(json_report(checked))
    text = report["reading"]["document"]["text"]
    spans = list(_spans(report))

    assert len(spans) > 40
    assert all(text[s["start"] : s["end"]] == s["quote"] for s in spans)


def test_the_passages_can_be_built_again(checked: Checked) -> None:
    report = json.loads(json_report(checked))

    assert [(p["words"], p["runs"]) for p in report["reading"]["document"]["passages"]] == [
        (p.flow.text, [list(run) for run in p.flow.runs])
        for p in checked.reading.document.passages
    ]


def test_a_finding_says_everything(checked: Checked) -> None:
    report = json.loads(json_report(checked))

    assert report["summary"] == {
        "findings": {"error": 2, "warning": 2, "note": 2, "ok": 1},
        "claims": 6,
        "notes": 3,
        "sources": 4,
        "addresses": {"intact": 1, "repaired": 1, "truncated": 1, "missing": 1},
    }
    assert report["findings"][-1] == {
        "code": "CIT302",
        "family": "CIT",
        "title": report["findings"][-1]["title"],
        "severity": "error",
        "span": {
            "start": 1040,
            "end": 1081,
            "quote": "https://epa.example/news/cluster sel html",
        },
        "place": "line 33",
        "message": "The address in note 2 cannot be opened as it is printed.",
        "remedy": "Open the candidates and print the one that shows the article.",
        "grounds": [],
        "claim": None,
        "note": "2",
        "candidates": [
            "https://epa.example/news/cluster_sel.html",
            "https://epa.example/news/cluster-sel.html",
        ],
    }


def test_every_field_is_described(checked: Checked) -> None:
    code = " ".join(re.findall(r"`([^`]+)`", DESCRIPTION.read_text("utf-8")))

    assert set(_keys(json.loads(json_report(checked)))) - set(re.findall(r"\w+", code)) == set()
