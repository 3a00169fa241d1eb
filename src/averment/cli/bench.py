"""The workbench as the command line uses it.

Reading a letter needs libraries that take a tenth of a second to load, and `aver --help` needs
none of them, so nothing heavy is imported before a command runs.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, TypeAlias

import click

from averment.claims.reading import Reading
from averment.findings.checked import Checked

if TYPE_CHECKING:
    from datetime import date

    from averment.catalogue.difference import CatalogueDifference
    from averment.catalogue.imported import ImportDone, Imported
    from averment.findings.law.qualifications import ClaimQualification
    from averment.law.catalogue_status import CatalogueStatus, Reach
    from averment.law.instrument import Instrument
    from averment.law.instrument_view import InstrumentView, ProvisionView
    from averment.law.qualification import Qualification
    from averment.law.standing import Standing
    from averment.prose.states import State
    from averment.reports.batch import BatchAnswers
    from averment.un_record.record import Ballot
    from averment.un_record.symbol_record import SymbolRecord


class Bench(Protocol):
    """What `averment.app.Workbench` can do."""

    def read(self, data: bytes, *, name: str) -> Reading:
        """Return what the document says."""

    def check(self, data: bytes, *, name: str) -> Checked:
        """Return what the document says, and what was found wrong with it."""

    def explain(self, code: str) -> str:
        """Return the page on a code, in Markdown."""


class FactsBench(Protocol):
    """What `averment.app.Workbench` can do about law and record, without a letter."""

    def state(self, words: str) -> "State":
        """Return the State that a code or name stands for."""

    def instruments(self) -> "Mapping[str, Instrument]":
        """Return every instrument by id."""

    def bound(self, state: str, instrument: str, *, on: str) -> "Standing":
        """Say how a State stood to an instrument on a day."""

    def standings(self, state: str, *, on: str) -> "tuple[Standing, ...]":
        """Say how a State stood to every instrument on a day."""

    def bound_batch(self, text: str, *, file: str) -> "BatchAnswers":
        """Answer a table of such questions."""

    def show(self, instrument: str) -> "InstrumentView":
        """Return all that is known of one instrument."""

    def show_provision(self, instrument: str, provision: str) -> "ProvisionView":
        """Return one provision."""

    def qualify(self, act: str, *, target: str | None, weapon: str | None) -> "Qualification":
        """Return the provisions that an act may engage."""

    def qualify_letter(
        self, data: bytes, *, name: str
    ) -> "tuple[Reading, tuple[ClaimQualification, ...]]":
        """Read a letter and qualify each of its allegations."""

    def record(self, symbol: str) -> "SymbolRecord":
        """Return all that is on record for a symbol."""

    def record_batch(self, text: str, *, file: str) -> "BatchAnswers":
        """Answer a table of fields of resolutions."""

    def ballots(self, state: str, *, session: str, body: str) -> "tuple[Ballot, ...]":
        """Return how a State voted in a session."""

    def catalogue_status(self) -> "CatalogueStatus":
        """Say how the catalogue stands."""

    def reach(self, *, on: str | None) -> "tuple[date, tuple[Reach, ...]]":
        """Say how many answers are UNKNOWN on a day."""

    def catalogue_diff(self, folder: str) -> "CatalogueDifference":
        """Return what another version has otherwise."""

    def import_facts(
        self,
        *paths: str,
        kind: str,
        as_of: str,
        title: str,
        instrument: str,
        symbol: str,
        official: bool,
        skip_unknown: bool,
    ) -> "ImportDone":
        """Import files of one kind."""

    def remove_import(self, number: int) -> "Imported":
        """Remove an import."""


OpenBench: TypeAlias = Callable[[], Bench]


def open_bench() -> Bench:
    """Return the workbench of this machine."""
    from averment.app import open_workbench  # noqa: PLC0415 - see above

    return open_workbench()


def bench_of(context: click.Context) -> Bench:
    """Return the workbench that the command line was started with."""
    opener: OpenBench = context.find_root().obj
    return opener()


def facts_bench_of(context: click.Context) -> FactsBench:
    """Return the same workbench, for what it knows of law and record."""
    opener: Callable[[], FactsBench] = context.find_root().obj
    return opener()
