"""The one place where ports meet adapters, and the documented Python API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from averment.adapters.catalogue_folder import FolderShelf
from averment.adapters.import_store.store import SqliteFactStore
from averment.adapters.ocr_tesseract import TesseractRecogniser
from averment.adapters.user_file import DiskFile
from averment.catalogue.catalogue import packaged_catalogue
from averment.catalogue.difference import CatalogueDifference, difference
from averment.catalogue.imported import ImportDone, Imported, ImportKind, ImportOrder
from averment.claims.reading import Reading
from averment.config import read_settings
from averment.findings.check_all import check_all
from averment.findings.checked import Checked
from averment.findings.knowledge import Knowledge
from averment.findings.law.qualifications import ClaimQualification, qualifications
from averment.findings.rules import page_of
from averment.law.bound import bound
from averment.law.catalogue_status import (
    CatalogueStatus,
    Reach,
    catalogue_status,
    reach,
    with_parties,
)
from averment.law.instrument import Instrument
from averment.law.instrument_view import (
    InstrumentView,
    ProvisionView,
    instrument_view,
    provision_view,
)
from averment.law.lawbook import LawBook
from averment.law.qualification import Qualification
from averment.law.qualify import qualify
from averment.law.standing import Standing
from averment.law.wanted import instrument_wanted
from averment.ports import FactStore, TextRecogniser
from averment.prose.states import State
from averment.prose.wanted import day_wanted, state_wanted
from averment.reports.batch import BatchAnswers, answer_batch
from averment.reports.standing import grounds_of
from averment.un_record.answer import record_value
from averment.un_record.catalogue_record import CatalogueRecord
from averment.un_record.record import Ballot, Record
from averment.un_record.symbol import Symbol
from averment.un_record.symbol_record import SymbolRecord, symbol_record
from averment.workflows.import_facts import import_facts
from averment.workflows.read import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbench:
    """Everything that the faces can do, one line each.

    Facts are read when they are first asked for, and kept: after an import open another one.

    >>> workbench = open_workbench()
    >>> reading = workbench.read(b"Dear Secretary-General,", name="letter.txt")
    >>> reading.letterhead.salutation.value
    'Dear Secretary-General'
    >>> workbench.bound("Azerbaijan", "GENOCIDE-1948", on="2020-10-27").answer.value
    'BOUND'
    """

    recogniser: TextRecogniser
    law: LawBook
    published: CatalogueRecord
    """The record that comes with the program."""
    store: FactStore

    @property
    def facts(self) -> Record:
        """The record of the program and the user's imports as one."""
        return Record((self.published, self.store))

    @property
    def knowledge(self) -> Knowledge:
        """What the checks look facts up in."""
        return Knowledge(
            law=self.law,
            record=self.facts,
            memberships=self.published.memberships,
            sessions=self.published.sessions,
        )

    def read(self, data: bytes, *, name: str) -> Reading:
        """See `averment.workflows.read`."""
        return read(data, name=name, recogniser=self.recogniser)

    def check(self, data: bytes, *, name: str) -> Checked:
        """Read a letter and run every check over it."""
        return check_all(self.read(data, name=name), self.knowledge)

    def explain(self, code: str) -> str:
        """See `averment.findings.rules.page_of`."""
        return page_of(code)

    def state(self, words: str) -> State:
        """Return the State that a code or name stands for."""
        return state_wanted(words)

    def instruments(self) -> Mapping[str, Instrument]:
        """Return every instrument of the catalogue by id."""
        return self.law.instruments

    def bound(self, state: str, instrument: str, *, on: date | str) -> Standing:
        """Say how `state` stood to `instrument` on a day; each by code, id or name.

        Raises:
            UnknownNameError: No State or instrument has this name; the nearest are named.
            InvalidDayError: `on` is no day.
        """
        code = state_wanted(state).code
        return bound(self.law, code, instrument_wanted(self.law, instrument).id, _day(on))

    def standings(self, state: str, *, on: date | str) -> tuple[Standing, ...]:
        """Say how `state` stood to every instrument that can have Parties."""
        code, day = state_wanted(state).code, _day(on)
        return tuple(bound(self.law, code, key, day) for key in with_parties(self.law))

    def bound_batch(self, text: str, *, file: str) -> BatchAnswers:
        """Answer a CSV table with the columns ``state``, ``instrument`` and ``day``."""

        def answer(state: str, instrument: str, day: str) -> tuple[str, str]:
            standing = self.bound(state, instrument, on=day)
            return standing.answer.value, grounds_of(standing)

        return answer_batch(
            text,
            file=file,
            asked=("state", "instrument", "day"),
            added=("answer", "grounds"),
            answer=answer,
        )

    def show(self, instrument: str) -> InstrumentView:
        """Return all that the catalogue says of one instrument."""
        wanted = instrument_wanted(self.law, instrument)
        return instrument_view(self.law, wanted, imports=self.store.imports())

    def show_provision(self, instrument: str, provision: str) -> ProvisionView:
        """Return one provision of an instrument: ``art. 18``, ``51(5)(b)``."""
        return provision_view(self.law, instrument_wanted(self.law, instrument), provision)

    def qualify(
        self, act: str, *, target: str | None = None, weapon: str | None = None
    ) -> Qualification:
        """See `averment.law.qualify.qualify`."""
        return qualify(act, target=target, weapon=weapon, catalogue=self.law.catalogue)

    def qualify_letter(
        self, data: bytes, *, name: str
    ) -> tuple[Reading, tuple[ClaimQualification, ...]]:
        """Read a letter and qualify each of its allegations."""
        reading = self.read(data, name=name)
        return reading, qualifications(reading, self.law)

    def record(self, symbol: str) -> SymbolRecord:
        """Return all that is on record for a symbol, source beside source."""
        memberships, sessions = self.published.memberships, self.published.sessions
        return symbol_record(self.facts, symbol, memberships=memberships, sessions=sessions)

    def record_batch(self, text: str, *, file: str) -> BatchAnswers:
        """Answer a CSV table with the columns ``symbol`` and ``field``."""

        def answer(symbol: str, field: str) -> tuple[str, str]:
            memberships = self.published.memberships
            found = record_value(self.facts, symbol, field, memberships=memberships)
            return found.value, found.sources

        return answer_batch(
            text,
            file=file,
            asked=("symbol", "field"),
            added=("value", "sources"),
            answer=answer,
        )

    def ballots(self, state: str, *, session: str, body: str = "UNGA") -> tuple[Ballot, ...]:
        """Return how a State voted in a session, under any name that it has had."""
        codes = self.law.names_in_time(state_wanted(state).code)
        found = [
            ballot
            for code in codes
            for ballot in self.facts.ballots(code, body=body, session=session)
        ]
        return tuple(sorted(found, key=lambda one: (one.voted_on or date.max, one.symbol)))

    def catalogue_status(self) -> CatalogueStatus:
        """Say which catalogue this is, whether it is as published, and what was imported."""
        return catalogue_status(self.law, imports=self.store.imports())

    def reach(self, *, on: date | str | None = None) -> tuple[date, tuple[Reach, ...]]:
        """Say how many answers are UNKNOWN on a day; the catalogue's own day by default."""
        day = self.law.catalogue.manifest.as_of if on is None else _day(on)
        return day, reach(self.law, day)

    def catalogue_diff(self, folder: str | Path) -> CatalogueDifference:
        """Return what another version of the catalogue, in a folder, has otherwise."""
        return difference(self.law.catalogue.shelf, FolderShelf(folder))

    def import_facts(
        self,
        *paths: str | Path,
        kind: ImportKind | str,
        as_of: date | str,
        title: str = "",
        instrument: str = "",
        symbol: str = "",
        official: bool = False,
        skip_unknown: bool = False,
    ) -> ImportDone:
        """Import files of one kind; see `averment.workflows.import_facts`."""
        target = self._target(instrument, symbol)
        known = self.law.instruments.get(target)
        order = ImportOrder(
            kind=ImportKind(kind),
            as_of=_day(as_of),
            title=title,
            target=target,
            not_before=known.adopted if known is not None else None,
            official=official,
            skip_unknown=skip_unknown,
        )
        files: Sequence[DiskFile] = [DiskFile(path) for path in paths]
        return import_facts(files, order, store=self.store, recogniser=self.recogniser)

    def remove_import(self, number: int) -> Imported:
        """Remove an import and all its rows."""
        return self.store.remove(number)

    def _target(self, instrument: str, symbol: str) -> str:
        if instrument:
            return instrument_wanted(self.law, instrument).id
        return Symbol.parse(symbol).text if symbol else ""


def open_workbench() -> Workbench:
    """Return a workbench for this machine."""
    catalogue = packaged_catalogue()
    store = SqliteFactStore(read_settings().home)
    return Workbench(
        recogniser=TesseractRecogniser(),
        law=LawBook(catalogue, imported=store),
        published=CatalogueRecord(catalogue),
        store=store,
    )


def _day(on: date | str) -> date:
    return day_wanted(on) if isinstance(on, str) else on
