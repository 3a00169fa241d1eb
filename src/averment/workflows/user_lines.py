"""The lines of a user's file: decoded, unpacked and bounded as they are read."""

import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from averment.errors import InvalidImportError
from averment.ports import UserFile

LONGEST_LINE_BYTES = 1_000_000
LARGEST_BYTES = 2_000_000_000
"""Unpacked: five times the largest file of votes that there is."""
MOST_LINES = 10_000_000
_CHUNK_BYTES = 1 << 20
_GZIP = b"\x1f\x8b"


def digest_of_files(files: tuple[UserFile, ...]) -> str:
    """Return the SHA-256 digest of the bytes of all files in order, in hexadecimal."""
    digest = hashlib.sha256()
    for file in files:
        with file.open() as opened:
            while chunk := opened.read(_CHUNK_BYTES):
                digest.update(chunk)
        # Two files are not one file with the bytes of both.
        digest.update(b"\0")
    return digest.hexdigest()


@contextmanager
def lines_of(file: UserFile) -> Iterator[Iterator[str]]:
    """Open a text file, packed with gzip or not, and give its lines with their ends.

    Raises:
        InvalidInputError: It cannot be read.
        InvalidImportError: While reading: not UTF-8, broken gzip, or larger than the limits.
    """
    with file.open() as opened:
        packed = opened.read(len(_GZIP)) == _GZIP
        opened.seek(0)
        if not packed:
            yield _lines(opened.readline, file.name)
            return
        with gzip.GzipFile(fileobj=opened, mode="rb") as unpacked:
            yield _unpacking(unpacked, file.name)


def read_all(file: UserFile, *, limit: int) -> bytes:
    """Return the bytes of a whole file.

    Raises:
        InvalidImportError: It has more than `limit` bytes.
    """
    with file.open() as opened:
        data = opened.read(limit + 1)
    if len(data) > limit:
        raise InvalidImportError(f"{file.name} has more than {limit // 1_000_000} MB")
    return data


def _unpacking(unpacked: gzip.GzipFile, name: str) -> Iterator[str]:
    try:
        yield from _lines(unpacked.readline, name)
    except (gzip.BadGzipFile, zlib.error, EOFError) as exc:
        raise InvalidImportError(f"{name} is packed with gzip and broken: {exc}") from exc


def _lines(readline: Callable[[int], bytes], name: str) -> Iterator[str]:
    number = size = 0
    while line := readline(LONGEST_LINE_BYTES + 1):
        number += 1
        size += len(line)
        if len(line) > LONGEST_LINE_BYTES:
            raise InvalidImportError(
                f"{name}, line {number}: longer than {LONGEST_LINE_BYTES // 1_000_000} MB: is "
                "this file of that kind?"
            )
        if size > LARGEST_BYTES or number > MOST_LINES:
            raise InvalidImportError(f"{name}, line {number}: the file is too large")
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as exc:
            raise InvalidImportError(
                f"{name}, line {number}, byte {exc.start + 1}: not UTF-8: save it as UTF-8"
            ) from exc
