"""Where a sentence says that it happened: capitalised names behind a preposition."""

from averment.documents.grounded import Grounded
from averment.incidents.grammar import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from averment.incidents.scene import Scene
from averment.incidents.words import Words, without_possessive
from averment.prose.word_set import word_set

_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "around",
        "into",
        "across",
        "throughout",
        "inside",
        "within",
    }
    | {"towards", "toward", "over", "between", "on"}
)
_MOVED_WORDS = """
people civilians residents families refugees inhabitants removed evicted ejected uprooted
expelled fled displaced deported forced
transferred taken moved sent brought back driven evacuated abducted returned flee deportation
transfer expulsion those persons
"""
_MOVED = frozenset(_MOVED_WORDS.split())
_KIND_WORDS = """
town city village district province region capital municipality county state republics
governorate oblast area areas settlement settlements island islands territory territories camp
prison port valley suburb neighbourhood neighborhood quarter department commune township
villages towns cities districts regions provinces community airport border republic hamlet
outskirts centre center peninsula enclave sector colony square street road base checkpoint
river sea strait gulf strip cities raion rayon county parish outpost locality localities
crossing bridge mountains forest coast plains corridor zone
"""
_SITE_WORDS = """
temple church mosque shrine mausoleum chapel cathedral hospital school market monastery
stadium university barracks
cemetery synagogue hotel station clinic jail factory bridge museum mine mines ridge peak hill
pass junction roundabout avenue street lane gate square hall beach bay creek plateau airfield
airbase refinery plant dam quarry farm harbour valley quarter boulevard block estate
"""
_KINDS = frozenset(_KIND_WORDS.split())
# Behind a name these belong to it: "Callis district", "Verd river".
_SITES = frozenset(_SITE_WORDS.split())
_TRAILING = (_KINDS | _SITES) - {
    "capital",
    "areas",
    "area",
    "state",
    "territory",
    "territories",
    "republic",
}
_NOT_PLACE_WORDS = """
court council committee commission ministry organization organisation army forces force party
government convention resolution protocol act report watch international agency office union
parliament assembly university secretary president minister general nations association
federation group movement front brigade battalion division charter declaration article annex
security armed police guard military law treaty agreement monday tuesday wednesday thursday
friday saturday sunday january february march april may june july august september october
november december ramadan easter christmas human rights war god christian christians muslim
muslims jewish jews islam mr mrs ms dr prime special rapporteur embassy foundation institute
centre center initiative fund programme program times post journal news bbc cnn facebook
twitter whatsapp youtube telegram december i english french no islamist
"""
NOT_PLACES = frozenset(_NOT_PLACE_WORDS.split())
_INNER = frozenset(
    {"de", "del", "la", "le", "el", "al", "du", "des", "da", "do", "the", "of", "-"}
)
_GENERIC = (
    ("conflict", "zone"), ("buffer", "zone"), ("border", "area"), ("border", "areas"),
    ("border", "region"), ("occupied", "territories"), ("capital",), ("contact", "line"),
    ("line", "of", "contact"), ("high", "seas"), ("demilitarized", "zone"),
)  # fmt: skip
_LONGEST = 6
_ACT_WORDS = word_set(
    """
    bombardment shelling destruction bombing siege attack attacks occupation invasion
    capture blockade fall storming burning looting pillage strike strikes raid raids assault
    village town city district province region city capital port island outskirts settlement
    hamlet quay quays quarter quarters harbour archive library streets suburbs hills mountains
    persons villagers townspeople square roofs sector airspace waters market
    people inhabitants residents population villages towns cities centre center north south
    east west northern southern areas area parts part territory
    """
)
_DIRECT = word_set(
    """
    shelled bombed attacked besieged shelling bombing attacking stormed captured occupied
    entered invaded raided bombarded bombarding struck hit targeted razed burned entered
    """
)


def find_places(
    scene: Scene, *, first: int, after: int, centre: int
) -> tuple[Grounded[str], ...]:
    """Return the places that the words from `first` up to before `after` name.

    The place nearest to `centre` (where the act stands) comes first, with what it lies in
    ("Port Callis, Estavia") behind it; then the others in order of reading.
    """
    found: list[tuple[int, list[Grounded[str]]]] = []
    place = first
    while place < after:
        chain = _chain_at(scene, place, after)
        if chain is None:
            place += 1
            continue
        found.append((place, chain[0]))
        place = max(place + 1, chain[1])
    if not found:
        return _generic(scene, first, after)
    found = _with_container(scene, found)
    # What stands behind the act is nearer to it than what stands as far before it.
    found.sort(
        key=lambda item: (abs(item[0] - centre) + (3 if item[0] < centre else 0), item[0])
    )
    ordered = [grounded for _, chain in found for grounded in chain]
    unique: dict[str, Grounded[str]] = {}
    for grounded in ordered:
        unique.setdefault(grounded.value, grounded)
    return tuple(unique.values())


