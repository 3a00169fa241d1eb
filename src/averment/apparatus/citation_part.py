"""One citation's words, and what every style has: date, pinpoint, identifier, medium."""

import re
from dataclasses import dataclass

from averment.apparatus.citation_split import MASK
from averment.documents.flow import Flow
from averment.documents.grounded import Grounded
from averment.prose.dates import find_dates

EDGES = " \n,;:(—–-"
PINPOINT = re.compile(
    r"(?:\b(?:paras?|pp?|arts?|chaps?|ch|cols?|p[áa]gs?|ss?|min(?:ute)?|(?<![Aa]s )at)\.?\s?"
    r"|[¶§]{1,2}\s?)"
    r"(?!\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec))[A-Z]?\d[\dA-Za-z.:–-]*(?:\s?(?:,|and|to|–|-)\s?\d[\d.:]*)*"
    r"|\(\s*min\.?\s*[\d:]+\s*\)|\b\d{1,2}:\d{2}(?::\d{2})?\b"
)
ACCESS = re.compile(
    r"(?:access(?:ed)?|visited|retrieved|consulted|checked|viewed|archived)(?:\s+on)?:?\s*$",
    re.IGNORECASE,
)
ACCESS_WORD = re.compile(r"\b(?:access|visit|retriev|consult|check|view|archiv)", re.IGNORECASE)
BEFORE_DATE = 30
"""Characters before a date that may say that it is the day of access."""
IDENTIFIER = re.compile(
    r"\b(?:(?:A|S|E|CAT|CCPR|CERD|CRC|CRPD|CEDAW|CED|CMW|HRI|ST|SC|GA|DCPI"
    r"|HR/CT)/[A-Za-z0-9./()–-]*\d[A-Za-z0-9]*(?:\(\d{4}\))?"
    r"|(?:AI\s)?Index:?\s[A-Z]{3}\s?\d{2}/\d{1,5}/\d{2,4}|[A-Z]{3}\s\d{2}/\d{3,4}/\d{4}"
    r"|(?:Case|Application|App\.?|Appl\.?|Communication)\s(?:No|no|number)s?\.?\s[\w/–.-]*\w"
    r"|I(?:CC|T|CTR|CTY)-\d{2}[-/][\w/-]*\w|No\.\s\d{2}-\d{2,6})"
)
YEAR_IN_BRACKETS = re.compile(r"[(\[](?:[^()\[\]]{0,80}[\s,])?((?:1[89]|20)\d\d)[)\]]")
BARE_YEAR = re.compile(r"(?<![\w./§-])((?:1[89]|20)\d\d)(?![\d./-]*[\d/])")
VIDEO_HOSTS = re.compile(r"youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com", re.IGNORECASE)
MEDIA = (
    ("video", re.compile(r"\bvideo\b|\bfootage\b|\[film\]", re.IGNORECASE)),
    ("photograph", re.compile(r"\bphoto(?:graph)?s?\b", re.IGNORECASE)),
    ("broadcast", re.compile(r"\b(?:radio|broadcast|television)\b", re.IGNORECASE)),
    ("interview", re.compile(r"\binterview\b", re.IGNORECASE)),
    ("report", re.compile(r"\breport\b", re.IGNORECASE)),
)
ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:J|St|Jr|Co|Inc|Ltd|Rev|Univ|Int'l|Q|ed|eds|Cir|Comm|al|Dr|No))\.$"
)
TAIL = 12
"""Characters at the end of words that tell an abbreviation's stop from a sentence's."""


def _blank(match: re.Match[str]) -> str:
    """Hide a symbol: the "14" of "A/HRC/14, 21 April" is no day."""
    return ";" * len(match.group())


@dataclass(frozen=True, slots=True)
class Part:
    """One citation's words, with the way back to the document."""

    flow: Flow
    text: str
    """The flow's text with addresses masked."""
    start: int
    end: int

    @property
    def words(self) -> str:
        """The citation's own words, addresses masked."""
        return self.text[self.start : self.end]

    def from_(self, start: int) -> "Part":
        """Return the same with a later beginning."""
        return Part(self.flow, self.text, start, self.end)

    def grounded(self, start: int, end: int, rule: str) -> Grounded[str] | None:
        """Return the words from `start` to `end`, trimmed; None where nothing is left."""
        while start < end and self.text[start] in EDGES:
            start += 1
        while end > start and self.text[end - 1] in EDGES:
            end -= 1
        if self.text.endswith("]", start, end) and "[" not in self.text[start:end]:
            end -= 1
        stop = end - start > 1 and self.text[end - 1] == "."
        if stop and not ABBREVIATED.search(self.text[max(start, end - TAIL) : end]):
            end -= 1
        if start >= end or not any(c.isalnum() for c in self.text[start:end]):
            return None
        value = self.flow.text[start:end].replace("\n", " ")
        return Grounded(value=value, span=self.flow.span(start, end), rule=rule)

    def date(self, start: int, end: int | None = None) -> Grounded[str] | None:
        """Return the first date between two places that is not the day of access."""
        end = self.end if end is None else end
        text = IDENTIFIER.sub(_blank, self.text[start:end].replace(MASK, " "))
        for found in find_dates(text):
            before = text[max(0, found.start - BEFORE_DATE) : found.start]
            if ACCESS.search(before) or found.value.startswith("XXXX"):
                continue
            return Grounded(
                value=found.value.removesuffix("/..").removeprefix("../"),
                span=self.flow.span(start + found.start, start + found.end),
                rule=found.rule,
            )
        return None

    def year(self, start: int, end: int | None = None) -> Grounded[str] | None:
        """Return a year between two places: in brackets, else one that stands by itself."""
        end = self.end if end is None else end
        text = self.text[start:end].replace(MASK, " ")
        for pattern, rule in ((YEAR_IN_BRACKETS, "in-brackets"), (BARE_YEAR, "alone")):
            for match in pattern.finditer(text):
                before = text[max(0, match.start(1) - BEFORE_DATE) : match.start(1)]
                if not ACCESS_WORD.search(before):
                    at = start + match.start(1)
                    span = self.flow.span(at, at + len(match[1]))
                    return Grounded(value=match[1], span=span, rule=f"date:year-{rule}")
        return None

    def pinpoint(self, start: int) -> Grounded[str] | None:
        """Return the last page, paragraph or minute from `start` on."""
        found = [
            match.span()
            for match in PINPOINT.finditer(self.text, start, self.end)
            if MASK not in match.group()
        ]
        return self.grounded(*found[-1], "pinpoint") if found else None

    def identifier(self) -> Grounded[str] | None:
        """Return the first report number or document symbol."""
        match = IDENTIFIER.search(self.text, self.start, self.end)
        return self.grounded(*match.span(), "identifier") if match else None

    def medium(self) -> str | None:
        """Return ``video``, ``report`` and the like, where words or the address say so."""
        words = self.flow.text[self.start : self.end]
        if VIDEO_HOSTS.search(words):
            return "video"
        return next((name for name, pattern in MEDIA if pattern.search(words)), None)
