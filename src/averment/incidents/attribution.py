"""Who is said to say so: "according to X", "as confirmed by X", "X reported that"."""

from averment.documents.grounded import Grounded
from averment.documents.word_set import word_set
from averment.incidents.grammar import DETERMINERS, PREPOSITIONS, is_adverb
from averment.incidents.scene import Scene
from averment.incidents.words import Words

_SAYING = word_set(
    """
    said says reported reports confirmed stated told announced claimed claims alleged
    alleges noted found documented verified recorded described testified declared warned
    acknowledged admitted concluded observed revealed established added recounted identified
    estimated witnessed published counted
    """
)
_SAID_BY = word_set(
    """
    confirmed reported documented verified noted stated recorded described witnessed
    established corroborated acknowledged attested shown published announced revealed found
    identified evidenced observed captured
    """
)
_LONGEST = 12
_OPENS_SAID = frozenset(
    {"that", ",", "on", "in", "to", "the", "how", "a", "an", "at", "it", ":"}
)
_SPEAKERS = word_set(
    """
    witness witnesses eyewitness eyewitnesses survivors residents officials authorities
    media police spokesman spokesperson spokeswoman ministry minister government commission
    committee mission organisation organization organisations organizations ngos groups
    group army report activists villagers doctors investigators experts sources source
    relatives families lawyer lawyers reports agency newspaper office president rapporteur
    council monitors observers commissioner chief militaries military forces council court
    watch international reporters journalists family father mother colleagues service
    """
)
_PRONOUN = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "this", "which", "who", "that"}
)


def find_attribution(scene: Scene) -> Grounded[str] | None:
    """Return who is said to have said what the sentence says, as printed, or None."""
    words = scene.words
    for place, word in enumerate(words.lower):
        if word == "according" and words.word(place + 1) == "to":
            return _named(scene, place + 2, "attribution:according-to")
        if word in _SAID_BY and words.word(place + 1) == "by" and not _is_event(words, place):
            return _named(scene, place + 2, "attribution:said-by")
        if word in _SAYING and _says(words, place):
            found = _speaker(scene, place)
            if found is not None:
                return found
    return _in_a_report(scene)


def _is_event(words: Words, place: int) -> bool:
    """Say whether "found by" and the like tell an act rather than a report."""
    return words.word(place) in {"found", "captured", "identified"} and words.word(
        place - 1
    ) not in {"as", "and"}


def _says(words: Words, place: int) -> bool:
    behind = words.word(place + 1)
    before = words.word(place - 1)
    if words.word(place) in {"reports", "claims"} and before in DETERMINERS | PREPOSITIONS:
        return False
    if words.word(place) == "told":
        return bool(behind)
    if words.word(place) in {"said", "says"}:
        return True
    return behind in _OPENS_SAID or behind.endswith("ing")


def _named(scene: Scene, first: int, rule: str) -> Grounded[str] | None:
    """Return the name that begins at `first`, up to a comma or the next clause."""
    words = scene.words
    end = first
    while end < len(words) and end - first < _LONGEST:
        word = words.word(end)
        if not (word[:1].isalnum() or word in {".", "&", "/"}):
            break
        if end > first and word in {
            "that",
            "which",
            "who",
            "on",
            "as",
            "when",
            "where",
            "were",
        }:
            break
        if (
            end > first
            and word in {"and", "in", "at", "for", "with", "from"}
            and not (words.is_capital(end + 1))
        ):
            break
        end += 1
    while end > first and words.word(end - 1) in {".", "/", "&"}:
        end -= 1
    begin = first + (words.word(first) in DETERMINERS and end - first > 1)
    return _grounded(scene, begin, end, rule)


def _speaker(scene: Scene, place: int) -> Grounded[str] | None:
    """Return the subject of a verb of saying, or what stands behind it: "said a witness"."""
    words = scene.words
    end = place
    while end > 0 and (
        is_adverb(words.word(end - 1)) or words.word(end - 1) in {"has", "have"}
    ):
        end -= 1
    if words.word(end - 1) in {"”", '"', ",", "“"} and words.word(place) in {"said", "says"}:
        return _named(scene, place + 1, "attribution:said-by")
    begin = end
    while begin > 0 and end - begin < _LONGEST:
        word = words.word(begin - 1)
        if not (word[:1].isalnum() or word in {".", "&"}) or begin - 1 in scene.dated:
            break
        begin -= 1
    while begin < end and words.word(begin) in DETERMINERS | PREPOSITIONS | {
        "and",
        "also",
        "but",
    }:
        begin += 1
    part = words.lower[begin:end]
    if not part or part[-1] in _PRONOUN or part[-1] in {"was", "were", "been", "is", "are"}:
        return None
    speaks = any(word in _SPEAKERS for word in part)
    named = any(words.is_capital(at) for at in range(max(begin, 1), end)) or (
        begin == 0 and words.is_capital(0) and len(part) > 1
    )
    if not speaks and not named:
        return None
    return _grounded(scene, begin, end, "attribution:speaker")


def _in_a_report(scene: Scene) -> Grounded[str] | None:
    """Read "in a report by X", "a report of X found"."""
    words = scene.words
    for place in range(len(words) - 2):
        if words.word(place) in {"report", "statement", "investigation"} and (
            words.word(place + 1) == "by"
        ):
            return _named(scene, place + 2, "attribution:report-by")
    return None


def _grounded(scene: Scene, first: int, after: int, rule: str) -> Grounded[str] | None:
    if first >= after:
        return None
    words = scene.words
    span = scene.flow.span(words.starts[first], words.ends[after - 1])
    return Grounded(value=words.part(first, after), span=span, rule=rule)
