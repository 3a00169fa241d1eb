"""Short names that a document introduces itself: (ICCPR), (hereinafter "the Convention")."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from averment.law.naming import Naming

_BRACKETS = re.compile(r"(?P<before>[^().;\n]{0,80}?)\s?\((?P<inside>[^()\n]{2,120})\)")
_LEAD = re.compile(
    r"\s?(?:hereinafter|hereafter|henceforth|from\snow\son|also\sknown\sas|known\sas|referred\sto\sas|"
    r"or|abbreviated|in\sshort|collectively|together)[\s,:]{0,2}(?:referred\sto\sas\s|as\s)?"
)
_QUOTED = re.compile(r"[\"'](?:the\s|The\s)?(?P<name>[A-Z][^\"]{1,60}?)[.,]?[\"'](?!\w)")
_BARE = re.compile(r"\s?(?:the\s)?(?P<name>[A-Z][\w.'/-]{1,20}(?:\s[\w.'/-]{1,20}){0,4})\s?")
_INITIALS = re.compile(r"[A-Z][A-Z/-]*[A-Z]s?[0-9]?|[A-Z]{2,}(?:\s[IVX]{1,3})?")
_LIKE_A_DATE = re.compile(r"[0-9]{4}")
_JUST_BEHIND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """From `end` on, `name` stands for these instruments."""

    name: str
    instruments: tuple[str, ...]
    start: int
    """Where the full name begins."""
    end: int
    """Behind the closing bracket."""
    full_name_end: int


def introductions_behind(text: str, naming: Naming, *, until: int) -> list[Introduction]:
    """Return the short names that stand in brackets behind `naming`.

    Args:
        text: In level form.
        naming: A full name found in it.
        until: Where the next name begins; the brackets must open before.
    """
    match = _BRACKETS.match(text, naming.end)
    if match is None or match.start("inside") > until:
        return []
    return [
        Introduction(
            name=name,
            instruments=naming.instruments,
            start=naming.start,
            end=match.end(),
            full_name_end=naming.end,
        )
        for name in _names(match)
        if not _LIKE_A_DATE.search(name)
    ]


def _names(match: re.Match[str]) -> list[str]:
    """Return the names between the brackets: those in quotes, or the one that stands alone."""
    inside = match["inside"]
    quoted = [found["name"] for found in _QUOTED.finditer(inside)]
    if quoted:
        return quoted
    lead = _LEAD.match(inside)
    bare = _BARE.fullmatch(inside, lead.end() if lead else 0)
    if bare is None:
        return []
    near = len(match["before"].strip(' ,"')) <= _JUST_BEHIND
    name = bare["name"].rstrip(".'")
    return [name] if lead or (near and _INITIALS.fullmatch(name)) else []


def find_introduced(
    text: str, introductions: Sequence[Introduction], known: Mapping[str, str]
) -> Iterator[Naming]:
    """Yield each later use of an introduced name.

    A single word that is not made of initials ("Convention") is left to the rules for "the
    Convention"; a name in `known` is found anyway.
    """
    by_name: dict[str, Introduction] = {}
    for introduction in introductions:
        name = introduction.name
        if name not in known and (" " in name or _INITIALS.fullmatch(name)):
            by_name.setdefault(name, introduction)
    if not by_name:
        return
    longest_first = sorted(by_name, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, longest_first))})(?![\w/])")
    for match in pattern.finditer(text):
        source = by_name[match[0]]
        if match.start() >= source.end:
            yield Naming(
                start=match.start(),
                end=match.end(),
                instruments=source.instruments,
                rule="law:introduced",
                antecedent=(source.start, source.full_name_end),
            )
