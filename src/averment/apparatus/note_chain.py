"""Which labels of a document are those of its notes.

Labels of notes count up, from page to page or through the whole document, and what stands behind
them reads like references; markers with their numbers stand in the text before them. Each label
gets a weight from these signs, and the heaviest sequence that counts up is taken, as a whole:
no single sign is enough.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from averment.apparatus.note_label import (
    UNREADABLE,
    Label,
    read_label,
    read_misread_label,
)
from averment.apparatus.note_likeness import LONG_NOTE, citing
from averment.documents.document import Passage, PassageKind

COST = 1.1
"""What a label must be worth to count: most numbered passages are no notes."""
LIKENESS = 1.5
"""The most that the words of one note count for."""
ENOUGH = 0.8
"""Weight from which on a sequence is taken for the notes."""
HEADED = 1.0
AT_FOOT = 0.3
LONG = 0.6
WITH_MARKER = 0.8
"""What a passage loses that holds a marker itself."""
MOST_LACKING = 4
"""How many labels in a row may be misread or lost."""
LACKING = 0.3
CHANGE_OF_STYLE = 0.5
NEW_PAGE = 0.4
"""What it costs to begin at 1 again."""
MOST_OF_A_NUMBER = 2_000
"""A number that begins more passages belongs to a list; a thousand pages have fewer notes 1."""
ALONE_DIGITS = 3
ALONE_SUPPORT = 0.4


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage that begins with a label."""

    index: int
    """Of the passage."""
    label: Label
    skip: int
    """Characters of the passage's flow that the label takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the rest of the document says about labels."""

    markers: Mapping[int, Sequence[tuple[int, float]]]
    """For each number, where markers stand in the document and how surely they are markers."""
    marker_places: Sequence[int]
    """Where signs stand that are markers if there are any, in order."""
    headed_from: int
    """Index of the passage from which on a heading announces notes."""

    def in_text(self, passage: Passage) -> bool:
        """Say whether `passage` holds a marker itself, as notes rarely do."""
        at = bisect_left(self.marker_places, passage.flow.at(0))
        return at < len(self.marker_places) and self.marker_places[at] < passage.span.end


def note_labels(passages: Sequence[Passage], evidence: Evidence) -> list[Labelled]:
    """Return the labels of the notes, in order; empty where the document has none."""
    labelled = labelled_passages(passages)
    weights = [_weight(entry, passages, evidence) for entry in labelled]
    path = _heaviest(labelled, weights)
    if sum(weights[at] for at in path) < ENOUGH:
        return []
    chosen = set(path)
    likely = [
        entry
        for at, entry in enumerate(labelled)
        if at in chosen
        or not (
            passages[entry.index].kind is PassageKind.HEADING
            or evidence.in_text(passages[entry.index])
        )
    ]
    kept = {entry.index for entry in (labelled[at] for at in path)}
    path = [at for at, entry in enumerate(likely) if entry.index in kept]
    return _with_unreadable(passages, _completed(likely, path))


def labelled_passages(passages: Sequence[Passage]) -> list[Labelled]:
    """Return every passage that begins with a label, in order, unreadable ones as they count."""
    found: list[Labelled] = []
    counts: dict[tuple[str, int], int] = defaultdict(int)
    alone: Label | None = None
    signs: list[Labelled] = []
    for index, passage in enumerate(passages):
        if passage.kind is PassageKind.FURNITURE:
            alone = _alone(passage.flow.text)
            continue
        entry = Labelled(index, alone, 0) if alone else _labelled(index, passage)
        alone = None
        if entry is None:
            sign = _unreadable(index, passage)
            if sign is None:
                signs = []
                continue
            if found and found[-1].index == index - 1:
                entry = _numbered(sign, found[-1].label.number + 1)
            else:
                signs.append(sign)
                continue
        for back, sign in enumerate(reversed(signs), 1):
            if entry.label.number > back and sign.index == index - back:
                found.append(_numbered(sign, entry.label.number - back))
        signs = []
        key = (entry.label.style, entry.label.number)
        counts[key] += 1
        if counts[key] <= MOST_OF_A_NUMBER:
            found.append(entry)
    return sorted(found, key=lambda entry: entry.index)


def _alone(text: str) -> Label | None:
    """Read a number alone on its line as the label of the passage below."""
    printed = text.strip()
    if not printed.isdecimal() or len(printed) > ALONE_DIGITS or not int(printed):
        return None
    return Label("alone", int(printed), printed, 0, ALONE_SUPPORT)


def _labelled(index: int, passage: Passage) -> Labelled | None:
    text = printed_passage(passage)
    label = read_label(text) or read_misread_label(text)
    offset = len(text) - len(passage.flow.text)
    if label is None or label.length < offset:
        return None
    return Labelled(index, label, label.length - offset)


def printed_passage(passage: Passage) -> str:
    """Return a passage with its label before it."""
    return f"{passage.label} {passage.flow.text}" if passage.label else passage.flow.text


