"""Whether a sentence says that an act happened, or only names it.

"We urge you to stop the killing", "the prohibition of torture", "if the shelling continues",
"the Committee against Torture" name acts; "three men were killed", "the shelling of the town
left two dead" tell of them. The rules read the verb's own form first, then what governs it
from the left. Each looks at a bounded number of words.
"""

from enum import Enum

from averment.incidents.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE_FORMS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)
from averment.incidents.inflect import Form
from averment.incidents.judged import is_judged
from averment.incidents.pattern import Match
from averment.incidents.scene import Scene
from averment.incidents.words import Words
from averment.prose.word_set import word_set

_GROUP = 6
_NORM_REACH = 5
_SCOPE = 40
_NOUN_MODAL_REACH = 12
_SUBJECT_REACH = 9
_BARRIERS = frozenset(
    {"which", "who", "whom", "whose", "while", "whereas", "where", "when", "although", "though"}
    | {"because", "since", "after", "following", "as", "during", "that", "what"}
)
_MODALS = frozenset(
    {"will", "would", "shall", "should", "must", "may", "might", "can", "could"}
)
_MODALS |= {"ought", "cannot"}
_PERHAPS = frozenset({"may", "might", "could"})
CARRIED_ON = word_set(
    """
    continue continued continues continuing began begun begins started start starts
    proceeded proceeds refused refuse refuses managed used went forced compelled seeking
    resumed failed trying tried sought
    """
)
_UNCOUNTED = frozenset(
    {"any", "all", "every", "such", "no", "alleged", "future", "further", "against"}
)
_TOLD_BEFORE = frozenset({"this", "these", "such"})
_OVER_AND_OVER = frozenset({"such", "alleged", "further"})
_BEFORE_PARTICIPLE = frozenset(
    {",", "and", "by", "while", "then", "thereby", "after", "—", "–", "were"}
)
_NOT_BEFORE_ING = frozenset(
    {"of", "from", "against", "for", "to", "at", "in", "on", "without", "with"}
)
_OBJECTS = frozenset({"them", "him", "her", "us", "me", "it"})
_OPENING_QUOTES = frozenset({"“", '"', "‘", "'", "«"})
_POWERS = frozenset(
    {"power", "powers", "forces", "force", "army", "troops", "authorities", "state"}
)
_PLURAL_SUBJECTS = frozenset(
    {"they", "who", "which", "that", "police", "men", "women", "people", "children", "and"}
)


_DEEDS = word_set(
    """
    attack shelling bombardment rocket_attack airstrike missile_strike drone_strike shooting
    killing execution torture beating chemical_weapon_use cluster_munition_use landmine_use
    arson destruction airspace_violation ceasefire_violation detention arrest rape
    """
)
_EVERYBODY = frozenset({"all", "any", "those", "anyone", "everyone", "every"})
_ANTECEDENT = 6
_TIMES = frozenset({"following", "after", "since", "despite"})
_TIME_REACH = 4
_BODIES = word_set(
    """
    council assembly committee commission parliament court tribunal union conference congress
    resolution governments states it body summit secretary-general ministers
    """
)
_NEAR_DATE = 12


class Reality(Enum):
    """What the sentence does with an act that it names."""

    TOLD = "told"
    SUPPOSED = "supposed"
    """Told under a reserve: "may have been killed"."""
    DENIED = "denied"
    """Told as what did not happen: "our aircraft did not bomb the town on 4 March"."""
    NAMED = "named"
    """Named only; nothing is alleged."""


class Lead(Enum):
    """What the sentence before a list says of its items."""

    NONE = "none"
    TELLS = "tells"
    """The items are things that happened."""
    ASKS = "asks"
    """The items are asked for, or norms, or plans."""


def reality_of(scene: Scene, act: Match, *, lead: Lead, specific: bool) -> Reality:
    """Return what the sentence does with this act.

    Args:
        scene: The sentence.
        act: A match of the act vocabulary.
        lead: What the lead-in of a list makes of its items.
        specific: The clause gives a day, a number of persons or another particular.
    """
    if lead is Lead.ASKS or _is_title(scene.words, act) or is_judged(scene, act):
        return Reality.NAMED
    if act.form is Form.NOUN:
        told = _noun_is_told(scene, act, lead=lead, specific=specific)
        return Reality.TOLD if told else Reality.NAMED
    return _verb(scene, act, specific=specific)


