"""Signatures in columns are read column by column."""

import pytest

from averment.documents.document import Document
from averment.frames.columns import in_columns
from averment.frames.frame_line import frame_lines
from averment.readers.markdown.read import read_markdown
from averment.readers.plain import read_plain


def texts(document: Document) -> list[str]:
    return [line.text for line in in_columns(document, frame_lines(document))]


def test_two_columns_become_one_behind_the_other() -> None:
    text = (
        "Ann Reed                Bo Lind\n"
        "President               Secretary\n"
        "Harbour Watch           Coast Circle\n"
    )

    assert texts(read_plain(text.encode(), name="x")) == [
        *("Ann Reed", "President", "Harbour Watch"),
        *("Bo Lind", "Secretary", "Coast Circle"),
    ]


def test_a_cell_alone_in_its_row_goes_to_the_column_above_it() -> None:
    text = (
        "Ann Reed                Bo Lind\n"
        "                        Secretary\n"
        "President               of Coast Circle\n"
    )

    assert texts(read_plain(text.encode(), name="x")) == [
        *("Ann Reed", "President"),
        *("Bo Lind", "Secretary", "of Coast Circle"),
    ]


def test_a_line_of_text_with_a_wide_blank_stays_whole() -> None:
    text = "The harbour was shelled.    it burned for a day, and nobody came to put it out.\n"

    assert len(texts(read_plain(text.encode(), name="x"))) == 1


@pytest.mark.parametrize("head", ["| Name | Country |", "| Organisation | Place |"])
def test_a_table_gives_the_first_cell_of_each_row(head: str) -> None:
    text = f"{head}\n| --- | --- |\n| Ann Reed | Norvenia |\n| Bo Lind | Tavria |\n"

    assert texts(read_markdown(text.encode(), name="x")) == ["Ann Reed", "Bo Lind"]
