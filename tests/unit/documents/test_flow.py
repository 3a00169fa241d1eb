"""A flow reads without layout and still knows where each character stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averment.documents.flow import Flow
from averment.documents.span import Span

TEXT = "The mar-\nket was hit.\nRunning header\n3 of the 5 shells"
FLOW = Flow.join([(0, "The mar"), (9, "ket was hit."), (21, " "), (37, "3 of the 5 shells")])

runs = st.lists(st.tuples(st.integers(0, 5), st.text(min_size=1, max_size=8)), max_size=8)


def test_the_words_read_without_the_layout() -> None:
    assert FLOW.text == "The market was hit. 3 of the 5 shells"


def test_words_across_a_line_end_span_what_stands_between() -> None:
    start = FLOW.text.index("market")

    assert FLOW.span(start, start + 6).of(TEXT) == "mar-\nket"


def test_a_place_that_was_dropped_leads_to_the_next_that_was_kept() -> None:
    assert FLOW.text[FLOW.offset_of(TEXT.index("Running")) :] == "3 of the 5 shells"


def test_a_part_keeps_its_places() -> None:
    part = FLOW.part(4, 10)

    assert (part.text, [part.at(i) for i in range(6)]) == ("market", [4, 5, 6, 9, 10, 11])


@given(gaps=runs)
def test_every_character_stands_where_the_pieces_put_it(gaps: list[tuple[int, str]]) -> None:
    """Law: at(i) is the place of the i-th character, and offset_of undoes at."""
    pieces, place, expected = [], 0, []
    for gap, words in gaps:
        place += gap
        pieces.append((place, words))
        expected += list(range(place, place + len(words)))
        place += len(words)
    flow = Flow.join(pieces)

    assert [flow.at(i) for i in range(len(flow))] == expected
    assert [flow.offset_of(flow.at(i)) for i in range(len(flow))] == list(range(len(flow)))


@given(gaps=runs, cut=st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_a_part_is_the_same_as_the_whole_there(
    gaps: list[tuple[int, str]], cut: tuple[int, int]
) -> None:
    place, pieces = 0, []
    for gap, words in gaps:
        place += gap
        pieces.append((place, words))
        place += len(words)
    flow = Flow.join(pieces)
    start, end = sorted(min(c, len(flow)) for c in cut)
    part = flow.part(start, end)

    assert part.text == flow.text[start:end]
    assert [part.at(i) for i in range(len(part))] == [flow.at(i) for i in range(start, end)]


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match=r"3\.\.2"):
        Span(3, 2)
