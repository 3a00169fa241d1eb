import pytest
from tests.pdf_files import BOLD, HEIGHT, MARGIN, RAISED_DIGITS, Sheet, Text, pdf_of

from averment.documents.document import Document, Format, Link, PassageKind
from averment.errors import EncryptedDocumentError, InvalidDocumentError
from averment.readers.pdf.read import read_pdf

FIRST = (
    "The council of the town reports that the waterworks of Port Callis were damaged in the "
    "night and that the school of the old quarter has been closed since the following morning."
)
LONG_NOTE = (
    "The council of the town met again in the town hall of the old quarter on the evenings of "
    "the"
)
"""As long as the notes of `sheet_with_notes` are wide."""
SECOND = (
    "Correspondents who reached the quarter on the next day describe the damage to the roof "
    "and to the library, which the council wishes to have repaired before the winter comes."
)


def read(*sheets: Sheet) -> Document:
    return read_pdf(pdf_of(sheets), name="letter.pdf")


def outline(document: Document) -> list[tuple[PassageKind, str | None, str]]:
    return [(p.kind, p.label, p.flow.text) for p in document.passages]


def test_lines_become_paragraphs_and_the_text_keeps_them() -> None:
    sheet = Sheet()
    y = sheet.wrap(
        "The waterworks stood near the school of the town of Port Callis.", y=700, columns=40
    )
    sheet.wrap("Nobody was there.", y=y - 12)

    document = read(sheet)

    assert document.format is Format.PDF
    assert document.text == (
        "The waterworks stood near the school of\nthe town of Port Callis.\n\nNobody was there."
    )
    assert outline(document) == [
        (
            PassageKind.PARAGRAPH,
            None,
            "The waterworks stood near the school of the town of Port Callis.",
        ),
        (PassageKind.PARAGRAPH, None, "Nobody was there."),
    ]
    assert document.page_starts == (0,)


def test_a_line_ending_where_a_word_had_room_ends_a_paragraph() -> None:
    sheet = Sheet()
    for number, line in enumerate(["Ms. A. Bell", "Secretary", "Council of Norvenia"]):
        sheet.put(MARGIN, 700 - 12 * number, line)
    sheet.wrap(FIRST, y=640)

    assert [text for _, _, text in outline(read(sheet))] == [
        "Ms. A. Bell",
        "Secretary",
        "Council of Norvenia",
        FIRST,
    ]


def test_a_first_line_indent_begins_a_paragraph() -> None:
    sheet = Sheet()
    y = sheet.wrap(FIRST + " It stays so for now, the council of Norvenia says.", y=700)
    sheet.wrap(SECOND, y=y, indent=18, columns=77)

    document = read(sheet)

    assert [p.flow.text[:14] for p in document.passages] == ["The council of", "Correspondents"]


def test_a_hyphen_at_a_line_end_stays_in_the_text_and_leaves_the_flow() -> None:
    sheet = Sheet()
    sheet.put(MARGIN, 700, "They asked for some more humani-")
    sheet.put(MARGIN, 688, "tarian aid for the people.")

    document = read(sheet)

    assert document.text == "They asked for some more humani-\ntarian aid for the people."
    assert document.passages[0].flow.text == (
        "They asked for some more humanitarian aid for the people."
    )


def test_small_raised_type_is_reported() -> None:
    sheet = Sheet()
    line = Text(MARGIN, 700, "The school was closed.")
    sheet.texts.append(line)
    sheet.mark(line, "12")

    document = read(sheet)

    assert document.text == "The school was closed.12"
    assert [span.of(document.text) for span in document.raised] == ["12"]


def test_raised_glyphs_of_the_same_size_are_reported() -> None:
    sheet = Sheet()
    sheet.put(MARGIN, 700, "The school was closed.")
    sheet.put(MARGIN + 6 * 22, 700, "7", font=RAISED_DIGITS)
    sheet.put(MARGIN + 6 * 24, 700, "It has 20 rooms.")

    document = read(sheet)

    assert document.text == "The school was closed.7 It has 20 rooms."
    assert [span.of(document.text) for span in document.raised] == ["7"]


