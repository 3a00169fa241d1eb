"""Who is said to say so: "according to X", "as confirmed by X", "X reported that"."""

from averment.documents.grounded import Grounded
from averment.incidents.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)
from averment.incidents.scene import Scene
from averment.incidents.words import Words
from averment.prose.word_set import word_set

_SAYING = word_set(
    """
    said says say reported reports report confirmed confirms confirm stated states state told
    tells tell announced announces claimed claims claim alleged alleges allege noted notes found
    finds find documented documents verified verifies recorded records described describes
    describe testified testify declared declares warned warns replied replies responded wrote
    concluded concludes conclude observed observes revealed reveals established
    establishes added adds recounted recounts recalled recall identified identifies estimated
    estimates estimate witnessed published counted counts maintains maintained maintain insists
    insisted insist denies denied deny listed lists registered registers repeated repeats shows
    show showed shown indicates indicate indicated suggests suggest suggested asserts asserted
    assert informed wrote writes believes believe considers considered held holds argues argued
    complained complain accuses accused learned heard received puts
    """
)
# These speak of a thing counted or kept, not only of a clause.
_RECORDING = word_set(
    """
    documented documents verified verifies recorded records counted counts listed lists
    registered registers identified identifies witnessed published described describes describe
    estimates estimated confirmed denies denied deny reported reports repeated repeats noted
    """
)
_SAID_BY = word_set(
    """
    confirmed reported documented verified noted stated recorded described witnessed
    established corroborated acknowledged attested shown published announced revealed found
    identified evidenced observed captured filmed registered certified told interviewed seen
    """
)
_LONGEST = 12
_OPENS_SAID = frozenset(
    {"that", ",", "on", "in", "to", "the", "how", "a", "an", "at", "it", ":", "“", '"', "they"}
)
_SPEAKERS = word_set(
    """
    witness witnesses eyewitness eyewitnesses survivors survivor residents resident officials
    official authorities media police spokesman spokesperson spokeswoman ministry minister
    government governments commission committee mission organisation organization organisations
    organizations ngos groups group army report activists villagers doctors doctor investigators
    experts expert sources source relatives families family lawyer lawyers reports agency
    newspaper office president rapporteur council monitors observers commissioner chief military
    forces court watch international reporters journalists father mother wife husband brother
    sister son daughter colleagues service ombudsman chamber tribunal inquiry panel detainees
    prisoners nurse nurses inmates victims refugees hospital hospitals staff priest bishop
    institute centre center union team delegation ambassador representative embassy prosecutor
    judge neighbours neighbors locals inhabitants elders mayor teachers teacher women men girls
    boys students children people register records images image footage photographs video
    videos documents data figures evidence investigation autopsy letter paper textbook article
    statement book study testimony testimonies secretary-general high envoy patrol observer
    unhcr ohchr unicef osce unmik icrc icty unifil eulex unama minusma monusco ocha wfp who
    network foundation society association coalition federation party opposition rebels militia
    side airforce navy command spokespersons patients medics paramedics passengers deserters
    """
)
_WITNESSES = word_set(
    """
    witness witnesses eyewitness eyewitnesses survivors survivor residents resident villagers
    detainees prisoners inmates victims refugees relatives family families wife husband mother
    father brother sister son daughter neighbours neighbors lawyer doctors doctor nurse nurses
    women men
    """
)
_PRONOUN = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "this", "which", "who", "that", "there"}
)
_NOBODY = word_set("information allegations which whom received reports us you these those")
_ENDS_NAME = word_set(
    """
    that which who on as when where were because since while but although was is are has have
    had he she they it between after before during until if and/or in at for with from whose
    """
)
_JOINS_NAME = frozenset({"in", "at", "for", "with", "from", "on"})
_RECORDED_REACH = 4


def find_attribution(scene: Scene) -> Grounded[str] | None:
    """Return who is said to have said what the sentence says, as printed, or None."""
    words = scene.words
    for place, word in enumerate(words.lower):
        found = None
        if word == "according" and words.word(place + 1) == "to":
            found = _named(scene, place + 2, "attribution:according-to")
        elif word in _SAID_BY and words.word(place + 1) == "by" and not _is_event(words, place):
            found = _named(scene, place + 2, "attribution:said-by")
        elif word in _SAYING and _says(scene, place):
            found = _speaker(scene, place)
        if found is not None:
            return found
    return _in_a_report(scene) or _finding_of(scene)


def is_own_account(attributed: Grounded[str]) -> bool:
    """Say whether those speak who saw or suffered it: "former detainees", "his wife"."""
    return any(word.lower() in _WITNESSES for word in attributed.value.split())


def _is_event(words: Words, place: int) -> bool:
    """Say whether "found by" and the like tell an act rather than a report."""
    if words.word(place) in {"interviewed", "told", "seen"}:
        return words.word(place - 1) != "as"
    return words.word(place) in {
        "found",
        "captured",
        "identified",
        "registered",
    } and words.word(place - 1) not in {"as", "and"}


def _says(scene: Scene, place: int) -> bool:
    words = scene.words
    word, behind, before = words.word(place), words.word(place + 1), words.word(place - 1)
    if word in _NOUNS and before in DETERMINERS | PREPOSITIONS:
        return False
    if before == "to" or (before in AUXILIARIES - {"has", "have", "had"}):
        return False
    if word in {"said", "says", "say", "told", "tells"}:
        return bool(behind)
    if word in {"found", "finds", "find", "held", "holds", "received", "puts", "learned"}:
        return "that" in words.lower[place + 1 : place + 1 + _RECORDED_REACH]
    if word in _RECORDING:
        return bool(behind) and behind not in PREPOSITIONS - {"on", "in", "over", "at"}
    return behind in _OPENS_SAID or behind.endswith("ing") or _is_clause(scene, place + 1)


