"""Passages that a page break or a lost line cut in mid-sentence, put together again."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from averment.apparatus.note_label import read_label
from averment.documents.body import pieces_of
from averment.documents.document import LinesOrigin, Passage, PassageKind
from averment.documents.flow import Flow

FEWEST_BEFORE_BREAK = 25
"""A shorter line is an address or a date, not the first half of a sentence."""
FEWEST_BEFORE_NAME = 40
"""As much must stand before a break that a capital letter follows."""
SENTENCE_END = re.compile(
    r"[.!?։。؟…:;]['\"”’»)\]]*(?:\s?[¹²³⁰⁴-⁹]+|\s?\[?\d{1,3}\]?|\s?\[?[ivx]{1,6}\]?"
    r"|[*†‡]{1,3})?$"
)
OPEN_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "from",
        "with",
        "and",
        "or",
        "but",
        "that",
        "which",
        "who",
        "whose",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "shall",
        "its",
        "their",
        "his",
        "her",
        "this",
        "these",
        "those",
        "into",
        "under",
    ]
)
"""A passage that ends with one of these is not finished."""
ADDRESS_END = re.compile(r"(?:https?://|www\.)\S{1,190}$")
TAIL = 200
"""Characters at a passage's end that tell whether it is finished."""


def continued(passages: Sequence[Passage], *, labels: Sequence[int] = ()) -> list[Passage]:
    """Join passages whose sentence goes on; a note at the page's foot stays where it stands.

    Args:
        passages: In order of the text.
        labels: Numbers of the lines that hold nothing but a note's label, in order; no sentence
            goes on over one.
    """
    runs: list[list[Passage]] = []
    opened: list[Passage] | None = None
    for passage in passages:
        if (
            opened is not None
            and continues(opened[-1], passage)
            and not _parted(opened[-1], passage, labels)
        ):
            if not _is_note(passage):
                opened.append(passage)
                continue
            if not _is_note(opened[0]):
                runs.append([passage])  # the text goes on behind the notes
                continue
        opened = [passage]
        runs.append(opened)
    return [_together(run) for run in runs]


def _parted(before: Passage, after: Passage, labels: Sequence[int]) -> bool:
    if not isinstance(before.origin, LinesOrigin) or not isinstance(after.origin, LinesOrigin):
        return False
    at = bisect_left(labels, before.origin.last)
    return at < len(labels) and labels[at] < after.origin.first


def _is_note(passage: Passage) -> bool:
    return read_label(passage.flow.text) is not None


def continues(before: Passage, after: Passage) -> bool:
    """Say whether `after` goes on with the sentence that `before` leaves open."""
    open_kinds = (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM)
    if before.kind not in open_kinds or after.kind is not PassageKind.PARAGRAPH:
        return False
    left, right = before.flow.text[-TAIL:].rstrip(), after.flow.text[:TAIL].lstrip()
    if len(left) < FEWEST_BEFORE_BREAK or SENTENCE_END.search(left):
        return False
    last_word = left.rsplit(None, 1)[-1].casefold()
    if last_word in OPEN_WORDS or left[-1] in ",-–—(":
        return len(left) >= FEWEST_BEFORE_NAME
    return right[0].islower() or right[0] in ",;.)"


def _together(run: Sequence[Passage]) -> Passage:
    """Return one passage that reads through all; what stands between them is left out."""
    first, last = run[0], run[-1]
    if first is last:
        return first
    pieces = [*pieces_of(first.flow)]
    for before, passage in itertools.pairwise(run):
        if not before.flow.text[-1].isspace():
            # An address keeps the line end as a sign that something may be lost there.
            broken = ADDRESS_END.search(before.flow.text[-TAIL:]) is not None
            pieces.append((before.span.end, "\n" if broken else " "))
        pieces += pieces_of(passage.flow)
    origin = first.origin
    if isinstance(origin, LinesOrigin) and isinstance(last.origin, LinesOrigin):
        origin = LinesOrigin(first=origin.first, last=last.origin.last)
    return replace(first, flow=Flow.join(pieces), origin=origin)
