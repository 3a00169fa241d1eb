"""What kind of conflict the document itself tells of, and norms that are made for another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from averment.documents.span import Span
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.law.days import Calendar
from averment.findings.law.invocation import Invocation
from averment.findings.law.named import StatesTold
from averment.findings.law.predicate import Wording
from averment.findings.law.provisions import number_span
from averment.findings.law.situated import Situated
from averment.findings.law.told import listed, titles, upper
from averment.findings.prose import Part, Prose
from averment.law.classification import Agreement, Classification, ConflictType
from averment.law.instrument import Instrument, Scope
from averment.law.lawbook import LawBook

_NIAC = (
    r"\bnon-?\s?international\s(?:armed\s)?conflicts?\b|\binternal\s(?:armed\s)?conflicts?\b"
    r"|\bcivil\swars?\b|\bnot\sof\san\sinternational\scharacter\b"
)
_IAC = (
    r"(?<!non-)(?<!non)(?<!non\s)\binternational\sarmed\sconflicts?\b"
    r"|\binter-?state\s(?:armed\s)?(?:conflict|war)s?\b"
    r"|\b(?:conflict|war)s?\sbetween\s(?:the\s)?(?:two\s)?(?:sovereign\s)?States\b"
)
_KIND = re.compile(rf"(?P<niac>{_NIAC})|(?P<iac>{_IAC})", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:if|should|whether|regard\w*|were|either|or|both|and|not|rather\sthan|consider\w*|"
    r"in\sall|any|every)\s[^.;]{0,50}$",
    re.IGNORECASE,
)
_BEFORE_NOW = re.compile(
    r"\b(?:after|since|end\sof|ended|former|previous|earlier|past|last|history\sof|decades?\sof|"
    r"years\sof|following)\s(?:[\w'-]+\s){0,3}$"
)
_OF_A_YEAR = re.compile(
    r"\s(?:\w+\s){0,3}?(?:of|in|from|between)\s(?:\w+\s)?\d{4}|\s?\(\d{4}|\sended\b"
)
_LOOK_BACK = 60
_NO = re.compile(r"\b(?:not|no|nor|never|inapplicable|without)\b", re.IGNORECASE)
_GRAVE = re.compile(r"\bgrave\sbreach(?:es)?\b", re.IGNORECASE)
_GENEVA = frozenset({"GC1-1949", "GC2-1949", "GC3-1949", "GC4-1949"})
_BOUND_TO_A_KIND = _GENEVA | {"AP1-1977", "AP2-1977", "HAGUEREG-1907"}
_WAR_CRIMES = re.compile(r"art\. 8\(2\)\((?P<letter>[abce])\)")
_CRIME_KINDS = {"a": "iac", "b": "iac", "c": "niac", "e": "niac"}
_COMMON_3 = "common art. 3"
_ARTICLE = re.compile(r"art\. (?P<number>[0-9]{1,3})(?:\(.{1,12})?")
_NOT_FOR_IAC_ONLY = frozenset({1, 2, 3})
_KIND_WORDS = {
    "iac": "a conflict between States",
    "niac": "a conflict that is not between States",
}
_NIAC_TYPES = frozenset({ConflictType.NIAC, ConflictType.NIAC_AP2})


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldKind:
    """The kind of conflict that the document's own words give; not what it was."""

    kind: str
    """``iac`` or ``niac``."""
    span: Span


def kind_told(prose: Prose, placed: tuple[Situated, ...]) -> ToldKind | None:
    """Return the one kind of conflict that the text speaks of; None for none, or for both."""
    names: dict[int, list[tuple[int, int]]] = {}
    for one in placed:
        names.setdefault(one.stretch.index, []).append((one.start, one.end))
    told: dict[str, Span] = {}
    for stretch in prose.body:
        inside = names.get(stretch.index, ())
        for match in _KIND.finditer(stretch.text):
            if any(start <= match.start() < end for start, end in inside):
                continue
            if _is_history(stretch.text, match):
                continue
            before = stretch.text[max(0, match.start() - _LOOK_BACK) : match.start()]
            if _SUPPOSED.search(before) or stretch.is_quoted(match.start()):
                return None
            kind = "niac" if match["niac"] is not None else "iac"
            told.setdefault(kind, stretch.span(match.start(), match.end()))
    if len(told) != 1:
        return None
    ((kind, span),) = told.items()
    return ToldKind(kind=kind, span=span)


