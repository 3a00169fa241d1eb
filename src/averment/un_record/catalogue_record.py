"""The record that comes with the catalogue: resolutions, votes and roll-calls.

Tables are read when they are first asked for, and rows become values one resolution at a time:
a letter cites five of a thousand.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from averment.catalogue.catalogue import Catalogue
from averment.catalogue.provenance import Provenance
from averment.catalogue.row import Row
from averment.un_record.ballot import Choice, Manner, VoteRecord
from averment.un_record.complete import completed
from averment.un_record.membership import Memberships, read_memberships
from averment.un_record.record import Ballot, RecordText
from averment.un_record.resolution import Resolution
from averment.un_record.session import Sessions, read_sessions, session_of

RESOLUTIONS = "resolutions.csv"
VOTES = "votes.csv"
ROLL_CALLS = "roll_calls/"
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]+")
_YEAR = re.compile(r" \([0-9]{4}\)$")
_PART = re.compile(r"(?:\)| )(?P<part>[A-Z])$")
_NAMED = (
    ("against", Choice.NO),
    ("abstaining", Choice.ABSTAIN),
    ("absent", Choice.NOT_VOTING),
)
_COUNCIL = "UNSC"


class CatalogueRecord:
    """The packaged record as a `RecordSource`. Two readings give one value."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._votes: dict[str, tuple[VoteRecord, ...]] = {}

    @cached_property
    def sessions(self) -> Sessions:
        """The sessions on record."""
        return read_sessions(self._catalogue)

    @cached_property
    def memberships(self) -> Memberships:
        """The groups on record."""
        return read_memberships(self._catalogue)

    def resolutions(self, symbol: str) -> tuple[Resolution, ...]:
        """See `RecordSource`."""
        rows = self._resolution_rows.get(self._filed(symbol), ())
        found = (
            Resolution(
                symbol=row["symbol"],
                body=(session_of(row["symbol"]) or ("", ""))[0],
                adopted_on=row.day_or_none("adopted_on"),
                meeting=row["meeting"],
                label=row["label"],
                provenance=self._catalogue.provenance(row),
            )
            for row in rows
        )
        return tuple(sorted(found, key=lambda one: _worth(one.provenance)))

    def votes(self, symbol: str) -> tuple[VoteRecord, ...]:
        """See `RecordSource`. Votes on a lettered part of `symbol` carry the letter."""
        filed = self._filed(symbol)
        if filed not in self._votes:
            rows = self._vote_rows.get(filed, ())
            parts = () if rows else self._parts.get(filed, ())
            found = [self._vote(row, part="") for row in rows]
            found += [
                self._vote(row, part=name[-1])
                for name in parts
                for row in self._vote_rows.get(name, ())
            ]
            self._votes[filed] = tuple(
                sorted(found, key=lambda one: (one.part, *_worth(one.provenance)))
            )
        return self._votes[filed]

    def ballots(self, state: str, *, body: str, session: str) -> tuple[Ballot, ...]:
        """See `RecordSource`. A session of the Security Council is a year: ``1993``."""
        return tuple(
            Ballot(
                symbol=symbol,
                voted_on=self._day(symbol),
                choice=vote.choices[state],
                provenance=vote.provenance,
                label=self._label(symbol),
            )
            for symbol in self._by_session.get((body, session), ())
            for vote in self.votes(symbol)
            if state in vote.choices
        )

    def texts(self, symbol: str) -> tuple[RecordText, ...]:
        """See `RecordSource`: no text comes with the program."""
        del symbol
        return ()

    def totals(self) -> Mapping[str, int]:
        """See `RecordSource`."""
        ballots = sum(
            len(vote.choices) for symbol in self._vote_rows for vote in self.votes(symbol)
        )
        return {
            "resolutions": len(self._resolution_rows),
            "votes": sum(len(rows) for rows in self._vote_rows.values()),
            "ballots": ballots,
            "texts": 0,
        }

    def symbols(self) -> tuple[str, ...]:
        """Return every resolution on record, in the order of the file."""
        return tuple(self._resolution_rows)

    @cached_property
    def _resolution_rows(self) -> Mapping[str, tuple[Row, ...]]:
        return _by_symbol(self._catalogue.table(RESOLUTIONS))

    @cached_property
    def _vote_rows(self) -> Mapping[str, tuple[Row, ...]]:
        return _by_symbol(self._catalogue.table(VOTES))

    @cached_property
    def _by_session(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], list[str]] = {}
        for symbol in self._vote_rows:
            key = session_of(symbol)
            if key is not None:
                found.setdefault(key, []).append(symbol)
        return {key: tuple(symbols) for key, symbols in found.items()}

    @cached_property
    def _parts(self) -> Mapping[str, tuple[str, ...]]:
        """Resolutions by letter: ``A/RES/377(V)`` to ``A/RES/377(V)A``."""
        found: dict[str, list[str]] = {}
        for symbol in self._vote_rows:
            match = _PART.search(symbol)
            if match is not None:
                found.setdefault(symbol[: match.start("part")].rstrip(), []).append(symbol)
        return {whole: tuple(parts) for whole, parts in found.items()}

    @cached_property
    def _without_year(self) -> Mapping[str, str]:
        """Resolutions of the Council whose year the number alone does not tell us."""
        return {_YEAR.sub("", symbol): symbol for symbol in self._resolution_rows}

    @cached_property
    def _files(self) -> frozenset[str]:
        names = self._catalogue.shelf.names()
        return frozenset(name for name in names if name.startswith(ROLL_CALLS))

    def _filed(self, symbol: str) -> str:
        if symbol in self._resolution_rows:
            return symbol
        return self._without_year.get(symbol, symbol)

    def _vote(self, row: Row, *, part: str) -> VoteRecord:
        symbol = row["symbol"]
        choices: dict[str, Choice] = {}
        for column, choice in _NAMED:
            choices.update(dict.fromkeys(row[column].split(), choice))
        try:
            manner = Manner(row["manner"])
        except ValueError as exc:
            raise row.fault("manner", f"{row['manner']!r} is no manner of adoption") from exc
        vote = VoteRecord(
            symbol=symbol,
            manner=manner,
            provenance=self._catalogue.provenance(row),
            yes=row.number_or_none("yes"),
            no=row.number_or_none("no"),
            abstain=row.number_or_none("abstain"),
            not_voting=row.number_or_none("not_voting"),
            choices=MappingProxyType(choices),
            part=part,
            note=row["note"],
        )
        if symbol.startswith("S/"):
            day = self._day(symbol)
            vote = completed(vote, self.memberships.council(day) if day is not None else ())
        return self._with_roll_call(vote)

    def _with_roll_call(self, vote: VoteRecord) -> VoteRecord:
        """Add the roll-call on record to the vote whose totals are the same."""
        name = f"{ROLL_CALLS}{_NOT_IN_NAMES.sub('_', vote.symbol).strip('_')}.csv"
        if name not in self._files:
            return vote
        rows = self._catalogue.table(name)
        choices = {row["state"]: _choice(row, "choice") for row in rows}
        counted = Counter(choices.values())
        told = {Choice.YES: vote.yes, Choice.NO: vote.no, Choice.ABSTAIN: vote.abstain}
        if any(counted[choice] != total for choice, total in told.items()):
            return vote
        return VoteRecord(
            symbol=vote.symbol,
            manner=vote.manner,
            provenance=vote.provenance,
            yes=vote.yes,
            no=vote.no,
            abstain=vote.abstain,
            not_voting=vote.not_voting,
            choices=MappingProxyType(choices),
            complete=True,
            intended=MappingProxyType(
                {row["state"]: _choice(row, "intended") for row in rows if row["intended"]}
            ),
            part=vote.part,
            note=vote.note,
        )

    def _day(self, symbol: str) -> date | None:
        days = (row.day_or_none("adopted_on") for row in self._resolution_rows.get(symbol, ()))
        return next((day for day in days if day is not None), None)

    def _label(self, symbol: str) -> str:
        labels = (row["label"] for row in self._resolution_rows.get(symbol, ()))
        return next((label for label in labels if label), "")


def _by_symbol(rows: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["symbol"], []).append(row)
    return {symbol: tuple(group) for symbol, group in found.items()}


def _choice(row: Row, column: str) -> Choice:
    try:
        return Choice(row[column])
    except ValueError as exc:
        raise row.fault(column, f"{row[column]!r} is no choice") from exc


def _worth(provenance: Provenance) -> tuple[int, str]:
    return provenance.source.rank, provenance.source.key
