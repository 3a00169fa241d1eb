"""The instruments that letters invoke, and the names by which they call them."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from averment.prose.phrases import Phrases

# "Convention No. 87", "Economic, Social", "Bacteriological (Biological)", "Co-operation".
_GAP = re.compile(r"[\s\"'(),&/-]{1,4}|\.[\s(]{0,2}")
_ENGLISH_SMALL = "of on the and for in to an a with &"
_FRENCH_SMALL = "de la le les des du et"
_SMALL_WORDS = frozenset(f"{_ENGLISH_SMALL} {_FRENCH_SMALL}".split())
# Letters that scanners confuse, and spellings on both sides of an ocean.
_CONFUSED = str.maketrans({"1": "l", "i": "l", "0": "o"})
_SPELLINGS = {
    "relating": "relative",
    "regarding": "relative",
    "concerning": "relative",
    "respecting": "relative",
    "times": "time",
    "labor": "labour",
    "program": "programme",
}
_REFERENCE = re.compile(r"\{([A-Z0-9-]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedInstrument:
    """One treaty, declaration or agreement, as documents name it.

    What binds whom is another matter: see `averment.law.instrument`.
    """

    id: str
    kind: str
    """What "the ..." may stand for: ``convention``, ``covenant``, ``statute``."""
    year: int | None
    """Of adoption, as people cite it."""
    articles: int | None
    """Number of articles, where certain."""
    by_year: bool
    """Year and kind alone are enough to know it."""
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    """Matched as printed."""
    members: tuple[str, ...]
    """For a name of several instruments together: their ids."""
    shared: tuple[str, ...]
    """Abbreviations that also mean a court, a committee or something else."""


@dataclass(frozen=True, slots=True)
class Together:
    """A name for several instruments at once."""

    names: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedAs:
    """What a name stands for, and how the name is spelt in the list."""

    instruments: tuple[str, ...]
    printed: str


@cache
def instruments() -> Mapping[str, NamedInstrument]:
    """Return every instrument by id, in the order of the list."""
    found: dict[str, NamedInstrument] = {}
    for row in _rows()["instrument"]:
        found[row["id"]] = NamedInstrument(
            id=row["id"],
            kind=row["kind"],
            year=row.get("year"),
            articles=row.get("articles"),
            by_year=row.get("by_year", False),
            names=tuple(row["names"]) if "names" in row else (),
            abbreviations=tuple(row.get("abbr", ())),
            members=tuple(row.get("members", ())),
            shared=tuple(row.get("shared", ())),
        )
    return found


@cache
def together() -> tuple[Together, ...]:
    """Return the names that stand for several instruments."""
    return tuple(
        Together(tuple(row["names"]), tuple(row["members"])) for row in _rows()["together"]
    )


@cache
def name_phrases() -> Phrases[NamedAs]:
    """Return all names, spelt out, ready for finding."""
    entries: list[tuple[str, NamedAs]] = []
    for instrument in instruments().values():
        for name in instrument.names:
            entries += [(spelt, NamedAs((instrument.id,), spelt)) for spelt in _spell_out(name)]
    for some in together():
        entries += [(name, NamedAs(some.members, name)) for name in some.names]
    return Phrases.file(entries, key=fold, gap=_GAP, passed_over=_SMALL_WORDS)


@cache
def guardians() -> Phrases[NamedAs]:
    """Return courts and committees by name, each with the treaty that it watches over."""
    entries = [
        (name, NamedAs((row["instrument"],), name))
        for row in _rows()["guardian"]
        for name in row["names"]
    ]
    return Phrases.file(entries, key=fold, gap=_GAP, passed_over=_SMALL_WORDS)


@cache
def abbreviations() -> Mapping[str, str]:
    """Return id by abbreviation, for those that mean one thing only."""
    return {
        short: instrument.id
        for instrument in instruments().values()
        for short in instrument.abbreviations
    }


@cache
def shared_abbreviations() -> Mapping[str, str]:
    """Return id by abbreviation, for those that may also mean a court or a committee."""
    return {
        short: instrument.id
        for instrument in instruments().values()
        for short in instrument.shared
    }


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Return the form in which two printings of one word are equal."""
    plain = word.lower()
    if not plain.isascii():
        marks = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in marks if not unicodedata.combining(sign))
    plain = _SPELLINGS.get(plain, plain).replace("isation", "ization").replace("ised", "ized")
    return plain if plain in _SMALL_WORDS else plain.translate(_CONFUSED)


@cache
def _rows() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(
        resources.files("averment.law").joinpath("names.toml").read_text("utf-8")
    )


def _spell_out(name: str) -> list[str]:
    """Return `name` with each ``{ID}`` replaced by every name of that instrument."""
    reference = _REFERENCE.search(name)
    if reference is None:
        return [name]
    other = instruments()[reference[1]]
    return [
        name.replace(reference[0], spelt)
        for spelt in (*other.names, *other.abbreviations, *other.shared)
    ]
