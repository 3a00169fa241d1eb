"""Laws of the packaged map: neutrality, and no provision in the wrong branch."""

import dataclasses
import inspect
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from averment.catalogue.catalogue import packaged_catalogue
from averment.documents.span import Span
from averment.incidents.vocabulary import act_types, target_types, weapon_types
from averment.law.element import Fact, Facts
from averment.law.provisions import Existence, provision_book, provision_exists
from averment.law.qualification import Branch, Qualification
from averment.law.qualification_map import read_qualification_map
from averment.law.qualify import Alleged, qualify, qualify_allegation

ACTS = st.sampled_from(sorted(act_types()))
TARGETS = st.none() | st.sampled_from(sorted(target_types()))
WEAPONS = st.none() | st.sampled_from(sorted(weapon_types()))
VICTIMS = st.lists(st.sampled_from(sorted(target_types())), max_size=3)
ATTACKS_ON_PROPERTY = {"8(2)(b)(ix)", "8(2)(e)(iv)"}
EVERYDAY = (
    "in order to",
    "the red cross",
    "a settlement of the dispute",
    "directed by",
    "sanctions were aimed",
    "the plan",
    "marked the day",
    "near",
    "after the war",
    "according to information received",
    "the national army",
    "religious buildings",
    "cruel, inhuman or degrading treatment",
    "wounded",
    "the president",
    "aged 40",
    "the court",
    "denied medical care",
    "without consent",
    "humanitarian law",
    "armed forces",
    "forty years old",
    "to our knowledge",
)
"""What letters say all the time; it shows no element that makes a crime special."""
ALLEGED = st.builds(
    Alleged, act=ACTS, target=TARGETS, weapon=WEAPONS, victims=VICTIMS.map(tuple)
)
WORDS = st.lists(
    st.sampled_from(
        [
            "Norvenia",
            "Estavia",
            "shelled",
            "the hospital",
            "civilians",
            "aimed",
            "occupied",
            "\n",
        ]
    ),
    max_size=12,
).map(" ".join)
NO_FAULT = {Existence.EXISTS, Existence.NOT_KNOWN}
NIAC_PARTS = {
    "GC4-1949": {"1", "3"},
    "HAGUE-1954": {"19"},
    # Its article 22 applies the Protocol as a whole, but for what needs an occupation.
    "HAGUE-P2-1999": {"6", "7", "8", "12", "15", "22"},
}
"""What of the treaties for conflicts between States speaks of other conflicts."""


def in_occupation_only(instrument: str, provision: str) -> bool:
    article = re.match(r"[0-9]+", provision)
    number = int(article[0]) if article else 0
    return (
        (instrument == "GC4-1949" and 47 <= number <= 78)
        or (instrument == "HAGUEREG-1907" and 42 <= number <= 56)
        or f"{instrument}:{provision}"
        in {"AP1-1977:69", "AP1-1977:85(4)(a)", "HAGUE-1954:5", "HAGUE-P2-1999:9"}
    )


def provisions_of(found: Qualification) -> dict[str, object]:
    """Return everything but the words of the letter."""
    return {
        field.name: getattr(found, field.name)
        for field in dataclasses.fields(found)
        if field.name != "elements"
    } | {"elements": [element.question for element in found.elements]}


@given(ALLEGED, WORDS)
@settings(max_examples=100, deadline=None)
def test_swapping_the_parties_gives_the_same_provisions(alleged: Alleged, words: str) -> None:
    swapped = (
        words.replace("Norvenia", "*").replace("Estavia", "Norvenia").replace("*", "Estavia")
    )

    def asked(text: str, perpetrator: Span) -> dict[str, object]:
        facts = Facts(text=text, spans={Fact.PERPETRATOR: perpetrator})
        return provisions_of(qualify_allegation(dataclasses.replace(alleged, facts=facts)))

    assert asked(words, Span(0, 1)) == asked(swapped, Span(5, 9))


def test_nobody_can_tell_the_map_who_acted() -> None:
    asked = set(inspect.signature(qualify).parameters) | {
        field.name for field in dataclasses.fields(Alleged)
    }

    assert asked == {"act", "target", "weapon", "victims", "facts", "catalogue"}


