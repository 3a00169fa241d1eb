"""``aver law``: who was bound by what, what an act may engage, what an instrument says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from averment.cli.bench import FactsBench, facts_bench_of
from averment.cli.files import read_letter
from averment.cli.screen import say
from averment.cli.tables import (
    answer_table,
    batch_option,
    json_option,
    out_option,
    say_json,
)

if TYPE_CHECKING:
    from averment.law.qualification import Branch
    from averment.law.standing import Standing

# ruff: noqa: PLC0415 - reports are imported where they are used, see `averment.cli.bench`

BRANCHES = {
    "iac": ("iac", "occupation"),
    "niac": ("niac",),
    "both": ("iac", "niac", "occupation", "peace"),
}
"""What to show for each choice, as `averment.law.qualification.Branch` calls it."""


@click.group(
    epilog="""\b
Examples:
  aver law bound AZE GC4-1949 --on 2020-10-27
  aver law qualify shelling --target hospital
  aver law show GC4-1949 art. 18
"""
)
def law() -> None:
    """Ask the catalogue of treaties, custom and crimes.

    UNKNOWN and DISPUTED are answers, and never mean "no".
    """


@law.command(
    epilog="""\b
Examples:
  aver law bound AZE GC4-1949 --on 2020-10-27
  aver law bound Sudan "Rome Statute" --on 2023-04-15
  aver law bound UKR --on 2022-02-24
  aver law bound --batch questions.csv --out answers.csv
"""
)
@click.argument("state", required=False)
@click.argument("instrument", required=False)
@click.option("--on", metavar="DAY", help="The day, as 2020-10-27.")
@batch_option
@out_option
@json_option
@click.pass_context
def bound(
    context: click.Context,
    state: str | None,
    instrument: str | None,
    *,
    on: str | None,
    batch: str | None,
    out: str | None,
    as_json: bool,
) -> None:
    """Say whether INSTRUMENT bound STATE on a day, and on what the answer rests.

    STATE is a code or a name, INSTRUMENT an id, a name or an abbreviation; without it every
    instrument is asked. A table has the columns state, instrument and day; answer and grounds
    are added. A row that cannot be asked is answered INVALID, and the code is 2 at the end.
    """
    bench = facts_bench_of(context)
    if batch is not None:
        if state is not None or on is not None or as_json:
            raise click.UsageError("--batch takes its questions from the table alone")
        answer_table(context, batch, out, lambda text, name: bench.bound_batch(text, file=name))
        return
    if state is None or on is None or out is not None:
        raise click.UsageError("give STATE and --on DAY, or a table with --batch")
    _answer(bench, state, instrument, on=on, as_json=as_json)


def _answer(
    bench: FactsBench, state: str, instrument: str | None, *, on: str, as_json: bool
) -> None:
    from averment.reports import standing as report

    if instrument is None:
        standings = bench.standings(state, on=on)
        if as_json:
            answers = [report.json_standing(one) for one in standings]
            say_json({"schema": report.SCHEMA, "answers": answers})
            return
        name = bench.state(state).name
        say(report.terminal_standings(standings, name=name))
        return
    found = bench.bound(state, instrument, on=on)
    if as_json:
        say_json({"schema": report.SCHEMA, **report.json_standing(found)})
        return
    title = bench.instruments()[found.instrument].title
    say(report.terminal_standing(found, name=bench.state(state).name, title=title))


@law.command(
    epilog="""\b
Examples:
  aver law qualify shelling --target hospital
  aver law qualify airstrike --target school --branch niac
  aver law qualify shelling --state AZE --on 2020-10-08
  aver law qualify --letter letter.docx --claim 7
  aver law qualify --list
