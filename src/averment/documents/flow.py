"""Text as it reads, with the way back to the text as it stands.

Layout breaks sentences: line ends, hyphens at line ends, a running header in mid-sentence.
A `Flow` is the same words without those breaks. Characters are only dropped or replaced one
for one (a line end becomes a space), never added, so each character of the flow stands at one
place of the document, and places grow from left to right.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from averment.documents.span import Span


@dataclass(frozen=True, slots=True)
class Flow:
    """Words in reading order, and where each stands in the document."""

    text: str
    runs: tuple[tuple[int, int], ...]
    """(offset in `text`, offset in the document) where a run of unbroken characters begins."""

    @staticmethod
    def join(pieces: Iterable[tuple[int, str]]) -> "Flow":
        """Build a flow from (offset in the document, words) pieces, in order.

        Each piece is as long as the range of the document that it stands for.
        """
        words: list[str] = []
        runs: list[tuple[int, int]] = []
        length = 0
        expected = -1
        for start, piece in pieces:
            if not piece:
                continue
            if start != expected:
                runs.append((length, start))
            words.append(piece)
            length += len(piece)
            expected = start + len(piece)
        return Flow("".join(words), tuple(runs))

    def __len__(self) -> int:
        return len(self.text)

    def at(self, offset: int) -> int:
        """Return where the flow's character `offset` stands in the document."""
        in_flow, in_document = self.runs[bisect_right(self.runs, (offset, 1 << 62)) - 1]
        return in_document + offset - in_flow

    def span(self, start: int, end: int) -> Span:
        """Return the document's span of ``text[start:end]``; the range must not be empty."""
        return Span(self.at(start), self.at(end - 1) + 1)

    def offset_of(self, place: int) -> int:
        """Return the flow's first offset that stands at `place` in the document or after."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.at(middle) < place:
                low = middle + 1
            else:
                high = middle
        return low

    def part(self, start: int, end: int) -> "Flow":
        """Return the flow of ``text[start:end]``."""
        if start >= end:
            return Flow("", ())
        runs = [(0, self.at(start))]
        runs += [(a - start, d) for a, d in self.runs if start < a < end]
        return Flow(self.text[start:end], tuple(runs))
