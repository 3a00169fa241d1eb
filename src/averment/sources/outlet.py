"""Outlets: who publishes, found by the host of an address or by the printed name."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources

from averment.sources.source import Outlet, OutletKind

STATE_ENDINGS = re.compile(
    r"(?:^|\.)(?:gov|gob|gouv|gub|govt|mil|mfa|parliament|president|kremlin)(?:\.|$)"
)


@cache
def _outlets() -> tuple[Mapping[str, Outlet], Mapping[str, Outlet], frozenset[str]]:
    """Return outlets by host, outlets by name, and the names of those with a charter abroad."""
    text = resources.files("averment.sources").joinpath("outlets.toml").read_text("utf-8")
    by_host: dict[str, Outlet] = {}
    by_name: dict[str, Outlet] = {}
    abroad = set()
    for row in tomllib.loads(text)["outlet"]:
        outlet = Outlet(name=row["name"], kind=OutletKind(row["kind"]), state=row.get("state"))
        by_host.update(dict.fromkeys(row["hosts"], outlet))
        by_name.update({_folded(name): outlet for name in (row["name"], *row["names"])})
        if row.get("abroad"):
            abroad.add(outlet.name)
    return by_host, by_name, frozenset(abroad)


def known_hosts() -> frozenset[str]:
    """Return every host name of the vocabulary, without ``www.``."""
    return frozenset(_outlets()[0])


def broadcasts_abroad(outlet: Outlet) -> bool:
    """Say whether it is run by a State for audiences abroad under a charter of independence."""
    return outlet.name in _outlets()[2]


def find_outlet(*, host: str | None, publisher: str | None) -> Outlet | None:
    """Return the outlet behind a host or a printed name; the name wins."""
    by_host, by_name, _ = _outlets()
    named = by_name.get(_folded(publisher)) if publisher else None
    if named is not None:
        return named
    if host is None:
        return None
    found = _of_host(by_host, host)
    if found is not None and (publisher is None or found.kind is not OutletKind.PLATFORM):
        return found
    if found is not None:
        return Outlet(name=publisher or found.name, kind=found.kind)
    if STATE_ENDINGS.search(host):
        return Outlet(name=publisher or host, kind=OutletKind.STATE_BODY)
    return None


def _of_host(by_host: Mapping[str, Outlet], host: str) -> Outlet | None:
    labels = host.lower().removeprefix("www.").split(".")
    for first in range(len(labels) - 1):
        outlet = by_host.get(".".join(labels[first:]))
        if outlet is not None:
            return outlet
    return None


def find_agency(words: str | None) -> Outlet | None:
    """Return the news agency that `words` (an author, a credit) name, if they name just one."""
    if words is None:
        return None
    outlet = _outlets()[1].get(_folded(words))
    return outlet if outlet is not None and outlet.kind is OutletKind.NEWS_AGENCY else None


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split()).removeprefix("the ")
