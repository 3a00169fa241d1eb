"""Where words stand, said so that a person finds them: a page, a line, a paragraph."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from averment.documents.document import Document, LinesOrigin, PassageKind
from averment.documents.span import Span


@dataclass(frozen=True, kw_only=True)
class Places:
    """The way from an offset of a document to the passage that holds it."""

    document: Document

    @cached_property
    def _stretches(self) -> tuple[tuple[int, int, int], ...]:
        """(first offset, offset behind the last, index of the passage), in text order."""
        found: list[tuple[int, int, int]] = []
        for index, passage in enumerate(self.document.passages):
            runs = passage.flow.runs
            ends = [start for start, _ in runs[1:]] + [len(passage.flow)]
            found += [
                (place, place + end - start, index)
                for (start, place), end in zip(runs, ends, strict=True)
            ]
        return tuple(sorted(found))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _, _ in self._stretches)

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        text = self.document.text
        return (0, *(i + 1 for i, c in enumerate(text) if c == "\n"))

    @cached_property
    def _paragraph_numbers(self) -> tuple[int, ...]:
        """Number of each passage, page furniture not counted."""
        numbers: list[int] = []
        number = 0
        for passage in self.document.passages:
            number += passage.kind is not PassageKind.FURNITURE
            numbers.append(max(1, number))
        return tuple(numbers)

    def passage_at(self, offset: int) -> int | None:
        """Return the index of the passage that holds `offset`, or of the nearest before it."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return self._stretches[0][2] if self._stretches else None
        return self._stretches[at][2]

    def passages_in(self, span: Span, *, limit: int) -> tuple[int, ...]:
        """Return the passages that share a character with `span`, in order of the text.

        Args:
            span: The words.
            limit: Stop once more than this many are found.
        """
        at = max(0, bisect_right(self._starts, span.start) - 1)
        found: dict[int, None] = {}
        while at < len(self._stretches) and len(found) <= limit:
            start, end, passage = self._stretches[at]
            if start >= span.end:
                break
            if end > span.start:
                found[passage] = None
            at += 1
        return tuple(found)

    def words_for(self, offset: int) -> str:
        """Say where `offset` stands: ``page 2``, ``line 14`` or ``paragraph 3``."""
        page = self.document.page_of(offset)
        if page is not None:
            return f"page {page}"
        index = self.passage_at(offset)
        if index is None:
            return "nowhere"
        origin = self.document.passages[index].origin
        if isinstance(origin, LinesOrigin):
            # Counted in the text, from the passage's own first line, so that whatever the
            # reader took off the top of the file does not shift the number.
            begin = self.document.passages[index].span.start
            inside = self._line_of(max(begin, offset)) - self._line_of(begin)
            return f"line {origin.first + inside}"
        return f"paragraph {self._paragraph_numbers[index]}"

    def _line_of(self, offset: int) -> int:
        return bisect_right(self._line_starts, offset)
