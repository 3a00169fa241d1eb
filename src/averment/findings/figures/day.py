"""Full dates: the day that an EDTF value names, and the day of the letter."""

import re
from datetime import date

from averment.claims.reading import Reading

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day_of(value: str) -> date | None:
    """Return the day that `value` names, or None where it is no full date that exists."""
    if not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def day_written(reading: Reading) -> date | None:
    """Return the day of the letter, where it is known in full."""
    dated = reading.letterhead.date
    return day_of(dated.value) if dated is not None else None
