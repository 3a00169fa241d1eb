"""A file on this machine's disk."""

from pathlib import Path
from typing import BinaryIO

from averment.errors import InvalidInputError


class DiskFile:
    """One file, opened when it is asked for."""

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)

    @property
    def name(self) -> str:
        """See `averment.ports.UserFile`."""
        return self._path.name

    def open(self) -> BinaryIO:
        """See `averment.ports.UserFile`."""
        try:
            # A pipe or a device could be read only once, and an import reads twice.
            if not self._path.is_file():
                raise InvalidInputError(f"there is no file {self._path}: check the name")
            return self._path.open("rb")
        except (OSError, ValueError) as exc:
            why = exc.strerror if isinstance(exc, OSError) else None
            raise InvalidInputError(
                f"cannot read {self._path} ({why or 'not a file name'}): check the name and "
                "that you may open the file"
            ) from exc
