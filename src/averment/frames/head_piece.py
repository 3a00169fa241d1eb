"""Stretches of a letter's head: a line, or a part of one in which several run together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from averment.documents.document import Document
from averment.documents.grounded import Grounded
from averment.documents.span import Span
from averment.frames.frame_day import days_in
from averment.frames.frame_line import FrameLine
from averment.frames.frame_words import frame_words

LONGEST = 220
"""Characters of the longest line that may belong to an address block."""
WINDOW = 1500
"""Characters at the beginning of a line that are taken apart."""
PROSE_LENGTH = 90
DATE_ALONE = 30
"""Characters that may stand beside a date in a line that is only a date."""
PART_BEGINS = re.compile(
    r"(?<=\S)(?<!\b[Tt]o)(?<!\b[Bb]y)(?<!\bof)\s+(?=(?:His|Her|Their)\sExcellenc|H\.\s?E\.\s|HE\sM[rs]|The\sHonou?rable\s|Re:|RE:|Subject:|SUBJECT:"
    r"|To:\s|TO:\s|CC:\s|Cc:\s)"
)
NO_LETTER_DATE = re.compile(r"\b(?:of|on|dated|since|from|until|by|the)\s?$", re.IGNORECASE)
HONORIFIC_ALONE = re.compile(
    r"(?:his|her|their)\sexcellenc(?:y|ies)|h\.?\s?e\.?|the\s(?:right\s)?honou?rable|(?:mr|ms|mrs|dr|prof)\.?",
    re.IGNORECASE,
)
CODE = re.compile(r"\d{3,}|@|https?:|www\.|\+\d|\b[A-Z]{2}\s\d{5}", re.IGNORECASE)
VERB = re.compile(
    r"\b(?:we|is|are|was|were|has|have|had|will|write|express|urge|call|plead)\b", re.IGNORECASE
)
FIRST_WORDS = re.compile(
    r"(?:We|I|As|On\sbehalf|It|This|In|Following|Further|With|The\sundersigned|Pursuant|Upon|One|After)\b"
)
UNFINISHED = (" of", " of the", " the", " to", " and", " for", " to the", " for the", " a")


@dataclass(frozen=True, slots=True)
class HeadPiece:
    """A stretch of one line."""

    line: FrameLine
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.line.text[self.start : self.end]

    def part(self, start: int, end: int) -> "HeadPiece":
        """Return the piece of ``text[start:end]``."""
        return HeadPiece(self.line, self.start + start, self.start + end)


def head_pieces(lines: Sequence[FrameLine]) -> list[HeadPiece]:
    """Return the lines, those taken apart in which date, address and subject run together."""
    return [piece for line in lines for piece in split_line(line, 0, len(line.text))]


def split_line(line: FrameLine, start: int, end: int) -> list[HeadPiece]:
    """Take apart ``line.text[start:end]``."""
    cuts = {start, end}
    window = line.text[start : min(end, start + WINDOW)]
    if len(window) > DATE_ALONE:
        cuts |= {start + found.end() for found in PART_BEGINS.finditer(window)}
        for day in days_in(window[:600]):
            if day.full and not NO_LETTER_DATE.search(window[: day.start]):
                cuts |= {start + day.start, start + day.end}
    bounds = sorted(cuts)
    pieces = []
    for a, b in pairwise(bounds):
        text = line.text[a:b]
        left = len(text) - len(text.lstrip(" ,;"))
        right = len(text.rstrip(" ,;"))
        if left < right:
            pieces.append(HeadPiece(line, a + left, a + right))
    return pieces


def is_prose(text: str) -> bool:
    """Say whether a line is running text, not a line of an address."""
    if len(text) > LONGEST or (len(text) > PROSE_LENGTH and VERB.search(text) is not None):
        return True
    return FIRST_WORDS.match(text) is not None and VERB.search(text) is not None


def is_date(text: str) -> bool:
    """Say whether a line is a date, with at most a place beside it."""
    days = days_in(text[:120])
    return bool(days) and len(text) - (days[0].end - days[0].start) < DATE_ALONE


def is_postal(text: str) -> bool:
    """Say whether a line tells where somebody can be reached, and nothing else."""
    words = frame_words()
    if words.place.match(text):
        return True
    if CODE.search(text) or words.address.search(text):
        return not names_someone(without_postal(text)) and not words.honorific.match(text)
    return False


def without_postal(text: str) -> str:
    """Return what stands before a street, a postal code or a telephone number."""
    words = frame_words()
    found = [
        f.start() for f in (CODE.search(text), words.address.search(text)) if f is not None
    ]
    if not found:
        return text
    kept = text[: min(found)]
    # A house number goes with its street: "..., 12 Harbour Road".
    return re.sub(r"[\s,;.]*(?:\b\d{1,4}[a-z]?\s)?[\s,;(]*$", "", kept)


def names_someone(text: str) -> bool:
    """Say whether a line has a form of address, an office or a body."""
    words = frame_words()
    return bool(
        words.honorific.match(text) or words.office.search(text) or words.body.search(text)
    )


def is_titled(text: str) -> bool:
    """Say whether the words are capitalised as in a name, not as in a sentence."""
    long_words: list[str] = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > len("with")]
    capital = sum(word[0].isupper() for word in long_words)
    return capital * 10 >= len(long_words) * 8


def join_pieces(document: Document, pieces: Sequence[HeadPiece], *, rule: str) -> Grounded[str]:
    """Return the pieces as one value, lines parted by a comma unless the phrase goes on."""
    value = ""
    for piece in pieces:
        text = piece.text.strip(" ,;•▪●").removeprefix("- ")
        if value and (
            _alone(value) or value.lower().endswith(UNFINISHED) or text[:1].islower()
        ):
            value += " " + text
        else:
            value += (", " if value else "") + text
    first, last = pieces[0], pieces[-1]
    begin = first.line.span(document, first.start, first.end)
    finish = last.line.span(document, last.start, last.end)
    span = Span(begin.start, max(begin.end, finish.end))
    return Grounded(value=value.rstrip(" ."), span=span, rule=rule)


def _alone(value: str) -> bool:
    return HONORIFIC_ALONE.fullmatch(value.rsplit(", ", 1)[-1]) is not None
