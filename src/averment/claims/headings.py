"""Passages that head or frame the text and state nothing themselves, whatever their kind.

Plain text has no headings: what stands on a line of its own without a full stop may be one.
"""

import re

from averment.claims.request_list import is_addressed_heading, is_asking_heading, is_order
from averment.documents.document import Document, Passage, PassageKind
from averment.documents.flow import Flow

LONGEST = 110
LONGEST_TITLE = 220
TITLE_PASSAGES = 12
FEWEST_WORDS_OF_PROSE = 12
SMALL_WORD = 3
SHARE_SMALL = 0.4
"""A dateline and names have large letters too."""
MOST_LOOKED_AT = 2000
END_OF_SENTENCE = re.compile(r"[.!?:;,…—–][”\"’')\]\d\s\u00b9\u00b2\u00b3\u2070-\u2079]*$")
NUMBERED = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]{0,2}$")


def is_heading(passage: Passage, *, under: Flow | None) -> bool:
    """Say whether a passage is a heading.

    Args:
        passage: The passage.
        under: The heading above it. Below "Recommendations" a numbered line without a full
            stop is a recommendation.
    """
    if passage.kind is PassageKind.HEADING:
        return True
    text = passage.flow.text
    if len(text) > LONGEST or passage.kind not in (
        PassageKind.PARAGRAPH,
        PassageKind.LIST_ITEM,
    ):
        return False
    if is_asking_heading(text) and (passage.label is not None or text[:1].isupper()):
        return True
    asking = under is not None and is_asking_heading(under.text)
    if asking and passage.kind is PassageKind.PARAGRAPH and is_addressed_heading(text):
        return True
    if END_OF_SENTENCE.search(text) or not text[:1].isupper() or passage.label is None:
        return False
    return NUMBERED.match(passage.label) is not None and not (asking and is_order(text))


def title_passages(document: Document) -> frozenset[int]:
    """Return the indexes of the lines above the text: a headline, a title page."""
    title = []
    for index, passage in enumerate(document.passages[:TITLE_PASSAGES]):
        text = passage.flow.text
        if len(text) > LONGEST_TITLE or END_OF_SENTENCE.search(text):
            break
        if passage.kind is PassageKind.PARAGRAPH:
            title.append(index)
    return frozenset(title) if len(title) < len(document.passages) else frozenset()


def holds_prose(passage: Passage) -> bool:
    """Say whether a passage of the frame states something as well, behind a dateline."""
    text = passage.flow.text[:MOST_LOOKED_AT]
    words = [word for word in text.split() if len(word) > SMALL_WORD and word[0].isalpha()]
    if len(text.split()) < FEWEST_WORDS_OF_PROSE or not END_OF_SENTENCE.search(text):
        return False
    return text.rstrip("”\"’' \t")[-1:] not in ",:;" and (
        sum(word[0].islower() for word in words) > SHARE_SMALL * len(words)
    )
