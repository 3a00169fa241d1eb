"""Norms offered where none is named, and what a norm that is named does not say."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from averment.claims.claim import Claim
from averment.documents.flow import Flow
from averment.findings.finding import Finding, Ground
from averment.findings.law.conflict import kind_told
from averment.findings.law.days import Calendar
from averment.findings.law.invocation import Invocation
from averment.findings.law.judged import NOT_BOUND
from averment.findings.law.named import doer_of
from averment.findings.law.predicate import Wording
from averment.findings.law.qualifications import qualification_of
from averment.findings.law.situated import Situated
from averment.findings.law.told import listed, titles
from averment.findings.prose import Prose
from averment.incidents.allegation import Allegation, Stance
from averment.incidents.vocabulary import act_types
from averment.law.bound import bound
from averment.law.custom import CustomaryRule
from averment.law.find import find_instruments
from averment.law.lawbook import LawBook
from averment.law.qualification import Norm, Qualification

_NO_NORM = frozenset({"UNCHARTER-1945"})
"""What nearly every letter names, and what names no norm for an act."""
_OFFERED = 3
_RULES = 2
_STATUTE = "ROME-1998"
_MOST_TRAPS = 3
"""One is said; the others stand in its grounds: nobody wants to be lectured twice."""
_INVOKED = frozenset(
    {
        Wording.VIOLATED,
        Wording.BOUND,
        Wording.PARTY,
        Wording.RATIFIED,
        Wording.ACCEDED,
        Wording.RATIFIED_OR_ACCEDED,
    }
)


def check_unnamed_norm(
    prose: Prose, book: LawBook, placed: tuple[Situated, ...]
) -> Iterator[Finding]:
    """Offer, once a letter, what an alleged act may engage where no norm is named at all."""
    reading = prose.reading
    if reading.language != "en" or reading.letterhead.salutation is None:
        return
    named = {mention.instrument for one in placed for mention in one.mentions}
    if named - _NO_NORM:
        return
    for claim, allegation in _told(prose):
        found = qualification_of(reading, book, claim, allegation)
        offer = None if found is None else _offer(prose, book, allegation, found)
        if offer is not None:
            yield offer
            return


def _told(prose: Prose) -> Iterator[tuple[Claim, Allegation]]:
    """Yield what the text itself alleges in particular, requests and denials left out."""
    for claim in prose.reading.claims:
        if claim.requests:
            continue
        for allegation in claim.allegations:
            if allegation.general or allegation.act is None:
                continue
            if allegation.stance in {Stance.ASSERTED, Stance.REPORTED}:
                yield claim, allegation


def _offer(
    prose: Prose, book: LawBook, allegation: Allegation, found: Qualification
) -> Finding | None:
    rules, right = _rules(found), _right(prose, book, allegation, found)
    offered = []
    if rules:
        told = listed(f"rule {rule.number} ({rule.label})" for rule in rules)
        offered.append(f"in armed conflict, customary {told}")
    if right is not None:
        title = titles(book, [right.instrument])
        offered.append(f"{right.printed} of {title} ({right.label})".strip())
    act = allegation.act
    if act is None or not offered:
        return None
    label = act_types()[found.act].label if found.act in act_types() else found.act
    return prose.finding(
        "LAW117",
        act.span,
        "The document names no treaty and no numbered rule. For this act "
        f"({label.lower()}) these may be engaged: {'; also '.join(offered)}.",
        grounds=[
            Ground(text="By our own map from acts to provisions; a lawyer must review it."),
            *(Ground(text=element.question) for element in found.not_shown[:_OFFERED]),
        ],
    )


def _rules(found: Qualification) -> list[CustomaryRule]:
    """Return two rules at most: one on the act itself before one on every attack."""
    order = _order()
    fitting = [rule for rule in found.common.custom if rule.number not in order.left_out]
    own = [rule for rule in fitting if rule.number not in order.wide]
    wide = [rule for rule in fitting if rule.number in order.wide]
    return [*own[:1], *wide[:1], *own[1:], *wide[1:]][:_RULES]


def _right(
    prose: Prose, book: LawBook, allegation: Allegation, found: Qualification
) -> Norm | None:
    """Return one norm of human rights; none of a treaty that the doer has not joined."""
    state, days = doer_of(allegation), Calendar(prose.reading).incidents
    rights = {
        norm.ref: norm for norm in found.rights_for(()) if norm.instrument in book.instruments
    }
    for ref in (ref for ref in _order().rights if ref in rights):
        norm = rights[ref]
        if state is None or days is None:
            return norm
        if bound(book, state, norm.instrument, days.earliest).answer not in NOT_BOUND:
            return norm
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What is offered first."""

    left_out: frozenset[int]
    wide: frozenset[int]
    rights: tuple[str, ...]


@cache
def _order() -> _Order:
    told = tomllib.loads(
        files("averment.findings.law").joinpath("offered.toml").read_text("utf-8")
    )
    return _Order(
        left_out=frozenset(told["left_out"]),
        wide=frozenset(told["wide"]),
        rights=tuple(told["rights"]),
    )


def check_traps(
    prose: Prose,
    book: LawBook,
    placed: tuple[Situated, ...],
    invocations: tuple[Invocation, ...],
) -> Iterator[Finding]:
    """Tell, once a letter, what an instrument invoked does not say of an act alleged."""
    first = {
        one.mention.instrument: one.mention.span
        for one in reversed(invocations)
        if one.mention.provision is None and not one.negated and one.wording in _INVOKED
    }
    if not first:
        return
    known = {(m.instrument, m.provision) for m in prose.reading.instruments if m.provision}
    kind = kind_told(prose, placed)
    told: dict[str, tuple[str, Allegation]] = {}
    for claim, allegation in _told(prose):
        found = qualification_of(prose.reading, book, claim, allegation)
        for trap in found.traps if found is not None else ():
            named = _provisions_in(trap)
            about = [name for name, _ in named if name in first]
            if not about or any(one in known for one in named):
                continue  # who names the provision has read it
            if about[0] == _STATUTE and (kind is None or kind.kind != "niac"):
                continue  # what the Statute leaves out, it leaves out for one kind of conflict
            told.setdefault(about[0], (trap, allegation))
    if told:
        (place, (trap, allegation)), *others = list(told.items())[:_MOST_TRAPS]
        yield prose.finding(
            "LAW119",
            first[place],
            trap,
            grounds=[
                Ground(text="The act alleged here.", span=allegation.span),
                *(Ground(text=other, span=first[name]) for name, (other, _) in others),
            ],
        )


@lru_cache(maxsize=512)
def _provisions_in(trap: str) -> tuple[tuple[str, str | None], ...]:
    """Return the instruments and provisions that a trap speaks of, in order."""
    mentions = find_instruments(Flow.join([(0, trap)]))
    return tuple(dict.fromkeys((mention.instrument, mention.provision) for mention in mentions))
