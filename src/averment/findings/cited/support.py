"""What each statement of a document rests on: which notes, which citations, which sources.

A sentence with several markers is several statements: the words up to each marker rest on its
note. A note whose marker is lost is given back to its statement where the order of the other
markers leaves just one place for it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from averment.claims.claim import Claim, ClaimKind
from averment.claims.reading import Reading
from averment.documents.note import Note
from averment.documents.span import Span
from averment.findings.cited.cited_words import flat, whole
from averment.findings.cited.cross_reference import CrossReference, Lead, cross_references

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAD = re.compile(r"[\s,;:.—–-]{0,8}(?:(?:and|or)\s+)?")
_TRAIL = re.compile(r"[;,]\s{0,4}(?:and|or)?\s{0,4}$")
_FEWEST_WORDS = 3
_FEWEST_WORDS_OF_TAIL = 4
_WIDEST_GAP = 3_000
"""Characters between two markers beyond which no lost marker is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Words of a claim, and what is cited for them."""

    claim: Claim
    span: Span
    text: str
    """The words as they read, without layout."""
    notes: tuple[str, ...]
    citations: tuple[int, ...]
    """Indexes into the reading's citations; those in the claim's own words included."""
    sources: tuple[int, ...]
    """Indexes into the reading's sources, each once."""
    opaque: bool
    """A note says something that no source was read from, so nothing can be said of all."""
    alone: bool
    """The claim has no other part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """How the claims, notes, citations and sources of a reading hang together."""

    reading: Reading
    supports: tuple[Support, ...]
    lost: Mapping[str, Span]
    """For each note without a marker whose place the order proves: the words it belongs to."""
    references: Mapping[int, CrossReference]
    source_of: Mapping[int, int]
    """Index of a citation to index of its source."""
    by_claim: Mapping[int, tuple[Support, ...]]
    """Number of a claim to its parts."""

    def of_claim(self, claim: Claim) -> tuple[Support, ...]:
        """Return the parts of a claim; empty where nothing is cited for it."""
        return self.by_claim.get(claim.number, ())


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where the marker of a note stands, or must have stood."""

    start: int
    end: int
    number: str


def read_ties(reading: Reading) -> Ties:
    """Tie the claims of a reading to what they rest on."""
    references = cross_references(reading)
    source_of = {i: n for n, source in enumerate(reading.sources) for i in source.citations}
    for index, reference in references.items():
        if reference.lead is Lead.RESOLVED and reference.target in source_of:
            source_of.setdefault(index, source_of[reference.target])
    lost = _lost_places(reading)
    links = _Links.of(reading, source_of, lost)
    by_claim = {c.number: tuple(_parts(reading, c, links)) for c in reading.claims}
    return Ties(
        reading=reading,
        supports=tuple(support for parts in by_claim.values() for support in parts),
        lost=lost,
        references=references,
        source_of=source_of,
        by_claim={number: parts for number, parts in by_claim.items() if parts},
    )


# --- lost markers ----------------------------------------------------------------------------


def _lost_places(reading: Reading) -> dict[str, Span]:
    """Return for each lost marker that the order proves the words in front of it."""
    places: dict[str, Span] = {}
    for note in reading.notes:
        if note.marker is None and note.marker_inferred and note.anchor is not None:
            places[note.number] = note.anchor
    for run, before, after in _lost_runs(reading.notes, places):
        if before.marker is None or after.marker is None:
            continue
        start, end = before.marker.span.end, after.marker.span.start
        if not 0 < end - start <= _WIDEST_GAP:
            continue
        stretches = list(_bare_stretches(reading, start, end, after.number))
        if len(stretches) == len(run):
            places.update(zip((n.number for n in run), stretches, strict=True))
        elif len(run) == 1:
            named = [s for s in stretches if _names_the_same(reading, s, run[0])]
            if len(named) == 1:
                places[run[0].number] = named[0]
    return places


def _lost_runs(
    notes: Sequence[Note], known: Mapping[str, Span]
) -> Iterator[tuple[list[Note], Note, Note]]:
    """Give the notes without marker, with the marked notes on either side."""
    run: list[Note] = []
    before: Note | None = None
    for note in notes:
        if note.marker is None and note.number not in known:
            run.append(note)
            continue
        if run and before is not None:
            yield run, before, note
        run, before = [], note


def _bare_stretches(reading: Reading, start: int, end: int, following: str) -> Iterator[Span]:
    """Give the statements between two markers that end without one."""
    claims = reading.claims
    first = max(0, bisect_right(claims, start, key=lambda c: c.span.start) - 1)
    for claim in claims[first : bisect_left(claims, end, key=lambda c: c.span.start)]:
        if following in claim.notes or claim.kind is ClaimKind.REQUEST:
            continue
        tail = claim.span.start < start
        low, high = max(start, claim.span.start), min(end, claim.span.end)
        if low >= high or (not tail and claim.notes):
            continue
        words = Span(low, high).of(reading.document.text)
        fewest = _FEWEST_WORDS_OF_TAIL if tail else _FEWEST_WORDS
        if len(_WORD.findall(words)) >= fewest:
            yield whole(Span(low, high), reading.document.text)


