"""Notes inside one long passage, in a text whose line ends are lost.

Where nothing but numbers parts the notes, the last run 1, 2, 3 that reads like references to
the end of the passage is taken for them.
"""

import itertools
import re
from dataclasses import replace

from averment.documents.document import Document, Passage, PassageKind
from averment.apparatus.note_likeness import CITING, citing
from averment.documents.superscript import plain_digits

LONG_PASSAGE = 1_500
"""Characters from which on a passage may hold its notes within itself."""
FEWEST = 2
LABEL = re.compile(
    r"(?<=[.;>)\]”\"’'»\w/])\s(?P<label>[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\]|\d{1,3}[.)]?)\s?"
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
    if len(text) < LONG_PASSAGE or not body:
        return [passage]
    labels = [
        (match.start() + 1, int(plain_digits(match["label"]).strip("[].)")))
        for match in LABEL.finditer(text)
    ]
    run = _last_run(labels)
    if len(run) < FEWEST:
        return [passage]
    bounds = [*run, len(text)]
    notes = [text[a:b] for a, b in itertools.pairwise(bounds)]
    if sum(citing(note.split(None, 1)[-1]) >= CITING for note in notes) * 3 < len(notes) * 2:
        return [passage]
    pieces = [(0, bounds[0]), *itertools.pairwise(bounds)]
    return [
        replace(passage, flow=part, label=passage.label if start == 0 else None)
        for start, end in pieces
        if (part := passage.flow.part(start, len(text[:end].rstrip()))).text.strip()
    ]


def _last_run(labels: list[tuple[int, int]]) -> list[int]:
    """Return the offsets of the last labels that count 1, 2, 3 to the end."""
    for begin in range(len(labels) - 1, -1, -1):
        if labels[begin][1] != 1:
            continue
        run = [labels[begin][0]]
        expected = 2
        for offset, number in labels[begin + 1 :]:
            if number == expected:
                run.append(offset)
                expected += 1
        if len(run) >= FEWEST:
            return run
    return []
