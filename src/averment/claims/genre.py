"""What sort of document it is: that decides whose words its sentences are."""

import re
from enum import StrEnum

from averment.documents.document import Document, PassageKind
from averment.documents.letterhead import Letterhead

PREAMBLE = re.compile(
    r"(?:\*|_)*(?:Recalling|Reaffirming|Noting|Welcoming|Recognizing|Recognising|"
    r"Bearing in mind|Guided by|Deeply|Gravely|Expressing|Having|Stressing|Emphasizing|"
    r"Acknowledging|Convinced|Concerned|Mindful|Taking note|Alarmed|Determined)\b"
)
OPERATIVE = re.compile(
    r"(?:\d{1,3}\.\s*)?(?:\*|_)*(?:Decides|Requests|Calls|Urges|Demands|Condemns|"
    r"Reaffirms|Strongly|Invites|Encourages|Takes note|Expresses|Welcomes|Stresses|Recommends|"
    r"Deplores|Also|Further|Notes|Affirms|Emphasizes)\b"
)
SAID = re.compile(r"\b(?:said|says|told|stated|added|according to)\b")
FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b")
FEWEST = 3


class Genre(StrEnum):
    """Whose words the sentences are."""

    LETTER = "letter"
    """The writer's own, to an addressee."""
    STATEMENT = "statement"
    """The writer's own, to everybody: a statement, a report."""
    RELEASE = "news release"
    """Words about the issuer: "X said that"."""
    RESOLUTION = "resolution"
    """A body's: preamble and operative paragraphs."""


def genre_of(document: Document, letterhead: Letterhead) -> Genre:
    """Decide by the form: greeting, preamble, reported speech."""
    texts = [
        passage.flow.text
        for passage in document.passages
        if passage.kind in (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM)
    ]
    preamble = sum(PREAMBLE.match(text) is not None for text in texts)
    operative = sum(OPERATIVE.match(text) is not None for text in texts)
    if (
        preamble >= FEWEST - 1
        and operative >= FEWEST
        and preamble + operative >= len(texts) / 3
    ):
        return Genre.RESOLUTION
    if letterhead.salutation is not None or letterhead.addressees:
        return Genre.LETTER
    body = " ".join(texts)
    if len(SAID.findall(body)) > len(FIRST_PERSON.findall(_unquoted(body))):
        return Genre.RELEASE
    return Genre.STATEMENT


def _unquoted(text: str) -> str:
    return re.sub(r"“[^“”]{0,600}”|\"[^\"]{0,600}\"", " ", text)
