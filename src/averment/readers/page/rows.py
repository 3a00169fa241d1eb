"""Words of a page put into rows by their baseline, raised signs on the row they belong to.

A row runs over the whole width of the page; `averment.readers.page.columns` cuts it where
columns or table cells do.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from averment.readers.page.placed import RAISED, Word, dominant, is_right_to_left

BASELINE_DRIFT = 0.12
"""Of the type size: words on one baseline differ by no more."""
HIGHEST_MARK = 0.75
LOWEST_MARK = 0.35
"""Of the row's size: how far above and below its baseline a small sign stands."""
MARK_SIZE = 0.92
"""A sign is smaller than this share of the row's size, or at most `SIGN_LENGTH` long."""
SIGN_LENGTH = 4
MARK_LENGTH = 12
"""Signs that follow each other ("3, 4, 5") are together no longer than this."""
MARK_CHAIN = 0.6
"""Of the type size: signs nearer than this follow each other."""
MARK_GAP = 0.4
MARK_GAP_BEFORE = 1.2
"""Of the row's size: how far from a word it stands; more where it opens the row."""
GLUE = 0.12
GLUE_MARK = 0.3
"""Of the type size: a narrower gap separates no words."""
NEAR_ROWS = 4
SIGN = re.compile(r"[\w*†‡§¶#°]")
"""What may be set as a raised sign."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one baseline, from left to right, whatever column they belong to."""

    words: tuple[Word, ...]
    baseline: float
    size: float


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Put the words of one page into rows, from top to bottom."""
    rows = _by_baseline([word for word in words if word.text])
    _attach_marks(rows)
    return [_row(row.words, row) for row in rows if row.words]


@dataclass(slots=True)
class _Draft:
    baseline: float
    size: float
    words: list[Word]


def _by_baseline(words: Sequence[Word]) -> list[_Draft]:
    rows: list[_Draft] = []
    for word in sorted(words, key=lambda w: (-w.baseline, w.left)):
        row = rows[-1] if rows else None
        drift = BASELINE_DRIFT * max(word.size, row.size) if row else 0.0
        if row is None or row.baseline - word.baseline > drift:
            rows.append(_Draft(word.baseline, word.size, [word]))
        else:
            row.words.append(word)
    for row in rows:
        row.size = dominant([(word.size, len(word.text)) for word in row.words])
        row.baseline = dominant([(word.baseline, len(word.text)) for word in row.words])
        row.words.sort(key=lambda word: word.left)
    return rows


def _attach_marks(rows: list[_Draft]) -> None:
    """Move raised and lowered signs to the row whose words they stand beside."""
    for index, row in enumerate(rows):
        near = [
            other
            for other in rows[max(0, index - NEAR_ROWS) : index + NEAR_ROWS + 1]
            if other is not row and -LOWEST_MARK < _rise(row, other) < HIGHEST_MARK
        ]
        if not near:
            continue
        kept = []
        for group in _groups(row.words):
            host = next((other for other in near if _belongs(group, other)), None)
            if host is None:
                kept += group
            else:
                _insert(host, group)
        row.words = kept


def _groups(words: Sequence[Word]) -> list[list[Word]]:
    """Put together the words of a row that follow each other closely."""
    groups: list[list[Word]] = []
    for word in words:
        if groups and word.left - groups[-1][-1].right < MARK_CHAIN * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _rise(row: _Draft, other: _Draft) -> float:
    return (row.baseline - other.baseline) / max(other.size, 0.1)


def _belongs(group: Sequence[Word], row: _Draft) -> bool:
    """Say whether a small sign, or a few, stand right beside a word of the row."""
    length = sum(len(word.text) for word in group)
    small = max(word.size for word in group) < row.size * MARK_SIZE
    if length > (MARK_LENGTH if small else SIGN_LENGTH):
        return False
    if length >= sum(len(word.text) for word in row.words):
        return False
    at = bisect_left(row.words, group[0].left, key=lambda w: w.left)
    before = row.words[at - 1] if at else None
    after = row.words[at] if at < len(row.words) else None
    if before is not None and group[0].left - before.right < MARK_GAP * row.size:
        return True
    if after is None:
        return False
    widest = MARK_GAP if before is not None else MARK_GAP_BEFORE
    return after.left - group[-1].right < widest * row.size


def _insert(row: _Draft, group: Sequence[Word]) -> None:
    at = bisect_left(row.words, group[0].left, key=lambda w: w.left)
    row.words[at:at] = [
        replace(word, raised=((0, len(word.text)),))
        if word.baseline - row.baseline > RAISED * row.size and SIGN.search(word.text)
        else word
        for word in group
    ]


def _row(words: Sequence[Word], draft: _Draft) -> Row:
    if _runs_right_to_left(words):
        words = sorted(words, key=lambda word: -word.right)
        return Row(tuple(words), draft.baseline, draft.size)
    glued: list[Word] = []
    for word in words:
        if glued and _is_glued(glued[-1], word):
            glued[-1] = _glue(glued[-1], word)
        else:
            glued.append(word)
    return Row(tuple(glued), draft.baseline, draft.size)


def _runs_right_to_left(words: Sequence[Word]) -> bool:
    letters = rtl = 0
    for word in words:
        if not word.text.isascii():
            rtl += sum(map(is_right_to_left, word.text))
        letters += len(word.text)
    return rtl * 2 > letters


def _is_glued(before: Word, after: Word) -> bool:
    if before.space_after or after.space_before:
        return False
    mark = bool(after.raised) and after.raised[0] == (0, len(after.text))
    widest = GLUE_MARK if mark else GLUE
    return after.left - before.right < widest * max(before.size, after.size)


def _glue(before: Word, after: Word) -> Word:
    shift = len(before.text)
    main = before if len(before.text) >= len(after.text) else after
    return Word(
        text=before.text + after.text,
        left=min(before.left, after.left),
        bottom=min(before.bottom, after.bottom),
        right=max(before.right, after.right),
        top=max(before.top, after.top),
        baseline=main.baseline,
        size=main.size,
        bold=main.bold,
        raised=before.raised + tuple((a + shift, b + shift) for a, b in after.raised),
        lefts=before.lefts + after.lefts,
        space_before=before.space_before,
        space_after=after.space_after,
    )
