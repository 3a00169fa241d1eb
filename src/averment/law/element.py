"""What would have to be shown, and which words of a letter speak of it.

A word that speaks of an element does not prove it: it says where the letter takes it up.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from averment.documents.span import Span

_COMPILED = 512


class Fact(StrEnum):
    """A field of an allegation that can show an element."""

    PLACE = "place"
    TIME = "time"
    WEAPON = "weapon"
    TARGET = "target"
    VICTIMS = "victims"
    PERPETRATOR = "perpetrator"
    SOURCE = "source"
    """Who says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One thing to be shown."""

    question: str
    special: bool = False
    """It makes this crime out of an ordinary one."""
    shown_by: Fact | None = None
    """The field that shows it, where there are no `words`."""
    words: tuple[str, ...] = ()
    """Words that speak of it, in lower case."""
    crime: str = ""
    """Reference of the crime that asks for it; empty for the act itself."""
    shown: Span | None = None
    """The words of the document that speak of it; None where none do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an allegation gives, as its reader found it."""

    text: str = ""
    """The words of the allegation, as they stand in the document."""
    start: int = 0
    """Where they begin there, in code points from 0."""
    spans: Mapping[Fact, Span] = field(default_factory=dict)


NO_FACTS = Facts()


def read_element(entry: Mapping[str, Any], *, crime: str = "") -> Element:
    """Read one entry of a checklist.

    Raises:
        KeyError: It asks no question.
        ValueError: It names a field that allegations do not have.
    """
    shown_by = entry.get("shown_by")
    return Element(
        question=str(entry["question"]),
        special=bool(entry.get("special", False)),
        shown_by=Fact(shown_by) if shown_by else None,
        words=tuple(str(word) for word in entry.get("words", ())),
        crime=crime,
    )


def hold_against(elements: Iterable[Element], facts: Facts) -> tuple[Element, ...]:
    """Return `elements` with the words of the allegation that speak of each."""
    return tuple(replace(element, shown=_shown(element, facts)) for element in elements)


def without_doubles(elements: Iterable[Element]) -> tuple[Element, ...]:
    """Return `elements` in order, each question once; the first one stays."""
    first: dict[str, Element] = {}
    for element in elements:
        first.setdefault(element.question, element)
    return tuple(first.values())


def _shown(element: Element, facts: Facts) -> Span | None:
    if element.words:
        match = _pattern(element.words).search(facts.text)
        if match is None:
            return None
        return Span(facts.start + match.start(), facts.start + match.end())
    return facts.spans.get(element.shown_by) if element.shown_by else None


@lru_cache(maxsize=_COMPILED)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    told = "|".join(r"\s".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)
