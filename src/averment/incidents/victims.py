"""How many persons a sentence says were killed, injured, missing, displaced, detained."""

from dataclasses import replace
from itertools import islice

from averment.documents.span import Span
from averment.incidents.allegation import Harm, VictimCount
from averment.incidents.grammar import BE_FORMS, DETERMINERS, PREPOSITIONS, is_adverb
from averment.incidents.inflect import Form
from averment.incidents.pattern import Match
from averment.incidents.reality import group_start
from averment.incidents.scene import Scene
from averment.incidents.vocabulary import person_words, thing_words
from averment.incidents.words import Words
from averment.prose.number_words import FoundNumber

_BEHIND = 7
_BEFORE = 16
_NOUN_REACH = 5
_MAX_PARTS = 4
_MAX_MATCHES = 12
_NUMBERED = frozenset({"article", "no", "resolution", "phase", "chapter", "unit"})
_STOPS = frozenset({";", ":", "—", "–"})
_FULL_NAME = range(2, 4)
_DYING = frozenset({"died", "drowned", "perished"})
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "defender", "father", "sheikh"})
_YEARS = range(1900, 2100)
_SUBSET = frozenset({"including", "include", "included", "among", "amongst", "especially"})
_ONE = frozenset(
    {"its", "a", "an", "another", "his", "her", "their", "one", "my", "our", "the"}
)
_COUNTED_NOUNS = frozenset(
    {"killings", "deaths", "fatalities", "arrests", "detentions", "disappearances", "bodies"}
    | {"injuries", "lives", "refugees", "corpses", "skeletons"}
)
_OF_AGE = frozenset({"year", "years", "-year-old", "year-old", "yearold", "months", "month"})


def find_victims(scene: Scene, *, first: int, after: int) -> tuple[VictimCount, ...]:
    """Return the counts in the words from `first` up to before `after`, one a harm at most."""
    counts: list[VictimCount] = []
    for harm in Harm:
        found = (
            m
            for m in scene.harms
            if m.name == harm and first <= m.first < after and not _is_either(scene, m)
        )
        matches = list(islice(found, _MAX_MATCHES))
        for match in matches:
            count = _count_of(scene, match, harm, first, after)
            if count is not None:
                counts.append(_with_others(scene, count, match, matches, after))
                break
    return tuple(counts)


def _is_either(scene: Scene, match: Match) -> bool:
    """Say whether one figure stands for two harms together: "killed or wounded"."""
    words = scene.words
    other = {h.first for h in scene.harms if h.name != match.name}
    before = words.word(match.first - 1) == "or" and match.first - 2 in other
    return before or (words.word(match.after) == "or" and match.after + 1 in other)


def _count_of(
    scene: Scene, match: Match, harm: Harm, first: int, after: int
) -> VictimCount | None:
    if match.group == "harm-before":
        return _before(scene, match, harm, first)
    if match.group == "harm-after":
        return _behind(scene, match, harm, after)
    if _is_passive(scene, match):
        return _before(scene, match, harm, first) or _behind(scene, match, harm, after)
    found = _behind(scene, match, harm, after)
    if found is None and match.form in {Form.PAST, Form.FIXED}:
        # "twelve people killed in the market": a participle behind its noun.
        return _before(scene, match, harm, first)
    return found


def _with_others(
    scene: Scene, count: VictimCount, match: Match, matches: list[Match], after: int
) -> VictimCount:
    """Add "and lightly wounding two others" to a count of the same harm."""
    words = scene.words
    for other in matches:
        if not 0 < other.first - match.after <= _BEHIND or other.group != "harm":
            continue
        more = _behind(scene, other, count.harm, after)
        ahead = set(words.lower[other.after : other.after + _NOUN_REACH])
        if (
            more is not None
            and more.span.start >= count.span.end
            and ahead & {"others", "more"}
        ):
            low, high = (_sum(count.at_least, more.at_least), _sum(count.at_most, more.at_most))
            span = Span(count.span.start, more.span.end)
            return replace(count, at_least=low, at_most=high, span=span)
    return count


