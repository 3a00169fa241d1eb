"""Who signs a letter: the block behind its closing, "(Signed)" lines, lists of names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.document import Document
from averment.documents.grounded import Grounded
from averment.frames.columns import in_columns
from averment.frames.frame_line import FrameLine
from averment.frames.frame_words import frame_words
from averment.frames.misread import as_meant
from averment.frames.signature_edge import LINE_LENGTH, SHORT_LINE, is_short, stops_block
from averment.frames.signature_entry import (
    LINES_OF_ONE,
    SignaturePart,
    join_parts,
    signature_entries,
    signature_part,
    signature_parts,
)
from averment.frames.signature_line import LineRole, role_of

SIGNED = re.compile(
    r"[(\[{]\s?[*_]{0,2}(?:Signed|signed|SIGNED|Sgd\.?|Sipned|Slgned|Signea|Sinned)[*_]{0,2}\s?[)\]}]\s?:?|/s/|\bSd/-",
)
SIGNATORIES = re.compile(
    r"\W{0,3}(?:list\sof\s|the\s|full\slist\sof\s)?(?:co-?|initial\s|current\s)?(?:signatories|signatures|signers|endorsements|"
    r"signed(?:\sby)?|endorsed\sby|supported\sby|co-?signed\sby|undersigned(?:\s[\w\s]{3,40})?|"
    r"(?:signatory|signing|endorsing|undersigned|supporting|participating)\s(?:organi[sz]ations|ngos|groups|individuals|parties))"
    r"\b[^.]{0,60}$",
    re.IGNORECASE,
)
NAMES_FOLLOW = re.compile(
    r"\W{0,3}(?:signatories|signed(?:\sby)?|endorsed\sby|supported\sby|signing\sorgani[sz]ations)\s?:\s*",
    re.IGNORECASE,
)
ANNEX = re.compile(r"\W{0,3}(?:annex|appendix|enclosure|attachment)\b", re.IGNORECASE)
ANNEX_TO = re.compile(
    r"\W{0,3}(?:annex|appendix|enclosure)\s(?:\w{1,4}\s)?to\sthe\s", re.IGNORECASE
)
LOOSE_CLOSING = re.compile(
    r"(?:yours|your|with|in|for|ever|on)\s[^.:;()\d]{3,60},$|yours\s[^.:;()\d]{3,40}$",
    re.IGNORECASE,
)
BLOCK_LINES = 600
TAIL_LINES = 16
INLINE_SIGNATURE = 600
INLINE_WINDOW = 3000
"""Characters at the end of a paragraph in which a closing is looked for."""
MOST_SIGNED = 300
MOST_TRIED = 12
"""Closings that may lead to nothing before the search is given up."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The signatories, and which passages hold nothing but them."""

    signatories: tuple[Grounded[str], ...]
    passages: frozenset[int]


NOBODY = Signed((), frozenset())


def find_signed(
    document: Document, lines: Sequence[FrameLine], *, begin: int, letter: bool
) -> Signed:
    """Return who signs.

    Args:
        document: The document.
        lines: Its body, line by line, up to an address below the signature.
        begin: Index of the first line behind the head.
        letter: A greeting, an address or a title says that this is a letter; the last short
            lines of a document that is none are no signature.
    """
    lines = [*lines[:begin], *in_columns(document, lines[begin:])]
    signed = _signed_lines(document, lines, begin=begin)
    if signed.signatories:
        return signed
    for find in (_behind_closing, _behind_list_head, _behind_closing_sentence):
        found = find(document, lines, begin)
        if found.signatories:
            return found
    return _last_lines(document, lines, begin) if letter else NOBODY


