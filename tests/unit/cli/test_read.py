import json
from collections.abc import Callable
from pathlib import Path

import pytest

Aver = Callable[..., int]


def test_it_prints_what_was_understood(
    aver: Aver, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aver("read", letter) == 0
    assert capsys.readouterr().out.startswith(
        "letter.txt: 1 claim, 0 notes, 0 sources, 1 address."
    )


def test_it_writes_the_reading(aver: Aver, letter: Path, tmp_path: Path) -> None:
    files = (tmp_path / "r.json", tmp_path / "a.json")

    assert aver("read", letter, "--quiet", "--json", files[0], "--annotations", files[1]) == 0

    reading, annotations = (json.loads(file.read_text("utf-8")) for file in files)
    assert reading["schema"] == "averment.reading/1"
    assert annotations["doc"] == "letter"


def test_two_outputs_need_two_names(aver: Aver, letter: Path) -> None:
    assert aver("read", letter, "--json", "x", "--annotations", "x") == 2
