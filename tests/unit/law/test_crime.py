from datetime import date

import pytest
from tests.catalogues import catalogue_of

from averment.catalogue.catalogue import packaged_catalogue
from averment.errors import InvalidCatalogueError
from averment.law.crime import CrimeBranch, crime, read_crimes

HEADER = "ref,statute,branch,label,since,applies_to,elements,source,confidence\n"
FAMILIES = '[families.war]\nelements = [{ question = "Tied to a conflict." }]\n[crimes]\n'


def test_the_statute_has_84_entries_under_four_articles() -> None:
    crimes = read_crimes(packaged_catalogue())

    heads = [ref.split("(")[0] for ref in crimes]
    assert {head: heads.count(head) for head in heads} == {"6": 5, "7": 11, "8": 60, "8 bis": 8}


def test_starvation_outside_conflicts_between_states_came_with_the_amendment_of_2019() -> None:
    found = crime("8(2)(e)(xix)")

    assert found is not None
    assert found.branch is CrimeBranch.NIAC
    assert found.applies_to == "ROME-AM-STARVATION-2019"
    assert found.condition == "Only for Parties that accepted the amendment (article 121(5))."
    assert not found.was_there_on(date(2021, 10, 13))
    assert found.was_there_on(date(2021, 10, 14))


def test_a_crime_of_1998_has_no_condition_and_begins_with_the_statute() -> None:
    found = crime("8(2)(b)(iv)")

    assert found is not None
    assert found.condition == ""
    assert not found.was_there_on(date(2002, 6, 30))
    assert found.was_there_on(date(2002, 7, 1))


@pytest.mark.parametrize(
    ("ref", "told"),
    [
        ("6(a)", "intent to destroy"),
        ("7(1)(a)", "widespread or systematic"),
        ("7(1)(h)", "discriminatory ground"),
        ("7(1)(i)", "refusal to acknowledge"),
        ("8(2)(a)(ii)", "purpose"),
        ("8(2)(b)(iv)", "Clearly excessive"),
        ("8 bis(1)", "manifest violation"),
    ],
)
def test_the_element_that_makes_the_crime_is_marked(ref: str, told: str) -> None:
    found = crime(ref)

    assert found is not None
    assert any(told in element.question for element in found.elements if element.special)


def test_a_reference_that_the_statute_does_not_have_names_no_crime() -> None:
    assert crime("8(2)(e)(xx)") is None


@pytest.mark.parametrize(
    ("row", "families"),
    [
        ("8(2)(a)(i),ROME,sea,Killing,2002-07-01,ROME,war,LIST,verified", FAMILIES),
        ("8(2)(a)(i),ROME,iac,Killing,2002-07-01,ROME,none,LIST,verified", FAMILIES),
        ("8(2)(a)(i),ROME,iac,Killing,someday,ROME,war,LIST,verified", FAMILIES),
        ("8(2)(a)(i),ROME,iac,Killing,2002-07-01,ROME,war,LIST,verified", "[families]\n"),
        (
            "8(2)(a)(i),ROME,iac,Killing,2002-07-01,ROME,war,LIST,verified",
            FAMILIES + '[crimes."9(1)"]\nelements = []\n',
        ),
    ],
)
def test_a_broken_table_is_refused(row: str, families: str) -> None:
    files = {"crimes.csv": HEADER + row + "\n", "elements.toml": families}

    with pytest.raises(InvalidCatalogueError):
        read_crimes(catalogue_of(files))
