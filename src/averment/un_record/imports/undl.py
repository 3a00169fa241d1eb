"""Voting data of the UN Digital Library: one row a State and resolution.

The files of the General Assembly and the Security Council have one shape. Columns came and went
from one year's export to the next, so names are matched by lists of spellings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from averment.catalogue.user_table import UserTable, shown
from averment.un_record.ballot import Manner
from averment.un_record.imports.cells import (
    body_of,
    read_day,
    read_symbol,
    read_text,
    read_total,
    sums_to,
)
from averment.un_record.imports.roll_calls import (
    MOST_VOTERS,
    ImportedVotes,
    RollCall,
    Tally,
    Voters,
)

_COLUMNS = {
    "id": ("undl_id",),
    "code": ("ms_code", "ms_codes"),
    "name": ("ms_name", "ms_names"),
    "vote": ("ms_vote", "ms_votes"),
    "date": ("date",),
    "session": ("session",),
    "symbol": ("resolution", "resolutions"),
    "meeting": ("meeting",),
    "label": ("title", "description", "agenda_title", "agenda"),
    "modality": ("modality",),
    "yes": ("total_yes", "yes"),
    "no": ("total_no", "no"),
    "abstain": ("total_abstentions", "abstentions"),
    "not_voting": ("total_non_voting", "non_voting"),
}
_NEEDED = ("code", "vote", "date", "symbol")
_LETTERS = {"Y": "Y", "N": "N", "A": "A", "X": "X", "NV": "X"}
_WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class _Head:
    """What the rows of one vote share."""

    symbol: str
    session: str
    voted_on: date | None
    meeting: str
    label: str
    without_vote: bool
    totals: dict[str, int | None]
    shared: tuple[str, ...]
    """The cells that every row of one vote has alike, as printed."""


def read_undl(lines: Iterable[str], *, file: str, skip_unknown: bool = False) -> ImportedVotes:
    """Read a CSV export of voting data.

    Args:
        lines: Of the file, each with its line end.
        file: Its name, for messages.
        skip_unknown: Leave out the rows of States that are not known, and count them.

    Raises:
        InvalidImportError: A row cannot be read.
    """
    table = UserTable(lines, file=file, columns=_COLUMNS, needed=_NEEDED)
    voters = Voters(skip_unknown)
    heads: dict[str, _Head] = {}
    tallies: dict[str, Tally] = {}
    known: dict[tuple[str, str], int | None] = {}
    key_at = _first(table.place("id"), table.place("symbol"))
    code_at, vote_at = _first(table.place("code")), _first(table.place("vote"))
    name_at = _first(table.place("name"), code_at)
    for cells in table.rows():
        key = cells[key_at]
        tally = tallies.get(key)
        if tally is not None and heads[key].shared != _shared(table, cells):
            said = "another resolution, day or session than in earlier rows of the same vote"
            raise table.fault("symbol", said)
        if tally is None:
            heads[key] = _head(table, cells)
            tally = tallies[key] = Tally()
        who = cells[code_at], cells[name_at]
        letter = _LETTERS.get(cells[vote_at])
        if letter is None:
            letter = _unusual(table, cells, who)
            if not letter:
                continue
        if who in known:
            place = known[who]
            if place is None:
                voters.skip(who[1])
        else:
            place = known[who] = _place(table, voters, who)
        if place is not None and not tally.cast(place, letter):
            raise table.fault("vote", f"{shown(who[1])} has another vote in an earlier row")
    return ImportedVotes(
        voters=tuple(voters.codes),
        roll_calls=tuple(_roll_call(heads[key], tally) for key, tally in tallies.items()),
        ballots=sum(tally.cast_votes for tally in tallies.values()),
        skipped=voters.skipped,
    )


def _first(*places: int | None) -> int:
    return next(place for place in places if place is not None)


def _unusual(table: UserTable, cells: list[str], who: tuple[str, str]) -> str:
    """Return the letter of a vote that is not written as usual; empty for a row without one."""
    printed = cells[_first(table.place("vote"))].strip()
    if not printed and not any(who):
        return ""  # adopted without a vote: the row is about the resolution alone
    letter = _LETTERS.get(printed.upper()) if printed else "X"
    if letter is None:
        raise table.fault("vote", f"{shown(printed)} is no vote: Y, N, A or X")
    return letter


def _place(table: UserTable, voters: Voters, who: tuple[str, str]) -> int | None:
    try:
        place = voters.place_of(*who)
    except LookupError as exc:
        raise table.fault("code", str(exc)) from exc
    if len(voters.codes) > MOST_VOTERS:
        raise table.fault("code", "more States than have ever been members")
    return place


def _head(table: UserTable, cells: list[str]) -> _Head:
    symbol = read_symbol(table, cells, "symbol")
    voted_on = read_day(table, cells, "date")
    session = table.cell(cells, "session")
    if body_of(symbol) == "UNSC":
        session = str(voted_on.year) if voted_on is not None else ""
    return _Head(
        symbol=symbol,
        session=session[:20],
        voted_on=voted_on,
        meeting=read_text(table, cells, "meeting", limit=60),
        label=read_text(table, cells, "label"),
        without_vote=_WITHOUT in table.cell(cells, "modality").lower(),
        shared=_shared(table, cells),
        totals={
            name: read_total(table, cells, name)
            for name in ("yes", "no", "abstain", "not_voting")
        },
    )


def _shared(table: UserTable, cells: list[str]) -> tuple[str, ...]:
    return tuple(table.cell(cells, name) for name in ("symbol", "date", "session"))


def _roll_call(head: _Head, tally: Tally) -> RollCall:
    found = {
        "yes": tally.count("Y"),
        "no": tally.count("N"),
        "abstain": tally.count("A"),
        "not_voting": tally.count("X"),
    }
    stated = head.totals if any(n is not None for n in head.totals.values()) else None
    voted = tally.cast_votes > 0 and not head.without_vote
    totals = (stated or found) if voted else dict.fromkeys(found)
    return RollCall(
        symbol=head.symbol,
        body=body_of(head.symbol),
        session=head.session,
        part="",
        voted_on=head.voted_on,
        manner=Manner.RECORDED if voted else Manner.WITHOUT_VOTE,
        yes=totals["yes"],
        no=totals["no"],
        abstain=totals["abstain"],
        not_voting=totals["not_voting"],
        meeting=head.meeting,
        label=head.label,
        choices=tally.choices() if voted else "",
        complete=voted and sums_to(found, totals),
    )