def _is_title(words: Words, act: Match) -> bool:
    """Say whether the act stands in the name of a body or a text: capitals around it."""
    if not words.is_name(act.first) or words.text.isupper() or act.form is Form.FIXED:
        return False
    before = act.first - 1
    while before > 0 and words.word(before) in {
        "of",
        "on",
        "against",
        "and",
        "the",
        "or",
        "in",
    }:
        before -= 1
    return words.is_capital(before) or words.is_capital(act.after) or act.form is Form.NOUN


# --- verbs ---


def _verb(scene: Scene, act: Match, *, specific: bool) -> Reality:
    words = scene.words
    begin = group_start(words, act.first)
    group = set(words.lower[begin : act.first])
    if group & _MODALS:
        perhaps = bool(group & _PERHAPS) and "have" in group
        return Reality.SUPPOSED if perhaps else Reality.NAMED
    if ("not" in group or "never" in group) and not _is_excepted(scene, begin, act.first):
        return Reality.DENIED if specific and _is_deed(act) else Reality.NAMED
    is_named = (
        ("to" in group and words.word(begin - 1) not in CARRIED_ON)
        or _is_means(scene, act, begin)
        or not _form_fits(words, act, begin, group, specific=specific)
        or _subject_is_nobody(scene, begin)
        or is_governed(scene, begin, specific=specific, verb=True)
    )
    return Reality.NAMED if is_named else Reality.TOLD


def _is_means(scene: Scene, act: Match, begin: int) -> bool:
    """Read "by deporting him, the State would violate article 3": nothing was done yet."""
    is_by = act.form is Form.ING and scene.words.word(begin - 1) == "by"
    return is_by and bool(scene.cue("modal"))


def _is_deed(act: Match) -> bool:
    """Say whether a denial of the verb denies a deed, not an outcome or an omission."""
    return act.form is not Form.FIXED and act.name in _DEEDS


def group_start(words: Words, place: int) -> int:
    """Return where the verb group of the verb at `place` begins: "had not been" + verb."""
    begin = place
    while begin > 0 and place - begin < _GROUP:
        word = words.word(begin - 1)
        if word not in AUXILIARIES and word != "to" and not is_adverb(word):
            break
        begin -= 1
    return begin


def _form_fits(
    words: Words, act: Match, begin: int, group: set[str], *, specific: bool
) -> bool:
    before, behind = words.word(begin - 1), words.word(act.after)
    match act.form:
        case Form.BASE:
            return _base_fits(words, act, group, before)
        case Form.PRESENT:
            return before not in DETERMINERS | PREPOSITIONS and (
                behind in DETERMINERS or before in PRONOUNS
            )
        case Form.ING:
            return behind not in _POWERS and _ing_fits(words, begin, group, before)
        case Form.PAST if before in {"the", "those"} and not group & AUXILIARIES:
            # "the disappeared", "those arrested": told before.
            return specific and before == "those"
        case Form.PAST:
            return bool(group & AUXILIARIES) or not _is_attribute(words, act, before, behind)
        case Form.FIXED | Form.NOUN:
            return True


def _base_fits(words: Words, act: Match, group: set[str], before: str) -> bool:
    if group & {"do", "does", "did", "to"}:
        return True
    if act.first == 0 or group & AUXILIARIES:
        return False
    if before in DETERMINERS | PREPOSITIONS - {"including"} or not before[:1].isalpha():
        return False
    is_plural = before.endswith("s") and not before.endswith(("'s", "ss", "ous"))
    # "Forces attack the town", not "Forces attack" as a noun after a noun.
    behind = words.word(act.after)
    follows = behind in DETERMINERS | _OBJECTS or (
        behind.isalpha() and behind not in FUNCTION_WORDS
    )
    return (is_plural or before in _PLURAL_SUBJECTS) and follows


def _ing_fits(words: Words, at: int, group: set[str], before: str) -> bool:
    if group & BE_FORMS:
        return True
    if before in _NOT_BEFORE_ING or before in DETERMINERS or not before:
        return False
    if words.word(at - 2) in {"the", "a", "an"} and before not in _BEFORE_PARTICIPLE:
        return words.is_capital(at - 1) or before.endswith("s")
    return before in _BEFORE_PARTICIPLE or before[0].isalpha() or before in {")", "”", '"'}


