"""Who is alleged to have done it: "by X", the subject of an active verb, "X's shelling of".

Nothing is inferred: a passive verb without an agent has no perpetrator, and what the victims
are does not make one.
"""

from averment.documents.grounded import Grounded
from averment.documents.word_set import word_set
from averment.incidents.grammar import (
    AUXILIARIES,
    BE_FORMS,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
)
from averment.incidents.inflect import Form
from averment.incidents.pattern import Match
from averment.incidents.reality import CARRIED_ON, group_start
from averment.incidents.scene import Scene
from averment.incidents.words import Words, without_possessive

_ACTOR_WORDS = """
force forces army armies military militia militias troops soldiers soldier servicemen police
policemen gunmen authorities authority government governments regime state group groups rebels
rebel fighters fighter guerrillas guerrilla insurgents paramilitaries paramilitary men attackers
assailants officers officer agents agent guards navy airforce artillery court courts prosecutors
security services service settlers settler mercenaries terrorists terrorist militants militant
members commander commanders brigade battalion unit units side mob crowd gang gangs cartel
company ministry minister president intelligence aircraft warplanes helicopters jets tanks
snipers sniper extremists jihadists separatists occupiers invaders aggressor regiment guardsmen
warders staff individuals perpetrators persons officials official party parliament
administration cell junta supporters youths colonel general captain lieutenant sergeant governor mayor prefect
commissioner king sultan warden wardens directorate censors commandos commando saboteurs militiamen
gendarmes gendarmerie parties sides legion legionnaires patrol patrols gunboat gunboats artillery
batteries battery bandits raiders armed bulldozers drone pilots garrison division divisions corps
detachment troop cadres agents operatives squad squads executioners interrogators jailers
gaolers captors kidnappers perpetrator landowners ranchers loggers traffickers vigilantes
smugglers pirates drones troopers constables inspectors detectives employers
contractors municipality council gunships gunship bomber
bombers fighter-bombers plane planes van submarine destroyer frigate crew jihadis
islamists zealots assassins hooligans thugs recruiters officers-in-charge
federation aggressor occupier enemy opponents organisation organization 
 vessels ship ships boats coastguard
coast-guard peacekeepers contingent movement front alliance coalition coup judge
"""
_ACTORS = frozenset(_ACTOR_WORDS.split())
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
_NOT_AGENTS = word_set(
    """
    the end means way virtue reason order law night day force foot road air sea land then
    now shelling firing cutting using killing bombing burning hand hanging surprise fire
    name
    """
)
_LONGEST = 12
_SEGMENT = 26
_REACH = 30
_ENDS_HEAD = word_set("loyal backed operating led belonging dressed wearing armed acting flying")
_ASIDE = word_set("together along including some among with accompanied alongside two one most")
_OPENS_CLAUSE = word_set(
    """
    after before as while whereas because when where if although though that than but then
    since until whether however which what how
    """
)
_VERB_ENDINGS = ("ed", "ing", "took", "left", "cut", "drove", "shut", "not")
_STOP = frozenset({",", ";", ":", "—", "–", "(", ")", '"', "“", "”", "."})


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


# --- by X ---


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


_ORDERS = frozenset({"order", "orders", "instructions", "hands", "behest"})


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
        head in _NOT_AGENTS
        or head.endswith("ing")
        or first in scene.dated
        or not head[:1].isalpha()
    ):
        return None
    end = _phrase_end(scene, first, after)
    return _actor(scene, first, end, "perpetrator:by")


def _phrase_end(scene: Scene, first: int, after: int) -> int:
    """Return where a noun phrase that begins at `first` ends."""
    words = scene.words
    end = first
    while end < after and end - first < _LONGEST:
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
        if word in _STOP or end in scene.dated or not is_inner:
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


