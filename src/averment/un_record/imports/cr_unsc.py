"""The table of the Corpus of Resolutions: UN Security Council, one row a resolution.

Its file of metadata is wanted: the full file has texts of over 131,072 characters in one cell.
"""

import re
from collections.abc import Iterable

from averment.catalogue.user_table import UserTable, shown
from averment.un_record.ballot import Manner
from averment.un_record.imports.cells import read_day, read_text, read_total, sums_to
from averment.un_record.imports.roll_calls import ImportedVotes, RollCall, Tally, Voters
from averment.un_record.symbol import Symbol

_COLUMNS = {
    "number": ("res_no",),
    "year": ("year",),
    "date": ("date", "vote_date"),
    "meeting": ("meeting_record", "meeting_no"),
    "label": ("topic", "title"),
    "yes": ("vote_yes",),
    "no": ("vote_no",),
    "abstain": ("vote_abstention",),
    "not_voting": ("vote_nonvote",),
    "detail": ("vote_detail",),
}
_NEEDED = ("number", "yes", "no", "abstain")
_TOTALS = ("yes", "no", "abstain", "not_voting")
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_BETWEEN = re.compile(r"[\n|;]")
_ONE_VOTE = re.compile(r"(?:(?P<letter>Y|N|A|X|NV)\s)?\s*(?P<name>\S.{0,80})")
_LETTERS = {"Y": "Y", "N": "N", "A": "A", "X": "X", "NV": "X", None: "X"}


def read_cr_unsc(
    lines: Iterable[str], *, file: str, skip_unknown: bool = False
) -> ImportedVotes:
    """Read the table.

    Args:
        lines: Of the file, each with its line end.
        file: Its name, for messages.
        skip_unknown: Leave out the votes of States that are not known, and count them.

    Raises:
        InvalidImportError: A row cannot be read.
    """
    table = UserTable(lines, file=file, columns=_COLUMNS, needed=_NEEDED)
    voters = Voters(skip_unknown)
    calls: dict[str, RollCall] = {}
    ballots = 0
    for cells in table.rows():
        tally = Tally()
        _cast(table, cells, voters, tally)
        call = _roll_call(table, cells, tally)
        if call.symbol in calls:
            raise table.fault("number", f"{call.symbol} stands twice")
        calls[call.symbol] = call
        ballots += tally.cast_votes
    return ImportedVotes(
        voters=tuple(voters.codes),
        roll_calls=tuple(calls.values()),
        ballots=ballots,
        skipped=voters.skipped,
    )


def _cast(table: UserTable, cells: list[str], voters: Voters, tally: Tally) -> None:
    """Read who voted how; a cell that runs all names together says nothing."""
    told = [part for part in _BETWEEN.split(table.cell(cells, "detail")) if part.strip()]
    if len(told) < 2:  # noqa: PLR2004 - one name is no list
        return
    for part in told:
        one = _ONE_VOTE.fullmatch(part.strip())
        if one is None:
            raise table.fault("detail", f"{shown(part)} is no vote of a State")
        try:
            place = voters.place_of(one["name"])
        except LookupError as exc:
            raise table.fault("detail", str(exc)) from exc
        if place is not None and not tally.cast(place, _LETTERS[one["letter"]]):
            raise table.fault("detail", f"{shown(one['name'])} stands twice")


def _roll_call(table: UserTable, cells: list[str], tally: Tally) -> RollCall:
    number = table.cell(cells, "number")
    if _NUMBER.fullmatch(number) is None:
        raise table.fault("number", f"{shown(number)} is no number of a resolution")
    voted_on = read_day(table, cells, "date")
    year = table.cell(cells, "year")
    if not (year.isascii() and year.isdecimal()):
        year = str(voted_on.year) if voted_on is not None else ""
    symbol = Symbol.parse(f"S/RES/{number} ({year[:4]})" if year else f"S/RES/{number}").text
    totals = {name: read_total(table, cells, name) for name in _TOTALS}
    found = dict(zip(_TOTALS, map(tally.count, "YNAX"), strict=True))
    recorded = totals["yes"] is not None
    return RollCall(
        symbol=symbol,
        body="UNSC",
        session=year[:4],
        part="",
        voted_on=voted_on,
        manner=Manner.RECORDED if recorded else Manner.UNKNOWN,
        **totals,
        meeting=read_text(table, cells, "meeting", limit=60),
        label=read_text(table, cells, "label"),
        choices=tally.choices(),
        complete=recorded and tally.cast_votes > 0 and sums_to(found, totals),
    )