def _is_attribute(words: Words, act: Match, before: str, behind: str) -> bool:
    """Say whether a participle only describes: "the detained men", "displaced persons"."""
    follows_noun = (
        behind[:1].isalpha() and behind not in FUNCTION_WORDS and not is_adverb(behind)
    )
    if not follows_noun:
        return False
    if words.is_capital(act.after):
        return before in DETERMINERS | PREPOSITIONS
    if act.first == 0:
        return True
    if before in _OPENING_QUOTES:
        before = words.word(act.first - 2)
    if before == "those":
        return False
    return before in DETERMINERS | PREPOSITIONS or before == "internally" or before.isdecimal()


def _subject_is_nobody(scene: Scene, begin: int) -> bool:
    """Say whether the clause's subject is "no one", "no civilians", "none of"."""
    words = scene.words
    limit = max(0, begin - _SUBJECT_REACH)
    place = begin - 1
    while place >= limit:
        word = words.word(place)
        if word in {",", ";", ":", "—", "–", "and", "but", "that"} or word in _BARRIERS:
            return False
        if word in {"no", "nobody", "none", "neither", "nor"}:
            return not _is_excepted(scene, place, place + 1)
        place -= 1
    return False


def _is_excepted(scene: Scene, first: int, after: int) -> bool:
    """Say whether the negation here is none: "not only", "no fewer than"."""
    return any(first <= cue.first < after for cue in scene.cue("not_negation"))


# --- what governs from the left ---


def is_governed(scene: Scene, place: int, *, specific: bool, verb: bool) -> bool:
    """Say whether a demand, a condition or a plan before `place` makes the act unreal."""
    words = scene.words
    barrier = _barrier_before(words, place)
    demand = _last_in_clause(scene, "demand", place)
    about_somebody = specific or words.is_capital(barrier - 1) or words.is_capital(barrier - 2)
    if demand is not None and (
        demand.after > barrier or not about_somebody or _is_about_all(words, barrier)
    ):
        return True
    if demand is not None and not verb and not _has_day(scene, place):
        return True
    condition = _last_in_clause(scene, "condition", place)
    if condition is not None and "," not in words.lower[condition.after : place]:
        return True
    future = scene.last_cue("future", before=place, within=2 if verb else _NORM_REACH)
    if future is not None and future.after > barrier:
        return True
    norm = scene.last_cue("norm", before=place, within=1 if verb else _NORM_REACH)
    return norm is not None and _reaches(words, norm.after, place, specific=specific)


def _is_about_all(words: Words, barrier: int) -> bool:
    """Say whether a relative clause is about nobody in particular: "all persons who"."""
    return bool(_EVERYBODY & set(words.lower[max(0, barrier - _ANTECEDENT) : barrier]))


def _has_day(scene: Scene, place: int) -> bool:
    """Say whether a date stands near the word at `place`."""
    near = range(place - _NEAR_DATE, place + _NEAR_DATE)
    return any(at in scene.dated for at in near)


def _reaches(words: Words, start: int, place: int, *, specific: bool) -> bool:
    between = words.lower[start:place]
    if any(word in _BARRIERS or word in {";", ":", "—", "–", ")"} for word in between):
        return False
    # "the prohibition of torture, rape and murder" goes on; "prevented them, killing
    # three" does not.
    return not ("," in between and specific)


def _barrier_before(words: Words, place: int) -> int:
    limit = max(0, place - _SCOPE)
    for at in range(place - 1, limit - 1, -1):
        if words.word(at) in _BARRIERS:
            return at
    return -1


def _last_in_clause(scene: Scene, name: str, place: int) -> Match | None:
    """Return the last such cue before `place` in the same clause, or before a list's colon."""
    cue = scene.last_cue(name, before=place, within=_SCOPE)
    if cue is None or place >= len(scene.words):
        return None
    if scene.words.clauses[cue.first] == scene.words.clauses[place]:
        return cue
    between = scene.words.lower[cue.after : place]
    return cue if ":" in between and "—" not in between and "–" not in between else None


# --- nouns ---


def _noun_is_told(scene: Scene, act: Match, *, lead: Lead, specific: bool) -> bool:
    words = scene.words
    if _is_of_a_kind(words, act, specific=specific) or _is_position(scene, act):
        return False
    if is_governed(scene, act.first, specific=specific, verb=False):
        return False
    if _under_modal(scene, act, specific=specific) or _subject_is_nobody(scene, act.first):
        return False
    if lead is Lead.TELLS:
        return True
    is_purpose = _is_purpose(words, act) and not specific
    return not is_purpose and _is_supported(scene, act, specific=specific)


