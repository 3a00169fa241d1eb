"""A citation whose title stands in no quotation marks.

Commas part it into segments: persons or a body first, then the title, then who published it;
dates, numbers and pages may stand between.
"""

import re

from averment.apparatus.citation_case import PARTIES, read_case
from averment.apparatus.citation_head import Head
from averment.apparatus.citation_name import publisher_in_brackets, trimmed_name
from averment.apparatus.citation_part import IDENTIFIER, PINPOINT, Part
from averment.apparatus.citation_roles import Roles, roles_of
from averment.apparatus.citation_split import MASK
from averment.apparatus.citation_words import (
    COLLECTION,
    SYMBOL_FIRST,
    is_body,
    is_kind,
    is_law,
    is_medium,
    is_named,
    is_prose,
)
from averment.apparatus.note_likeness import CITING, YEAR_IN_BRACKETS, citing
from averment.documents.citation import Citation
from averment.documents.grounded import Grounded
from averment.documents.span import Span

LONGEST_PROSE_TITLE = 120
COURT_NUMBER = re.compile(
    r"(?P<number>(?:ICC|IT|ICTR|MICT|STL|SCSL|PCA|C|T)-\d[\w/-]{2,40}|(?:Case"
    r"|Application) [Nn]o\. [\w/.-]{2,40}),\s+"
)
"""The number of a case before the court and the decision."""
DASH_BODY = re.compile(r"\s[–—-]\s(?P<body>[A-Z][\w .&'’]{3,60})$")


def read_unquoted(
    part: Part, span: Span, *, note: str | None, addressed: bool, signalled: bool
) -> Citation | None:
    """Read a citation without quotation marks; None where the words refer to nothing.

    Args:
        part: The citation's words, signal left out.
        span: Where the whole citation stands.
        note: Number of the note.
        addressed: An address stands in it.
        signalled: It begins with "see" or the like.
    """
    number = COURT_NUMBER.match(part.text, part.start, part.end)
    if number is not None:
        part = part.from_(number.end())
    text = part.words.strip()
    if not (addressed or signalled or _refers(text)) and not (note and _is_structured(part)):
        return None
    identifier = part.identifier()
    if number is not None:
        identifier = part.grounded(*number.span("number"), "identifier")
    bare = Citation(span=span, note=note, identifier=identifier, medium=part.medium())
    if _is_bare(text) or (is_law(text) and not addressed):
        return bare
    case = read_case(part, span, note=note)
    if case is not None:
        return case
    if is_prose(text) and (len(text) > LONGEST_PROSE_TITLE or not addressed):
        return bare if addressed else None
    return _titled(part, span, note=note) or bare


def _refers(text: str) -> bool:
    """Say whether words have a number, page or form that only references have."""
    numbered = any(p.search(text) for p in (PINPOINT, YEAR_IN_BRACKETS, IDENTIFIER, PARTIES))
    return numbered or is_kind(text) or citing(text) >= CITING


def _is_structured(part: Part) -> bool:
    """Say whether a name, a title and a date follow each other, as nothing else does."""
    head = Head.of(part)
    first, second = head.words(0), head.words(1)
    named = is_body(first) or (is_named(first) and " " in first)
    return named and second[:1].isupper() and part.date(part.start) is not None


def _is_bare(text: str) -> bool:
    """Say whether nothing but a symbol, a collection or an address is there."""
    return bool(
        SYMBOL_FIRST.match(text)
        or COLLECTION.match(text)
        or IDENTIFIER.match(text)
        or not re.sub(MASK, "", text).strip(" .,<>()[]:")
    )


def _titled(part: Part, span: Span, *, note: str | None) -> Citation | None:
    head = Head.of(part)
    if not head.segments:
        return None
    roles = roles_of(head)
    title = roles.title
    if title is not None and (SYMBOL_FIRST.match(title.value) or COLLECTION.match(title.value)):
        title = None
    behind = part.flow.offset_of(title.span.end - 1) + 1 if title else head.segments[0][1]
    publisher = roles.publisher or _later(head, roles)
    if title is not None and publisher is None:
        title, publisher = _without_body(part, title)
    return Citation(
        span=span,
        note=note,
        title=title,
        author=roles.author,
        publisher=publisher,
        date=part.date(behind)
        or _date_in(part, title)
        or part.year(behind)
        or _year_in(part, title),
        pinpoint=part.pinpoint(head.segments[0][1]),
        medium=part.medium(),
        identifier=part.identifier(),
    )


def _later(head: Head, roles: Roles) -> Grounded[str] | None:
    """Return the publisher behind the title: in brackets, or a later segment that is a name."""
    part = head.part
    for index in range(roles.after, len(head.segments)):
        words = head.words(index)
        if is_named(words) or is_medium(words) or words[0].isdigit():
            found = trimmed_name(part, *head.segments[index], "publisher:last-segment")
            if found is not None and not is_kind(found.value):
                return found
    if part.text[head.end : head.end + 2].strip()[:1] != "(":
        return None
    opened = part.text.find("(", head.end)
    close = part.text.find(")", opened, part.end)
    return publisher_in_brackets(part, opened + 1, close if close >= 0 else part.end)


def _without_body(
    part: Part, title: Grounded[str]
) -> tuple[Grounded[str], Grounded[str] | None]:
    """Take a body off the end of a title: "Report 2009 – Amnesty International"."""
    match = DASH_BODY.search(title.value)
    if match is None or not is_body(match["body"]):
        return title, None
    start = part.flow.offset_of(title.span.start)
    shorter = part.grounded(start, start + match.start(), title.rule)
    publisher = part.grounded(
        start + match.start("body"), start + match.end(), "publisher:after-dash"
    )
    return shorter or title, publisher


def _date_in(part: Part, title: Grounded[str] | None) -> Grounded[str] | None:
    if title is None:
        return part.date(part.start)
    start = part.flow.offset_of(title.span.start)
    return part.date(start, part.flow.offset_of(title.span.end - 1) + 1)


def _year_in(part: Part, title: Grounded[str] | None) -> Grounded[str] | None:
    """Return the year at the end of a title: "Yearbook of the United Nations 1982"."""
    if title is None or not title.value[-1].isdigit():
        return None
    return part.year(
        part.flow.offset_of(title.span.start), part.flow.offset_of(title.span.end - 1) + 1
    )
