import io

import docx as python_docx
import pytest
from tests.docx_files import docx, item, note_mark, p, r

from averment.documents.document import (
    Document,
    DocxOrigin,
    PassageKind,
    RunAt,
)
from averment.errors import InvalidDocumentError, OversizeDocumentError
from averment.readers.docx.read import read_docx

KIND = PassageKind
OWN_NUMBER = "<w:r><w:footnoteRef/></w:r>"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Up"><w:rPr>'
    '<w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}'
    f"{level(1, 'lowerLetter', '(%2)')}{level(2, 'upperRoman', '%1.%3', 4)}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "&#xF0B7;")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def read(data: bytes) -> Document:
    return read_docx(data, name="letter.docx")


def outline(document: Document) -> list[tuple[PassageKind, str | None, int, str]]:
    return [
        (passage.kind, passage.label, passage.level, passage.flow.text)
        for passage in document.passages
    ]


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def markers(document: Document) -> list[tuple[str, str]]:
    return [(one.span.of(document.text), one.key) for one in document.references]


def notes(document: Document) -> list[tuple[str, list[str]]]:
    return [
        (note.number, [document.passages[index].flow.text for index in note.passages])
        for note in document.notes
    ]


def links(document: Document) -> list[tuple[str, str]]:
    return [(one.span.of(document.text), one.target) for one in document.links]


