"""Laws of the readers: no bytes crash them, and all that they return points into the text."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.docx_files import docx, item, note_mark, p, r

from averment.documents.document import Document, PassageKind
from averment.documents.span import Span
from averment.errors import InvalidDocumentError
from averment.readers.decode import decode
from averment.readers.docx.read import read_docx
from averment.readers.html.read import read_html
from averment.readers.markdown.read import read_markdown
from averment.readers.sniff import sniff

MARKDOWN = """# Letter *to* the body

[Port Callis](https://e.org/a_(b) "t")[^1] was hit[2](#f2) ![x](y) `code` x^2^ <sup>3</sup>.

- one
  - two &amp; **three**

| a | b |
|---|---|
| c | d |

[^1]: Note
    more

* 2 Second <a id="f2"></a> [↩](#r2)
[key]: https://e.org <!-- hidden -->
""".encode()
HTML = b"""<!doctype html><html><body><nav>Home</nav><h1>Title</h1><p>Words<a href="#fn1"
id="r1"><sup>1</sup></a> and <a href="https://e.org">link</a><br>x &amp; y</p><ul><li>one<ol>
<li>two</ol></ul><table><tr><td>cell</table><pre>a

b</pre><p style="display:none">hidden</p><div id="fn1"><a href="#r1">1</a> Note</div>"""
DOCX = docx(
    p("Title", style="H")
    + p("Words", note_mark(1), r("2", '<w:vertAlign w:val="superscript"/>'))
    + item("one", 1)
    + "<w:tbl><w:tr><w:tc>" + p("cell") + "</w:tc></w:tr></w:tbl>",
    footnotes={1: p("Note")},
    styles='<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>',
    numbering='<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"/>',
)  # fmt: skip
PARTS = {
    "word/document.xml": (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
        b"</w:pPr>"
        b'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t><w:tab/></w:r><w:r>'
        b'<w:footnoteReference w:id="1"/></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins></w:p>'
        b"</w:body></w:document>"
    ),
    "word/numbering.xml": (
        b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt '
        b'w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num '
        b'w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ),
}
READERS = {"markdown": read_markdown, "html": read_html, "docx": read_docx}
GOOD = {"markdown": MARKDOWN, "html": HTML, "docx": DOCX}
Reader = Callable[..., Document]


def read_or_refuse(reader: Reader, data: bytes) -> None:
    try:
        document = reader(data, name="file")
    except InvalidDocumentError as exc:
        message = str(exc)
    else:
        check(document)
        return

    assert 20 < len(message) < 400


def check(document: Document) -> None:
    text = document.text
    whole = Span(0, len(text))
    for span in spans(document):
        assert whole.holds(span)
        assert len(span) > 0
    for passage in document.passages:
        assert passage.flow.text.strip()
        places = [place for _, place in passage.flow.runs]
        assert places == sorted(places)
        assert whole.holds(passage.span)
    keys = {note.key for note in document.notes}
    assert len(keys) == len(document.notes)
    assert all(reference.key in keys for reference in document.references)
    for note in document.notes:
        kinds = {document.passages[index].kind for index in note.passages}
        assert kinds <= {PassageKind.FOOTNOTE}


def spans(document: Document) -> Iterator[Span]:
    yield from document.raised
    yield from (link.span for link in document.links)
    yield from (reference.span for reference in document.references)


@st.composite
def mutated(draw: st.DrawFn, good: bytes) -> bytes:
    """A good file with a few pieces overwritten, cut out or doubled."""
    data = bytearray(good)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        data[start:end] = draw(
            st.one_of(st.binary(max_size=4), st.just(bytes(data[start:end]) * 2))
        )
    return bytes(data)


@pytest.mark.parametrize("form", READERS)
@given(data=st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused(form: str, data: bytes) -> None:
    read_or_refuse(READERS[form], data)


@pytest.mark.parametrize("form", READERS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused(form: str, data: st.DataObject) -> None:
    read_or_refuse(READERS[form], data.draw(mutated(GOOD[form])))


@pytest.mark.parametrize("part", PARTS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_docx_part_is_read_or_refused(part: str, data: st.DataObject) -> None:
    raw = {**PARTS, part: data.draw(mutated(PARTS[part]))}

    read_or_refuse(read_docx, docx(footnotes={1: p("n")}, numbering="<w:num/>", raw=raw))


@pytest.mark.parametrize("form", ["markdown", "html"])
@given(text=st.text(alphabet="[]()*_`<>!&;#^|:-\\~/a1 \n\"'=p", max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_heap_of_signs_is_read_or_refused(form: str, text: str) -> None:
    read_or_refuse(READERS[form], text.encode())


@given(text=st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_markdown_leaves_the_text_as_decoded_and_its_flows_in_it(text: str) -> None:
    data = text.encode("utf-8", errors="ignore")
    try:
        document = read_markdown(data, name="file")
    except InvalidDocumentError:
        return

    assert document.text == decode(data).text
    for passage in document.passages:
        for offset, sign in enumerate(passage.flow.text):
            there = document.text[passage.flow.at(offset)]
            assert sign in (there, " ") or there == "&"


@given(data=st.one_of(st.binary(max_size=300), mutated(MARKDOWN), mutated(HTML), mutated(DOCX)))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_sniffed_or_refused(data: bytes) -> None:
    try:
        sniff(data, "file.txt")
    except InvalidDocumentError as exc:
        message = str(exc)
    else:
        return

    assert 20 < len(message) < 400


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 200_000,
        "*a" * 100_000,
        "](a" * 60_000,
        "[a](<" * 40_000,
        "[ " * 60_000 + "a](x)" * 30_000,
        "- " * 100_000 + "a",
        "> " * 100_000 + "a",
        "<b>" * 60_000 + "a",
        "<table><tr><td>" * 20_000 + "a",
        "<a href='#fn1'>1</a>" * 10_000,
        "x" * 200_000,
        "&amp;" * 40_000,
        "` `` " * 40_000 + "a",
        "<!-- " * 40_000 + "a",
    ],
)
def test_hostile_texts_end(hostile: str) -> None:
    read_or_refuse(read_markdown, hostile.encode())
    read_or_refuse(read_html, hostile.encode())
