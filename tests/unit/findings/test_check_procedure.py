"""Procedure and wording. Every State, town and person is made up."""

import pytest

from averment.claims.understand import understand
from averment.findings.procedure.check import check_procedure
from averment.readers.plain import read_plain

DATE = "12 March 2012\n\n"
TO = "Ms. Ilse Marrow\nDirector-General\nContinental Heritage Office\n\n"
GREETING = "Dear Director-General,\n\n"
ASK = (
    "We ask you to visit the town of Port Callis and to speak with the people who live "
    "there.\n\n"
)
END = "Yours sincerely,\n\nHarbour Rights Collective\n"
OPENING = "The old market of Port Callis is closed.\n\nNobody has been let in.\n\n"


def found(text: str) -> list[tuple[str, str, str]]:
    """Return (code, severity, words) of every procedure finding on this text."""
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    return [
        (f.code, f.severity.name, " ".join(f.span.of(reading.document.text).split()))
        for f in sorted(check_procedure(reading), key=lambda f: (f.span, f.code))
    ]


def of_body(body: str) -> list[tuple[str, str, str]]:
    """Return the findings on a letter with this text, the missing subject line left out."""
    letter = DATE + TO + GREETING + body + "\n\n" + ASK + END
    return [f for f in found(letter) if f[0] != "PRO105"]


def test_a_whole_letter_lacks_nothing_but_its_subject_line() -> None:
    letter = DATE + TO + GREETING + OPENING + ASK + END

    assert found(letter) == [("PRO105", "NOTE", "Dear Director-General")]


def test_a_subject_line_is_enough() -> None:
    letter = DATE + TO + "Re: The market of Port Callis\n\n" + GREETING + OPENING + ASK + END

    assert found(letter) == []


@pytest.mark.parametrize(
    ("letter", "code", "severity"),
    [
        (TO + GREETING + OPENING + ASK + END, "PRO102", "WARNING"),
        (DATE + TO + GREETING + OPENING + ASK, "PRO103", "WARNING"),
        (DATE + TO + GREETING + OPENING + "It rains.\n\n" + END, "PRO104", "ERROR"),
    ],
)
def test_what_a_letter_lacks_is_told(letter: str, code: str, severity: str) -> None:
    assert (code, severity) in [f[:2] for f in found(letter)]


def test_a_text_without_a_greeting_is_not_held_to_be_a_letter() -> None:
    assert found("The old market of Port Callis is closed.\n\nNobody has been let in.\n") == []


def test_a_letter_that_only_wants_to_be_passed_on_is_asked_what_it_wants() -> None:
    letter = (
        DATE
        + "H.E. the President of the Security Council\n\nExcellency,\n\n"
        + OPENING
        + (
            "I should be grateful if you would have the present letter circulated as a "
            "document of the Security Council.\n\n"
        )
        + "Please accept, Excellency, the assurances of my highest consideration.\n\n"
        + "Konrad Aldermere\nPermanent Representative of Estavia\n"
    )

    assert ("PRO104", "NOTE") in [f[:2] for f in found(letter)]
    assert "PRO111" not in [f[0] for f in found(letter)]


def test_an_organisation_cannot_have_its_letter_circulated() -> None:
    letter = (
        DATE
        + "H.E. the President of the Security Council\n\nExcellency,\n\n"
        + OPENING
        + (
            "We request that you have this letter circulated as a document of the Security "
            "Council.\n\n"
        )
        + END
    )

    assert "PRO111" in [f[0] for f in found(letter)]


@pytest.mark.parametrize(
    ("ask", "asked"),
    [
        ("We urge you to impose sanctions on Estavia.", True),
        ("We urge you to condemn the attack.", False),
        ("We urge you to ask the Council to impose sanctions on Estavia.", False),
    ],
)
def test_what_the_secretary_general_cannot_do_is_asked_about(ask: str, asked: bool) -> None:  # noqa: FBT001 - a table
    letter = (
        DATE
        + "Secretary-General of the United Nations\nNew York\n\nDear Secretary-General,\n\n"
        + OPENING
        + ask
        + "\n\n"
        + END
    )

    assert ("PRO111" in [f[0] for f in found(letter)]) is asked


def test_details_that_a_special_rapporteur_asks_for_are_listed_once() -> None:
    letter = (
        DATE + "The Special Rapporteur on torture\nGeneva\n\nDear Special Rapporteur,\n\n"
        "On 4 March 2012 the Estavian army shelled the market of Port Callis, killing "
        "11 civilians.\n\n" + ASK + END
    )
    missing = [f for f in found(letter) if f[0] == "PRO112"]

    assert [f[:2] for f in missing] == [("PRO112", "NOTE")]


def test_the_anonymous_are_told_that_the_procedure_refuses_them() -> None:
    letter = (
        DATE
        + "The Special Rapporteur on torture\nGeneva\n\nDear Special Rapporteur,\n\n"
        + OPENING
        + "We wish to remain anonymous in this matter.\n\n"
        + ASK
        + END
    )

    assert ("PRO114", "WARNING") in [f[:2] for f in found(letter)]


