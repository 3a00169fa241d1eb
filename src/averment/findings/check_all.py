"""Every check, family by family."""

from collections.abc import Callable, Iterator

from averment.claims.reading import Reading
from averment.findings.citations.check import check_citations
from averment.findings.figures.check import check_figures
from averment.findings.finding import Finding
from averment.findings.procedure.check import check_procedure
from averment.findings.safety.check import check_safety
from averment.findings.sources.check import check_sources

CHECKS: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    check_citations,
    check_sources,
    check_figures,
    check_procedure,
    check_safety,
)


def check_all(reading: Reading) -> tuple[Finding, ...]:
    """Run every check and return what they found, in the order of the text."""
    findings = [finding for check in CHECKS for finding in check(reading)]
    return tuple(sorted(findings, key=lambda f: (f.span, f.code, f.message)))