def _signed_lines(document: Document, lines: Sequence[FrameLine], *, begin: int) -> Signed:
    """Read each "(Signed) Name" and the posts below it, up to the first annex."""
    starts: list[tuple[int, int]] = []
    for index in range(begin, len(lines)):
        text = lines[index].text
        if starts and ANNEX.match(text) and (len(text) < LINE_LENGTH or ANNEX_TO.match(text)):
            break
        starts += [(index, found.start()) for found in SIGNED.finditer(text)]
        if len(starts) > MOST_SIGNED:
            break
    found_all: list[Grounded[str]] = []
    passages: set[int] = set()
    for number, (index, offset) in enumerate(starts):
        limit = starts[number + 1] if number + 1 < len(starts) else (len(lines), 0)
        parts, used = _below_signed(lines, index, offset, limit)
        if parts:
            found_all.append(join_parts(document, parts, rule="signatory:signed"))
            passages |= _whole(lines, index, used, begin_at=offset)
    return Signed(tuple(found_all), frozenset(passages))


def _below_signed(
    lines: Sequence[FrameLine], index: int, offset: int, limit: tuple[int, int]
) -> tuple[list[SignaturePart], int]:
    line = lines[index]
    mark = SIGNED.match(line.text, offset)
    start = offset if mark is None else mark.end()
    end = limit[1] if limit[0] == index else len(line.text)
    parts = []
    first = signature_part(line, start, min(end, start + LINE_LENGTH), group=0)
    if first is not None:
        parts.append(first)
    used = index
    for at in range(index + 1, min(limit[0], index + LINES_OF_ONE)):
        text = lines[at].text
        if stops_block(text) or (parts and not _continues_entry(text)):
            break
        part = signature_part(lines[at], 0, len(text), group=0)
        if part is not None and role_of(part.text) is not LineRole.CONTACT:
            parts.append(part)
        used = at
    return parts, used


def _continues_entry(text: str) -> bool:
    """Say whether a line below a name still tells the post or the mission."""
    return len(text) <= SHORT_LINE and role_of(text) in (
        LineRole.POST,
        LineRole.ORGANISATION,
        LineRole.CONTACT,
    )


def _behind_closing(document: Document, lines: Sequence[FrameLine], begin: int) -> Signed:
    tried = 0
    for index in range(begin, len(lines)):
        found = NOBODY
        inline = _closing_within(lines[index])
        if _is_closing(lines[index]) or _is_loose_closing(lines, index):
            found = _block(document, lines, index, index + 1, rule="signatory:closing")
            tried += 1
        elif inline is not None:
            found = _inline_block(document, lines, index, inline, rule="signatory:closing")
            tried += 1
        if found.signatories or tried > MOST_TRIED:
            return found
    return NOBODY


def _is_closing(line: FrameLine) -> bool:
    short = len(line.text) <= SHORT_LINE
    return short and frame_words().closing.match(as_meant(line.text)) is not None


def _is_loose_closing(lines: Sequence[FrameLine], index: int) -> bool:
    """Say whether a line closes in words of its own, and a name stands below: "In hope,"."""
    line = lines[index]
    if not line.first or not LOOSE_CLOSING.match(line.text) or index + 1 >= len(lines):
        return False
    capital = sum(word[0].isupper() for word in line.text.split()[1:])
    below = lines[index + 1]
    return (
        capital * 2 <= line.text.count(" ")
        and (line.last or below.text[:1].isupper())
        and is_short(below.text)
        and role_of(below.text) in (LineRole.NAME, LineRole.FULL, LineRole.ORGANISATION)
    )


def _closing_within(line: FrameLine) -> int | None:
    """Return where the words behind a closing begin, in a line that holds both."""
    text = as_meant(line.text)
    words = frame_words()
    opening = words.closing_word.match(text)
    if opening is not None and len(text) < INLINE_SIGNATURE:
        return opening.end()
    if not line.last or len(text) < SHORT_LINE:
        return None
    last = None
    for found in words.closing_word.finditer(text, max(0, len(text) - INLINE_WINDOW)):
        before = text[max(0, found.start() - 4) : found.start()].rstrip()
        if before.endswith((".", "!", "?", "”", '"')) and text[found.start()].isupper():
            last = found.end()
    return last


