"""A workbench that knows one invented letter."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from averment.claims.claim import Claim, ClaimKind
from averment.claims.reading import Reading
from averment.cli import main
from averment.documents.address import Address, AddressStatus
from averment.documents.document import Document, Format, LinesOrigin, Passage, PassageKind
from averment.documents.flow import Flow
from averment.documents.letterhead import Letterhead
from averment.documents.span import Span
from averment.findings.checked import Checked
from averment.findings.finding import Finding, Severity

TEXT = "We ask Norvenia to answer. See https://a.example/x y.html for more."
PRINTED = "https://a.example/x y.html"
MEANT = "https://a.example/x_y.html"


def reading_named(name: str) -> Reading:
    """Return the reading of the letter."""
    start = TEXT.index(PRINTED)
    return Reading(
        document=Document(
            name=name,
            format=Format.PLAIN,
            text=TEXT,
            passages=(
                Passage(
                    kind=PassageKind.PARAGRAPH,
                    flow=Flow.join([(0, TEXT)]),
                    origin=LinesOrigin(first=1, last=1),
                ),
            ),
        ),
        letterhead=Letterhead(),
        notes=(),
        addresses=(
            Address(
                span=Span(start, start + len(PRINTED)),
                raw=PRINTED,
                status=AddressStatus.REPAIRED,
                repaired=MEANT,
            ),
        ),
        citations=(),
        sources=(),
        claims=(
            Claim(
                number=1, kind=ClaimKind.REQUEST, span=Span(0, 26), text=TEXT[:26], passage=0
            ),
        ),
        instruments=(),
        symbols=(),
        votes=(),
    )


@dataclass
class OneLetterBench:
    """A workbench that finds one thing, of a severity that the test chooses."""

    severity: Severity = Severity.ERROR
    failure: Exception | None = None
    given: list[tuple[bytes, str]] = field(default_factory=list)

    def read(self, data: bytes, *, name: str) -> Reading:
        """Return the reading, whatever the bytes."""
        if self.failure is not None:
            raise self.failure
        self.given.append((data, name))
        return reading_named(name)

    def check(self, data: bytes, *, name: str) -> Checked:
        """Return the reading with one finding."""
        finding = Finding(
            code="CIT101",
            severity=self.severity,
            span=Span(0, 26),
            message="No source.",
            remedy="Name one.",
            claim=1,
        )
        return Checked(reading=self.read(data, name=name), findings=(finding,))

    def explain(self, code: str) -> str:
        """Return a page."""
        return f"# {code}\n\nWhy *this*\nmatters.\n"


Aver = Callable[..., int]


@pytest.fixture
def bench() -> OneLetterBench:
    """The workbench behind the command line."""
    return OneLetterBench()


@pytest.fixture
def aver(bench: OneLetterBench) -> Aver:
    """The command line, run in this process."""
    return lambda *words: main([str(word) for word in words], bench=lambda: bench)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter on disk."""
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, "utf-8")
    return path
