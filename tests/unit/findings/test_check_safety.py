"""Safety: persons and places that a text puts at risk. Every person and place is made up."""

import pytest

from averment.claims.understand import understand
from averment.findings.finding import Finding
from averment.findings.safety.check import check_safety
from averment.readers.plain import read_plain

LETTER = """12 March 2012

Ms. Ilse Marrow
Director-General
Continental Heritage Office

Dear Director-General,

{body}

We ask you to visit the town of Port Callis and to speak with the people who live there.

Yours sincerely,

Maren Holt
Harbour Rights Collective
14 Quay Street, Oster, tel. +99 555 123 4567, maren.holt@harbour.example
"""


def findings(body: str) -> tuple[list[Finding], str]:
    text = LETTER.format(body=body)
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    return sorted(check_safety(reading), key=lambda f: (f.span, f.code)), reading.document.text


def found(body: str) -> list[tuple[str, str, str]]:
    """Return (code, severity, words) of every safety finding but the one on consent."""
    listed, text = findings(body)
    return [
        (f.code, f.severity.name, " ".join(f.span.of(text).split()))
        for f in listed
        if f.code != "SAF108"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A girl, Anna Bell, 12, was wounded near the mill.", ("SAF101", "ERROR", "Anna Bell")),
        ("The 14-year-old schoolgirl Anna Bell was wounded.", ("SAF101", "ERROR", "Anna Bell")),
        ("The boy Karel Dunn was killed near the mill.", ("SAF101", "WARNING", "Karel Dunn")),
        ("The witness Anna Bell spoke to our delegates.", ("SAF102", "WARNING", "Anna Bell")),
        ("Soldiers tortured Anna Bell in the mill.", ("SAF102", "WARNING", "Anna Bell")),
        ("Anna Bell told us that the mill burned.", ("SAF102", "WARNING", "Anna Bell")),
        ("Anna Bell, a survivor, came to the mill.", ("SAF102", "WARNING", "Anna Bell")),
        (
            "Anna Bell, Karel Dunn and Jon Terre were arrested on Tannery Road.",
            ("SAF102", "WARNING", "Anna Bell, Karel Dunn and Jon Terre"),
        ),
        ("The survivor Anna Bell was raped in the mill.", ("SAF103", "ERROR", "Anna Bell")),
        (
            "Among the victims of the fire Karel Dunn, 41, died at once.",
            ("SAF104", "NOTE", "Karel Dunn"),
        ),
        (
            "The detainee Anna Bell, who has epilepsy, got no medicine.",
            ("SAF107", "WARNING", "Anna Bell"),
        ),
        (
            "Anna Bell, speaking on condition of anonymity, described the mill.",
            ("SAF106", "ERROR", "Anna Bell"),
        ),
    ],
)
def test_a_named_person_is_marked_by_what_the_sentence_says(
    body: str, expected: tuple[str, str, str]
) -> None:
    assert found(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Soldiers arrested President Anna Bell in the mill.",
        "Anna Bell, the Minister of Health, was wounded.",
        "The journalist Karel Dunn was wounded at the mill.",
        "Karel Dunn, 41, was convicted of the murder.",
        "Prosecutor v. Anna Bell, 12 March 2010, says so.",
        "Port Callis was shelled, and the Free Valleys Front was beaten.",
        "Soldiers arrested Free Norvenia members and killed United States citizens.",
        "The Old Town was burned.",
        "Witnesses told the Norvenian Red Cross that doctors were wounded.",
        "Maren Holt told us that the mill burned.",
        "A 14 year old boy was injured in France.",
        "Seven people died and 32 were wounded.",
        "They arrested two brothers at a roadblock.",
    ],
)
def test_public_persons_organisations_and_the_nameless_are_left_alone(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        ("A 14-year-old girl from Marren, daughter of the teacher, was taken away.", "WARNING"),
        ("A 14-year-old girl from Marren, daughter of the teacher, was killed.", "NOTE"),
        ("One man, S.K., aged 19, was shot in the neck.", "NOTE"),
        ("The nurse who was on duty saw the lorry.", "NOTE"),
    ],
)
def test_details_that_together_show_a_person_are_marked(body: str, severity: str) -> None:
    assert [f[:2] for f in found(body)] == [("SAF105", severity)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The mill stands at 41.23456, 47.65432.", ("SAF201", "WARNING", "41.23456, 47.65432")),
        ("Coordinates: 41.234 N, 47.654 E.", ("SAF201", "WARNING", "41.234 N, 47.654 E")),
        ("The mill is at 41°14'05\"N 47°39'15\"E.", ("SAF201", "WARNING", "41°14'05\"N")),
        ("Prices rose from 41.234 to 47.654, and by 1.234, 5.678 in all.", None),
        (
            "The family lives at 14 Tannery Road in Oster.",
            ("SAF202", "WARNING", "14 Tannery Road"),
        ),
        ("The court sits at 14 Tannery Road in Oster.", None),
        (
            "Her brother answers under +99 555 765 4321 at night.",
            ("SAF203", "WARNING", "+99 555 765 4321"),
        ),
        ("Press contact: +99 555 765 4321.", None),
        (
            "Write to her at anna.b@mail.example please.",
            ("SAF204", "WARNING", "anna.b@mail.example"),
        ),
        ("Write to info@harbour.example please.", None),
        ("She held passport No. AB 1234567 at the time.", ("SAF205", "ERROR", "AB 1234567")),
        (
            "Money went to GB82 WEST 1234 5698 7654 32 in May.",
            ("SAF205", "ERROR", "GB82 WEST 1234 5698 7654 32"),
        ),
        ("Money went to GB82 WEST 1234 5698 7654 33 in May.", None),
        ("A van with licence plate 10 AB 123 took them.", ("SAF206", "NOTE", "10 AB 123")),
        (
            "The family is now hiding in Marren.",
            ("SAF207", "WARNING", "is now hiding in Marren"),
        ),
        ("They had taken refuge in the church at Marren.", None),
        (
            "A photograph of the child is attached.",
            ("SAF208", "NOTE", "photograph of the child"),
        ),
        (
            "See testimony_Bell_Anna.pdf in the annex.",
            ("SAF209", "WARNING", "testimony_Bell_Anna.pdf"),
        ),
        ("See testimony_form_3.pdf in the annex.", None),
    ],
)
def test_details_that_lead_to_a_person_are_marked(
    body: str, expected: tuple[str, str, str] | None
) -> None:
    assert found(body) == ([expected] if expected else [])


