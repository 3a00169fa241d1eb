"""Where a sentence says that it happened: capitalised names behind a preposition."""

from averment.documents.grounded import Grounded
from averment.documents.word_set import word_set
from averment.incidents.grammar import ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from averment.incidents.scene import Scene
from averment.incidents.words import Words, without_possessive

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
people civilians residents families refugees inhabitants expelled fled displaced deported forced
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
temple church mosque cathedral hospital school market monastery stadium university barracks
cemetery synagogue hotel station clinic jail factory bridge museum
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
    people inhabitants residents population villages towns cities centre center north south
    east west northern southern areas area parts part territory
    """
)
_DIRECT = word_set(
    """
    shelled bombed attacked besieged shelling bombing attacking stormed captured occupied
    invaded raided bombarded bombarding struck hit targeted razed burned entered
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
    # What stands behind the act is nearer to it than what stands as far before it.
    found.sort(
        key=lambda item: (abs(item[0] - centre) + (3 if item[0] < centre else 0), item[0])
    )
    ordered = [grounded for _, chain in found for grounded in chain]
    unique: dict[str, Grounded[str]] = {}
    for grounded in ordered:
        unique.setdefault(grounded.value, grounded)
    return tuple(unique.values())


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
        return place + 1 if words.is_capital(place + 1) else None
    if word == "of" and words.word(place - 1) in _ACT_WORDS | _SITES | _KINDS:
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
    words = scene.words
    lower = [without_possessive(words.lower[at]) for at in range(start, end)]
    if any(word in NOT_PLACES for word in lower) or start in scene.dated:
        return None
    if words.lower[end - 1].endswith(("'s", "s'")):
        # "in Estavia's prisons" is in Estavia; "on Estavia's citizens" says nothing of where.
        return (
            end if words.word(start - 1) in {"in", "across", "throughout", "within"} else None
        )
    behind = words.word(end)
    if behind == "and" and _is_adjective(words, end - 1) and _is_adjective(words, end + 1):
        return None  # "between Estavian and Norvenian forces"
    if behind in _SITES and end - start == 1 and _is_adjective(words, start):
        return None  # "the destruction of the Estavian cathedral in ..."
    if behind in _TRAILING and end < after:
        next_word = words.word(end + 1)
        goes_on = next_word.isalpha() and not _ends_name(next_word)
        return None if goes_on and _is_adjective(words, end - 1) else end + 1
    # "in Estavian custody", "at Norvenian soldiers": an adjective before its noun.
    return end if not behind[:1].isalpha() or _ends_name(behind) else None


def _ends_name(behind: str) -> bool:
    """Say whether a word behind a name cannot be a noun that the name describes."""
    return (
        behind in PREPOSITIONS | CONJUNCTIONS | ADVERBS
        or behind in _AFTER_NAME
        or behind.endswith(("ed", "ing", "ly"))
    )


def _is_adjective(words: Words, place: int) -> bool:
    return words.is_capital(place) and words.word(place).endswith(_ADJECTIVE_ENDINGS)


_ADJECTIVE_ENDINGS = ("an", "ish", "ese", "ch", "i", "ic")
_AFTER_NAME = word_set(
    """
    was were is are has have had who which that as so also then where when while did do does
    will would may could until left killed injured began came went took this last early late
    yesterday today since alone itself again s shot hit fell fled died
    """
)


def _generic(scene: Scene, first: int, after: int) -> tuple[Grounded[str], ...]:
    """Return a place without a name: "the conflict zone"."""
    words = scene.words
    for place in range(first, after):
        for phrase in _GENERIC:
            end = place + len(phrase)
            if words.lower[place:end] == phrase and end <= after and len(phrase) > 1:
                return (_grounded(scene, place, end, "place:generic"),)
    return ()


def _grounded(scene: Scene, first: int, after: int, rule: str) -> Grounded[str]:
    words = scene.words
    value = words.part(first, after)
    bare = without_possessive(value)
    start = words.starts[first]
    span = scene.flow.span(start, start + len(bare))
    return Grounded(value=bare, span=span, rule=rule)
