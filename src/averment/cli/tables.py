"""What the commands on law and record share: JSON on standard output, tables of questions."""

import json
from typing import TYPE_CHECKING

import click

from averment.cli.exit_codes import ExitCode
from averment.cli.files import STREAM, read_letter, refuse_overwriting, write_file
from averment.cli.screen import say
from averment.errors import InvalidImportError

if TYPE_CHECKING:
    from collections.abc import Callable

    from averment.reports.batch import BatchAnswers
    from averment.reports.json_value import Json

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
batch_option = click.option(
    "--batch", metavar="FILE.csv", help="Answer a table of questions; - for standard input."
)
out_option = click.option(
    "--out", metavar="F", help="Write the answered table to F instead of printing it."
)
_MOST_TOLD = 20


def say_json(value: "Json") -> None:
    """Print a value as JSON."""
    say(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def answer_table(
    context: click.Context,
    batch: str,
    out: str | None,
    answer: "Callable[[str, str], BatchAnswers]",
) -> None:
    """Read a table, answer it, write it, and end with code 2 where a row was refused.

    Args:
        context: Of the command.
        batch: The table's path.
        out: Where to write; None for standard output.
        answer: Takes text and name of the table.
    """
    if out is not None:
        refuse_overwriting(batch, (out,))
    given = read_letter(batch)
    try:
        text = given.data.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise InvalidImportError(
            f"{given.name} is not UTF-8 at byte {exc.start + 1}: save it as UTF-8"
        ) from exc
    done = answer(text, given.name)
    write_file(out or STREAM, done.text.encode("utf-8", errors="replace"))
    if done.invalid:
        for sentence in done.invalid[:_MOST_TOLD]:
            say(f"{given.name}, {sentence}\n", error=True)
        if len(done.invalid) > _MOST_TOLD:
            say(f"and {len(done.invalid) - _MOST_TOLD} more\n", error=True)
        context.exit(ExitCode.REFUSED)
