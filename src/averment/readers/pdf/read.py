"""PDF files with a text layer as a `Document`."""

from collections.abc import Sequence

import pypdfium2.raw as pdfium

from averment.documents.document import Document, Format, Notice
from averment.errors import InvalidDocumentError, OversizeDocumentError
from averment.readers.page.reading import Sheet, read_sheets
from averment.readers.page.text import LinkArea, links_under
from averment.readers.pdf.glyphs import PageContent, read_page
from averment.readers.pdf.pages import MOST_CHARACTERS, open_page, open_pdf

UNRELIABLE = 0.2
"""Share of characters without a meaning above which a page's text is not to be relied on."""
MOST_NAMED = 12
"""Pages that a notice names."""
EMPTY = PageContent(
    words=(),
    sideways="",
    rules=(),
    links=(),
    width=0.0,
    height=0.0,
    character_count=0,
    broken_count=0,
)
"""A page that is damaged."""


def read_pdf(data: bytes, *, name: str) -> Document:
    """Read a PDF that has text.

    Pages that are pictures only are left out with a notice; `pages_without_text` tells which
    they are, and `render_pages` draws them for OCR.

    Args:
        data: The file.
        name: What to call it.

    Raises:
        EncryptedDocumentError: It asks for a password.
        OversizeDocumentError: It has more pages or characters than Averment reads.
        InvalidDocumentError: It is damaged, or no page has text.
    """
    contents = _contents(data)
    if not any(content.character_count for content in contents):
        raise InvalidDocumentError(
            "the PDF has no text layer: its pages are pictures; "
            "install OCR (apt install tesseract-ocr) to read it"
        )
    written = read_sheets(
        [
            Sheet(
                words=content.words,
                height=content.height,
                rules=content.rules,
                aside=content.sideways,
            )
            for content in contents
        ]
    )
    areas = [
        LinkArea(page=number + 1, box=box, target=target)
        for number, content in enumerate(contents)
        for box, target in content.links
    ]
    return Document(
        name=name,
        format=Format.PDF,
        text=written.text,
        passages=written.passages,
        raised=written.raised,
        links=links_under(written, areas),
        page_starts=written.page_starts,
        notices=_notices(contents),
    )


def _contents(data: bytes) -> list[PageContent]:
    contents: list[PageContent] = []
    with open_pdf(data) as document:
        characters = 0
        for index in range(pdfium.FPDF_GetPageCount(document)):
            with open_page(document, index) as page:
                content = EMPTY if page is None else read_page(page, document=document)
            contents.append(content)
            characters += content.character_count
            if characters > MOST_CHARACTERS:
                raise OversizeDocumentError(
                    f"the PDF has more than {MOST_CHARACTERS} characters, "
                    "which is more than Averment reads"
                )
    return contents


def _notices(contents: Sequence[PageContent]) -> tuple[Notice, ...]:
    bare = [n + 1 for n, content in enumerate(contents) if not content.character_count]
    broken = [
        n + 1
        for n, content in enumerate(contents)
        if content.broken_count > UNRELIABLE * max(1, content.character_count)
    ]
    notices = []
    if bare:
        notices.append(
            Notice(
                code="page-without-text",
                text=f"{_named(bare)} of the PDF cannot be read without OCR: no text layer.",
            )
        )
    if broken:
        notices.append(
            Notice(
                code="text-unreliable",
                text=f"{_named(broken)} of the PDF: the file does not say which letters its "
                "signs stand for, so the text may be wrong; OCR may read it better.",
            )
        )
    return tuple(notices)


def _named(pages: Sequence[int]) -> str:
    """Name pages: "Page 3", "Pages 3, 4 and 9"."""
    if len(pages) == 1:
        return f"Page {pages[0]}"
    if len(pages) > MOST_NAMED:
        first = ", ".join(str(page) for page in pages[:MOST_NAMED])
        return f"Pages {first} and {len(pages) - MOST_NAMED} more"
    return f"Pages {', '.join(str(page) for page in pages[:-1])} and {pages[-1]}"