def _names_the_same(reading: Reading, stretch: Span, note: Note) -> bool:
    """Say whether the words name the document symbol that the note cites."""
    symbols = {s.symbol for s in reading.symbols if s.symbol and note.span.holds(s.span)}
    symbols |= {
        c.identifier.value for c in reading.citations if c.note == note.number and c.identifier
    }
    words = flat(stretch.of(reading.document.text))
    return any(symbol in words for symbol in symbols)


# --- parts of a claim ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Links:
    """What the parts of a claim are looked up in."""

    marks: Mapping[str, _Mark]
    lost: Sequence[tuple[Span, str]]
    """In the order of the text."""
    of_note: Mapping[str, Sequence[int]]
    source_of: Mapping[int, int]

    @staticmethod
    def of(
        reading: Reading, source_of: Mapping[int, int], lost: Mapping[str, Span]
    ) -> "_Links":
        """Gather the marks and citations of every note."""
        marks: dict[str, _Mark] = {}
        for note in reading.notes:
            if note.marker is not None:
                span = note.marker.span
                marks.setdefault(note.number, _Mark(span.start, span.end, note.number))
            elif note.number in lost:
                end = lost[note.number].end
                marks.setdefault(note.number, _Mark(end, end, note.number))
        of_note: dict[str, list[int]] = {}
        for index, citation in enumerate(reading.citations):
            if citation.note is not None:
                of_note.setdefault(citation.note, []).append(index)
        return _Links(
            marks, sorted((span, number) for number, span in lost.items()), of_note, source_of
        )


def _parts(reading: Reading, claim: Claim, links: _Links) -> Iterator[Support]:
    own = [i for i in claim.citations if reading.citations[i].note is None]
    marks = [links.marks[n] for n in claim.notes if n in links.marks]
    first = bisect_left(links.lost, claim.span.start, key=lambda entry: entry[0].start)
    for span, number in links.lost[first:]:
        if span.start >= claim.span.end:
            break
        if number not in claim.notes and claim.span.overlaps(span):
            marks.append(links.marks[number])
    marks.sort(key=lambda mark: (mark.start, mark.number))
    stretches = _stretches(reading, claim, marks)
    if not stretches and own:
        stretches = [(claim.span, [])]
    for place, (span, numbers) in enumerate(stretches):
        last = place == len(stretches) - 1
        inside = [
            i
            for i in own
            if span.start <= reading.citations[i].span.start < span.end or (last and not place)
        ]
        yield _support(claim, links, span, numbers, inside, reading, alone=len(stretches) == 1)


def _stretches(
    reading: Reading, claim: Claim, marks: Sequence[_Mark]
) -> list[tuple[Span, list[str]]]:
    """Divide a claim at its markers; markers side by side divide once."""
    stretches: list[tuple[Span, list[str]]] = []
    at = claim.span.start
    for mark in marks:
        start = min(max(at, mark.start), claim.span.end)
        words = reading.document.text[at:start]
        if stretches and len(_WORD.findall(words)) < _FEWEST_WORDS:
            stretches[-1] = (
                Span(stretches[-1][0].start, max(stretches[-1][0].end, start)),
                [*stretches[-1][1], mark.number],
            )
        else:
            stretches.append((Span(at, max(at, start)), [mark.number]))
        at = max(at, mark.end)
    if stretches and _WORD.search(reading.document.text[at : claim.span.end]):
        # Words behind the last marker finish the statement in front of it.
        span, numbers = stretches[-1]
        stretches[-1] = (Span(span.start, max(span.end, claim.span.end)), numbers)
    return stretches


def _bare(span: Span, text: str) -> Span:
    """Return the words without the commas and "and" that tie them to their neighbours."""
    words = span.of(text)
    lead, trail = _LEAD.match(words), _TRAIL.search(words)
    start = span.start + (lead.end() if lead else 0)
    end = span.start + (trail.start() if trail else len(words))
    return whole(Span(start, end), text) if start < end else whole(span, text)


def _support(
    claim: Claim, links: _Links, span: Span, numbers: Sequence[str],
    own: Sequence[int], reading: Reading, *, alone: bool,
) -> Support:  # fmt: skip
    citations = [i for number in numbers for i in links.of_note.get(number, ())] + list(own)
    sources = dict.fromkeys(links.source_of[i] for i in citations if i in links.source_of)
    opaque = any(not links.of_note.get(number) for number in numbers) or any(
        i not in links.source_of for i in citations
    )
    span = _bare(span, reading.document.text)
    flow = reading.document.passages[claim.passage].flow
    return Support(
        claim=claim,
        span=span,
        text=flow.text[flow.offset_of(span.start) : flow.offset_of(span.end - 1) + 1],
        notes=tuple(numbers),
        citations=tuple(citations),
        sources=tuple(sources),
        opaque=opaque,
        alone=alone,
    )
