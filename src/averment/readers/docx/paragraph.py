"""One paragraph of a DOCX: its words, note markers, links and raised type.

Runs are counted as `RunAt` says. The characters of a run are those of ``w:t``, and one for
each ``w:tab``, ``w:br``, ``w:cr``, ``w:noBreakHyphen``, ``w:softHyphen`` and ``w:sym``; a note
marker counts none, since the file holds no character for it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from averment.documents.document import Link, NoteReference, RunAt
from averment.documents.span import Span
from averment.readers.assembly import Draft
from averment.readers.docx.marks import NoteSeries, Remarks
from averment.readers.docx.package import MC, R, Relation, W
from averment.readers.docx.style import Styles, hidden_by, raised_by, value_of
from averment.readers.numeral import superscript

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)?\"([^\"]{1,4000})\"", re.IGNORECASE)
_CONTROL = re.compile(r"[\t\r\n]")
_OFF = frozenset({"0", "false", "off"})
_PRIVATE_USE = range(0xE000, 0xF900)
_UNKNOWN_SIGN = "\ufffd"
_LONGEST_CODE = 8000

_SKIPPED = frozenset(
    f"{W}{name}"
    for name in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "rt",
        "del",
        "moveFrom",
        "delText",
        "p",
        "tbl",
    )
)
_FIXED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}


@dataclass(slots=True)
class Field:
    """A field that is open: its code comes first, its result after."""

    code: str = ""
    in_result: bool = False
    target: str | None = None


@dataclass(slots=True, eq=False)
class _OpenLink:
    target: str
    start: int | None = None


@dataclass(slots=True)
class Story:
    """One part while it is read: body, notes, a header."""

    part: str
    relations: Mapping[str, Relation]
    styles: Styles
    series: Mapping[str, NoteSeries]
    """Footnotes and endnotes by the name of the reference element."""
    remarks: Remarks
    fields: list[Field] = field(default_factory=list)


@dataclass(slots=True)
class ParagraphReader:
    """The walk through one ``w:p``."""

    story: Story
    draft: Draft
    style_hidden: bool
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes anchored here; they are passages of their own."""
    has_own_label: bool = False
    """The number of a note stands here as a field."""
    run_numbers: Mapping[etree._Element, int] = field(default_factory=dict)
    run: int | None = None
    run_offset: int = 0
    run_raised: bool = False
    run_hidden: bool = False
    custom: tuple[NoteSeries, str] | None = None
    """Note whose own mark is the next text of this run."""
    links: list[_OpenLink] = field(default_factory=list)

    def read(self, paragraph: etree._Element) -> None:
        """Read all that stands in `paragraph` into the draft."""
        self.run_numbers = {run: number for number, run in enumerate(paragraph.iter(f"{W}r"))}
        self.links = [
            _OpenLink(one.target) for one in self.story.fields if one.in_result and one.target
        ]
        walks: list[tuple[Iterator[etree._Element], Callable[[], None] | None]] = [
            (iter(paragraph), None)
        ]
        while walks:
            child = next(walks[-1][0], None)
            if child is None:
                leave = walks.pop()[1]
                if leave is not None:
                    leave()
            elif (entered := self._enter(child)) is not None:
                walks.append(entered)
        for link in self.links:
            self._finish(link)
        # A field whose code never ends would hide all that follows.
        self.story.fields = [one for one in self.story.fields if one.in_result]

    def _enter(
        self, element: etree._Element
    ) -> tuple[Iterator[etree._Element], Callable[[], None] | None] | None:
        """Read `element`; return what is inside it, if that is to be read, and how to leave."""
        tag = element.tag
        fixed = _FIXED.get(tag)
        if fixed is not None:
            self._write(fixed)
        elif tag in (f"{W}t", _MATH_TEXT):
            self._write(_CONTROL.sub(" ", element.text or ""))
        elif tag == f"{W}r":
            self._begin_run(element)
            return iter(element), self._end_run
        elif tag in _SKIPPED:
            self.story.remarks.deleted += tag in (f"{W}del", f"{W}moveFrom")
        elif tag == f"{W}txbxContent":
            self.boxes.append(element)
        elif tag == f"{MC}AlternateContent":
            return iter(chosen(element)), None
        else:
            return self._enter_other(element, tag)
        return None

    def _enter_other(
        self, element: etree._Element, tag: object
    ) -> tuple[Iterator[etree._Element], Callable[[], None] | None] | None:
        if tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self._refer(element)
        elif tag in (f"{W}footnoteRef", f"{W}endnoteRef"):
            self.has_own_label = True
        elif tag == f"{W}fldChar":
            self._field_sign(element.get(f"{W}fldCharType"))
        elif tag == f"{W}instrText":
            if self.story.fields and len(self.story.fields[-1].code) < _LONGEST_CODE:
                self.story.fields[-1].code += element.text or ""
        elif tag == f"{W}sym":
            self._write(_symbol(element.get(f"{W}char")))
        elif tag == f"{W}sdt" and is_placeholder(element):
            return None
        else:
            self.story.remarks.inserted += tag in (f"{W}ins", f"{W}moveTo")
            return iter(element), self._begin_link(_link_target(element, self.story.relations))
        return None

    def _begin_link(self, target: str | None) -> Callable[[], None] | None:
        if target is None:
            return None
        link = _OpenLink(target)
        self.links.append(link)

        def leave() -> None:
            self._finish(link)
            self.links.remove(link)

        return leave

    def _begin_run(self, element: etree._Element) -> None:
        properties = element.find(f"{W}rPr")
        style = self.story.styles.resolved(value_of(properties, "rStyle"))
        raised, hidden = raised_by(properties), hidden_by(properties)
        self.run = self.run_numbers.get(element)
        self.run_offset = 0
        self.run_raised = bool(style.raised if raised is None else raised)
        inherited = self.style_hidden if style.hidden is None else style.hidden
        self.run_hidden = inherited if hidden is None else hidden

    def _end_run(self) -> None:
        if self.custom is not None:
            self._mark(*self.custom, shown="*")
            self.custom = None
        self.run = None
        self.run_raised = self.run_hidden = False

    @property
    def _is_shown(self) -> bool:
        return not self.run_hidden and all(one.in_result for one in self.story.fields)

    def _write(self, words: str) -> None:
        offset = self.run_offset
        self.run_offset += len(words)
        if not self._is_shown:
            self.story.remarks.hidden += self.run_hidden and not words.isspace()
            return
        if not self.draft.length:
            # White space before the first word is layout.
            offset += len(words) - len(words.lstrip())
            words = words.lstrip()
        if not words:
            return
        if self.custom is not None:
            series, note_id = self.custom
            self.custom = None
            series.numbers[note_id] = words.strip() or series.numbers[note_id]
            self._mark(series, note_id, shown=words, offset=offset)
            return
        span = self._put(words, offset=offset)
        if self.run_raised and words.strip():
            _extend(self.draft.raised, span)

    def _put(self, words: str, *, offset: int) -> Span:
        for link in self.links:
            if link.start is None:
                link.start = self.draft.length
        span = self.draft.write(words)
        if self.run is not None:
            _extend_runs(
                self.draft.runs,
                RunAt(start=span.start, length=len(span), run=self.run, offset=offset),
            )
        return span

    def _refer(self, element: etree._Element) -> None:
        series = self.story.series.get(str(element.tag))
        if series is None or not self._is_shown:
            return
        note_id = element.get(f"{W}id") or ""
        custom = (element.get(f"{W}customMarkFollows") or "0").lower() not in _OFF
        number = series.number_of(note_id, custom=custom)
        if custom:
            self.custom = (series, note_id)
        else:
            self._mark(series, note_id, shown=superscript(number))

    def _mark(
        self, series: NoteSeries, note_id: str, *, shown: str, offset: int | None = None
    ) -> None:
        span = self._put(shown, offset=self.run_offset if offset is None else offset)
        self.draft.references.append(NoteReference(span=span, key=series.key(note_id)))

    def _field_sign(self, sign: str | None) -> None:
        fields = self.story.fields
        if sign == "begin":
            fields.append(Field())
        elif sign == "separate" and fields:
            one = fields[-1]
            one.in_result = True
            match = _HYPERLINK.match(one.code)
            if match is not None:
                one.target = match.group(1)
                self.links.append(_OpenLink(one.target))
        elif sign == "end" and fields:
            target = fields.pop().target
            link = next((one for one in reversed(self.links) if one.target == target), None)
            if target is not None and link is not None:
                self._finish(link)
                self.links.remove(link)

    def _finish(self, link: _OpenLink) -> None:
        if link.start is not None and link.start < self.draft.length:
            span = Span(link.start, self.draft.length)
            self.draft.links.append(Link(span=span, target=link.target))
        link.start = None