def _goes_on(scene: Scene, place: int) -> bool:
    """Say whether "and" joins a second actor."""
    words = scene.words
    for at in range(place, min(len(words), place + 4)):
        word = words.word(at)
        if without_possessive(word) in _ACTORS:
            return True
        if word in _STOP or word in FUNCTION_WORDS - DETERMINERS:
            return False
    return words.is_capital(place)


def _actor(scene: Scene, first: int, after: int, rule: str) -> Grounded[str] | None:
    """Return the phrase where it can be an actor: an actor's noun in it, or a name."""
    words = scene.words
    while first < after and words.word(first) in DETERMINERS - {"two", "three", "four", "five"}:
        first += 1
    if first >= after:
        return None
    while after - first > 1 and words.word(after - 1) in _HARMED - _ACTORS:
        if not any(without_possessive(w) in _ACTORS for w in words.lower[first : after - 1]):
            break
        after -= 1
    lower = [without_possessive(words.lower[at]) for at in range(first, after)]
    is_actor = any(word in _ACTORS for word in lower)
    is_name = words.is_capital(first) and first not in scene.dated
    head = lower[-1]
    is_weapon = any(
        w.first < after and w.after >= after and w.name not in {"aircraft", "drone"}
        for w in scene.weapons
    )
    if is_weapon and head not in _ACTORS:
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
    if after - first == 1:
        return words.word(0) in FUNCTION_WORDS or is_adverb(words.word(0))
    return not any(words.is_capital(at) for at in range(first + 1, after))


# --- X's shelling, X shelled, Estavian shelling ---


def _possessor(scene: Scene, act: Match, first: int) -> Grounded[str] | None:
    """Read "Estavia's military aggression", "the army's shelling"."""
    words = scene.words
    if act.form not in {Form.NOUN, Form.ING}:
        return None
    for place in range(act.first - 1, max(first, act.first - 4) - 1, -1):
        word = words.word(place)
        if word.endswith(("'s", "s'")):
            begin = _phrase_begin(scene, place, first)
            return _actor(scene, begin, place + 1, "perpetrator:possessive")
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
    begin = _past_carrying_on(scene, group_start(words, act.first))
    if act.form is Form.NOUN:
        verb = _support_verb(scene, act, first)
        if verb is None:
            return None
        begin = group_start(words, verb)
        group = words.lower[begin:verb]
        return None if set(group) & BE_FORMS else _phrase_before(scene, begin, first)
    if act.form is Form.FIXED and not words.word(act.first).endswith(_VERB_ENDINGS):
        return None
    if set(words.lower[begin : act.first]) & BE_FORMS and act.form in {Form.PAST, Form.FIXED}:
        return None
    if act.form is Form.PAST and not _is_active(scene, act):
        return None
    return _phrase_before(scene, begin, first)


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
    for at in range(first + 1, min(act.first, first + _LONGEST)):
        word = words.word(at)
        if word in _STOP or word in PREPOSITIONS - {"of"}:
            return None
        if word in AUXILIARIES:
            ahead = words.word(at + 1)
            is_passive = word in BE_FORMS and not ahead.endswith("ing")
            if is_passive or not any(w in _ACTORS for w in words.lower[first:at]):
                return None
            return _actor(scene, first, at, "perpetrator:main-subject")
    return None


_SUPPORT_VERBS = word_set(
    """
    committed commit carried conducted conducting perpetrated launched launching mounted
    subjected used using waged engaged inflicted admitted continued resumed responded
    resorted undertook unleashed caused ordered began intensified escalated impose imposed
    practised practiced step stepped
    """
)


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


def _is_active(scene: Scene, act: Match) -> bool:
    """Say whether a bare past form has an object: "killed three men", not "killed in May"."""
    words = scene.words
    behind = words.word(act.after)
    if len(act) > 1 or (behind == "at" and words.word(act.after + 1) in {"least", "most"}):
        return True
    if behind in PREPOSITIONS - {"over", "about", "around", "between"} or not behind:
        return False
    if behind in {"and", "or", ","}:
        return not set(words.lower[max(0, act.first - 2) : act.first]) & BE_FORMS
    return behind[0].isalnum()


