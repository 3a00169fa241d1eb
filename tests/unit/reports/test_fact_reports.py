"""Reports on law, record and catalogue: what a person and a program read."""

import json
from datetime import date

import pytest
from tests.fact_files import UNDL, facts_bench

from averment.app import Workbench
from averment.catalogue.difference import difference
from averment.law.qualification import Branch
from averment.law.standing import Answer, Standing
from averment.law.statehood import Position
from averment.reports import catalogue_status, instrument, qualification, standing, vote_record
from averment.reports.act_list import terminal_acts
from averment.reports.columns import WIDTH, table


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    folder = tmp_path_factory.mktemp("home")
    (folder / "votes.csv").write_text(UNDL, "utf-8")
    bench = facts_bench(folder)
    bench.import_facts(folder / "votes.csv", kind="undl-votes", as_of="2026-02-06")
    return bench


def lines_of(text: str) -> list[str]:
    assert text.endswith("\n")
    lines = text.splitlines()
    assert [line for line in lines if len(line) > WIDTH or line != line.rstrip()] == []
    return lines


def level(text: str) -> str:
    return " ".join(text.split())


def test_a_standing_shows_answer_grounds_and_source(bench: Workbench) -> None:
    found = bench.bound("Armenia", "MERC-1989", on="2020-12-01")
    lines = lines_of(
        standing.terminal_standing(found, name="Armenia", title="Mercenaries Convention")
    )

    assert lines[0] == "Armenia (ARM), Mercenaries Convention (MERC-1989), on 2020-12-01"
    assert lines[1].startswith("NOT_YET_IN_FORCE: ")
    assert "Acts on record" in lines
    assert any("2020-11-23 accession: UN Treaty Collection" in line for line in lines)


def test_positions_are_told_and_none_is_ours() -> None:
    found = Standing(
        state="XXX",
        instrument="T-1990",
        day=date(2020, 1, 1),
        answer=Answer.DISPUTED,
        positions=(Position(view="It is a State.", held_by="Some"),),
        would_change=("the position taken",),
    )
    lines = lines_of(standing.terminal_standing(found, name="X", title="T"))

    assert "Positions; none of them is ours" in lines
    assert "  - Some: It is a State." in lines
    assert standing.grounds_of(found) == "Some: It is a State."


def test_grounds_stand_on_one_line(bench: Workbench) -> None:
    grounds = standing.grounds_of(bench.bound("AZE", "GENOCIDE-1948", on="2020-10-27"))

    assert "Accession deposited on 1996-08-16" in grounds
    assert "Clause: " in grounds
    assert "Row: 1996-08-16 accession: " in grounds
    assert "\n" not in grounds


def test_a_standing_as_json_names_each_row_with_its_source(bench: Workbench) -> None:
    found = standing.json_standing(bench.bound("AZE", "GENOCIDE-1948", on="2020-10-27"))

    assert found["answer"] == "BOUND"
    assert found["since"] == "1996-11-14"
    assert json.loads(json.dumps(found)) == found


def test_all_standings_are_a_table(bench: Workbench) -> None:
    found = bench.standings("AZE", on="2020-10-27")
    lines = lines_of(standing.terminal_standings(found, name="Azerbaijan"))

    assert lines[0] == "Azerbaijan (AZE) on 2020-10-27"
    assert any(line.split()[:2] == ["GC4-1949", "BOUND"] for line in lines)


def test_an_instrument_is_shown_with_its_clauses_and_parties(bench: Workbench) -> None:
    lines = lines_of(instrument.terminal_instrument(bench.show("GC4-1949")))

    assert lines[0].startswith("GC4-1949  ")
    assert any("At once for a Party to an armed conflict (art. 157)" in line for line in lines)
    assert json.dumps(instrument.json_instrument(bench.show("GC4-1949")))


def test_every_instrument_can_be_shown(bench: Workbench) -> None:
    lines_of(instrument.terminal_instruments(tuple(bench.instruments().values())))
    for key in bench.instruments():
        if not key.startswith(("GC", "UNCHARTER")):
            continue
        lines_of(instrument.terminal_instrument(bench.show(key)))


@pytest.mark.parametrize(
    ("provision", "said"),
    [
        ("art. 18", "GC4-1949 art. 18 is there"),
        ("160", "GC4-1949 art. 160 is not there: the instrument has no such article"),
    ],
)
def test_a_provision_is_there_or_not(bench: Workbench, provision: str, said: str) -> None:
    found = bench.show_provision("GC IV", provision)

    assert lines_of(instrument.terminal_provision(found))[0] == said
    assert json.dumps(instrument.json_provision(found))