def _is_history(text: str, match: re.Match[str]) -> bool:
    """Say whether a war is named as an event of the past, or by its name, not as this one."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    return (
        match[0].startswith("Civil")
        or _BEFORE_NOW.search(before) is not None
        or _OF_A_YEAR.match(text, match.end()) is not None
    )


def check_kind(
    prose: Prose,
    book: LawBook,
    placed: tuple[Situated, ...],
    invocations: tuple[Invocation, ...],
) -> Iterator[Finding]:
    """Find norms for another kind of conflict than the one that the document tells of."""
    kind = kind_told(prose, placed)
    if kind is None:
        return
    told: set[str] = set()
    ground = Ground(text="The document calls it so.", span=kind.span)
    for one in invocations:
        known = book.instruments.get(one.mention.instrument)
        if known is None or one.wording not in {Wording.VIOLATED, Wording.BOUND}:
            continue
        if known.id in told or _fits(known, kind.kind):
            continue
        told.add(known.id)
        yield prose.finding(
            "LAW113",
            one.mention.span,
            f"{upper(titles(book, [known.id]))} is not made for {_KIND_WORDS[kind.kind]}. The "
            "document speaks of one.",
            grounds=[ground, *([Ground(text=known.scope_note)] if known.scope_note else [])],
        )
    yield from _crimes(prose, placed, kind, ground)
    grave = list(_grave_breaches(prose, kind, ground))
    yield from grave or _articles_of_geneva(prose, book, placed, kind, ground)
    yield from _whole_conventions(prose, placed, kind, ground)


def _fits(known: Instrument, kind: str) -> bool:
    if Scope.PEACE in known.scope or not known.scope or known.id in _GENEVA:
        return True  # the Geneva Conventions reach both kinds: see LAW126
    if kind == "iac":
        return bool(known.scope & {Scope.IAC, Scope.OCCUPATION, Scope.INDIVIDUAL})
    return bool(known.scope & {Scope.NIAC, Scope.NIAC_AP2, Scope.INDIVIDUAL})


def _crimes(
    prose: Prose, placed: tuple[Situated, ...], kind: ToldKind, ground: Ground
) -> Iterator[Finding]:
    for one in placed:
        for mention in one.mentions:
            match = _WAR_CRIMES.match(mention.provision or "")
            if mention.instrument != "ROME-1998" or match is None or _is_set_aside(one):
                continue
            if _CRIME_KINDS[match["letter"]] != kind.kind:
                made_for = _KIND_WORDS[_CRIME_KINDS[match["letter"]]]
                yield prose.finding(
                    "LAW113",
                    number_span(one, mention.provision or ""),
                    f"{upper(mention.provision or '')} of the Rome Statute is for {made_for}; "
                    f"the document speaks of {_KIND_WORDS[kind.kind]}.",
                    grounds=[ground],
                )


def _is_set_aside(one: Situated) -> bool:
    """Say whether a norm stands in other people's words, or in a sentence that says no."""
    told = _NO.search(one.stretch.text, *one.sentence)
    return told is not None or one.stretch.is_quoted(one.start)


def _articles_of_geneva(
    prose: Prose, book: LawBook, placed: tuple[Situated, ...], kind: ToldKind, ground: Ground
) -> Iterator[Finding]:
    """Find, once, an article of the Conventions beside article 3 in a conflict of that kind."""
    if kind.kind != "niac":
        return
    for one in placed:
        for mention in one.mentions:
            article = _ARTICLE.fullmatch(mention.provision or "")
            if mention.instrument not in _GENEVA or article is None:
                continue
            if one.stretch.part is not Part.BODY or int(article["number"]) in _NOT_FOR_IAC_ONLY:
                continue
            if _is_set_aside(one) or mention.instrument not in book.instruments:
                continue
            yield prose.finding(
                "LAW113",
                number_span(one, mention.provision or ""),
                f"Of {titles(book, [mention.instrument])} only article 3 is made for "
                f"{_KIND_WORDS[kind.kind]}. The document speaks of one.",
                severity=Severity.NOTE,
                grounds=[ground],
            )
            return


