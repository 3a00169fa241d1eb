"""What a qualification says: provisions that an alleged act may engage, by kind of situation.

"May engage" and no more: nothing here says that the act happened, that a provision was broken,
or that it bound anybody on that day. Nothing here depends on who is said to have acted.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from averment.law.crime import Crime
from averment.law.custom import CustomaryRule
from averment.law.element import Element


class Branch(StrEnum):
    """A kind of situation with its own body of rules."""

    IAC = "iac"
    """Armed conflict between States."""
    NIAC = "niac"
    """Other armed conflict."""
    OCCUPATION = "occupation"
    """Territory is occupied: these come in addition to those of IAC."""
    PEACE = "peace"
    """No armed conflict: these come in addition to the human-rights norms."""


class Region(StrEnum):
    """A part of the world with human-rights treaties of its own."""

    AFRICA = "africa"
    AMERICAS = "americas"
    EUROPE = "europe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """One treaty provision, or one of a declaration or a set of principles."""

    instrument: str
    """Id: ``AP1-1977``."""
    provision: str
    """``51(2)``, ``rule 43``; ``*`` for the instrument as a whole."""
    label: str
    """In our own words."""
    region: Region | None = None
    """Of which part of the world the instrument is; None where it is open to all States.

    Whoever prints for a State leaves out the regions of which the State is none.
    """
    condition: str = ""
    """When it reaches an act at all; empty where nothing special must hold."""

    @property
    def ref(self) -> str:
        """Reference as the catalogue writes it: ``AP1-1977:51(2)``."""
        return f"{self.instrument}:{self.provision}"

    @property
    def printed(self) -> str:
        """Return the provision as one cites it: ``art. 51(2)``, ``rule 43``, or nothing."""
        if self.provision == "*":
            return ""
        return f"art. {self.provision}" if self.provision[0].isdecimal() else self.provision


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchRules:
    """What may be engaged in one kind of situation."""

    provisions: tuple[Norm, ...] = ()
    custom: tuple[CustomaryRule, ...] = ()
    """Empty for OCCUPATION and PEACE."""
    crimes: tuple[Crime, ...] = ()
    """War crimes of that kind of conflict; empty for PEACE."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonRules:
    """What holds in every armed conflict, however it is classified."""

    custom: tuple[CustomaryRule, ...] = ()
    provisions: tuple[Norm, ...] = ()
    """Common article 3 among them, where it may be engaged: the International Court of Justice
    called its rules a minimum in all armed conflict (Nicaragua, 1986)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """The candidate provisions for one alleged act."""

    act: str
    targets: tuple[str, ...] = ()
    weapon: str | None = None
    common: CommonRules = CommonRules()
    branches: Mapping[Branch, BranchRules]
    """All four, in the order of `Branch`."""
    crimes: tuple[Crime, ...] = ()
    """Genocide, crimes against humanity, aggression: need no armed conflict between States."""
    rights: tuple[Norm, ...] = ()
    """Human-rights norms, beside the others: those open to all States first, then by region."""
    elements: tuple[Element, ...] = ()
    """To be shown: those of the act, then the special ones of the crimes."""
    traps: tuple[str, ...] = ()
    """What a rule does not say."""
    none_because: str = ""
    """Why no provision can be named; empty where some are."""

    def only_in(self, branch: Branch) -> BranchRules:
        """Return the rules of `branch` that are not common to all armed conflict.

        Where there is none (PEACE), nothing is left out: the Genocide Convention, say, needs no
        armed conflict.
        """
        rules = self.branches[branch]
        if branch is Branch.PEACE:
            return rules
        common = {norm.ref for norm in self.common.provisions}
        return BranchRules(
            provisions=tuple(norm for norm in rules.provisions if norm.ref not in common),
            custom=tuple(rule for rule in rules.custom if not rule.is_common),
            crimes=rules.crimes,
        )

    def rights_for(self, regions: Collection[Region]) -> tuple[Norm, ...]:
        """Return the human-rights norms that are open to all States, or of one of `regions`."""
        return tuple(
            norm for norm in self.rights if norm.region is None or norm.region in regions
        )

    @property
    def shown(self) -> tuple[Element, ...]:
        """The elements that the letter's own words speak of."""
        return tuple(element for element in self.elements if element.shown is not None)

    @property
    def not_shown(self) -> tuple[Element, ...]:
        """The elements that no words of the letter speak of."""
        return tuple(element for element in self.elements if element.shown is None)