def _phrase_before(scene: Scene, begin: int, first: int) -> Grounded[str] | None:
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
    return _subject_in(scene, start, end)


def _segment_start(scene: Scene, end: int, first: int) -> int:
    """Return where the words begin among which a subject that ends at `end` stands."""
    words = scene.words
    start = end
    while start > first and end - start < _SEGMENT:
        word = words.word(start - 1)
        if not (word[:1].isalnum() or word in {"(", ")"}) or start - 1 in scene.dated:
            break
        if word in _OPENS_CLAUSE:
            break
        start -= 1
    return start


def _subject_in(scene: Scene, start: int, end: int) -> Grounded[str] | None:
    """Return the doer among the words before a verb: from its actor's noun on, or a name."""
    words = scene.words
    head = next((at for at in range(start, end) if _is_actor_word(scene, at)), None)
    if head is None:
        named = _head_end(scene, _after_aside(scene, start, end), end)
        begin = _last_name(scene, _after_aside(scene, start, named), named)
        return _actor(scene, begin, named, "perpetrator:subject") if begin < named else None
    begin = head
    while begin > start and _describes(words, begin - 1):
        begin -= 1
    return _actor(scene, begin, _head_end(scene, head, end), "perpetrator:subject")


def _is_actor_word(scene: Scene, place: int) -> bool:
    """Say whether an actor's noun stands here and is no adjective of what follows."""
    words = scene.words
    if without_possessive(words.word(place)) not in _ACTORS:
        return False
    behind = words.word(place + 1)
    return words.word(place) != "armed" and not (
        words.word(place - 1) in PREPOSITIONS - {"by", "to"} and behind not in _ACTORS
    )


def _describes(words: Words, place: int) -> bool:
    word = words.word(place)
    if word in {"and", "of", "or"}:
        return word == "and" and words.word(place - 1) in _ACTORS
    return word[:1].isalnum() and (
        word in DETERMINERS or word not in FUNCTION_WORDS | AUXILIARIES
    ) and not (is_adverb(word) and not words.is_capital(place))


def _last_name(scene: Scene, start: int, end: int) -> int:
    """Return where the name begins that ends at `end`, or `end` where a place does."""
    words = scene.words
    for at in range(end - 1, start - 1, -1):
        if words.word(at) in PREPOSITIONS - {"of", "for"}:
            return end
    return start


def _before_aside(scene: Scene, comma: int, first: int) -> Grounded[str] | None:
    """Return the subject before words set off by commas: "saboteurs, allegedly paid, blew up"."""
    words = scene.words
    for at in range(comma - 1, max(first, comma - _LONGEST) - 1, -1):
        word = words.word(at)
        if word in _STOP - {",", "(", ")", "."}:
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
            return found if found is not None and _heads(scene, found) else None
    return None


def _heads(scene: Scene, found: Grounded[str]) -> bool:
    """Say whether an actor's noun stands in the phrase, not a name alone."""
    return any(without_possessive(word.lower()) in _ACTORS for word in found.value.split())


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
    """Return the subject of the first of two verbs: "obstructed and assaulted"."""
    words = scene.words
    for at in range(place - 1, max(first, place - _LONGEST) - 1, -1):
        word = words.word(at)
        if word in _STOP or word in RELATIVES:
            return None
        if (
            word.endswith("ed")
            and word not in FUNCTION_WORDS
            and word not in {"armed", "united"}
        ):
            begin = group_start(words, at)
            if set(words.lower[begin:at]) & BE_FORMS:
                return None
            return _phrase_before(scene, begin, first) if begin < place else None
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
            return _phrase_before(scene, begin, first)
    return None


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
    return _actor(scene, place, place + 1, "perpetrator:adjective")
