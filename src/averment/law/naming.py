"""One place of a text that names instruments, while the finding goes on."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """``text[start:end]`` names these instruments."""

    start: int
    end: int
    instruments: tuple[str, ...]
    """Empty for a name that we do not know but that bars "the Convention" from older ones."""
    rule: str
    antecedent: tuple[int, int] | None = None
    kind: str = ""
    """For an unknown instrument: what "the ..." could mean it."""


def without_overlaps(namings: Iterable[Naming]) -> list[Naming]:
    """Return the namings in order; of two that overlap the longer stays."""
    kept: list[Naming] = []
    for naming in sorted(namings, key=lambda n: (n.start, -n.end)):
        if not kept or naming.start >= kept[-1].end:
            kept.append(naming)
        elif naming.end - naming.start > kept[-1].end - kept[-1].start:
            kept[-1] = naming
    return kept
