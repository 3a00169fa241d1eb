"""The law findings, by a law book of invented acts; see `lawbooks`."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests.catalogues import acts
from tests.unit.findings.law.lawbooks import INSTRUMENTS, MILL, findings, lawbook, letter
from tests.unit.findings.law.lawbooks import told as all_told

from averment.catalogue.provenance import Confidence, Provenance, Source
from averment.findings.finding import Finding, Ground, Severity

CAT = "the Convention against Torture"
CCM = "the Convention on Cluster Munitions"
GENOCIDE = "the Genocide Convention"
STATES = "state,from,until,predecessor,how,source,confidence,note\n"
RULE_67 = (
    "Rule 67 of the United Nations Rules for the Protection of Juveniles Deprived of their "
    "Liberty"
)
DECLARED = "state,instrument,provision,kind,made,withdrawn,source,confidence,label\n"
SHELLED = "On 4 June 2010 Icelandic forces shelled the town of Port Callis."


def codes(body: str, *, told: str = MILL) -> set[str]:
    return {code for code, _, _ in all_told(body, told=told)}


def test_a_party_is_borne_out_with_the_row_that_says_so() -> None:
    body = f"Iceland has ratified {CAT}."

    assert findings(letter(body), lawbook()) == [
        Finding(
            code="LAW101",
            severity=Severity.OK,
            span=letter(body).instruments[0].span,
            message=(
                "Iceland was bound by the Convention against Torture on 2010-10-27. "
                "Ratification deposited on 2000-01-01, in force for it on 2000-07-01 (art. 20)."
            ),
            remedy=(
                "Nothing to do; the ground says since when, by which act, and on which row it "
                "rests."
            ),
            grounds=(
                Ground(
                    text="Ratification deposited on 2000-01-01, in force for it on 2000-07-01 "
                    "(art. 20)."
                ),
                Ground(
                    text="ISL, CAT-1984, ratification, 2000-01-01: List of the depositary, as "
                    "of 2026-01-01 (verified)."
                ),
                Ground(
                    text="It would change with: a withdrawal after the day up to which the "
                    "source tells."
                ),
            ),
            claim=1,
        )
    ]


@pytest.mark.parametrize(
    ("body", "code", "severity"),
    [
        (f"Luxembourg is a party to {CCM}.", "LAW102", "ERROR"),
        (f"Luxembourg has ratified {GENOCIDE}.", "LAW103", "ERROR"),
        ("Luxembourg is a party to the Mercenaries Convention.", "LAW104", "ERROR"),
        ("Luxembourg has acceded to the Mercenaries Convention.", "LAW104", "WARNING"),
        (
            "Luxembourg has ratified the Convention on the Rights of the Child.",
            "LAW106",
            "NOTE",
        ),
        ("Luxembourg violated article 51 of Additional Protocol I.", "LAW108", "WARNING"),
        (f"Luxembourg has ratified {CAT}.", "LAW109", "NOTE"),
        (f"Luxembourg ratified {CAT} in 1999.", "LAW129", "WARNING"),
        (
            "On 27 October 2010 Luxembourg's parliament ratified the Mercenaries Convention.",
            "LAW110",
            "WARNING",
        ),
        (
            "On 27 October 2010 Luxembourg's parliament approved the Mercenaries Convention.",
            "LAW110",
            "NOTE",
        ),
        (f"Iceland is not a party to {CAT}.", "LAW130", "ERROR"),
        (f"We urge Iceland to ratify {CAT}.", "LAW131", "WARNING"),
        (f"Iceland and Luxembourg have both ratified {CCM}.", "LAW125", "WARNING"),
        (f"Armed groups have violated {CAT}.", "LAW127", "NOTE"),
        ("The rebels violated the Fourth Geneva Convention.", "LAW123", "NOTE"),
        (
            "Iceland violated article 61 of the Convention on the Rights of the Child.",
            "LAW112",
            "ERROR",
        ),
        ("The Geneva Conventions of 13 August 1949 protect them.", "LAW122", "ERROR"),
        (
            f"{RULE_67} is binding on Iceland.",
            "LAW118",
            "WARNING",
        ),
        (
            "This is contrary to the Universal Declaration of Human Rights.",
            "LAW118",
            "NOTE",
        ),
        ("This amounts to genocide.", "LAW115", "WARNING"),
        ("We hold that genocide was committed there.", "LAW115", "WARNING"),
        ("This may amount to genocide.", "LAW115", "NOTE"),
        ("These acts constitute crimes against humanity.", "LAW115", "WARNING"),
        (
            "In this civil war they violated Additional Protocol I.",
            "LAW113",
            "WARNING",
        ),
        (
            "In this civil war the Geneva Conventions were violated.",
            "LAW126",
            "NOTE",
        ),
    ],
)
def test_what_a_careful_lawyer_would_ask_is_asked(body: str, code: str, severity: str) -> None:
    assert (code, severity) in {(found, weight) for found, weight, _ in all_told(body)}


@pytest.mark.parametrize(
    "body",
    [
        f"Iceland and Luxembourg are not parties to one treaty. Iceland has ratified {CAT}.",
        f"Luxembourg is not a party to {CCM}.",
        "Iceland violated article 37 of the Convention on the Rights of the Child.",
        "The Geneva Conventions of 12 August 1949 protect them.",
        "The Genocide Convention of 9 December 1948 obliges States to prevent.",
        "These acts may amount to more than the court has found.",
        "The tribunal convicted him of genocide and of crimes against humanity.",
        "They were part of a widespread and systematic attack: crimes against humanity.",
        "We remember the victims of the Genocide.",
        f"Norvenia violated {CAT}.",
    ],
)
def test_what_is_right_or_not_known_gives_no_warning(body: str) -> None:
    assert [one for one in all_told(body) if one[1] in {"WARNING", "ERROR"}] == []


def test_a_row_that_nobody_read_at_its_source_gives_no_error() -> None:
    unread = acts("ISL 2000-01-01 ratification", "LUX 2001-05-05 signature - LIST unverified")
    book = lawbook(**{"participation/GENOCIDE-1948__csv": unread})

    assert all_told(f"Luxembourg has ratified {GENOCIDE}.", book)[0][:2] == (
        "LAW103",
        "WARNING",
    )


def test_words_of_others_give_no_more_than_a_note() -> None:
    found = all_told(f"Iceland says that Luxembourg has ratified {GENOCIDE}.")

    assert found == [("LAW103", "NOTE", GENOCIDE)]


def test_one_state_and_instrument_are_told_once() -> None:
    body = f"Luxembourg is a party to {CCM}. As a party to {CCM}, Luxembourg must act."

    assert [code for code, _, _ in all_told(body)] == ["LAW102"]


def test_the_four_geneva_conventions_are_one_remark() -> None:
    (one,) = findings(letter("Iceland is a party to the Geneva Conventions."), lawbook())

    assert one.message == (
        "Iceland was bound by the four Geneva Conventions of 1949 on 2010-10-27. Ratification "
        "deposited on 2000-01-01, in force for it on 2000-07-01 (art. 20)."
    )


def test_bound_now_and_not_yet_on_the_days_of_the_acts_is_a_note() -> None:
    late = acts("LUX 2010-03-01 ratification")
    book = lawbook(**{"participation/CCM-2008__csv": late})
    body = f"Luxembourg has ratified {CCM}."
    shelled = "On 4 June 2010 soldiers shelled the town of Port Callis."

    found = all_told(body, book, told=shelled)

    assert [one[:2] for one in found] == [("LAW101", "OK"), ("LAW104", "NOTE")]


def test_a_state_that_was_none_yet_is_told_with_its_predecessor() -> None:
    young = STATES + "LUX,2011-07-09,,ISL,independence,LIST,verified,\n"

    found = all_told(f"Luxembourg violated {CCM}.", lawbook(states__csv=young))

    assert [one[:2] for one in found] == [("LAW121", "WARNING")]


def test_between_independence_and_an_act_of_its_own_a_successor_is_no_sure_outsider() -> None:
    young = STATES + "LUX,2009-07-09,,ISL,independence,LIST,verified,\n"
    later = acts("ISL 2000-01-01 ratification", "LUX 2012-03-01 accession")
    book = lawbook(**{"states__csv": young, "participation/CCM-2008__csv": later})

    found = all_told(f"Luxembourg violated {CCM}.", book)

    assert [one[:2] for one in found] == [("LAW107", "WARNING")]


def test_a_contested_entity_is_told_with_every_position() -> None:
    entities = """
