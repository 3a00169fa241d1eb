"""A rule is what one kind of finding has in common: its code, its usual severity, its page."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from types import MappingProxyType

from averment.errors import UnknownCodeError
from averment.findings.finding import Severity

FAMILY_LENGTH = 3
"""A code is a family in three capital letters, and a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of finding."""

    code: str
    family: str
    """First letters of the code: ``CIT``."""
    severity: Severity
    """What it is as a rule; a check may lower or raise it for one place."""
    title: str
    remedy: str
    """What to do about it as a rule, in one sentence."""


def family_of(code: str) -> str:
    """Return the family that `code` belongs to by its letters."""
    return code[:FAMILY_LENGTH]


def _load() -> tuple[Mapping[str, Rule], Mapping[str, str]]:
    package = files(__package__)
    families = tomllib.loads(package.joinpath("rules.toml").read_text("utf-8"))["families"]
    rules = {}
    for family in families:
        source = package.joinpath("codes", f"{family.lower()}.toml")
        if not source.is_file():  # a family whose checks are still to come
            continue
        for code, row in sorted(tomllib.loads(source.read_text("utf-8")).items()):
            rules[code] = Rule(
                code=code,
                family=family_of(code),
                severity=Severity[row["severity"].upper()],
                title=row["title"],
                remedy=row["remedy"],
            )
    return MappingProxyType(rules), MappingProxyType(families)


RULES, FAMILIES = _load()
"""Code to rule, in the order of the codes; family to its name, in the order of the file."""


def title_of(code: str) -> str:
    """Return the title of `code`; empty where no rule has it."""
    return RULES[code].title if code in RULES else ""


def page_of(code: str) -> str:
    """Return the page on a code, in Markdown: why it matters, how to mend it, who says so.

    Raises:
        UnknownCodeError: No rule has this code.
    """
    wanted = code.strip().upper()
    if wanted not in RULES:
        near = get_close_matches(wanted, RULES, n=3)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        raise UnknownCodeError(
            f"no finding has the code {code!r}: {hint}`aver explain --list` prints them all"
        )
    return files(__package__).joinpath("pages", f"{wanted}.md").read_text("utf-8")
