"""An instrument as the catalogue has it: when it came about, how one joins and leaves it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from averment.catalogue.catalogue import Catalogue
from averment.catalogue.provenance import Provenance
from averment.errors import InvalidCatalogueError
from averment.law.effect import EffectRule

FILE = "instruments.toml"


class InstrumentKind(StrEnum):
    """What sort of instrument it is."""

    TREATY = "treaty"
    PROTOCOL = "protocol"
    AMENDMENT = "amendment"
    REGULATIONS = "regulations"
    """Annexed to a treaty: who is Party to that is bound by these."""
    CONSTITUENT = "constituent"
    """The founding treaty of an organisation: its members are bound."""
    SOFT_LAW = "soft_law"
    """Binds nobody as such: declarations, principles, rules."""
    CUSTOM = "custom"
    """No text at all: customary international law."""


class Scope(StrEnum):
    """In which situations it applies."""

    IAC = "iac"
    """Armed conflict between States."""
    NIAC = "niac"
    """Other armed conflict (common article 3)."""
    NIAC_AP2 = "niac_ap2"
    """Other armed conflict above the threshold of Additional Protocol II, article 1."""
    OCCUPATION = "occupation"
    PEACE = "peace"
    INDIVIDUAL = "individual"
    """It concerns the responsibility of persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalRule:
    """How a Party may leave."""

    months: int | None
    """From the notice to its effect; None where not known, or where there is no clause."""
    clause: str
    """Article; empty where the instrument has none."""
    suspended_in_conflict: bool
    """A notice has no effect for a Party in an armed conflict until it has ended."""
    impossible: bool
    """The instrument has no clause: withdrawal is held not to be open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One instrument."""

    id: str
    title: str
    """Short, in our own words."""
    title_fr: str
    kind: InstrumentKind
    adopted: date | None
    in_force: date | None
    """Of the instrument itself; None where it never came into force or the day is not known."""
    depositary: str
    depositary_code: str
    """The depositary's own number: ``IV-4``."""
    scope: frozenset[Scope]
    scope_note: str
    effect: EffectRule | None
    """From deposit to effect; None where not known."""
    effect_clause: str
    immediate_clause: str
    """Article by which it takes effect at once for Parties to a conflict; empty where none."""
    withdrawal: WithdrawalRule | None
    """None where not known."""
    articles: int | None
    parent: str | None
    """Id of the treaty that carries it: the Regulations are annexed to the Convention."""
    custom: str
    """``whole`` or ``part``: how far it is held to be custom; empty where nobody is named."""
    custom_from: date | None
    """For ``whole``: the day from which."""
    custom_note: str
    """Who says so."""
    other_way: str
    """How it can reach a State that is no Party: an acceptance for one conflict."""
    open_to: str
    """Key of ``regions.toml``: its members alone can be Parties; empty: any State."""
    passes_on: str
    """Who holds that it binds a successor State without any act of its own; may be empty."""
    note: str
    provenance: Provenance


def read_instruments(catalogue: Catalogue) -> Mapping[str, Instrument]:
    """Return every instrument of the catalogue by id, in the order of its file.

    Raises:
        InvalidCatalogueError: An entry is broken.
    """
    found = {}
    for key, entry in catalogue.document(FILE).items():
        try:
            found[key] = _instrument(key, entry, catalogue)
        except (KeyError, ValueError, TypeError) as exc:
            raise InvalidCatalogueError(f"{FILE}: {key} is broken: {exc!r}") from exc
    return found


def _instrument(key: str, entry: Mapping[str, Any], catalogue: Catalogue) -> Instrument:
    return Instrument(
        id=key,
        title=entry["title"],
        title_fr=entry.get("title_fr", ""),
        kind=InstrumentKind(entry["kind"]),
        adopted=_day(entry.get("adopted")),
        in_force=_day(entry.get("in_force")),
        depositary=entry.get("depositary", ""),
        depositary_code=entry.get("depositary_code", ""),
        scope=frozenset(Scope(word) for word in entry.get("scope", ())),
        scope_note=entry.get("scope_note", ""),
        effect=EffectRule(entry["effect"]) if "effect" in entry else None,
        effect_clause=entry.get("effect_clause", ""),
        immediate_clause=entry.get("immediate_clause", ""),
        withdrawal=_withdrawal(entry.get("withdrawal")),
        articles=entry.get("articles"),
        parent=entry.get("parent"),
        custom=entry.get("custom", ""),
        custom_from=_day(entry.get("custom_from")),
        custom_note=entry.get("custom_note", ""),
        other_way=entry.get("other_way", ""),
        open_to=entry.get("open_to", ""),
        passes_on=entry.get("passes_on", ""),
        note=entry.get("note", ""),
        provenance=catalogue.provenance_of(entry, where=f"{FILE}: {key}"),
    )


def _withdrawal(entry: Mapping[str, Any] | None) -> WithdrawalRule | None:
    if entry is None:
        return None
    return WithdrawalRule(
        months=entry.get("months"),
        clause=entry.get("clause", ""),
        suspended_in_conflict=entry.get("suspended_in_conflict", False),
        impossible=entry.get("none", False),
    )


def _day(written: object) -> date | None:
    """Return a day given as a TOML date or as text."""
    if written is None or written == "":
        return None
    return written if isinstance(written, date) else date.fromisoformat(str(written))
