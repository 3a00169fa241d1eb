"""What the workflows need from outside, in the words of the domain."""

from typing import Protocol

from averment.readers.pdf.recognised import RecognisedWord


class TextRecogniser(Protocol):
    """Reads the words on a picture."""

    def recognise(
        self, image: bytes, *, languages: tuple[str, ...]
    ) -> tuple[RecognisedWord, ...]:
        """Read the words of one page, in reading order.

        Args:
            image: PGM, PPM, PNG, JPEG or TIFF.
            languages: ISO 639-2 codes, the most likely first: ``("eng", "fra")``.

        Raises:
            MissingToolError: The program or the data of a language is not installed.
            InvalidDocumentError: The picture cannot be read, or not in time.
        """
        ...
