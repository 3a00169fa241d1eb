import pytest
from tests.pdf_files import HEIGHT, WIDTH, Sheet, pdf_of

from averment.errors import InvalidDocumentError, OversizeDocumentError
from averment.readers.pdf import pages as pdf_pages
from averment.readers.pdf.pages import PageImage, pages_without_text, render_pages


def sheet() -> Sheet:
    written = Sheet()
    written.put(100, 700, "Port Callis")
    return written


def test_pages_without_text_are_found() -> None:
    assert pages_without_text(pdf_of([sheet(), Sheet(), sheet()])) == (2,)


def test_a_page_of_spaces_has_no_text() -> None:
    blank = Sheet()
    blank.put(100, 700, "   ")

    assert pages_without_text(pdf_of([blank])) == (1,)


def test_pages_are_drawn_in_grey() -> None:
    images = list(render_pages(pdf_of([sheet(), sheet()]), pages=[2, 9], dpi=72))

    assert [(image.page, image.width_px, image.height_px) for image in images] == [
        (2, WIDTH, HEIGHT)
    ]
    header = b"P5\n%d %d\n255\n" % (WIDTH, HEIGHT)
    assert images[0].image.startswith(header)
    pixels = images[0].image[len(header) :]
    assert len(pixels) == WIDTH * HEIGHT
    assert pixels[0] == 255
    row = pixels[(HEIGHT - 703) * WIDTH : (HEIGHT - 702) * WIDTH]
    assert min(row[100:166]) < 128
    assert min(row[:99]) == 255


def test_a_huge_page_is_drawn_with_fewer_pixels() -> None:
    (image,) = render_pages(pdf_of([sheet()]), pages=[1], dpi=5_000)

    assert isinstance(image, PageImage)
    assert image.width_px * image.height_px <= pdf_pages.MOST_PIXELS * 1.01
    assert image.dpi < 5_000


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(OversizeDocumentError, match="2001 pages"):
        pages_without_text(pdf_of([Sheet()] * (pdf_pages.MOST_PAGES + 1)))


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(InvalidDocumentError, match="damaged"):
        pages_without_text(pdf_of([sheet()])[:200])
