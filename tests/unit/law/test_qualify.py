import pytest
from tests.catalogues import catalogue_of

from averment.documents.span import Span
from averment.errors import InvalidCatalogueError, UnknownNameError
from averment.law.element import Element, Fact, Facts, hold_against
from averment.law.qualification import Branch, BranchRules, Region
from averment.law.qualification_map import read_qualification_map
from averment.law.qualify import Alleged, qualify, qualify_allegation

SMALL_MAP = """
targets = ["hospital"]
weapons = ["drone"]
[[not_legal]]
act = "violations"
reason = "It sums up."
[families]
attack = ["shelling"]
[bundles]
basic = ["AP1:48", "AP1:9"]
[[entry]]
families = ["attack"]
iac = ["@basic", "AP1:51(2)"]
niac = ["GC4-1949:3"]
occupation = ["GC4-1949:53"]
peace = ["X:2"]
always = ["X:1"]
custom = [7, 1, 3]
crimes_iac = ["8(2)(b)(i)"]
rights = ["X:3"]
elements = [{ question = "Where?", shown_by = "place" }]
traps = ["A trap."]
[[entry]]
families = ["attack"]
targets = ["hospital"]
iac = ["AP1:12", "AP1:48"]
custom = [28]
traps = ["A trap.", "Another."]
"""
SMALL = {
    "qualification.toml": SMALL_MAP,
    "provisions.csv": (
        "instrument,article,paragraphs,label,source,confidence\n"
        "AP1,1-102,?,,LIST,verified\nAP1,48,~1,Distinction,LIST,verified\n"
        "GC4-1949,1-159,?,,LIST,verified\nX,1-3,?,,LIST,verified\n"
    ),
    "customary_rules.csv": (
        "rule,label,iac,niac,source,confidence,note\n"
        "1,Distinction,yes,yes,LIST,verified,\n3,Combatants,yes,no,LIST,verified,\n"
        "7,Objects,yes,yes,LIST,verified,\n28,Medical units,yes,arguable,LIST,verified,\n"
    ),
    "crimes.csv": (
        "ref,statute,branch,label,since,applies_to,elements,source,confidence\n"
        "8(2)(b)(i),ROME,iac,Attacking civilians,2002-07-01,ROME,war,LIST,verified\n"
    ),
    "elements.toml": (
        '[families.war]\nelements = [{ question = "Tied to a conflict." }]\n'
        '[crimes."8(2)(b)(i)"]\n'
        'elements = [{ question = "Aimed at civilians.", special = true, words = ["aimed"] }]\n'
    ),
}


def refs(rules: BranchRules) -> list[str]:
    return [norm.ref for norm in rules.provisions]


def test_entries_that_fit_are_added_up_each_thing_once() -> None:
    found = qualify("shelling", target="hospital", catalogue=catalogue_of(SMALL))

    assert {branch: refs(rules) for branch, rules in found.branches.items()} == {
        Branch.IAC: ["AP1:9", "AP1:12", "AP1:48", "AP1:51(2)", "X:1"],
        Branch.NIAC: ["GC4-1949:3", "X:1"],
        Branch.OCCUPATION: ["GC4-1949:53", "X:1"],
        Branch.PEACE: ["X:1", "X:2"],
    }
    assert [rule.number for rule in found.branches[Branch.IAC].custom] == [1, 3, 7, 28]
    assert [rule.number for rule in found.branches[Branch.NIAC].custom] == [1, 7, 28]
    assert [crime.ref for crime in found.branches[Branch.IAC].crimes] == ["8(2)(b)(i)"]
    assert [norm.ref for norm in found.rights] == ["X:3"]
    assert [element.question for element in found.elements] == ["Where?", "Aimed at civilians."]
    assert found.traps == ("A trap.", "Another.")


