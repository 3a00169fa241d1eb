"""Findings put where a reader looks for them: under a claim, a note, or the document."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from averment.claims.claim import Claim
from averment.claims.reading import Reading
from averment.documents.note import Note
from averment.documents.span import Span
from averment.findings.finding import Finding
from averment.reports.summary import worst_first

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """Every finding once."""

    claims: tuple[tuple[Claim, tuple[Finding, ...]], ...]
    """Claims with findings, in reading order; the worst finding first."""
    notes: tuple[tuple[Note, tuple[Finding, ...]], ...]
    """Notes with findings that concern no claim, in order."""
    document: tuple[Finding, ...]
    """What concerns no claim and no note, the worst first."""


def grouped(reading: Reading, findings: Sequence[Finding]) -> Grouped:
    """Put each finding under the claim or the note that it names, else the one it stands in."""
    claims = {claim.number: claim for claim in reading.claims}
    notes: dict[str, Note] = {}
    for note in reading.notes:
        notes.setdefault(note.number, note)
    claim_spans = _Holders([(claim.span, claim.number) for claim in reading.claims])
    note_spans = _Holders([(note.span, note.number) for note in notes.values()])
    by_claim: dict[int, list[Finding]] = {}
    by_note: dict[str, list[Finding]] = {}
    rest: list[Finding] = []
    for finding in findings:
        number, name = finding.claim, finding.note
        if number not in claims and name not in notes and len(finding.span):
            name = note_spans.holding(finding.span)
            number = claim_spans.holding(finding.span) if name is None else None
        if number is not None and number in claims:
            by_claim.setdefault(number, []).append(finding)
        elif name is not None and name in notes:
            by_note.setdefault(name, []).append(finding)
        else:
            rest.append(finding)
    return Grouped(
        claims=tuple((claims[n], worst_first(by_claim[n])) for n in claims if n in by_claim),
        notes=tuple((notes[n], worst_first(by_note[n])) for n in notes if n in by_note),
        document=worst_first(rest),
    )


class _Holders(Generic[K]):
    """Spans that do not overlap, and what each stands for."""

    def __init__(self, held: Sequence[tuple[Span, K]]) -> None:
        self._held = sorted(held, key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._held]

    def holding(self, span: Span) -> K | None:
        """Return what the span that holds `span` stands for, or None."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or not self._held[at][0].holds(span):
            return None
        return self._held[at][1]
