"""The words of a title in an address: what they prove about what was lost."""

import itertools
import re

from averment.apparatus.address_work import Work
from averment.documents.address import Damage

SLUG_WORDS = 3
"""Words of the title that an address must hold before it proves anything."""
WORD_LENGTH = 2
WORD = re.compile(r"[^\W_]+(?:['’,.][^\W_]+)*")
INNER = re.compile(r"['’,.]")
LOST_TAIL = re.compile(r"[ \t]*\n\s*(?P<word>[a-z0-9][^\W_]*)")


def part_words(work: Work, title: str | None) -> None:
    """Put a hyphen back between two words of the title that run together in the address.

    Two words that the title itself writes without white space ("War-torn") prove nothing: the
    publisher may have joined them.
    """
    if not title:
        return
    words = _title_words(title)
    known = {word for word, _ in words}
    pairs = {
        first + second: first
        for (first, _), (second, spaced) in itertools.pairwise(words)
        if spaced
        and min(len(first), len(second)) >= WORD_LENGTH
        and (first + second) not in known
        and first.isalpha()
        and second.isalpha()
    }
    head, query_mark, query = work.text.partition("?")
    segments = head.split("/")
    for index, segment in enumerate(segments):
        tokens = segment.split("-")
        matched = sum(token.casefold() in known for token in tokens)
        if matched < SLUG_WORDS or matched * 2 < len(tokens):
            continue
        for place, token in enumerate(tokens):
            first = pairs.get(token.casefold())
            if first is not None:
                tokens[place] = f"{token[: len(first)]}-{token[len(first) :]}"
                work.step(
                    Damage.WRAP_HYPHEN_LOST,
                    "the title's other words are parted by hyphens; these two run together",
                )
        segments[index] = "-".join(tokens)
    work.text = "/".join(segments) + query_mark + query


def doubt_lost_words(work: Work, title: str | None, following: str) -> None:
    """Doubt an address that a line end cut where the words of its title go on.

    Args:
        work: The address.
        title: The title of the source that it leads to.
        following: What stands behind the address.
    """
    tail = LOST_TAIL.match(following)
    if tail is None or not title:
        return
    words = [word for word, _ in _title_words(title)]
    slug = work.text.rsplit("/", 1)[-1]
    held = [token.casefold() for token in re.split(r"[-_]", slug)]
    if held != words[: len(held)] or words[len(held) : len(held) + 1] != [
        tail["word"].casefold()
    ]:
        return
    work.doubt(Damage.CUT, "a line end cuts the address where the words of its title go on")
    parted = "_" if "_" in slug else "-"
    work.candidates += [
        f"{work.text}{mark}{tail['word']}" for mark in dict.fromkeys((parted, "_", ""))
    ]


def _title_words(title: str) -> list[tuple[str, bool]]:
    """Return each word of a title, and whether white space stands before it."""
    words = []
    for match in WORD.finditer(title):
        spaced = match.start() == 0 or title[: match.start()].rstrip("\"'“‘«(")[-1:].isspace()
        words.append((INNER.sub("", match.group()).casefold(), spaced))
    return words
