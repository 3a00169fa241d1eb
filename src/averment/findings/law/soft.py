"""Declarations, principles, rules and resolutions invoked as if they were treaties."""

import re
from collections.abc import Iterator

from averment.findings.finding import Finding, Ground, Severity
from averment.findings.law.invocation import Invocation, Whose
from averment.findings.law.predicate import JOINED, Wording
from averment.findings.law.told import titles
from averment.findings.prose import Prose
from averment.law.instrument import InstrumentKind
from averment.law.lawbook import LawBook

_RESOLUTION_JOINED = re.compile(
    r"\b(?P<joined>ratified|acceded\sto|(?:State\s)?part(?:y|ies)\sto|signator(?:y|ies)\s(?:to|of))\s"
    r"(?:the\s)?(?:(?:UN|U\.N\.|United\sNations)\s)?(?:(?:Security\sCouncil|General\sAssembly|"
    r"Human\sRights\sCouncil)(?:'s)?\s)?[Rr]esolution\s(?:[AS]/|\d|ES-)"
)


def check_soft_law(
    prose: Prose, book: LawBook, invocations: tuple[Invocation, ...]
) -> Iterator[Finding]:
    """Find texts that bind nobody as such and are told as binding, once an instrument."""
    told: set[str] = set()
    for one in invocations:
        known = book.instruments.get(one.mention.instrument)
        if known is None or known.kind is not InstrumentKind.SOFT_LAW or known.id in told:
            continue
        explicit = one.wording in JOINED | {Wording.BOUND}
        if one.negated or not (explicit or one.wording is Wording.VIOLATED):
            continue
        told.add(known.id)
        title = titles(book, [known.id])
        said = f"Our catalogue does not list {title} as a treaty; in itself it binds no State."
        grounds = [Ground(text=f"{known.title}: {known.provenance}.")]
        if known.note:
            grounds.append(Ground(text=known.note))
        if known.custom:
            said += " Some of it is held to be custom: which part is meant?"
            grounds.append(Ground(text=f"Custom: {known.custom_note}."))
        else:
            said += " Which binding norm does it explain here?"
        yield prose.finding(
            "LAW118",
            one.words,
            said,
            severity=None if _claims_more(one, custom=bool(known.custom)) else Severity.NOTE,
            grounds=grounds,
        )


def _claims_more(one: Invocation, *, custom: bool) -> bool:
    """Say whether the writer's own words make a treaty of it, or say that it binds as such."""
    if one.whose is not Whose.OWN:
        return False
    return one.wording in JOINED or (one.wording is Wording.BOUND and not custom)


def check_resolutions(prose: Prose) -> Iterator[Finding]:
    """Find, once, a resolution of an organ of the United Nations that a State "ratified"."""
    for stretch in prose.body:
        for match in _RESOLUTION_JOINED.finditer(stretch.text):
            if stretch.is_quoted(match.start()):
                continue
            yield prose.finding(
                "LAW118",
                stretch.span(match.start(), match.end("joined")),
                "A resolution is adopted by an organ; no State ratifies or joins it. By which "
                "words does it bind here?",
            )
            return
