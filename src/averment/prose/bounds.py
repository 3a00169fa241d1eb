"""Which sentence and which paragraph a place of a text stands in.

A paragraph break ends a sentence unless the text plainly goes on: a page break in mid-sentence
leaves a paragraph without a stop at its end and another that begins with a small letter.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from averment.documents.flow import Flow
from averment.prose.sentence import sentences

_BREAK = re.compile(r"\n[ ]?\n\s*")
_STOPS = ".!?:;"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Offsets at which sentences and paragraphs begin, in order."""

    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    length: int

    @staticmethod
    def of(text: str) -> "Bounds":
        """Mark the beginnings in `text`; linear in its length."""
        paragraphs = [0]
        for match in _BREAK.finditer(text):
            goes_on = text[match.end() : match.end() + 1].islower()
            if not goes_on or text[match.start() - 1 : match.start()] in _STOPS:
                paragraphs.append(match.end())
        begins = set(paragraphs)
        if text:
            for start, _ in sentences(Flow.join([(0, text)])):
                begins.add(start)
        return Bounds(tuple(sorted(begins)), tuple(paragraphs), len(text))

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return start and end of the sentence that holds `offset`."""
        return _around(self.sentences, offset, self.length)

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Return start and end of the paragraph that holds `offset`."""
        return _around(self.paragraphs, offset, self.length)


def _around(starts: tuple[int, ...], offset: int, length: int) -> tuple[int, int]:
    index = bisect_right(starts, offset)
    return starts[max(0, index - 1)], starts[index] if index < len(starts) else length
