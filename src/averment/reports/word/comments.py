"""Findings as comments in the margin of a Word file, each at its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from averment.documents.span import Span
from averment.findings.checked import Checked
from averment.findings.finding import Finding
from averment.reports.place import Places
from averment.reports.plain_words import one_line, quoted
from averment.reports.summary import SEVERITY_WORDS, in_text_order
from averment.reports.word.package import Element, Package, serialised
from averment.reports.word.run import SPACE, local_name
from averment.reports.word.stretch import Runs, Stretch, Stretches

AUTHOR = "Averment"
INITIALS = "Av"
QUOTED_WORDS = 120
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_REFERENCES = frozenset({"footnoteReference", "endnoteReference"})
_NOTE_PARTS = {"footnotes": "footnote", "endnotes": "endnote"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchor:
    """Where a comment hangs: stretches of the body, or the reference mark of a note."""

    body: tuple[Stretch, ...] = ()
    note: tuple[str, str] | None = None
    """(``footnote`` or ``endnote``, its id)."""


def with_comments(
    package: Package,
    checked: Checked,
    *,
    places: Sequence[Stretch],
    date: str | None = None,
) -> Package:
    """Return the package with a comment for each finding, and everything else as it was.

    Word offers no comment inside a note: a finding on a note's words hangs at its reference
    mark in the body and quotes the words. A finding on the document as a whole, or on words
    that the file does not hold, hangs at the nearest words before.

    Args:
        package: The file.
        checked: The letter and its findings.
        places: Where the letter's words stand in the file.
        date: What the comments are dated, ISO 8601 in UTC; undated without it.

    Raises:
        InvalidDocumentError: A part of the file is missing or is not XML.
    """
    findings = in_text_order(checked.findings)
    if not findings:
        return package
    held = Stretches(all=places)
    runs = Runs(package=package)
    anchors = [_anchor(f.span, places=held, package=package, runs=runs) for f in findings]
    wanted = [stretch for anchor in anchors for stretch in anchor.body]
    runs.find(wanted)
    runs.cut(wanted)
    body = runs.tree(package.main)
    margin = _Margin(body=body, runs=runs)
    words = Places(document=checked.reading.document)
    comments_part = package.related(package.main, "comments")
    comments = (
        package.tree(comments_part)
        if comments_part
        else etree.Element(_tag(body, "comments"), nsmap={"w": _namespace(body)})
    )
    used = [int(i) for c in comments if (i := c.get(_tag(body, "id"), "")).isdigit()]
    first = max(used, default=-1) + 1
    for number, (finding, anchor) in enumerate(zip(findings, anchors, strict=True), first):
        margin.hang(anchor, number)
        comments.append(_comment(finding, number, places=words, body=body, date=date))
    margin.spare_notes()
    part = comments_part or "word/comments.xml"
    changed = package.with_parts({package.main: serialised(body), part: serialised(comments)})
    if comments_part:
        return changed
    return changed.with_related(
        part, content_type=_CONTENT_TYPE, relation="comments", source=package.main
    )


def _namespace(body: Element) -> str:
    return etree.QName(body).namespace or ""


def _tag(body: Element, name: str) -> str:
    """Return a tag in the body's own namespace: strict files have another than the usual."""
    return f"{{{_namespace(body)}}}{name}"


def _anchor(span: Span, *, places: Stretches, package: Package, runs: Runs) -> _Anchor:
    covered = places.covering(span) if len(span) else ()
    inside = tuple(s for s in covered if s.part == package.main)
    if inside:
        return _Anchor(body=inside)
    nearest = covered[0] if covered else places.nearest(span.start)
    if nearest is None:
        return _Anchor()
    if nearest.part == package.main:
        return _Anchor(body=(nearest,))
    return _Anchor(note=_note_of(nearest, runs=runs))


def _note_of(stretch: Stretch, *, runs: Runs) -> tuple[str, str] | None:
    """Return the kind and id of the note that a paragraph of a note part belongs to."""
    root = runs.tree(stretch.part)
    kind = _NOTE_PARTS.get(local_name(root))
    if kind is None:
        return None
    paragraphs = runs.paragraphs(stretch.part)
    if stretch.paragraph >= len(paragraphs):
        return None
    for holder in paragraphs[stretch.paragraph].iterancestors():
        if local_name(holder) == kind:
            return kind, holder.get(_tag(root, "id"), "")
    return None


