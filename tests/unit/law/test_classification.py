from datetime import date

import pytest
from tests.catalogues import catalogue_of

from averment.catalogue.catalogue import Catalogue, packaged_catalogue
from averment.errors import InvalidCatalogueError
from averment.law.classification import conflicts_of, read_classifications
from averment.law.qualification import Branch
from averment.law.situation import branches_to_run, classifications
from averment.prose.states import states

DAY = date(2001, 6, 1)


def entry(key: str, kind: str, *, status: str = "agreed", parties: str = '"NRV", "EST"') -> str:
    return f"""
[{key}]
situation = "Conflict in Norvenia"
parties = [{parties}]
place = "Norvenia, Port Callis"
begun = "2001-01-01"
ended = "2001-12-31"
type = "{kind}"
asserted_by = "A court"
status = "{status}"
source = "LIST"
confidence = "verified"
"""


def shelf(*entries: str) -> Catalogue:
    return catalogue_of({"classifications.toml": "".join(entries)})


def test_an_agreed_classification_leaves_the_other_kind_of_conflict_out() -> None:
    found = classifications(["EST", "NRV"], DAY, catalogue=shelf(entry("A", "iac")))

    assert [one.id for one in found] == ["A"]
    # Whether a place was occupied is a question of fact that the assertion leaves open.
    assert branches_to_run(found) == (Branch.IAC, Branch.OCCUPATION)


def test_a_contested_one_runs_both() -> None:
    catalogue = shelf(entry("A", "niac_ap2", status="contested"))

    found = classifications(["NRV", "EST"], DAY, catalogue=catalogue)

    assert branches_to_run(found) == (Branch.IAC, Branch.NIAC, Branch.OCCUPATION)


def test_two_that_agree_on_different_conflicts_run_both() -> None:
    found = classifications(
        ["NRV", "EST"], DAY, catalogue=shelf(entry("A", "iac"), entry("B", "niac"))
    )

    assert branches_to_run(found) == (Branch.IAC, Branch.NIAC, Branch.OCCUPATION)


def test_occupation_runs_the_law_of_conflict_between_states_too() -> None:
    found = classifications(["NRV", "EST"], DAY, catalogue=shelf(entry("A", "occupation")))

    assert branches_to_run(found) == (Branch.IAC, Branch.OCCUPATION)


def test_where_nobody_has_spoken_there_may_have_been_no_armed_conflict() -> None:
    assert branches_to_run(()) == tuple(Branch)


def test_an_agreed_conflict_within_one_state_runs_its_branch_alone() -> None:
    catalogue = shelf(entry("A", "niac", parties='"NRV", "Front of Callis"'))

    found = classifications(["NRV"], DAY, catalogue=catalogue)

    assert branches_to_run(found) == (Branch.NIAC,)


def test_one_of_two_states_is_not_enough() -> None:
    catalogue = shelf(entry("A", "iac"))

    assert classifications(["NRV"], DAY, catalogue=catalogue) == ()
    assert len(classifications(["NRV"], DAY, "Port Callis", catalogue=catalogue)) == 1


@pytest.mark.parametrize("day", [date(2000, 12, 31), date(2002, 1, 1)])
def test_an_assertion_does_not_reach_beyond_its_days(day: date) -> None:
    assert classifications(["NRV", "EST"], day, catalogue=shelf(entry("A", "iac"))) == ()


def test_one_shared_party_is_not_enough_unless_the_place_fits() -> None:
    catalogue = shelf(entry("A", "niac", parties='"NRV", "Front of Callis"'))

    assert classifications(["NRV", "EST"], DAY, catalogue=catalogue) == ()
    assert len(classifications(["NRV", "EST"], DAY, "port callis", catalogue=catalogue)) == 1
    assert len(classifications(["NRV"], DAY, catalogue=catalogue)) == 1
    assert classifications(["EST"], DAY, "Port Callis", catalogue=catalogue) == ()
    assert classifications([], DAY, "Port Callis", catalogue=catalogue) == ()


def test_the_order_of_the_parties_does_not_matter() -> None:
    for one in read_classifications(packaged_catalogue()):
        forth = classifications(one.parties, one.begun)
        assert one in forth
        assert classifications(tuple(reversed(one.parties)), one.begun) == forth


def test_of_the_conflicts_of_a_state_those_on_which_all_agree_come_first() -> None:
    catalogue = shelf(
        entry("A", "iac", status="contested"), entry("N", "none"), entry("B", "niac")
    )

    found = conflicts_of(read_classifications(catalogue), "NRV", DAY)

    assert [one.id for one in found] == ["B", "A"]


def test_timbuktu_2012_is_on_record_as_a_conflict_that_is_not_between_states() -> None:
    found = classifications(["MLI"], date(2012, 7, 1), "Timbuktu")

    assert [one.id for one in found] == ["mali-timbuktu-2012"]
    assert branches_to_run(found) == (Branch.NIAC,)


def test_every_assertion_names_its_author_and_ends_after_it_begins() -> None:
    codes = {state.code for state in states()}

    for one in read_classifications(packaged_catalogue()):
        assert one.asserted_by
        assert one.situation
        assert one.ended is not None, "no document speaks of days after it"
        assert one.begun <= one.ended
        assert codes & set(one.parties)


@pytest.mark.parametrize("kind", ["war", ""])
def test_a_type_that_is_none_is_refused(kind: str) -> None:
    with pytest.raises(InvalidCatalogueError, match=r"classifications\.toml: A is broken"):
        read_classifications(shelf(entry("A", kind)))
