"""The frame of a document: who writes to whom, when, about what, and who signs.

Everything here is read from lines, not from sentences; see `FrameLine`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from averment.frames.addressee import find_addressees
from averment.documents.document import Document, PassageKind
from averment.frames.frame_line import FrameLine, frame_lines
from averment.documents.grounded import Grounded
from averment.frames.issuer import find_issuer
from averment.frames.letter_date import find_letter_date
from averment.documents.letterhead import Letterhead
from averment.frames.masthead import find_masthead, find_presenting
from averment.frames.salutation import Salutation, find_salutation
from averment.frames.signature import find_signed
from averment.frames.un_title import UnTitle, find_un_title

SUBJECT = re.compile(
    r"\W{0,3}(?:re|ref|subject|subj|object|concerning|concerns)\s?[:–—]\s*|\W{0,3}(?:RE|SUBJECT)\s?[.-]\s+",
    re.IGNORECASE,
)
SUBJECT_LINES = 80
LONGEST_SUBJECT = 300
LETTER_WORDS = re.compile(
    r"\b(?:letter|appeal|petition|note verbale|memorandum|communication)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the frame says, and which passages are the signature block."""

    letterhead: Letterhead
    signature_passages: frozenset[int]


def find_letterhead(document: Document) -> Letterhead:
    """Return date, addressees, signatories, subject and greeting, as far as they are there."""
    return read_frame(document).letterhead


def signature_passages(document: Document) -> frozenset[int]:
    """Return the indexes of the passages that hold only the closing and the signatures."""
    return read_frame(document).signature_passages


def read_frame(document: Document) -> Frame:
    """Read head and foot of a document."""
    lines = frame_lines(document)
    if not lines:
        return Frame(letterhead=Letterhead(), signature_passages=frozenset())
    title = find_un_title(document, lines)
    salutation = find_salutation(lines)
    addressees = title.addressees if title is not None else ()
    if not addressees:
        addressees = find_addressees(document, lines=lines, salutation=salutation)
    letter = bool(title or salutation or addressees) or any(
        LETTER_WORDS.search(line.text) for line in lines[:4] if len(line.text) < LONGEST_SUBJECT
    )
    begin = _end_of_head(title, salutation)
    signed = find_signed(document, lines, begin=begin, letter=letter)
    signatories = find_presenting(document, lines) or _named_by_title(signed.signatories, title)
    if not signatories and letter:
        signatories = find_masthead(document, lines[: begin or 12])
    if not signatories:
        furniture = frame_lines(document, furniture=True)
        signatories = find_issuer(document, lines, furniture)
    letterhead = Letterhead(
        date=find_letter_date(
            document,
            lines=lines,
            salutation=salutation.line if salutation is not None else None,
            title=title,
        ),
        addressees=addressees,
        signatories=signatories,
        subject=_subject(document, lines, salutation),
        salutation=salutation.ground(document, lines) if salutation is not None else None,
    )
    return Frame(letterhead=letterhead, signature_passages=signed.passages)


def _end_of_head(title: UnTitle | None, salutation: Salutation | None) -> int:
    after_title = title.last + 1 if title is not None else 0
    # A line that holds the greeting may hold the whole letter: it is looked at for the end too.
    after_greeting = salutation.line + salutation.whole if salutation is not None else 0
    return max(after_title, after_greeting)


def _named_by_title(
    signatories: tuple[Grounded[str], ...], title: UnTitle | None
) -> tuple[Grounded[str], ...]:
    """Complete one signature by the office that the title gives its writer."""
    if title is None or title.sender is None:
        return signatories
    sender = title.sender.value
    if not signatories:
        return (title.sender,)
    if len(signatories) > 1:
        return signatories
    only = signatories[0]
    office = re.sub(r"^the\s", "", sender, flags=re.IGNORECASE)
    if office.casefold() in only.value.casefold():
        return signatories
    return (replace(only, value=_with_office(only.value, office)),)


def _with_office(name: str, office: str) -> str:
    """Return "Jan Novak, Permanent Representative of ..." without the post said twice."""
    words = office.split()
    for count in range(len(words), 0, -1):
        said = " ".join(words[:count])
        if name.casefold().endswith(said.casefold()):
            name = name[: -len(said)].rstrip(" ,")
            break
    return f"{name}, {office}" if name else office


def _subject(
    document: Document, lines: Sequence[FrameLine], salutation: Salutation | None
) -> Grounded[str] | None:
    for line in lines[:SUBJECT_LINES]:
        found = SUBJECT.match(line.text)
        if found is not None and found.end() < len(line.text):
            flow = document.passages[line.passage].flow
            stop = min(len(flow.text), line.start + LONGEST_SUBJECT)
            words = flow.text[
                line.start + found.end() : stop if line.first else line.end
            ].rstrip(" *_")
            if words:
                start = line.start + found.end()
                span = flow.span(start, start + len(words))
                return Grounded(value=words, span=span, rule="subject:label")
    if salutation is None:
        return None
    for line in lines[salutation.line + 1 : salutation.line + 3]:
        if line.kind is PassageKind.HEADING:
            return Grounded(value=line.text, span=line.span(document), rule="subject:heading")
    return None
