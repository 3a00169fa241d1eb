"""Sums: parts that are told after a total, and shares that are told with their figures.

A list of parts is only added up where the words make it one: each part begins with a number and
leaves its noun out ("17 in January"), or names a kind of person under a total of persons. One
candidate for the total, no part larger than it, no figure that is "at least" or "some".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from averment.findings.figures.counted import Counted
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Part, Prose, Stretch
from averment.prose.number_words import FoundNumber

_OPENING = re.compile(
    r"(?:(?P<colon>[:—(]|\s-|,?\snamely,?|,?\si\.e\.,?)|(?P<subset>,?\s(?:of|out\sof|"
    r"among|amongst)\s(?:whom|which|these|them|those),?)"
    r"|(?P<some>,?\s(?:including|includes?|include|among\sothers),?)|(?P<comma>[,;]))"
    r"\s?(?:and\s|or\s|about\s)?(?:(?P<verb>[a-z]+ed)\s)?$"
)
_JOIN = re.compile(
    r"(?:[,;]\s?(?:and\s|or\s|plus\s|with\s)?|\sand\s|\splus\s)(?:another\s|a\s"
    r"further\s)?(?:[a-z]+ed\s)?$"
)
_BREAK = re.compile(r"[;:—()]|,(?!\d)")
_ELLIPTIC = re.compile(
    r"\s?(?:$|[,;.)]|\s?(?:in|on|at|of|by|with|from|for|near|under|among|during|to|"
    r"against|who|as|because|after|before|while|"
    r"inside|outside|between|more|have|had|were|was|are|is)\b|(?:[a-z]+ly\s"
    r")?[a-z]+(?:ed|own|orn|ung|ught)\b|and\s[a-z]+ed\b)"
)
_OF_THEM = re.compile(r"\s(?:of|among)\s(?:them|whom|these|those|which|the)\b")
_FRACTION = re.compile(r"\s(?:out\s)?of\s(?:the\s)?\d")
_OWN_VERB = re.compile(r"\s(?:[a-z]+\s)?(?:were|was|are|is|had|have|has)\b")
_PERSON_WORDS = """
    people persons men women children boys girls civilians soldiers adults adolescents minors
    infants detainees prisoners combatants fighters males females elderly victims inhabitants
    residents villagers refugees patients police policemen militants demonstrators protesters
    journalists
    """
_PERSONS = frozenset(_PERSON_WORDS.split())
_APART = (
    frozenset({"men", "women", "children", "infants"}),
    frozenset({"men", "women", "boys", "girls", "infants"}),
    frozenset({"adults", "adolescents", "children", "infants"}),
    frozenset({"males", "females"}),
    frozenset({"civilians", "combatants"}),
    frozenset({"civilians", "soldiers", "policemen"}),
)
"""Kinds of persons of which nobody is two."""
_NOUN = re.compile(r"\s(?:[a-z]+\s){0,2}?([a-z]+)\b")
_FEWEST_IN_A_ROW = 3
_FEWEST_ANNOUNCED = 2
_LONGEST_OPENING = 40
_MOST_COUNTS = 1_000
"""More numbers than this in one passage are a table that lost its lines."""
_MOST_PARTS = 24
"""A longer run of numbers is a table, not a sum told in a sentence."""
_REACH = 60


class _Claims(Enum):
    """What the words before the parts say of them."""

    ALL = "all"
    PART = "part"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class _Parts:
    numbers: tuple[FoundNumber, ...]
    opening: int
    """Where the words begin that lead from the total to the parts."""
    claims: _Claims
    apart: bool
    """No person or thing can be in two parts, as far as the words say."""


def check_sums(prose: Prose, counted: Counted) -> Iterator[Finding]:
    """Add up the parts of each sentence and compare them with its total."""
    stretch = counted.stretch
    if stretch.part is Part.NOTE or not _FEWEST_IN_A_ROW <= len(counted.counts) <= _MOST_COUNTS:
        return
    votes = [v.span for v in prose.reading.votes]
    for first, last in _by_sentence(stretch, counted.counts):
        counts = counted.counts[first:last]
        if len(counts) < _FEWEST_IN_A_ROW:
            continue
        start, end = stretch.sentence_at(counts[0].figure)
        parts = _parts(stretch.text, start, end, counts)
        if parts is None:
            continue
        whole = stretch.span(start, end)
        if any(whole.overlaps(vote) for vote in votes):
            continue
        found = _compare(prose, stretch, counted.counts_within(start, parts.opening), parts)
        if found is not None:
            yield found


def _by_sentence(stretch: Stretch, counts: Sequence[FoundNumber]) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(counts):
        _, end = stretch.sentence_at(counts[first].figure)
        last = first + 1
        while last < len(counts) and counts[last].end <= end:
            last += 1
        yield first, last
        first = last


def _parts(text: str, start: int, end: int, counts: Sequence[FoundNumber]) -> _Parts | None:
    """Return the longest run of parts in a sentence, or None."""
    best: _Parts | None = None
    at = 1
    while at < len(counts):
        run = _run(text, start, counts, at)
        if run is None:
            at += 1
            continue
        if _ends_well(text, run, end) and (
            best is None or len(run.numbers) > len(best.numbers)
        ):
            best = run
        at += len(run.numbers)
    return best


def _run(text: str, start: int, counts: Sequence[FoundNumber], at: int) -> _Parts | None:
    first = counts[at]
    before = text[max(start, first.start - _LONGEST_OPENING) : first.start]
    opening = _OPENING.search(before)
    if opening is None:
        return None
    numbers = [first]
    for following in counts[at + 1 : at + _MOST_PARTS]:
        between = text[numbers[-1].end : following.start]
        join = _JOIN.search(between)
        if join is None or _BREAK.search(between[: join.start()]):
            if _BREAK.search(between):
                break
            continue
        numbers.append(following)
    claims = _Claims.ALL
    if opening["subset"] or any(_OF_THEM.match(text, n.end) for n in numbers):
        claims = _Claims.PART
    elif opening["some"]:
        claims = _Claims.SOME
    fewest = _FEWEST_IN_A_ROW if opening["comma"] else _FEWEST_ANNOUNCED
    if len(numbers) < fewest:
        return None
    nouns = [_noun(text, n) for n in numbers]
    elliptic = all(
        _ELLIPTIC.match(text, n.end) is not None or _led_by_verb(text, n) for n in numbers
    )
    persons = all(noun in _PERSONS for noun in nouns)
    if not elliptic and not persons:
        return None
    one_manner = (
        elliptic
        and claims is not _Claims.SOME
        and not any(_OWN_VERB.match(text, n.end) for n in numbers[1:])
        and not any(_OF_THEM.match(text, n.end) for n in numbers)
    )
    if any(_FRACTION.match(text, n.end) for n in numbers):
        return None
    return _Parts(
        numbers=tuple(numbers),
        opening=first.start - (len(before) - opening.start()),
        claims=claims,
        apart=one_manner or _are_apart(nouns),
    )


def _are_apart(nouns: Sequence[str]) -> bool:
    return len(set(nouns)) == len(nouns) and any(kinds.issuperset(nouns) for kinds in _APART)


def _led_by_verb(text: str, number: FoundNumber) -> bool:
    return (
        re.search(r"[a-z]ed\s$", text[max(0, number.start - _LONGEST_OPENING) : number.start])
        is not None
    )


def _noun(text: str, number: FoundNumber) -> str:
    found = _NOUN.match(text, number.end)
    if found is None:
        return ""
    words = text[number.end : found.end()].split()
    return next((word for word in words if word in _PERSONS), words[-1])


def _ends_well(text: str, run: _Parts, end: int) -> bool:
    """Say whether the last part is the last that is listed: no "and others" behind it."""
    rest = text[run.numbers[-1].end : min(end, run.numbers[-1].end + _REACH)]
    return (
        re.search(r"\b(?:and|the)\s(?:others?|rest|remain\w+|more)\b|\bamong\sothers\b", rest)
        is None
    )


def _compare(
    prose: Prose, stretch: Stretch, before: Sequence[FoundNumber], parts: _Parts
) -> Finding | None:
    totals = [n for n in before if n.exact]
    if not totals or len(totals) < len(before) or not all(n.exact for n in parts.numbers):
        return None
    added = sum(n.printed for n in parts.numbers)
    total = next((n for n in totals if n.printed == added), totals[-1])
    span = stretch.span(total.figure, parts.numbers[-1].end)
    named = [stretch.words(n.figure, n.end) for n in parts.numbers]
    listed = f"{', '.join(named[:-1])} and {named[-1]}"
    grounds = [Ground(text="a part", span=stretch.span(n.figure, n.end)) for n in parts.numbers]
    grounds.append(Ground(text="the total", span=stretch.span(total.figure, total.end)))
    if total.printed == added:
        message = f"{listed} make {_figure(added)}, as the sentence says."
        return prose.finding("FIG101", span, message, severity=Severity.OK, grounds=grounds)
    said = stretch.words(total.figure, total.end)
    unsure = len(totals) > 1 or total.printed in {len(parts.numbers), 1}
    if unsure or any(n.printed > total.printed for n in parts.numbers):
        return None
    difference = _figure(abs(added - total.printed))
    if added > total.printed:
        message = (
            f"The parts ({listed}) make {_figure(added)}: {difference} more than the "
            f"total, {said}."
        )
        severity = None if parts.apart else Severity.NOTE
        if not parts.apart:
            message += " Can the same person or thing be in two of them?"
        return prose.finding("FIG101", span, message, severity=severity, grounds=grounds)
    if parts.claims is not _Claims.ALL:
        return None
    message = (
        f"The parts ({listed}) make {_figure(added)}: {difference} fewer than the total, "
        f"{said}."
    )
    return prose.finding("FIG102", span, message, grounds=grounds)


def _figure(number: int) -> str:
    return f"{number:,}"
