"""How groups of States voted, by the membership of the day: "3 of the 5 permanent members"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Stretch
from averment.findings.record.adoption import adoption_days
from averment.findings.record.letter import Letter, is_adopted
from averment.findings.record.state_votes import choice_of
from averment.findings.record.vocabulary import GroupWords, group_words
from averment.findings.record.wording import (
    SAID,
    borne_out,
    earned,
    grounds_of,
    is_checked,
    joined,
    names_of,
    seat_of,
    source_of,
)
from averment.un_record.ballot import Choice, VoteRecord
from averment.un_record.membership import Memberships
from averment.un_record.record import Record

_NUMBER_WORDS = "no one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split())} | {"none": 0}
_NUMBER = r"(?:[0-9]{1,2}|" + "|".join(sorted(_NUMBERS, key=lambda w: (-len(w), w))) + ")"
_COUNT = re.compile(
    rf"(?:\b(?P<all>all|every|each|both)(?:\sof)?(?:\sthe)?(?:\s(?:{_NUMBER}))?|"
    rf"\b(?P<some>{_NUMBER})\s(?:out\s)?of\s(?:the\s)?(?:Council's\s|its\s)?"
    rf"(?:(?:{_NUMBER})\s)?|\b(?P<plain>{_NUMBER})(?:\sof)?)"
    r"\s?(?:(?:UN|U\.N\.|United\sNations|Security\sCouncil|UNSC|OSCE|the)(?:'s)?\s){0,3}$",
    re.IGNORECASE,
)
_ACTED = (
    (
        Choice.NO,
        re.compile(
            r"\b(?:vot(?:ed|ing)\s(?:\w+\s)?against|opposed|opposing|voted\sno|rejected)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Choice.YES,
        re.compile(
            r"\b(?:vot(?:ed|ing)\s(?:in\sfavou?r|for)|supported|supporting|voted\syes|backed)\b",
            re.IGNORECASE,
        ),
    ),
    (Choice.ABSTAIN, re.compile(r"\b(?:abstained|abstaining)\b", re.IGNORECASE)),
)
_ACTED_BY = re.compile(
    r"\b(?:(?P<yes>supported|backed|voted\sfor)|(?:opposed|rejected))\sby\s$", re.IGNORECASE
)
_COUNT_REACH = 70
_VERB_REACH = 200
_NOT_BEFORE = re.compile(r"\b(?:not|never|did|would|had|if)\s(?:\w+\s)?$", re.IGNORECASE)
_TOGETHER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTold:
    """What is said of how a group voted: ``stretch.text[start:end]``."""

    words: GroupWords
    stretch: Stretch
    start: int
    end: int
    sentence: tuple[int, int]
    everyone: bool
    count: int | None
    """How many are told; None for all of them and where no number is given."""
    choice: Choice
    in_part: bool
    """A bare number stands before the group, no "of the"."""


def find_groups_told(letter: Letter) -> Iterator[GroupTold]:
    """Yield what the letter says of how groups of States voted, in order."""
    for stretch in letter.prose.stretches:
        for words in group_words():
            for match in words.pattern.finditer(stretch.text):
                first, last = stretch.around(match.start())
                low = max(first, match.start() - _COUNT_REACH)
                counted = _COUNT.search(stretch.text[low : match.start()])
                if counted is None:
                    continue
                choice = _choice_before(stretch.text[low : low + counted.start()])
                choice = choice or _choice_behind(stretch.text, match.end(), last)
                if choice is None:
                    continue
                number = counted["some"] or counted["plain"]
                yield GroupTold(
                    words=words,
                    stretch=stretch,
                    start=low + counted.start(),
                    end=match.end(),
                    sentence=(first, last),
                    everyone=counted["all"] is not None,
                    count=_value(number) if number else None,
                    choice=choice,
                    in_part=counted["plain"] is not None,
                )


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else _NUMBERS[number.lower()]


def _choice_behind(text: str, start: int, end: int) -> Choice | None:
    window = text[start : min(end, start + _VERB_REACH)]
    found = [
        (match.start(), choice)
        for choice, pattern in _ACTED
        for match in [pattern.search(window)]
        if match is not None
    ]
    if not found:
        return None
    at, choice = min(found)
    return None if _NOT_BEFORE.search(window[:at]) else choice


def _choice_before(text: str) -> Choice | None:
    """Return what "supported by", "opposed by" right before a group say of it."""
    match = _ACTED_BY.search(text)
    if match is None or _NOT_BEFORE.search(text[: match.start()]):
        return None
    return Choice.YES if match["yes"] else Choice.NO


def check_groups(letter: Letter, record: Record, memberships: Memberships) -> Iterator[Finding]:
    """Hold what is said of groups against the roll-call and the membership of that day."""
    days = adoption_days(letter, record)
    told_of: dict[tuple[int, int, str, Choice], list[tuple[GroupTold, frozenset[str]]]] = {}
    for told in find_groups_told(letter):
        symbol = _symbol_of(letter, told)
        day = days.get(symbol or "")
        if symbol is None or day is None:
            continue
        codes = tuple(sorted(memberships.members(told.words.id, day)))
        roll = _roll_call(record, symbol, codes)
        if not codes or roll is None:
            continue
        so_voted = frozenset(code for code in codes if choice_of(roll, code) is told.choice)
        if told.in_part and told.count and told.count < len(so_voted):
            continue  # "one permanent member, X, voted against" does not say that no other did
        yield _group_finding(letter, told, codes, so_voted, roll, day)
        key = (told.stretch.index, told.sentence[0], symbol, told.choice)
        told_of.setdefault(key, []).append((told, so_voted))
    for (_, _, symbol, choice), group in told_of.items():
        yield from _counted_twice(letter, symbol, choice, group)


def _symbol_of(letter: Letter, told: GroupTold) -> str | None:
    here = [
        symbol
        for one in letter.within(told.stretch, *told.sentence)
        for symbol in one.symbols
        if is_adopted(symbol)
    ]
    if len(set(here)) == 1:
        return here[0]
    votes = [
        one.vote.symbol
        for one in letter.votes_within(told.stretch, *told.sentence)
        if one.vote.symbol is not None
    ]
    return votes[0] if len(set(votes)) == 1 else None


def _roll_call(record: Record, symbol: str, codes: Sequence[str]) -> VoteRecord | None:
    """Return the best record that says of each of these States how it voted."""
    for one in record.votes(symbol):
        if not one.part and all(
            one.complete or choice_of(one, code) is not None for code in codes
        ):
            return one
    return None


def _group_finding(
    letter: Letter,
    told: GroupTold,
    codes: Sequence[str],
    so_voted: frozenset[str],
    roll: VoteRecord,
    day: date,
) -> Finding:
    span = told.stretch.span(told.start, told.end)
    others = [
        f"{names_of(rest)} {SAID[choice]}"
        for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.NOT_VOTING)
        if choice is not told.choice
        and (rest := [code for code in codes if choice_of(roll, code) is choice])
    ]
    had = names_of(so_voted) or "none"
    split = f"{had} {SAID[told.choice]}" + (f"; {joined(others)}" if others else "")
    grounds = [
        *grounds_of([roll]),
        Ground(text=f"{told.words.called} on {day.isoformat()}: {names_of(codes)}."),
    ]
    wanted = len(codes) if told.everyone else told.count
    if wanted == len(so_voted):
        message = f"{roll.symbol}, {told.words.called}: {split}; {borne_out(roll.provenance)}."
        return letter.prose.finding("REC131", span, message, grounds=grounds)
    message = (
        f"{roll.symbol}, {told.words.called}: {split} {source_of(roll.provenance)}. "
        f"That is {len(so_voted)} {SAID[told.choice]}, not {wanted}."
    )
    severity = earned(
        Severity.ERROR,
        checked=is_checked(roll.provenance),
        own_words=not told.stretch.is_quoted(told.start),
    )
    return letter.prose.finding("REC116", span, message, severity=severity, grounds=grounds)


def _counted_twice(
    letter: Letter,
    symbol: str,
    choice: Choice,
    group: Sequence[tuple[GroupTold, frozenset[str]]],
) -> Iterator[Finding]:
    if len(group) < _TOGETHER:
        return
    (one, first), (other, second) = group[0], group[1]
    shared = {seat_of(code) for code in first} & {seat_of(code) for code in second}
    if not shared or one.words.id == other.words.id:
        return
    message = (
        f"{one.words.called} and {other.words.called} overlap: {names_of(shared)} are both. "
        f"Together they are {_states(len(first | second))} {SAID[choice]}."
    )
    low, high = min(one.start, other.start), max(one.end, other.end)
    yield letter.prose.finding(
        "REC115",
        one.stretch.span(low, high),
        message[0].upper() + message[1:],
        grounds=[Ground(text=f"Membership on the day of {symbol}.")],
    )


def _states(number: int) -> str:
    return f"{number} State" if number == 1 else f"{number} States"