def test_columns_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    sheet.wrap("An evening in the waterworks", y=750, font=BOLD, size=14)
    sheet.wrap(FIRST, y=700, columns=36)
    sheet.wrap(SECOND, y=700, columns=36, x=330)

    assert outline(read(sheet)) == [
        (PassageKind.HEADING, None, "An evening in the waterworks"),
        (PassageKind.PARAGRAPH, None, FIRST),
        (PassageKind.PARAGRAPH, None, SECOND),
    ]


def test_columns_on_other_baselines_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    sheet.wrap(FIRST, y=700, columns=36)
    sheet.wrap(SECOND, y=695, columns=36, x=330)

    assert [text for _, _, text in outline(read(sheet))] == [FIRST, SECOND]


def test_words_come_in_the_order_of_their_places() -> None:
    sheet = Sheet()
    sheet.put(MARGIN + 6 * 10, 700, "of the town")
    sheet.put(MARGIN, 700, "The water")

    assert read(sheet).text == "The water of the town"


def test_list_items_carry_their_labels() -> None:
    sheet = Sheet()
    y = sheet.wrap("The council asks for three things:", y=700)
    y = sheet.wrap(f"• {FIRST}", y=y, x=84, hang=12, columns=70)
    y = sheet.wrap("• That the school be opened.", y=y, x=84)
    y = sheet.wrap("(a) By day;", y=y, x=108)
    sheet.wrap("(b) By night.", y=y, x=108)

    document = read(sheet)

    assert outline(document) == [
        (PassageKind.PARAGRAPH, None, "The council asks for three things:"),
        (PassageKind.LIST_ITEM, "•", FIRST),
        (PassageKind.LIST_ITEM, "•", "That the school be opened."),
        (PassageKind.LIST_ITEM, "(a)", "By day;"),
        (PassageKind.LIST_ITEM, "(b)", "By night."),
    ]
    assert [passage.level for passage in document.passages] == [0, 0, 0, 1, 1]


def test_headings_have_levels_by_their_look() -> None:
    sheet = Sheet()
    sheet.put(MARGIN, 740, "I. The waterworks", size=16)
    sheet.put(MARGIN, 710, "A. The night", font=BOLD)
    sheet.wrap(FIRST, y=690)

    document = read(sheet)

    assert [(p.kind, p.label, p.level) for p in document.passages] == [
        (PassageKind.HEADING, "I.", 1),
        (PassageKind.HEADING, "A.", 2),
        (PassageKind.PARAGRAPH, None, 0),
    ]


def sheet_with_notes(*notes: str, first: int = 1, body: str = FIRST) -> Sheet:
    sheet = Sheet()
    sheet.wrap(body, y=700)
    sheet.wrap(SECOND, y=650)
    y = 150.0
    for number, note in enumerate(notes, first):
        y = sheet.wrap(
            f"{number} {note}" if number else note, y=y, size=8, leading=9, columns=100
        )
    return sheet


def notes_of(document: Document) -> list[tuple[str | None, str]]:
    return [(p.label, p.flow.text) for p in document.passages if p.kind is PassageKind.FOOTNOTE]


def test_small_lines_at_the_foot_are_notes() -> None:
    address = "https://a.example/reports/water-works-of-the-town-and- school-of-port.html"
    document = read(
        sheet_with_notes(f"See the report of the council, {address}", "Ibid., p. 12.")
    )

    assert notes_of(document) == [
        (
            "1",
            f"See the report of the council, {address.replace(' ', chr(10))}",
        ),
        ("2", "Ibid., p. 12."),
    ]


def test_a_number_at_a_line_start_inside_a_note_begins_no_note() -> None:
    words = f"{LONG_NOTE} 2 October and once more in May."
    document = read(sheet_with_notes(words, "Ibid."))

    assert notes_of(document) == [("1", words), ("2", "Ibid.")]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    one = sheet_with_notes(LONG_NOTE)
    two = sheet_with_notes("second and third day of May, it says.", first=0, body=SECOND)
    two.wrap("2 Ibid.", y=120, size=8)

    document = read(one, two)

    assert notes_of(document) == [
        ("1", f"{LONG_NOTE} second and third day of May, it says."),
        ("2", "Ibid."),
    ]