[NKR]
kind = "contested"
source = "LIST"
confidence = "verified"
positions = [
    { view = "First view.", held_by = "the first" },
    { view = "Second view.", held_by = "the second" },
]
"""
    reading = letter(f"Nagorno-Karabakh is bound by {CAT}.")

    (one,) = findings(reading, lawbook(entities__toml=entities))

    assert (one.code, one.severity) == ("LAW123", Severity.NOTE)
    assert {"the first: First view.", "the second: Second view."} <= {
        ground.text for ground in one.grounds
    }


def test_a_reservation_to_the_courts_clause_is_told_where_the_court_is_asked_for() -> None:
    declared = (
        DECLARED + "ISL,GENOCIDE-1948,art. IX,reservation,2000-01-01,,LIST,verified,No.\n"
    )
    book = lawbook(declarations__csv=declared)
    asked = f"Iceland violated {GENOCIDE}; the International Court of Justice should decide."

    assert "LAW124" in {code for code, _, _ in all_told(asked, book)}
    assert "LAW124" not in {
        code for code, _, _ in all_told(f"Iceland violated {GENOCIDE}.", book)
    }


def test_a_derogation_bears_on_every_article() -> None:
    declared = (
        DECLARED + "ISL,CAT-1984,art. 4,derogation,2009-01-01,,LIST,verified,Emergency.\n"
    )

    found = all_told(f"Iceland violated {CAT}.", lawbook(declarations__csv=declared))

    assert ("LAW111", "NOTE", CAT) in found


def test_the_courts_jurisdiction_is_asked_for_where_no_state_had_accepted_it() -> None:
    body = "We call on the International Criminal Court to investigate the acts of Luxembourg."
    shelled = "On 4 June 2010 forces of Luxembourg shelled the town of Port Callis."
    referred = body + " The Security Council should refer the situation to it."

    assert ("LAW116", "WARNING") in {one[:2] for one in all_told(body, told=shelled)}
    assert "LAW116" not in codes(referred, told=shelled)
    assert "LAW116" not in codes(body, told=SHELLED.replace("Icelandic forces", "rebels"))


def test_a_contested_conflict_is_told_with_who_says_what() -> None:
    said = """