def test_the_sender_s_own_address_is_no_finding() -> None:
    assert found("The mill burned.") == []


def test_consent_is_asked_for_once_where_names_are_given() -> None:
    names = (
        "The witness Anna Bell saw it.\n\nThe witness Karel Dunn saw it.\n\nThe mill burned."
    )
    listed, _ = findings(names)
    agreed, _ = findings(names + " Both gave their consent to this use.")

    assert [f.code for f in listed] == ["SAF102", "SAF108", "SAF102"]
    assert [f.code for f in agreed] == ["SAF102", "SAF102"]


def test_no_message_repeats_what_it_protects() -> None:
    body = (
        "The girl Anna Bell, 12, lives at 14 Tannery Road. She held passport AB 1234567.\n\n"
        "Her uncle is now hiding in Marren, under +99 555 765 4321, at 41.23456, 47.65432.\n\n"
        "See testimony_Bell_Anna.pdf, or write to anna.b@mail.example today."
    )
    listed, text = findings(body)
    said = " ".join(
        f.message + f.remedy + " ".join(g.text for g in f.grounds) + " ".join(f.candidates)
        for f in listed
    )

    assert len(listed) == 9
    assert [f.span.of(text) for f in listed if f.span.of(text) in said] == []
    assert [
        word
        for word in ("Bell", "Anna", "Tannery", "1234567", "Marren", "4321")
        if word in said
    ] == []


def test_the_same_text_with_the_parties_swapped_gives_the_same_findings() -> None:
    body = "Norvenian soldiers tortured the Estavian teacher Anna Bell in Tarn."
    swapped = (
        body.replace("Norvenia", "#").replace("Estavia", "Norvenia").replace("#", "Estavia")
    )

    assert (
        [f[:2] for f in found(body)]
        == [f[:2] for f in found(swapped)]
        == [("SAF102", "WARNING")]
    )
