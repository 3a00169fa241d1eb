"""Each code of FIG, PRO and SAF has its page, and clean letters stay clean."""

from importlib import resources
from pathlib import Path

import pytest

from averment.claims.understand import understand
from averment.findings.figures.check import check_figures
from averment.findings.finding import Severity
from averment.findings.procedure.check import check_procedure
from averment.findings.rules import RULES, page_of
from averment.findings.safety.check import check_safety
from averment.readers.plain import read_plain

FAMILIES = ("FIG", "PRO", "SAF")
CODES = [code for code in RULES if code.startswith(FAMILIES)]
LETTERS = Path(__file__).parents[2] / "documents" / "letters"
SECTIONS = [
    "## What it says",
    "## Why it matters",
    "## How to mend it",
    "## Example",
    "## Authority",
    "## What the check cannot see",
]


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_page_with_its_title_and_every_section(code: str) -> None:
    lines = page_of(code).splitlines()

    assert lines[0] == f"# {code}: {RULES[code].title}"
    assert [line for line in lines if line.startswith("## ")] == SECTIONS


CHECKS = ("figures", "procedure", "safety")


def test_every_page_of_the_families_belongs_to_a_code() -> None:
    pages = resources.files("averment.findings").joinpath("pages").iterdir()
    named = {page.name.removesuffix(".md") for page in pages if page.name.startswith(FAMILIES)}

    assert named == set(CODES)


def test_there_are_codes_enough_and_each_is_made_by_a_check() -> None:
    packages = [resources.files(f"averment.findings.{name}") for name in CHECKS]
    source = "".join(
        entry.read_text("utf-8")
        for package in packages
        for entry in package.iterdir()
        if entry.name.endswith(".py")
    )

    assert len(CODES) >= 30
    assert [code for code in CODES if f'"{code}"' not in source] == []


@pytest.mark.parametrize("letter", sorted(LETTERS.glob("clean-*.txt")), ids=lambda p: p.stem)
def test_a_letter_without_faults_gives_no_warning_and_no_error(letter: Path) -> None:
    reading = understand(read_plain(letter.read_bytes(), name=letter.name))
    found = [*check_figures(reading), *check_procedure(reading), *check_safety(reading)]

    assert [f for f in found if f.severity >= Severity.WARNING] == []
