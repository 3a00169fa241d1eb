"""A citation whose title stands in quotation marks.

What stands before the title is the author, or the body that put it out; what stands behind it
the publisher.
"""

import re

from averment.apparatus.citation_name import publisher_after, trimmed_name
from averment.apparatus.citation_part import Part
from averment.apparatus.citation_words import VERB, is_body, is_medium, is_named
from averment.documents.citation import Citation
from averment.documents.grounded import Grounded
from averment.documents.span import Span
from averment.sources.outlet import find_agency

LONGEST_AUTHOR = 160
LONGEST_LEAD = 200
"""Characters before a title; more are a sentence that quotes."""
QUOTED = (
    re.compile(r"“([^“”]{3,300})”"),
    re.compile(r"«\s?([^«»]{3,300}?)\s?»"),
    re.compile(r"„([^„“”]{3,300})[“”]"),
    re.compile(r"\"([^\"]{3,300})\""),
    re.compile(r"''([^'\"]{3,300})''"),
    re.compile(
        r"(?:(?<=[\s,(])|^)[‘']((?:[^‘\n]){3,300}?)[’'](?=\s*[,.;:([\x01]|\s+in\b|\s+[A-Z\d]"
        r"|\s*$)"
    ),
)
UNCLOSED = re.compile(
    r"[“\"](?P<words>[^“”\"(\x01]{10,300}?),\s+(?P<rest>[^,(\x01]{3,80})\s*(?=[(\x01]"
    r"|,\s*available|,?\s*$)"
)
SAYS = re.compile(
    r"(?:\b(?:said|saying|stat(?:ed|es|ing)|declar\w+|wrote|told|not(?:ed|es|ing)|call(?:ed|s"
    r"|ing)|add(?:ed|s|ing)|ask(?:ed|s)"
    r"|term|word|phrase|that|as|quot\w+|describ\w+|refer\w+ to|slogan|motto)|:)\s*,?:?\s*$",
    re.IGNORECASE,
)
KIND_BEFORE = re.compile(
    r"\b(?:video|photograph|film|documentary|article|report|footage)\s*:?\s*$"
)


DATE_IN_BRACKETS = re.compile(r"\s\([^()]{0,30}(?:1[89]|20)\d\d[a-z]?\)")
"""Behind the author in "Marsh, Anna (3 May 2012)."."""


def read_quoted(part: Part, span: Span, *, note: str | None) -> Citation | None:
    """Read a citation with a title in quotation marks; None where there is none.

    Args:
        part: The citation's words, signal left out.
        span: Where the whole citation stands.
        note: Number of the note.
    """
    found = _title(part)
    if found is None:
        return None
    title, start, end, closed = found
    author = _author(part, start)
    publisher = closed or publisher_after(part, end)
    # An agency before a title wrote it; the paper that printed it stands behind.
    agency = author is not None and publisher and find_agency(author.value) is not None
    if author is not None and not _is_author(author.value) and not agency:
        # What put the work out stands before the title; what follows may be a place.
        publisher = (
            publisher if publisher and is_medium(publisher.value) else _body(part, start)
        )
        author = publisher if author.value == (publisher and publisher.value) else author
    return Citation(
        span=span,
        note=note,
        title=title,
        author=author,
        publisher=publisher,
        date=part.date(end) or part.date(part.start, start) or part.year(end),
        pinpoint=part.pinpoint(end),
        medium=part.medium(),
        identifier=part.identifier(),
    )


def _title(part: Part) -> tuple[Grounded[str], int, int, Grounded[str] | None] | None:
    """Return the title, where it stands with its marks, and a publisher that hangs on it."""
    best: re.Match[str] | None = None
    for pattern in QUOTED:
        match = pattern.search(part.text, part.start, part.end)
        if match and (best is None or match.start() < best.start()):
            best = match
    if best is not None:
        title = part.grounded(*best.span(1), "title:quoted")
        if title is not None and _is_title(part, best):
            return title, best.start(), best.end(), None
        return None
    unclosed = UNCLOSED.search(part.text, part.start, part.end)
    if unclosed is None:
        return None
    title = part.grounded(*unclosed.span("words"), "title:quotation-not-closed")
    publisher = trimmed_name(part, *unclosed.span("rest"), "publisher:before-bracket")
    return (title, unclosed.start(), unclosed.end("words"), publisher) if title else None


def _is_title(part: Part, match: re.Match[str]) -> bool:
    """Say whether quoted words are a title and not words quoted in a sentence."""
    title = match[1].strip()
    before = part.text[part.start : match.start()]
    if len(before) >= LONGEST_LEAD:
        return False
    if SAYS.search(before) and not KIND_BEFORE.search(before):
        return False
    if VERB.search(before) and not before.rstrip().endswith((",", ".")):
        return False
    return (
        title[:1].isupper()
        or title[:1].isdigit()
        or title[:1] in "¿¡…'‘“"
        or not before.strip()
    )


def _author(part: Part, until: int) -> Grounded[str] | None:
    """Return what stands before the title: a person, persons, or a body."""
    kind = KIND_BEFORE.search(part.text[part.start : until])
    end = part.start + kind.start() if kind else until
    dated = DATE_IN_BRACKETS.search(part.text, part.start, end)
    end = dated.start() if dated is not None else end
    # A sentence may stand before the citation: its author begins after the full stop.
    lead = part.text[part.start : end]
    stop = max((m.end() for m in re.finditer(r"[a-z]{3}\.\s+(?=[A-Z])", lead)), default=0)
    author = part.grounded(part.start + stop, end, "author:before-title")
    if author is None or len(author.value) > LONGEST_AUTHOR or VERB.search(author.value):
        return None
    return author if author.value[:1].isupper() or is_body(author.value) else None


def _is_author(name: str) -> bool:
    """Say whether a name before a title is an author's, so that the publisher follows."""
    return is_named(name.partition(",")[0]) and not is_body(name)


def _body(part: Part, until: int) -> Grounded[str] | None:
    return trimmed_name(part, part.start, until, "publisher:before-title")
