"""The words of a PDF page with their places, as the file gives them.

Glyphs come in the order of the file, which is not the order of reading; only glyphs that follow
each other without a gap are put together here.
"""

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from averment.documents.document import Box
from averment.readers.page.placed import RAISED, Word, is_right_to_left
from averment.readers.pdf.marks import Frame, links_of, rules_of
from averment.readers.pdf.pages import open_text

SAMPLE = 64
"""Characters asked for the direction of a page's text."""
SAME = 0.01
SAME_BASELINE = 0.1
SLANT = 0.1
"""Of a right angle: text that slants more runs in none of four directions."""
WIDEST_GAP = 0.5
"""Of the type size: PDFium would have put a space there."""
LINE_END_HYPHENS = frozenset((0x02, 0xAD, 0xFFFE))
"""PDFium's own signs for a hyphen at a line end, and the soft hyphen, which is printed too."""
ZERO_WIDTH = frozenset((0x00, 0xFEFF, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFFFF))
LIGATURES = dict(
    zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF06E: "■",
    0xF06F: "○",
    0xF076: "❖",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF02D: "-",
}
"""Signs of the fonts Symbol and Wingdings, which have no Unicode of their own."""
SPELT = LIGATURES | SYMBOLS | dict.fromkeys(LINE_END_HYPHENS, "-")
REPLACEMENT = 0xFFFD
FIRST_PRINTED = 0x20
PRIVATE_USE = (0xE000, 0xF8FF)
PLAIN = frozenset(range(0x21, 0x7F))
DIGITS = frozenset("0123456789")
HIGH_SURROGATES = range(0xD800, 0xDC00)
LOW_SURROGATES = range(0xDC00, 0xE000)
BOLD_NAMES = ("bold", "black", "heavy", "demi", "cmbx", "sfbx")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """What stands on one page."""

    words: tuple[Word, ...]
    """In the order of the file."""
    sideways: str
    """Text that runs in another direction than most: stamps, watermarks."""
    rules: tuple[Box, ...]
    links: tuple[tuple[Box, str], ...]
    """Areas that lead to addresses."""
    width: float
    height: float
    character_count: int
    """Printed characters."""
    broken_count: int
    """Those of them that the file gives no meaning."""


class _Probe:
    """Asks PDFium about single characters with reused buffers: they are millions of calls."""

    def __init__(self, text: Any) -> None:
        self.text = text
        self.loose = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.doubles = [ctypes.c_double() for _ in range(4)]
        self.name = ctypes.create_string_buffer(96)

    def quarter(self, index: int) -> int | None:
        """Return in which of four directions the character runs; None for a slant."""
        if not pdfium.FPDFText_GetMatrix(self.text, index, self.matrix):
            return 0
        angle = math.degrees(math.atan2(self.matrix.b, self.matrix.a)) / 90
        quarter = round(angle)
        return quarter % 4 if abs(angle - quarter) < SLANT else None

    def size(self, index: int) -> float:
        """Return the type size as displayed; `quarter` must have been asked before."""
        scale = math.hypot(self.matrix.c, self.matrix.d) or 1.0
        return float(abs(pdfium.FPDFText_GetFontSize(self.text, index)) * scale)

    def origin(self, index: int) -> tuple[float, float]:
        x, y = self.doubles[:2]
        pdfium.FPDFText_GetCharOrigin(self.text, index, x, y)
        return x.value, y.value

    def tight(self, index: int) -> tuple[float, float, float, float]:
        left, right, bottom, top = self.doubles
        pdfium.FPDFText_GetCharBox(self.text, index, left, right, bottom, top)
        return left.value, bottom.value, right.value, top.value

    def bold(self, index: int) -> bool:
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self.text, index, self.name, 95, flags)
        name = self.name.value.decode("latin-1").lower()
        return any(part in name for part in BOLD_NAMES)


def read_page(page: Any, *, document: Any) -> PageContent:
    """Read everything that stands on an open page of an open document.

    Raises:
        OversizeDocumentError: It has too many characters.
    """
    with open_text(page) as (text, count):
        probe = _Probe(text)
        frame = Frame(page, quarter=_direction(probe, count))
        links = tuple(links_of(page, frame, document=document))
        gathering = _Gathering(probe, frame, with_lefts=bool(links))
        for index in range(count):
            gathering.take(index)
        gathering.close()
    return PageContent(
        words=tuple(gathering.words),
        sideways=" ".join("".join(gathering.sideways).split()),
        rules=tuple(rules_of(page, frame)),
        links=links,
        width=frame.width,
        height=frame.height,
        character_count=gathering.character_count,
        broken_count=gathering.broken_count,
    )