"""
)
@click.argument("act", required=False)
@click.option("--target", metavar="T", help="What was hit, as hospital.")
@click.option("--weapon", metavar="W", help="With what, as cluster_munition.")
@click.option(
    "--branch",
    type=click.Choice(tuple(BRANCHES)),
    default="both",
    show_default=True,
    help="Armed conflict between States, other armed conflict, or both.",
)
@click.option("--state", metavar="S", help="Say how this State stood to each instrument.")
@click.option("--on", metavar="DAY", help="The day for --state, as 2020-10-27.")
@click.option("--letter", metavar="LETTER", help="Qualify each allegation of a letter.")
@click.option("--claim", type=click.IntRange(min=1), metavar="N", help="Of this claim only.")
@click.option("--list", "listed", is_flag=True, help="Print the acts, targets and weapons.")
@json_option
@click.pass_context
def qualify(
    context: click.Context,
    act: str | None,
    *,
    target: str | None,
    weapon: str | None,
    branch: str,
    state: str | None,
    on: str | None,
    letter: str | None,
    claim: int | None,
    listed: bool,
    as_json: bool,
) -> None:
    """Say which provisions the alleged ACT may engage, and what would have to be shown.

    What holds in every armed conflict comes first. Nobody is asked who acted, so that the
    answer is the same for either side.
    """
    if sum([act is not None, letter is not None, listed]) != 1:
        raise click.UsageError("give an ACT, or --letter, or --list")
    if (state is None) != (on is None):
        raise click.UsageError("--state and --on belong together")
    if claim is not None and letter is None:
        raise click.UsageError("--claim names a claim of a letter: give --letter too")
    if letter is not None and (target is not None or weapon is not None):
        raise click.UsageError("the letter itself says target and weapon")
    bench = facts_bench_of(context)
    if listed:
        from averment.reports.act_list import terminal_acts

        say(terminal_acts())
    elif letter is not None:
        _qualify_letter(bench, letter, claim, branch=branch, asked=(state, on), as_json=as_json)
    elif act is not None:
        from averment.reports import qualification as report

        found = bench.qualify(act, target=target, weapon=weapon)
        standings = _standings(bench, state, on)
        if as_json:
            say_json(report.json_qualification(found, standings=standings))
            return
        say(
            report.terminal_qualification(
                found, branches=_branches(branch), standings=standings
            )
        )


def _qualify_letter(
    bench: FactsBench,
    letter: str,
    claim: int | None,
    *,
    branch: str,
    asked: tuple[str | None, str | None],
    as_json: bool,
) -> None:
    from averment.reports import qualification as report
    from averment.reports.columns import paragraph
    from averment.reports.plain_words import quoted

    given = read_letter(letter)
    reading, found = bench.qualify_letter(given.data, name=given.name)
    kept = [one for one in found if claim is None or one.claim == claim]
    standings = _standings(bench, *asked)
    text = reading.document.text
    if as_json:
        say_json(
            {
                "schema": report.SCHEMA,
                "allegations": [
                    {
                        "claim": one.claim,
                        "allegation": one.allegation,
                        "start": one.span.start,
                        "end": one.span.end,
                        "qualification": report.json_qualification(
                            one.qualification, standings=standings, text=text
                        ),
                    }
                    for one in kept
                ],
            }
        )
        return
    if not kept:
        say("No allegation of an act was found there.\n")
    for one in kept:
        words = quoted(text, one.span, limit=report.WORDS_OF_CLAIM)
        say("\n".join(paragraph(words, first=f"Claim {one.claim}: ")) + "\n")
        say(
            report.terminal_qualification(
                one.qualification, branches=_branches(branch), standings=standings, text=text
            )
            + "\n"
        )


def _branches(choice: str) -> "tuple[Branch, ...]":
    from averment.law.qualification import Branch

    return tuple(Branch(name) for name in BRANCHES[choice])


def _standings(bench: FactsBench, state: str | None, on: str | None) -> "dict[str, Standing]":
    """Return how the State stood to each instrument; nothing where none is asked."""
    if state is None or on is None:
        return {}
    return {one.instrument: one for one in bench.standings(state, on=on)}


@law.command(
    epilog="""\b
Examples:
  aver law show
  aver law show GC4-1949
  aver law show GC4-1949 art. 18
"""
)
@click.argument("instrument", required=False)
@click.argument("provision", nargs=-1)
@json_option
@click.pass_context
def show(
    context: click.Context,
    instrument: str | None,
    provision: Sequence[str],
    *,
    as_json: bool,
) -> None:
    """Print what the catalogue has of INSTRUMENT or of one PROVISION; or the list of all."""
    from averment.reports import instrument as report

    bench = facts_bench_of(context)
    if instrument is None:
        every = tuple(bench.instruments().values())
        if as_json:
            say_json(report.json_instruments(every))
        else:
            say(report.terminal_instruments(every))
    elif provision:
        found = bench.show_provision(instrument, " ".join(provision))
        if as_json:
            say_json(report.json_provision(found))
        else:
            say(report.terminal_provision(found))
    else:
        view = bench.show(instrument)
        if as_json:
            say_json(report.json_instrument(view))
        else:
            say(report.terminal_instrument(view))
