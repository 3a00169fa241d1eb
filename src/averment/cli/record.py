"""``aver record``: what is on record for a resolution, and how a State voted."""

from collections.abc import Sequence

import click

from averment.cli.bench import facts_bench_of
from averment.cli.screen import say
from averment.cli.tables import (
    answer_table,
    batch_option,
    json_option,
    out_option,
    say_json,
)

# ruff: noqa: PLC0415 - reports are imported where they are used, see `averment.cli.bench`

BODIES = ("UNGA", "UNSC")


class SymbolFirst(click.Group):
    """A group whose first command may be left out: ``aver record A/RES/62/243``."""

    default = "symbol"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's name in where a symbol or an option of it stands first."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = [self.default, *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=SymbolFirst,
    epilog="""\b
Examples:
  aver record A/RES/62/243
  aver record "S/RES/822 (1993)" --json
  aver record --batch fields.csv --out values.csv
  aver record state AZE --session 62
""",
)
def record() -> None:
    """Ask the record of the United Nations: resolutions and votes.

    `aver record SYMBOL` is short for `aver record symbol SYMBOL`. What is not on record is
    "unknown", and never "no".
    """


@record.command(
    epilog="""\b
Examples:
  aver record A/RES/62/243
  aver record S/RES/822 --json
  aver record --batch fields.csv --out values.csv
"""
)
@click.argument("symbol", nargs=-1)
@batch_option
@out_option
@json_option
@click.pass_context
def symbol(
    context: click.Context,
    symbol: Sequence[str],
    *,
    batch: str | None,
    out: str | None,
    as_json: bool,
) -> None:
    """Print what every source at hand says of SYMBOL, side by side.

    A table has the columns symbol and field; value and sources are added. Fields are exists,
    body, adopted_on, yes, no, abstain and permanent_members_against.
    """
    bench = facts_bench_of(context)
    if batch is not None:
        if symbol or as_json:
            raise click.UsageError("--batch takes its questions from the table alone")
        answer_table(
            context, batch, out, lambda text, name: bench.record_batch(text, file=name)
        )
        return
    if not symbol or out is not None:
        raise click.UsageError("give a SYMBOL, or a table with --batch")
    from averment.reports import vote_record as report

    found = bench.record(" ".join(symbol))
    if as_json:
        say_json(report.json_record(found))
    else:
        say(report.terminal_record(found))


@record.command(
    epilog="""\b
Examples:
  aver record state AZE --session 62
  aver record state FRA --session 1993 --body UNSC
"""
)
@click.argument("state")
@click.option(
    "--session",
    required=True,
    metavar="N",
    help="62, ES-10; of the Security Council the year.",
)
@click.option("--body", type=click.Choice(BODIES), default="UNGA", show_default=True)
@json_option
@click.pass_context
def state(
    context: click.Context, state: str, *, session: str, body: str, as_json: bool
) -> None:
    """Print how STATE voted in a session, as far as a source at hand names it."""
    from averment.reports import vote_record as report

    bench = facts_bench_of(context)
    wanted = bench.state(state)
    session = session.strip().upper()
    ballots = bench.ballots(state, session=session, body=body)
    if as_json:
        say_json(report.json_ballots(ballots, state=wanted.code, session=session))
    else:
        say(report.terminal_ballots(ballots, name=wanted.name, body=body, session=session))
