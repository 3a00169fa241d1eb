import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from averment.findings.finding import Severity

Aver = Callable[..., int]


def test_the_report_is_printed_and_an_error_ends_with_1(
    aver: Aver, letter: Path, bench: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aver("check", letter) == 1
    assert capsys.readouterr().out.startswith("1 error, 0 warnings, 0 notes; 1 claim checked")
    assert bench.given == [(letter.read_bytes(), "letter.txt")]


@pytest.mark.parametrize(
    ("severity", "level", "code"),
    [
        (Severity.ERROR, "error", 1),
        (Severity.WARNING, "error", 0),
        (Severity.WARNING, "warning", 1),
        (Severity.NOTE, "warning", 0),
        (Severity.NOTE, "note", 1),
        (Severity.OK, "note", 0),
        (Severity.ERROR, "never", 0),
    ],
)
def test_the_level_decides_the_exit_code(
    aver: Aver,
    letter: Path,
    bench: Any,
    *,
    severity: Severity,
    level: str,
    code: int,
) -> None:
    bench.severity = severity

    assert aver("check", letter, "--quiet", "--fail-on", level) == code


def test_quiet_prints_nothing(
    aver: Aver, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    aver("check", letter, "--quiet")

    assert capsys.readouterr() == ("", "")


def test_every_report_can_be_written(
    aver: Aver, letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {
        "--json": "report.json",
        "--html": "report.html",
        "--docx": "report.docx",
        "--annotations": "annotations.json",
        "--repaired": "mended.txt",
        "--repaired-clean": "mended.docx",
    }
    options = [part for name, file in names.items() for part in (name, tmp_path / file)]

    assert aver("check", letter, *options, "--fail-on", "never") == 0

    printed = capsys.readouterr().out
    assert [f"Written: {tmp_path / file}" in printed for file in names.values()] == [True] * 6
    assert "mended.txt (1 repaired address)" in printed
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["schema"] == (
        "averment.report/1"
    )
    assert json.loads((tmp_path / "annotations.json").read_text("utf-8"))["doc"] == "letter"
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<!doctype html>")
    assert "https://a.example/x_y.html" in (tmp_path / "mended.txt").read_text("utf-8")
    for name in ("report.docx", "mended.docx"):
        assert zipfile.ZipFile(tmp_path / name).testzip() is None


def test_a_report_on_standard_output_stands_alone(
    aver: Aver, letter: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert aver("check", letter, "--json", "-") == 1

    assert json.loads(capfdbinary.readouterr().out)["schema"] == "averment.report/1"


@pytest.mark.parametrize(
    "options",
    [
        ("--docx", "-"),
        ("--json", "-", "--html", "-"),
        ("--json", "x", "--html", "x"),
        ("--fail-on", "fatal"),
        ("--no-such-option",),
    ],
)
def test_a_call_without_sense_is_refused(
    aver: Aver, letter: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    assert aver("check", letter, *options) == 2
    assert "Usage: aver check" in capsys.readouterr().err


def test_the_letter_is_never_written_over(
    aver: Aver, letter: Path, bench: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    before = letter.read_bytes()

    assert aver("check", letter, "--repaired", letter) == 3

    assert letter.read_bytes() == before
    assert bench.given == []
    assert (
        capsys.readouterr().err == f"aver: {letter} is the letter itself: choose another name\n"
    )


def test_nothing_is_written_where_one_report_fails(
    aver: Aver, letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aver("check", letter, "--html", tmp_path / "no" / "such.html") == 3
    assert "cannot write" in capsys.readouterr().err


def test_colour_is_for_terminals_and_for_those_who_ask(
    aver: Aver, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    aver("check", letter)
    assert "\x1b[" not in capsys.readouterr().out

    aver("check", letter, "--color", "always")
    assert "\x1b[" in capsys.readouterr().out
