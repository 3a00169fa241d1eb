"""The sender's name at the head of a letter that nobody signs."""

import re
from collections.abc import Sequence

from averment.documents.document import Document
from averment.documents.grounded import Grounded
from averment.frames.frame_day import days_in
from averment.frames.frame_line import FrameLine
from averment.frames.frame_words import frame_words
from averment.frames.head_piece import is_titled

FROM = re.compile(r"\W{0,3}from\s?:?\s(?:the\s)?(?=[A-Z])|\W{0,3}from\s?:\s*", re.IGNORECASE)
PRESENTS = re.compile(
    r"(?P<name>The\s[A-Z][^.;:]{3,160}?)\spresents?\s(?:its|their|his|her)\s(?:best\s)?compliments\b",
    re.IGNORECASE,
)
NO_MASTHEAD = (
    *("to ", "to:", "dear", "open letter", "united nations", "statement", "speech", "remarks"),
    "joint ",
)
OPENING_LINES = 30
LONGEST = 100


def find_masthead(document: Document, head: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Return the sender named by ``From:``, or by the printed head."""
    words = frame_words()
    for line in head:
        found = FROM.match(line.text)
        if found is not None and found.end() < len(line.text) <= 3 * LONGEST:
            span = line.span(document, found.end())
            return (Grounded(value=line.text[found.end() :], span=span, rule="signatory:from"),)
    for line in head[:5]:
        text = line.text
        if words.honorific.match(text) or words.head_label.match(text) or len(text) > LONGEST:
            break
        if days_in(text) or not is_titled(text) or text.lower().startswith(NO_MASTHEAD):
            break
        if words.organisation.search(text) and not text.rstrip().endswith((".", ",", ":")):
            return (Grounded(value=text, span=line.span(document), rule="signatory:masthead"),)
    return ()


def find_presenting(
    document: Document, lines: Sequence[FrameLine]
) -> tuple[Grounded[str], ...]:
    """Return who "presents its compliments": the sender of an unsigned note verbale."""
    for line in lines[:OPENING_LINES]:
        flow = document.passages[line.passage].flow
        found = PRESENTS.match(flow.text[line.start : line.start + 3 * LONGEST])
        if found is not None:
            span = flow.span(line.start, line.start + found.end("name"))
            return (Grounded(value=found["name"], span=span, rule="signatory:note-verbale"),)
    return ()
