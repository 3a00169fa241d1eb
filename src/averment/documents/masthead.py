"""The sender's name at the head of a letter that nobody signs."""

import re
from collections.abc import Sequence

from averment.documents.document import Document
from averment.documents.frame_day import days_in
from averment.documents.frame_line import FrameLine
from averment.documents.frame_words import frame_words
from averment.documents.grounded import Grounded
from averment.documents.head_piece import is_titled

FROM = re.compile(r"\W{0,3}from\s?:?\s(?:the\s)?(?=[A-Z])|\W{0,3}from\s?:\s*", re.IGNORECASE)
ON_BEHALF = re.compile(
    r"\b(?:on\sbehalf\sof)\s(?P<name>(?:the\s)?[A-Z][^,.;:]{2,120}?)(?:\s\([A-Z]+\))?[,;]",
    re.IGNORECASE,
)
LONGEST = 100


def find_masthead(document: Document, head: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Return the sender named by ``From:``, by the printed head, or by "on behalf of"."""
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
        if (
            days_in(text)
            or not is_titled(text)
            or text.lower().startswith(("to ", "to:", "dear", "open letter", "united nations"))
        ):
            break
        if words.organisation.search(text) and not text.rstrip().endswith((".", ",", ":")):
            return (Grounded(value=text, span=line.span(document), rule="signatory:masthead"),)
    return ()


def find_on_behalf(document: Document, lines: Sequence[FrameLine]) -> tuple[Grounded[str], ...]:
    """Return whom the first paragraphs speak for."""
    for line in lines:
        found = ON_BEHALF.search(line.text[:600])
        if found is not None:
            span = line.span(document, *found.span("name"))
            return (Grounded(value=found["name"], span=span, rule="signatory:on-behalf"),)
    return ()