def test_what_holds_however_the_conflict_is_classified_comes_first() -> None:
    found = qualify("shelling", catalogue=catalogue_of(SMALL))

    assert [rule.number for rule in found.common.custom] == [1, 7]
    assert [norm.ref for norm in found.common.provisions] == ["GC4-1949:3", "X:1"]
    only = found.only_in(Branch.IAC)
    assert refs(only) == ["AP1:9", "AP1:48", "AP1:51(2)"]
    assert [rule.number for rule in only.custom] == [3]


def test_without_the_target_its_refinement_stays_away() -> None:
    found = qualify("shelling", weapon="drone", catalogue=catalogue_of(SMALL))

    assert "AP1:12" not in refs(found.branches[Branch.IAC])
    assert (found.targets, found.weapon) == ((), "drone")


def test_those_harmed_refine_as_a_target_does() -> None:
    catalogue = catalogue_of(SMALL)

    by_victims = qualify("shelling", victims=["hospital"], catalogue=catalogue)

    assert by_victims == qualify("shelling", target="hospital", catalogue=catalogue)


def test_an_act_that_sums_up_engages_nothing_and_says_why() -> None:
    found = qualify("violations")

    assert (
        found.none_because == "It sums up: no act is told apart, so no provision can be named."
    )
    assert all(rules == BranchRules() for rules in found.branches.values())


@pytest.mark.parametrize(
    ("act", "target", "weapon", "hint"),
    [
        ("shellin", None, None, "did you mean shelling"),
        ("shelling", "hospitl", None, "did you mean hospital"),
        ("shelling", None, "dron", "did you mean drone"),
        ("", None, None, "see the vocabulary"),
    ],
)
def test_an_unknown_id_is_refused_with_the_nearest(
    act: str, target: str | None, weapon: str | None, hint: str
) -> None:
    with pytest.raises(UnknownNameError, match=hint):
        qualify(act, target=target, weapon=weapon)


def test_elements_are_held_against_the_letters_own_words() -> None:
    text = "They said that shells aimed\nat the market of Port Callis fell at noon."
    facts = Facts(text=text, start=100, spans={Fact.PLACE: Span(140, 151)})

    found = qualify_allegation(
        Alleged(act="shelling", facts=facts), catalogue=catalogue_of(SMALL)
    )

    assert [(element.question, element.shown) for element in found.elements] == [
        ("Where?", Span(140, 151)),
        ("Aimed at civilians.", Span(122, 127)),
    ]
    assert found.not_shown == ()
    assert len(found.shown) == 2


def test_words_count_whole_across_line_breaks_and_whatever_their_case() -> None:
    element = Element(question="?", words=("military objective", "aim"))

    def shown(text: str) -> Span | None:
        return hold_against([element], Facts(text=text))[0].shown

    assert shown("no Military\nobjective was near") == Span(3, 21)
    assert shown("claimed") is None


def test_words_are_asked_for_even_where_the_field_is_there() -> None:
    element = Element(question="?", words=("civilians",), shown_by=Fact.VICTIMS)
    facts = Facts(text="three soldiers died", spans={Fact.VICTIMS: Span(0, 14)})

    assert hold_against([element], facts)[0].shown is None


def test_a_hospital_is_protected_in_both_kinds_of_conflict() -> None:
    found = qualify("attack_on_hospital", target="hospital")

    assert {"GC4-1949:18", "GC4-1949:19", "AP1-1977:12"} <= set(
        refs(found.branches[Branch.IAC])
    )
    assert {"AP2-1977:11", "GC4-1949:3"} <= set(refs(found.branches[Branch.NIAC]))
    assert {25, 28, 30} <= {rule.number for rule in found.common.custom}
    assert "8(2)(b)(xxiv)" in {crime.ref for crime in found.branches[Branch.IAC].crimes}
    assert "8(2)(e)(ii)" in {crime.ref for crime in found.branches[Branch.NIAC].crimes}


def test_genocide_asks_for_the_special_intent() -> None:
    found = qualify("genocide")

    assert [crime.ref for crime in found.crimes] == ["6(a)", "6(b)", "6(c)", "6(d)", "6(e)"]
    assert any(
        element.special and "intent to destroy" in element.question
        for element in found.elements
    )


