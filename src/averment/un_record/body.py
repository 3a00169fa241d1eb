"""The bodies that adopt resolutions, as a text names them."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from averment.prose.phrases import Phrases

_GAP = re.compile(r"[\s.'-]{1,2}")
_SHORT = re.compile(
    r"(?<![\w-])(?:[Tt]he |[Tt]his |[Ii]ts )?(?P<name>Council|Assembly|Commission)\b"
)
_NAMES = (
    "General Assembly|Security Council|Human Rights Council|Economic and Social Council|"
    "Commission on Human Rights"
)
_HEADING = re.compile(
    rf"[Rr]esolution adopted by the (?P<by>{_NAMES})"
    rf"|(?:^|\n\n|\. |\] )The (?P<opens>{_NAMES}),\s"
    rf"|(?:^|\n\n|\s)(?P<session>{_NAMES})\s[A-Z][a-z]{{2,14}}(?:-[a-z]{{2,9}})?\s"
    r"(?:special |emergency special )?session\b"
)
_HEADING_REACH = 3000
_ADJECTIVE = re.compile(r"(?P<word>\b[A-Z][\w-]*)\s$")
_NO_ADJECTIVES = frozenset({"The", "This", "Its", "UN", "Nations", "In", "By", "And", "Under"})
_REACH = 30


@dataclass(frozen=True, slots=True)
class Body:
    """One row of ``bodies.toml``."""

    id: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    foreign: bool
    """Its resolutions are not the United Nations'."""


@dataclass(frozen=True, slots=True)
class BodyNamed:
    """``text[start:end]`` names a body; "the Council" may be one of several."""

    start: int
    end: int
    ids: tuple[str, ...]


@cache
def bodies() -> tuple[Body, ...]:
    """Return every body of the list."""
    rows = tomllib.loads(
        resources.files("averment.un_record").joinpath("bodies.toml").read_text("utf-8")
    )["body"]
    return tuple(
        Body(row["id"], tuple(row["names"]), tuple(row["short"]), row.get("foreign", False))
        for row in rows
    )


@cache
def foreign_bodies() -> frozenset[str]:
    """Return the ids of bodies whose resolutions are not the United Nations'."""
    return frozenset(body.id for body in bodies() if body.foreign)


@cache
def _phrases() -> Phrases[tuple[str, str]]:
    entries = [(name, (body.id, name)) for body in bodies() for name in body.names]
    return Phrases.file(entries, key=str.lower, gap=_GAP)


def find_bodies(text: str) -> list[BodyNamed]:
    """Return the bodies that level `text` names, in order."""
    named: list[BodyNamed] = []
    for match in _phrases().find(text):
        body, name = match.values[0]
        if not name.isupper() or text[match.start : match.end] == name:
            named.append(BodyNamed(match.start, match.end, (body,)))
    inside = iter(named)
    current = next(inside, None)
    short: list[BodyNamed] = []
    for found in _SHORT.finditer(text):
        while current is not None and current.end <= found.start("name"):
            current = next(inside, None)
        if current is None or found.start("name") < current.start:
            ids = tuple(body.id for body in bodies() if found["name"] in body.short)
            # "the Bar Council", "the Norvenian Commission" are other bodies.
            adjective = _ADJECTIVE.search(text, max(0, found.start() - _REACH), found.start())
            if adjective is not None and adjective["word"] not in _NO_ADJECTIVES:
                ids = ("OTHER",)
            short.append(BodyNamed(found.start("name"), found.end(), ids))
    return sorted([*named, *short], key=lambda one: (one.start, one.end))


def issuing_body(text: str, *, symbols: Sequence[tuple[int, str]]) -> str | None:
    """Return the body whose resolution or meeting the document itself is, or None.

    Args:
        text: In level form.
        symbols: (offset, body) of the resolution symbols printed in it.
    """
    heading = _HEADING.search(text, 0, _HEADING_REACH)
    if heading is not None:
        name = heading[heading.lastgroup or 0]
        return next(body.id for body in bodies() if name in body.names)
    if symbols and symbols[0][0] < _FIRST_LINES:
        return symbols[0][1]
    return None


_FIRST_LINES = 300
