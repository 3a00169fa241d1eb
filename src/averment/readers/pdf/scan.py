"""Scanned pages as a `Document`: words that an OCR program read, with their boxes.

OCR knows no type size and no raised type: both are taken from the boxes. What it read is never
as good as a text layer, and the document says so.
"""

import statistics
from collections.abc import Sequence
from dataclasses import replace

from averment.documents.document import Document, Format, Notice
from averment.errors import InvalidDocumentError
from averment.readers.page.placed import RAISED, Word
from averment.readers.page.reading import Sheet, read_sheets
from averment.readers.pdf.recognised import RecognisedWord, ScannedPage

POINTS_PER_INCH = 72
UNSURE = 60.0
"""Confidence below which a word is counted as uncertain."""
ASCENDERS = frozenset("bdfhklt0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
DESCENDERS = frozenset("gjpqy,;()[]/|")
HEIGHTS = {(False, False): 0.46, (True, False): 0.68, (False, True): 0.67, (True, True): 0.89}
"""Height of a word as a share of the type size: (with ascenders, with descenders)."""
DESCENT = 0.21
SIZE_NOISE = 0.12
"""Sizes measured on a scan that differ by less are one size."""
MARK = frozenset("0123456789*†‡°'’\"”“‘?")
LONGEST_MARK = 3


def read_scan(
    pages: Sequence[ScannedPage], *, name: str, file_format: Format = Format.IMAGE
) -> Document:
    """Make a document of recognised words.

    Args:
        pages: In order.
        name: What to call the document.
        file_format: What the pictures came from.

    Raises:
        InvalidDocumentError: No word was read on any page.
    """
    words = _at_usual_sizes([_words(page) for page in pages])
    if not any(words):
        raise InvalidDocumentError("OCR found no words on the pages of the scan")
    written = read_sheets(
        [
            Sheet(words=tuple(on_page), height=page.height_px * POINTS_PER_INCH / page.dpi)
            for page, on_page in zip(pages, words, strict=True)
        ]
    )
    return Document(
        name=name,
        format=file_format,
        text=written.text,
        passages=written.passages,
        raised=written.raised,
        page_starts=written.page_starts,
        notices=_notices(pages),
    )


def _words(page: ScannedPage) -> list[Word]:
    """Set the words of a page level on the lines that the OCR program saw, even askew."""
    lines: dict[tuple[int, int, int], list[RecognisedWord]] = {}
    for word in page.words:
        if word.text.strip():
            lines.setdefault((word.block, word.paragraph, word.line), []).append(word)
    return [word for line in lines.values() for word in _level(line, page)]


def _level(line: Sequence[RecognisedWord], page: ScannedPage) -> list[Word]:
    scale = POINTS_PER_INCH / page.dpi
    size = _type_size(line) * scale
    baseline = statistics.median(
        (page.height_px - word.top - word.height) * scale
        + (DESCENT * size if _has(word, DESCENDERS) else 0.0)
        for word in line
    )
    return [_word(word, page, scale=scale, size=size, baseline=baseline) for word in line]


def _word(
    word: RecognisedWord, page: ScannedPage, *, scale: float, size: float, baseline: float
) -> Word:
    text = "".join(word.text.split())
    bottom = (page.height_px - word.top - word.height) * scale
    high = bottom - baseline > RAISED * size and word.height * scale < size / 2
    mark = high and len(text) <= LONGEST_MARK and MARK.issuperset(text)
    return Word(
        text=text,
        left=word.left * scale,
        bottom=bottom,
        right=(word.left + word.width) * scale,
        top=bottom + word.height * scale,
        baseline=baseline,
        size=size,
        raised=((0, len(text)),) if mark and text.isdigit() else (),
    )


def _type_size(words: Sequence[RecognisedWord]) -> float:
    """Return the type size of a line in pixels, from the heights of its words."""
    return statistics.median(
        word.height / HEIGHTS[_has(word, ASCENDERS), _has(word, DESCENDERS)] for word in words
    )


def _has(word: RecognisedWord, letters: frozenset[str]) -> bool:
    return not letters.isdisjoint(word.text)


def _at_usual_sizes(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Level the sizes: what differs by measuring error only becomes one size."""
    weights: dict[float, int] = {}
    for word in (word for page in pages for word in page):
        key = round(word.size, 1)
        weights[key] = weights.get(key, 0) + len(word.text)
    usual: list[float] = []
    for size in sorted(weights, key=lambda key: (-weights[key], key)):
        if all(abs(size - other) > SIZE_NOISE * other for other in usual):
            usual.append(size)
    return [[_levelled(word, usual) for word in page] for page in pages]


def _levelled(word: Word, usual: Sequence[float]) -> Word:
    return replace(word, size=min(usual, key=lambda other: abs(other - word.size)))


def _notices(pages: Sequence[ScannedPage]) -> tuple[Notice, ...]:
    words = [word for page in pages for word in page.words if word.text.strip()]
    unsure = sum(word.confidence < UNSURE for word in words)
    notices = [
        Notice(
            code="read-by-ocr",
            text="The text was read from pictures by OCR: check every address, number and "
            "name by eye before relying on it.",
        )
    ]
    if unsure:
        notices.append(
            Notice(
                code="ocr-unsure",
                text=f"OCR was unsure of {unsure} of {len(words)} words.",
            )
        )
    bare = sum(not page.words for page in pages)
    if bare:
        notices.append(
            Notice(code="page-without-text", text=f"OCR found no words on {bare} page(s).")
        )
    return tuple(notices)
