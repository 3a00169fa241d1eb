"""What README, SECURITY and the pages on neutrality promise of the main job holds."""

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from averment.app import open_workbench
from averment.cli import main

ROOT = Path(__file__).parents[2]
LETTERS = ROOT / "tests" / "documents" / "letters"
PARTIES = ("Norvenia", "Estavia")
"""Invented States; their names are of about one length, so that lines break alike."""


def exchanged(text: str) -> str:
    """Return `text` with each party's name in the other's place."""
    one, other = PARTIES
    for form in (str.title, str.upper):
        text = text.replace(form(one), "\0").replace(form(other), form(one))
        text = text.replace("\0", form(other))
    return text


def checked(text: str) -> list[tuple[str, str, int | None, str | None]]:
    found = open_workbench().check(text.encode(), name="letter.txt").findings
    return [(one.code, one.severity.name, one.claim, one.note) for one in found]


@pytest.mark.parametrize("name", ["state-letter-norvenia-2012", "denial-estavia-2012"])
def test_a_letter_with_its_parties_exchanged_has_the_same_findings(name: str) -> None:
    text = (LETTERS / f"{name}.txt").read_text("utf-8")

    assert all(party in text for party in PARTIES)
    assert checked(exchanged(text)) == checked(text)


def test_the_letter_itself_is_never_changed(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    data = (ROOT / "examples" / "appeal.txt").read_bytes()
    letter.write_bytes(data)

    refused = main(["check", str(letter), "--quiet", "--repaired", str(letter)])

    assert refused != 0
    assert letter.read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_main_job_opens_no_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket.socket, "sendto", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    outputs = [tmp_path / name for name in ("a.html", "a.docx", "a.json", "a.txt")]
    options = ["--html", "--docx", "--json", "--repaired"]
    written = [word for pair in zip(options, map(str, outputs), strict=True) for word in pair]

    code = main(
        [
            "check",
            str(ROOT / "examples" / "appeal.txt"),
            "--quiet",
            "--fail-on",
            "never",
            *written,
        ]
    )

    assert code == 0
    assert [path for path in outputs if not path.is_file()] == []
