import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averment.documents.flow import Flow
from averment.law.find import find_instruments
from averment.prose.states import find_states
from averment.un_record.find import find_symbols
from averment.un_record.vote import find_votes

PIECES = st.sampled_from(
    [
        "article ", "Articles 6, 7(1) and ", "6", " (a)", "(", ")", " of the ", "Convention",
        "Covenant", "Geneva Conventions ", "Fourth ", "III and IV ", "Protocol I ", "ICCPR",
        " (\u201cthe Convention\u201d) ", "Security Council ", "General Assembly ",
        "resolutions ",
        "822 (1993)", "62/243", "S/RES/", "A/HRC/46/L.1", "Sl2011", "A/ RES/1/2", ", ", " and ",
        "39 votes to 7", "14-0-1", " abstained", " voted against ", "In favour: ", "China",
        "the U.S.A.", "\n\n", "\n", ". ", "\u201d", "\ufb01", "\u00ad", "\u00b9", "\u0410",
        "adopted unanimously", "one hundred and ", "H. Con. Res. 1", "its resolution ",
        "the 1993 ", "Protocol Additional ", "its two Optional Protocols", "Norvenia",
        "Of The ",
        "relating to the protection of victims of ", "the Convention of 1951 relating to ",
        "rejected by 9 to 6", "namely ", "(X, Y) voted against", "Against: ", "1514 (XV)",
        "Abstaining (3): ", "(62/243), ", "The first was ", "Human Rights Committee",
        ", art. 6.1(a), (b)", "without a single ", "draft S/2012/538 ", "received six votes",
        "Yes 3, No 4",
    ]
)  # fmt: skip
SOUP = st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join)


@given(SOUP, st.integers(0, 50))
@settings(max_examples=120, deadline=None)
def test_every_mention_stands_inside_the_text(text: str, shift: int) -> None:
    flow = Flow.join([(shift, text)])

    instruments = find_instruments(flow)
    symbols = find_symbols(flow)
    votes = find_votes(flow, symbols)

    spans = [mention.span for mention in instruments]
    spans += [mention.span for mention in symbols]
    spans += [vote.span for vote in votes]
    for span in spans:
        assert shift <= span.start < span.end <= shift + len(text)
    assert list(symbols) == sorted(symbols, key=lambda mention: mention.span)
    for vote in votes:
        for name in (*vote.states_yes, *vote.states_no, *vote.states_abstain):
            assert name in " ".join(text.split())


@given(SOUP)
@settings(max_examples=60, deadline=None)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    flow = Flow.join([(0, text)])

    assert find_instruments(flow) == find_instruments(flow)
    assert find_symbols(flow) == find_symbols(flow)


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_searched_for_states(text: str) -> None:
    for mention in find_states(text, adjectives=True):
        assert text[mention.start : mention.end].strip()


@pytest.mark.parametrize(
    "piece",
    [
        "resolutions 62/243, ",
        "In favour: Aa, Bb and Cc, ",
        "one (six, namely ",
        "Protocols Additional to the Geneva Conventions of 12 August 1949, ",
        "the ICCPR and its Optional Protocol ",
        "articles 6.1(1)(a), (b) and ",
        "voted against (China) ",
        "rejected by 9 votes to 6 ",
        "A/RES/ 62/ ",
        "Norvenia Estavia Of The ",
    ],
)
def test_the_cost_grows_with_the_length_of_a_hostile_text_and_no_faster(piece: str) -> None:
    def cost(length: int) -> float:
        flow = Flow.join([(0, (piece * length)[:length])])
        start = time.process_time()
        find_instruments(flow)
        find_votes(flow, find_symbols(flow))
        return time.process_time() - start

    cost(2_000)
    # Eight times the text; a quadratic rule would take sixty-four times as long.
    assert cost(64_000) < 30 * max(cost(8_000), 0.01)
