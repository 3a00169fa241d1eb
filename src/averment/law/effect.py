"""From the deposit of an instrument to its effect for that State: the treaties' own clauses.

Effect is never before the treaty's own entry into force. Successions are not computed: their
effect is the day of the State succession (Vienna Convention of 1978, article 23).
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

_MONTHS_A_YEAR = 12
_ROME_DAYS = 60
_FIRST = "first"


class EffectRule(StrEnum):
    """How long after the deposit; the codes of ``instruments.toml``."""

    AT_ONCE = "0d"
    DAYS_30 = "30d"
    DAYS_60 = "60d"
    DAYS_90 = "90d"
    MONTHS_1 = "1m"
    MONTHS_2 = "2m"
    MONTHS_3 = "3m"
    MONTHS_4 = "4m"
    MONTHS_6 = "6m"
    MONTHS_12 = "12m"
    FIRST_1 = "first1"
    """First day of the month after the month of the deposit; the next ones likewise."""
    FIRST_2 = "first2"
    FIRST_3 = "first3"
    FIRST_4 = "first4"
    """"The month following a period of three months", as several treaties put it."""
    FIRST_6 = "first6"
    ROME = "rome"
    """First day of the month after the 60th day following the deposit."""


def effect_of(deposit: date, rule: EffectRule, *, in_force: date | None) -> date:
    """Return the day from which an act deposited on `deposit` has effect.

    Args:
        deposit: Day of the deposit with the depositary.
        rule: The instrument's own clause.
        in_force: Entry into force of the instrument itself; None where not known.

    >>> effect_of(date(2023, 11, 14), EffectRule.ROME, in_force=date(2002, 7, 1))
    datetime.date(2024, 2, 1)
    """
    own = _by_rule(deposit, rule)
    return own if in_force is None else max(own, in_force)


def months_later(day: date, months: int) -> date:
    """Return the same day of the month `months` later, or that month's last day.

    >>> months_later(date(2005, 8, 31), 6)
    datetime.date(2006, 2, 28)
    """
    index = day.year * _MONTHS_A_YEAR + day.month - 1 + months
    year, month = index // _MONTHS_A_YEAR, index % _MONTHS_A_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _by_rule(deposit: date, rule: EffectRule) -> date:
    if rule is EffectRule.ROME:
        return months_later((deposit + timedelta(days=_ROME_DAYS)).replace(day=1), 1)
    if rule.value.startswith(_FIRST):
        return months_later(deposit.replace(day=1), int(rule.value.removeprefix(_FIRST)))
    number, unit = int(rule.value[:-1]), rule.value[-1]
    return deposit + timedelta(days=number) if unit == "d" else months_later(deposit, number)
