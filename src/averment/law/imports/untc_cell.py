"""Headings and cells of a status table: "10 Feb 2003 a" below "Accession(a), Ratification"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from averment.law.participation import ActKind

_MONTHS = dict(
    zip(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        range(1, 13),
        strict=True,
    )
)
_ACTS = {
    "signature": ActKind.SIGNATURE,
    "succession to signature": ActKind.SUCCESSION_TO_SIGNATURE,
    "definitive signature": ActKind.CONSENT_TO_BE_BOUND,
    "ratification": ActKind.RATIFICATION,
    "accession": ActKind.ACCESSION,
    "succession": ActKind.SUCCESSION,
    "acceptance": ActKind.ACCEPTANCE,
    "approval": ActKind.APPROVAL,
    "formal confirmation": ActKind.FORMAL_CONFIRMATION,
    "act of formal confirmation": ActKind.FORMAL_CONFIRMATION,
    "consent to be bound": ActKind.CONSENT_TO_BE_BOUND,
    "provisional application": ActKind.PROVISIONAL_APPLICATION,
    "denunciation": ActKind.DENUNCIATION,
    "withdrawal": ActKind.WITHDRAWAL_NOTIFIED,
}
_HEADING = re.compile(
    r"\s*(?P<name>[A-Za-z ]{3,40}?)\s*(?:\(\s*(?P<letter>[A-Za-z]{1,2})\s*\))?\s*"
)
_CELL = re.compile(
    r"(?P<day>[0-9]{1,2})\s(?P<month>[A-Za-z]{3,9})\.?,?\s(?P<year>[0-9]{4})"
    r"(?:\s(?P<letter>[A-Za-z]{1,2}))?(?P<notes>[\s,0-9]{0,30})"
)
_FOOTNOTES = re.compile(r"[\s,0-9]{0,40}$")
_SPACES = re.compile(r"\s+")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """Which act a date of one column means, by the letter behind it."""

    kinds: Mapping[str, ActKind]
    """Letter to act; the empty letter for a date alone."""


def read_heading(words: str) -> Heading | None:
    """Read the heading of a column; None where it names no act.

    >>> read_heading("Accession(a), Ratification").kinds["a"].value
    'accession'
    """
    kinds: dict[str, ActKind] = {}
    for part in words[:_LONGEST].split(","):
        found = _HEADING.fullmatch(part)
        kind = _ACTS.get(_SPACES.sub(" ", found["name"]).lower()) if found else None
        if found is None or kind is None:
            return None
        kinds.setdefault(found["letter"] or "", kind)
    if set(kinds.values()) == {ActKind.SIGNATURE}:
        kinds["d"] = ActKind.SUCCESSION_TO_SIGNATURE
        kinds["s"] = ActKind.CONSENT_TO_BE_BOUND
    return Heading(kinds)


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A day and the act, or that the cell stands in brackets."""

    on: date | None
    kind: ActKind | None
    bracketed: bool = False


def read_cell(words: str, heading: Heading) -> ReadCell | None:
    """Read one cell; None where it is empty.

    Raises:
        ValueError: It holds no day, or a letter that the heading does not explain.
    """
    plain = _SPACES.sub(" ", words[: _LONGEST + 1]).strip()
    if not plain or plain in {"-", "\u2013"}:
        return None
    if plain[0] == "[":
        return ReadCell(None, None, bracketed=True)
    found = _CELL.fullmatch(plain)
    month = _MONTHS.get(found["month"][:3].lower()) if found else None
    if found is None or month is None:
        raise ValueError("no day like 10 Feb 2003")
    letter = found["letter"] or ""
    kind = heading.kinds.get(letter)
    if kind is None:
        said = f"the letter {letter} is" if letter else "a date without a letter is"
        raise ValueError(f"{said} not explained by the heading")
    try:
        return ReadCell(date(int(found["year"]), month, int(found["day"])), kind)
    except ValueError as exc:
        raise ValueError("a day that no calendar has") from exc


def without_footnotes(name: str) -> str:
    """Return the name of a participant without the numbers of its notes.

    >>> without_footnotes("China 1, 2"), without_footnotes("Germany3")
    ('China', 'Germany')
    """
    level = _SPACES.sub(" ", name[:_LONGEST]).strip()
    return _FOOTNOTES.sub("", level)
