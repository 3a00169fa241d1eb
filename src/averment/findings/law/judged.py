"""States, instruments and days that a text names together, with the answers of the law book."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from averment.findings.law.days import Days, Why
from averment.findings.law.invocation import Invocation, tells_of_now
from averment.findings.law.predicate import JOINED, Wording
from averment.law.bound import bound
from averment.law.instrument import InstrumentKind
from averment.law.lawbook import LawBook
from averment.law.standing import Answer, Standing

NOT_BOUND = {
    Answer.NOT_BOUND: "LAW102",
    Answer.SIGNED_ONLY: "LAW103",
    Answer.NOT_YET_IN_FORCE: "LAW104",
    Answer.WITHDRAWN: "LAW105",
}
"""The code for each way of not being bound."""
_OF_A_TIME = frozenset({Wording.PARTY, Wording.BOUND})
WITHOUT_PARTIES = frozenset({InstrumentKind.CUSTOM, InstrumentKind.SOFT_LAW})
"""Custom, declarations, principles: nobody joins them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One State and one instrument with the answers for the days that count."""

    invocation: Invocation
    state: str
    days: Days
    first: Standing
    """On the first of the days."""
    last: Standing
    """On the last."""

    @property
    def of_a_time(self) -> bool:
        """Say whether the words give the time themselves: "was bound in 1961"."""
        return self.invocation.wording in _OF_A_TIME and self.days.why is Why.ACT

    @property
    def governing(self) -> Standing:
        """The answer that the statement is held against.

        What is said of the time of writing is held against that day; what is said of a year or
        a month, against the end of it that fits; what is said of acts, against the first.
        """
        one = self.invocation
        if (
            tells_of_now(one.wording, present=one.present)
            or self.first.answer is Answer.UNKNOWN
        ):
            return self.last
        if self.of_a_time:
            # It holds where it was bound on any day of that year.
            bound_later = self.last.answer is Answer.BOUND
            return self.last if bound_later != one.negated else self.first
        return self.first


def judge(book: LawBook, invocations: tuple[Invocation, ...]) -> tuple[Judged, ...]:
    """Ask the law book about every State, instrument and day that the text names together."""
    cache: dict[tuple[str, str, date], Standing] = {}

    def ask(state: str, instrument: str, day: date) -> Standing:
        key = (state, instrument, day)
        if key not in cache:
            cache[key] = bound(book, state, instrument, day)
        return cache[key]

    found = []
    for one in invocations:
        known = book.instruments.get(one.mention.instrument)
        if one.state is None or one.days is None or known is None:
            continue
        if known.kind in WITHOUT_PARTIES:
            continue
        days = _while_it_lasted(book, one, one.days)
        found.append(
            Judged(
                invocation=one,
                state=one.state,
                days=days,
                first=ask(one.state, known.id, days.earliest),
                last=ask(one.state, known.id, days.latest),
            )
        )
    return tuple(found)


def _while_it_lasted(book: LawBook, one: Invocation, days: Days) -> Days:
    """Return the days that what a State did in the past is held against: while there was one.

    "Yugoslavia ratified it in 1950" says nothing of a day on which there was no Yugoslavia.
    """
    history = book.states.get(one.state or "")
    if history is None or history.ended is None or one.present:
        return days
    if one.wording not in JOINED - {Wording.PARTY} or days.latest <= history.ended:
        return days
    last = history.ended - timedelta(days=1)
    return replace(days, earliest=min(days.earliest, last), latest=last)
