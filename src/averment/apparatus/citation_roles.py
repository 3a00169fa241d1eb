"""Which of a citation's segments is whose: author, body, title.

The form of the first segments tells: persons, a body, a kind of work, a newspaper.
"""

import re
from dataclasses import dataclass

from averment.apparatus.citation_head import Head
from averment.apparatus.citation_part import Part
from averment.apparatus.citation_words import (
    INTERVIEW,
    is_body,
    is_kind,
    is_medium,
    is_named,
    is_person,
)
from averment.documents.grounded import Grounded
from averment.prose.dates import find_dates

SHORT_NAME = 5
"""Words of a newspaper's name."""
PERSON_TOKENS = 2
MOST_PERSON_TOKENS = 3
"""Words of one person's name; four without an initial are an organisation's."""
LEAD = re.compile(
    r"\s*(?:as )?(?:reported|quoted|cited|published) (?:by|in) (?:the )?|\s*the\s(?=[a-z])"
)
"""What stands before a title and is no part of it."""
DATED = re.compile(
    r"\b(?:of|on|dated|from|between|to|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
LEADING_NAME = re.compile(r"(?P<name>[A-Z][\w'’.& -]{2,60}?)(?::|(?<=[a-z)])\.)\s+(?=[A-Z“])")
SEVERAL = re.compile(r"\s(?:and|&|et al)\b|\b[A-Z]\.\s")
PAGE_BEFORE_BRACKET = re.compile(r"(?<![Nn]o\.)\s\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Roles:
    """Which words are author, publisher and title."""

    author: Grounded[str] | None
    publisher: Grounded[str] | None
    title: Grounded[str] | None
    after: int
    """Index of the first segment behind the title."""


def roles_of(head: Head) -> Roles:
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
        return Roles(author, head.grounded(1, "publisher:after-author"), None, 2)
    if is_body(first) and not second[0].islower():
        return _of_body(head)
    few = len(first.split()) <= MOST_PERSON_TOKENS or SEVERAL.search(first) is not None
    if is_person(first) and few:
        return _of_persons(head)
    if is_named(first):
        publisher = head.grounded(0, "publisher:first-segment")
        return _with_title(head, None, publisher, 1)
    return _split_name(head)


def _interview(head: Head, found: re.Match[str]) -> Roles:
    """Read "Human Rights Watch interview with A. B., Port Callis": who asked put it out."""
    start = head.part.text.find(found.group(), head.segments[0][0])
    name = found["body"]
    publisher = (
        head.part.grounded(start, start + len(name), "publisher:interviewer") if name else None
    )
    title = head.grounded(0, "title:first-segment")
    return Roles(None, publisher, title, len(head.segments))


def _alone(head: Head) -> Roles:
    """Read the only segment: a newspaper without title, "Body: Title", or a title."""
    first = head.words(0)
    short = len(first.split()) <= SHORT_NAME
    if (
        short
        and is_medium(first)
        and not is_kind(first)
        and not head.part.text[: head.end].endswith(":")
    ):
        return Roles(None, head.grounded(0, "publisher:first-segment"), None, 1)
    return _split_name(head)


def _split_name(head: Head) -> Roles:
    """Read "Body: Title" and "Body. Title", else take the first segment for the title."""
    start, end = head.segments[0]
    begin = start + len(head.part.text[start:end]) - len(head.part.text[start:end].lstrip())
    match = LEADING_NAME.match(head.part.text, begin, end)
    if match is not None:
        name = match["name"]
        title = head.part.grounded(match.end(), end, "title:after-name")
        grounded = head.part.grounded(*match.span("name"), "author:before-colon")
        if title is not None and is_body(name):
            return Roles(None, grounded, title, 1)
        if title is not None and is_person(name):
            return Roles(grounded, None, title, 1)
    return _with_title(head, None, None, 0)


def _of_body(head: Head) -> Roles:
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


def _of_persons(head: Head) -> Roles:
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
) -> Roles:
    """Take the title from segment `at`, and what its own commas part from it."""
    rule = "title:first-segment" if at == 0 else "title:second-segment"
    start, end = head.segments[at]
    lead = LEAD.match(head.part.text, start, end)
    start = lead.end() if lead is not None else start
    after = at + 1
    while (
        after < len(head.segments) and head.words(after)[:1].islower() and head.touches(after)
    ):
        end = head.segments[after][1]
        after += 1
    page = PAGE_BEFORE_BRACKET.search(head.part.text, start, end)
    if page is not None and head.part.text[end : end + 2].lstrip()[:1] == "(":
        end = page.start()
    title = head.part.grounded(start, end, rule)
    if title is not None and DATED.search(title.value):
        title = _with_date(head.part, title)
    return Roles(author, publisher, title, after)


def _with_date(part: Part, title: Grounded[str]) -> Grounded[str]:
    """Let a title that ends in "of" run on over its date."""
    start = part.flow.offset_of(title.span.start)
    end = part.flow.offset_of(title.span.end)
    dates = find_dates(part.flow.text[end : part.end])
    if not dates or part.flow.text[end : end + dates[0].start].strip(" ,\n"):
        return title
    return part.grounded(start, end + dates[0].end, title.rule) or title
