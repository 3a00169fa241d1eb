"""The words of `wording.toml` and `slips.toml`, filed for one pass over the text."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from averment.prose.phrases import PhraseMatch, Phrases

_GAP = re.compile(r"[\s-]{1,2}|'")
_WORD = re.compile(r"[a-z]+")
_WINDOW = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One word that a desk officer would mark."""

    family: str
    """``abusive``, ``loaded``, ``overstated``, ``verified``, ``slip``."""
    word: str
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    remark: str = ""
    """What is said of the word instead of the usual message; for a slip, what is meant."""

    def is_harmless(self, text: str, match: PhraseMatch["Marked"]) -> bool:
        """Say whether a neighbouring word shows that another sense is meant."""
        before = _WORD.findall(text[max(0, match.start - _WINDOW) : match.start].lower())
        after = _WORD.match(text[match.end : match.end + _WINDOW].lstrip(" -").lower())
        return bool(self.not_after and before and before[-1] in self.not_after) or bool(
            self.not_before and after and after.group() in self.not_before
        )


@cache
def wording() -> dict[str, Any]:
    """Return `wording.toml` as it stands."""
    return tomllib.loads(files(__package__).joinpath("wording.toml").read_text("utf-8"))


@cache
def slips() -> dict[str, Any]:
    """Return `slips.toml` as it stands."""
    return tomllib.loads(files(__package__).joinpath("slips.toml").read_text("utf-8"))


@cache
def marked_words() -> Phrases[Marked]:
    """Return every word of both files, filed for finding."""
    return Phrases.file(((one.word, one) for one in _entries()), key=str.lower, gap=_GAP)


def _entries() -> Iterator[Marked]:
    table = wording()
    yield from _plain("abusive", table["abusive"]["words"])
    yield from _plain("overstated", table["overstated"]["words"])
    for row in table["loaded"]:
        for word in row["words"]:
            yield Marked(
                family="loaded",
                word=word,
                not_after=frozenset(row.get("not_after", ())),
                not_before=frozenset(row.get("not_before", ())),
                remark=row.get("remark", ""),
            )
    verified = table["verified"]
    for word in verified["words"]:
        yield Marked(family="verified", word=word, not_after=frozenset(verified["not_after"]))
    for word, meant in slips()["slips"].items():
        yield Marked(family="slip", word=word, remark=meant)


def _plain(family: str, words: Iterable[str]) -> Iterator[Marked]:
    for word in words:
        yield Marked(family=family, word=word)
