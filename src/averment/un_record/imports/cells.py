"""Cells that all tables of votes share: symbols, days, totals."""

import re
from collections.abc import Mapping
from datetime import date

from averment.catalogue.user_table import UserTable, shown
from averment.errors import InvalidSymbolError
from averment.un_record.symbol import Symbol

_BODIES = {"A": "UNGA", "S": "UNSC"}
_BRACKETED = re.compile(r"\[([A-Z])\]")
_SYMBOL = re.compile(r"[AS]/[A-Za-z0-9()./\[\] -]{1,60}")
_WHOLE = re.compile(r"([0-9]{1,4})(?:\.0{1,2})?")
_ABSENT = frozenset({"", "NA", "NaN", "nan", "None"})
_DAY_LETTERS = 10


def read_symbol(table: UserTable, cells: list[str], column: str) -> str:
    """Return the symbol in canonical form; as printed where its kind is not known.

    Raises:
        InvalidImportError: It does not look like a symbol at all.
    """
    printed = table.cell(cells, column)
    plain = _BRACKETED.sub(r"\1", printed)
    try:
        return Symbol.parse(plain).text
    except InvalidSymbolError as exc:
        if _SYMBOL.fullmatch(printed):
            return printed
        raise table.fault(column, f"{shown(printed)} is no symbol") from exc


def body_of(symbol: str) -> str:
    """Return the id of the body whose resolution a symbol is, by its first letter."""
    return _BODIES.get(symbol[:1], "")


def read_day(table: UserTable, cells: list[str], column: str) -> date | None:
    """Return the day in a cell, None where there is none.

    Raises:
        InvalidImportError: It is none that ISO 8601 knows.
    """
    printed = table.cell(cells, column)
    if printed in _ABSENT:
        return None
    try:
        # Some exports add a time of day.
        return date.fromisoformat(printed[:_DAY_LETTERS])
    except ValueError as exc:
        raise table.fault(column, f"{shown(printed)} is no day like 2020-10-27") from exc


def read_total(table: UserTable, cells: list[str], column: str) -> int | None:
    """Return the number in a cell, ``39`` or ``39.0``; None where there is none.

    Raises:
        InvalidImportError: It is no whole number.
    """
    printed = table.cell(cells, column)
    if printed in _ABSENT:
        return None
    number = _WHOLE.fullmatch(printed)
    if number is None:
        raise table.fault(column, f"{shown(printed)} is no whole number")
    return int(number[1])


def read_text(table: UserTable, cells: list[str], column: str, *, limit: int = 300) -> str:
    """Return a label, cut at `limit` characters; empty where the file has none."""
    printed = table.cell(cells, column)
    return "" if printed in _ABSENT else printed[:limit]


def sums_to(found: Mapping[str, int], totals: Mapping[str, int | None]) -> bool:
    """Say whether the choices that were gathered sum to the totals that the file states."""
    stated = {name: number for name, number in totals.items() if number is not None}
    return all(found[name] == number for name, number in stated.items())
