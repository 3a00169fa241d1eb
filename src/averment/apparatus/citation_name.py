"""Who stands behind a work: the publisher's name, without what is printed around it."""

import re

from averment.apparatus.citation_part import Part
from averment.apparatus.citation_split import MASK
from averment.apparatus.citation_words import (
    COLLECTION,
    NUMBERED,
    SYMBOL_FIRST,
    is_medium,
    is_press,
    words,
)
from averment.documents.grounded import Grounded
from averment.prose.dates import find_dates

LONGEST_PUBLISHER = 90
LETTERS = re.compile(r"[^\W\d_]{2}")
TAIL = re.compile(
    r"(?:,?\s*\b(?:available|accessible|accessed|retrieved|last (?:visited|accessed|updated)"
    r"|visited|online|at|via"
    r"|URL|in|on|of|from)\b:?\s*)+$",
    re.IGNORECASE,
)
STOP = re.compile(
    r"[(\[\x01]|(?<=[a-z]{4})\.\s+(?=[A-Z])"
    r"|,?\s+(?:available|accessed|accessible|retrieved|last (?:visited|accessed)"
    r"|vol\.|[Nn]os?\.\s\d|pp?\.\s?\d|paras?\.|at\s+\d"
    r"|issue\s\d|\d{1,2}:\d\d|(?:AI )?[Ii]ndex:|(?:UN|U\.N\.) Doc|chap\.)"
)
SEGMENT = re.compile(r",\s+(?![Jj]r\b|Inc\b|Ltd\b)")
CONNECTOR = re.compile(
    r"(?:in:?|on|published (?:in|by|on)|reprinted in|for|by|,|:|-|–|—)\s+", re.IGNORECASE
)
VOLUME_BEFORE = re.compile(r"(?:\d{1,4}(?:\(\d{1,3}\))?(?:[/:]\d{1,4})?,?\s+)(?=[A-Z])")
PAGE_AFTER = re.compile(r",?\s+(?:\d[\d():–-]*|[A-Z]\d{1,3})$")
EDITION = re.compile(
    r"^(?:\d{1,2}(?:st|nd|rd|th|d)\s+ed(?:n|ition)?\.?|rev(?:ised)?\.?\s+ed\.?|eds?\."
    r"|paperback),?\s*|"
    r",?\s*\d{1,2}(?:st|nd|rd|th|d)\s+ed(?:n|ition)?\.?\s*$"
)
EDITOR = re.compile(r"\(\s?(?:eds?|dir|hrsg|trans)\.?\s?\)")
PLACE = re.compile(r"[^,:()]{2,40}:\s+(?=\S)")


def trimmed_name(part: Part, start: int, end: int, rule: str) -> Grounded[str] | None:
    """Return the name between two places, without dates, volumes, pages and kinds of text."""
    start, end = _bounds(part, start, end)
    found = part.grounded(start, end, rule)
    if found is None or MASK in part.text[start:end] or len(found.value) > LONGEST_PUBLISHER:
        return None
    return found if _is_name(found.value) else None


def _is_name(value: str) -> bool:
    """Say whether words may name a publisher: no symbol, no series of laws, no place alone."""
    letters = LETTERS.search(value) is not None and not is_press(value)
    numbered = SYMBOL_FIRST.match(value) or COLLECTION.match(value)
    return letters and not numbered and words("places").fullmatch(value) is None


def _bounds(part: Part, start: int, end: int) -> tuple[int, int]:
    dates = find_dates(part.flow.text[start:end])
    if dates:
        end = start + dates[0].start
    for pattern in (TAIL, PAGE_AFTER, EDITION):
        match = pattern.search(part.text[start:end].rstrip(" ,.;"))
        if match is not None and match.start() > 0:
            end = start + match.start()
        elif match is not None:
            start += match.end()
    volume = VOLUME_BEFORE.match(part.text[start:end].lstrip())
    if volume is not None:
        start += len(part.text[start:end]) - len(part.text[start:end].lstrip()) + volume.end()
    return start, _before_press(part.text, start, end)


def _before_press(text: str, start: int, end: int) -> int:
    """Return where the name ends in "Concord Watch news release 12/104"."""
    bare = NUMBERED.sub("", text[start:end].rstrip(" ,."))
    for match in words("press", case=False).finditer(bare):
        if match.end() == len(bare) and match.start() > 0:
            kept = bare[: match.start()].rstrip(" ,")
            # "BBC News", "Port Callis Daily News" are names; "Concord Watch news" is not.
            named = " " not in match.group() and match.group()[0].isupper()
            if not named and (" " in kept or " " in match.group()):
                return start + len(kept)
    return end


def publisher_after(part: Part, after: int) -> Grounded[str] | None:
    """Return the publisher that follows a quoted title, in brackets or behind a comma."""
    text = part.text
    at = after
    while at < part.end and text[at] in " ,.\n":
        at += 1
    if at < part.end and text[at] in "([":
        close = text.find(")" if text[at] == "(" else "]", at, part.end)
        inside = close if close >= 0 else part.end
        found = publisher_in_brackets(part, at + 1, inside)
        if found is not None or close < 0:
            return found
        at = inside + 1  # "(2013) 24 European Journal of International Law 45"
        while at < part.end and text[at] in " ,":
            at += 1
    connector = CONNECTOR.match(text, at, part.end)
    if connector is not None:
        at = connector.end()
    volume = VOLUME_BEFORE.match(text, at, part.end)
    at = volume.end() if volume is not None else at
    stop = STOP.search(text, at, part.end)
    found = _first_name(part, at, stop.start() if stop else part.end)
    if connector is not None and stop is not None and text[stop.start()] == "(" and found:
        return _of_container(part, stop.start(), found)
    return found


def _of_container(part: Part, opened: int, container: Grounded[str]) -> Grounded[str]:
    """Return who published the book in "“Title”, in A Book (Press, 1997)"."""
    editor = EDITOR.match(part.text, opened, part.end)
    if editor is not None:
        opened = part.text.find("(", editor.end(), part.end)
    close = part.text.find(")", opened, part.end)
    if opened < 0 or close < 0 or is_medium(container.value):
        return container
    return publisher_in_brackets(part, opened + 1, close) or container


def _first_name(part: Part, start: int, end: int) -> Grounded[str] | None:
    """Return the first segment that is a name; kinds of text and numbers are passed over."""
    at = start
    for match in [*SEGMENT.finditer(part.text, start, end), None]:
        until = match.start() if match is not None else end
        dates = find_dates(part.flow.text[at:until])
        found = trimmed_name(part, at, until, "publisher:after-title")
        if found is not None:
            return found
        if dates or match is None:
            return None
        at = match.end()
    return None


def publisher_in_brackets(part: Part, start: int, end: int) -> Grounded[str] | None:
    """Return the publisher in "(London: Verso, 2009)", "(OUP 2005)", "(Reuters, 3 May)"."""
    place = PLACE.match(part.text, start, end)
    if place is not None:
        start = place.end()
    found = None
    for match in [*SEGMENT.finditer(part.text, start, end), None]:
        until = match.start() if match else end
        found = trimmed_name(part, start, until, "publisher:in-brackets")
        if found is not None or match is None:
            break
        start = match.end()
    year = re.search(r"[\s,]+(?:1[89]|20)\d\d$", found.value) if found else None
    if found is not None and year is not None:
        first = part.flow.offset_of(found.span.start)
        return part.grounded(first, first + year.start(), found.rule)
    return found
