"""Passages that begin with a label, those whose label OCR made unreadable among them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from averment.apparatus.note_label import UNREADABLE, Label, read_label, read_misread_label
from averment.documents.document import Passage, PassageKind

MOST_OF_A_NUMBER = 2_000
"""A number that begins more passages belongs to a list; a thousand pages have fewer notes 1."""
ALONE_DIGITS = 3
ALONE_SUPPORT = 0.4
MISREAD = "misread"
"""Style of a label that OCR may have changed."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage that begins with a label."""

    index: int
    """Of the passage."""
    label: Label
    skip: int
    """Characters of the passage's flow that the label takes."""

    def numbered(self, number: int) -> "Labelled":
        """Return the same with a number that the labels around it prove."""
        return replace(self, label=replace(self.label, number=number))


def labelled_passages(
    passages: Sequence[Passage], *, signed: frozenset[int] = frozenset()
) -> list[Labelled]:
    """Return every passage that begins with a label, in order.

    An unreadable label counts where a readable one stands right before or behind; one that may
    be a sign of its own only where it stands between two.

    Args:
        passages: All passages of the document.
        signed: Indexes of passages that begin with a sign which also stands in the text.
    """
    found: list[Labelled] = []
    counts: dict[tuple[str, int], int] = defaultdict(int)
    for run in _runs(passages):
        for entry in _numbered(run, signed):
            key = (entry.label.style, entry.label.number)
            counts[key] += 1
            if counts[key] <= MOST_OF_A_NUMBER:
                found.append(entry)
    return found


def unreadable_label(index: int, passage: Passage) -> Labelled | None:
    """Return a label that is no number, as far as one can see; its own number is 0."""
    text = printed_passage(passage)
    match = UNREADABLE.match(text)
    if match is None or passage.kind is PassageKind.FURNITURE:
        return None
    skip = max(0, match.end() - len(text) + len(passage.flow.text))
    return Labelled(index, Label(MISREAD, 0, match.group().strip(), skip, 0.0), skip)


def printed_passage(passage: Passage) -> str:
    """Return a passage with its label before it."""
    return f"{passage.label} {passage.flow.text}" if passage.label else passage.flow.text


def _runs(passages: Sequence[Passage]) -> Iterator[list[Labelled]]:
    """Yield labelled passages that follow each other, page furniture aside."""
    run: list[Labelled] = []
    alone: Label | None = None
    for index, passage in enumerate(passages):
        if passage.kind is PassageKind.FURNITURE:
            alone = _alone(passage.flow.text)
            continue
        entry = Labelled(index, alone, 0) if alone else _labelled(index, passage)
        alone = None
        if entry is not None:
            run.append(entry)
        elif run:
            yield run
            run = []
    yield run


def _alone(text: str) -> Label | None:
    """Read a number alone on its line as the label of the passage below."""
    printed = text[: ALONE_DIGITS + 1].strip()
    if not printed.isdecimal() or len(printed) > ALONE_DIGITS or not int(printed):
        return None
    return Label("alone", int(printed), printed, 0, ALONE_SUPPORT)


def _labelled(index: int, passage: Passage) -> Labelled | None:
    text = printed_passage(passage)
    label = read_label(text) or read_misread_label(text)
    offset = len(text) - len(passage.flow.text)
    if label is None or label.length < offset:
        return unreadable_label(index, passage)
    return Labelled(index, label, label.length - offset)


def _numbered(run: Sequence[Labelled], signed: frozenset[int]) -> list[Labelled]:
    """Number the unreadable labels of a run by their readable neighbours; drop the others."""
    run = [
        entry
        for at, entry in enumerate(run)
        if entry.index not in signed or entry.label.number or _fills(run, at)
    ]
    numbers = [entry.label.number for entry in run]
    for at in range(1, len(numbers)):
        if not numbers[at] and numbers[at - 1]:
            numbers[at] = numbers[at - 1] + 1
    for at in range(len(numbers) - 2, -1, -1):
        if not numbers[at] and numbers[at + 1] > 1:
            numbers[at] = numbers[at + 1] - 1
    return [
        entry if entry.label.number else entry.numbered(number)
        for entry, number in zip(run, numbers, strict=True)
        if number
    ]


def _fills(run: Sequence[Labelled], at: int) -> bool:
    """Say whether just one number is lacking between the labels before and behind."""
    if not 0 < at < len(run) - 1:
        return False
    before, behind = run[at - 1].label.number, run[at + 1].label.number
    return before > 0 and behind == before + 2
