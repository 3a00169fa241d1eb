"""What the letter leaves out of a vote that it tells in figures."""

from collections.abc import Iterator, Sequence

from averment.findings.finding import Finding, Severity
from averment.findings.record.letter import Letter, is_adopted
from averment.findings.record.votes import (
    FIGURES,
    OF_A_PART,
    Compared,
    compare_votes,
    differing,
    weigh,
)
from averment.findings.record.wording import SAID, grounds_of, joined, named_if_few, total_of
from averment.prose.number_words import find_numbers
from averment.un_record.ballot import Choice, Manner, VoteRecord
from averment.un_record.record import Record

_ROUGH_BY = 2


def check_left_out(letter: Letter, record: Record) -> Iterator[Finding]:
    """Say what the letter leaves out of a vote that it tells in figures; once a resolution."""
    by_symbol: dict[str, list[Compared]] = {}
    for one in compare_votes(letter, record):
        if OF_A_PART.search(one.told.in_sentence) is None:
            by_symbol.setdefault(one.symbol, []).append(one)
    for symbol, group in by_symbol.items():
        first = next((one for one in group if one.figures), None)
        if first is None or not first.is_certain or differing(first, first.best):
            continue
        if (
            first.best.manner is not Manner.RECORDED
            and first.best.manner is not Manner.REJECTED
        ):
            continue
        yield from _left_out(letter, symbol, first, group)


def _left_out(
    letter: Letter, symbol: str, first: Compared, group: Sequence[Compared]
) -> Iterator[Finding]:
    best = first.best
    missing: list[Choice] = []
    # "by 11 votes, with 3 abstentions": a number that stands beside is not left out.
    numbers = {
        number.printed for one in group for number in find_numbers(one.told.in_sentence)
    } | {number for one in group for number in _roughly(one, best)}
    for choice in FIGURES:
        total = total_of(best, choice)
        told = any(choice in one.figures for one in group) or total in numbers
        if total and not told and len(_named(group, choice)) < total:
            missing.append(choice)
    if not missing or not is_adopted(symbol):
        return
    parts = [
        f"{total_of(best, choice)} {SAID[choice]}"
        + (named_if_few(best.states(choice)) if choice is not Choice.YES else "")
        for choice in missing
    ]
    message = f"The vote on {symbol} is told without the {joined(parts)}."
    # What only the abstainers are missing from is how votes are commonly told.
    # "No State voted against" tells no vote in figures: what it leaves out is worth a question.
    only_none = not any(one.figures[choice] for one in group for choice in one.figures)
    minor = missing == [Choice.ABSTAIN] or only_none
    severity = Severity.NOTE if minor else Severity.WARNING
    yield letter.prose.finding(
        "REC104",
        first.told.vote.span,
        message,
        severity=weigh(severity, first),
        grounds=grounds_of([best]),
    )


def _roughly(one: Compared, best: VoteRecord) -> Iterator[int]:
    """Yield the totals that are told as "over 140" or "some 35"."""
    rough = [number for number in find_numbers(one.told.in_sentence) if not number.exact]
    for choice in FIGURES:
        total = total_of(best, choice)
        if total is not None and any(
            abs(number.printed - total) <= max(_ROUGH_BY, total // 10) for number in rough
        ):
            yield total


def _named(group: Sequence[Compared], choice: Choice) -> set[str]:
    names: set[str] = set()
    for one in group:
        vote = one.told.vote
        named = {
            Choice.YES: vote.states_yes,
            Choice.NO: vote.states_no,
            Choice.ABSTAIN: vote.states_abstain,
        }
        names |= set(named[choice])
    return names
