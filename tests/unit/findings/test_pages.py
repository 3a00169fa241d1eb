"""Every code has its page and is made by a check; letters without faults get no warning."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from averment.app import open_workbench
from averment.findings.finding import Severity
from averment.findings.rules import FAMILIES, RULES, page_of

LETTERS = Path(__file__).parents[2] / "documents" / "letters"
PACKAGE = resources.files("averment.findings")
FEW = 2
"""Questions that a letter without faults may be asked about law, and about the record."""
SECTIONS = [
    "## What it says",
    "## Why it matters",
    "## How to mend it",
    "## Example",
    "## Authority",
    "## What the check cannot see",
]


def sources(folder: Traversable) -> str:
    """Return the code below `folder` as one text."""
    return "".join(
        sources(entry) if entry.is_dir() else entry.read_text("utf-8")
        for entry in folder.iterdir()
        if entry.is_dir() or entry.name.endswith(".py")
    )


@pytest.mark.parametrize("code", RULES)
def test_a_code_has_a_page_with_its_title_and_every_section(code: str) -> None:
    lines = page_of(code).splitlines()

    assert lines[0] == f"# {code}: {RULES[code].title}"
    assert [line for line in lines if line.startswith("## ")] == SECTIONS


def test_every_page_belongs_to_a_code() -> None:
    pages = {page.name.removesuffix(".md") for page in PACKAGE.joinpath("pages").iterdir()}

    assert pages == set(RULES)


def test_every_code_is_made_by_a_check() -> None:
    code = sources(PACKAGE)

    assert [name for name in RULES if f'"{name}"' not in code] == []


def test_no_family_is_empty() -> None:
    assert {rule.family for rule in RULES.values()} == set(FAMILIES)


@pytest.mark.parametrize("letter", sorted(LETTERS.glob("clean-*.txt")), ids=lambda p: p.stem)
def test_a_letter_without_faults_gives_no_warning_and_no_error(letter: Path) -> None:
    checked = open_workbench().check(letter.read_bytes(), name=letter.name)

    assert [f for f in checked.findings if f.severity >= Severity.WARNING] == []
    for family in ("LAW", "REC"):
        notes = [f for f in checked.findings if f.code.startswith(family) and f.severity]
        assert len(notes) <= FEW
