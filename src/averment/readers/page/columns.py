"""Rows of a page cut into lines in reading order: columns one after the other, tables by cell.

A gutter is a strip that no word crosses over several rows. Text on both sides that fills its
side is set in columns; two short blocks far apart (addressee and sender, two signatures) are
read one after the other too; what remains side by side is a table or one line with a wide gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from averment.readers.page.placed import Line, Word
from averment.readers.page.rows import Row

GUTTER = 0.9
"""Of the type size: a narrower gap is a space between words."""
CELL_GAP = 1.5
BLOCK_GAP = 2.5
FEWEST_ROWS = 3
FEWEST_BLOCK_ROWS = 2
FEWEST_CELLS = 2
FILLED = 0.65
"""Of the column's width: a line that reaches so far fills its column."""
NARROWEST_COLUMN = 8.0
"""In type sizes."""
SHARED_HEIGHT = 0.5
CANDIDATES = 4
DEEPEST = 5
MOST_BLOCK_ROWS = 10
MOST_NUMBERS = 0.4
LABEL_LENGTH = 4
LETTER_LABEL = 2
"""A label of letters without a sign is no longer."""
ALIGNED = 2.5
MOST_ALIGNED = 0.7
STAGGER = 0.7
"""Of the type size: rows nearer than this stand beside each other."""


@dataclass(slots=True)
class _Regions:
    """Numbers the columns of a page."""

    last: int = 0

    def new(self) -> int:
        self.last += 1
        return self.last


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows from `first` to `last`, both included, that a gutter at `x` divides."""

    first: int
    last: int
    x: float
    blocks: bool = False
    """Short blocks rather than columns of prose."""


def lines_of_rows(rows: Sequence[Row], *, page: int) -> list[Line]:
    """Cut the rows of a page, top to bottom, into lines in reading order."""
    return _read(rows, page=page, region=0, regions=_Regions(), depth=0)


def _read(
    rows: Sequence[Row], *, page: int, region: int, regions: _Regions, depth: int
) -> list[Line]:
    run = _find_run(rows) if depth < DEEPEST else None
    if run is None:
        return _plain_lines(rows, page=page, region=region)
    left, right = _divide(rows[run.first : run.last + 1], run.x)
    above = _read(rows[: run.first], page=page, region=region, regions=regions, depth=depth + 1)
    columns: list[Line] = []
    for side in (left, right):
        number = regions.new()
        if run.blocks:
            columns += [
                Line(words=row.words, page=page, region=number, apart=True) for row in side
            ]
        else:
            columns += _read(side, page=page, region=number, regions=regions, depth=depth + 1)
    below = _read(
        rows[run.last + 1 :], page=page, region=region, regions=regions, depth=depth + 1
    )
    return above + columns + below


def _divide(rows: Sequence[Row], x: float) -> tuple[list[Row], list[Row]]:
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        for side, words in (
            (left, tuple(word for word in row.words if _centre(word) < x)),
            (right, tuple(word for word in row.words if _centre(word) >= x)),
        ):
            if words:
                side.append(Row(words, row.baseline, row.size))
    return left, right


def _centre(word: Word) -> float:
    return (word.left + word.right) / 2


def _find_run(rows: Sequence[Row]) -> _Run | None:
    """Return the first stretch of rows that is set in columns."""
    gaps = _gaps(rows)
    for _ in range(CANDIDATES):
        x, support = _busiest(gaps)
        if support < FEWEST_BLOCK_ROWS:
            return None
        for run in _stretches(rows, x):
            left, right = _divide(rows[run.first : run.last + 1], x)
            if _are_columns(left, right):
                return _trimmed(rows, run)
            if _are_blocks(left, right):
                return replace(_trimmed(rows, run), blocks=True)
        gaps = [gap for gap in gaps if not gap[0] <= x <= gap[1]]
    return None


def _gaps(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the wide gaps between words that stand beside each other."""
    found = []
    for row in rows:
        for before, after in pairwise(row.words):
            if after.left - before.right >= GUTTER * row.size:
                found.append((before.right, after.left))
    for row, under in pairwise(rows):
        if row.baseline - under.baseline > STAGGER * max(row.size, under.size):
            continue
        ends, starts = row.words[-1].right, under.words[0].left
        if starts - ends >= GUTTER * row.size:
            found.append((ends, starts))
        ends, starts = under.words[-1].right, row.words[0].left
        if starts - ends >= GUTTER * row.size:
            found.append((ends, starts))
    return found


