"""The command line."""

import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import version

import click

from averment.cli.bench import OpenBench, open_bench
from averment.cli.catalogue import catalogue
from averment.cli.check import check
from averment.cli.exit_codes import ExitCode, exit_code
from averment.cli.explain import explain
from averment.cli.law import law
from averment.cli.read import read
from averment.cli.record import record
from averment.cli.screen import say
from averment.errors import AvermentError

PROGRAM = "aver"


@click.group(
    epilog="""\b
Examples:
  aver check letter.docx --html report.html
  aver read letter.pdf
  aver explain CIT101
  aver law bound AZE GC4-1949 --on 2020-10-27
  aver record A/RES/62/243
"""
)
@click.version_option(version("averment"), prog_name=PROGRAM)
def aver() -> None:
    """Read a letter to a body that can act, and say what is wrong with it.

    Averment reads what a document says. It does not say what is true.
    """


for command in (check, read, explain, law, record, catalogue):
    aver.add_command(command)


def main(arguments: Sequence[str] | None = None, *, bench: OpenBench = open_bench) -> int:
    """Run the command line and return its exit code.

    Args:
        arguments: Words of the command line without the program; those of the process if None.
        bench: Opens the workbench; a test gives another.
    """
    _accept_any_character()
    try:
        code = aver.main(
            None if arguments is None else list(arguments),
            prog_name=PROGRAM,
            standalone_mode=False,
            obj=bench,
        )
    except click.ClickException as exc:
        exc.show()
        return exc.exit_code
    except click.Abort:
        say("\nstopped\n", error=True)
        return ExitCode.INTERRUPTED
    except AvermentError as exc:
        say(f"{PROGRAM}: {exc}\n", error=True)
        return exit_code(exc)
    except BrokenPipeError:
        # Whoever read our output has seen enough. Nothing more may be written, not even by
        # the interpreter on its way out.
        sys.stdout = None
        return ExitCode.CLEAN
    except Exception:  # noqa: BLE001 - the face is where a bug becomes a message
        say(
            f"{PROGRAM}: this is a bug in Averment, not a fault of the letter. Please report "
            f"it with the lines below, which may quote the letter's words.\n\n"
            f"{traceback.format_exc()}",
            error=True,
        )
        return ExitCode.BUG
    return code if isinstance(code, int) else ExitCode.CLEAN


def _accept_any_character() -> None:
    """Print what the terminal's encoding cannot show as an escape instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
