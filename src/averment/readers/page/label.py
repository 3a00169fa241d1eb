"""Labels that open a line: bullets, numbers and letters of lists, numbers of notes."""

import re
from dataclasses import dataclass

from averment.readers.page.placed import Line

BULLETS = "•●▪■◦○‣⁃➢✓❖·¢*–—-"
"""OCR reads a bullet as a cent sign."""
DASHES = "*–—-"
WIDE_GAP = 0.8
"""Of the type size: after a label that is no sign, more than a space."""
LONGEST_NOTE_NUMBER = 4

_LIST = re.compile(
    rf"(?P<label>[{BULLETS}]"
    r"|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5}|[a-z]{2})[.)]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}) (?=\S)"
)
_NOTE = re.compile(r"(?P<label>\[?(?P<number>\d{1,3})\]?[.)]?)(?= \S)")
_NOTE_SIGN = re.compile(r"(?P<label>(?P<number>[*†‡§]{1,3}))(?= ?\S)")
_DIGITS = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Label:
    """The sign or number that opens a line."""

    text: str
    end: int
    """Offset in the line's text at which the words begin."""
    number: int | None = None
    raised: bool = False

    @property
    def is_dash(self) -> bool:
        """Say whether it may as well be a dash of a sentence."""
        return self.text in DASHES


def list_label(line: Line) -> Label | None:
    """Return the label of a list item, a numbered paragraph or a numbered heading."""
    text = line.text
    match = _LIST.match(text)
    if match is not None:
        return Label(match["label"], match.end(), _number(match["label"]))
    first, *others = line.words
    if not others or others[0].left - first.right < WIDE_GAP * line.size:
        return None
    if first.text == "o" or _DIGITS.fullmatch(first.text):
        return Label(first.text, len(first.text) + 1, _number(first.text))
    return None


def note_label(line: Line) -> Label | None:
    """Return the number or sign of a note that opens the line, raised or not."""
    text = line.text
    start, end = next(line.raised(), (0, 0))
    raised = text[start:end]
    if start == 0 and 0 < end < len(text) and (raised.isdigit() or not raised.isalnum()):
        if end > LONGEST_NOTE_NUMBER:
            return None
        after = end + (text[end] in ".) ")
        words = after + len(text[after:]) - len(text[after:].lstrip())
        return Label(raised, words, _number(raised), raised=True)
    match = _NOTE.match(text) or _NOTE_SIGN.match(text)
    if match is None:
        return None
    words = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    return Label(match["number"], words, _number(match["number"]))


def _number(label: str) -> int | None:
    match = _DIGITS.search(label)
    return int(match.group()) if match and match.group().isascii() else None
