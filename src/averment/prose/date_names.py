"""The words that make a date: months of many languages, weekdays, seasons."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES.split())}
# EDTF level 1: 21 spring, 22 summer, 23 autumn, 24 winter.
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}


@dataclass(frozen=True, slots=True)
class MonthName:
    """What a word says about the month."""

    month: int
    """1 to 12."""
    english: bool
    """A full English name: may stand without day or year."""
    short: bool
    """An abbreviation, which other words may look like."""


@cache
def month_names() -> dict[str, MonthName]:
    """Return every month name in lower case; English wins where languages share a word."""
    table = tomllib.loads(files(__package__).joinpath("months.toml").read_text("utf-8"))
    names: dict[str, MonthName] = {}
    for language, forms in table.items():
        for form in ("full", "short"):
            for month, words in enumerate(forms[form], start=1):
                for word in words:
                    name = MonthName(
                        month, language == "en" and form == "full", form == "short"
                    )
                    names.setdefault(word, name)
    return names
