"""The workbench as the command line uses it.

Reading a letter needs libraries that take a tenth of a second to load, and `aver --help` needs
none of them, so nothing heavy is imported before a command runs.
"""

from collections.abc import Callable
from typing import Protocol, TypeAlias

import click

from averment.claims.reading import Reading
from averment.findings.checked import Checked


class Bench(Protocol):
    """What `averment.app.Workbench` can do."""

    def read(self, data: bytes, *, name: str) -> Reading:
        """Return what the document says."""

    def check(self, data: bytes, *, name: str) -> Checked:
        """Return what the document says, and what was found wrong with it."""

    def explain(self, code: str) -> str:
        """Return the page on a code, in Markdown."""


OpenBench: TypeAlias = Callable[[], Bench]


def open_bench() -> Bench:
    """Return the workbench of this machine."""
    from averment.app import open_workbench  # noqa: PLC0415 - see above

    return open_workbench()


def bench_of(context: click.Context) -> Bench:
    """Return the workbench that the command line was started with."""
    opener: OpenBench = context.find_root().obj
    return opener()
