"""The apparatus of a document: its notes, citations and addresses, each tied to the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from averment.documents.address import Address, AddressStatus, Damage, RepairStep
from averment.apparatus.address_find import Printed, find_announced, find_printed
from averment.apparatus.address_repair import repair
from averment.documents.body import BODY
from averment.documents.citation import Citation
from averment.apparatus.citation_find import NoteCitation, find_citations
from averment.documents.document import Document, Link, PassageKind
from averment.documents.flow import Flow
from averment.documents.note import Marker, Note
from averment.apparatus.note_likeness import CITING, citing
from averment.apparatus.note_find import find_notes
from averment.apparatus.short_form import resolve_short_forms

LONGEST_REFERENCE = 500
"""A passage of the body that is longer cites in passing; it is no reference itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparatus:
    """What a document cites, and where."""

    document: Document
    """With the passages of its notes marked as such."""
    notes: tuple[Note, ...]
    orphans: tuple[Marker, ...]
    addresses: tuple[Address, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class _Gathered:
    addresses: list[Address]
    citations: list[Citation]


def read_apparatus(document: Document, *, hosts: frozenset[str]) -> Apparatus:
    """Find notes, citations and addresses, and repair what can be proved.

    Args:
        document: As a reader made it.
        hosts: Host names that are well known, without ``www.``.
    """
    found = find_notes(document)
    gathered = _Gathered([], [])
    for passage in found.document.passages:
        if passage.kind in BODY and passage.kind is not PassageKind.SIGNATURE:
            _gather(gathered, passage.flow, note=None, hosts=hosts, links=())
    _gather_links(gathered, found.document, hosts=hosts)
    for note in found.notes:
        links = [link for link in found.document.links if note.span.holds(link.span)]
        _gather(gathered, note.flow, note=note.number, hosts=hosts, links=links)
    addresses, citations = _in_order(gathered)
    return Apparatus(
        document=found.document,
        notes=found.notes,
        orphans=found.orphans,
        addresses=addresses,
        citations=resolve_short_forms(citations),
    )


def _gather(
    gathered: _Gathered,
    flow: Flow,
    *,
    note: str | None,
    hosts: frozenset[str],
    links: Sequence[Link],
) -> None:
    printed = find_printed(flow.text)
    whole = note is not None or (
        len(flow.text) <= LONGEST_REFERENCE and citing(flow.text) >= 2 * CITING
    )
    read = find_citations(flow, note=note, addresses=printed) if whole else ()
    titles = {
        index: entry.citation.title.value
        for entry in read
        if entry.citation.title is not None
        for index in entry.addresses
    }
    first = len(gathered.addresses)
    gathered.addresses.extend(
        _address(flow, place, title=titles.get(index), note=note, hosts=hosts, links=links)
        for index, place in enumerate(printed)
    )
    for announced in find_announced(flow.text):
        gathered.addresses.append(
            Address(
                span=flow.span(announced.start, announced.end), raw="",
                status=AddressStatus.MISSING, repaired=None, note=note,
                steps=(RepairStep(damage=Damage.MISSING, proof="an address is announced and none follows"),),
            )
        )  # fmt: skip
    if whole:
        gathered.citations.extend(_tied(entry, first) for entry in read)
        _tie_announced(gathered, first + len(printed), read)
    else:
        gathered.citations.extend(
            Citation(span=gathered.addresses[first + i].span, note=None, addresses=(first + i,))
            for i in range(len(printed))
        )


def _tied(entry: NoteCitation, first: int) -> Citation:
    return replace(entry.citation, addresses=tuple(first + i for i in entry.addresses))


def _tie_announced(gathered: _Gathered, start: int, read: Sequence[NoteCitation]) -> None:
    """Give each missing address to the citation that announces it."""
    offset = len(gathered.citations) - len(read)
    for index in range(start, len(gathered.addresses)):
        place = gathered.addresses[index].span.start
        for number, entry in enumerate(read):
            if entry.citation.span.start <= place < entry.citation.span.end:
                citation = gathered.citations[offset + number]
                gathered.citations[offset + number] = replace(
                    citation, addresses=(*citation.addresses, index)
                )


def _address(
    flow: Flow, place: Printed, *, title: str | None, note: str | None,
    hosts: frozenset[str], links: Sequence[Link],
) -> Address:  # fmt: skip
    span = flow.span(place.start, place.end)
    words = flow.text[place.start : place.end]
    outcome = repair(words, opened=place.opened, title=title, hosts=hosts)
    del links
    return Address(
        span=span,
        raw=words,
        status=outcome.status,
        repaired=outcome.repaired,
        steps=outcome.steps,
        candidates=outcome.candidates,
        note=note,
    )


def _gather_links(gathered: _Gathered, document: Document, *, hosts: frozenset[str]) -> None:
    """Add the addresses that stand behind words and are printed nowhere."""
    printed = {a.span for a in gathered.addresses}
    for link in document.links:
        if any(link.span.overlaps(span) for span in printed):
            continue
        note = None
        outcome = repair(link.target, opened=True, hosts=hosts)
        at = document.text.find(link.target, link.span.start)
        near = 0 <= at - link.span.end <= 4  # noqa: PLR2004 - "](" or "] ("
        span = link.span
        if near:
            span = type(span)(at, at + len(link.target))
        gathered.addresses.append(
            Address(
                span=span, raw=link.target, status=outcome.status, repaired=outcome.repaired,
                steps=outcome.steps, candidates=outcome.candidates, note=note,
            )
        )  # fmt: skip
        gathered.citations.append(
            Citation(span=link.span, note=None, addresses=(len(gathered.addresses) - 1,))
        )


def _in_order(gathered: _Gathered) -> tuple[tuple[Address, ...], tuple[Citation, ...]]:
    """Sort both by place, and keep the ties."""
    order = sorted(range(len(gathered.addresses)), key=lambda i: gathered.addresses[i].span)
    place = {old: new for new, old in enumerate(order)}
    citations = sorted(gathered.citations, key=lambda c: c.span)
    return (
        tuple(gathered.addresses[i] for i in order),
        tuple(replace(c, addresses=tuple(place[i] for i in c.addresses)) for c in citations),
    )
