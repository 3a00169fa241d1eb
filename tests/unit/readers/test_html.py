import pytest

from averment.documents.document import (
    DeclaredNote,
    Document,
    HtmlOrigin,
    Passage,
    PassageKind,
)
from averment.errors import InvalidDocumentError
from averment.readers.html.read import read_html

KIND = PassageKind


def read(page: str) -> Document:
    return read_html(page.encode(), name="page.html")


def outline(document: Document) -> list[tuple[PassageKind, str | None, int, str]]:
    return [
        (passage.kind, passage.label, passage.level, passage.flow.text)
        for passage in document.passages
    ]


def markers(document: Document) -> list[tuple[str, str]]:
    return [(one.span.of(document.text), one.key) for one in document.references]


def paths(document: Document) -> list[str]:
    return [
        passage.origin.path
        for passage in document.passages
        if isinstance(passage.origin, HtmlOrigin)
    ]


def notes(document: Document) -> list[tuple[str, list[str]]]:
    def words(note: DeclaredNote) -> list[str]:
        return [shown(document.passages[index]) for index in note.passages]

    def shown(passage: Passage) -> str:
        assert passage.kind is KIND.FOOTNOTE
        return passage.flow.text

    return [(note.number, words(note)) for note in document.notes]


def test_blocks_become_passages_with_white_space_drawn_together() -> None:
    document = read(
        "<h1>A  title</h1><p>The   town<br>of\n <b>Port</b> Callis&nbsp;&amp; co.</p>"
        "<blockquote>quoted</blockquote><div>own text<p>inner</p>after</div>"
        "<table><tr><td>cell<th>head</table>"
    )

    assert outline(document) == [
        (KIND.HEADING, None, 1, "A title"),
        (KIND.PARAGRAPH, None, 0, "The town of Port Callis & co."),
        (KIND.PARAGRAPH, None, 0, "quoted"),
        (KIND.PARAGRAPH, None, 0, "own text"),
        (KIND.PARAGRAPH, None, 0, "inner"),
        (KIND.PARAGRAPH, None, 0, "after"),
        (KIND.TABLE_CELL, None, 0, "cell"),
        (KIND.TABLE_CELL, None, 0, "head"),
    ]
    assert document.text.startswith(
        "A title\n\nThe town\nof Port Callis\u00a0& co.\n\nquoted\n\n"
    )


def test_each_passage_says_where_its_element_stands() -> None:
    document = read("<html><body><p>one</p><div><p>two</p><p>three</p>four</div></body></html>")

    assert paths(document) == [
        "/html/body/p[1]",
        "/html/body/div[1]/p[1]",
        "/html/body/div[1]/p[2]",
        "/html/body/div[1]",
    ]


def test_list_items_carry_label_and_depth() -> None:
    document = read(
        "<ul><li>one<li><p>two</p><p>more</p><ol type=i start=3><li>deep<li>er</ol></ul>"
    )

    assert outline(document) == [
        (KIND.LIST_ITEM, "•", 0, "one"),
        (KIND.LIST_ITEM, "•", 0, "two"),
        (KIND.LIST_ITEM, None, 0, "more"),
        (KIND.LIST_ITEM, "iii.", 1, "deep"),
        (KIND.LIST_ITEM, "iv.", 1, "er"),
    ]


def test_a_table_that_lays_out_the_page_holds_paragraphs_not_cells() -> None:
    document = read("<table><tr><td><p>One.</p><p>Two.</p><td>x</table>")

    assert [kind for kind, *_ in outline(document)] == [
        KIND.PARAGRAPH,
        KIND.PARAGRAPH,
        KIND.TABLE_CELL,
    ]


def test_site_furniture_is_set_apart_but_the_header_of_an_article_is_read() -> None:
    document = read(
        "<header>Site</header><nav>Home <a href='https://e.org'>x</a></nav><article><header>"
        "<h1>Title</h1></header><p>Words</p></article><footer>Imprint</footer>"
    )

    assert outline(document) == [
        (KIND.FURNITURE, None, 0, "Site"),
        (KIND.FURNITURE, None, 0, "Home x"),
        (KIND.HEADING, None, 1, "Title"),
        (KIND.PARAGRAPH, None, 0, "Words"),
        (KIND.FURNITURE, None, 0, "Imprint"),
    ]
    assert document.links == ()


def test_scripts_styles_and_forms_are_no_text() -> None:
    document = read(
        "<style>p{}</style><p>Seen<script>var a</script></p><select><option>x</select>"
    )

    assert document.text == "Seen"
    assert document.notices == ()


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='color:red;display: none'>secret</p>",
        "<span hidden>secret</span>",
        "<p style='font-size:0'>secret</p>",
        "<span style='visibility:hidden'>secret</span>",
    ],
)
def test_hidden_text_is_left_out_and_reported(hidden: str) -> None:
    document = read(f"<p>Seen</p>{hidden}<p style='font-size:0.9em'>Also seen</p>")

    assert document.text == "Seen\n\nAlso seen"
    assert [notice.code for notice in document.notices] == ["hidden-text"]


