"""The notes that a Markdown text declares, in the three ways such texts have.

``[^1]`` with ``[^1]: text``; ``[1]`` with ``[1]: address``; and a link ``[1](#f1)`` to a note
that stands as a list item or paragraph and begins with its number.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from averment.documents.document import DeclaredNote, NoteReference, PassageKind
from averment.readers.markdown.passage import LocalLink, ReadBlock
from averment.readers.note_label import is_note_name, note_label

_LEADING = re.compile(
    r"[\[(]?(\d{1,3}|[*†‡§]{1,3}|[ivxl]{1,5}(?=[.)\]]))(?:[\])]?[.:)]?\s|[\])])\s*"
)
_LABEL = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[ivxl]{1,5})[\]).]*")
_NOTE_KINDS = (PassageKind.LIST_ITEM, PassageKind.PARAGRAPH, PassageKind.TABLE_CELL)


@dataclass(slots=True)
class NotePart:
    """A block that belongs to a note."""

    key: str
    label: str | None
    """The note's number, on the first of its blocks."""
    skipped: int = 0
    """Characters at the beginning of its flow that are the number."""


@dataclass(slots=True)
class TextNotes:
    """Markers and notes of one text; blocks are named by their index."""

    references: list[NoteReference] = field(default_factory=list)
    parts: dict[int, NotePart] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    """Number of each note as a reader sees it, by key, in order of the first marker."""
    unused: set[int] = field(default_factory=set)
    """Definitions of addresses that no marker leads to: no words of the text."""

    def declared(self, passages: Iterable[tuple[int, int]]) -> tuple[DeclaredNote, ...]:
        """Return the notes, given (block, passage) for each block that became a passage."""
        held: dict[str, list[int]] = {key: [] for key in self.numbers}
        for block, passage in passages:
            if block in self.parts:
                held[self.parts[block].key].append(passage)
        return tuple(
            DeclaredNote(key=key, number=self.numbers[key], passages=tuple(indexes))
            for key, indexes in held.items()
        )


def find_text_notes(blocks: Sequence[ReadBlock]) -> TextNotes:
    """Find the notes that the text declares."""
    notes = TextNotes()
    _add_named(blocks, notes)
    _add_numbered_definitions(blocks, notes)
    _add_linked(blocks, notes)
    notes.references.sort(key=lambda reference: (reference.span.start, reference.span.end))
    return notes


def _add_named(blocks: Sequence[ReadBlock], notes: TextNotes) -> None:
    """Add ``[^name]`` markers and the notes of that name; a marker without one is kept."""
    for read in blocks:
        for span, name in read.named:
            notes.references.append(NoteReference(span=span, key=f"^{name}"))
            label = note_label(name)
            notes.numbers.setdefault(f"^{name}", label or str(len(notes.numbers) + 1))
    begun: set[str] = set()
    for index, read in enumerate(blocks):
        own = read.block.note
        if own is None:
            continue
        key = f"^{own}"
        number = notes.numbers.setdefault(key, note_label(own) or str(len(notes.numbers) + 1))
        first = key not in begun and bool(read.flow.text)
        notes.parts[index] = NotePart(key, number if first else None)
        if first:
            begun.add(key)


def _add_numbered_definitions(blocks: Sequence[ReadBlock], notes: TextNotes) -> None:
    """Add ``[1]`` markers whose note is the defined address."""
    used: set[str] = set()
    for read in blocks:
        for link in read.local:
            if link.bare:
                used.add(link.label)
                key = f"[{link.label}]"
                notes.references.append(NoteReference(span=link.span, key=key))
                notes.numbers.setdefault(key, link.label)
    for index, read in enumerate(blocks):
        number = read.block.definition
        if number is None:
            continue
        if number in used:
            notes.parts[index] = NotePart(f"[{number}]", number)
        else:
            notes.unused.add(index)


@dataclass(slots=True)
class _Marker:
    block: int
    link: LocalLink


def _add_linked(blocks: Sequence[ReadBlock], notes: TextNotes) -> None:
    """Add ``[1](#f1)`` markers and the passages that they lead to."""
    starts = _starting_links(blocks)
    markers = [
        _Marker(index, link)
        for index, read in enumerate(blocks)
        for link in read.local
        if not link.bare and starts.get(index) is not link
        if is_note_name(link.fragment) or link.label in {one.label for one in starts.values()}
    ]
    if not markers:
        return
    homes = _homes(blocks, markers, starts)
    keys: dict[str, str] = {}
    for marker in markers:
        key = keys.setdefault(marker.link.fragment, f"#{marker.link.fragment}")
        notes.references.append(NoteReference(span=marker.link.span, key=key))
        notes.numbers.setdefault(key, marker.link.label)
    for fragment, index in homes.items():
        _claim(blocks, notes, index, key=f"#{fragment}", start=starts.get(index))
    _add_unmarked(blocks, notes, homes.values())


