"""What a citation lacks: title, date, publisher, pinpoint, day of access, a closing mark.

An element is called missing only where no words of the citation could be it; a reader of
citations who failed to see a date is no reason to ask the writer for one.
"""

import re
from collections.abc import Iterator, Sequence

from averment.claims.reading import Reading
from averment.documents.address import Address, AddressStatus
from averment.documents.citation import Citation
from averment.findings.cited.address_parts import (
    has_minute,
    host_as_printed,
    is_one_of,
    parts_of,
    shows_picture,
)
from averment.findings.cited.cited_words import addresses_of, count, flat, named, words_of
from averment.findings.cited.word_list import table
from averment.findings.compose import finding
from averment.findings.finding import Finding

UNCLOSED = "title:quotation-not-closed"
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_DATE_LIKE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2}|\bn\.d\b|\bundated\b|\bno date\b", re.IGNORECASE
)
_NAME = re.compile(r"[A-Z][\w'’.&-]+")
_SIGNAL = re.compile(
    r"\b(?:see|also|available|accessible|accessed|retrieved|visited|last|online|at|from|on|via|"
    r"and|URL|video|min|note|cf)\b|\([^()]{0,20}\)",
    re.IGNORECASE,
)
_PINPOINT = re.compile(
    r"\b(?:paras?|pp?|pages?|chaps?|ch|arts?|annex|at|sec|section|part|vol|col|fig|table)\b\.?\s?\d"
    r"|§|¶|\d[–-]\d|\b\d{1,2}:\d\d\b|\bmin(?:ute)?s?\b\.?\s?\d|\)\s*,?\s*\d{1,4}\s*$|,\s\d{1,4}\s*$",
    re.IGNORECASE,
)
_MINUTE = re.compile(r"\bmin(?:ute)?s?\b|\d:\d\d", re.IGNORECASE)
_ACCESSED = re.compile(
    r"\b(?:accessed|last (?:visited|checked|viewed)|retrieved|consulted|visited|viewed|"
    r"archived|perma\.cc|web\.archive\.org)\b",
    re.IGNORECASE,
)
_LONG_WORK = frozenset({"judgment", "report"})
_OPEN = frozenset({AddressStatus.INTACT, AddressStatus.REPAIRED})
_FEWEST_PAGES = 3


def check_elements(reading: Reading) -> Iterator[Finding]:
    """Give what each citation of a note lacks."""
    text = reading.document.text
    for citation in reading.citations:
        if citation.note is None or citation.short_form is not None:
            continue
        addresses = addresses_of(reading, citation)
        words = words_of(reading, citation, addresses=addresses)
        yield from _unclosed(citation)
        if not addresses:
            continue
        if _is_bare(citation, words):
            yield _without_title(citation, addresses)
            continue
        yield from _without_date(citation, words)
        yield from _without_publisher(citation, words, text)
        yield from _without_pinpoint(citation, addresses, words, text)
        yield from _pinpoint_in_vain(citation, addresses)
        yield from _picture(citation, addresses, words)
    yield from _without_access_day(reading)


def _unclosed(citation: Citation) -> Iterator[Finding]:
    if citation.title is not None and citation.title.rule == UNCLOSED:
        yield finding(
            "CIT407",
            citation.title.span,
            f"The quotation mark before {named(citation)} is not closed: "
            "where does the title end and the publisher begin?",
            note=citation.note,
        )


def _is_bare(citation: Citation, words: str) -> bool:
    """Say whether nothing but an address is given."""
    parts = (citation.title, citation.author, citation.publisher, citation.identifier)
    return not any(parts) and not _NAME.search(_SIGNAL.sub(" ", words))


def _without_title(citation: Citation, addresses: Sequence[Address]) -> Finding:
    return finding(
        "CIT401",
        addresses[0].span,
        f"Note {citation.note} gives an address and no title; "
        "if the page moves, nobody can find the work again.",
        note=citation.note,
    )


