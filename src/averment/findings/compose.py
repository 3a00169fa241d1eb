"""Make a finding from its rule: severity and remedy come from the rule unless one is given."""

from collections.abc import Sequence

from averment.documents.span import Span
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.rules import RULES


def finding(
    code: str,
    span: Span,
    message: str,
    *,
    severity: Severity | None = None,
    remedy: str | None = None,
    grounds: Sequence[Ground] = (),
    claim: int | None = None,
    note: str | None = None,
    candidates: Sequence[str] = (),
) -> Finding:
    """Return a finding of `code`; what is not given is the rule's own."""
    rule = RULES[code]
    return Finding(
        code=code,
        severity=rule.severity if severity is None else severity,
        span=span,
        message=message,
        remedy=rule.remedy if remedy is None else remedy,
        grounds=tuple(grounds),
        claim=claim,
        note=note,
        candidates=tuple(candidates),
    )
