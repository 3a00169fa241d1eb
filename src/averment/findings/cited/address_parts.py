"""What an address says of itself: its host, its path, a day, what kind of page it leads to."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlsplit

from averment.documents.address import Address
from averment.findings.cited.period import Period
from averment.findings.cited.word_list import one_of, table

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_BY_SLASHES = re.compile(
    r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2]|" + _MONTHS + r")/(0?[1-9]|[12]\d|3[01])(?=[/\-_.]|$)",
    re.IGNORECASE,
)
_IN_ONE = re.compile(
    r"(?<=[/\-_])((?:19|20)\d\d)(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)"
)
_HOST = re.compile(r"^(?:[A-Za-z]{2,8}:/{0,2})?([\w-]{1,60}(?:\.[\w-]{1,60}){1,6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressParts:
    """An address in pieces."""

    host: str
    """In lower case, without ``www.``."""
    path: str
    """Without the parameters; empty or ``/`` for a home page."""
    parameters: tuple[tuple[str, str], ...]
    fragment: str


def parts_of(address: Address) -> AddressParts | None:
    """Return the parts of the proved address; None where none is proved or can be read."""
    if address.repaired is None:
        return None
    url = address.repaired
    try:
        split = urlsplit(url if "://" in url[:10] else f"//{url}")
        host = split.hostname or ""
        parameters = tuple(parse_qsl(split.query, max_num_fields=200))
    except ValueError:
        return None
    return AddressParts(
        host=host.removeprefix("www."),
        path=split.path,
        parameters=parameters,
        fragment=split.fragment,
    )


def host_as_printed(address: Address) -> str | None:
    """Return the host even of an address that cannot be repaired; None where none is left."""
    match = _HOST.match(address.raw)
    return match[1].lower().removeprefix("www.") if match else None


def is_one_of(host: str, key: str) -> bool:
    """Say whether `host` is on a list of hosts, or below one that is."""
    labels = host.split(".")
    listed = table("address_habits")[key]
    return any(".".join(labels[first:]) in listed for first in range(len(labels) - 1))


def day_in(parts: AddressParts) -> tuple[Period, bool] | None:
    """Return the day that stands in a path, and whether it is surely one; None without any.

    Digits in a row may be a number of another kind, years behind slashes are days.
    """
    if is_one_of(parts.host, "archives"):
        return None
    sure = _BY_SLASHES.search(parts.path)
    if sure is not None:
        month = sure[2].lower()
        number = int(month) if month.isdigit() else _MONTHS.split("|").index(month) + 1
        return _period(int(sure[1]), number, int(sure[3]), sure=True)
    loose = _IN_ONE.search(parts.path)
    if loose is None:
        return None
    return _period(int(loose[1]), int(loose[3]), int(loose[4]), sure=False)


def _period(year: int, month: int, day: int, *, sure: bool) -> tuple[Period, bool] | None:
    try:
        on = date(year, month, day)
    except ValueError:
        return None
    return Period(on, on), sure


def is_search(parts: AddressParts) -> bool:
    """Say whether the address leads to a list of search results."""
    names = {name.lower() for name, value in parts.parameters if value}
    asks = not names.isdisjoint(table("address_habits")["search_parameters"])
    if not asks:
        return False
    if is_one_of(parts.host, "search_hosts"):
        return True
    return one_of("address_habits", "search_paths").search(parts.path) is not None


def is_home(parts: AddressParts) -> bool:
    """Say whether the address leads to the front page of a site."""
    return parts.path in ("", "/") and not parts.parameters and not parts.fragment


def shows_picture(parts: AddressParts) -> bool:
    """Say whether the path leads to a picture and its caption."""
    return one_of("address_habits", "picture_paths").search(parts.path) is not None


def has_session(parts: AddressParts) -> bool:
    """Say whether the address names one visit, so that it works for nobody else."""
    names = [name for name, _ in parts.parameters] + re.findall(r";(\w{1,20})=", parts.path)
    pattern = one_of("address_habits", "session")
    return any(pattern.fullmatch(name) for name in names)


def has_minute(parts: AddressParts) -> bool:
    """Say whether the address itself leads to a minute of a recording."""
    return any(name in ("t", "start", "time_continue") for name, _ in parts.parameters) or (
        parts.fragment.startswith("t=")
    )