def _is_of_a_kind(words: Words, act: Match, *, specific: bool) -> bool:
    """Say whether acts of the kind are meant, or one told before: "all attacks", "this act"."""
    again = set(words.lower[max(0, act.first - 3) : act.first]) & _TOLD_BEFORE
    before = words.word(act.first - 1)
    if before in _UNCOUNTED and before not in _OVER_AND_OVER:
        return True
    return bool(again or before in _UNCOUNTED) and not specific


def _is_position(scene: Scene, act: Match) -> bool:
    cue = scene.last_cue("position", before=act.first, within=_NORM_REACH)
    return cue is not None


def _under_modal(scene: Scene, act: Match, *, specific: bool) -> bool:
    """Say whether "must", "will" and the like stand before the noun, or right behind it."""
    words = scene.words
    clause = words.clauses[act.first]
    barrier = _barrier_before(words, act.first)
    for cue in scene.cue("modal"):
        if words.clauses[cue.first] != clause or words.word(cue.after) in {"like", "wish"}:
            continue
        reach = _NOUN_MODAL_REACH if specific else _SCOPE
        if barrier < cue.first < act.first and act.first - cue.first <= reach:
            return True
        behind = 0 <= cue.first - act.after <= _NOUN_MODAL_REACH
        if behind and not specific and _plain_between(words, act.after, cue.first):
            return True
    return False


def _plain_between(words: Words, start: int, end: int) -> bool:
    return not any(word in _BARRIERS or word == "," for word in words.lower[start:end])


def _is_purpose(words: Words, act: Match) -> bool:
    """Say whether an infinitive governs the noun: "to stop the killing"."""
    for at in range(act.first - 1, max(0, act.first - _NORM_REACH) - 1, -1):
        word = words.word(at)
        if word in _BARRIERS or not word[:1].isalpha():
            return False
        is_verb_next = words.word(at + 1) not in DETERMINERS and not words.is_capital(at + 1)
        if word == "to" and is_verb_next and at + 1 < act.first:
            return words.word(at - 1) not in CARRIED_ON | {"led", "according", "due"}
    return False


def _is_supported(scene: Scene, act: Match, *, specific: bool) -> bool:
    words = scene.words
    regret = scene.last_cue("regret", before=act.first, within=_SCOPE)
    if regret is not None and _is_resolved(scene, regret):
        return _has_day_behind(scene, regret.after)
    if regret is not None and _is_time_of(words, regret, act) and not specific:
        return False
    if _occurs(scene, act, specific=specific):
        return True
    if regret is not None and (specific or words.word(act.first - 1) == "the"):
        return True
    return specific and (
        bool(scene.cue("hypothesis"))
        or act.first <= len(("the", "near", "constant"))
        or "by" in words.lower[act.after : act.after + _NOUN_MODAL_REACH]
    )


def _occurs(scene: Scene, act: Match, *, specific: bool) -> bool:
    """Say whether a verb in the clause makes the noun an event: "the shelling killed two"."""
    words = scene.words
    clause = words.clauses[act.first]
    return any(
        words.clauses[cue.first] == clause
        and (cue.after <= act.first or cue.first >= act.after)
        and abs(cue.first - act.first) <= _SCOPE
        and _is_real(scene, cue, specific=specific)
        for cue in scene.cue("occurrence")
    )


def _is_time_of(words: Words, regret: Match, act: Match) -> bool:
    """Say whether the noun only says when: "since the coup", "after the first reports of"."""
    return words.word(regret.first) in _TIMES and act.first - regret.after <= _TIME_REACH


def _is_resolved(scene: Scene, regret: Match) -> bool:
    """Say whether a body, not the writer, is the one that condemns."""
    words = scene.words
    before = words.lower[max(0, regret.first - _SUBJECT_REACH) : regret.first]
    return regret.first == 0 or bool(_BODIES & set(before))


def _has_day_behind(scene: Scene, place: int) -> bool:
    """Say whether a date stands behind the word: the act's, not that of the resolution."""
    return any(at >= place for at in scene.dated)


def _is_real(scene: Scene, cue: Match, *, specific: bool) -> bool:
    """Say whether an occurrence cue tells: not "will continue", "to commit", "not occur"."""
    words = scene.words
    begin = group_start(words, cue.first)
    group = set(words.lower[begin : cue.first])
    if group & _MODALS or "to" in group or ("not" in group and cue.form is not Form.FIXED):
        return False
    if cue.form is Form.BASE and words.word(begin - 1) in DETERMINERS | PREPOSITIONS | ADVERBS:
        return False
    return not is_governed(scene, begin, specific=specific, verb=True)