[one]
situation = "War of the Mills"
parties = ["ISL", "LUX"]
begun = "2010-01-01"
type = "iac"
asserted_by = "First Commission"
status = "contested"
source = "LIST"
confidence = "verified"

[two]
situation = "War of the Mills"
parties = ["ISL", "LUX"]
begun = "2010-01-01"
type = "niac"
asserted_by = "Second Commission"
status = "contested"
source = "LIST"
confidence = "verified"
"""
    book = lawbook(classifications__toml=said)
    body = "Iceland violated the Fourth Geneva Convention."

    found = findings(letter(body, told=SHELLED), book)

    (one,) = [finding for finding in found if finding.code == "LAW114"]
    assert [ground.text.split(" (")[1][:6] for ground in one.grounds] == ["First ", "Second"]


def test_a_norm_is_offered_once_where_none_is_named() -> None:
    offered = [
        one
        for one in findings(letter("Two letters.", told=SHELLED), lawbook())
        if one.code == "LAW117"
    ]

    assert len(offered) == 1
    assert "customary rule 1 " in offered[0].message
    assert "LAW117" not in codes(f"Iceland has ratified {CAT}.", told=SHELLED)


def test_what_a_norm_does_not_say_is_told_where_it_is_invoked() -> None:
    body = "Iceland violated the Fourth Geneva Convention."

    assert ("LAW119", "NOTE", "the Fourth Geneva Convention") in all_told(body, told=SHELLED)


def test_an_act_in_another_state_raises_the_question_of_jurisdiction() -> None:
    body = f"Iceland violated {CAT}."
    abroad = "On 4 June 2010 Icelandic forces shelled houses in Luxembourg."

    assert "LAW127" in codes(body, told=abroad)
    assert "LAW127" not in codes(body, told=SHELLED)


def test_an_instrument_of_a_later_day_was_in_force_for_nobody() -> None:
    book = lawbook(instruments__toml=INSTRUMENTS.replace("1992-01-01", "2012-01-01"))
    body = f"The authorities violated {CAT}."

    assert ("LAW104", "ERROR", CAT) in all_told(body, book)


@dataclass(frozen=True)
class Text:
    symbol: str
    text: str
    provenance: Provenance


def test_quoted_words_are_held_against_the_text_at_hand() -> None:
    source = Source(key="OWN", title="Own", kind="own", rank=6, as_of=date(2026, 1, 1))
    text = Text(
        "CAT-1984",
        "Each keeper of a mill shall keep the wheel, the stones and the door in good repair.",
        Provenance(source, Confidence.UNVERIFIED),
    )

    def code(quoted: str) -> list[tuple[str, Severity]]:
        body = f'Under {CAT}, "{quoted}".'
        found = findings(letter(body), lawbook(), texts=lambda _: (text,))
        return [(one.code, one.severity) for one in found if one.code == "LAW120"]

    right = "shall keep the wheel, the stones and the door in good repair"
    assert code(right) == [("LAW120", Severity.OK)]
    assert code("shall keep the wheel ... in good repair") == [("LAW120", Severity.OK)]
    assert code(right.replace("door", "roof")) == [("LAW120", Severity.WARNING)]
    assert code("nothing of this stands in any text that we have at hand") == []


def test_the_same_words_about_the_other_party_give_the_same_findings() -> None:
    same = acts("ISL 2000-01-01 ratification", "LUX 2000-01-01 ratification")
    book = lawbook(**{"participation/CAT-1984__csv": same})
    body = (
        f"Iceland violated {CAT} and article 51 of Additional Protocol I, and committed "
        "genocide. Luxembourg says so."
    )
    swapped = (
        body.replace("Iceland", "X").replace("Luxembourg", "Iceland").replace("X", "Luxembourg")
    )
    none = lawbook(
        **{"participation/CAT-1984__csv": same, "participation/AP1-1977__csv": acts()}
    )

    assert [one[:2] for one in all_told(body, none)] == [
        one[:2] for one in all_told(swapped, none)
    ]
    assert [one[:2] for one in all_told(f"Iceland violated {CAT}.", book)] == [
        one[:2] for one in all_told(f"Luxembourg violated {CAT}.", book)
    ]
