"""From an alleged act to the provisions that it may engage.

The parties are not asked for, so they cannot matter: the same act by either side gives the same
provisions.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from averment.catalogue.catalogue import Catalogue, packaged_catalogue
from averment.errors import InvalidCatalogueError, UnknownNameError
from averment.law.crime import Crime, read_crimes
from averment.law.custom import CustomaryRule, Reach, read_customary_rules
from averment.law.element import NO_FACTS, Element, Facts, hold_against, without_doubles
from averment.law.provisions import provision_book
from averment.law.qualification import Branch, BranchRules, CommonRules, Norm, Qualification
from averment.law.qualification_map import Entry, QualificationMap, read_qualification_map

COMMON_ARTICLE_3 = "GC4-1949:3"
_FIGURES = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alleged:
    """An alleged act as the law looks at it: no field for who is said to have done it."""

    act: str
    """Id of the vocabulary of acts."""
    target: str | None = None
    weapon: str | None = None
    victims: tuple[str, ...] = ()
    """Further target ids: whom it harmed, as ``children``."""
    facts: Facts = NO_FACTS
    """What the allegation gives, to hold the elements against."""


def qualify(
    act: str,
    *,
    target: str | None = None,
    weapon: str | None = None,
    victims: Sequence[str] = (),
    catalogue: Catalogue | None = None,
) -> Qualification:
    """Return the provisions that an act may engage.

    Args:
        act: Id of the vocabulary of acts: ``shelling``.
        target: Id of the vocabulary of targets: ``hospital``.
        weapon: Id of the vocabulary of weapons: ``cluster_munition``.
        victims: Further target ids, of those who were harmed: ``children``.
        catalogue: Where to look; that of the package by default.

    Raises:
        UnknownNameError: An id is in none of the vocabularies.
        InvalidCatalogueError: The map is broken.
    """
    shelf = catalogue or packaged_catalogue()
    known = read_qualification_map(shelf)
    targets = tuple(dict.fromkeys([target, *victims] if target else victims))
    _check(known, act, targets, weapon)
    if act in known.not_legal:
        return Qualification(
            act=act,
            targets=targets,
            weapon=weapon,
            branches=dict.fromkeys(Branch, BranchRules()),
            none_because=known.not_legal[act],
        )
    gathered = _Gathered(known, tuple(known.fitting(act, targets, weapon)), shelf)
    return replace(gathered.qualification(act), targets=targets, weapon=weapon)


def qualify_allegation(
    alleged: Alleged, *, catalogue: Catalogue | None = None
) -> Qualification:
    """Return the provisions, each element with the words of the letter that speak of it.

    Raises:
        UnknownNameError: An id is in none of the vocabularies.
        InvalidCatalogueError: The map is broken.
    """
    found = qualify(
        alleged.act,
        target=alleged.target,
        weapon=alleged.weapon,
        victims=alleged.victims,
        catalogue=catalogue,
    )
    return replace(found, elements=hold_against(found.elements, alleged.facts))


def _check(
    known: QualificationMap, act: str, targets: Iterable[str], weapon: str | None
) -> None:
    _check_id("act", act, known.acts | known.not_legal.keys())
    for target in targets:
        _check_id("target", target, known.targets)
    if weapon is not None:
        _check_id("weapon", weapon, known.weapons)


def _check_id(kind: str, wanted: str, ids: frozenset[str]) -> None:
    if wanted in ids:
        return
    near = get_close_matches(wanted, sorted(ids))
    hint = f"did you mean {' or '.join(near)}?" if near else "see the vocabulary"
    raise UnknownNameError(f"there is no {kind} {wanted!r}: {hint}")


class _Gathered:
    """What the fitting entries say together, each thing once."""

    def __init__(
        self, known: QualificationMap, entries: tuple[Entry, ...], catalogue: Catalogue
    ) -> None:
        self._known = known
        self._entries = entries
        self._book = provision_book(catalogue)
        self._crimes = read_crimes(catalogue)
        rules = read_customary_rules(catalogue)
        numbers = sorted({number for entry in entries for number in entry.custom})
        try:
            self._custom = tuple(rules[number] for number in numbers)
        except KeyError as exc:
            raise InvalidCatalogueError(f"the map names rule {exc}, of which none is") from exc

    def qualification(self, act: str) -> Qualification:
        """Return it all, for `act`."""
        iac, niac = self._norms("iac", "always"), self._norms("niac", "always")
        crimes = {
            name: self._crimes_of(name) for name in ("crimes_iac", "crimes_niac", "crimes")
        }
        branches = {
            Branch.IAC: BranchRules(
                provisions=iac,
                custom=tuple(rule for rule in self._custom if rule.iac is not Reach.NO),
                crimes=crimes["crimes_iac"],
            ),
            Branch.NIAC: BranchRules(
                provisions=niac,
                custom=tuple(rule for rule in self._custom if rule.niac is not Reach.NO),
                crimes=crimes["crimes_niac"],
            ),
            Branch.OCCUPATION: BranchRules(provisions=self._norms("occupation", "always")),
            Branch.PEACE: BranchRules(provisions=self._norms("peace", "always")),
        }
        named = tuple(crime for group in crimes.values() for crime in group)
        return Qualification(
            act=act,
            common=_common(self._custom, iac, niac),
            branches=branches,
            crimes=crimes["crimes"],
            rights=self._norms("rights"),
            elements=without_doubles([*self._own_elements(), *_special(named)]),
            traps=tuple(dict.fromkeys(trap for entry in self._entries for trap in entry.traps)),
        )

    def _norms(self, *names: str) -> tuple[Norm, ...]:
        refs = [ref for name in names for entry in self._entries for ref in entry.lists[name]]
        return _in_order(self._norm(ref) for ref in dict.fromkeys(refs))

    def _norm(self, ref: str) -> Norm:
        instrument, _, number = ref.rpartition(":")
        provision = self._book.find(instrument, number)
        if provision is None:
            raise InvalidCatalogueError(
                f"the map names {ref}, which provisions.csv does not have"
            )
        return Norm(
            instrument=instrument,
            provision=number,
            label=provision.label,
            region=self._known.regions.get(instrument),
            condition=self._known.condition_of(instrument, ref),
        )

    def _crimes_of(self, name: str) -> tuple[Crime, ...]:
        """Return the crimes of one list, in the order of the Statute."""
        named = {ref for entry in self._entries for ref in entry.lists[name]}
        if stray := sorted(named - self._crimes.keys()):
            raise InvalidCatalogueError(
                f"the map names the crime {stray[0]}, which is not there"
            )
        return tuple(crime for ref, crime in self._crimes.items() if ref in named)

    def _own_elements(self) -> tuple[Element, ...]:
        return tuple(element for entry in self._entries for element in entry.elements)


def _common(
    custom: tuple[CustomaryRule, ...], iac: tuple[Norm, ...], niac: tuple[Norm, ...]
) -> CommonRules:
    between_states = {norm.ref for norm in iac} | {COMMON_ARTICLE_3}
    return CommonRules(
        custom=tuple(rule for rule in custom if rule.is_common),
        provisions=tuple(norm for norm in niac if norm.ref in between_states),
    )


def _special(crimes: Iterable[Crime]) -> list[Element]:
    return [element for crime in crimes for element in crime.elements if element.special]


def _in_order(norms: Iterable[Norm]) -> tuple[Norm, ...]:
    """Return norms by instrument, in the order of first mention, then by number.

    Instruments open to all States come before those of a region.
    """
    told = list(norms)
    first = {norm.instrument: place for place, norm in reversed(list(enumerate(told)))}
    return tuple(
        sorted(
            told,
            key=lambda norm: (
                norm.region or "",
                first[norm.instrument],
                _natural(norm.provision),
            ),
        )
    )


def _natural(provision: str) -> list[tuple[int, str]]:
    """Return a key by which 9 comes before 10, and 51(2) behind 51."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in _FIGURES.split(provision)
        if part
    ]
