"""The family CIT: what is wrong with the citations of a document."""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.findings.citations.address_use import check_address_use
from averment.findings.citations.addresses import check_addresses
from averment.findings.citations.dates import check_citation_dates
from averment.findings.citations.elements import check_elements
from averment.findings.citations.notes import check_notes
from averment.findings.citations.short import check_short_forms
from averment.findings.citations.uncited import check_uncited
from averment.findings.cited.support import read_ties
from averment.findings.finding import Finding


def check_citations(reading: Reading) -> Iterator[Finding]:
    """Give everything that is amiss with notes, citations and addresses."""
    ties = read_ties(reading)
    yield from check_uncited(ties)
    yield from check_notes(ties)
    yield from check_addresses(reading)
    yield from check_address_use(reading)
    yield from check_elements(reading)
    yield from check_short_forms(ties)
    yield from check_citation_dates(reading)
