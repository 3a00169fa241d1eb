"""Which predicate of a sentence speaks of which instrument, and of which States.

Four shapes: a verb before the name ("X has ratified A and B"), a clause behind it ("A, to
which X acceded"), a name in front ("Under A, X is obliged"), and the words that lead in to a
list. Where none fits, nothing is said.
"""

import re
from dataclasses import dataclass, replace

from averment.findings.law.predicate import AT_HOME, JOINED, Predicate, Wording, last_before
from averment.findings.law.sentence_parts import (
    BACK,
    LONG,
    RELATIVE,
    WORD,
    Sentence,
    is_list,
    is_list_word,
)
from averment.findings.law.situated import Places, Situated
from averment.findings.law.subject import Subject, state_of
from averment.findings.prose import Stretch

_GENERIC = (
    r"(?:conventions|treaties|instruments|covenants|protocols|agreements|obligations|norms|"
    r"provisions|statutes|texts|following)"
)
_GENERIC_BEFORE = re.compile(rf"\b{_GENERIC},?\s(?:(?:to|by|under|of)\s)?$", re.IGNORECASE)
_OPENS_LIST = re.compile(
    r"\b(?:including|namely|such\sas|in\sparticular|among\sthem|i\.e\.|especially|notably|"
    r"specifically|as\swell\sas|both)\b|:|\((?:i|a|1)\)|\u2014",
    re.IGNORECASE,
)
_SHORT = 70
"""Longest gap between a predicate and the instrument that is its object, without a list."""
_STRAYS = 4
"""Words that no list has and that may still stand in front of the first instrument."""
_BUT_NOT = re.compile(r"\b(?:but|and|though|although)\s(?:is\s|has\s)?not\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\s?(?:neither|none|both|it|them|each|all(?:\sof\sthem)?|any|either)\b", re.IGNORECASE
)
_ALL_OF_THEM = re.compile(
    r"\b(?:both|all|each|neither|none)\s(?:of\s(?:which|whom|them)\s)?[^,;]{0,40}$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?P<word>under|pursuant\sto|by\svirtue\sof|in\saccordance\swith)\s(?:[\w(),-]+\s){0,8}?$",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"(?:is|was|are|were|has|had|have|remains?|must|shall)\b(?=\s(?:\w+ly\s|\w+\s)?"
    r"(?:an?\s)?(?:obliged|obligated|required|bound|dut|oblig|responsib|not|respect|ensure|"
    r"protect|refrain|prevent|take|allow|treat))",
    re.IGNORECASE,
)
_BINDS = re.compile(r"(?:binds?|obliges?)\s(?:both\s)?(?:the\s)?", re.IGNORECASE)
_LOOK_BACK = 120
_OPENING = 24
"""Characters before a predicate that may open a sentence: "In flagrant"."""
_COMMA = re.compile(
    r"(?:\s[^,;:.]{0,40})?,\s(?:the\s)?(?:(?:Government|armed\sforces|forces|authorities|army)"
    r"\sof\s(?:the\s)?)?",
    re.IGNORECASE,
)
_AND = re.compile(
    r"(?:,|\s)\s?(?:and|but|or)\s(?:has\s|have\s|had\s|later\s|subsequently\s|also\s|not\s|"
    r"never\s){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A predicate and its States, found for one mention."""

    predicate: Predicate
    subjects: tuple[Subject, ...]
    stretch: Stretch
    flipped: bool = False


def find_hit(sentence: Sentence, place: int, places: Places) -> Hit | None:
    """Return what the sentence says of its instrument number `place`; None where nothing."""
    return (
        _behind(sentence, place)
        or _before(sentence, place)
        or _fronted(sentence, place)
        or _from_lead_in(places, sentence.mentions[place])
    )


def _behind(sentence: Sentence, place: int) -> Hit | None:
    """A clause behind the name: "to which X acceded", "binding on X", "ratified by X"."""
    one = sentence.mentions[place]
    predicate = next((p for p in sentence.predicates if p.start >= one.end), None)
    if predicate is None:
        return None
    between = sum(1 for other in sentence.mentions[place + 1 :] if other.end <= predicate.start)
    subjects = _told_of_all(sentence, predicate, place + between)
    if not subjects and _speaks_of(sentence, predicate, place, place + between):
        subjects = _of_clause(sentence, predicate, place + between)
    if not subjects:
        return None
    return Hit(predicate=predicate, subjects=subjects, stretch=sentence.stretch)


def _told_of_all(sentence: Sentence, predicate: Predicate, nearest: int) -> tuple[Subject, ...]:
    """Return the States of "X is a party to neither", "X has ratified both"."""
    if predicate.wording not in JOINED | {Wording.BOUND}:
        return ()
    if _PRONOUN.match(sentence.text, predicate.end, sentence.end) is None:
        return ()
    return sentence.named.before(predicate.start, after=sentence.mentions[nearest].end)


def _speaks_of(sentence: Sentence, predicate: Predicate, place: int, nearest: int) -> bool:
    """Say whether a clause behind a list speaks of its member `place`: the last, or all."""
    if place == nearest:
        return True
    end = sentence.mentions[nearest].end
    return (
        is_list(sentence, place, nearest)
        and _ALL_OF_THEM.search(sentence.text, end, predicate.end) is not None
    )


def _of_clause(sentence: Sentence, predicate: Predicate, nearest: int) -> tuple[Subject, ...]:
    """Return the States of the clause right behind the name number `nearest`."""
    end = sentence.mentions[nearest].end
    gap = sentence.text[end : predicate.start]
    relative = RELATIVE.search(gap)
    if relative is not None and relative.start() <= BACK:
        if _GENERIC_BEFORE.search(gap[: relative.start()]) or len(gap) > LONG // 2:
            return ()
        begin = end + relative.start()
        subjects = sentence.named.before(predicate.start, after=begin)
        return subjects or _agents(sentence, predicate, nearest)
    if len(gap) > BACK or predicate.wording is Wording.VIOLATED:
        return ()
    return _agents(sentence, predicate, nearest)


def _agents(sentence: Sentence, predicate: Predicate, nearest: int) -> tuple[Subject, ...]:
    """Return the States behind "by" or "on", up to the next instrument."""
    later = [one.start for one in sentence.mentions[nearest + 1 :] if one.start > predicate.end]
    end = min([sentence.end, predicate.end + BACK, *later])
    # "binding on X": the predicate ends with the preposition itself.
    begin = predicate.start if predicate.wording is Wording.BOUND else predicate.end
    bound = _BINDS.match(sentence.text, predicate.start, end)
    if bound is not None:
        return sentence.named.at(bound.end())
    return sentence.named.agents(max(sentence.start, begin), end)


def _before(sentence: Sentence, place: int) -> Hit | None:
    """A verb or noun before the name: "X has ratified", "X's violations of"."""
    one = sentence.mentions[place]
    first = place
    while first > 0 and is_list(sentence, first - 1, first):
        first -= 1
    head = sentence.mentions[first]
    index = last_before(sentence.predicates, one.start)
    while index >= 0 and sentence.predicates[index].start >= head.start:
        index -= 1  # a clause about another instrument of the list
    if index < 0:
        return None
    predicate = sentence.predicates[index]
    if _BINDS.match(sentence.text, predicate.start):
        return None  # the object is the State
    if any(predicate.end <= other.start < head.start for other in sentence.mentions):
        return None  # its object is another one
    gap = sentence.text[predicate.end : head.start]
    if not _reaches(gap) or _tells_of_an_earlier(sentence, predicate, head):
        return None
    flipped = _negated_again(sentence, predicate, first, place)
    subjects = _subjects(sentence, predicate, index, one)
    return Hit(
        predicate=predicate, subjects=subjects, stretch=sentence.stretch, flipped=flipped
    )


def _reaches(gap: str) -> bool:
    """Say whether a predicate can have for its object what stands behind `gap`."""
    opened = _OPENS_LIST.search(gap) is not None
    if ";" in gap and not opened:
        return False  # "A binds X since 1961; B is not relied on"
    if len(gap) > (LONG if opened else _SHORT):
        return False
    strays = sum(not is_list_word(word) for word in WORD.findall(gap) if not word[0].isupper())
    return opened or strays <= _STRAYS


def _tells_of_an_earlier(sentence: Sentence, predicate: Predicate, head: Situated) -> bool:
    """Say whether the predicate stands in a clause about an instrument before it."""
    earlier = [one for one in sentence.mentions if one.end <= predicate.start]
    if not earlier:
        return False
    gap = sentence.text[earlier[-1].end : predicate.start]
    relative = RELATIVE.search(gap)
    if relative is None or relative.start() > BACK:
        return False
    return _GENERIC_BEFORE.search(gap[: relative.start()]) is None and head.start > (
        predicate.end
    )


def _negated_again(sentence: Sentence, predicate: Predicate, first: int, place: int) -> bool:
    """Say whether "but not" stands between the verb and this member of its list."""
    starts = [predicate.end] + [one.end for one in sentence.mentions[first:place]]
    ends = [one.start for one in sentence.mentions[first : place + 1]]
    return any(
        _BUT_NOT.search(sentence.text, begin, end)
        for begin, end in zip(starts, ends, strict=True)
        if begin < end
    )


def _subjects(
    sentence: Sentence, predicate: Predicate, index: int, one: Situated
) -> tuple[Subject, ...]:
    named = sentence.named
    after = _clause_start(sentence, predicate, index)
    if predicate.wording in AT_HOME:
        inside = [
            Subject(m.state.code, m.start, m.end)
            for m in named.mentions
            if predicate.start - BACK <= m.end <= predicate.end
        ]
        return tuple(inside[-1:])
    if predicate.wording is Wording.ASKED_TO_JOIN:
        asked = [m for m in named.mentions if m.end <= predicate.start and m.form == "name"]
        return tuple(Subject(m.state.code, m.start, m.end) for m in asked[-1:])
    subjects = named.owners(predicate.start, after=sentence.start)
    subjects = subjects or named.before(predicate.start, after=after)
    subjects = subjects or _of_verb_before(sentence, index) or _following(sentence, predicate)
    if subjects or predicate.wording not in {Wording.VIOLATED, Wording.BOUND}:
        return subjects
    last = sentence.mentions[-1] if sentence.mentions else one
    return (
        named.agents(predicate.end, one.start)
        or named.agents(one.end, min(sentence.end, max(one.end, last.end) + BACK * 2))
        or _earlier_subject(sentence, predicate)
        or _doers(sentence, one)
    )


def _of_verb_before(sentence: Sentence, index: int) -> tuple[Subject, ...]:
    """Return the States of the verb before: "X acceded to A in 1996 and ratified B"."""
    if index == 0:
        return ()
    predicate, earlier = sentence.predicates[index], sentence.predicates[index - 1]
    before = sentence.text[max(earlier.end, predicate.start - BACK) : predicate.start]
    if not {predicate.wording, earlier.wording} <= JOINED or not _AND.search(before):
        return ()
    start = _clause_start(sentence, earlier, index - 1)
    own = sentence.named.before(earlier.start, after=start)
    return own or _of_verb_before(sentence, index - 1)


def _following(sentence: Sentence, predicate: Predicate) -> tuple[Subject, ...]:
    """Return the State behind an opening phrase: "As a party to A, X must"."""
    if predicate.start - sentence.start > _OPENING:
        return ()
    behind = [one.end for one in sentence.mentions if one.start >= predicate.end]
    for end in behind:
        comma = _COMMA.match(sentence.text, end, sentence.end)
        if comma is not None:
            return sentence.named.at(comma.end())
    return ()


def _clause_start(sentence: Sentence, predicate: Predicate, index: int) -> int:
    """Return where to stop looking back: "has signed but not ratified" shares its subject."""
    start = sentence.start
    for earlier in reversed(sentence.predicates[:index]):
        shared = earlier.wording in JOINED and predicate.wording in JOINED
        if not shared:
            start = earlier.end
            break
    return start


def _earlier_subject(sentence: Sentence, predicate: Predicate) -> tuple[Subject, ...]:
    """Return the State whose forces open the sentence: "X bombed Y in violation of"."""
    first = [m for m in sentence.named.mentions if m.end <= predicate.start]
    opening = [m for m in first if not sentence.text[sentence.start : m.start].strip(" \"'(")]
    if not opening:
        opening = [
            m
            for m in first
            if sentence.text[sentence.start : m.start].strip().lower()
            in {"the", "the government of", "the government of the", "the armed forces of"}
        ]
    # "Norwegian rebels": an adjective without an organ of the State is nobody's act.
    actors = [m for m in opening if sentence.named.behind(m, predicate.start) is not None]
    if len({m.state.code for m in first}) != 1:
        return ()
    return tuple(Subject(m.state.code, m.start, m.end) for m in actors[:1])


def _doers(sentence: Sentence, one: Situated) -> tuple[Subject, ...]:
    """Return the State that the claim itself names as the alleged doer, where it is one."""
    if one.claim is None:
        return ()
    codes = set()
    for allegation in one.claim.allegations:
        if allegation.perpetrator is None:
            continue
        codes.add(state_of(allegation.perpetrator.value))
    if len(codes) != 1:
        return ()
    code = codes.pop()
    return (Subject(code, sentence.start, sentence.start),) if code is not None else ()


def _fronted(sentence: Sentence, place: int) -> Hit | None:
    """A name in front: "Under the Convention, X is obliged", "In breach of it, X's forces"."""
    one = sentence.mentions[place]
    last = place
    while last + 1 < len(sentence.mentions) and is_list(sentence, last, last + 1):
        last += 1
    head = place
    while head > 0 and is_list(sentence, head - 1, head):
        head -= 1
    before = sentence.text[
        max(sentence.start, sentence.mentions[head].start - BACK) : sentence.mentions[
            head
        ].start
    ]
    if _UNDER.search(before) is None:
        return None
    begin = sentence.mentions[last].end
    duty = _DUTY.search(sentence.text, begin, min(sentence.end, begin + _LOOK_BACK))
    if duty is None:
        return None
    subjects = sentence.named.before(duty.start(), after=begin)
    if not subjects:
        return None
    predicate = Predicate(
        wording=Wording.BOUND,
        start=duty.start(),
        end=duty.end(),
        negated=False,
        open=False,
        present=duty[0].lower() in {"is", "are", "has", "have", "must", "shall"},
    )
    return Hit(predicate=predicate, subjects=subjects, stretch=one.stretch)


def _from_lead_in(places: Places, one: Situated) -> Hit | None:
    """The words that lead in to a list: "X is a party to the following treaties:"."""
    lead_in = one.claim.lead_in if one.claim is not None else None
    if lead_in is None:
        return None
    located = places.locate(lead_in)
    if located is None:
        return None
    stretch, start, end = located
    sentence = Sentence(stretch, start, end, ())
    if not sentence.predicates:
        return None
    index = len(sentence.predicates) - 1
    predicate = sentence.predicates[index]
    gap = stretch.text[predicate.end : end]
    if len(gap) > LONG or not (gap.rstrip().endswith(":") or _OPENS_LIST.search(gap)):
        return None
    empty = replace(one, claim=None)
    subjects = _subjects(sentence, predicate, index, replace(empty, start=end, end=end))
    return Hit(predicate=predicate, subjects=subjects, stretch=stretch)
