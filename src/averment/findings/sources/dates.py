"""Whether a source can know what it is cited for, by its date."""

from collections.abc import Iterator

from averment.claims.claim import Claim, ClaimKind
from averment.documents.span import Span
from averment.findings.cited.cited_words import listed, quoted
from averment.findings.cited.period import DatedWords, Period, full_days, period_of, written
from averment.findings.cited.support import Support, Ties
from averment.findings.cited.word_list import one_of
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground, Severity
from averment.incidents.allegation import Stance

OLD_YEARS = 5
"""Beyond this a source says little about what lasts today."""
_DAYS_A_YEAR = 365


def check_source_dates(ties: Ties) -> Iterator[Finding]:
    """Give sources that are older than what they are cited for."""
    head = ties.reading.letterhead.date
    letter = period_of(head.value) if head is not None else None
    for claim in ties.reading.claims:
        supports = ties.of_claim(claim)
        if supports:
            yield from _before_event(ties, claim, supports, letter)
            if letter is not None:
                yield from _old(ties, claim, supports, letter)


def _before_event(
    ties: Ties, claim: Claim, supports: tuple[Support, ...], letter: Period | None
) -> Iterator[Finding]:
    """Compare the day that a claim names with the days of its sources."""
    if all(a.stance in (Stance.DENIED, Stance.CONDITIONAL) for a in claim.allegations):
        return
    days = [d for d in full_days(claim.text) if letter is None or d.period.last <= letter.last]
    if not days:
        return
    latest = max(days, key=lambda d: d.period.first)
    earliest = min(days, key=lambda d: d.period.first)
    dated = _dated(ties, supports)
    older = [(i, p) for i, p in dated if p.last < latest.period.first and _reports(ties, i)]
    if not older:
        return
    cited = len({i for support in supports for i in support.citations})
    opaque = any(support.opaque for support in supports)
    none = len(older) == cited and all(p.last < earliest.period.first for _, p in older)
    if none and not opaque and claim.kind is ClaimKind.INCIDENT:
        yield _none_can_know(ties, claim, earliest, older)
    else:
        yield _some_are_older(ties, claim, latest, older)


def _reports(ties: Ties, index: int) -> bool:
    """Say whether a citation reports; a judgment or a treaty is cited for the law."""
    citation = ties.reading.citations[index]
    return citation.medium != "judgment" and citation.identifier is None


def _dated(ties: Ties, supports: tuple[Support, ...]) -> list[tuple[int, Period]]:
    """Return the citations with a date, oldest first."""
    found = {}
    for support in supports:
        for index in support.citations:
            date = ties.reading.citations[index].date
            period = period_of(date.value) if date is not None else None
            if period is not None:
                found[index] = period
    return sorted(found.items(), key=lambda entry: (entry[1].first, entry[0]))


def _grounds(ties: Ties, older: list[tuple[int, Period]]) -> list[Ground]:
    return [
        Ground(
            text=f"note {ties.reading.citations[i].note}: {written(p)}",
            span=ties.reading.citations[i].span,
        )
        for i, p in older
    ]


def _words(ties: Ties, claim: Claim, day: DatedWords) -> Span:
    """Return the span of the day's words in the claim."""
    passage = ties.reading.document.passages[claim.passage]
    start = passage.flow.offset_of(claim.span.start)
    return passage.flow.span(start + day.start, start + day.end)


def _none_can_know(
    ties: Ties, claim: Claim, day: DatedWords, older: list[tuple[int, Period]]
) -> Finding:
    dates = listed(list(dict.fromkeys(written(p) for _, p in older)))
    return finding(
        "SRC113",
        _words(ties, claim, day),
        f"The claim names {quoted(claim.text[day.start : day.end])}; "
        f"all that is cited for it is older ({dates}) and cannot tell of that day.",
        grounds=_grounds(ties, older),
        claim=claim.number,
        note=ties.reading.citations[older[0][0]].note,
    )


def _some_are_older(
    ties: Ties, claim: Claim, day: DatedWords, older: list[tuple[int, Period]]
) -> Finding:
    dates = listed(list(dict.fromkeys(written(p) for _, p in older)))
    notes = list(dict.fromkeys(ties.reading.citations[i].note or "" for i, _ in older))
    many = len(older) > 1
    return finding(
        "SRC113",
        _words(ties, claim, day),
        f"The claim names {quoted(claim.text[day.start : day.end])}; "
        f"{len(older)} of its sources {'are' if many else 'is'} of an earlier day ({dates}). "
        "Is what happened from that day on carried by the others?",
        severity=Severity.NOTE,
        grounds=_grounds(ties, older),
        claim=claim.number,
        note=notes[0] or None,
    )


def _old(
    ties: Ties, claim: Claim, supports: tuple[Support, ...], letter: Period
) -> Iterator[Finding]:
    """Ask about a state of things that is said to last, on an old source."""
    match = one_of("source_words", "words.present_tense").search(claim.text)
    dated = _dated(ties, supports)
    if match is None or not dated:
        return
    index, newest = max(dated, key=lambda entry: (entry[1].last, entry[0]))
    years = (letter.first - newest.last).days // _DAYS_A_YEAR
    if years < OLD_YEARS:
        return
    yield finding(
        "SRC121",
        claim.span,
        f"{quoted(match.group())} is said of today; the newest source is of {written(newest)}, "
        f"more than {years} years before the letter. Is it still so?",
        grounds=_grounds(ties, [(index, newest)]),
        claim=claim.number,
        note=ties.reading.citations[index].note,
    )
