import pytest
from tests.catalogues import catalogue_of

from averment.catalogue.catalogue import packaged_catalogue
from averment.errors import InvalidCatalogueError
from averment.law.custom import Reach, customary_rule, read_customary_rules

HEADER = "rule,label,iac,niac,source,confidence,note\n"


def test_the_study_has_161_rules_and_134_hold_alike_in_both_kinds_of_conflict() -> None:
    rules = read_customary_rules(packaged_catalogue())

    assert list(rules) == list(range(1, 162))
    assert sum(rule.is_common for rule in rules.values()) == 134


def test_no_rule_of_another_number_is_found() -> None:
    assert customary_rule(0) is None
    assert customary_rule(162) is None


def test_prisoner_of_war_status_is_a_rule_of_conflicts_between_states_only() -> None:
    rule = customary_rule(106)

    assert rule is not None
    assert (rule.iac, rule.niac, rule.is_common) == (Reach.YES, Reach.NO, False)


def test_a_rule_in_two_parts_holds_in_both_and_is_not_common() -> None:
    rule = customary_rule(129)

    assert rule is not None
    assert (rule.iac, rule.niac, rule.is_common) == (Reach.PARTIAL, Reach.PARTIAL, False)
    assert rule.note


@pytest.mark.parametrize(
    "row",
    [
        "one,Distinction,yes,yes,LIST,verified,",
        "1,Distinction,yes,perhaps,LIST,verified,",
        "1,Distinction,yes,yes,NOWHERE,verified,",
    ],
)
def test_a_broken_row_is_refused(row: str) -> None:
    catalogue = catalogue_of({"customary_rules.csv": HEADER + row + "\n"})

    with pytest.raises(InvalidCatalogueError, match=r"customary_rules\.csv, line 2"):
        read_customary_rules(catalogue)
