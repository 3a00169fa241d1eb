"""Where a signature block ends: notes, annexes and sentences stand outside it."""

import re

from averment.frames.frame_words import frame_words
from averment.frames.signature_entry import FEWEST_COMMAS, SEPARATORS
from averment.frames.signature_line import without_prefix

NOTE_LIKE = re.compile(
    r"\W{0,2}(?:\d{1,3}[.)\]]?\s|[¹²³⁴-⁹]\s?|\[\d|see\s|ibid|id\.|cf\.|available\sat|e\.g\.|supra)",
    re.IGNORECASE,
)
PINPOINT = re.compile(
    r"\b(?:pp?\.|ibid|paras?\.?\s\d|available|https?:|id\.|supra)", re.IGNORECASE
)
PROSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|which|that|we|our|they|their|been|this|these|it|its|not)\b",
    re.IGNORECASE,
)
SUBMITTED_BY = re.compile(r"(?:by|through|represented\sby)\s(?:its|their)\s", re.IGNORECASE)
ABBREVIATED = re.compile(r"(?:\b[A-Za-z]|\b(?:jr|sr|inc|ltd|esq|ph\.?d|etc))\.$", re.IGNORECASE)
LONG_WORD = 3
SENTENCE_WORDS = 6
NOTE_LENGTH = 60
PROSE_LENGTH = 80
MAY_BE_SMALL = re.compile(
    r"\W{0,3}(?:on\sbehalf|for\b|by\b|through|and\b|of\b|to\sthe|in\sthe|at\b|the\b|signed|president|chair|director|secretary|"
    r"executive|professor|lawyer|member|founder|coordinator|al[-\s]|de\s|van\s|von\s|el[-\s])",
    re.IGNORECASE,
)
LINE_LENGTH = 220
SHORT_LINE = 110


def is_short(text: str) -> bool:
    """Say whether a line can be one of a signature: short, no sentence, no note."""
    ended = text.rstrip().endswith((".", "?", "!", ";")) and not ABBREVIATED.search(text)
    small = text.lstrip("-–—•*_ ")[:1].islower() and not MAY_BE_SMALL.match(text)
    prose = small or PROSE.search(SUBMITTED_BY.sub("", text)) is not None
    return len(text) <= SHORT_LINE and not (ended or prose or NOTE_LIKE.match(text))


def stops_block(text: str) -> bool:
    """Say whether a line stands outside the block: a note, an annex, prose."""
    listed = SEPARATORS.search(text) is not None or text.count(",") >= FEWEST_COMMAS
    too_long = len(text) > LINE_LENGTH or _is_sentence(text)
    spoken = len(text) > PROSE_LENGTH and PROSE.search(text) and not without_prefix(text)[1]
    return bool(
        frame_words().after_signature.match(text)
        or (too_long and not listed)
        or (len(text) > NOTE_LENGTH and "http" in text)
        or spoken
        or _is_note(text)
    )


def _is_note(text: str) -> bool:
    if NOTE_LIKE.match(text) is None:
        return False
    ended = len(text) > NOTE_LENGTH and text.rstrip().endswith(".")
    return ended or PINPOINT.search(text) is not None


def _is_sentence(text: str) -> bool:
    """Say whether a line is a sentence: mostly small words, a full stop behind them."""
    words = [word for word in text.split() if len(word) > LONG_WORD]
    ended = text.rstrip(' ”"').endswith((".", "!", "?"))
    if len(text.split()) < SENTENCE_WORDS or not ended:
        return False
    return sum(word[0].islower() for word in words) * 2 > len(words)
