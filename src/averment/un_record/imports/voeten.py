"""Voeten's roll-calls of the General Assembly, as one wide table or as the two of ``unvotes``.

Three spellings of symbols occur: ``R/62/243``, ``A/RES/74/38`` and ``R/26/2758G``. For the
first seventeen sessions the number is a page of the records and no number of a resolution, so
those roll-calls have no symbol. Several roll-calls may share a symbol; which of them was the
vote on the whole is said only where the table says it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from averment.catalogue.user_table import UserTable, shown
from averment.errors import InvalidImportError, InvalidSymbolError
from averment.un_record.ballot import Manner
from averment.un_record.imports.cells import read_day, read_text, read_total, sums_to
from averment.un_record.imports.roll_calls import (
    MOST_VOTERS,
    ImportedVotes,
    RollCall,
    Tally,
    Voters,
)
from averment.un_record.symbol import Symbol

_COLUMNS = {
    "id": ("rcid",),
    "session": ("session",),
    "date": ("date",),
    "unres": ("unres",),
    "amend": ("amend",),
    "para": ("para",),
    "yes": ("yes",),
    "no": ("no",),
    "abstain": ("abstain",),
    "label": ("short", "descr"),
    "name": ("countryname", "country_name", "country"),
    "code": ("country_code",),
    "vote": ("vote",),
}
_VOTES = {
    "yes": "Y",
    "abstain": "A",
    "no": "N",
    "absent": "X",
    "1": "Y",
    "2": "A",
    "3": "N",
    "8": "X",
}
_NO_MEMBER = "9"
_RESOLUTION = re.compile(
    r"(?:R|A/RES|A)/(?P<session>[0-9]{1,2})/(?P<number>[0-9]{1,4})\s?(?P<letters>[A-Z]{0,2})"
    r"(?:/(?P<section>[IVX]{1,6}|[A-Z]))?"
)
_SPECIAL = re.compile(r"(?P<kind>ESS|SS)/(?P<session>[0-9]{1,2})/")
_FIRST_SESSION_WITH_NUMBERS = 18
_LAST_ROMAN_SESSION = 30
_TENS = ("", "X", "XX", "XXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class _Call:
    """One roll-call as the table has it."""

    symbol: str
    session: str
    part: str
    voted_on: date | None
    label: str
    totals: dict[str, int | None]


def read_voeten(
    files: Sequence[tuple[str, Iterable[str]]], *, skip_unknown: bool = False
) -> ImportedVotes:
    """Read one wide table, or a table of roll-calls and one of votes in any order.

    Args:
        files: Name and lines of each.
        skip_unknown: Leave out the rows of States that are not known, and count them.

    Raises:
        InvalidImportError: A row cannot be read, or the tables do not belong together.
    """
    tables = [
        UserTable(lines, file=name, columns=_COLUMNS, needed=("id",)) for name, lines in files
    ]
    votes = [table for table in tables if table.place("vote") is not None]
    calls = [table for table in tables if table.place("vote") is None]
    if len(votes) != 1 or len(calls) > 1:
        raise InvalidImportError(
            "one wide table is wanted, or two: the roll-calls and the votes (column vote)"
        )
    if votes[0].place("name") is None:
        raise InvalidImportError(
            f"{votes[0].file}, line 1: a column with the names of States is wanted (country or "
            "countryname)"
        )
    known = {
        table.cell(cells, "id"): _call(table, cells)
        for table in calls
        for cells in table.rows()
    }
    return _read_votes(votes[0], known, wide=not calls, skip_unknown=skip_unknown)


def _read_votes(
    table: UserTable, calls: dict[str, _Call], *, wide: bool, skip_unknown: bool
) -> ImportedVotes:
    voters = Voters(skip_unknown)
    tallies: dict[str, Tally] = {}
    known: dict[str, int | None] = {}
    id_at, name_at, vote_at = (table.place(name) or 0 for name in ("id", "name", "vote"))
    for cells in table.rows():
        key, name, vote = cells[id_at], cells[name_at], cells[vote_at]
        tally = tallies.get(key)
        if tally is None:
            if wide:
                calls[key] = _call(table, cells)
            elif key not in calls:
                raise table.fault("id", f"no roll-call has the number {shown(key)}")
            tally = tallies[key] = Tally()
        letter = _VOTES.get(vote)
        if letter is None:
            if vote.strip() in {_NO_MEMBER, "", "NA"}:
                continue
            raise table.fault(
                "vote", f"{shown(vote)} is no vote: yes, abstain, no or 1, 2, 3, 8"
            )
        if name in known:
            place = known[name]
            if place is None:
                voters.skip(name)
        else:
            place = known[name] = _place(table, voters, name)
        if place is not None and not tally.cast(place, letter):
            raise table.fault("vote", f"{shown(name)} has another vote in an earlier row")
    built = [_roll_call(call, tallies.get(key, Tally())) for key, call in calls.items()]
    return ImportedVotes(
        voters=tuple(voters.codes),
        roll_calls=tuple(_told_apart(built, tuple(calls))),
        ballots=sum(tally.cast_votes for tally in tallies.values()),
        skipped=voters.skipped,
    )


def _place(table: UserTable, voters: Voters, name: str) -> int | None:
    if _CODE.fullmatch(name.strip()):
        raise table.fault(
            "name",
            f"{shown(name)} may be a code of the Correlates of War or of ISO 3166, and AUS is "
            "Austria in one and Australia in the other: a column with names is wanted",
        )
    try:
        place = voters.place_of(name)
    except LookupError as exc:
        raise table.fault("name", str(exc)) from exc
    if len(voters.codes) > MOST_VOTERS:
        raise table.fault("name", "more States than have ever been members")
    return place


def _call(table: UserTable, cells: list[str]) -> _Call:
    unres = table.cell(cells, "unres")
    symbol, section = _symbol(unres)
    special = _SPECIAL.match(unres)
    session = table.cell(cells, "session").removesuffix(".0")
    if special is not None:
        session = f"{'ES' if special['kind'] == 'ESS' else 'S'}-{int(special['session'])}"
    flags = [
        name
        for name, column in (("amendment", "amend"), ("paragraph", "para"))
        if table.cell(cells, column) in {"1", "1.0", "TRUE", "True"}
    ]
    number = table.cell(cells, "id")
    return _Call(
        symbol=symbol or f"roll-call {number[:20]}",
        session=session[:20],
        part=", ".join([*([f"section {section}"] if section else []), *flags]),
        voted_on=read_day(table, cells, "date"),
        label=read_text(table, cells, "label"),
        totals={name: read_total(table, cells, name) for name in ("yes", "no", "abstain")},
    )


def _symbol(unres: str) -> tuple[str, str]:
    """Return the canonical symbol and the section of it; empty where there is none."""
    match = _RESOLUTION.fullmatch(unres.strip())
    if match is None:
        return "", ""
    session, number, letters = int(match["session"]), match["number"], match["letters"]
    if session < _FIRST_SESSION_WITH_NUMBERS:
        return "", ""
    roman = (
        f"{_TENS[session // 10]}{_ONES[session % 10]}" if session <= _LAST_ROMAN_SESSION else ""
    )
    printed = (
        f"A/RES/{number}({roman}){letters}" if roman else f"A/RES/{session}/{number}{letters}"
    )
    try:
        return Symbol.parse(printed).text, match["section"] or ""
    except InvalidSymbolError:
        return "", ""


def _roll_call(call: _Call, tally: Tally) -> RollCall:
    found = {"yes": tally.count("Y"), "no": tally.count("N"), "abstain": tally.count("A")}
    stated = call.totals if any(n is not None for n in call.totals.values()) else found
    absent = tally.count("X")
    return RollCall(
        symbol=call.symbol,
        body="UNGA",
        session=call.session,
        part=call.part,
        voted_on=call.voted_on,
        manner=Manner.RECORDED,
        yes=stated["yes"],
        no=stated["no"],
        abstain=stated["abstain"],
        not_voting=absent or None,
        meeting="",
        label=call.label,
        choices=tally.choices(),
        complete=tally.cast_votes > 0 and sums_to(found, stated),
    )


def _told_apart(calls: Sequence[RollCall], numbers: Sequence[str]) -> Iterable[RollCall]:
    """Mark roll-calls that share a symbol: none of them may pass for the vote on the whole."""
    shared = Counter(call.symbol for call in calls if not call.part)
    seen: Counter[str] = Counter()
    for call, number in zip(calls, numbers, strict=True):
        if call.part or shared[call.symbol] == 1:
            yield call
            continue
        seen[call.symbol] += 1
        told = (
            f"roll-call {number}: {seen[call.symbol]} of {shared[call.symbol]} with this symbol"
        )
        yield replace(call, part=told)
