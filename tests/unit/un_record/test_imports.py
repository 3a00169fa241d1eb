from datetime import date

import pytest

from averment.errors import InvalidImportError
from averment.un_record.ballot import Choice, Manner
from averment.un_record.imports.cr_unsc import read_cr_unsc
from averment.un_record.imports.roll_calls import ImportedVotes, RollCall, choices_of
from averment.un_record.imports.undl import read_undl
from averment.un_record.imports.voeten import read_voeten

UNDL = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,meeting,title,vote_note,"
    "total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n"
)


def undl(*rows: str, skip_unknown: bool = False) -> ImportedVotes:
    text = UNDL + "".join(f"{row}\n" for row in rows)
    return read_undl(
        text.splitlines(keepends=True), file="votes.csv", skip_unknown=skip_unknown
    )


def undl_row(code: str, name: str, vote: str, *, totals: str = "1.0,1.0,0.0,1.0,3.0") -> str:
    return (
        f"4025240,{code},{name},{vote},2023-10-27,ES-10,A/RES/ES-10/21,A/ES-10/L.25,"
        f'A/ES-10/PV.41,"Protection of civilians : resolution",,{totals},'
        "https://digitallibrary.un.org/record/4025240"
    )


def choices(votes: ImportedVotes, call: RollCall) -> dict[str, Choice]:
    return dict(choices_of(call.choices, votes.voters))


def test_the_library_s_rows_become_one_roll_call() -> None:
    votes = undl(
        undl_row("FRA", "FRANCE", "Y"),
        undl_row("BEN", "BENIN", "X"),
        undl_row("CIV", "CÔTE D'IVOIRE", "N"),
    )
    [call] = votes.roll_calls

    assert votes.ballots == 3
    assert choices(votes, call) == {
        "FRA": Choice.YES,
        "BEN": Choice.NOT_VOTING,
        "CIV": Choice.NO,
    }
    assert call == RollCall(
        symbol="A/RES/ES-10/21",
        body="UNGA",
        session="ES-10",
        part="",
        voted_on=date(2023, 10, 27),
        manner=Manner.RECORDED,
        yes=1,
        no=1,
        abstain=0,
        not_voting=1,
        meeting="A/ES-10/PV.41",
        label="Protection of civilians : resolution",
        choices="YXN",
        complete=True,
    )


def test_the_older_columns_and_the_council_s_file_are_read() -> None:
    text = (
        "undl_id,ms_codes,ms_names,ms_votes,resolutions,description,date,modality,permanent_member\n"
        "1,CHN,CHINA,A,S/RES/1973(2011),Libya,2011-03-17,Recorded,True\n"
        "1,USA,UNITED STATES,Y,S/RES/1973(2011),Libya,2011-03-17,Recorded,True\n"
        "2,,,,S/RES/1985(2011),Korea,2011-06-10,Without vote,\n"
    )
    votes = read_undl(text.splitlines(keepends=True), file="sc.csv")

    assert [(c.symbol, c.body, c.session, c.manner, c.yes) for c in votes.roll_calls] == [
        ("S/RES/1973 (2011)", "UNSC", "2011", Manner.RECORDED, 1),
        ("S/RES/1985 (2011)", "UNSC", "2011", Manner.WITHOUT_VOTE, None),
    ]


def test_totals_that_the_votes_do_not_bear_out_are_kept_and_marked() -> None:
    [call] = undl(undl_row("FRA", "FRANCE", "Y", totals="2,1,0,1,4")).roll_calls

    assert (call.yes, call.complete) == (2, False)


