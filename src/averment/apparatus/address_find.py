"""Find where web addresses stand in a text, damaged ones included."""

import re
from dataclasses import dataclass

from averment.apparatus.address_extent import address_end
from averment.apparatus.hosts import is_top_level_domain

SCHEME = re.compile(
    r"(?<![A-Za-z0-9@])(?P<letters>[hH][A-Za-z+1|]{1,6}|ttps?)"
    r"(?P<marks>\s?[:;.,]{0,2}\s?[/\\|](?:\s?[/\\|]){0,2}:?[ \n]?|\s?[:;.]\s?(?=www\.))"
    r"(?=\(?\w)"
)
CALLED = re.compile(
    r"^(?:https?|hxxps?|h[t+1il|]{1,3}[pnrg][szy5]?[yi]?|ttps?|htps?|htts?)$", re.IGNORECASE
)
"""The letters of a scheme as scans show them."""
WWW = re.compile(r"(?<![\w@/.:-])(?:[wW]{3}|vvww|vvvvvv)[.,]\s?(?=[\w-]+\s?[.,])")
BARE = re.compile(
    r"(?<![\w@/.:%=&?#-])(?:[a-zA-Z0-9][a-zA-Z0-9-]{0,40}\.){1,4}"
    r"(?P<tld>[a-z]{2,12})/(?=[\w?#%-])"
)
LANGUAGE_HOST = re.compile(
    r"(?<![\w@/.-])[a-z]{2},\s(?=[a-z-]{4,30}\.(?:org|com|net|info)/[\w%])"
)
"""A language's own host whose full stop was read as a comma: "en, example.org/"."""
HOST_START = re.compile(r"[\w\[\](){}%-]+(?:\s?[.,]\s?|[\[(](?:\.|dot)[\])])[\w-]")
LONGEST_HOST_START = 60
ANNOUNCEMENT = re.compile(
    r"\b(?:(?:available|accessible|retrieved)\s+(?:online\s+)?(?:at|from|on|via|under)"
    r"|(?:accessed|found|online|viewed)\s+(?:at|from|on|via|under)(?=\s*:|\s+\W|\s*$)"
    r"|(?:URL|link|online)\s?:)\s*[:<]?\s*"
    r"(?P<mark>[.;,>)\]]|<\s*>|\[\s*\]|$)",
    re.IGNORECASE,
)
"""Words before an address; "nothing was found on." is a sentence and announces none."""


LIKELY = re.compile(r"[/\\|]|[wWvV]{2}")
"""What every address holds: most passages are told by this."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Where an address stands in a flow's text."""

    start: int
    end: int
    opened: bool = False
    """An opening angle bracket stands before it, so that a closing one is no stray mark."""


@dataclass(frozen=True, slots=True)
class Announced:
    """Words that announce an address, and none follows."""

    start: int
    end: int


def find_printed(text: str) -> tuple[Printed, ...]:
    """Return every address of `text`, in order, none overlapping."""
    if not LIKELY.search(text):
        return ()
    found: list[Printed] = []
    reached = 0
    for start, body in _starts(text):
        if start < reached:
            continue
        extent = address_end(text, start, body)
        if extent is not None:
            found.append(Printed(start, *extent))
            reached = extent[0]
    return tuple(found)


def find_announced(text: str) -> tuple[Announced, ...]:
    """Return each place that announces an address where none is printed."""
    return tuple(
        Announced(match.start(), match.end())
        for match in ANNOUNCEMENT.finditer(text)
        if match["mark"] or match.end() == len(text)
    )


def _starts(text: str) -> list[tuple[int, int]]:
    """Return (start of the address, start of its host) for all that begins like one."""
    starts = [place for match in SCHEME.finditer(text) if (place := _of_scheme(text, match))]
    starts += [(match.start(), match.start()) for match in WWW.finditer(text)]
    starts += [(match.start(), match.end()) for match in LANGUAGE_HOST.finditer(text)]
    starts += [
        (match.start(), match.start())
        for match in BARE.finditer(text)
        if is_top_level_domain(match["tld"])
    ]
    return sorted(starts)


def _of_scheme(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    # One slash without a colon may be any word pair ("his/her"): the letters must be right.
    slashes = match["marks"].replace("\\", "/")
    firm = "/" in slashes and (":" in slashes or "//" in slashes)
    host = text[match.end() : match.end() + LONGEST_HOST_START]
    if not CALLED.match(match["letters"]) or not HOST_START.match(host):
        return None
    if not firm and host[:3].lower() != "www":
        return None
    parted = text[max(0, match.start() - 2) : match.start()] == "h "
    return match.start() - 2 * parted, match.end()
