"""What to call an act: the most telling of the words for it, its target and its weapon."""

from collections.abc import Sequence
from dataclasses import dataclass

from averment.incidents.inflect import Form
from averment.incidents.pattern import Match
from averment.incidents.reality import group_start
from averment.incidents.scene import Scene
from averment.incidents.unit import Unit
from averment.incidents.vocabulary import act_types, target_types, weapon_types
from averment.prose.word_set import word_set

_ATTACKING = word_set(
    """
    attack bombardment shelling rocket_attack airstrike drone_strike missile_strike bombing
    indiscriminate_attack terrorist_attack use_of_weapon assault
    """
)
_BY_WEAPON = _ATTACKING | {"killing", "injury"}
_GENERIC = frozenset({"attack", "use_of_weapon", "assault", "terrorist_attack"})
_PROTECTED = 81
# What an act may bring about: it names an allegation only where nothing else does.
_OUTCOMES = frozenset({"killing", "injury", "destruction", "displacement", "mutilation"})
_BRINGS_ABOUT = word_set(
    """
    which causing caused resulting resulted result leaving left where ; : who leading led
    """
)
_OUTCOME_RANK = 60
# An act told in passing ("after confiscating their houses") names only what has no other.
_PASSING_RANK = 30
_AT_TIME_OF = frozenset({"during", "after", "following", "since", "before", "despite"})
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
            if act.name in _OUTCOMES and _is_outcome(scene, act, acts[0]):
                precedence -= _OUTCOME_RANK
            elif _is_in_passing(scene, act):
                precedence -= _PASSING_RANK
            if precedence > rank:
                best, name, rank = act, candidate, precedence
    return Named(best, name, _target(scene, unit, best), weapon)


def _names_of(scene: Scene, unit: Unit, act: Match, weapon: Match | None) -> list[str]:
    names = [act.name]
    hit = _hit(scene, unit, act)
    target = target_types()[hit.name] if hit is not None else None
    if target is None or target.becomes is None:
        return names + _by_weapon(act, weapon)
    is_protected = target.precedence >= _PROTECTED and target.id != "cultural_site"
    is_attack = act.name in _GENERIC or (act.name in _ATTACKING and is_protected)
    if is_attack or (act.name == "shooting" and target.id == "ambulance"):
        names.append(target.becomes)
    elif act.name == "destruction":
        first = _first_hit(scene, unit, act)
        destroyed = target_types()[first.name].destroyed if first is not None else None
        if destroyed is not None:
            names.append(destroyed)
    return names + _by_weapon(act, weapon)


def _by_weapon(act: Match, weapon: Match | None) -> list[str]:
    if weapon is None or act.name not in _BY_WEAPON:
        return []
    becomes = weapon_types()[weapon.name].becomes
    return [] if becomes is None else [becomes]


def _first_hit(scene: Scene, unit: Unit, act: Match) -> Match | None:
    """Return the target that stands first behind the act, or before it."""
    own = _within(scene.targets, unit)
    behind = [t for t in own if t.first >= act.first and _is_near(unit, act, t)]
    before = [t for t in own if t.first < act.first]
    return min(behind or before, key=lambda target: target.first, default=None)


def _is_outcome(scene: Scene, act: Match, first: Match) -> bool:
    """Say whether the act is what another told before it led to: ", killing nine"."""
    words = scene.words
    if act.first <= first.first or first.name in _OUTCOMES:
        return False
    if act.form is Form.ING and words.word(act.first - 1) in {",", "and", "by", "thereby"}:
        return True
    if words.word(act.first) in {"died", "perished"}:
        return True
    return bool(_BRINGS_ABOUT & set(words.lower[first.after : act.first]))


def _is_in_passing(scene: Scene, act: Match) -> bool:
    words = scene.words
    if act.form is Form.NOUN:
        return words.word(act.first - 1) == "the" and words.word(act.first - 2) in _AT_TIME_OF
    if act.form is Form.ING:
        return words.word(act.first - 1) in {"after", "before", "while", "without"}
    begin = group_start(words, act.first)
    if words.word(begin - 1) == "whom":
        return True  # "two were wounded, one of whom died"
    return (
        words.word(begin - 1) in {"that", "who", "which"}
        and act.form is Form.PAST
        and ("had" in words.lower[begin : act.first])
    )


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