def _busiest(gaps: Sequence[tuple[float, float]]) -> tuple[float, int]:
    """Return the place that most gaps share, and how many."""
    edges = sorted([(left, 0) for left, _ in gaps] + [(right, 1) for _, right in gaps])
    open_gaps = most = 0
    best = 0.0
    for index, (x, closes) in enumerate(edges):
        open_gaps += -1 if closes else 1
        if open_gaps > most:
            most = open_gaps
            best = (x + edges[index + 1][0]) / 2
    return best, most


def _stretches(rows: Sequence[Row], x: float) -> list[_Run]:
    """Return the longest stretches of rows in which no word and no narrow gap lies at `x`."""
    runs: list[_Run] = []
    first: int | None = None
    for index, row in enumerate(rows):
        if _crosses(row, x):
            if first is not None:
                runs.append(_Run(first, index - 1, x))
            first = None
        elif first is None:
            first = index
    if first is not None:
        runs.append(_Run(first, len(rows) - 1, x))
    return [run for run in runs if run.last > run.first]


def _crosses(row: Row, x: float) -> bool:
    before = max((word.right for word in row.words if word.left < x), default=None)
    after = min((word.left for word in row.words if word.left >= x), default=None)
    if before is not None and before > x:
        return True
    return before is not None and after is not None and after - before < GUTTER * row.size


def _trimmed(rows: Sequence[Row], run: _Run) -> _Run:
    """Leave out rows above and below that stand on one side only, far from the columns."""
    first, last = run.first, run.last
    both = [
        index
        for index in range(first, last + 1)
        if rows[index].words[0].left < run.x < rows[index].words[-1].right
        or _staggered(rows, index, run)
    ]
    if not both:
        return run
    typical = _typical_step(rows[both[0] : both[-1] + 1])
    first, last = both[0], both[-1]
    while first > run.first and rows[first - 1].baseline - rows[first].baseline <= typical:
        first -= 1
    while last < run.last and rows[last].baseline - rows[last + 1].baseline <= typical:
        last += 1
    return _Run(first, last, run.x)


def _staggered(rows: Sequence[Row], index: int, run: _Run) -> bool:
    row = rows[index]
    side = row.words[0].left < run.x
    return any(
        (other.words[0].left < run.x) != side
        and abs(other.baseline - row.baseline) < STAGGER * row.size
        for other in rows[max(run.first, index - 1) : min(run.last, index + 1) + 1]
    )


