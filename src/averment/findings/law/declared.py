"""Reservations and declarations that bear on what is invoked, and roads that they close."""

import re
from collections.abc import Iterator

from averment.findings.finding import Finding, Ground, Severity
from averment.findings.law.judged import Judged
from averment.findings.law.told import state_name, titles, upper
from averment.findings.prose import Prose
from averment.law.declaration import Declaration, DeclarationKind
from averment.law.lawbook import LawBook
from averment.law.standing import Answer

_ARTICLE = re.compile(r"(?P<number>[0-9]{1,3}|[IVXL]{1,6})")
_COURT = re.compile(r"\b(?:International\sCourt\sof\sJustice|World\sCourt|I\.?C\.?J\.?)\b")
_FORUM = frozenset({DeclarationKind.RESERVATION, DeclarationKind.JURISDICTION})
_OF_THE_WHOLE = frozenset({DeclarationKind.TERRITORIAL, DeclarationKind.DEROGATION})
"""What bears on every article: where the treaty applies, and what is suspended."""
_COURT_CLAUSES = {
    ("GENOCIDE-1948", "IX"),
    ("CERD-1966", "22"),
    ("CEDAW-1979", "29"),
    ("CAT-1984", "30"),
    ("ICPPED-2006", "42"),
    ("MERC-1989", "17"),
    ("HOSTAGES-1979", "16"),
    ("REFUGEE-1951", "38"),
}
"""Clauses by which a dispute may be brought before the International Court of Justice."""


def check_declarations(
    prose: Prose, book: LawBook, judged: tuple[Judged, ...]
) -> Iterator[Finding]:
    """Tell the declarations that touch an article, a court or the whole, once each."""
    told: set[tuple[str, str, str, str]] = set()
    for one in judged:
        standing = one.governing
        if standing.answer is not Answer.BOUND:
            continue
        for declaration in standing.declarations:
            key = (one.state, standing.instrument, declaration.provision, declaration.label)
            if key in told:
                continue
            code = _code(prose, one, declaration)
            if code:
                told.add(key)
                yield _finding(prose, book, one, declaration, code)


def _code(prose: Prose, one: Judged, declaration: Declaration) -> str:
    """Return the code under which a declaration is told; empty where it does not bear."""
    wanted = _number(one.invocation.mention.provision or "")
    about = _number(declaration.provision)
    clause = (declaration.instrument, about) in _COURT_CLAUSES
    if clause and declaration.kind in _FORUM:
        return "LAW124" if wanted == about or _asks_the_court(prose, one) else ""
    if wanted and wanted == about:
        return "LAW111"
    return "LAW111" if declaration.kind in _OF_THE_WHOLE else ""


def _number(provision: str) -> str:
    match = _ARTICLE.search(provision.removeprefix("common "))
    return match["number"] if match is not None else ""


def _asks_the_court(prose: Prose, one: Judged) -> bool:
    """Say whether the same statement, or a request, speaks of the Court."""
    for claim in prose.reading.claims:
        same = claim.number == one.invocation.claim
        if (same or claim.requests) and _COURT.search(claim.text):
            return True
    return False


def _finding(
    prose: Prose, book: LawBook, one: Judged, declaration: Declaration, code: str
) -> Finding:
    where = f", {declaration.provision}" if declaration.provision else ""
    made = f" on {declaration.made.isoformat()}" if declaration.made else ""
    title = titles(book, [declaration.instrument])
    kind = (
        "declaration" if declaration.kind is not DeclarationKind.RESERVATION else "reservation"
    )
    acceptance = code == "LAW124" and declaration.kind is DeclarationKind.JURISDICTION
    return prose.finding(
        code,
        one.invocation.mention.span,
        f"{upper(state_name(one.state))} made a {kind} to {title}{where}{made}: "
        f"{declaration.label.rstrip('.')}.",
        severity=Severity.NOTE if acceptance else None,
        grounds=[Ground(text=f"{declaration.label.rstrip('.')}. {declaration.provenance}.")],
    )
