"""Each State that a sentence says is bound, held against the record of participation."""

from collections.abc import Iterator

from averment.findings.finding import Finding, Ground, Severity
from averment.findings.law.invocation import Invocation, Whose
from averment.findings.law.judged import WITHOUT_PARTIES, Judged
from averment.findings.law.predicate import Wording
from averment.findings.law.told import titles, upper
from averment.findings.law.verdict import Verdict, verdicts, verdicts_on_several
from averment.findings.prose import Prose
from averment.findings.rules import RULES
from averment.law.lawbook import LawBook


def check_standings(
    prose: Prose, book: LawBook, judged: tuple[Judged, ...]
) -> Iterator[Finding]:
    """Say of each statement whether the record bears it out, once a State and instrument."""
    told: dict[tuple[str, str, str], Severity] = {}
    for group in _together(judged):
        found = list(verdicts_on_several(group)) or [
            verdict for one in group for verdict in verdicts(book, one)
        ]
        by_words: dict[tuple[str, Severity, str], list[Verdict]] = {}
        for verdict in found:
            key = (verdict.code, verdict.judged.state, verdict.judged.first.instrument)
            # What somebody else is told to have said does not cover the writer's own words.
            if key not in told or told[key] < verdict.severity:
                told[key] = verdict.severity
                words = (verdict.code, verdict.severity, verdict.said)
                by_words.setdefault(words, []).append(verdict)
        for (code, severity, said), some in by_words.items():
            names = titles(book, (one.judged.first.instrument for one in some))
            grounds = [ground for one in some for ground in one.grounds]
            reasons = {one.why for one in some}
            why = some[0].why if len(reasons) == 1 else "The grounds tell by which acts."
            yield prose.finding(
                code,
                some[0].judged.invocation.mention.span,
                upper(f"{said.replace('{}', names)} {why}".strip()),
                severity=severity,
                grounds=tuple(dict.fromkeys(grounds)),
            )


def check_instruments_in_time(
    prose: Prose, book: LawBook, invocations: tuple[Invocation, ...]
) -> Iterator[Finding]:
    """Find an instrument that was not in force for anybody on the days told."""
    told: set[str] = set()
    for one in invocations:
        known = book.instruments.get(one.mention.instrument)
        if known is None or one.state is not None or one.days is None or known.id in told:
            continue
        if one.wording is not Wording.VIOLATED or known.kind in WITHOUT_PARTIES:
            continue
        begun = known.in_force or known.adopted
        if begun is None or begun <= one.days.latest:
            continue
        told.add(known.id)
        checked = not known.custom and one.whose is Whose.OWN
        yield prose.finding(
            "LAW104",
            one.mention.span,
            f"{upper(titles(book, [known.id]))} came into force only on {begun.isoformat()}; "
            f"the acts are told {one.days}.",
            severity=RULES["LAW104"].severity if checked else Severity.WARNING,
            grounds=[Ground(text=f"{known.title}: {known.provenance}.")],
        )


def _together(judged: tuple[Judged, ...]) -> tuple[tuple[Judged, ...], ...]:
    """Return the statements by the words that make them and the name that they speak of."""
    groups: dict[tuple[int, int, bool], list[Judged]] = {}
    for one in judged:
        invocation = one.invocation
        key = (invocation.mention.span.start, invocation.words.start, invocation.negated)
        groups.setdefault(key, []).append(one)
    return tuple(tuple(group) for group in groups.values())