def _without_date(citation: Citation, words: str) -> Iterator[Finding]:
    if citation.date is not None or citation.title is None or citation.medium == "judgment":
        return
    if citation.title.rule == "title:first-segment":
        return  # words that begin a sentence may have been taken for a title
    if _YEAR.search(words) or _DATE_LIKE.search(words) or citation.identifier is not None:
        return
    yield finding(
        "CIT402",
        citation.title.span,
        f"No date is given for {named(citation)}.",
        note=citation.note,
    )


def _without_publisher(citation: Citation, words: str, text: str) -> Iterator[Finding]:
    if (
        citation.publisher is not None
        or citation.title is None
        or citation.identifier is not None
    ):
        return
    rest = words
    for part in (citation.title, citation.author, citation.date, citation.pinpoint):
        if part is not None:
            rest = rest.replace(flat(part.span.of(text)), " ")
    if citation.medium == "judgment" or _NAME.search(_SIGNAL.sub(" ", rest)):
        return
    if citation.title.rule != "title:quoted":
        return  # an unquoted title may hold its publisher
    yield finding(
        "CIT403",
        citation.title.span,
        f"No publisher is given for {named(citation)}: who put it out?",
        note=citation.note,
    )


def _without_pinpoint(
    citation: Citation, addresses: Sequence[Address], words: str, text: str
) -> Iterator[Finding]:
    """Ask for the page of a long work, the minute of a recording."""
    if citation.pinpoint is not None or citation.title is None:
        return
    rest = words.replace(flat(citation.title.value), " ")
    if citation.date is not None:
        rest = rest.replace(flat(citation.date.span.of(text)), " ")
    if _PINPOINT.search(rest):
        return
    parts = [p for a in addresses if (p := parts_of(a)) is not None]
    hosts = [host for a in addresses if (host := host_as_printed(a)) is not None]
    if any(is_one_of(host, "videos") for host in hosts):
        if not any(has_minute(p) for p in parts):
            yield finding(
                "CIT404",
                citation.title.span,
                f"{named(citation)} is a recording; at which minute is it seen?",
                note=citation.note,
            )
    elif citation.medium in _LONG_WORK and any(p.path.lower().endswith(".pdf") for p in parts):
        yield finding(
            "CIT404",
            citation.title.span,
            f"{named(citation)} is a long work; on which page or in which paragraph?",
            note=citation.note,
        )


def _pinpoint_in_vain(citation: Citation, addresses: Sequence[Address]) -> Iterator[Finding]:
    """Say that a minute is given of a recording that cannot be opened."""
    pinpoint = citation.pinpoint
    if pinpoint is None or not _MINUTE.search(pinpoint.value):
        return
    if any(address.status in _OPEN for address in addresses):
        return
    yield finding(
        "CIT405",
        pinpoint.span,
        "A minute is given, and the recording cannot be opened: its address is not whole.",
        note=citation.note,
    )


def _picture(citation: Citation, addresses: Sequence[Address], words: str) -> Iterator[Finding]:
    """Ask what a page that shows a picture says about the statement."""
    said = words.lower()
    if any(word in said for word in table("address_habits")["picture_words"]):
        return
    for address in addresses:
        parts = parts_of(address)
        if parts is not None and shows_picture(parts):
            yield finding(
                "CIT408",
                address.span,
                f"By its address the page of {named(citation)} shows a picture with a caption: "
                "does it say what it is cited for?",
                note=citation.note,
            )


def _without_access_day(reading: Reading) -> Iterator[Finding]:
    """Say once that no note tells when the pages were looked at."""
    pages = [
        a
        for a in reading.addresses
        if a.note is not None and a.status is not AddressStatus.MISSING
    ]
    if len(pages) < _FEWEST_PAGES:
        return
    if any(_ACCESSED.search(note.flow.text) for note in reading.notes):
        return
    yield finding(
        "CIT406",
        pages[0].span,
        f"{count(len(pages), 'page')} of the web are cited, and no note says when they were "
        "read; a page may have changed since.",
        note=pages[0].note,
    )
