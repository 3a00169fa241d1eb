"""Word lists of the checks on citations and sources, read once from their files."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the table in the file `name`, which lies beside this module."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def one_of(name: str, key: str) -> re.Pattern[str]:
    """Return one pattern for all patterns of a list: any of them fits, without case.

    Args:
        name: The file, without its ending.
        key: The list; ``table.list`` where it stands in a table of the file.
    """
    found = table(name)
    *tables, last = key.split(".")
    for part in tables:
        found = found[part]
    return re.compile("|".join(f"(?:{pattern})" for pattern in found[last]), re.IGNORECASE)
