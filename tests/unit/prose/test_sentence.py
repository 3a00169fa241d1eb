"""Where sentences end."""

import pytest

from averment.documents.flow import Flow
from averment.prose.sentence import sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(Flow.join([(0, text)]))]


@pytest.mark.parametrize(
    "whole",
    [
        "High Court Justice B.Y. Camara and Justice H. Roche were dismissed.",
        "See U.N. Doc. A/62/243, para. 5, and art. 8(2)(b) of the Statute.",
        "The U.S.-brokered truce was reported by the N.Y. Times (Oct. 5, 2020).",
        "It was heard in Tarn v. Estavia, No. 15 of 1996, cf. Dr. Holt's note.",
        "The price rose by 3.5 per cent at www.example.org in one year.",
        "The destruction of a mill; the burning of a barn; and the theft of a cow;",
        "At 5 p.m. on Monday it was over.",
        "1. The first paragraph keeps its number.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("the loss of life.¹ The second", "the loss of life.¹"),
        ("the loss of life.9 The second", "the loss of life.9"),
        ("the loss of life.” 1 The second", "the loss of life.” 1"),
        ("the loss of life.[12] The second", "the loss of life.[12]"),
        ("It ended in 2019.9 The second", "It ended in 2019.9"),
        ("“No.” The second", "“No.”"),
        ("He died. 12 people fled", "He died."),
        ("They left in Oct. The second", "They left in Oct."),
        ("They were from the U.S. The second", "They were from the U.S."),
        ("Did he die? The second", "Did he die?"),
    ],
)
def test_a_marker_behind_the_stop_belongs_to_the_sentence_it_follows(
    text: str, first: str
) -> None:
    assert split(text)[0] == first
    assert len(split(text)) == 2


def test_stops_of_other_scripts_end_a_sentence() -> None:
    assert split("Ա բ։ Գ դ։") == ["Ա բ։", "Գ դ։"]
    assert split("他来了。她走了。") == ["他来了。", "她走了。"]
    assert split("هل مات؟ نعم۔") == ["هل مات؟", "نعم۔"]


def test_nothing_but_white_space_has_no_sentence() -> None:
    assert split("  \n ") == []
