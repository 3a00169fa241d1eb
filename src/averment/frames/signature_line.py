"""What one line of a signature block says: a name, a post, a body, a way to reach them."""

import re
from enum import StrEnum

from averment.frames.frame_day import days_in
from averment.frames.frame_words import frame_words
from averment.frames.misread import as_meant


class LineRole(StrEnum):
    """The part a line plays."""

    NAME = "name"
    POST = "post"
    ORGANISATION = "organisation"
    FULL = "name with post or organisation"
    LIST_HEAD = "heading of a list"
    CONTACT = "address, telephone, date"
    NOTHING = "nothing"


CONTACT = re.compile(
    r"@|https?:|www\.|\b(?:tel|fax|phone|mobile|cell|e-?mail|telephone|email|twitter|skype|website|url|internet)\b\s?[.:]?"
    r"|\+\s?\d|\d{3,}[\s-]\d{3,}|p\.?\s?o\.?\s?box|\b[A-Z]{2}\s\d{5}\b|^\d{1,5}\s\w+.*\b(?:street|st|avenue|ave|road|rd|floor)\b",
    re.IGNORECASE,
)
JOB_NUMBER = re.compile(r"\W{0,3}\d{2}-?\d{4,}|.{0,20}\([EFSRAC]\)\s")
MOST_BESIDE_DATE = 30
LONGEST_HEAD = 120
NO_LETTERS = re.compile(r"[\W\d_]+$")
PREFIX = re.compile(
    r"\W{0,3}(?:(?:for\sand\s)?on\sbehalf\sof|signed\s(?:by|on\sbehalf\sof)|for\sthe\s(?=[A-Z])|for(?=\s[A-Z])|by(?!\s(?:its|their)\b))\b\s?:?\s*"
    r"|\W{0,2}(?:\(?\*{0,2}(?:signed|sgd\.?|s)\*{0,2}\)|/s/|signed\s?:|\[signed\]|sd/-)\s*",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?:\(?\d{1,3}[.)]\)?|[-–—•●▪·*])\s+")
NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*\.?$")
PARTICLES = frozenset(
    {"de", "da", "do", "dos", "del", "della", "di", "la", "le", "el", "al", "bin", "ibn", "ben"}
    | {"van", "von", "der", "den", "ter", "ter.", "ul", "ur", "y", "e", "abu"}
)
DEGREE = re.compile(
    r"(?:,\s?)?(?:ph\.?\s?d|m\.?\s?d|esq|jr|sr|ll\.?[mbd]|k\.?c|q\.?c|o\.?b\.?e|m\.?p|m\.?a|j\.?d)\.?$",
    re.IGNORECASE,
)
HEAD_ENDING = re.compile(
    r"(?:[\w'’-]+\s){0,6}?(?:NGOs|CSOs|organi[sz]ations|associations|signatories|undersigned|societies|groups|institutions|"
    r"individuals|participants|members|experts|supporters|endorsers|signers|academics|mothers|lawyers)"
    r"(?:\s(?:with|in|from|supporting|endorsing|signing|that|who|holding|having|listed|below|and\sindividuals)\b.*|\s?\(\d+\)|\s?:)?$",
    re.IGNORECASE,
)
LONGEST_NAME = 6


def role_of(text: str) -> LineRole:
    """Say what a line without its list sign and "on behalf of" names."""
    bare = as_meant(text.strip(' ,.;:*_|-–—"“”'))
    if not bare or NO_LETTERS.match(text) or text.lstrip().startswith("["):
        return LineRole.NOTHING
    if text.lstrip(" *").startswith("(") and text.rstrip(" *.").endswith(")"):
        return LineRole.NOTHING
    if _is_contact(text, bare):
        return LineRole.CONTACT
    if _heads_list(text, bare):
        return LineRole.LIST_HEAD
    first = re.split(r"\s?,\s|\s[–—|-]\s|\s\(", bare, maxsplit=1)[0]
    if _is_name(first):
        return (
            LineRole.NAME
            if first == bare or DEGREE.match(bare[len(first) :])
            else LineRole.FULL
        )
    return _post_or_organisation(bare)


def _post_or_organisation(bare: str) -> LineRole:
    words = frame_words()
    office = words.office.search(bare)
    organised = words.organisation.search(bare) or words.body.search(bare)
    if office is not None and office.start() <= _lead(bare):
        return LineRole.POST
    if organised is not None:
        return LineRole.ORGANISATION
    return LineRole.POST if office is not None else LineRole.ORGANISATION


def _is_contact(text: str, bare: str) -> bool:
    words = frame_words()
    if CONTACT.search(text) or words.place.match(bare) or JOB_NUMBER.match(text):
        return True
    street = words.address.search(bare) is not None and any(c.isdigit() for c in bare)
    return street or _is_dated(bare)


def _is_dated(bare: str) -> bool:
    """Say whether a line is a date with its place: "Done at Port Callis on 7 July 2012"."""
    if len(bare) > LONGEST_HEAD or not any(character.isdigit() for character in bare):
        return False
    days = [day for day in days_in(bare) if day.full]
    return any(len(bare) - (day.end - day.start) < MOST_BESIDE_DATE for day in days)


def _lead(bare: str) -> int:
    """Return up to where an office still heads the line: "Acting Deputy ..."."""
    spaces = [i for i, c in enumerate(bare) if c == " "]
    return spaces[1] + 1 if len(spaces) > 1 else len(bare)


def _heads_list(text: str, bare: str) -> bool:
    if text.rstrip(" *_").endswith(":") and len(bare) < LONGEST_HEAD:
        return True
    head = frame_words().list_head.search(bare)
    if head is None or len(bare) > LONGEST_HEAD:
        return False
    found = HEAD_ENDING.match(bare)
    return found is not None and " of " not in bare[: head.start()].lower()


def _is_name(text: str) -> bool:
    words = frame_words()
    bare = text.strip(" .,")
    honorific = words.honorific.match(bare)
    if honorific is not None and honorific.end() < len(bare):
        rest = bare[honorific.end() :].strip(" .")
        if _looks_personal(rest, least=1) and words.body.search(rest) is None:
            return words.office.match(rest) is None and words.organisation.search(rest) is None
    if words.office.search(bare) or words.organisation.search(bare) or words.body.search(bare):
        return False
    return _looks_personal(bare, least=2)


def _looks_personal(text: str, *, least: int) -> bool:
    parts = text.split()
    if not least <= len(parts) <= LONGEST_NAME or any(c.isdigit() for c in text):
        return False
    if not all(NAME_WORD.match(part) for part in parts):
        return False
    capital = [p for p in parts if p[0].isupper()]
    others = [p for p in parts if not p[0].isupper()]
    return len(capital) >= least and all(p.lower() in PARTICLES or "-" in p for p in others)


def without_prefix(text: str) -> tuple[int, bool]:
    """Return where the name itself begins, and whether "(Signed)" or the like precedes it."""
    start = 0
    signed = False
    for _ in range(3):
        found = NUMBERED.match(text, start) or PREFIX.match(text, start)
        if found is None or found.end() == start:
            break
        signed = signed or "s" in found.group().lower()[:4]
        start = found.end()
    return start, signed
