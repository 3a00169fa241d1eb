"""Find many fixed names in a text at once, word by word.

Names are kept in a tree of words, so the cost grows with the text and not with the number of
names. Words are compared by a key that the owner of the names chooses (case, accents, letters
that scanners confuse); small words may be passed over on both sides.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+|&")


@dataclass(slots=True)
class _Branch(Generic[T]):
    """What may follow a word, and the values of the names that end here."""

    then: dict[str, "_Branch[T]"] = field(default_factory=dict)
    values: list[T] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PhraseMatch(Generic[T]):
    """One name found: ``text[start:end]``, and the values filed under it."""

    start: int
    end: int
    values: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Names filed for finding."""

    key: Callable[[str], str]
    passed_over: frozenset[str]
    """Keys of small words that neither names nor text need to agree on."""
    gap: re.Pattern[str]
    """What may stand between two words of one name."""
    root: _Branch[T] = field(default_factory=_Branch)

    @staticmethod
    def file(
        entries: Iterable[tuple[str, T]],
        *,
        key: Callable[[str], str],
        gap: re.Pattern[str],
        passed_over: frozenset[str] = frozenset(),
    ) -> "Phrases[T]":
        """File (name, value) pairs; the same name may have several values."""
        phrases: Phrases[T] = Phrases(key, passed_over, gap)
        for name, value in entries:
            branch = phrases.root
            for word in _WORD.findall(name):
                filed = key(word)
                if filed not in passed_over:
                    branch = branch.then.setdefault(filed, _Branch())
            if branch is not phrases.root and value not in branch.values:
                branch.values.append(value)
        return phrases

    def find(self, text: str) -> list[PhraseMatch[T]]:
        """Return the names in `text`, longest first at each place, none overlapping."""
        words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        keys = [self.key(text[start:end]) for start, end in words]
        found: list[PhraseMatch[T]] = []
        at = 0
        while at < len(words):
            match = self._longest(text, words, keys, at) if keys[at] in self.root.then else None
            if match is None:
                at += 1
                continue
            last, values = match
            found.append(PhraseMatch(words[at][0], words[last][1], values))
            at = last + 1
        return found

    def _longest(
        self, text: str, words: list[tuple[int, int]], keys: list[str], at: int
    ) -> tuple[int, tuple[T, ...]] | None:
        branch = self.root.then[keys[at]]
        best = (at, tuple(branch.values)) if branch.values else None
        for here in range(at + 1, len(words)):
            if not self.gap.fullmatch(text, words[here - 1][1], words[here][0]):
                break
            if keys[here] in self.passed_over:
                # Names are short of small words: more than three in a row end any name.
                if here - at > _LONGEST_RUN and all(
                    keys[back] in self.passed_over for back in range(here - _LONGEST_RUN, here)
                ):
                    break
                continue
            following = branch.then.get(keys[here])
            if following is None:
                break
            branch = following
            if branch.values:
                best = (here, tuple(branch.values))
        return best


_LONGEST_RUN = 3
