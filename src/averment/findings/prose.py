"""The words of a reading as the checks on figures, procedure and safety read them.

Each passage is put in level form (one form of quotes, dashes and spaces), with the note markers
blanked, so that "life.9" is not taken for a figure. A rule looks for its words in one passage
at a time; what it finds is told as a span of the document, with the claim and the note that it
stands in.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from averment.claims.reading import Reading
from averment.documents.document import Passage, PassageKind
from averment.documents.flow import Flow
from averment.documents.span import Span
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground, Severity
from averment.prose.levelled import Levelled, level
from averment.prose.sentence import sentences

_QUOTE = '"'
_CLOSING = re.compile(
    r"(?:yours\s(?:sincerely|faithfully|truly|respectfully)|sincerely|respectfully|"
    r"(?:with\s)?(?:best|kind|warm)\s(?:regards|wishes)|with\s(?:deep|high|great)\w*\s"
    r"respect|\(signed\))\b",
    re.IGNORECASE,
)
_LONGEST_CLOSING = 60
_PUNCTUATION = 2
"""Characters that may follow the words of a greeting."""
_TAKEN_IN = 600
"""Characters before and behind a place that a rule looks at; keeps the cost linear."""


class Part(StrEnum):
    """What part of a letter a passage belongs to."""

    HEAD = "head"
    """Before the text: date, address, subject, greeting."""
    BODY = "body"
    FOOT = "foot"
    """From the closing words on: signatures, contact lines, annexes."""
    NOTE = "note"


@dataclass(frozen=True)
class Stretch:
    """One passage in level form, note markers blanked."""

    index: int
    """Index into ``Document.passages``."""
    kind: PassageKind
    part: Part
    label: str | None
    levelled: Levelled

    @property
    def text(self) -> str:
        """Return the words in level form."""
        return self.levelled.text

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Return (start, end) of each sentence, offsets into `text`."""
        return sentences(Flow(self.levelled.text, ((0, 0),)))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.sentences)

    @cached_property
    def _quotes(self) -> tuple[int, ...]:
        return tuple(m.start() for m in re.finditer(_QUOTE, self.text))

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return the sentence that holds `offset`; the whole passage where none does."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and offset < self.sentences[place][1]:
            return self.sentences[place]
        return 0, len(self.text)

    def around(self, offset: int) -> tuple[int, int]:
        """Return what a reader takes in at once of the sentence that holds `offset`."""
        start, end = self.sentence_at(offset)
        return max(start, offset - _TAKEN_IN), min(end, offset + _TAKEN_IN)

    def is_quoted(self, offset: int) -> bool:
        """Say whether `offset` stands behind an opening quotation mark of the passage."""
        return bool(self._quotes) and bisect_right(self._quotes, offset) % 2 == 1

    def span(self, start: int, end: int) -> Span:
        """Return the document's span of ``text[start:end]``; the range must not be empty."""
        return self.levelled.span(start, end)

    def words(self, start: int, end: int) -> str:
        """Return the words as printed, without layout, of ``text[start:end]``."""
        return self.levelled.words(start, end)


@dataclass(frozen=True)
class Prose:
    """The passages of a reading, and the claims and notes that they hold."""

    reading: Reading
    stretches: tuple[Stretch, ...]
    """In the order of the text, page furniture left out."""
    head_end: int
    """Offset in the document where the head ends; 0 where there is none."""
    foot_start: int
    """Offset in the document where the closing begins; its length where there is none."""

    @property
    def body(self) -> tuple[Stretch, ...]:
        """Return what the sender says in the text itself, headings left out."""
        return tuple(
            s
            for s in self.stretches
            if s.part is Part.BODY
            and s.kind not in {PassageKind.HEADING, PassageKind.SIGNATURE}
        )

    @cached_property
    def _claims(self) -> tuple[tuple[int, int, int], ...]:
        return tuple(sorted((c.span.start, c.span.end, c.number) for c in self.reading.claims))

    @cached_property
    def _notes(self) -> tuple[tuple[int, int, str], ...]:
        return tuple(sorted((n.span.start, n.span.end, n.number) for n in self.reading.notes))

    def claim_at(self, span: Span) -> int | None:
        """Return the number of the claim that `span` begins in or touches."""
        place = bisect_right(self._claims, (span.end - 1, 1 << 62, 0)) - 1
        if place < 0:
            return None
        _, end, number = self._claims[place]
        return number if end > span.start else None

    def note_at(self, span: Span) -> str | None:
        """Return the number of the note that `span` stands in."""
        place = bisect_right(self._notes, (span.start, 1 << 62, "")) - 1
        if place < 0:
            return None
        _, end, number = self._notes[place]
        return number if end > span.start else None

    def finding(
        self,
        code: str,
        span: Span,
        message: str,
        *,
        severity: Severity | None = None,
        remedy: str | None = None,
        grounds: Sequence[Ground] = (),
    ) -> Finding:
        """Return a finding at `span`, with the claim and the note that hold it."""
        return finding(
            code,
            span,
            message,
            severity=severity,
            remedy=remedy,
            grounds=grounds,
            claim=self.claim_at(span),
            note=self.note_at(span),
        )


