"""The family PRO: what the addressee's desk will hold against the letter's form and words."""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.findings.finding import Finding
from averment.findings.procedure.frame import (
    check_antecedents,
    check_frame,
    check_numbering,
)
from averment.findings.procedure.limits import check_rules
from averment.findings.procedure.slips import check_abbreviations, check_slips
from averment.findings.procedure.wording import check_wording
from averment.findings.prose import read_prose


def check_procedure(reading: Reading) -> Iterator[Finding]:
    """Check frame, procedure, wording and slips."""
    prose = read_prose(reading)
    yield from check_frame(prose)
    yield from check_numbering(prose)
    yield from check_antecedents(prose)
    yield from check_rules(prose)
    yield from check_wording(prose)
    yield from check_slips(prose)
    yield from check_abbreviations(prose)
