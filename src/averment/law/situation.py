"""Which bodies of rules to run for an allegation, given what others have called the conflict.

The type is never taken from the author's wording ("occupied", "liberated"). Where it is
contested, the rules for both kinds of armed conflict are run; where nobody is on record, those
outside any armed conflict too, since there may have been none.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date

from averment.catalogue.catalogue import Catalogue, packaged_catalogue
from averment.law.classification import (
    Agreement,
    Classification,
    ConflictType,
    read_classifications,
)
from averment.law.qualification import Branch

_BRANCHES = {
    # Where a place was in the hands of the other side is a question of fact within a conflict
    # between States, which the assertion leaves open.
    ConflictType.IAC: frozenset({Branch.IAC, Branch.OCCUPATION}),
    ConflictType.NIAC: frozenset({Branch.NIAC}),
    ConflictType.NIAC_AP2: frozenset({Branch.NIAC}),
    # Occupation is a form of armed conflict between States, with rules in addition.
    ConflictType.OCCUPATION: frozenset({Branch.IAC, Branch.OCCUPATION}),
    ConflictType.NONE: frozenset({Branch.PEACE}),
}
_BOTH = frozenset({Branch.IAC, Branch.NIAC})
_ENOUGH_PARTIES = 2
_CODE = re.compile(r"[A-Z]{3,4}")


def classifications(
    parties: Collection[str],
    day: date,
    place: str | None = None,
    *,
    catalogue: Catalogue | None = None,
) -> tuple[Classification, ...]:
    """Return what has been said of a conflict between `parties` on `day`.

    An assertion counts that names two of the parties; or one, where it names no other State; or
    one, where the place is its own.

    Args:
        parties: Codes of States and entities, in any order; names of groups as the catalogue
            writes them.
        day: Day of the alleged act.
        place: Where, as printed.
        catalogue: Where to look; that of the package by default.

    Raises:
        InvalidCatalogueError: The table is broken.
    """
    told = frozenset(parties)
    found = []
    for one in read_classifications(catalogue or packaged_catalogue()):
        shared = told.intersection(one.parties)
        enough = (
            len(shared) >= _ENOUGH_PARTIES
            or (len(told) == 1 and shared == _states_of(one))
            or _is_place(place, one.place)
        )
        if shared and enough and one.covers(day):
            found.append(one)
    return tuple(found)


def branches_to_run(found: Sequence[Classification]) -> tuple[Branch, ...]:
    """Return the branches under which an act is to be looked at, in the order of `Branch`.

    That of one kind of conflict where all agree; both kinds where they do not; all four where
    nothing is on record.
    """
    if not found:
        return tuple(Branch)
    wanted = frozenset[Branch]().union(*(_BRANCHES[one.type] for one in found))
    if any(one.status is Agreement.CONTESTED for one in found):
        wanted |= _BOTH | {Branch.OCCUPATION}
    return tuple(branch for branch in Branch if branch in wanted)


def _states_of(one: Classification) -> frozenset[str]:
    return frozenset(party for party in one.parties if _CODE.fullmatch(party))


def _is_place(wanted: str | None, listed: str) -> bool:
    if not wanted or not wanted.strip():
        return False
    name = wanted.strip().casefold()
    return any(name == part.strip().casefold() for part in listed.split(","))
