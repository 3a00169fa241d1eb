"""Which citations lead to the same source.

Two citations are one source when they lead to the same address, or print the same title under
the same publisher or none. An *ibid.* is whatever it points to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from averment.sources.outlet import find_agency, find_outlet
from averment.sources.source import OutletKind, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What one citation says of its source, in plain words."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    refers_to: int | None = None
    """Index of the citation that a short form stands for."""
    short: bool = False
    """A short form; when it points nowhere, its source is unknown."""


def host_of(url: str | None) -> str | None:
    """Return the host of an address, in lower case without ``www.``."""
    if url is None:
        return None
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def identify(cited: Sequence[Cited]) -> tuple[Source, ...]:
    """Return the sources in order of first citation, each with its citations."""
    members: list[list[int]] = []
    of_key: dict[str, int] = {}
    of_citation: dict[int, int] = {}
    for index, entry in enumerate(cited):
        if entry.refers_to is not None and entry.refers_to in of_citation:
            source = of_citation[entry.refers_to]
            members[source].append(index)
            of_citation[index] = source
            continue
        if entry.short:
            continue
        keys = _keys(entry)
        known = next((of_key[key] for key in keys if key in of_key), None)
        if known is None:
            known = len(members)
            members.append([])
        members[known].append(index)
        of_citation[index] = known
        for key in keys:
            of_key.setdefault(key, known)
    return tuple(
        _source(number, [cited[i] for i in own if not cited[i].short], tuple(own))
        for number, own in enumerate(members, 1)
    )


def _keys(entry: Cited) -> list[str]:
    keys = []
    if entry.url is not None:
        bare = re.sub(r"^[a-z]+://(?:www\.)?", "", entry.url, flags=re.IGNORECASE)
        keys.append(f"url:{bare.partition('#')[0].rstrip('/')}")
    if entry.title is not None:
        title = " ".join(re.findall(r"\w+", entry.title.casefold()))
        publisher = " ".join(re.findall(r"\w+", (entry.publisher or "").casefold()))
        keys.append(f"title:{title}|{publisher}|{entry.date or ''}")
    return keys


def _source(number: int, entries: Sequence[Cited], own: tuple[int, ...]) -> Source:
    def first(values: Sequence[str | None]) -> str | None:
        return next((value for value in values if value), None)

    url = first([entry.url for entry in entries])
    publisher = first([entry.publisher for entry in entries])
    author = first([entry.author for entry in entries])
    host = host_of(url)
    outlet = find_outlet(host=host, publisher=publisher)
    agency = find_agency(author)
    if agency is not None and outlet is not None and outlet.kind is OutletKind.NEWS_AGENCY:
        agency = None
    return Source(
        number=number,
        title=first([entry.title for entry in entries]),
        author=author,
        publisher=publisher,
        date=first([entry.date for entry in entries]),
        url=url,
        host=host,
        outlet=outlet,
        agency=agency.name if agency else None,
        citations=own,
    )