def chosen(alternate: etree._Element) -> tuple[etree._Element, ...]:
    """Return the one branch of ``mc:AlternateContent`` to read: the first choice."""
    for name in ("Choice", "Fallback"):
        branch = alternate.find(f"{MC}{name}")
        if branch is not None:
            return (branch,)
    return ()


def is_placeholder(control: etree._Element) -> bool:
    """Say whether a content control shows only its prompt, such as "Click to enter text"."""
    properties = control.find(f"{W}sdtPr")
    return properties is not None and properties.find(f"{W}showingPlcHdr") is not None


def _link_target(element: etree._Element, relations: Mapping[str, Relation]) -> str | None:
    """Return the outside address that the element links its words to, if it does."""
    if element.tag == f"{W}hyperlink":
        relation = relations.get(element.get(f"{R}id") or "")
        if relation is None or not relation.external or not relation.target:
            return None
        anchor = element.get(f"{W}anchor")
        return f"{relation.target}#{anchor}" if anchor else relation.target
    if element.tag == f"{W}fldSimple":
        match = _HYPERLINK.match((element.get(f"{W}instr") or "")[:_LONGEST_CODE])
        return match.group(1) if match else None
    return None


def _symbol(code: str | None) -> str:
    if code is None or not re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
        return _UNKNOWN_SIGN
    value = int(code, 16)
    # Fonts of signs use the private area as they like; which sign it is cannot be known here.
    shown = chr(value)
    return shown if value not in _PRIVATE_USE and shown.isprintable() else _UNKNOWN_SIGN


def _extend(spans: list[Span], span: Span) -> None:
    if spans and spans[-1].end == span.start:
        spans[-1] = Span(spans[-1].start, span.end)
    else:
        spans.append(span)


def _extend_runs(runs: list[RunAt], added: RunAt) -> None:
    last = runs[-1] if runs else None
    if (
        last is not None
        and last.run == added.run
        and last.start + last.length == added.start
        and last.offset + last.length == added.offset
    ):
        runs[-1] = RunAt(
            start=last.start,
            length=last.length + added.length,
            run=last.run,
            offset=last.offset,
        )
    else:
        runs.append(added)
