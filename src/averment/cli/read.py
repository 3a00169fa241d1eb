"""``aver read``: say what was understood of a letter."""

import click

from averment.cli.bench import bench_of
from averment.cli.files import STREAM, read_letter, refuse_overwriting, write_file
from averment.cli.outputs import annotations_of, reading_json
from averment.cli.screen import colour_option, say, wants_colour
from averment.reports.terminal_reading import terminal_reading


@click.command(
    epilog="""\b
Examples:
  aver read letter.docx
  aver read letter.txt --json -
"""
)
@click.argument("letter")
@click.option("--json", metavar="F", help="Write the reading as JSON.")
@click.option("--annotations", metavar="F", help="Write the reading in the exchange shape.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
@colour_option
@click.pass_context
def read(
    context: click.Context,
    letter: str,
    *,
    json: str | None,
    annotations: str | None,
    quiet: bool,
    colour: str,
) -> None:
    """Read LETTER and say what was understood: its frame, claims, notes and sources.

    LETTER is a file, or - for standard input. F is a file, or - to print it instead.
    """
    paths = tuple(path for path in (json, annotations) if path is not None)
    if json is not None and json == annotations:
        raise click.UsageError(f"two outputs are to be written to {json}")
    refuse_overwriting(letter, paths)
    given = read_letter(letter)
    reading = bench_of(context).read(given.data, name=given.name)
    if not quiet and STREAM not in paths:
        bright = wants_colour(colour)
        say(terminal_reading(reading, colour=bright), colour=bright)
    if json is not None:
        write_file(json, reading_json(reading))
    if annotations is not None:
        write_file(annotations, annotations_of(reading))