def test_a_symbol_with_its_part_in_brackets_is_read() -> None:
    row = undl_row("FRA", "FRANCE", "Y").replace("A/RES/ES-10/21", "A/RES/66/253[B]")

    assert undl(row).roll_calls[0].symbol == "A/RES/66/253 B"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (undl_row("XXX", "ATLANTIS", "Y"), "line 2, column ms_code .2.: there is no State"),
        (undl_row("FRA", "FRANCE", "Q"), "line 2, column ms_vote .4.: 'Q' is no vote"),
        (
            undl_row("FRA", "FRANCE", "Y").replace("2023-10-27", "27.10.2023"),
            "line 2, column date .5.: '27.10.2023' is no day",
        ),
        (
            undl_row("FRA", "FRANCE", "Y").replace("A/RES/ES-10/21", "not one"),
            "line 2, column resolution .7.: 'not one' is no symbol",
        ),
        (undl_row("FRA", "FRANCE", "Y", totals="x,1,0,1,4"), "total_yes .12.: 'x' is no whole"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_place(row: str, said: str) -> None:
    with pytest.raises(InvalidImportError, match=said):
        undl(row)


def test_two_votes_of_one_state_are_refused_unless_they_are_the_same() -> None:
    row = undl_row("FRA", "FRANCE", "Y")

    assert undl(row, row).ballots == 1
    with pytest.raises(InvalidImportError, match=r"line 3, .*another vote in an earlier row"):
        undl(row, undl_row("FRA", "FRANCE", "N"))


def test_unknown_states_can_be_left_out_and_are_counted() -> None:
    votes = undl(
        undl_row("XXX", "ATLANTIS", "Y"),
        undl_row("XXX", "ATLANTIS", "Y"),
        undl_row("FRA", "FRANCE", "Y"),
        skip_unknown=True,
    )

    assert votes.voters == ("FRA",)
    assert votes.skipped == {"ATLANTIS": 2}


CALLS = "rcid,session,date,unres,amend,para,yes,no,abstain,short\n"
VOTES = "rcid,country_code,country,vote\n"


def voeten(calls: str, votes: str) -> ImportedVotes:
    files = [
        ("calls.csv", (CALLS + calls).splitlines(keepends=True)),
        ("votes.csv", (VOTES + votes).splitlines(keepends=True)),
    ]
    return read_voeten(files)


@pytest.mark.parametrize(
    ("unres", "session", "symbol", "part"),
    [
        ("R/62/243", "62", "A/RES/62/243", ""),
        ("A/RES/74/38", "74", "A/RES/74/38", ""),
        ("R/26/2758G", "26", "A/RES/2758(XXVI)G", ""),
        ("R/50/38B/IV", "50", "A/RES/50/38 B", "section IV"),
        ("R/1/66", "1", "roll-call 7", ""),
        ("", "62", "roll-call 7", ""),
        ("ESS/2/77B", "11", "roll-call 7", ""),
    ],
)
def test_the_three_spellings_of_symbols_are_read(
    unres: str, session: str, symbol: str, part: str
) -> None:
    [call] = voeten(
        f"7,{session},2008-03-14,{unres},,,1,0,0,X\n", "7,FR,France,yes\n"
    ).roll_calls

    assert (call.symbol, call.part) == (symbol, part)


def test_an_emergency_session_is_known_by_its_symbol() -> None:
    [call] = voeten("7,11,1956-11-03,ESS/1/71B,,,1,0,0,X\n", "7,FR,France,yes\n").roll_calls

    assert call.session == "ES-1"


def test_amendments_paragraphs_and_shared_symbols_are_no_vote_on_the_whole() -> None:
    votes = voeten(
        "1,62,2007-12-05,R/62/56,,1,1,0,0,X\n"
        "2,62,2007-12-05,R/62/56,,,1,0,0,X\n"
        "3,62,2007-12-06,R/62/57,,,1,0,0,X\n"
        "4,62,2007-12-06,R/62/57,,,0,1,0,X\n",
        "1,FR,France,yes\n2,FR,France,yes\n3,FR,France,yes\n4,FR,France,no\n",
    )

    assert [call.part for call in votes.roll_calls] == [
        "paragraph",
        "",
        "roll-call 3: 1 of 2 with this symbol",
        "roll-call 4: 2 of 2 with this symbol",
    ]


def test_the_wide_table_is_read_with_its_numbers() -> None:
    text = "Country,Countryname,rcid,ccode,session,vote,date,unres\n" + "".join(
        f"X,{name},9,1,62,{vote},2008-03-14,R/62/243\n"
        for name, vote in (("France", 3), ("China", 2), ("Japan", 8), ("South Sudan", 9))
    )
    votes = read_voeten([("wide.csv", text.splitlines(keepends=True))])
    [call] = votes.roll_calls

    assert choices(votes, call) == {
        "FRA": Choice.NO,
        "CHN": Choice.ABSTAIN,
        "JPN": Choice.NOT_VOTING,
    }


@pytest.mark.parametrize(
    ("calls", "votes", "said"),
    [
        (
            "1,62,2007-12-05,R/62/56,,,,,,X\n",
            "2,FR,France,yes\n",
            "votes.csv, line 2, column rcid",
        ),
        ("1,62,2007-12-05,R/62/56,,,,,,X\n", "1,FR,FRA,yes\n", "Correlates of War"),
        ("1,62,2007-12-05,R/62/56,,,,,,X\n", "1,FR,France,maybe\n", "'maybe' is no vote"),
        ("1,62,2007-12-05,R/62/56,,,,,,X\n", "1,FR,Atlantis,yes\n", "no State 'Atlantis'"),
        (
            "1,62,2007-13-05,R/62/56,,,,,,X\n",
            "1,FR,France,yes\n",
            "calls.csv, line 2, column date",
        ),
    ],
)
def test_tables_that_cannot_be_read_together_are_refused(
    calls: str, votes: str, said: str
) -> None:
    with pytest.raises(InvalidImportError, match=said):
        voeten(calls, votes)


def test_two_tables_of_votes_are_refused() -> None:
    lines = (VOTES + "1,FR,France,yes\n").splitlines(keepends=True)

    with pytest.raises(InvalidImportError, match="one wide table is wanted, or two"):
        read_voeten([("a.csv", lines), ("b.csv", lines)])


CORPUS = (
    "res_no,symbol,year,date,topic,meeting_no,vote_yes,vote_no,vote_abstention,vote_nonvote,"
    "vote_detail\n"
)


def test_the_corpus_of_resolutions_is_read() -> None:
    text = CORPUS + (
        '1973,S/RES/1973,2011,2011-03-17,on Libya,6498,2,0,1,0,"Y FRANCE\nA CHINA\nY GABON"\n'
        "1974,S/RES/1974,2011,2011-03-22,on Afghanistan,6500,NA,NA,NA,NA,NA\n"
    )
    votes = read_cr_unsc(text.splitlines(keepends=True), file="cr.csv")
    libya, afghanistan = votes.roll_calls

    assert (libya.symbol, libya.session, libya.yes, libya.abstain, libya.complete) == (
        "S/RES/1973 (2011)",
        "2011",
        2,
        1,
        True,
    )
    assert choices(votes, libya)["CHN"] is Choice.ABSTAIN
    assert (afghanistan.manner, afghanistan.yes, afghanistan.choices) == (
        Manner.UNKNOWN,
        None,
        "",
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("0,x,2011,2011-03-17,t,1,2,0,1,0,NA\n", "line 2, column res_no .1.: '0' is no number"),
        ("19,x,2011,2011-03-17,t,1,two,0,1,0,NA\n", "vote_yes .7.: 'two' is no whole number"),
        ("19,x,2011,2011-03-17,t,1,2,0,1,0,Y FRANCE|N ATLANTIS\n", "no State 'ATLANTIS'"),
    ],
)
def test_a_broken_row_of_the_corpus_is_refused(row: str, said: str) -> None:
    with pytest.raises(InvalidImportError, match=said):
        read_cr_unsc((CORPUS + row).splitlines(keepends=True), file="cr.csv")


def test_rows_of_one_vote_must_speak_of_one_resolution() -> None:
    other = undl_row("ARM", "ARMENIA", "N").replace("A/RES/ES-10/21", "A/RES/ES-10/22")

    with pytest.raises(InvalidImportError, match=r"line 3, .*another resolution"):
        undl(undl_row("FRA", "FRANCE", "Y"), other)
