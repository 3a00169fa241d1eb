"""Persons in the text: which capitalised words are a name, and who is a public person."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from averment.prose.states import find_states

ONE_NAME = (
    r"(?:[A-Z][a-z'’]{1,20}(?:-[A-Z][a-z]{1,20})?|[A-Z]\.)(?:\s(?:al-|el-|de\s|da\s|di\s|"
    r"van\s|von\s|bin\s|ibn\s|O')?[A-Z](?:[a-z'’]{1,20}(?:-[A-Z][a-z]{1,20})?|\.)){1,3}"
)
"""Two to four words with a capital; bounded, so that a search is linear."""
NAMES = rf"{ONE_NAME}(?:,\s{ONE_NAME}){{0,12}}(?:,?\sand\s{ONE_NAME})?"
INITIALS = r"\b[A-Z]\.\s?[A-Z]\.(?:\s?[A-Z]\.)?"

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_BEFORE = 60
_AFTER = 70
_WORDS_BEFORE = 6
_WORDS_BEHIND = 8
_CASE = re.compile(r"\bv(?:s|ersus)?\.?\s$")


@cache
def identifying() -> dict[str, tuple[str, ...]]:
    """Return the word lists of `identifying.toml`."""
    table = tomllib.loads(files(__package__).joinpath("identifying.toml").read_text("utf-8"))
    return {key: tuple(words) for key, words in table.items()}


@cache
def any_of(*keys: str) -> re.Pattern[str]:
    """Return a pattern for any word of the named lists, as whole words, in either case."""
    return re.compile(rf"\b(?:{alternatives(*keys)})\b", re.IGNORECASE)


def alternatives(*keys: str) -> str:
    """Return the words of the named lists as one alternation, longest first."""
    words = sorted({w for key in keys for w in identifying()[key]}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(word).replace(r"\ ", r"\s").replace(" ", r"\s") for word in words)


@cache
def _no_persons() -> frozenset[str]:
    return frozenset(identifying()["not_persons"])


@cache
def _known_offices() -> frozenset[str]:
    return frozenset(identifying()["offices"])


def is_person(name: str) -> bool:
    """Say whether capitalised words can be the name of a person, as far as the lists know."""
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or any(word in _no_persons() for word in words):
        return False
    return not find_states(name, adjectives=True)


def is_public(text: str, start: int, end: int) -> bool:
    """Say whether the name at ``text[start:end]`` stands with an office, or in a case name."""
    before = text[max(0, start - _BEFORE) : start]
    if _CASE.search(before):
        return True
    near = re.split(r"[.;:()]", before)[-1]
    behind = text[end : end + _AFTER]
    apposition = re.match(r"\s?[,(]\s?([^.;]*)", behind)
    words = [
        *_lower(near)[-_WORDS_BEFORE:],
        *_lower(text[start:end])[:1],
        *(_lower(apposition[1])[:_WORDS_BEHIND] if apposition else ()),
    ]
    return bool(_known_offices().intersection(words))


def _lower(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def mentions(words: str, names: Iterable[str]) -> bool:
    """Say whether `words` are one of `names`, or hold one: the sender's or addressee's own."""
    lower = words.lower()
    return any(name.lower() in lower or lower in name.lower() for name in names if name)
