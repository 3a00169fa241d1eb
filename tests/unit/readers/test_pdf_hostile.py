"""Laws of the PDF reader: any bytes give a document that points into itself, or a refusal."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pdf_files import MARGIN, RAISED_DIGITS, Sheet, Text, pdf_of

from averment.documents.document import Document
from averment.errors import InvalidDocumentError
from averment.readers.pdf.pages import pages_without_text
from averment.readers.pdf.read import read_pdf

WORDS = st.text(alphabet="abc ABC 12 .,-(\u2022\u201c:/[]*", min_size=1, max_size=60)
TEXTS = st.builds(
    Text,
    x=st.integers(-50, 650),
    y=st.integers(-50, 850),
    words=WORDS,
    size=st.sampled_from([0.1, 6, 8, 10, 10.5, 16, 300]),
    font=st.sampled_from(["F1", "F2"]),
    turned=st.sampled_from([False, False, False, True]),
)
LINKS = st.tuples(
    st.integers(0, 600), st.integers(0, 800), st.integers(0, 600), st.integers(0, 800),
    st.sampled_from(["https://a.example/", "x"]),
)  # fmt: skip
SHEETS = st.builds(
    Sheet,
    texts=st.lists(TEXTS, max_size=12),
    rules=st.lists(
        st.tuples(st.integers(0, 600), st.integers(0, 800), st.just(90)), max_size=2
    ),
    links=st.lists(LINKS, max_size=3),
    rotate=st.sampled_from([0, 90, 180, 270]),
)


def assert_sound(document: Document) -> None:
    text = document.text
    assert len(document.page_starts) > 0
    assert list(document.page_starts) == sorted(document.page_starts)
    for passage in document.passages:
        flow = passage.flow
        assert flow.text
        places = [flow.at(offset) for offset in range(len(flow.text))]
        assert places == sorted(set(places))
        for place, character in zip(places, flow.text, strict=True):
            assert text[place] == character or (character == " " and text[place].isspace())
    for span in (*document.raised, *(link.span for link in document.links)):
        assert 0 <= span.start < span.end <= len(text)


def a_letter() -> bytes:
    sheet = Sheet()
    sheet.wrap("The council of the town reports that the waterworks were damaged.", y=700)
    line = Text(MARGIN, 640, "The school was closed.")
    sheet.texts.append(line)
    sheet.mark(line, "1")
    sheet.put(300, 640, "7", font=RAISED_DIGITS)
    sheet.wrap("1 See https://a.example/report.html", y=100, size=8)
    sheet.links.append((MARGIN, 90, 300, 110, "https://a.example/report.html"))
    return pdf_of([sheet, sheet])


LETTER = a_letter()


@settings(max_examples=60, deadline=None)
@given(st.lists(SHEETS, min_size=1, max_size=4))
def test_any_layout_gives_a_document_that_points_into_itself(sheets: list[Sheet]) -> None:
    data = pdf_of(sheets)
    try:
        document = read_pdf(data, name="x")
    except InvalidDocumentError:
        assert len(pages_without_text(data)) == len(sheets)
        return

    assert_sound(document)
    assert document == read_pdf(data, name="x")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(LETTER) - 1), st.integers(0, 255)), max_size=20),
    st.integers(0, len(LETTER)) | st.just(len(LETTER)),
)
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(LETTER)
    for place, value in changes:
        data[place] = value

    try:
        document = read_pdf(bytes(data[:length]), name="x")
    except InvalidDocumentError:
        return
    assert_sound(document)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"%PDF-1.7\n"]))
def test_any_bytes_are_read_or_refused(data: bytes, head: bytes) -> None:
    try:
        assert_sound(read_pdf(head + data, name="x"))
    except InvalidDocumentError:
        return
