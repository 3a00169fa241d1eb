"""How and when a State joined, as the letter tells it and as the record has it."""

from collections.abc import Iterator

from averment.catalogue.provenance import Confidence
from averment.findings.finding import Finding, Severity
from averment.findings.law.days import days_named
from averment.findings.law.invocation import Whose
from averment.findings.law.judged import Judged
from averment.findings.law.predicate import Wording
from averment.findings.law.told import grounds_of, state_name, titles, upper
from averment.findings.prose import Prose
from averment.findings.rules import RULES
from averment.law.lawbook import LawBook
from averment.law.participation import SIGNING, Act, ActKind
from averment.law.standing import Answer

_FITTING = {
    Wording.RATIFIED: frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL}),
    Wording.ACCEDED: frozenset({ActKind.ACCESSION}),
    Wording.SUCCEEDED: frozenset({ActKind.SUCCESSION}),
}
"""Which acts each word fits; other words fit any."""
_TOLD_KINDS = frozenset(
    {
        ActKind.RATIFICATION,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
    }
)


def check_joining(prose: Prose, book: LawBook, judged: tuple[Judged, ...]) -> Iterator[Finding]:
    """Compare the act and its day with the record, once a State and instrument."""
    done: set[tuple[str, str]] = set()
    for one in judged:
        standing = one.governing
        if standing.answer is not Answer.BOUND or one.invocation.negated:
            continue
        key = (one.state, standing.instrument)
        acts = [act for act in standing.rows if act.kind in _TOLD_KINDS]
        if key in done or not acts:
            continue
        done.add(key)
        yield from _kind(prose, book, one, acts)
        yield from _day(prose, book, one, acts)


def _kind(prose: Prose, book: LawBook, one: Judged, acts: list[Act]) -> Iterator[Finding]:
    fitting = _FITTING.get(one.invocation.wording)
    if fitting is None or any(act.kind in fitting for act in acts):
        return
    name, act = state_name(one.state), acts[0]
    title = titles(book, [one.governing.instrument])
    article = "an" if act.kind.value[0] in "aeiou" else "a"
    yield prose.finding(
        "LAW109",
        one.invocation.words,
        f"For {name} and {title} the record has {article} {act.kind.value}, deposited on "
        f"{act.on.isoformat()}. It binds the same.",
        grounds=grounds_of(book, one.governing),
    )


def _day(prose: Prose, book: LawBook, one: Judged, acts: list[Act]) -> Iterator[Finding]:
    told = one.invocation.told
    if told is None:
        return
    if one.invocation.wording is Wording.SIGNED:
        signed = book.acts(one.governing.instrument, one.state)
        acts = [act for act in signed if act.kind in SIGNING]
    spanned = days_named(told.value, until=None)
    if spanned is None or not acts:
        return
    first, last = spanned
    if any(first <= act.on <= last for act in acts):
        return
    since = one.governing.since
    name, act = state_name(one.state), acts[0]
    title = titles(book, [one.governing.instrument])
    kind = act.kind.value.replace("_", " ")
    said = f"The record has the {kind} by {name} on {act.on.isoformat()}."
    severity = RULES["LAW129"].severity
    if since is not None and first <= since <= last:
        said += f" The day told is that of its effect ({since.isoformat()})."
        severity = Severity.NOTE
    if act.provenance.confidence in {Confidence.UNVERIFIED, Confidence.CONTESTED}:
        severity = Severity.NOTE
    if one.invocation.whose is not Whose.OWN:
        severity = Severity.NOTE
    yield prose.finding(
        "LAW129",
        one.invocation.words,
        upper(f"{title}: {said[:1].lower()}{said[1:]}"),
        severity=severity,
        grounds=grounds_of(book, one.governing),
    )
