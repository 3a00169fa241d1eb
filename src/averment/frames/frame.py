"""The frame of a document: who writes to whom, when, about what, and who signs.

Everything here is read from lines, not from sentences; see `FrameLine`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from averment.documents.document import Document, PassageKind
from averment.documents.grounded import Grounded
from averment.documents.letterhead import Letterhead
from averment.frames.addressee import find_addressees
from averment.frames.foot_address import find_foot_address
from averment.frames.frame_line import FrameLine, frame_lines
from averment.frames.issuer import find_issuer, is_spoken
from averment.frames.letter_date import find_letter_date
from averment.frames.masthead import find_masthead, find_presenting
from averment.frames.mission import office_of_mission, state_of_paper
from averment.frames.salutation import Salutation, find_salutation
from averment.frames.signature import find_signed
from averment.frames.submitters import find_submitters
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
    begin = _end_of_head(title, salutation)
    addressees = title.addressees if title is not None else ()
    if not addressees:
        addressees = find_addressees(document, lines=lines, salutation=salutation)
    weak = (
        (":salutation",) if find_presenting(document, lines) else (":salutation", ":sentence")
    )
    above = addressees and not addressees[0].rule.endswith(weak)
    foot = None if above else find_foot_address(document, lines, begin=begin)
    if foot is not None:
        addressees = foot.addressees
    signatories, passages = _signers(
        document,
        lines[: foot.line] if foot is not None else lines,
        begin=begin,
        title=title,
        letter=bool(title or salutation or addressees),
    )
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
    return Frame(letterhead=letterhead, signature_passages=passages)


def _signers(
    document: Document,
    lines: Sequence[FrameLine],
    *,
    begin: int,
    title: UnTitle | None,
    letter: bool,
) -> tuple[tuple[Grounded[str], ...], frozenset[int]]:
    """Return who signs or issues the document, and the passages of the signature block.

    What names its sender most surely comes first: a note verbale, a title page, the
    signature, the printed head, the form of the document.
    """
    spoken = is_spoken(lines)
    submitters = find_submitters(document, lines, begin=begin) if title is None else ()
    headed = any(
        LETTER_WORDS.search(line.text) for line in lines[:4] if len(line.text) < LONGEST_SUBJECT
    )
    signed = find_signed(
        document,
        lines,
        begin=begin,
        letter=(letter or headed) and not spoken and not submitters,
    )
    found = find_presenting(document, lines) or submitters
    if not found:
        office = title.sender.value if title is not None and title.sender is not None else None
        office = office or office_of_mission(lines, [s.value for s in signed.signatories])
        office = office or state_of_paper(lines, [s.value for s in signed.signatories])
        found = _with_body(document, lines[:begin], signed.signatories)
        found = _of_office(found, office) or _sender_of(title)
    if not found and (letter or headed) and not spoken:
        found = find_masthead(document, lines[: begin or 12])
    if not found:
        found = find_issuer(document, lines, frame_lines(document, furniture=True))
    return found, signed.passages


def _end_of_head(title: UnTitle | None, salutation: Salutation | None) -> int:
    after_title = title.last + title.whole if title is not None else 0
    # A line that holds the greeting may hold the whole letter: it is looked at for the end too.
    after_greeting = salutation.line + salutation.whole if salutation is not None else 0
    return max(after_title, after_greeting)


def _sender_of(title: UnTitle | None) -> tuple[Grounded[str], ...]:
    return (title.sender,) if title is not None and title.sender is not None else ()


def _with_body(
    document: Document, head: Sequence[FrameLine], signatories: tuple[Grounded[str], ...]
) -> tuple[Grounded[str], ...]:
    """Put the printed head's full name where somebody signs "For the Network"."""
    if not signatories:
        return ()
    masthead = find_masthead(document, head)
    if not masthead:
        return signatories
    last_word = masthead[0].value.casefold().split()[-1]
    named: list[Grounded[str]] = []
    for one in signatories:
        body, _, rest = one.value.partition(", ")
        if body.casefold() != last_word:
            named.append(one)
            continue
        named.append(masthead[0])
        if rest:
            named.append(replace(one, value=rest))
    return tuple(named)


def _of_office(
    signatories: tuple[Grounded[str], ...], office: str | None
) -> tuple[Grounded[str], ...]:
    """Complete one signature by the office that a title or a printed head gives its writer."""
    if office is None or len(signatories) != 1:
        return signatories
    only = signatories[0]
    office = re.sub(r"^the\s", "", office, flags=re.IGNORECASE)
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
