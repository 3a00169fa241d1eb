from dataclasses import replace

from averment.documents.address import Damage
from averment.findings.checked import Checked
from averment.findings.finding import Severity
from averment.reports.summary import (
    DAMAGE_WORDS,
    at_least,
    counted,
    in_text_order,
    stem,
    step_words,
    summarise,
    worst_first,
)


def test_the_summary_is_one_line_with_the_worst_first(checked: Checked) -> None:
    assert str(summarise(checked)) == (
        "2 errors, 2 warnings, 2 notes; 6 claims checked, 1 point borne out; "
        "4 addresses: 1 intact, 1 repaired, 1 cannot be proved, 1 missing"
    )


def test_a_letter_without_anything_has_a_summary_too(checked: Checked) -> None:
    empty = replace(checked.reading, claims=(), addresses=(), notes=(), sources=())

    assert str(summarise(Checked(reading=empty, findings=()))) == (
        "0 errors, 0 warnings, 0 notes; 0 claims checked; 0 addresses"
    )


def test_one_is_singular() -> None:
    assert [counted(n, "error", "errors") for n in (0, 1, 2)] == [
        "0 errors",
        "1 error",
        "2 errors",
    ]


def test_findings_can_be_ordered_by_weight_and_by_place(checked: Checked) -> None:
    assert [f.code for f in worst_first(checked.findings)] == [
        "CIT101", "CIT302", "PRO301", "CIT301", "SRC101", "FIG201", "FIG101",
    ]  # fmt: skip
    assert [f.code for f in in_text_order(checked.findings)] == [
        "PRO301", "SRC101", "FIG101", "FIG201", "CIT101", "CIT301", "CIT302",
    ]  # fmt: skip


def test_findings_can_be_chosen_by_weight(checked: Checked) -> None:
    assert [f.code for f in at_least(checked.findings, Severity.ERROR)] == ["CIT302", "CIT101"]


def test_every_damage_has_words() -> None:
    assert set(DAMAGE_WORDS) == set(Damage)


def test_each_step_of_a_repair_says_how_it_is_known(checked: Checked) -> None:
    assert step_words(checked.reading.addresses[0]) == (
        "white space from a line end: an address does not end with a hyphen",
        "tracking parameter: utm_source says who sent the reader",
        "stray “>” at the end: “>” opens nothing",
    )


def test_the_stem_of_a_name_has_no_folder_and_no_last_ending(checked: Checked) -> None:
    document = checked.reading.document

    assert [
        stem(replace(document, name=name))
        for name in ("a/b.c.txt", "C:\\x\\letter.docx", "letter", ".hidden", "dir.x/letter")
    ] == ["b.c", "letter", "letter", ".hidden", "letter"]
