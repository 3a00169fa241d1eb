"""Host names: which endings exist."""

from functools import cache
from importlib import resources


@cache
def _words(name: str) -> frozenset[str]:
    text = resources.files("averment.apparatus").joinpath(name).read_text("utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )


def is_top_level_domain(name: str) -> bool:
    """Say whether `name` is a top-level domain that this list knows; it is not complete."""
    return name.lower() in _words("top_level_domains.txt")
