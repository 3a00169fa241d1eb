"""Resolutions of parliaments that letters cite: the United States Congress, and PACE.

They are no United Nations resolutions, though "Resolution 1416 (2005)" looks like one.
"""

import re
from collections.abc import Iterator

from averment.law.naming import Naming

_BILL = re.compile(
    r"\b(?P<chamber>H\.?\s?Con\.?|S\.?\s?Con\.?|H\.?\s?J\.?|S\.?\s?J\.?|H\.?|S\.?)\s?Res\.?\s?(?P<number>[0-9]{1,4})\b"
    r"|\b(?P<long>House\sConcurrent|Senate\sConcurrent|House\sJoint|Senate\sJoint|House|Senate)"
    r"\sResolution\s(?:No\.\s?)?(?P<told>[0-9]{1,4})\b"
)
_CONGRESS = re.compile(r"\b(?P<number>[0-9]{2,3})(?:st|nd|rd|th)[\s-](?i:congress)")
_CONGRESS_REACH = 120
_PACE = re.compile(
    r"\b(?:PACE|Parliamentary\sAssembly(?:\sof\sthe\sCouncil\sof\sEurope)?(?:\s\(PACE\))?)(?:'s)?\s?,?\s(?:in\sits\s)?"
    r"(?:Resolutions?|resolutions?|Res\.)\s(?:No\.\s?)?(?P<number>[0-9]{3,4})\s?(?:\(|/\s?)(?P<year>19[0-9]{2}|20[0-9]{2})\)?"
)
_CHAMBERS = {
    "H": "H.RES.",
    "S": "S.RES.",
    "HCON": "H.CON.RES.",
    "SCON": "S.CON.RES.",
    "HJ": "H.J.RES.",
    "SJ": "S.J.RES.",
    "HOUSE": "H.RES.",
    "SENATE": "S.RES.",
    "HOUSECONCURRENT": "H.CON.RES.",
    "SENATECONCURRENT": "S.CON.RES.",
    "HOUSEJOINT": "H.J.RES.",
    "SENATEJOINT": "S.J.RES.",
}


def find_domestic(text: str) -> Iterator[Naming]:
    """Yield the parliamentary resolutions that `text` names.

    The id holds the number of the Congress where it stands nearby, in words or in an address.
    """
    for match in _BILL.finditer(text):
        chamber = re.sub(r"[^A-Z]", "", (match["chamber"] or match["long"]).upper())
        number = match["number"] or match["told"]
        yield Naming(
            start=match.start(),
            end=match.end(),
            instruments=(f"US:{_CHAMBERS[chamber]}{number}{_congress(text, match)}",),
            rule="law:congress",
        )
    for match in _PACE.finditer(text):
        yield Naming(
            start=match.start(),
            end=match.end(),
            instruments=(f"PACE:RES/{match['number']}({match['year']})",),
            rule="law:pace",
        )


def _congress(text: str, match: re.Match[str]) -> str:
    behind = _CONGRESS.search(text, match.end(), match.end() + _CONGRESS_REACH)
    if behind is None:
        start = max(0, match.start() - _CONGRESS_REACH)
        before = list(_CONGRESS.finditer(text, start, match.start()))
        behind = before[-1] if before else None
    return f"({behind['number']})" if behind else ""