def field(code: str, *result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{"".join(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_paragraphs_are_joined_by_blank_lines_and_know_their_runs() -> None:
    run = (
        "<w:r><w:tab/><w:t>one</w:t><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>x</w:t>"
        "<w:softHyphen/><w:t>y</w:t></w:r>"
    )

    document = read(docx(p("Dear Sir,") + p() + p(run, r(" end"))))

    assert document.text == "Dear Sir,\n\none\ntwo\u2011x\u00ady end"
    assert outline(document) == [
        (KIND.PARAGRAPH, None, 0, "Dear Sir,"),
        (KIND.PARAGRAPH, None, 0, "one two\u2011xy end"),
    ]
    assert document.passages[1].origin == DocxOrigin(
        part="word/document.xml",
        paragraph=2,
        runs=(
            RunAt(start=11, length=11, run=0, offset=1),
            RunAt(start=22, length=4, run=1, offset=0),
        ),
    )


def test_headings_follow_style_inheritance_and_outline_level() -> None:
    own = '<w:outlineLvl w:val="3"/>'
    body = (
        p("a", style="H2") + p("b", style="Mine") + p("c", style="T") + p("d", properties=own)
    )

    document = read(docx(body + p("e", style="Loop") + p("f", style="C1"), styles=STYLES))

    assert outline(document) == [
        (KIND.HEADING, None, 2, "a"),
        (KIND.HEADING, None, 2, "b"),
        (KIND.HEADING, None, 1, "c"),
        (KIND.HEADING, None, 4, "d"),
        (KIND.PARAGRAPH, None, 0, "e"),
        (KIND.FURNITURE, None, 0, "f"),
    ]


def test_list_labels_are_computed_as_a_word_processor_does() -> None:
    body = (
        item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1, 2) + item("e", 1)
        + item("f", 1, 1) + item("g", 2) + item("h", 3) + item("i", 1) + item("j", 0)
        + item("k", 99)
    )  # fmt: skip

    document = read(docx(body, numbering=NUMBERING))

    assert [(passage.label, passage.level) for passage in document.passages] == [
        ("1.", 0),
        ("(a)", 1),
        ("(b)", 1),
        ("1.IV", 2),
        ("2.", 0),
        ("(a)", 1),
        ("•", 0),
        ("7.", 0),
        ("8.", 0),
        (None, 0),
        (None, 0),
    ]
    assert document.text.startswith("1. a\n\n(a) b\n\n")
    assert document.passages[9].kind is KIND.PARAGRAPH


def test_notes_are_numbered_in_the_order_of_their_markers() -> None:
    body = p("One", note_mark(5), " two", note_mark(2), ".", note_mark(3, "endnote"))

    document = read(
        docx(
            body,
            footnotes={
                2: p(OWN_NUMBER, " 2 March 2020."),
                5: p(OWN_NUMBER, " First.") + p("Further."),
            },
            endnotes={3: p(" End.")},
        )
    )

    assert document.text == "One¹ two².ⁱ\n\n1 First.\n\nFurther.\n\n2 2 March 2020.\n\ni End."
    assert markers(document) == [("¹", "footnote-5"), ("²", "footnote-2"), ("ⁱ", "endnote-3")]
    assert notes(document) == [
        ("1", ["First.", "Further."]),
        ("2", ["2 March 2020."]),
        ("i", ["End."]),
    ]
    assert outline(document)[1:3] == [
        (KIND.FOOTNOTE, "1", 0, "First."),
        (KIND.FOOTNOTE, None, 0, "Further."),
    ]
    # Paragraphs 0 and 1 of the part belong to its separators, 2 to the note with the lesser id.
    assert document.passages[1].origin == DocxOrigin(
        part="word/footnotes.xml",
        paragraph=3,
        runs=(RunAt(start=15, length=6, run=1, offset=1),),
    )


def test_note_numbers_follow_the_settings() -> None:
    settings = (
        '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/>'
        '<w:numRestart w:val="eachSect"/></w:footnotePr>'
        '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    )
    section = "<w:sectPr/>"
    body = p("x", note_mark(1), note_mark(2), properties=section) + p(
        "y", note_mark(3), note_mark(1, "endnote")
    )

    document = read(
        docx(
            body,
            footnotes={key: p("n") for key in (1, 2, 3)},
            endnotes={1: p("e")},
            settings=settings,
        )
    )

    assert [note.number for note in document.notes] == ["c", "d", "c", "1"]


def test_a_mark_of_its_own_is_the_marker_and_counts_for_none() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>†</w:t></w:r>'

    document = read(docx(p("a", own, note_mark(2)), footnotes={1: p("† One."), 2: p("Two.")}))

    assert markers(document) == [("†", "footnote-1"), ("¹", "footnote-2")]
    assert notes(document) == [("†", ["One."]), ("1", ["Two."])]


def test_a_marker_without_note_is_kept_and_both_losses_are_reported() -> None:
    document = read(docx(p("a", note_mark(7)), footnotes={1: p("nobody refers to me")}))

    assert document.text == "a¹"
    assert markers(document) == [("¹", "footnote-7")]
    assert notes(document) == [("1", [])]
    assert codes(document) == ["note-missing", "note-without-marker"]


def test_links_are_read_from_relations_and_fields() -> None:
    body = p(
        "See ",
        '<w:hyperlink r:id="a" w:anchor="p2"><w:r><w:t>here</w:t></w:r></w:hyperlink>',
        '<w:hyperlink w:anchor="inside"><w:r><w:t>local</w:t></w:r></w:hyperlink>',
        field(' HYPERLINK "https://f.org/x" ', r("there"), field("PAGE", r("3"))),
        '<w:fldSimple w:instr="HYPERLINK &quot;https://g.org&quot;"><w:r><w:t>too</w:t></w:r>'
        "</w:fldSimple>",
    )

    document = read(docx(body, links={"a": "https://e.org/x?a=1&amp;b=2"}))

    assert document.text == "See herelocalthere3too"
    assert links(document) == [
        ("here", "https://e.org/x?a=1&b=2#p2"),
        ("there3", "https://f.org/x"),
        ("too", "https://g.org"),
    ]


def test_a_field_whose_code_never_ends_hides_only_its_own_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert read(docx(p("a", begin, "b") + p("c"))).text == "a\n\nc"


def test_raised_type_is_marked_whether_set_directly_or_by_style() -> None:
    body = p(
        "a", r("1", '<w:vertAlign w:val="superscript"/>'), "b", r("2", '<w:rStyle w:val="Up"/>')
    )

    document = read(docx(body + p(r("3", '<w:position w:val="6"/>'), "c"), styles=STYLES))

    assert [span.of(document.text) for span in document.raised] == ["1", "2", "3"]


def test_tracked_changes_are_read_as_accepted_and_reported() -> None:
    body = p(
        '<w:ins w:id="1"><w:r><w:t>new</w:t></w:r></w:ins>',
        '<w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>',
    ) + ("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("gone") + "</w:tc></w:tr></w:tbl>")

    document = read(docx(body))

    assert document.text == "new"
    assert codes(document) == ["tracked-changes"]
    assert "1 insertions, 2 deletions" in document.notices[0].text


def test_hidden_text_and_comments_are_left_out_and_reported() -> None:
    body = p("seen", r("secret", "<w:vanish/>"), r(" shown", '<w:vanish w:val="0"/>'))

    document = read(docx(body, comments="<w:comment/><w:comment/>"))

    assert document.text == "seen shown"
    assert codes(document) == ["comments-not-read", "hidden-text"]


def test_tables_text_boxes_and_content_controls_are_read_once() -> None:
    box = "<w:txbxContent>" + p("boxed") + "</w:txbxContent>"
    anchor = (
        "<w:r><w:t>host</w:t><mc:AlternateContent><mc:Choice><wps:txbx>" + box + "</wps:txbx>"
        "</mc:Choice><mc:Fallback><v:textbox>" + box + "</v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>!</w:t></w:r>"
    )
    cells = (
        "<w:tbl><w:tr><w:tc>" + p("c1") + "</w:tc><w:tc>" + p("c2") + "</w:tc></w:tr></w:tbl>"
    )
    column = "<w:tbl><w:tr><w:tc>" + p("laid out") + "</w:tc></w:tr></w:tbl>"
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + p("Click")
        + "</w:sdtContent>"
        "</w:sdt>"
    )
    control = "<w:sdt><w:sdtContent>" + p("control") + "</w:sdtContent></w:sdt>"

    document = read(docx(p(anchor) + cells + column + prompt + control))

    assert outline(document) == [
        (KIND.PARAGRAPH, None, 0, "host!"),
        (KIND.PARAGRAPH, None, 0, "boxed"),
        (KIND.TABLE_CELL, None, 0, "c1"),
        (KIND.TABLE_CELL, None, 0, "c2"),
        (KIND.PARAGRAPH, None, 0, "laid out"),
        (KIND.PARAGRAPH, None, 0, "control"),
    ]
    # The runs of both copies of the box count among the descendants of the host.
    assert document.passages[0].origin == DocxOrigin(
        part="word/document.xml",
        paragraph=0,
        runs=(
            RunAt(start=0, length=4, run=0, offset=0),
            RunAt(start=4, length=1, run=3, offset=0),
        ),
    )


def test_headers_are_furniture_read_once_at_the_end() -> None:
    document = read(docx(p("Words"), headers=(p("Draft"), p("Draft") + p("Page"))))

    assert outline(document) == [
        (KIND.PARAGRAPH, None, 0, "Words"),
        (KIND.FURNITURE, None, 0, "Draft"),
        (KIND.FURNITURE, None, 0, "Page"),
    ]


def test_the_strict_dialect_is_read_too() -> None:
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>Strict</w:t></w:r></w:p></w:body></w:document>"
    )

    assert read(docx(raw={"word/document.xml": strict.encode()})).text == "Strict"


def test_a_file_of_python_docx_is_read() -> None:
    made = python_docx.Document()
    made.add_heading("Title", level=1)
    made.add_paragraph("first", style="List Bullet")
    made.add_paragraph("second", style="List Number")
    stream = io.BytesIO()
    made.save(stream)

    assert outline(read(stream.getvalue())) == [
        (KIND.HEADING, None, 1, "Title"),
        (KIND.LIST_ITEM, "•", 0, "first"),
        (KIND.LIST_ITEM, "1.", 0, "second"),
    ]


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        ("word/footnotes.xml", None, "part-missing"),
        ("word/footnotes.xml", b"<w:footnotes", "part-damaged"),
        ("word/styles.xml", b"", "part-damaged"),
    ],
)
def test_a_lost_part_costs_only_itself(part: str, content: bytes | None, code: str) -> None:
    data = docx(
        p("Words", note_mark(1)), footnotes={1: p("n")}, styles=STYLES, raw={part: content}
    )

    document = read(data)

    assert document.text.startswith("Words¹")
    assert codes(document)[0] == code


