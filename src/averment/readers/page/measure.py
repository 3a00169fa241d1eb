"""What is usual in a document's layout: type size, leading, and how far lines reach."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from averment.readers.page.placed import Line, dominant

BODY_SHARE = 0.25
"""The body is the largest size that has this share of the characters: notes may have more."""
DEFAULT_LEADING = 1.2
"""Of the type size."""
WIDEST_LEADING = 3.2
SLACK = 0.8
"""Of the type size: a word that would have fitted by so little may not have fitted."""
SPACE = 0.25
OVERFLOW = 2.0
"""Of the type size: one line that reaches this much further than others is an accident."""
FEWEST_WRAPPED = 3
WORD = 3.0
"""In type sizes: a usual word."""
ADDRESS = re.compile(r"^(?:www\.|https?:)|@")
SHORTEST_PROSE = 40
"""In characters: prose is not set in lines that are all shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The usual sizes of one document."""

    body_size: float
    leadings: Mapping[float, float]
    """Usual distance of baselines for each type size, rounded to half points."""
    edges: Mapping[tuple[int, int], tuple[float, float]]
    """Left and right edge of each column: (page, region); page 0 for what is not in columns."""

    def leading(self, size: float) -> float:
        """Return the usual distance of baselines."""
        return self.leadings.get(half_points(size), DEFAULT_LEADING * size)

    def column(self, line: Line) -> tuple[float, float]:
        """Return the left and right edge of the column that a line stands in."""
        return self.edges[_column_of(line)]


def half_points(size: float) -> float:
    """Round a size, so that accidents of conversion do not count."""
    return round(size * 2) / 2


def measure(pages: Sequence[Sequence[Line]]) -> Measure:
    """Measure the lines of a document; furniture must be left out."""
    lines = [line for page in pages for line in page]
    return Measure(body_size=_body_size(lines), leadings=_leadings(pages), edges=_edges(lines))


def _body_size(lines: Sequence[Line]) -> float:
    weights: dict[float, int] = {}
    for line in lines:
        size = half_points(line.size)
        weights[size] = weights.get(size, 0) + len(line.text)
    total = sum(weights.values())
    usual = [size for size, weight in weights.items() if weight >= BODY_SHARE * total]
    return max(usual or weights, default=0.0)


def _leadings(pages: Sequence[Sequence[Line]]) -> dict[float, float]:
    drops: dict[float, list[tuple[float, int]]] = {}
    for page in pages:
        for line, under in pairwise(page):
            size = half_points(line.size)
            drop = half_points(line.baseline - under.baseline)
            same = half_points(under.size) == size and line.region == under.region
            if same and size < drop + 1 and drop < WIDEST_LEADING * size:
                # A line that reaches far goes on in the next: that drop is a leading.
                drops.setdefault(size, []).append((drop, len(line.text)))
    return {size: dominant(found) for size, found in drops.items()}


def _column_of(line: Line) -> tuple[int, int]:
    return (line.page, line.region) if line.region else (0, 0)


def _edges(lines: Sequence[Line]) -> dict[tuple[int, int], tuple[float, float]]:
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        columns.setdefault(_column_of(line), []).append(line)
    edges = {}
    for column, inside in columns.items():
        plain = [line for line in inside if not line.in_table] or inside
        rights = sorted((line.box.right for line in plain), reverse=True)
        lefts = sorted(line.box.left for line in plain)
        right = rights[0]
        beyond = min(len(rights) - 1, max(1, len(rights) // 50))
        if right - rights[beyond] > OVERFLOW * plain[0].size:
            right = rights[beyond]
        edges[column] = (lefts[min(len(lefts) - 1, len(lefts) // 20)], right)
    return edges


def would_have_fitted(
    line: Line, under: Line, *, right: float, left: float | None = None
) -> bool:
    """Say whether the first word of `under` had room at the end of `line`: the writer broke it.

    A word in small letters never begins a line that a writer breaks off by hand, unless a
    sentence ends before it.

    Args:
        line: A line.
        under: The next.
        right: The edge that words reach to.
        left: The left edge; where it is given, lines set in the middle have room on both sides.
    """
    first = under.words[0]
    goes_on = first.text[0].islower() and not ADDRESS.search(first.text)
    if goes_on and line.text[-1] not in ".!?:;" and not line.apart:
        return False
    room = right - line.box.right
    if left is not None:
        middles = [(each.box.left + each.box.right) / 2 for each in (line, under)]
        margin = line.box.left - left
        if margin > OVERFLOW * line.size and all(
            abs(middle - (left + right) / 2) < line.size / 2 for middle in middles
        ):
            room += margin
    return first.width < room - (SPACE + SLACK) * line.size


def edges_of(lines: Sequence[Line], *, column: tuple[float, float]) -> tuple[float, float]:
    """Return the edges that a group of lines was wrapped between.

    A quotation may be set narrower than its column. It is, if all its lines but the last could
    not have taken the next word within the group's own edge, and they are several or set in.

    Args:
        lines: Lines of one column without a gap between them.
        column: Left and right edge of the column.
    """
    left, right = column
    own_left = min(line.box.left for line in lines)
    own_right = max(line.box.right for line in lines)
    indent = own_left - left
    size = lines[0].size
    set_in = indent > OVERFLOW * size and abs(right - own_right - indent) < WORD * size
    if own_right >= right or (len(lines) < FEWEST_WRAPPED and not set_in):
        return column
    if max(len(line.text) for line in lines) < SHORTEST_PROSE:
        return column
    wrapped = not any(would_have_fitted(a, b, right=own_right) for a, b in pairwise(lines))
    return (own_left, own_right) if wrapped else column
