"""States told as members or voters of the Security Council that were not, by the membership."""

import re
from collections.abc import Iterator
from datetime import date

from averment.findings.finding import Finding, Severity
from averment.findings.record.adoption import adoption_days
from averment.findings.record.letter import Letter, body_of
from averment.findings.record.wording import earned, is_checked, seat_of
from averment.prose.states import find_states, look_up
from averment.un_record.membership import ELECTED, PERMANENT, Memberships
from averment.un_record.record import Record

_COUNCIL = "UNSC"
_MEMBER = re.compile(
    r",?\s(?:then\s|which\sis\s|itself\s|as\s)?(?:an?|one\sof\sthe)\s(?:five\s)?"
    r"(?P<permanent>non-permanent|permanent|elected)\smembers?\sof\sthe\s"
    r"(?:UN\s|U\.N\.\s|United\sNations\s)?Security\sCouncil"
)
_REACH = 120


def check_voters(letter: Letter, record: Record, memberships: Memberships) -> Iterator[Finding]:
    """Check that those named in a vote of the Security Council had a seat on that day."""
    days = adoption_days(letter, record)
    for told in letter.votes:
        symbol = told.vote.symbol
        day = days.get(symbol or "")
        if symbol is None or day is None or body_of(symbol) != _COUNCIL:
            continue
        seats = {seat_of(code) for code in memberships.council(day)}
        if len(seats) < _fewest(day):
            continue  # the list of that day is not whole
        named = (*told.vote.states_yes, *told.vote.states_no, *told.vote.states_abstain)
        for printed in named:
            state = look_up(printed)
            if state is None or seat_of(state.code) in seats:
                continue
            message = (
                f"{printed} is told as voting on {symbol}; it was not a member of the Security "
                f"Council on {day.isoformat()}."
            )
            yield letter.prose.finding(
                "REC122",
                told.vote.span,
                message,
                severity=earned(
                    Severity.ERROR,
                    checked=_are_checked(memberships, day),
                    own_words=letter.beside(told) and not told.is_quoted,
                ),
            )


_ENLARGED = date(1966, 1, 1)
_BEFORE, _SINCE = 11, 15


def _fewest(day: date) -> int:
    """Return how many members the Security Council had on a day."""
    return _SINCE if day >= _ENLARGED else _BEFORE


def _are_checked(memberships: Memberships, day: date) -> bool:
    """Say whether the rows on all members of that day were read at a source."""
    return all(
        is_checked(term.provenance)
        for code in memberships.council(day)
        for group in (ELECTED, PERMANENT)
        for term in memberships.terms(group, code)
        if term.covers(day)
    )


def check_permanent(
    letter: Letter, memberships: Memberships, *, day: date
) -> Iterator[Finding]:
    """Find a State called a permanent member that is none; asked for the day of the letter."""
    permanent = {seat_of(code) for code in memberships.members(PERMANENT, day)}
    if not permanent:
        return
    for stretch in letter.prose.stretches:
        for match in _MEMBER.finditer(stretch.text):
            if match["permanent"] != "permanent":
                continue
            low = max(0, match.start() - _REACH)
            before = find_states(stretch.text[low : match.start()])
            if not before or low + before[-1].end != match.start():
                continue
            state = before[-1].state
            if seat_of(state.code) in permanent:
                continue
            message = f"{state.name} is not a permanent member of the Security Council."
            yield letter.prose.finding(
                "REC122",
                stretch.span(low + before[-1].start, match.end()),
                message,
                severity=earned(
                    Severity.ERROR,
                    checked=True,
                    own_words=not stretch.is_quoted(match.start()),
                ),
            )
