"""``aver check``: read a letter and say what is wrong with it."""

import click

from averment.cli.bench import bench_of
from averment.cli.exit_codes import ExitCode
from averment.cli.files import STREAM, read_letter, refuse_overwriting, write_file
from averment.cli.outputs import Wanted, outputs
from averment.cli.screen import colour_option, say, wants_colour
from averment.findings.finding import Severity
from averment.reports.summary import at_least
from averment.reports.terminal import terminal_report

LEVELS = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "note": Severity.NOTE,
    "never": None,
}


@click.command(
    epilog="""\b
Examples:
  aver check letter.docx
  aver check letter.pdf --html report.html
  aver check letter.docx --docx remarks.docx --repaired mended.docx
  aver check letter.txt --quiet --fail-on warning
"""
)
@click.argument("letter")
@click.option("--json", metavar="F", help="Write the reading and the findings as JSON.")
@click.option(
    "--html", metavar="F", help="Write a page: the letter with remarks in its margin."
)
@click.option("--docx", metavar="F", help="Write a Word file: the letter with comments.")
@click.option("--annotations", metavar="F", help="Write the reading in the exchange shape.")
@click.option(
    "--repaired",
    metavar="F",
    help="Write the letter with its proved addresses: tracked changes in a Word file, "
    "plain words otherwise.",
)
@click.option(
    "--repaired-clean", metavar="F", help="The same without tracked changes: a clean copy."
)
@click.option(
    "--fail-on",
    type=click.Choice(tuple(LEVELS)),
    default="error",
    show_default=True,
    help="End with code 1 where a finding is at least this bad.",
)
@click.option("--show-ok", is_flag=True, help="Show what was checked and borne out, too.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
@colour_option
@click.pass_context
def check(
    context: click.Context,
    letter: str,
    *,
    json: str | None,
    html: str | None,
    docx: str | None,
    annotations: str | None,
    repaired: str | None,
    repaired_clean: str | None,
    fail_on: str,
    show_ok: bool,
    quiet: bool,
    colour: str,
) -> None:
    """Read LETTER and say what is wrong with it.

    LETTER is a text, Markdown, HTML, Word or PDF file, or - for standard input. Nothing is
    fetched from the network. F is a file, or - to print it instead of the report.
    """
    wanted = Wanted(
        json=json,
        html=html,
        docx=docx,
        annotations=annotations,
        repaired=repaired,
        repaired_clean=repaired_clean,
        show_ok=show_ok,
    )
    wanted.require_sense()
    refuse_overwriting(letter, wanted.paths())
    given = read_letter(letter)
    checked = bench_of(context).check(given.data, name=given.name)
    # Every report is made before the first is written: a fault leaves nothing half done.
    made = tuple(outputs(wanted, given, checked))
    printing = not quiet and all(output.path != STREAM for output in made)
    if printing:
        bright = wants_colour(colour)
        say(terminal_report(checked, show_ok=show_ok, colour=bright), colour=bright)
    for output in made:
        write_file(output.path, output.data)
        if printing:
            remark = f" ({output.remark})" if output.remark else ""
            say(f"Written: {output.path}{remark}\n")
    level = LEVELS[fail_on]
    if level is not None and at_least(checked.findings, level):
        context.exit(ExitCode.FOUND)