def read_prose(reading: Reading) -> Prose:
    """Level every passage of `reading` and say which part of the letter it belongs to."""
    document = reading.document
    notes = sorted((n.span.start, n.span.end) for n in reading.notes)
    markers = sorted(
        (n.marker.span.start, n.marker.span.end) for n in reading.notes if n.marker is not None
    )
    head_end = _end_of_head(reading)
    foot_start = _start_of_foot(reading, head_end)
    stretches = []
    for index, passage in enumerate(document.passages):
        if passage.kind is PassageKind.FURNITURE:
            continue
        span = passage.span
        if passage.kind is PassageKind.FOOTNOTE or _overlaps(notes, span):
            part = Part.NOTE
        elif span.end <= head_end + _PUNCTUATION:
            part = Part.HEAD
        elif span.start >= foot_start or passage.kind is PassageKind.SIGNATURE:
            part = Part.FOOT
        else:
            part = Part.BODY
        levelled = level(_without_markers(passage, span, markers))
        if levelled.text.strip():
            stretches.append(
                Stretch(
                    index=index,
                    kind=passage.kind,
                    part=part,
                    label=passage.label,
                    levelled=levelled,
                )
            )
    return Prose(
        reading=reading,
        stretches=tuple(stretches),
        head_end=head_end,
        foot_start=foot_start,
    )


def _end_of_head(reading: Reading) -> int:
    head = reading.letterhead
    if head.salutation is not None:
        return head.salutation.span.end
    # Without a greeting the head is whatever stands up to the last short line of the frame.
    ends = [part.span.end for part in (*head.addressees, head.date, head.subject) if part]
    first_claim = min((c.span.start for c in reading.claims), default=0)
    return max((end for end in ends if end <= first_claim), default=0)


def _start_of_foot(reading: Reading, head_end: int) -> int:
    document = reading.document
    starts = [
        s.span.start
        for s in reading.letterhead.signatories
        if s.span.start > max(head_end, len(document.text) // 4)
    ]
    starts += [
        p.span.start
        for p in document.passages
        if p.kind not in {PassageKind.FOOTNOTE, PassageKind.FURNITURE}
        and len(p.flow.text) < _LONGEST_CLOSING
        and p.span.start > head_end
        and _CLOSING.match(p.flow.text)
    ]
    # A sender named in the first lines only is no closing.
    last_request = max(
        (c.span.end for c in reading.claims if c.notes or c.allegations), default=head_end
    )
    later = [start for start in starts if start >= last_request]
    return min(later, default=len(document.text))


def _overlaps(ranges: Sequence[tuple[int, int]], span: Span) -> bool:
    place = bisect_right(ranges, (span.end - 1, 1 << 62)) - 1
    return place >= 0 and ranges[place][1] > span.start


def _without_markers(passage: Passage, span: Span, markers: Sequence[tuple[int, int]]) -> Flow:
    flow = passage.flow
    at = bisect_right(markers, (span.start, -1))
    if at >= len(markers) or markers[at][0] >= span.end:
        return flow
    words: list[str] = []
    done = 0
    for start, end in markers[at:]:
        if start >= span.end:
            break
        first, last = flow.offset_of(start), flow.offset_of(end)
        if first < done:
            continue
        words += (flow.text[done:first], " " * (last - first))
        done = last
    words.append(flow.text[done:])
    return Flow("".join(words), flow.runs)
