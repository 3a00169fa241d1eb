"""Plain text as a `Document`: lines become passages, and the text itself stays as it is.

A text file has only line ends to go by. Blank lines, indents, list signs and the width of the
lines tell where a passage begins; lines that repeat, and lone page numbers, are furniture of
the printed page and never part of a sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from averment.documents.body import pieces_of
from averment.readers.decode import decode
from averment.documents.document import (
    Document,
    Format,
    LinesOrigin,
    Notice,
    Passage,
    PassageKind,
)
from averment.documents.flow import Flow
from averment.readers.furniture import furniture_lines
from averment.readers.linebreak import flow_of_lines, vocabulary_of
from averment.apparatus.note_block import CITING, citing
from averment.documents.span import Span

WIDE_LINE = 120
"""A line longer than this was not broken by a typesetter: it is a passage by itself."""
SHORT_LINE = 0.66
"""A line under this share of the usual width ends a paragraph, if it also ends a sentence."""
HEADING_LENGTH = 90
PROSE_HEADING_LENGTH = 60
FEWEST_HEADING_LETTERS = 4
FEWEST_BEFORE_BREAK = 25
"""A shorter line is an address or a date, not the first half of a sentence."""
FEWEST_BEFORE_NAME = 40
"""As much must stand before a break that a capital letter follows."""
SENTENCE_END = re.compile(r"[.!?։。؟…:;]['\"”’»)\]]*(?:\s?[¹²³⁰⁴-⁹]+|\s?\[?\d{1,3}\]?)?$")
LIST_MARKER = re.compile(
    r"(?P<indent>[ \t]*)(?P<label>[-–—•●▪◦‣·*§]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]"
    r"|\[\d{1,3}\])(?P<gap>[ \t]+)(?=\S)"
)
NOTE_START = re.compile(
    r"\s*(?:(?:[¹²³⁰⁴-⁹]+|\d{1,3}|\*{1,3}|\d{1,3}/)\s*(?=[A-Z\"“'‘«*_]|https?:)"
    r"|[°?®©*•~^'’\"”]{1,2}(?:\s+(?=[A-Z\"“])|\s*$))"
)
"""A line that may begin a note: its number without a full stop."""
NOTE_BEFORE = re.compile(
    r"[.>)\"”’/]$|https?://\S+$|\d$|^(?i:notes|endnotes|footnotes|references)$"
)
OPEN_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "but", "that", "which", "who", "whose", "as", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "shall", "its", "their", "his", "her", "this", "these", "those", "into", "under"]
)
"""A passage that ends with one of these is not finished."""
SEPARATOR = re.compile(r"[\s_=*~.·—–-]{3,}$")
STRAY = dict.fromkeys(map(ord, "\ufffc\ufeff\u200b\u200e\u200f\u00ad"), None)


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its line end left out."""

    number: int
    """Counted from 1."""
    span: Span
    text: str

    @property
    def blank(self) -> bool:
        """Say whether nothing is printed on it."""
        return not self.text.translate(STRAY).strip()


