"""Persons who can be identified: named, described, promised anonymity, or ill.

No message repeats a name or a value: reports are passed on and logged. The span carries it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from averment.findings.finding import Finding, Severity
from averment.findings.prose import Prose, Stretch
from averment.findings.safety.person import (
    NAMES,
    ONE_NAME,
    alternatives,
    any_of,
    is_person,
    is_public,
    mentions,
)

_AGE = r"(?P<age>\d{1,2})"
_CHILD_UNTIL = 18
_THE_ONE = (
    r"(?:(?:the|a|an|his|her|their|our)\s"
    r"(?:(?!(?:in|at|on|of|to|by|for|from|near|with|and|after|before|outside|"
    r"inside)\b)[A-Za-z-]{1,20}\s){1,3}?)?"
)
"""Between the verb and the name: "the local teacher", but no "in the town of"."""


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    """The name or names, offsets into the stretch's text."""
    child: bool


def check_persons(prose: Prose) -> Iterator[Finding]:
    """Find named victims, witnesses and survivors; say once that consent is not mentioned."""
    own = [
        part.value
        for part in (
            *prose.reading.letterhead.signatories,
            *prose.reading.letterhead.addressees,
        )
    ]
    seen: set[str] = set()
    living: list[Finding] = []
    for stretch in prose.body:
        for named in _named(stretch):
            name = stretch.text[named.start : named.end]
            if name in seen or _is_exempt(prose, stretch, named, own):
                continue
            seen.add(name)
            found = _judged(prose, stretch, named)
            if found.code != "SAF104":
                living.append(found)
            yield found
        yield from _promised(prose, stretch, own)
    if living and not any(any_of("consent").search(s.text) for s in prose.stretches):
        message = (
            "A person is named, and nothing says that the person, or the family, agreed to it."
        )
        yield prose.finding("SAF108", living[0].span, message)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    roles, harmed = alternatives("roles"), alternatives("harmed", "killed")
    return tuple(
        re.compile(pattern)
        for pattern in (
            (
                rf"(?P<name>{ONE_NAME})(?:,\s(?:then\s)?(?:aged?\s)?|\s"
                r"\()(?P<age>\d{1,2})(?=[,);.]|\s(?:was|were|and|who|years?)\b)"
            ),
            (
                r"\b(?P<age>\d{1,2})[\s-]years?[\s-]old\s(?:[a-z-]+\s"
                rf"){{0,2}}(?P<name>{ONE_NAME})"
            ),
            rf"(?P<name>{ONE_NAME}),\san?\s(?P<age>\d{{1,2}})[\s-]years?[\s-]old\b",
            (
                rf"\b(?i:{roles}),?\s(?:(?:named|called|identified\sas|was|were|are|is)\s"
                rf")?(?:(?:Mrs?|Ms|Miss|Mme|Dr|Prof)\.?\s)?(?P<name>{NAMES})"
            ),
            (
                rf"(?P<name>{ONE_NAME}),\s(?:an?|the|one\sof\sthe)\s(?:[a-z-]+\s"
                rf"){{0,3}}(?i:{roles})\b"
            ),
            (
                rf"(?P<name>{NAMES}),?\s(?:who\s)?(?:was|were|has\sbeen|have\sbeen|had\s"
                rf"been)\s(?:[a-z]+ly\s)?(?:{harmed})\b"
            ),
            rf"\b(?:{harmed})(?:\sto\sdeath)?\s{_THE_ONE}(?P<name>{NAMES})",
            # One word is a name where an age stands right behind it.
            r"(?P<name>\b[A-Z][a-z'’]{2,20}),\s(?:then\s)?aged\s(?P<age>\d{1,2})\b",
            rf"(?P<name>{ONE_NAME})\s(?:told\s(?:us|our)|testified\b|witnessed\b)",
        )
    )


