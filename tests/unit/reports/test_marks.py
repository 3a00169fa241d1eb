from hypothesis import given, settings
from hypothesis import strategies as st

from averment.documents.flow import Flow
from averment.documents.span import Span
from averment.reports.marks import Mark, Segment, mark_on, segments


def test_overlapping_marks_are_cut_where_they_begin_and_end() -> None:
    marks = (Mark(start=0, end=4, key=1), Mark(start=2, end=6, key=2))

    assert segments("abcdefgh", marks) == (
        Segment(text="ab", keys=(1,), begins=(1,), ends=()),
        Segment(text="cd", keys=(1, 2), begins=(2,), ends=(1,)),
        Segment(text="ef", keys=(2,), begins=(), ends=(2,)),
        Segment(text="gh", keys=(), begins=(), ends=()),
    )


def test_a_mark_reaches_over_what_is_no_part_of_the_passage() -> None:
    # "ab", a page header of five characters, "cd"
    flow = Flow.join([(10, "ab"), (17, "cd")])

    assert mark_on(flow, Span(11, 18), key=1) == Mark(start=1, end=3, key=1)
    assert mark_on(flow, Span(12, 17), key=1) is None
    assert mark_on(Flow("", ()), Span(0, 1), key=1) is None


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    text = draw(st.text(min_size=1, max_size=30))
    ends = draw(
        st.lists(
            st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(
                lambda pair: pair[0] < pair[1]
            ),
            max_size=6,
        )
    )
    return text, tuple(Mark(start=a, end=b, key=i) for i, (a, b) in enumerate(ends))


@given(marked=marked_texts())
@settings(max_examples=100)
def test_segments_joined_are_the_text_and_each_mark_covers_its_words(
    marked: tuple[str, tuple[Mark, ...]],
) -> None:
    text, marks = marked

    found = segments(text, marks)

    assert "".join(segment.text for segment in found) == text
    for mark in marks:
        covered = "".join(s.text for s in found if mark.key in s.keys)
        assert covered == text[mark.start : mark.end]
        assert sum(mark.key in s.begins for s in found) == 1
        assert sum(mark.key in s.ends for s in found) == 1
