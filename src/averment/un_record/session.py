"""The sessions in which bodies adopt resolutions, and whether a day falls in one.

A regular session of the General Assembly runs until the next one opens. The days of the
catalogue are not all checked, and sessions are resumed: a day close to a border is neither
inside nor outside for certain.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from averment.catalogue.catalogue import Catalogue
from averment.catalogue.provenance import Provenance
from averment.catalogue.row import Row
from averment.un_record.numbering import roman_value

SESSIONS = "sessions.csv"
GENERAL_ASSEMBLY = "UNGA"
_SERIES = re.compile(
    r"(?:A/(?:C\.\d/)?|S/|E/)(?:CN\.4/)?(?:HRC/)?(?:RES/|DEC/|PRST/)?", re.ASCII
)
_YEAR = re.compile(
    r"S/RES/\d{1,4} \((?P<year>\d{4})\)|(?:S|E|E/CN\.4)/(?:RES|DEC|PRST)/(?P<of>\d{4})/"
)
_OLD = re.compile(r"\d{1,4}[A-Z]?\((?P<special>ES-|S-)?(?P<roman>[IVXL]+)\)")
_NEW = re.compile(r"(?P<session>(?:ES-|S-|OM/)?\d{1,3})/", re.ASCII)
_BODIES = (
    ("A/HRC/", "HRC"),
    ("A/", GENERAL_ASSEMBLY),
    ("S/", "UNSC"),
    ("E/CN.4/", "CHR"),
    ("E/", "ECOSOC"),
)
_MARGIN: Mapping[str, timedelta] = MappingProxyType({"HRC": timedelta(days=31)})
_USUAL_MARGIN = timedelta(days=7)
_LONGEST_SPECIAL = timedelta(days=730)
"""A special session whose end is not on record has ended by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of one body."""

    body: str
    number: str
    """``62``, ``ES-10``, ``S-27``."""
    opened: date
    closed: date | None
    """None where it is not on record, or the session is only suspended."""
    provenance: Provenance

    @property
    def regular(self) -> bool:
        """Whether it is none of the special and emergency special sessions."""
        return self.number.isdecimal()


@dataclass(frozen=True, slots=True)
class Sessions:
    """Every session on record."""

    held: tuple[Session, ...]
    _by_number: Mapping[tuple[str, str], Session] = field(repr=False, compare=False)

    @staticmethod
    def of(held: tuple[Session, ...]) -> "Sessions":
        """Make the value from its sessions."""
        return Sessions(held, {(one.body, one.number): one for one in held})

    def find(self, body: str, number: str) -> Session | None:
        """Return a session, or None where there is none on record."""
        return self._by_number.get((body, number))

    def covers(self, body: str) -> bool:
        """Say whether any session of `body` is on record."""
        return any(one.body == body for one in self.held)

    def last_regular(self, body: str) -> int:
        """Return the number of the last regular session on record; 0 where there is none."""
        return max((int(one.number) for one in self.held if _is_of(one, body)), default=0)

    def fits(self, body: str, number: str, day: date) -> bool | None:
        """Say whether `body` may have adopted something on `day` in session `number`.

        None: the session is not on record, or the day is too near to a border to tell.
        """
        session = self.find(body, number)
        if session is None:
            return None
        margin = _MARGIN.get(body, _USUAL_MARGIN)
        if day < session.opened:
            return None if session.opened - day <= margin else False
        end = self._end(session)
        if end is None:
            # Suspended sessions go on for decades; special ones of unknown end do not.
            if number.startswith("S-"):
                return None if day - session.opened <= _LONGEST_SPECIAL else False
            return True
        if day < end:
            return True
        return None if day - end <= margin else False

    def on(self, body: str, day: date) -> tuple[Session, ...]:
        """Return the sessions of `body` that were certainly open on `day`, regular first."""
        found = [
            one for one in self.held if one.body == body and self.fits(body, one.number, day)
        ]
        return tuple(sorted(found, key=lambda one: (not one.regular, one.opened)))

    def _end(self, session: Session) -> date | None:
        if session.closed is not None:
            return session.closed + timedelta(days=1)
        if not session.regular:
            return None
        following = self.find(session.body, str(int(session.number) + 1))
        return following.opened if following is not None else session.opened + timedelta(365)


def read_sessions(catalogue: Catalogue) -> Sessions:
    """Return the sessions of a catalogue.

    Raises:
        InvalidCatalogueError: A row is broken.
    """
    return Sessions.of(tuple(_session(catalogue, row) for row in catalogue.table(SESSIONS)))


def session_of(symbol: str) -> tuple[str, str] | None:
    """Return the body and the session, or year, that a canonical symbol itself tells.

    >>> session_of("A/RES/2625(XXV)"), session_of("S/RES/822 (1993)")
    (('UNGA', '25'), ('UNSC', '1993'))
    """
    body = next((body for start, body in _BODIES if symbol.startswith(start)), None)
    series = _SERIES.match(symbol)
    if body is None or series is None:
        return None
    year = _YEAR.match(symbol)
    if year is not None:
        return body, year["year"] or year["of"]
    old = _OLD.match(symbol, series.end())
    if old is not None:
        return body, f"{old['special'] or ''}{roman_value(old['roman'])}"
    new = _NEW.match(symbol, series.end())
    if new is None or body not in {GENERAL_ASSEMBLY, "HRC"}:
        return None
    return body, new["session"]


def _is_of(session: Session, body: str) -> bool:
    return session.body == body and session.regular


def _session(catalogue: Catalogue, row: Row) -> Session:
    return Session(
        body=row["body"],
        number=row["session"],
        opened=row.day("opened"),
        closed=row.day_or_none("closed"),
        provenance=catalogue.provenance(row),
    )
