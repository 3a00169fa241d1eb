"""One text written from pages, with passages, raised signs and links pointing into it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from averment.documents.document import (
    Box,
    LineAt,
    Link,
    Passage,
    PassageKind,
    PdfOrigin,
)
from averment.documents.span import Span
from averment.readers.linebreak import flow_of_lines, vocabulary_of
from averment.readers.page.block import Block
from averment.readers.page.passages import Part
from averment.readers.page.placed import Line

BLANK_LINE = "\n\n"
MOST_LINES = 12
"""A rectangle over more lines links the page or a picture, not words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """What the pages of a document say, as fields for `Document`."""

    text: str
    passages: tuple[Passage, ...]
    raised: tuple[Span, ...]
    page_starts: tuple[int, ...]
    lines: tuple[LineAt, ...]
    """Every line, in the order of the text."""
    printed: tuple[Line, ...]
    """The same lines, as they stand on the page."""
    furniture: frozenset[int]
    """Indexes of those that are page furniture."""


@dataclass(slots=True)
class _Writing:
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> Span:
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        return Span(start, self.length)


def write_pages(pages: Sequence[Sequence[Part]]) -> PageText:
    """Write the parts of all pages one after another, a blank line between them."""
    writing = _Writing()
    blocks: dict[int, tuple[Block, list[LineAt]]] = {}
    placed: list[LineAt] = []
    printed: list[Line] = []
    furniture: set[int] = set()
    starts: list[int] = []
    for parts in pages:
        started = False
        for part in parts:
            if writing.length:
                writing.add(BLANK_LINE)
            if not started:
                starts.append(writing.length)
                started = True
            for number, line in enumerate(part.lines):
                if number:
                    writing.add("\n")
                at = LineAt(span=writing.add(line.text), page=line.page, box=line.box)
                blocks.setdefault(id(part.block), (part.block, []))[1].append(at)
                if part.block.kind is PassageKind.FURNITURE:
                    furniture.add(len(placed))
                placed.append(at)
                printed.append(line)
        if not started:
            starts.append(writing.length)
    text = "".join(writing.pieces)
    return PageText(
        text=text,
        passages=_passages(text, list(blocks.values())),
        raised=tuple(
            Span(at.span.start + start, at.span.start + end)
            for at, line in zip(placed, printed, strict=True)
            for start, end in line.raised()
        ),
        page_starts=tuple(starts),
        lines=tuple(placed),
        printed=tuple(printed),
        furniture=frozenset(furniture),
    )


def _passages(text: str, blocks: Sequence[tuple[Block, list[LineAt]]]) -> tuple[Passage, ...]:
    vocabulary = vocabulary_of(text)
    passages = []
    for block, lines in blocks:
        spans = [line.span for line in lines]
        label = None if block.label is None else block.label.text
        if block.label is not None:
            words = Span(spans[0].start + block.label.end, spans[0].end)
            spans[0] = words
        flow = flow_of_lines(text, spans, vocabulary=vocabulary)
        if flow.text:
            origin = PdfOrigin(lines=tuple(lines))
            passages.append(
                Passage(
                    kind=block.kind, flow=flow, origin=origin, label=label, level=block.level
                )
            )
    return tuple(sorted(passages, key=lambda passage: passage.span.start))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkArea:
    """A rectangle of a page that leads to an address."""

    page: int
    """Counted from 1."""
    box: Box
    target: str


def links_under(written: PageText, areas: Sequence[LinkArea]) -> tuple[Link, ...]:
    """Return the words under rectangles as links; neighbours with one address are one link.

    Furniture is left out: word processors draw a link that goes on over a page end across it.
    """
    by_page: dict[int, list[tuple[LineAt, Line]]] = {}
    for index, (at, line) in enumerate(zip(written.lines, written.printed, strict=True)):
        if index not in written.furniture:
            by_page.setdefault(at.page, []).append((at, line))
    links: list[Link] = []
    for area in areas:
        under = [
            (at, line)
            for at, line in by_page.get(area.page, ())
            if area.box.bottom <= line.baseline + line.size / 4 <= area.box.top
        ]
        if len(under) <= MOST_LINES:
            spans = [_covered(at, line, area.box) for at, line in under]
            links += [Link(span=span, target=area.target) for span in spans if span]
    return _merged(written.text, links)


def _covered(at: LineAt, line: Line, box: Box) -> Span | None:
    """Return the characters of a line whose middle lies between the sides of a rectangle."""
    start = end = None
    for offset, word in line.starts():
        lefts = word.lefts or tuple(
            word.left + word.width * i / len(word.text) for i in range(len(word.text))
        )
        for index, left in enumerate(lefts):
            right = lefts[index + 1] if index + 1 < len(lefts) else word.right
            if box.left <= (left + right) / 2 <= box.right:
                place = at.span.start + offset + index
                start = place if start is None else start
                end = place + 1
    return None if start is None or end is None else Span(start, end)


def _merged(text: str, links: Sequence[Link]) -> tuple[Link, ...]:
    merged: list[Link] = []
    for link in sorted(links, key=lambda link: (link.span, link.target)):
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.target == link.target
            and not text[last.span.end : link.span.start].strip()
        ):
            end = max(last.span.end, link.span.end)
            merged[-1] = Link(span=Span(last.span.start, end), target=link.target)
        else:
            merged.append(link)
    return tuple(merged)
