"""Statements that need a source and have none: incidents, figures, quotations, history.

A note at the end of the next sentence covers the one before it; a statement that is told again
with a source needs none; what names a treaty or a document in its own words names its source.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from averment.claims.claim import Claim, ClaimKind, Quotation
from averment.claims.reading import Reading
from averment.documents.span import Span
from averment.findings.cited.cited_words import count, listed, quoted, whole
from averment.findings.cited.support import Ties
from averment.findings.cited.word_list import one_of
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground, Severity
from averment.incidents.allegation import Allegation, Stance
from averment.prose.states import look_up

FEWEST_CITED_SHARE = 0.2
"""Below this share of cited incidents the document as a whole does not cite."""
FEWEST_FOR_SHARE = 3
_NAME = re.compile(r"[A-Z][\w'’-]{2,}")
_NOT_SPEAKERS = frozenset(
    """the a an for in of at on this that these those their his her its our my your it he she
    they we such some so many as but and""".split()  # noqa: SIM905
)
_SPECIFIC = frozenset({Stance.ASSERTED, Stance.REPORTED})
_FEWEST_SHARED_NAMES = 2
_MOST_COMPARED = 300
_LONG_PASSAGE = 1_500
"""A passage of more characters holds several paragraphs that lost their breaks."""
_QUOTE_REACH = 60
_CLAUSE_REACH = 30


@dataclass(frozen=True)
class _Coverage:
    """Which claims have a note, a citation or an authority of their own."""

    ties: Ties

    @property
    def reading(self) -> Reading:
        return self.ties.reading

    @cached_property
    def cited(self) -> frozenset[int]:
        """Numbers of the claims with a note or citation."""
        numbers = {s.claim.number for s in self.ties.supports}
        return frozenset(numbers | {c.number for c in self.reading.claims if c.notes})

    @cached_property
    def lost_notes(self) -> int:
        """How many notes have no place: any uncited claim may be theirs."""
        return sum(
            note.marker is None and note.number not in self.ties.lost
            for note in self.reading.notes
        )

    @cached_property
    def of_passage(self) -> Mapping[int, Sequence[Claim]]:
        """The claims of each passage, in order."""
        claims: dict[int, list[Claim]] = {}
        for claim in self.reading.claims:
            claims.setdefault(claim.passage, []).append(claim)
        return claims

    @cached_property
    def _named(self) -> tuple[list[int], list[int]]:
        spans = [m.span for m in self.reading.instruments]
        spans += [s.span for s in self.reading.symbols if s.symbol is not None]
        spans.sort()
        return [s.start for s in spans], [s.end for s in spans]

    def names_authority(self, span: Span) -> bool:
        """Say whether a treaty or a United Nations document is named in the words."""
        starts, ends = self._named
        place = bisect_left(starts, span.end) - 1
        return place >= 0 and ends[place] > span.start

    def next_cited(self, claim: Claim) -> bool:
        """Say whether the next sentence of the same passage has a note."""
        following = self._neighbour(claim, 1)
        return following is not None and following.number in self.cited

    def near_note(self, claim: Claim) -> bool:
        """Say whether a note stands elsewhere in the same paragraph."""
        own = self.of_passage[claim.passage]
        flow = self.reading.document.passages[claim.passage].flow
        if len(flow.text) > _LONG_PASSAGE:
            own = [c for n in (-1, 1) if (c := self._neighbour(claim, n)) is not None]
        return any(c.number in self.cited for c in own)

    def _neighbour(self, claim: Claim, step: int) -> Claim | None:
        place = claim.number - 1 + step
        claims = self.reading.claims
        if not 0 <= place < len(claims) or claims[place].passage != claim.passage:
            return None
        return claims[place]

    @cached_property
    def sources_itself(self) -> bool:
        """The document says that what it tells was gathered by the sender."""
        pattern = one_of("citing", "own_information")
        return any(pattern.search(c.text) for c in self.reading.claims)

    @cached_property
    def _told_with_source(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """Names and acts of the cited claims."""
        cited = [c for c in self.reading.claims if c.number in self.cited]
        return tuple((_names(c), _acts(c)) for c in cited[:_MOST_COMPARED])

    def told_again(self, claim: Claim) -> bool:
        """Say whether another sentence tells the same with a source, by names and acts."""
        names, acts = _names(claim), _acts(claim)
        counted = any(a.victims for a in claim.allegations)
        return any(
            len(names & others) >= _FEWEST_SHARED_NAMES and (not counted or acts & other_acts)
            for others, other_acts in self._told_with_source
        ) or (
            not names
            and not counted
            and not any(a.when for a in claim.allegations)
            and any(acts & other for _, other in self._told_with_source)
        )


def check_uncited(ties: Ties) -> Iterator[Finding]:
    """Give the statements that need a source and have none."""
    coverage = _Coverage(ties)
    bare = [claim for claim in ties.reading.claims if _needs_source(claim, coverage)]
    cited = [c for c in ties.reading.claims if _tells(c) and c.number in coverage.cited]
    if not coverage.cited or (
        len(bare) >= FEWEST_FOR_SHARE
        and len(cited) < FEWEST_CITED_SHARE * (len(bare) + len(cited))
    ):
        yield from _whole_document(bare, cited)
        return
    for claim in bare:
        yield _uncited(claim, coverage)
    done = {claim.number for claim in bare}
    for claim in ties.reading.claims:
        if claim.number in coverage.cited:
            continue
        yield from _quotation(claim, coverage)
        if claim.number not in done:
            yield from _history(claim, coverage)
            yield from _figure(claim, coverage)


def _tells(claim: Claim) -> bool:
    return any(_is_particular(a) for a in claim.allegations)


def _is_particular(allegation: Allegation) -> bool:
    return not allegation.general and allegation.stance in _SPECIFIC


def _needs_source(claim: Claim, coverage: _Coverage) -> bool:
    """Say whether a claim tells of an incident that nothing is cited for."""
    if claim.number in coverage.cited or not _tells(claim):
        return False
    if coverage.names_authority(claim.span) or coverage.next_cited(claim):
        return False
    if claim.kind is ClaimKind.REQUEST:
        return bool(_granted(claim, coverage))
    if claim.kind is not ClaimKind.INCIDENT or one_of("citing", "disputed").search(claim.text):
        return False
    if one_of("citing", "own_work").search(claim.text):
        return False
    return not coverage.told_again(claim)


def _granted(claim: Claim, coverage: _Coverage) -> Span | None:
    """Return the clause in which a request takes for granted what is told nowhere else."""
    if one_of("citing", "operative").search(claim.text):
        return None
    text = coverage.reading.document.text
    for allegation in claim.allegations:
        if not _is_particular(allegation) or allegation.act is None:
            continue
        act = allegation.act.span
        start = max(claim.span.start, act.start - _CLAUSE_REACH)
        match = one_of("citing", "taken_for_granted").search(text, start, act.end)
        if match is None:
            continue
        others = (a for c in coverage.reading.claims if c is not claim for a in c.allegations)
        if not any(a.act and a.act.value == allegation.act.value for a in others):
            # The noun before "which" says of what it is told.
            begin = text.rfind(" ", start, max(start, match.start() - 2))
            return whole(Span(max(start, begin), match.end()), text)
    return None


def _whole_document(bare: Sequence[Claim], cited: Sequence[Claim]) -> Iterator[Finding]:
    """Say once that a document does not cite, rather than at every sentence."""
    if not bare:
        return
    total = len(bare) + len(cited)
    said = (
        "cites nothing for any of them"
        if not cited
        else f"cites something for {len(cited)} of them"
    )
    yield finding(
        "CIT105",
        bare[0].span,
        f"The document tells of {count(total, 'incident')} and {said}. "
        "Does the reader know from elsewhere who says so?",
        grounds=[
            Ground(text=f"claim {c.number} has no note and no link", span=c.span) for c in bare
        ],
        claim=bare[0].number,
    )


def _uncited(claim: Claim, coverage: _Coverage) -> Finding:
    if claim.kind is ClaimKind.REQUEST:
        span = _granted(claim, coverage) or claim.span
        return finding(
            "CIT101",
            span,
            f"The request takes {quoted(span.of(coverage.reading.document.text))} for granted; "
            "no note or link says who reported it.",
            severity=Severity.NOTE,
            claim=claim.number,
        )
    if coverage.sources_itself:
        reason = "no note or link; is it from what the sender itself gathered?"
        severity = Severity.NOTE
    elif coverage.near_note(claim):
        reason = "no note of its own; does another note of the paragraph cover it?"
        severity = Severity.NOTE
    elif coverage.lost_notes:
        reason = "no marker, and a note has lost its own; does that note belong here?"
        severity = Severity.NOTE
    else:
        reason = "no note, and no link says who reported it."
        severity = None
    return finding(
        "CIT101",
        claim.span,
        f"This statement has {reason}",
        severity=severity,
        claim=claim.number,
    )


def _quotation(claim: Claim, coverage: _Coverage) -> Iterator[Finding]:
    """Say that words are put in somebody's mouth without a source."""
    speaker = next((q.speaker for q in claim.quotations if _is_speaker(q.speaker)), None)
    if speaker is None or coverage.next_cited(claim):
        return
    # A resolution named beside the words holds them, unless a State is said to have said them.
    if coverage.names_authority(claim.span) and look_up(speaker) is None:
        return
    if one_of("citing", "own_work").search(claim.text):
        return
    text = coverage.reading.document.text
    said = [q for q in claim.quotations if not _is_name(q, text)]
    if not said:
        return
    near = coverage.near_note(claim)
    words = listed([quoted(q.span.of(text)) for q in said])
    yield finding(
        "CIT103",
        Span(said[0].span.start, said[-1].span.end),
        f"{count(len(said), 'quotation')} ({words}) with no source: where and when was it said?"
        + (" A note stands elsewhere in the paragraph." if near else ""),
        severity=Severity.NOTE if near else None,
        grounds=[Ground(text=f"quoted words {n}", span=q.span) for n, q in enumerate(said, 1)],
        claim=claim.number,
    )


