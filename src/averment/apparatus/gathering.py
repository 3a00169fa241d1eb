"""Addresses and citations as they are gathered, passage by passage and note by note."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from averment.apparatus.address_find import Printed, find_announced, find_printed
from averment.apparatus.address_link import is_web, proved_by_link
from averment.apparatus.address_repair import repair
from averment.apparatus.citation_body import numbered_titles, reference_ranges
from averment.apparatus.citation_find import FoundCitation, find_citations
from averment.documents.address import Address, AddressStatus, Damage, RepairStep
from averment.documents.citation import Citation
from averment.documents.document import Document, Format, Link
from averment.documents.flow import Flow
from averment.documents.note import Note
from averment.documents.span import Span

EMPTY_LINK = re.compile(r"\[[^\]\n]{0,80}\]\(\s{0,4}\)")
"""A Markdown link whose address is gone."""
FOLLOWING = 60
"""Characters behind an address that may hold what was cut off it."""
SHORTEST = 8
"""Characters of a passage that can hold an address or a reference."""
NEAR = 4
"""Characters between the words of a Markdown link and its address: "](" or "] ("."""
GONE = RepairStep(damage=Damage.MISSING, proof="an address is announced and none follows")

_Placed = tuple[int, Address]
"""Offset in the flow, and the address that stands there."""


@dataclass(slots=True)
class Gathering:
    """What was found so far; lives within one reading of one document."""

    document: Document
    hosts: frozenset[str]
    """Host names that are well known."""
    addresses: list[Address] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    links: list[Link] = field(init=False)
    """Those that lead to the web, in order."""
    seen: set[int] = field(default_factory=set)
    """Indexes of the links that were read."""

    def __post_init__(self) -> None:
        web = filter(is_web, self.document.links)
        self.links = sorted(web, key=lambda link: (link.span, link.target))

    def read_note(self, note: Note) -> None:
        """Read a note: all of it refers or explains."""
        printed = find_printed(note.flow.text)
        whole = [(0, len(note.flow.text))]
        self._read(note.flow, printed, note=note.number, ranges=whole)

    def read_text(self, flow: Flow, *, listed: bool) -> None:
        """Read a passage of the text, of which some may refer.

        Args:
            flow: The passage.
            listed: It stands under a heading like "Sources".
        """
        if len(flow.text) < SHORTEST and not self.links:
            return
        printed = find_printed(flow.text)
        ranges = reference_ranges(flow, printed, listed=listed)
        self._read(flow, printed, note=None, ranges=ranges)
        if ranges != [(0, len(flow.text))]:
            self.citations += numbered_titles(flow)

    def read_other_links(self) -> None:
        """Add the links behind words of no passage that was read."""
        for index, link in enumerate(self.links):
            if index not in self.seen:
                self._enter([(0, self._of_link(link, note=None))], [], note=None)

    def read_empty_links(self, notes: Sequence[Note]) -> None:
        """Add the links of a Markdown text that lost their address."""
        if self.document.format is not Format.MARKDOWN:
            return
        starts = [note.span.start for note in notes]
        for match in EMPTY_LINK.finditer(self.document.text):
            at = bisect_right(starts, match.start()) - 1
            span = Span(*match.span())
            self.addresses.append(_missing(span, note=notes[at].number if at >= 0 else None))

    def in_order(self) -> tuple[tuple[Address, ...], tuple[Citation, ...]]:
        """Return both sorted by place, with their ties."""
        order = sorted(range(len(self.addresses)), key=lambda i: self.addresses[i].span)
        place = {old: new for new, old in enumerate(order)}
        citations = sorted(self.citations, key=lambda citation: citation.span)
        return (
            tuple(self.addresses[i] for i in order),
            tuple(
                replace(c, addresses=tuple(sorted(place[i] for i in c.addresses)))
                for c in citations
            ),
        )

    def _read(
        self,
        flow: Flow,
        printed: Sequence[Printed],
        *,
        note: str | None,
        ranges: Sequence[tuple[int, int]],
    ) -> None:
        """Read the addresses and citations of one flow, and tie them."""
        behind, free = self._links_of(flow, printed)
        read = [
            one
            for within in ranges
            for one in find_citations(
                flow, note=note, within=within, addresses=printed, links=[at for at, _ in free]
            )
        ]
        placed = [*self._printed(flow, printed, behind, read, note=note)]
        placed += [(at, self._of_link(link, note=note)) for at, link in free]
        placed += [
            (announced.start, _missing(flow.span(announced.start, announced.end), note=note))
            for announced in find_announced(flow.text)
        ]
        self._enter(placed, read, note=note)

    def _enter(
        self, placed: Sequence[_Placed], read: Sequence[FoundCitation], *, note: str | None
    ) -> None:
        """Add addresses and citations; an address without citation is one by itself."""
        own: list[list[int]] = [[] for _ in read]
        starts = [one.start for one in read]
        for at, address in placed:
            index = len(self.addresses)
            self.addresses.append(address)
            holder = bisect_right(starts, at) - 1
            if holder >= 0 and at < read[holder].end:
                own[holder].append(index)
            elif address.status is not AddressStatus.MISSING:
                self.citations.append(
                    Citation(span=address.span, note=note, addresses=(index,))
                )
        self.citations += [
            replace(one.citation, addresses=tuple(indexes))
            for one, indexes in zip(read, own, strict=True)
        ]

    def _links_of(
        self, flow: Flow, printed: Sequence[Printed]
    ) -> tuple[Mapping[int, Link], list[tuple[int, Link]]]:
        """Return the links behind printed addresses, and the others with their offset."""
        if not flow.text or not self.links:
            return {}, []
        whole = flow.span(0, len(flow.text))
        low = bisect_left(self.links, whole.start, key=lambda link: link.span.start)
        high = bisect_left(self.links, whole.end, key=lambda link: link.span.start)
        places = [flow.span(place.start, place.end) for place in printed]
        starts = [span.start for span in places]
        behind: dict[int, Link] = {}
        free = []
        for index in range(low, high):
            link = self.links[index]
            self.seen.add(index)
            at = max(0, bisect_right(starts, link.span.start) - 1)
            over = [
                i for i in (at, at + 1) if i < len(places) and places[i].overlaps(link.span)
            ]
            if over:
                behind.setdefault(over[0], link)
            else:
                free.append((flow.offset_of(link.span.start), link))
        return behind, free

    def _printed(
        self,
        flow: Flow,
        printed: Sequence[Printed],
        behind: Mapping[int, Link],
        read: Sequence[FoundCitation],
        *,
        note: str | None,
    ) -> Iterator[_Placed]:
        """Yield each printed address, repaired; and its link's target, if that is another."""
        starts = [one.start for one in read]
        for index, place in enumerate(printed):
            holder = bisect_right(starts, place.start) - 1
            title = read[holder].title_at(place.start) if holder >= 0 else None
            raw = flow.text[place.start : place.end]
            span = flow.span(place.start, place.end)
            outcome = repair(
                raw, opened=place.opened, title=title, hosts=self.hosts,
                following=flow.text[place.end : place.end + FOLLOWING],
            )  # fmt: skip
            link = behind.get(index)
            elsewhere = False
            if link is not None:
                outcome, elsewhere = proved_by_link(raw, outcome, link, hosts=self.hosts)
                if not elsewhere and (source := self._in_source(link)) is not None:
                    span, raw = source, link.target
            yield place.start, Address(
                span=span, raw=raw, status=outcome.status, repaired=outcome.repaired,
                steps=outcome.steps, candidates=outcome.candidates, note=note,
            )  # fmt: skip
            if link is not None and elsewhere:
                yield place.start, self._of_link(link, note=note)

    def _of_link(self, link: Link, *, note: str | None) -> Address:
        """Return the address that stands behind words."""
        outcome = repair(link.target, opened=True, hosts=self.hosts)
        return Address(
            span=self._in_source(link) or link.span,
            raw=link.target,
            status=outcome.status,
            repaired=outcome.repaired,
            steps=outcome.steps,
            candidates=outcome.candidates,
            note=note,
        )

    def _in_source(self, link: Link) -> Span | None:
        """Return where the text itself shows the target, as a Markdown source does."""
        end = link.span.end
        at = self.document.text.find(link.target, end, end + NEAR + len(link.target))
        return Span(at, at + len(link.target)) if at >= 0 else None


def _missing(span: Span, *, note: str | None) -> Address:
    return Address(
        span=span, raw="", status=AddressStatus.MISSING, repaired=None, note=note, steps=(GONE,)
    )
