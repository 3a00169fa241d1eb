"""The traps of participation, on invented treaties of invented and former States."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import acts, catalogue_of, treaty

from averment.errors import UnknownNameError
from averment.law.bound import bound
from averment.law.lawbook import LawBook
from averment.law.standing import Answer, Standing

CONFLICT = """
[WAR]
situation = "War of Norvenia and Estavia"
parties = ["NOR", "EST"]
place = "Norvenia"
begun = "2000-01-01"
ended = "2005-12-31"
type = "iac"
asserted_by = "A court"
status = "agreed"
source = "LIST"
confidence = "verified"
"""
STATES = """\
state,from,until,predecessor,how,source,confidence,note
HRV,1991-10-08,,YUCS,dissolution,LIST,verified,
YUCS,,1992-04-27,,,LIST,verified,
RUS,1991-12-26,,SUHH,continuation,LIST,verified,
SUHH,,1991-12-26,,,LIST,verified,
YEM,1990-05-22,,,union,LIST,verified,
SCG,2003-02-04,2006-06-03,SRB,continuation,LIST,verified,
MKD,1991-11-17,,YUCS,independence,LIST,verified,
"""
COVERED = "instrument,complete_until,source,confidence,note\nT,2010-01-01,LIST,verified,\n"


def book(
    *lines: str,
    covered: bool = True,
    conflict: str = CONFLICT,
    entities: str = "",
    **fields: object,
) -> LawBook:
    files = {
        "instruments.toml": treaty("T", **fields),
        "participation/T.csv": acts(*lines),
        "states.csv": STATES,
        "entities.toml": entities,
        "classifications.toml": conflict,
    }
    if covered:
        files["coverage.csv"] = COVERED
    return LawBook(catalogue_of(files))


def ask(law: LawBook, state: str, day: str) -> Standing:
    return bound(law, state, "T", date.fromisoformat(day))


def test_five_days_are_kept_apart() -> None:
    law = book("DEU 1990-02-01 signature", "DEU 1995-03-15 ratification")

    assert ask(law, "DEU", "1989-12-31").answer is Answer.NOT_YET_IN_FORCE
    assert ask(law, "DEU", "1991-01-01").answer is Answer.NOT_YET_IN_FORCE
    assert ask(law, "DEU", "1992-01-01").answer is Answer.SIGNED_ONLY
    assert ask(law, "DEU", "1995-03-14").answer is Answer.SIGNED_ONLY
    assert ask(law, "DEU", "1995-03-15").answer is Answer.NOT_YET_IN_FORCE
    assert ask(law, "DEU", "1995-09-14").answer is Answer.NOT_YET_IN_FORCE
    standing = ask(law, "DEU", "1995-09-15")
    assert standing.answer is Answer.BOUND
    assert standing.since == date(1995, 9, 15)
    assert standing.clause == "art. 20"
    assert [act.kind.value for act in standing.rows] == ["ratification"]


def test_no_row_is_no_only_as_far_as_the_list_reaches() -> None:
    law = book()

    assert ask(law, "DEU", "2010-01-01").answer is Answer.NOT_BOUND
    assert ask(law, "DEU", "2010-01-02").answer is Answer.UNKNOWN


def test_without_coverage_no_row_is_never_no() -> None:
    assert ask(book(covered=False), "DEU", "1999-01-01").answer is Answer.UNKNOWN


def test_a_signature_after_which_the_list_ends_is_unknown_not_signed_only() -> None:
    law = book("DEU 1991-01-01 signature", covered=False)

    standing = ask(law, "DEU", "2000-01-01")

    assert standing.answer is Answer.UNKNOWN
    assert any("1991-01-01" in reason for reason in standing.reasons)


def test_knowledge_in_part_answers_as_far_as_it_goes() -> None:
    law = book("DEU 1994-01-01 not_party_on", "DEU 2001-01-01 party_by", covered=False)

    assert ask(law, "DEU", "1994-01-01").answer is Answer.NOT_BOUND
    assert ask(law, "DEU", "1994-01-02").answer is Answer.UNKNOWN
    assert ask(law, "DEU", "2000-12-31").answer is Answer.UNKNOWN
    assert ask(law, "DEU", "2001-01-01").answer is Answer.BOUND


def test_a_list_says_nothing_of_the_days_before_a_joining_whose_day_is_not_known() -> None:
    law = book("DEU 2001-01-01 party_by", "KEN 2001-01-01 succession")

    assert ask(law, "DEU", "1999-01-01").answer is Answer.UNKNOWN
    assert ask(law, "KEN", "1999-01-01").answer is Answer.UNKNOWN


def test_who_is_no_member_cannot_be_party_to_a_treaty_among_members() -> None:
    law = LawBook(
        catalogue_of(
            {
                "instruments.toml": treaty("T", open_to="LEAGUE"),
                "participation/T.csv": acts(),
                "regions.toml": '[LEAGUE]\nstates = ["DEU"]\n',
            }
        )
    )

    assert ask(law, "FRA", "2000-01-01").answer is Answer.NOT_BOUND
    assert ask(law, "DEU", "2000-01-01").answer is Answer.UNKNOWN


def test_a_list_of_today_says_nothing_of_a_state_that_has_ended() -> None:
    assert ask(book(), "YUCS", "1992-03-01").answer is Answer.UNKNOWN


def test_what_passed_on_to_a_successor_without_an_act_is_disputed() -> None:
    law = book(
        "YUCS 1985-06-01 ratification",
        "HRV 1994-05-11 accession",
        "MKD 1994-05-11 accession",
        adopted="1980-01-01",
        in_force="1984-01-01",
        passes_on="A tribunal",
    )

    standing = ask(law, "HRV", "1992-06-01")

    assert standing.answer is Answer.DISPUTED
    assert standing.positions[0].held_by == "A tribunal"
    assert ask(law, "MKD", "1992-06-01").answer is Answer.NOT_BOUND


def test_a_later_accession_shows_that_it_was_not_bound_before() -> None:
    law = book("DEU 2018-06-01 accession", covered=False)

    assert ask(law, "DEU", "2017-01-01").answer is Answer.NOT_BOUND
    assert ask(law, "DEU", "2018-06-02").answer is Answer.NOT_YET_IN_FORCE
    assert ask(law, "DEU", "2018-12-01").answer is Answer.BOUND


def test_effect_is_immediate_for_a_party_to_a_conflict() -> None:
    law = book(
        "NOR 2001-01-01 accession", "FIN 2001-01-01 accession", immediate_clause="art. 21"
    )

    fighting, peaceful = ask(law, "NOR", "2001-02-01"), ask(law, "FIN", "2001-02-01")

    assert fighting.answer is Answer.BOUND
    assert fighting.clause == "art. 21"
    assert peaceful.answer is Answer.NOT_YET_IN_FORCE
    assert any("armed conflict" in change for change in peaceful.would_change)
    assert ask(law, "FIN", "2001-07-01").answer is Answer.BOUND


def test_a_listed_day_beside_immediate_effect_is_disputed_for_a_party_to_a_conflict() -> None:
    law = book(
        "NOR 2001-01-01 accession 2001-07-01",
        "FIN 2001-01-01 accession 2001-07-01",
        "EST 2001-01-01 accession 2001-01-01",
        immediate_clause="art. 21",
    )

    assert ask(law, "NOR", "2001-02-01").answer is Answer.DISPUTED
    assert ask(law, "NOR", "2001-07-01").answer is Answer.BOUND
    assert ask(law, "FIN", "2001-02-01").answer is Answer.NOT_YET_IN_FORCE
    assert ask(law, "EST", "2001-01-01").answer is Answer.BOUND


def test_succession_goes_back_to_the_state_succession() -> None:
    law = book("HRV 1993-05-11 succession")

    assert ask(law, "HRV", "1992-01-01").answer is Answer.BOUND
    assert ask(law, "HRV", "1992-01-01").since == date(1992, 1, 1)
    assert ask(law, "HRV", "1993-01-01").answer is Answer.BOUND


def test_succession_of_a_state_whose_beginning_is_unknown_is_open_before_the_notice() -> None:
    law = book("KEN 1996-05-11 succession", covered=False)

    assert ask(law, "KEN", "1995-01-01").answer is Answer.UNKNOWN
    assert ask(law, "KEN", "1996-05-11").answer is Answer.BOUND


def test_before_a_state_began_its_predecessor_is_named() -> None:
    law = book("YUCS 1990-06-01 ratification", in_force="1990-02-01", adopted="1980-01-01")

    before = ask(law, "HRV", "1991-06-01")

    assert before.answer is Answer.UNKNOWN
    assert "YUCS" in before.reasons[0]
    assert "BOUND" in before.reasons[0]


def test_a_state_that_goes_on_under_another_name_keeps_its_acts() -> None:
    law = book("RUS 1991-01-01 ratification", in_force="1990-02-01")

    assert ask(law, "RUS", "1991-08-01").answer is Answer.BOUND


def test_before_a_union_the_acts_may_be_of_either_part() -> None:
    law = book("YEM 1985-01-01 ratification", in_force="1984-02-01", adopted="1980-01-01")

    assert ask(law, "YEM", "1989-01-01").answer is Answer.UNKNOWN
    assert ask(law, "YEM", "1990-05-22").answer is Answer.BOUND


def test_a_state_that_ended_is_asked_for_under_its_old_name() -> None:
    law = book(
        "RUS 1985-01-01 ratification",
        "YUCS 1985-01-01 ratification",
        in_force="1984-02-01",
        adopted="1980-01-01",
    )

    assert ask(law, "SUHH", "1990-01-01").answer is Answer.BOUND
    assert ask(law, "SUHH", "1999-01-01").answer is Answer.UNKNOWN
    assert ask(law, "YUCS", "1992-04-27").answer is Answer.BOUND
    assert ask(law, "YUCS", "1992-04-28").answer is Answer.UNKNOWN
    serbia = book("SRB 2001-03-12 accession")
    assert ask(serbia, "SCG", "2005-01-01").answer is Answer.BOUND


def test_withdrawal_has_a_delay_and_can_be_taken_back() -> None:
    year = {"months": 12, "clause": "art. 30"}
    law = book(
        "DEU 1993-01-01 ratification",
        "DEU 2003-01-01 withdrawal_notified",
        "FRA 1993-01-01 ratification",
        "FRA 2003-01-01 withdrawal_notified",
        "FRA 2003-06-01 withdrawal_revoked",
        withdrawal=year,
    )

    assert ask(law, "DEU", "2003-12-31").answer is Answer.BOUND
    gone = ask(law, "DEU", "2004-01-01")
    assert gone.answer is Answer.WITHDRAWN
    assert gone.clause == "art. 30"
    assert ask(law, "FRA", "2004-06-01").answer is Answer.BOUND


def test_withdrawal_is_suspended_in_a_conflict() -> None:
    rule = {"months": 6, "clause": "art. 30", "suspended_in_conflict": True}
    law = book(
        "NOR 1993-01-01 ratification",
        "NOR 2003-01-01 withdrawal_notified",
        "FIN 1993-01-01 ratification",
        "FIN 2003-01-01 withdrawal_notified",
        withdrawal=rule,
    )

    assert ask(law, "NOR", "2004-01-01").answer is Answer.BOUND
    assert ask(law, "FIN", "2004-01-01").answer is Answer.WITHDRAWN
    assert ask(law, "NOR", "2006-06-01").answer is Answer.WITHDRAWN


def test_a_treaty_without_a_clause_on_withdrawal_is_not_left_by_a_notice() -> None:
    law = book(
        "DEU 1993-01-01 ratification",
        "DEU 1997-08-23 withdrawal_notified",
        withdrawal={"none": True, "clause": ""},
    )

    assert ask(law, "DEU", "1999-01-01").answer is Answer.BOUND


def test_a_deposit_taken_back_before_its_effect_binds_nobody() -> None:
    law = book("DEU 2003-03-04 accession", "DEU 2003-04-29 instrument_withdrawn", covered=False)

    assert ask(law, "DEU", "2003-04-28").answer is Answer.NOT_YET_IN_FORCE
    assert ask(law, "DEU", "2003-04-29").answer is Answer.NOT_BOUND
    assert ask(law, "DEU", "2009-01-01").answer is Answer.NOT_BOUND


def test_who_left_and_came_back_is_bound_again() -> None:
    law = book(
        "DEU 1993-01-01 ratification",
        "DEU 1998-01-01 denunciation 1998-07-01",
        "DEU 2003-01-01 accession",
    )

    answers = [
        ask(law, "DEU", day).answer for day in ("1998-06-30", "1998-07-01", "2003-07-01")
    ]

    assert answers == [Answer.BOUND, Answer.WITHDRAWN, Answer.BOUND]


def test_sources_that_differ_are_disputed_only_where_it_matters() -> None:
    law = book("DEU 1995-01-01 accession - LIST", "DEU 1997-01-01 accession - OTHER")

    assert ask(law, "DEU", "1996-06-01").answer is Answer.DISPUTED
    assert len(ask(law, "DEU", "1996-06-01").rows) == 2
    assert ask(law, "DEU", "1998-06-01").answer is Answer.BOUND


def test_a_contested_row_never_settles_the_answer_alone() -> None:
    law = book(
        "DEU 1995-01-01 accession",
        "DEU 2003-01-01 denunciation 2004-01-01",
        "DEU 2003-12-30 withdrawal_revoked - OTHER contested",
    )

    assert ask(law, "DEU", "2003-12-31").answer is Answer.BOUND
    assert ask(law, "DEU", "2004-01-01").answer is Answer.DISPUTED


def test_a_list_that_denies_and_one_that_affirms_are_both_told() -> None:
    law = book("DEU 1995-01-01 accession", "DEU 2000-01-01 not_party_on - OTHER")

    assert ask(law, "DEU", "1999-01-01").answer is Answer.DISPUTED


def test_signing_is_not_nothing_until_the_state_says_it_will_not_ratify() -> None:
    law = book(
        "DEU 1991-01-01 signature",
        "DEU 2002-05-06 intention_not_to_ratify",
        "DEU 2010-01-01 not_party_on",
    )

    before, after = ask(law, "DEU", "2002-05-05"), ask(law, "DEU", "2002-05-06")

    assert before.answer is after.answer is Answer.SIGNED_ONLY
    assert len(after.reasons) == len(before.reasons) + 1


def test_custom_binds_who_is_no_party() -> None:
    law = book(
        "DEU 1995-01-01 accession",
        custom="whole",
        custom_from="1993-01-01",
        custom_note="a tribunal",
    )

    assert ask(law, "FRA", "1996-01-01").answer is Answer.BOUND_BY_CUSTOM_ONLY
    assert ask(law, "FRA", "2020-01-01").answer is Answer.BOUND_BY_CUSTOM_ONLY
    assert ask(law, "FRA", "1992-06-01").answer is Answer.NOT_BOUND
    assert ask(law, "DEU", "1996-01-01").answer is Answer.BOUND


def test_soft_law_binds_nobody_and_says_so() -> None:
    standing = ask(book(kind="soft_law", effect=None, in_force=None), "DEU", "2000-01-01")

    assert standing.answer is Answer.NOT_BOUND
    assert "no treaty" in standing.reasons[0]


def test_of_a_contested_entity_both_positions_are_told() -> None:
    entities = """
