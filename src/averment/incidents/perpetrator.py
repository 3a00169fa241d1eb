"""Who is alleged to have done it: "by X", the subject of an active verb, "X's shelling of".

Nothing is inferred: a passive verb without an agent has no perpetrator, and what the victims
are does not make one.
"""

from averment.documents.grounded import Grounded
from averment.incidents.actor import (
    LONGEST_PHRASE,
    NOT_AGENTS,
    STOPS,
    actor_at,
    describes,
    phrase_end,
)
from averment.incidents.grammar import (
    AUXILIARIES,
    BE_FORMS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
)
from averment.incidents.inflect import Form
from averment.incidents.pattern import Match
from averment.incidents.reality import CARRIED_ON, group_start
from averment.incidents.scene import Scene
from averment.incidents.subject import subject_before
from averment.incidents.vocabulary import actor_words
from averment.incidents.words import Words, without_possessive
from averment.prose.word_set import word_set

_CARRIED_OUT = word_set(
    """
    carried committed perpetrated conducted launched executed ordered done mounted staged
    inflicted orchestrated undertaken imposed caused fired used planned led waged initiated
    out
    """
)
_SAYING_BY = word_set(
    """
    confirmed reported documented verified brokered supported backed recognized recognised
    mediated condemned denied described published adopted established noted signed issued
    called witnessed monitored owned inhabited populated followed accompanied protected
    guaranteed facilitated provided stated filmed posted shown prepared written submitted
    represented sponsored negotiated ratified
    """
)
_REACH = 30
_INTRANSITIVE = word_set("invaded attacked retaliated advanced struck")
_VERB_ENDINGS = ("ed", "ing", "took", "left", "cut", "drove", "shut", "not")
_ORDERS = frozenset({"order", "orders", "instructions", "hands", "behest"})
_SUFFERING = word_set(
    """
    died dies die dying perished drowned disappeared vanished fled flee flees fleeing lost lose
    suffered sustained collapsed succumbed starved
    """
)
_SUFFERED = frozenset({"overcrowding", "death_in_custody"})
_SUPPORT_VERBS = word_set(
    """
    committed commit carried conducted conducting perpetrated launched launching mounted
    subjected used using waged engaged inflicted admitted continued resumed responded
    resorted undertook unleashed caused ordered began intensified escalated impose imposed
    practised practiced step stepped
    """
)


def find_perpetrator(
    scene: Scene, act: Match, *, first: int, after: int
) -> Grounded[str] | None:
    """Return who is said to have done `act`, as printed, looking from `first` to `after`."""
    if act.form is not Form.NOUN:
        subject = _subject(scene, act, first)
        if subject is not None:
            return subject
    return (
        _by_agent(scene, act, after)
        or _by_order(scene, act, after)
        or _possessor(scene, act, first)
        or _subject(scene, act, first)
        or _main_subject(scene, act, first)
        or _adjective(scene, act, first)
    )


def agent_of_lead(scene: Scene) -> Grounded[str] | None:
    """Return the agent of a lead-in: "attacks by X on civilians, including:"."""
    for place, word in enumerate(scene.words.lower):
        if word == "by":
            found = _agent_behind(scene, place, len(scene.words))
            if found is not None:
                return found
    return None


def _by_agent(scene: Scene, act: Match, after: int) -> Grounded[str] | None:
    words = scene.words
    limit = min(after, act.after + _REACH)
    for place in range(act.after, limit):
        word = words.word(place)
        if word in {";", ":"}:
            return None
        if word == "by" and _belongs(scene, act, place):
            found = _agent_behind(scene, place, after)
            if found is not None:
                return found
    return None


def _by_order(scene: Scene, act: Match, after: int) -> Grounded[str] | None:
    """Read "on the orders of the Commissioner", "at the hands of guards"."""
    words = scene.words
    for place in range(act.after, min(after, act.after + _REACH)):
        if words.word(place) in _ORDERS and words.word(place + 1) == "of":
            return _agent_behind(scene, place + 1, after)
    return None


def _belongs(scene: Scene, act: Match, place: int) -> bool:
    """Say whether "by" names the doer of the act, not of some other verb before it."""
    words = scene.words
    before = words.word(place - 1)
    if before in _SAYING_BY:
        return False
    is_participle = before.endswith("ed") and place - 1 >= act.after
    if is_participle and before not in _CARRIED_OUT and not _tells_harm(scene, place - 1):
        return False  # "weapons prohibited by the agreement"
    for at in range(place - 1, act.after - 1, -1):
        word = words.word(at)
        if word in _CARRIED_OUT:
            return True
        if word in _SAYING_BY:
            return False
    return True


def _tells_harm(scene: Scene, place: int) -> bool:
    return any(harm.first == place for harm in scene.harms)


def _agent_behind(scene: Scene, place: int, after: int) -> Grounded[str] | None:
    words = scene.words
    first = place + 1
    if words.word(first) == "both":
        first += 1
    head = words.word(first + 1) if words.word(first) in DETERMINERS else words.word(first)
    if (
        head in NOT_AGENTS
        or head.endswith("ing")
        or first in scene.dated
        or not head[:1].isalpha()
    ):
        return None
    end = phrase_end(scene, first, after)
    return actor_at(scene, first, end, "perpetrator:by")


def _possessor(scene: Scene, act: Match, first: int) -> Grounded[str] | None:
    """Read "Estavia's military aggression", "the army's shelling"."""
    words = scene.words
    if act.form not in {Form.NOUN, Form.ING}:
        return None
    for place in range(act.first - 1, max(first, act.first - 4) - 1, -1):
        word = words.word(place)
        if word.endswith(("'s", "s'")):
            begin = _phrase_begin(scene, place, first)
            return actor_at(scene, begin, place + 1, "perpetrator:possessive")
        if not word[:1].isalpha() or word in FUNCTION_WORDS:
            return None
    return None


