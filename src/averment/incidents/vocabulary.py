"""The vocabularies of acts, targets, weapons, harms and cues, read once from their files."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from averment.incidents.inflect import Form
from averment.incidents.pattern import Index, Pattern, compile_phrase, compile_verb, index_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ActType:
    """A kind of act or harm, as the field names it."""

    id: str
    label: str
    precedence: int
    """Of several acts in one allegation the highest names it."""
    needs_weapon: bool = False
    umbrella: bool = False
    """Sums up ("violations", "abuses") rather than tells what was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetType:
    """A kind of object or person that an act is directed at."""

    id: str
    is_person: bool
    precedence: int
    becomes: str | None
    """The act that an attack on it is."""
    destroyed: str | None
    """The act that its destruction is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponType:
    """A kind of weapon or means."""

    id: str
    becomes: str | None
    """The act that an attack with it is."""


@cache
def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def act_types() -> Mapping[str, ActType]:
    """Return every act type by id."""
    return {
        row["id"]: ActType(
            id=row["id"],
            label=row["label"],
            precedence=row["precedence"],
            needs_weapon=row.get("needs") == "weapon",
            umbrella=row.get("umbrella", False),
        )
        for row in _table("acts")["act"]
    }


@cache
def target_types() -> Mapping[str, TargetType]:
    """Return every target type by id."""
    return {
        row["id"]: TargetType(
            id=row["id"],
            is_person=row["kind"] == "person",
            precedence=row["precedence"],
            becomes=row.get("becomes"),
            destroyed=row.get("destroyed"),
        )
        for row in _table("targets")["target"]
    }


@cache
def weapon_types() -> Mapping[str, WeaponType]:
    """Return every weapon type by id."""
    return {
        row["id"]: WeaponType(id=row["id"], becomes=row.get("becomes"))
        for row in _table("weapons")["weapon"]
    }


@cache
def thing_words() -> frozenset[str]:
    """Return the words which say that a number before them counts no persons."""
    return frozenset(_table("harms")["things"]["words"].split())


@cache
def person_words() -> frozenset[str]:
    """Return the words for one person."""
    return frozenset(_table("harms")["person"]["words"].split())


@cache
def actor_words() -> frozenset[str]:
    """Return the nouns for those who act."""
    return frozenset(_table("actors")["actors"]["words"].split())


@cache
def trigger_index() -> Index:
    """Return the patterns of acts alone: a sentence without one holds no allegation."""
    return index_of(_act_patterns())


@cache
def detail_index() -> Index:
    """Return the patterns of targets, weapons, harms and cues."""
    return index_of(_detail_patterns())


def _act_patterns() -> Iterator[Pattern]:
    for row in _table("acts")["act"]:
        name = row["id"]
        for phrase in row.get("verbs", ()):
            yield compile_verb("act", name, phrase)
        for phrase in row.get("weak_verbs", ()):
            yield compile_verb("act", name, phrase, weak=True)
        for phrase in row.get("nouns", ()):
            yield compile_phrase("act", name, phrase, form=Form.NOUN)
        for phrase in row.get("phrases", ()):
            yield compile_phrase("act", name, phrase)


def _detail_patterns() -> Iterator[Pattern]:
    for group, key in (("target", "targets"), ("weapon", "weapons")):
        for row in _table(key)[group]:
            for phrase in row["nouns"]:
                yield compile_phrase(group, row["id"], phrase, form=Form.NOUN)
    yield from _harm_patterns()
    for cue, row in _table("cues").items():
        for phrase in row["phrases"]:
            yield compile_phrase("cue", cue, phrase)


def _harm_patterns() -> Iterator[Pattern]:
    for harm, row in _table("harms").items():
        for phrase in row.get("verbs", ()):
            yield compile_verb("harm", harm, phrase)
        for where in ("before", "after"):
            for phrase in row.get(where, ()):
                yield compile_phrase(f"harm-{where}", harm, phrase)
