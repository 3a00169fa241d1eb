"""The files that `aver check` writes: each report made only where it is asked for.

Word files need lxml and pages need jinja2, which take longer to load than a short letter takes
to check, so each is imported where it is used.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click

from averment.claims.reading import Reading
from averment.cli.files import STREAM, Letter
from averment.documents.document import Format
from averment.findings.checked import Checked
from averment.findings.finding import Severity
from averment.reports.summary import at_least

# ruff: noqa: PLC0415 - see above

WORD_ENDING = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which files are asked for; None where one is not."""

    json: str | None = None
    html: str | None = None
    docx: str | None = None
    annotations: str | None = None
    repaired: str | None = None
    repaired_clean: str | None = None
    show_ok: bool = False

    def paths(self) -> tuple[str, ...]:
        """Return every path."""
        named = (
            self.json,
            self.html,
            self.docx,
            self.annotations,
            self.repaired,
            self.repaired_clean,
        )
        return tuple(path for path in named if path is not None)

    def require_sense(self) -> None:
        """Refuse paths that cannot all be written.

        Raises:
            UsageError: Two outputs have one name, or a Word file would go to a terminal.
        """
        paths = self.paths()
        for path in paths:
            if paths.count(path) > 1:
                raise click.UsageError(f"two outputs are to be written to {path}")
        if self.docx == STREAM:
            raise click.UsageError("a Word file cannot be printed: give --docx a file name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file to be written."""

    path: str
    data: bytes
    remark: str = ""
    """What the user should know of it."""


def outputs(wanted: Wanted, letter: Letter, checked: Checked) -> Iterator[Output]:
    """Make each file that is wanted."""
    makers: tuple[tuple[str | None, Callable[[str], Output]], ...] = (
        (wanted.json, lambda path: Output(path=path, data=_json(checked))),
        (wanted.html, lambda path: Output(path=path, data=_html(checked, wanted))),
        (wanted.docx, lambda path: Output(path=path, data=_docx(checked, letter, wanted))),
        (
            wanted.annotations,
            lambda path: Output(path=path, data=annotations_of(checked.reading)),
        ),
        (wanted.repaired, lambda path: _repaired(path, checked, letter, tracked=True)),
        (wanted.repaired_clean, lambda path: _repaired(path, checked, letter, tracked=False)),
    )
    for path, make in makers:
        if path is not None:
            yield make(path)


def encoded(text: str) -> bytes:
    """Return the bytes of a text file; half a character pair, which none can hold, as ``?``."""
    return text.encode("utf-8", errors="replace")


def annotations_of(reading: Reading) -> bytes:
    """Return a reading in the exchange shape, as a file."""
    from averment.reports.annotations import annotations_text

    return encoded(annotations_text(reading))


def reading_json(reading: Reading) -> bytes:
    """Return a reading without findings, as a file."""
    from averment.reports.json_report import json_reading

    return encoded(json_reading(reading))


def _json(checked: Checked) -> bytes:
    from averment.reports.json_report import json_report

    return encoded(json_report(checked))


def _html(checked: Checked, wanted: Wanted) -> bytes:
    from averment.reports.html import html_report

    return encoded(html_report(checked, show_ok=wanted.show_ok))


def _docx(checked: Checked, letter: Letter, wanted: Wanted) -> bytes:
    from averment.reports.word.margin import commented

    lowest = Severity.OK if wanted.show_ok else Severity.NOTE
    shown = Checked(reading=checked.reading, findings=at_least(checked.findings, lowest))
    return commented(shown, letter.data)


def _repaired(path: str, checked: Checked, letter: Letter, *, tracked: bool) -> Output:
    reading = checked.reading
    is_word = reading.document.format is Format.DOCX
    if is_word or path.lower().endswith(WORD_ENDING):
        if path == STREAM:
            raise click.UsageError("a Word file cannot be printed: give --repaired a file name")
        from averment.reports.word.margin import repaired

        changed = repaired(reading, letter.data, tracked=tracked)
        return Output(
            path=path,
            data=changed.package.saved(),
            remark=_count(changed.written, changed.left),
        )
    from averment.reports.repaired_text import repairable, repaired_text

    return Output(
        path=path,
        data=encoded(repaired_text(reading)),
        remark=_count(len(repairable(reading)), ()),
    )


def _count(written: int, left: tuple[object, ...]) -> str:
    said = f"{written} repaired address{'' if written == 1 else 'es'}"
    return f"{said}, {len(left)} could not be written" if left else said
