"""``aver explain``: why a finding matters, on what authority, and how to mend it."""

import click

from averment.cli.bench import bench_of
from averment.cli.screen import colour_option, say, wants_colour
from averment.findings.rules import FAMILIES, RULES
from averment.reports.page import terminal_page
from averment.reports.plain_words import wrapped
from averment.reports.summary import SEVERITY_WORDS
from averment.reports.terminal import WIDTH, Paint


@click.command(
    epilog="""\b
Examples:
  aver explain CIT101
  aver explain --list
"""
)
@click.argument("code", required=False)
@click.option("--list", "listed", is_flag=True, help="Print every code with its title.")
@colour_option
@click.pass_context
def explain(context: click.Context, code: str | None, *, listed: bool, colour: str) -> None:
    """Say why the finding CODE matters, on what authority, and how to mend it."""
    bright = wants_colour(colour)
    if listed == (code is not None):
        raise click.UsageError("give a code, or --list for all of them")
    if code is None:
        say(_all_rules(paint=Paint(colour=bright)), colour=bright)
        return
    say(terminal_page(bench_of(context).explain(code), colour=bright), colour=bright)


def _all_rules(*, paint: Paint) -> str:
    lines: list[str] = []
    families = dict.fromkeys([*FAMILIES, *(rule.family for rule in RULES.values())])
    for family in families:
        rules = [rule for rule in RULES.values() if rule.family == family]
        if not rules:
            continue
        if lines:
            lines.append("")
        lines.append(paint.bold(f"{family}  {FAMILIES.get(family, '')}".rstrip()))
        for rule in rules:
            first = f"  {rule.code}  {SEVERITY_WORDS[rule.severity]:<11}"
            lines += wrapped(rule.title, width=WIDTH, first=first).splitlines()
    return "\n".join([*lines, ""])
