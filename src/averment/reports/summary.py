"""What the reports have in common: how findings are counted, named and put in order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from averment.documents.address import Address, AddressStatus, Damage
from averment.documents.document import Document
from averment.findings.checked import Checked
from averment.findings.finding import Finding, Severity

LIMITS = (
    "Averment reads what the document says. It does not say what is true: a letter without "
    "findings may be wrong, and a finding is a reason to look again, not proof of a mistake. "
    "No address was opened."
)
"""What the check cannot show; every report says it."""

SEVERITY_WORDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
    Severity.OK: "borne out",
}
SEVERITY_MEANINGS = {
    Severity.ERROR: "would be used against the writer",
    Severity.WARNING: "should be mended before sending",
    Severity.NOTE: "the reader will ask",
    Severity.OK: "checked, and the letter bears it out",
}
_PLURALS = {
    Severity.ERROR: "errors",
    Severity.WARNING: "warnings",
    Severity.NOTE: "notes",
    Severity.OK: "borne out",
}
STATUS_WORDS = {
    AddressStatus.INTACT: "intact",
    AddressStatus.REPAIRED: "repaired",
    AddressStatus.TRUNCATED: "cannot be proved",
    AddressStatus.MISSING: "missing",
}
DAMAGE_WORDS = {
    Damage.WRAP_SPACE: "white space from a line end",
    Damage.WRAP_HYPHEN_LOST: "hyphen lost at a line end",
    Damage.UNDERSCORE_TO_SPACE: "underscore turned into a space",
    Damage.DOT_TO_SPACE: "dot turned into a space",
    Damage.DOT_TO_COMMA: "dot turned into a comma",
    Damage.SCHEME_MISREAD: "scheme misread",
    Damage.HOST_MISREAD: "host misread",
    Damage.DEFANGED: "made harmless on purpose",
    Damage.STRAY_GT: "stray “>” at the end",
    Damage.STRAY_MARK: "stray mark",
    Damage.TRACKING_PARAM: "tracking parameter",
    Damage.HTML_RESIDUE: "left-over markup",
    Damage.CHARACTER_LOST: "character lost",
    Damage.CUT: "cut off",
    Damage.MISSING: "nothing printed where an address is announced",
}
"""What happened to an address; neutral, because not every damage can be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The letter in figures."""

    severities: tuple[tuple[Severity, int], ...]
    """Every severity, worst first."""
    claims: int
    notes: int
    sources: int
    addresses: int
    address_statuses: tuple[tuple[AddressStatus, int], ...]
    """Those that occur, best first."""

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.found()}; {self.scope()}"

    def found(self) -> str:
        """Say how many findings of each severity there are."""
        return ", ".join(
            counted(number, SEVERITY_WORDS[severity], _PLURALS[severity])
            for severity, number in self.severities
            if severity is not Severity.OK
        )

    def scope(self) -> str:
        """Say what was looked at."""
        claims = f"{counted(self.claims, 'claim', 'claims')} checked"
        borne_out = dict(self.severities)[Severity.OK]
        if borne_out:
            claims += f", {counted(borne_out, 'point', 'points')} borne out"
        addresses = counted(self.addresses, "address", "addresses")
        states = ", ".join(f"{n} {STATUS_WORDS[status]}" for status, n in self.address_statuses)
        return f"{claims}; {addresses}: {states}" if states else f"{claims}; {addresses}"


def counted(number: int, singular: str, plural: str) -> str:
    """Return the number with the word that fits it: ``1 error``, ``2 errors``."""
    return f"{number} {singular if number == 1 else plural}"


def summarise(checked: Checked) -> Summary:
    """Count what was read and what was found."""
    reading = checked.reading
    found = Counter(finding.severity for finding in checked.findings)
    states = Counter(address.status for address in reading.addresses)
    return Summary(
        severities=tuple((severity, found[severity]) for severity in reversed(Severity)),
        claims=len(reading.claims),
        notes=len(reading.notes),
        sources=len(reading.sources),
        addresses=len(reading.addresses),
        address_statuses=tuple((s, states[s]) for s in AddressStatus if states[s]),
    )


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings by severity, then by where they stand, then by code."""
    return tuple(
        sorted(
            findings, key=lambda f: (-f.severity, f.span.start, f.span.end, f.code, f.message)
        )
    )


def in_text_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings by where they stand, the worst first at one place."""
    return tuple(
        sorted(
            findings, key=lambda f: (f.span.start, -f.severity, f.span.end, f.code, f.message)
        )
    )


def at_least(findings: Iterable[Finding], severity: Severity) -> tuple[Finding, ...]:
    """Return the findings that are at least as bad as `severity`."""
    return tuple(finding for finding in findings if finding.severity >= severity)


def step_words(address: Address) -> tuple[str, ...]:
    """Say each damage of the address as printed, and how it is known."""
    return tuple(f"{DAMAGE_WORDS[step.damage]}: {step.proof}" for step in address.steps)


def stem(document: Document) -> str:
    """Return the name of the document's file without folder and last ending."""
    name = document.name.replace("\\", "/").rsplit("/", 1)[-1]
    head, dot, _ = name.rpartition(".")
    return head if dot and head else name