def _direction(probe: _Probe, count: int) -> int:
    """Return the direction that most of a sample of the characters runs in."""
    step = max(1, count // SAMPLE)
    seen = Counter(
        probe.quarter(index)
        for index in range(0, count, step)
        if not pdfium.FPDFText_IsGenerated(probe.text, index)
    )
    seen.pop(None, None)
    return max(sorted(seen, key=lambda q: q or 0), key=lambda q: seen[q], default=0) or 0


class _Gathering:
    """Puts glyphs together to words as they come."""

    def __init__(self, probe: _Probe, frame: Frame, *, with_lefts: bool) -> None:
        self.probe = probe
        self.frame = frame
        self.with_lefts = with_lefts
        self.words: list[Word] = []
        self.sideways: list[str] = []
        self.character_count = 0
        self.broken_count = 0
        self._spaced = False
        self._high = ""
        self._reset()

    def _reset(self) -> None:
        self._characters: list[str] = []
        self._lefts: list[float] = []
        self._raised: set[int] = set()
        self._left = self._right = self._bottom = self._top = 0.0
        self._baseline = self._size = self._foot = self._reach = 0.0
        self._bold = False

    def take(self, index: int) -> None:
        """Take the next character of the file."""
        code = pdfium.FPDFText_GetUnicode(self.probe.text, index)
        if code in PLAIN:
            self.character_count += 1
            self._place(index, chr(code))
            return
        if code > sys.maxunicode:
            code = REPLACEMENT
        character = chr(code)
        if character.isspace() and code not in LINE_END_HYPHENS:
            self._space(index, character)
            return
        if code in ZERO_WIDTH:
            self.broken_count += code == 0
            return
        printed = self._printed(code)
        if printed:
            self._place(index, printed)

    def _space(self, index: int, character: str) -> None:
        printed = not pdfium.FPDFText_IsGenerated(self.probe.text, index)
        self.close(spaced=printed and character not in "\r\n")
        self._spaced = printed and character not in "\r\n"
        if self.sideways:
            self.sideways.append(" ")

    def _printed(self, code: int) -> str:
        """Return the characters that a glyph stands for."""
        if code in HIGH_SURROGATES:  # where wchar_t has 16 bits, a pair follows
            self._high = chr(code)
            return ""
        self.character_count += 1
        if code in SPELT:
            return SPELT[code]
        if code in LOW_SURROGATES:
            pair, self._high = self._high + chr(code), ""
            return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if code < FIRST_PRINTED or code == REPLACEMENT:
            self.broken_count += 1
            return chr(REPLACEMENT)
        self.broken_count += PRIVATE_USE[0] <= code <= PRIVATE_USE[1]
        return chr(code)

    def _place(self, index: int, printed: str) -> None:
        """Put a character behind the last one, or begin a new word with it."""
        loose = self.probe.loose
        pdfium.FPDFText_GetLooseCharBox(self.probe.text, index, loose)
        left, foot, right, top = self.frame.sides(
            loose.left, loose.bottom, loose.right, loose.top
        )
        # The foot of the box changes with the face, its size and its rise: while it stays,
        # PDFium need not be asked for them.
        follows = -SAME < foot - self._foot < SAME and (
            -self._reach < left - self._right < self._reach
        )
        if not follows and not self._begins(index, printed, (left, foot, right, top)):
            return
        if self.with_lefts:
            self._lefts += [left] * len(printed)
        self._characters.append(printed)
        self._left = min(left, self._left)
        self._right = max(right, self._right)
        if printed in DIGITS:
            tight = self.frame.sides(*self.probe.tight(index))
            if tight[1] - self._baseline > RAISED * self._size:
                self._raised.add(sum(map(len, self._characters)) - 1)

    def _begins(
        self, index: int, printed: str, sides: tuple[float, float, float, float]
    ) -> bool:
        """Make ready for a character that does not simply follow; False if it runs aside."""
        left, foot, right, top = sides
        quarter = self.probe.quarter(index)
        if quarter != self.frame.quarter:
            self.close(spaced=False)
            self.sideways.append(printed)
            return False
        size = self.probe.size(index)
        _, baseline = self.frame.point(*self.probe.origin(index))
        reach = WIDEST_GAP * size
        joins = (
            bool(self._characters)
            and abs(baseline - self._baseline) < SAME_BASELINE
            and abs(size - self._size) < SAME_BASELINE
            and (
                -reach < left - self._right < reach
                or (is_right_to_left(printed[0]) and -reach < self._left - right < reach)
            )
        )
        if not joins:
            self.close(spaced=False)
            self._left, self._right, self._bottom, self._top = left, right, foot, top
            self._baseline, self._size, self._reach = baseline, size, reach
            self._bold = self.probe.bold(index)
        self._foot = foot
        return True

    def close(self, *, spaced: bool = True) -> None:
        """End the word that is being gathered."""
        if self._characters and self._is_on_page():
            self.words.append(
                Word(
                    text="".join(self._characters),
                    left=self._left,
                    bottom=self._bottom,
                    right=self._right,
                    top=self._top,
                    baseline=self._baseline,
                    size=self._size,
                    bold=self._bold,
                    raised=tuple(_ranges(self._raised)),
                    lefts=tuple(self._lefts) if self.with_lefts else (),
                    space_before=self._spaced,
                    space_after=spaced,
                )
            )
        if self._characters:
            self._reset()
            self._spaced = spaced

    def _is_on_page(self) -> bool:
        """Say whether the word can be seen: printers' marks stand outside the page."""
        frame = self.frame
        return (
            self._right > 0
            and self._left < frame.width
            and 0 < (self._baseline + self._top) / 2 < frame.height
        )


def _ranges(places: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges that neighbouring places form."""
    for place in sorted(places):
        if place - 1 not in places:
            end = place + 1
            while end in places:
                end += 1
            yield place, end
