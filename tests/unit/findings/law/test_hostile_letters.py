"""Letters that try to fool the law findings, with the catalogue of the package.

The States are real, since invented ones join no treaties; what is told of them is on the lists
of depositaries, or is told wrongly on purpose. Nobody is accused of anything.
"""

import pytest

from averment.app import open_workbench
from averment.claims.understand import understand
from averment.findings.finding import Finding, Severity
from averment.findings.law.check import check_law
from averment.law.lawbook import packaged_lawbook
from averment.readers.plain import read_plain

MILL = "On 10 October 2010 the mill was closed."
SHELLS = "On 6 December 1991 shells struck the Old Town of Dubrovnik."
SHRINES = "On 30 June 2012 the shrines of Timbuktu were destroyed with pickaxes."
HOSPITAL = "On 12 May 2009 the army of Iceland shelled the hospital of Port Callis."
CCM = "the Convention on Cluster Munitions"
CRC = "the Convention on the Rights of the Child"
STATUTE = "the Rome Statute"


def checked(body: str, *, told: str = MILL, date: str = "27 October 2012") -> list[Finding]:
    text = (
        f"Harbour Rights Collective\nPort Callis\n\n{date}\n\nMs. Ilse Marrow\n"
        f"Director-General\n\nDear Director-General,\n\n{body}\n\n{told}\n\n"
        "We should be grateful for an answer.\n\n"
        "Yours sincerely,\n\nAnna Berg\nHarbour Rights Collective\n"
    )
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    return sorted(check_law(reading, packaged_lawbook()), key=lambda f: (f.span, f.code))


def weighed(body: str, *, told: str = MILL, date: str = "27 October 2012") -> list[str]:
    """Return code and severity of what is more than borne out."""
    return [
        f"{one.code} {one.severity.name}"
        for one in checked(body, told=told, date=date)
        if one.severity > Severity.OK
    ]


def only(code: str, body: str, *, told: str = MILL) -> Finding:
    (one,) = [found for found in checked(body, told=told) if found.code == code]
    return one


@pytest.mark.parametrize(
    "body",
    [
        "France, unlike Norway, is bound by its own law. Norway has ratified the Rome Statute.",
        "The United States, unlike France, is not a party to Additional Protocol I.",
        f"All States except the United States have ratified {CRC}.",
        f"Every State but the United States has ratified {CRC}.",
        f"Had Israel ratified {STATUTE}, the Court could act.",
        f"Were Finland a party to {CCM}, it would have to destroy its stocks.",
        f"Has Israel ratified {STATUTE}?",
        f"Finland will accede to {CCM} next year.",
        f"The United States Senate has not approved {CRC}.",
        "Neither India nor Pakistan has ratified the Ottawa Convention.",
        f"Turkey has neither signed nor ratified {STATUTE}.",
        f"Finland has ratified {CRC} but not {CCM}.",
        f"Norway, whose neighbour Finland is not a party to {CCM}, has ratified it.",
        "Norwegian rebels did as they pleased in violation of the Fourth Geneva Convention.",
        "The Hague Convention of 1954 binds Mali since 1961; its Second Protocol came later.",
        "Mali was a party to the Hague Convention of 1954 in 1961.",
        "Norway is bound, inter alia, by the ICCPR and the CRC.",
        "The Hague Convention of 1954 and its Second Protocol of 1999 are old friends.",
        "The Second Protocol to the Hague Convention of 1954 came in 1999.",
        f"The States have ratified {CRC} (1992) and {CCM} (2008).",
        "East Germany ratified the Genocide Convention in 1973.",
        "We do not say that these acts are genocide.",
    ],
)
def test_a_true_or_open_statement_gives_no_warning(body: str) -> None:
    found = checked(body)

    assert [one for one in found if one.severity >= Severity.WARNING] == []


def test_the_state_behind_unlike_is_not_the_one_that_joined() -> None:
    found = checked("France, unlike the United States, has ratified Additional Protocol I.")

    assert [(one.code, one.message.split(" the record has")[0]) for one in found][:1] == [
        ("LAW109", "For France and Additional Protocol I")
    ]
    assert not any("United States" in one.message for one in found)


def test_the_last_day_before_until_is_asked() -> None:
    body = (
        "Russia was a party to the European Convention on Human Rights until 16 September 2022."
    )

    (one,) = checked(body, date="27 October 2023")

    assert (one.code, "on 2022-09-15" in one.message) == ("LAW101", True)


def test_to_say_that_a_state_joined_after_the_acts_is_no_error() -> None:
    body = f"Croatia ratified {STATUTE} in 2001. Croatia became a party to {STATUTE} later."

    assert weighed(body, told=SHELLS) == ["LAW104 NOTE"]


def test_a_state_that_is_gone_may_have_ratified() -> None:
    body = "Yugoslavia ratified the Genocide Convention in 1950."

    (one,) = checked(body)

    assert one.code == "LAW101"
    assert one.message.startswith("The Socialist Federal Republic of Yugoslavia was bound by")


