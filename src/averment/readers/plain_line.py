"""Lines of a text file, and which of them count up like notes or list items."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from averment.apparatus.note_label import Label, read_label, read_misread_label

UNSEEN = " \t\u00a0\u2007\u202f\u3000\ufffc\ufeff\u200b\u200e\u200f\u00ad"
"""White space, and signs that no reader sees."""
LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
NEAR = 60
"""Lines between two labels that count up: about a page."""
CLOSE = 12
"""Lines between two labels that stand alone; a page has more."""
LONE_DIGITS = 3
LABEL_WIDTH = 24
"""Characters of a line that are looked at for its label and the word behind."""


class Line(NamedTuple):
    """One line, its line end left out."""

    number: int
    """Counted from 1."""
    start: int
    """Offset of its first character."""
    text: str

    @property
    def blank(self) -> bool:
        """Say whether nothing is printed on it."""
        return not self.text.strip(UNSEEN)


def lines_of(text: str) -> tuple[Line, ...]:
    """Split at every line end, form feeds included; offsets count into `text`."""
    lines: list[Line] = []
    start = 0
    for match in LINE_END.finditer(text):
        lines.append(Line(len(lines) + 1, start, text[start : match.start()]))
        start = match.end()
    lines.append(Line(len(lines) + 1, start, text[start:]))
    return tuple(lines)


def page_starts(text: str, lines: Sequence[Line]) -> tuple[int, ...]:
    """Return where pages start; empty where the text has no form feed."""
    starts = [line.start for line in lines if text[line.start - 1 : line.start] == "\f"]
    return (0, *starts) if starts else ()


def counting_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines whose labels count up from one to the next.

    A number at a line's beginning may stand there by chance; two that follow each other do not.
    """
    counting: set[int] = set()
    last: dict[tuple[str, int], int] = {}
    for index, line in enumerate(lines):
        label = _label(line.text)
        if label is None:
            continue
        style = "digit" if label.style in ("digit", "glued", "misread") else label.style
        before = last.get((style, label.number - 1))
        if before is not None and index - before <= NEAR:
            counting.update((before, index))
        last[style, label.number] = index
    return frozenset(counting)


def _label(line: str) -> Label | None:
    words = line[: 4 * LABEL_WIDTH].lstrip()[:LABEL_WIDTH]
    return (read_label(words) or read_misread_label(words)) if words else None


def label_lines(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return the numbers of the lines that hold a note's label and nothing else, in order.

    Page numbers stand alone too, but a page apart.
    """
    found: set[int] = set()
    last: tuple[int, int] | None = None
    for line in lines:
        printed = line.text.strip()
        if not 0 < len(printed) <= LONE_DIGITS or not printed.isdecimal():
            continue
        number = int(printed)
        if last is not None and number == last[1] + 1 and line.number - last[0] <= CLOSE:
            found.update((last[0], line.number))
        last = (line.number, number)
    return tuple(sorted(found))
