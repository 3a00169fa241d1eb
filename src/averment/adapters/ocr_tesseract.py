"""OCR by the system's ``tesseract`` program."""

import csv
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

from averment.errors import InvalidDocumentError, MissingToolError
from averment.readers.pdf.recognised import RecognisedWord

SECONDS_A_PAGE = 180.0
"""A dense page takes about ten; a machine under load several times that."""
LANGUAGE = re.compile(r"[A-Za-z][A-Za-z_]{1,30}")
WORD_LEVEL = "5"
ONE_COLUMN = "4"
"""Page segmentation that keeps a note's number on the line of its note. Columns that it runs
together are told apart again by the places of the words."""
PACKAGE = "tesseract-ocr"


@dataclass(frozen=True, slots=True, kw_only=True)
class TesseractRecogniser:
    """Runs tesseract once for each picture."""

    program: str = "tesseract"
    timeout_s: float = SECONDS_A_PAGE
    environment: Mapping[str, str] | None = None
    """Variables of the process; with ``OMP_THREAD_LIMIT=1`` a page takes a third of the time
    on a small machine. None: those of this process."""

    def recognise(
        self, image: bytes, *, languages: tuple[str, ...]
    ) -> tuple[RecognisedWord, ...]:
        """Read the words of one page, in reading order.

        Raises:
            MissingToolError: The program or the data of a language is not installed.
            InvalidDocumentError: The picture cannot be read, or not in time.
            ValueError: A language code is none.
        """
        program = shutil.which(self.program)
        if program is None:
            raise MissingToolError(
                "reading scans needs the program tesseract; install it with: "
                f"apt install {PACKAGE} {PACKAGE}-{(languages or ('eng',))[0]}"
            )
        for language in languages:
            if not LANGUAGE.fullmatch(language):
                raise ValueError(f"not a language code of tesseract: {language!r}")
        command = [program, "stdin", "stdout", "-l", "+".join(languages or ("eng",))]
        command += ["--psm", ONE_COLUMN, "tsv"]
        try:
            done = subprocess.run(  # noqa: S603 - an absolute path and checked language codes
                command,
                input=image,
                capture_output=True,
                timeout=self.timeout_s,
                env=self.environment,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise InvalidDocumentError(
                f"OCR of a page was not done after {self.timeout_s:.0f} seconds"
            ) from error
        except OSError as error:
            raise MissingToolError(f"cannot run {program}: {error.strerror}") from error
        if done.returncode != 0:
            raise _failure(done.stderr.decode("utf-8", "replace"), languages)
        return parse_tsv(done.stdout.decode("utf-8", "replace"))


def _failure(
    message: str, languages: tuple[str, ...]
) -> MissingToolError | InvalidDocumentError:
    if "loading language" in message or "Error opening data file" in message:
        packages = " ".join(f"{PACKAGE}-{language.replace('_', '-')}" for language in languages)
        return MissingToolError(
            f"tesseract lacks data for a language of {', '.join(languages)}; "
            f"install it with: apt install {packages}"
        )
    return InvalidDocumentError("OCR cannot read the picture")


def parse_tsv(table: str) -> tuple[RecognisedWord, ...]:
    """Return the words of tesseract's TSV output.

    Rows that are no words, or not as tesseract writes them, are left out.
    """
    words = []
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") != WORD_LEVEL or not (row.get("text") or "").strip():
            continue
        try:
            words.append(
                RecognisedWord(
                    text=row["text"].strip(),
                    left=int(row["left"]),
                    top=int(row["top"]),
                    width=int(row["width"]),
                    height=int(row["height"]),
                    confidence=float(row["conf"]),
                    block=int(row["block_num"]),
                    paragraph=int(row["par_num"]),
                    line=int(row["line_num"]),
                )
            )
        except (TypeError, ValueError):
            continue
    return tuple(words)
