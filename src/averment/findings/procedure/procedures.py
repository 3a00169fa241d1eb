"""Procedures: to which body a letter is written, and what that body asks of it."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from averment.claims.reading import Reading
from averment.documents.span import Span

_HEAD_LENGTH = 1_000
"""Characters of the first lines, in which a form names itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How long a submission may be."""

    words: int | None
    pages: int | None
    when: tuple[str, ...]
    """Words of the document for which it holds; empty: always."""
    footnotes_count: bool
    source: str
    certain: bool
    """The figure was read in the source named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the addressee cannot do itself."""

    verbs: tuple[str, ...]
    says: str
    only: tuple[str, ...]
    """Words of the addressee for which it holds; empty: all of the procedure."""
    unless_sender: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One procedure of the vocabulary."""

    id: str
    name: str
    addressees: tuple[str, ...]
    head: tuple[str, ...]
    head_also: tuple[str, ...]
    needs: tuple[str, ...]
    formal: tuple[str, ...]
    mark: str
    mark_printed: str
    media_source: str | None
    """Where the procedure refuses what rests on mass media alone; None where it does not."""
    media_certain: bool
    anonymous_source: str | None
    """Where the procedure refuses the anonymous; None where it does not."""
    limits: tuple[Limit, ...]
    outside: tuple[Outside, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """A procedure, and the words of the letter that show it."""

    procedure: Procedure
    span: Span


@cache
def procedures() -> tuple[Procedure, ...]:
    """Return every procedure of the vocabulary, in its order."""
    table = tomllib.loads(files(__package__).joinpath("procedures.toml").read_text("utf-8"))
    return tuple(_procedure(row) for row in table["procedure"])


def _procedure(row: Mapping[str, Any]) -> Procedure:
    return Procedure(
        id=row["id"],
        name=row["name"],
        addressees=tuple(row["addressees"]),
        head=tuple(row["head"]),
        head_also=tuple(row.get("head_also", ())),
        needs=tuple(row["needs"]),
        formal=tuple(row["formal"]),
        mark=row.get("mark", ""),
        mark_printed=row.get("mark_printed", ""),
        media_source=row["media_source"] if row.get("media_only") == "refused" else None,
        media_certain=row.get("media_confidence") == "high",
        anonymous_source=row["anonymous_source"] if row.get("anonymous") == "refused" else None,
        limits=tuple(_limit(limit) for limit in row.get("limit", ())),
        outside=tuple(_outside(outside) for outside in row.get("outside", ())),
        source=row["source"],
    )


def _limit(row: Mapping[str, Any]) -> Limit:
    return Limit(
        words=row.get("words"),
        pages=row.get("pages"),
        when=tuple(row["when"]),
        footnotes_count=row.get("footnotes_count", False),
        source=row["source"],
        certain=row["confidence"] == "high",
    )


def _outside(row: Mapping[str, Any]) -> Outside:
    return Outside(
        verbs=tuple(row["verbs"]),
        says=row["says"],
        only=tuple(row.get("only", ())),
        unless_sender=tuple(row.get("unless_sender", ())),
    )


def recognise(reading: Reading) -> tuple[Recognised, ...]:
    """Return the procedures that the addressees or the first lines show, each once."""
    found: list[Recognised] = []
    head = reading.document.text[:_HEAD_LENGTH].casefold()
    for procedure in procedures():
        span = _shown(procedure, reading, head)
        if span is not None:
            found.append(Recognised(procedure, span))
    return tuple(found)


def _shown(procedure: Procedure, reading: Reading, head: str) -> Span | None:
    if procedure.head_also and not _any_in(procedure.head_also, head):
        return None
    for addressee in reading.letterhead.addressees:
        if _any_in(procedure.addressees, " ".join(addressee.value.casefold().split())):
            return addressee.span
    if len(head) != len(reading.document.text[:_HEAD_LENGTH]):  # folding moved the offsets
        return None
    for words in procedure.head:
        place = head.find(words)
        if place >= 0:
            return Span(place, place + len(words))
    return None


def _any_in(words: Iterable[str], text: str) -> bool:
    return any(word in text for word in words)
