"""The words that a marker stands behind, also where the marker itself is lost."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from averment.documents.flow import Flow
from averment.documents.span import Span

ANCHOR_LENGTH = 400
"""Characters before a marker that are looked at."""
LAST_WORD = 3
"""A sentence that begins so close before a marker is no statement."""
FEWEST_LETTERS = 8
"""Of a statement: "; and" is none."""
STATEMENT_END = re.compile(r"[.;!?][”\"’')\]]*(?=\s|$)|\n|$")
STATEMENT_START = re.compile(r"[.!?][”\"’')\]]*\s+(?=[A-Z\"“‘(])|\n+")
LEADING = " \n—–-,;.)"
CONJUNCTIONS = ("and ", "or ", "as well as ")


def anchor_before(body: Flow, marker: int, marker_ends: Sequence[int]) -> Span | None:
    """Return the words before a marker, back to the statement's start or the marker before.

    Args:
        body: The text.
        marker: Offset of the marker in `body`.
        marker_ends: Where the other markers end, in order.
    """
    low = max(0, marker - ANCHOR_LENGTH)
    before = bisect_right(marker_ends, marker)
    if before:
        low = max(low, marker_ends[before - 1])
    start = low
    for match in STATEMENT_START.finditer(body.text, low, max(low, marker - LAST_WORD)):
        start = match.end()
    while start < marker and body.text[start] in LEADING:
        start += 1
    end = marker
    while end > start and body.text[end - 1].isspace():
        end -= 1
    return body.span(start, end) if end > start else None


def lost_anchor(body: Flow, start: int, end: int) -> Span | None:
    """Return the one statement that ends between two markers without one of its own.

    None where there is no such statement, or more than one: then nothing proves the place.
    """
    if start >= end or end - start > ANCHOR_LENGTH * 2:
        return None
    ends: list[int] = []
    for match in STATEMENT_END.finditer(body.text, start, end):
        words = body.text[ends[-1] if ends else start : match.end()]
        if sum(character.isalpha() for character in words) > FEWEST_LETTERS:
            ends.append(match.end())
    # The last statement runs up to the next marker, if there is one, and so has its own.
    last = end == len(body.text)
    own = [e for e in ends if last or any(c.isalnum() for c in body.text[e:end])]
    if len(own) != 1:
        return None
    words = body.text[start : own[0]]
    lead = len(words) - len(words.lstrip(LEADING))
    for conjunction in CONJUNCTIONS:
        if words[lead:].startswith(conjunction):
            lead += len(conjunction)
    return body.span(start + lead, own[0])


def between(
    index: int, until: int, *, places: Sequence[tuple[int, int, int]], own: int, length: int
) -> tuple[int, int]:
    """Return the range of the body in which the markers of some notes must stand.

    Args:
        index: The first of the notes.
        until: The last of them.
        places: (note, start, end) of the markers that are known, in order of the notes.
        own: Offset in the body at which the first of the notes stands.
        length: Of the body.
    """
    after = bisect_left(places, (until + 1, 0, 0))
    before = bisect_left(places, (index, 0, 0))
    start = places[before - 1][2] if before else 0
    end = places[after][1] if after < len(places) else length
    return start, min(end, own) if own > start else end
