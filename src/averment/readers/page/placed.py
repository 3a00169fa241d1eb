"""Words and lines as they stand on a page, before anybody knows what they mean.

Lengths are in points, the origin is the lower left corner of the page as it is displayed.
Every reader of pages (PDF text, OCR) ends here, so that there is one way to tell passages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from averment.documents.document import Box

X_HEIGHT = 0.46
"""Height of a small letter, as a share of the type size; faces differ by about a tenth."""
RAISED = 0.35 * X_HEIGHT
"""A glyph whose foot stands higher above the baseline than this share of the size is raised."""

_RIGHT_TO_LEFT = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufefe"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Characters without white space, and where they stand."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float
    """Type size."""
    bold: bool = False
    raised: tuple[tuple[int, int], ...] = ()
    """Ranges of `text` that stand in raised small type."""
    lefts: tuple[float, ...] = ()
    """Left edge of each character, where somebody needs it."""
    space_before: bool = True
    """A space is printed before it, however narrow."""
    space_after: bool = True

    @property
    def width(self) -> float:
        """How far it reaches."""
        return self.right - self.left


@dataclass(frozen=True, kw_only=True)
class Line:
    """Words on one baseline, in reading order."""

    words: tuple[Word, ...]
    page: int
    """Counted from 1."""
    region: int = 0
    """Number of the column on its page; 0 where the page is not set in columns."""
    in_table: bool = False
    apart: bool = False
    """One of a few short lines beside others: an address, a signature. It is not wrapped."""

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        """The rectangle around all words."""
        return Box(
            left=min(word.left for word in self.words),
            bottom=min(word.bottom for word in self.words),
            right=max(word.right for word in self.words),
            top=max(word.top for word in self.words),
        )

    @cached_property
    def size(self) -> float:
        """The type size that most of its characters have."""
        return dominant([(word.size, len(word.text)) for word in self.words])

    @cached_property
    def baseline(self) -> float:
        """The baseline that most of its characters stand on."""
        return dominant([(word.baseline, len(word.text)) for word in self.words])

    @cached_property
    def bold(self) -> bool:
        """Say whether nearly all letters are bold."""
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if word.bold) > 0.9 * letters

    def starts(self) -> Iterator[tuple[int, Word]]:
        """Yield each word with its offset in `text`."""
        offset = 0
        for word in self.words:
            yield offset, word
            offset += len(word.text) + 1

    def raised(self) -> Iterator[tuple[int, int]]:
        """Yield the ranges of `text` that are raised, in order."""
        for offset, word in self.starts():
            for start, end in word.raised:
                yield offset + start, offset + end


def dominant(weighted: Sequence[tuple[float, int]]) -> float:
    """Return the value with most weight; of equals, the one that comes first.

    Values that differ by less than a twentieth of a point count as one.
    """
    weights: dict[int, int] = {}
    values: dict[int, float] = {}
    for value, weight in weighted:
        key = round(value * 20)
        weights[key] = weights.get(key, 0) + weight
        values.setdefault(key, value)
    best = max(weights, key=lambda key: weights[key])
    return values[best]


def is_right_to_left(character: str) -> bool:
    """Say whether a character belongs to a script that is written from right to left."""
    return character >= "\u0590" and any(
        low <= character <= high for low, high in _RIGHT_TO_LEFT
    )
