"""The subject of a verb: the noun phrase before it, whatever stands between.

Asides ("saboteurs, allegedly paid, blew up"), shared subjects ("went in and shot"), participles
("X shelled it, killing three") and relative clauses are followed to the noun that they hang on.
"""

from averment.documents.grounded import Grounded
from averment.incidents.actor import (
    LONGEST_PHRASE,
    STOPS,
    actor_at,
    describes,
    heads_actor,
    is_actor_word,
)
from averment.incidents.grammar import (
    AUXILIARIES,
    BE_FORMS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
)
from averment.incidents.inflect import is_past
from averment.incidents.reality import group_start
from averment.incidents.scene import Scene
from averment.prose.word_set import word_set

_SEGMENT = 26
_REACH = 30
_ENDS_HEAD = word_set(
    "loyal backed operating led belonging dressed wearing armed acting flying"
)
_ASIDE = word_set("together along including some among with accompanied alongside two one most")
_OPENS_CLAUSE = word_set(
    """
    after before as while whereas because when where if although though that than but then
    since until whether however which what how
    """
)


def subject_before(scene: Scene, begin: int, first: int) -> Grounded[str] | None:
    """Return the noun phrase that ends right before `begin`."""
    words = scene.words
    end = begin
    if words.word(end - 1) in RELATIVES:
        end -= 1
        end -= words.word(end - 1) == ","
    elif words.word(end - 1) == "and":
        return _shared_subject(scene, end - 1, first)
    elif words.word(end - 1) == ",":
        return _before_aside(scene, end - 1, first) or _comma_subject(scene, end - 1, first)
    start = _segment_start(scene, end, first)
    if words.word(start - 1) in {"have", "has", "had"} and words.word(start) in PREPOSITIONS:
        # "have for decades refused"
        end = group_start(words, start)
        start = _segment_start(scene, end, first)
    return _subject_in(scene, start, end)


def _segment_start(scene: Scene, end: int, first: int) -> int:
    """Return where the words begin among which a subject that ends at `end` stands."""
    words = scene.words
    start = end
    while start > first and end - start < _SEGMENT:
        word = words.word(start - 1)
        if not (word[:1].isalnum() or word in {"(", ")"}) or start - 1 in scene.dated:
            break
        if word in _OPENS_CLAUSE or word in AUXILIARIES:
            break
        start -= 1
    return start


def _subject_in(scene: Scene, start: int, end: int) -> Grounded[str] | None:
    """Return the doer among the words before a verb: from its actor's noun on, or a name."""
    words = scene.words
    head = next((at for at in range(start, end) if is_actor_word(scene, at)), None)
    if head is None:
        named = _head_end(scene, _after_aside(scene, start, end), end)
        begin = _last_name(scene, _after_aside(scene, start, named), named)
        return actor_at(scene, begin, named, "perpetrator:subject") if begin < named else None
    begin = head
    while begin > start and describes(words, begin - 1):
        begin -= 1
    return actor_at(scene, begin, _head_end(scene, head, end), "perpetrator:subject")


def _last_name(scene: Scene, start: int, end: int) -> int:
    """Return where the name begins that ends at `end`, or `end` where a place does."""
    words = scene.words
    for at in range(end - 1, start - 1, -1):
        if words.word(at) in PREPOSITIONS - {"of", "for"}:
            return end
    return start


def _before_aside(scene: Scene, comma: int, first: int) -> Grounded[str] | None:
    """Return the subject before an aside: "saboteurs, allegedly paid, blew up"."""
    words = scene.words
    for at in range(comma - 1, max(first, comma - LONGEST_PHRASE) - 1, -1):
        word = words.word(at)
        if word in STOPS - {",", "(", ")", "."}:
            return None
        if word == ",":
            opens = words.word(at + 1)
            is_aside = (
                opens in _ASIDE | RELATIVES or is_adverb(opens) or opens.endswith(("ed", "ing"))
            )
            if not is_aside:
                return None
            start = _segment_start(scene, at, first)
            found = _subject_in(scene, start, at)
            return found if found is not None and heads_actor(found) else None
    return None


def _head_end(scene: Scene, start: int, end: int) -> int:
    """Return where the subject's own noun ends: before "loyal to", "who", "positioned"."""
    words = scene.words
    for at in range(start + 1, end):
        word = words.word(at)
        before = words.word(at - 1)
        is_reduced = (
            word.endswith("ed")
            and word not in {"armed", "united", "unidentified", "masked", "uniformed"}
            and before not in DETERMINERS | {"and", "of", "or"}
            and not words.is_capital(at)
        )
        if word in _ENDS_HEAD or word in RELATIVES or is_reduced:
            return at - (before == ",")
        if word in {"in", "at", "near", "on", "from", "with", "under"} and not (
            word in {"in", "from"} and words.is_capital(at - 1) and "-" in before
        ):
            return at
    return end


def _after_aside(scene: Scene, start: int, end: int) -> int:
    """Skip words before the noun phrase: adverbs, "that", "and", "by the time"."""
    words = scene.words
    while start < end and (
        words.word(start)
        in {"and", "that", "then", "also", "to", "by", "of", "for", "including"}
        or (is_adverb(words.word(start)) and not words.is_name(start))
    ):
        start += 1
    return start


def _shared_subject(scene: Scene, place: int, first: int) -> Grounded[str] | None:
    """Return the subject of the first of several verbs: "went in, searched it and shot"."""
    words = scene.words
    for at in range(place - 1, max(first, place - _SEGMENT) - 1, -1):
        word = words.word(at)
        if word in STOPS - {","} or word in RELATIVES:
            return None
        is_verb = word.endswith("ed") or is_past(word)
        if is_verb and word not in FUNCTION_WORDS and word not in {"armed", "united"}:
            begin = group_start(words, at)
            if set(words.lower[begin:at]) & BE_FORMS:
                return None
            if words.word(begin - 1) in {",", "and"} and begin - 1 > first:
                continue
            return subject_before(scene, begin, first) if begin < place else None
    return None


def _comma_subject(scene: Scene, place: int, first: int) -> Grounded[str] | None:
    """Return the subject of a participle behind a comma: "X shelled it, killing three"."""
    words = scene.words
    for at in range(place - 1, max(first, place - _REACH) - 1, -1):
        word = words.word(at)
        if word in {";", ":"}:
            return None
        if word.endswith("ed") and word not in {"armed", "united"} and at > first:
            begin = group_start(words, at)
            if set(words.lower[begin:at]) & BE_FORMS:
                return None
            if words.word(begin - 1) in {",", "and"}:
                continue
            return subject_before(scene, begin, first)
    return None