def _behind_list_head(document: Document, lines: Sequence[FrameLine], begin: int) -> Signed:
    tried = 0
    for index in range(max(begin, 1), len(lines)):
        text = lines[index].text
        found = NOBODY
        inline = NAMES_FOLLOW.match(text)
        if inline is not None and inline.end() < len(text):
            found = _inline_block(document, lines, index, inline.end(), rule="signatory:list")
            tried += 1
        elif len(text) <= SHORT_LINE and SIGNATORIES.match(text):
            found = _block(document, lines, index, index + 1, rule="signatory:list")
            tried += 1
        if found.signatories or tried > MOST_TRIED:
            return found
    return NOBODY


def _behind_closing_sentence(
    document: Document, lines: Sequence[FrameLine], begin: int
) -> Signed:
    words = frame_words()
    for index in range(len(lines) - 1, max(begin, 1) - 1, -1):
        if words.closing_sentence.search(lines[index].text[-400:]) and lines[index].last:
            following = lines[index + 1 : index + 3]
            if following and is_short(following[0].text):
                return _block(
                    document, lines, index + 1, index + 1, rule="signatory:closing-sentence"
                )
    return NOBODY


def _last_lines(document: Document, lines: Sequence[FrameLine], begin: int) -> Signed:
    """Read the short lines that the text ends with, where it has no closing words."""
    end = len(lines)
    for index in range(begin, len(lines)):
        outside = frame_words().after_signature.match(lines[index].text) is not None
        if outside and is_short(lines[index].text) and index > max(begin + 3, len(lines) // 2):
            end = index
            break
    start = end
    while start > begin and end - start < TAIL_LINES and is_short(lines[start - 1].text):
        start -= 1
    if end - start >= TAIL_LINES or start == end or start <= begin:
        return NOBODY
    if not any(
        role_of(line.text) in (LineRole.NAME, LineRole.FULL, LineRole.POST)
        or frame_words().organisation.search(line.text)
        for line in lines[start:end]
    ):
        return NOBODY
    return _block(document, lines, start, start, rule="signatory:last-lines")


def _block(
    document: Document, lines: Sequence[FrameLine], closing: int, start: int, *, rule: str
) -> Signed:
    parts: list[SignaturePart] = []
    group = 0
    used = closing
    for index in range(start, min(len(lines), start + BLOCK_LINES)):
        line = lines[index]
        if stops_block(line.text):
            break
        if _is_closing(line):
            used = index
            continue
        if line.first and index > start:
            group += 1
        parts += signature_parts(line, 0, group=group)
        used = index
    signatories = signature_entries(document, parts, rule=rule)
    if not signatories:
        return NOBODY
    return Signed(signatories, frozenset(_whole(lines, closing, used, begin_at=0)))


def _inline_block(
    document: Document,
    lines: Sequence[FrameLine],
    index: int,
    offset: int,
    *,
    rule: str,
) -> Signed:
    """Read a block whose first line also holds the closing words."""
    parts = signature_parts(lines[index], offset, group=0)
    used = index
    group = 0
    for at in range(index + 1, min(len(lines), index + BLOCK_LINES)):
        if stops_block(lines[at].text):
            break
        group += lines[at].first
        parts += signature_parts(lines[at], 0, group=group)
        used = at
    signatories = signature_entries(document, parts, rule=rule)
    begin_at = 0 if frame_words().closing_word.match(lines[index].text) else 1
    return Signed(signatories, frozenset(_whole(lines, index, used, begin_at=begin_at)))


def _whole(lines: Sequence[FrameLine], first: int, last: int, *, begin_at: int) -> set[int]:
    """Return the passages whose every line lies in the block."""
    inside = {lines[at].passage for at in range(first, last + 1)}
    if begin_at or not lines[first].first:
        inside.discard(lines[first].passage)
    if last + 1 < len(lines):
        inside.discard(lines[last + 1].passage)
    return {p for p in inside if p >= lines[first].passage}
