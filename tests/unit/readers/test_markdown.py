import pytest

from averment.documents.document import (
    Document,
    LinesOrigin,
    Notice,
    PassageKind,
)
from averment.errors import InvalidDocumentError
from averment.readers.markdown.read import read_markdown

KIND = PassageKind


def read(text: str) -> Document:
    return read_markdown(text.encode(), name="letter.md")


def outline(document: Document) -> list[tuple[PassageKind, str | None, int, str]]:
    return [
        (passage.kind, passage.label, passage.level, passage.flow.text)
        for passage in document.passages
    ]


def flows(text: str) -> list[str]:
    return [passage.flow.text for passage in read(text).passages]


def markers(document: Document) -> list[tuple[str, str]]:
    return [(one.span.of(document.text), one.key) for one in document.references]


def notes(document: Document) -> list[tuple[str, list[str]]]:
    return [
        (note.number, [document.passages[index].flow.text for index in note.passages])
        for note in document.notes
    ]


def links(document: Document) -> list[tuple[str, str]]:
    return [(one.span.of(document.text), one.target) for one in document.links]


def test_the_text_is_the_source_to_the_letter() -> None:
    source = "# A *title* #\r\n\r\n[Port Callis](https://e.org/x) was hit.\r\n"

    document = read(source)

    assert document.text == source
    assert [passage.span.of(source) for passage in document.passages] == [
        "A *title",
        "Port Callis](https://e.org/x) was hit.",
    ]


def test_headings_of_both_kinds_carry_their_depth() -> None:
    assert outline(read("### Third\n\nFirst\n=====\n\nSecond\n---\n\n#hash\n")) == [
        (KIND.HEADING, None, 3, "Third"),
        (KIND.HEADING, None, 1, "First"),
        (KIND.HEADING, None, 2, "Second"),
        (KIND.PARAGRAPH, None, 0, "#hash"),
    ]


def test_lists_carry_sign_and_depth_and_go_on_after_blank_lines() -> None:
    source = (
        "- one\n  goes on\n  - inner\n- two\n\n  its second paragraph\n\n"
        "1. first\n2) second\n(a) lettered\n\nAfter.\n"
    )

    assert outline(read(source)) == [
        (KIND.LIST_ITEM, "-", 0, "one goes on"),
        (KIND.LIST_ITEM, "-", 1, "inner"),
        (KIND.LIST_ITEM, "-", 0, "two"),
        (KIND.LIST_ITEM, None, 0, "its second paragraph"),
        (KIND.LIST_ITEM, "1.", 0, "first"),
        (KIND.LIST_ITEM, "2)", 0, "second"),
        (KIND.LIST_ITEM, "(a)", 0, "lettered"),
        (KIND.PARAGRAPH, None, 0, "After."),
    ]


def test_a_number_in_mid_paragraph_begins_no_list() -> None:
    assert flows("The siege ended in\n1991. The town\n– and its port –\nwas rebuilt.") == [
        "The siege ended in 1991. The town – and its port – was rebuilt."
    ]


def test_quotations_tables_code_and_rules_become_passages() -> None:
    source = (
        "> quoted\nlazily\n\n| a | b |\n|---|---|\n| [c](https://e.org) | d \\| e |\n\n"
        "```\ncode **x**\n```\n\n***\n\nEnd\n"
    )

    assert outline(read(source)) == [
        (KIND.PARAGRAPH, None, 0, "quoted lazily"),
        (KIND.TABLE_CELL, None, 0, "a"),
        (KIND.TABLE_CELL, None, 0, "b"),
        (KIND.TABLE_CELL, None, 0, "c"),
        (KIND.TABLE_CELL, None, 0, "d | e"),
        (KIND.PARAGRAPH, None, 0, "code **x**"),
        (KIND.PARAGRAPH, None, 0, "End"),
    ]


def test_front_matter_is_furniture() -> None:
    assert outline(read("---\ntitle: A page\ndate: 2020-01-01\n---\nWords\n"))[:2] == [
        (KIND.FURNITURE, None, 0, "title: A page"),
        (KIND.FURNITURE, None, 0, "date: 2020-01-01"),
    ]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a **bold** and *slanted* and ***both*** word", "a bold and slanted and both word"),
        ("_one_ snake_case __two__", "one snake_case two"),
        ("5 * 3 * 2 and a mark* and **open", "5 * 3 * 2 and a mark* and **open"),
        ("~~struck~~ out, ~about", "struck out, ~about"),
        ("`code*x*` and ``two ` ticks`` and ` one", "code*x* and two ` ticks and ` one"),
        (r"\*not\* \[this\] C:\dir", r"*not* [this] C:\dir"),
        ("R&amp;D&nbsp;&rsquo;s &unknown; & so", "R&D ’s &unknown; & so"),
        ("a ![picture](x.png) b", "a b"),
        ("a<br>b <!-- c --> <b>d</b> 1 < 2 <x@e.org>", "ab d 1 < 2 x@e.org"),
        (
            "https://e.org/_a_b_ and <https://e.org/*x*>",
            "https://e.org/_a_b_ and https://e.org/*x*",
        ),
        ("[broken](https://e.org/a b c", "[broken](https://e.org/a b c"),
        ("a  \nb\\\nc", "a b c"),
        ("[a [b](https://e.org) c](https://f.org)", "[a b c](https://f.org)"),
    ],
)
def test_signs_are_left_out_of_the_flow_and_words_are_not(source: str, shown: str) -> None:
    assert flows(source) == [shown]


