from collections import Counter
from datetime import date

import pytest
from tests.catalogues import catalogue_of

from averment.catalogue.catalogue import packaged_catalogue
from averment.errors import InvalidCatalogueError, InvalidSymbolError, UnknownNameError
from averment.un_record.answer import FIELDS, record_value
from averment.un_record.ballot import Choice, Manner, VoteRecord
from averment.un_record.catalogue_record import CatalogueRecord
from averment.un_record.complete import against, choices_of
from averment.un_record.membership import PERMANENT, UNITED_NATIONS
from averment.un_record.symbol import Symbol

_RESOLUTIONS = """symbol,adopted_on,meeting,label,source,confidence
A/RES/62/900,2008-03-14,A/62/PV.86,an example,LIST,verified
A/RES/377(V)A,1950-11-03,,,LIST,verified
S/RES/2950 (2031),2031-02-01,S/PV.9999,,LIST,verified
S/RES/2951 (2031),2031-02-02,,,LIST,verified
S/RES/2952 (2031),,,,LIST,verified
"""
_VOTES = """symbol,source,manner,yes,no,abstain,not_voting,\
against,abstaining,absent,confidence,note
A/RES/62/900,OTHER,recorded,1,1,2,,,,,verified,counts one State otherwise
A/RES/62/900,LIST,recorded,2,1,1,,SWE,,,verified,
A/RES/377(V)A,LIST,recorded,52,5,2,,,,,verified,
S/RES/2950 (2031),LIST,recorded,3,1,0,,NOR,,,verified,
S/RES/2951 (2031),LIST,unanimous,,,,,,,,verified,
S/RES/2952 (2031),LIST,without_vote,,,,,,,,verified,
"""
_MEMBERS = """group,state,from,until,source,confidence,note
UNSC-PERMANENT,FRA,2031-01-01,,LIST,verified,
UNSC-PERMANENT,CHN,2031-01-01,,LIST,verified,
UNSC,NOR,2031-01-01,2031-12-31,LIST,verified,
UNSC,SWE,2031-01-01,2031-12-31,LIST,verified,
"""
_ROLL_CALL = """state,choice,intended,source,confidence
FIN,yes,,LIST,verified
NOR,yes,,LIST,verified
SWE,no,yes,LIST,verified
ISL,abstain,,LIST,verified
DNK,not_voting,,LIST,verified
"""


def _record(**changed: str) -> CatalogueRecord:
    files = {
        "resolutions.csv": _RESOLUTIONS,
        "votes.csv": _VOTES,
        "memberships.csv": _MEMBERS,
        "roll_calls/A_RES_62_900.csv": _ROLL_CALL,
        **changed,
    }
    return CatalogueRecord(catalogue_of(files))


def _packaged() -> CatalogueRecord:
    return CatalogueRecord(packaged_catalogue())


def test_the_best_source_of_a_vote_stands_first_and_none_overwrites_another() -> None:
    votes = _record().votes("A/RES/62/900")

    told = [(v.provenance.source.key, v.yes, v.no, v.abstain, v.complete) for v in votes]
    assert told == [("LIST", 2, 1, 1, True), ("OTHER", 1, 1, 2, False)]


def test_a_roll_call_belongs_to_the_vote_whose_totals_it_has() -> None:
    first, second = _record().votes("A/RES/62/900")

    assert first.states(Choice.YES) == ("FIN", "NOR")
    assert first.states(Choice.NOT_VOTING) == ("DNK",)
    assert first.intended == {"SWE": Choice.YES}
    assert second.choices == {}


def test_the_vote_on_a_part_is_never_the_vote_on_the_whole() -> None:
    record = _record()

    assert [vote.part for vote in record.votes("A/RES/377(V)")] == ["A"]
    assert [vote.part for vote in record.votes("A/RES/377(V)A")] == [""]
    answer = record_value(record, "A/RES/377(V)", "yes", memberships=record.memberships)
    assert answer.value == "unknown"


def test_who_is_not_named_was_in_favour_where_the_council_is_known() -> None:
    (vote,) = _record().votes("S/RES/2950 (2031)")

    assert vote.complete
    assert vote.choices == {
        "CHN": Choice.YES,
        "FRA": Choice.YES,
        "NOR": Choice.NO,
        "SWE": Choice.YES,
    }
    assert against(vote, ("CHN", "FRA")) == ()
    assert choices_of(vote, ("CHN", "USA")) == {"CHN": Choice.YES, "USA": None}


