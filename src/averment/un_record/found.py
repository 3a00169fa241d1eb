"""One place of a text that names a United Nations document, while the finding goes on."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """``text[start:end]`` names `symbol`, or a set of resolutions, or one that stays open."""

    start: int
    end: int
    symbol: str | None
    body: str | None
    """Whose resolution it is; None for other documents and where it stays open."""
    rule: str
    number: str = ""
    """As printed ("62/243"), so that an open one can be settled by a settled one."""
    group: str | None = None


def without_overlaps(found: Iterable[Found]) -> list[Found]:
    """Return what was found in order; of two that overlap the one that begins first stays."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
