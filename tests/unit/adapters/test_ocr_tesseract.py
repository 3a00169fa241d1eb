import shutil
import sys
from pathlib import Path

import pytest
from tests.pdf_files import Sheet, pdf_of

from averment.adapters.ocr_tesseract import TesseractRecogniser, parse_tsv
from averment.errors import InvalidDocumentError, MissingToolError
from averment.readers.pdf.pages import render_pages
from averment.readers.pdf.recognised import RecognisedWord

TABLE = """\
level page_num block_num par_num line_num word_num left top width height conf text
1 1 0 0 0 0 0 0 2480 3508 -1
5 1 2 1 3 1 299 306 209 33 95.7 "Callis
5 1 2 1 3 2 523 306 36 33 12
5 1 2 1 3 2 broken 306 36 33 12 x
5 1"""


def program(folder: Path, body: str) -> str:
    """Write a program that stands in for tesseract."""
    path = folder / "tesseract"
    path.write_text(f"#!{sys.executable}\nimport sys, time\n{body}\n")
    path.chmod(0o755)
    return str(path)


def test_words_are_read_from_the_table() -> None:
    assert parse_tsv(TABLE.replace(" ", "\t")) == (
        RecognisedWord(
            text='"Callis', left=299, top=306, width=209, height=33, confidence=95.7,
            block=2, paragraph=1, line=3,
        ),
    )  # fmt: skip


def test_a_missing_program_says_what_to_install() -> None:
    recogniser = TesseractRecogniser(program="no-such-tesseract")

    with pytest.raises(MissingToolError, match="apt install tesseract-ocr tesseract-ocr-fra"):
        recogniser.recognise(b"", languages=("fra",))


def test_missing_language_data_says_what_to_install(tmp_path: Path) -> None:
    message = "Failed loading language 'xyz'"
    recogniser = TesseractRecogniser(
        program=program(tmp_path, f"sys.stderr.write({message!r}); sys.exit(1)")
    )

    with pytest.raises(MissingToolError, match="apt install tesseract-ocr-xyz"):
        recogniser.recognise(b"", languages=("xyz",))


def test_a_picture_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    recogniser = TesseractRecogniser(program=program(tmp_path, "sys.exit(1)"))

    with pytest.raises(InvalidDocumentError, match="cannot read the picture"):
        recogniser.recognise(b"no picture", languages=("eng",))


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    recogniser = TesseractRecogniser(program=program(tmp_path, "time.sleep(30)"), timeout_s=0.2)

    with pytest.raises(InvalidDocumentError, match="not done after"):
        recogniser.recognise(b"", languages=("eng",))


def test_what_is_no_language_code_never_reaches_the_command(tmp_path: Path) -> None:
    recogniser = TesseractRecogniser(program=program(tmp_path, "sys.exit(1)"))

    with pytest.raises(ValueError, match="language code"):
        recogniser.recognise(b"", languages=("--version",))


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_drawn_page_is_read() -> None:
    sheet = Sheet()
    sheet.put(100, 700, "The waterworks of Port Callis", size=14)
    (image,) = render_pages(pdf_of([sheet]), pages=[1], dpi=150)

    words = TesseractRecogniser().recognise(image.image, languages=("eng",))

    assert [word.text for word in words] == ["The", "waterworks", "of", "Port", "Callis"]