def test_a_unanimous_vote_counts_the_members_of_the_day() -> None:
    (vote,) = _record().votes("S/RES/2951 (2031)")

    assert (vote.yes, vote.no, vote.abstain, vote.complete) == (4, 0, 0, True)


def test_votes_that_fall_short_of_the_members_are_left_as_they_are() -> None:
    short = _VOTES.replace("recorded,3,1,0", "recorded,2,1,0")

    (vote,) = _record(**{"votes.csv": short}).votes("S/RES/2950 (2031)")

    assert not vote.complete
    assert vote.choices == {"NOR": Choice.NO}


def test_a_resolution_of_the_council_is_found_without_its_year() -> None:
    record = _record()

    assert record.resolutions("S/RES/2950") == record.resolutions("S/RES/2950 (2031)")
    assert record.resolutions("S/RES/2950 (2030)") == ()
    assert record.votes("S/RES/2") == ()
    assert record.texts("S/RES/2950") == ()


def test_the_ballots_of_a_state_are_told_by_session() -> None:
    record = _record()

    found = record.ballots("SWE", body="UNGA", session="62")
    assert [(one.symbol, one.voted_on, one.choice, one.label) for one in found] == [
        ("A/RES/62/900", date(2008, 3, 14), Choice.NO, "an example")
    ]
    council = record.ballots("NOR", body="UNSC", session="2031")
    assert [one.choice for one in council] == [Choice.NO, Choice.YES]
    assert record.ballots("NOR", body="UNGA", session="99") == ()


@pytest.mark.parametrize(
    ("symbol", "field", "value"),
    [
        ("A/RES/62/900", "exists", "yes"),
        ("A/RES/62/900", "body", "UNGA"),
        ("A/RES/62/900", "adopted_on", "2008-03-14"),
        ("A/RES/62/900", "yes", "2"),
        ("A/RES/62/900", "permanent_members_against", "unknown"),
        ("S/RES/2950", "permanent_members_against", "none"),
        ("S/RES/2950", "adopted_on", "2031-02-01"),
        ("S/RES/2952", "yes", "without_vote"),
        ("S/RES/2952", "permanent_members_against", "none"),
        ("S/RES/2952", "adopted_on", "unknown"),
        ("S/RES/822 (1992)", "exists", "no"),
        ("S/RES/823", "exists", "yes"),
        ("S/RES/823", "no", "unknown"),
        ("A/RES/62/1", "exists", "unknown"),
        ("A/RES/62/999", "exists", "no"),
        ("A/62/243", "body", "none"),
        ("A/62/243", "exists", "unknown"),
    ],
)
def test_a_field_has_its_value_or_the_word_unknown(symbol: str, field: str, value: str) -> None:
    record = _record()

    answer = record_value(record, symbol, field, memberships=record.memberships)

    assert answer.value == value
    assert bool(answer.sources) is (value != "unknown")


def test_sources_that_differ_are_named_with_what_they_say() -> None:
    record = _record()

    answer = record_value(record, "A/RES/62/900", "yes", memberships=record.memberships)

    assert answer.sources == (
        "List of the depositary, as of 2026-01-01 (verified); "
        "differs: 1: Another list, as of 2026-01-01 (verified)"
    )


def test_an_unknown_field_is_refused_with_the_nearest_one() -> None:
    record = _record()

    with pytest.raises(UnknownNameError, match="adopted_on"):
        record_value(record, "A/RES/62/900", "adopted", memberships=record.memberships)
    with pytest.raises(InvalidSymbolError):
        record_value(record, "nothing", "exists", memberships=record.memberships)


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("votes.csv", _VOTES.replace("unanimous", "loudly"), "line 6, column manner"),
        ("votes.csv", _VOTES.replace("recorded,3,1", "recorded,3,x"), "line 5, column no"),
        ("memberships.csv", _MEMBERS.replace("2031-12-31", "2031-13-31"), "column until"),
    ],
)
def test_a_broken_row_is_told_with_its_line_and_column(file: str, text: str, said: str) -> None:
    record = _record(**{file: text})

    with pytest.raises(InvalidCatalogueError, match=said):
        [record.votes(symbol) for symbol in record.symbols()]


def test_the_resolution_of_14_march_2008_is_on_record_from_two_sources() -> None:
    record = _packaged()

    votes = record.votes("A/RES/62/243")
    told = [(v.provenance.source.key, v.yes, v.no, v.abstain, v.complete) for v in votes]
    assert told == [("GA-10693", 39, 7, 100, True), ("UNVOTES-2021", 38, 7, 101, False)]
    assert votes[0].states(Choice.NO) == ("AGO", "ARM", "FRA", "IND", "RUS", "USA", "VUT")
    permanent = record.memberships.members(PERMANENT, date(2008, 3, 14))
    assert choices_of(votes[0], permanent) == {
        "CHN": Choice.ABSTAIN,
        "FRA": Choice.NO,
        "GBR": Choice.ABSTAIN,
        "RUS": Choice.NO,
        "USA": Choice.NO,
    }
    (ballot,) = record.ballots("AZE", body="UNGA", session="62")
    assert (ballot.symbol, ballot.choice) == ("A/RES/62/243", Choice.YES)


