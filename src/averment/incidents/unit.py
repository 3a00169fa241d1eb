"""How a sentence falls into allegations: which words belong to one act and which to the next.

One sentence is one allegation unless it plainly tells of several: statements divided by
semicolons or enumerated, two clauses each with its own act and its own day or place, or one
noun for two targets in two places ("the destruction of a mill in X and a granary in Y").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from averment.incidents.grammar import DETERMINERS, PREPOSITIONS
from averment.incidents.inflect import Form
from averment.incidents.pattern import Match
from averment.incidents.scene import Scene
from averment.incidents.words import Words

_MAX_UNITS = 40
_TARGET_REACH = 6
_CLAUSE_REACH = 40
_CONCERN_REACH = 60
_OUTCOMES = frozenset(
    {"killing", "injury", "mutilation", "destruction", "arson", "impunity"}
    | {"enforced_disappearance", "failure_to_investigate", "denial_of_medical_care"}
)
_CLAUSE_JOINTS = frozenset({"and", "while", "whereas", "but"})
_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})


@dataclass(frozen=True, slots=True)
class Unit:
    """Words from `first` up to before `after` that tell of one act."""

    first: int
    after: int
    shares: bool = False
    """The act's noun stands in the unit before: "and a granary in Y"."""


def units_of(scene: Scene, acts: Sequence[Match]) -> list[Unit]:
    """Return the units of a sentence that hold an act, in order.

    Args:
        scene: The sentence.
        acts: The acts that it tells of, in order; not empty.
    """
    words = scene.words
    cuts = [0, *_cuts(scene, acts), len(words)]
    units: list[Unit] = []
    for first, after in pairwise(cuts):
        if any(first <= act.first < after for act in acts):
            units += _by_target(scene, Unit(first, after), acts)
    return units[:_MAX_UNITS]


def _cuts(scene: Scene, acts: Sequence[Match]) -> list[int]:
    """Return where a new unit begins."""
    words = scene.words
    cuts: list[int] = []
    last = 0
    for place in range(1, len(words) - 1):
        word = words.word(place)
        if _is_enumerator(words, place) or (
            word == ";" and not _is_outcome(scene, acts, last, place)
        ):
            cut = place + 1
        elif word in _CLAUSE_JOINTS and _two_clauses(scene, acts, last, place):
            cut = place
        elif word == "and" and _two_concerns(scene, acts, last, place):
            cut = place + 1
        else:
            continue
        cuts.append(cut)
        last = cut
        if len(cuts) >= _MAX_UNITS:
            break
    return cuts


def _two_concerns(scene: Scene, acts: Sequence[Match], last: int, place: int) -> bool:
    """Say whether "and at" adds a concern: "alarmed at the raid on X, and at the fire"."""
    words = scene.words
    link = words.word(place + 1)
    regret = scene.last_cue("regret", before=place, within=_CONCERN_REACH)
    if regret is None or link not in {"at", "about", "by", "over"} or regret.after <= last:
        return False
    same = words.word(regret.after - 1) == link or words.word(regret.after) == link
    before = any(regret.after <= act.first < place for act in acts)
    return same and before and any(act.first > place for act in acts)


def _is_outcome(scene: Scene, acts: Sequence[Match], last: int, place: int) -> bool:
    """Say whether what follows a semicolon is what the act before it led to.

    "...; four children died": no day, no place, no doer of its own.
    """
    words = scene.words
    end = place + 1
    while end < len(words) and words.word(end) != ";" and end - place < _CLAUSE_REACH:
        end += 1
    before = [act for act in acts if last <= act.first < place]
    behind = [act for act in acts if place < act.first < end]
    if not behind or not before:
        return False
    if any(act.name not in _OUTCOMES or act.form is Form.NOUN for act in behind):
        return False
    has_day = any(place < at < end for at in scene.dated)
    return not has_day and not _has_place(words, place + 1, end)


def _is_enumerator(words: Words, place: int) -> bool:
    """Say whether "(a)", "(ii)" stands here, its closing bracket at `place`."""
    return (
        words.word(place) == ")"
        and words.word(place - 2) == "("
        and (len(words.word(place - 1)) == 1 or words.word(place - 1) in _ROMAN)
    )


def _two_clauses(scene: Scene, acts: Sequence[Match], last: int, place: int) -> bool:
    """Say whether the words before and behind "and" tell of two acts with particulars each."""
    words = scene.words
    if words.word(place - 1) != "," and words.word(place) == "and":
        return False
    end = place + 1
    while (
        end < len(words) and words.word(end) not in {";", ":"} and end - place < _CLAUSE_REACH
    ):
        end += 1
    before = any(last <= act.first < place for act in acts)
    behind = [act for act in acts if place < act.first < end]
    if not before or not behind:
        return False
    dated_before = any(last <= at < place for at in scene.dated)
    dated_behind = any(place < at < end for at in scene.dated)
    own_subject = behind[0].first - place > 1
    return own_subject and dated_before and dated_behind


def _by_target(scene: Scene, unit: Unit, acts: Sequence[Match]) -> list[Unit]:
    """Divide "the destruction of A in X and B in Y": one noun, two targets, two places."""
    words = scene.words
    own = [act for act in acts if unit.first <= act.first < unit.after]
    if len({act.first for act in own}) != 1:
        return [unit]
    start = own[0].first
    targets = [t for t in scene.targets if start <= t.first < unit.after]
    for target in targets[1:]:
        joint = _joint_before(words, target.first, start)
        if joint is None or not _has_place(words, start, joint):
            continue
        if any(t.first < joint for t in targets) and _has_place(
            words, target.after, min(unit.after, target.after + _TARGET_REACH)
        ):
            if any(joint < act.first for act in own):
                return [unit]
            return [Unit(unit.first, joint), Unit(joint + 1, unit.after, shares=True)]
    return [unit]


def _joint_before(words: Words, place: int, limit: int) -> int | None:
    """Return the "and" right before the noun phrase that the word at `place` belongs to."""
    for at in range(place - 1, max(limit, place - _TARGET_REACH) - 1, -1):
        word = words.word(at)
        if word in {"and", "as"}:
            return at if word == "and" else None
        if word in PREPOSITIONS or (not word[:1].isalpha() and not word.isdecimal()):
            return None
    return None


def _has_place(words: Words, first: int, after: int) -> bool:
    for at in range(first, after - 1):
        if words.word(at) in {"in", "at", "near"}:
            ahead = at + 1
            while words.word(ahead) in DETERMINERS | {"city", "village", "town", "of"}:
                ahead += 1
            if ahead <= after and words.is_capital(ahead):
                return True
    return False