def _sum(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first + second


def _is_passive(scene: Scene, match: Match) -> bool:
    if match.form is not Form.PAST:
        return False
    place = match.first - 1
    # "were killed and wounded": the second participle shares the auxiliary.
    for _ in range(_NOUN_REACH):
        word = scene.words.word(place)
        if word in BE_FORMS:
            return True
        if not is_adverb(word) and word not in {"and", "or", ","} and not word.endswith("ed"):
            return False
        place -= 1
    return False


def _behind(scene: Scene, match: Match, harm: Harm, after: int) -> VictimCount | None:
    """Count the persons behind an active verb or "the death of"."""
    words = scene.words
    subset = False
    for place in range(match.after, min(after, match.after + _BEHIND)):
        word = words.word(place)
        subset = subset or word in _SUBSET
        number = _number_at(scene, place)
        if number is not None:
            counts = _counts_persons(scene, number, after)
            return _with_more(scene, number, harm, after, subset=subset) if counts else None
        if word in person_words() and words.is_capital(place + 1):
            return _named_person(scene, place, harm, subset=subset)
        if _ends_object(words, place, subset=subset):
            return None
        if _one_person(scene, place, after) is not None:
            return _persons(scene, place, harm, after, subset=subset)
    return None


def _ends_object(words: Words, place: int, *, subset: bool) -> bool:
    """Say whether the verb's object is over at `place`: a stop, a comma, a preposition."""
    word = words.word(place)
    if word in _STOPS:
        return True
    if subset:
        return False
    if word == ",":
        return words.word(place + 1) not in _SUBSET
    return word in PREPOSITIONS - {"of", "including", "over", "about", "around"}


def _named_person(scene: Scene, place: int, harm: Harm, *, subset: bool) -> VictimCount:
    """Count one person named by trade and name: "journalist Pell Orin"."""
    words = scene.words
    return VictimCount(
        harm=harm,
        at_least=1,
        at_most=None if subset else 1,
        span=scene.flow.span(words.starts[place], words.ends[place + 1]),
        of_whom=words.word(place),
    )


def _before(scene: Scene, match: Match, harm: Harm, first: int) -> VictimCount | None:
    """Count the persons before a passive verb or "dead"."""
    words = scene.words
    limit = max(first, match.first - _BEFORE)
    place = match.first - 1
    while place >= limit:
        word = words.word(place)
        if word in _STOPS or (place < match.first - 2 and _ends_subject(scene, place)):
            return None
        number = _number_at(scene, place)
        if number is not None and _counts_persons(scene, number, match.after):
            begin = scene.words.place_of(number.start)
            subset = any(words.word(p) in _SUBSET for p in range(max(first, begin - 3), begin))
            return _with_more(scene, number, harm, match.first, subset=subset)
        is_joined = words.word(place - 1) == "and" and _number_before(scene, place, limit)
        if is_joined:
            place -= 1
            continue
        is_one = word in _ONE and words.word(match.first) not in _COUNTED_NOUNS
        if is_one and _one_person(scene, place, match.first + 1) is not None:
            subset = any(words.word(p) in _SUBSET for p in range(max(first, place - 3), place))
            return _persons(
                scene, _first_of_row(scene, place, limit), harm, match.first, subset=subset
            )
        place -= 1
    return _named_subject(scene, match, harm, limit)


def _named_subject(scene: Scene, match: Match, harm: Harm, limit: int) -> VictimCount | None:
    """Count the one person named as the subject: "lawyer Ana Verel was shot dead"."""
    words = scene.words
    end = group_start(words, match.first)
    if words.word(end) not in {"was", "died", "had", "has"} and not words.is_word(end):
        return None
    if words.word(end - 1) == "," and words.word(end - 2).isdecimal():
        end -= len((",", "14", ","))  # "Ahmed Sorel, 14, was"
        aged = words.word(end) == ","
    else:
        aged = False
    first = end
    while first > limit and words.is_capital(first - 1) and first - 1 not in scene.dated:
        first -= 1
    role = words.word(first - 1) in person_words() | _TITLES or words.word(first) in _TITLES
    opens = first == 0 or words.word(first - 1) == ","
    named = end - first in _FULL_NAME and opens and not words.part(first, end).isupper()
    suffers = "was" in words.lower[end : match.after + 1] or words.word(match.first) in _DYING
    if first == end or not (aged or ((role or named) and suffers)):
        return None
    return VictimCount(
        harm=harm,
        at_least=1,
        at_most=1,
        span=scene.flow.span(words.starts[first], words.ends[end - 1]),
        of_whom=words.word(first - 1) if role else None,
    )


def _number_before(scene: Scene, place: int, limit: int) -> bool:
    """Say whether a number stands before "and": "two journalists and an official"."""
    for at in range(place - 2, max(limit, place - _NOUN_REACH - 2) - 1, -1):
        if _number_at(scene, at) is not None:
            return True
        if not scene.words.is_word(at):
            return False
    return False


def _ends_subject(scene: Scene, place: int) -> bool:
    """Say whether another harm, or a word that opens a clause, stands at `place`."""
    word = scene.words.word(place)
    if word in {"that", "when", "while", "after", "because", "where", "well"}:
        return True
    return any(h.first == place and h.group == "harm" for h in scene.harms)


def _number_at(scene: Scene, place: int) -> FoundNumber | None:
    start = scene.words.starts[place]
    if place in scene.dated:
        return None
    for number in scene.numbers:
        if number.start <= start < number.end:
            return number
        if number.start > start:
            break
    return None


def _counts_persons(scene: Scene, number: FoundNumber, after: int) -> bool:
    """Say whether the noun behind the number is no thing, unit, age or year."""
    words = scene.words
    begin, place = words.place_of(number.figure), words.place_of(number.end)
    if begin in scene.dated or _is_age(scene, begin, place):
        return False
    behind = words.lower[place : place + 2]
    if behind[:1] == ("of",) and behind[1:] in {("them",), ("these",)}:
        return words.word(words.place_of(number.start) - 1) != ","  # "51 people, 34 of them"
    if words.word(begin - 1) in _NUMBERED or words.word(place) in {"%", "°"}:
        return False
    printed = scene.flow.text[number.figure : number.end]
    if printed.lower() == "one" and words.word(begin + 1) == "of":
        return words.word(begin + 2) == "whom"
    is_year = printed.isdecimal() and int(printed[:5]) in _YEARS
    if is_year and words.word(place) not in {"people", "persons", "civilians", "men"}:
        return False
    return not _counts_things(scene, place, min(after, place + _NOUN_REACH))


def _is_age(scene: Scene, begin: int, place: int) -> bool:
    """Read "boys, aged 13 and 16", "a woman of seventy", "Hassan, 14,", "a 14-year-old"."""
    words = scene.words
    if words.word(place) == "-" or words.word(place).startswith("year-old"):
        return True
    back = words.lower[max(0, begin - 3) : begin]
    if "aged" in back or "age" in back:
        return True
    if back[-1:] == ("of",) and set(back[-2:-1]) & person_words():
        return True
    return words.word(place) == "," and words.word(begin - 1) == ","


def _counts_things(scene: Scene, place: int, limit: int) -> bool:
    words = scene.words
    for at in range(place, limit):
        word = words.word(at)
        if word in thing_words():
            return True
        if word in BE_FORMS or word in {"killed", "injured", "wounded", "dead"}:
            return False
        if at > place and (word in PREPOSITIONS or word in {",", ";"}):
            return False
    return False


def _with_more(
    scene: Scene, number: FoundNumber, harm: Harm, after: int, *, subset: bool
) -> VictimCount:
    """Return the count of a number, and of those joined to it: "three men and two women"."""
    low, high = number.at_least, number.at_most
    words = scene.words
    end = words.place_of(number.end)
    last = number.end
    for _ in range(_MAX_PARTS):
        joint = _joint_behind(scene, end, after)
        if joint is None:
            break
        more = _number_at(scene, joint)
        one = None if more is not None else _one_person(scene, joint, after)
        if more is not None and _counts_persons(scene, more, after):
            low = None if low is None or more.at_least is None else low + more.at_least
            high = None if high is None or more.at_most is None else high + more.at_most
            last, end = more.end, words.place_of(more.end)
        elif one is not None:
            low, high = (None if low is None else low + 1), (None if high is None else high + 1)
            last, end = words.ends[one], one + 1
        else:
            break
    if subset:
        high = None
    return VictimCount(
        harm=harm,
        at_least=low,
        at_most=high,
        span=scene.flow.span(number.start, last),
        of_whom=_of_whom(scene, words.place_of(number.end), after),
    )


def _joint_behind(scene: Scene, place: int, after: int) -> int | None:
    """Return the place behind "and" where a second group of persons may begin."""
    words = scene.words
    for at in range(place, min(after, place + _NOUN_REACH)):
        word = words.word(at)
        if word == "and":
            joined = at + 1 < after and not _harm_follows(scene, at + 1, after)
            return at + 1 if joined else None
        if not word[:1].isalpha() or word in BE_FORMS or word in PREPOSITIONS - {"of"}:
            return None
    return None


def _harm_follows(scene: Scene, place: int, after: int) -> bool:
    """Say whether what follows "and" is counted under another harm: "and 30 were injured"."""
    ahead = range(place, min(after, place + _BEHIND))
    return any(h.first in ahead and h.group != "harm-after" for h in scene.harms)


def _one_person(scene: Scene, place: int, after: int) -> int | None:
    """Return the place of the noun where "a 14 year old boy" begins at `place`, or None."""
    words = scene.words
    if words.word(place) not in _ONE:
        return None
    people = person_words()
    for at in range(place + 1, min(after, place + _NOUN_REACH + 2)):
        word = words.word(at)
        if word in people:
            return None if words.word(at + 1) in people else at
        if word in PREPOSITIONS or word in BE_FORMS or word in {",", ";", "and"}:
            return None
        if word in DETERMINERS and not word.isdecimal() and _number_at(scene, at) is None:
            return None
    return None


def _first_of_row(scene: Scene, place: int, limit: int) -> int:
    """Return where "a man and his mother" begins, from its last determiner."""
    words = scene.words
    for at in range(place - 1, max(limit, place - _NOUN_REACH - 2) - 1, -1):
        if words.word(at) in _ONE and _one_person(scene, at, place) is not None:
            return at if words.word(place - 1) == "and" else place
        if words.word(at) in {",", ";"}:
            break
    return place


def _persons(
    scene: Scene, place: int, harm: Harm, after: int, *, subset: bool
) -> VictimCount | None:
    """Count persons named one by one: "a disabled man and his mother" are two."""
    words = scene.words
    count, at = 0, place
    last = place
    while count < _MAX_PARTS:
        noun = _one_person(scene, at, after)
        if noun is None:
            break
        count, last = count + 1, noun
        if words.word(noun + 1) != "and":
            break
        at = noun + 2
    if not count:
        return None
    return VictimCount(
        harm=harm,
        at_least=count,
        at_most=None if subset else count,
        span=scene.flow.span(words.starts[place], words.ends[last]),
        of_whom=words.part(place, last + 1),
    )


def _of_whom(scene: Scene, place: int, after: int) -> str | None:
    """Return the noun behind a number: "foreign journalists"."""
    words = scene.words
    end = place
    while end < after and end - place < _NOUN_REACH and words.is_word(end):
        word = words.word(end)
        if (
            word in BE_FORMS
            or word in PREPOSITIONS - {"of"}
            or word in {"and", "who", "that", "or"}
        ):
            break
        if any(h.first == end for h in scene.harms):
            break
        end += 1
    found = words.part(place, end).removeprefix("of ").strip()
    return found or None
