"""References in the text itself: lists of sources, words in brackets, titles with a number.

Most passages cite nothing, or cite in passing. A passage is a reference as a whole where it
reads like one and not like a sentence; within a sentence only what stands in brackets can be.
"""

import re
from collections.abc import Sequence

from averment.apparatus.address_find import Printed
from averment.apparatus.citation_words import is_prose
from averment.apparatus.note_likeness import CITING, QUOTED, citing
from averment.documents.citation import Citation
from averment.documents.flow import Flow
from averment.documents.grounded import Grounded

LONGEST_REFERENCE = 500
"""A passage that is longer cites in passing; it is no reference itself."""
WITH_ADDRESS = 1.5
"""Likeness of a passage to a reference that it needs where its address ends it."""
BRACKETS = re.compile(r"\((?P<words>[^()\n]{15,300})\)")
NUMBER = re.compile(
    r"[,.]?\s\((?P<id>(?:(?:AI )?[Ii]ndex:?\s)?[A-Z]{3}\s?\d{2}/\d{1,4}/\d{2,4})\)"
)
LONGEST_TITLE = 220
TITLE_START = re.compile(r"[()\n]|[.!?]\s+(?=[A-Z])")
"""What a title with a number behind it follows."""
LEAD = re.compile(r"[(“\"«]")

Range = tuple[int, int]


def reference_ranges(flow: Flow, printed: Sequence[Printed], *, listed: bool) -> list[Range]:
    """Return the ranges of a passage of the text that are references.

    Args:
        flow: The passage.
        printed: The addresses in it.
        listed: It stands under a heading like "Sources".
    """
    text = flow.text
    if len(text) <= LONGEST_REFERENCE:
        likeness = citing(text)
        ends = bool(printed) and not any(c.isalpha() for c in text[printed[-1].end :])
        enough = CITING if listed else WITH_ADDRESS if ends else 2 * CITING
        if likeness >= enough and not is_prose(text) and not is_prose(LEAD.split(text)[0]):
            return [(0, len(text))]
    return [
        match.span("words")
        for match in BRACKETS.finditer(text)
        if _is_reference(match["words"])
    ]


def _is_reference(words: str) -> bool:
    """Say whether words in brackets name a work: in quotation marks, or behind its author."""
    named = words[:1].isupper() or words[:1] in "“\"‘'«"
    quoted = QUOTED.match(words) is not None or ", “" in words
    return named and quoted and citing(words) >= CITING and not is_prose(words)


def numbered_titles(flow: Flow) -> list[Citation]:
    """Return the works named by title and number: "Title (EUR 04/005/2008)"."""
    found = []
    reached = 0
    for match in NUMBER.finditer(flow.text):
        start = max(reached, match.start() - LONGEST_TITLE)
        reached = match.end()
        for stop in TITLE_START.finditer(flow.text, start, match.start()):
            start = stop.end()
        while start < match.start() and not flow.text[start].isalpha():
            start += 1
        words = flow.text[start : match.start()]
        if words[:1].isupper() and " " in words and not is_prose(words):
            found.append(_numbered(flow, start, match))
    return found


def _numbered(flow: Flow, start: int, match: re.Match[str]) -> Citation:
    title = flow.span(start, match.start())
    words = flow.text[start : match.start()]
    number = flow.span(*match.span("id"))
    return Citation(
        span=flow.span(start, match.end()),
        note=None,
        title=Grounded(value=words, span=title, rule="title:numbered"),
        identifier=Grounded(value=match["id"], span=number, rule="identifier"),
        medium="report",
    )
