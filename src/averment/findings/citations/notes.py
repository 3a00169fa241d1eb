"""Notes and their markers: lost, misread, leading nowhere, misnumbered, without a source."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from averment.claims.claim import ClaimKind
from averment.claims.reading import Reading
from averment.documents.note import MarkerKind, Note
from averment.documents.span import Span
from averment.findings.cited.cited_words import count, listed, quoted, whole
from averment.findings.cited.support import Ties
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground
from averment.readers.numeral import roman

_FIRST_WORDS = 60
_REFERENCE = re.compile(
    r"\d{4}|\bvol\b|\bno\.|\bpp?\.|\bpara|\bsource|[\"“«‘]|https?:|www\.|\b(?:see|cf|ibid)\b",
    re.IGNORECASE,
)
_FEWEST_NOTES = 2
_LONGEST_PLAIN_NOTE = 400
_MOST_ROMAN = 400
_NEAR = 50
"""Notes on either side among which one with a marker is looked for."""
_SIGNS = frozenset("*†‡§")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CHECKED = frozenset({ClaimKind.INCIDENT, ClaimKind.FIGURE})


def check_notes(ties: Ties) -> Iterator[Finding]:
    """Give what is wrong with the notes as such, whatever they cite."""
    yield from _lost(ties)
    yield from _misread(ties.reading)
    yield from _orphans(ties.reading)
    yield from _numbers(ties.reading)
    yield from _without_source(ties)


def _head(note: Note, reading: Reading) -> Span:
    """Return the first words of a note: enough to show which one it is."""
    span = whole(note.span, reading.document.text)
    return Span(span.start, min(span.end, span.start + _FIRST_WORDS))


def _lost(ties: Ties) -> Iterator[Finding]:
    """Notes whose marker no longer stands in the text."""
    reading = ties.reading
    for place, note in enumerate(reading.notes):
        if note.marker is not None:
            continue
        stretch = ties.lost.get(note.number)
        if stretch is not None:
            yield finding(
                "CIT201",
                stretch,
                f"The marker of note {note.number} is lost; by the order of the others it "
                "belongs behind the words shown. As it stands, they read as uncited.",
                grounds=[Ground(text=f"note {note.number}", span=_head(note, reading))],
                claim=_claim_at(reading, stretch),
                note=note.number,
            )
            continue
        yield finding(
            "CIT202",
            _head(note, reading),
            f"No marker in the text leads to note {note.number}"
            f"{_between(reading.notes, place)}. Which statement does it support?",
            note=note.number,
        )


def _claim_at(reading: Reading, stretch: Span) -> int | None:
    """Return the number of the claim in which a stretch begins."""
    place = bisect_right(reading.claims, stretch.start, key=lambda claim: claim.span.start) - 1
    if place < 0 or not reading.claims[place].span.overlaps(stretch):
        return None
    return reading.claims[place].number


def _between(notes: Sequence[Note], place: int) -> str:
    """Say between which markers a lost one must have stood."""
    before = next((n for n in reversed(notes[max(0, place - _NEAR) : place]) if n.marker), None)
    after = next((n for n in notes[place + 1 : place + _NEAR] if n.marker), None)
    if before is not None and after is not None:
        return f"; it stood between the markers of notes {before.number} and {after.number}"
    if before is not None:
        return f"; it stood behind the marker of note {before.number}"
    return f"; it stood before the marker of note {after.number}" if after is not None else ""


def _misread(reading: Reading) -> Iterator[Finding]:
    """Markers that show another sign than their number."""
    for note in reading.notes:
        if note.marker is None or note.marker.kind is not MarkerKind.MISREAD:
            continue
        yield finding(
            "CIT203",
            note.marker.span,
            f"The marker of note {note.number} reads {quoted(note.marker.raw)}: "
            "the number was misread when the page was scanned or converted.",
            note=note.number,
        )


def _orphans(reading: Reading) -> Iterator[Finding]:
    """Markers that lead to no note."""
    orphans = reading.orphan_markers
    if len(orphans) >= _FEWEST_NOTES and not reading.notes:
        yield finding(
            "CIT204",
            orphans[0].span,
            f"{count(len(orphans), 'marker')} in the text, from {quoted(orphans[0].raw)} on, "
            "and no notes: were they left out when the file was made?",
            grounds=[Ground(text=f"marker {m.raw}", span=m.span) for m in orphans],
        )
        return
    if not reading.notes:
        return
    for marker in orphans:
        yield finding(
            "CIT204",
            marker.span,
            f"The marker {quoted(marker.raw)} leads to no note of this document.",
        )


def _numbers(reading: Reading) -> Iterator[Finding]:
    notes = reading.notes
    if len(notes) >= _FEWEST_NOTES and all(note.printed_number is None for note in notes):
        yield finding(
            "CIT206",
            _head(notes[0], reading),
            f"The {len(notes)} notes carry no numbers: their order alone says which is which, "
            "and one note lost shifts all that follow.",
            note=notes[0].number,
        )
    counted = [note for note in notes if not _is_sign(note)]
    read = [(note, value) for note in counted if (value := _value(note)) is not None]
    if len(read) < len(counted):
        return  # a number was misread or is not printed: nothing is certain
    for (before, first), (after, second) in pairwise(read):
        if second in (first + 1, 1):
            continue  # 1 begins a new series: notes of an annex, of the next page
        if second == first:
            said = (
                f"The number {first} stands before two notes; a marker {first} leads to both."
            )
        elif second < first:
            said = f"Note {second} stands behind note {first}."
        else:
            missing = [str(n) for n in range(first + 1, min(second, first + 6))]
            said = (
                f"After note {first} comes note {second}: "
                f"{'note' if len(missing) == 1 else 'notes'} {listed(missing)} "
                f"{'is' if len(missing) == 1 else 'are'} missing."
            )
        yield finding(
            "CIT205",
            _head(after, reading),
            said,
            grounds=[Ground(text=f"note {first}", span=_head(before, reading))],
            note=after.number,
        )


def _value(note: Note) -> int | None:
    """Return the number printed before a note; None where it is a sign or misread."""
    printed = (note.printed_number or "").strip("[]().: ").translate(_SUPERSCRIPTS)
    if printed.isdecimal() and printed.isascii():
        return int(printed)
    return _romans().get(printed.lower())


@cache
def _romans() -> Mapping[str, int]:
    return {roman(number): number for number in range(1, _MOST_ROMAN)}


def _is_sign(note: Note) -> bool:
    """Say whether a note is marked by a sign, which stands outside the count."""
    return set(note.printed_number or "") <= _SIGNS and note.printed_number is not None


def _without_source(ties: Ties) -> Iterator[Finding]:
    """Notes behind an incident or figure that name nothing one could look up."""
    reading = ties.reading
    cited = {c.note for c in reading.citations} | {a.note for a in reading.addresses}
    claims = {number: s.claim for s in reversed(ties.supports) for number in s.notes}
    named = [s.span for s in reading.symbols] + [m.span for m in reading.instruments]
    for note in reading.notes:
        text = note.flow.text
        if note.number in cited or len(text) > _LONGEST_PLAIN_NOTE or _REFERENCE.search(text):
            continue
        if any(note.span.holds(span) for span in named):
            continue
        claim = claims.get(note.number)
        if claim is None or claim.kind not in _CHECKED:
            continue
        yield finding(
            "CIT207",
            _head(note, reading),
            f"Note {note.number} explains and names no source; "
            f"on what does claim {claim.number} rest?",
            claim=claim.number,
            note=note.number,
        )
