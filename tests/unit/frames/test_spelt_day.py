"""Days written out in words."""

import pytest

from averment.frames.frame_day import days_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dated this third day of May nineteen hundred and ninety-nine", "1999-05-03"),
        ("Given this 21st day of June, in the year of our Lord 1875", "1875-06-21"),
        (
            "Done this twelfth day of August one thousand nine hundred and forty-nine",
            "1949-08-12",
        ),
        ("the thirty-first day of October two thousand and five", "2005-10-31"),
        ("the twenty-second of May nineteen forty-six", "1946-05-22"),
        ("lst 0ctober, 1968", "1968-10-01"),
        ("30th May l963", "1963-05-30"),
    ],
)
def test_a_day_in_words_or_misread_is_understood(text: str, day: str) -> None:
    assert [found.iso for found in days_in(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "the thirty-first day of February nineteen hundred and ninety-nine",
        "the third day of hope nineteen hundred",
        "the third of us",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert days_in(text) == ()
