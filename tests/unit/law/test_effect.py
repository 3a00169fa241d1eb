"""Effect dates against days that depositaries and lists state."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averment.law.effect import EffectRule, effect_of, months_later
from averment.law.lawbook import packaged_lawbook

VECTORS = Path(__file__).parents[4] / "shared" / "data" / "law" / "eif_test_vectors.csv"
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("deposit", "rule", "in_force", "effect"),
    [
        (date(2023, 11, 14), EffectRule.ROME, date(2002, 7, 1), date(2024, 2, 1)),
        (date(2002, 7, 1), EffectRule.ROME, date(2002, 7, 1), date(2002, 9, 1)),
        (date(2001, 4, 17), EffectRule.MONTHS_3, date(2004, 3, 9), date(2004, 3, 9)),
        (date(1996, 8, 16), EffectRule.DAYS_90, date(1951, 1, 12), date(1996, 11, 14)),
        (date(2020, 11, 23), EffectRule.DAYS_30, date(2001, 10, 20), date(2020, 12, 23)),
        (date(2005, 8, 31), EffectRule.MONTHS_6, None, date(2006, 2, 28)),
        (date(2012, 12, 27), EffectRule.FIRST_6, date(1999, 3, 1), date(2013, 6, 1)),
        (date(1974, 5, 3), EffectRule.AT_ONCE, date(1953, 9, 3), date(1974, 5, 3)),
        (date(2014, 3, 14), EffectRule.FIRST_4, None, date(2014, 7, 1)),
    ],
)
def test_the_clause_gives_the_day(
    deposit: date, rule: EffectRule, in_force: date | None, effect: date
) -> None:
    assert effect_of(deposit, rule, in_force=in_force) == effect


@given(DAYS, st.sampled_from(EffectRule), DAYS)
def test_no_effect_before_deposit_or_before_the_instrument(
    deposit: date, rule: EffectRule, in_force: date
) -> None:
    assert effect_of(deposit, rule, in_force=in_force) >= max(deposit, in_force)


@given(DAYS, DAYS, st.sampled_from(EffectRule))
def test_a_later_deposit_never_has_an_earlier_effect(
    one: date, other: date, rule: EffectRule
) -> None:
    first, second = sorted((one, other))
    assert effect_of(first, rule, in_force=None) <= effect_of(second, rule, in_force=None)


@given(DAYS, st.integers(0, 60))
def test_months_later_keeps_the_day_or_takes_the_last_one(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


def test_the_shared_vectors_but_for_three_of_which_the_source_is_wrong() -> None:
    if not VECTORS.is_file():
        pytest.skip("the shared vectors are not here")
    instruments = packaged_lawbook().instruments
    differing = []
    rows = list(csv.DictReader(VECTORS.read_text("utf-8").splitlines()))
    for row in rows:
        instrument = instruments[row["instrument_id"]]
        assert instrument.effect is not None
        computed = effect_of(
            date.fromisoformat(row["deposit_date"]),
            instrument.effect,
            in_force=instrument.in_force,
        )
        if computed != date.fromisoformat(row["effective_in_source"]):
            differing.append(row["state_label"])
    assert len(rows) - len(differing) == 80
    assert differing == ["Cameroon", "Hungary", "Kuwait"]
