"""The words of a text as the rules for dates look at them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from averment.prose.relative_date import Shift

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s](?![\W_]{8})")
"""A figure, a word or a sign; a sign before eight more is a line drawn or a text gone wrong."""
_YEARS = range(1800, 2100)
_YEAR_DIGITS = 4
_GLUED = frozenset({"$", "€", "£", ".", "_", "#"})

UNKNOWN_YEAR = "XXXX"
DASHES = frozenset({"-", "–", "—", "‑", "‐", "/"})
TO_WORDS = frozenset(
    {"to", "until", "till", "through", "thru", "al", "au", "bis", "по", "до", "a"}
)


class Token(NamedTuple):
    """A word, a run of figures or a sign; a tuple, as there is one for each of a long text."""

    word: str
    """In lower case."""
    start: int
    end: int


Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as read, in tokens, before ranges are put together."""

    first: int
    after: int
    value: str
    """EDTF."""
    rule: str
    shift: Shift | None = None


def tokens_of(text: str) -> list[Token]:
    """Split `text` into words, runs of figures and signs."""
    return [Token(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def word_at(tokens: Tokens, place: int) -> str:
    """Return the word at `place`, or nothing outside the text."""
    return tokens[place].word if 0 <= place < len(tokens) else ""


def is_glued(tokens: Tokens, place: int) -> bool:
    """Say whether a figure hangs on a letter, a sign or a decimal: "A5", "$5", "2.5"."""
    if place == 0 or tokens[place - 1].end != tokens[place].start:
        return False
    before = tokens[place - 1].word
    if before in DASHES:
        return (
            word_at(tokens, place - 2)[:1].isalpha()
            and tokens[place - 2].end == tokens[place - 1].start
        )
    return before[0].isalpha() or before in _GLUED


def year_at(tokens: Tokens, place: int) -> int | None:
    """Return the year that stands at `place`, 1800 to 2099, or None."""
    word = word_at(tokens, place)
    if len(word) != _YEAR_DIGITS or not word.isdecimal():
        return None
    return int(word) if int(word) in _YEARS else None


def is_date(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
