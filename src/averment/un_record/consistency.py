"""What is impossible or doubtful in a symbol, and what the paper that it names is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from averment.un_record.numbering import (
    is_general_assembly,
    is_human_rights_council,
    is_security_council,
    year_of_resolution,
)
from averment.un_record.session import GENERAL_ASSEMBLY, Sessions, session_of
from averment.un_record.symbol import Symbol, level_letters

_NUMBERS = re.compile(r"[0-9]{1,5}")
_YEAR_TOLD = re.compile(r"\(([0-9]{4})\)$|/([0-9]{4})/")
_OLD_NUMBERS = re.compile(r"S/[0-9]{2,5}(?:/|$)")
_TOO_OLD = re.compile(r"\bS/(?P<year>19[0-9]{2})/[0-9]{1,5}\b", re.ASCII)
_FIRST_YEARS = {"UNSC": 1946, GENERAL_ASSEMBLY: 1946, "ECOSOC": 1946, "CHR": 1947, "HRC": 2006}
_LAST_YEARS = {"CHR": 2006}
_YEARS_IN_SYMBOLS = 1994
"""Since then documents of the Security Council are numbered by year, and its President's
statements have a series of their own."""
_LAST_ROMAN = 30
_PRINTED_LONGEST = 1000


class FaultKind(StrEnum):
    """What is wrong, or what a reader has to know."""

    NUMBER = "number"
    """The body has not adopted this number, or not in this session."""
    YEAR = "year"
    """The number belongs to another year."""
    SESSION = "session"
    """There is no such session."""
    DAY = "day"
    """The day lies outside the session."""
    BODY = "body"
    """It is another body's symbol."""
    BEFORE = "before"
    """The body or the series did not exist yet, or no longer."""
    FORM = "form"
    """The symbol mixes two ways of numbering."""
    DOCUMENT = "document"
    """A document of the body: not the resolution."""
    DRAFT = "draft"
    """A draft: not what was adopted."""
    GOVERNMENT_LETTER = "government_letter"
    """Circulated at a Government's request: its claim, no finding of the United Nations."""
    NGO_PAPER = "ngo_paper"
    """Written by a non-governmental organisation: no finding of the United Nations."""
    JOINT_LETTER = "joint_letter"
    """One letter under two symbols, circulated at a Government's request."""
    PRESS_RELEASE = "press_release"
    """No official record."""
    STATEMENT = "statement"
    """A statement of the President of the Council: agreed, not voted on."""


class Weight(StrEnum):
    """How sure it is."""

    IMPOSSIBLE = "impossible"
    DOUBTFUL = "doubtful"
    NATURE = "nature"
    """No fault: what kind of paper it is."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to know about a symbol."""

    kind: FaultKind
    weight: Weight
    message: str


def faults(
    symbol: Symbol,
    *,
    year: int | None = None,
    day: date | None = None,
    body: str | None = None,
    sessions: Sessions | None = None,
) -> tuple[Fault, ...]:
    """Return what is impossible or doubtful in `symbol`, gravest first.

    Args:
        symbol: The symbol.
        year: In which a text says that it was adopted.
        day: On which a text says that it was adopted.
        body: Whose resolution a text says that it is: ``UNSC``.
        sessions: The sessions on record; without them days are judged by the year alone.
    """
    told = day.year if day is not None else year
    found = [
        *_of_body(symbol, told=told, body=body),
        *_of_number(symbol, told),
        *_of_session(symbol, day, sessions),
        *_of_nature(symbol),
    ]
    order = list(Weight)
    return tuple(sorted(found, key=lambda fault: order.index(fault.weight)))


def printed_faults(printed: str) -> tuple[Fault, ...]:
    """Return what is wrong with a symbol as it is printed, where it cannot be read at all."""
    match = _TOO_OLD.search(level_letters(printed[:_PRINTED_LONGEST]))
    if match is None or int(match["year"]) >= _YEARS_IN_SYMBOLS:
        return ()
    said = (
        f"documents of the Security Council carry a year only since {_YEARS_IN_SYMBOLS}: "
        f"in {match['year']} they had a running number alone"
    )
    return (Fault(FaultKind.BEFORE, Weight.IMPOSSIBLE, said),)


def look_alikes(printed: str) -> tuple[tuple[int, str], ...]:
    """Return the letters that only look Latin, each with its offset.

    >>> look_alikes("\N{CYRILLIC CAPITAL LETTER A}/RES/62/243")
    ((0, '\N{CYRILLIC CAPITAL LETTER A}'),)
    """
    pairs = zip(printed, level_letters(printed), strict=True)
    return tuple((at, letter) for at, (letter, latin) in enumerate(pairs) if letter != latin)


def is_impossible(found: tuple[Fault, ...]) -> bool:
    """Say whether nothing with this symbol can exist."""
    return any(fault.weight is Weight.IMPOSSIBLE for fault in found)


def _of_body(symbol: Symbol, *, told: int | None, body: str | None) -> Iterator[Fault]:
    if body is not None and symbol.body is not None and body != symbol.body:
        yield Fault(
            FaultKind.BODY, Weight.IMPOSSIBLE, f"{symbol} is the form of another body's symbols"
        )
    known = session_of(symbol.text)
    of = symbol.body or (known[0] if known is not None else None)
    first = _FIRST_YEARS.get(of or "")
    years = {year for year in (told, _year_in(symbol)) if year is not None}
    if first is not None and any(year < first for year in years):
        yield Fault(
            FaultKind.BEFORE, Weight.IMPOSSIBLE, f"the body has existed only since {first}"
        )
    last = _LAST_YEARS.get(symbol.body or "")
    if last is not None and any(year > last for year in years):
        yield Fault(FaultKind.BEFORE, Weight.IMPOSSIBLE, f"the body ended in {last}")


