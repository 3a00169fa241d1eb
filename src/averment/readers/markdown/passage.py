"""One Markdown block as a reader sees it: its words, and where links and markers stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from averment.documents.document import Link
from averment.documents.flow import Flow
from averment.documents.span import Span
from averment.readers.markdown.blocks import Block
from averment.readers.markdown.inline import (
    Inline,
    InlineLink,
    Shown,
    has_signs,
    read_inline,
)
from averment.readers.note_label import is_way_back, note_label
from averment.readers.reading_flow import offset_in, reading_pieces, through

_TAG = re.compile(r"<[^<>]{1,40}>")
_LONGEST_MARKER = 60
_ADDRESS = re.compile(
    r"(?!mailto:|tel:|javascript:|data:|[#/.?])\S{0,40}(?:://|\.)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalLink:
    """A link with the look of a note marker that leads to a place in the same text."""

    span: Span
    """The whole construct in the document."""
    label: str
    fragment: str
    """Name of the place, or for a bare ``[1]`` the number of its definition."""
    bare: bool
    at_start: bool
    """It begins its passage, as the number before a note does."""
    flow_end: int
    """Offset in the passage's flow behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBlock:
    """A block with its signs understood."""

    block: Block
    flow: Flow
    links: tuple[Link, ...] = ()
    raised: tuple[Span, ...] = ()
    local: tuple[LocalLink, ...] = ()
    named: tuple[tuple[Span, str], ...] = ()
    """Each ``[^name]`` in the document, and its name."""
    anchors: tuple[str, ...] = ()
    """Names of places in this block."""
    commented: bool = False


def read_block(text: str, block: Block, *, definitions: Mapping[str, str]) -> ReadBlock:
    """Understand one block of the document `text`."""
    if len(block.pieces) == 1 and (block.literal or not has_signs(text, *block.pieces[0])):
        start, end = block.pieces[0]
        return ReadBlock(block=block, flow=Flow.join(reading_pieces(text[start:end], at=start)))
    raw = Flow.join(_source_pieces(text, block))
    inline = Inline() if block.literal else read_inline(raw.text, definitions=definitions)
    local = _show_markers(raw.text, inline)
    # Offsets in `kept` are of what is shown, before its white space is drawn together.
    kept = Flow.join(_kept_pieces(raw.text, inline))
    shown = Flow.join(reading_pieces(kept.text))
    flow = Flow.join(through(raw, through(kept, _as_pieces(shown))))
    view = _View(raw=raw, kept=kept, flow=flow)
    return ReadBlock(
        block=block,
        flow=flow,
        links=tuple(view.links(inline.links, skip=frozenset(id(one) for one, _ in local))),
        raised=tuple(span for one in inline.raised if (span := view.words(one)) is not None),
        local=tuple(view.local(link, label) for link, label in local),
        named=tuple((raw.span(one.start, one.end), name) for one, name in inline.notes),
        anchors=tuple(name for _, name in inline.anchors),
        commented=inline.commented,
    )


def _source_pieces(text: str, block: Block) -> Iterator[tuple[int, str]]:
    """Yield the block's lines, each line end as one character."""
    for number, (start, end) in enumerate(block.pieces):
        if number:
            yield block.pieces[number - 1][1], "\n"
        yield start, text[start:end]


def _as_pieces(flow: Flow) -> Iterator[tuple[int, str]]:
    for index, (start, place) in enumerate(flow.runs):
        end = flow.runs[index + 1][0] if index + 1 < len(flow.runs) else len(flow.text)
        yield place, flow.text[start:end]


def _kept_pieces(source: str, inline: Inline) -> Iterator[tuple[int, str]]:
    at = 0
    for start, end in sorted(inline.hidden):
        yield from _replaced(source, at, start, inline)
        at = max(at, end)
    yield from _replaced(source, at, len(source), inline)


def _replaced(source: str, start: int, end: int, inline: Inline) -> Iterator[tuple[int, str]]:
    # An entity's first character always ends the stretch: the rest of the entity is hidden.
    if start >= end:
        return
    if end - 1 in inline.replaced:
        yield start, source[start : end - 1] + inline.replaced[end - 1]
    else:
        yield start, source[start:end]


def _show_markers(source: str, inline: Inline) -> list[tuple[InlineLink, str]]:
    """Keep in sight what stands for a note, and hide what only leads back from one."""
    local: list[tuple[InlineLink, str]] = []
    hidden = set(inline.hidden)
    for link in inline.links:
        if not link.bracketed and not link.target.startswith("#"):
            continue
        words = _TAG.sub("", source[link.words.start : link.words.end][:_LONGEST_MARKER])
        label = note_label(words.replace("\\", "").strip("^") or words)
        if link.bracketed and (label is None or not label.isdigit()):
            continue
        opening = (link.outer.start, link.outer.start + 1)
        closing = (link.words.end, link.outer.end)
        if label is not None:
            local.append((link, label))
            if words.isalnum() and words.isascii() and {opening, closing} <= hidden:
                # "resolution[1]" cannot be taken for a number of the text, "resolution1" can.
                hidden -= {opening, closing}
                hidden.add((closing[0] + 1, closing[1]))
        elif is_way_back(words):
            hidden.add((link.outer.start, link.outer.end))
    hidden.update((note.start + 1, note.start + 2) for note, _ in inline.notes)
    inline.hidden = sorted(hidden)
    return local


@dataclass(frozen=True, slots=True)
class _View:
    """The three texts of a block and the way between them."""

    raw: Flow
    kept: Flow
    flow: Flow

    def words(self, shown: Shown) -> Span | None:
        """Return where the words of a stretch stand in the document, None if it has none."""
        start, end = offset_in(self.kept, shown.start), offset_in(self.kept, shown.end)
        while start < end and self.kept.text[start].isspace():
            start += 1
        while start < end and self.kept.text[end - 1].isspace():
            end -= 1
        if start == end:
            return None
        return self.raw.span(self.kept.at(start), self.kept.at(end - 1) + 1)

    def links(self, links: list[InlineLink], *, skip: frozenset[int]) -> Iterator[Link]:
        for link in links:
            if id(link) in skip or _ADDRESS.match(link.target) is None:
                continue
            span = self.words(link.words)
            if span is not None:
                yield Link(span=span, target=link.target)

    def local(self, link: InlineLink, label: str) -> LocalLink:
        span = self.raw.span(link.outer.start, link.outer.end)
        return LocalLink(
            span=span,
            label=label,
            fragment=label if link.bracketed else link.target[1:],
            bare=link.bracketed,
            at_start=offset_in(self.flow, span.start) == 0,
            flow_end=offset_in(self.flow, span.end),
        )
