"""Persons without a name whom everybody in the village would recognise.

No message repeats what it found: reports are passed on and logged. The span carries it.
"""

import re
from collections.abc import Iterator
from functools import cache

from averment.findings.finding import Finding, Severity
from averment.findings.prose import Prose, Stretch
from averment.findings.safety.person import INITIALS, alternatives, any_of
from averment.prose.states import find_states

_YEAR_OLD = re.compile(
    r"(?:\b(?P<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen)|\b(?P<age>\d{1,2}))[\s-]years?[\s"
    r"-]old\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"\baged?\s(?P<age>\d{1,2})\b")
_SMALL_PLACE = re.compile(
    r"\b(?:from|in|at|near|of)\s(?:the\s(?:village|town|hamlet|district|city|"
    r"settlement)\sof\s)?(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
)
_NOT_PLACES = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|"
    r"December|[A-Z][a-z]+day\b|Human|Security|United|Special|Article|Convention|Court|"
    r"Council|Government|Ministry|State"
)
_HOME = re.compile(
    r"\b(?:in|from|at|outside)\s(?:his|her|their)\s(?:own\s)?(?:home|house|flat|"
    r"apartment|room)\b",
    re.IGNORECASE,
)
_PRONOUN_KIN = r"\b(?:his|her|their|whose)\s(?:\w+\s)?"
_FEWEST_SIGNS = 3


@cache
def _signs() -> tuple[re.Pattern[str], ...]:
    kin, siblings = alternatives("kin"), alternatives("siblings")
    return (
        re.compile(
            rf"\b(?:{kin})\sof\b|{_PRONOUN_KIN}(?:{kin})\b|\b(?:{siblings})\b", re.IGNORECASE
        ),
        re.compile(
            rf"\b(?:the|only|village|local)\s(?:{alternatives('posts')})\b(?!'s?\sregister)",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{alternatives('marks')})\b", re.IGNORECASE),
        _HOME,
    )


@cache
def _who() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:a|an|one|the|young|old|elderly)\s(?:[a-z-]+\s"
        rf"){{0,2}}?(?:{alternatives('minors')}|man|woman|witness|survivor|victim)\b",
        re.IGNORECASE,
    )


def check_described(prose: Prose) -> Iterator[Finding]:
    """Find details that together show a person, and witnesses told by their post."""
    for stretch in prose.body:
        yield from _described(prose, stretch)


def _described(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    """Find the person whom everybody in the village would recognise."""
    text = stretch.text
    for begin, end in _sentences_about_a_person(stretch):
        sentence = text[begin:end]
        initials = re.search(rf"{INITIALS}(?=,?\s(?:aged|\(?\d))", sentence)
        age = _AGED.search(sentence) or _YEAR_OLD.search(sentence)
        who = age or initials or _who().search(sentence)
        signs = [s for s in (p.search(sentence) for p in _signs()) if s is not None]
        place = _place(sentence)
        parts = [
            m for m in (who, age if age is not who else None, initials, place, *signs) if m
        ]
        if who is None or not (signs or initials):
            continue
        dead = any_of("dead").search(sentence) is not None
        count = len({m.start() for m in parts})
        if count < _FEWEST_SIGNS and initials is None:
            continue
        first = min(m.start() for m in parts if m is not place or not signs)
        last = max(m.end() for m in parts)
        severity = Severity.NOTE if dead or count < _FEWEST_SIGNS else None
        message = (
            "Taken together, these details may show who it is to anybody who knows the "
            "place. Which of them does the reader need?"
        )
        yield prose.finding(
            "SAF105", stretch.span(begin + first, begin + last), message, severity=severity
        )
    for match in _seen().finditer(text):
        message = "This witness can be recognised by post. Can the post be left out?"
        span = stretch.span(match.start(), match.end())
        yield prose.finding("SAF105", span, message, severity=Severity.NOTE)


def _sentences_about_a_person(stretch: Stretch) -> Iterator[tuple[int, int]]:
    for begin, end in stretch.sentences:
        if (
            _who().search(stretch.text, begin, end)
            or _AGED.search(stretch.text, begin, end)
            or _YEAR_OLD.search(stretch.text, begin, end)
        ):
            yield begin, end


@cache
def _seen() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Aa]|[Oo]ne|[Tt]he)\s(?:{alternatives('posts')})\s(?:who\s(?:[a-z]+\s"
        rf"){{0,5}}?)?(?:{alternatives('seen')})\b"
    )


def _place(sentence: str) -> re.Match[str] | None:
    for match in _SMALL_PLACE.finditer(sentence):
        if not _NOT_PLACES.match(match["place"]) and not find_states(
            match["place"], adjectives=True
        ):
            return match
    return None
