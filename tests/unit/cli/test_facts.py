"""``aver law``, ``aver record`` and ``aver catalogue``, with the facts of the package."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fact_files import UNDL, UNTC

from averment.cli import main
from averment.cli.exit_codes import ExitCode

Aver = Callable[..., int]
Printed = Callable[..., str]


@pytest.fixture
def aver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Aver:
    """The command line with a data folder of its own."""
    monkeypatch.setenv("AVERMENT_HOME", str(tmp_path / "home"))
    return lambda *words: main([str(word) for word in words])


@pytest.fixture
def printed(aver: Aver, capsys: pytest.CaptureFixture[str]) -> Printed:
    """What a command that succeeds prints."""

    def run(*words: object) -> str:
        assert aver(*words) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return run


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    "command",
    [
        ("law",),
        ("law", "bound"),
        ("law", "qualify"),
        ("law", "show"),
        ("record",),
        ("record", "symbol"),
        ("record", "state"),
        ("catalogue",),
        ("catalogue", "status"),
        ("catalogue", "import"),
        ("catalogue", "diff"),
    ],
)
def test_every_command_has_help_with_an_example(
    printed: Printed, command: tuple[str, ...]
) -> None:
    assert "Examples:\n" in printed(*command, "--help")


def test_bound_says_the_answer_for_a_state_by_name(printed: Printed) -> None:
    out = printed("law", "bound", "Azerbaijan", "Genocide Convention", "--on", "2020-10-27")

    assert out.splitlines()[1].startswith("BOUND since 1996-11-14: ")


def test_bound_without_an_instrument_asks_all(printed: Printed) -> None:
    out = printed("law", "bound", "AZE", "--on", "2020-10-27", "--json")
    answers = {one["instrument"]: one["answer"] for one in json.loads(out)["answers"]}

    assert (answers["GC4-1949"], answers["MERC-1989"]) == ("BOUND", "BOUND")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Azerbajan", "GC4-1949", "--on", "2020-10-27"), "did you mean Azerbaijan"),
        (("AZE", "GC5-1949", "--on", "2020-10-27"), "did you mean GC"),
        (("AZE", "GC4-1949", "--on", "2020-02-30"), "no calendar has it"),
        (("AZE", "GC4-1949", "--on", "yesterday"), "write it like 2020-10-27"),
        (("AZE", "GC4-1949"), "give STATE and --on DAY"),
        (("AZE", "--on", "2020-10-27", "--batch", "x.csv"), "from the table alone"),
        (("--batch", "missing.csv"), "there is no file missing.csv"),
    ],
)
def test_bound_refuses_with_a_reason(
    aver: Aver, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert aver("law", "bound", *words) == ExitCode.REFUSED
    assert said in capsys.readouterr().err


def test_a_day_before_state_or_treaty_is_an_answer(printed: Printed) -> None:
    before = printed("law", "bound", "SSD", "ROME-1998", "--on", "1999-01-01", "--json")
    early = printed("law", "bound", "FRA", "ROME-1998", "--on", "1990-01-01", "--json")

    assert json.loads(before)["answer"] == "UNKNOWN"
    assert json.loads(early)["answer"] == "NOT_YET_IN_FORCE"


def test_a_table_of_questions_comes_back_with_answers(
    aver: Aver, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, out = tmp_path / "q.csv", tmp_path / "a.csv"
    asked.write_text(
        "id,state,instrument,day\n"
        "1,AZE,GENOCIDE-1948,2020-10-27\n"
        "2,Atlantis,GENOCIDE-1948,2020-10-27\n"
        "3,ARM,GENOCIDE-1948,2020-02-30\n",
        "utf-8",
    )

    assert aver("law", "bound", "--batch", asked, "--out", out) == ExitCode.REFUSED
    told = rows(out.read_text("utf-8"))
    assert [(row["id"], row["answer"]) for row in told] == [
        ("1", "BOUND"),
        ("2", "INVALID"),
        ("3", "INVALID"),
    ]
    assert "q.csv, line 3: there is no State 'Atlantis'" in capsys.readouterr().err


def test_a_table_without_faults_is_printed(printed: Printed, tmp_path: Path) -> None:
    asked = tmp_path / "q.csv"
    asked.write_text("state,instrument,day\nAZE,GENOCIDE-1948,2020-10-27\n", "utf-8")

    assert rows(printed("law", "bound", "--batch", asked))[0]["answer"] == "BOUND"


def test_a_table_is_not_written_over(aver: Aver, tmp_path: Path) -> None:
    asked = tmp_path / "q.csv"
    asked.write_text("state,instrument,day\n", "utf-8")

    assert aver("law", "bound", "--batch", asked, "--out", asked) == ExitCode.STORAGE


def test_a_table_that_is_not_utf_8_is_refused(aver: Aver, tmp_path: Path) -> None:
    asked = tmp_path / "q.csv"
    asked.write_bytes(b"state,instrument,day\nC\xf4te,X,Y\n")

    assert aver("law", "bound", "--batch", asked) == ExitCode.REFUSED


def test_qualify_can_say_what_bound_the_state(printed: Printed) -> None:
    out = printed("law", "qualify", "shelling", "--state", "ARM", "--on", "2020-10-08")

    assert "  GC4-1949  [BOUND]" in out.splitlines()


def test_qualify_reads_a_letter(printed: Printed, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Madam,\n\nOn 6 December 1991 the Old Town of Dubrovnik was shelled.\n", "utf-8"
    )

    assert "Claim 1: “On 6 December 1991" in printed("law", "qualify", "--letter", letter)
    found = json.loads(printed("law", "qualify", "--letter", letter, "--json"))
    assert [one["qualification"]["act"] for one in found["allegations"]] == ["shelling"]
    assert printed("law", "qualify", "--letter", letter, "--claim", 9).startswith(
        "No allegation"
    )


def test_qualify_lists_its_words(printed: Printed) -> None:
    assert "cluster_munition" in printed("law", "qualify", "--list")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("shelling", "--list"),
        ("shelling", "--state", "ARM"),
        ("shelling", "--claim", "1"),
        ("--letter", "x", "--target", "hospital"),
        ("shellling",),
    ],
)
def test_qualify_refuses_what_has_no_sense(aver: Aver, words: tuple[str, ...]) -> None:
    assert aver("law", "qualify", *words) == ExitCode.REFUSED


def test_both_branches_or_one_are_shown(printed: Printed) -> None:
    both, one = (
        printed("law", "qualify", "shelling", "--branch", name) for name in ("both", "niac")
    )

    assert "(IAC)" in both
    assert "between States (IAC)" not in one


def test_show_prints_list_instrument_and_provision(printed: Printed) -> None:
    assert "GC4-1949" in printed("law", "show")
    assert printed("law", "show", "GC4-1949").startswith("GC4-1949  ")
    assert printed("law", "show", "GC4-1949", "art.", "18").startswith(
        "GC4-1949 art. 18 is there"
    )
    assert json.loads(printed("law", "show", "GC4-1949", "160", "--json"))["existence"] == (
        "no_such_article"
    )


def test_record_takes_a_symbol_without_a_word_before_it(printed: Printed) -> None:
    direct = printed("record", "A/RES/62/243")

    assert direct == printed("record", "symbol", "A/RES/62/243")
    assert "39 yes, 7 no, 100 abstaining" in direct
    assert printed("record", "S/RES/822", "(1993)").startswith("S/RES/822 (1993)")


def test_record_reads_cyrillic_letters_and_says_so(printed: Printed) -> None:
    found = json.loads(printed("record", "А/RES/62/243", "--json"))

    assert (found["symbol"], found["look_alikes"]) == ("A/RES/62/243", ["А"])


def test_record_answers_a_table(
    aver: Aver, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = tmp_path / "q.csv"
    asked.write_text("symbol,field\nA/RES/62/243,yes\nA/RES/61/1,yes\nfoo,yes\n", "utf-8")

    assert aver("record", "--batch", asked) == ExitCode.REFUSED
    assert [row["value"] for row in rows(capsys.readouterr().out)] == [
        "39",
        "unknown",
        "INVALID",
    ]


@pytest.mark.parametrize("words", [("nonsense",), ("--out", "x"), ("state", "AZE")])
def test_record_refuses_with_a_reason(aver: Aver, words: tuple[str, ...]) -> None:
    assert aver("record", *words) == ExitCode.REFUSED


def test_an_import_is_shown_beside_the_catalogue_and_can_be_removed(
    printed: Printed, tmp_path: Path
) -> None:
    votes = tmp_path / "votes.csv"
    votes.write_text(UNDL, "utf-8")
    command = ("catalogue", "import", "--kind", "undl-votes", votes, "--as-of", "2026-02-06")

    assert printed(*command).startswith("Import 1: UN Digital Library, voting data, 5 rows.")
    assert "import 1 already" in printed(*command)
    found = json.loads(printed("record", "A/RES/62/243", "--json"))
    assert {one["yes"] for one in found["votes"]} >= {39, 1}
    ballots = json.loads(printed("record", "state", "FRA", "--session", "62", "--json"))
    assert "A/RES/62/14" in {one["symbol"] for one in ballots["ballots"]}
    assert "1  UN Digital Library" in printed("catalogue", "status")
    assert printed("catalogue", "import", "--remove", 1).startswith("Import 1 is removed")
    assert json.loads(printed("catalogue", "status", "--json"))["imports"] == []


def test_imported_acts_stand_beside_those_of_the_catalogue(
    printed: Printed, tmp_path: Path
) -> None:
    table = tmp_path / "iv-1.csv"
    table.write_text(UNTC.replace("22 Sep 2006 a", "22 Sep 2011 a"), "utf-8")
    printed(
        "catalogue",
        "import",
        "--kind",
        "untc",
        table,
        "--instrument",
        "Genocide Convention",
        "--as-of",
        "2026-11-01",
    )
    found = json.loads(
        printed("law", "bound", "AND", "GENOCIDE-1948", "--on", "2009-01-01", "--json")
    )

    assert found["answer"] == "DISPUTED"
    assert "IMPORT-1" in {row["source"]["key"] for row in found["rows"]}


def test_an_imported_text_is_named_with_the_resolution(
    printed: Printed, tmp_path: Path
) -> None:
    text = tmp_path / "822.txt"
    text.write_text(
        "The Security Council,\n\n1. Demands the cessation of hostilities;\n", "utf-8"
    )
    printed(
        "catalogue",
        "import",
        "--kind",
        "text",
        text,
        "--symbol",
        "S/RES/822",
        "--as-of",
        "2026-11-23",
    )

    assert "Texts that you have imported" in printed("record", "S/RES/822")


@pytest.mark.parametrize(
    "words",
    [
        ("votes.csv",),
        ("--kind", "undl-votes", "votes.csv"),
        ("--kind", "undl-votes", "missing.csv", "--as-of", "2026-02-06"),
        ("--kind", "undl-votes", "votes.csv", "--as-of", "2026-02-30"),
        ("--kind", "nothing", "votes.csv", "--as-of", "2026-02-06"),
        ("--remove", "1"),
        ("--remove", "1", "votes.csv"),
        ("--kind", "untc", "x", "--as-of", "2026-02-06", "--symbol", "S", "--instrument", "I"),
        ("--kind", "untc", "x", "--as-of", "2026-02-06", "--official"),
    ],
)
def test_an_import_without_sense_is_refused(aver: Aver, words: tuple[str, ...]) -> None:
    assert aver("catalogue", "import", *words) == ExitCode.REFUSED


def test_the_unknown_are_counted(printed: Printed) -> None:
    found = json.loads(
        printed("catalogue", "status", "--unknown", "--on", "2020-10-27", "--json")
    )

    assert found["day"] == "2020-10-27"
    assert "BOUND" in found["instruments"]["GC4-1949"]


def test_another_catalogue_is_compared(printed: Printed, aver: Aver, tmp_path: Path) -> None:
    assert aver("catalogue", "diff", tmp_path) == ExitCode.REFUSED
    manifest = {"format": 1, "version": "2020.1.1", "as_of": "2020-01-01", "files": {}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    found = json.loads(printed("catalogue", "diff", tmp_path, "--json"))

    assert found["theirs"] == "2020.1.1"
    assert "GC4-1949" in found["files"]["instruments.toml"]["removed"]


def test_a_catalogue_of_a_later_format_is_refused(
    aver: Aver, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = {"format": 2, "version": "2030.1.1", "as_of": "2030-01-01", "files": {}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    assert aver("catalogue", "diff", tmp_path) == ExitCode.REFUSED
    assert "update the program" in capsys.readouterr().err
