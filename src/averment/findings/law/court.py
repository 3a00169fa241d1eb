"""Whether the International Criminal Court could act on the days and for the States told."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from averment.findings.finding import Finding, Ground, Severity
from averment.findings.law.days import Calendar, Days
from averment.findings.law.judged import NOT_BOUND
from averment.findings.law.named import StatesTold
from averment.findings.law.told import grounds_of, listed, state_name
from averment.findings.prose import Prose
from averment.law.bound import bound
from averment.law.lawbook import LawBook
from averment.law.standing import Standing

_STATUTE = "ROME-1998"
_COURT = re.compile(
    r"\b(?:International\sCriminal\sCourt|ICC|Rome\sStatute|Prosecutor\sof\sthe\sCourt)\b"
)
_ACTS = re.compile(
    r"\b(?:jurisdiction|prosecut\w+|investigat\w+|indict\w*|arrest\swarrants?|"
    r"warrants?\sof\sarrest|open\s(?:an?\s)?(?:preliminary\s)?examination|"
    r"accountab\w+|hold\s(?:to\saccount|responsible)|bring\s(?:\w+\s){0,4}before|refer\w*)\b",
    re.IGNORECASE,
)
_OTHER_WAYS = re.compile(
    r"\b12\s?\(3\)|\barticle\s12,?\sparagraph\s3\b|\bSecurity\sCouncil[^.;]{0,80}\brefer"
    r"|\brefer\w*\b[^.;]{0,80}\bSecurity\sCouncil\b|\b13\s?\(b\)"
    r"|\baccept(?:ed|s|ing)?\s(?:the\s)?(?:\w+\s){0,3}jurisdiction\b"
    r"|\bno\sjurisdiction\b|\bcannot\s(?:\w+ly\s)?(?:investigate|prosecute|try|act)\b"
    r"|\bnot\s(?:\w+\s){0,4}(?:jurisdiction|party\sto\sthe\sRome\sStatute)",
    re.IGNORECASE,
)


def check_court(
    prose: Prose, book: LawBook, states: StatesTold, calendar: Calendar
) -> Iterator[Finding]:
    """Say, once, that no State of the text had accepted the Court on the days told."""
    days = calendar.incidents
    told = states.doers | states.places | states.named
    if days is None or not told or _STATUTE not in book.instruments:
        return
    if any(_OTHER_WAYS.search(stretch.text) for stretch in prose.body):
        return
    place = next(_asked(prose), None)
    if place is None:
        return
    standings = [
        bound(book, state, _STATUTE, day)
        for state in sorted(told)
        for day in (days.earliest, days.latest)
    ]
    if any(one.answer not in NOT_BOUND for one in standings):
        return
    yield _finding(prose, book, place, days, standings)


def _asked(prose: Prose) -> Iterator[tuple[int, int, int]]:
    """Yield passage, start and end of the Court's name where it is to act."""
    for index, stretch in enumerate(prose.body):
        for match in _COURT.finditer(stretch.text):
            start, end = stretch.around(match.start())
            if not stretch.is_quoted(match.start()) and _ACTS.search(stretch.text, start, end):
                yield index, match.start(), match.end()


def _finding(
    prose: Prose,
    book: LawBook,
    place: tuple[int, int, int],
    days: Days,
    standings: list[Standing],
) -> Finding:
    index, start, end = place
    names = listed(dict.fromkeys(state_name(one.state) for one in standings))
    grounds = [ground for one in standings for ground in grounds_of(book, one)]
    accepted = [
        Ground(text=f"{state_name(one.state)}: {one.label}. {one.provenance}.")
        for state in sorted({standing.state for standing in standings})
        for one in book.declarations(state, _STATUTE)
        if _OTHER_WAYS.search(one.provision)
    ]
    accepted += [
        Ground(text=label)
        for state, since, label in _referrals()
        if since <= days.latest and any(one.state == state for one in standings)
    ]
    said = f"None of the States named here ({names}) was a Party to the Rome Statute {days}."
    road = "By which road would the Court have jurisdiction?"
    if accepted:
        road = "The grounds name a declaration or a referral: does it cover these acts?"
    return prose.finding(
        "LAW116",
        prose.body[index].span(start, end),
        f"{said} {road}",
        severity=Severity.NOTE if accepted else None,
        grounds=tuple(dict.fromkeys([*accepted, *grounds])),
    )


@cache
def _referrals() -> tuple[tuple[str, date, str], ...]:
    """Return the referrals by the Security Council: State, first day, words."""
    rows = tomllib.loads(
        files("averment.findings.law").joinpath("court.toml").read_text("utf-8")
    )["referral"]
    return tuple((row["state"], row["since"], row["label"]) for row in rows)
