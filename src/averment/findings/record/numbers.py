"""Symbols that cannot be, letters that only look right, days that no such number can have."""

import re
from collections.abc import Iterator
from datetime import date

from averment.findings.figures.day import day_written
from averment.findings.finding import Finding, Severity
from averment.findings.record.adoption import told_adoptions
from averment.findings.record.letter import Cited, Letter, is_adopted
from averment.findings.record.symbols import meant_of_assembly
from averment.findings.record.wording import earned
from averment.un_record.consistency import (
    Fault,
    FaultKind,
    Weight,
    faults,
    is_impossible,
    look_alikes,
    printed_faults,
)
from averment.un_record.numbering import is_security_council, year_of_resolution
from averment.un_record.record import Record
from averment.un_record.session import Sessions, session_of
from averment.un_record.symbol import Symbol

_RUNNING = re.compile(r"S/RES/(?P<number>[0-9]{1,4})")
_BEYOND = re.compile(
    r"(?:Security\sCouncil|UNSC|SC)(?:'s)?\s?(?:resolutions?|R|res\.?)\s(?:No\.?\s)?"
    r"(?P<number>[0-9]{4})$",
    re.IGNORECASE,
)
_YEAR_TOO_SOON = re.compile(r"(?<![\w/])S/19[0-9]{2}/[0-9]{1,5}(?![\w/])")


def check_numbers(letter: Letter, record: Record, sessions: Sessions) -> Iterator[Finding]:
    """Check how symbols are written, and whether there can be such a number."""
    yield from _check_letters(letter)
    yield from _check_symbols(letter, sessions)
    yield from _check_days(letter, record, sessions)


def _check_letters(letter: Letter) -> Iterator[Finding]:
    """Find letters of another alphabet and scanners' slips in symbols; each form once."""
    seen: set[str] = set()
    for one in letter.cited:
        printed = one.printed
        if one.symbol is None or printed in seen:
            continue
        foreign = look_alikes(printed)
        if one.mention.rule.startswith("printed:") and foreign:
            seen.add(printed)
            message = (
                f"Letters that only look Latin: {len(foreign)}. A search for {one.symbol} will "
                "not find these words."
            )
            yield letter.prose.finding("REC106", one.mention.span, message)
        elif one.mention.rule.startswith("misread:"):
            seen.add(printed)
            message = f"The symbol is damaged; read here as {one.symbol}."
            yield letter.prose.finding(
                "REC106", one.mention.span, message, severity=Severity.NOTE
            )


def _check_symbols(letter: Letter, sessions: Sessions) -> Iterator[Finding]:
    written = _day_in_head(letter)
    seen: set[str] = set()
    for one in letter.cited:
        fault = _fault(one, written, sessions)
        if fault is None or fault[0] in seen:
            continue
        message, severity = fault
        seen.add(message)
        severity = earned(severity, checked=True, own_words=not one.is_quoted)
        yield letter.prose.finding("REC107", one.mention.span, message, severity=severity)
    for stretch in letter.prose.stretches:
        for match in _YEAR_TOO_SOON.finditer(stretch.text):
            for found in printed_faults(match[0]):
                if match[0] not in seen:
                    seen.add(match[0])
                    span = stretch.span(match.start(), match.end())
                    yield letter.prose.finding("REC107", span, _sentence(match[0], found))


def _day_in_head(letter: Letter) -> date | None:
    """Return the day of the letter where it stands above a greeting; None elsewhere."""
    head = letter.prose.reading.letterhead
    if head.date is None or head.salutation is None:
        return None
    before = head.date.span.end <= head.salutation.span.start
    return day_written(letter.prose.reading) if before else None


def _fault(one: Cited, written: date | None, sessions: Sessions) -> tuple[str, Severity] | None:
    if one.symbol is None:
        beyond = _BEYOND.search(one.printed)
        if beyond is None or is_security_council(int(beyond["number"]), None):
            return None
        number = beyond["number"]
        return f"The Security Council has adopted no resolution {number}.", Severity.ERROR
    if meant_of_assembly(one) is not None:
        return None
    for found in faults(one.symbol, sessions=sessions):
        if found.weight is Weight.IMPOSSIBLE:
            return _sentence(one.symbol.text, found), Severity.ERROR
        if found.weight is Weight.DOUBTFUL:
            return _sentence(one.symbol.text, found), Severity.NOTE
    later = _later_than(one.symbol, written, sessions) if written is not None else None
    return (later, Severity.ERROR) if later else None


def _sentence(symbol: str, fault: Fault) -> str:
    return f"{symbol}: {fault.message}."


def _later_than(symbol: Symbol, written: date, sessions: Sessions) -> str | None:
    """Say why a resolution cannot have existed yet when the letter was written."""
    running = _RUNNING.match(symbol.text)
    if running is not None:
        year = year_of_resolution(int(running["number"]))
        if year is not None and int(year) > written.year:
            return f"{symbol} was adopted in {year}, after the day of the letter."
        return None
    own = session_of(symbol.text)
    session = sessions.find(*own) if own is not None else None
    if session is not None and is_adopted(symbol.text) and session.opened > written:
        return (
            f"{symbol}: session {session.number} opened on {session.opened.isoformat()}, after "
            "the day of the letter."
        )
    return None


def _check_days(letter: Letter, record: Record, sessions: Sessions) -> Iterator[Finding]:
    """Find a day told as that of the adoption which no resolution so numbered can have."""
    for adoption in told_adoptions(letter, record):
        named = adoption.named
        if any(one.adopted_on is not None for one in record.resolutions(named.symbol)):
            continue  # the record itself says which day
        symbol = Symbol.parse(named.symbol)
        plain = faults(symbol, sessions=sessions)
        if is_impossible(plain):
            continue
        for found in faults(symbol, day=adoption.day, sessions=sessions):
            if found.weight is not Weight.IMPOSSIBLE or found in plain:
                continue
            if found.kind is FaultKind.BODY:
                continue
            severity = earned(
                Severity.ERROR,
                checked=True,
                own_words=named.certain and not named.stretch.is_quoted(named.start),
            )
            yield letter.prose.finding(
                "REC110",
                adoption.span,
                _sentence(named.symbol, found),
                severity=severity,
            )
            break
