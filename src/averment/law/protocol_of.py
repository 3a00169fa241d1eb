"""Protocols told by their treaty: "the Covenant and its Second Optional Protocol"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from averment.law.names import instruments, name_phrases
from averment.law.naming import Naming

_PROTOCOL = re.compile(
    r"\b(?P<whose>[Ii]ts\s|[Tt]heir\s|[Tt]he\s)?(?:(?P<many>two|three|both)\s)?(?:(?P<first_year>(?:19|20)[0-9]{2})\s)?"
    r"(?P<name>(?:(?:Amended|First|Second|Third|first|second|third)\s)?(?:(?:Optional|Additional|Facultative)\s)?Protocols?"
    r"(?:\s(?:Nos?\.?\s?)?(?:[0-9]{1,2}|[IVX]{1,4})|\sof\s(?P<year>(?:19|20)[0-9]{2}))?)(?P<to>\sthereto|\s(?:to|of)\s(?:that|the\ssaid|the\ssame)\s(?:Convention|Covenant|Charter))?(?!\w)(?!\sto\s(?:the\s)?[A-Z])"
)
_REACH = 300
_GENEVA = "GENEVA-CONVENTIONS-1949"
_COUNTS = {"two": 2, "both": 2, "three": 3}


@cache
def _protocols(instrument: str) -> tuple[str, ...]:
    """Return the protocols whose listed names hold the name of `instrument`, oldest first."""
    reference = f"{{{instrument}}}"
    found = [
        one
        for one in instruments().values()
        if one.kind == "protocol" and any(reference in name for name in one.names)
    ]
    return tuple(one.id for one in sorted(found, key=lambda one: one.year or 0))


def find_protocols_of(text: str, namings: Sequence[Naming]) -> Iterator[Naming]:
    """Yield the protocols that level `text` tells as "its Optional Protocol".

    Args:
        text: In level form.
        namings: The names found so far, in order, not overlapping.
    """
    ends = [naming.end for naming in namings]
    for match in _PROTOCOL.finditer(text):
        if (match["whose"] or "the ").lower() == "the " and not match["to"]:
            continue
        index = bisect_right(ends, match.start()) - 1
        while index >= 0 and match.start() - ends[index] <= _REACH:
            ids = _ids(match, namings[index])
            if ids:
                before = namings[index]
                yield Naming(
                    start=match.start(),
                    end=match.end(),
                    instruments=ids,
                    rule="law:its-protocol",
                    antecedent=(before.start, before.end),
                )
                break
            index -= 1


def _ids(match: re.Match[str], treaty: Naming) -> tuple[str, ...]:
    known = instruments()
    if len(treaty.instruments) != 1 or treaty.instruments[0] not in known:
        return ()
    instrument = treaty.instruments[0]
    if instrument == _GENEVA:
        return ()
    protocols = _protocols(instrument)
    year = match["year"] or match["first_year"]
    if year is not None:
        return tuple(one for one in protocols if known[one].year == int(year))
    if match["name"].rstrip().endswith("s"):
        return protocols[: _COUNTS.get(match["many"] or "", len(protocols))]
    spelt = f"{match['name']} to the {known[instrument].names[0]}"
    for found in name_phrases().find(spelt):
        ids = found.values[0].instruments
        if found.start == 0 and ids[0] in protocols:
            return ids
    return protocols if len(protocols) == 1 else ()
