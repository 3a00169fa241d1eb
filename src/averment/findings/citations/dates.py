"""Dates of citations against the letter and against each other."""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.documents.citation import Citation
from averment.findings.cited.cited_words import addresses_of, flat, named
from averment.findings.cited.period import Period, period_of, written
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground


def check_citation_dates(reading: Reading) -> Iterator[Finding]:
    """Give dates that cannot be right, or that two citations of one work give differently."""
    head = reading.letterhead.date
    letter = period_of(head.value) if head is not None else None
    if letter is not None and letter.is_day:
        for citation in reading.citations:
            yield from _against_letter(citation, letter)
    yield from _same_work(reading)


def _against_letter(citation: Citation, letter: Period) -> Iterator[Finding]:
    printed = period_of(citation.date.value) if citation.date else None
    if printed is None or citation.date is None or citation.note is None:
        return
    if printed.first > letter.last:
        yield finding(
            "CIT412",
            citation.date.span,
            f"{named(citation)} is dated {written(printed)}, after the letter "
            f"({written(letter)}).",
            note=citation.note,
        )
    elif printed == letter:
        yield finding(
            "CIT413",
            citation.date.span,
            f"{named(citation)} is dated the day of the letter: "
            "is that the day it was published, or the day it was read?",
            note=citation.note,
        )


def _same_work(reading: Reading) -> Iterator[Finding]:
    """Compare the citations that lead to one address."""
    first: dict[str, Citation] = {}
    told: dict[str, set[str]] = {"date": set(), "title": set()}
    for citation in reading.citations:
        if citation.note is None or citation.short_form is not None:
            continue
        for address in addresses_of(reading, citation):
            if address.repaired is None:
                continue
            before = first.setdefault(address.repaired, citation)
            if before is citation:
                continue
            for what, found in (
                ("date", _dates_differ(before, citation)),
                ("title", _titles_differ(before, citation)),
            ):
                if found is not None and address.repaired not in told[what]:
                    told[what].add(address.repaired)
                    yield found


def _dates_differ(before: Citation, after: Citation) -> Finding | None:
    if before.date is None or after.date is None:
        return None
    one, other = period_of(before.date.value), period_of(after.date.value)
    if one is None or other is None or (one.first <= other.last and other.first <= one.last):
        return None
    return finding(
        "CIT414",
        after.date.span,
        f"One address, two dates: {written(one)} in note {before.note}, "
        f"{written(other)} in note {after.note}.",
        grounds=[Ground(text=f"note {before.note}", span=before.date.span)],
        note=after.note,
    )


def _titles_differ(before: Citation, after: Citation) -> Finding | None:
    if before.title is None or after.title is None:
        return None
    if not before.title.rule == after.title.rule == "title:quoted":
        return None  # an unquoted title is not surely read whole
    if _folded(before.title.value) == _folded(after.title.value):
        return None
    return finding(
        "CIT414",
        after.title.span,
        f"One address, two titles: {named(before)} in note {before.note}, "
        f"{named(after)} in note {after.note}.",
        grounds=[Ground(text=f"note {before.note}", span=before.title.span)],
        note=after.note,
    )


def _folded(title: str) -> str:
    return "".join(c for c in flat(title).casefold() if c.isalnum())
