"""Which State a sentence says is bound, has joined, or has broken which instrument.

The subject is looked for in the sentence and, for a list item, in the words that lead in. It is
never guessed from elsewhere: where the words do not show it, the State is None.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from averment.documents.span import Span
from averment.findings.law.attach import Hit, find_hit
from averment.findings.law.days import Calendar, Days, Why, days_named
from averment.findings.law.predicate import AT_HOME, JOINED, Predicate, Wording
from averment.findings.law.sentence_parts import BACK, Sentence
from averment.findings.law.situated import Places, Situated
from averment.findings.prose import Prose
from averment.law.mention import InstrumentMention
from averment.prose.dates import FoundDate

_TOLD_BY = re.compile(
    r"\b(?:says?|said|saying|claim(?:s|ed|ing)?|alleg(?:e[sd]?|ing)|argu(?:e[sd]?|ing)|"
    r"assert(?:s|ed)?|maintain(?:s|ed)?|insist(?:s|ed)?|contend(?:s|ed)?|(?-i:states)|stated|"
    r"declar(?:es|ed)|report(?:s|ed)|according\sto)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_OUR = re.compile(r"\b(?:we|I|our\s\w+)\s[^.;,]{0,20}$", re.IGNORECASE)
_DEPOSIT = re.compile(
    r"\bdeposit\w*|\bnot\s(?:yet\s)?(?:\w+\s)?(?:in\sforce|bound|binding|into\sforce)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 120
_LOOK_AHEAD = 160
_UNTIL = re.compile(r"\b(?:until|till|up\sto|before|prior\sto)(?:\s\w+){0,2}$", re.IGNORECASE)
_ON = frozenset({"", "in", "on", "it in", "it on", "since", "during", "only in", "only on"})
_MOST_NAMES = 64
"""Instruments of one sentence that are looked at; more is a list of titles, no statement."""
_OF_THE_TIME = frozenset({Wording.BOUND, Wording.PARTY})
_LONGEST_SENTENCE = 20_000


class Whose(StrEnum):
    """Whose words they are."""

    OWN = "own"
    QUOTED = "quoted"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """One State (or nobody who is named), one instrument, and what is said of the two."""

    mention: InstrumentMention
    claim: int | None
    state: str | None
    """Code of ``states.toml``; None where the words do not show whom they speak of."""
    others: tuple[str, ...]
    """The other States of which the same words say the same."""
    days: Days | None
    wording: Wording
    words: Span
    """What says it."""
    negated: bool
    present: bool
    """It speaks of the time of writing."""
    whose: Whose
    told: FoundDate | None = None
    """For an act of joining: the day or year that the words give it."""


def tells_of_now(wording: Wording, *, present: bool) -> bool:
    """Say whether a statement is to be held against the day of the letter.

    Who writes that a State "is a party" or "is bound", or that it "ratified", speaks of what
    has been done by the time of writing; "was a party" speaks of the days of the acts.
    """
    if wording in _OF_THE_TIME:
        return present
    return wording in JOINED


def find_invocations(prose: Prose, placed: tuple[Situated, ...]) -> tuple[Invocation, ...]:
    """Return what the document says of States and instruments, in the order of the text."""
    calendar = Calendar(prose.reading)
    places = Places(prose)
    grouped: dict[tuple[int, int], list[Situated]] = {}
    for one in placed:
        grouped.setdefault((one.stretch.index, one.sentence[0]), []).append(one)
    found: list[Invocation] = []
    for some in grouped.values():
        start, end = some[0].sentence
        end = min(end, start + _LONGEST_SENTENCE)
        inside = tuple(one for one in some[:_MOST_NAMES] if one.end <= end)
        sentence = Sentence(some[0].stretch, start, end, inside)
        for place, one in enumerate(inside):
            hit = find_hit(sentence, place, places)
            if hit is not None:
                found += _invocations(calendar, sentence, one, hit)
    return tuple(found)


def _invocations(
    calendar: Calendar, sentence: Sentence, one: Situated, hit: Hit
) -> Iterator[Invocation]:
    predicate = hit.predicate
    if predicate.open and predicate.wording is not Wording.VIOLATED:
        return
    if predicate.wording is Wording.VIOLATED and predicate.negated:
        return
    if predicate.wording in AT_HOME and (
        predicate.negated
        or _DEPOSIT.search(sentence.text, sentence.start, sentence.end + _LOOK_AHEAD)
    ):
        return  # the writer knows the difference
    codes = tuple(dict.fromkeys(subject.code for subject in hit.subjects))
    told = None
    if hit.stretch is sentence.stretch and predicate.wording in JOINED:
        told = _told(sentence, one, predicate)
    days = _days(calendar, sentence, one, predicate)
    words = hit.stretch.span(predicate.start, predicate.end)
    for mention in one.mentions:
        for code in codes or (None,):
            yield Invocation(
                mention=mention,
                claim=one.claim.number if one.claim is not None else None,
                state=code,
                others=tuple(other for other in codes if other != code),
                days=days,
                wording=predicate.wording,
                words=words,
                negated=predicate.negated != hit.flipped,
                present=predicate.present,
                whose=_whose(one, hit, words),
                told=told,
            )


def _told(sentence: Sentence, one: Situated, predicate: Predicate) -> FoundDate | None:
    """Return the date of joining: "ratified in 1996 the", "ratified the Covenant in 1996"."""
    if predicate.wording in {Wording.PARTY, Wording.BECAME}:
        return None  # of what is told, the day of effect would be the right one
    for found in sentence.dates:
        for end in (predicate.end, one.end):
            gap = sentence.text[end : found.start].strip(" ,").lower()
            if found.start >= end and gap in _ON:
                return found
    return None


def _days(
    calendar: Calendar, sentence: Sentence, one: Situated, predicate: Predicate
) -> Days | None:
    letter = calendar.letter
    if predicate.wording is Wording.ASKED_TO_JOIN:
        return letter
    if predicate.wording in _OF_THE_TIME and not predicate.present:
        near = _days_behind(calendar, sentence, predicate)
        near = near or _days_beside(calendar, sentence, one)
        if near is not None:
            return near
    own = calendar.of_claim(one.claim) if one.claim is not None else None
    if own is None and predicate.wording in AT_HOME | {Wording.VIOLATED}:
        own = _days_beside(calendar, sentence, one)
    days = own or calendar.incidents or letter
    if days is None or letter is None or letter.latest <= days.latest:
        return days
    if tells_of_now(predicate.wording, present=predicate.present):
        return replace(days, latest=letter.latest)
    return days


def _days_behind(calendar: Calendar, sentence: Sentence, predicate: Predicate) -> Days | None:
    """Return the days that stand behind the verb: "was bound in December 1991"."""
    for found in sentence.dates:
        gap = sentence.text[predicate.end : found.start].rstrip()
        near = predicate.end <= found.start <= predicate.end + BACK
        inside = any(m.start <= found.start < m.end for m in sentence.mentions)
        if not near or inside or gap.endswith((" of", ",")):
            continue  # the date of the treaty itself
        spanned = days_named(found.value, until=calendar.written)
        if spanned is not None and _UNTIL.search(gap) and spanned[0] > date.min:
            eve = spanned[0] - timedelta(days=1)
            return Days(earliest=eve, latest=eve, why=Why.ACT)
        if spanned is not None:
            return Days(earliest=spanned[0], latest=spanned[1], why=Why.ACT)
    return None


def _days_beside(calendar: Calendar, sentence: Sentence, one: Situated) -> Days | None:
    """Return the days right behind the name: "breached the Convention in March 2009".

    Without any, the first day that opens the sentence: "On 3 March 2009 X breached".
    """
    for found in sentence.dates:
        gap = sentence.text[one.end : found.start].strip(" ,").lower()
        opens = sentence.text[sentence.start : found.start].strip().lower() in {"on", "in"}
        if not opens and not (found.start >= one.end and gap in _ON - {""}):
            continue
        spanned = days_named(found.value, until=calendar.written)
        if spanned is not None:
            return Days(earliest=spanned[0], latest=spanned[1], why=Why.ACT)
    return None


def _whose(one: Situated, hit: Hit, words: Span) -> Whose:
    if one.claim is not None:
        for quotation in one.claim.quotations:
            if quotation.span.holds(words):
                return Whose.QUOTED
    if hit.stretch.is_quoted(hit.predicate.start):
        return Whose.QUOTED
    start = hit.stretch.sentence_at(hit.predicate.start)[0]
    before = hit.stretch.text[
        max(start, hit.predicate.start - _LOOK_BACK) : hit.predicate.start
    ]
    told = _TOLD_BY.search(before)
    if told is not None and _OUR.search(before[: told.start()]) is None:
        return Whose.REPORTED
    return Whose.OWN