def _starting_links(blocks: Sequence[ReadBlock]) -> dict[int, LocalLink]:
    """Find the blocks that begin with a numbered link, as a note does that leads back."""
    starts: dict[int, LocalLink] = {}
    for index, read in enumerate(blocks):
        first = next((link for link in read.local if link.at_start and not link.bare), None)
        if first is not None and len(read.flow.text) > first.flow_end:
            starts[index] = first
    # The same number must also stand elsewhere: as the marker that leads here.
    elsewhere = {
        link.label
        for index, read in enumerate(blocks)
        for link in read.local
        if starts.get(index) is not link
    }
    return {index: link for index, link in starts.items() if link.label in elsewhere}


def _homes(
    blocks: Sequence[ReadBlock], markers: Sequence[_Marker], starts: dict[int, LocalLink]
) -> dict[str, int]:
    """Tell in which block each marker's note begins, by the name of its place."""
    places = _named_places(blocks)
    taken: dict[str, int] = {}
    sought: dict[str, str] = {}
    for marker in markers:
        sought.setdefault(marker.link.fragment, marker.link.label)
    by_number: dict[str, list[int]] = {}
    for index, read in enumerate(blocks):
        number = starts[index].label if index in starts else _leading_number(read)
        if number is not None:
            by_number.setdefault(number, []).append(index)
    # The notes stand together at the end, in order: the last that fits, from the last back.
    limit = len(blocks)
    first_use = {marker.link.fragment: marker.block for marker in reversed(markers)}
    for fragment, label in reversed(sought.items()):
        place = places.get(fragment)
        if place is not None and place not in taken.values():
            taken[fragment] = place
            continue
        fitting = [at for at in by_number.get(label, ()) if first_use[fragment] < at < limit]
        if fitting:
            taken[fragment] = limit = fitting[-1]
    return dict(reversed(taken.items()))


def _named_places(blocks: Sequence[ReadBlock]) -> dict[str, int]:
    """Tell in which block each named place stands; a name alone on its line names the next."""
    places: dict[str, int] = {}
    waiting: list[str] = []
    for index, read in enumerate(blocks):
        waiting += read.anchors
        if not read.flow.text:
            continue
        if read.block.kind in _NOTE_KINDS:
            for name in waiting:
                places.setdefault(name, index)
        waiting = []
    return places


def _leading_number(read: ReadBlock) -> str | None:
    if read.block.kind not in _NOTE_KINDS or read.block.note is not None:
        return None
    match = _LEADING.match(read.flow.text)
    if match is not None:
        return match.group(1)
    label = _LABEL.fullmatch(read.block.label or "")
    return label.group(1) if label is not None else None


def _labelled(read: ReadBlock, number: str) -> bool:
    """Say whether the list item's own sign is the note's number already."""
    label = _LABEL.fullmatch(read.block.label or "")
    return label is not None and label.group(1) == number


def _claim(
    blocks: Sequence[ReadBlock],
    notes: TextNotes,
    index: int,
    *,
    key: str,
    start: LocalLink | None,
) -> None:
    """Make the block at `index`, and what goes on from it, the note `key`."""
    number = notes.numbers[key]
    flow = blocks[index].flow
    skipped = 0
    leading = _LEADING.match(flow.text)
    if start is not None:
        rest = flow.text[start.flow_end :]
        skipped = start.flow_end + len(rest) - len(rest.lstrip(" .:)"))
    elif (
        leading is not None
        and leading.group(1) == number
        and leading.end() < len(flow.text)
        and not _labelled(blocks[index], number)
    ):
        skipped = leading.end()
    notes.parts[index] = NotePart(key, number, skipped)
    for further in range(index + 1, len(blocks)):
        block = blocks[further].block
        if block.kind is not PassageKind.LIST_ITEM or block.label or further in notes.parts:
            break
        notes.parts[further] = NotePart(key, None)


def _add_unmarked(blocks: Sequence[ReadBlock], notes: TextNotes, homes: Iterable[int]) -> None:
    """Add the notes whose marker is lost: numbered items among and after the notes."""
    held = sorted(homes)
    known = set(notes.numbers.values())
    latest: str | None = None
    for index in range(held[0], len(blocks)) if held else ():
        number = _leading_number(blocks[index])
        if index in notes.parts:
            latest = notes.parts[index].label or latest
            continue
        if number is None or number in known:
            continue
        if index > held[-1] and not _follows(number, latest):
            break
        key = f"#unmarked-{number}"
        known.add(number)
        latest = notes.numbers[key] = number
        _claim(blocks, notes, index, key=key, start=None)


def _follows(number: str, latest: str | None) -> bool:
    if latest is None or not (number.isdecimal() and latest.isdecimal()):
        return False
    return int(number) == int(latest) + 1
