"""Statements that nobody votes on, and what the record here does not know."""

import re
from collections.abc import Iterator

from averment.findings.finding import Finding, Severity
from averment.findings.record.adoption import told_adoptions
from averment.findings.record.letter import Letter, is_adopted
from averment.findings.record.wording import earned, joined
from averment.un_record.consistency import faults, is_impossible
from averment.un_record.record import Record
from averment.un_record.symbol import Symbol

_STATEMENT = re.compile(r"S/PRST/|A/HRC/PRST/|SC/[0-9]{4,6}$")
_VOTED = re.compile(
    r"\bby\s(?:a\s(?:recorded\s)?vote|[\w-]{1,20}\svotes)\b|\bvotes?\sto\s|"
    r"\bvoted\s(?:for|against|in\sfavou?r|on)\b|\bvotes\s(?:in\sfavou?r|against)\b",
    re.IGNORECASE,
)


def check_statements(letter: Letter) -> Iterator[Finding]:
    """Find a presidential statement or a press statement that is told with a vote."""
    for one in letter.cited:
        if one.symbol is None or _STATEMENT.match(one.symbol.text) is None:
            continue
        named = letter.within(one.stretch, *one.sentence)
        if len({symbol for other in named for symbol in other.symbols}) != 1:
            continue
        voted = _VOTED.search(one.stretch.text, *one.sentence)
        if voted is None:
            continue
        message = f"{one.symbol} is a statement: it is agreed by the members, without a vote."
        yield letter.prose.finding(
            "REC126",
            one.stretch.span(voted.start(), voted.end()),
            message,
            severity=earned(Severity.ERROR, checked=True, own_words=not one.is_quoted),
        )


def check_unknown(letter: Letter, record: Record) -> Iterator[Finding]:
    """Say once which resolutions are told with a vote or a day that cannot be compared here."""
    unknown: dict[str, None] = {}
    first = None
    told = [
        (vote.vote.span, vote.vote.symbol)
        for vote in letter.votes
        if vote.vote.symbol is not None and not record.votes(vote.vote.symbol)
    ]
    told += [
        (adoption.span, adoption.named.symbol)
        for adoption in told_adoptions(letter, record)
        if not any(one.adopted_on for one in record.resolutions(adoption.named.symbol))
    ]
    for span, symbol in sorted(told):
        if is_adopted(symbol) and not is_impossible(faults(Symbol.parse(symbol))):
            unknown[symbol] = None
            first = first or span
    if first is not None:
        message = (
            f"What is told of {joined(unknown)} is not on record here, which says nothing for "
            "or against it. A file of votes can be imported: `aver catalogue import`."
        )
        yield letter.prose.finding("REC105", first, message, severity=Severity.NOTE)