def test_norms_of_a_region_are_marked_and_come_last() -> None:
    marked = SMALL_MAP.replace("[families]\n", '[regions]\neurope = ["AP1"]\n[families]\n')
    catalogue = catalogue_of(
        {**SMALL, "qualification.toml": marked.replace('"X:3"', '"AP1:9", "X:3"')}
    )

    found = qualify("shelling", catalogue=catalogue)

    assert [(norm.ref, norm.region) for norm in found.rights] == [
        ("X:3", None),
        ("AP1:9", Region.EUROPE),
    ]
    assert [norm.ref for norm in found.rights_for([Region.AFRICA])] == ["X:3"]
    assert found.rights_for([Region.EUROPE]) == found.rights


def test_a_provision_says_when_it_reaches_an_act_at_all() -> None:
    told = '[conditions]\nAP1 = "In general."\n"AP1:9" = "In particular."\n[families]\n'
    catalogue = catalogue_of(
        {**SMALL, "qualification.toml": SMALL_MAP.replace("[families]\n", told)}
    )

    norms = qualify("shelling", catalogue=catalogue).branches[Branch.IAC].provisions

    assert {norm.ref: norm.condition for norm in norms} == {
        "AP1:9": "In particular.",
        "AP1:48": "In general.",
        "AP1:51(2)": "In general.",
        "X:1": "",
    }


def test_the_threshold_of_the_second_protocol_is_told_beside_it() -> None:
    norms = qualify("shelling").branches[Branch.NIAC].provisions

    assert all(
        norm.condition.startswith("Above the threshold")
        for norm in norms
        if norm.instrument == "AP2-1977"
    )


@pytest.mark.parametrize(
    ("act", "target", "branch", "ref"),
    [
        ("shelling", "homes", Branch.IAC, "HAGUEREG-1907:27"),
        ("attack_on_school", "school", Branch.IAC, "HAGUEREG-1907:27"),
        ("attack", "displaced_persons", Branch.IAC, "AP1-1977:73"),
        ("attack", "vessel", Branch.IAC, "GC2-1949:22"),
        ("airstrike", "women", Branch.IAC, "GC4-1949:27"),
        ("arson", "homes", Branch.NIAC, "GC4-1949:3"),
        ("abduction", None, Branch.IAC, "GC4-1949:34"),
        ("environmental_harm", None, Branch.PEACE, "ENMOD-1976:1"),
        ("ceasefire_violation", None, Branch.NIAC, "AP2-1977:18"),
    ],
)
def test_a_provision_that_does_not_speak_of_such_an_act_is_not_named(
    act: str, target: str | None, branch: Branch, ref: str
) -> None:
    assert ref not in refs(qualify(act, target=target).branches[branch])


@pytest.mark.parametrize(
    ("act", "target", "weapon", "rule"),
    [
        ("killing", "civilians", "artillery", 14),
        ("killing", "civilians", None, 1),
        ("attack_on_school", "school", None, 38),
        ("shelling", "homes", None, 2),
        ("arson", "homes", None, 50),
        ("ceasefire_violation", "humanitarian", None, 55),
    ],
)
def test_the_rule_that_counsel_would_ask_for_is_there(
    act: str, target: str | None, weapon: str | None, rule: int
) -> None:
    found = qualify(act, target=target, weapon=weapon)

    assert rule in {one.number for one in found.common.custom}


@pytest.mark.parametrize(
    ("act", "crime"),
    [
        ("cluster_munition_use", "8(2)(b)(xx)"),
        ("execution_of_prisoners_of_war", "8(2)(b)(xii)"),
        ("discrimination", "7(1)(h)"),
        ("airstrike", "7(1)(a)"),
        ("abduction", "8(2)(a)(viii)"),
        ("injury", "8(2)(b)(i)"),
    ],
)
def test_a_crime_that_the_act_alone_cannot_be_is_not_named(act: str, crime: str) -> None:
    found = qualify(act)

    named = {one.ref for rules in found.branches.values() for one in rules.crimes}
    assert crime not in named | {one.ref for one in found.crimes}


