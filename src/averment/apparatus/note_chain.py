"""Which labels of a document are those of its notes.

Labels of notes count up, from page to page or through the whole document, and what stands
behind them reads like references; markers with their numbers stand in the text before them.
Each label gets a weight from these signs, and the heaviest sequence that counts up is taken, as
a whole: no single sign is enough.
"""

from collections import Counter
from collections.abc import Sequence

from averment.apparatus.citation_words import is_prose
from averment.apparatus.note_evidence import Evidence
from averment.apparatus.note_labelled import (
    MISREAD,
    Labelled,
    labelled_passages,
    unreadable_label,
)
from averment.apparatus.note_likeness import LONG_NOTE, citing
from averment.documents.document import Passage, PassageKind

COST = 1.1
"""What a label must be worth to count: most numbered passages are no notes."""
LIKENESS = 1.5
"""The most that the words of one note count for."""
ENOUGH = 0.6
"""Weight from which on a sequence is taken for the notes."""
HEADED = 1.0
AT_FOOT = 0.3
PARAGRAPHS = ("dot", "paren", "round")
"""Styles in which paragraphs are numbered as well."""
LONG = 0.6
FIRST_WORDS = 200
"""Characters of a numbered paragraph that tell whether it says something."""
PROSE = 0.3
"""What the likeness of such a paragraph counts for."""
WITH_MARKER = 0.8
"""What a passage loses that holds a marker itself."""
MARKED = 0.5
FEWEST_IN_RUN = 2
MOST_LACKING = 4
"""How many labels in a row may be misread or lost."""
LACKING = 0.3
CHANGE_OF_STYLE = 0.5
MISREADING = 0.1
NEW_PAGE = 0.4
"""What it costs to begin at 1 again."""


def note_labels(
    passages: Sequence[Passage], evidence: Evidence, *, signed: frozenset[int] = frozenset()
) -> list[Labelled]:
    """Return the labels of the notes, in order; empty where the document has none.

    Args:
        passages: All passages of the document.
        evidence: What the rest of the document says.
        signed: Indexes of passages that begin with a sign which also stands in the text.
    """
    labelled = labelled_passages(passages, signed=signed)
    at_foot = _at_foot(passages, labelled)
    weights = [
        _weight(entry, passages, evidence) + AT_FOOT * (entry.index in at_foot)
        for entry in labelled
    ]
    path = _heaviest(labelled, weights)
    if sum(weights[at] for at in path) < ENOUGH:
        return []
    chosen = {labelled[at].index for at in path}
    likely = [
        e for e in labelled if e.index in chosen or not _is_text(passages[e.index], evidence)
    ]
    path = [at for at, entry in enumerate(likely) if entry.index in chosen]
    completed = _completed(passages, likely, path)
    completed = _with_marked_runs(passages, likely, completed, evidence)
    return _with_unreadable(passages, completed)


def _is_text(passage: Passage, evidence: Evidence) -> bool:
    return passage.kind is PassageKind.HEADING or evidence.in_text(passage)


def _weight(entry: Labelled, passages: Sequence[Passage], evidence: Evidence) -> float:
    passage = passages[entry.index]
    words = passage.flow.text[entry.skip :]
    likeness = min(LIKENESS, citing(words))
    if entry.label.style in PARAGRAPHS and is_prose(words[:FIRST_WORDS]):
        likeness *= PROSE
    weight = entry.label.support - COST + likeness
    weight += evidence.sure_of(entry, passage)
    weight += HEADED * (entry.index >= evidence.headed_from)
    weight -= LONG * (len(words) > LONG_NOTE)
    weight -= WITH_MARKER * evidence.in_text(passage)
    return weight


def _at_foot(passages: Sequence[Passage], labelled: Sequence[Labelled]) -> frozenset[int]:
    """Return the labelled passages with nothing but others like them down to the page's end."""
    found: set[int] = set()
    below = len(passages)
    for entry in reversed(labelled):
        after = entry.index + 1
        ends = after == len(passages) or passages[after].kind is PassageKind.FURNITURE
        # Numbered paragraphs stand in a row too.
        if ends or (after == below and entry.label.style not in PARAGRAPHS):
            found.add(entry.index)
            below = entry.index
    return frozenset(found)


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
            reached = total[last] - LACKING * lacking - _change(labelled[last], entry)
            if reached > gain:
                gain, before = reached, last
        if entry.label.number == 1 and best >= 0:
            reached = total[best] - NEW_PAGE - 2 * _change(labelled[best], entry)
            if reached > gain:
                gain, before = reached, best
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


def _change(before: Labelled, after: Labelled) -> float:
    """Return what it costs that a label is printed in another way than the one before."""
    styles = {before.label.style, after.label.style}
    if len(styles) == 1:
        return 0.0
    return MISREADING if MISREAD in styles else CHANGE_OF_STYLE


def _completed(
    passages: Sequence[Passage], labelled: Sequence[Labelled], path: Sequence[int]
) -> list[Labelled]:
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
            and all(
                passages[at].kind is PassageKind.FURNITURE
                for at in range(last.index + 1, entry.index)
            )
        )
        if not follows:
            break
        chosen.append(entry)
        last = entry
    return chosen


def _with_marked_runs(
    passages: Sequence[Passage],
    labelled: Sequence[Labelled],
    chosen: list[Labelled],
    evidence: Evidence,
) -> list[Labelled]:
    """Add runs that count from 1 in the style of the notes, each with a marker before it.

    They are the notes of another page or part that only explain.
    """
    if not chosen:
        return chosen
    style = Counter(entry.label.style for entry in chosen).most_common(1)[0][0]
    taken = {entry.index for entry in chosen}
    added: list[Labelled] = []
    run: list[Labelled] = []
    for entry in labelled:
        marked = evidence.sure_of(entry, passages[entry.index]) >= MARKED
        if entry.index in taken or entry.label.style != style or not marked:
            run = []
        elif run and entry.label.number == run[-1].label.number + 1:
            run.append(entry)
        else:
            run = [entry] if entry.label.number == 1 else []
        if len(run) >= FEWEST_IN_RUN:
            added += [one for one in run if one not in added[-FEWEST_IN_RUN:]]
    return sorted([*chosen, *added], key=lambda entry: entry.index)


def _counting(between: Sequence[Labelled], first: int, until: Labelled) -> list[Labelled]:
    """Return the labels in `between` that count from `first` to the number before `until`."""
    found: list[Labelled] = []
    expected = until.label.number - 1
    for entry in reversed(between):
        if expected < first:
            break
        alike = entry.label.style in (until.label.style, MISREAD)
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
            read = (unreadable_label(at, passages[at]) for at in range(start, entry.index))
            signs = [sign for sign in read if sign is not None]
            if len(signs) == lacking:
                filled += [sign.numbered(n) for n, sign in enumerate(signs, before + 1)]
        filled.append(entry)
        before = entry.label.number
    return filled
