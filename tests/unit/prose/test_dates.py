"""Dates in running text."""

import pytest

from averment.prose.dates import find_dates, in_year, resolve


def values(text: str) -> list[str]:
    return [found.value for found in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("October 27, 2020", "2020-10-27"),
        ("Oct. 18, 2020", "2020-10-18"),
        ("June 3rd, 2011", "2011-06-03"),
        ("26 March 1999", "1999-03-26"),
        ("the 2nd of May 1992", "1992-05-02"),
        ("7-8 August 2008", "2008-08-07/2008-08-08"),
        ("30 July to 2 August 1995", "1995-07-30/1995-08-02"),
        ("between 6 and 8 December 1991", "1991-12-06/1991-12-08"),
        ("Between September 27 and October 10, 2020,", "2020-09-27/2020-10-10"),
        ("2020-10-08", "2020-10-08"),
        ("08.10.2020", "2020-10-08"),
        ("13/04/2021", "2021-04-13"),
        ("03/04/2021", "[2021-03-04,2021-04-03]"),
        ("2020年10月8日", "2020-10-08"),
        ("in October 2020", "2020-10"),
        ("in early October 2020", "2020-10~"),
        ("since 10 October 2020", "2020-10-10/.."),
        ("in 2012", "2012"),
        ("the 1990s", "199X"),
        ("1983-2009", "1983/2009"),
        ("summer 2014", "2014-22"),
        ("on 8 December", "XXXX-12-08"),
        ("in July", "XXXX-07"),
        ("5 de mayo de 2020", "2020-05-05"),
        ("1er mai 2020", "2020-05-01"),
        ("5. März 2020", "2020-03-05"),
        ("5 мая 2020 года", "2020-05-05"),
        ("5 Mayıs 2020", "2020-05-05"),
        ("2020 թ. հոկտեմբերի 8", "2020-10-08"),
        ("8 تشرين الأول 2020", "2020-10-08"),
        ("٨ أكتوبر ٢٠٢٠", "2020-10-08"),
    ],
)
def test_a_date_is_read_with_the_precision_of_its_words(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "S/RES/884 (1993)",
        "Report 2021/22",
        "may 12 persons be heard",
        "He may go.",
        "May 12 persons be heard?",
        "He sat.",
        "5 and 7",
        "54645254",
        "12-26300 (E) 130312",
        "the 1949 Convention",
        "https://example.org/2020/10/18/page",
        "31 April 2020",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert values(text) == []


def test_a_date_without_a_year_takes_that_of_the_next() -> None:
    assert values("on 5 May and on 3 June 2020") == ["2020-05-05", "2020-06-03"]


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("on 8 December", "2021-03-10", "2020-12-08"),
        ("on 8 March", "2021-03-10", "2021-03-08"),
        ("in July", "2021-03-10", "2020-07"),
        ("29 February", "2023-05-01", "2020-02-29"),
        ("between 28 December and 3 January", "2021-03-10", "2020-12-28/2021-01-03"),
        ("yesterday", "2021-03-01", "2021-02-28"),
        ("last night", "2021-03-10", "2021-03-09"),
        ("this morning", "2021-03-10", "2021-03-10"),
        ("on Monday", "2021-03-10", "2021-03-08"),
        ("last week", "2021-03-10", "2021-03-01/2021-03-07"),
        ("last month", "2021-01-10", "2020-12"),
        ("earlier this year", "2021-03-10", "2021"),
        ("two weeks ago", "2021-03-10", "2021-02-24~"),
        ("26 March 1999", "2021-03-10", "1999-03-26"),
    ],
)
def test_an_open_date_is_the_latest_that_is_not_after_the_reference(
    text: str, reference: str, expected: str
) -> None:
    (found,) = find_dates(text)

    assert resolve(found, reference=reference) == expected


def test_a_heading_gives_the_year_and_a_bad_reference_changes_nothing() -> None:
    (found,) = find_dates("7-8 August")

    assert in_year(found, year=2008) == "2008-08-07/2008-08-08"
    assert resolve(found, reference="soon") == "XXXX-08-07/XXXX-08-08"


def test_a_found_date_points_at_its_words_and_names_its_rule() -> None:
    text = "It fell on Monday, 3 May 2021, at noon."
    (found,) = find_dates(text)

    assert text[found.start : found.end] == "3 May 2021"
    assert found.rule == "date:day-month-year"
