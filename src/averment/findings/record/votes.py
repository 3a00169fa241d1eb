"""Votes told in the letter against the votes on record: figures, unanimity, who voted how."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from averment.findings.finding import Finding, Severity
from averment.findings.record.asserted import is_asserted
from averment.findings.record.letter import Letter, Told, is_adopted
from averment.findings.record.vocabulary import group_words
from averment.findings.record.wording import (
    SAID,
    borne_out,
    earned,
    figures_of,
    grounds_of,
    is_checked,
    joined,
    on_record,
    source_of,
    state_name,
    total_of,
)
from averment.prose.number_words import find_numbers
from averment.un_record.ballot import Choice, Manner, VoteRecord
from averment.un_record.record import Record

OF_A_PART = re.compile(
    r"\b(?:paragraphs?|sub-?paragraphs?|amendments?|separate\svotes?|motions?|oral\srevision|"
    r"retain\w{0,3}|to\sdelete)\b",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"\b(?:no|none|nobody|not\sone)\s(?:of\s(?:the\s|its\s)?)?(?:[\w-]+\s){0,2}?"
    r"(?:permanent|elected|African|Arab|Asian|European|Western|EU|NATO)\b",
    re.IGNORECASE,
)
"""Then nobody of a few is told, not nobody at all."""
_MEMBERS_OF_SOME = re.compile(
    r"\b(?:permanent|non-permanent|elected|veto-wielding|African|Arab|Asian|European|Latin\sAmerican|"
    r"Western|Islamic|EU|NATO|OIC|BRICS|G7|G20)\s(?:[\w-]+\s){0,2}?"
    r"(?:members?|States|countries|nations|powers)\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen)"
)
_COUNTED = re.compile(
    rf"\b(?:{_NUMBER}\s(?:out\s)?of\s)?(?:all\s|the\s|its\s|these\s|those\s){{0,2}}"
    rf"(?:{_NUMBER}\s)?(?:(?:UN|U\.N\.|OSCE|Security\sCouncil|Council)(?:'s)?\s){{0,2}}$",
    re.IGNORECASE,
)
"""The numbers right before a group are those of the group, no totals."""
_COUNT_REACH = 70
_IN_COMMITTEE = re.compile(
    r"\b(?:(?P<within>in)\s)?(?:the\s)?(?:First|Second|Third|Fourth|Fifth|Sixth|Main|"
    r"Special\sPolitical)\sCommittee\b"
    r"(?(within)|(?:\s(?:also|then|had|has)){0,2}\s(?:approved|adopted|voted|passed))"
)
_PLENARY = re.compile(
    r"\bplenary\b|\bAssembly\s(?:\w+\s){0,2}?(?:adopted|approved|passed|voted|confirmed)\b"
)
_DRAFT = re.compile(r"\bdrafts?\b", re.IGNORECASE)
FIGURES = (Choice.YES, Choice.NO, Choice.ABSTAIN)
ENOUGH = 2
"""So many figures that agree show that the right vote is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One vote told, and the votes on the whole of that resolution that are on record."""

    told: Told
    symbol: str
    figures: Mapping[Choice, int]
    records: tuple[VoteRecord, ...]
    """Best source first; never empty."""
    beside: bool
    """The resolution is named in the same passage."""

    @property
    def best(self) -> VoteRecord:
        """The record by the best source."""
        return self.records[0]

    @property
    def is_certain(self) -> bool:
        """Say whether it is certain that this resolution is meant."""
        return self.beside or any(
            sum(total_of(one, choice) == number for choice, number in self.figures.items())
            >= ENOUGH
            for one in self.records
        )


def compare_votes(letter: Letter, record: Record) -> tuple[Compared, ...]:
    """Return the votes told of which the record knows something, in the order of the text."""
    found: list[Compared] = []
    for told in letter.votes:
        symbol = told.vote.symbol
        if symbol is None:
            continue
        whole = tuple(one for one in record.votes(symbol) if not one.part)
        if whole and not _is_of_another(letter, told):
            found.append(
                Compared(
                    told=told,
                    symbol=symbol,
                    figures=_figures(told),
                    records=whole,
                    beside=letter.beside(told),
                )
            )
    return tuple(found)


def _is_of_another(letter: Letter, told: Told) -> bool:
    """Say whether it is the vote on a draft, or in a committee, told beside the resolution."""
    text, (first, last) = told.stretch.text, told.sentence
    others = letter.votes_within(told.stretch, first, told.start)
    low = max([first, *(one.end for one in others)])
    committee = [match.end() for match in _IN_COMMITTEE.finditer(text, low, told.start)]
    plenary = _PLENARY.search(text, committee[-1], told.start) if committee else None
    if committee and plenary is None:
        return True
    here = letter.within(told.stretch, low, last)
    before = [one for one in here if one.start < told.start]
    if any(told.vote.symbol in one.symbols for one in before):
        return False
    draft = any(not any(map(is_adopted, one.symbols)) for one in before)
    named_behind = any(told.vote.symbol in one.symbols for one in here)
    return named_behind and (draft or _DRAFT.search(text, low, told.start) is not None)


def check_votes(letter: Letter, record: Record) -> Iterator[Finding]:
    """Hold every vote told against the record."""
    compared = compare_votes(letter, record)
    for one in compared:
        if OF_A_PART.search(one.told.in_sentence) is None:
            yield from _check_unanimity(letter, one)
            yield from _check_figures(letter, one, record)


def _figures(told: Told) -> Mapping[Choice, int]:
    numbers = zip(FIGURES, (told.vote.yes, told.vote.no, told.vote.abstain), strict=True)
    text, start, end = told.stretch.text, told.start, told.end
    of_some = _OF_SOME.search(text, start, end) is not None
    in_groups = _counts_of_groups(text, told.sentence[0], start, end)
    return {
        choice: number
        for choice, number in numbers
        if number is not None and not (of_some and number == 0) and number not in in_groups
    }


def _counts_of_groups(text: str, first: int, start: int, end: int) -> frozenset[int]:
    """Return the numbers told of groups in ``text[start:end]``: "two permanent members"."""
    patterns = (_MEMBERS_OF_SOME, *(group.pattern for group in group_words()))
    found: set[int] = set()
    for pattern in patterns:
        for group in pattern.finditer(text, start, end):
            counted = _COUNTED.search(
                text, max(first, group.start() - _COUNT_REACH), group.start()
            )
            if counted is not None:
                found |= {number.printed for number in find_numbers(counted[0])}
    return frozenset(found)


def weigh(severity: Severity, one: Compared) -> Severity:
    """Return what a remark may weigh by its best record and by how surely it is this vote."""
    weighed = earned(
        severity, checked=is_checked(one.best.provenance), own_words=not one.told.is_quoted
    )
    return weighed if one.is_certain else min(weighed, Severity.NOTE)


def differing(one: Compared, record: VoteRecord) -> tuple[Choice, ...]:
    """Return the choices of which `record` has another number than the letter."""
    return tuple(
        choice
        for choice, number in one.figures.items()
        if (total := total_of(record, choice)) is not None and total != number
    )


def comparable(one: Compared, record: VoteRecord) -> tuple[Choice, ...]:
    """Return the choices of which both the letter and `record` have a number."""
    return tuple(choice for choice in one.figures if total_of(record, choice) is not None)


def _check_unanimity(letter: Letter, one: Compared) -> Iterator[Finding]:
    told = one.told
    if not told.vote.unanimous or not is_asserted(told.stretch.text, told.sentence, told.start):
        return
    best, span = one.best, one.told.vote.span
    against, abstaining = total_of(best, Choice.NO), total_of(best, Choice.ABSTAIN)
    if best.manner in {Manner.UNANIMOUS, Manner.WITHOUT_VOTE} or (against, abstaining) == (
        0,
        0,
    ):
        message = f"{one.symbol}, {figures_of(best)}: {borne_out(best.provenance)}."
        yield letter.prose.finding("REC101", span, message, grounds=grounds_of(one.records))
    elif against or abstaining or best.manner is Manner.REJECTED:
        message = (
            f"{one.symbol} was not adopted unanimously or without a vote: the record has "
            f"{on_record(best)}."
        )
        yield letter.prose.finding(
            "REC121",
            span,
            message,
            severity=weigh(Severity.ERROR, one),
            grounds=grounds_of(one.records),
        )


def _check_figures(letter: Letter, one: Compared, record: Record) -> Iterator[Finding]:
    if not one.figures:
        return
    best, span = one.best, one.told.vote.span
    grounds = grounds_of(one.records)
    if best.manner is Manner.WITHOUT_VOTE:
        message = (
            f"{one.symbol} is told with figures; by the record it was adopted without a vote "
            f"{source_of(best.provenance)}."
        )
        severity = weigh(Severity.ERROR, one)
        yield letter.prose.finding("REC121", span, message, severity=severity, grounds=grounds)
        return
    wrong = differing(one, best)
    if not wrong:
        yield from _borne_out(letter, one)
        return
    other = next(
        (
            source
            for source in one.records[1:]
            if comparable(one, source) and not differing(one, source)
        ),
        None,
    )
    if other is not None:
        message = (
            f"Sources differ on the vote on {one.symbol}. The figures told are those of one: "
            f"{on_record(other)}. The better source has {on_record(best)}."
        )
        severity = weigh(Severity.WARNING, one)
        yield letter.prose.finding("REC103", span, message, severity=severity, grounds=grounds)
        return
    part = _part_with(one, record)
    if part is not None:
        message = (
            f"These are the figures of a vote on a part of {one.symbol} ({part.part}); on the "
            f"whole the record has {on_record(best)}."
        )
        severity = weigh(Severity.ERROR, one)
        yield letter.prose.finding("REC127", span, message, severity=severity, grounds=grounds)
        return
    yield letter.prose.finding(
        "REC102",
        span,
        _wrong_figures(one, wrong),
        severity=weigh(Severity.ERROR, one),
        grounds=grounds,
    )


def _wrong_figures(one: Compared, wrong: Sequence[Choice]) -> str:
    best = one.best
    said = joined(f"{one.figures[choice]} {SAID[choice]}" for choice in wrong)
    message = f"{said}: for {one.symbol} the record has {on_record(best)}."
    if not one.is_certain:
        message = f"Is this the vote on {one.symbol}? {message}"
    elif (
        Choice.NO in wrong
        and one.figures[Choice.NO]
        and one.figures[Choice.NO] == total_of(best, Choice.ABSTAIN)
    ):
        message += " An abstention is not a vote against."
    return message


def _borne_out(letter: Letter, one: Compared) -> Iterator[Finding]:
    best, span = one.best, one.told.vote.span
    agreeing = comparable(one, best)
    if not agreeing:
        return
    said = joined(f"{one.figures[choice]} {SAID[choice]}" for choice in agreeing)
    message = f"{one.symbol}, {said}: {borne_out(best.provenance)}."
    if not one.is_certain:
        return
    yield letter.prose.finding("REC101", span, message, grounds=grounds_of([best]))
    others = [source for source in one.records[1:] if _differ(best, source)]
    if others:
        has = "; ".join(
            f"{on_record(source)}{_counted_otherwise(best, source)}" for source in others
        )
        message = f"Sources on record differ on {one.symbol}: another has {has}."
        if any(differing(one, source) for source in others):
            message += " The figures told are those of the better source."
        yield letter.prose.finding(
            "REC103",
            span,
            message,
            severity=Severity.NOTE,
            grounds=grounds_of(one.records),
        )


def _differ(one: VoteRecord, other: VoteRecord) -> bool:
    return any(
        None not in (pair := (total_of(one, choice), total_of(other, choice)))
        and pair[0] != pair[1]
        for choice in FIGURES
    )


def _counted_otherwise(best: VoteRecord, other: VoteRecord) -> str:
    """Return which States two sources count differently, where both name them."""
    codes = [
        code
        for code, choice in sorted(best.choices.items())
        if code in other.choices and other.choices[code] is not choice
    ]
    return f", counting otherwise: {joined(map(state_name, codes))}" if codes else ""


def _part_with(one: Compared, record: Record) -> VoteRecord | None:
    """Return a vote on a part that has all the figures told, two at least."""
    if len(one.figures) < ENOUGH:
        return None
    for source in record.votes(one.symbol):
        if source.part and all(
            total_of(source, choice) == number for choice, number in one.figures.items()
        ):
            return source
    return None
