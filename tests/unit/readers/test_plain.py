"""Lines of a text file become passages, and what belongs to the page stays out of them."""

import pytest

from averment.documents.document import Document, LinesOrigin, PassageKind
from averment.readers.plain import document_of_text, read_plain
from averment.readers.plain_line import counting_lines, label_lines, lines_of


def read(text: str) -> Document:
    return document_of_text(text, name="letter.txt")


def passages(text: str, *kinds: PassageKind) -> list[str]:
    return [p.flow.text for p in read(text).passages if not kinds or p.kind in kinds]


def test_lines_that_a_typesetter_broke_are_one_paragraph() -> None:
    text = "The market of Port Callis was shelled on\n3 May 2012. Nobody was warned.\n"

    assert passages(text) == [
        "The market of Port Callis was shelled on 3 May 2012. Nobody was warned."
    ]


def test_a_hyphen_at_a_line_end_goes_where_it_only_breaks_a_word() -> None:
    assert passages(
        "They called it a humani-\ntarian pause of the self-\ndefence force.\n"
    ) == ["They called it a humanitarian pause of the self-defence force."]


def test_a_blank_line_parts_paragraphs() -> None:
    assert passages("The mill burned down.\n\nNobody was warned.\n") == [
        "The mill burned down.",
        "Nobody was warned.",
    ]


def test_an_indent_begins_a_paragraph() -> None:
    first = "   The market was shelled twice on the third of May, and nobody had\n"
    rest = "been warned, as the mayor and the Ministry of Defence agreed later on.\n"

    assert len(passages((first + rest) * 3)) == 3


def test_list_items_carry_their_sign_as_label() -> None:
    items = read("- the mill;\n- the market; and\n(a) the school.\n").passages

    assert [(p.kind, p.label, p.flow.text) for p in items] == [
        (PassageKind.LIST_ITEM, "-", "the mill;"),
        (PassageKind.LIST_ITEM, "-", "the market; and"),
        (PassageKind.LIST_ITEM, "(a)", "the school."),
    ]


def test_a_short_capitalised_line_above_prose_is_a_heading() -> None:
    prose = (
        "The market of Port Callis was shelled on 3 May 2012, and nobody had been warned. " * 2
    )

    assert passages(f"THE SHELLING\n\n{prose}\n", PassageKind.HEADING) == ["THE SHELLING"]


def test_a_sentence_goes_on_over_a_page_break() -> None:
    text = (
        "The market of Port Callis was shelled by the\n\n"
        "CONCORD WATCH                      1\n\f"
        "CONCORD WATCH                      2\n\n"
        "army of Norvenia on the third of May.\n"
    )

    assert passages(text, PassageKind.PARAGRAPH) == [
        "The market of Port Callis was shelled by the army of Norvenia on the third of May."
    ]


def test_a_note_at_the_foot_of_the_page_does_not_join_the_sentence_around_it() -> None:
    text = (
        "The market of Port Callis was shelled before the first of\n\n"
        "1 See “Market Shelled”, The Courier, 4 May 2012.\n\n"
        "the shells fell on a mill.\n"
    )

    assert passages(text) == [
        "The market of Port Callis was shelled before the first of the shells fell on a mill.",
        "1 See “Market Shelled”, The Courier, 4 May 2012.",
    ]


def test_lines_whose_numbers_count_up_begin_passages() -> None:
    text = "1 The market was shelled on 3 May\n2 Nobody was warned, says the mayor\n3 Ibid.\n"

    assert len(passages(text)) == 3


def test_a_number_at_a_line_start_by_chance_begins_nothing() -> None:
    text = (
        "The wells of the town were counted and there were at that time only\n12 Wells left.\n"
    )

    assert len(passages(text)) == 1


def test_labels_alone_on_their_lines_are_told_from_page_numbers() -> None:
    near = lines_of("1\nSee the map.\n2\nIbid.\n")
    far = lines_of("1\n" + "word\n" * 40 + "2\n")

    assert (label_lines(near), label_lines(far)) == ((1, 3), ())


def test_dates_at_line_starts_do_not_count_up() -> None:
    assert counting_lines(lines_of("3 May 2012\n4 May 2012\n")) == frozenset()


def test_page_numbers_job_numbers_and_running_titles_are_furniture() -> None:
    sentence = "The {} page tells of the mill in Port Callis and of the market."
    words = ("first", "second", "third")
    pages = [
        f"Report of the Mission\n\n{sentence.format(word)}\n\n{page}\n"
        for page, word in enumerate(words, 1)
    ]
    text = "\f".join(pages) + "\n12-26300 (E) 130312\n*1226300*\n"

    assert passages(text, PassageKind.PARAGRAPH) == [sentence.format(word) for word in words]


def test_a_document_symbol_at_the_head_of_a_page_does_not_cut_the_sentence() -> None:
    text = (
        "S/2014/999\n\nThe market of Port Callis was shelled by the\n\n2/3\n\f"
        "S/2014/999\n\narmy of Norvenia on the third of May.\n"
    )

    assert passages(text, PassageKind.PARAGRAPH) == [
        "S/2014/999",
        "The market of Port Callis was shelled by the army of Norvenia on the third of May.",
    ]


def test_an_address_keeps_the_line_end_that_cuts_it() -> None:
    assert passages("See https://example.org/a-\nb for the map.\n") == [
        "See https://example.org/a-\nb for the map."
    ]


def test_every_passage_knows_its_lines() -> None:
    found = read("One.\n\nTwo goes\non here.\n").passages

    assert [p.origin for p in found] == [
        LinesOrigin(first=1, last=1),
        LinesOrigin(first=3, last=4),
    ]


def test_the_text_itself_is_not_changed() -> None:
    text = "\ufeffOne -\r\n two\u00ad\r\n\r\nthree\f four\n"

    assert read(text).text == text


@pytest.mark.parametrize("text", ["", "\n\n", "\f", "\u200b", "-", "1", "* \n"])
def test_next_to_nothing_is_read_without_complaint(text: str) -> None:
    assert read(text).text == text


def test_bytes_are_decoded_first() -> None:
    document = read_plain("Der Bürgermeister sah es.".encode("latin-1"), name="a.txt")

    assert document.passages[0].flow.text == "Der Bürgermeister sah es."
