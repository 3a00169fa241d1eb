"""A citation whose title stands in no quotation marks.

Commas part it into segments: persons or a body first, then the title, then who published it;
dates, numbers and pages may stand between.
"""

import re
from dataclasses import dataclass

from averment.apparatus.citation_case import PARTIES, read_case
from averment.apparatus.citation_head import Head
from averment.apparatus.citation_name import publisher_in_brackets, trimmed_name
from averment.apparatus.citation_part import IDENTIFIER, PINPOINT, Part
from averment.apparatus.citation_split import MASK
from averment.apparatus.citation_words import (
    COLLECTION,
    INTERVIEW,
    SYMBOL_FIRST,
    is_body,
    is_kind,
    is_medium,
    is_named,
    is_person,
    is_prose,
)
from averment.apparatus.note_likeness import CITING, YEAR_IN_BRACKETS, citing
from averment.documents.citation import Citation
from averment.documents.grounded import Grounded
from averment.documents.span import Span
from averment.prose.dates import find_dates

LONGEST_PROSE_TITLE = 120
COURT_NUMBER = re.compile(
    r"(?P<number>(?:ICC|IT|ICTR|MICT|STL|SCSL|PCA|C|T)-\d[\w/-]{2,40}|(?:Case"
    r"|Application) [Nn]o\. [\w/.-]{2,40}),\s+"
)
"""The number of a case before the court and the decision."""
SHORT_NAME = 5
"""Words of a newspaper's name."""
PERSON_TOKENS = 2
DATED = re.compile(
    r"\b(?:of|on|dated|from|between|to|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
LEADING_NAME = re.compile(r"(?P<name>[A-Z][\w'’.& -]{2,60}?)(?::|(?<=[a-z)])\.)\s+(?=[A-Z“])")
SEVERAL = re.compile(r"\s(?:and|&|et al)\b|\b[A-Z]\.\s")
PAGE_BEFORE_BRACKET = re.compile(r"(?<![Nn]o\.)\s\d{1,3}$")
DASH_BODY = re.compile(r"\s[–—-]\s(?P<body>[A-Z][\w .&'’]{3,60})$")


@dataclass(frozen=True, slots=True)
class _Roles:
    """Which words are author, publisher and title."""

    author: Grounded[str] | None
    publisher: Grounded[str] | None
    title: Grounded[str] | None
    after: int
    """Index of the first segment behind the title."""


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
    if _is_bare(text):
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
    """Say whether a name, a title and a date follow each other, as nothing else in a note does."""
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
    roles = _roles(head)
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


def _roles(head: Head) -> _Roles:
    """Tell author, body and title apart by the form of the first segments."""
    first = head.words(0)
    interview = INTERVIEW.match(first)
    if interview is not None:
        return _interview(head, interview)
    if is_kind(first):
        return _with_title(head, None, None, 0)
    second = head.words(1)
    if not second:
        return _alone(head)
    if is_medium(second) and len(head.segments) == 2 and not is_body(first):  # noqa: PLR2004 - a title or a person, and a newspaper
        tokens = first.split()
        person = is_person(first) and (
            len(tokens) == PERSON_TOKENS or bool(SEVERAL.search(first))
        )
        if not person:
            return _with_title(head, None, None, 0)
        author = head.grounded(0, "author:first-segment")
        return _Roles(author, head.grounded(1, "publisher:after-author"), None, 2)
    if is_body(first) and not second[0].islower():
        return _of_body(head)
    if is_person(first):
        return _of_persons(head)
    if is_named(first):
        publisher = head.grounded(0, "publisher:first-segment")
        return _with_title(head, None, publisher, 1)
    return _split_name(head)


def _interview(head: Head, found: re.Match[str]) -> _Roles:
    """Read "Human Rights Watch interview with A. B., Port Callis": who asked put it out."""
    start = head.part.text.find(found.group(), head.segments[0][0])
    name = found["body"]
    publisher = (
        head.part.grounded(start, start + len(name), "publisher:interviewer") if name else None
    )
    title = head.grounded(0, "title:first-segment")
    return _Roles(None, publisher, title, len(head.segments))


def _alone(head: Head) -> _Roles:
    """Read the only segment: a newspaper without title, "Body: Title", or a title."""
    first = head.words(0)
    short = len(first.split()) <= SHORT_NAME
    if (
        short
        and is_medium(first)
        and not is_kind(first)
        and not head.part.text[: head.end].endswith(":")
    ):
        return _Roles(None, head.grounded(0, "publisher:first-segment"), None, 1)
    return _split_name(head)


def _split_name(head: Head) -> _Roles:
    """Read "Body: Title" and "Body. Title", else take the first segment for the title."""
    start, end = head.segments[0]
    begin = start + len(head.part.text[start:end]) - len(head.part.text[start:end].lstrip())
    match = LEADING_NAME.match(head.part.text, begin, end)
    if match is not None:
        name = match["name"]
        title = head.part.grounded(match.end(), end, "title:after-name")
        grounded = head.part.grounded(*match.span("name"), "author:before-colon")
        if title is not None and is_body(name):
            return _Roles(None, grounded, title, 1)
        if title is not None and is_person(name):
            return _Roles(grounded, None, title, 1)
    return _with_title(head, None, None, 0)


def _of_body(head: Head) -> _Roles:
    """Read "Body, Title", "Body, Part of it, Title"."""
    last = 0
    while (
        is_body(head.words(last + 1))
        and not is_kind(head.words(last + 1))
        and head.words(last + 2)
        and not is_medium(head.words(last + 2))
    ):
        last += 1
    start, end = head.segments[0][0], head.segments[last][1]
    publisher = head.part.grounded(start, end, "publisher:first-segment")
    return _with_title(head, None, publisher, last + 1)


def _of_persons(head: Head) -> _Roles:
    """Read "Person, Title", "Person, Person and Person, Title"."""
    last = 0
    while (
        is_person(head.words(last + 1))
        and SEVERAL.search(head.words(last + 1))
        and head.words(last + 2)
    ):
        last += 1
    start, end = head.segments[0][0], head.segments[last][1]
    author = head.part.grounded(start, end, "author:first-segment")
    return _with_title(head, author, None, last + 1)


def _with_title(
    head: Head, author: Grounded[str] | None, publisher: Grounded[str] | None, at: int
) -> _Roles:
    """Take the title from segment `at`, and what its own commas part from it."""
    rule = "title:first-segment" if at == 0 else "title:second-segment"
    start, end = head.segments[at]
    after = at + 1
    while (
        after < len(head.segments) and head.words(after)[:1].islower() and head.touches(after)
    ):
        end = head.segments[after][1]
        after += 1
    page = PAGE_BEFORE_BRACKET.search(head.part.text, start, end)
    if page is not None and head.part.text[end : end + 2].lstrip()[:1] in ("(", ","):
        end = page.start()
    title = head.part.grounded(start, end, rule)
    if title is not None and DATED.search(title.value):
        title = _with_date(head.part, title)
    return _Roles(author, publisher, title, after)


def _with_date(part: Part, title: Grounded[str]) -> Grounded[str]:
    """Let a title that ends in "of" run on over its date."""
    start = part.flow.offset_of(title.span.start)
    end = part.flow.offset_of(title.span.end)
    dates = find_dates(part.flow.text[end : part.end])
    if not dates or part.flow.text[end : end + dates[0].start].strip(" ,\n"):
        return title
    return part.grounded(start, end + dates[0].end, title.rule) or title


def _later(head: Head, roles: _Roles) -> Grounded[str] | None:
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
