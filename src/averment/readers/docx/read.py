"""A DOCX as a `Document`: body, then notes in order of their markers, then headers and footers.

The text is built here, passages parted by a blank line. A note's marker stands in it as
superscript characters, a list label before its item. Tracked insertions are read, deletions
and hidden text are not; what was left out is reported.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from averment.documents.document import (
    DeclaredNote,
    Document,
    DocxOrigin,
    Format,
    PassageKind,
)
from averment.readers.assembly import Assembly, Draft
from averment.readers.docx.marks import NoteSeries, Remarks, read_series
from averment.readers.docx.notice import notices_of
from averment.readers.docx.numbering import ListCounter, read_numbering
from averment.readers.docx.package import MC, Package, W, open_package
from averment.readers.docx.paragraph import ParagraphReader, Story, chosen, is_placeholder
from averment.readers.docx.style import (
    Style,
    Styles,
    list_position,
    outline_depth,
    read_styles,
    value_of,
)
from averment.readers.note_label import printed_label_length

_CONTAINERS = frozenset(
    f"{W}{name}"
    for name in ("customXml", "sdtContent", "smartTag", "ins", "moveTo", "tr", "tc")
)
_NO_LIST = "0"
_USUAL_PARTS = ("comments", "endnotes", "footnotes", "numbering", "settings", "styles")


def read_docx(data: bytes, *, name: str) -> Document:
    """Read a Word document.

    Raises:
        InvalidDocumentError: It is damaged, or holds no words.
        EncryptedDocumentError: It asks for a password.
        OversizeDocumentError: It unpacks to more than Averment reads.
    """
    package = open_package(data)
    reader = _reader(package)
    return reader.read(name)


def _reader(package: Package) -> "_DocxReader":
    root = package.required(package.main)
    relations = package.relations(package.main)
    named = {one.kind: one.target for one in relations.values() if not one.external}
    if not relations:
        # The table of relations is lost: the parts usually bear these names.
        usual = ((kind, f"word/{kind}.xml") for kind in _USUAL_PARTS)
        named = {kind: part for kind, part in usual if part in package.names}
    settings = package.optional(named.get("settings"), what="its settings")
    body = root.find(f"{W}body")
    section = None if body is None else body.find(f"{W}sectPr")
    series = {
        f"{W}{one}Reference": read_series(
            one,
            package.optional(named.get(f"{one}s"), what=f"the {one}s"),
            settings=settings,
            section=section,
        )
        for one in ("footnote", "endnote")
    }
    return _DocxReader(
        package=package,
        body=root if body is None else body,
        series=series,
        parts={one: named.get(f"{one}s", "") for one in ("footnote", "endnote")},
        styles=read_styles(package.optional(named.get("styles"), what="the styles")),
        lists=read_numbering(package.optional(named.get("numbering"), what="the numbering")),
        comments=package.optional(named.get("comments"), what="the comments"),
        edges=tuple(
            sorted(
                {
                    one.target
                    for one in relations.values()
                    if one.kind in {"header", "footer"} and not one.external
                }
            )
        ),
    )


@dataclass(slots=True)
class _Place:
    """What holds for the paragraphs of one container."""

    kind: PassageKind
    note: tuple[NoteSeries, str] | None = None


@dataclass(slots=True)
class _DocxReader:
    """The walk over one package."""

    package: Package
    body: etree._Element
    series: Mapping[str, NoteSeries]
    parts: Mapping[str, str]
    """Name of the part of footnotes and of endnotes."""
    styles: Styles
    lists: ListCounter
    comments: etree._Element | None
    edges: tuple[str, ...]
    """Parts of headers and footers."""
    remarks: Remarks = field(default_factory=Remarks)
    assembly: Assembly = field(default_factory=Assembly)
    note_passages: dict[str, list[int]] = field(default_factory=dict)
    seen_edges: set[str] = field(default_factory=set)
    numbers: dict[str, dict[etree._Element, int]] = field(default_factory=dict)
    """Index of each ``w:p`` by part; it also keeps the elements alive while they are keys."""

    def read(self, name: str) -> Document:
        """Read every part and put the document together."""
        self._story(self.package.main, self.body, _Place(PassageKind.PARAGRAPH))
        notes = tuple(note for one in self.series.values() for note in self._notes(one))
        for part in self.edges:
            root = self.package.optional(part, what="a header or footer")
            if root is not None:
                self._story(part, root, _Place(PassageKind.FURNITURE))
        count = 0 if self.comments is None else len(self.comments.findall(f"{W}comment"))
        notices = notices_of(self.remarks, self.series.values(), comment_count=count)
        return self.assembly.document(
            name=name,
            form=Format.DOCX,
            notes=notes,
            notices=(*self.package.notices, *notices),
        )

    def _notes(self, series: NoteSeries) -> Iterator[DeclaredNote]:
        """Read the notes of one series after the body, in the order of their numbers."""
        part = self.parts[series.name]
        root = next(iter(series.held.values())).getroottree().getroot() if series.held else None
        for note_id, number in tuple(series.numbers.items()):
            note = series.held.get(note_id)
            if note is not None and root is not None:
                place = _Place(PassageKind.FOOTNOTE, (series, note_id))
                self._story(part, note, place, root=root)
            key = series.key(note_id)
            passages = tuple(self.note_passages.get(key, ()))
            yield DeclaredNote(key=key, number=number, passages=passages)

    def _story(
        self,
        part: str,
        container: etree._Element,
        place: _Place,
        *,
        root: etree._Element | None = None,
    ) -> None:
        """Read what stands in `container`, in order and without recursion."""
        top = container.getroottree().getroot() if root is None else root
        story = Story(
            part=part,
            relations=self.package.relations(part),
            styles=self.styles,
            series=self.series,
            remarks=self.remarks,
        )
        numbers = self.numbers.setdefault(part, {})
        if not numbers:
            numbers.update({one: at for at, one in enumerate(top.iter(f"{W}p"))})
        walks: list[tuple[Iterator[etree._Element], _Place]] = [(iter(container), place)]
        while walks:
            children, here = walks[-1]
            child = next(children, None)
            if child is None:
                walks.pop()
            elif child.tag == f"{W}p":
                boxes = self._paragraph(child, numbers[child], story, here)
                outer = _Place(PassageKind.PARAGRAPH, here.note)
                if here.kind in (PassageKind.FOOTNOTE, PassageKind.FURNITURE):
                    outer.kind = here.kind
                walks.extend((iter(box), outer) for box in reversed(boxes))
            else:
                inside = self._inside(child)
                if inside is not None:
                    walks.append((iter(inside), _place_in(child, here)))

    def _inside(self, element: etree._Element) -> Iterable[etree._Element] | None:
        """Return the children to read of an element that holds blocks, None for any other."""
        tag = element.tag
        if tag == f"{W}tr" and _is_deleted_row(element):
            self.remarks.deleted += 1
            return None
        if tag == f"{W}sdt":
            return None if is_placeholder(element) else element.findall(f"{W}sdtContent")
        if tag == f"{MC}AlternateContent":
            return [one for branch in chosen(element) for one in branch]
        if tag == f"{W}altChunk":
            self.remarks.foreign += 1
        return element if tag in _CONTAINERS or tag == f"{W}tbl" else None

    def _paragraph(
        self, element: etree._Element, number: int, story: Story, place: _Place
    ) -> list[etree._Element]:
        """Read one paragraph and return the text boxes anchored in it."""
        properties = element.find(f"{W}pPr")
        style_id = value_of(properties, "pStyle")
        style = self.styles.resolved(style_id)
        draft = Draft(kind=place.kind)
        self._set_kind(draft, properties, style)
        reader = ParagraphReader(story=story, draft=draft, style_hidden=style.hidden is True)
        reader.read(element)
        lead = self._set_note(draft, place, has_own_label=reader.has_own_label)
        if draft.kind is not PassageKind.FURNITURE or self._is_new_edge(draft, style):
            index = self.assembly.add(
                draft,
                origin=lambda runs: DocxOrigin(part=story.part, paragraph=number, runs=runs),
                lead=lead,
            )
            if index is not None and place.note is not None:
                series, note_id = place.note
                self.note_passages.setdefault(series.key(note_id), []).append(index)
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            for series in self.series.values():
                series.begin_section()
        return reader.boxes

    def _set_kind(self, draft: Draft, properties: etree._Element | None, style: Style) -> None:
        """Make the draft a heading or list item where style or numbering say so."""
        numbering, level = list_position(properties)
        numbering = style.numbering if numbering is None else numbering
        depth = (style.list_level if level is None else level) or 0
        if numbering is not None and numbering != _NO_LIST:
            draft.label = self.lists.next_label(numbering, depth)
        own = outline_depth(properties)
        heading = style.heading if own is None else own
        if draft.kind is not PassageKind.PARAGRAPH:
            return
        if style.contents:
            draft.kind = PassageKind.FURNITURE
        elif heading:
            draft.kind, draft.level = PassageKind.HEADING, heading
        elif numbering is not None and numbering != _NO_LIST:
            draft.kind, draft.level = PassageKind.LIST_ITEM, max(0, depth)

    def _set_note(self, draft: Draft, place: _Place, *, has_own_label: bool) -> int:
        """Label the first passage of a note; return how much of its text is a typed number."""
        if place.note is None:
            return 0
        series, note_id = place.note
        draft.label = None
        if self.note_passages.get(series.key(note_id)) or not draft.text.strip():
            return 0
        draft.label = series.numbers[note_id]
        return 0 if has_own_label else printed_label_length(draft.text, draft.label)

    def _is_new_edge(self, draft: Draft, style: Style) -> bool:
        """Say whether this line of a header or footer was not read from another one already."""
        words = " ".join(draft.text.split())
        if words in self.seen_edges and not style.contents:
            return False
        self.seen_edges.add(words)
        return True


def _is_deleted_row(row: etree._Element) -> bool:
    properties = row.find(f"{W}trPr")
    return properties is not None and properties.find(f"{W}del") is not None


def _place_in(element: etree._Element, place: _Place) -> _Place:
    """Return what holds inside `element`: a table of one column only lays out the page."""
    if element.tag != f"{W}tbl" or place.kind is not PassageKind.PARAGRAPH:
        return place
    if all(len(row.findall(f"{W}tc")) <= 1 for row in element.findall(f"{W}tr")):
        return place
    return _Place(PassageKind.TABLE_CELL, place.note)
