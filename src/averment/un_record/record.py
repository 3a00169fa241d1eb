"""What the United Nations itself has put on record, from every source at hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from averment.catalogue.provenance import Provenance
from averment.un_record.ballot import Choice, VoteRecord
from averment.un_record.resolution import Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """How one State voted on one resolution, as one source has it."""

    symbol: str
    voted_on: date | None
    choice: Choice
    provenance: Provenance
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordText:
    """The text of a resolution or treaty that the user has imported."""

    symbol: str
    """Canonical symbol, or the id of an instrument."""
    text: str
    provenance: Provenance


class RecordSource(Protocol):
    """Something that knows resolutions: the packaged catalogue, the user's imports."""

    def resolutions(self, symbol: str) -> tuple[Resolution, ...]:
        """Return what is known of one resolution, one value a source, best source first."""
        ...

    def votes(self, symbol: str) -> tuple[VoteRecord, ...]:
        """Return every vote on it, one value a source, best source first."""
        ...

    def ballots(self, state: str, *, body: str, session: str) -> tuple[Ballot, ...]:
        """Return how `state` (a code) voted in a session, by symbol."""
        ...

    def texts(self, symbol: str) -> tuple[RecordText, ...]:
        """Return the texts at hand; none comes with the program."""
        ...

    def totals(self) -> Mapping[str, int]:
        """Return how many resolutions, votes, ballots and texts there are."""
        ...


@dataclass(frozen=True, slots=True)
class Record:
    """Several sources as one; none overwrites another."""

    sources: tuple[RecordSource, ...]

    def resolutions(self, symbol: str) -> tuple[Resolution, ...]:
        """See `RecordSource`."""
        found = [one for source in self.sources for one in source.resolutions(symbol)]
        return tuple(sorted(found, key=lambda one: _worth(one.provenance)))

    def votes(self, symbol: str) -> tuple[VoteRecord, ...]:
        """See `RecordSource`."""
        found = [one for source in self.sources for one in source.votes(symbol)]
        return tuple(sorted(found, key=lambda one: (one.part, *_worth(one.provenance))))

    def ballots(self, state: str, *, body: str, session: str) -> tuple[Ballot, ...]:
        """See `RecordSource`."""
        found = [
            one
            for source in self.sources
            for one in source.ballots(state, body=body, session=session)
        ]
        return tuple(sorted(found, key=lambda one: (one.symbol, *_worth(one.provenance))))

    def texts(self, symbol: str) -> tuple[RecordText, ...]:
        """See `RecordSource`."""
        return tuple(one for source in self.sources for one in source.texts(symbol))

    def totals(self) -> Mapping[str, int]:
        """See `RecordSource`."""
        sums: dict[str, int] = {}
        for source in self.sources:
            for name, number in source.totals().items():
                sums[name] = sums.get(name, 0) + number
        return sums


def _worth(provenance: Provenance) -> tuple[int, str]:
    return provenance.source.rank, provenance.source.key
