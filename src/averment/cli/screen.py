"""The terminal: whether it wants colour, and words for it."""

import os
import sys

import click

COLOUR_CHOICES = ("auto", "always", "never")

colour_option = click.option(
    "--color",
    "colour",
    type=click.Choice(COLOUR_CHOICES),
    default="auto",
    show_default=True,
    help="Colour the report; auto: on a terminal, unless NO_COLOR is set.",
)


def wants_colour(choice: str) -> bool:
    """Say whether to colour what is printed on standard output."""
    if choice != "auto":
        return choice == "always"
    # no-color.org: the variable counts when it is there and not empty. It is the terminal's
    # own convention and no setting of Averment, so it is read here.
    silent = os.environ.get("NO_COLOR", "") or os.environ.get("TERM", "") == "dumb"  # noqa: TID251
    return sys.stdout.isatty() and not silent


def say(words: str, *, colour: bool = False, error: bool = False) -> None:
    """Print `words` and no line end behind them."""
    click.echo(words, nl=False, err=error, color=colour)
