"""The map from acts, targets and weapons to provisions, as the catalogue has it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from averment.catalogue.catalogue import Catalogue
from averment.errors import InvalidCatalogueError
from averment.law.element import Element, read_element
from averment.law.qualification import Region

FILE = "qualification.toml"
_FEW_CATALOGUES = 4
_BUNDLE = "@"
_LISTS = (
    "iac", "niac", "occupation", "peace", "always", "rights",
    "crimes_iac", "crimes_niac", "crimes",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: for which allegations it holds, and what it adds."""

    acts: frozenset[str]
    """Empty: any act."""
    targets: frozenset[str]
    """Empty: any target, or none."""
    weapons: frozenset[str]
    not_targets: frozenset[str]
    """Targets beside which it does not hold."""
    not_weapons: frozenset[str]
    lists: Mapping[str, tuple[str, ...]]
    """References by the name of the list: iac, niac, ..., bundles unpacked."""
    custom: tuple[int, ...]
    elements: tuple[Element, ...]
    traps: tuple[str, ...]

    def fits(self, act: str, targets: Collection[str], weapon: str | None) -> bool:
        """Say whether it holds for an allegation."""
        return (
            (not self.acts or act in self.acts)
            and (not self.targets or not self.targets.isdisjoint(targets))
            and (not self.weapons or weapon in self.weapons)
            and self.not_targets.isdisjoint(targets)
            and weapon not in self.not_weapons
        )

    @property
    def is_base(self) -> bool:
        """Whether it holds for its acts without a target or weapon being named."""
        return not self.targets and not self.weapons


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationMap:
    """All entries, and all ids that they may speak of."""

    entries: tuple[Entry, ...]
    acts: frozenset[str]
    """Those that a base entry covers."""
    not_legal: Mapping[str, str]
    """Acts for which no provision can be named, with the reason."""
    targets: frozenset[str]
    weapons: frozenset[str]
    regions: Mapping[str, Region]
    """By instrument, for those of one part of the world."""
    conditions: Mapping[str, str]
    """When an instrument, or one provision of it, reaches an act at all, by its reference."""

    def condition_of(self, instrument: str, ref: str) -> str:
        """Return when a provision reaches an act: its own condition, or its instrument's."""
        return self.conditions.get(ref) or self.conditions.get(instrument, "")

    def fitting(self, act: str, targets: Iterable[str], weapon: str | None) -> Iterator[Entry]:
        """Yield the entries that hold for an allegation, in the order of the file."""
        told = tuple(targets)
        return (entry for entry in self.entries if entry.fits(act, told, weapon))


@lru_cache(maxsize=_FEW_CATALOGUES)
def read_qualification_map(catalogue: Catalogue) -> QualificationMap:
    """Return the map of `catalogue`.

    Raises:
        InvalidCatalogueError: It is broken, or speaks of a target, weapon, family or bundle
            that it does not define.
    """
    try:
        return _Reader(catalogue.document(FILE)).read()
    except (KeyError, TypeError, ValueError, AttributeError) as exc:
        raise InvalidCatalogueError(f"{FILE} is broken: {exc!r}") from exc


class _Reader:
    """Reads the file; every fault is a KeyError, TypeError or ValueError."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        self._written = written
        self._targets = frozenset(written["targets"])
        self._weapons = frozenset(written["weapons"])

    def read(self) -> QualificationMap:
        """Return the map."""
        entries = tuple(self._entry(entry) for entry in self._written["entry"])
        covered = [entry.acts for entry in entries if entry.is_base]
        return QualificationMap(
            entries=entries,
            acts=frozenset[str]().union(*covered),
            not_legal={row["act"]: row["reason"] for row in self._written["not_legal"]},
            targets=self._targets,
            weapons=self._weapons,
            regions={
                instrument: Region(region)
                for region, instruments in self._written.get("regions", {}).items()
                for instrument in instruments
            },
            conditions={
                str(ref): str(condition)
                for ref, condition in self._written.get("conditions", {}).items()
            },
        )

    def _entry(self, written: Mapping[str, Any]) -> Entry:
        families = self._written["families"]
        acts = set(written.get("acts", ()))
        for family in written.get("families", ()):
            acts.update(families[family])
        return Entry(
            acts=frozenset(acts),
            targets=_known(written.get("targets", ()), self._targets),
            weapons=_known(written.get("weapons", ()), self._weapons),
            not_targets=_known(written.get("not_targets", ()), self._targets),
            not_weapons=_known(written.get("not_weapons", ()), self._weapons),
            lists={name: self._references(written.get(name, ())) for name in _LISTS},
            custom=tuple(written.get("custom", ())),
            elements=tuple(read_element(one) for one in written.get("elements", ())),
            traps=tuple(written.get("traps", ())),
        )

    def _references(self, written: Iterable[str]) -> tuple[str, ...]:
        found: list[str] = []
        for ref in written:
            if ref.startswith(_BUNDLE):
                found += self._written["bundles"][ref.removeprefix(_BUNDLE)]
            else:
                found.append(ref)
        return tuple(found)


def _known(ids: Iterable[str], vocabulary: frozenset[str]) -> frozenset[str]:
    told = frozenset(ids)
    if stray := sorted(told - vocabulary):
        raise ValueError(f"{stray[0]} is not in the list of ids")
    return told