def test_a_record_shows_sources_side_by_side(bench: Workbench) -> None:
    found = bench.record("А/RES/62/243")
    lines = lines_of(vote_record.terminal_record(found))

    assert lines[1] == (
        "Read although it was written with letters that only look Latin: А (U+0410)."
    )
    assert lines.count("Vote: DIFFERS from the best source") >= 1
    assert "39 yes, 7 no, 100 abstaining" in level(" ".join(lines))
    assert "UN Digital Library, voting data, as of 2026-02-06" in level(" ".join(lines))
    assert json.loads(json.dumps(vote_record.json_record(found)))["look_alikes"] == ["А"]


def test_what_is_not_on_record_is_unknown(bench: Workbench) -> None:
    lines = lines_of(vote_record.terminal_record(bench.record("A/RES/61/1")))

    assert any(line.startswith("  unknown: no source at hand has it") for line in lines)
    assert any("unknown: no source at hand has a vote on it" in line for line in lines)


def test_permanent_members_are_told_against_first(bench: Workbench) -> None:
    text = vote_record.terminal_record(bench.record("A/RES/62/243"))

    assert "permanent members: no: France, Russian Federation, United States" in " ".join(
        text.split()
    )


def test_ballots_of_a_state_are_a_table(bench: Workbench) -> None:
    ballots = bench.ballots("FRA", session="62")
    lines = lines_of(
        vote_record.terminal_ballots(ballots, name="France", body="UNGA", session="62")
    )

    assert any(line.startswith("A/RES/62/14  ") and " yes " in line for line in lines)
    assert json.dumps(vote_record.json_ballots(ballots, state="FRA", session="62"))


def test_no_ballots_are_unknown() -> None:
    text = vote_record.terminal_ballots((), name="France", body="UNGA", session="99")

    assert "unknown: no source at hand names its votes" in text


def test_a_qualification_begins_with_what_holds_in_both(bench: Workbench) -> None:
    found = bench.qualify("shelling", target="hospital")
    lines = lines_of(qualification.terminal_qualification(found))
    titles = [line for line in lines if line and not line.startswith(" ")]

    assert titles[:3] == [
        "shelling / hospital",
        "In every armed conflict, however it is classified",
        "Only in armed conflict between States (IAC)",
    ]
    assert json.dumps(qualification.json_qualification(found))


def test_one_branch_can_be_asked_for(bench: Workbench) -> None:
    found = bench.qualify("shelling")
    text = qualification.terminal_qualification(found, branches=(Branch.NIAC,))

    assert "Only in other armed conflict (NIAC)" in text
    assert "between States (IAC)" not in text


def test_an_act_without_provisions_says_why(bench: Workbench) -> None:
    text = qualification.terminal_qualification(bench.qualify("violations"))

    assert text.splitlines()[1].startswith("  It sums up")


def test_the_elements_of_a_letter_are_quoted(bench: Workbench) -> None:
    letter = "Madam,\n\nOn 6 December 1991 Dubrovnik's Old Town was shelled by mortars.\n"
    reading, [found] = bench.qualify_letter(letter.encode(), name="letter.txt")
    text = qualification.terminal_qualification(found.qualification, text=reading.document.text)

    assert "“6 December 1991”" in text
    assert "Elements that no words of the letter speak of" in text


def test_the_status_tells_version_and_imports(bench: Workbench) -> None:
    found = bench.catalogue_status()
    lines = lines_of(catalogue_status.terminal_status(found))

    assert lines[0].startswith("Catalogue 20")
    assert "[undl-votes, votes.csv, 5 rows, as of 2026-02-06, rank 2" in level(" ".join(lines))
    assert json.dumps(catalogue_status.json_status(found))


def test_the_same_catalogue_does_not_differ(bench: Workbench) -> None:
    shelf = bench.law.catalogue.shelf
    text = catalogue_status.terminal_difference(difference(shelf, shelf))

    assert text.endswith("No file differs.\n")


def test_the_vocabulary_is_printed() -> None:
    lines = lines_of(terminal_acts())

    assert any(line.startswith("shelling ") for line in lines)
    assert "Targets" in lines


def test_a_table_wraps_its_last_column() -> None:
    lines = list(table([("a", "word " * 30)], heads=("id", "words")))

    assert lines[0] == "id  words"
    assert all(len(line) <= WIDTH for line in lines)
    assert lines[2].startswith("    word")
