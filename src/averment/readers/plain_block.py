"""Lines grouped into blocks: what reads as one paragraph, list item or note.

Blank lines, indents, list signs, the width of the lines and numbers that count up tell where a
block begins.
"""

import re
from collections.abc import Sequence

from averment.readers.plain_join import SENTENCE_END
from averment.readers.plain_line import Line, counting_lines

WIDE_LINE = 140
"""A line longer than this was not broken by a typesetter: it is a passage by itself."""
USUAL = 0.85
"""Share of the lines that are shorter than the usual width."""
SHORT_LINE = 0.66
"""A line under this share of the usual width ends a paragraph, if it also ends a sentence."""
INDENT = 2
"""Characters that a first line stands in."""
LIST_MARKER = re.compile(
    r"(?P<indent>[ \t]*)(?P<label>[-–—•●▪◦‣·*§]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]"
    r"|\[\d{1,3}\])(?P<gap>[ \t]+)(?=\S)"
)
NOTE_START = re.compile(
    r"\s*(?:\[?(?:[Ff]oot\s?)?[Nn]ote \d{1,3}[:.\])]|(?:[¹²³⁰⁴-⁹]+|\d{1,3}|\*{1,3}|[†‡]{1,2}"
    r"|/\d{1,3}/|\d{1,3}/"
    r"|[a-z]/)\s*(?=[A-Z\"“'‘«*_]|https?:)"
    r"|[|°?®©*•~^'’\"”]{1,2}(?:\s+(?=[A-Z\"“])|\s*$))"
)
"""A line that may begin a note: its number without a full stop."""
NOTE_BEFORE = re.compile(
    r"[.>)\"”’/]$|https?://\S+$|\d$|^(?i:notes|endnotes|footnotes|references)$"
)
SEPARATOR = re.compile(r"[\s_=*~.·—–-]{3,}$")


def blocks_of(lines: Sequence[Line], *, furniture: frozenset[int]) -> list[list[Line]]:
    """Group the lines that belong together; blank lines, rules and furniture are left out."""
    width = _usual_width([line for i, line in enumerate(lines) if i not in furniture])
    wrapped = width <= WIDE_LINE
    counting = counting_lines(lines) if wrapped else frozenset[int]()
    blocks: list[list[Line]] = []
    opened = False
    for index, line in enumerate(lines):
        if line.blank or index in furniture or SEPARATOR.match(line.text.strip()):
            opened = False
            continue
        begins = not opened or not wrapped or index in counting
        if begins or _begins(line, blocks[-1], width=width):
            blocks.append([])
            opened = True
        blocks[-1].append(line)
    return blocks


def _usual_width(lines: Sequence[Line]) -> int:
    """Return the length that the typesetter's lines reach, in characters."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if not line.blank)
    return lengths[int(len(lengths) * USUAL)] if lengths else 0


def _begins(line: Line, block: Sequence[Line], *, width: int) -> bool:
    """Say whether `line` begins a new passage although no blank line stands before it."""
    before = block[-1].text.rstrip()
    if LIST_MARKER.match(line.text):
        # A hyphen or a number may also begin a line by chance in mid-sentence.
        chance = line.text.lstrip()[0] in "-–—" and before[-1:].isalnum()
        return not chance or len(before) < width * SHORT_LINE
    if NOTE_START.match(line.text) and NOTE_BEFORE.search(before):
        return True
    first = line.text.lstrip()[0]
    opens = first.isupper() or first.isdigit() or first in "\"“'‘«(["
    if not opens or SENTENCE_END.search(before) is None:
        return False
    if len(before) < width * SHORT_LINE:
        return True
    return _stands_in(line, block[-1]) and not LIST_MARKER.match(block[0].text)


def _stands_in(line: Line, before: Line) -> bool:
    indent = len(line.text) - len(line.text.lstrip())
    return indent >= len(before.text) - len(before.text.lstrip()) + INDENT
