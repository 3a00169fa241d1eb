"""Addresses that are sound and still serve the reader badly.

Tracking parameters, short links, front pages and search results, an address that works for one
visit, a day or a host in the address that does not fit the citation.
"""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.documents.address import Address, Damage
from averment.documents.citation import Citation
from averment.findings.cited.address_parts import (
    AddressParts,
    day_in,
    has_session,
    is_home,
    is_one_of,
    is_search,
    parts_of,
)
from averment.findings.cited.cited_words import named
from averment.findings.cited.period import period_of, written
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground, Severity
from averment.sources.outlet import find_outlet
from averment.sources.source import OutletKind

_OWN_SITE = frozenset({OutletKind.NEWS_MEDIA, OutletKind.STATE_MEDIA, OutletKind.NGO})
"""Publishers whose works stand on their own site; an agency's stand on many."""
_FURTHEST = 400
"""Days beyond which eight digits in a row are taken for another number."""


def check_address_use(reading: Reading) -> Iterator[Finding]:
    """Give what is amiss with addresses that can be opened."""
    for address in reading.addresses:
        yield from _tracking(address)
    for citation in reading.citations:
        for index in citation.addresses:
            address = reading.addresses[index]
            parts = parts_of(address)
            if parts is not None and parts.host:
                yield from _kind(address, parts, citation)
                yield from _day(address, parts, citation)
                yield from _host(address, parts, citation)


def _tracking(address: Address) -> Iterator[Finding]:
    if any(step.damage is Damage.TRACKING_PARAM for step in address.steps):
        remedy = f"Print it as {address.repaired}" if address.repaired else None
        yield finding(
            "CIT305",
            address.span,
            "The address carries a tracking parameter: it tells who clicked, "
            "and it shows how the sender came upon the page.",
            remedy=remedy,
            note=address.note,
        )


def _kind(address: Address, parts: AddressParts, citation: Citation) -> Iterator[Finding]:
    """Short links, and addresses that show something else to each visitor."""
    if is_one_of(parts.host, "shorteners") and parts.path.strip("/"):
        yield finding(
            "CIT307",
            address.span,
            f"The address is a short link of {parts.host}: nobody sees where it leads, "
            "and it dies with the service.",
            note=address.note,
        )
    elif is_search(parts):
        yield finding(
            "CIT308",
            address.span,
            "The address leads to a list of search results, which changes; "
            "which page of it is meant?",
            note=address.note,
        )
    elif is_home(parts) and citation.note is not None and citation.title is not None:
        yield finding(
            "CIT308",
            address.span,
            f"The address leads to the front page of {parts.host}; "
            f"where on the site is {named(citation)}?",
            note=address.note,
        )
    if has_session(parts):
        yield finding(
            "CIT309",
            address.span,
            "The address names one visit to the site; for another reader it may not open.",
            note=address.note,
        )


def _day(address: Address, parts: AddressParts, citation: Citation) -> Iterator[Finding]:
    """Compare the day in the address with the date of the citation."""
    printed = period_of(citation.date.value) if citation.date else None
    found = day_in(parts)
    if printed is None or found is None or citation.date is None or not printed.is_day:
        return
    day, sure = found
    apart = abs((day.first - printed.first).days)
    if apart == 0 or (not sure and apart > _FURTHEST):
        return
    about = ", which may be a matter of time zones" if apart == 1 else ""
    yield finding(
        "CIT310",
        citation.date.span,
        f"The citation is dated {written(printed)}; the address says {written(day)}{about}.",
        severity=Severity.NOTE if apart == 1 else None,
        grounds=[Ground(text="the day stands in the address", span=address.span)],
        note=citation.note,
    )


def _host(address: Address, parts: AddressParts, citation: Citation) -> Iterator[Finding]:
    """Compare the publisher printed with the publisher whose site it is."""
    if citation.publisher is None:
        return
    printed = find_outlet(host=None, publisher=citation.publisher.value)
    site = find_outlet(host=parts.host, publisher=None)
    if printed is None or site is None or printed.name == site.name:
        return
    if printed.kind not in _OWN_SITE or site.kind not in _OWN_SITE:
        return
    yield finding(
        "CIT311",
        citation.publisher.span,
        f"The publisher is given as {citation.publisher.value}; "
        f"the address is on a site of {site.name}. Which of the two is cited?",
        grounds=[
            Ground(text=f"{parts.host} is listed as {site.name}", span=address.span),
        ],
        note=citation.note,
    )
