import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

import averment.cli
from averment.errors import InvalidDocumentError, MissingToolError

Aver = Callable[..., int]


@pytest.mark.parametrize("command", [(), ("check",), ("read",), ("explain",)])
def test_every_command_has_help_with_an_example(
    aver: Aver, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert aver(*command, "--help") == 0
    assert "Examples:\n" in capsys.readouterr().out


def test_every_command_is_in_the_documentation() -> None:
    pages = Path(__file__).parents[3] / "docs" / "reference" / "cli.md"
    words = pages.read_text("utf-8")

    assert [
        name for name in averment.cli.aver.commands if f"## `aver {name}`" not in words
    ] == []


def test_it_says_its_version(aver: Aver, capsys: pytest.CaptureFixture[str]) -> None:
    assert aver("--version") == 0
    assert capsys.readouterr().out.startswith("aver, version ")


def test_a_refused_letter_is_one_line_and_no_traceback(
    aver: Aver, bench: Any, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.failure = InvalidDocumentError("the file is empty: save it again")

    assert aver("check", letter) == 2
    assert capsys.readouterr() == ("", "aver: the file is empty: save it again\n")


def test_a_missing_tool_is_refused_with_its_remedy(
    aver: Aver, bench: Any, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.failure = MissingToolError("this is a picture: pip install 'averment[ocr]'")

    assert aver("read", letter) == 2
    assert "pip install" in capsys.readouterr().err


def test_a_bug_says_that_it_is_one(
    aver: Aver, bench: Any, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.failure = ZeroDivisionError("x")

    assert aver("check", letter) == 70

    error = capsys.readouterr().err
    assert error.startswith("aver: this is a bug in Averment")
    assert "ZeroDivisionError: x" in error


@pytest.mark.parametrize(
    ("failure", "code"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 0)]
)
def test_stopping_is_no_bug(
    aver: Aver,
    bench: Any,
    letter: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: BaseException,
    code: int,
) -> None:
    monkeypatch.setattr(sys, "stdout", sys.stdout)  # put back afterwards
    bench.failure = failure

    assert aver("check", letter) == code


def test_a_terminal_with_few_characters_gets_escapes() -> None:
    words = "“é”"
    code = f"import averment.cli as c; c._accept_any_character(); print({words!r})"

    printed = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code],
        env={"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )

    assert printed.stdout.decode("ascii").strip() == r"\u201c\xe9\u201d"


def test_the_command_line_loads_nothing_heavy() -> None:
    code = (
        "import sys, averment.cli\n"
        "print([m for m in ('lxml', 'jinja2', 'docx', 'pypdfium2', 'averment.app') "
        "if m in sys.modules])"
    )

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )

    assert printed.stdout.strip() == "[]"


def test_the_commands_are_those_of_the_group() -> None:
    assert isinstance(averment.cli.aver, click.Group)
    assert sorted(averment.cli.aver.commands) == [
        "catalogue",
        "check",
        "explain",
        "law",
        "read",
        "record",
    ]
