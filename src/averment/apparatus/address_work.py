"""An address under repair, and the steps that led from what is printed to what is meant."""

import re
from dataclasses import dataclass, field

from averment.documents.address import AddressStatus, Damage, RepairStep

HOST = re.compile(r"[^/?#]*")
SCHEME_LENGTH = 9
"""Characters in which ``://`` must stand to end the scheme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one printed address."""

    status: AddressStatus
    repaired: str | None
    steps: tuple[RepairStep, ...]
    candidates: tuple[str, ...]


@dataclass(slots=True)
class Work:
    """An address under repair; lives within one repair."""

    text: str
    steps: list[RepairStep] = field(default_factory=list)
    open_choices: list[tuple[str, ...]] = field(default_factory=list)
    """For each place that nothing proves (written as NUL): what may have stood there."""
    unproved: list[RepairStep] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)

    def step(self, damage: Damage, proof: str) -> None:
        """Note a proved step, once."""
        if all(done.damage is not damage or done.proof != proof for done in self.steps):
            self.steps.append(RepairStep(damage=damage, proof=proof))

    def doubt(self, damage: Damage, proof: str) -> None:
        """Note damage that cannot be undone with certainty."""
        self.unproved.append(RepairStep(damage=damage, proof=proof))

    def host(self) -> tuple[int, int]:
        """Return where the host name stands."""
        start = self.text.find("://") + 3 if "://" in self.text[:SCHEME_LENGTH] else 0
        match = HOST.match(self.text, start)
        return start, match.end() if match else start
