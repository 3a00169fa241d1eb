"""Note blocks: which passages of a document without declared notes are its notes.

A note is recognised by what it is as a whole: its numbers run 1, 2, 3; it stands at a page's
foot or behind the text; and it reads like a reference. No single sign is enough, because
paragraphs and lists are numbered too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.apparatus.address_find import find_announced, find_printed
from averment.documents.body import joined
from averment.documents.document import Passage, PassageKind
from averment.documents.flow import Flow
from averment.documents.superscript import plain_digits

LONG_NOTE = 700
"""A note is rarely longer, in characters, unless it cites."""
MOST_MISREAD = 3
"""How many labels in a row may be misread."""
MISREAD_LABEL = re.compile(r"[°?®©*•~^'’\"”lIiSBO]{1,2}(?:\s+(?=[A-Z\"“‘'(])|\s*$)")
MOST_PASSAGES = 3
"""How many passages one note may be broken into by blank lines."""
CITING = 1.0
"""Likeness to a citation from which on a passage counts as citing."""

SIGNAL = re.compile(
    r"(?:see(?: also| generally| e\.g\.)?|ibid(?:em)?|id|cf|supra|infra|above,? note|op\.? cit|loc\.? cit"
    r"|quoted in|source|accord|e\.g|available at|accessed|based on)\b",
    re.IGNORECASE,
)
YEAR_IN_BRACKETS = re.compile(r"\([^()]{0,40}\b(?:19|20)\d\d\)")
PINPOINT = re.compile(r"\b(?:paras?|pp?|art|arts|vol|no|chap|sect)\.\s?\d", re.IGNORECASE)
SYMBOL = re.compile(r"\b[A-Z]{1,6}/[A-Z0-9./-]{2,}\d")
DATE = re.compile(
    r"\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s(?:19|20)\d\d"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},\s(?:19|20)\d\d"
)
QUOTED = re.compile(r"[“\"‘'«][^“”\"«»]{8,200}[”\"’'»]")
NOTES_HEADING = re.compile(
    r"(?:end\s?notes?|foot\s?notes?|notes|references|sources|citations|bibliography|works cited)[:.]?$",
    re.IGNORECASE,
)
FINISHED = re.compile(r"[.!?>)\]”\"’'»/]\s*$|https?://\S+$|\d$")

ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
         "xv", "xvi", "xvii", "xviii", "xix", "xx"]  # fmt: skip

LABELS: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("superscript", re.compile(r"([¹²³⁰⁴-⁹]{1,3})\s*(?=\S)"), 1.0),
    ("bracket", re.compile(r"\[\^?(\d{1,3})\]:?\s*(?=\S)"), 0.8),
    ("caret", re.compile(r"\^(\d{1,3})\^?\s*(?=\S)"), 0.8),
    ("starred", re.compile(r"[*•]\s(\d{1,3})\.?\s+(?=\S)"), 0.8),
    ("slash", re.compile(r"(\d{1,3}|[a-z])/\s+(?=\S)"), 0.8),
    ("digit", re.compile(r"(\d{1,3})\s+(?=[^\W\d_]|[\"“'‘«*_(]|https?:)"), 0.4),
    ("glued", re.compile(r"(\d{1,3})(?=[A-Z\"“‘«][a-z\w]|https?:)"), 0.4),
    ("dot", re.compile(r"(\d{1,3})[.)]\s+(?=\S)"), 0.0),
    (
        "roman",
        re.compile(r"\[?(x{0,2}(?:ix|iv|v?i{0,3}))[\].)]?\s+(?=[A-Z\"“'‘]|https?:)"),
        0.0,
    ),
)
"""Kind of label, how it looks, and how far it alone speaks for a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteBlock:
    """The passages of one note."""

    passages: tuple[int, ...]
    """Indexes into the document's passages, in order."""
    number: int | None
    """None where the note carries no number."""
    printed: str | None
    flow: Flow
    """The note's words, its number left out."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    index: int
    style: str
    number: int
    printed: str
    skip: int
    """Characters of the flow that the label takes."""
    support: float


def citing(text: str) -> float:
    """Say how much `text` reads like a reference; 1 and more means that it does."""
    head = text[:LONG_NOTE]
    score = 0.0
    score += 1.0 * bool(find_printed(head) or find_announced(head))
    score += 1.0 * bool(SIGNAL.match(head.lstrip(" \"“‘'(")))
    score += 0.5 * bool(YEAR_IN_BRACKETS.search(head))
    score += 0.5 * bool(QUOTED.search(head))
    score += 0.5 * bool(PINPOINT.search(head))
    score += 0.5 * bool(SYMBOL.search(head))
    score += 0.5 * bool(DATE.search(head))
    if len(text) > LONG_NOTE and not score:
        score -= 1.0
    return score


def numbered_blocks(passages: Sequence[Passage], *, marked: frozenset[int]) -> list[NoteBlock]:
    """Return the numbered notes, in order; empty where the document has none.

    Args:
        passages: All passages of the document.
        marked: Numbers for which the text holds a marker that is no plain digit.
    """
    labelled = _labelled(passages)
    chains = _chains(labelled)
    best: list[_Labelled] = []
    best_score = 0.0
    after_heading = _after_notes_heading(passages)
    for chain in chains:
        texts = [passages[entry.index].flow.text[entry.skip :] for entry in chain]
        likeness = sum(min(1.5, citing(text)) for text in texts) / len(chain)
        with_marker = sum(entry.number in marked for entry in chain) / len(chain)
        headed = 1.0 if chain[0].index >= after_heading else 0.0
        support = sum(entry.support for entry in chain) / len(chain)
        share = likeness + with_marker + headed + support
        if share >= 1.2 and share * len(chain) ** 0.5 > best_score:  # noqa: PLR2004 - weighed on the development letters
            best, best_score = chain, share * len(chain) ** 0.5
    return _with_following(passages, _with_misread(passages, best))


def _with_misread(passages: Sequence[Passage], chain: list[_Labelled]) -> list[_Labelled]:
    """Fill gaps in the numbers with passages that begin with a misread label."""
    filled: list[_Labelled] = []
    before = 0
    floor = max(0, chain[0].index - 2 * chain[0].number) if chain else 0
    for entry in chain:
        lacking = entry.number - before - 1
        start = filled[-1].index + 1 if filled else floor
        signs = [
            (index, match)
            for index in range(start, entry.index)
            if (match := MISREAD_LABEL.match(_printed(passages[index]))) is not None
        ]
        if 0 < lacking <= MOST_MISREAD and len(signs) == lacking:
            for offset, (index, match) in enumerate(signs):
                skip = max(
                    0,
                    match.end()
                    - len(_printed(passages[index]))
                    + len(passages[index].flow.text),
                )
                filled.append(
                    _Labelled(
                        index,
                        entry.style,
                        before + 1 + offset,
                        match.group().strip(),
                        skip,
                        0.0,
                    )
                )
        filled.append(entry)
        before = entry.number
    return filled


def _printed(passage: Passage) -> str:
    """Return a passage with its label before it."""
    return f"{passage.label} {passage.flow.text}" if passage.label else passage.flow.text


def _labelled(passages: Sequence[Passage]) -> list[_Labelled]:
    found = []
    for index, passage in enumerate(passages):
        text = passage.flow.text
        if passage.kind is PassageKind.FURNITURE:
            following = passages[index + 1 : index + 2]
            alone = text.strip().isdigit() and len(text.strip()) <= 3  # noqa: PLR2004
            if alone and following and following[0].kind is not PassageKind.FURNITURE:
                printed = text.strip()
                found.append(_Labelled(index + 1, "alone", int(printed), printed, 0, 0.4))
            continue
        if passage.kind is PassageKind.LIST_ITEM and passage.label is not None:
            text = f"{passage.label} {text}"
            offset = len(passage.label) + 1
        else:
            offset = 0
        for style, pattern, support in LABELS:
            match = pattern.match(text)
            if match is None or not match[1] or match.end() < offset:
                continue
            number = _number(match[1], style)
            if number is None:
                continue
            found.append(
                _Labelled(index, style, number, match[1], max(0, match.end() - offset), support)
            )
            break
    return found


def _number(printed: str, style: str) -> int | None:
    if style == "roman":
        return ROMAN.index(printed) + 1 if printed in ROMAN else None
    if printed.isalpha():
        return ord(printed) - ord("a") + 1
    return int(plain_digits(printed))


def _chains(labelled: Sequence[_Labelled]) -> list[list[_Labelled]]:
    """Return runs of one style whose numbers go up by one; a new page may start at 1 again."""
    chains = []
    for style in dict.fromkeys(entry.style for entry in labelled):
        current: list[_Labelled] = []
        for entry in (e for e in labelled if e.style == style):
            if current and entry.number == current[-1].number + 1:
                current.append(entry)
            elif (
                current
                and entry.number == current[0].number == 1
                and entry.index > current[-1].index + 1
            ):
                current.append(entry)  # a new page counts from 1 again
            elif current and 0 < entry.number - current[-1].number <= MOST_MISREAD + 1:
                current.append(entry)  # labels misread or lost between
            elif not current or entry.number == 1:
                if current:
                    chains.append(current)
                current = [entry]
        if current:
            chains.append(current)
    return chains


def _after_notes_heading(passages: Sequence[Passage]) -> int:
    """Return the index after the last heading that announces notes, or one past the end."""
    for index in range(len(passages) - 1, -1, -1):
        if NOTES_HEADING.match(passages[index].flow.text.strip()):
            return index
    return len(passages) + 1


def _with_following(passages: Sequence[Passage], chain: Sequence[_Labelled]) -> list[NoteBlock]:
    """Add to each note the passages that belong to it although a blank line parts them."""
    blocks = []
    for place, entry in enumerate(chain):
        own = [entry.index]
        limit = chain[place + 1].index if place + 1 < len(chain) else len(passages)
        limit = min(limit, entry.index + MOST_PASSAGES + 1)
        next_is_near = place + 1 < len(chain) and chain[place + 1].index == limit
        for index in range(entry.index + 1, limit):
            passage = passages[index]
            if passage.kind in (PassageKind.FURNITURE, PassageKind.FOOTNOTE):
                continue
            before = passages[own[-1]].flow.text
            gap_in_notes = next_is_near and limit - entry.index <= MOST_PASSAGES
            if passage.kind is PassageKind.HEADING and not gap_in_notes:
                break
            unfinished = not FINISHED.search(before) or bool(find_announced(before))
            # Between two notes that stand close together everything is note.
            if unfinished or (gap_in_notes and citing(passage.flow.text) >= CITING / 2):
                own.append(index)
            else:
                break
        flow = joined([passages[index] for index in own])
        blocks.append(
            NoteBlock(
                passages=tuple(own),
                number=entry.number,
                printed=entry.printed,
                flow=flow.part(entry.skip, len(flow.text)),
            )
        )
    return blocks


def unnumbered_blocks(passages: Sequence[Passage]) -> list[NoteBlock]:
    """Return the notes at the end that carry no number: order is their only key."""
    body = [i for i, p in enumerate(passages) if p.kind is not PassageKind.FURNITURE]
    run: list[int] = []
    pending: list[int] = []
    for index in reversed(body):
        text = passages[index].flow.text
        if citing(text) >= CITING and passages[index].kind is not PassageKind.HEADING:
            run = [index, *pending, *run]
            pending = []
        elif len(pending) < MOST_PASSAGES - 1 and len(text) < LONG_NOTE / 2:
            pending = [index, *pending]
        else:
            break
    blocks: list[list[int]] = []
    for index in run:
        before = passages[blocks[-1][-1]].flow.text if blocks else ""
        starts = bool(SIGNAL.match(passages[index].flow.text))
        open_before = bool(blocks) and (
            not FINISHED.search(before)
            or bool(find_announced(before))
            or citing(passages[index].flow.text) < CITING
        )
        # Quotation marks close a title; what follows without a signal is the same note.
        quoted = before.rstrip()[-2:] in (',"', ",”", ",'", ",’")
        if blocks and not starts and (open_before or quoted):
            blocks[-1].append(index)
        else:
            blocks.append([index])
    return [
        NoteBlock(
            passages=tuple(own),
            number=None,
            printed=None,
            flow=joined([passages[index] for index in own]),
        )
        for own in blocks
    ]
