import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averment.documents.span import Span
from averment.readers.linebreak import flow_of_lines, joins_hyphen, vocabulary_of


def spans_of(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def joined(text: str) -> str:
    return flow_of_lines(text, spans_of(text), vocabulary=vocabulary_of(text)).text


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("the town\nof Port Callis", "the town of Port Callis"),
        ("humani-\ntarian aid", "humanitarian aid"),
        ("soft\u00ad\nware", "software"),
        ("inter-\nnational", "international"),
        ("with-\nout water, without light", "without water, without light"),
        ("self-\ndefence", "self-defence"),
        ("self-determi-\nnation", "self-determination"),
        ("a foreign-\nbacked group", "a foreign-backed group"),
        ("Nagorno-\nKarabakh", "Nagorno-Karabakh"),
        ("UN-\nled talks", "UN-led talks"),
        ("a 14-\nyear-old boy", "a 14-year-old boy"),
        ("up-to-\ndate figures", "up-to-date figures"),
        ("from day-\nto-day", "from day-to-day"),
        ("pre- and post-war, pre-\nand post-war", "pre- and post-war, pre- and post-war"),
        ("co-operation and co-\noperation", "co-operation and co-operation"),
        ("the water plant and the water-\nplant", "the water plant and the water-plant"),
        ("12-\n13 May", "12-13 May"),
        ("the ceasefire—\nbroken at once", "the ceasefire—broken at once"),
        ("the ceasefire -\nbroken at once", "the ceasefire - broken at once"),
        ("and/\nor", "and/or"),
        ("  set in  \n  twice ", "set in twice"),
    ],
)
def test_a_line_end_is_undone_as_it_reads(text: str, reads: str) -> None:
    assert joined(text) == reads


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("see https://a.example/b-\nc for it", "see https://a.example/b-\nc for it"),
        ("www.a.example/b\nc-d-e\nf", "www.a.example/b\nc-d-e\nf"),
        ("undocs.example/A/75/\n566", "undocs.example/A/75/\n566"),
        ("https://\nwww.a.example", "https://\nwww.a.example"),
        ("https://a.example/b.\nThe end", "https://a.example/b. The end"),
        ("https://a.example/b.\nhtml", "https://a.example/b.\nhtml"),
        ("<https://a.example/b>\nThe end", "<https://a.example/b> The end"),
    ],
)
def test_a_line_end_inside_an_address_stays(text: str, reads: str) -> None:
    assert joined(text) == reads


def test_words_between_two_lines_are_skipped() -> None:
    text = "they left the\n\nPage 3\n\ntown at night"
    flow = flow_of_lines(text, [Span(0, 13), Span(23, 36)])

    assert flow.text == "they left the town at night"
    assert flow.span(14, 18).of(text) == "town"


def test_no_line_gives_an_empty_flow() -> None:
    assert flow_of_lines("", []).text == ""


def test_the_vocabulary_leaves_out_what_a_line_end_cuts() -> None:
    assert vocabulary_of("Aid for the humani-\ntarian cease-fire") == frozenset(
        {"aid", "for", "the", "cease-fire"}
    )


def test_the_documents_own_spelling_decides() -> None:
    assert joins_hyphen("cease", "fire", vocabulary=frozenset({"ceasefire"}))
    assert not joins_hyphen("cease", "fire", vocabulary=frozenset({"cease-fire"}))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab-A1 ./\n\u00ad—w:htps\r", max_size=120))
def test_each_character_of_the_flow_stands_at_its_place(text: str) -> None:
    flow = flow_of_lines(text, spans_of(text), vocabulary=vocabulary_of(text))

    for offset, character in enumerate(flow.text):
        place = text[flow.at(offset)]
        assert character == place or (character == " " and place.isspace())
    places = [flow.at(offset) for offset in range(len(flow.text))]
    assert places == sorted(set(places))


def test_a_hostile_text_costs_linear_time() -> None:
    for text in ("a-\n" * 60_000, "a" * 200_000 + "-\nb", "a-" * 100_000, "a.b." * 50_000):
        assert flow_of_lines(text, spans_of(text), vocabulary=vocabulary_of(text)).text