def test_notes_under_a_rule_may_have_the_size_of_the_body() -> None:
    sheet = Sheet()
    sheet.wrap(FIRST, y=700)
    sheet.rules.append((MARGIN, 112, 144))
    line = Text(MARGIN + 4, 100, "See the report of the council.")
    sheet.texts.append(line)
    sheet.put(MARGIN, 104, "1", size=6)

    assert notes_of(read(sheet)) == [("1", "See the report of the council.")]


def test_numbered_references_under_their_heading_are_notes() -> None:
    sheet = Sheet()
    sheet.wrap(FIRST, y=700)
    sheet.put(MARGIN, 600, "REFERENCES")
    sheet.put(MARGIN, 580, "1. The report of the council.")
    sheet.put(MARGIN, 560, "2. The plan of the school.")

    assert notes_of(read(sheet)) == [
        ("1", "The report of the council."),
        ("2", "The plan of the school."),
    ]


def page(number: int, words: str) -> Sheet:
    sheet = Sheet()
    sheet.put(MARGIN, HEIGHT - 40, "Report on the waterworks")
    sheet.wrap(words, y=700)
    sheet.put(300, 30, str(number))
    return sheet


def test_headers_and_page_numbers_are_furniture() -> None:
    document = read(page(1, FIRST), page(2, SECOND))

    assert outline(document) == [
        (PassageKind.FURNITURE, None, "Report on the waterworks"),
        (PassageKind.PARAGRAPH, None, FIRST),
        (PassageKind.FURNITURE, None, "1"),
        (PassageKind.FURNITURE, None, "Report on the waterworks"),
        (PassageKind.PARAGRAPH, None, SECOND),
        (PassageKind.FURNITURE, None, "2"),
    ]


def test_a_paragraph_reads_on_over_a_page_end() -> None:
    words = FIRST.split(" the following ")

    document = read(page(1, words[0]), page(2, f"the following {words[1]}"))

    bodies = [p for p in document.passages if p.kind is PassageKind.PARAGRAPH]
    assert [p.flow.text for p in bodies] == [FIRST]
    assert document.page_starts == (0, document.text.rindex("Report on"))
    assert document.page_of(document.text.index("the following")) == 2


def test_a_page_end_after_a_sentence_separates() -> None:
    document = read(page(1, FIRST), page(2, SECOND))

    assert sum(p.kind is PassageKind.PARAGRAPH for p in document.passages) == 2


def test_rows_of_cells_are_a_table() -> None:
    sheet = Sheet()
    sheet.wrap(FIRST, y=720)
    for number, (town, closed) in enumerate(
        [("Town", "Closed"), ("Port Callis", "3"), ("Estavia", "12")]
    ):
        sheet.put(MARGIN, 640 - 14 * number, town)
        sheet.put(300, 640 - 14 * number, closed)

    assert [(k, t) for k, _, t in outline(read(sheet))[1:]] == [
        (PassageKind.TABLE_CELL, "Town"),
        (PassageKind.TABLE_CELL, "Closed"),
        (PassageKind.TABLE_CELL, "Port Callis"),
        (PassageKind.TABLE_CELL, "3"),
        (PassageKind.TABLE_CELL, "Estavia"),
        (PassageKind.TABLE_CELL, "12"),
    ]


def test_link_annotations_carry_their_address_exactly() -> None:
    sheet = Sheet()
    sheet.put(MARGIN, 700, "See the report, page 3.")
    target = "https://a.example/x?y=1&z=(2)%20#p3"
    sheet.links.append((MARGIN + 24, 697, MARGIN + 84, 710, target))

    document = read(sheet)

    start = document.text.index("the report")
    assert document.links == (
        Link(span=document.passages[0].flow.span(start, start + 10), target=target),
    )


