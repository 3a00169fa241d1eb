"""Laws for reading sentences: any text is read, and everything points inside it."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from averment.documents.flow import Flow
from averment.incidents.find import find_allegations
from averment.prose.dates import find_dates, resolve
from averment.prose.number_words import find_numbers
from averment.prose.sentence import sentences

LINE = (
    "killed kills killing the of in by and Norvenia Port Callis 5 May 2020 , . ; : — ( ) “ ” "
    "were who which that was not 12 men shelling hospital a to urge torture three may 7-8 "
    "August yesterday denied reported according on Monday 's including wounded two others ¹ 6 "
    "No. 1993"
)
WORDS = LINE.split(" ")
prose = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
anything = st.one_of(prose, st.text(max_size=200))


@given(anything)
@settings(max_examples=100, deadline=None)
def test_sentences_cover_all_but_white_space_in_order(text: str) -> None:
    ranges = sentences(Flow.join([(0, text)]))
    covered = "".join(text[a:b] for a, b in ranges)

    assert all(a < b for a, b in ranges)
    assert all(one[1] <= two[0] for one, two in pairwise(ranges))
    assert "".join(covered.split()) == "".join(text.split())


@given(anything, st.dates())
@settings(max_examples=100, deadline=None)
def test_dates_and_numbers_stand_inside_the_text_and_resolve(text: str, day: object) -> None:
    for date in find_dates(text):
        assert 0 <= date.start < date.end <= len(text)
        assert resolve(date, reference=str(day))
    for number in find_numbers(text):
        assert 0 <= number.start <= number.figure < number.end <= len(text)


@given(anything, st.one_of(st.none(), prose), st.integers(0, 50))
@settings(max_examples=150, deadline=None)
def test_whatever_is_alleged_points_into_the_document(
    text: str, lead: str | None, at: int
) -> None:
    document = "#" * at + text
    flow = Flow.join([(at, text)])
    lead_in = Flow.join([(0, lead)]) if lead else None
    for allegation in find_allegations(flow, lead_in=lead_in, reference_date="2021-08-01"):
        assert at <= allegation.span.start < allegation.span.end <= len(document)
        for place in allegation.places:
            assert place.value == place.span.of(document)
        assert allegation.act is not None
        assert allegation.act.span.of(document)
        if allegation.attributed_to is not None:
            assert allegation.attributed_to.value == allegation.attributed_to.span.of(document)


@given(anything)
@settings(max_examples=50, deadline=None)
def test_the_same_sentence_gives_the_same_answer(text: str) -> None:
    flow = Flow.join([(0, text)])

    assert find_allegations(flow) == find_allegations(flow)