def lines_of(text: str) -> tuple[Line, ...]:
    """Split at every line end, form feeds included; offsets count into `text`."""
    lines = []
    start = 0
    for number, piece in enumerate(re.split(r"(\r\n|[\n\r\f\v\x85\u2028\u2029])", text)):
        if number % 2 == 0:
            lines.append(Line(number // 2 + 1, Span(start, start + len(piece)), piece))
        start += len(piece)
    return tuple(lines)


def read_plain(data: bytes, *, name: str) -> Document:
    """Read a text file.

    Raises:
        InvalidDocumentError: The bytes are empty or not text.
    """
    decoded = decode(data)
    return document_of_text(decoded.text, name=name, notices=decoded.notices)


def document_of_text(text: str, *, name: str, notices: tuple[Notice, ...] = ()) -> Document:
    """Build the document of a text without markup."""
    lines = lines_of(text)
    page_starts = _page_starts(text, lines)
    breaks = frozenset(i for i, line in enumerate(lines) if line.span.start in page_starts)
    furniture = furniture_lines([line.text for line in lines], breaks=breaks)
    vocabulary = vocabulary_of(text)
    blocks = _blocks(lines, furniture=furniture)
    passages = [
        passage
        for block in blocks
        if (passage := _passage(text, block, vocabulary=vocabulary)) is not None
    ]
    return Document(
        name=name,
        format=Format.PLAIN,
        text=text,
        passages=_with_furniture(text, lines, furniture, _continued(_headed(passages))),
        page_starts=page_starts,
        notices=notices,
    )


def _page_starts(text: str, lines: Sequence[Line]) -> tuple[int, ...]:
    """Return where pages start; empty where the text has no form feed."""
    starts = [
        line.span.start for line in lines if text[line.span.start - 1 : line.span.start] == "\f"
    ]
    return (0, *starts) if starts else ()


def _usual_width(lines: Sequence[Line]) -> int:
    """Return the length that the typesetter's lines reach, in characters."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if not line.blank)
    return lengths[int(len(lengths) * 0.85)] if lengths else 0


def _blocks(lines: Sequence[Line], *, furniture: frozenset[int]) -> list[list[Line]]:
    """Group the lines that belong together."""
    width = _usual_width([line for i, line in enumerate(lines) if i not in furniture])
    wrapped = width <= WIDE_LINE
    blocks: list[list[Line]] = []
    current: list[Line] = []
    for index, line in enumerate(lines):
        if line.blank or index in furniture or SEPARATOR.match(line.text.strip()):
            if current:
                blocks.append(current)
            current = []
            continue
        if current and (not wrapped or _begins(line, current, width=width)):
            blocks.append(current)
            current = []
        current.append(line)
    if current:
        blocks.append(current)
    return blocks


def _begins(line: Line, block: Sequence[Line], *, width: int) -> bool:
    """Say whether `line` begins a new passage although no blank line stands before it."""
    before = block[-1].text.rstrip()
    if LIST_MARKER.match(line.text):
        # A hyphen or a number may also begin a line by chance in mid-sentence.
        chance = line.text.lstrip()[0] in "-–—" and before[-1:].isalnum()
        return not chance or len(before) < width * SHORT_LINE
    first = line.text.lstrip()[0]
    if NOTE_START.match(line.text) and NOTE_BEFORE.search(before):
        return True
    ends = SENTENCE_END.search(before) is not None
    opens = first.isupper() or first.isdigit() or first in "\"“'‘«(["
    if ends and opens and len(before) < width * SHORT_LINE:
        return True
    indent = len(line.text) - len(line.text.lstrip())
    indent_before = len(block[-1].text) - len(block[-1].text.lstrip())
    return (
        ends and opens and indent >= indent_before + 2 and not LIST_MARKER.match(block[0].text)
    )


def _passage(text: str, block: Sequence[Line], *, vocabulary: frozenset[str]) -> Passage | None:
    spans = []
    for line in block:
        words = line.text.strip(" \t\ufeff\ufffc\u200b")
        start = line.span.start + line.text.find(words)
        spans.append(Span(start, start + len(words)))
    label, level, kind = None, 0, PassageKind.PARAGRAPH
    marker = LIST_MARKER.match(block[0].text)
    if marker is not None:
        label = marker["label"]
        level = len(marker["indent"].expandtabs(4)) // 4
        kind = PassageKind.LIST_ITEM
        spans[0] = Span(block[0].span.start + marker.end(), spans[0].end)
        if spans[0].start >= spans[0].end:
            return None
    flow = flow_of_lines(text, spans, vocabulary=vocabulary)
    if not flow.text.strip():
        return None
    origin = LinesOrigin(first=block[0].number, last=block[-1].number)
    return Passage(kind=kind, flow=flow, origin=origin, label=label, level=level)


def _headed(passages: Sequence[Passage]) -> list[Passage]:
    """Tell headings from paragraphs: short, unfinished, capitalised, and text follows."""
    headed = []
    for index, passage in enumerate(passages):
        following = passages[index + 1 : index + 2]
        if _is_heading(passage, following[0] if following else None):
            headed.append(replace(passage, kind=PassageKind.HEADING, level=1))
        else:
            headed.append(passage)
    return headed


def _is_heading(passage: Passage, following: Passage | None) -> bool:
    words = passage.flow.text.strip()
    if following is None or len(words) > HEADING_LENGTH:
        return False
    if passage.kind is PassageKind.LIST_ITEM:
        numbered = passage.label is not None and passage.label[-1] == "."
        return numbered and words.isupper() and len(following.flow.text) > HEADING_LENGTH
    letters = [c for c in words if c.isalpha()]
    if len(letters) < FEWEST_HEADING_LETTERS or words[-1] in '.,;:!?"”)':
        return False
    if all(c.isupper() for c in letters):
        return True
    prose = len(following.flow.text) > HEADING_LENGTH and not words[0].islower()
    return prose and len(words) <= PROSE_HEADING_LENGTH and not any(c.isdigit() or c == "," for c in words)


def _continued(passages: Sequence[Passage]) -> list[Passage]:
    """Join passages that a page break or a lost line cut in mid-sentence."""
    joined: list[Passage] = []
    opened = -1
    for passage in passages:
        if opened >= 0 and continues(joined[opened], passage):
            if _is_note(passage):  # a note at the page's foot stands in mid-sentence
                joined.append(passage)
                continue
            joined[opened] = join(joined[opened], passage)
        else:
            joined.append(passage)
            opened = len(joined) - 1
    return joined


def _is_note(passage: Passage) -> bool:
    return NOTE_START.match(passage.flow.text) is not None and citing(passage.flow.text) >= CITING


def continues(before: Passage, after: Passage) -> bool:
    """Say whether `after` goes on with the sentence that `before` leaves open."""
    open_kinds = (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM)
    if before.kind not in open_kinds or after.kind is not PassageKind.PARAGRAPH:
        return False
    left, right = before.flow.text.rstrip(), after.flow.text.lstrip()
    if len(left) < FEWEST_BEFORE_BREAK or SENTENCE_END.search(left):
        return False
    last_word = left.rsplit(None, 1)[-1].casefold()
    if last_word in OPEN_WORDS or left[-1] in ",-–—(":
        return len(left) >= FEWEST_BEFORE_NAME
    return right[0].islower() or right[0] in ",;.)"


def join(before: Passage, after: Passage) -> Passage:
    """Return one passage that reads through both; what stands between is left out."""
    at = before.span.end
    pieces = [*pieces_of(before.flow)]
    if not before.flow.text[-1].isspace():
        pieces.append((at, " "))
    pieces += pieces_of(after.flow)
    origin = before.origin
    if isinstance(origin, LinesOrigin) and isinstance(after.origin, LinesOrigin):
        origin = LinesOrigin(first=origin.first, last=after.origin.last)
    return replace(before, flow=Flow.join(pieces), origin=origin)


def _with_furniture(
    text: str, lines: Sequence[Line], furniture: frozenset[int], passages: Sequence[Passage]
) -> tuple[Passage, ...]:
    """Add the furniture as passages, in the order of the text."""
    extra = []
    for index in sorted(furniture):
        line = lines[index]
        words = line.text.strip()
        start = line.span.start + line.text.find(words)
        origin = LinesOrigin(first=line.number, last=line.number)
        flow = Flow(text[start : start + len(words)], ((0, start),))
        extra.append(Passage(kind=PassageKind.FURNITURE, flow=flow, origin=origin))
    return tuple(sorted([*passages, *extra], key=lambda p: p.span.start))
