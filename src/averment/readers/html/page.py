"""The walk over a page: elements in reading order become passages, marks and notes.

White space is drawn together as a browser does, ``br`` ends a line, two of them a passage.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from averment.documents.document import (
    DeclaredNote,
    HtmlOrigin,
    Link,
    NoteReference,
    Notice,
    PassageKind,
)
from averment.documents.span import Span
from averment.readers.assembly import Assembly, Draft
from averment.readers.html.element import (
    BLOCKS,
    CELLS,
    DROPPED,
    HEADINGS,
    LISTS,
    is_furniture,
    is_hidden,
    is_raised,
    list_label,
    tag_of,
)
from averment.readers.html.notes import PageNotes
from averment.readers.note_label import printed_label_length

_WHITE = " \t\n\r\f"
_GAPS = re.compile(rf"[{_WHITE}]+")
_ABSOLUTE = re.compile(r"(?:https?|ftp)://\S", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_PRE_DEPTH = 8
"""A ``pre`` is looked for among so many of the innermost elements."""


@dataclass(slots=True, eq=False)
class _Mark:
    """A stretch that an element sets apart, while the element is open."""

    payload: str | None = None
    """Key of a note, address of a link, or None for raised type."""
    is_link: bool = False
    start: int | None = None


@dataclass(slots=True)
class _Frame:
    """An element that is open, and what was in force before it."""

    element: etree._Element
    tag: str
    step: str
    kind: PassageKind
    level: int
    label: str | None
    furniture: bool
    note: str | None
    mark: _Mark | None = None
    children: dict[str, int] = field(default_factory=dict)
    items: int = 0


@dataclass(slots=True)
class PageReader:
    """The walk over one page."""

    notes: PageNotes
    layout: frozenset[etree._Element]
    assembly: Assembly = field(default_factory=Assembly)
    frames: list[_Frame] = field(default_factory=list)
    draft: Draft | None = None
    pending: str = ""
    """White space to write before the next words."""
    marks: list[_Mark] = field(default_factory=list)
    note_passages: dict[str, list[int]] = field(default_factory=dict)
    hidden_count: int = 0

    def read(self, root: etree._Element) -> None:
        """Walk over all elements, without recursion: a stranger chose how deep they nest."""
        open_children = [iter(root)]
        self._enter(root)
        while open_children:
            child = next(open_children[-1], None)
            if child is None:
                open_children.pop()
                left = self._leave()
                if self.frames:
                    self._text(left.tail)
            elif self._is_read(child):
                self._enter(child)
                open_children.append(iter(child))
            else:
                self._text(child.tail)
        self._close()

    def declared(self) -> tuple[DeclaredNote, ...]:
        """Return the page's notes, those that a marker leads to first; some hold no words."""
        named = {one.key for one in self.assembly.references} | set(self.note_passages)
        return tuple(
            DeclaredNote(
                key=key, number=number, passages=tuple(self.note_passages.get(key, ()))
            )
            for key, number in self.notes.numbers.items()
            if key in named
        )

    def notices(self) -> tuple[Notice, ...]:
        """Return what must be known about how the page was read."""
        if not self.hidden_count:
            return ()
        text = (
            f"{self.hidden_count} hidden stretches of text were left out: "
            "the page holds words that its reader does not see."
        )
        return (Notice(code="hidden-text", text=text),)

    def _is_read(self, element: etree._Element) -> bool:
        tag = tag_of(element)
        if not tag or tag in DROPPED or element in self.notes.returns:
            if tag:
                self._step(tag)
            return False
        if is_hidden(element):
            self._step(tag)
            if not self.frames[-1].furniture and any(
                piece.strip() for piece in element.itertext()
            ):
                self.hidden_count += 1
            return False
        return True

    def _step(self, tag: str) -> str:
        """Count a child of the innermost open element and return its step of an XPath."""
        if not self.frames:
            return tag
        counts = self.frames[-1].children
        counts[tag] = counts.get(tag, 0) + 1
        counts["*"] = counts.get("*", 0) + 1
        if not _PLAIN_NAME.fullmatch(tag):
            return f"*[{counts['*']}]"
        if tag == "body":
            return tag
        return f"{tag}[{counts[tag]}]"

    def _enter(self, element: etree._Element) -> None:
        tag = tag_of(element)
        step = self._step(tag)
        if tag in BLOCKS:
            self._close()
        frame = self._frame(element, tag, step)
        self._begin_note(element, frame)
        self.frames.append(frame)
        frame.mark = self._mark(element, frame)
        if frame.mark is not None:
            self.marks.append(frame.mark)
        if tag == "br":
            self.pending = f"{self.pending.rstrip(' ')}\n"
        elif tag == "q":
            self._text("“")
        self._text(element.text)

    def _frame(self, element: etree._Element, tag: str, step: str) -> _Frame:
        above = self.frames[-1] if self.frames else None
        frame = _Frame(
            element=element,
            tag=tag,
            step=step,
            kind=PassageKind.PARAGRAPH if above is None else above.kind,
            level=0 if above is None else above.level,
            label=None,
            furniture=above is not None and above.furniture,
            note=None if above is None else above.note,
        )
        if tag in BLOCKS:
            frame.furniture = frame.furniture or is_furniture(element)
            self._set_kind(frame, above)
        return frame

    def _set_kind(self, frame: _Frame, above: _Frame | None) -> None:
        if frame.tag in HEADINGS:
            frame.kind, frame.level = PassageKind.HEADING, HEADINGS[frame.tag]
        elif frame.tag == "li":
            depth = sum(one.tag in LISTS for one in self.frames)
            frame.kind, frame.level = PassageKind.LIST_ITEM, max(0, depth - 1)
            before = 0 if above is None else above.items
            frame.label = list_label(frame.element, before=before)
            if above is not None:
                above.items += 1
        elif frame.tag in CELLS:
            laid_out = frame.element in self.layout
            frame.kind = PassageKind.PARAGRAPH if laid_out else PassageKind.TABLE_CELL
            frame.level = 0

    def _begin_note(self, element: etree._Element, frame: _Frame) -> None:
        block_key = self.notes.blocks.get(element)
        if block_key is not None:
            frame.note = block_key
        start_key = self.notes.starts.get(element)
        if start_key is None:
            return
        # The words before the anchor belong to what came before, unless it is only a label.
        if self.draft is not None and self.draft.note is not None:
            self._close()
        home = next((one for one in reversed(self.frames) if one.tag in BLOCKS), frame)
        home.note = frame.note = start_key
        for inner in self.frames[self.frames.index(home) :] if home is not frame else ():
            inner.note = start_key
        if self.draft is not None:
            self.draft.note = start_key

    def _mark(self, element: etree._Element, frame: _Frame) -> _Mark | None:
        key = self.notes.references.get(element)
        if key is not None:
            return _Mark(payload=key)
        if frame.furniture and frame.note is None:
            return None
        if frame.tag == "a":
            target = element.get("href") or ""
            if _ABSOLUTE.match(target.strip(_WHITE)):
                return _Mark(payload=target, is_link=True)
            return None
        return _Mark() if is_raised(element) else None

    def _leave(self) -> etree._Element:
        frame = self.frames[-1]
        if frame.tag == "q":
            self._text("”", glued=True)
        self.frames.pop()
        if frame.mark is not None:
            self._finish_mark(frame.mark)
            self.marks.remove(frame.mark)
        if frame.tag in BLOCKS:
            self._close(home=frame)
        return frame.element

    def _text(self, text: str | None, *, glued: bool = False) -> None:
        """Write a stretch of character data, white space drawn together."""
        if not text:
            return
        if any(frame.tag == "pre" for frame in self.frames[-_PRE_DEPTH:]):
            self._preformatted(text)
            return
        words = " ".join(_words(text))
        if not words:
            self.pending = self.pending or " "
            return
        if text[0] in _WHITE and not glued:
            self.pending = self.pending or " "
        self._write(words)
        self.pending = " " if text[-1] in _WHITE else ""

    def _preformatted(self, text: str) -> None:
        for number, line in enumerate(text.splitlines()):
            if number:
                self.pending = f"{self.pending.rstrip(' ')}\n"
            if line.strip():
                self._write(line.strip())
                self.pending = " " if line[-1].isspace() else ""
        if text.endswith("\n"):
            self.pending = f"{self.pending.rstrip(' ')}\n"

    def _write(self, words: str) -> None:
        if self.pending.count("\n") > 1:
            self._close()
        if self.draft is None:
            self.draft = self._opened()
        elif self.pending:
            self.draft.write(self.pending)
        self.pending = ""
        for mark in self.marks:
            if mark.start is None:
                mark.start = self.draft.length
        self.draft.write(words)

    def _opened(self) -> Draft:
        frame = self.frames[-1]
        if frame.note is not None:
            return Draft(kind=PassageKind.FOOTNOTE, note=frame.note)
        if frame.furniture:
            return Draft(kind=PassageKind.FURNITURE)
        label = None
        if frame.kind is PassageKind.LIST_ITEM:
            item = next((one for one in reversed(self.frames) if one.tag == "li"), frame)
            label, item.label = item.label, None
        return Draft(kind=frame.kind, label=label, level=frame.level)

    def _finish_mark(self, mark: _Mark) -> None:
        draft, start = self.draft, mark.start
        mark.start = None
        if draft is None or start is None:
            return
        span = Span(start, draft.length)
        if mark.is_link and mark.payload is not None:
            draft.links.append(Link(span=span, target=mark.payload))
        elif mark.payload is not None:
            draft.references.append(NoteReference(span=span, key=mark.payload))
        else:
            draft.raised.append(span)

    def _close(self, *, home: _Frame | None = None) -> None:
        """End the passage being written, if there is one."""
        self.pending = ""
        draft = self.draft
        if draft is None:
            return
        for mark in self.marks:
            self._finish_mark(mark)
        self.draft = None
        path = self._path(home)
        lead = 0
        if draft.note is not None:
            draft.kind, draft.level = PassageKind.FOOTNOTE, 0
            draft.label, lead = self._note_label(draft)
        index = self.assembly.add(draft, origin=lambda _: HtmlOrigin(path=path), lead=lead)
        if index is not None and draft.note is not None:
            self.note_passages.setdefault(draft.note, []).append(index)

    def _note_label(self, draft: Draft) -> tuple[str | None, int]:
        """Return the number of the note that begins here, and its length if it is printed."""
        if draft.note is None or draft.note in self.note_passages:
            return None, 0
        number = self.notes.numbers[draft.note]
        if any(frame.tag == "ol" for frame in self.frames):
            # The list itself prints the number: "3 March" is the beginning of the note.
            return number, 0
        return number, printed_label_length(draft.text, number)

    def _path(self, home: _Frame | None) -> str:
        steps = [frame.step for frame in self.frames]
        inner = len(steps)
        while home is None and inner > 1 and self.frames[inner - 1].tag not in BLOCKS:
            inner -= 1
        return "/" + "/".join([*steps[:inner], *([] if home is None else [home.step])])


def _words(text: str) -> list[str]:
    """Split at what HTML calls white space; a no-break space is none."""
    return _GAPS.split(text.strip(_WHITE)) if text.strip(_WHITE) else []