def test_without_relations_the_parts_are_found_by_their_usual_names() -> None:
    raw = {"word/_rels/document.xml.rels": b"<broken"}

    document = read(docx(p("Words", note_mark(1)), footnotes={1: p("Note.")}, raw=raw))

    assert notes(document) == [("1", ["Note."])]
    assert codes(document) == ["part-damaged"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"word/document.xml": None}, "no main text"),
        ({"word/document.xml": b"<w:document>"}, "not well-formed"),
        ({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "document type"),
        (
            {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")},
            "document type",
        ),
        ({}, "no words"),
    ],
)
def test_what_cannot_be_read_says_why(raw: dict[str, bytes | None], words: str) -> None:
    with pytest.raises(InvalidDocumentError, match=words):
        read(docx(p(" "), raw=raw))


def test_a_cut_file_says_that_it_is_cut() -> None:
    whole = docx(p("Words"))

    for length in (10, len(whole) // 2, len(whole) - 5):
        with pytest.raises(InvalidDocumentError, match="cut off or damaged"):
            read(whole[:length])


@pytest.mark.parametrize(
    "raw",
    [
        {"word/document.xml": b"<w:document>" + b" " * 40_000_000},
        {"word/media/image1.png": b"\x00" * 310_000_000},
    ],
)
def test_a_zip_bomb_is_refused(raw: dict[str, bytes | None]) -> None:
    with pytest.raises(OversizeDocumentError, match="bomb"):
        read(docx(p("Words"), raw=raw))


def test_messages_never_quote_what_the_file_calls_its_parts() -> None:
    raw = {
        "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="a" Type="x/officeDocument" '
        b'Target="a&#x20;secret&#x20;name"/></Relationships>',
        "a secret name": b"<w:document>",
    }

    with pytest.raises(InvalidDocumentError) as refusal:
        read(docx(p("Words"), raw=raw))

    assert "secret" not in str(refusal.value)
