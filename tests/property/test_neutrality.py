"""No side: with the parties' names exchanged a letter gets the same provisions and remarks.

What the catalogue says of each State (did it join, how did it vote) may differ: it is left out.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from averment.app import Workbench, open_workbench
from averment.findings.checked import Checked
from averment.prose.states import State, StateStatus, states

LETTERS = sorted((Path(__file__).parents[1] / "documents" / "letters").glob("*.txt"))
OF_A_STATE = ("LAW1", "REC1")
"""Families that hold a letter against what each State did."""
ACTS = (
    "{one} forces shelled the hospital of Port Callis on 6 December 1991, killing 3 civilians.",
    "The army of {One} used cluster munitions in the market of Old Harbour on 3 May 1992.",
    "{One} destroyed a shrine in Lower Town on 1 July 2012.",
    "Soldiers of {One} executed two prisoners of war near Port Callis in June 1992.",
    "{One} deported the inhabitants of Lower Town to {Other} territory in March 1993.",
    "Fighters backed by {One} took 12 hostages in Port Callis and recruited children.",
    "{One} blocked humanitarian aid to Old Harbour from May to July 1992.",
)
LETTER = """\
Society of the Old Harbour

12 March 2013

Dear Secretary-General,

We write about the conflict between {One} and {Other}.

{acts}

We ask that these acts be condemned, whoever committed them.

Yours faithfully,

Ana Example
President
"""
MEMBERS = [
    state for state in states() if state.status is StateStatus.MEMBER and state.adjectives
]


@pytest.fixture(scope="module")
def workbench() -> Workbench:
    return open_workbench()


def engaged(checked: Checked) -> list[object]:
    """Return what each allegation may engage, without its place in the text."""
    return [
        (
            one.claim,
            one.allegation,
            one.qualification.act,
            one.qualification.targets,
            one.qualification.common,
            {branch: rules.provisions for branch, rules in one.qualification.branches.items()},
            [crime.ref for crime in one.qualification.crimes],
            [norm.ref for norm in one.qualification.rights],
            [element.question for element in one.elements_shown],
        )
        for one in checked.qualifications
    ]


def remarks(checked: Checked) -> list[tuple[str, int | None]]:
    """Return the codes that do not depend on what a State did, with their claims."""
    return [
        (finding.code, finding.claim)
        for finding in checked.findings
        if not finding.code.startswith(OF_A_STATE)
    ]


def letter(one: State, other: State, acts: tuple[str, ...]) -> bytes:
    told = "\n\n".join(acts).format(one=one.adjectives[0], One=one.name, Other=other.name)
    return LETTER.format(One=one.name, Other=other.name, acts=told).encode()


@settings(max_examples=25, deadline=None)
@example(
    pair=[state for state in MEMBERS if state.code in {"ITA", "AFG"}], acts=[ACTS[1], ACTS[6]]
)
@example(
    pair=[state for state in MEMBERS if state.code in {"CYP", "AFG"}], acts=[ACTS[2], ACTS[6]]
)
@given(
    pair=st.lists(st.sampled_from(MEMBERS), min_size=2, max_size=2, unique=True),
    acts=st.lists(st.sampled_from(ACTS), min_size=1, max_size=4, unique=True),
)
def test_the_same_acts_by_the_other_party_engage_the_same_provisions(
    workbench: Workbench, pair: list[State], acts: list[str]
) -> None:
    one, other = pair

    this = workbench.check(letter(one, other, tuple(acts)), name="letter.txt")
    that = workbench.check(letter(other, one, tuple(acts)), name="letter.txt")

    assert engaged(this) == engaged(that)
    assert len(this.qualifications) > 0
    assert remarks(this) == remarks(that)


def swapped(text: str, one: State, other: State) -> str:
    """Return `text` with every name and adjective of two States exchanged."""
    pairs = {
        **dict.fromkeys(one.adjectives, other.adjectives[0]),
        **dict.fromkeys(other.adjectives, one.adjectives[0]),
        one.name: other.name,
        other.name: one.name,
    }
    words = sorted(pairs, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
    return pattern.sub(lambda match: pairs[match[0]], text)


def letters_with_parties() -> Iterator[tuple[str, str, State, State]]:
    for path in LETTERS:
        text = path.read_text("utf-8")
        named = [
            state for state in MEMBERS if re.search(rf"\b{re.escape(state.name)}(?!\w)", text)
        ]
        if len(named) > 1:
            yield path.stem, text, named[0], named[1]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [pytest.param(*rest, id=name) for name, *rest in letters_with_parties()],
)
def test_every_letter_engages_the_same_with_its_parties_exchanged(
    workbench: Workbench, text: str, one: State, other: State
) -> None:
    this = workbench.check(text.encode(), name="letter.txt")
    that = workbench.check(swapped(text, one, other).encode(), name="letter.txt")

    assert engaged(this) == engaged(that)
    assert remarks(this) == remarks(that)
