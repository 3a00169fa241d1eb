"""Quoted words against a text. The resolution is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averment.un_record.quotation import (
    Difference,
    Fit,
    find_quotation,
    operative_paragraphs,
)

TEXT = """Resolution 9001 (1901)

The Assembly of the Islands,

Recalling the inadmissibility of the use of force for the acquisition of harbours,

1. Demands the immediate, complete and unconditional withdrawal of all boats
from Port Callis and calls upon both fleets to keep their distance;

2. Calls for unimpeded access for relief
efforts, and reaffirms that all parties are bound by the rules of the sea;

ll. Decides to remain seized of the matter.

Adopted unanimously at the 12th meeting.
"""


def test_words_that_stand_in_the_text_are_found_with_their_whole_paragraph() -> None:
    found = find_quotation(TEXT, "unconditional withdrawal of all boats from Port Callis")

    assert found is not None
    assert (found.fit, found.differences) == (Fit.EXACT, ())
    assert TEXT[found.start : found.end] == (
        "unconditional withdrawal of all boats\nfrom Port Callis"
    )
    assert found.paragraph.number == 1
    assert found.paragraph.text == (
        "1. Demands the immediate, complete and unconditional withdrawal of all boats from "
        "Port Callis and calls upon both fleets to keep their distance;"
    )


@pytest.mark.parametrize(
    "words",
    [
        "Unimpeded access — for RELIEF efforts",
        "unimpededaccess for relief ef-forts",
        "[u]nimpeded access",
        "unimpeded access ... bound by the rules",
        "unimpeded access […] all parties are bound",
    ],
)
def test_spaces_capitals_punctuation_and_omissions_make_no_difference(words: str) -> None:
    found = find_quotation(TEXT, words)

    assert found is not None
    assert (found.fit, found.paragraph.number) == (Fit.EXACT, 2)


def test_another_spelling_is_told_as_such() -> None:
    found = find_quotation(TEXT, "the inadmissability of the use of force")

    assert found is not None
    assert found.fit is Fit.SPELLING
    assert found.differences == (Difference("inadmissability", "inadmissibility"),)
    assert found.paragraph.number is None
    assert found.paragraph.text.startswith("Recalling the inadmissibility")


@pytest.mark.parametrize(
    ("words", "difference"),
    [
        ("reaffirms that not all parties are bound", Difference("not", "")),
        ("all parties are freed by the rules of the sea", Difference("freed", "bound")),
        ("the immediate and unconditional withdrawal", Difference("", "complete")),
    ],
)
def test_a_word_changed_added_or_left_out_is_named(words: str, difference: Difference) -> None:
    found = find_quotation(TEXT, words)

    assert found is not None
    assert (found.fit, found.differences) == (Fit.WORDING, (difference,))


@pytest.mark.parametrize(
    "words",
    [
        "the fleets shall surrender every harbour at once",
        "bound by the rules of the sea ... unimpeded access",
        "",
        "...",
        "boats",
    ],
)
def test_what_is_not_there_or_proves_nothing_is_not_found(words: str) -> None:
    assert find_quotation(TEXT, words) is None


def test_operative_paragraphs_are_numbered_though_a_copy_lost_or_misread_some() -> None:
    text = TEXT.replace("ll. ", "4. ") + "\n1999. is no paragraph"

    assert [p.number for p in operative_paragraphs(text)] == [1, 2, 4]
    assert operative_paragraphs(text)[-1].text == "4. Decides to remain seized of the matter."
    assert operative_paragraphs("No numbers here.") == ()


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab 1.\n[]…é”", max_size=200), st.text(alphabet="ab 1.[]…é", max_size=60)
)
def test_any_text_gives_a_place_inside_it_or_none(text: str, words: str) -> None:
    found = find_quotation(text, words)

    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert found.paragraph.start <= found.start < found.paragraph.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(TEXT) - 40), st.integers(20, 40))
def test_every_piece_of_a_text_is_found_in_it(start: int, length: int) -> None:
    piece = TEXT[start : start + length]
    found = find_quotation(TEXT, piece)

    if sum(sign.isalnum() for sign in piece) >= 6 and "\n\n" not in piece:
        assert found is not None
        assert found.fit is Fit.EXACT


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, len(TEXT) - 60),
    st.integers(20, 60),
    st.lists(
        st.tuples(st.integers(0, 59), st.sampled_from(["", "x", " ", "the "])), max_size=5
    ),
)
def test_a_piece_with_slips_never_fails_and_lies_inside(
    start: int, length: int, slips: list[tuple[int, str]]
) -> None:
    piece = TEXT[start : start + length]
    for at, put in slips:
        piece = piece[:at] + put + piece[at + 1 :]
    found = find_quotation(TEXT, piece)

    if found is not None:
        assert 0 <= found.start < found.end <= len(TEXT)
        assert found.paragraph.text
