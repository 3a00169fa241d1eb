from averment.documents.flow import Flow
from averment.documents.span import Span
from averment.prose.bounds import Bounds
from averment.prose.levelled import level


def test_forms_are_levelled_and_places_kept() -> None:
    text = "a\u00a0 \u201cCon\ufb02ict\u201d\nx\n\n y\u2013z"

    levelled = level(Flow.join([(7, text)]))

    assert levelled.text == 'a "Conflict" x\n\ny-z'
    start = levelled.text.index("Conflict")
    assert levelled.span(start, start + len("Conflict")) == Span(
        7 + text.index("Con"), 7 + text.index("ict") + 3
    )
    assert levelled.words(start, start + len("Conflict")) == "Con\ufb02ict"


def test_a_text_in_level_form_stays() -> None:
    levelled = level(Flow.join([(3, "plain text")]))

    assert levelled.text == "plain text"
    assert levelled.span(0, 5) == Span(3, 8)


def test_a_page_break_in_mid_sentence_ends_nothing() -> None:
    bounds = Bounds.of("One is 3 of the 5\n\npermanent members. Two.\n\nThree.")

    assert bounds.sentence(0) == (0, 38)
    assert bounds.paragraph(20) == (0, 44)
    assert bounds.sentence(45)[0] == 44
