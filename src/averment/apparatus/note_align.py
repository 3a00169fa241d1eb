"""Match markers with notes: two lists in one order.

Each pair of a marker candidate and a note with its number has a weight; the matching with the
greatest total weight in which both lists keep their order is taken. That is a weighted longest
increasing subsequence, found in O(pairs log pairs) with a tree of prefix maxima.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from averment.apparatus.note_block import NoteBlock
from averment.apparatus.note_marker import Candidate

MOST_PAIRS_PER_CANDIDATE = 3
"""Notes with one number that a marker is tried with, where each page counts anew."""

Pair = tuple[Candidate, int]


def aligned(
    found: Sequence[Candidate], blocks: Sequence[NoteBlock], numbers: Sequence[int]
) -> dict[int, Candidate]:
    """Return the marker of each note that has one, by the note's index.

    Args:
        found: Candidates in order of the text.
        blocks: The notes, in order.
        numbers: The number of each note.
    """
    pairs = _pairs(found, blocks, numbers)
    tree = _PrefixMaxima(len(blocks))
    weight: list[float] = []
    previous: list[int] = []
    pending: list[tuple[int, int]] = []
    place = -1
    for pair, (candidate, index) in enumerate(pairs):
        if candidate.start != place:
            # Two pairs of one marker exclude each other, so they are entered together.
            for known, note in pending:
                tree.enter(note, weight[known], known)
            pending = []
            place = candidate.start
        before = tree.best(index)
        weight.append(candidate.weight + (weight[before] if before >= 0 else 0.0))
        previous.append(before)
        pending.append((pair, index))
    for known, note in pending:
        tree.enter(note, weight[known], known)
    return _traced(pairs, previous, tree.best(len(blocks)))


def _pairs(
    found: Sequence[Candidate], blocks: Sequence[NoteBlock], numbers: Sequence[int]
) -> list[Pair]:
    """Pair each candidate with the next notes of its number: a note stands below its marker."""
    of_number: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, number in enumerate(numbers):
        of_number[number].append((blocks[index].flow.at(0), index))
    pairs: list[Pair] = []
    for candidate in found:
        notes = of_number.get(candidate.number, [])
        below = bisect_right(notes, (candidate.place, len(blocks)))
        tried = notes[below : below + MOST_PAIRS_PER_CANDIDATE]
        pairs += [(candidate, index) for _, index in tried]
    return pairs


class _PrefixMaxima:
    """The heaviest pair among the notes before any note (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._weight = [0.0] * (size + 1)
        self._pair = [-1] * (size + 1)

    def enter(self, note: int, weight: float, pair: int) -> None:
        at = note + 1
        while at < len(self._weight):
            if weight > self._weight[at]:
                self._weight[at], self._pair[at] = weight, pair
            at += at & -at

    def best(self, end: int) -> int:
        """Return the heaviest pair among the notes before `end`, or -1."""
        top, pair = 0.0, -1
        while end > 0:
            if self._weight[end] > top:
                top, pair = self._weight[end], self._pair[end]
            end -= end & -end
        return pair


def _traced(pairs: Sequence[Pair], previous: Sequence[int], last: int) -> dict[int, Candidate]:
    chosen: dict[int, Candidate] = {}
    while last >= 0:
        candidate, index = pairs[last]
        chosen[index] = candidate
        last = previous[last]
    return chosen
