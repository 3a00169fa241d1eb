"""What to call an act: the most telling of the words for it, its target and its weapon."""

from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.word_set import word_set
from averment.incidents.pattern import Match
from averment.incidents.scene import Scene
from averment.incidents.unit import Unit
from averment.incidents.vocabulary import act_types, target_types, weapon_types

_ATTACKING = word_set(
    """
    attack bombardment air_strike drone_strike missile_strike bomb_attack destruction arson
    indiscriminate_attack terrorist_attack use_of_weapon assault
    """
)
_BY_WEAPON = _ATTACKING | {"killing", "injury", "excessive_force"}
_WEAPON_REACH = 12
_OBJECT_REACH = 9
_PERSON_REACH = 4


@dataclass(frozen=True, slots=True)
class Named:
    """The act that names an allegation, with what gave it its name."""

    act: Match
    name: str
    """Id in the act vocabulary; may differ from the words' own where the target tells more."""
    target: Match | None
    weapon: Match | None


def name_act(scene: Scene, unit: Unit, acts: Sequence[Match]) -> Named:
    """Return the most telling act of a unit.

    Args:
        scene: The sentence.
        unit: The words to look at.
        acts: The acts told in it, or shared with it, in order; not empty.
    """
    weapon = _weapon(scene, unit, acts)
    best, name, rank = acts[0], acts[0].name, -1
    for act in acts:
        for candidate in _names_of(scene, unit, act, weapon):
            precedence = act_types()[candidate].precedence
            if precedence > rank:
                best, name, rank = act, candidate, precedence
    return Named(best, name, _target(scene, unit, best), weapon)


def _names_of(scene: Scene, unit: Unit, act: Match, weapon: Match | None) -> list[str]:
    names = [act.name]
    if act.name in _ATTACKING:
        hit = _hit(scene, unit, act)
        becomes = target_types()[hit.name].becomes if hit is not None else None
        if becomes is not None:
            names.append(becomes)
    if weapon is not None and act.name in _BY_WEAPON:
        becomes = weapon_types()[weapon.name].becomes
        if becomes is not None:
            names.append(becomes)
    return names


def _hit(scene: Scene, unit: Unit, act: Match) -> Match | None:
    """Return the most telling target near the act."""
    near = [target for target in _within(scene.targets, unit) if _is_near(unit, act, target)]
    return max(near, key=_rank, default=None)


def _is_near(unit: Unit, act: Match, target: Match) -> bool:
    reach = _PERSON_REACH if target_types()[target.name].is_person else _OBJECT_REACH
    if unit.shares:
        return target.first - unit.first <= reach
    if target.first >= act.after:
        return target.first - act.after <= reach
    return act.first - target.after <= reach


def _target(scene: Scene, unit: Unit, act: Match) -> Match | None:
    near = _hit(scene, unit, act)
    if near is not None:
        return near
    return max(_within(scene.targets, unit), key=_rank, default=None)


def _weapon(scene: Scene, unit: Unit, acts: Sequence[Match]) -> Match | None:
    for weapon in _within(scene.weapons, unit):
        if any(abs(weapon.first - act.first) <= _WEAPON_REACH for act in acts):
            return weapon
    return None


def _within(matches: Sequence[Match], unit: Unit) -> list[Match]:
    return [match for match in matches if unit.first <= match.first < unit.after]


def _rank(target: Match) -> tuple[int, int]:
    return target_types()[target.name].precedence, -target.first