def test_links_keep_words_and_address_as_written() -> None:
    document = read(
        "[many](http://a.org/1) [civil](http://a.org/2)\n"
        "[the **report**](<https://e.org/x y> 'title') [wiki](https://e.org/A_(B))\n"
        "[named][key] [key] [none] [rel](/x) [mail](mailto:a@b.c)\n\n"
        '[key]: https://e.org/key "Title"\n'
    )

    assert links(document) == [
        ("many", "http://a.org/1"),
        ("civil", "http://a.org/2"),
        ("the **report", "https://e.org/x y"),
        ("wiki", "https://e.org/A_(B)"),
        ("named", "https://e.org/key"),
        ("key", "https://e.org/key"),
    ]
    assert len(document.passages) == 1


def test_named_footnotes_are_declared_with_all_their_paragraphs() -> None:
    document = read(
        "Words[^1] and more.[^long] Lost[^9].\n\n[^1]: First\n    goes on.\n\n    Further.\n"
        "[^long]: Second.\n\nAfter.\n"
    )

    assert markers(document) == [("[^1]", "^1"), ("[^long]", "^long"), ("[^9]", "^9")]
    assert notes(document) == [
        ("1", ["First goes on.", "Further."]),
        ("2", ["Second."]),
        ("9", []),
    ]
    assert outline(document) == [
        (KIND.PARAGRAPH, None, 0, "Words[1] and more.[long] Lost[9]."),
        (KIND.FOOTNOTE, "1", 0, "First goes on."),
        (KIND.FOOTNOTE, None, 0, "Further."),
        (KIND.FOOTNOTE, "2", 0, "Second."),
        (KIND.PARAGRAPH, None, 0, "After."),
    ]


def test_markers_that_are_links_lead_to_list_items_that_begin_with_the_number() -> None:
    document = read(
        "In 2010 words[1](#f1) and more[2](#f2).\n\n* 1 not a note\n\n## Notes\n\n"
        "* 1 The membership, [site](https://e.org).\n* 2 Second.\n* 3 Its marker is lost.\n"
    )

    assert markers(document) == [("[1](#f1)", "#f1"), ("[2](#f2)", "#f2")]
    assert notes(document) == [
        ("1", ["The membership, site."]),
        ("2", ["Second."]),
        ("3", ["Its marker is lost."]),
    ]
    assert outline(document)[0] == (KIND.PARAGRAPH, None, 0, "In 2010 words[1] and more[2].")
    assert outline(document)[1] == (KIND.LIST_ITEM, "*", 0, "1 not a note")
    assert links(document) == [("site", "https://e.org")]


def test_markers_that_are_links_lead_to_notes_that_lead_back() -> None:
    document = read(
        "Words[[1]](#_ftn1) and<sup>[2](#fn2)</sup>.\n\n[[1]](#_ftnref1) First.\n\n"
        '<a id="fn2"></a>\n\n2. Second [↩](#ref2)\n'
    )

    assert markers(document) == [("[[1]](#_ftn1)", "#_ftn1"), ("[2](#fn2)", "#fn2")]
    assert notes(document) == [("1", ["First."]), ("2", ["Second"])]


def test_numbered_definitions_are_notes_where_the_number_stands_as_a_marker() -> None:
    document = read(
        "Words [1] and [the page][2].\n\n[1]: https://e.org/a Accessed today\n[2]: https://e.org/b\n"
    )

    assert markers(document) == [("[1]", "[1]")]
    assert notes(document) == [("1", ["https://e.org/a Accessed today"])]
    assert links(document) == [("the page", "https://e.org/b")]
    assert len(document.passages) == 2


def test_a_table_of_contents_holds_no_markers() -> None:
    document = read("1. [1](#introduction)\n2. [Part](#part)\n\n# Introduction\n")

    assert (document.references, document.notes) == ((), ())


def test_raised_type_is_marked() -> None:
    document = read("area x^2^ and<sup>3</sup> but 2^10 and a^b")

    assert [span.of(document.text) for span in document.raised] == ["2", "3"]
    assert flows("area x^2^ and<sup>3</sup> but 2^10 and a^b") == [
        "area x2 and3 but 2^10 and a^b"
    ]


def test_comments_are_left_out_and_reported() -> None:
    document = read("Words\n\n<!-- a note\n\nto self -->\n\nEnd\n")

    assert [passage.flow.text for passage in document.passages] == ["Words", "End"]
    assert document.notices == (
        Notice(
            code="hidden-text",
            text="Comments in the source, which its reader does not see, were left out.",
        ),
    )


def test_each_passage_says_on_which_lines_it_stands() -> None:
    assert [passage.origin for passage in read("a\nb\n\n- c\n\n\nd").passages] == [
        LinesOrigin(first=1, last=2),
        LinesOrigin(first=4, last=4),
        LinesOrigin(first=7, last=7),
    ]


def test_a_text_of_signs_only_holds_no_words() -> None:
    with pytest.raises(InvalidDocumentError, match="no words"):
        read("***\n\n> >\n\n![x](y)\n")
