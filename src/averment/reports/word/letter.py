"""A new Word file of a letter that came in another format, with real footnotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from unicodedata import bidirectional
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from averment.claims.reading import Reading
from averment.documents.document import DocxOrigin, Passage, PassageKind, RunAt
from averment.documents.flow import Flow
from averment.documents.note import Note
from averment.documents.span import Span
from averment.reports.marks import mark_on
from averment.reports.place import Places
from averment.reports.plain_words import passage_words, printable
from averment.reports.word.blank import BODY, FOOTNOTES, blank_parts, footnotes_part, main_part
from averment.reports.word.package import new_entry

DEEPEST_HEADING = 3
FIRST_NOTE_ID = 1
SEPARATORS = 2
"""Paragraphs of the note part before the first note: Word's two separators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """The file, and where each paragraph of the letter stands in it."""

    data: bytes
    origins: tuple[DocxOrigin, ...]


def new_letter(reading: Reading) -> NewLetter:
    """Return the letter as a Word file: headings, paragraphs, lists, real footnotes.

    Page furniture is left out. A note whose marker is lost gets a reference mark where the
    order of the others proves its place; otherwise it stays a paragraph where it is printed.
    """
    places = Places(document=reading.document)
    referenced, markers = _markers(reading, places)
    in_notes = {
        index
        for note in referenced
        for index in places.passages_in(note.span, limit=len(reading.document.passages))
        if reading.document.passages[index].kind is PassageKind.FOOTNOTE
    }
    ids = {id(note): number for number, note in enumerate(referenced, FIRST_NOTE_ID)}
    automatic = _numbered_by_word(referenced, reading.notes, markers)
    writer = _Writer(automatic=automatic)
    for index, passage in enumerate(reading.document.passages):
        if passage.kind is PassageKind.FURNITURE or index in in_notes:
            continue
        here = [
            (start, end, note, ids[id(note)]) for start, end, note in markers.get(index, ())
        ]
        writer.paragraph(passage, passage_words(passage, reading.document.text), here)
    for note in referenced:
        writer.note(note, ids[id(note)])
    return NewLetter(
        data=_packed(writer, language=reading.language), origins=tuple(writer.origins)
    )


_Placed = tuple[int, int, Note]


def _markers(
    reading: Reading, places: Places
) -> tuple[tuple[Note, ...], dict[int, list[_Placed]]]:
    """Return the notes that get a reference mark in the body, and the marks of each passage."""
    found: dict[int, list[_Placed]] = {}
    referenced: list[Note] = []
    for note in reading.notes:
        placed = _place(note, reading, places) if note.flow.text else None
        if placed is None:
            continue
        at, start, end = placed
        taken = found.setdefault(at, [])
        if all(end <= first or last <= start for first, last, _ in taken):
            taken.append((start, end, note))
            referenced.append(note)
    for marks in found.values():
        marks.sort(key=lambda mark: mark[:2])
    return tuple(referenced), found


def _place(note: Note, reading: Reading, places: Places) -> tuple[int, int, int] | None:
    """Return the passage of a note's marker and its range there, empty where it is lost.

    A lost marker has a place only where the order of the others proves it.
    """
    if note.marker is not None:
        span = note.marker.span
    elif note.marker_inferred and note.anchor is not None and len(note.anchor):
        span = Span(note.anchor.end - 1, note.anchor.end)
    else:
        return None
    at = places.passage_at(span.start)
    if at is None:
        return None
    passage = reading.document.passages[at]
    mark = mark_on(passage.flow, span, key=0)
    if mark is None or passage.kind in {PassageKind.FURNITURE, PassageKind.FOOTNOTE}:
        return None
    return at, mark.start if note.marker is not None else mark.end, mark.end


def _numbered_by_word(
    referenced: Sequence[Note], notes: Sequence[Note], markers: dict[int, list[_Placed]]
) -> bool:
    """Say whether Word's own numbering gives each note the number that the letter gives it."""
    in_order = [note for at in sorted(markers) for _, _, note in markers[at]]
    numbers = [note.number for note in in_order]
    return len(referenced) == len(notes) and numbers == [
        str(n) for n in range(1, len(numbers) + 1)
    ]


