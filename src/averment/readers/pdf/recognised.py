"""What OCR gives back: words with their places on a picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedWord:
    """A word that was read from a picture. Pixels count from the upper left corner."""

    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float
    """From 0 to 100."""
    block: int
    """Numbers of the block, paragraph and line that the program puts it in."""
    paragraph: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPage:
    """The words of one page's picture."""

    words: tuple[RecognisedWord, ...]
    width_px: int
    height_px: int
    dpi: float
    """Pixels an inch."""
