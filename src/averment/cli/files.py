"""Files in and out: one letter read, reports written whole or not at all."""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from averment.errors import InvalidInputError, OversizeDocumentError, StorageError

LIMIT_BYTES = 100_000_000
"""The largest letter that is read. The longest real reports with photographs have 60 MB."""
STREAM = "-"
"""Standard input or standard output."""
STDIN_NAME = "standard-input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The bytes of a document, and what to call it."""

    data: bytes
    name: str


def read_letter(path: str) -> Letter:
    """Read a file, or standard input for ``-``.

    Raises:
        InvalidInputError: There is no such file, or it cannot be read.
        OversizeDocumentError: It is larger than `LIMIT_BYTES`.
    """
    if path == STREAM:
        data = sys.stdin.buffer.read(LIMIT_BYTES + 1)
        return Letter(data=_within_limit(data, "standard input"), name=STDIN_NAME)
    place = Path(path)
    try:
        if place.is_dir():
            raise InvalidInputError(f"{path} is a folder: name the letter in it")
        size = place.stat().st_size
        if size > LIMIT_BYTES:
            raise OversizeDocumentError(_too_large(path, size))
        with place.open("rb") as opened:
            # A device or a pipe has no size to ask for, so the limit holds while reading too.
            data = _within_limit(opened.read(LIMIT_BYTES + 1), path)
    except FileNotFoundError as exc:
        raise InvalidInputError(f"there is no file {path}: check the name") from exc
    except (OSError, ValueError) as exc:
        why = exc.strerror if isinstance(exc, OSError) and exc.strerror else "not a file name"
        raise InvalidInputError(
            f"cannot read {path} ({why}): check the name and that you may open the file"
        ) from exc
    return Letter(data=data, name=place.name)


def _within_limit(data: bytes, path: str) -> bytes:
    if len(data) > LIMIT_BYTES:
        raise OversizeDocumentError(_too_large(path, len(data)))
    return data


def _too_large(path: str, size: int) -> str:
    return (
        f"{path} has {size / 1_000_000:.0f} MB or more and Averment reads up to "
        f"{LIMIT_BYTES // 1_000_000} MB: save the letter without its annexes"
    )


def refuse_overwriting(letter: str, outputs: tuple[str, ...]) -> None:
    """Make sure that no output would destroy the letter.

    Raises:
        StorageError: An output is the letter itself.
    """
    for output in outputs:
        if STREAM in {letter, output}:
            continue
        try:
            same = Path(output).exists() and Path(letter).samefile(output)
        except (OSError, ValueError):
            continue  # reading or writing it will say what is wrong
        if same:
            raise StorageError(f"{output} is the letter itself: choose another name")


def write_file(path: str, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, or standard output for ``-``.

    Raises:
        StorageError: It cannot be written.
    """
    if path == STREAM:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        place = Path(path).resolve()
        if place.is_dir():
            raise StorageError(f"cannot write {path}: it is a folder, name a file in it")
        if place.exists() and not place.is_file():
            # A device or a pipe: a file moved to its name would take its place.
            place.write_bytes(data)
        else:
            _replace(place, data)
    except (OSError, ValueError) as exc:
        why = exc.strerror if isinstance(exc, OSError) and exc.strerror else "not a file name"
        raise StorageError(f"cannot write {path} ({why}): choose another place") from exc


def _replace(place: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".aver-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        temporary.chmod(place.stat().st_mode & 0o7777 if place.exists() else _usual_mode())
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)


def _usual_mode() -> int:
    """Return the permissions that this user gives to new files."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