class _Margin:
    """The body, and what was hung in it so far."""

    def __init__(self, *, body: Element, runs: Runs) -> None:
        self._body = body
        self._runs = runs
        self._tails: dict[Element, Element] = {}
        self._references: dict[tuple[str, str], Element] = {}
        for node in body.iter():
            name = local_name(node)
            if name in _REFERENCES:
                key = (name.removesuffix("Reference"), node.get(_tag(body, "id"), ""))
                run = node.getparent()
                if run is not None and local_name(run) == "r":
                    self._references.setdefault(key, run)

    def hang(self, anchor: _Anchor, number: int) -> None:
        """Put the three marks of comment `number` where it hangs."""
        if anchor.note is not None and anchor.note in self._references:
            held = [self._references[anchor.note]]
        else:
            held = [run for stretch in anchor.body for run in self._runs.of(stretch)]
        if held:
            held[0].addprevious(self._mark("commentRangeStart", number))
            self._close(held[-1], number)
        else:
            self._hang_at_top(number)

    def spare_notes(self) -> None:
        """Move comment marks from between the first two note marks to behind the second.

        LibreOffice 7.4 mixes the notes up where a comment's mark stands there, whoever wrote
        the file. The words that a comment covers stay marked by its range.
        """
        runs = list(self._references.values())
        if len(runs) < 2:  # noqa: PLR2004 - between two
            return
        place = {node: at for at, node in enumerate(self._body.iter())}
        first, at = runs[0], runs[1]
        for mark in list(self._body.iter(_tag(self._body, "commentReference"))):
            run = mark.getparent()
            if run is not None and place[first] < place[mark] < place[runs[1]]:
                at.addnext(run)
                at = run

    def _mark(self, name: str, number: int) -> Element:
        mark = etree.Element(_tag(self._body, name))
        mark.set(_tag(self._body, "id"), str(number))
        return mark

    def _close(self, last: Element, number: int) -> None:
        end = self._mark("commentRangeEnd", number)
        reference = self._reference(number)
        # Behind what other comments left at the same words, so that they stay in order.
        tail = self._tails.get(last, last)
        tail.addnext(end)
        end.addnext(reference)
        self._tails[last] = reference

    def _reference(self, number: int) -> Element:
        run = etree.Element(_tag(self._body, "r"))
        properties = etree.SubElement(run, _tag(self._body, "rPr"))
        style = etree.SubElement(properties, _tag(self._body, "rStyle"))
        style.set(_tag(self._body, "val"), "CommentReference")
        mark = etree.SubElement(run, _tag(self._body, "commentReference"))
        mark.set(_tag(self._body, "id"), str(number))
        return run

    def _hang_at_top(self, number: int) -> None:
        paragraph = next((n for n in self._body.iter() if local_name(n) == "p"), None)
        if paragraph is None:
            holder = next((n for n in self._body if local_name(n) == "body"), self._body)
            paragraph = etree.Element(_tag(self._body, "p"))
            holder.insert(0, paragraph)
        at = sum(local_name(child) == "pPr" for child in paragraph)
        marks = (
            self._mark("commentRangeStart", number),
            self._mark("commentRangeEnd", number),
            self._reference(number),
        )
        for place, mark in enumerate(marks, at):
            paragraph.insert(place, mark)


def comment_lines(finding: Finding, *, places: Places, quote: bool) -> Sequence[str]:
    """Return what a comment says, a paragraph a line: what it is, what was found, a remedy."""
    lines = [f"{SEVERITY_WORDS[finding.severity].capitalize()}, {finding.code}"]
    if quote:
        words = quoted(places.document.text, finding.span, limit=QUOTED_WORDS)
        lines.append(f"At {words}, {places.words_for(finding.span.start)}:")
    lines.append(one_line(finding.message))
    if finding.remedy:
        lines.append(f"→ {one_line(finding.remedy)}")
    lines += [f"Guess, not proved: {one_line(guess)}" for guess in finding.candidates]
    return lines


def _comment(
    finding: Finding, number: int, *, places: Places, body: Element, date: str | None
) -> Element:
    comment = etree.Element(_tag(body, "comment"), nsmap={"w": _namespace(body)})
    comment.set(_tag(body, "id"), str(number))
    comment.set(_tag(body, "author"), AUTHOR)
    if date is not None:
        comment.set(_tag(body, "date"), date)
    comment.set(_tag(body, "initials"), INITIALS)
    in_note = finding.note is not None and len(finding.span) > 0
    lines = comment_lines(finding, places=places, quote=in_note)
    for index, line in enumerate(lines):
        paragraph = etree.SubElement(comment, _tag(body, "p"))
        if index == 0:
            mark = etree.SubElement(paragraph, _tag(body, "r"))
            etree.SubElement(mark, _tag(body, "annotationRef"))
        run = etree.SubElement(paragraph, _tag(body, "r"))
        if index == 0:
            etree.SubElement(etree.SubElement(run, _tag(body, "rPr")), _tag(body, "b"))
        words = etree.SubElement(run, _tag(body, "t"))
        words.set(SPACE, "preserve")
        words.text = line
    return comment
