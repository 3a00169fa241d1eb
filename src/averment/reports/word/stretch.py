"""Stretches of a document's text, and the runs of a Word file that they stand in."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from averment.documents.document import Document, DocxOrigin
from averment.documents.span import Span
from averment.reports.word.package import Element, Package
from averment.reports.word.run import Cut, cut_run, local_name


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Stretch:
    """Characters that follow each other in the document and in one run."""

    start: int
    """Offset in the document's text."""
    length: int
    part: str
    paragraph: int
    run: int
    offset: int
    """Characters of the run's text before it."""


def stretches_of(origins: Iterable[DocxOrigin]) -> tuple[Stretch, ...]:
    """Return every stretch of these paragraphs, in the order of the document's text."""
    return tuple(
        sorted(
            Stretch(
                start=at.start,
                length=at.length,
                part=origin.part,
                paragraph=origin.paragraph,
                run=at.run,
                offset=at.offset,
            )
            for origin in origins
            for at in origin.runs
            if at.length
        )
    )


def origins_of(document: Document) -> tuple[DocxOrigin, ...]:
    """Return where the passages of a DOCX stand in it."""
    return tuple(p.origin for p in document.passages if isinstance(p.origin, DocxOrigin))


@dataclass(frozen=True, kw_only=True)
class Stretches:
    """The way from the document's text to the runs."""

    all: Sequence[Stretch]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(stretch.start for stretch in self.all)

    def covering(self, span: Span) -> tuple[Stretch, ...]:
        """Return the parts of stretches that lie in `span`."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        found: list[Stretch] = []
        while at < len(self.all) and self.all[at].start < span.end:
            stretch = self.all[at]
            first = max(stretch.start, span.start)
            last = min(stretch.start + stretch.length, span.end)
            if first < last:
                found.append(
                    Stretch(
                        start=first,
                        length=last - first,
                        part=stretch.part,
                        paragraph=stretch.paragraph,
                        run=stretch.run,
                        offset=stretch.offset + first - stretch.start,
                    )
                )
            at += 1
        return tuple(found)

    def nearest(self, place: int) -> Stretch | None:
        """Return the stretch that holds `place`, or the one before it, or the first."""
        if not self.all:
            return None
        return self.all[max(0, bisect_right(self._starts, place) - 1)]


@dataclass(frozen=True, kw_only=True)
class Runs:
    """The runs of a package that are about to be cut, found by number before any is changed."""

    package: Package
    _trees: dict[str, Element] = field(default_factory=dict)
    _paragraphs: dict[str, list[Element]] = field(default_factory=dict)
    _runs: dict[tuple[str, int], list[Element]] = field(default_factory=dict)
    _cuts: dict[tuple[str, int, int], tuple[Cut, ...]] = field(default_factory=dict)

    def tree(self, part: str) -> Element:
        """Return the part's root, always the same one."""
        if part not in self._trees:
            self._trees[part] = self.package.tree(part)
        return self._trees[part]

    def paragraphs(self, part: str) -> list[Element]:
        """Return every paragraph of a part, nested ones included, in document order."""
        if part not in self._paragraphs:
            nodes = self.tree(part).iter()
            self._paragraphs[part] = [n for n in nodes if local_name(n) == "p" and _word(n)]
        return self._paragraphs[part]

    def trees(self) -> dict[str, Element]:
        """Return every part that was asked for."""
        return dict(self._trees)

    def find(self, stretches: Iterable[Stretch]) -> None:
        """Look up the runs of these stretches; to be done for all before any is cut."""
        wanted: dict[str, set[int]] = {}
        for stretch in stretches:
            wanted.setdefault(stretch.part, set()).add(stretch.paragraph)
        for part, numbers in sorted(wanted.items()):
            paragraphs = self.paragraphs(part)
            for number in sorted(numbers):
                if number < len(paragraphs):
                    nodes = paragraphs[number].iter()
                    runs = [n for n in nodes if local_name(n) == "r" and _word(n)]
                    self._runs[part, number] = runs

    def has(self, stretch: Stretch) -> bool:
        """Say whether the file has the run that the stretch names."""
        return stretch.run < len(self._runs.get((stretch.part, stretch.paragraph), ()))

    def cut(self, stretches: Iterable[Stretch]) -> None:
        """Cut every run where one of the stretches begins or ends."""
        wanted: dict[tuple[str, int, int], set[int]] = {}
        for s in stretches:
            if self.has(s):
                edges = wanted.setdefault((s.part, s.paragraph, s.run), set())
                edges.update((s.offset, s.offset + s.length))
        for key, edges in sorted(wanted.items()):
            part, paragraph, run = key
            self._cuts[key] = cut_run(self._runs[part, paragraph][run], edges)

    def of(self, stretch: Stretch) -> tuple[Element, ...]:
        """Return the runs that now hold the words of a stretch, first to last."""
        cuts = self._cuts.get((stretch.part, stretch.paragraph, stretch.run), ())
        start, end = stretch.offset, stretch.offset + stretch.length
        found = tuple(cut.run for cut in cuts if cut.start < end and cut.end > start)
        # A note's reference mark stands for a character that the run does not hold.
        return found or tuple(cut.run for cut in cuts if cut.start <= start <= cut.end)[:1]


_WORD_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)


def _word(node: Element) -> bool:
    return str(node.tag)[1:].partition("}")[0] in _WORD_NAMESPACES
