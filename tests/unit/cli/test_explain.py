from collections.abc import Callable

import pytest

from averment.findings.rules import RULES

Aver = Callable[..., int]


def test_it_prints_the_page(aver: Aver, capsys: pytest.CaptureFixture[str]) -> None:
    assert aver("explain", "CIT101") == 0
    assert capsys.readouterr().out == "CIT101\n\nWhy this matters.\n"


def test_it_lists_every_code(aver: Aver, capsys: pytest.CaptureFixture[str]) -> None:
    assert aver("explain", "--list") == 0

    printed = capsys.readouterr().out
    assert [code for code in RULES if code not in printed] == []


@pytest.mark.parametrize("words", [(), ("CIT101", "--list")])
def test_it_wants_a_code_or_the_list(aver: Aver, words: tuple[str, ...]) -> None:
    assert aver("explain", *words) == 2
