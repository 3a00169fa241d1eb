from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averment.catalogue.catalogue import packaged_catalogue
from averment.un_record.catalogue_record import CatalogueRecord
from averment.un_record.character import character
from averment.un_record.consistency import (
    FaultKind,
    Weight,
    faults,
    is_impossible,
    look_alikes,
    printed_faults,
)
from averment.un_record.resolution import Character
from averment.un_record.session import Sessions, read_sessions
from averment.un_record.symbol import Symbol


def _sessions() -> Sessions:
    return read_sessions(packaged_catalogue())


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("S/RES/9999", FaultKind.NUMBER),
        ("S/RES/822 (1992)", FaultKind.YEAR),
        ("A/RES/62/900", FaultKind.NUMBER),
        ("A/RES/140/3", FaultKind.SESSION),
        ("A/HRC/RES/46/99", FaultKind.NUMBER),
        ("S/PRST/1990/4", FaultKind.BEFORE),
        ("E/CN.4/RES/2009/3", FaultKind.BEFORE),
    ],
)
def test_what_cannot_exist_is_said_to_be_impossible(symbol: str, kind: FaultKind) -> None:
    found = faults(Symbol.parse(symbol))

    assert found[0].kind is kind
    assert found[0].weight is Weight.IMPOSSIBLE
    assert is_impossible(found)


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [("A/RES/4000(XXXIV)", FaultKind.FORM), ("A/RES/25/2625", FaultKind.FORM)],
)
def test_mixed_ways_of_numbering_are_doubtful(symbol: str, kind: FaultKind) -> None:
    found = faults(Symbol.parse(symbol))

    assert [(fault.kind, fault.weight) for fault in found] == [(kind, Weight.DOUBTFUL)]


def test_a_session_later_than_any_on_record_is_doubtful_only() -> None:
    found = faults(Symbol.parse("A/RES/95/1"), sessions=_sessions())

    assert [(fault.kind, fault.weight) for fault in found] == [
        (FaultKind.SESSION, Weight.DOUBTFUL)
    ]


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("A/62/243", FaultKind.DOCUMENT),
        ("A/62/L.42", FaultKind.DRAFT),
        ("A/C.3/75/L.37/Rev.1", FaultKind.DRAFT),
        ("A/HRC/46/G/12", FaultKind.GOVERNMENT_LETTER),
        ("A/HRC/46/NGO/123", FaultKind.NGO_PAPER),
        ("A/75/496-S/2020/1018", FaultKind.JOINT_LETTER),
        ("GA/10693", FaultKind.PRESS_RELEASE),
        ("S/PRST/2020/5", FaultKind.STATEMENT),
        ("S/25600", FaultKind.DOCUMENT),
    ],
)
def test_papers_that_are_no_resolutions_are_told_by_their_nature(
    symbol: str, kind: FaultKind
) -> None:
    found = faults(Symbol.parse(symbol))

    assert [(fault.kind, fault.weight) for fault in found] == [(kind, Weight.NATURE)]


def test_what_a_text_says_beside_a_symbol_is_compared_with_it() -> None:
    symbol = Symbol.parse("A/RES/62/243")

    def kinds(**told: int | str | date) -> list[FaultKind]:
        year, day, body = told.get("year"), told.get("day"), told.get("body")
        return [
            fault.kind
            for fault in faults(
                symbol,
                year=year if isinstance(year, int) else None,
                day=day if isinstance(day, date) else None,
                body=body if isinstance(body, str) else None,
                sessions=_sessions(),
            )
        ]

    assert kinds() == []
    assert kinds(year=2008, body="UNGA") == []
    assert kinds(day=date(2008, 3, 14)) == []
    assert kinds(year=2012) == [FaultKind.YEAR]
    assert kinds(body="UNSC") == [FaultKind.BODY]
    assert kinds(day=date(2008, 12, 1)) == [FaultKind.DAY]
    assert kinds(day=date(2007, 3, 14)) == [FaultKind.DAY]


def test_the_human_rights_council_adopted_nothing_before_2006() -> None:
    found = faults(Symbol.parse("A/HRC/RES/1/2"), year=2004)

    assert FaultKind.BEFORE in {fault.kind for fault in found}


def test_a_year_in_a_running_number_of_the_council_is_told() -> None:
    assert [fault.kind for fault in printed_faults("see S/1993/25600")] == [FaultKind.BEFORE]
    assert printed_faults("see S/1994/567") == ()
    assert printed_faults("see S/25600") == ()


def test_letters_that_only_look_latin_are_found_with_their_places() -> None:
    assert look_alikes("\N{CYRILLIC CAPITAL LETTER A}/RES/62/243") == (
        (0, "\N{CYRILLIC CAPITAL LETTER A}"),
    )
    assert look_alikes("A/RES/62/243") == ()


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_look_alikes_are_letters_of_the_text(printed: str) -> None:
    assert all(printed[at] == letter for at, letter in look_alikes(printed))
    assert printed_faults(printed) is not None


def test_no_resolution_on_record_has_a_fault() -> None:
    record = CatalogueRecord(packaged_catalogue())
    wrong = [
        (one.symbol, found)
        for symbol in record.symbols()
        for one in record.resolutions(symbol)
        if (
            found := faults(
                Symbol.parse(one.symbol),
                day=one.adopted_on,
                body=one.body,
                sessions=record.sessions,
            )
        )
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("symbol", "told"),
    [
        ("S/RES/822 (1993)", Character.MAY_BIND),
        ("A/RES/62/243", Character.RECOMMENDS),
        ("A/HRC/RES/46/1", Character.RECOMMENDS),
        ("S/PRST/2020/5", None),
        ("A/62/243", None),
    ],
)
def test_what_a_body_can_do_follows_from_its_symbol(
    symbol: str, told: Character | None
) -> None:
    assert character(Symbol.parse(symbol)) is told
