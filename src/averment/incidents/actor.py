"""Which phrases can be somebody who acts: an actor's noun, or a name."""

from averment.documents.grounded import Grounded
from averment.incidents.grammar import (
    AUXILIARIES,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    is_adverb,
)
from averment.incidents.scene import Scene
from averment.incidents.vocabulary import actor_words
from averment.incidents.words import Words, without_possessive
from averment.prose.states import look_up
from averment.prose.word_set import word_set

_HARMED = word_set(
    """
    civilians civilian journalists women children villagers residents people families homes
    houses school schools hospital hospitals protesters demonstrators detainees prisoners
    victims men persons activists attack attacks strike strikes shelling bombing bombardment
    explosion blast killing killings fighting clashes violence bodies shells rockets
    missiles missile bullets rounds incident incidents war conflict hostilities assault raid
    offensive damage fire siege operation operations ceasefire agreement agreements accord
    accords resolution report
    reports law
    """
)
NOT_AGENTS = word_set(
    """
    the end means way virtue reason order law night day force foot road air sea land then
    now shelling firing cutting using killing bombing burning hand hanging surprise fire
    name
    """
)
LONGEST_PHRASE = 12
_DEEDS = word_set(
    "fire attack attacks strike strikes raid raids violence brutality abuse custody"
)
STOPS = frozenset({",", ";", ":", "—", "–", "(", ")", '"', "“", "”", "."})
_FINITE = word_set(
    """
    remain remains remained continue continues continued left took began said says claimed
    killed wounded injured opened came went made led shot fired
    """
)
_DESCRIBING = word_set(
    "armed united unidentified masked uniformed allied combined joint mixed hooded"
)


_INSIDE = 4
_AMOUNTS = word_set("dozens scores hundreds thousands number handful majority couple all some")
_COUNTING = frozenset({"two", "three", "four", "five"})


def phrase_end(scene: Scene, first: int, after: int) -> int:
    """Return where a noun phrase that begins at `first` ends."""
    words = scene.words
    end = first
    while end < after and end - first < LONGEST_PHRASE:
        word = words.word(end)
        if (
            word in {"of", "loyal", "for"}
            and end > first
            and (
                words.is_capital(end + 1)
                or words.word(end + 1) in DETERMINERS
                or word == "loyal"
            )
        ):
            end += 1
            continue
        if word == "to" and words.word(end - 1) == "loyal":
            end += 1
            continue
        if word == "and" and _goes_on(scene, end + 1):
            end += 1
            continue
        is_inner = end == first or word not in FUNCTION_WORDS or word in DETERMINERS
        if word in STOPS or end in scene.dated or not is_inner:
            break
        if end > first and (word in _FINITE or _is_participle(words, end)):
            break
        if (
            end > first
            and word in DETERMINERS
            and words.word(end - 1) not in {"of", "to", "and"}
        ):
            break
        if (
            end > first
            and (word.endswith("ing") or is_adverb(word))
            and not words.is_capital(end)
        ):
            break
        end += 1
    while end > first and words.word(end - 1) in {"and", "of", "to", "for", "the", "loyal"}:
        end -= 1
    return end


def _is_participle(words: Words, place: int) -> bool:
    """Say whether a verb ends the phrase: "by gunmen dressed in", "by police escorted"."""
    word = words.word(place)
    plain = word.endswith("ed") and "-" not in word and not words.is_capital(place)
    return plain and word not in _DESCRIBING


def _goes_on(scene: Scene, place: int) -> bool:
    """Say whether "and" joins a second actor."""
    words = scene.words
    for at in range(place, min(len(words), place + 4)):
        word = words.word(at)
        if without_possessive(word) in actor_words():
            return True
        if word in STOPS or word in FUNCTION_WORDS - DETERMINERS:
            return False
    return words.is_capital(place)


def actor_at(scene: Scene, first: int, after: int, rule: str) -> Grounded[str] | None:
    """Return the phrase where it can be an actor: an actor's noun in it, or a name."""
    words = scene.words
    while first < after and words.word(first) in DETERMINERS - _COUNTING:
        if words.word(first + 1) in {"sides", "parties", "side"}:
            break  # "both sides", "neither side"
        first += 1
    if first >= after:
        return None
    while after - first > 1 and words.word(after - 1) in _HARMED - actor_words():
        if not any(
            without_possessive(w) in actor_words() for w in words.lower[first : after - 1]
        ):
            break
        after -= 1
    lower = [without_possessive(words.lower[at]) for at in range(first, after)]
    is_actor = any(word in actor_words() for word in lower)
    is_name = words.is_capital(first) and first not in scene.dated
    head = lower[-1]
    is_weapon = any(
        w.first < after and w.after >= after and w.name not in {"aircraft", "drone"}
        for w in scene.weapons
    )
    if is_weapon and head not in actor_words():
        return None
    if not is_actor and (
        not is_name or head in _HARMED or _is_plain_opening(scene, first, after)
    ):
        return None
    value = words.part(first, after)
    bare = without_possessive(value)
    start = words.starts[first]
    return Grounded(value=bare, span=scene.flow.span(start, start + len(bare)), rule=rule)


def _is_plain_opening(scene: Scene, first: int, after: int) -> bool:
    """Say whether the capital is only that of the sentence's first word."""
    if first > 0:
        return False
    words = scene.words
    if look_up(without_possessive(words.part(first, after))) is not None:
        return False  # "Cyprus", "Honduras"
    if (
        after - first == 1
        and without_possessive(words.word(0)).endswith("s")
        and len(words.word(0)) > len("Laos")
    ):
        return True  # "Tensions", "Prices": a plural noun, not a State
    if after - first == 1:
        return words.word(0) in FUNCTION_WORDS or is_adverb(words.word(0))
    return not any(words.is_capital(at) for at in range(first + 1, after))


def is_actor_word(scene: Scene, place: int) -> bool:
    """Say whether an actor's noun stands here and is no adjective of what follows."""
    words = scene.words
    if without_possessive(words.word(place)) not in actor_words():
        return False
    behind = words.word(place + 1)
    if behind in _DEEDS:
        return False  # "sniper fire", "police violence"
    return behind in actor_words() or not _is_inside(words, place)


def _is_inside(words: Words, place: int) -> bool:
    """Say whether the noun hangs on another: "the house of an alleged commander"."""
    at = place - 1
    while at > place - _INSIDE and (
        words.word(at) in DETERMINERS or words.word(at).endswith(("ed", "ian", "ish"))
    ):
        at -= 1
    word = words.word(at)
    if word == "of" and (words.word(at - 1) in _AMOUNTS or words.word(at - 1).isdecimal()):
        return False  # "dozens of soldiers"
    return word in PREPOSITIONS - {"by", "to"}


def describes(words: Words, place: int) -> bool:
    """Say whether the word may stand before an actor's noun: "two unidentified", "army"."""
    word = words.word(place)
    if word in {"and", "of", "or"}:
        return word == "and" and words.word(place - 1) in actor_words()
    return (
        word[:1].isalnum()
        and (word in DETERMINERS or word not in FUNCTION_WORDS | AUXILIARIES)
        and not (is_adverb(word) and not words.is_capital(place))
    )


def heads_actor(found: Grounded[str]) -> bool:
    """Say whether an actor's noun stands in the phrase, not a name alone."""
    return any(
        without_possessive(word.lower()) in actor_words() for word in found.value.split()
    )
