"""A letter as it was read, with what was found wrong with it."""

from dataclasses import dataclass

from averment.claims.reading import Reading
from averment.findings.finding import Finding
from averment.findings.law.qualifications import ClaimQualification


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One reading and the remarks on it, in the order of the text."""

    reading: Reading
    findings: tuple[Finding, ...]
    qualifications: tuple[ClaimQualification, ...] = ()
    """What each alleged act may engage; offered to a lawyer, and no finding."""
