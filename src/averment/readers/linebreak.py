"""Undo line ends: which hyphens were the typesetter's, and which line ends stand in an address.

A line end reads as a space. A hyphen at a line end goes where it only breaks a word; it stays
where the word has it anyway. Inside a web address nothing is undone: the line end stays in the
flow, because only the repair of addresses can tell what was lost there.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from averment.documents.flow import Flow
from averment.documents.span import Span

HYPHENS = "-\u2010\u2011\ufffe\x02"
"""Characters that are printed as a hyphen; PDFium writes the last two at line ends."""
SOFT_HYPHEN = "\u00ad"
DASHES = "\u2014\u2015"
"""Dashes that are set without spaces when no space stands before them."""
LONGEST_WORD = 80
"""A hyphen inside a longer run of letters is no layout: characters that are looked at."""
OPENING = "([{<\"'“‘«"
CLOSING_MARKS = ";,>)]}”’\"'»"

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_BROKEN_WORD = re.compile(r"(?<!\w)\w{1,80}[-‐‑\u00ad\ufffe\x02][ \t]*[\r\n]+[ \t]*\w{0,80}")
_LAST_PART = re.compile(r"[^\W\d_]+$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(
    r"(?:\b(?:https?|hxxps?|ftp)(?::|//)|\bwww[.,]|\b[a-z0-9-]{2,60}\.[a-z]{2,12}/)",
    re.IGNORECASE,
)
_ADDRESS_SIGN = re.compile(r"[-/_?=&%#~+.\d]")


def vocabulary_of(text: str) -> frozenset[str]:
    """Return the words and compounds that `text` holds unbroken, in lower case.

    Words that a line end cuts are left out: their halves are no words.
    """
    unbroken = _BROKEN_WORD.sub(" ", text).lower()
    return frozenset(_WORD.findall(unbroken.replace("‐", "-").replace("‑", "-")))


def joins_hyphen(before: str, after: str, *, vocabulary: frozenset[str] = frozenset()) -> bool:
    """Say whether the hyphen between a line end and the next line goes when they are joined.

    Args:
        before: The line before its hyphen; only the last word counts.
        after: The next line; only the first word counts.
        vocabulary: Words of the document in lower case, from `vocabulary_of`.
    """
    first = _LAST_PART.search(before[-LONGEST_WORD:])
    second = _FIRST_PART.match(after[:LONGEST_WORD])
    if first is None or second is None:
        return False
    left, right = first.group(), second.group()
    if not left[-1].islower() or not right[0].islower():
        return False
    left, right = left.lower(), right.lower()
    if f"{left}-{right}" in vocabulary:
        return False
    if left + right in vocabulary:
        return True
    tail = after[second.end() : second.end() + 1]
    chained = before[: first.start() + len(before) - len(before[-LONGEST_WORD:])][-1:]
    return not _is_compound(left, right, vocabulary=vocabulary, chained="-" in (chained, tail))


def _is_compound(left: str, right: str, *, vocabulary: frozenset[str], chained: bool) -> bool:
    """Say whether two words that the document never joins are a compound.

    `chained`: another hyphen stands before or after, as in "day-/to-day".
    """
    lists = _lists()
    if chained and (left in lists["chain_words"] or right in lists["chain_words"]):
        return True
    if left in lists["solid_first_parts"]:
        return False
    if left in lists["first_parts"] or right in lists["second_parts"]:
        return True
    known = (left in vocabulary) + (right in vocabulary)
    return known == len((left, right)) or (chained and known > 0)


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = resources.files("averment.readers").joinpath("linebreak.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def flow_of_lines(
    text: str, lines: Sequence[Span], *, vocabulary: frozenset[str] = frozenset()
) -> Flow:
    """Join lines into one flow without their line ends.

    Args:
        text: The document's text.
        lines: Each line without its line end, in reading order; places grow.
        vocabulary: Words of the document, from `vocabulary_of`.
    """
    pieces: list[tuple[int, str]] = []
    spans = [span for span in (_stripped(text, line) for line in lines) if len(span)]
    in_address = False
    for index, span in enumerate(spans):
        line = span.of(text)
        if index + 1 == len(spans):
            pieces.append((span.start, line))
            break
        following = spans[index + 1]
        in_address = _ends_in_address(line, following.of(text), continued=in_address)
        gap = text[span.end : following.start]
        kept, separator = _joint(
            line, following.of(text), in_address=in_address, vocabulary=vocabulary
        )
        pieces.append((span.start, line[:kept]))
        if separator and gap:
            # An address keeps the line end as a sign that something may be lost there.
            at = max(0, gap.find("\n"))
            pieces.append((span.end + at, gap[at] if in_address else " "))
    return Flow.join(pieces)


def _stripped(text: str, line: Span) -> Span:
    words = line.of(text)
    start = line.start + len(words) - len(words.lstrip())
    return Span(start, max(start, line.start + len(words.rstrip())))


def _joint(
    line: str, following: str, *, in_address: bool, vocabulary: frozenset[str]
) -> tuple[int, bool]:
    """Return how many characters of the line stay, and whether a space comes after them."""
    last, before = line[-1], line[-2:-1]
    if in_address:
        return len(line), True
    if last == SOFT_HYPHEN:
        return len(line) - 1, False
    if before.isalnum() and last in HYPHENS:
        if not following[0].isalnum() or _suspends(following):
            return len(line), following[0].isalnum() or following[0] in OPENING
        joins = last != "\u2011" and joins_hyphen(line[:-1], following, vocabulary=vocabulary)
        return len(line) - joins, False
    glued = bool(before.strip()) and (last in DASHES or (last == "/" and before.isalnum()))
    return len(line), not (glued or following[0] in DASHES)


def _suspends(following: str) -> bool:
    """Say whether a hyphen before `following` waits for a second half: "pre- and post-war"."""
    second = _FIRST_PART.match(following[:LONGEST_WORD])
    if second is None or second.group() not in _lists()["suspending"]:
        return False
    return following[second.end() : second.end() + 1].isspace()


def _ends_in_address(line: str, following: str, *, continued: bool) -> bool:
    """Say whether the line end between two lines may stand inside a web address."""
    token = line.rsplit(None, 1)[-1]
    alone = len(token) == len(line)
    if _ADDRESS.search(token[-2 * 600 :]) is None and not (
        continued and alone and _ADDRESS_SIGN.search(token)
    ):
        return False
    if token[-1] in CLOSING_MARKS:
        return False
    if token[-1] == ".":
        # The full stop of a sentence, unless what follows can go on with an address.
        return following[0].islower() or following[0].isdigit()
    return True
