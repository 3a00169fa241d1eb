"""Short references: "the Convention", "the 1951 Convention", "that Covenant", "the Statute".

A short reference means the instrument of its kind that was named last before it, unless the
document introduced it for another. One that nothing before it fits is not reported.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from averment.law.introduced import Introduction
from averment.law.names import NamedInstrument, guardians, instruments
from averment.law.naming import Naming

_NOUNS = (
    r"Conventions?|Covenants?|Statute|Declaration|Charter|Protocols?|Treaty|Final\sAct|Memorandum|"
    r"Regulations"
)
_REFERENCE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]aid|[Tt]hese|[Tt]hose|[Ss]ame|[Aa]foresaid|[Aa]forementioned|[Bb]oth)\s"
    r"(?:(?:said|same|above-mentioned|aforementioned|aforesaid|present|two)\s)?"
    r"(?:(?P<year>1[89][0-9]{2}|20[0-9]{2})\s)?"
    rf"(?P<noun>{_NOUNS})(?!['\w]?\w)(?:\sof\s(?P<of>1[89][0-9]{{2}}|20[0-9]{{2}})\b)?"
    # "Convention, art. 9", as notes cite.
    r"|(?:^|(?<=[.;:(,\n] )|(?<=[(\n])|(?<=[Ss]ee )|(?<=of )|(?<=under )|(?<=cf\. ))"
    r"(?P<bare>Convention|Covenant|Statute|Declaration|Charter)(?=,?\s\(?[Aa]rt(?:icles?|s?\.)\s?[0-9IVX])"
)
# "the Convention on Biological Diversity": a full name, not a reference.
_FULL_NAME = re.compile(
    r"\s(?!of\sthe\s(?:Court|Tribunal)\b)"
    r"(?:on|against|for|relating|concerning|relative|between|of|to|governing|prohibiting|establishing)\s"
    r"(?:the\s|all\s)?[A-Z]"
)
# "the Minamata Convention", "Convention on Biological Diversity": bars older antecedents.
_UNKNOWN = re.compile(
    rf"\b(?P<adjective>[A-Z][\w-]{{2,20}}\s)?(?P<noun>{_NOUNS})\b"
    r"(?P<title>\s(?:on|against|for|relating\sto|concerning|relative\sto)\s(?:the\s)?[A-Z])?"
)
# In a text that speaks of the United Nations "the Charter" needs no introduction.
_UN = re.compile(r"\bUN\b|\bU\.N\.|United Nations|Security Council|Secretary[- ]General")
_A_BODY = re.compile(r"Court|Committee|Commission|Tribunal|ECtHR", re.IGNORECASE)
_CHARTER = Naming(start=-1, end=-1, instruments=("UNCHARTER-1945",), rule="law:only-one")
_NOT_NAME_WORDS = """
    the this that these those said same both aforesaid aforementioned under its their our in of
    by to and or second first third optional additional each any no article articles see whereas
    state states parties party new draft present
