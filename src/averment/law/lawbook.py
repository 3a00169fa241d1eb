"""The law book: all that is known of instruments and of who did what about them.

Each part is read when it is first asked for. Acts that a user imported stand beside those of
the catalogue; none overwrites another.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from typing import Protocol

from averment.catalogue.catalogue import Catalogue, packaged_catalogue
from averment.law.classification import Classification, conflicts_of, read_classifications
from averment.law.declaration import Declaration, read_declarations
from averment.law.instrument import Instrument, InstrumentKind, read_instruments
from averment.law.participation import (
    NOTHING_COVERED,
    Act,
    Coverage,
    in_order,
    read_coverage,
    read_participation,
)
from averment.law.statehood import Beginning, Entity, StateHistory, read_entities, read_states


class ActSource(Protocol):
    """Acts from outside the catalogue: those that the user imported."""

    def acts(self, instrument: str) -> tuple[Act, ...]:
        """Return every act about `instrument`."""
        ...


class LawBook:
    """What `bound` and the checks look things up in."""

    def __init__(self, catalogue: Catalogue, *, imported: ActSource | None = None) -> None:
        self._catalogue = catalogue
        self._imported = imported
        self._acts: dict[str, Mapping[str, tuple[Act, ...]]] = {}

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that it is made of."""
        return self._catalogue

    @cached_property
    def instruments(self) -> Mapping[str, Instrument]:
        """Every instrument by id."""
        return read_instruments(self._catalogue)

    @cached_property
    def states(self) -> Mapping[str, StateHistory]:
        """Histories of States by code; a State that is not there is older than 1945."""
        return read_states(self._catalogue)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Contested entities, territories and groups by code."""
        return read_entities(self._catalogue)

    @cached_property
    def _coverage(self) -> Mapping[str, Coverage]:
        return read_coverage(self._catalogue)

    @cached_property
    def _declarations(self) -> Mapping[tuple[str, str], tuple[Declaration, ...]]:
        return read_declarations(self._catalogue)

    @cached_property
    def classifications(self) -> tuple[Classification, ...]:
        """What courts and monitors have called each conflict."""
        return read_classifications(self._catalogue)

    @cached_property
    def _same(self) -> Mapping[str, tuple[str, ...]]:
        """Codes of one State under its names in time, by each of them."""
        groups: dict[str, tuple[str, ...]] = {}
        for history in self.states.values():
            if history.how is Beginning.CONTINUATION and history.predecessor:
                joined = tuple(
                    dict.fromkeys(
                        code
                        for name in (history.state, history.predecessor)
                        for code in groups.get(name, (name,))
                    )
                )
                groups |= dict.fromkeys(joined, joined)
        return groups

    def names_in_time(self, state: str) -> tuple[str, ...]:
        """Return the codes of `state` under all its names, that one first."""
        return (state, *(code for code in self._same.get(state, ()) if code != state))

    def acts(self, instrument: str, state: str) -> tuple[Act, ...]:
        """Return what `state` did about `instrument`, by day.

        Of a State that goes on under another name the acts are listed under one of its names.
        """
        listed = self.participants(instrument)
        for code in self.names_in_time(state):
            if code in listed:
                return listed[code]
        return ()

    def participants(self, instrument: str) -> Mapping[str, tuple[Act, ...]]:
        """Return the acts on record about `instrument` by State code."""
        found = self._acts.get(instrument)
        if found is None:
            found = read_participation(self._catalogue, instrument)
            imported = self._imported.acts(instrument) if self._imported else ()
            if imported:
                found = dict(found)
                for act in imported:
                    found[act.state] = in_order((*found.get(act.state, ()), act))
            self._acts[instrument] = found
        return found

    @cached_property
    def regions(self) -> Mapping[str, frozenset[str]]:
        """Codes of all that are or were members, by regional organisation."""
        listed = self._catalogue.document("regions.toml")
        return {key: frozenset(entry["states"]) for key, entry in listed.items()}

    def carrier(self, instrument: Instrument) -> Instrument:
        """Return whose acts count: regulations are annexed to the treaty that has Parties."""
        if instrument.kind is InstrumentKind.REGULATIONS and instrument.parent:
            return self.instruments[instrument.parent]
        return instrument

    def coverage(self, instrument: str) -> Coverage:
        """Return until when the absence of a row may be read as "not a Party"."""
        return self._coverage.get(instrument, NOTHING_COVERED)

    def declarations(self, state: str, instrument: str) -> tuple[Declaration, ...]:
        """Return the declarations of `state` on record, in the order of the catalogue."""
        return self._declarations.get((state, instrument), ())

    def conflicts(self, state: str, day: date) -> tuple[Classification, ...]:
        """Return the armed conflicts that somebody says `state` was party to on `day`."""
        return tuple(
            one
            for code in self.names_in_time(state)
            for one in conflicts_of(self.classifications, code, day)
        )


@cache
def packaged_lawbook() -> LawBook:
    """Return the law book of the catalogue that comes with the program."""
    return LawBook(packaged_catalogue())
