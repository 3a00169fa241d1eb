"""What an alleged act may engage, as the page shows it: what holds in both branches first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from averment.findings.law.qualifications import ClaimQualification
from averment.law.crime import Crime
from averment.law.custom import CustomaryRule
from averment.law.element import Element
from averment.law.qualification import Branch, BranchRules, Norm
from averment.reports.plain_words import excerpt
from averment.reports.qualification import (
    BRANCH_TITLES,
    COMMON_TITLE,
    CRIMES_TITLE,
    RIGHTS_TITLE,
    norm_words,
    reach_words,
)

_SHOWN_WORDS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationPart:
    """A heading and its lines."""

    title: str
    lines: tuple[tuple[str, str], ...]
    """Reference and label; a question and the letter's words for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationCard:
    """One alleged act."""

    act: str
    parts: tuple[QualificationPart, ...]


def qualification_card(one: ClaimQualification, *, text: str) -> QualificationCard | None:
    """Return the card of one allegation; None where no provision can be named.

    Args:
        one: The allegation's qualification.
        text: Of the document, to quote the words that speak of an element.
    """
    found = one.qualification
    if found.none_because:
        return None
    common = BranchRules(provisions=found.common.provisions, custom=found.common.custom)
    branches = [*one.branches, *(b for b in Branch if b is Branch.OCCUPATION)]
    parts = [
        (COMMON_TITLE, _rules(common)),
        *(
            (BRANCH_TITLES[branch], _rules(found.only_in(branch)))
            for branch in dict.fromkeys(branches)
        ),
        (CRIMES_TITLE, _crimes(found.crimes)),
        (RIGHTS_TITLE, _norms(found.rights)),
        ("What the letter's own words speak of", _shown(found.shown, text)),
        ("What no words of the letter speak of", _missing(found.not_shown)),
        ("What a rule does not say", (("", trap) for trap in found.traps)),
    ]
    made = ((title, tuple(lines)) for title, lines in parts)
    return QualificationCard(
        act=", ".join(
            word.replace("_", " ")
            for word in (found.act, *found.targets, *([found.weapon] if found.weapon else []))
        ),
        parts=tuple(
            QualificationPart(title=title, lines=lines) for title, lines in made if lines
        ),
    )


def _rules(rules: BranchRules) -> Iterator[tuple[str, str]]:
    yield from _custom(rules.custom)
    yield from _norms(rules.provisions)
    yield from _crimes(rules.crimes)


def _custom(rules: Sequence[CustomaryRule]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        yield f"Customary rule {rule.number}", f"{rule.label}{reach_words(rule)}"


def _norms(norms: Sequence[Norm]) -> Iterator[tuple[str, str]]:
    for norm in norms:
        yield f"{norm.instrument} {norm.printed}".strip(), norm_words(norm)


def _crimes(crimes: Sequence[Crime]) -> Iterator[tuple[str, str]]:
    for crime in crimes:
        condition = f" ({crime.condition.rstrip('.')})" if crime.condition else ""
        yield f"Rome Statute {crime.ref}", f"{crime.label}{condition}"


def _shown(elements: Sequence[Element], text: str) -> Iterator[tuple[str, str]]:
    for element in elements:
        if element.shown is not None:
            words = excerpt(element.shown.of(text), limit=_SHOWN_WORDS)
            yield f"“{words}”", element.question


def _missing(elements: Sequence[Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        yield "", element.question
