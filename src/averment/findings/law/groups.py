"""Treaties invoked against armed groups, which cannot become Parties to them."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from averment.findings.finding import Finding, Ground
from averment.findings.law.abroad import HUMAN_RIGHTS
from averment.findings.law.invocation import Invocation
from averment.findings.law.judged import WITHOUT_PARTIES
from averment.findings.law.predicate import JOINED, Wording
from averment.findings.law.situated import Places
from averment.findings.law.told import titles, upper
from averment.findings.prose import Prose
from averment.law.instrument import Scope
from averment.law.lawbook import LawBook

_GROUP = "GROUP"
"""The entry of the catalogue on armed groups in general."""
_REACH = 90
_COMMON_3 = "common art. 3"
_OF_EACH_PARTY = frozenset({"AP2-1977"})
"""Made for conflicts with armed groups alone."""
_ARTICLES_OF_EACH_PARTY = frozenset(
    {("HAGUE-1954", "art. 19"), ("HAGUE-1954", "art. 19(1)"), ("HAGUE-P2-1999", "art. 22")}
)
"""They bind each party to a conflict that is not between States."""


def check_groups(
    prose: Prose, book: LawBook, invocations: tuple[Invocation, ...]
) -> Iterator[Finding]:
    """Ask, once an instrument, on what ground an armed group is held to be bound."""
    told: set[str] = set()
    places = Places(prose)
    for one in invocations:
        known = book.instruments.get(one.mention.instrument)
        if known is None or known.id in told or one.state is not None or one.negated:
            continue
        if known.kind in WITHOUT_PARTIES or Scope.INDIVIDUAL in known.scope:
            continue
        if one.wording not in JOINED | {Wording.VIOLATED, Wording.BOUND}:
            continue
        if one.wording not in JOINED and _speaks_to_groups(one):
            continue
        if not _is_of_a_group(places, one):
            continue
        together = [
            other.mention.instrument
            for other in invocations
            if other.mention.span == one.mention.span and other.words == one.words
        ]
        told.update(together)
        title = titles(book, [name for name in together if name in book.instruments])
        if known.id in HUMAN_RIGHTS:
            code, said = "LAW127", f"{upper(title)} puts its duties on States."
            said += " On what ground is an armed group held to them?"
        else:
            code, said = "LAW123", f"An armed group cannot become a Party to {title}."
            said += " On what ground is it held to be bound?"
        yield prose.finding(code, one.mention.span, said, grounds=_grounds(book))


def _speaks_to_groups(one: Invocation) -> bool:
    """Say whether a norm is addressed, in its own words, to each party to the conflict."""
    mention = one.mention
    if mention.instrument in _OF_EACH_PARTY:
        return True
    return (mention.instrument, mention.provision) in _ARTICLES_OF_EACH_PARTY or (
        mention.provision == _COMMON_3
    )


def _is_of_a_group(places: Places, one: Invocation) -> bool:
    located = places.locate(one.words)
    if located is None:
        return False
    stretch, start, end = located
    begin, stop = stretch.sentence_at(start)
    before = stretch.text[max(begin, start - _REACH) : start]
    behind = stretch.text[end : min(stop, end + 2 * _REACH)]
    subject, agent = _patterns()
    return subject.search(before) is not None or agent.search(behind) is not None


def _grounds(book: LawBook) -> tuple[Ground, ...]:
    entity = book.entities.get(_GROUP)
    if entity is None:
        return ()
    return tuple(
        Ground(text=f"{position.held_by}: {position.view}") for position in entity.positions
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a group as subject before a verb, and as agent behind it."""
    rows = tomllib.loads(
        files("averment.findings.law").joinpath("groups.toml").read_text("utf-8")
    )["groups"]
    names = "|".join([*rows["nouns"], *map(re.escape, rows["names"])])
    group = rf"(?<!\w)(?i:{names})(?!\w)"
    return (
        re.compile(rf"{group}(?:'s?)?(?:\s[\w-]+){{0,6}}\s$"),
        re.compile(rf"\bby\s(?:the\s|both\s)?(?:[\w-]+\s){{0,2}}?{group}"),
    )
