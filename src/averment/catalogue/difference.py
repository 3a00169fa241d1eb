"""What differs between two versions of the catalogue, file by file."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from averment.catalogue.catalogue import read_rows
from averment.catalogue.manifest import MANIFEST, Manifest, changed_files, read_manifest
from averment.catalogue.shelf import Shelf
from averment.errors import InvalidCatalogueError

_KEYS = {
    "participation/": 3,
    "votes.csv": 2,
    "coverage.csv": 1,
    "counts.csv": 2,
    "declarations.csv": 4,
    "memberships.csv": 3,
    "provisions.csv": 2,
    "sessions.csv": 2,
}
"""How many of the first columns say which row it is; one where nothing is told."""
_UNIT = "\x1f"

Entries = Mapping[str, Counter[str]]
"""The rows of a file by their key; several rows may share one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDifference:
    """What differs in one file; each entry is the key of a row, sorted."""

    name: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueDifference:
    """What differs between two catalogues."""

    ours: Manifest
    theirs: Manifest
    files: tuple[FileDifference, ...]
    """Those that differ, by name. "Added" is what theirs has and ours has not."""
    unpublished: tuple[str, ...]
    """Files of theirs that are missing, new or not as its own manifest has them."""


def difference(ours: Shelf, theirs: Shelf) -> CatalogueDifference:
    """Return what differs.

    Raises:
        InvalidCatalogueError: A manifest is missing, broken or of a later format; or a file
            that differs cannot be read.
    """
    manifests = read_manifest(ours), read_manifest(theirs)
    names = sorted(({*ours.names()} | {*theirs.names()}) - {MANIFEST})
    found = []
    for name in names:
        one, other = _read(ours, name), _read(theirs, name)
        if one != other:
            found.append(_file(name, _entries(name, one), _entries(name, other)))
    return CatalogueDifference(
        ours=manifests[0],
        theirs=manifests[1],
        files=tuple(found),
        unpublished=changed_files(theirs, manifests[1]),
    )


def _read(shelf: Shelf, name: str) -> bytes:
    return shelf.read(name) if name in shelf.names() else b""


def _file(name: str, ours: Entries, theirs: Entries) -> FileDifference:
    return FileDifference(
        name=name,
        added=tuple(sorted(theirs.keys() - ours.keys())),
        removed=tuple(sorted(ours.keys() - theirs.keys())),
        changed=tuple(
            sorted(key for key in ours.keys() & theirs.keys() if ours[key] != theirs[key])
        ),
    )


def _entries(name: str, data: bytes) -> Entries:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise InvalidCatalogueError(f"{name} is not UTF-8 at byte {exc.start}") from exc
    if not text:
        return {}
    if name.endswith(".toml"):
        try:
            written = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as exc:
            raise InvalidCatalogueError(f"{name}: {exc}") from exc
        return {key: Counter([repr(entry)]) for key, entry in written.items()}
    entries: dict[str, Counter[str]] = {}
    width = next((number for start, number in _KEYS.items() if name.startswith(start)), 1)
    for row in read_rows(text, file=name):
        key = " ".join(row.cells[:width])
        entries.setdefault(key, Counter())[_UNIT.join(row.cells)] += 1
    return entries
