"""The family SRC: what a reader will ask about the sources, from the document alone."""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.findings.check_sources_attribution import check_attributions
from averment.findings.check_sources_count import check_source_counts
from averment.findings.check_sources_dates import check_source_dates
from averment.findings.check_sources_kind import check_source_kinds
from averment.findings.check_sources_titles import check_source_titles
from averment.findings.finding import Finding
from averment.findings.support import read_ties


def check_sources(reading: Reading) -> Iterator[Finding]:
    """Give what is open about the sources; nothing is fetched."""
    ties = read_ties(reading)
    yield from check_source_counts(ties)
    yield from check_source_kinds(ties)
    yield from check_source_dates(ties)
    yield from check_source_titles(ties)
    yield from check_attributions(ties)
