import textwrap

import pytest

from averment.documents.document import Format, PassageKind
from averment.errors import InvalidDocumentError
from averment.readers.pdf.recognised import RecognisedWord, ScannedPage
from averment.readers.pdf.scan import read_scan

FIRST = (
    "The council of the town reports that the waterworks of Port Callis were damaged in the "
    "night and that the school of the old quarter has been closed since the following morning."
)


def line(
    words: str, *, top: int, left: int = 300, size: int = 46, number: int, askew: float = 0.0
) -> list[RecognisedWord]:
    """Place words on a page of 300 dpi; a letter is half the size wide."""
    placed = []
    for word in words.split(" "):
        height, drop = round(size * 0.68), 0
        if set(word) & set("gjpqy,;()[]/|"):
            height += round(size * 0.21)
        if not set(word) & set("bdfhklt0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
            drop = round(size * 0.22)
        placed.append(
            RecognisedWord(
                text=word,
                left=left,
                top=top + drop + round(askew * left),
                width=len(word) * size // 2,
                height=height - drop,
                confidence=90.0,
                block=1,
                paragraph=1,
                line=number,
            )
        )
        left += (len(word) + 1) * size // 2
    return placed


def page(*lines: list[RecognisedWord]) -> ScannedPage:
    words = tuple(word for on_line in lines for word in on_line)
    return ScannedPage(words=words, width_px=2480, height_px=3508, dpi=300)


def paragraph(words: str, *, top: int, columns: int = 80, size: int = 46, first: int = 0,
              left: int = 300, askew: float = 0.0) -> list[list[RecognisedWord]]:  # fmt: skip
    return [
        line(text, top=top + round(n * size * 1.2), size=size, number=first + n, left=left,
             askew=askew)
        for n, text in enumerate(textwrap.wrap(words, columns, break_on_hyphens=False))
    ]  # fmt: skip


def test_recognised_words_become_passages_and_notes() -> None:
    document = read_scan(
        [
            page(
                *paragraph(FIRST, top=400),
                *paragraph("1 See the report of the council.", top=3000, size=34, first=20),
                *paragraph("2 Ibid., p. 12.", top=3050, size=34, first=30),
            )
        ],
        name="scan.png",
    )

    assert document.format is Format.IMAGE
    assert [(p.kind, p.label, p.flow.text) for p in document.passages] == [
        (PassageKind.PARAGRAPH, None, FIRST),
        (PassageKind.FOOTNOTE, "1", "See the report of the council."),
        (PassageKind.FOOTNOTE, "2", "Ibid., p. 12."),
    ]
    assert [notice.code for notice in document.notices] == ["read-by-ocr"]


def test_lines_that_run_askew_stay_lines() -> None:
    document = read_scan([page(*paragraph(FIRST, top=400, askew=0.02))], name="scan.png")

    assert [p.flow.text for p in document.passages] == [FIRST]


def test_uncertain_words_are_counted() -> None:
    words = line("The town", top=400, number=1)
    doubtful = RecognisedWord(
        text="Ca11is", left=900, top=400, width=100, height=31, confidence=12.0,
        block=1, paragraph=1, line=1,
    )  # fmt: skip

    document = read_scan([page([*words, doubtful])], name="scan", file_format=Format.PDF)

    assert document.format is Format.PDF
    assert [notice.text for notice in document.notices[1:]] == [
        "OCR was unsure of 1 of 3 words."
    ]


def test_a_small_high_number_is_raised() -> None:
    words = line("The school was closed.", top=400, number=1)
    mark = RecognisedWord(
        text="3", left=words[-1].left + words[-1].width + 4, top=395, width=10, height=18,
        confidence=70.0, block=1, paragraph=1, line=1,
    )  # fmt: skip

    document = read_scan([page([*words, mark])], name="scan")

    assert [span.of(document.text) for span in document.raised] == ["3"]


def test_a_scan_without_words_is_refused() -> None:
    with pytest.raises(InvalidDocumentError, match="no words"):
        read_scan([page()], name="scan")
