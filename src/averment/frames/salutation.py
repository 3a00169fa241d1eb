"""The words that greet the reader of a letter: where its head ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.document import Document
from averment.documents.grounded import Grounded
from averment.frames.frame_line import FrameLine
from averment.frames.frame_words import frame_words
from averment.frames.misread import as_meant

SEARCHED_LINES = 90
LONGEST = 120
SHORT_GREETING = 20
MOST_WORDS = 14
WORDS_OF_OFFICE = 6
DEAR = re.compile(r"dear\s[^:;!?]{2,110}", re.IGNORECASE)
EXCELLENCY = re.compile(
    r"(?:your\s)?(?:royal\s)?excellenc(?:y|ies)\b[^:;.!?]{0,60}", re.IGNORECASE
)
GREETED = re.compile(
    r"(?:(?:mr|mrs|ms|madam|madame|sir|sirs|messrs|honou?rable|distinguished|esteemed|respected|"
    r"the)\b\.?\s?)(?P<rest>[^:;!?]{0,90})|ladies\sand\sgentlemen\b.{0,40}|to\swhom\sit\smay\sconcern",
    re.IGNORECASE,
)
BARE_OFFICE = re.compile(
    r"(?:secretary[-\s]general|high\scommissioner|prosecutor|ambassadors?|president|prime\sminister)\s?,",
    re.IGNORECASE,
)
INLINE = re.compile(
    r"(?:dear\s[^,:;!?]{2,80}[,:]|(?:your\s)?excellenc(?:y|ies)\s?[,:]|"
    r"(?:secretary[-\s]general|high\scommissioner|prosecutor|(?:mr|madam|madame|ms)\.?\s"
    r"(?:president|secretary[-\s]general|prosecutor|chair(?:man|person)?|high\scommissioner|ambassador|minister)),)"
    r"\s+(?=[A-Z])",
    re.IGNORECASE,
)
BURIED = re.compile(
    r"\bDear\s(?:[A-Z][^,:;!?]{1,80})[,:]\s|\b(?:Your\s)?Excellenc(?:y|ies)[,:]\s(?=[A-Z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Salutation:
    """The greeting, and where it stands."""

    line: int
    """Index of its line."""
    start: int
    """Offset in the line's text; more than 0 where the line holds the address block too."""
    end: int
    whole: bool
    """The line holds nothing else."""
    text: str

    def ground(self, document: Document, lines: Sequence[FrameLine]) -> Grounded[str]:
        """Return the greeting with its place."""
        span = lines[self.line].span(document, self.start, self.end)
        return Grounded(value=self.text, span=span, rule="salutation:line")


def find_salutation(lines: Sequence[FrameLine]) -> Salutation | None:
    """Return the first greeting among the first lines, as a line or within one."""
    searched = lines[:SEARCHED_LINES]
    for index, line in enumerate(searched):
        found = _as_line(as_meant(line.text)) or _opening(line)
        if found is not None:
            return _salutation(index, line, *found)
    for index, line in enumerate(searched[:20]):
        buried = BURIED.search(line.text[:2000])
        if buried is not None:
            return _salutation(index, line, buried.start(), buried.end())
    return None


def _salutation(index: int, line: FrameLine, start: int, end: int) -> Salutation:
    words = line.text[start:end].rstrip(" ,:;.!*_")
    return Salutation(
        line=index,
        start=start,
        end=start + len(words),
        whole=start == 0 and end >= len(line.text.rstrip()),
        text=words,
    )


def _as_line(text: str) -> tuple[int, int] | None:
    """Return the range of a line that is a greeting and nothing else."""
    words = text.rstrip(" ,:;.!—–-*_")
    punctuated = len(words) < len(text.rstrip(" *_")) and text.rstrip(" *_")[-1:] in ",:!;.—–-"
    if not words or len(words) > LONGEST:
        return None
    if DEAR.fullmatch(words) and not _asks(words):
        return 0, len(text)
    if (
        EXCELLENCY.fullmatch(words)
        and (punctuated or len(words) < SHORT_GREETING)
        and words.count(" ") < WORDS_OF_OFFICE
    ):
        return 0, len(text)
    greeted = GREETED.fullmatch(words)
    if greeted is not None and punctuated and text.rstrip(" *_")[-1] in ",:!":
        rest = greeted["rest"]
        # "Mr. President," greets; "Mr. Jan Novak," stands in an address block.
        if rest is None or not rest.strip() or _is_office_only(rest):
            return 0, len(text)
    if BARE_OFFICE.fullmatch(text.rstrip(" *_")):
        return 0, len(text)
    return None


def _asks(words: str) -> bool:
    return len(words.split()) > MOST_WORDS


def _is_office_only(rest: str) -> bool:
    office = frame_words().office.match(rest.strip())
    return office is not None and len(rest.split()) <= WORDS_OF_OFFICE and "," not in rest


def _opening(line: FrameLine) -> tuple[int, int] | None:
    """Return the range of a greeting that the letter's first sentence follows at once."""
    found = INLINE.match(line.text)
    if found is None or not line.first:
        return None
    return 0, len(found.group().rstrip())