def _phrase_begin(scene: Scene, place: int, first: int) -> int:
    words = scene.words
    begin = place
    while begin > first and (
        words.is_capital(begin - 1)
        or words.word(begin - 1) in {"armed", "security", "defence", "defense", "military"}
    ):
        begin -= 1
    return begin


def _subject(scene: Scene, act: Match, first: int) -> Grounded[str] | None:
    """Return the subject of an active verb."""
    words = scene.words
    if words.word(act.first) in _SUFFERING or act.name in _SUFFERED:
        return None
    if act.form is Form.NOUN:
        return _noun_subject(scene, act, first)
    begin = _past_carrying_on(scene, group_start(words, act.first))
    if act.form is Form.FIXED and not words.word(act.first).endswith(_VERB_ENDINGS):
        return _own_subject(scene, act, first)
    has_be = bool(set(words.lower[begin : act.first]) & BE_FORMS)
    is_passive = has_be and act.form in {Form.PAST, Form.FIXED}
    if is_passive or (act.form is Form.PAST and not _is_active(scene, act)):
        return None
    return subject_before(scene, begin, first)


def _noun_subject(scene: Scene, act: Match, first: int) -> Grounded[str] | None:
    """Return the subject of the verb that carries the noun: "X carried out the shelling"."""
    words = scene.words
    verb = _support_verb(scene, act, first)
    if verb is None:
        return None
    begin = group_start(words, verb)
    group = words.lower[begin:verb]
    return None if set(group) & BE_FORMS else subject_before(scene, begin, first)


def _own_subject(scene: Scene, act: Match, first: int) -> Grounded[str] | None:
    """Return the doer that the phrase itself begins with: "settlers burned", "neither side"."""
    words = scene.words
    if words.word(act.first) == "neither":
        return actor_at(scene, act.first, act.first + 2, "perpetrator:subject")
    if without_possessive(words.word(act.first)) not in actor_words() or (
        (BE_FORMS | _SUFFERING) & set(words.lower[act.first : act.after])
    ):
        return None
    begin = act.first
    while begin > first and describes(words, begin - 1):
        begin -= 1
    return actor_at(scene, begin, act.first + 1, "perpetrator:subject")


def _past_carrying_on(scene: Scene, begin: int) -> int:
    """Skip "continues to" before the verb group."""
    words = scene.words
    if words.word(begin) == "to" and words.word(begin - 1) in CARRIED_ON:
        return group_start(words, begin - 1)
    return begin


def _main_subject(scene: Scene, act: Match, first: int) -> Grounded[str] | None:
    """Return the clause's subject for a phrase that has no verb of its own: "access to water".

    Only an actor's noun in front of an active verb counts.
    """
    words = scene.words
    if act.form is not Form.FIXED or words.word(act.first).endswith(_VERB_ENDINGS):
        return None
    for at in range(first + 1, min(act.first, first + LONGEST_PHRASE)):
        word = words.word(at)
        if word in STOPS or word in PREPOSITIONS - {"of"}:
            return None
        if word in AUXILIARIES:
            ahead = words.word(at + 1)
            is_passive = word in BE_FORMS and not ahead.endswith("ing")
            if is_passive or not any(w in actor_words() for w in words.lower[first:at]):
                return None
            return actor_at(scene, first, at, "perpetrator:main-subject")
    return None


def _support_verb(scene: Scene, act: Match, first: int) -> int | None:
    """Return the verb which makes the noun its subject's doing: "carried out the shelling"."""
    words = scene.words
    for place in range(act.first - 1, max(first, act.first - 9) - 1, -1):
        word = words.word(place)
        if word in _SUPPORT_VERBS:
            return None if words.word(place - 1) in DETERMINERS else place
        if word in {";", ":", "which", "who", "that", "by"}:
            return None
    return None


def _has_no_be(words: Words, act: Match) -> bool:
    """Say whether no form of "be" stands in the verb's group."""
    return not set(words.lower[group_start(words, act.first) : act.first]) & BE_FORMS


def _is_active(scene: Scene, act: Match) -> bool:
    """Say whether a bare past form has an object: "killed three men", not "killed in May"."""
    words = scene.words
    behind = words.word(act.after)
    if len(act) > 1 or (behind == "at" and words.word(act.after + 1) in {"least", "most"}):
        return True
    if words.word(act.first) in _INTRANSITIVE and _has_no_be(words, act):
        return True
    if behind in PREPOSITIONS - {"over", "about", "around", "between"} or not behind:
        return False
    if behind in {"and", "or", ","}:
        return not set(words.lower[max(0, act.first - 2) : act.first]) & BE_FORMS
    return behind[0].isalnum()


def _adjective(scene: Scene, act: Match, first: int) -> Grounded[str] | None:
    """Read "Estavian shelling", "a Norvenian air strike"."""
    words = scene.words
    if act.form is not Form.NOUN:
        return None
    place = act.first - 1
    while place >= first and words.word(place) in {
        "military", "armed", "artillery", "air", "rocket", "heavy", "drone", "missile",
        "forces", "army", "security", "police", "government",
    }:  # fmt: skip
        place -= 1
    if place < 0 or not words.is_capital(place) or place in scene.dated:
        return None
    word = words.word(place)
    if word in FUNCTION_WORDS or not word.endswith(
        ("an", "ish", "ese", "i", "ian", "ch", "ni")
    ):
        return None
    return actor_at(scene, place, place + 1, "perpetrator:adjective")