def test_a_state_that_joined_and_left_had_joined() -> None:
    body = f"The Philippines ratified {STATUTE} in 2011."

    assert weighed(body, date="27 October 2021") == ["LAW105 NOTE"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"The parliament of Finland ratified {CCM}.", ["LAW110 WARNING"]),
        (f"The parliament of Finland approved {CCM}.", ["LAW110 NOTE"]),
        (
            f"The parliament of Finland approved {CCM}; nothing has been deposited.",
            [],
        ),
    ],
)
def test_approval_at_home_weighs_by_the_word_used(body: str, expected: list[str]) -> None:
    assert weighed(body) == expected


def test_what_somebody_else_said_does_not_cover_the_writers_own_words() -> None:
    body = (
        f"According to the Ministry, the United States has ratified {CRC}. "
        f"The United States has ratified {CRC}."
    )

    assert weighed(body) == ["LAW103 NOTE", "LAW103 ERROR"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Article 8(2)(g) of the Rome Statute was breached.", "8(2)(g)"),
        ("Articles 6(6) and 6(7) of the ICCPR were breached.", "6(7)"),
        ("Articles 50 to 60 of the CRC were breached.", "50 to 60"),
        ("Article XX of the Genocide Convention was breached.", "XX"),
        ("Common article 4 of the Geneva Conventions was breached.", "4"),
    ],
)
def test_the_number_that_is_not_there_is_pointed_at(body: str, words: str) -> None:
    one = only("LAW112", body)

    assert len(words) == one.span.end - one.span.start


def test_old_conventions_count_in_roman_numerals() -> None:
    one = only("LAW112", "Article XX of the Genocide Convention was breached.")

    assert one.message == "The Genocide Convention has no art. XX; the last one is XIX."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The Genocide Convention of 1949 was signed in Paris.", ["LAW122 ERROR"]),
        ("The Additional Protocols of 8 June 1978 came later.", ["LAW122 ERROR"]),
        ("The Geneva Conventions of 1949 and the Protocols of 1977 came first.", []),
        ("The Geneva Convention of 1929 on prisoners of war is another.", []),
    ],
)
def test_a_wrong_year_is_told_and_another_instrument_is_left_alone(
    body: str, expected: list[str]
) -> None:
    assert weighed(body) == expected


def test_a_group_is_asked_once_for_the_conventions_and_never_for_what_is_made_for_it() -> None:
    body = (
        "The rebels violated the Geneva Conventions. The militia is bound by Additional "
        "Protocol II. Armed groups violated common article 3 of the Geneva Conventions."
    )

    assert weighed(body) == ["LAW123 NOTE"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Norway has ratified Security Council resolution 1325 (2000).", ["LAW118 WARNING"]),
        ("Norway has ratified the Universal Declaration of Human Rights.", ["LAW118 WARNING"]),
        ("The Universal Declaration of Human Rights is binding on Norway.", ["LAW118 NOTE"]),
        ("The Security Council adopted resolution 1325 (2000).", []),
    ],
)
def test_what_is_no_treaty_cannot_be_ratified(body: str, expected: list[str]) -> None:
    assert weighed(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "In this civil war Norway violated article 49 of the Fourth Geneva Convention.",
            ["LAW113 NOTE"],
        ),
        (
            "Since the end of the civil war Norway has violated Additional Protocol I.",
            [],
        ),
        (
            "In this civil war the army committed grave breaches (article 147 of GC IV).",
            ["LAW113 WARNING"],
        ),
        (
            "In this civil war article 49 of the Fourth Geneva Convention does not apply.",
            [],
        ),
        ("The Civil War is long past. Norway violated Additional Protocol I.", []),
    ],
)
def test_only_the_war_of_the_letter_chooses_the_norms(body: str, expected: list[str]) -> None:
    assert weighed(body) == expected


def test_a_war_crime_of_the_other_kind_is_pointed_at_with_both_kinds_named() -> None:
    body = (
        "In this civil war the rebels did what article 8(2)(b)(ii) of the Rome Statute forbids."
    )

    assert only("LAW113", body).message == (
        "Art. 8(2)(b)(ii) of the Rome Statute is for a conflict between States; the document "
        "speaks of a conflict that is not between States."
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("These acts are war crimes, crimes against humanity and genocide.", 2),
        ("It was nothing less than genocide.", 1),
        ("These acts are not genocide.", 0),
        ("It is a crime against humanity to burn books, a poet said.", 0),
        ("The museum is dedicated to the history of genocide.", 0),
        ("The attack was widespread and systematic, a crime against humanity.", 0),
    ],
)
def test_a_crime_that_is_said_to_be_one_needs_its_element(body: str, expected: int) -> None:
    assert len([one for one in checked(body, told=SHRINES) if one.code == "LAW115"]) == expected


