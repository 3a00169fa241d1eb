"""A catalogue: its manifest, its sources, and its tables by name.

Tables are read when they are first asked for: a letter that invokes two treaties should not
wait for the participation of sixty.
"""

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from averment.catalogue.manifest import Manifest, read_manifest
from averment.catalogue.provenance import Confidence, Provenance, Source
from averment.catalogue.row import Row
from averment.catalogue.shelf import PackageShelf, Shelf
from averment.errors import InvalidCatalogueError

SOURCES = "sources.toml"
_CONFIDENCES = {level.value: level for level in Confidence}


class Catalogue:
    """One version of the catalogue, on one shelf. Two readings of a table are one value."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._manifest: Manifest | None = None
        self._sources: Mapping[str, Source] | None = None
        self._tables: dict[str, tuple[Row, ...]] = {}
        self._documents: dict[str, Mapping[str, Any]] = {}
        self._provenances: dict[tuple[str, str], Provenance] = {}

    @property
    def shelf(self) -> Shelf:
        """Where its files stand."""
        return self._shelf

    @property
    def manifest(self) -> Manifest:
        """Which version it is."""
        if self._manifest is None:
            self._manifest = read_manifest(self._shelf)
        return self._manifest

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source by key."""
        if self._sources is None:
            self._sources = {
                key: _source(key, entry) for key, entry in self.document(SOURCES).items()
            }
        return self._sources

    def has(self, name: str) -> bool:
        """Say whether the manifest knows a file of this name."""
        return name in self.manifest.digests

    def names(self, *, under: str = "") -> tuple[str, ...]:
        """Return the names of the manifest's files in one folder, sorted."""
        return tuple(sorted(name for name in self.manifest.digests if name.startswith(under)))

    def table(self, name: str) -> tuple[Row, ...]:
        """Return the rows of ``name``, a CSV file with a header.

        Raises:
            InvalidCatalogueError: It is missing, or a line has too many or too few cells.
        """
        if name not in self._tables:
            self._tables[name] = read_rows(self._text(name), file=name)
        return self._tables[name]

    def document(self, name: str) -> Mapping[str, Any]:
        """Return what ``name``, a TOML file, says.

        Raises:
            InvalidCatalogueError: It is missing or broken.
        """
        if name not in self._documents:
            try:
                self._documents[name] = tomllib.loads(self._text(name))
            except tomllib.TOMLDecodeError as exc:
                raise InvalidCatalogueError(f"{name}: {exc}") from exc
        return self._documents[name]

    def provenance(self, row: Row) -> Provenance:
        """Return on what `row` rests, by its cells `source` and `confidence`.

        Raises:
            InvalidCatalogueError: No source has this key, or the confidence is none of ours.
        """
        pair = (row["source"], row["confidence"])
        if pair not in self._provenances:
            if pair[0] not in self.sources:
                raise row.fault("source", f"no source has the key {pair[0]!r}")
            if pair[1] not in _CONFIDENCES:
                raise row.fault("confidence", f"{pair[1]!r} is no degree of confidence")
            self._provenances[pair] = Provenance(self.sources[pair[0]], _CONFIDENCES[pair[1]])
        return self._provenances[pair]

    def provenance_of(self, entry: Mapping[str, Any], *, where: str) -> Provenance:
        """Return on what a TOML table rests, by its keys `source` and `confidence`."""
        cells = (str(entry.get("source", "")), str(entry.get("confidence", "")))
        return self.provenance(Row(where, 0, {"source": 0, "confidence": 1}, cells))

    def _text(self, name: str) -> str:
        try:
            return self._shelf.read(name).decode("utf-8")
        except UnicodeDecodeError as exc:
            raise InvalidCatalogueError(f"{name} is not UTF-8 at byte {exc.start}") from exc


@cache
def packaged_catalogue() -> Catalogue:
    """Return the catalogue that comes with the program."""
    return Catalogue(PackageShelf())


def read_rows(text: str, *, file: str, columns: Sequence[str] = ()) -> tuple[Row, ...]:
    """Read a CSV text with a header.

    Args:
        text: The file.
        file: Its name, for messages.
        columns: Columns that it must have.

    Raises:
        InvalidCatalogueError: A column is missing or stands twice, a line has too many or too
            few cells, or the quotation marks are broken.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        header = next(reader, [])
        missing = [column for column in columns if column not in header]
        if not header or missing or len(set(header)) != len(header):
            said = (
                f"the column {missing[0]!r} is missing" if missing else "the header is broken"
            )
            raise InvalidCatalogueError(f"{file}, line 1: {said}")
        width = len(header)
        places = {column: place for place, column in enumerate(header)}
        for cells in reader:
            if len(cells) != width:
                raise InvalidCatalogueError(
                    f"{file}, line {reader.line_num}: {len(cells)} cells where the header "
                    f"has {width}"
                )
            rows.append(Row(file, reader.line_num, places, tuple(cells)))
    except csv.Error as exc:
        raise InvalidCatalogueError(f"{file}, line {reader.line_num}: {exc}") from exc
    return tuple(rows)


def _source(key: str, entry: Mapping[str, Any]) -> Source:
    try:
        return Source(
            key=key,
            title=str(entry["title"]),
            kind=str(entry["kind"]),
            rank=int(entry["rank"]),
            as_of=date.fromisoformat(str(entry["as_of"])),
            url=str(entry.get("url", "")),
            note=str(entry.get("note", "")),
        )
    except (KeyError, ValueError, TypeError) as exc:
        raise InvalidCatalogueError(f"{SOURCES}: the source {key} is broken: {exc}") from exc