def _grave_breaches(prose: Prose, kind: ToldKind, ground: Ground) -> Iterator[Finding]:
    if kind.kind != "niac":
        return
    for stretch in prose.body:
        match = _GRAVE.search(stretch.text)
        if match is not None:
            yield prose.finding(
                "LAW113",
                stretch.span(match.start(), match.end()),
                "Grave breaches are known only to conflicts between States and to occupation; "
                f"the document speaks of {_KIND_WORDS[kind.kind]}.",
                grounds=[ground],
            )
            return


def _whole_conventions(
    prose: Prose, placed: tuple[Situated, ...], kind: ToldKind, ground: Ground
) -> Iterator[Finding]:
    if kind.kind != "niac":
        return
    for one in placed:
        named = {mention.instrument for mention in one.mentions}
        if named >= _GENEVA and all(mention.provision is None for mention in one.mentions):
            yield prose.finding(
                "LAW126",
                one.span,
                f"In {_KIND_WORDS[kind.kind]} article 3 common to the Conventions applies. Is "
                "it meant?",
                grounds=[ground],
            )
            return


def check_classification(
    prose: Prose,
    book: LawBook,
    placed: tuple[Situated, ...],
    states: StatesTold,
    calendar: Calendar,
) -> Iterator[Finding]:
    """Tell, once, that bodies differ on the kind of conflict on which a norm depends."""
    days = calendar.incidents or calendar.letter
    leaning = next((one for one in placed if _depends(one)), None)
    if leaning is None or days is None or not states.doers:
        return
    near = [
        one
        for one in book.classifications
        if one.begun <= days.latest
        and (one.ended is None or one.ended >= days.earliest)
        and set(one.parties) & states.doers
    ]
    most = max((len(set(one.parties) & states.named) for one in near), default=0)
    near = [one for one in near if len(set(one.parties) & states.named) == most]
    if not _differ(near):
        return
    yield prose.finding(
        "LAW114",
        leaning.span,
        _kinds_said(near),
        grounds=[
            Ground(
                text=f"{one.situation}: {_TYPE_WORDS[one.type]} ({one.asserted_by}). "
                f"{one.provenance}."
            )
            for one in near
        ],
    )


_TYPE_WORDS: Mapping[ConflictType, str] = {
    ConflictType.IAC: "a conflict between States",
    ConflictType.NIAC: "a conflict not between States",
    ConflictType.NIAC_AP2: "a conflict not between States that Protocol II covers",
    ConflictType.OCCUPATION: "occupation",
    ConflictType.NONE: "no armed conflict",
}


def _kinds_said(near: list[Classification]) -> str:
    """Return what bodies have called it: two kinds at once are no contradiction."""
    kinds = list(dict.fromkeys(_TYPE_WORDS[one.type] for one in near))
    if len(kinds) == 1:
        return (
            f"It has been called {kinds[0]}, and our list marks that as contested. The grounds "
            "tell who says it; what holds in every armed conflict stands in any case."
        )
    return (
        f"The conflict has been called {listed(kinds)}, each for its own days and places. What "
        "holds in every armed conflict stands in any case; the grounds tell who says what."
    )


def _depends(one: Situated) -> bool:
    """Say whether a name stands for law that depends on the kind of conflict."""
    return (
        any(
            mention.instrument in _BOUND_TO_A_KIND and mention.provision != _COMMON_3
            for mention in one.mentions
        )
        and one.stretch.part is Part.BODY
    )


def _differ(near: list[Classification]) -> bool:
    kinds = {
        "niac"
        if one.type in _NIAC_TYPES
        else "none"
        if one.type is ConflictType.NONE
        else "iac"
        for one in near
    }
    return len(kinds) > 1 or any(one.status is Agreement.CONTESTED for one in near)
