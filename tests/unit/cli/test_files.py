import io
import os
import stat
import sys
from pathlib import Path

import pytest

from averment.cli import files
from averment.cli.files import Letter, read_letter, refuse_overwriting, write_file
from averment.errors import InvalidInputError, OversizeDocumentError, StorageError


class Stream:
    """Standard input or output with bytes behind it."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)

    def flush(self) -> None:
        """Nothing is held back."""


def test_a_letter_is_read_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")

    assert read_letter(str(tmp_path / "a.txt")) == Letter(data=b"abc", name="a.txt")


def test_a_letter_may_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stream(b"abc"))

    assert read_letter("-") == Letter(data=b"abc", name="standard-input")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.txt", "there is no file"),
        (".", "is a folder"),
        ("a\0b", "not a file name"),
        ("letter.txt/x", "Not a directory"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "letter.txt").write_bytes(b"x")

    with pytest.raises(InvalidInputError, match=words):
        read_letter(str(tmp_path / name))


def test_a_file_too_large_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "huge.pdf").touch()
    os.truncate(tmp_path / "huge.pdf", files.LIMIT_BYTES + 1)

    with pytest.raises(OversizeDocumentError, match="up to 100 MB"):
        read_letter(str(tmp_path / "huge.pdf"))

    monkeypatch.setattr(files, "LIMIT_BYTES", 2)
    monkeypatch.setattr(sys, "stdin", Stream(b"abc"))
    with pytest.raises(OversizeDocumentError):
        read_letter("-")


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    write_file(str(path), b"one")
    write_file(str(path), b"two")

    assert path.read_bytes() == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["out.html"]


def test_a_new_file_has_the_users_permissions_and_an_old_one_keeps_its_own(
    tmp_path: Path,
) -> None:
    old = tmp_path / "old.txt"
    old.touch(mode=0o640)
    mask = os.umask(0o027)
    try:
        write_file(str(tmp_path / "new.txt"), b"x")
    finally:
        os.umask(mask)
    write_file(str(old), b"x")

    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")

    write_file(str(tmp_path / "link.txt"), b"new")

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_device_stays_a_device() -> None:
    write_file(os.devnull, b"x")

    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("name", ["", "no/such/folder.txt", "letter.txt/x", "a\0b"])
def test_what_cannot_be_written_is_refused_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "letter.txt").write_bytes(b"x")

    with pytest.raises(StorageError, match="cannot write"):
        write_file(f"{tmp_path}/{name}", b"x")

    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_standard_output_takes_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream()
    monkeypatch.setattr(sys, "stdout", stream)

    write_file("-", b"abc")

    assert stream.buffer.getvalue() == b"abc"


def test_the_letter_itself_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"x")
    (tmp_path / "same.txt").hardlink_to(tmp_path / "letter.txt")

    with pytest.raises(StorageError, match="is the letter itself"):
        refuse_overwriting(str(tmp_path / "letter.txt"), (str(tmp_path / "same.txt"),))
    refuse_overwriting(str(tmp_path / "letter.txt"), (str(tmp_path / "other.txt"), "-", "a\0b"))
    refuse_overwriting("-", (str(tmp_path / "letter.txt"),))
