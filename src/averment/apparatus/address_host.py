"""Host names that cannot be as they are printed, and what they were before a scan."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from averment.apparatus.hosts import is_top_level_domain

MISREAD_ENDINGS = {
    "corn": "com", "c0m": "com", "eom": "com", "corm": "com", "cotn": "com", "conn": "com",
    "orq": "org", "ora": "org", "0rg": "org", "oig": "org", "orp": "org",
    "ncl": "net", "nct": "net",
}  # fmt: skip
"""Endings that no registry has, each the misreading of one that exists."""
WORLD_WIDE_WEB = re.compile(r"(?:vv|w){3}(?=\.)", re.IGNORECASE)
LOOK_ALIKES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("i", "l"))


def mended_host(host: str, hosts: frozenset[str]) -> tuple[str, str] | None:
    """Return a host as it was meant and why that is certain; None where nothing is wrong.

    Args:
        host: As printed, without white space.
        hosts: Host names that are well known, without ``www.``.
    """
    lead = WORLD_WIDE_WEB.match(host)
    if lead is not None and lead.group().lower() != "www":
        return f"www{host[lead.end() :]}", "“vv” is how a scan shows “w”"
    bare = host.lower().removeprefix("www.")
    ending = bare.rpartition(".")[2]
    if not bare or is_top_level_domain(ending) or not ending.isalnum() or ending.isdigit():
        return None
    near = _one_letter_away(bare, hosts)
    if near is not None:
        proof = f"“.{ending}” is no top-level domain; one letter away stands “{near}”"
        return host[: len(host) - len(bare)] + near, proof
    meant = MISREAD_ENDINGS.get(ending)
    if meant is None:
        return None
    proof = f"“.{ending}” is no top-level domain; it is how a scan shows “.{meant}”"
    return host[: len(host) - len(ending)] + meant, proof


def look_alikes(host: str, hosts: frozenset[str]) -> tuple[str, ...]:
    """Return the well-known hosts that a scan may have turned into `host`: guesses.

    >>> look_alikes("nytirnes.com", frozenset({"nytimes.com"}))
    ('nytimes.com',)
    """
    bare = host.lower().removeprefix("www.")
    if bare in hosts:
        return ()
    return _by_skeleton(hosts).get(_skeleton(bare), ())


def _one_letter_away(bare: str, hosts: frozenset[str]) -> str | None:
    index = _by_gap(hosts)
    near = {
        known
        for at in range(len(bare))
        for known in index.get(f"{bare[:at]}\0{bare[at + 1 :]}", ())
    }
    return near.pop() if len(near) == 1 else None


@lru_cache(maxsize=4)
def _by_gap(hosts: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Index hosts by what is left of them when one letter is taken out."""
    index: dict[str, list[str]] = defaultdict(list)
    for host in sorted(hosts):
        for at in range(len(host)):
            index[f"{host[:at]}\0{host[at + 1 :]}"].append(host)
    return {key: tuple(found) for key, found in index.items()}


@lru_cache(maxsize=4)
def _by_skeleton(hosts: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    index: dict[str, list[str]] = defaultdict(list)
    for host in sorted(hosts):
        index[_skeleton(host)].append(host)
    return {key: tuple(found) for key, found in index.items()}


def _skeleton(host: str) -> str:
    """Write letters that scans confuse as one."""
    for shown, meant in LOOK_ALIKES:
        host = host.replace(shown, meant)
    return host
