"""Notes at the foot of a page: which lines they are, and where each begins.

The notes' lines stand at the bottom of the page or column, are set smaller than the body or
stand under a short rule, and at least one begins with a number or sign that the order of the
notes allows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.document import Box, PassageKind
from averment.readers.page.block import Block
from averment.readers.page.label import Label, note_label
from averment.readers.page.measure import Measure, would_have_fitted
from averment.readers.page.placed import Line

SMALLER = 0.94
"""Of the body's size: notes are smaller than this."""
SHORT_RULE = 0.7
"""Of the column's width: a longer rule does not set off notes."""
SKIP = 4
"""How many numbers may be missing between two notes."""
FINISHED = re.compile(r"[.!?;:>…]['\"”’»)\]]*$")
FINISHED_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[^\s/-]$")
_INDENT = 1.0
"""In points: how far a line must stand out to the left of the others."""


@dataclass(slots=True)
class NoteSequence:
    """What is known of the notes so far, from page to page."""

    last: int = 0
    open_note: Block | None = None
    """The last note of the page before, which may go on."""


def foot_lines(
    lines: Sequence[Line], *, rules: Sequence[Box], measure: Measure, known: NoteSequence
) -> int:
    """Return the index of the first line of the notes at the end of one column of a page.

    Args:
        lines: The lines of the column, in reading order, furniture left out.
        rules: The page's horizontal rules.
        measure: The document's usual sizes.
        known: The notes of the pages before.
    """
    first = len(lines)
    while first > 0 and lines[first - 1].size < SMALLER * measure.body_size:
        first -= 1
    ruled = _under_rule(lines, rules=rules, measure=measure)
    if ruled is not None:
        first = ruled if first == len(lines) else max(first, ruled)
    if known.open_note is not None and first < len(lines):
        right = measure.column(lines[first])[1]
        if _goes_on(known.open_note, lines[first], right=right):
            return first
    for index in range(first, len(lines)):
        label = note_label(lines[index])
        if label is not None and _opens(label, known=known, at_top=True):
            return index
    return len(lines)


def _under_rule(lines: Sequence[Line], *, rules: Sequence[Box], measure: Measure) -> int | None:
    """Return the first line under a short rule, if what stands there begins like a note."""
    for rule in sorted(rules, key=lambda box: box.bottom):
        under = [i for i, line in enumerate(lines) if line.baseline < rule.bottom]
        if not under or under != list(range(under[0], len(lines))):
            continue
        left, right = measure.column(lines[under[0]])
        line = lines[under[0]]
        short = rule.right - rule.left < SHORT_RULE * (right - left)
        # A rule that underlines words stands right under their baseline.
        free = all(
            not 0 <= above.baseline - rule.bottom < above.size / 2
            for above in lines[: under[0]]
        )
        if short and free and abs(rule.left - left) < 2 * line.size and note_label(line):
            return under[0]
    return None


def _goes_on(note: Block, line: Line, *, right: float) -> bool:
    last = note.lines[-1]
    if FINISHED.search(last.text) or note_label(line) is not None:
        return False
    return not would_have_fitted(last, line, right=right)


def _opens(label: Label, *, known: NoteSequence, at_top: bool) -> bool:
    """Say whether the order of the notes allows this one next."""
    if label.number is None:
        return True
    if label.raised:
        return known.last < label.number <= known.last + SKIP or label.number == 1 or at_top
    if label.number == known.last + 1:
        return True
    return at_top and (label.number == 1 or known.last < label.number <= known.last + SKIP)


def split_notes(lines: Sequence[Line], *, measure: Measure, known: NoteSequence) -> list[Block]:
    """Cut the lines at the foot of a page into notes.

    What stands before the first number goes on with the last note of the page before. `known`
    is brought up to date.
    """
    notes: list[Block] = []
    current = known.open_note
    fresh = True
    outdented = _outdented(lines)
    for index, line in enumerate(lines):
        label = note_label(line)
        before = lines[index - 1] if index else None
        if label is not None and not _opens(label, known=known, at_top=fresh):
            label = None
        if label is not None and not label.raised and before is not None:
            right = measure.column(line)[1]
            finished = (
                FINISHED.search(before.text)
                or FINISHED_ADDRESS.search(before.text)
                or would_have_fitted(before, line, right=right)
            )
            if not finished and index not in outdented:
                label = None
        if label is not None or current is None:
            current = Block(PassageKind.FOOTNOTE, label=label)
            notes.append(current)
            fresh = False
            known.last = known.last if label is None else label.number or known.last
        current.lines.append(line)
    known.open_note = current
    return notes


def _outdented(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that stand out to the left of most others."""
    if not lines:
        return frozenset()
    lefts = sorted(line.box.left for line in lines)
    usual = lefts[len(lefts) // 2]
    return frozenset(
        index for index, line in enumerate(lines) if line.box.left < usual - _INDENT
    )
