"""A catalogue in a folder of the user's: another version, to be compared with ours."""

from collections.abc import Iterator
from pathlib import Path

from averment.errors import InvalidCatalogueError

_ENDINGS = (".csv", ".toml", ".json")
_LARGEST_BYTES = 50_000_000
_MOST_FILES = 5_000
_DEEPEST = 4


class FolderShelf:
    """The files of one folder. Nothing outside it is read, whatever names and links say."""

    def __init__(self, folder: str | Path) -> None:
        """Take a folder.

        Raises:
            InvalidCatalogueError: There is none.
        """
        try:
            self._root = Path(folder).resolve(strict=True)
        except (OSError, ValueError, RuntimeError) as exc:
            raise InvalidCatalogueError(f"there is no folder {folder}: check the name") from exc
        if not self._root.is_dir():
            raise InvalidCatalogueError(f"{folder} is no folder: name that of a catalogue")

    def read(self, name: str) -> bytes:
        """See `averment.catalogue.shelf.Shelf`."""
        try:
            place = self._root.joinpath(*name.split("/")).resolve(strict=True)
            if not place.is_relative_to(self._root) or not place.is_file():
                raise InvalidCatalogueError(f"{name} does not lie in the folder")
            if place.stat().st_size > _LARGEST_BYTES:
                raise InvalidCatalogueError(f"{name} is larger than any file of a catalogue")
            return place.read_bytes()
        except (OSError, ValueError, RuntimeError) as exc:
            raise InvalidCatalogueError(f"the catalogue has no file {name}") from exc

    def names(self) -> tuple[str, ...]:
        """See `averment.catalogue.shelf.Shelf`."""
        found: list[str] = []
        for path in _files(self._root, depth=0):
            found.append(path.relative_to(self._root).as_posix())
            if len(found) > _MOST_FILES:
                raise InvalidCatalogueError("the folder has more files than any catalogue")
        return tuple(sorted(found))


def _files(folder: Path, *, depth: int) -> Iterator[Path]:
    """Yield the files below `folder`; links are passed over."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as exc:
        raise InvalidCatalogueError(f"the folder {folder.name} cannot be read") from exc
    for entry in entries:
        if entry.is_symlink():
            continue
        if entry.is_dir() and depth < _DEEPEST:
            yield from _files(entry, depth=depth + 1)
        elif entry.is_file() and entry.name.endswith(_ENDINGS):
            yield entry