def test_outside_links_keep_their_words_and_address() -> None:
    document = read(
        "<p>See <a href='https://e.org/a?b=1&amp;c=2'> the <b>report</b> </a>, "
        "<a href='/local'>local</a> and <a href='mailto:a@b.c'>mail</a>.</p>"
    )

    assert [(one.span.of(document.text), one.target) for one in document.links] == [
        ("the report", "https://e.org/a?b=1&c=2")
    ]


def test_raised_type_is_marked() -> None:
    document = read("<p>a<sup>1</sup> b<span style='vertical-align: super'>2</span> c</p>")

    assert document.text == "a1 b2 c"
    assert [span.of(document.text) for span in document.raised] == ["1", "2"]


def test_soft_hyphens_stay_in_the_text_and_not_in_the_flow() -> None:
    document = read("<p>settle&shy;ment</p>")

    assert document.text == "settle\u00adment"
    assert outline(document) == [(KIND.PARAGRAPH, None, 0, "settlement")]


PANDOC = """<p>Words<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a> and more<a
href="#fn2" id="fnref2"><sup>2</sup></a>.</p><section role="doc-endnotes"><ol>
<li id="fn1"><p>3 March 2020, <i>Report</i>. <a href="#fnref1"
role="doc-backlink">↩︎</a></p></li>
<li id="fn2"><p>Second.</p><p>Further. <a href="#fnref2">↩</a></p></li>
<li id="fn3"><p>Its marker is lost.</p></li></ol></section>"""
WORD = """<p>Words<a href="#_ftn1" name="_ftnref1"><span
style="vertical-align:super">[1]</span></a>
 and more<a href="#_ftn2" name="_ftnref2">[2]</a>.</p><div><hr><div id=ftn1><p><a
href="#_ftnref1" name="_ftn1">[1]</a> First.</p></div><div id=ftn2><p><a href="#_ftnref2"
name="_ftn2">[2]</a> Second.</p><p>Further.</p></div></div>"""
WIKI = """<p>Words<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> again<sup
id="cite_ref-2"><a href="#cite_note-1">[1]</a></sup></p><ol class="references">
<li id="cite_note-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-1">a</a></span>
<span>First.</span></li></ol>"""
OLD = """<p>Words<a href="#f1">1</a> and<a href="#f2">2</a></p>
<p><a name="f1">1</a>. First.<br><a name="f2">2</a>. Second.</p>"""


@pytest.mark.parametrize(
    ("page", "marks", "declared"),
    [
        (
            PANDOC,
            [("1", "fn1"), ("2", "fn2")],
            [
                ("1", ["3 March 2020, Report."]),
                ("2", ["Second.", "Further."]),
                ("3", ["Its marker is lost."]),
            ],
        ),
        (
            WORD,
            [("[1]", "_ftn1"), ("[2]", "_ftn2")],
            [("1", ["First."]), ("2", ["Second.", "Further."])],
        ),
        (WIKI, [("[1]", "cite_note-1"), ("[1]", "cite_note-1")], [("1", ["First."])]),
        (OLD, [("1", "f1"), ("2", "f2")], [("1", ["First."]), ("2", ["Second."])]),
    ],
)
def test_notes_are_found_as_the_common_programs_write_them(
    page: str, marks: list[tuple[str, str]], declared: list[tuple[str, list[str]]]
) -> None:
    document = read(page)

    assert markers(document) == marks
    assert notes(document) == declared
    assert {note.key for note in document.notes} >= {key for _, key in marks}


def test_a_table_of_contents_holds_no_note_markers() -> None:
    document = read("<p><a href='#s1'>1</a> Part one</p><h2 id='s1'>Part one</h2><p>Words</p>")

    assert (document.references, document.notes) == ((), ())


def test_preformatted_letters_part_at_blank_lines() -> None:
    document = read("<pre>Dear Sir,\n\n  We write\nto you.\n</pre>")

    assert outline(document) == [
        (KIND.PARAGRAPH, None, 0, "Dear Sir,"),
        (KIND.PARAGRAPH, None, 0, "We write to you."),
    ]


def test_a_declared_charset_is_used() -> None:
    page = "<meta charset='windows-1251'><p>Норвения".encode("windows-1251")

    assert read_html(page, name="p").text == "Норвения"


@pytest.mark.parametrize("page", ["<script>build()</script>", "<html></html>", "<!-- x -->"])
def test_a_page_without_words_says_that_a_script_may_build_it(page: str) -> None:
    with pytest.raises(InvalidDocumentError, match="script"):
        read(page)


def test_a_page_nested_beyond_reason_is_read_as_far_as_possible() -> None:
    document = read("<p>Words</p>" + "<div>" * 5000 + "deep")

    assert document.text == "Words"
    assert [notice.code for notice in document.notices] == ["page-cut"]
    with pytest.raises(InvalidDocumentError, match="too deeply"):
        read("<div>" * 5000 + "deep")
