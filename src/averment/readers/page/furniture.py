"""Running headers, footers and page numbers of a document whose lines have places.

A line is furniture when the same words, numbers aside, stand at the same height on several
pages, or when it is a page number alone at the edge of its page.
"""

import re
from collections.abc import Sequence

from averment.readers.page.placed import Line

EDGE_LINES = 4
EDGE = 0.2
"""Of the page's height: furniture stands no further from the edge."""
SAME_HEIGHT = 4.0
FEW_PAGES = 5
LONGEST = 160
APART = 1.6
"""Of the type size: a page number stands further from the text than a line does."""

_NUMBER = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|[(]\s?)?(?P<word>page\s|p\.\s?)?(?P<number>\d{1,4}|[ivxlc]{1,7})"
    r"(?P<of>\s?(?:of|/|\|)\s?\d{1,4})?(?:\s?[-–—|\])])?",
    re.IGNORECASE,
)
_PRINTER = re.compile(
    # Job numbers of the United Nations: "20-14345 (E) 041120", "*2014345*", "GE.12-13456".
    r"(?:(?:GE\.)?\d{2}-\d{5,6}|\*\d{7}\*|\(E\)|\d{6}|\d{1,3}/\d{1,3}|\s)+"
)
_SYMBOL = re.compile(r"(?:A|S|E|CCPR|CAT|CEDAW|CERD|CRC|CED|CRPD|HRC)(?:/[\w.()-]+){2,6}")


def find_furniture(
    pages: Sequence[Sequence[Line]], *, heights: Sequence[float]
) -> tuple[frozenset[int], ...]:
    """Return for each page the indexes of the lines that are furniture.

    Args:
        pages: The lines of each page.
        heights: The height of each page, in points.
    """
    edges = [
        _edge_lines(lines, height=height) for lines, height in zip(pages, heights, strict=True)
    ]
    found = [
        {index for index in (*top, *bottom) if _is_printers(pages[page][index], page=page)}
        for page, (top, bottom) in enumerate(edges)
    ]
    for side in range(2):
        _add_repeated(pages, [both[side] for both in edges], found)
    _add_page_numbers(pages, edges, found)
    return tuple(frozenset(indexes) for indexes in found)


def divide(
    lines: Sequence[Line], furniture: frozenset[int], *, height: float
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the headers and the footers among the lines of a page of this height."""
    marked = [lines[index] for index in sorted(furniture)]
    return (
        tuple(line for line in marked if line.baseline > height / 2),
        tuple(line for line in marked if line.baseline <= height / 2),
    )


def _edge_lines(lines: Sequence[Line], *, height: float) -> tuple[list[int], list[int]]:
    """Return the indexes of the lines nearest to the upper and to the lower edge."""
    order = sorted(range(len(lines)), key=lambda index: -lines[index].baseline)
    top = [i for i in order[:EDGE_LINES] if lines[i].baseline > (1 - EDGE) * height]
    bottom = [i for i in order[::-1][:EDGE_LINES] if lines[i].baseline < EDGE * height]
    return top, bottom


def _is_printers(line: Line, *, page: int) -> bool:
    """Say whether a line holds only job numbers, or a document's symbol on a later page."""
    text = line.text
    if len(text) > LONGEST:
        return False
    if _PRINTER.fullmatch(text) and "-" in text:
        return True
    return page > 0 and _SYMBOL.fullmatch(text) is not None


def _add_repeated(
    pages: Sequence[Sequence[Line]], edges: Sequence[Sequence[int]], found: list[set[int]]
) -> None:
    """Add the lines whose words come back at the same height."""
    places: dict[str, list[tuple[float, int, int]]] = {}
    for page, indexes in enumerate(edges):
        for index in indexes:
            line = pages[page][index]
            if len(line.text) <= LONGEST:
                shape = _NUMBER.sub("0", line.text).casefold()
                places.setdefault(shape, []).append((line.baseline, page, index))
    needed = 2 if len(pages) <= FEW_PAGES else 3
    for same in places.values():
        same.sort()
        for group in _at_one_height(same):
            if len({page for _, page, _ in group}) >= needed:
                for _, page, index in group:
                    found[page].add(index)


def _at_one_height(
    places: Sequence[tuple[float, int, int]],
) -> list[list[tuple[float, int, int]]]:
    groups: list[list[tuple[float, int, int]]] = []
    for place in places:
        if groups and place[0] - groups[-1][0][0] <= SAME_HEIGHT:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _add_page_numbers(
    pages: Sequence[Sequence[Line]],
    edges: Sequence[tuple[list[int], list[int]]],
    found: list[set[int]],
) -> None:
    """Add page numbers that stand alone, outermost on their page."""
    candidates: list[tuple[int, int, int | None]] = []
    for page, sides in enumerate(edges):
        for side in sides:
            outermost = next((index for index in side if index not in found[page]), None)
            if outermost is None:
                continue
            match = _PAGE_NUMBER.fullmatch(pages[page][outermost].text)
            if match is None:
                continue
            if match["word"] or match["of"]:
                found[page].add(outermost)
            elif _stands_apart(pages[page], outermost):
                number = int(match["number"]) if match["number"].isdecimal() else None
                candidates.append((page, outermost, number))
    steps = [number - page for page, _, number in candidates if number is not None]
    for page, index, number in candidates:
        counted = number is not None and (steps.count(number - page) > 1 or number == page + 1)
        if counted or (number is None and len(candidates) > 1):
            found[page].add(index)


def _stands_apart(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    near = min(
        (abs(other.baseline - line.baseline) for other in lines if other is not line),
        default=line.size * APART,
    )
    return near >= APART * line.size