def test_a_link_over_a_line_end_is_one_link() -> None:
    sheet = Sheet()
    sheet.put(MARGIN, 700, "https://a.example/long-")
    sheet.put(MARGIN, 688, "name.html and more")
    sheet.links.append((MARGIN, 697, MARGIN + 23 * 6, 710, "https://a.example/long-name.html"))
    sheet.links.append((MARGIN, 685, MARGIN + 9 * 6, 696, "https://a.example/long-name.html"))

    document = read(sheet)

    assert [link.span.of(document.text) for link in document.links] == [
        "https://a.example/long-\nname.html"
    ]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_turned_is_read_upright(rotate: int) -> None:
    sheet = Sheet(rotate=rotate)
    sheet.wrap(FIRST, y=700)

    assert outline(read(sheet)) == [(PassageKind.PARAGRAPH, None, FIRST)]


def test_text_that_runs_aside_is_furniture() -> None:
    sheet = Sheet()
    sheet.wrap(FIRST, y=700)
    sheet.texts.append(Text(20, 300, "COPY 3", turned=True))

    assert outline(read(sheet)) == [
        (PassageKind.PARAGRAPH, None, FIRST),
        (PassageKind.FURNITURE, None, "COPY 3"),
    ]


def test_lines_know_their_page_and_box() -> None:
    sheet = Sheet()
    sheet.put(100, 700, "Port Callis")

    origin = read(sheet).passages[0].origin

    line = origin.lines[0]  # type: ignore[union-attr]  # a PDF gives PdfOrigin
    assert (line.page, round(line.box.left), round(line.box.right)) == (1, 100, 166)
    assert line.box.bottom < 700 < line.box.top


def test_a_page_without_text_is_named() -> None:
    sheet = Sheet()
    sheet.wrap(FIRST, y=700)

    document = read(Sheet(), sheet, Sheet())

    assert [(notice.code, notice.text) for notice in document.notices] == [
        (
            "page-without-text",
            "Pages 1 and 3 of the PDF cannot be read without OCR: no text layer.",
        )
    ]
    assert document.page_starts == (0, 0, len(document.text))


def test_a_file_without_text_asks_for_ocr() -> None:
    with pytest.raises(InvalidDocumentError, match="no text layer"):
        read(Sheet())


def test_a_file_with_a_password_is_refused() -> None:
    with pytest.raises(EncryptedDocumentError, match="password"):
        read_pdf(pdf_of([Sheet()], encrypted=True), name="letter.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"not a PDF", b"\x00" * 100])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidDocumentError, match="damaged"):
        read_pdf(data, name="letter.pdf")


def test_two_signatures_side_by_side_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    sheet.wrap(FIRST, y=700)
    for x, lines in ((MARGIN, ["Ms. C. Moss", "President"]), (340, ["Mr. D. Oak", "Director"])):
        for number, line in enumerate(lines):
            sheet.put(x, 600 - 12 * number, line)

    assert [text for _, _, text in outline(read(sheet))] == [
        FIRST,
        "Ms. C. Moss",
        "President",
        "Mr. D. Oak",
        "Director",
    ]


def test_lines_in_the_middle_of_the_page_are_read_one_by_one() -> None:
    sheet = Sheet()
    sheet.wrap(FIRST, y=600)
    for number, line in enumerate(["Council of Norvenia", "12 Harbour Street"]):
        sheet.put(306 - 3 * len(line), 700 - 12 * number, line)

    assert [text for _, _, text in outline(read(sheet))][:2] == [
        "Council of Norvenia",
        "12 Harbour Street",
    ]


def test_a_quotation_set_in_on_both_sides_is_one_passage() -> None:
    sheet = Sheet()
    y = sheet.wrap(FIRST, y=700)
    sheet.wrap(SECOND, y=y - 12, x=126, columns=60)

    assert [text for _, _, text in outline(read(sheet))] == [FIRST, SECOND]


def test_signs_without_a_meaning_are_noticed() -> None:
    sheet = Sheet()
    sheet.put(MARGIN, 700, "\x01\x02\x03\x04 Port")

    assert [notice.code for notice in read(sheet).notices] == ["text-unreliable"]
