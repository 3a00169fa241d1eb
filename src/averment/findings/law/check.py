"""The family LAW: what the text says about treaties and other law, held against the catalogue.

Every check asks what a careful lawyer of either side would ask; no rule knows any State.
Nothing here is legal advice.
"""

from collections.abc import Iterator

from averment.claims.reading import Reading
from averment.findings.finding import Finding
from averment.findings.law.abroad import check_abroad
from averment.findings.law.conflict import check_classification, check_kind
from averment.findings.law.court import check_court
from averment.findings.law.crimes import check_crimes
from averment.findings.law.days import Calendar
from averment.findings.law.declared import check_declarations
from averment.findings.law.groups import check_groups
from averment.findings.law.invocation import find_invocations
from averment.findings.law.joining import check_joining
from averment.findings.law.judged import judge
from averment.findings.law.named import states_told
from averment.findings.law.offered import check_traps, check_unnamed_norm
from averment.findings.law.provisions import check_dates_of_instruments, check_provisions
from averment.findings.law.quoted import Texts, check_quotations
from averment.findings.law.situated import situate
from averment.findings.law.soft import check_resolutions, check_soft_law
from averment.findings.law.standings import check_instruments_in_time, check_standings
from averment.findings.prose import read_prose
from averment.law.lawbook import LawBook


def check_law(
    reading: Reading, book: LawBook, *, texts: Texts | None = None
) -> Iterator[Finding]:
    """Check what `reading` says of law.

    Args:
        reading: The document.
        book: Instruments and who did what about them.
        texts: Gives the texts of an instrument that the user has imported; None: there are
            none, and quotations are not compared.
    """
    prose = read_prose(reading)
    placed = situate(prose)
    calendar = Calendar(reading)
    states = states_told(reading)
    yield from check_resolutions(prose)
    if placed:
        invocations = find_invocations(prose, placed)
        yield from check_soft_law(prose, book, invocations)
        judged = judge(book, invocations)
        yield from check_standings(prose, book, judged)
        yield from check_instruments_in_time(prose, book, invocations)
        yield from check_joining(prose, book, judged)
        yield from check_declarations(prose, book, judged)
        yield from check_provisions(prose, book, placed)
        yield from check_dates_of_instruments(prose, book, placed)
        yield from check_kind(prose, book, placed, invocations)
        yield from check_classification(prose, book, placed, states, calendar)
        yield from check_groups(prose, book, invocations)
        yield from check_abroad(prose, book, invocations)
        yield from check_traps(prose, book, placed, invocations)
        if texts is not None:
            yield from check_quotations(prose, book, placed, texts)
    yield from check_crimes(prose, book, placed)
    yield from check_court(prose, book, states, calendar)
    yield from check_unnamed_norm(prose, book, placed)
