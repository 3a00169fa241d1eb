"""Lines of a document, as the frame of a letter is read: one by one.

An address block or a list of signatories has no sentences; the line is its unit. A passage may
hold several lines, or a line be a passage of its own; both give the same `FrameLine` values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from averment.documents.document import Document, Passage, PassageKind
from averment.documents.span import Span

LINE_ENDS = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")
INITIAL = re.compile(r"[A-Z]\.")
_EDGES = " \t\u00a0*_#>|~"
_TRAILING_MARKERS = re.compile(r"(?:[⁰¹²³⁴-⁹†‡]{1,3}|\[\d{1,3}\])+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameLine:
    """One line of a passage, emphasis signs and trailing note markers left out."""

    passage: int
    """Index into ``Document.passages``."""
    start: int
    """Offset in the passage's flow."""
    end: int
    text: str
    first: bool
    """It opens its passage."""
    last: bool
    kind: PassageKind
    initial: str = ""
    """ "G." before "Novak", which the reader of the format took for the sign of a list."""

    def span(self, document: Document, start: int = 0, end: int | None = None) -> Span:
        """Return where ``text[start:end]`` stands in the document; not empty."""
        stop = len(self.text) if end is None else end
        flow = document.passages[self.passage].flow
        return flow.span(self.start + start, self.start + stop)


def frame_lines(document: Document, *, furniture: bool = False) -> tuple[FrameLine, ...]:
    """Return the lines of the body in reading order; notes and blank lines are left out.

    Args:
        document: The document.
        furniture: Give the lines of running headers and footers, and nothing else.
    """
    lines: list[FrameLine] = []
    for index, passage in enumerate(document.passages):
        wanted = (passage.kind is PassageKind.FURNITURE) is furniture
        if wanted and passage.kind is not PassageKind.FOOTNOTE:
            lines += _lines_of_passage(document.text, index, passage)
    return tuple(lines)


def _lines_of_passage(text: str, index: int, passage: Passage) -> list[FrameLine]:
    words = passage.flow.text
    listed = passage.kind is PassageKind.LIST_ITEM
    initial = (passage.label or "") if listed and INITIAL.fullmatch(passage.label or "") else ""
    bounds = [0, *_breaks(text, passage), len(words)]
    pieces = [
        trimmed
        for start, end in pairwise(bounds)
        if (trimmed := _trimmed(words, start, end)) is not None
    ]
    return [
        FrameLine(
            passage=index,
            start=start,
            end=end,
            text=words[start:end],
            first=number == 0,
            last=number == len(pieces) - 1,
            kind=PassageKind.PARAGRAPH if initial else passage.kind,
            initial=initial if number == 0 else "",
        )
        for number, (start, end) in enumerate(pieces)
    ]


def _breaks(text: str, passage: Passage) -> Iterator[int]:
    """Yield the flow's offsets at which a new line of the document begins."""
    flow = passage.flow
    ends = [start for start, _ in flow.runs[1:]] + [len(flow.text)]
    before_end: int | None = None
    for (start, place), end in zip(flow.runs, ends, strict=True):
        # A word broken at a line end goes on without a blank: no new line there.
        blank = start > 0 and (flow.text[start - 1].isspace() or flow.text[start].isspace())
        if before_end is not None and blank and LINE_ENDS.search(text, before_end, place):
            yield start
        for found in LINE_ENDS.finditer(text, place, place + end - start):
            yield start + found.start() - place
        before_end = place + end - start


def _trimmed(words: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (words[start] in _EDGES or words[start].isspace()):
        start += 1
    while start < end and (words[end - 1] in _EDGES or words[end - 1].isspace()):
        end -= 1
    window = max(start, end - 12)
    markers = _TRAILING_MARKERS.search(words[window:end])
    if markers is not None and window + markers.start() > start:
        end = window + markers.start()
        while start < end and words[end - 1].isspace():
            end -= 1
    return (start, end) if start < end else None
