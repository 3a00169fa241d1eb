"""Reading tables: every fault says where it is, and the manifest knows every file."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import DictShelf, catalogue_of

from averment.catalogue.catalogue import Catalogue, packaged_catalogue, read_rows
from averment.catalogue.difference import difference
from averment.catalogue.manifest import MANIFEST, changed_files, read_manifest
from averment.catalogue.provenance import Confidence
from averment.catalogue.shelf import PackageShelf
from averment.errors import InvalidCatalogueError


def test_the_packaged_catalogue_is_as_its_manifest_says() -> None:
    shelf = PackageShelf()

    assert changed_files(shelf, read_manifest(shelf)) == ()


def test_every_packaged_row_names_a_source_and_a_confidence() -> None:
    catalogue = packaged_catalogue()
    tables = [name for name in catalogue.names() if name.endswith(".csv")]

    for name in tables:
        for row in catalogue.table(name):
            catalogue.provenance(row)

    assert len(tables) > 10


def test_no_packaged_source_goes_unused() -> None:
    catalogue = packaged_catalogue()
    used = {
        row["source"]
        for name in catalogue.names()
        if name.endswith(".csv")
        for row in catalogue.table(name)
    }
    for name in catalogue.names():
        if name.endswith(".toml") and name != "sources.toml":
            used |= set(_sources(catalogue.document(name)))

    assert set(catalogue.sources) - used == set()


def _sources(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["source"]] if isinstance(value.get("source"), str) else []
        return own + [key for inner in value.values() for key in _sources(inner)]
    if isinstance(value, list):
        return [key for inner in value for key in _sources(inner)]
    return []


def test_rows_know_their_line() -> None:
    rows = read_rows('a,b\n1,"two\nlines"\n3,4\n', file="t.csv")

    assert [(row.line, row["a"], row["b"]) for row in rows] == [
        (3, "1", "two\nlines"),
        (4, "3", "4"),
    ]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a,b\n1\n", "t.csv, line 2"),
        ("a,b\n1,2,3\n", "t.csv, line 2"),
        ("a,a\n1,2\n", "t.csv, line 1"),
        ("", "t.csv, line 1"),
        ('a,b\n1,"2\n', "t.csv, line 2"),
        ('a,b\n1,2\n"x"y,2\n', "t.csv, line 3"),
    ],
)
def test_a_broken_table_says_where(text: str, where: str) -> None:
    with pytest.raises(InvalidCatalogueError, match=where):
        read_rows(text, file="t.csv")


def test_a_column_that_must_be_there_is_asked_for_by_name() -> None:
    with pytest.raises(InvalidCatalogueError, match="'source' is missing"):
        read_rows("a,b\n", file="t.csv", columns=("a", "source"))


def test_a_day_or_number_that_is_none_says_line_and_column() -> None:
    (row,) = read_rows("day,number,empty\n2020-02-30,-1,\n", file="t.csv")

    with pytest.raises(InvalidCatalogueError, match=r"t.csv, line 2, column day"):
        row.day("day")
    with pytest.raises(InvalidCatalogueError, match="column number"):
        row.number_or_none("number")
    with pytest.raises(InvalidCatalogueError, match="column empty: a day is missing"):
        row.day("empty")
    assert row.day_or_none("empty") is None
    assert row.number_or_none("empty") is None


def test_provenance_is_asked_of_every_row() -> None:
    catalogue = catalogue_of(
        {"t.csv": "source,confidence\nLIST,verified\nLIST,sure\nNOBODY,verified\n"}
    )
    good, unsure, nobody = catalogue.table("t.csv")

    assert catalogue.provenance(good).confidence is Confidence.VERIFIED
    assert "as of 2026-01-01 (verified)" in str(catalogue.provenance(good))
    with pytest.raises(InvalidCatalogueError, match="line 3, column confidence"):
        catalogue.provenance(unsure)
    with pytest.raises(InvalidCatalogueError, match="line 4, column source"):
        catalogue.provenance(nobody)


def test_a_changed_missing_or_added_file_is_seen() -> None:
    shelf = DictShelf({"a.csv": "x\n1\n", "b.csv": "x\n1\n"})
    manifest = read_manifest(shelf)
    other = DictShelf({"b.csv": "x\n2\n", "c.csv": "x\n1\n"})

    assert changed_files(shelf, manifest) == ()
    assert changed_files(other, manifest) == ("a.csv", "b.csv", "c.csv")


class _Broken(DictShelf):
    def __init__(self, manifest: str) -> None:
        super().__init__({})
        self._files[MANIFEST] = manifest.encode("utf-8")


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "{}", "nonsense", "[" * 100_000, json.dumps({"format": 1, "version": "1"})],
)
def test_a_broken_manifest_is_one_clear_error(manifest: str) -> None:
    with pytest.raises(InvalidCatalogueError, match="install the catalogue again"):
        read_manifest(_Broken(manifest))


def test_a_later_format_asks_for_a_later_program() -> None:
    later = {"format": 2, "version": "2030.1.1", "as_of": "2030-01-01", "files": {}}

    with pytest.raises(InvalidCatalogueError, match="update the program"):
        read_manifest(_Broken(json.dumps(later)))


def test_a_missing_file_is_refused_by_name() -> None:
    with pytest.raises(InvalidCatalogueError, match=r"no file participation/NONE\.csv"):
        packaged_catalogue().table("participation/NONE.csv")
    with pytest.raises(InvalidCatalogueError, match="no file"):
        PackageShelf().read("../catalogue.py/x")


@given(st.text())
def test_any_text_is_a_table_or_refused(text: str) -> None:
    try:
        rows = read_rows(text, file="t.csv")
    except InvalidCatalogueError:
        return
    assert all(len(row.cells) == len(row.columns) for row in rows)


def test_a_version_names_year_and_month() -> None:
    manifest = read_manifest(PackageShelf())

    assert manifest.version.split(".")[:2] == ["2026", "11"]
    assert manifest.as_of == date(2026, 11, 23)


def test_two_readings_are_one_value() -> None:
    catalogue = Catalogue(PackageShelf())

    assert catalogue.table("coverage.csv") is catalogue.table("coverage.csv")


def test_a_folder_that_is_not_as_its_own_manifest_says_is_told_of() -> None:
    ours = DictShelf({"a.csv": "x\n1\n"})
    theirs = DictShelf({"a.csv": "x\n2\n"})
    theirs._files["a.csv"] = b"x\n3\n"

    found = difference(ours, theirs)

    assert found.unpublished == ("a.csv",)
    assert difference(ours, ours).unpublished == ()