[XKX]
kind = "contested"
claimed_by = ["SRB"]
source = "LIST"
confidence = "verified"
positions = [
    { view = "It is a State.", held_by = "Those who recognise it" },
    { view = "It is part of another State.", held_by = "Those who do not" },
]
"""
    standing = ask(book(entities=entities), "XKX", "2009-01-01")

    assert standing.answer is Answer.DISPUTED
    assert len(standing.positions) == 2


def test_an_armed_group_is_no_party_but_is_reached_by_rules_for_its_kind_of_conflict() -> None:
    group = '[GROUP]\nkind = "group"\nsource = "LIST"\nconfidence = "verified"\n'

    reached = ask(book(entities=group, scope=["iac", "niac"]), "GROUP", "2009-01-01")
    not_reached = ask(book(entities=group, scope=["peace"]), "GROUP", "2009-01-01")

    assert reached.answer is Answer.BOUND_BY_CUSTOM_ONLY
    assert not_reached.answer is Answer.NOT_BOUND


def test_an_unknown_clause_leaves_the_first_year_open() -> None:
    law = book("DEU 1995-01-01 accession", effect=None, effect_clause=None)

    assert ask(law, "DEU", "1995-06-01").answer is Answer.UNKNOWN
    assert ask(law, "DEU", "1996-01-01").answer is Answer.BOUND


def test_an_unknown_instrument_is_refused_with_the_nearest() -> None:
    law = LawBook(catalogue_of({"instruments.toml": treaty("GC4-1949")}))

    with pytest.raises(UnknownNameError, match="GC4-1949"):
        bound(law, "DEU", "GC4-1994", date(2000, 1, 1))


DAYS = st.dates(min_value=date(1985, 1, 1), max_value=date(2015, 1, 1))


@given(deposit=st.dates(date(1990, 1, 1), date(2009, 1, 1)), day=DAYS)
def test_never_bound_before_the_instrument_and_for_ever_after_the_effect(
    deposit: date, day: date
) -> None:
    law = book(f"DEU {deposit.isoformat()} ratification")

    answer = bound(law, "DEU", "T", day).answer

    assert answer is not Answer.BOUND or day >= max(deposit, date(1992, 1, 1))
    if answer is Answer.BOUND:
        assert bound(law, "DEU", "T", day + timedelta(days=400)).answer is Answer.BOUND


def test_a_day_after_the_catalogue_is_unknown_and_tells_the_last_answer() -> None:
    later = ask(book("DEU 1995-01-01 accession"), "DEU", "2031-01-01")

    assert later.answer is Answer.UNKNOWN
    assert "BOUND" in later.reasons[0]
