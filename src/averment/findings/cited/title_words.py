"""What a title speaks of: its words, States and acts, and in which language it is."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from averment.findings.cited.word_list import table
from averment.incidents.pattern import find_matches
from averment.incidents.vocabulary import trigger_index
from averment.incidents.words import Words
from averment.prose.states import find_states

_WORD = re.compile(r"[^\W\d_]{3,40}")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS = ("ings", "ing", "ions", "ion", "ies", "ers", "ed", "es", "s")
_SHORTEST_STEM = 4
_LONGEST = 4_000
_SCRIPTS = (
    ("Cyrillic script", re.compile(r"[\u0400-\u04ff]{3}")),
    ("Arabic script", re.compile(r"[\u0600-\u06ff]{3}")),
    ("Hebrew script", re.compile(r"[\u0590-\u05ff]{3}")),
    ("Armenian script", re.compile(r"[\u0530-\u058f]{3}")),
    ("Georgian script", re.compile(r"[\u10a0-\u10ff]{3}")),
    ("Greek script", re.compile(r"[\u0370-\u03ff]{3}")),
    ("Chinese or Japanese script", re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{2}")),
    ("Hangul", re.compile(r"[\uac00-\ud7af]{2}")),
    ("Devanagari", re.compile(r"[\u0900-\u097f]{3}")),
    ("Ethiopic script", re.compile(r"[\u1200-\u137f]{2}")),
)
_FEWEST_FOREIGN = 2
_ENGLISH = frozenset(
    """the of and to in for with at by on is are from after as over out its who how what why
    an""".split()  # noqa: SIM905
)


def content_of(text: str) -> frozenset[str]:
    """Return the stems of the telling words, and the States as ``state:CODE``."""
    text = text[:_LONGEST]
    empty = _empty()
    words = {m.group().casefold() for m in _WORD.finditer(text)}
    return frozenset(stem(word) for word in words if word not in empty) | states_in(text)


def states_in(text: str) -> frozenset[str]:
    """Return the States that a text names, by name or adjective, as ``state:CODE``."""
    mentions = find_states(text[:_LONGEST], adjectives=True)
    return frozenset(f"state:{m.state.code}" for m in mentions)


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, hyphened ones whole."""
    return frozenset(
        m.group().casefold() for m in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    )


def stem(word: str) -> str:
    """Return a word without its commonest endings, for comparing only.

    >>> stem("shelling") == stem("shells")
    True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > _SHORTEST_STEM else word


@cache
def _empty() -> frozenset[str]:
    return frozenset(table("source_words")["words"]["empty"][0].split())


def acts_in(text: str) -> frozenset[str]:
    """Return the acts that the words of a text name, told or only named."""
    return frozenset(name for name, _ in acts_with_words(text))


def acts_with_words(text: str) -> list[tuple[str, str]]:
    """Return each act that a text names, with the words that name it, in order."""
    words = Words.of(text[:_LONGEST])
    return [
        (match.name, words.part(match.first, match.after))
        for match in find_matches(words, trigger_index())
    ]


@cache
def _groups(name: str) -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in table("source_words")[name]:
        for act in row["acts"]:
            groups.setdefault(act, {act}).update(row["acts"])
    return {act: frozenset(others) for act, others in groups.items()}


def akin(acts: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether an act of one set may well be meant by one of the other."""
    return _meet("kin", acts, others)


def same(acts: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether an act of one set is, by another name, one of the other."""
    return _meet("same", acts, others)


def _meet(name: str, acts: Iterable[str], others: Iterable[str]) -> bool:
    wanted = set(others)
    return any(_groups(name).get(act, frozenset({act})) & wanted for act in acts)


def foreign_language(title: str) -> str | None:
    """Return the language or script of a title that is surely not English."""
    for name, pattern in _SCRIPTS:
        if pattern.search(title):
            return name
    # Names hold such words too ("Al Mahdi"): only those in small letters tell.
    words = {m.group() for m in re.finditer(r"[^\W\d_]+", title) if m.group().islower()}
    if _ENGLISH & words:
        return None
    counts = {language: len(words & common) for language, common in _languages().items()}
    best = max(counts.values(), default=0)
    leading = [language for language, number in counts.items() if number == best]
    return leading[0] if best >= _FEWEST_FOREIGN and len(leading) == 1 else None


@cache
def _languages() -> Mapping[str, frozenset[str]]:
    return {
        language: frozenset(words.split())
        for language, words in table("source_words")["languages"].items()
    }
