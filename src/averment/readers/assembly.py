"""One text put together from pieces, for formats whose files hold no text of their own.

HTML and DOCX hold elements, not a text to point into. Their readers write each passage into a
`Draft`, with marks over stretches of it, and an `Assembly` sets the drafts one after another,
a blank line between them, and moves their marks along.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from averment.documents.document import (
    DeclaredNote,
    Document,
    Format,
    Link,
    NoteReference,
    Notice,
    Origin,
    Passage,
    PassageKind,
    RunAt,
)
from averment.documents.flow import Flow
from averment.documents.span import Span
from averment.errors import InvalidDocumentError
from averment.readers.decode import NO_WORDS
from averment.readers.reading_flow import reading_pieces

BLANK_LINE = "\n\n"


@dataclass(slots=True)
class Draft:
    """One passage while it is being written; its marks count from its own beginning."""

    kind: PassageKind
    label: str | None = None
    level: int = 0
    note: str | None = None
    """Key of the note that it belongs to."""
    words: list[str] = field(default_factory=list)
    length: int = 0
    raised: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    references: list[NoteReference] = field(default_factory=list)
    runs: list[RunAt] = field(default_factory=list)

    def write(self, words: str) -> Span:
        """Append `words` and return where they stand in this draft."""
        start = self.length
        self.words.append(words)
        self.length += len(words)
        return Span(start, self.length)

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(self.words)


@dataclass(slots=True)
class Assembly:
    """A document's text and passages while they are being put together."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    passages: list[Passage] = field(default_factory=list)
    raised: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    references: list[NoteReference] = field(default_factory=list)

    def add(
        self, draft: Draft, *, origin: Callable[[tuple[RunAt, ...]], Origin], lead: int = 0
    ) -> int | None:
        """Append `draft` and return the index of its passage, or None if nothing can be read.

        Args:
            draft: The passage; a draft without words leaves no trace.
            origin: Makes the passage's origin from its runs, moved to their final place.
            lead: Characters at the draft's beginning that are its label and not its words.
        """
        body = draft.text
        before = BLANK_LINE if self.parts else ""
        if draft.label is not None and lead == 0:
            before += f"{draft.label} "
        base = self.length + len(before)
        flow = Flow.join(reading_pieces(body[lead:], at=base + lead))
        if not flow.text:
            return None
        self.parts += (before, body)
        self.length = base + len(body)
        runs = tuple(
            RunAt(start=base + run.start, length=run.length, run=run.run, offset=run.offset)
            for run in draft.runs
        )
        self.passages.append(
            Passage(
                kind=draft.kind,
                flow=flow,
                origin=origin(runs),
                label=draft.label,
                level=draft.level,
            )
        )
        self.raised += [_moved(span, base) for span in draft.raised]
        self.links += [
            Link(span=_moved(link.span, base), target=link.target) for link in draft.links
        ]
        self.references += [
            NoteReference(span=_moved(reference.span, base), key=reference.key)
            for reference in draft.references
        ]
        return len(self.passages) - 1

    def document(
        self,
        *,
        name: str,
        form: Format,
        notes: tuple[DeclaredNote, ...],
        notices: tuple[Notice, ...],
    ) -> Document:
        """Return the finished document.

        Raises:
            InvalidDocumentError: It has no words.
        """
        if not self.passages:
            raise InvalidDocumentError(NO_WORDS)
        return Document(
            name=name,
            format=form,
            text="".join(self.parts),
            passages=tuple(self.passages),
            references=tuple(self.references),
            notes=notes,
            raised=tuple(self.raised),
            links=tuple(self.links),
            notices=notices,
        )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
