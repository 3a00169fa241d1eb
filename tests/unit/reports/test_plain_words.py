import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from averment.claims.reading import Reading
from averment.documents.document import PassageKind
from averment.documents.span import Span
from averment.reports.plain_words import (
    columns,
    excerpt,
    one_line,
    passage_words,
    printable,
    quoted,
    wrapped,
)

ANY_TEXT = st.text(alphabet=st.characters(), max_size=200)


def test_a_letter_cannot_move_the_cursor_of_a_terminal() -> None:
    assert one_line("a\x1b[2Jb\x07\x9bc") == "a�[2Jb��c"


def test_a_letter_cannot_turn_the_words_of_a_report_round() -> None:
    assert one_line("https://good.example/\u202emoc.live") == "https://good.example/�moc.live"


def test_line_ends_become_spaces() -> None:
    assert one_line(" a\r\n b\tc ") == "a b c"


@given(text=ANY_TEXT)
def test_what_is_printed_is_as_long_as_what_was_given(text: str) -> None:
    shown = printable(text)

    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t" for c in shown)


@given(text=ANY_TEXT, limit=st.integers(8, 60))
def test_an_excerpt_keeps_to_its_length_and_to_the_words(text: str, limit: int) -> None:
    short = excerpt(text, limit=limit)

    assert len(short) <= limit
    assert one_line(text).startswith(short.removesuffix("…"))


def test_an_excerpt_is_cut_at_a_word() -> None:
    assert excerpt("one two three four", limit=14) == "one two three…"


def test_a_text_without_spaces_is_cut_where_it_must_be() -> None:
    assert excerpt("x" * 50, limit=10) == "x" * 9 + "…"


def test_a_quotation_has_the_exact_words() -> None:
    assert quoted("We ask you to act.", Span(3, 6), limit=20) == "“ask”"


def test_wide_characters_take_two_columns_and_combining_ones_none() -> None:
    assert [columns(words) for words in ("abc", "漢字", "e\u0301", "a\u200bb")] == [3, 4, 1, 2]


@given(text=ANY_TEXT, width=st.integers(10, 40))
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width=width, first="- ").split("\n")

    assert " ".join(lines).split() == ["-", *text.split()]
    assert all(columns(line) <= width or len(line.split()) <= 2 for line in lines)


def test_lines_hang_under_the_first() -> None:
    assert wrapped("one two three", width=9, first="  - ") == "  - one\n    two\n    three"


def test_a_signature_keeps_its_lines(reading: Reading) -> None:
    words = [
        passage_words(passage, reading.document.text)
        for passage in reading.document.passages
        if passage.kind is PassageKind.SIGNATURE
    ]

    assert words == ["Respectfully,\nAna Bell\nDirector"]
