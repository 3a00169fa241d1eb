"""Names of States and of entities of contested status, as documents print them.

A name is only a name: finding one says nothing about the status of what it names.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from averment.prose.phrases import Phrases

_GAP = re.compile(r"[\s.'’‘&()-]{1,4}")
_INITIALS = re.compile(r"[A-Z.]+")
_ABBREVIATION_WORDS = 5
_ARTICLE = re.compile(r"^[Tt]he\s")
# "the former Yugoslav Republic of Macedonia" begins small.
_NAME_INSIDE = re.compile(r"\s[A-Z]\w+\s")


class StateStatus(StrEnum):
    """How the United Nations lists an entity, or that it does not."""

    MEMBER = "member"
    OBSERVER = "observer"
    FORMER = "former"
    CONTESTED = "contested"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A State or entity, and the names under which documents know it."""

    code: str
    """ISO 3166-1 alpha-3 where there is one; otherwise unique in our list."""
    name: str
    names: tuple[str, ...]
    """All names, `name` first."""
    adjectives: tuple[str, ...]
    status: StateStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class StateMention:
    """``text[start:end]`` names a State."""

    start: int
    end: int
    state: State
    form: Literal["name", "adjective"]


@dataclass(frozen=True, slots=True)
class _Filed:
    state: State
    form: Literal["name", "adjective"]
    printed: str


@cache
def states() -> tuple[State, ...]:
    """Return every State and entity of the list, in its order."""
    rows = tomllib.loads(
        resources.files("averment.prose").joinpath("states.toml").read_text("utf-8")
    )["state"]
    return tuple(
        State(
            code=row["code"],
            name=row["name"],
            names=(row["name"], *row["also"]),
            adjectives=tuple(row["adjectives"]),
            status=StateStatus(row["status"]),
        )
        for row in rows
    )


AMBIGUOUS = frozenset({"congo", "congolese", "korea", "korean", "guinean", "dominican"})
"""Names and adjectives that more than one State goes by. The list gives them to one; what rests
on which State it is must not."""


def is_ambiguous(words: str) -> bool:
    """Say whether `words` may name more than one State.

    >>> is_ambiguous("the Congo"), is_ambiguous("Republic of the Congo")
    (True, False)
    """
    return _ARTICLE.sub("", words.strip()).rstrip("s").lower() in AMBIGUOUS


def find_states(text: str, *, adjectives: bool = False) -> tuple[StateMention, ...]:
    """Return the States that `text` names, in order, longest name first.

    Args:
        text: Any text; quotes and dashes may be curly or straight.
        adjectives: Whether "Norwegian" and "Norwegians" count beside "Norway".
    """
    found: list[StateMention] = []
    for match in _phrases().find(text):
        filed = _fitting(match.values, text[match.start : match.end])
        if filed is None or (filed.form == "adjective" and not adjectives):
            continue
        end = match.end
        # The stop of "U.S.A." and the bracket of "Iran (Islamic Republic of)" belong to it.
        behind = text[end : end + 1]
        opened = "(" in text[match.start : end]
        if (behind == "." and filed.printed[-1] == ".") or (behind == ")" and opened):
            end += 1
        found.append(
            StateMention(start=match.start, end=end, state=filed.state, form=filed.form)
        )
    return tuple(found)


def look_up(words: str) -> State | None:
    """Return the State whose name or adjective is the whole of `words`, or None.

    >>> look_up("the Russian Federation").code
    'RUS'
    """
    printed = words.strip()
    for bare in (printed, _ARTICLE.sub("", printed)):
        for mention in find_states(bare, adjectives=True):
            if mention.start == 0 and mention.end >= len(bare.rstrip(". ")):
                return mention.state
    return None


@cache
def _phrases() -> Phrases[_Filed]:
    entries: list[tuple[str, _Filed]] = []
    for state in states():
        entries += [(name, _Filed(state, "name", name)) for name in state.names]
        for adjective in state.adjectives:
            forms = [adjective]
            if not adjective.endswith(("s", "sh", "ch", "ese")):
                forms.append(adjective + "s")
            entries += [(form, _Filed(state, "adjective", form)) for form in forms]
    return Phrases.file(entries, key=_key, gap=_GAP)


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


def _fitting(values: tuple[_Filed, ...], printed: str) -> _Filed | None:
    """Return the first filed form that `printed` may stand for, by its capitals."""
    for filed in values:
        if _is_abbreviation(filed.printed):
            # "us" and "US" differ; "U.S." and "US" do not.
            if printed.replace(".", "").replace(" ", "") == filed.printed.replace(".", ""):
                return filed
        elif printed[0].isupper() or _NAME_INSIDE.search(printed):
            return filed
    return None


def _is_abbreviation(name: str) -> bool:
    return len(name.replace(".", "")) < _ABBREVIATION_WORDS and bool(_INITIALS.fullmatch(name))