def _weight(entry: Labelled, passages: Sequence[Passage], evidence: Evidence) -> float:
    passage = passages[entry.index]
    words = passage.flow.text[entry.skip :]
    weight = entry.label.support - COST + min(LIKENESS, citing(words))
    place = passage.flow.at(0)
    markers = evidence.markers.get(entry.label.number, ())
    before = bisect_left(markers, (place, 0.0))
    weight += max((sure for _, sure in markers[max(0, before - 2) : before]), default=0.0)
    weight += HEADED * (entry.index >= evidence.headed_from)
    weight += AT_FOOT * _at_foot(passages, entry.index)
    weight -= LONG * (len(words) > LONG_NOTE)
    weight -= WITH_MARKER * evidence.in_text(passage)
    return weight


def _at_foot(passages: Sequence[Passage], index: int) -> bool:
    """Say whether the page or the document ends behind the passage."""
    return index + 1 == len(passages) or passages[index + 1].kind is PassageKind.FURNITURE


def _heaviest(labelled: Sequence[Labelled], weights: Sequence[float]) -> list[int]:
    """Return the heaviest sequence of labels that counts up, by place in `labelled`."""
    total: list[float] = []
    previous: list[int] = []
    of_number: dict[int, int] = {}
    """The best sequence so far that ends at a number, by its last label."""
    best = -1
    for at, entry in enumerate(labelled):
        gain, before = 0.0, -1
        for lacking in range(MOST_LACKING):
            last = of_number.get(entry.label.number - 1 - lacking, -1)
            if last < 0:
                continue
            change = labelled[last].label.style != entry.label.style
            reached = total[last] - LACKING * lacking - CHANGE_OF_STYLE * change
            if reached > gain:
                gain, before = reached, last
        if entry.label.number == 1 and best >= 0 and total[best] - NEW_PAGE > gain:
            gain, before = total[best] - NEW_PAGE, best
        total.append(gain + weights[at])
        previous.append(before)
        known = of_number.get(entry.label.number, -1)
        if known < 0 or total[at] >= total[known]:
            of_number[entry.label.number] = at
        if best < 0 or total[at] > total[best]:
            best = at
    path = []
    while best >= 0:
        path.append(best)
        best = previous[best]
    return path[::-1]


def _completed(labelled: Sequence[Labelled], path: Sequence[int]) -> list[Labelled]:
    """Add the labels that the sequence lacks and that stand in their place.

    A note that only explains something weighs too little by itself; between its neighbours,
    before the first and behind the last it is one.
    """
    chosen: list[Labelled] = []
    for place, at in enumerate(path):
        entry = labelled[at]
        expected = 1
        start = max(0, at - entry.label.number - MOST_LACKING)
        if place:
            expected = labelled[path[place - 1]].label.number + 1
            start = path[place - 1] + 1
        if expected < entry.label.number:
            chosen += _counting(labelled[start:at], expected, entry)
        chosen.append(entry)
    last = chosen[-1] if chosen else None
    for entry in labelled[path[-1] + 1 :] if path else ():
        follows = (
            last is not None
            and entry.label.number == last.label.number + 1
            and entry.label.style == last.label.style
            and entry.index == last.index + 1
        )
        if not follows:
            break
        chosen.append(entry)
        last = entry
    return chosen


def _counting(between: Sequence[Labelled], first: int, until: Labelled) -> list[Labelled]:
    """Return the labels in `between` that count from `first` to the number before `until`."""
    found: list[Labelled] = []
    expected = until.label.number - 1
    for entry in reversed(between):
        if expected < first:
            break
        alike = entry.label.style in (until.label.style, "misread")
        if entry.label.number == expected and alike:
            found.append(entry)
            expected -= 1
    return found[::-1]


def _with_unreadable(passages: Sequence[Passage], chosen: list[Labelled]) -> list[Labelled]:
    """Fill gaps in the numbers with as many passages that begin with an unreadable label."""
    filled: list[Labelled] = []
    before = 0
    for entry in chosen:
        lacking = entry.label.number - before - 1
        if 0 < lacking <= MOST_LACKING:
            start = filled[-1].index + 1 if filled else max(0, entry.index - 2 * lacking)
            signs = _unreadable(passages, start, entry.index)
            if len(signs) == lacking:
                for number, (index, raw, skip) in enumerate(signs, before + 1):
                    label = Label("misread", number, raw, skip, 0.0)
                    filled.append(Labelled(index, label, skip))
        filled.append(entry)
        before = entry.label.number
    return filled


def _unreadable(
    passages: Sequence[Passage], start: int, end: int
) -> list[tuple[int, str, int]]:
    """Return (passage, label as printed, characters of the flow that it takes)."""
    found = []
    for index in range(start, end):
        text = printed_passage(passages[index])
        match = UNREADABLE.match(text)
        if match is not None and passages[index].kind is not PassageKind.FURNITURE:
            skip = max(0, match.end() - len(text) + len(passages[index].flow.text))
            found.append((index, match.group().strip(), skip))
    return found
