"""How many sources a statement has, and whether they are several or one in other clothes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from averment.documents.address import AddressStatus
from averment.findings.cited.cited_words import count, listed
from averment.findings.cited.source_kind import called, kind_of, outlet_of
from averment.findings.cited.support import Support, Ties
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground
from averment.sources.source import OutletKind, Source

_BROKEN = frozenset({AddressStatus.MISSING, AddressStatus.TRUNCATED})
_FEWEST_CLAIMS = 2
_LOOKED_AT = 20
"""Citations of one source that are looked at: they are all of one kind."""


def check_source_counts(ties: Ties) -> Iterator[Finding]:
    """Give the statements that rest on one source, and sources that are one and the same."""
    single: dict[int, list[Support]] = {}
    for support in ties.supports:
        if not alleges(support):
            continue
        yield from _unreachable(ties, support)
        if support.opaque or len(support.sources) != 1:
            yield from _same_origin(ties, support)
            continue
        yield from _twice(ties, support)
        source = ties.reading.sources[support.sources[0]]
        if _is_judged(ties, source):
            continue  # a finding of a court is more than an account of what happened
        single.setdefault(support.sources[0], []).append(support)
        yield _one(support, source)
    for place, supports in single.items():
        yield from _shared(ties.reading.sources[place], supports)


def _is_judged(ties: Ties, source: Source) -> bool:
    """Say whether the source is the finding of a court or of a body that decides like one."""
    media = (ties.reading.citations[i].medium for i in source.citations[:_LOOKED_AT])
    return kind_of(source, ties.reading) is OutletKind.COURT or "judgment" in media


def alleges(support: Support) -> bool:
    """Say whether the claim tells of a particular incident."""
    return any(not allegation.general for allegation in support.claim.allegations)


def _numbers(notes: Sequence[str]) -> str:
    return f"note{'s' if len(notes) > 1 else ''} {listed(list(notes))}"


def _one(support: Support, source: Source) -> Finding:
    where = f" ({_numbers(support.notes)})" if support.notes else ""
    return finding(
        "SRC101",
        support.span,
        f"One source carries this statement{where}: {called(source)}. "
        "Is there a second account that does not go back to it?",
        grounds=[Ground(text="number of sources: 1", span=support.span)],
        claim=support.claim.number,
        note=support.notes[0] if support.notes else None,
    )


def _unreachable(ties: Ties, support: Support) -> Iterator[Finding]:
    """Say that no source of a statement can be opened."""
    reading = ties.reading
    if support.opaque or not support.citations:
        return
    own = [
        [reading.addresses[i] for i in reading.citations[c].addresses]
        for c in support.citations
    ]
    if not all(addresses and all(a.status in _BROKEN for a in addresses) for addresses in own):
        return
    works = (
        "The only source" if len(support.sources) == 1 else f"None of the {len(own)} sources"
    )
    can = "cannot" if len(support.sources) == 1 else "can"
    yield finding(
        "SRC102",
        support.span,
        f"{works} of this statement {can} be opened: the address is missing or cut.",
        grounds=[Ground(text="address", span=a.span) for addresses in own for a in addresses],
        claim=support.claim.number,
        note=support.notes[0] if support.notes else None,
    )


def _twice(ties: Ties, support: Support) -> Iterator[Finding]:
    """Say that two citations under one statement are one source."""
    full = [i for i in support.citations if ties.reading.citations[i].short_form is None]
    if len(full) < _FEWEST_CLAIMS:
        return
    source = ties.reading.sources[support.sources[0]]
    yield finding(
        "SRC108",
        ties.reading.citations[full[1]].span,
        f"{count(len(full), 'citation')} under one statement lead to {called(source)}: "
        "they count as one source.",
        grounds=[Ground(text="citation", span=ties.reading.citations[i].span) for i in full],
        claim=support.claim.number,
        note=ties.reading.citations[full[1]].note,
    )


def _same_origin(ties: Ties, support: Support) -> Iterator[Finding]:
    """Say that several sources of a statement go back to one news agency."""
    reading = ties.reading
    origins: dict[str, list[Source]] = {}
    for place in support.sources:
        source = reading.sources[place]
        outlet = outlet_of(source, reading)
        name = source.agency
        if name is None and outlet is not None and outlet.kind is OutletKind.NEWS_AGENCY:
            name = outlet.name
        if name is not None:
            origins.setdefault(name, []).append(source)
    for name, sources in origins.items():
        if len(sources) < _FEWEST_CLAIMS:
            continue
        places = [reading.citations[s.citations[0]] for s in sources]
        yield finding(
            "SRC109",
            places[1].span,
            f"{len(sources)} sources of this statement go back to one agency, {name}: "
            "two printings of one report are one account.",
            grounds=[
                Ground(text=called(s), span=c.span)
                for s, c in zip(sources, places, strict=True)
            ],
            claim=support.claim.number,
            note=places[1].note,
        )


def _shared(source: Source, supports: Sequence[Support]) -> Iterator[Finding]:
    """Say that several statements stand or fall with one source."""
    claims = Counter(s.claim.number for s in supports)
    if len(claims) < _FEWEST_CLAIMS:
        return
    numbers = listed([str(number) for number in sorted(claims)])
    yield finding(
        "SRC107",
        supports[1].span,
        f"{len(claims)} statements (claims {numbers}) rest on {called(source)} alone: "
        "if it falls, all of them fall.",
        grounds=[Ground(text=f"claim {s.claim.number}", span=s.span) for s in supports],
        claim=supports[1].claim.number,
        note=supports[1].notes[0] if supports[1].notes else None,
    )