def _named(stretch: Stretch) -> list[_Named]:
    found: dict[int, _Named] = {}
    for number, pattern in enumerate(_patterns()):
        for match in pattern.finditer(stretch.text):
            if number == 0 and not _speaks_of_a_person(stretch, match.start()):
                continue
            start, end = _without_opening(stretch, match.start("name"), match.end("name"))
            if start >= end or not is_person(stretch.text[start:end].split(",")[0]):
                continue
            age = match.groupdict().get("age")
            child = age is not None and int(age) < _CHILD_UNTIL
            earlier = found.get(start)
            child = child or (earlier is not None and earlier.child)
            found[start] = _Named(start, end, child)
    return [found[start] for start in sorted(found)]


def _speaks_of_a_person(stretch: Stretch, at: int) -> bool:
    """Say whether the sentence does; "The Register, 12," has the form of a name with an age."""
    begin, end = stretch.around(at)
    person = any_of("roles", "minors", "harmed", "killed", "kin", "dead")
    return person.search(stretch.text, begin, end) is not None


def _without_opening(stretch: Stretch, start: int, end: int) -> tuple[int, int]:
    """Leave out a first word that has its capital from the sentence only."""
    begin, _ = stretch.sentence_at(start)
    if start == begin:
        first = stretch.text.find(" ", start, end)
        if first > 0 and not is_person(stretch.text[start:first]):
            return first + 1, end
    return start, end


def _is_exempt(prose: Prose, stretch: Stretch, named: _Named, own: list[str]) -> bool:
    name = stretch.text[named.start : named.end]
    if is_public(stretch.text, named.start, named.end) or mentions(name, own):
        return True
    span = stretch.span(named.start, named.end)
    if any(c.span.overlaps(span) for c in prose.reading.citations if c.note is None):
        return True
    begin, end = stretch.around(named.start)
    return any_of("judged").search(stretch.text[begin:end]) is not None


def _judged(prose: Prose, stretch: Stretch, named: _Named) -> Finding:
    begin, end = stretch.around(named.start)
    sentence = stretch.text[begin:end]
    span = stretch.span(named.start, named.end)
    dead = any_of("dead").search(sentence) is not None
    near = stretch.text[max(begin, named.start - 40) : min(end, named.end + 40)]
    child = named.child or any_of("minors").search(near) is not None
    lower = Severity.WARNING if dead else None
    if any_of("sexual").search(sentence):
        message = (
            "A person is named in a sentence on sexual violence. Survivors are not named, "
            "whatever others have published."
        )
        return prose.finding("SAF103", span, message, severity=lower)
    if child:
        message = "This seems to be a child, and the name is given."
        return prose.finding("SAF101", span, message, severity=lower)
    if dead:
        message = "A dead person is named. Does the family know and agree?"
        return prose.finding("SAF104", span, message)
    if any_of("health").search(sentence):
        message = "A name stands beside a remark on health."
        return prose.finding("SAF107", span, message)
    message = (
        "A victim or witness seems to be named. Is the person safe, and was consent given "
        "for this use?"
    )
    return prose.finding("SAF102", span, message)


@cache
def _promise() -> re.Pattern[str]:
    promised = alternatives("nameless")
    return re.compile(
        rf"(?P<before>{ONE_NAME}),?\s(?:(?:who|speaking|said|told|but|a|an|the|"
        rf"[a-z]+)\s){{0,6}}(?i:{promised})"
        rf"|(?i:{promised}),?\s(?:(?:the|a|an|that|[a-z]+)\s){{0,3}}(?P<after>{ONE_NAME})"
    )


def _promised(prose: Prose, stretch: Stretch, own: list[str]) -> Iterator[Finding]:
    if not any_of("nameless").search(stretch.text):
        return
    for match in _promise().finditer(stretch.text):
        group = "before" if match["before"] else "after"
        start, end = _without_opening(stretch, match.start(group), match.end(group))
        if start >= end or not is_person(stretch.text[start:end]):
            continue
        if _is_exempt(prose, stretch, _Named(start, end, child=False), own):
            continue
        message = "Anonymity is promised here, and a name stands beside it."
        yield prose.finding("SAF106", stretch.span(start, end), message)
