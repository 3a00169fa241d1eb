"""Footnotes of a document: blocks and markers, matched as a whole.

Markers and notes are two lists in the same order. Each pair of a marker candidate and a note
with its number has a weight; the matching with the greatest total weight in which both lists
keep their order is taken. Only then are the notes looked at that found no marker: a misread sign
between the markers of its neighbours, or, where just one statement between them ends without a
marker, a lost marker whose place the order proves.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from averment.documents.body import body_flow, joined
from averment.documents.document import Document, Passage, PassageKind
from averment.documents.flow import Flow
from averment.documents.note import Marker, MarkerKind, Note
from averment.apparatus.note_block import (
    ROMAN,
    SIGNAL,
    NoteBlock,
    numbered_blocks,
    unnumbered_blocks,
)
from averment.apparatus.note_inline import split_inline
from averment.apparatus.note_marker import (
    Candidate,
    candidates,
    misread_signs,
    roman_candidates,
)
from averment.apparatus.note_sign import sign_notes
from averment.documents.span import Span
from averment.documents.superscript import plain_digits

STATEMENT_END = re.compile(r"[.;!?][”\"’')\]]*(?=\s|$)|\n|$")
MOST_PAIRS_PER_CANDIDATE = 3
ANCHOR_LENGTH = 400
FEWEST_UNNUMBERED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNotes:
    """The notes of a document, and the document with their passages marked as such."""

    document: Document
    notes: tuple[Note, ...]
    orphans: tuple[Marker, ...]
    """Markers that lead to no note of this document."""


def find_notes(document: Document) -> FoundNotes:
    """Find the notes of `document` and match each with its marker."""
    if document.notes:
        return _declared(document)
    document = split_inline(document)
    marked = _firm_numbers(document)
    blocks = (
        _placed_blocks(document)
        or numbered_blocks(document.passages, marked=marked)
        or _trusted_unnumbered(document, marked)
    )
    signs = sign_notes(document, taken=frozenset(i for b in blocks for i in b.passages))
    document = _with_note_passages(document, [*blocks, *(s.block for s in signs)])
    body = body_flow(document)
    found = candidates(body, raised=document.raised)
    if blocks and _is_roman(blocks):
        found = tuple(sorted([*found, *roman_candidates(body, ROMAN)]))
    numbers = [b.number if b.number is not None else i + 1 for i, b in enumerate(blocks)]
    chosen = _aligned(found, blocks, numbers)
    notes = _notes(body, blocks, numbers, chosen)
    notes += [sign.note for sign in signs]
    taken = {c.start for c in chosen.values()}
    firm = (MarkerKind.SUPERSCRIPT, MarkerKind.RAISED, MarkerKind.BRACKETED)
    orphans = tuple(
        Marker(span=body.span(c.start, c.end), raw=c.raw, kind=c.kind)
        for c in found
        if c.kind in firm and c.weight >= 2.5 and c.start not in taken  # noqa: PLR2004 - firm signs only
    )
    return FoundNotes(
        document=document,
        notes=tuple(sorted(notes, key=lambda note: note.span.start)),
        orphans=orphans,
    )


def _declared(document: Document) -> FoundNotes:
    """Take over what the format itself says."""
    body = body_flow(document)
    places = {reference.key: reference for reference in reversed(document.references)}
    notes = []
    for declared in document.notes:
        flows = [document.passages[i].flow for i in declared.passages]
        if not flows:
            continue
        passages = [document.passages[i] for i in declared.passages]
        reference = places.get(declared.key)
        marker = anchor = None
        if reference is not None:
            raw = reference.span.of(document.text)
            marker = Marker(span=reference.span, raw=raw, kind=MarkerKind.DECLARED)
            anchor = _anchor(body, body.offset_of(reference.span.start), ())
        notes.append(
            Note(
                number=declared.number,
                span=Span(passages[0].span.start, passages[-1].span.end),
                flow=_joined_flow(passages),
                printed_number=declared.number,
                marker=marker,
                anchor=anchor,
            )
        )
    keys = {declared.key for declared in document.notes}
    orphans = tuple(
        Marker(span=r.span, raw=r.span.of(document.text), kind=MarkerKind.DECLARED)
        for r in document.references
        if r.key not in keys
    )
    return FoundNotes(document=document, notes=tuple(notes), orphans=orphans)


def _joined_flow(passages: Sequence[Passage]) -> Flow:
    return joined(list(passages))


def _firm_numbers(document: Document) -> frozenset[int]:
    """Return the numbers for which the text holds a marker that is surely one."""
    body = body_flow(document)
    return frozenset(
        c.number
        for c in candidates(body, raised=document.raised)
        if c.kind is not MarkerKind.PLAIN and c.kind is not MarkerKind.SIGN
    )


def _placed_blocks(document: Document) -> list[NoteBlock]:
    """Return the notes that the reader of the format knows by their place on the page."""
    return [
        NoteBlock(
            passages=(index,),
            number=int(label) if (label := plain_digits(passage.label or "")).isdecimal() else None,
            printed=passage.label,
            flow=passage.flow,
        )
        for index, passage in enumerate(document.passages)
        if passage.kind is PassageKind.FOOTNOTE
    ]


def _trusted_unnumbered(document: Document, marked: frozenset[int]) -> list[NoteBlock]:
    """Return unnumbered notes where markers in the text, or their own form, speak for them."""
    blocks = unnumbered_blocks(document.passages)
    signalled = sum(SIGNAL.match(block.flow.text) is not None for block in blocks)
    if any(number <= len(blocks) + 1 for number in marked):
        return blocks
    return blocks if len(blocks) >= FEWEST_UNNUMBERED and signalled * 2 > len(blocks) else []


def _is_roman(blocks: Sequence[NoteBlock]) -> bool:
    return any(b.printed is not None and b.printed in ROMAN for b in blocks)


def _with_note_passages(document: Document, blocks: Sequence[NoteBlock]) -> Document:
    """Mark the passages of each note, one passage a note."""
    merged: dict[int, Passage] = {}
    dropped: set[int] = set()
    for block in blocks:
        first = block.passages[0]
        merged[first] = replace(
            document.passages[first],
            kind=PassageKind.FOOTNOTE,
            flow=block.flow,
            label=block.printed or document.passages[first].label,
        )
        dropped.update(block.passages[1:])
    passages = tuple(
        merged.get(index, passage)
        for index, passage in enumerate(document.passages)
        if index not in dropped
    )
    return replace(document, passages=passages)


def _aligned(
    found: Sequence[Candidate], blocks: Sequence[NoteBlock], numbers: Sequence[int]
) -> dict[int, Candidate]:
    """Return the heaviest matching in which markers and notes keep their order.

    A weighted longest increasing subsequence over the pairs (marker, note), in
    O(pairs log pairs).
    """
    of_number: dict[int, list[int]] = defaultdict(list)
    for index, number in enumerate(numbers):
        of_number[number].append(index)
    pairs: list[tuple[Candidate, int]] = []
    for candidate in found:
        indexes = of_number.get(candidate.number, [])
        pairs += [(candidate, index) for index in indexes[:MOST_PAIRS_PER_CANDIDATE]]
        if len(indexes) > MOST_PAIRS_PER_CANDIDATE:
            starts = [blocks[i].flow.at(0) for i in indexes]
            near = bisect_right(starts, candidate.start)
            pairs += [
                (candidate, i)
                for i in indexes[near : near + 1]
                if i not in indexes[:MOST_PAIRS_PER_CANDIDATE]
            ]
    best = [0.0] * (len(blocks) + 1)
    trace = [-1] * (len(blocks) + 1)
    weight: list[float] = []
    previous: list[int] = []

    def highest(end: int) -> int:
        """Return the pair with the most weight among notes before `end`."""
        top, at = 0.0, -1
        while end > 0:
            if best[end] > top:
                top, at = best[end], trace[end]
            end -= end & -end
        return at

    pending: list[tuple[int, int]] = []
    place = -1
    for number, (candidate, index) in enumerate(pairs):
        if candidate.start != place:
            for pair, note in pending:
                _raise(best, trace, note + 1, weight[pair], pair)
            pending = []
            place = candidate.start
        before = highest(index)
        gained = candidate.weight + (weight[before] if before >= 0 else 0.0)
        weight.append(gained)
        previous.append(before)
        pending.append((number, index))
    for pair, note in pending:
        _raise(best, trace, note + 1, weight[pair], pair)
    at = highest(len(blocks))
    chosen: dict[int, Candidate] = {}
    while at >= 0:
        candidate, index = pairs[at]
        chosen[index] = candidate
        at = previous[at]
    return chosen


def _raise(best: list[float], trace: list[int], at: int, weight: float, pair: int) -> None:
    while at < len(best):
        if weight > best[at]:
            best[at], trace[at] = weight, pair
        at += at & -at


def _notes(
    body: Flow,
    blocks: Sequence[NoteBlock],
    numbers: Sequence[int],
    chosen: Mapping[int, Candidate],
) -> list[Note]:
    chosen = dict(chosen)
    for run in _unmatched_runs(len(blocks), chosen):
        start, end = _between(run, chosen, body, blocks)
        for index, place in zip(run, _misread(body.text, start, end, run), strict=False):
            raw = body.text[place[0] : place[1]]
            chosen[index] = Candidate(*place, numbers[index], MarkerKind.MISREAD, 0.0, raw)
    notes = []
    for index, block in enumerate(blocks):
        candidate = chosen.get(index)
        marker = anchor = None
        inferred = False
        if candidate is not None:
            span = body.span(candidate.start, candidate.end)
            marker = Marker(span=span, raw=candidate.raw, kind=candidate.kind)
            anchor = _anchor(body, candidate.start, marker_ends(chosen))
        elif index - 1 in chosen or index + 1 in chosen:
            anchor = _lost_anchor(body, *_between([index], chosen, body, blocks))
            inferred = anchor is not None
        number = block.printed if block.printed and not block.printed[0].isdigit() else None
        notes.append(
            Note(
                number=_plain_number(number, numbers[index]),
                span=block.flow.span(0, len(block.flow.text)),
                flow=block.flow,
                printed_number=block.printed,
                marker=marker,
                anchor=anchor,
                marker_inferred=inferred,
            )
        )
    return notes


def _plain_number(printed: str | None, number: int) -> str:
    return (
        printed
        if printed is not None and printed.isalpha() and printed.isascii()
        else str(number)
    )


def marker_ends(chosen: Mapping[int, Candidate]) -> tuple[int, ...]:
    """Return where the chosen markers end, in order."""
    return tuple(sorted(c.end for c in chosen.values()))


def _unmatched_runs(count: int, chosen: Mapping[int, Candidate]) -> list[list[int]]:
    """Return the notes without marker, those next to each other together."""
    runs: list[list[int]] = []
    for index in range(count):
        if index in chosen:
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _misread(text: str, start: int, end: int, run: Sequence[int]) -> list[tuple[int, int]]:
    """Return the misread markers of a run of notes: as many signs as notes, or none."""
    strong, weak = misread_signs(text, start, end)
    if len(strong) == len(run):
        return strong
    together = sorted([*strong, *weak])
    if len(together) == len(run):
        return together
    return strong[:1] if len(run) == 1 else []


def _between(
    run: Sequence[int], chosen: Mapping[int, Candidate], body: Flow, blocks: Sequence[NoteBlock]
) -> tuple[int, int]:
    """Return the range of the body in which the markers of a run of notes must stand."""
    before = [c.end for i, c in chosen.items() if i < run[0]]
    after = [c.start for i, c in chosen.items() if i > run[-1]]
    start = max(before, default=0)
    end = min(after, default=len(body.text))
    own = body.offset_of(blocks[run[0]].flow.at(0))
    return start, min(end, own) if own > start else end


def _lost_anchor(body: Flow, start: int, end: int) -> Span | None:
    """Return the one statement that ends between two markers without one of its own."""
    if start >= end or end - start > ANCHOR_LENGTH * 2:
        return None
    ends: list[int] = []
    for match in STATEMENT_END.finditer(body.text, start, end):
        words = body.text[ends[-1] if ends else start : match.end()]
        if sum(c.isalpha() for c in words) > 8:  # noqa: PLR2004 - "; and" is no statement
            ends.append(match.end())
    # The last statement runs up to the next marker, if there is one, and so has its own.
    last = end == len(body.text)
    own = [e for e in ends if last or any(c.isalnum() for c in body.text[e:end])]
    if len(own) != 1:
        return None
    words = body.text[start : own[0]]
    lead = len(words) - len(words.lstrip(" ,;.)–—-\n"))
    for link in ("and ", "or ", "as well as "):
        if words[lead:].startswith(link):
            lead += len(link)
    return body.span(start + lead, own[0])


def _anchor(body: Flow, marker: int, ends: Sequence[int]) -> Span | None:
    """Return the words that a marker stands behind: back to the statement's start."""
    low = max(0, marker - ANCHOR_LENGTH)
    before = [end for end in ends if end <= marker]
    low = max(low, before[-1] if before else 0)
    start = low
    for match in re.finditer(
        r"[.!?][”\"’')\]]*\s+(?=[A-Z\"“‘(])|\n+", body.text[low : max(low, marker - 3)]
    ):
        start = low + match.end()
    while start < marker and body.text[start] in " \n—–-,;.)":
        start += 1
    end = marker
    while end > start and body.text[end - 1].isspace():
        end -= 1
    return body.span(start, end) if end > start else None