def _of_number(symbol: Symbol, told: int | None) -> Iterator[Fault]:
    numbers = [int(number) for number in _NUMBERS.findall(symbol.text)]
    if symbol.kind == "sc_res":
        yield from _council_number(numbers[0], {_year_in(symbol), told} - {None})
    elif symbol.kind == "sc_prst" and numbers[0] < _YEARS_IN_SYMBOLS:
        said = f"the series S/PRST begins in {_YEARS_IN_SYMBOLS}"
        yield Fault(FaultKind.BEFORE, Weight.IMPOSSIBLE, said)
    elif symbol.kind == "sc_doc" and _OLD_NUMBERS.match(symbol.text):
        if told is not None and told > _YEARS_IN_SYMBOLS:
            said = f"since {_YEARS_IN_SYMBOLS} documents of the Security Council carry the year"
            yield Fault(FaultKind.FORM, Weight.DOUBTFUL, said)
    elif symbol.kind in {"ga_res", "hrc_res"}:
        yield from _session_number(symbol, told)


def _council_number(number: int, years: set[int | None]) -> Iterator[Fault]:
    if not is_security_council(number, None):
        said = f"the Security Council has adopted no resolution {number}"
        yield Fault(FaultKind.NUMBER, Weight.IMPOSSIBLE, said)
        return
    for year in sorted(year for year in years if year is not None):
        if not is_security_council(number, year):
            known = year_of_resolution(number)
            said = f"resolution {number} is of {known}" if known else "the year is too early"
            yield Fault(FaultKind.YEAR, Weight.IMPOSSIBLE, f"{said}, not of {year}")


def _session_number(symbol: Symbol, told: int | None) -> Iterator[Fault]:
    known = session_of(symbol.text)
    if known is None or not known[1].isdecimal():
        return
    session, number = int(known[1]), int(_NUMBERS.findall(symbol.text)[1])
    assembly = known[0] == GENERAL_ASSEMBLY
    may = is_general_assembly if assembly else is_human_rights_council
    if assembly and 1 <= session <= _LAST_ROMAN:
        said = (
            f"resolutions of the {session}th session are cited by their own number, with the "
            "session in Roman figures behind it"
        )
        yield Fault(FaultKind.FORM, Weight.DOUBTFUL, said)
    elif not may(session, 1, None):
        said = f"there is no session {session} that numbers its resolutions so"
        yield Fault(FaultKind.SESSION, Weight.IMPOSSIBLE, said)
    elif not may(session, number, None):
        said = f"no session has reached number {number}"
        yield Fault(FaultKind.NUMBER, Weight.IMPOSSIBLE, said)
    elif told is not None and not may(session, number, told):
        yield Fault(
            FaultKind.YEAR, Weight.IMPOSSIBLE, f"session {session} was not held in {told}"
        )


def _of_session(symbol: Symbol, day: date | None, sessions: Sessions | None) -> Iterator[Fault]:
    known = session_of(symbol.text)
    if known is None:
        return
    body, number = known
    if symbol.kind == "ga_res_old" and number.isdecimal() and int(number) > _LAST_ROMAN:
        said = f"Roman figures were used to the {_LAST_ROMAN}th session, which ended in 1976"
        yield Fault(FaultKind.FORM, Weight.DOUBTFUL, said)
    if sessions is None or not sessions.covers(body) or symbol.body is None:
        return
    if sessions.find(body, number) is None:
        # The one after the last on record may have opened since the catalogue was made.
        if number.isdecimal() and int(number) > sessions.last_regular(body) + 1:
            said = f"session {number} is later than any on record"
            yield Fault(FaultKind.SESSION, Weight.DOUBTFUL, said)
    elif day is not None and sessions.fits(body, number, day) is False:
        said = f"{day.isoformat()} lies outside session {number}"
        yield Fault(FaultKind.DAY, Weight.IMPOSSIBLE, said)


_NATURES = {
    "press": (FaultKind.PRESS_RELEASE, "a press release is no official record"),
    "sc_prst": (
        FaultKind.STATEMENT,
        "statements of the President of the Council are agreed without a vote",
    ),
    "joint_letter": (
        FaultKind.JOINT_LETTER,
        "one letter under two symbols, circulated at a Government's request",
    ),
}
_SERIES = (
    (
        "/G/",
        FaultKind.GOVERNMENT_LETTER,
        "circulated at a Government's request: its own claims",
    ),
    ("/NGO/", FaultKind.NGO_PAPER, "written by a non-governmental organisation"),
    ("/L.", FaultKind.DRAFT, "a draft: what was adopted may differ and has another symbol"),
)
_DOCUMENTS = frozenset({"ga_draft_or_doc", "hrc_doc", "ecosoc_doc", "sc_doc"})


def _of_nature(symbol: Symbol) -> Iterator[Fault]:
    if symbol.kind in _NATURES:
        kind, said = _NATURES[symbol.kind]
        yield Fault(kind, Weight.NATURE, said)
    if symbol.kind not in _DOCUMENTS:
        return
    for mark, kind, said in _SERIES:
        if mark in symbol.text:
            yield Fault(kind, Weight.NATURE, said)
            return
    yield Fault(FaultKind.DOCUMENT, Weight.NATURE, "a document of the body, not a resolution")


def _year_in(symbol: Symbol) -> int | None:
    if symbol.kind not in {"sc_res", "sc_prst", "ecosoc_res", "chr_res", "sc_doc"}:
        return None
    match = _YEAR_TOLD.search(symbol.text)
    return int(match[1] or match[2]) if match is not None else None
