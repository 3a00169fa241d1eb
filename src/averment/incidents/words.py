"""A sentence as words: what the rules of this package look at.

Markers of notes ("Callis¹", "resolution1") are left out, so that words beside them still meet.
Places count words from 0; a hard break (``; : — ( )`` and the like) ends a clause.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_⁰¹²³⁴-⁹]+(?:['’‑-][^\W\d_⁰¹²³⁴-⁹]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
# What recognition of scanned pages mistakes inside a word or a year, with what is right; both
# are equally long, so that offsets stay.
_MISREAD = (
    (re.compile(r"(?<=[a-z])1(?=[a-z])"), "l"),
    (re.compile(r"(?<=[a-z])0(?=[a-z])"), "o"),
    (re.compile(r"(?<![\w.,/-])[lI](?=[89]\d\d(?!\w))"), "1"),
    (re.compile(r"(?<![\w.,/-])2[Oo](?=\d\d(?!\w))"), "20"),
)
_MAY_BE_MISREAD = re.compile(r"[a-z][10][a-z]|[lI][89]\d\d|2[Oo]\d\d")
_HARD_BREAKS = frozenset(";:—–()[]{}")
_MARKER_DIGITS = 3
_POSSESSIVES = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one sentence, in order."""

    text: str
    printed: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    clauses: tuple[int, ...]
    """Number of the clause of each word; a hard break belongs to the one before."""

    @staticmethod
    def of(text: str) -> "Words":
        """Split `text` into words, numbers and signs; linear in its length."""
        return _kept(text) if len(text) <= _KEPT else Words.split(text)

    @staticmethod
    def split(text: str) -> "Words":
        """Split `text` anew, whatever was split before."""
        level = without_misread(text)
        found = [m for m in _WORD.finditer(level) if not _is_marker(level, m)]
        clauses: list[int] = []
        clause = 0
        for match in found:
            clauses.append(clause)
            clause += match.group() in _HARD_BREAKS
        read = tuple(match.group() for match in found)
        return Words(
            text,
            tuple(text[match.start() : match.end()] for match in found),
            tuple(word.lower().replace("’", "'").replace("‑", "-") for word in read),
            tuple(match.start() for match in found),
            tuple(match.end() for match in found),
            tuple(clauses),
        )

    def __len__(self) -> int:
        return len(self.printed)

    def word(self, place: int) -> str:
        """Return the word at `place` in lower case, or nothing outside the sentence."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def is_capital(self, place: int) -> bool:
        """Say whether the word at `place` begins with a capital letter."""
        return 0 <= place < len(self.printed) and self.printed[place][0].isupper()

    def is_name(self, place: int) -> bool:
        """Say whether the word looks like part of a name: a capital, not at the head."""
        return self.is_capital(place) and place > 0

    def is_word(self, place: int) -> bool:
        """Say whether letters stand at `place`."""
        return self.word(place)[:1].isalpha()

    def part(self, first: int, after: int) -> str:
        """Return the words from `first` up to before `after`, with what is between."""
        if first >= after:
            return ""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def place_of(self, offset: int) -> int:
        """Return the first word that begins at `offset` or after it."""
        return bisect_left(self.starts, offset)


_KEPT = 300
"""Longest text in characters of which the words are kept for the next time."""


@lru_cache(maxsize=64)
def _kept(text: str) -> Words:
    return Words.split(text)


def without_misread(text: str) -> str:
    """Return `text`, letter for letter, with figures read for letters put right: "kil1ed"."""
    if _MAY_BE_MISREAD.search(text):
        for pattern, right in _MISREAD:
            text = pattern.sub(right, text)
    return text


def without_possessive(word: str) -> str:
    """Return the word without its possessive ending: "Estavia's" is "Estavia"."""
    for ending in _POSSESSIVES:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)] if ending[0] in "'’" else word[:-1]
    return word


def _is_marker(text: str, match: re.Match[str]) -> bool:
    """Say whether figures hang on a word or a closing mark, as a note's number does."""
    word = match.group()
    if not word.isdecimal() or len(word) > _MARKER_DIGITS or match.start() == 0:
        return False
    before = text[match.start() - 1]
    after = text[match.end() : match.end() + 1]
    if after.isalnum():
        return False
    return before.isalpha() or (before in '”"’»)' and not after.isdecimal())