def _with_container(
    scene: Scene, found: list[tuple[int, list[Grounded[str]]]]
) -> list[tuple[int, list[Grounded[str]]]]:
    """Join "the Fifth Station in the capital Sund": the second place holds the first."""
    words = scene.words
    joined: list[tuple[int, list[Grounded[str]]]] = []
    for place, chain in found:
        if joined:
            _, before = joined[-1]
            end = words.place_of(before[-1].span.end - scene.flow.span(0, 0).start)
            between = words.lower[end : words.place_of(chain[0].span.start)]
            if between and between[0] == "in" and len(between) <= _LINK:
                before.extend(chain)
                continue
        joined.append((place, chain))
    return joined


def _chain_at(scene: Scene, place: int, after: int) -> tuple[list[Grounded[str]], int] | None:
    """Return the names that begin behind the word at `place`, and where they end."""
    words = scene.words
    start = _name_start(words, place)
    if start is None or start >= after:
        return None
    end = _name_end(scene, start, after)
    if end is None:
        return None
    chain = [_grounded(scene, start, end, "place:behind-preposition")]
    # "Port Callis, Estavia": the place that it lies in.
    while words.word(end) == "," and end + 1 < after:
        following = _name_end(scene, end + 1, after)
        if following is None or not words.is_capital(end + 1):
            break
        if words.word(following) not in {
            ",",
            ".",
            ";",
            ")",
            "",
            "on",
            "and",
            "in",
            "as",
            "by",
            "—",
        }:
            break
        chain.append(_grounded(scene, end + 1, following, "place:lies-in"))
        end = following
    return chain, end


def _name_start(words: Words, place: int) -> int | None:
    """Return where a name may begin behind "in the village of", "at the", "bombardment of"."""
    word = words.word(place)
    if word in _DIRECT:
        at = place + 1 + (words.word(place + 1) == "the")
        return at if words.is_capital(at) else None
    if word == "of" and words.printed[place - 1] == "Department":
        return None
    before = words.word(place - 1 - (words.word(place - 1) in {'"', "”", "’", "'"}))
    known = {before, before.removesuffix("s"), before.removesuffix("es")}
    if word == "of" and known & (_ACT_WORDS | _SITES | _KINDS):
        return _past_lead(words, place + 1)
    if (
        word in {"capital", "city", "town", "village", "villages"}
        and words.word(place - 1) != "of"
    ):
        at = place + 1
        if words.word(at) == "city" or words.word(at) == "of":
            at += 1
        at += words.word(at) == ","
        return at if words.is_capital(at) else None
    is_move = word in {"from", "to"} and words.word(place - 1) in _MOVED
    if word not in _WHERE and not is_move:
        return None
    return _past_lead(words, place + 1)


def _past_lead(words: Words, at: int) -> int | None:
    """Skip "the city of", "eastern", "the village of", "the Armenian cathedral in" stays."""
    for _ in range(_LONGEST):
        if words.is_capital(at):
            return at
        word = words.word(at)
        known = (
            word in DETERMINERS or word in _KINDS or word in {"of", "and"} or word in _COMPASS
        )
        if not known:
            return None
        at += 1
    return None


_COMPASS = word_set(
    """
    northern southern eastern western north south east west central upper lower north-east
    north-west south-east south-west northeastern northwestern southeastern southwestern
    occupied outskirts densely old
    """
)


def _name_end(scene: Scene, start: int, after: int) -> int | None:
    """Return the end of the name that begins at `start`, or None where it is no place."""
    words = scene.words
    end = start
    while end < after and end - start < _LONGEST:
        if words.is_capital(end) and end not in scene.dated:
            end += 1
            if words.lower[end - 1].endswith(("'s", "s'")):
                break
            continue
        inner = words.word(end) in _INNER and end > start and words.is_capital(end + 1)
        if not inner or (
            words.word(end) in {"of", "the"} and words.word(end - 1) not in _KINDS
        ):
            break
        end += 1
    if end == start:
        return None
    return _accepted(scene, start, end, after)


def _accepted(scene: Scene, start: int, end: int, after: int) -> int | None:
    """Return where the place's name ends, or None where the words are no place."""
    words = scene.words
    if _is_no_place(scene, start, end) or _is_adjective_here(words, start, end):
        return None
    if words.lower[end - 1].endswith(("'s", "s'")):
        # "in Estavia's prisons" is in Estavia; "on Estavia's citizens" says nothing of where.
        inside = words.word(start - 1) in {"in", "across", "throughout", "within"}
        return end if inside else None
    behind = words.word(end)
    if behind in _TRAILING and end < after:
        next_word = words.word(end + 1)
        goes_on = next_word.isalpha() and not _ends_name(next_word)
        return None if goes_on and _is_adjective(words, end - 1) else end + 1
    if behind in {"area", "areas"} and not _is_adjective(words, end - 1):
        return end + 1
    # "in Estavian custody", "at Norvenian soldiers": an adjective before its noun.
    return end if not behind[:1].isalpha() or _ends_name(behind) else None


