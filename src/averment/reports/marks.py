"""Words cut where marks begin and end, so that marks may overlap and still nest in markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from averment.documents.flow import Flow
from averment.documents.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A range of a passage's words that something is said about."""

    start: int
    """Offset in the passage's flow."""
    end: int
    key: int
    """Number of the finding, or whatever the caller counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words that carry the same marks from their first character to their last."""

    text: str
    keys: tuple[int, ...]
    """Marks that cover it, in order."""
    begins: tuple[int, ...]
    """Marks whose first character stands here."""
    ends: tuple[int, ...]
    """Marks whose last character stands here."""


def mark_on(flow: Flow, span: Span, *, key: int) -> Mark | None:
    """Return the part of `flow` that `span` covers; None where it covers no character of it."""
    if not flow.text:
        return None
    start, end = flow.offset_of(span.start), flow.offset_of(span.end)
    return Mark(start=start, end=end, key=key) if start < end else None


def segments(text: str, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Cut `text` at every boundary of a mark; joined again, the segments give `text`."""
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark.key)
        closing.setdefault(mark.end, []).append(mark.key)
    found: list[Segment] = []
    open_now: dict[int, None] = {}
    for start, end in pairwise(cuts):
        for key in closing.get(start, ()):
            open_now.pop(key, None)
        for key in opening.get(start, ()):
            open_now[key] = None
        found.append(
            Segment(
                text=text[start:end],
                keys=tuple(sorted(open_now)),
                begins=tuple(sorted(opening.get(start, ()))),
                ends=tuple(sorted(closing.get(end, ()))),
            )
        )
    return tuple(found)
