"""Which words of a sentence are the allegation's own."""

from collections.abc import Sequence

from averment.incidents.pattern import Match
from averment.incidents.scene import Scene
from averment.incidents.unit import Unit
from averment.incidents.words import Words
from averment.prose.word_set import word_set

_FRAMES = ("demand", "regret")
_PASSING_WORDS = frozenset({"which", "who", "where"})
_LEADING = word_set(
    """
    and or but while whereas also , ; : that ) — –
    """
)
_BEFORE_NOUN = frozenset({"following", "after", "since", "during", "despite", "regarding"})
_LONG = 45


def extent_of(scene: Scene, unit: Unit, acts: Sequence[Match]) -> tuple[int, int]:
    """Return the first word of the allegation and the one behind its last.

    A unit is taken whole, without the signs and conjunctions at its ends. Where the sentence
    is a frame for something else ("While we commend ..., made following the truce, which was
    violated, we urge ..."), only the clause between its dashes or brackets is.
    """
    first, after = unit.first, unit.after
    own = [act for act in acts if first <= act.first < after]
    if own and (_is_frame(scene, own) or after - first > _LONG):
        first, after = _clause(scene.words, first, after, own)
    return _trimmed(scene.words, first, after)


def _is_frame(scene: Scene, acts: Sequence[Match]) -> bool:
    """Say whether the sentence asks for something, outside of what it tells."""
    return any(
        not any(cue.first <= act.first < cue.after for act in acts)
        for cue in scene.cue("demand")
    )


def _clause(words: Words, first: int, after: int, acts: Sequence[Match]) -> tuple[int, int]:
    clauses = {words.clauses[act.first] for act in acts}
    if len(clauses) != 1:
        return first, after
    clause = clauses.pop()
    while words.clauses[first] != clause:
        first += 1
    while words.clauses[after - 1] != clause:
        after -= 1
    # "made following the truce, which was violated": the clause begins with its noun.
    for place in range(acts[0].after - 1, first, -1):
        if words.word(place) in _PASSING_WORDS and words.word(place - 1) == ",":
            for at in range(place - 2, first - 1, -1):
                if words.word(at) in _BEFORE_NOUN:
                    return at + 1, after
            break
    return first, after


def _trimmed(words: Words, first: int, after: int) -> tuple[int, int]:
    while first < after - 1 and words.word(first) in _LEADING:
        first += 1
    while after - 1 > first and _is_tail(words, after - 1, first):
        after -= 1
    return first, after


def _is_tail(words: Words, place: int, first: int) -> bool:
    """Say whether a word at the end is a note's number, a joint or an opening sign."""
    word = words.word(place)
    if word in {"and", "or", "—", "–", "(", "-", "“"}:
        return True
    if word.isdecimal():
        return place - 1 > first and words.word(place - 1) in {";", ".", ",", "”", '"'}
    return word == "," or (word == ")" and "(" not in words.lower[first:place])
