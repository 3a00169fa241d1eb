"""How the letter says that single States voted, against the roll-calls."""

import re
from collections.abc import Iterator

from averment.findings.finding import Finding, Severity
from averment.findings.record.asserted import is_asserted
from averment.findings.record.letter import Letter
from averment.findings.record.votes import OF_A_PART, Compared, compare_votes, weigh
from averment.findings.record.wording import (
    SAID,
    grounds_of,
    on_record,
    seat_of,
    source_of,
    total_of,
)
from averment.prose.states import look_up
from averment.un_record.ballot import Choice, VoteRecord
from averment.un_record.record import Record

_NOT_DONE = re.compile(
    r"\b(?:nearly|almost|threaten(?:ed|ing|s)?|wanted|planned|promised|prepared|refused|declined)\s"
    r"(?:to\s)?(?:have\s)?(?:been\s)?(?:veto\w{0,3}|vot(?:e|ed|ing)|abstain\w{0,3})",
    re.IGNORECASE,
)
"""Told as what did not come about."""


def check_states(letter: Letter, record: Record) -> Iterator[Finding]:
    """Hold the votes of States that are named against the roll-calls."""
    for one in compare_votes(letter, record):
        told = one.told
        if OF_A_PART.search(told.in_sentence) or _NOT_DONE.search(told.in_sentence):
            continue
        if is_asserted(told.stretch.text, told.sentence, told.start):
            yield from _check_named(letter, one)


def _check_named(letter: Letter, one: Compared) -> Iterator[Finding]:
    vote = one.told.vote
    for told, printed in (
        *((Choice.YES, name) for name in vote.states_yes),
        *((Choice.NO, name) for name in vote.states_no),
        *((Choice.ABSTAIN, name) for name in vote.states_abstain),
    ):
        state = look_up(printed)
        if state is None:
            continue
        made = [
            (source, choice)
            for source in one.records
            if (choice := choice_of(source, state.code)) is not None
        ]
        if not made and total_of(one.best, told) == 0:
            message = (
                f"{one.symbol}: the letter has {printed} {SAID[told]}; the record has "
                f"{on_record(one.best)}."
            )
            yield letter.prose.finding(
                "REC124",
                vote.span,
                message,
                severity=weigh(Severity.ERROR, one),
                grounds=grounds_of([one.best]),
            )
        if not made or made[0][1] is told:
            continue
        best, choice = made[0]
        agreeing = [source for source, other in made if other is told]
        message = (
            f"{one.symbol}: the letter has {printed} {SAID[told]}; the record has it "
            f"{SAID[choice]} {source_of(best.provenance)}."
        )
        intended = {seat_of(code): meant for code, meant in best.intended.items()}.get(
            seat_of(state.code)
        )
        if agreeing:
            message += f" Another source agrees {source_of(agreeing[0].provenance)}."
        elif intended is told:
            message += f" It said later that it had meant to be {SAID[told]}."
        severity = Severity.WARNING if agreeing or intended is told else Severity.ERROR
        yield letter.prose.finding(
            "REC124",
            vote.span,
            message,
            severity=min(weigh(severity, one), severity),
            grounds=grounds_of(source for source, _ in made),
        )


def choice_of(record: VoteRecord, code: str) -> Choice | None:
    """Return what a State did by one source, whatever name its seat has there; None: unsaid."""
    if code in record.choices:
        return record.choices[code]
    wanted = seat_of(code)
    for other, choice in record.choices.items():
        if seat_of(other) == wanted:
            return choice
    return None
