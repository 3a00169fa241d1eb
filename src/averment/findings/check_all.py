"""Every check, family by family."""

from collections.abc import Callable, Iterator

from averment.claims.reading import Reading
from averment.findings.checked import Checked
from averment.findings.citations.check import check_citations
from averment.findings.figures.check import check_figures
from averment.findings.finding import Finding
from averment.findings.knowledge import Knowledge
from averment.findings.law.check import check_law
from averment.findings.law.qualifications import qualifications
from averment.findings.procedure.check import check_procedure
from averment.findings.record.check import check_record
from averment.findings.safety.check import check_safety
from averment.findings.sources.check import check_sources

CHECKS: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    check_citations,
    check_sources,
    check_figures,
    check_procedure,
    check_safety,
)
"""Those that need the document alone."""

SAID_BETTER = {"FIG107": "REC115"}
"""A finding by the words alone, and the one that says the same with the record behind it."""


def check_all(reading: Reading, knowledge: Knowledge) -> Checked:
    """Run every check and return what they found, in the order of the text."""
    findings = [finding for check in CHECKS for finding in check(reading)]
    findings += check_law(reading, knowledge.law, texts=knowledge.record.texts)
    findings += check_record(
        reading,
        knowledge.record,
        memberships=knowledge.memberships,
        sessions=knowledge.sessions,
    )
    kept = without_repeats(findings)
    return Checked(
        reading=reading,
        findings=tuple(sorted(kept, key=lambda f: (f.span, f.code, f.message))),
        qualifications=qualifications(reading, knowledge.law),
    )


def without_repeats(findings: list[Finding]) -> list[Finding]:
    """Return `findings` without those that another one on the same words says better."""
    return [
        finding
        for finding in findings
        if not any(
            other.code == SAID_BETTER.get(finding.code) and other.span.overlaps(finding.span)
            for other in findings
        )
    ]
