"""The head of an unquoted citation: its segments before page, number, bracket or address."""

import re
from dataclasses import dataclass

from averment.apparatus.citation_part import IDENTIFIER, PINPOINT, Part
from averment.apparatus.citation_words import NO_NAME, is_press
from averment.documents.grounded import Grounded
from averment.prose.dates import find_dates

FIRST = 8
"""Characters at the beginning where no number ends the head: a title may begin with one."""
ENDS = (
    re.compile(r"\x01"),
    re.compile(r"\s\((?![A-Z][A-Za-z]{1,9}\),\s[A-Z])(?=[^)]*\d{4}|[A-Z])"),
    re.compile(r",\s(?:transcript|video|audio|recording|text) (?:at|available)\b"),
    re.compile(
        r",?\s\(?(?:available|accessed|accessible|retrieved|last (?:visited|accessed)"
        r"|opened for signature"
        r"|entered into force|adopted|hereinafter|reprinted in"
        r"|United Nations,?\s+Treaty Series)\b"
    ),
)
SEGMENT = re.compile(r",\s+(?![Jj]r\b|Inc\b|Ltd\b)")
BARE_YEAR = re.compile(r"\s*(?:1[89]|20)\d\d\s*$")


@dataclass(frozen=True, slots=True)
class Head:
    """The segments that may name somebody or be a title."""

    part: Part
    segments: tuple[tuple[int, int], ...]
    """Start and end of each, numbers and dates left out."""
    end: int

    @staticmethod
    def of(part: Part) -> "Head":
        """Part a citation's head into its segments."""
        end = _end(part)
        dates = find_dates(part.flow.text[part.start : end])
        inside = [(part.start + date.start, part.start + date.end) for date in dates]
        segments = []
        at = part.start
        for match in [*SEGMENT.finditer(part.text, part.start, end), None]:
            until = match.start() if match else end
            if match is not None and any(a < until < b for a, b in inside):
                continue  # the comma in "May 4, 2012"
            if _may_name(part.text[at:until], at, inside):
                segments.append((at, until))
            at = match.end() if match else at
        return Head(part, tuple(segments), end)

    def words(self, index: int) -> str:
        """Return a segment's words; empty behind the last."""
        return (
            self.part.text[slice(*self.segments[index])].strip()
            if index < len(self.segments)
            else ""
        )

    def touches(self, index: int) -> bool:
        """Say whether nothing but a comma stands between a segment and the one before."""
        between = self.part.text[self.segments[index - 1][1] : self.segments[index][0]]
        return not between.strip(", \n")

    def grounded(self, index: int, rule: str) -> Grounded[str] | None:
        """Return a segment as a value."""
        return self.part.grounded(*self.segments[index], rule)


def _end(part: Part) -> int:
    """Return where the words end and the bracket, pinpoint, number or address begins."""
    stops = [part.end]
    for pattern in ENDS:
        match = pattern.search(part.text, part.start, part.end)
        if match is not None:
            stops.append(match.start())
    for pattern in (PINPOINT, IDENTIFIER):
        match = pattern.search(part.text, min(part.start + FIRST, part.end), part.end)
        if match is not None:
            stops.append(match.start())
    return min(stops)


def _may_name(words: str, at: int, dates: list[tuple[int, int]]) -> bool:
    """Say whether a segment has words that are no date, number or abbreviation."""
    bare = words.strip()
    if not any(c.isalpha() for c in bare) or NO_NAME.match(bare) or BARE_YEAR.match(bare):
        return False
    if is_press(bare) and not any(c.isdigit() for c in bare):
        return False
    lead = at + len(words) - len(words.lstrip())
    return not any(a <= lead and lead + len(bare.rstrip(".")) <= b for a, b in dates)