def test_a_referral_keeps_the_question_on_jurisdiction_soft() -> None:
    asked = "We urge the Prosecutor of the International Criminal Court to investigate."
    referred = "On 12 May 2009 a market in Darfur, Sudan, was shelled by the army of Sudan."
    alone = (
        "On 12 May 2009 a market in Colombo, Sri Lanka, was shelled by the army of Sri Lanka."
    )

    assert "LAW116 NOTE" in weighed(asked, told=referred)
    assert "LAW116 WARNING" in weighed(asked, told=alone)
    assert "1593" in only("LAW116", asked, told=referred).grounds[0].text


def test_who_says_that_the_court_cannot_act_is_not_asked_how_it_could() -> None:
    told = "On 12 May 2009 a market in Sri Lanka was shelled by the army of Sri Lanka."

    assert "LAW116 WARNING" not in weighed(
        "The International Criminal Court cannot prosecute it: it has no jurisdiction.",
        told=told,
    )


def test_a_crime_that_is_feared_is_a_question() -> None:
    assert only("LAW115", "We fear that genocide is being committed.").severity is Severity.NOTE


def test_the_norm_offered_is_about_the_act_itself() -> None:
    assert only("LAW117", "We write to you.", told=HOSPITAL).message == (
        "The document names no treaty and no numbered rule. For this act (attack on a hospital "
        "or medical unit) these may be engaged: in armed conflict, customary rule 28 (Medical "
        "units (hospitals)) and rule 1 (Distinction between civilians and combatants); also "
        "art. 6(1) of the International Covenant on Civil and Political Rights (Life)."
    )


def test_no_treaty_is_offered_that_the_state_has_not_joined() -> None:
    told = "On 12 May 2009 the army of Saudi Arabia shelled the hospital of Port Callis."

    assert "Covenant" not in only("LAW117", "We write to you.", told=told).message


def test_what_a_norm_does_not_say_is_told_once_and_not_to_who_has_read_it() -> None:
    two = (
        "These acts violate the Fourth Geneva Convention, the Hague Convention of 1954 and the "
        "Convention against Torture."
    )
    read = "These acts violate the Hague Convention of 1954; we have weighed its article 4(2)."

    assert len([one for one in checked(two, told=SHRINES) if one.code == "LAW119"]) == 1
    cited = f"{read} Article 4(2) of the Hague Convention of 1954 is met."
    assert [one for one in checked(cited, told=SHRINES) if one.code == "LAW119"] == []


def test_a_careful_letter_gives_no_warning_and_little_to_read() -> None:
    body = (
        "The Socialist Federal Republic of Yugoslavia was a party to the Convention for the "
        "Protection of Cultural Property in the Event of Armed Conflict of 14 May 1954. "
        "Whatever kind of conflict it was, article 19 of that Convention asks each party to "
        "respect cultural property. Additional Protocol I, which the SFRY had ratified in "
        "1979, protects historic monuments (article 53). The United States, which has "
        "signed but not ratified the Protocol, accepts many of its rules as custom. We do "
        "not allege genocide. The Rome Statute, adopted on 17 July 1998, does not reach "
        "acts of 1991. The Universal Declaration of Human Rights, though no treaty, states "
        "the standard."
    )

    assert weighed(body, told=SHELLS) == []


@pytest.mark.parametrize(("one", "other"), [("Norway", "Sweden"), ("Sweden", "Norway")])
def test_the_same_words_on_the_other_party_give_the_same_remarks(one: str, other: str) -> None:
    body = (
        f"{one}, unlike {other}, is not a party to the Convention against Torture. "
        f"{one} violated article 61 of {CRC}. {other} has ratified the Universal "
        "Declaration of Human Rights. In this civil war "
        f"{one} violated Additional Protocol I. These acts are genocide."
    )

    assert weighed(body) == [
        "LAW130 ERROR",
        "LAW112 ERROR",
        "LAW118 WARNING",
        "LAW113 WARNING",
        "LAW115 WARNING",
    ]


def test_a_date_behind_the_convention_is_no_wrong_date_of_the_last_one_named() -> None:
    found = open_workbench().check(
        b"Dear Secretary-General,\n\nCivilians are protected by the 1949 Convention relative "
        b"to the Protection of Civilian Persons in Time of War. We also recall article II of "
        b"the Convention of 9 December 1948.\n\nYours faithfully,\n\nAna Example\n",
        name="letter.txt",
    )

    assert [one for one in found.findings if one.code == "LAW122"] == []


def test_a_name_that_two_states_go_by_is_held_against_neither() -> None:
    found = open_workbench().check(
        b"Dear Secretary-General,\n\nOn 2 February 2003 the bridge was closed. The Congo has "
        b"ratified the Rome Statute.\n\nYours faithfully,\n\nAna Example\n",
        name="letter.txt",
    )

    assert [one.code for one in found.findings if one.code in {"LAW102", "LAW103"}] == []
