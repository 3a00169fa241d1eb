"""The family SAF: persons and places that the document puts at risk."""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.findings.finding import Finding
from averment.findings.prose import read_prose
from averment.findings.safety.described import check_described
from averment.findings.safety.detail import check_details
from averment.findings.safety.named import check_persons


def check_safety(reading: Reading) -> Iterator[Finding]:
    """Check for persons who can be identified, and details that lead to them."""
    prose = read_prose(reading)
    yield from check_persons(prose)
    yield from check_described(prose)
    yield from check_details(prose)
