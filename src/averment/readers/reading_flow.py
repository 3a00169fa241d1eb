"""What of a stretch of text one reads: white space drawn together, invisible signs left out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from averment.documents.flow import Flow

UNREAD = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero width space, word joiner, byte order mark: on no page can one see them."""

# White space other than a single ordinary space, and what nobody sees.
_LAYOUT = re.compile(rf"[{UNREAD}]+|\s\s+|[^\S ]")
_EDGE = re.compile(rf"[\s{UNREAD}]*")


def reading_pieces(text: str, *, at: int = 0) -> Iterator[tuple[int, str]]:
    """Yield `text` as it reads, as pieces for `Flow.join`.

    White space at both ends and what cannot be seen is dropped; a stretch of white space
    becomes one space.

    Args:
        text: Words with their layout.
        at: Where `text` begins in the document.
    """
    edge = _EDGE.match(text)
    last = 0 if edge is None else edge.end()
    end = len(text.rstrip().rstrip(UNREAD).rstrip())
    spaced = True
    for gap in _LAYOUT.finditer(text, last, end):
        if last < gap.start():
            yield at + last, text[last : gap.start()]
            spaced = text[gap.start() - 1] == " "
        if gap.group()[0] not in UNREAD and not spaced:
            yield at + gap.start(), " "
            spaced = True
        last = gap.end()
        if spaced and text.startswith(" ", last, end):
            last += 1
    if last < end:
        yield at + last, text[last:end]


_PLACE = itemgetter(1)


def offset_in(flow: Flow, place: int) -> int:
    """Return the first offset in `flow` that stands at `place` in the document or after.

    Equal to ``flow.offset_of(place)``, for callers that ask for thousands of places.
    """
    index = bisect_right(flow.runs, place, key=_PLACE) - 1
    if index < 0:
        return 0
    offset, begins = flow.runs[index]
    ends = flow.runs[index + 1][0] if index + 1 < len(flow.runs) else len(flow.text)
    return min(offset + place - begins, ends)


def through(flow: Flow, pieces: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield pieces that point into ``flow.text`` as pieces that point where the flow points.

    Args:
        flow: What the pieces were cut from.
        pieces: (offset in ``flow.text``, words), in order, each as long as what it stands for.
    """
    runs = flow.runs
    index = 0
    for start, words in pieces:
        done = 0
        while done < len(words):
            place = start + done
            while index + 1 < len(runs) and runs[index + 1][0] <= place:
                index += 1
            until = runs[index + 1][0] - start if index + 1 < len(runs) else len(words)
            yield runs[index][1] + place - runs[index][0], words[done:until]
            done = min(until, len(words))
