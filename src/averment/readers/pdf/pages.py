"""A PDF file opened, and its pages: which have text, and what they look like.

PDFium does the parsing. It is not safe in threads, so one file is open at a time.
"""

import ctypes
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from averment.errors import (
    EncryptedDocumentError,
    InvalidDocumentError,
    OversizeDocumentError,
)

MOST_PAGES = 2_000
"""A letter with annexes has a few hundred; more is not a document that one person sends."""
MOST_CHARACTERS_ON_PAGE = 200_000
"""Forty times a dense page: beyond it the file is made to exhaust the reader."""
MOST_CHARACTERS = 12_000_000
"""2,000 dense pages."""
SCAN_DPI = 300
"""What OCR programs are trained for."""
MOST_PIXELS = 40_000_000
"""A page of A3 at 300 dpi has 17 million."""
POINTS_PER_INCH = 72

_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """A page as a picture."""

    page: int
    """Counted from 1."""
    image: bytes
    """Binary PGM: 8 bits of grey a pixel."""
    width_px: int
    height_px: int
    dpi: float


@contextmanager
def open_pdf(data: bytes) -> Iterator[Any]:
    """Open a PDF; the value is PDFium's raw document handle.

    Raises:
        EncryptedDocumentError: It asks for a password.
        OversizeDocumentError: It has more than `MOST_PAGES` pages.
        InvalidDocumentError: It is no PDF, or so damaged that no page is left.
    """
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) in (
                pdfium.FPDF_ERR_PASSWORD,
                pdfium.FPDF_ERR_SECURITY,
            ):
                raise EncryptedDocumentError(
                    "the PDF is protected by a password; save a copy without one"
                ) from error
            raise InvalidDocumentError("the PDF is damaged or cut off") from error
        try:
            pages = len(document)
            if pages < 1:
                raise InvalidDocumentError("the PDF is damaged: it has no page")
            if pages > MOST_PAGES:
                raise OversizeDocumentError(
                    f"the PDF has {pages} pages; Averment reads at most {MOST_PAGES}"
                )
            yield document.raw
        finally:
            document.close()


@contextmanager
def open_page(document: Any, index: int) -> Iterator[Any | None]:
    """Open a page, `index` counted from 0; the value is None where it is damaged."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        yield None
        return
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


@contextmanager
def open_text(page: Any) -> Iterator[tuple[Any, int]]:
    """Open the text of a page; the value is PDFium's handle and the number of characters.

    Raises:
        OversizeDocumentError: The page has more than `MOST_CHARACTERS_ON_PAGE` characters.
    """
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        yield None, 0
        return
    try:
        count = max(0, pdfium.FPDFText_CountChars(text))
        if count > MOST_CHARACTERS_ON_PAGE:
            raise OversizeDocumentError(
                f"a page of the PDF has {count} characters; "
                f"Averment reads at most {MOST_CHARACTERS_ON_PAGE}"
            )
        yield text, count
    finally:
        pdfium.FPDFText_ClosePage(text)


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has.

    Raises:
        InvalidDocumentError: As `open_pdf`.
    """
    with open_pdf(data) as document:
        return int(pdfium.FPDF_GetPageCount(document))


def pages_without_text(data: bytes) -> tuple[int, ...]:
    """Return the pages, counted from 1, that hold no printed character: pictures or nothing.

    Raises:
        InvalidDocumentError: As `open_pdf`.
    """
    bare = []
    with open_pdf(data) as document:
        for index in range(pdfium.FPDF_GetPageCount(document)):
            with open_page(document, index) as page:
                if page is None or not _has_text(page):
                    bare.append(index + 1)
    return tuple(bare)


def _has_text(page: Any) -> bool:
    with open_text(page) as (text, count):
        return any(
            not chr(code).isspace() and code > 0
            for code in (pdfium.FPDFText_GetUnicode(text, index) for index in range(count))
        )


def render_pages(
    data: bytes, *, pages: Sequence[int], dpi: float = SCAN_DPI
) -> Iterator[PageImage]:
    """Draw pages in grey, one at a time, for OCR.

    Args:
        data: The PDF.
        pages: Which, counted from 1; those that it does not have are left out.
        dpi: Pixels an inch; less where the page would have more than `MOST_PIXELS`.

    Raises:
        InvalidDocumentError: As `open_pdf`.
    """
    for number in pages:
        with open_pdf(data) as document:
            if not 1 <= number <= pdfium.FPDF_GetPageCount(document):
                continue
            with open_page(document, number - 1) as page:
                image = None if page is None else _render(page, number, dpi)
        if image is not None:
            yield image


def _render(page: Any, number: int, dpi: float) -> PageImage | None:
    width = pdfium.FPDF_GetPageWidthF(page) / POINTS_PER_INCH
    height = pdfium.FPDF_GetPageHeightF(page) / POINTS_PER_INCH
    if width <= 0 or height <= 0:
        return None
    dpi = min(dpi, (MOST_PIXELS / (width * height)) ** 0.5)
    width_px, height_px = max(1, round(width * dpi)), max(1, round(height * dpi))
    bitmap = pdfium.FPDFBitmap_CreateEx(width_px, height_px, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width_px, height_px, 0xFFFFFFFF)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width_px, height_px, 0, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        raw = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height_px)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = b"".join(raw[row * stride : row * stride + width_px] for row in range(height_px))
    header = f"P5\n{width_px} {height_px}\n255\n".encode("ascii")
    return PageImage(
        page=number, image=header + rows, width_px=width_px, height_px=height_px, dpi=dpi
    )
