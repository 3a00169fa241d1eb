"""The words of ``words.toml``, made ready for one pass over a sentence."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class GroupWords:
    """A group of States and the words for its members."""

    id: str
    """Id of the catalogue's memberships."""
    called: str
    pattern: re.Pattern[str]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


@cache
def words(section: str, name: str) -> re.Pattern[str]:
    """Return a pattern for the words of one list; a match is one of them, whole."""
    return any_of(_table()[section][name])


@cache
def group_words() -> tuple[GroupWords, ...]:
    """Return the groups of States."""
    return tuple(
        GroupWords(row["id"], row["called"], any_of(row["one"])) for row in _table()["group"]
    )


def any_of(listed: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole words, longest first, whatever their capitals.

    >>> any_of(["binding", "legally binding"]).search("It is legally binding.")[0]
    'legally binding'
    """
    ordered = sorted(listed, key=lambda word: (-len(word), word))
    joined = "|".join(re.escape(word).replace("\\ ", r"\s") for word in ordered)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