@given(ALLEGED)
@settings(max_examples=150, deadline=None)
def test_no_provision_stands_in_the_branch_of_another(alleged: Alleged) -> None:
    found = qualify_allegation(alleged)

    for branch, rules in found.branches.items():
        for norm in rules.provisions:
            instrument, provision = norm.instrument, norm.provision
            if instrument == "AP2-1977":
                assert branch is Branch.NIAC, norm
            if instrument in {"AP1-1977", "HAGUEREG-1907", "GC1-1949", "GC2-1949", "GC3-1949"}:
                assert branch in {Branch.IAC, Branch.OCCUPATION}, norm
            if instrument in NIAC_PARTS and branch is Branch.NIAC:
                assert provision in NIAC_PARTS[instrument], norm
            if in_occupation_only(instrument, provision):
                assert branch is Branch.OCCUPATION, norm
    assert all(crime.branch == "iac" for crime in found.branches[Branch.IAC].crimes)
    assert all(crime.branch == "niac" for crime in found.branches[Branch.NIAC].crimes)
    assert all(crime.branch == "any" for crime in found.crimes)
    assert all(rule.iac != "no" for rule in found.branches[Branch.IAC].custom)
    assert all(rule.niac != "no" for rule in found.branches[Branch.NIAC].custom)


@given(ALLEGED, WORDS, st.integers(0, 1000))
@settings(max_examples=100, deadline=None)
def test_what_shows_an_element_stands_in_the_allegation(
    alleged: Alleged, words: str, start: int
) -> None:
    facts = Facts(text=words, start=start)

    found = qualify_allegation(dataclasses.replace(alleged, facts=facts))

    for element in found.shown:
        assert element.shown is not None
        assert Span(start, start + len(words)).holds(element.shown)
        shown = element.shown.of(" " * start + words).casefold()
        assert " ".join(shown.split()) in element.words


def test_everyday_words_of_letters_show_no_element_that_makes_a_crime() -> None:
    text = "; ".join(EVERYDAY)

    for act in sorted(read_qualification_map(packaged_catalogue()).acts):
        found = qualify_allegation(Alleged(act=act, facts=Facts(text=text)))
        shown = [
            (element.question, element.shown.of(text))
            for element in found.shown
            if element.special and element.shown is not None
        ]
        assert shown == [], act


def test_whoever_uses_a_protected_site_is_not_charged_with_attacking_it() -> None:
    for target in ("hospital", "school", "religious_site", "cultural_site"):
        found = qualify("military_use_of_protected_site", target=target)
        named = {crime.ref for rules in found.branches.values() for crime in rules.crimes}
        assert not named & ATTACKS_ON_PROPERTY, target


def test_every_region_and_condition_is_of_an_instrument_that_the_map_names() -> None:
    known = read_qualification_map(packaged_catalogue())
    refs = {
        ref
        for entry in known.entries
        for name, references in entry.lists.items()
        if not name.startswith("crimes")
        for ref in references
    }
    named = refs | {ref.rpartition(":")[0] for ref in refs}

    assert not known.regions.keys() - named
    assert not known.conditions.keys() - named
    assert all(condition.endswith(".") for condition in known.conditions.values())


@given(ALLEGED)
@settings(max_examples=50, deadline=None)
def test_norms_of_a_region_stand_behind_those_open_to_all_states(alleged: Alleged) -> None:
    found = qualify_allegation(alleged)

    regional = [norm.region is not None for norm in found.rights]
    assert regional == sorted(regional)
    assert found.rights_for(()) == found.rights[: regional.count(False)]


def test_every_act_is_covered_or_said_to_be_no_legal_matter() -> None:
    known = read_qualification_map(packaged_catalogue())

    assert known.acts | known.not_legal.keys() == act_types().keys()
    assert not known.acts & known.not_legal.keys()
    assert all(known.not_legal.values())
    for act in sorted(known.acts):
        found = qualify(act)
        assert found.rights or any(rules.provisions for rules in found.branches.values()), act
        assert found.elements, act


def test_the_map_knows_the_vocabularies_of_targets_and_weapons() -> None:
    known = read_qualification_map(packaged_catalogue())

    assert known.targets == target_types().keys()
    assert known.weapons == weapon_types().keys()


def test_every_provision_of_the_map_exists_and_has_a_label_of_our_own() -> None:
    book = provision_book(packaged_catalogue())
    known = read_qualification_map(packaged_catalogue())

    for entry in known.entries:
        for name, references in entry.lists.items():
            for ref in () if name.startswith("crimes") else references:
                instrument, _, number = ref.rpartition(":")
                provision = book.find(instrument, number)
                assert provision is not None, ref
                assert provision.label, ref
                cited = f"art. {number}" if number[0].isdecimal() else number
                assert provision_exists(instrument, cited) in NO_FAULT, ref
