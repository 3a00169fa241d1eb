"""Read a document: bytes become a `Reading`."""

from dataclasses import replace
from typing import assert_never

from averment.claims.reading import Reading
from averment.claims.understand import understand
from averment.documents.document import Document, Format, Notice
from averment.ports import TextRecogniser
from averment.readers.pdf.recognised import ScannedPage
from averment.readers.plain import read_plain
from averment.readers.sniff import misnamed, sniff

LANGUAGES = ("eng",)
"""What OCR is asked for: the rules read English."""
MOST_SCANNED_PAGES = 60
"""OCR takes seconds a page; a longer scan is read in part, and that is said."""
USUAL_DPI = 300.0
"""Taken for a picture that comes without its page's size."""


def read(data: bytes, *, name: str, recogniser: TextRecogniser) -> Reading:
    """Read a letter, whatever its format.

    Args:
        data: The file.
        name: Its name, for messages and as a hint to the format.
        recogniser: Reads pictures of text; asked only where a page has no text of its own.

    Raises:
        InvalidDocumentError: The file cannot be read as a document.
        MissingToolError: It is a picture, and no program to read it is installed.
    """
    return understand(open_document(data, name=name, recogniser=recogniser))


def open_document(data: bytes, *, name: str, recogniser: TextRecogniser) -> Document:
    """Turn a file into a `Document`, without reading what it says.

    A reader is imported only when its format turns up: a text file should not wait for the
    libraries of PDF and DOCX.
    """
    form = sniff(data, name)
    match form:
        case Format.PLAIN:
            document = read_plain(data, name=name)
        case Format.MARKDOWN:
            from averment.readers.markdown.read import read_markdown  # noqa: PLC0415 - see above

            document = read_markdown(data, name=name)
        case Format.HTML:
            from averment.readers.html.read import read_html  # noqa: PLC0415 - see above

            document = read_html(data, name=name)
        case Format.DOCX:
            from averment.readers.docx.read import read_docx  # noqa: PLC0415 - see above

            document = read_docx(data, name=name)
        case Format.PDF:
            document = _read_pdf(data, name=name, recogniser=recogniser)
        case Format.IMAGE:
            document = _read_image(data, name=name, recogniser=recogniser)
        case _:
            assert_never(form)
    notice = misnamed(form, name)
    return replace(document, notices=(*document.notices, notice)) if notice else document


def _read_pdf(data: bytes, *, name: str, recogniser: TextRecogniser) -> Document:
    """Read a PDF by its text, or, where no page has any, by its pictures."""
    from averment.readers.pdf.pages import (  # noqa: PLC0415
        page_count,
        pages_without_text,
        render_pages,
    )
    from averment.readers.pdf.read import read_pdf  # noqa: PLC0415 - see `open_document`
    from averment.readers.pdf.scan import read_scan  # noqa: PLC0415

    bare = pages_without_text(data)
    if len(bare) < page_count(data):
        return read_pdf(data, name=name)
    pages = [
        ScannedPage(
            words=recogniser.recognise(image.image, languages=LANGUAGES),
            width_px=image.width_px,
            height_px=image.height_px,
            dpi=image.dpi,
        )
        for image in render_pages(data, pages=bare[:MOST_SCANNED_PAGES])
    ]
    document = read_scan(pages, name=name, file_format=Format.PDF)
    left_out = len(bare) - len(pages)
    if left_out > 0:
        text = f"Only the first {len(pages)} scanned pages were read; {left_out} were not."
        notice = Notice(code="pages-not-read", text=text)
        document = replace(document, notices=(*document.notices, notice))
    return document


def _read_image(data: bytes, *, name: str, recogniser: TextRecogniser) -> Document:
    from averment.readers.pdf.scan import read_scan  # noqa: PLC0415 - see `open_document`

    words = recogniser.recognise(data, languages=LANGUAGES)
    right = max((word.left + word.width for word in words), default=1)
    bottom = max((word.top + word.height for word in words), default=1)
    page = ScannedPage(words=words, width_px=right, height_px=bottom, dpi=USUAL_DPI)
    return read_scan([page], name=name)