_NOUNS = word_set(
    "reports claims report claim records lists documents notes states state shows"
)


def _is_clause(scene: Scene, place: int) -> bool:
    """Say whether a clause without "that" follows: "UNHCR estimates 84,000 have fled"."""
    words = scene.words
    return words.word(place).isdecimal() or words.word(place) in DETERMINERS | PRONOUNS


def _named(scene: Scene, first: int, rule: str) -> Grounded[str] | None:
    """Return the name that begins at `first`, up to a comma or the next clause."""
    words = scene.words
    end = first
    while end < len(words) and end - first < _LONGEST:
        word = words.word(end)
        if not (word[:1].isalnum() or word in {".", "&", "/"}) or end in scene.dated:
            break
        if end > first and word in _ENDS_NAME - _JOINS_NAME:
            break
        if end > first and word in _JOINS_NAME | {"and"} and not (words.is_capital(end + 1)):
            break
        end += 1
    while end > first and words.word(end - 1) in {".", "/", "&"} | _JOINS_NAME:
        end -= 1
    begin = first + (words.word(first) in DETERMINERS - _WHOSE and end - first > 1)
    if words.word(begin) in _NOBODY:
        return None
    return _grounded(scene, begin, end, rule)


_WHOSE = frozenset({"his", "her", "its", "their", "our", "my", "your"})


def _speaker(scene: Scene, place: int) -> Grounded[str] | None:
    """Return the subject of a verb of saying, or what stands behind it: "said a witness"."""
    words = scene.words
    end = place
    while end > 0 and (
        is_adverb(words.word(end - 1)) or words.word(end - 1) in {"has", "have", "had"}
    ):
        end -= 1
    if words.word(end - 1) in {"”", '"', ",", "“"} and words.word(place) in {"said", "says"}:
        return _named(scene, place + 1, "attribution:said-by")
    if words.word(end - 1) == ",":
        end = _before_aside(words, end - 1)
    begin = end
    while begin > 0 and end - begin < _LONGEST:
        word = words.word(begin - 1)
        if not (word[:1].isalnum() or word in {".", "&"}) or begin - 1 in scene.dated:
            break
        if word in _CLAUSE:
            break
        begin -= 1
    begin = _past_opening(words, begin, end)
    if words.word(end - 1) in AUXILIARIES:
        return None
    end = _relative_cut(words, begin, end)
    part = words.lower[begin:end]
    if not part or part[-1] in _PRONOUN or part[-1] in AUXILIARIES:
        return None
    speaks = any(word in _SPEAKERS for word in part)
    named = any(words.is_capital(at) for at in range(max(begin, 1), end)) or (
        begin == 0 and words.is_capital(0) and (len(part) > 1 or words.printed[0].isupper())
    )
    if not speaks and not (named and not set(part) & PREPOSITIONS - {"of", "for"}):
        return None
    return _grounded(scene, begin, end, "attribution:speaker")


_CLAUSE = word_set("when while where because although if whereas after before how but")


def _before_aside(words: Words, comma: int) -> int:
    """Return where a subject ends before an aside: "The Court, in 1993, held"."""
    for at in range(comma - 1, max(0, comma - _LONGEST) - 1, -1):
        if words.word(at) == ",":
            return at
    return comma


def _past_opening(words: Words, begin: int, end: int) -> int:
    """Skip what stands before the speaker: "In April the", "also", "and"."""
    for at in range(end - 1, begin, -1):
        opens = words.word(at) in {"the", "a", "an", "our"} and at > begin + 1
        if opens and words.word(at - 1) not in PREPOSITIONS | {"and", "or"}:
            begin = at
            break
    while begin < end and (
        words.word(begin)
        in (DETERMINERS - _WHOSE) | PREPOSITIONS | {"and", "also", "that", "as"}
        or (is_adverb(words.word(begin)) and not words.is_name(begin))
    ):
        begin += 1
    return begin


def _relative_cut(words: Words, begin: int, end: int) -> int:
    """Return the end of the speaker's own words: before "who was held with them"."""
    for at in range(begin + 1, end):
        if words.word(at) in {"who", "which", "whom", "whose", "interviewed", "established"}:
            return at
    return end


def _in_a_report(scene: Scene) -> Grounded[str] | None:
    """Read "in a report by X", "a report of X found"."""
    words = scene.words
    for place in range(len(words) - 2):
        if words.word(place) in {"report", "statement", "investigation"} and (
            words.word(place + 1) == "by"
        ):
            return _named(scene, place + 2, "attribution:report-by")
    return None


def _finding_of(scene: Scene) -> Grounded[str] | None:
    """Read "the finding of the Commission that", "the claim of X that"."""
    words = scene.words
    for place in range(len(words) - 3):
        is_finding = words.word(place) in {"finding", "findings", "conclusion", "statement"}
        if is_finding and words.word(place + 1) == "of" and "that" in words.lower[place:]:
            return _named(scene, place + 2, "attribution:finding-of")
    return None


def _grounded(scene: Scene, first: int, after: int, rule: str) -> Grounded[str] | None:
    if first >= after:
        return None
    words = scene.words
    span = scene.flow.span(words.starts[first], words.ends[after - 1])
    return Grounded(value=words.part(first, after), span=span, rule=rule)
