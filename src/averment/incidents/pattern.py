"""Phrase patterns: how the vocabularies say which words they mean.

A pattern is words in lower case. ``a|b`` is either word; ``=verb`` any form of the verb; ``..``
up to six words between, within one clause. All patterns are looked up by their first word, and
a match looks at a bounded number of words, so matching is linear in the length of the sentence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from averment.incidents.inflect import Form, forms_of
from averment.incidents.words import Words

_GAP = 6
_BREAKS = frozenset(";:—()")


@dataclass(frozen=True, slots=True)
class Match:
    """Words that a pattern fits."""

    group: str
    """Which vocabulary: ``act``, ``weapon``, ``cue``."""
    name: str
    """Id in the vocabulary."""
    form: Form
    first: int
    after: int
    weak: bool = False

    def __len__(self) -> int:
        return self.after - self.first


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled pattern."""

    group: str
    name: str
    head: tuple[tuple[str, Form], ...]
    """Each word that may stand first, and which form of a verb it is."""
    rest: tuple[tuple[frozenset[str], bool], ...]
    """The words behind it; True where others may stand between."""
    weak: bool = False


Index = dict[str, list[tuple[Pattern, Form]]]


def compile_verb(group: str, name: str, phrase: str, *, weak: bool = False) -> Pattern:
    """Compile a verb: the first word in all its forms, the rest as written."""
    verb, *rest = phrase.split()
    inflected = [word for word in rest if word != ".."]
    if verb.endswith("ly") and inflected:
        # "forcibly displace": the adverb stands first, the verb is the second word.
        return compile_phrase(group, name, f"{verb} ={' '.join(rest)}", weak=weak)
    return Pattern(group, name, tuple(forms_of(verb).items()), _tail(rest), weak)


def compile_phrase(
    group: str, name: str, phrase: str, *, form: Form = Form.FIXED, weak: bool = False
) -> Pattern:
    """Compile a phrase as written, or a noun where `form` says so."""
    first, *rest = phrase.split()
    if first.startswith("="):
        heads = {
            word: kind for verb in first[1:].split("|") for word, kind in _forms(verb).items()
        }
        return Pattern(group, name, tuple(heads.items()), _tail(rest), weak)
    return Pattern(
        group, name, tuple((word, form) for word in first.split("|")), _tail(rest), weak
    )


def _forms(verb: str) -> dict[str, Form]:
    return forms_of(verb.removeprefix("="))


def _tail(words: Sequence[str]) -> tuple[tuple[frozenset[str], bool], ...]:
    tail: list[tuple[frozenset[str], bool]] = []
    gap = False
    for word in words:
        if word == "..":
            gap = True
            continue
        choices: set[str] = set()
        for choice in word.split("|"):
            choices |= set(_forms(choice)) if word.startswith("=") else {choice}
        tail.append((frozenset(choices), gap))
        gap = False
    return tuple(tail)


def index_of(patterns: Iterable[Pattern]) -> Index:
    """Return the patterns by the words that may stand first."""
    index: Index = {}
    for pattern in patterns:
        for word, form in pattern.head:
            index.setdefault(word, []).append((pattern, form))
    return index


def find_matches(words: Words, index: Index) -> list[Match]:
    """Return every fit of every pattern, in order of the first word; fits may overlap."""
    found: list[Match] = []
    lower = words.lower
    for place, word in enumerate(lower):
        candidates = index.get(word)
        if candidates is None:
            continue
        # One look at the words ahead refuses most patterns at once.
        ahead = frozenset(lower[place + 1 : place + _GAP + 2])
        for pattern, form in candidates:
            if pattern.rest and pattern.rest[0][0].isdisjoint(ahead):
                continue
            after = _end_of(lower, place, pattern)
            if after is not None:
                match = Match(pattern.group, pattern.name, form, place, after, pattern.weak)
                found.append(match)
    return found


def _end_of(lower: Sequence[str], place: int, pattern: Pattern) -> int | None:
    at = place + 1
    size = len(lower)
    for choices, gap in pattern.rest:
        limit = min(size, at + (_GAP + 1 if gap else 1))
        while at < limit and lower[at] not in choices:
            if lower[at] in _BREAKS:
                return None
            at += 1
        if at >= limit:
            return None
        at += 1
    return at
