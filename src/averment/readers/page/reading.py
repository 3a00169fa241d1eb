"""Words of all pages, with their places, to one text: the way that every page goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.document import Box
from averment.readers.page.columns import lines_of_rows
from averment.readers.page.furniture import divide, find_furniture
from averment.readers.page.passages import PageLines, passages_of
from averment.readers.page.placed import Line, Word
from averment.readers.page.rows import rows_of
from averment.readers.page.text import PageText, write_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on one page."""

    words: tuple[Word, ...]
    """In any order."""
    height: float
    """In points."""
    rules: tuple[Box, ...] = ()
    """Thin horizontal lines."""
    aside: str = ""
    """Text that runs in another direction: stamps, watermarks."""


def read_sheets(sheets: Sequence[Sheet]) -> PageText:
    """Put the words of all pages into lines, passages and one text.

    Furniture is taken out before columns are looked for: it crosses them.
    """
    rows = [rows_of(sheet.words) for sheet in sheets]
    whole = [
        [Line(words=row.words, page=number) for row in on_page]
        for number, on_page in enumerate(rows, 1)
    ]
    furniture = find_furniture(whole, heights=[sheet.height for sheet in sheets])
    pages = []
    for index, (sheet, marked) in enumerate(zip(sheets, furniture, strict=True)):
        head, foot = divide(whole[index], marked, height=sheet.height)
        kept = [row for place, row in enumerate(rows[index]) if place not in marked]
        pages.append(
            PageLines(
                lines=tuple(lines_of_rows(kept, page=index + 1)),
                head=head,
                foot=(*foot, *_aside(sheet, page=index + 1)),
                rules=sheet.rules,
            )
        )
    return write_pages(passages_of(pages))


def _aside(sheet: Sheet, *, page: int) -> tuple[Line, ...]:
    """Return the text that runs in another direction as one line at the page's edge."""
    words = tuple(
        Word(text=text, left=0.0, bottom=0.0, right=0.0, top=0.0, baseline=0.0, size=1.0)
        for text in sheet.aside.split()
    )
    return (Line(words=words, page=page),) if words else ()
