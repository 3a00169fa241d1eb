"""Notes inside one passage, in a text whose line ends are lost.

Where nothing but numbers parts the notes, the longest run 1, 2, 3 that reads like references to
the end of the passage is taken for them.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from averment.apparatus.note_likeness import CITING, citing
from averment.apparatus.note_marker import ABBREVIATION, BEFORE, MONTH
from averment.documents.document import Document, Passage, PassageKind
from averment.documents.superscript import plain_digits

SHORTEST = 200
"""Characters from which on a passage may hold notes within itself."""
FEWEST = 2
CITING_SHARE = 2 / 3
LABEL = re.compile(
    r"(?:^|(?<=[.;>)\]”\"’'»\w/])\s)(?P<label>[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\]|\d{1,3}[.)]?)\s?"
    r"(?=See\b|Ibid|Id\.|Cf\.|https?:|[A-Z\"“‘«][\w“‘])"
)


def split_inline(document: Document) -> Document:
    """Part the notes from a passage that swallowed them; other documents stay as they are."""
    passages: list[Passage] = []
    changed = False
    for passage in document.passages:
        parts = _parts(passage)
        changed = changed or len(parts) > 1
        passages += parts
    return replace(document, passages=tuple(passages)) if changed else document


def _parts(passage: Passage) -> list[Passage]:
    text = passage.flow.text
    body = passage.kind in (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM)
    if len(text) < SHORTEST or not body:
        return [passage]
    labels = _labels(text)
    run = _longest_run([number for _, number in labels])
    if len(run) < FEWEST:
        return [passage]
    bounds = [*(labels[at][0] for at in run), len(text)]
    notes = [text[a:b] for a, b in itertools.pairwise(bounds)]
    referring = sum(citing(note.partition(" ")[2]) >= CITING for note in notes)
    if referring < CITING_SHARE * len(notes):
        return [passage]
    pieces = [(0, bounds[0]), *itertools.pairwise(bounds)]
    return [
        replace(passage, flow=part, label=passage.label if start == 0 else None)
        for start, end in pieces
        if (part := passage.flow.part(start, len(text[:end].rstrip()))).text.strip()
    ]


def _labels(text: str) -> list[tuple[int, int]]:
    """Return the offset and number of all that may be the label of a note."""
    found = []
    for match in LABEL.finditer(text):
        start = match.start("label")
        if MONTH.match(text, match.end("label")):
            continue  # "3 May"
        if ABBREVIATION.search(text[max(0, start - BEFORE) : start].rstrip()):
            continue  # "Art. 3 The"
        found.append((start, int(plain_digits(match["label"]).strip("[].)"))))
    return found


def _longest_run(numbers: Sequence[int]) -> list[int]:
    """Return the places of the longest run that counts 1, 2, 3; the last of equal ones."""
    length: dict[int, int] = {}
    previous: list[int] = []
    last_of: dict[int, int] = {}
    best = -1
    for at, number in enumerate(numbers):
        before = last_of.get(number - 1, -1) if number > 1 else -1
        previous.append(before)
        if number == 1 or before >= 0:
            length[at] = length.get(before, 0) + 1
            last_of[number] = at
            if best < 0 or length[at] >= length[best]:
                best = at
    run = []
    while best >= 0:
        run.append(best)
        best = previous[best]
    return run[::-1]
