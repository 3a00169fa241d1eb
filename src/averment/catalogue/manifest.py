"""The manifest: which version of the catalogue this is, and the digest of each file."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from averment.catalogue.shelf import Shelf
from averment.errors import InvalidCatalogueError

FORMAT = 1
"""Of the files; a reader refuses a later one."""
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What ``manifest.json`` says."""

    version: str
    """Year, month and number: ``2026.11.1``."""
    as_of: date
    """The day up to which the facts were gathered."""
    digests: Mapping[str, str]
    """SHA-256 by file name, in hexadecimal."""


def read_manifest(shelf: Shelf) -> Manifest:
    """Read the manifest of the catalogue on `shelf`.

    Raises:
        InvalidCatalogueError: It is missing, broken or of a later format.
    """
    try:
        written = json.loads(shelf.read(MANIFEST))
        form, version = written["format"], written["version"]
        as_of = date.fromisoformat(written["as_of"])
        digests = {str(name): str(digest) for name, digest in written["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as exc:
        raise InvalidCatalogueError(
            f"{MANIFEST} is broken: install the catalogue again"
        ) from exc
    if form != FORMAT:
        raise InvalidCatalogueError(
            f"this catalogue has format {form!r}, and this program reads format {FORMAT}: "
            "update the program"
        )
    return Manifest(version=str(version), as_of=as_of, digests=digests)


def manifest_text(shelf: Shelf, *, version: str, as_of: date) -> str:
    """Return the manifest for the files on `shelf`, as it is written."""
    files = {name: digest_of(shelf.read(name)) for name in shelf.names() if name != MANIFEST}
    written = {
        "format": FORMAT,
        "version": version,
        "as_of": as_of.isoformat(),
        "files": files,
    }
    return json.dumps(written, indent=1) + "\n"


def changed_files(shelf: Shelf, manifest: Manifest) -> tuple[str, ...]:
    """Return the files that are missing, new or not as the manifest has them, sorted."""
    present = {name for name in shelf.names() if name != MANIFEST}
    named = set(manifest.digests)
    same = {
        name
        for name in present & named
        if digest_of(shelf.read(name)) == manifest.digests[name]
    }
    return tuple(sorted((present | named) - same))


def digest_of(data: bytes) -> str:
    """Return the SHA-256 digest of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
