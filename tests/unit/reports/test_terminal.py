from dataclasses import replace

import click

from averment.documents.span import Span
from averment.findings.checked import Checked
from averment.findings.finding import Severity
from averment.incidents.allegation import Harm, VictimCount
from averment.reports.plain_words import columns
from averment.reports.summary import LIMITS
from averment.reports.terminal import terminal_report
from averment.reports.terminal_reading import terminal_reading, victims_words


def test_the_first_line_is_the_summary(checked: Checked) -> None:
    assert terminal_report(checked).startswith("2 errors, 2 warnings, 2 notes; 6 claims")


def test_findings_stand_under_their_claim_with_its_words(checked: Checked) -> None:
    report = terminal_report(checked)

    assert (
        "Claim 3, incident, line 14\n"
        '  “The burning of a school <script>alert("x")</script> in Tarn.”\n'
        "\n"
        "  ERROR CIT101  This claim has no source: no note stands behind it & none is\n"
        "    cited in it.\n"
        "    Mend: Name the source, or leave the claim out.\n"
    ) in report
    assert report.index("THE CLAIMS") < report.index("THE NOTES") < report.index("THE DOCUMENT")


def test_a_guess_is_called_a_guess(checked: Checked) -> None:
    report = terminal_report(checked)

    assert "Guess: https://epa.example/news/cluster_sel.html (not proved: open it" in report


def test_what_is_borne_out_is_counted_and_shown_on_request(checked: Checked) -> None:
    assert "OK FIG101" not in terminal_report(checked)
    assert "1 point borne out, not shown: add --show-ok." in terminal_report(checked)
    assert "OK FIG101" in terminal_report(checked, show_ok=True)


def test_every_line_fits_80_columns_but_for_addresses(checked: Checked) -> None:
    lines = terminal_report(checked, show_ok=True) + terminal_reading(checked.reading)

    assert [
        line for line in lines.splitlines() if columns(line) > 80 and "https://" not in line
    ] == []


def test_colour_changes_no_word(checked: Checked) -> None:
    coloured = terminal_report(checked, show_ok=True, colour=True)

    assert "\x1b[" in coloured
    assert click.unstyle(coloured) == terminal_report(checked, show_ok=True)


def test_it_says_what_the_check_cannot_show(checked: Checked) -> None:
    assert " ".join(terminal_report(checked).split()).endswith(LIMITS)


def test_a_letter_without_findings_says_so(checked: Checked) -> None:
    report = terminal_report(Checked(reading=checked.reading, findings=()))

    assert "No findings." in report


def test_a_letter_cannot_write_to_the_terminal(checked: Checked) -> None:
    document = checked.reading.document
    hostile = replace(
        checked,
        reading=replace(
            checked.reading,
            document=replace(document, name="a\x1b]0;owned\x07.txt"),
        ),
        findings=(
            replace(checked.findings[2], message="\x1b[31mno", candidates=("x\x1b[2J",)),
            replace(checked.findings[2], span=Span(0, 5), severity=Severity.NOTE),
        ),
    )

    assert "\x1b" not in terminal_report(hostile)


def test_the_reading_says_what_was_understood(checked: Checked) -> None:
    words = terminal_reading(checked.reading)

    assert words.startswith("letters/appeal.txt: 6 claims, 3 notes, 4 sources, 4 addresses.\n")
    for part in (
        "    date      2031-03-12\n",
        "    signed    Ana Bell\n",
        "    victims   at least 4 killed (civilians); 2 injured\n",
        "    says who  Estavian Press Agency\n",
        "    meant     https://courier.example/2031/03/library-of-port-callis-shelled\n",
        "    asks      “We urge you to visit Port Callis before the end of April”\n",
        "  1. line 29, marker “¹” (superscript character)\n",
        "nothing printed (missing, note 3)",
    ):
        assert part in words


def test_figures_keep_their_bounds() -> None:
    def words(low: int | None, high: int | None) -> str:
        count = VictimCount(harm=Harm.KILLED, at_least=low, at_most=high, span=Span(0, 1))
        return victims_words(count)

    assert [words(3, 3), words(3, None), words(None, 5), words(3, 5), words(None, None)] == [
        "3 killed",
        "at least 3 killed",
        "at most 5 killed",
        "3 to 5 killed",
        "some killed",
    ]
