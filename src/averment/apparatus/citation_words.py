"""The words by which citations are read, as patterns; the lists stand in a file beside."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from averment.sources.outlet import find_outlet

INTERVIEW = re.compile(
    r"(?P<body>[A-Z][\w .&'’]{2,60}?)?\s?\b(?:[Tt]elephone |[Ee]mail |[Pp]hone |[Ss]kype "
    r"|[Oo]nline )?"
    r"(?:[Ii]nterviews?|[Cc]orrespondence|conversations?) (?:with|by)\b"
)
PROSE_SHARE = 0.6
"""Of the words of a sentence: so many begin with a small letter."""
LONGEST_NAME = 9
"""Words of an organisation's name."""
PERSON = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof|Sir|Lord|Judge|Fr|Father|Rev|Gen|Col)\.?\s)?"
    r"(?:[A-Z][\w'’.-]*\s+){1,3}(?:(?:de|van|von|der|el|al|bin|ibn|da|di|du"
    r"|ter)\s){0,2}[A-Z][\w'’-]*\w"
    r"(?:(?:,|,?\s+and|\s+&)\s+.{3,80}|\s+et al\.?)?$"
)
ACRONYM = re.compile(r"\b[A-Z]{2,}\b|\d")
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|may|can|should|shall|refers?"
    r"|includes?|states?"
    r"|said|stated|declared|wrote|told|noted|called|added|asked|described|argued|claimed|met"
    r"|says)\b"
)
PROSE_START = re.compile(
    r"(?:The|This|These|Those|It|In|On|At|For|As|According|All|We|Our|Some|Many|However"
    r"|Although|While|No|After"
    r"|Before|There|He|She|They|Since|Until|Under|When|Of|Both|Neither|One|Two)\s"
)
SYMBOL_FIRST = re.compile(
    r"(?:UN\s|U\.N\.\s|United Nations\s)?(?:[Dd]oc(?:ument)?s?\.?\s)?"
    r"(?:A|S|E|CAT|CCPR|CERD|CRC|CRPD|CEDAW|CED|CMW|HRI|ST|GE|GA|SC|SG/SM)/[A-Z\d]"
    r"|[AS]l?/?RES/"
    r"|(?:UN\s|U\.N\.\s)?(?:UNCHR|General Assembly|Security Council|Human Rights Council"
    r"|Economic and Social Council"
    r"|Commission on Human Rights|Council|Assembly|G\.?A\.?|S\.?C\.?|UNSC|UNGA|UNHRC|HRC)?,?\s?"
    r"[Rr]es(?:olutions?\b|\.)?\s(?:[Nn]o\.?\s)?[\dSsAa(]"
)
"""A document symbol or a numbered resolution: it names the document and is no title."""
COLLECTION = re.compile(
    r"(?:OJ\s[CL]\b|\d{1,4}\s(?:U\.?\s?S\.?\s?C|C\.?F\.?R|Fed\.|Stat\.|U\.?N\.?T\.?S|I\.L\.M"
    r"|ILM)"
    r"|Pub\. L\. |UNTS|United Nations,?\s+Treaty Series|Treaty Series|Official Records|Ibid"
    r"|League of Nations,?\s+Treaty Series)\b"
)
NO_NAME = re.compile(
    r"(?:(?:[Vv]ols?|[Nn]os?|pp?|paras?|chaps?|part|[Aa]nnex|[Aa]ppendix|[Ss]ection|[Tt]able"
    r"|[Mm]ap|[Ff]igure|suppl?|issue|at)\b\.?\s?[\dIVXivx(].*|[a-z\d]{1,4}\.?|[A-Z]\d+"
    r"|\(?(?:eds?|trans|tr|dir|coord)s?\.?\)?|(?:UN\s"
    r"|U\.N\.\s)?Docs?(?:uments?)?\.?(?:\sNo\.?)?|(?:AI\s)?Index:?|\d[\d–-]*)$"
)
"""Segments that are neither a name nor a title: "vol. 12", "eds.", "UN Doc."."""
NUMBERED = re.compile(r"[\s,]+(?:[Nn]o\.?\s*)?[\d/.-]+$")
SMALL = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "in",
        "on",
        "to",
        "de",
        "des",
        "du",
        "la",
        "against",
        "from",
        "&",
        "without",
    ]
)


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    text = (
        resources.files("averment.apparatus").joinpath("citation_words.toml").read_text("utf-8")
    )
    return tomllib.loads(text)


@cache
def words(name: str, *, case: bool = True) -> re.Pattern[str]:
    """Return a pattern that matches any entry of a list as whole words, the longest first."""
    entries = sorted(_lists()[name], key=lambda entry: (-len(entry), entry))
    union = "|".join(re.escape(entry) for entry in entries)
    return re.compile(rf"(?<!\w)(?:{union})(?!\w)", 0 if case else re.IGNORECASE)


def is_kind(text: str) -> bool:
    """Say whether words begin with the kind of work they name: "Report of the ..."."""
    bare = text.removeprefix("The ").removeprefix("the ")
    bare = bare[:1].upper() + bare[1:]
    return words("kinds").match(bare) is not None or INTERVIEW.match(text) is not None


def is_law(text: str) -> bool:
    """Say whether words begin with the name of a treaty, a statute or a provision."""
    bare = text.removeprefix("The ").removeprefix("the ")
    return words("law").match(bare) is not None


def is_press(text: str) -> bool:
    """Say whether words name nothing but a form of publishing: "Press release No. 12"."""
    bare = NUMBERED.sub("", text.strip())
    return words("press", case=False).fullmatch(bare) is not None


def is_body(name: str) -> bool:
    """Say whether a name is an organisation's rather than a person's."""
    tokens = name.split()
    if is_kind(name) or ":" in name or not 0 < len(tokens) <= 2 * LONGEST_NAME:
        return False
    if name.isupper() and len(tokens) > 1:
        told = words("body_words", case=False).search(name) or words("body_starts").match(name)
        return told is not None
    return (
        words("body_starts").match(name) is not None
        or words("body_words").search(name) is not None
        or name.startswith("The ")
        or ACRONYM.search(tokens[0]) is not None
        or is_outlet(name)
    )


def is_outlet(name: str) -> bool:
    """Say whether a name is that of an outlet of the shared vocabulary."""
    return find_outlet(host=None, publisher=name) is not None


def is_person(name: str) -> bool:
    """Say whether a name looks like a person's, or several persons'."""
    return PERSON.match(name) is not None and not is_kind(name)


def is_named(text: str) -> bool:
    """Say whether words look like a name: few, and each with a capital."""
    if is_kind(text):
        return False
    tokens = [token for token in text.split() if token.lower() not in SMALL]
    return 0 < len(tokens) <= LONGEST_NAME // 2 + 1 and all(t[:1].isupper() for t in tokens)


def is_medium(name: str) -> bool:
    """Say whether a name is a newspaper's, an agency's or a station's."""
    return words("media", case=not name.isupper()).search(name) is not None or is_outlet(name)


def is_prose(text: str) -> bool:
    """Say whether words are a sentence that says something, not a reference."""
    text = text.lstrip(" “\"‘'«")
    if not VERB.search(text):
        return False
    if PROSE_START.match(text):
        return True
    tokens = text.split()
    small = sum(token[:1].islower() for token in tokens)
    return (
        len(tokens) > LONGEST_NAME // 2
        and small > PROSE_SHARE * len(tokens)
        and not is_kind(text)
    )
