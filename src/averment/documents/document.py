"""The letter or report being worked on, as one text that one can point into.

Every offset in Averment is a Unicode code point of ``Document.text``. The text is what the
reader of the format found, with nothing repaired: layout damage stays in it. What reads as one
passage is a `Passage` with its own `Flow`, in which line ends, hyphens at line ends and page
furniture in mid-sentence are gone.
"""

from dataclasses import dataclass
from enum import StrEnum

from averment.documents.flow import Flow
from averment.documents.span import Span


class Format(StrEnum):
    """What kind of file the bytes are."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    IMAGE = "image"


class PassageKind(StrEnum):
    """What part a passage plays on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    FOOTNOTE = "footnote"
    FURNITURE = "page furniture"
    SIGNATURE = "signature block"
    TABLE_CELL = "table cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAt:
    """Where a stretch of text stands in a DOCX paragraph."""

    start: int
    """Offset in ``Document.text``."""
    length: int
    run: int
    """Index of the ``w:r`` among all descendants ``w:r`` of the ``w:p``, in document order."""
    offset: int
    """Characters of the run's text before this stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxOrigin:
    """A paragraph of a DOCX part."""

    part: str
    """Name in the package, for example ``word/document.xml``."""
    paragraph: int
    """Index of the ``w:p`` among all descendants ``w:p`` of the part, in document order."""
    runs: tuple[RunAt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a PDF page, in points, origin at the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAt:
    """One line of a PDF page."""

    span: Span
    page: int
    """Counted from 1."""
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfOrigin:
    """Lines of a PDF."""

    lines: tuple[LineAt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlOrigin:
    """An element of a page."""

    path: str
    """XPath from the root, for example ``/html/body/p[3]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesOrigin:
    """Lines of a text file, counted from 1, both ends included."""

    first: int
    last: int


Origin = DocxOrigin | PdfOrigin | HtmlOrigin | LinesOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading, paragraph, list item, note: what reads as one piece."""

    kind: PassageKind
    flow: Flow
    """The words as they read, without layout; never empty."""
    origin: Origin
    label: str | None = None
    """Number or sign before the words ("3.", "(a)", "•", a note's number); not in `flow`."""
    level: int = 0
    """Depth of a heading (from 1) or of a list item (from 0)."""

    @property
    def span(self) -> Span:
        """From the first character to the last, with whatever stands between."""
        return self.flow.span(0, len(self.flow.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReference:
    """A note marker that the format declares: a DOCX note, an HTML or Markdown anchor."""

    span: Span
    """The marker as it stands in the text."""
    key: str
    """Equal to the `key` of the note's passages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredNote:
    """A note that the format itself declares."""

    key: str
    number: str
    """As a reader sees it: ``1``, ``iv``, ``*``."""
    passages: tuple[int, ...]
    """Indexes into ``Document.passages``; all of kind FOOTNOTE."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that carry an address which the reader of the page does not see."""

    span: Span
    target: str
    """The address exactly as the format gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a person must know about the file: what could not be read, what was assumed.

    The text never quotes the document.
    """

    code: str
    """A short stable name: ``encoding-assumed``, ``page-without-text``, ``part-missing``."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text, its passages in reading order, and where everything stands in the original."""

    name: str
    format: Format
    text: str
    passages: tuple[Passage, ...]
    """In reading order: body first as it stands, each note where the format puts it."""
    references: tuple[NoteReference, ...] = ()
    notes: tuple[DeclaredNote, ...] = ()
    raised: tuple[Span, ...] = ()
    """Stretches set in raised small type, whatever their characters."""
    links: tuple[Link, ...] = ()
    page_starts: tuple[int, ...] = ()
    """Offset of each page's first character; empty where the format has no pages."""
    notices: tuple[Notice, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """Return the page that `offset` stands on, counted from 1, or None without pages."""
        if not self.page_starts:
            return None
        return max(1, sum(start <= offset for start in self.page_starts))
