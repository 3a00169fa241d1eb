"""The family SRC: what a reader will ask about the sources, from the document alone."""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.findings.cited.support import read_ties
from averment.findings.finding import Finding
from averment.findings.sources.attribution import check_attributions
from averment.findings.sources.count import check_source_counts
from averment.findings.sources.dates import check_source_dates
from averment.findings.sources.kind import check_source_kinds
from averment.findings.sources.titles import check_source_titles


def check_sources(reading: Reading) -> Iterator[Finding]:
    """Give what is open about the sources; nothing is fetched."""
    ties = read_ties(reading)
    yield from check_source_counts(ties)
    yield from check_source_kinds(ties)
    yield from check_source_dates(ties)
    yield from check_source_titles(ties)
    yield from check_attributions(ties)
