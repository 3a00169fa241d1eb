"""An address below the signature, as missions and ministries put it at the foot of a letter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.document import Document
from averment.documents.grounded import Grounded
from averment.frames.columns import GAP
from averment.frames.frame_line import FrameLine
from averment.frames.frame_words import frame_words
from averment.frames.head_piece import HeadPiece, is_date, is_postal, is_prose, join_pieces

FOOT_LINES = 40
LINES_OF_ADDRESS = 6
LONGEST = 160
RECEIVER = re.compile(
    r"(?:to\s(?:the\s)?|the\s|(?:his|her)\sexcellency,?\s(?:the\s)?|h\.?\s?e\.?\s(?:the\s)?)"
    r"(?:acting\s)?(?:president|secretary[-\s]general|under[-\s]secretary[-\s]general|high\scommissioner|"
    r"chair(?:man|woman|person)?|prosecutor|registrar|director[-\s]general|executive\ssecretary)"
    r"\b(?!\sof\sthe\s(?:republic|state|kingdom|federa)\b)",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:the\s)?(?:acting\s)?(?:president|secretary[-\s]general|under[-\s]secretary[-\s]general|high\scommissioner|"
    r"chair(?:man|woman|person)?|prosecutor|registrar|director[-\s]general|executive\ssecretary)\b",
    re.IGNORECASE,
)
ADDRESSED_PERSON = re.compile(
    r"(?:h\.?\s?e\.?\s|(?:his|her)\sexcellency\b|the\shonou?rable\b|mr\.?\s|ms\.?\s|mrs\.?\s|dr\.?\s)",
    re.IGNORECASE,
)
OF_UNITED_NATIONS = re.compile(
    r"\b(?:united\snations|u\.?n\.?|security\scouncil|general\sassembly|human\srights|court|"
    r"unesco|committee|organi[sz]ation|secretary[-\s]general|assembly|council)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FootAddress:
    """Who is addressed, and where that begins."""

    addressees: tuple[Grounded[str], ...]
    line: int
    """Index of its first line."""


def find_foot_address(
    document: Document, lines: Sequence[FrameLine], *, begin: int
) -> FootAddress | None:
    """Return the address below the closing sentence, the day or the name; None where none is.

    Args:
        document: The document.
        lines: Its body, line by line.
        begin: Index of the first line behind the greeting.
    """
    closing = _end_of_text(lines, begin)
    if closing is None:
        return None
    for index in range(closing + 1, min(len(lines), closing + FOOT_LINES)):
        text = lines[index].text
        if frame_words().after_signature.match(text) or is_prose(text):
            return None
        # The name right behind the closing sentence is the writer's.
        block = _block(lines, index, named=index > closing + 1)
        if block:
            pieces = [HeadPiece(line, 0, len(line.text)) for line in block]
            who = join_pieces(document, pieces, rule="addressee:foot")
            return FootAddress((who,), index)
    return None


def _end_of_text(lines: Sequence[FrameLine], begin: int) -> int | None:
    """Return the line of the closing sentence: "assurances of my highest consideration"."""
    words = frame_words()
    for index in range(len(lines) - 1, begin - 1, -1):
        text = lines[index].text
        last = words.closing_sentence.search(text[-LONGEST:]) and lines[index].last
        if last or (len(text) < LONGEST and words.closing.match(text)):
            return index
    return None


def _block(lines: Sequence[FrameLine], index: int, *, named: bool) -> list[FrameLine]:
    """Return the lines of an address that begins at `index`: a receiver, or a name over one."""
    first = lines[index].text
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    direct = RECEIVER.match(first) is not None
    over = (
        named and ADDRESSED_PERSON.match(first) is not None and OFFICE.match(below) is not None
    )
    if len(first) > LONGEST or GAP.search(first) or not (direct or over):
        return []
    block: list[FrameLine] = []
    for line in lines[index : index + LINES_OF_ADDRESS]:
        if is_postal(line.text) or is_date(line.text) or is_prose(line.text):
            break
        if len(line.text) > LONGEST or not line.text[0].isalpha():
            break
        block.append(line)
    said = " ".join(line.text for line in block)
    return block if OF_UNITED_NATIONS.search(said) else []