"""
_NOT_NAMES = frozenset(_NOT_NAME_WORDS.split())


def find_references(
    text: str, namings: Sequence[Naming], introductions: Sequence[Introduction]
) -> Iterator[Naming]:
    """Yield the short references of `text` that something before them settles.

    Args:
        text: In level form.
        namings: Names found so far, in order, not overlapping.
        introductions: Short names that the document introduced, in order.
    """
    stages = sorted(
        [*namings, *_find_unknown(text, namings)], key=lambda naming: (naming.start, naming.end)
    )
    only = _only_of_their_kind(stages)
    stages = sorted([*stages, *_find_guardians(text, namings)], key=lambda stage: stage.start)
    starts = [stage.start for stage in stages]
    if _UN.search(text) and "charter" not in only:
        only["charter"] = _CHARTER
    last: dict[str, Naming] = {}
    read = 0
    for match in _REFERENCE.finditer(text):
        index = bisect_left(starts, match.start())
        while read < index:
            _remember(stages[read], last)
            read += 1
        if _FULL_NAME.match(text, match.end()):
            continue
        naming = _resolve(match, last, introductions) or _resolve_later(match, last, only)
        if naming is not None:
            yield naming


def _find_guardians(text: str, namings: Sequence[Naming]) -> Iterator[Naming]:
    """Yield the courts and committees of `text` as stages: they stand for their treaty."""
    if _A_BODY.search(text) is None:
        return
    starts = [naming.start for naming in namings]
    for match in guardians().find(text):
        index = bisect_left(starts, match.end) - 1
        inside = index >= 0 and namings[index].end > match.start
        if not inside and text[match.start].isupper():
            yield Naming(
                start=match.start,
                end=match.end,
                instruments=match.values[0].instruments,
                rule="law:guardian",
            )


def _find_unknown(text: str, namings: Sequence[Naming]) -> Iterator[Naming]:
    ends = [naming.end for naming in namings]
    for match in _UNKNOWN.finditer(text):
        adjective = (match["adjective"] or "").strip().lower()
        if not match["title"] and (not adjective or adjective in _NOT_NAMES):
            continue
        index = bisect_left(ends, match.start("noun") + 1)
        inside = index < len(namings) and namings[index].start < match.end()
        if not inside:
            yield Naming(
                start=match.start(),
                end=match.end(),
                instruments=(),
                rule="",
                kind=_kind(match["noun"]),
            )


def _kind(noun: str) -> str:
    word = noun.lower()
    return (
        "act"
        if word.startswith("final")
        else word.removesuffix("s")
        if word != "regulations"
        else word
    )


def _remember(stage: Naming, last: dict[str, Naming]) -> None:
    if not stage.instruments:
        last[stage.kind] = stage
    for instrument in stage.instruments:
        known = instruments().get(instrument)
        if known is None:
            continue
        several = bool(known.members) or _same_kind(stage.instruments) > 1
        if several:
            last[known.kind + "s"] = stage
        # "The Convention" passes over "the Geneva Conventions".
        if not several or known.kind not in last:
            last[known.kind] = stage


def _same_kind(ids: Sequence[str]) -> int:
    return max(Counter(instruments()[one].kind for one in ids if one in instruments()).values())


def _resolve(
    match: re.Match[str], last: dict[str, Naming], introductions: Sequence[Introduction]
) -> Naming | None:
    noun = match["noun"] or match["bare"]
    kind = _kind(noun)
    year = match["year"] or match["of"]
    if year is not None:
        return _by_year(match, kind, int(year), last)
    antecedent: tuple[int, int] | None = None
    ids: tuple[str, ...] = ()
    for introduction in introductions:
        if introduction.end <= match.start() and introduction.name == noun:
            antecedent = (introduction.start, introduction.full_name_end)
            ids = introduction.instruments
    plural = noun.lower() != kind
    nearest = (last.get(kind + "s") if plural else None) or last.get(kind)
    if not ids and nearest is not None:
        antecedent = (nearest.start, nearest.end)
        ids = tuple(one for one in nearest.instruments if instruments()[one].kind == kind)
    if not ids:
        return None
    if not plural and len(ids) > 1:
        # "the Covenant" after "the two Covenants": which one is not said.
        return None
    return Naming(
        start=match.start(),
        end=match.end(),
        instruments=ids,
        rule="law:short" if nearest is None or nearest.rule != "law:guardian" else nearest.rule,
        antecedent=antecedent,
    )


def _only_of_their_kind(stages: Sequence[Naming]) -> dict[str, Naming]:
    """Return the instruments that are the only one of their kind in the whole text."""
    only: dict[str, Naming] = {}
    several: set[str] = set()
    for stage in stages:
        kinds = {stage.kind} | {
            known.kind for one in stage.instruments if (known := instruments().get(one))
        }
        for kind in kinds - {""}:
            if kind in only and only[kind].instruments != stage.instruments:
                several.add(kind)
            only.setdefault(kind, stage)
    return {
        kind: stage
        for kind, stage in only.items()
        if kind not in several and len(stage.instruments) == 1
    }


def _resolve_later(
    match: re.Match[str], last: dict[str, Naming], only: dict[str, Naming]
) -> Naming | None:
    """Read "the Charter" before the full name, where the text holds one charter only."""
    kind = _kind(match["noun"] or match["bare"])
    if kind in last or kind not in only or match["year"] or match["of"]:
        return None
    meant = only[kind]
    return Naming(
        start=match.start(),
        end=match.end(),
        instruments=meant.instruments,
        rule="law:only-one",
        antecedent=(meant.start, meant.end) if meant.end > 0 else None,
    )


def _by_year(
    match: re.Match[str], kind: str, year: int, last: dict[str, Naming]
) -> Naming | None:
    fitting = [one for one in instruments().values() if one.kind == kind and one.year == year]
    named = last.get(kind)
    ids: tuple[str, ...] = ()
    antecedent: tuple[int, int] | None = None
    if named is not None and any(one.id in named.instruments for one in fitting):
        ids = tuple(one.id for one in fitting if one.id in named.instruments)
        antecedent = (named.start, named.end)
    else:
        ids = _known_by_year(match["noun"].lower(), kind, fitting)
    if not ids:
        return None
    return Naming(
        start=match.start(),
        end=match.end(),
        instruments=ids,
        rule="law:year",
        antecedent=antecedent,
    )


_GENEVA_YEAR = 1949
_PROTOCOLS_YEAR = 1977


def _known_by_year(noun: str, kind: str, fitting: Sequence[NamedInstrument]) -> tuple[str, ...]:
    if noun != kind:
        year = fitting[0].year if fitting else 0
        if kind == "convention" and year == _GENEVA_YEAR:
            return ("GENEVA-CONVENTIONS-1949",)
        if kind == "protocol" and year == _PROTOCOLS_YEAR:
            return ("AP1-1977", "AP2-1977")
        return ()
    known = [one.id for one in fitting if one.by_year]
    return tuple(known) if len(known) == 1 else ()