@pytest.mark.parametrize(
    ("target", "weapon"),
    [("protesters", None), ("protesters", "small_arms"), (None, "crowd_control")],
)
def test_force_against_a_protest_is_judged_by_the_rules_of_law_enforcement(
    target: str | None, weapon: str | None
) -> None:
    found = qualify("shooting", target=target, weapon=weapon)

    assert [rule.number for rule in found.common.custom] == [87, 89]
    assert {crime.ref for rules in found.branches.values() for crime in rules.crimes} == set()
    assert "FORCE-AND-FIREARMS-1990:principle 4" in {norm.ref for norm in found.rights}


def test_an_entry_does_not_hold_beside_what_it_leaves_out() -> None:
    without = SMALL_MAP.replace('iac = ["@basic', 'not_targets = ["hospital"]\niac = ["@basic')
    catalogue = catalogue_of({**SMALL, "qualification.toml": without})

    alone = qualify("shelling", catalogue=catalogue)
    beside = qualify("shelling", target="hospital", catalogue=catalogue)

    assert "AP1:9" in refs(alone.branches[Branch.IAC])
    assert refs(beside.branches[Branch.IAC]) == ["AP1:12", "AP1:48"]


def test_war_crimes_of_article_8_2_e_ask_for_a_protracted_conflict() -> None:
    for one in qualify("shelling").branches[Branch.NIAC].crimes:
        assert "8(2)(f)" in one.elements[0].question


def test_an_order_is_no_purpose_and_a_red_cross_report_no_emblem() -> None:
    text = "In order to flee they were directed by the Red Cross to a place near the school."
    facts = Facts(text=text)

    for act in ("forcible_transfer", "attack_on_hospital", "attack_on_civilians"):
        found = qualify_allegation(Alleged(act=act, facts=facts))
        assert [e.question for e in found.shown] == [], act


def test_what_needs_no_armed_conflict_is_told_for_peace_too() -> None:
    found = qualify("genocide")

    assert "GENOCIDE-1948:2" in refs(found.only_in(Branch.PEACE))
    assert "GENOCIDE-1948:2" not in refs(found.only_in(Branch.IAC))


def test_settlement_is_a_matter_of_occupied_territory() -> None:
    found = qualify("settlement_activity")

    assert "GC4-1949:49(6)" in refs(found.branches[Branch.OCCUPATION])
    assert refs(found.branches[Branch.NIAC]) == []


@pytest.mark.parametrize(
    "broken",
    [
        SMALL_MAP.replace('["hospital"]\nweapons', '["clinic"]\nweapons'),
        SMALL_MAP.replace("@basic", "@none"),
        SMALL_MAP.replace('shown_by = "place"', 'shown_by = "mood"'),
        SMALL_MAP.replace("[families]\n", "[groups]\n"),
    ],
)
def test_a_broken_map_is_refused(broken: str) -> None:
    catalogue = catalogue_of({**SMALL, "qualification.toml": broken})

    with pytest.raises(InvalidCatalogueError, match=r"qualification\.toml is broken"):
        read_qualification_map(catalogue)


@pytest.mark.parametrize(
    ("old", "new"), [("AP1:51(2)", "AP1:151"), ("8(2)(b)(i)", "8(9)"), ("[7, 1, 3]", "[162]")]
)
def test_a_map_that_names_what_is_not_there_is_refused(old: str, new: str) -> None:
    catalogue = catalogue_of({**SMALL, "qualification.toml": SMALL_MAP.replace(old, new)})

    with pytest.raises(InvalidCatalogueError, match="the map names"):
        qualify("shelling", catalogue=catalogue)


def test_persons_harmed_where_something_was_destroyed_bring_the_rules_of_hostilities() -> None:
    found = qualify("destruction_of_religious_site", target="journalists")

    assert {1, 14, 34, 38} <= {rule.number for rule in found.common.custom}
    assert "AP1-1977:79" in {norm.ref for norm in found.branches[Branch.IAC].provisions}
