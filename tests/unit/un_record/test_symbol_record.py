from collections.abc import Mapping
from datetime import date

import pytest

from averment.catalogue.catalogue import packaged_catalogue
from averment.catalogue.provenance import Confidence, Provenance, Source
from averment.errors import InvalidSymbolError
from averment.un_record.ballot import Choice, Manner, VoteRecord
from averment.un_record.catalogue_record import CatalogueRecord
from averment.un_record.record import Ballot, RecordText
from averment.un_record.resolution import Resolution
from averment.un_record.symbol_record import SymbolRecord, symbol_record

PUBLISHED = CatalogueRecord(packaged_catalogue())


def source(rank: int) -> Provenance:
    told = Source(
        key=f"S{rank}",
        title=f"Source {rank}",
        kind="dataset",
        rank=rank,
        as_of=date(2026, 1, 1),
    )
    return Provenance(told, Confidence.SINGLE_SOURCE)


class FixedRecord:
    """A record of one resolution."""

    def __init__(self, *votes: VoteRecord, days: tuple[date, ...] = ()) -> None:
        self._votes = votes
        self._days = days

    def resolutions(self, symbol: str) -> tuple[Resolution, ...]:
        return tuple(
            Resolution(
                symbol=symbol,
                body="UNGA",
                adopted_on=day,
                meeting="",
                label="",
                provenance=source(2),
            )
            for day in self._days
        )

    def votes(self, _symbol: str) -> tuple[VoteRecord, ...]:
        return self._votes

    def ballots(self, _state: str, *, body: str, session: str) -> tuple[Ballot, ...]:
        del body, session
        return ()

    def texts(self, _symbol: str) -> tuple[RecordText, ...]:
        return ()

    def totals(self) -> Mapping[str, int]:
        return {}


def vote(rank: int, yes: int | None, **choices: Choice) -> VoteRecord:
    return VoteRecord(
        symbol="A/RES/62/243",
        manner=Manner.RECORDED,
        provenance=source(rank),
        yes=yes,
        choices=choices,
    )


def found(*votes: VoteRecord, days: tuple[date, ...] = ()) -> SymbolRecord:
    return symbol_record(
        FixedRecord(*votes, days=days),
        "A/RES/62/243",
        memberships=PUBLISHED.memberships,
        sessions=PUBLISHED.sessions,
    )


def test_sources_differ_by_a_figure_or_by_one_choice() -> None:
    record = found(
        vote(1, 39, PAK=Choice.YES),
        vote(2, 38),
        vote(3, 39, PAK=Choice.ABSTAIN),
        vote(4, 39, PAK=Choice.YES),
        vote(5, None),
    )

    assert [told.differs for told in record.votes] == [False, True, True, False, False]


def test_the_permanent_members_are_those_of_the_day() -> None:
    day = date(2008, 3, 14)
    [told] = found(vote(1, 1, FRA=Choice.NO), days=(day,)).votes

    assert dict(told.permanent) == {
        "CHN": None,
        "FRA": Choice.NO,
        "GBR": None,
        "RUS": None,
        "USA": None,
    }
    assert found(vote(1, 1)).votes[0].permanent == {}


def test_days_that_differ_are_marked() -> None:
    assert found(days=(date(2008, 3, 14), date(2008, 3, 15))).days_differ
    assert not found(days=(date(2008, 3, 14),)).days_differ


def test_letters_that_only_look_latin_are_read_and_told() -> None:
    record = symbol_record(
        FixedRecord(),
        "А/RЕS/62/243",
        memberships=PUBLISHED.memberships,
        sessions=PUBLISHED.sessions,
    )

    assert (record.symbol.text, record.look_alikes) == ("A/RES/62/243", ("А", "Е"))


def test_what_is_no_symbol_is_refused() -> None:
    with pytest.raises(InvalidSymbolError):
        symbol_record(
            FixedRecord(),
            "resolution 62",
            memberships=PUBLISHED.memberships,
            sessions=PUBLISHED.sessions,
        )
