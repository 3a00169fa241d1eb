"""Words of a document made fit to be shown: on a terminal, on a page, in a Word file.

A letter is untrusted. It may hold characters that move a cursor, colour a terminal, turn the
reading direction round or cannot stand in XML at all. None of them reaches a reader.
"""

import re
import unicodedata

from averment.documents.document import Passage, PassageKind
from averment.documents.span import Span

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 and C1 controls but tab and line feed, lone surrogates, and the two non-characters that
# XML 1.0 refuses (https://www.w3.org/TR/xml/#charsets).
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# Marks that turn the reading direction round: on a terminal they reach beyond the words that
# are quoted, and make an address look like another (Unicode TR 36, section 2.5).
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")

ELLIPSIS = "…"


def printable(text: str) -> str:
    """Return `text`, one character for one, with what cannot be shown replaced."""
    return _UNPRINTABLE.sub(REPLACEMENT, text)


def passage_words(passage: Passage, text: str) -> str:
    """Return a passage's words as they read, fit to be shown; a signature keeps its lines.

    Character for character the passage's flow: offsets into one are offsets into the other.
    """
    words = printable(passage.flow.text)
    if passage.kind is not PassageKind.SIGNATURE:
        return words
    return "".join(
        "\n" if word == " " and text[passage.flow.at(i)] == "\n" else word
        for i, word in enumerate(words)
    )


def one_line(text: str) -> str:
    """Return `text` on one line, with no mark in it that turns the reading direction."""
    return printable(_DIRECTION.sub(REPLACEMENT, _SPACE.sub(" ", text).strip()))


def excerpt(text: str, *, limit: int) -> str:
    """Return the beginning of `text` on one line, cut at a word, with what was cut shown.

    Args:
        text: Exact words of a document.
        limit: Greatest number of characters, the ellipsis counted.
    """
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    space = cut.rfind(" ")
    # A text without spaces is cut where it must be.
    kept = cut[:space] if space > limit // 2 else cut
    return kept.rstrip(" ,;:—–-") + ELLIPSIS


def quoted(text: str, span: Span, *, limit: int) -> str:
    """Return the words of `span` in quotation marks, shortened to `limit` characters."""
    return f"“{excerpt(span.of(text), limit=limit)}”"


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, *, width: int, first: str = "", rest: str | None = None) -> str:
    """Break `text` into lines of at most `width` columns; a longer word stays whole.

    Args:
        text: Any words; white space is levelled.
        width: In columns, indentation counted.
        first: What stands before the first line; not levelled.
        rest: What stands before the other lines; as many spaces as `first` by default.
    """
    hang = " " * columns(first) if rest is None else rest
    lines: list[str] = []
    line, used, empty = first, columns(first), True
    for word in text.split():
        size = columns(word)
        if not empty and used + 1 + size > width:
            lines.append(line)
            line, used, empty = hang, columns(hang), True
        line += word if empty else f" {word}"
        used += size if empty else size + 1
        empty = False
    return "\n".join([*lines, line.rstrip() if empty else line])
