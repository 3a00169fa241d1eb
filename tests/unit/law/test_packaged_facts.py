"""The facts that come with the program: every row is held against what cannot be."""

from collections import Counter
from datetime import date, timedelta

import pytest

from averment.law.bound import bound
from averment.law.instrument import InstrumentKind
from averment.law.lawbook import packaged_lawbook
from averment.law.names import instruments as named_instruments
from averment.law.participation import JOINING, LEAVING, SIGNING, Act, ActKind
from averment.law.standing import Answer
from averment.prose.states import states

BOOK = packaged_lawbook()
WITH_ACTS = [key for key in BOOK.instruments if BOOK.participants(key)]
CODES = {state.code for state in states()}
TODAY = BOOK.catalogue.manifest.as_of


def all_acts(instrument: str) -> list[Act]:
    return [act for acts in BOOK.participants(instrument).values() for act in acts]


@pytest.mark.parametrize("instrument", WITH_ACTS)
def test_acts_are_of_known_states_and_no_earlier_than_the_instrument(instrument: str) -> None:
    adopted = BOOK.instruments[instrument].adopted

    for act in all_acts(instrument):
        assert act.state in CODES
        assert act.on <= TODAY
        if act.kind in JOINING | SIGNING and adopted is not None:
            assert act.on >= adopted, act
        if act.stated_effect is not None and act.kind in JOINING:
            in_force = BOOK.instruments[instrument].in_force
            assert in_force is None or act.stated_effect >= in_force, act


@pytest.mark.parametrize("instrument", WITH_ACTS)
def test_no_state_joins_twice_by_one_source_without_leaving(instrument: str) -> None:
    for state, acts in BOOK.participants(instrument).items():
        joined: Counter[str] = Counter()
        for act in acts:
            if act.kind in LEAVING or act.kind is ActKind.INSTRUMENT_WITHDRAWN:
                joined.clear()
            if act.kind in JOINING:
                joined[act.provenance.source.key] += 1
        assert all(number == 1 for number in joined.values()), (instrument, state)


@pytest.mark.parametrize("instrument", WITH_ACTS)
def test_rows_stand_in_order(instrument: str) -> None:
    rows = BOOK.catalogue.table(f"participation/{instrument}.csv")

    assert [row["state"] for row in rows] == sorted(row["state"] for row in rows)


@pytest.mark.parametrize("instrument", WITH_ACTS)
def test_nobody_is_bound_before_the_instrument_is_in_force(instrument: str) -> None:
    in_force = BOOK.instruments[instrument].in_force
    if in_force is None:
        return
    eve = in_force - timedelta(days=1)
    immediate = BOOK.instruments[instrument].immediate_clause

    answers = {bound(BOOK, state, instrument, eve).answer for state in CODES}

    assert Answer.BOUND not in answers or immediate


@pytest.mark.parametrize("instrument", WITH_ACTS)
def test_who_is_bound_stays_bound_until_it_leaves(instrument: str) -> None:
    days = [date(year, 7, 1) for year in range(1950, 2026, 3)]
    for state, acts in BOOK.participants(instrument).items():
        if any(act.kind in LEAVING or act.provenance.confidence == "contested" for act in acts):
            continue
        history = BOOK.states.get(state)
        if history is not None and history.ended is not None:
            continue
        answers = [bound(BOOK, state, instrument, day).answer for day in days]
        since = answers.index(Answer.BOUND) if Answer.BOUND in answers else len(answers)
        after = set(answers[since:])
        assert after <= {Answer.BOUND}, (instrument, state, after)


def test_every_instrument_of_the_catalogue_can_be_named_or_is_an_amendment() -> None:
    unnamed = [
        key
        for key, instrument in BOOK.instruments.items()
        if key not in named_instruments() and instrument.kind is not InstrumentKind.AMENDMENT
    ]

    assert unnamed == []


def test_carriers_regions_and_rules_are_there() -> None:
    for instrument in BOOK.instruments.values():
        assert not instrument.parent or instrument.parent in BOOK.instruments
        assert not instrument.open_to or instrument.open_to in BOOK.regions
    for region in BOOK.regions.values():
        assert region <= CODES


def test_positions_of_contested_entities_are_two_at_least() -> None:
    contested = [one for one in BOOK.entities.values() if one.kind == "contested"]

    assert contested
    assert all(len(one.positions) > 1 for one in contested)
    assert all(position.held_by for one in contested for position in one.positions)
