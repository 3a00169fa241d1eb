"""The qualification of a letter's allegations."""

from tests.unit.findings.law.lawbooks import lawbook, letter

from averment.findings.law.qualifications import qualifications
from averment.law.qualification import Branch

SHELLED = (
    "On 4 June 2010 Icelandic forces shelled a hospital in the town of Port Callis, in which "
    "doctors were operating."
)


def test_every_allegation_has_its_provisions_for_both_kinds_of_conflict() -> None:
    reading = letter("We write about one day.", told=SHELLED)

    (one,) = qualifications(reading, lawbook())

    assert one.branches == tuple(Branch)
    assert (one.qualification.act, "hospital" in one.qualification.targets) == (
        "attack_on_hospital",
        True,
    )
    assert 28 in {rule.number for rule in one.qualification.common.custom}


def test_elements_are_shown_by_words_of_the_letter_or_missing() -> None:
    reading = letter("We write about one day.", told=SHELLED)

    (one,) = qualifications(reading, lawbook())

    text = reading.document.text
    shown = {e.question: e.shown.of(text) for e in one.elements_shown if e.shown is not None}
    assert "operating" in " ".join(shown.values()) or "doctors" in " ".join(shown.values())
    assert all(element.shown is None for element in one.elements_missing)
    assert len(one.elements_shown) + len(one.elements_missing) == len(
        one.qualification.elements
    )


def test_the_parties_make_no_difference() -> None:
    book = lawbook()
    first = qualifications(letter("We write.", told=SHELLED), book)
    swapped = SHELLED.replace("Icelandic forces", "Luxembourg forces")
    second = qualifications(letter("We write.", told=swapped), book)

    assert [
        (one.qualification.branches, one.qualification.rights, one.branches) for one in first
    ] == [
        (one.qualification.branches, one.qualification.rights, one.branches) for one in second
    ]


def test_what_the_map_does_not_know_has_no_qualification() -> None:
    empty = "targets = []\nweapons = []\nentry = []\nnot_legal = []\n[families]\n[bundles]\n"

    found = qualifications(
        letter("We write.", told=SHELLED), lawbook(qualification__toml=empty)
    )

    assert found == ()


def test_agreed_findings_leave_one_kind_of_conflict() -> None:
    said = """
[one]
situation = "War of the Mills"
parties = ["ISL", "LUX"]
begun = "2010-01-01"
type = "niac"
asserted_by = "First Commission"
status = "agreed"
source = "LIST"
confidence = "verified"
"""
    told = SHELLED.replace("Port Callis", "Port Callis in Luxembourg")

    (one,) = qualifications(letter("We write.", told=told), lawbook(classifications__toml=said))

    assert one.branches == (Branch.NIAC,)