def test_a_submission_longer_than_an_unverified_limit_gets_a_note() -> None:
    head = "UNIVERSAL PERIODIC REVIEW OF KALMARA\n\nTo: OHCHR, UPR Submissions\n\n"
    long = head + "1. " + "Cells are cold. " * 1_000 + "\n"

    assert ("PRO110", "NOTE") in [f[:2] for f in found(long)]
    assert ("PRO110", "OK") in [f[:2] for f in found(head + "1. Cells are cold.\n")]


def test_a_request_for_interim_measures_wants_its_mark() -> None:
    letter = (
        DATE
        + (
            "European Court of Human Rights\nStrasbourg\n\nRequest for interim "
            "measures\n\nDear Registrar,\n\n"
        )
        + OPENING
        + ASK
        + END
    )

    assert "PRO115" in [f[0] for f in found(letter)]
    assert "PRO115" not in [
        f[0] for f in found(letter.replace("Request for", "Rule 39 - Urgent. Request for"))
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("These savages came at night.", [("PRO201", "WARNING", "savages")]),
        ("He called them “savages” on the radio.", []),
        ("The regime of Estavia came at night.", []),
        ("The Estavian regime came at night.", [("PRO202", "NOTE", "regime")]),
        ("A sanctions regime is in place.", []),
        ("The so-called elections were held.", [("PRO202", "NOTE", "so-called")]),
        ("The Terrorist Bombings Convention applies.", []),
        (
            "A terrorist attack was feared, and one terrorist was seen.",
            [("PRO202", "NOTE", "terrorist")],
        ),
        ("It is undeniable that nobody came.", [("PRO204", "NOTE", "undeniable")]),
        ("It has been proven that shells fell.", []),
        ("The proven facts are three.", [("PRO205", "NOTE", "proven")]),
        ("This was confirmed by the Red Cross.", []),
        ("The Court confirmed this.", []),
        ("This could not be confirmed.", []),
        (
            "Several independent foreign reporters came.",
            [("PRO205", "NOTE", "independent foreign reporters")],
        ),
        (
            "The war criminal Karel Dunn lives in Tarn.",
            [("PRO203", "WARNING", "war criminal Karel Dunn")],
        ),
        ("The alleged war criminal Karel Dunn lives in Tarn.", []),
        (
            "General Karel Dunn ordered the massacre.",
            [("PRO203", "WARNING", "General Karel Dunn ordered the massacre")],
        ),
        ("General Karel Dunn ordered an inquiry.", []),
        ("General Karel Dunn was convicted because he ordered the massacre.", []),
    ],
)
def test_words_are_marked_in_the_sender_s_own_voice_only(
    body: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [f for f in of_body(body) if f[0].startswith("PRO2")] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("They went to to Tarn.", [("PRO304", "WARNING", "to to")]),
        ("All that that man had had was lost.", []),
        ("The goverment fell.", [("PRO305", "NOTE", "goverment")]),
        ("A attack came; an hospital, an hour and a unit are no slips of this kind.", []),
        (
            "He saw a attack and an strike.",
            [("PRO305", "NOTE", "a attack"), ("PRO305", "NOTE", "an strike")],
        ),
        ("He had a one-way ticket to a European town in a UN car.", []),
        (
            "The Republic of Estavia fell. The Republic Estavia rose.",
            [("PRO306", "NOTE", "Republic Estavia")],
        ),
        ("The Republic Day of Estavia came.", []),
        (
            (
                "The FVT came, and the FVU (Free Valleys Union), and the Northern Valley "
                "Front, or NVF."
            ),
            [("PRO303", "NOTE", "FVT")],
        ),
        ("NGOs, the UN and the OSCE came in 2010 (XIV).", []),
        (
            "He said “nobody came, and went on.",
            [("PRO307", "NOTE", "“nobody came, and went on.")],
        ),
    ],
)
def test_slips_that_can_be_proved_are_marked(
    body: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [f for f in of_body(body) if f[0].startswith("PRO3")] == expected


def test_a_request_that_points_back_at_several_acts_is_asked_which() -> None:
    acts = "\n\n".join(
        f"On {day} March 2012 the Estavian army shelled the town of {town}, killing "
        "two civilians."
        for day, town in ((1, "Tarn"), (2, "Oster"), (3, "Sund"))
    )
    letter = (
        DATE
        + TO
        + GREETING
        + acts
        + "\n\nWe ask you to condemn the above violations.\n\n"
        + END
    )

    assert ("PRO302", "NOTE", "the above violations") in found(letter)


def test_a_long_letter_is_asked_for_paragraph_numbers() -> None:
    plain = "\n\n".join(
        f"The {n} window is broken and nobody has mended it since." for n in range(100, 120)
    )
    numbered = "\n\n".join(
        f"{n}. The window is broken and nobody has mended it since." for n in range(1, 21)
    )

    assert "PRO301" in [f[0] for f in of_body(plain)]
    assert "PRO301" not in [f[0] for f in of_body(numbered)]


def test_the_same_text_with_the_parties_swapped_gives_the_same_findings() -> None:
    body = (
        "The Norvenian regime sent thugs. So-called Estavian courts of the puppet state "
        "sat in Tarn."
    )
    swapped = (
        body.replace("Norvenia", "#").replace("Estavia", "Norvenia").replace("#", "Estavia")
    )

    assert [f[:2] for f in of_body(body)] == [f[:2] for f in of_body(swapped)]
    assert len(of_body(body)) == 4
