"""The words of citations, claims and notes, as the checks on citations read them."""

import re
from collections.abc import Sequence

from averment.claims.reading import Reading
from averment.documents.address import Address
from averment.documents.citation import Citation
from averment.documents.span import Span

_SPACE = re.compile(r"\s+")
_LONGEST = 70
_LONGEST_TITLE = 130
"""A title that is cut reads as another title; nearly all are shorter than this."""


def flat(text: str) -> str:
    """Return `text` with each run of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def quoted(words: str, *, longest: int = _LONGEST) -> str:
    """Return the first words of `words` in quotation marks, whole words only.

    What stands between the marks are exact words: nothing is added, not even dots.
    """
    words = flat(words)
    if len(words) > longest:
        cut = words.rfind(" ", 0, longest + 1)
        words = words[: cut if cut > 0 else longest]
    words = words.strip(" ,;:")
    # One full stop ends a sentence; three are the document's own dots.
    if words.endswith(".") and not words.endswith(".."):
        words = words[:-1]
    return f"“{words}”"


def named(citation: Citation) -> str:
    """Return how a message calls the work: its title, else its publisher or author."""
    part = citation.title or citation.publisher or citation.author
    return quoted(part.value, longest=_LONGEST_TITLE) if part is not None else "the work cited"


def words_of(reading: Reading, citation: Citation, *, addresses: Sequence[Address]) -> str:
    """Return the words of a citation, its addresses blotted out."""
    text = reading.document.text
    pieces = []
    at = citation.span.start
    for address in sorted(addresses, key=lambda a: a.span):
        if address.raw and citation.span.start <= address.span.start < citation.span.end:
            pieces.append(text[at : max(at, address.span.start)])
            at = max(at, address.span.end)
    pieces.append(text[at : max(at, citation.span.end)])
    return flat(" ".join(pieces))


def addresses_of(reading: Reading, citation: Citation) -> tuple[Address, ...]:
    """Return the addresses of a citation."""
    return tuple(reading.addresses[i] for i in citation.addresses)


def whole(span: Span, text: str) -> Span:
    """Return `span` without white space at its ends."""
    words = span.of(text)
    lead = len(words) - len(words.lstrip())
    kept = words.strip()
    return Span(span.start + lead, span.start + lead + len(kept)) if kept else span


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 claim", "3 claims"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Return the parts as a list in a sentence: "a, b and c"."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
