from dataclasses import replace

from averment.findings.checked import Checked
from averment.reports.grouping import grouped


def test_each_finding_stands_under_its_claim_its_note_or_the_document(checked: Checked) -> None:
    groups = grouped(checked.reading, checked.findings)

    assert [(claim.number, [f.code for f in found]) for claim, found in groups.claims] == [
        (1, ["SRC101", "FIG201", "FIG101"]),
        (3, ["CIT101"]),
    ]
    assert [(note.number, [f.code for f in found]) for note, found in groups.notes] == [
        ("1", ["CIT301"]),
        ("2", ["CIT302"]),
    ]
    assert [f.code for f in groups.document] == ["PRO301"]


def test_a_finding_that_names_nothing_stands_where_its_words_stand(checked: Checked) -> None:
    nameless = [replace(finding, claim=None, note=None) for finding in checked.findings]

    assert grouped(checked.reading, nameless) == grouped(checked.reading, nameless[::-1])
    assert [
        [f.code for f in found] for _, found in grouped(checked.reading, nameless).claims
    ] == [["SRC101", "FIG201", "FIG101"], ["CIT101"]]


def test_a_finding_on_an_unknown_claim_is_not_lost(checked: Checked) -> None:
    stray = replace(checked.findings[5], claim=99, note="99")

    assert grouped(checked.reading, [stray]).document == (stray,)
