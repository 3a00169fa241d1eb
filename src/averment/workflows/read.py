"""Read a document: bytes become a `Reading`."""

from collections.abc import Callable
from dataclasses import replace

from averment.claims.reading import Reading
from averment.claims.understand import understand
from averment.documents.document import Document, Format, Notice
from averment.documents.scan import ScannedPage, read_scan
from averment.documents.sniff import misnamed, sniff
from averment.ports import TextRecogniser

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
    """Turn a file into a `Document`, without reading what it says."""
    form = sniff(data, name)
    if form is Format.IMAGE:
        document = _image(data, name=name, recogniser=recogniser)
    elif form is Format.PDF:
        document = _pdf(data, name=name, recogniser=recogniser)
    else:
        document = _reader(form)(data, name)
    notice = misnamed(form, name)
    return replace(document, notices=(*document.notices, notice)) if notice else document


def _reader(form: Format) -> Callable[[bytes, str], Document]:
    """Return the reader of a format; each is imported only when it is needed."""
    match form:
        case Format.DOCX:
            from averment.documents.docx import read_docx as reader
        case Format.HTML:
            from averment.documents.html import read_html as reader
        case Format.MARKDOWN:
            from averment.documents.markdown import read_markdown as reader
        case _:
            from averment.documents.plain import read_plain as reader
    return lambda data, name: reader(data, name=name)


def _pdf(data: bytes, *, name: str, recogniser: TextRecogniser) -> Document:
    """Read a PDF by its text, or, where no page has any, by its pictures."""
    from averment.documents.pdf import read_pdf
    from averment.documents.pdf_pages import page_count, pages_without_text, render_pages

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


def _image(data: bytes, *, name: str, recogniser: TextRecogniser) -> Document:
    words = recogniser.recognise(data, languages=LANGUAGES)
    right = max((word.left + word.width for word in words), default=1)
    bottom = max((word.top + word.height for word in words), default=1)
    page = ScannedPage(words=words, width_px=right, height_px=bottom, dpi=USUAL_DPI)
    return read_scan([page], name=name)
