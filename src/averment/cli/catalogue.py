"""``aver catalogue``: which facts these are, whose, and how they differ from others."""

from collections.abc import Sequence

import click

from averment.catalogue.imported import ImportKind
from averment.cli.bench import facts_bench_of
from averment.cli.screen import say
from averment.cli.tables import json_option, say_json

# ruff: noqa: PLC0415 - reports are imported where they are used, see `averment.cli.bench`


@click.group(
    epilog="""\b
Examples:
  aver catalogue status
  aver catalogue import --kind undl-votes votes.csv --as-of 2026-02-06
  aver catalogue diff other-version
"""
)
def catalogue() -> None:
    """Look after the facts: those that come with the program, and your own."""


@catalogue.command(
    epilog="""\b
Examples:
  aver catalogue status
  aver catalogue status --unknown --on 2020-10-27
"""
)
@click.option("--unknown", is_flag=True, help="Count who is UNKNOWN, for each instrument.")
@click.option("--on", metavar="DAY", help="The day for --unknown; the catalogue's by default.")
@json_option
@click.pass_context
def status(context: click.Context, *, unknown: bool, on: str | None, as_json: bool) -> None:
    """Print version, digests, counts against the depositaries' own, and your imports."""
    from averment.reports import catalogue_status as report

    bench = facts_bench_of(context)
    if on is not None and not unknown:
        raise click.UsageError("--on belongs to --unknown")
    if unknown:
        day, reached = bench.reach(on=on)
        if as_json:
            say_json(report.json_reach(reached, day=day))
        else:
            say(report.terminal_reach(reached, day=day))
        return
    found = bench.catalogue_status()
    if as_json:
        say_json(report.json_status(found))
    else:
        say(report.terminal_status(found))


@catalogue.command(
    "import",
    epilog="""\b
Examples:
  aver catalogue import --kind undl-votes votes.csv --as-of 2026-02-06
  aver catalogue import --kind voeten calls.csv votes.csv.gz --as-of 2020-01-31
  aver catalogue import --kind untc --instrument ICCPR-1966 iv-4.csv --as-of 2026-11-01
  aver catalogue import --kind text --symbol S/RES/822 822.txt --as-of 2026-11-23
  aver catalogue import --remove 3
""",
)
@click.argument("files", nargs=-1)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in ImportKind]),
    help="What the file is.",
)
@click.option("--as-of", metavar="DAY", help="Up to which day the file tells; as 2026-11-23.")
@click.option("--title", metavar="WORDS", default="", help="What to call the source.")
@click.option("--instrument", metavar="ID", default="", help="Of a status table, or a text.")
@click.option("--symbol", metavar="SYMBOL", default="", help="Of the resolution of a text.")
@click.option("--official", is_flag=True, help="The text is the official one.")
@click.option(
    "--skip-unknown",
    is_flag=True,
    help="Leave out rows of States that are not known, instead of refusing the file.",
)
@click.option("--remove", type=click.IntRange(min=1), metavar="N", help="Remove import N.")
@json_option
@click.pass_context
def import_(
    context: click.Context,
    files: Sequence[str],
    *,
    kind: str | None,
    as_of: str | None,
    title: str,
    instrument: str,
    symbol: str,
    official: bool,
    skip_unknown: bool,
    remove: int | None,
    as_json: bool,
) -> None:
    """Add your own FILES to the facts; nothing in the catalogue is overwritten.

    Sources that differ are shown side by side. A fault in any line is told with its place, and
    then nothing of the file is stored. The same bytes are stored once.
    """
    from averment.reports import catalogue_status as report

    bench = facts_bench_of(context)
    if remove is not None:
        if files or kind is not None:
            raise click.UsageError("--remove takes no file and no kind")
        gone = bench.remove_import(remove)
        if as_json:
            say_json(report.json_import(gone))
        else:
            say(f"Import {remove} is removed: {gone.about.title}.\n")
        return
    if not files or kind is None or as_of is None:
        raise click.UsageError("give --kind, --as-of and the FILES")
    if instrument and symbol:
        raise click.UsageError("a file is about an instrument or a resolution, not both")
    if official and kind != ImportKind.TEXT.value:
        raise click.UsageError("--official is said of a text")
    done = bench.import_facts(
        *files,
        kind=kind,
        as_of=as_of,
        title=title,
        instrument=instrument,
        symbol=symbol,
        official=official,
        skip_unknown=skip_unknown,
    )
    if as_json:
        say_json({"was_there": done.was_there, **report.json_import(done.imported)})
    else:
        say(report.terminal_import(done))


@catalogue.command(
    epilog="""\b
Examples:
  aver catalogue diff other-version
"""
)
@click.argument("folder")
@json_option
@click.pass_context
def diff(context: click.Context, folder: str, *, as_json: bool) -> None:
    """Print what the catalogue in FOLDER adds to ours, lacks, and has otherwise."""
    from averment.reports import catalogue_status as report

    found = facts_bench_of(context).catalogue_diff(folder)
    if as_json:
        say_json(report.json_difference(found))
    else:
        say(report.terminal_difference(found))
