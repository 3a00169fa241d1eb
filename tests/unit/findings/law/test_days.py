"""Days that EDTF values name."""

from datetime import date

import pytest

from averment.findings.law.days import days_named

UNTIL = date(2010, 10, 27)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2010-06-04", (2010, 6, 4), (2010, 6, 4)),
        ("2010-02", (2010, 2, 1), (2010, 2, 28)),
        ("2010-02~", (2010, 2, 1), (2010, 2, 28)),
        ("2010", (2010, 1, 1), (2010, 12, 31)),
        ("2010-06/2010-07", (2010, 6, 1), (2010, 7, 31)),
        ("2010-06-04/..", (2010, 6, 4), (2010, 10, 27)),
        ("../2010-06-04", (2010, 6, 4), (2010, 6, 4)),
        ("[2010-03-04,2010-04-03]", (2010, 3, 4), (2010, 4, 3)),
    ],
)
def test_first_and_last_day(
    value: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert days_named(value, until=UNTIL) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "value", ["XXXX-12-08", "2010-13", "2010-02-30", "0000", "2011/2010", "", "/", "../.."]
)
def test_what_names_no_days(value: str) -> None:
    assert days_named(value, until=UNTIL) is None