def _is_speaker(speaker: str | None) -> bool:
    if speaker is None:
        return False
    return any(
        word[:1].isupper() and word.lower() not in _NOT_SPEAKERS for word in speaker.split()
    )


def _is_name(quotation: Quotation, text: str) -> bool:
    """Say whether the quoted words are a title or a so-called name."""
    start = quotation.span.start
    return (
        one_of("citing", "so_called").search(text[max(0, start - _QUOTE_REACH) : start - 1])
        is not None
    )


def _history(claim: Claim, coverage: _Coverage) -> Iterator[Finding]:
    match = one_of("citing", "long_ago").search(claim.text)
    if match is None or claim.kind is ClaimKind.REQUEST or coverage.next_cited(claim):
        return
    yield finding(
        "CIT104",
        claim.span,
        f"{quoted(match.group())} is a claim of history; no note says on what it rests.",
        severity=Severity.NOTE if coverage.near_note(claim) else None,
        claim=claim.number,
    )


def _figure(claim: Claim, coverage: _Coverage) -> Iterator[Finding]:
    if claim.kind is not ClaimKind.FIGURE or coverage.next_cited(claim):
        return
    if one_of("citing", "own_work").search(claim.text) or coverage.sources_itself:
        return
    yield finding(
        "CIT102",
        claim.span,
        "This statement gives a figure without a note: whose count is it?",
        claim=claim.number,
    )


def _names(claim: Claim) -> frozenset[str]:
    """Return the words with a capital, the first of the sentence left out."""
    return frozenset(m.group() for m in _NAME.finditer(claim.text) if m.start() > 0)


def _acts(claim: Claim) -> frozenset[str]:
    return frozenset(a.act.value for a in claim.allegations if a.act)
