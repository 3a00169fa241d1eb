"""Sources: how many, whose, of which day. The States and all that is told are made up."""

import pytest

from averment.claims.understand import understand
from averment.findings.finding import Finding
from averment.findings.sources.check import check_sources
from averment.readers.plain import read_plain

LETTER = """12 March 2012

Ms. Ilse Marrow
Director-General
Continental Heritage Office

Dear Director-General,

{body}

We ask you to visit the town of Port Callis and to speak with the people who live there.

Yours sincerely,

Harbour Rights Collective

Notes

{notes}
"""
MARKET = "On 3 March 2012 the Norvenian army shelled the market of Port Callis.1"
TITLE = '"Market of Port Callis shelled by army"'
COURIER = f"{TITLE}, The Callis Courier, 4 March 2012, https://courier.example/market"
REVIEW = '"Army shells market", Estavian Review, 5 March 2012, https://review.example/army'


def findings(*body: str, notes: tuple[str, ...]) -> tuple[list[Finding], str]:
    numbered = [f"{n}. {note}." for n, note in enumerate(notes, 1)]
    text = LETTER.format(body="\n\n".join(body), notes="\n\n".join(numbered))
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    return sorted(check_sources(reading), key=lambda f: (f.span, f.code)), text


def found(*body: str, notes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f.code, f.severity.name) for f in findings(*body, notes=notes)[0]]


def test_two_sources_of_their_own_give_nothing() -> None:
    assert found(MARKET, notes=(f"{COURIER}; {REVIEW}",)) == []


def test_one_source_is_asked_about() -> None:
    listed, text = findings(MARKET, notes=(COURIER,))

    assert [(f.code, f.severity.name, f.claim, f.note) for f in listed] == [
        ("SRC101", "NOTE", 1, "1")
    ]
    assert listed[0].span.of(text).startswith("On 3 March 2012 the Norvenian army shelled")


def test_each_part_of_a_sentence_is_counted_by_its_own_note() -> None:
    body = "Soldiers burned a school in Tarn on 3 March 2012¹ and a clinic in Sel on 4 March.²"
    notes = (
        f'"School burned in Tarn", Estavian Review, 5 March 2012; {REVIEW}',
        '"Clinic burned in Sel", The Callis Courier, 5 March 2012',
    )

    listed, text = findings(body, notes=notes)
    assert [(f.code, f.note, f.span.of(text)) for f in listed] == [
        ("SRC101", "2", "a clinic in Sel on 4 March.")
    ]


def test_a_judgment_alone_is_enough() -> None:
    note = "Prosecutor v. Aldermere, Case No. NT-01-42-T, Judgement, 4 March 2012, para. 27"

    assert found(MARKET, notes=(note,)) == []


def test_an_only_source_that_cannot_be_opened_is_a_warning() -> None:
    note = f"{TITLE}, The Callis Courier, 4 March 2012, available at "

    assert ("SRC102", "WARNING") in found(MARKET, notes=(note,))


def test_one_source_for_two_claims_is_told_once() -> None:
    body = f"{MARKET} On 4 March 2012 soldiers burned the school of Tarn.2"

    listed, _ = findings(body, notes=(COURIER, COURIER))
    shared = [f for f in listed if f.code == "SRC107"]
    assert [(f.claim, f.note) for f in shared] == [(2, "2")]
    assert "(claims 1 and 2)" in shared[0].message


def test_two_citations_of_one_source_count_as_one() -> None:
    assert found(MARKET, notes=(f"{COURIER}; {COURIER}",)) == [
        ("SRC101", "NOTE"),
        ("SRC108", "NOTE"),
    ]


def test_two_printings_of_one_agency_are_one_account() -> None:
    one = f"Associated Press, {TITLE}, The Callis Courier, 4 March 2012"
    two = 'Associated Press, "Army shells market", Estavian Review, 5 March 2012'

    assert found(MARKET, notes=(f"{one}; {two}",)) == [
        ("SRC106", "NOTE"),
        ("SRC106", "NOTE"),
        ("SRC109", "NOTE"),
    ]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            f"{TITLE}, 4 March 2012, https://youtu.be/k3Rr_9dQ-bA?t=41; {REVIEW}",
            [("SRC110", "NOTE")],
        ),
        (
            f'"Port Callis", Wikipedia, https://en.wikipedia.org/wiki/Port_Callis; {REVIEW}',
            [("SRC111", "WARNING")],
        ),
        (f"News Desk, {COURIER}; {REVIEW}", [("SRC123", "NOTE")]),
        (
            (
                f'"Mercado de Port Callis atacado por los soldados del norte", El Correo, '
                f"4 March 2012; {REVIEW}"
            ),
            [("SRC122", "NOTE")],
        ),
        (
            f'"Рынок Порт-Каллиса обстрелян", Вестник, 4 March 2012; {REVIEW}',
            [("SRC122", "NOTE")],
        ),
    ],
)
def test_who_publishes_is_told(note: str, expected: list[tuple[str, str]]) -> None:
    assert found(MARKET, notes=(note,)) == expected


def test_a_source_older_than_the_day_it_is_cited_for_is_a_warning() -> None:
    old = f'{TITLE}, The Callis Courier, 20 February 2012; "Army shells", Review, 1 March 2012'

    listed, text = findings(MARKET, notes=(old,))
    assert [(f.code, f.severity.name, f.span.of(text)) for f in listed] == [
        ("SRC113", "WARNING", "3 March 2012")
    ]


def test_some_older_sources_are_a_question() -> None:
    mixed = f"{TITLE}, The Callis Courier, 20 February 2012; {REVIEW}"

    assert found(MARKET, notes=(mixed,)) == [("SRC113", "NOTE")]


def test_an_old_source_for_what_lasts_is_asked_about() -> None:
    body = "The museum of Sel, which soldiers looted, remains closed.1"
    note = (
        '"Soldiers loot museum of Sel", Estavian Review, 5 March 2004; "Looted", Courier, 2005'
    )

    assert ("SRC121", "NOTE") in found(body, notes=(note,))


def test_many_and_independent_is_held_against_what_is_cited() -> None:
    body = "Multiple independent correspondents have documented these events."

    listed, _ = findings(MARKET, body, notes=(f"{COURIER}; {REVIEW}",))
    assert [f.code for f in listed] == ["SRC120"]
    assert listed[0].message == (
        "“Multiple independent correspondents”: the document cites 2 sources, "
        "2 of unknown kind. Whom are these words about?"
    )


def test_who_says_so_must_be_among_the_sources() -> None:
    body = (
        "According to the Monitoring Mission of the Continental Council, the market of Port"
        " Callis was shelled on 3 March 2012.1"
    )

    assert ("SRC124", "NOTE") in found(body, notes=(f"{COURIER}; {REVIEW}",))
    mission = '"Report 64", Monitoring Mission of the Continental Council, 5 March 2012'
    assert ("SRC124", "NOTE") not in found(body, notes=(f"{mission}; {REVIEW}",))


def test_the_press_alone_is_counted_once() -> None:
    body = f"{MARKET} On 4 March 2012 soldiers burned the school of Tarn.2"
    notes = (
        f'{TITLE}, BBC News, 4 March 2012; "Army shells market", Reuters, 5 March 2012',
        '"School of Tarn burned by soldiers", The Guardian, 5 March 2012; "Tarn", CNN, 2012',
    )

    assert found(body, notes=notes) == [("SRC103", "NOTE")]