def _is_no_place(scene: Scene, start: int, end: int) -> bool:
    words = scene.words
    lower = {without_possessive(words.lower[at]) for at in range(start, end)}
    if start in scene.dated or _is_generic(words, start, end):
        return True
    return bool(lower & NOT_PLACES) and not _is_premises(words, start, end)


def _is_adjective_here(words: Words, start: int, end: int) -> bool:
    """Say whether the name only describes the noun behind it: "the Estavian cathedral"."""
    behind = words.word(end)
    if not _is_adjective(words, end - 1):
        return False
    if behind == "and":
        return _is_adjective(words, end + 1)  # "between Estavian and Norvenian forces"
    if behind in _SITES and end - start == 1:
        return True
    return behind in _TRAILING and words.word(end + 1) == "of"


def _is_generic(words: Words, start: int, end: int) -> bool:
    """Say whether "a Norvenian base" stands here, one of several."""
    return words.word(start - 1) in {"a", "an"} and _is_adjective(words, end - 1)


def _is_premises(words: Words, start: int, end: int) -> bool:
    """Say whether the name is that of a building of a body: "Fifth Police Station"."""
    return end - start > 1 and words.word(end - 1) in _PREMISES and words.word(start - 1) in {
        "at", "in", "the", "inside", "outside", "near", "to",
    }  # fmt: skip


def _ends_name(behind: str) -> bool:
    """Say whether a word behind a name cannot be a noun that the name describes."""
    return (
        behind in PREPOSITIONS | CONJUNCTIONS | ADVERBS | DETERMINERS | PRONOUNS
        or behind in _AFTER_NAME
        or behind.endswith(("ed", "ing", "ly"))
    )


def _is_adjective(words: Words, place: int) -> bool:
    return words.is_capital(place) and words.word(place).endswith(_ADJECTIVE_ENDINGS)


_ADJECTIVE_ENDINGS = ("an", "ish", "ese", "ch", "i", "ic")
_PREMISES = word_set(
    """
    station barracks headquarters prison hospital department centre center camp base academy
    school building house clinic detention facility institution university airport
    """
)
_AFTER_NAME = word_set(
    """
    was were is are has have had who which that as so also then where when while did do does
    will would may could until left killed injured began came went took this last early late
    yesterday today since alone itself again s shot hit fell fled died
    """
)


def _generic(scene: Scene, first: int, after: int) -> tuple[Grounded[str], ...]:
    """Return a place without a name: "the conflict zone", "in the church"."""
    words = scene.words
    for place in range(first, after):
        if words.word(place) in {"in", "at", "inside", "outside", "near", "on"}:
            end = _site_end(words, place + 1, after)
            if end is not None:
                begin = place + 2
                return (_grounded(scene, begin, end, "place:site"),)
    for place in range(first, after):
        for phrase in _GENERIC:
            end = place + len(phrase)
            if words.lower[place:end] == phrase and end <= after and len(phrase) > 1:
                return (_grounded(scene, place, end, "place:generic"),)
    return ()


def _site_end(words: Words, place: int, after: int) -> int | None:
    """Return where "the sports stadium", "the old harbour" ends, or None."""
    if words.word(place) not in {"the", "a", "their", "his", "her"}:
        return None
    for at in range(place + 1, min(after, place + _SITE_WORDS_LONG)):
        word = words.word(at)
        if word in _SITES | _OPEN_SITES and not words.is_word(at + 1):
            return at + 1
        if word in _SITES | _OPEN_SITES and (
            words.word(at + 1) in PREPOSITIONS | CONJUNCTIONS or _ends_name(words.word(at + 1))
        ):
            return at + 1
        if not word.isalpha() or word in PREPOSITIONS | DETERMINERS:
            return None
    return None


_SITE_WORDS_LONG = 4
_LINK = 4
_OPEN_SITES = word_set(
    """
    harbour square marketplace school-yard yard convent compound playground courtyard shed hall
    suburbs capital cellar basement forest desert enclave camp prison port airport
    """
)


def _grounded(scene: Scene, first: int, after: int, rule: str) -> Grounded[str]:
    words = scene.words
    value = words.part(first, after)
    bare = without_possessive(value)
    start = words.starts[first]
    span = scene.flow.span(start, start + len(bare))
    return Grounded(value=bare, span=span, rule=rule)
