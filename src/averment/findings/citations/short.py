"""*Ibid.*, *supra* and other short forms: whether a reader can tell what they stand for."""

import re
from collections.abc import Iterator

from averment.documents.citation import Citation
from averment.findings.cited.cited_words import named, quoted
from averment.findings.cited.cross_reference import CrossReference, Lead
from averment.findings.cited.support import Ties
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground, Severity
from averment.sources.source import OutletKind, Source

_PARAGRAPH = re.compile(r"\b(?:paras?|paragraphs?|¶|§)", re.IGNORECASE)
_NEWS = frozenset({OutletKind.NEWS_AGENCY, OutletKind.NEWS_MEDIA, OutletKind.STATE_MEDIA})
_SHOWN = 60


def check_short_forms(ties: Ties) -> Iterator[Finding]:
    """Give the short forms that lead to nothing, to several works or to the wrong one."""
    for index, reference in ties.references.items():
        citation = ties.reading.citations[index]
        match reference.lead:
            case Lead.NOWHERE | Lead.AMBIGUOUS:
                yield _open(ties, citation, reference)
            case Lead.WRONG_NOTE:
                yield _wrong(ties, citation, reference)
            case Lead.LATER:
                yield _later(ties, citation, reference)
            case Lead.RESOLVED:
                yield from _odd_pinpoint(ties, index, citation, reference)
            case Lead.OPEN:
                pass


def _short(ties: Ties, citation: Citation) -> str:
    return quoted(citation.span.of(ties.reading.document.text), longest=_SHOWN)


def _open(ties: Ties, citation: Citation, reference: CrossReference) -> Finding:
    words = _short(ties, citation)
    if reference.lead is Lead.AMBIGUOUS:
        return finding(
            "CIT409",
            citation.span,
            f"{words} may stand for any of the {reference.choices} works "
            f"of note {reference.number}: which is meant?",
            severity=Severity.NOTE,
            note=citation.note,
        )
    if reference.number is not None:
        said = f"{words} leads to note {reference.number}, and there is no such note."
    else:
        said = f"{words} stands in the first note: nothing is cited before it."
    return finding("CIT409", citation.span, said, note=citation.note)


def _wrong(ties: Ties, citation: Citation, reference: CrossReference) -> Finding:
    return finding(
        "CIT410",
        citation.span,
        f"{_short(ties, citation)} leads to note {reference.number}; "
        f"a work of that name is cited in note {reference.right_number}.",
        note=citation.note,
    )


def _later(ties: Ties, citation: Citation, reference: CrossReference) -> Finding:
    return finding(
        "CIT411",
        citation.span,
        f"{_short(ties, citation)} stands before the work is cited in full: "
        f"that is in note {reference.number}.",
        note=citation.note,
    )


def _odd_pinpoint(
    ties: Ties, index: int, citation: Citation, reference: CrossReference
) -> Iterator[Finding]:
    """Ask about a paragraph number in an article of the press, which has none."""
    source = _source(ties, index)
    if citation.pinpoint is None or source is None or citation.short_form not in ("ibid", "id"):
        return
    if not _PARAGRAPH.search(citation.pinpoint.value):
        return
    if source.outlet is None or source.outlet.kind not in _NEWS or reference.target is None:
        return
    target = ties.reading.citations[reference.target]
    if target.pinpoint is not None:
        return
    yield finding(
        "CIT409",
        citation.span,
        f"{_short(ties, citation)} stands for {named(target)}, "
        "which has no numbered paragraphs; is another work meant?",
        severity=Severity.NOTE,
        grounds=[Ground(text=f"note {target.note}", span=target.span)],
        note=citation.note,
    )


def _source(ties: Ties, index: int) -> Source | None:
    place = ties.source_of.get(index)
    return None if place is None else ties.reading.sources[place]