@dataclass(slots=True, kw_only=True)
class _Writer:
    """Paragraphs as they are written, and where their words stand."""

    automatic: bool
    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    origins: list[DocxOrigin] = field(default_factory=list)

    def paragraph(
        self, passage: Passage, words: str, markers: Sequence[tuple[int, int, Note, int]]
    ) -> None:
        """Write one passage, with a reference mark for each marker in it."""
        runs: list[str] = []
        places: list[RunAt] = []
        if passage.label:
            runs.append(f"<w:r>{_text(printable(passage.label))}<w:tab/></w:r>")
        at = 0
        for start, end, note, number in markers:
            self._words(passage.flow, words, at, start, runs, places)
            runs.append(self._reference(note, number))
            at = end
        self._words(passage.flow, words, at, len(words), runs, places)
        properties = _properties(passage, words)
        self.origins.append(DocxOrigin(part=BODY, paragraph=len(self.body), runs=tuple(places)))
        self.body.append(f"<w:p>{properties}{''.join(runs)}</w:p>")

    def note(self, note: Note, number: int) -> None:
        """Write one note into the note part."""
        mark = "<w:footnoteRef/>" if self.automatic else _text(printable(note.number))
        runs = [
            f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{mark}</w:r>',
            f"<w:r>{_text(' ')}</w:r>",
        ]
        places: list[RunAt] = []
        words = printable(note.flow.text)
        self._words(note.flow, words, 0, len(words), runs, places)
        self.origins.append(
            DocxOrigin(
                part=FOOTNOTES, paragraph=SEPARATORS + len(self.notes), runs=tuple(places)
            )
        )
        bidi = "<w:bidi/>" if _right_to_left(words) else ""
        self.notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{bidi}'
            f"</w:pPr>{''.join(runs)}</w:p></w:footnote>"
        )

    def _reference(self, note: Note, number: int) -> str:
        custom = "" if self.automatic else ' w:customMarkFollows="1"'
        mark = "" if self.automatic else _text(printable(note.number))
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference{custom} w:id="{number}"/>{mark}</w:r>'
        )

    def _words(
        self, flow: Flow, words: str, start: int, end: int, runs: list[str], places: list[RunAt]
    ) -> None:
        if start >= end:
            return
        part = flow.part(start, end)
        edges = [offset for offset, _ in part.runs[1:]] + [end - start]
        places += [
            RunAt(start=place, length=edge - offset, run=len(runs), offset=offset)
            for (offset, place), edge in zip(part.runs, edges, strict=True)
        ]
        turn = "<w:rPr><w:rtl/></w:rPr>" if _right_to_left(words[start:end]) else ""
        lines = words[start:end].split("\n")
        runs.append(f"<w:r>{turn}{'<w:br/>'.join(_text(line) for line in lines)}</w:r>")


def _text(words: str) -> str:
    # A tab is its own element in Word, and takes one character like it.
    inside = '</w:t><w:tab/><w:t xml:space="preserve">'.join(
        escape(word) for word in words.split("\t")
    )
    return f'<w:t xml:space="preserve">{inside}</w:t>'


def _right_to_left(words: str) -> bool:
    """Say which way the first letter with a direction runs (UAX 9, rule P2)."""
    return next(
        (bidirectional(c) != "L" for c in words if bidirectional(c) in {"L", "R", "AL"}), False
    )


def _properties(passage: Passage, words: str) -> str:
    match passage.kind:
        case PassageKind.HEADING:
            style = f"Heading{min(DEEPEST_HEADING, max(1, passage.level))}"
        case PassageKind.LIST_ITEM:
            style = "ListParagraph"
        case PassageKind.FOOTNOTE:
            style = "FootnoteText"
        case PassageKind.TABLE_CELL:
            style = "TableCell"
        case _:
            style = "Normal"
    step = 360 * (1 + min(passage.level, 8))
    indent = (
        f'<w:ind w:left="{step}" w:hanging="360"/>'
        if passage.kind is PassageKind.LIST_ITEM
        else ""
    )
    bidi = "<w:bidi/>" if _right_to_left(words) else ""
    return f"<w:pPr><w:pStyle w:val={quoteattr(style)}/>{bidi}{indent}</w:pPr>"


def _parts(writer: _Writer, *, language: str | None) -> Iterator[tuple[str, str]]:
    yield from blank_parts(language=language).items()
    yield BODY, main_part("".join(writer.body))
    yield FOOTNOTES, footnotes_part("".join(writer.notes))


def _packed(writer: _Writer, *, language: str | None) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in _parts(writer, language=language):
            archive.writestr(new_entry(name), content.encode("utf-8"))
    return packed.getvalue()
