"""Everything that the rules look at in one sentence, found once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from averment.documents.flow import Flow
from averment.incidents.pattern import Match, find_matches
from averment.incidents.vocabulary import detail_index
from averment.incidents.words import Words, without_misread
from averment.prose.dates import FoundDate, find_dates
from averment.prose.number_words import FoundNumber, find_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence, its words, and what stands in it."""

    flow: Flow
    words: Words
    cues: Mapping[str, tuple[Match, ...]]
    """By the cue's name, in order."""
    targets: tuple[Match, ...]
    weapons: tuple[Match, ...]
    harms: tuple[Match, ...]
    dates: tuple[FoundDate, ...]
    numbers: tuple[FoundNumber, ...]
    dated: frozenset[int]
    """Places of the words that belong to dates."""

    @staticmethod
    def of(flow: Flow, words: Words) -> "Scene":
        """Find what stands in the sentence; linear in its length."""
        if len(flow.text) > _KEPT:
            return Scene.read(flow, words)
        return replace(_kept(words), flow=flow)

    @staticmethod
    def read(flow: Flow, words: Words) -> "Scene":
        """Find it anew, whatever was read before."""
        details = find_matches(words, detail_index())
        level = without_misread(words.text)
        dates = find_dates(level)
        dated = _places(words, dates)
        cues: dict[str, list[Match]] = {}
        for match in details:
            # The month of May is no modal verb.
            if match.group == "cue" and match.first not in dated:
                cues.setdefault(match.name, []).append(match)
        return Scene(
            flow=flow,
            words=words,
            cues={name: tuple(found) for name, found in cues.items()},
            targets=_longest([m for m in details if m.group == "target"]),
            weapons=_longest([m for m in details if m.group == "weapon"]),
            harms=tuple(m for m in details if m.group.startswith("harm")),
            dates=dates,
            numbers=find_numbers(level),
            dated=dated,
        )

    def cue(self, name: str) -> tuple[Match, ...]:
        """Return the cues of that name, in order."""
        return self.cues.get(name, ())

    def last_cue(self, name: str, *, before: int, within: int) -> Match | None:
        """Return the last cue that ends at or before `before`, at most `within` words away."""
        found = None
        for cue in self.cue(name):
            if cue.first >= before:
                break
            if cue.after <= before and before - cue.after <= within:
                found = cue
        return found


# The same sentence stands again in forms, tables and walls of text; it is read once.
_KEPT = 300
"""Longest sentence in characters of which the reading is kept."""


@lru_cache(maxsize=64)
def _kept(words: Words) -> Scene:
    return Scene.read(Flow.join([(0, words.text)]), words)


def _longest(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return the matches without those that lie inside a longer one."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.first, -m.after)):
        if not kept or match.after > kept[-1].after:
            kept.append(match)
    return tuple(kept)


def _places(words: Words, dates: Sequence[FoundDate]) -> frozenset[int]:
    taken: set[int] = set()
    for found in dates:
        first = words.place_of(found.start)
        taken |= set(range(first, words.place_of(found.end)))
    return frozenset(taken)
