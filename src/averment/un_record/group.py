"""Sets of resolutions told without their numbers: "the 1993 Security Council resolutions"."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from averment.un_record.body import BodyNamed
from averment.un_record.found import Found

_PLURAL = re.compile(
    r"(?<![\w-])(?:resolutions|UNSCRs)(?!\s?(?:Nos?\.?\s?)?[0-9]{1,4}\s?[/(,])", re.IGNORECASE
)
_YEAR = r"(?:19|20)[0-9]{2}"
_BEFORE = re.compile(
    rf"(?P<the>\b[Tt]he\s)?(?:(?P<count>two|three|four|five|several|[2-9])\s)?(?:\(?(?P<year>{_YEAR})\)?\s)?"
    r"(?:relevant\s)?(?P<count2>two\s|three\s|four\s|five\s)?(?:relevant\s)?(?:UN|U\.N\.|United\sNations)?\s?$"
)
_BEHIND = re.compile(
    rf"\s(?:\(|(?:adopted|passed|issued)?\s?(?:back\s)?(?:of|from|in|during)\s(?:the\syear\s)?)(?P<year>{_YEAR})(?![0-9/])\)?"
)
_REACH = 48
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, **{str(n): n for n in range(2, 10)}}


@dataclass(frozen=True, slots=True)
class Group:
    """One row of ``groups.toml``."""

    id: str
    body: str
    years: tuple[int, ...]
    topics: tuple[str, ...]
    symbols: tuple[str, ...]


@cache
def groups() -> tuple[Group, ...]:
    """Return every known set."""
    rows = tomllib.loads(
        resources.files("averment.un_record").joinpath("groups.toml").read_text("utf-8")
    )["group"]
    return tuple(
        Group(
            row["id"],
            row["body"],
            tuple(row["years"]),
            tuple(row["topics"]),
            tuple(row["symbols"]),
        )
        for row in rows
    )


def find_groups(text: str, bodies: Sequence[BodyNamed]) -> Iterator[Found]:
    """Yield the known sets that level `text` tells by body and year, or by body and count."""
    starts = [body.start for body in bodies]
    known: dict[tuple[str, str | None, str], Group | None] = {}
    for noun in _PLURAL.finditer(text):
        index = bisect_left(starts, noun.start()) - 1
        if index < 0 or noun.start() - bodies[index].end > 1 or len(bodies[index].ids) > 1:
            continue
        body = bodies[index]
        before = _BEFORE.search(text, max(0, body.start - _REACH), body.start)
        behind = _BEHIND.match(text, noun.end())
        year = (before["year"] if before else None) or (behind["year"] if behind else None)
        count = (before["count"] or before["count2"] or "").strip().lower() if before else ""
        told = (body.ids[0], year, count)
        if told not in known:
            known[told] = _only_fitting(text, *told)
        group = known[told]
        if group is not None:
            yield Found(
                start=_first_word(text, before.start() if before else body.start),
                end=behind.end() if behind else noun.end(),
                symbol=None,
                body=group.body,
                rule="told:group",
                group=group.id,
            )


def _first_word(text: str, start: int) -> int:
    return start + 1 if text[start] == " " else start


def _only_fitting(text: str, body: str, year: str | None, count: str) -> Group | None:
    if year is None and count not in _COUNTS:
        return None
    ranked: list[tuple[int, Group]] = []
    for group in groups():
        if group.body != body or (year is not None and int(year) not in group.years):
            continue
        if count in _COUNTS and _COUNTS[count] != len(group.symbols):
            continue
        spoken_of = sum(text.count(topic) for topic in group.topics)
        if spoken_of:
            ranked.append((spoken_of, group))
    ranked.sort(key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]
