"""Page furniture: running headers, footers and page numbers, which are no part of the text.

A line is furniture when it is a lone page number, a job number of a printing service, or when
the same words (numbers aside) come back page after page.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

REPEATS = 3
"""How often a short line must come back when nothing else marks the page."""
REPEATS_AT_BREAK = 2
"""How often it must come back when it stands next to a page break or a page number."""
HEADER_LENGTH = 100
FEWEST_LETTERS = 3
SHORTEST_PAGE = 8
"""Lines that a page has at least; what comes back sooner is a list."""

PAGE_NUMBER = re.compile(
    r"(?:[-–—•|]\s*)?(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—•"
    r"|])?$",
    re.IGNORECASE,
)
JOB_NUMBER = re.compile(
    r"(?:\d{2}-\d{5}(?:\s*\(\w\))?(?:\s+\d{6})*|\*\d{7,8}\*"
    r"|GE\.\d{2}-\d{4,6}.*)(?:\s+\d{1,3}/\d{1,3})?$"
)
SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9.()-]{1,20}){1,7}$")
"""A document symbol, as it stands at the head of every page of a United Nations document."""
NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
SPACES = re.compile(r"\s+")


def furniture_lines(lines: Sequence[str], *, breaks: frozenset[int]) -> frozenset[int]:
    """Return the indexes of the lines that belong to the page and not to the text.

    Args:
        lines: Every line of the text, in order.
        breaks: Indexes of the lines that a form feed starts.
    """
    found = set()
    shapes: dict[str, list[int]] = {}
    symbols: set[str] = set()
    for index, raw in enumerate(lines):
        line = raw.strip("\ufffc\ufeff\u200b \t")
        if not line or len(line) > HEADER_LENGTH:
            continue
        # The first of the symbols is the document's masthead.
        if JOB_NUMBER.match(line) or line in symbols:
            found.add(index)
        elif SYMBOL.match(line):
            symbols.add(line)
        elif PAGE_NUMBER.match(line) and _stands_alone(lines, index):
            if line.isdigit() or not line.isalpha() or index in breaks:
                found.add(index)
        else:
            shapes.setdefault(_shape(line), []).append(index)
    edges = _edges(lines, breaks | found)
    for shape, places in shapes.items():
        if not _is_header_shape(shape):
            continue
        at_edge = sum(place in edges for place in places)
        if (at_edge >= REPEATS_AT_BREAK and at_edge * 2 > len(places)) or (
            len(places) >= REPEATS and _apart(places)
        ):
            found.update(places)
    return frozenset(found)


def _shape(line: str) -> str:
    return NUMBERS.sub("0", SPACES.sub(" ", line).strip()).casefold()


def _is_header_shape(shape: str) -> bool:
    """A header has words; it is no list item, no quotation and no finished sentence."""
    letters = sum(c.isalpha() for c in shape)
    return (
        letters >= FEWEST_LETTERS
        and shape[0] not in "-–—•*\"“'‘("
        and shape[-1] not in ".;:,?!"
    )


def _stands_alone(lines: Sequence[str], index: int) -> bool:
    """A page number has nothing printed right beside it, or only other furniture."""
    before = lines[index - 1].strip() if index else ""
    after = lines[index + 1].strip() if index + 1 < len(lines) else ""
    return not before or not after or len(before) <= HEADER_LENGTH


def _edges(lines: Sequence[str], marks: frozenset[int] | set[int]) -> frozenset[int]:
    """Return the lines that stand next to a page break or a page number, blanks aside."""
    printed = [i for i, line in enumerate(lines) if line.strip()]
    places = {line: place for place, line in enumerate(printed)}
    edges = set(marks)
    for mark in marks:
        place = places.get(mark)
        if place is None:
            continue
        edges.update(printed[max(0, place - 2) : place + 3])
    return frozenset(edges)


def _apart(places: Sequence[int]) -> bool:
    """Say whether a line comes back at a page's distance, not in one list."""
    gaps = Counter(b - a > SHORTEST_PAGE for a, b in itertools.pairwise(places))
    return gaps[True] >= gaps[False] * 2
