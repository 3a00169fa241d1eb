import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalogues import catalogue_of

from averment.errors import InvalidCatalogueError
from averment.law.cited_provision import CitedProvision, read_cited
from averment.law.provisions import Existence, last_number, provision_book, provision_exists

HEADER = "instrument,article,paragraphs,label,source,confidence\n"


@pytest.mark.parametrize(
    ("instrument", "provision"),
    [
        ("CRC-1989", "art. 54"),
        ("CRC-1989", "art. 38(4)"),
        ("ROME-1998", "art. 8(2)(b)(iv)"),
        ("ROME-1998", "art. 8(2)(e)(xix)"),
        ("ROME-1998", "art. 8 bis(2)(a)"),
        ("GENOCIDE-1948", "art. II(c)"),
        ("GENOCIDE-1948", "art. III(e)"),
        ("GC1-1949", "common art. 3"),
        ("GC4-1949", "art. 3(1)(a)"),
        ("GC4-1949", "art. 49(6)"),
        ("GC4-1949", "art. 27-34"),
        ("GC3-1949", "art. 4(A)(2)"),
        ("AP1-1977", "art. 51(5)(b)"),
        ("AP1-1977", "art. 85(4)(d)"),
        ("AP2-1977", "art. 4(2)(a)-(h)"),
        ("UNCHARTER-1945", "art. 2(4)"),
        ("UNCHARTER-1945", "Chapter VII"),
        ("ECHR-1950", "art. 64"),
        ("CUSTOMARY-INTERNATIONAL-LAW", "rule 161"),
        ("UNGA:A/RES/70/175", "rule 44"),
    ],
)
def test_what_the_instrument_has_is_found(instrument: str, provision: str) -> None:
    assert provision_exists(instrument, provision) is Existence.EXISTS


@pytest.mark.parametrize(
    ("instrument", "provision", "last"),
    [
        ("CRC-1989", "art. 61", 54),
        ("GENOCIDE-1948", "art. XX", 19),
        ("GC4-1949", "art. 150-160", 159),
        ("AP2-1977", "art. 51", 28),
        ("HAGUE-1954", "art. 41", 40),
        ("ECHR-1950", "art. 67", 59),
        ("ICCPR-1966", "art. 0", 53),
        ("UNCHARTER-1945", "Chapter XX", 19),
        ("CUSTOMARY-INTERNATIONAL-LAW", "rule 162", 161),
    ],
)
def test_an_article_beyond_the_last_is_none(instrument: str, provision: str, last: int) -> None:
    assert provision_exists(instrument, provision) is Existence.NO_SUCH_ARTICLE
    assert last_number(instrument, provision) == last


@pytest.mark.parametrize(
    ("instrument", "provision"),
    [
        ("CRC-1989", "art. 38(5)"),
        ("ROME-1998", "art. 8(2)(e)(xx)"),
        ("AP1-1977", "art. 51(5)(c)"),
        ("ICCPR-1966", "art. 14(3)(h)"),
        ("ICCPR-1966", "art. 7(2)"),
        ("UNCHARTER-1945", "art. 2(8)"),
        ("AP2-1977", "art. 4(2)(a)-(k)"),
    ],
)
def test_a_paragraph_that_the_article_does_not_have_is_none(
    instrument: str, provision: str
) -> None:
    assert provision_exists(instrument, provision) is Existence.NO_SUCH_PARAGRAPH


@pytest.mark.parametrize(
    ("instrument", "provision"),
    [
        ("NO-SUCH-TREATY", "art. 1"),
        ("ICCPR-1966", "preamble"),
        ("ICCPR-1966", "Chapter IV"),
        ("ICCPR-1966", "art. 6 bis"),
        ("ICCPR-1966", "art. 6(1)(a)"),
        ("ICCPR-1966", "art. 25(1)"),
        ("CHICAGO-1944", "art. 500"),
        ("HAGUE-1954", "art. 4(9)"),
        ("GC4-1949", "art. 49(7)"),
    ],
)
def test_what_the_catalogue_does_not_know_is_no_fault(instrument: str, provision: str) -> None:
    assert provision_exists(instrument, provision) is Existence.NOT_KNOWN


def test_a_citation_is_taken_apart() -> None:
    def article(figure: str, *path: str) -> CitedProvision:
        return CitedProvision(noun="", figure=figure, path=path)

    assert read_cited("art. 8(2)(b)(iv)") == (article("8", "2", "b", "iv"),)
    assert read_cited("common art. 3") == (article("3"),)
    assert read_cited("art. 27-34") == (article("27"), article("34"))
    assert read_cited("art. 4(2)(a)-(h)") == (article("4", "2", "a"), article("4", "2", "h"))
    assert read_cited("art. 15 bis(4)") == (article("15 bis", "4"),)
    assert read_cited("rule 43")[0].number == "rule 43"
    assert read_cited("preamble") == ()


def test_a_paragraph_without_a_label_of_its_own_has_that_of_its_article() -> None:
    rows = (
        "X,1-9,?,,LIST,verified\nX,4,1 2,The whole,LIST,verified\nX,4(2),-,Part,LIST,verified\n"
    )
    book = provision_book(catalogue_of({"provisions.csv": HEADER + rows}))

    labels = {}
    for number in ("4", "4(1)", "4(2)", "5", "10"):
        found = book.find("X", number)
        labels[number] = found.label if found else None
    assert labels == {
        "4": "The whole",
        "4(1)": "The whole",
        "4(2)": "Part",
        "5": "",
        "10": None,
    }
    assert [provision.number for provision in book.listed("X")] == ["4", "4(2)"]


@pytest.mark.parametrize("cell", ["~", "~x", ""])
def test_a_broken_structure_is_refused(cell: str) -> None:
    rows = f"X,1,{cell},,LIST,verified\n"

    with pytest.raises(InvalidCatalogueError, match="paragraphs"):
        provision_book(catalogue_of({"provisions.csv": HEADER + rows}))


@given(
    st.sampled_from(["CRC-1989", "ROME-1998", "GC3-1949", "X"]),
    st.text("art.rulecommon 0123456789()-ivxabcVII", max_size=40) | st.text(max_size=60),
)
@settings(max_examples=100, deadline=None)
def test_any_text_has_an_answer(instrument: str, provision: str) -> None:
    assert provision_exists(instrument, provision) in Existence
