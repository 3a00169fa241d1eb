from pathlib import Path

import pytest

from averment.adapters.catalogue_folder import FolderShelf
from averment.adapters.user_file import DiskFile
from averment.errors import InvalidCatalogueError, InvalidInputError


def test_a_file_is_opened_from_the_start_each_time(tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_bytes(b"abc")
    file = DiskFile(tmp_path / "votes.csv")

    for _ in range(2):
        with file.open() as opened:
            assert opened.read() == b"abc"
    assert file.name == "votes.csv"


@pytest.mark.parametrize("name", ["missing.csv", ".", "a\0b"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInputError):
        DiskFile(tmp_path / name).open()


def test_a_folder_s_files_are_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "participation").mkdir()
    (tmp_path / "manifest.json").write_text("{}")
    (tmp_path / "participation" / "T-1990.csv").write_text("state\n")
    (tmp_path / "notes.txt").write_text("not of a catalogue")
    shelf = FolderShelf(tmp_path)

    assert shelf.names() == ("manifest.json", "participation/T-1990.csv")
    assert shelf.read("participation/T-1990.csv") == b"state\n"


@pytest.mark.parametrize(
    "name", ["../secret.csv", "/etc/hostname", "a/../../secret.csv", "x", ""]
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.csv").write_text("secret")
    folder = tmp_path / "catalogue"
    folder.mkdir()

    with pytest.raises(InvalidCatalogueError):
        FolderShelf(folder).read(name)


def test_links_that_leave_the_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("secret")
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "linked.csv").symlink_to(tmp_path / "secret.csv")
    (folder / "round").symlink_to(folder)
    shelf = FolderShelf(folder)

    assert shelf.names() == ()
    with pytest.raises(InvalidCatalogueError, match="does not lie in the folder"):
        shelf.read("linked.csv")


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    for name in ("file", "missing"):
        with pytest.raises(InvalidCatalogueError, match="folder"):
            FolderShelf(tmp_path / name)
