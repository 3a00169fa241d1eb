"""Symbols, bodies, days and sessions told in letters, against the record of `records`."""

import pytest
from tests.unit.findings.record.records import codes, findings, told

TITLE = "General Assembly resolution 62/243"
LETTER = "3 May 2007\n\nDear Minister,\n\n{}\n\nYours sincerely,\n\nHarbour Rights Collective"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The paper is \N{CYRILLIC CAPITAL LETTER A}/RES/62/243.",
            ("REC106", "WARNING", "\N{CYRILLIC CAPITAL LETTER A}/RES/62/243"),
        ),
        ("The paper is AlRES/62/243.", ("REC106", "NOTE", "AlRES/62/243")),
        (
            "Security Council resolution 822 (1994) is old.",
            ("REC107", "ERROR", "Security Council resolution 822 (1994)"),
        ),
        (
            "Security Council resolution 9822 is old.",
            ("REC107", "ERROR", "Security Council resolution 9822"),
        ),
        ("The paper is S/1991/123.", ("REC107", "ERROR", "S/1991/123")),
        (
            "General Assembly resolution 2625 (XXXV) is old.",
            ("REC107", "NOTE", "General Assembly resolution 2625 (XXXV)"),
        ),
        (
            "Security Council resolution 62/243 is old.",
            ("REC111", "ERROR", "Security Council resolution 62/243"),
        ),
        ("The Security Council adopted A/RES/62/243.", ("REC111", "ERROR", "A/RES/62/243")),
        (
            "General Assembly resolution 822 (1993) is old.",
            ("REC111", "ERROR", "General Assembly resolution 822 (1993)"),
        ),
        (
            "Human Rights Council resolution 60/251 is old.",
            ("REC111", "ERROR", "Human Rights Council resolution 60/251"),
        ),
        (
            "Security Council resolution S/2012/538 is old.",
            ("REC112", "WARNING", "S/2012/538"),
        ),
        ("General Assembly resolution A/62/243 is old.", ("REC112", "WARNING", "A/62/243")),
        ("The Council adopted resolution A/62/L.42.", ("REC112", "WARNING", "A/62/L.42")),
        (
            "The United Nations found in A/HRC/40/G/3 that nets were cut.",
            ("REC113", "WARNING", "A/HRC/40/G/3"),
        ),
        ("Nets were cut (A/HRC/40/NGO/3).", ("REC113", "NOTE", "A/HRC/40/NGO/3")),
        (
            "The statement S/PRST/1998/12 was adopted by 13 votes.",
            ("REC126", "ERROR", "by 13 votes"),
        ),
    ],
)
def test_what_cannot_be_or_is_something_else_is_told(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Security Council resolutions 822 (1993) and 1973 (2011) are old.",
        "The Assembly took note of the draft resolution A/62/L.42 and of the report A/62/10.",
        "In its letter (A/HRC/40/G/3) the Government of Norvenia said so.",
        "The non-governmental organisation wrote so (A/HRC/40/NGO/3).",
        "The statement S/PRST/1998/12 spoke of it.",
        "After a veto in the Security Council the General Assembly adopted A/RES/62/243.",
        "The non-binding General Assembly resolution 62/243 is not legally binding.",
        "Security Council resolution 1973 (2011) is legally binding.",
    ],
)
def test_sound_words_give_no_finding(text: str) -> None:
    assert findings(text) == []


def test_a_number_without_its_body_is_asked_about_once() -> None:
    reading = "Resolution 62/9 is old. Resolution 62/9 is good."

    # The words on the United Nations are left out: nothing else settles whose it is.
    assert [one for one in told(reading) if one[0] == "REC108"] in (
        [],
        [("REC108", "NOTE", "Resolution 62/9")],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TITLE} of 14 March 2008 is old.", ("REC129", "OK", "14 March 2008")),
        (
            "On 14 March 2008, the UN General Assembly adopted resolution 62/243.",
            ("REC129", "OK", "14 March 2008"),
        ),
        (f"{TITLE}, adopted on 25 April 2008, is old.", ("REC109", "ERROR", "25 April 2008")),
        (
            f"{TITLE}, adopted on 15 March 2008, is old.",
            ("REC109", "WARNING", "15 March 2008"),
        ),
        (
            "General Assembly resolution 62/10, adopted on 3 May 2011, is old.",
            ("REC110", "ERROR", "3 May 2011"),
        ),
        (
            f"{TITLE} was adopted at the sixty-first session.",
            ("REC128", "ERROR", "at the sixty-first session"),
        ),
    ],
)
def test_days_and_sessions_told_with_an_adoption(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE} (25 April 2008) is old.",
        f"On 3 May 2011 we wrote to you on {TITLE}.",
        f"{TITLE} was adopted at the 62nd session.",
        f"{TITLE} is under item 5 of the agenda of the seventy-fourth session.",
        f"{TITLE} was recalled at the sixty-third session of the Human Rights Council.",
    ],
)
def test_other_days_and_sessions_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_a_resolution_told_by_its_title_is_known_by_the_record() -> None:
    text = (
        f"{TITLE} is old.\n\nThe UN General Assembly resolution titled “The Situation of the "
        "Harbours,” adopted on {}, says little."
    )

    assert ("REC129", "OK", "March 14, 2008") in told(text.format("March 14, 2008"))
    assert ("REC109", "ERROR", "May 3, 2008") in told(text.format("May 3, 2008"))


def test_a_resolution_cannot_be_younger_than_the_letter() -> None:
    (found,) = findings(LETTER.format(f"The United Nations adopted {TITLE}."))

    assert (found.code, found.severity.name, found.message) == (
        "REC107",
        "ERROR",
        "A/RES/62/243: session 62 opened on 2007-09-18, after the day of the letter.",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"The legally binding {TITLE} is old.",
            ("REC114", "WARNING", "legally binding General Assembly resolution 62/243"),
        ),
        (
            f"{TITLE} is binding on all.",
            ("REC114", "WARNING", "General Assembly resolution 62/243 is binding"),
        ),
        (
            f"{TITLE} obliges Norvenia to leave.",
            ("REC114", "WARNING", "General Assembly resolution 62/243 obliges"),
        ),
        (
            f"Norvenia violated {TITLE}.",
            ("REC114", "NOTE", "violated General Assembly resolution 62/243"),
        ),
        (f"{TITLE} was vetoed by Norvenia.", ("REC120", "ERROR", "vetoed")),
        (
            f"{TITLE} may not be used as a legal justification.",
            ("REC125", "NOTE", "General Assembly resolution 62/243"),
        ),
    ],
)
def test_the_force_that_a_recommendation_is_given(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert told(text) == [expected]


def test_a_set_told_without_numbers_is_named() -> None:
    text = "The 1993 Security Council resolutions on Karabakh are old."

    assert [(one.code, one.message) for one in findings(text)] == [
        (
            "REC130",
            (
                "Which resolutions? Read here as S/RES/822 (1993), S/RES/853 (1993), S/RES/874 "
                "(1993) and S/RES/884 (1993)."
            ),
        )
    ]
