"""Dates, ages and lengths of time. Every State, town and person is made up."""

import pytest

from averment.claims.understand import understand
from averment.findings.figures.check import check_figures
from averment.readers.plain import read_plain

LETTER = """12 March 2012

Ms. Ilse Marrow
Director-General
Continental Heritage Office

Dear Director-General,

{body}

We ask you to visit Port Callis before 4 May 2013.

Yours sincerely,

Harbour Rights Collective
"""


def found(body: str, *, letter: str = LETTER) -> list[tuple[str, str, str]]:
    """Return (code, severity, words) of every finding on dates on a letter with this text."""
    reading = understand(read_plain(letter.format(body=body).encode(), name="letter.txt"))
    return [
        (f.code, f.severity.name, " ".join(f.span.of(reading.document.text).split()))
        for f in sorted(check_figures(reading), key=lambda f: (f.span, f.code))
        if f.code.startswith("FIG2")
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The market was shelled on Sunday, 4 March 2012.",
            [("FIG201", "OK", "Sunday, 4 March 2012")],
        ),
        (
            "The market was shelled on Tuesday, 4 March 2012.",
            [("FIG201", "ERROR", "Tuesday, 4 March 2012")],
        ),
        (
            "The market was shelled on 4 March 2012 (Tuesday).",
            [("FIG201", "ERROR", "4 March 2012 (Tuesday")],
        ),
        ("The market was shelled on Tuesday, 4 March.", []),
        ("The Tarn Sun 4 March 2012 had it on the first page.", []),
        ("The town was founded on Monday, 4 March 1812.", []),
        ("The market was shelled on 31 June 2011.", [("FIG202", "ERROR", "31 June 2011")]),
        (
            "The market was shelled on February 29, 2011.",
            [("FIG202", "ERROR", "February 29, 2011")],
        ),
        ("The market was shelled on February 29, 2012.", []),
        ("The file is dated 2011-02-30.", [("FIG202", "ERROR", "2011-02-30")]),
        ("The file is dated 2012-02-29, and 45 March flies were found in it.", []),
        ("It went on from 13 to 9 March 2011.", [("FIG203", "WARNING", "13 to 9 March")]),
        (
            "It went on between 12 March 2011 and 3 March 2011.",
            [("FIG203", "WARNING", "12 March 2011 and 3 March 2011")],
        ),
        ("It went on from 28 December to 3 January 2012.", []),
        ("The market was shelled on 4 May 2012.", [("FIG204", "WARNING", "4 May 2012")]),
        ("The term of the mission will end on 4 May 2012.", []),
        ("The shells fell at 2475 hours.", [("FIG207", "ERROR", "at 2475 hours")]),
        ("The shells fell at 0640 hours and at 23:59.", []),
        ("The shells fell at 23:61.", [("FIG207", "ERROR", "at 23:61")]),
        ("The file is dated 03/04/2011.", [("FIG208", "NOTE", "03/04/2011")]),
        ("The file is dated 23/04/2011.", []),
    ],
)
def test_dates_are_checked_by_themselves_and_against_the_letter(
    body: str, expected: list[tuple[str, str, str]]
) -> None:
    assert found(body) == expected


def test_many_events_after_the_letter_put_the_letter_s_own_date_in_question() -> None:
    body = " ".join(f"The market was shelled on {day} May 2012." for day in (1, 2, 3, 4))

    assert found(body) == [("FIG204", "NOTE", "12 March 2012")]


def test_a_day_counted_from_no_date_is_asked_about_once() -> None:
    body = "The market was shelled yesterday. The school was shelled last week."
    undated = LETTER.removeprefix("12 March 2012\n\n")

    assert found(body, letter=undated) == [("FIG209", "NOTE", "yesterday")]
    assert found(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Anna, born in 1990 and aged 19, was arrested in 2009.", "OK"),
        ("Anna, born in 1990 and aged 23, was arrested in 2009.", "ERROR"),
        ("Anna, born in 1990 and aged 23, was arrested.", None),
        ("Anna, born in 1990, was arrested in 2009.", None),
    ],
)
def test_an_age_is_checked_where_the_sentence_gives_all_three(
    body: str, expected: str | None
) -> None:
    assert [f[1] for f in found(body) if f[0] == "FIG205"] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Four weeks ago, on 13 February 2012, the bridge fell.", "OK"),
        ("Nine weeks ago, on 13 February 2012, the bridge fell.", "WARNING"),
        ("About nine weeks ago, on 13 February 2012, the bridge fell.", None),
        ("Three days ago, on 9 March 2012, the bridge fell.", "OK"),
        ("Six days ago, on 9 March 2012, the bridge fell.", "WARNING"),
        ("Twenty years ago, on 12 March 1992, the bridge fell.", "OK"),
        ("The siege lasted for 44 days, from 27 September 2011 to 10 November 2011.", "OK"),
        (
            "The siege lasted for 54 days, from 27 September 2011 to 10 November 2011.",
            "WARNING",
        ),
        ("The siege went on from 27 September 2011 to 10 November 2011 (54 days).", "WARNING"),
        ("From 27 September 2011 to 10 November 2011, 54 houses burned.", None),
        ("From 27 September 2011 to 10 November 2011, 5 days later, nobody came.", None),
    ],
)
def test_lengths_of_time_are_compared_with_the_dates_beside_them(
    body: str, expected: str | None
) -> None:
    assert [f[1] for f in found(body) if f[0] == "FIG206"] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("nth", "expected"),
    [("fifth", "OK"), ("sixth", "WARNING"), ("fourth", "WARNING")],
)
def test_the_week_of_a_conflict_is_counted_from_its_beginning(nth: str, expected: str) -> None:
    body = (
        f"We write during the {nth} week of conflict in the valley.\n\n"
        "The war began on 11 February 2012 near Tarn."
    )

    assert [f[1] for f in found(body) if f[0] == "FIG206"] == [expected]


def test_the_week_of_a_conflict_without_a_beginning_is_left_alone() -> None:
    assert found("We write during the fifth week of conflict in the valley.") == []
