"""Read citations: author, title, publisher, date, pinpoint, whatever the style.

Styles differ in order and marks, not in what they hold. A title stands in quotation marks, or
is the first segment that is no name; what stands before it is the author, what stands behind it
the publisher; a date belongs to the source unless "accessed" stands before it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from averment.apparatus.address_find import Printed
from averment.apparatus.citation_part import Part
from averment.apparatus.citation_quoted import read_quoted
from averment.apparatus.citation_short import read_short_form
from averment.apparatus.citation_split import masked, parts
from averment.apparatus.citation_unquoted import read_unquoted
from averment.documents.citation import Citation
from averment.documents.flow import Flow

LONGEST_NOTE = 30_000
"""Characters of a note that are read for citations: what is longer is no note."""
SIGN = re.compile(r"[\^*†‡•|\s]+")
"""What may be left of a note's label."""
SIGNAL = re.compile(
    r"(?:But\s+)?(?:(?:[Ss]ee|SEE)(?:,?\s+(?:also|generally|further|inter alia|for (?:example"
    r"|instance)|e\.g\.|on this|in particular)|,)*"
    r"|[Cc]f\.|[Cc]ompare|[Ee]\.g\.,?|[Aa]ccord|[Ss]ources?:|[Qq]uoted in|[Cc]ited in"
    r"|[Cc]iting|[Qq]uoting"
    r"|(?:On|For|As to|Regarding|Concerning)\s[^.;“\"\x01]{3,120}?,?\s(?:see"
    r"|cf\.)(?:,?\s(?:also|e\.g\.,?|generally))?"
    r"|[Aa]s reported (?:by|in)|[Rr]eported (?:by|in)|[Aa]vailable (?:at|from):?"
    r"|[Aa]ccording to|and)\s*[,:]?\s+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCitation:
    """A citation, and which part of the flow it is."""

    citation: Citation
    start: int
    end: int

    def title_at(self, offset: int) -> str | None:
        """Return its title, if `offset` lies inside it."""
        title = self.citation.title
        return title.value if title is not None and self.start <= offset < self.end else None


def find_citations(
    flow: Flow,
    *,
    note: str | None,
    addresses: Sequence[Printed],
    within: tuple[int, int] | None = None,
    links: Sequence[int] = (),
) -> tuple[FoundCitation, ...]:
    """Read the citations of a note, or of a passage that reads like one.

    Args:
        flow: The note or passage.
        note: Number of the note.
        addresses: The addresses printed in it, in order.
        within: The range of the flow that is read; all of it by default.
        links: Offsets of words with an address behind them, in order.
    """
    first, last = within or (0, len(flow.text))
    last = min(last, first + LONGEST_NOTE)
    hidden = masked(flow.text, addresses)
    places = sorted([*(address.start for address in addresses), *links])
    found = []
    for start, end in parts(hidden[first:last]):
        part = Part(flow, hidden, first + start, first + end)
        addressed = bisect_left(places, part.start) < bisect_left(places, part.end)
        citation = _read(part, note=note, addressed=addressed)
        if citation is not None:
            found.append(FoundCitation(citation=citation, start=part.start, end=part.end))
    return tuple(found)


def _read(whole: Part, *, note: str | None, addressed: bool) -> Citation | None:
    """Read one citation: a short form, a quoted title, or neither."""
    span = whole.flow.span(whole.start, whole.end)
    sign = SIGN.match(whole.text, whole.start, whole.end)
    part = whole.from_(sign.end()) if sign else whole
    signal = SIGNAL.match(part.text, part.start, part.end)
    part = part.from_(signal.end()) if signal else part
    return (
        read_short_form(part, span, note=note)
        or read_quoted(part, span, note=note)
        or read_unquoted(
            part, span, note=note, addressed=addressed, signalled=signal is not None
        )
    )
