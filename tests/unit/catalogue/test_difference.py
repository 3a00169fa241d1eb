import pytest
from tests.catalogues import DictShelf, acts

from averment.catalogue.difference import difference
from averment.errors import InvalidCatalogueError

OURS = {
    "participation/T-1990.csv": acts("FRA 1995-01-01 accession", "CHN 1996-01-01 accession"),
    "instruments.toml": "[T-1990]\ntitle = 'One'\n",
}


def test_two_equal_catalogues_do_not_differ() -> None:
    assert difference(DictShelf(OURS), DictShelf(OURS)).files == ()


def test_rows_added_removed_and_changed_are_told_by_their_keys() -> None:
    theirs = {
        "participation/T-1990.csv": acts(
            "FRA 1995-01-01 accession 1995-07-01", "JPN 1999-01-01 accession"
        ),
        "instruments.toml": "[T-1990]\ntitle = 'Two'\n[U-1991]\ntitle = 'Three'\n",
        "coverage.csv": "instrument,complete_until,source,note\nT-1990,2000-01-01,LIST,\n",
    }
    found = difference(DictShelf(OURS), DictShelf(theirs))

    assert [(one.name, one.added, one.removed, one.changed) for one in found.files] == [
        ("coverage.csv", ("T-1990",), (), ()),
        ("instruments.toml", ("U-1991",), (), ("T-1990",)),
        (
            "participation/T-1990.csv",
            ("JPN 1999-01-01 accession",),
            ("CHN 1996-01-01 accession",),
            ("FRA 1995-01-01 accession",),
        ),
    ]


def test_a_file_that_only_reads_otherwise_differs_without_entries() -> None:
    theirs = {**OURS, "instruments.toml": "# a remark\n[T-1990]\ntitle = 'One'\n"}
    [found] = difference(DictShelf(OURS), DictShelf(theirs)).files

    assert (found.added, found.removed, found.changed) == ((), (), ())


@pytest.mark.parametrize(
    "file", [{"instruments.toml": "= broken"}, {"coverage.csv": "a,b\n1\n"}]
)
def test_a_broken_file_is_refused(file: dict[str, str]) -> None:
    with pytest.raises(InvalidCatalogueError):
        difference(DictShelf(OURS), DictShelf({**OURS, **file}))
