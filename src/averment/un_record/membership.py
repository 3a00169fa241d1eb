"""Who was a member of which group on which day, and who is in two groups at once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from averment.catalogue.catalogue import Catalogue
from averment.catalogue.provenance import Provenance
from averment.catalogue.row import Row

MEMBERSHIPS = "memberships.csv"
PERMANENT = "UNSC-PERMANENT"
ELECTED = "UNSC"
"""The elected members; the permanent ones have a group of their own."""
UNITED_NATIONS = "UN"
_BLANKS = re.compile(r"[\s-]+")
_ARTICLE = "the "
_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One State's time in a group."""

    group: str
    state: str
    since: date
    until: date | None
    """The last day; None while it lasts."""
    provenance: Provenance
    note: str = ""

    def covers(self, day: date) -> bool:
        """Say whether `day` falls in it."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Memberships:
    """Every group on record."""

    _terms: Mapping[str, tuple[Term, ...]]

    def groups(self) -> tuple[str, ...]:
        """Return the ids of the groups, sorted."""
        return tuple(sorted(self._terms))

    def terms(self, group: str, state: str) -> tuple[Term, ...]:
        """Return the times of `state` in `group`, earliest first."""
        found = [term for term in self._terms.get(group, ()) if term.state == state]
        return tuple(sorted(found, key=lambda term: term.since))

    def members(self, group: str, day: date) -> tuple[str, ...]:
        """Return the codes of the members on `day`, sorted; nothing where none is on record."""
        present = [term for term in self._terms.get(group, ()) if term.covers(day)]
        # On the day of a succession the seat is counted once, as the successor's.
        if any(term.since == day for term in present):
            present = [term for term in present if term.until != day]
        return tuple(sorted({term.state for term in present}))

    def was_member(self, group: str, state: str, day: date) -> bool | None:
        """Say whether `state` was in `group` on `day`.

        None: no such group, or nobody is on record in it for that day.
        """
        members = self.members(group, day)
        return state in members if members else None

    def council(self, day: date) -> tuple[str, ...]:
        """Return all members of the Security Council on `day`, sorted.

        Nothing where the elected members of that day are not on record.
        """
        elected = self.members(ELECTED, day)
        return tuple(sorted({*elected, *self.members(PERMANENT, day)})) if elected else ()

    def overlap(self, first: str, second: str, day: date) -> tuple[str, ...]:
        """Return who was in both groups on `day`: a letter may count them twice."""
        other = set(self.members(second, day))
        return tuple(state for state in self.members(first, day) if state in other)


def read_memberships(catalogue: Catalogue) -> Memberships:
    """Return the groups of a catalogue.

    Raises:
        InvalidCatalogueError: A row is broken.
    """
    terms: dict[str, list[Term]] = {}
    for row in catalogue.table(MEMBERSHIPS):
        terms.setdefault(row["group"], []).append(_term(catalogue, row))
    return Memberships({group: tuple(found) for group, found in terms.items()})


def named_group(words: str) -> str | None:
    """Return the group that `words` name, or None.

    >>> named_group("the co-chairs of the OSCE Minsk Group"), named_group("the members")
    ('OSCE-MINSK-CO-CHAIRS', None)
    """
    return _names().get(_plain(words)) if len(words) <= _LONGEST else None


@cache
def _names() -> Mapping[str, str]:
    rows = tomllib.loads(
        resources.files("averment.un_record").joinpath("members.toml").read_text("utf-8")
    )["group"]
    return {_plain(name): row["id"] for row in rows for name in row["names"]}


def _plain(words: str) -> str:
    return _BLANKS.sub(" ", words.strip().lower()).removeprefix(_ARTICLE)


def _term(catalogue: Catalogue, row: Row) -> Term:
    return Term(
        group=row["group"],
        state=row["state"],
        since=row.day("from"),
        until=row.day_or_none("until"),
        provenance=catalogue.provenance(row),
        note=row["note"],
    )
