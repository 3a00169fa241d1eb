"""Tables and lists for people, in 80 columns."""

from collections.abc import Iterator, Sequence

from averment.reports.plain_words import columns, one_line, wrapped

WIDTH = 80
_GAP = "  "
_NARROWEST = 16


def table(rows: Sequence[Sequence[str]], *, heads: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a table; the last column is wrapped.

    Args:
        rows: Cells; each row as long as `heads`.
        heads: Names of the columns.
    """
    told = [[one_line(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(columns(row[place]) for row in told) for place in range(len(heads) - 1)]
    for row in told:
        first = "".join(
            cell + " " * (width - columns(cell)) + _GAP
            for cell, width in zip(row[:-1], widths, strict=True)
        )
        # Where the other columns leave no room, the last one goes below them.
        if columns(first) > WIDTH - _NARROWEST:
            yield first.rstrip()
            yield from wrapped(row[-1], width=WIDTH, first="    ").splitlines()
        else:
            yield from (
                line.rstrip()
                for line in wrapped(row[-1], width=WIDTH, first=first).splitlines()
            )


def paragraph(text: str, *, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Yield `text` in lines of at most 80 columns."""
    yield from wrapped(one_line(text), width=WIDTH, first=first, rest=rest).splitlines()


def bullets(items: Sequence[str], *, indent: str = "  ") -> Iterator[str]:
    """Yield a list, one item below the other."""
    for item in items:
        yield from paragraph(item, first=f"{indent}- ")


def section(title: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield a titled part with a blank line before it; nothing where it has no lines."""
    if lines:
        yield ""
        yield title
        yield from lines
