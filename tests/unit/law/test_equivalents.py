from averment.catalogue.catalogue import packaged_catalogue
from averment.law.equivalents import equivalent_rules


def rules(provision: str, instrument: str = "AP1-1977") -> tuple[int, ...]:
    return equivalent_rules(packaged_catalogue(), instrument, provision)


def test_a_paragraph_has_its_own_rules() -> None:
    assert rules("art. 51(2)") == (1, 2)
    assert rules("art. 51(5)(b)") == (14,)
    assert rules("art. 57(2)(a)(iii)") == (18,)


def test_a_step_that_is_not_compared_takes_the_one_above_it() -> None:
    assert rules("art. 51(4)(a)") == rules("art. 51(4)") == (11, 12)


def test_a_paragraph_that_may_not_be_custom_gets_none_of_its_article() -> None:
    """Reprisals against civilians: the study found no rule."""
    assert rules("art. 51(6)") == ()


def test_an_article_without_paragraphs_answers_for_all_of_them() -> None:
    assert rules("art. 48") == rules("art. 48(1)") == (1, 7)


def test_a_whole_article_and_a_range_gather() -> None:
    assert set(rules("art. 51(2)")) < set(rules("art. 51"))
    assert set(rules("art. 48")) < set(rules("art. 48-51"))


def test_what_is_no_article_has_none() -> None:
    assert rules("") == rules("preamble") == rules("art. 999") == ()
    assert rules("art. 3", "NO-SUCH-1999") == ()
