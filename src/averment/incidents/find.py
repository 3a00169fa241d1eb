"""Allegations of a sentence: which acts it tells of, and their particulars.

The steps: find the words for acts; keep those that the sentence tells of rather than names
(`averment.incidents.reality`); divide the sentence where it tells of several
(`averment.incidents.unit`); name each by its most telling act; then look for who, where, when,
with what, and how many. Cost is linear in the length of the sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from averment.documents.flow import Flow
from averment.documents.grounded import Grounded
from averment.documents.span import Span
from averment.incidents.allegation import Allegation, Harm, VictimCount
from averment.incidents.attribution import find_attribution, is_own_account
from averment.incidents.extent import extent_of
from averment.incidents.inflect import Form, is_past
from averment.incidents.naming import Named, name_act
from averment.incidents.pattern import Match, find_matches
from averment.incidents.perpetrator import agent_of_lead, find_perpetrator
from averment.incidents.place import NOT_PLACES, find_places
from averment.incidents.reality import Lead, Reality, reality_of
from averment.incidents.scene import Scene
from averment.incidents.stance import find_stance
from averment.incidents.unit import Unit, units_of
from averment.incidents.victims import find_victims
from averment.incidents.vocabulary import act_types, trigger_index
from averment.incidents.when import KnownDates, find_when, told_date
from averment.incidents.words import Words

_MAX_ACTS = 80
_MAX_WORDS = 1_200
_NEAR = 10
_REFERENCE_OPENERS = frozenset({"see", "ibid", "id", "supra", "cf"})
_PARTICULAR_PERSON = frozenset(
    {"he", "she", "his", "her", "him", "i", "my", "mr", "ms", "mrs", "dr"}
)
_BODIES = frozenset({"united", "nations", "state", "states", "un", "member", "eu", "osce"})
_PAST_AUXILIARIES = frozenset({"was", "were", "been", "had", "has", "have", "did"})
_AUXILIARY_REACH = 3
# Behind a number, these count nothing that would make the sentence particular.
_UNTELLING = frozenset(
    {"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours"}
    | {"votes", "vote", "states", "countries", "members", "paragraphs", "articles", "pages"}
)
_OF_THE_DAY = frozenset({Harm.KILLED, Harm.INJURED})
# A lead-in with one of these announces what happened.
_SUFFERED = frozenset(
    {"suffered", "witnessed", "endured", "experienced", "underwent", "happened", "occurred"}
    | {"documented", "recorded", "convicted", "committed", "perpetrated", "incidents", "saw"}
)
_OPENING = 6
_ASKING = ("demand", "condition", "future", "position")


@dataclass(frozen=True, slots=True)
class _LeadIn:
    """What a list's lead-in hands down to its items."""

    lead: Lead = Lead.NONE
    act: str | None = None
    perpetrator: Grounded[str] | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands around the sentence."""

    lead: _LeadIn
    dates: KnownDates


def find_allegations(
    sentence: Flow,
    *,
    lead_in: Flow | None = None,
    reference_date: str | None = None,
    heading_year: str | None = None,
    context_date: str | None = None,
    continues: bool = False,
) -> tuple[Allegation, ...]:
    """Return what `sentence` alleges, in order of reading; often nothing.

    Args:
        sentence: One sentence or list item, as `averment.prose.sentence` gives it.
        lead_in: The sentence that the list item completes; its agent is inherited.
        reference_date: ISO date of the document, to resolve "8 December", "yesterday".
        heading_year: The year that a heading gives to dates without one.
        context_date: EDTF date of the act told last above, as `when.told_date` gives it: for
            "the next day", and the year of "in April".
        continues: That act stands in the sentence right before, so that a count of victims
            without a day ("Thirteen were killed.") has its day.
    """
    words = Words.of(sentence.text)
    if not words or len(words) > _MAX_WORDS or words.word(0) in _REFERENCE_OPENERS:
        return ()
    lead = _read_lead(lead_in)
    acts = find_matches(words, trigger_index())[:_MAX_ACTS]
    if not acts and lead.lead is not Lead.TELLS:
        return ()
    scene = Scene.of(sentence, words)
    dates = KnownDates(
        reference=reference_date,
        year=heading_year,
        told=context_date or lead.date,
        fresh=continues,
    )
    context = _Context(lead, dates)
    told = _told(scene, acts, lead.lead)
    if told:
        return _allegations(scene, told, context)
    return _from_lead(scene, context)


# --- what is told ---


@dataclass(frozen=True, slots=True)
class _Told:
    act: Match
    reality: Reality


def _told(scene: Scene, acts: Sequence[Match], lead: Lead) -> list[_Told]:
    told: list[_Told] = []
    for act in acts:
        if (act.weak or act_types()[act.name].needs_weapon) and not _is_borne_out(scene, act):
            continue
        reality = reality_of(scene, act, lead=lead, specific=_is_specific(scene, act))
        if reality is not Reality.NAMED:
            told.append(_Told(act, reality))
    return told


def _is_borne_out(scene: Scene, act: Match) -> bool:
    """Say whether a word with other meanings has a weapon, target or harm beside it."""
    near = range(act.first - _NEAR, act.after + _NEAR)
    if act_types()[act.name].needs_weapon:
        return any(
            w.first in range(act.after, act.after + _NEAR // 2 + 1) for w in scene.weapons
        )
    if any(m.first in near for m in (*scene.weapons, *scene.targets)):
        return True
    return any(h.first in near and h.first != act.first for h in scene.harms)


def _is_specific(scene: Scene, act: Match) -> bool:
    """Say whether the clause gives a day or a count of persons."""
    words = scene.words
    clause = words.clauses[act.first]
    if any(words.clauses[at] == clause for at in scene.dated if at < len(words)):
        return True
    near = range(act.first - _NEAR, act.after + _NEAR)
    return any(
        words.place_of(n.figure) in near
        and words.place_of(n.figure) not in scene.dated
        and words.is_word(words.place_of(n.end))
        and words.word(words.place_of(n.figure) - 1) not in _NUMBERED
        and words.word(words.place_of(n.end)) not in _UNTELLING
        for n in scene.numbers
    )


_NUMBERED = frozenset(
    {"resolution", "resolutions", "article", "articles", "rule", "no", "paragraph"}
)


# --- lead-ins ---


def _read_lead(lead_in: Flow | None) -> _LeadIn:
    return _LeadIn() if lead_in is None else _lead_of(lead_in)


@lru_cache(maxsize=64)
def _lead_of(lead_in: Flow) -> _LeadIn:
    """Return what a lead-in hands down; the same one stands before many items."""
    words = Words.of(lead_in.text)
    if not words or len(words) > _MAX_WORDS:
        return _LeadIn()
    scene = Scene.of(lead_in, words)
    acts = find_matches(words, trigger_index())[:_MAX_ACTS]
    told = [
        act
        for act in acts
        if not (act.weak or act_types()[act.name].needs_weapon)
        and reality_of(scene, act, lead=Lead.TELLS, specific=False) is not Reality.NAMED
    ]
    if not told:
        tells = _announces(scene)
        asks = any(scene.cue(name) for name in (*_ASKING, "modal"))
        asks = asks or bool(scene.cue("norm") and not tells)
        if asks or not tells:
            return _LeadIn(Lead.ASKS if asks else Lead.NONE)
        return _LeadIn(Lead.TELLS, None, agent_of_lead(scene), _date_of(scene))
    if _last_word_asks(scene, told[-1]):
        return _LeadIn(Lead.ASKS)
    agent = agent_of_lead(scene)
    if agent is None:
        agent = find_perpetrator(scene, told[0], first=0, after=len(words))
    best = max(told, key=lambda act: act_types()[act.name].precedence)
    name = None if act_types()[best.name].umbrella else best.name
    return _LeadIn(Lead.TELLS, name, agent, _date_of(scene))


def _date_of(scene: Scene) -> str | None:
    return told_date(found.value for found in scene.dates)


def _announces(scene: Scene) -> bool:
    """Say whether a lead-in without an act announces incidents: "the following incidents:"."""
    words = set(scene.words.lower)
    if _SUFFERED & words:
        return True
    near = {"incidents", "incident", "cases", "facts", "events", "following", "has", "have"}
    return bool(near & words) and bool(
        {"incidents", "incident", "victims", "attacks", "damage"} & words
    )


def _last_word_asks(scene: Scene, act: Match) -> bool:
    """Say whether the lead-in ends in a request: "After the attack of May we urge you to:"."""
    return any(cue.first > act.first for cue in scene.cue("demand"))


def _from_lead(scene: Scene, context: _Context) -> tuple[Allegation, ...]:
    """Read an item that names only a target or place: "a hospital in Port Callis;"."""
    lead = context.lead
    if lead.lead is not Lead.TELLS or lead.act is None or not scene.targets:
        return ()
    words = scene.words
    if scene.cue("demand") or scene.cue("modal") or not (scene.dates or _has_name(words)):
        return ()
    target = scene.targets[0]
    act = Match("act", lead.act, Form.NOUN, target.first, target.after)
    unit = Unit(0, len(words), shares=True)
    return (_allegation(scene, unit, [_Told(act, Reality.TOLD)], context),)


def _has_name(words: Words) -> bool:
    return any(words.is_name(place) for place in range(len(words)))


# --- putting together ---


def _allegations(
    scene: Scene, told: Sequence[_Told], context: _Context
) -> tuple[Allegation, ...]:
    acts = [item.act for item in told]
    found: list[Allegation] = []
    own: list[_Told] = []
    units = units_of(scene, acts)
    for unit in units:
        if unit.shares:
            # Not "destruction of a museum", whose words hold the first target.
            shortest = min(item.act.after for item in own)
            own = [item for item in own if item.act.after == shortest]
        else:
            own = [item for item in told if unit.first <= item.act.first < unit.after]
        found.append(_allegation(scene, unit, own, context, alone=len(units) == 1))
    return tuple(found)


def _allegation(
    scene: Scene, unit: Unit, told: Sequence[_Told], context: _Context, *, alone: bool = True
) -> Allegation:
    named = name_act(scene, unit, [item.act for item in told])
    act = named.act
    centre = unit.first if unit.shares else act.first
    first, after = extent_of(scene, unit, [item.act for item in told])
    attributed = find_attribution(scene)
    reality = next(item.reality for item in told if item.act is act)
    stance, stance_words = find_stance(scene, act, reality, attributed=attributed is not None)
    victims = find_victims(scene, first=first, after=after)
    places = find_places(scene, first=first, after=after, centre=centre) or (
        ()
        if unit.shares
        else find_places(scene, first=unit.first, after=unit.after, centre=centre)
    )
    when = find_when(
        scene,
        first=first,
        after=after,
        centre=centre,
        known=context.dates,
    )
    if when is None and not unit.shares:
        # "In the same period houses were burned; 1,900 people had to leave."
        when = find_when(scene, first=0, after=first, centre=first, known=context.dates)
    if when is None and not (unit.first or unit.shares):
        when = _inherited(scene, named, victims, context)
    if alone and not places:
        places = find_places(scene, first=0, after=first, centre=first)
    perpetrator = None
    for candidate in (act, *(item.act for item in told if item.act is not act)):
        perpetrator = perpetrator or find_perpetrator(
            scene, candidate, first=unit.first, after=unit.after
        )
    if (
        perpetrator is not None
        and attributed is not None
        and (perpetrator.span.overlaps(attributed.span))
    ):
        perpetrator = None
    is_umbrella = act_types()[named.name].umbrella
    dated = when is not None and not is_umbrella and when.rule != "date:recent"
    bare = not (victims or dated or (places and not is_umbrella))
    general = bare and (
        is_umbrella
        or _is_general(scene, named, context.lead.lead)
        or _is_anaphora(scene, act)
        or not (
            perpetrator
            or context.lead.perpetrator
            or _names_somebody(scene, first, after)
            or _is_event(scene, act)
            or context.lead.lead is Lead.TELLS
            or (attributed is not None and is_own_account(attributed))
            or _is_specific(scene, act)
        )
    )
    return Allegation(
        span=_span(scene, first, after),
        act=_grounded(scene, act, f"acts:{named.act.name}", named.name),
        target=_target(scene, named.target),
        weapon=_weapon(scene, named.weapon),
        weapon_type=named.weapon.name if named.weapon else None,
        perpetrator=perpetrator or context.lead.perpetrator,
        places=places,
        when=when,
        victims=victims,
        attributed_to=attributed,
        stance=stance,
        stance_words=stance_words,
        general=general
        or _ends_open(scene)
        or _only_sums_up(scene, named)
        or (not victims and perpetrator is None and _is_anniversary(scene)),
    )


def _inherited(
    scene: Scene, named: Named, victims: Sequence[VictimCount], context: _Context
) -> Grounded[str] | None:
    """Return the day of the sentence before for what it led to: "Thirteen were killed."."""
    told = context.dates.told
    counts = any(count.harm in _OF_THE_DAY for count in victims)
    if told is None or not context.dates.fresh or not counts or "/.." in told:
        return None
    return _grounded(scene, named.act, "date:of-the-sentence-before", told)


def _is_general(scene: Scene, named: Named, lead: Lead) -> bool:
    """Say whether the sentence sums up: "such attacks"."""
    if lead is Lead.TELLS:
        return False
    return scene.words.word(named.act.first - 1) in {"these", "such", "those"}


def _names_somebody(scene: Scene, first: int, after: int) -> bool:
    """Say whether a name stands in the words, so that they are about something particular."""
    words = scene.words
    if _PARTICULAR_PERSON & set(words.lower[first:after]):
        return True
    return any(
        words.is_name(place) and words.word(place) not in NOT_PLACES | _BODIES
        for place in range(first + 1, after)
    )


def _is_event(scene: Scene, act: Match) -> bool:
    """Say whether the words tell the act as a thing that happened once: "were shot"."""
    words = scene.words
    if act.form is Form.PAST:
        return True
    told = words.lower[max(0, act.first - _AUXILIARY_REACH) : act.after]
    if act.form is Form.ING:
        return bool(_PAST_AUXILIARIES & set(told))
    return act.form is Form.FIXED and any(
        word in _PAST_AUXILIARIES or word.endswith("ed") or is_past(word) for word in told
    )


def _is_anaphora(scene: Scene, act: Match) -> bool:
    """Say whether the sentence opens with an act told before: "The arrest came as ..."."""
    words = scene.words
    opens = act.form is Form.NOUN and act.first == 1 and words.word(0) == "the"
    return opens and not {"of", "by"} & set(words.lower[act.first + 1 : act.after + 1])


def _is_anniversary(scene: Scene) -> bool:
    """Say whether a commemoration opens: "Twenty years ago today the town burned"."""
    words = scene.words
    for place in range(min(len(words), _OPENING)):
        if words.word(place) == "ago" and words.word(place + 1) in {
            "today",
            "this",
            "tomorrow",
        }:
            return words.word(place - 1) in {"years", "decades", "year"}
    return False


def _ends_open(scene: Scene) -> bool:
    """Say whether the sentence only leads in a list."""
    return scene.words.word(len(scene.words) - 1) == ":"


def _only_sums_up(scene: Scene, named: Named) -> bool:
    """Say whether "these violations", "the above-documented attacks" are all that is told."""
    words = scene.words
    summary = scene.last_cue("summary", before=named.act.after, within=2)
    return (
        summary is not None
        and summary.after >= named.act.first
        and not scene.dates
        and (words.word(summary.first) not in {"such", "and"})
    )


def _span(scene: Scene, first: int, after: int) -> Span:
    words = scene.words
    return scene.flow.span(words.starts[first], words.ends[after - 1])


def _grounded(scene: Scene, match: Match, rule: str, value: str) -> Grounded[str]:
    return Grounded(value=value, span=_span(scene, match.first, match.after), rule=rule)


def _target(scene: Scene, match: Match | None) -> Grounded[str] | None:
    return None if match is None else _grounded(scene, match, "targets", match.name)


def _weapon(scene: Scene, match: Match | None) -> Grounded[str] | None:
    """Return the weapon as printed, with the make before it: "GRAD rockets"."""
    if match is None:
        return None
    words = scene.words
    first = match.first
    while (
        first > 0 and words.printed[first - 1].isupper() and len(words.printed[first - 1]) > 1
    ):
        first -= 1
    span = _span(scene, first, match.after)
    value = words.part(first, match.after)
    return Grounded(value=value, span=span, rule=f"weapons:{match.name}")
