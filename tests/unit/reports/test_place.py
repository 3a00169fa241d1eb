from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from averment.claims.reading import Reading
from averment.documents.document import HtmlOrigin, Passage
from averment.documents.span import Span
from averment.reports.place import Places


def test_words_of_a_text_file_stand_on_a_line(reading: Reading) -> None:
    places = Places(document=reading.document)
    text = reading.document.text

    assert [
        places.words_for(text.index(words))
        for words in ("Harbour", "12 March", "civilians were", "callis-shelled")
    ] == ["line 1", "line 2", "line 11", "line 31"]


def test_words_of_a_file_with_pages_stand_on_a_page(reading: Reading) -> None:
    document = replace(reading.document, page_starts=(0, 400))

    places = Places(document=document)

    assert (places.words_for(0), places.words_for(400)) == ("page 1", "page 2")


def test_words_of_any_other_file_stand_in_a_paragraph(reading: Reading) -> None:
    def on_page(passage: Passage) -> Passage:
        return replace(passage, origin=HtmlOrigin(path="/html/body/p"))

    document = replace(
        reading.document, passages=tuple(on_page(p) for p in reading.document.passages)
    )

    words = Places(document=document).words_for(document.text.index("The Minister"))

    # Eight passages stand before it; the page furniture between is not counted.
    assert words == "paragraph 9"


def test_a_span_is_found_in_each_passage_that_it_touches(reading: Reading) -> None:
    text = reading.document.text
    places = Places(document=reading.document)
    span = Span(text.index("12 March"), text.index("Dear Special") + 4)

    assert places.passages_in(span, limit=9) == (1, 2, 3)


def test_a_document_without_passages_has_no_places(reading: Reading) -> None:
    places = Places(document=replace(reading.document, text="", passages=()))

    assert places.words_for(0) == "nowhere"
    assert places.passages_in(Span(0, 5), limit=3) == ()


@given(offset=st.integers(0, 2000))
def test_every_offset_has_a_place(reading: Reading, offset: int) -> None:
    places = Places(document=reading.document)

    assert places.words_for(offset).startswith("line ")