def _typical_step(rows: Sequence[Row]) -> float:
    steps = sorted(a.baseline - b.baseline for a, b in pairwise(rows))
    size = rows[0].size
    return 1.5 * max(steps[len(steps) // 2], size) if steps else 1.5 * size


def _are_columns(left: Sequence[Row], right: Sequence[Row]) -> bool:
    if min(len(left), len(right)) < FEWEST_ROWS:
        return False
    shared = min(left[0].baseline, right[0].baseline) - max(
        left[-1].baseline, right[-1].baseline
    )
    heights = [side[0].baseline - side[-1].baseline for side in (left, right)]
    if shared < SHARED_HEIGHT * min(heights):
        return False
    return _is_filled(left) and _is_filled(right)


def _is_filled(rows: Sequence[Row]) -> bool:
    """Say whether most lines reach across their column, as prose does."""
    width = max(row.words[-1].right for row in rows) - min(row.words[0].left for row in rows)
    size = sorted(row.size for row in rows)[len(rows) // 2]
    if width < NARROWEST_COLUMN * size:
        return False
    filled = sum(row.words[-1].right - row.words[0].left >= FILLED * width for row in rows)
    gaps = sum(
        after.left - before.right > CELL_GAP * row.size
        for row in rows
        for before, after in pairwise(row.words[1:])
    )
    return filled * 2 >= len(rows) and gaps * 2 < len(rows)


def _are_blocks(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Say whether two short blocks of words stand beside each other, far apart."""
    lengths = sorted((len(left), len(right)))
    if lengths[0] < FEWEST_BLOCK_ROWS or lengths[1] > MOST_BLOCK_ROWS:
        return False
    size = max(left[0].size, right[0].size)
    apart = min(row.words[0].left for row in right) - max(row.words[-1].right for row in left)
    if apart < BLOCK_GAP * size:
        return False
    return all(_is_aligned(side) and not _is_tabular(side) for side in (left, right))


def _is_aligned(rows: Sequence[Row]) -> bool:
    lefts = sorted(row.words[0].left for row in rows)
    usual = lefts[len(lefts) // 2]
    return sum(abs(left - usual) < ALIGNED for left in lefts) >= MOST_ALIGNED * len(lefts)


def _is_tabular(rows: Sequence[Row]) -> bool:
    texts = [" ".join(word.text for word in row.words) for row in rows]
    numbers = sum(
        2 * sum(c.isdigit() for c in text) > len(text) or len(text) <= LABEL_LENGTH
        for text in texts
    )
    wide = sum(len(cell) > 1 for cell in (_cells(row) for row in rows))
    return numbers > MOST_NUMBERS * len(rows) or wide > MOST_NUMBERS * len(rows)


def _cells(row: Row) -> list[tuple[Word, ...]]:
    """Cut a row at its wide gaps."""
    cells: list[list[Word]] = [[row.words[0]]]
    for before, after in pairwise(row.words):
        if after.left - before.right > CELL_GAP * row.size:
            cells.append([])
        cells[-1].append(after)
    return [tuple(cell) for cell in cells]


def _plain_lines(rows: Sequence[Row], *, page: int, region: int) -> list[Line]:
    """Return one line a row, or a line a cell where rows are a table's."""
    cells = [_cells(row) for row in rows]
    tabular = _table_rows(cells)
    lines = []
    for index, row in enumerate(rows):
        if index in tabular:
            lines += [
                Line(words=cell, page=page, region=region, in_table=True)
                for cell in cells[index]
            ]
        else:
            lines.append(Line(words=row.words, page=page, region=region))
    return lines


def _table_rows(cells: Sequence[Sequence[tuple[Word, ...]]]) -> frozenset[int]:
    """Return the rows that are a table's: three in a row with cells below each other."""
    found: set[int] = set()
    start = 0
    for index in range(1, len(cells) + 1):
        if index < len(cells) and _are_below(cells[index - 1], cells[index]):
            continue
        if index - start >= FEWEST_ROWS:
            found.update(range(start, index))
        start = index
    return frozenset(found)


def _are_below(upper: Sequence[tuple[Word, ...]], lower: Sequence[tuple[Word, ...]]) -> bool:
    """Say whether two rows have at least two cells that begin or end at the same place."""
    if min(len(upper), len(lower)) < FEWEST_CELLS:
        return False
    if len(upper) == len(lower) == FEWEST_CELLS and _is_label(upper[0]):
        return False
    shared = sum(
        any(
            abs(cell[0].left - other[0].left) < ALIGNED
            or abs(cell[-1].right - other[-1].right) < ALIGNED
            for other in lower
        )
        for cell in upper
    )
    return shared >= FEWEST_CELLS


def _is_label(cell: Sequence[Word]) -> bool:
    """Say whether a cell is only the number or sign before a list item or note."""
    text = cell[0].text
    word = text.isalpha() and len(text) > LETTER_LABEL
    return len(cell) == 1 and len(text) <= LABEL_LENGTH and not word
