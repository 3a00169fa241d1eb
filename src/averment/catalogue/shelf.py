"""Where the files of a catalogue stand: in the package, or in a folder of the user's."""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Protocol

from averment.errors import InvalidCatalogueError


class Shelf(Protocol):
    """Gives the files of one catalogue by name: ``participation/GC4-1949.csv``."""

    def read(self, name: str) -> bytes:
        """Return a file.

        Raises:
            InvalidCatalogueError: There is no such file.
        """
        ...

    def names(self) -> tuple[str, ...]:
        """Return the names of all files, sorted."""
        ...


class PackageShelf:
    """The catalogue that comes with the program."""

    def __init__(self) -> None:
        self._root = resources.files("averment.catalogue").joinpath("data")

    def read(self, name: str) -> bytes:
        """See `Shelf`."""
        try:
            return self._root.joinpath(*name.split("/")).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as exc:
            raise InvalidCatalogueError(f"the catalogue has no file {name}") from exc

    def names(self) -> tuple[str, ...]:
        """See `Shelf`."""
        return tuple(sorted(_names(self._root, "")))


def _names(folder: Traversable, prefix: str) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _names(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".csv", ".toml", ".json")):
            yield f"{prefix}{entry.name}"