@pytest.mark.parametrize(
    ("symbol", "told"),
    [
        ("S/RES/688", ("1991-04-05", "10", "3", "2", "none")),
        ("S/RES/853", ("1993-07-29", "15", "0", "0", "none")),
        ("S/RES/542", ("1983-11-23", "15", "0", "0", "none")),
        ("S/RES/778", ("1992-10-02", "14", "0", "1", "none")),
        ("S/RES/1973", ("2011-03-17", "10", "0", "5", "none")),
        ("S/RES/2334", ("2016-12-23", "14", "0", "1", "none")),
        ("S/RES/2623", ("2022-02-27", "11", "1", "3", "RUS")),
        ("A/RES/67/19", ("2012-11-29", "138", "9", "41", "USA")),
        ("A/RES/ES-11/1", ("2022-03-02", "141", "5", "35", "RUS")),
        ("A/RES/217(III)A", ("1948-12-10", "48", "0", "8", "none")),
    ],
)
def test_well_known_votes_are_on_record(symbol: str, told: tuple[str, ...]) -> None:
    record = _packaged()
    fields = ("adopted_on", "yes", "no", "abstain", "permanent_members_against")

    answers = [
        record_value(record, symbol, field, memberships=record.memberships).value
        for field in fields
    ]

    assert tuple(answers) == told
    assert set(fields) < set(FIELDS)


def _packaged_votes() -> list[tuple[str, VoteRecord]]:
    record = _packaged()
    return [(symbol, vote) for symbol in record.symbols() for vote in record.votes(symbol)]


def test_no_vote_on_record_has_more_votes_than_there_were_members() -> None:
    record = _packaged()
    wrong: list[str] = []
    for symbol, vote in _packaged_votes():
        days = [one.adopted_on for one in record.resolutions(symbol)]
        day = next((one for one in days if one is not None), None)
        if day is None or symbol.startswith("A/HRC"):
            members = 47 if symbol.startswith("A/HRC") else 15
        elif symbol.startswith("S/"):
            members = len(record.memberships.council(day))
        else:
            members = len(record.memberships.members(UNITED_NATIONS, day))
        cast = sum(vote.total(choice) or 0 for choice in Choice)
        if cast > members:
            wrong.append(symbol)

    assert wrong == []


def test_every_complete_roll_call_on_record_sums_to_its_totals() -> None:
    wrong = [
        symbol
        for symbol, vote in _packaged_votes()
        if vote.complete
        for counted in [Counter(vote.choices.values())]
        if (vote.yes, vote.no, vote.abstain)
        != (counted[Choice.YES], counted[Choice.NO], counted[Choice.ABSTAIN])
    ]

    assert wrong == []


def test_whoever_voted_in_the_council_by_the_hand_keyed_rows_had_a_seat_that_day() -> None:
    record = _packaged()
    incomplete = [
        symbol
        for symbol, vote in _packaged_votes()
        if symbol.startswith("S/RES/")
        and vote.provenance.source.key == "HAND-2026"
        and (not vote.complete or vote.yes is None)
    ]

    assert incomplete == []
    assert len(record.votes("S/RES/2303")[0].choices) == 15


def test_every_state_named_against_or_abstaining_is_within_the_totals() -> None:
    wrong = [
        symbol
        for symbol, vote in _packaged_votes()
        for choice in (Choice.NO, Choice.ABSTAIN)
        if vote.manner is Manner.RECORDED
        and vote.states(choice)
        and vote.total(choice) != len(vote.states(choice))
    ]

    assert wrong == []


def test_the_resolutions_on_record_are_in_order_and_in_canonical_form() -> None:
    record = _packaged()
    council = [symbol for symbol in record.symbols() if symbol.startswith("S/RES/")]
    days = [one.adopted_on for symbol in council for one in record.resolutions(symbol)]
    known = [day for day in days if day is not None]

    assert [symbol for symbol in record.symbols() if str(Symbol.parse(symbol)) != symbol] == []
    assert known == sorted(known)
    assert len(council) > 899
    assert record.totals()["resolutions"] == len(record.symbols())
