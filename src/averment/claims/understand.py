"""From a document to a reading: every reader of the domain, in the one order that works.

Notes come first, because they must not be read as text; addresses are repaired with the titles
of their citations; claims come last, because they gather what the others found.
"""

from dataclasses import replace

from averment.apparatus.apparatus import Apparatus, read_apparatus
from averment.claims.find import Context, find_claims
from averment.claims.genre import genre_of
from averment.claims.reading import Reading
from averment.documents.body import body_flow
from averment.documents.document import Document, Notice, PassageKind
from averment.documents.letterhead import Letterhead
from averment.frames.frame import read_frame
from averment.law.find import find_instruments
from averment.prose.language import is_english
from averment.sources.identify import Cited, identify
from averment.sources.outlet import known_hosts
from averment.sources.source import Source
from averment.un_record.find import find_symbols
from averment.un_record.vote import find_votes

SHORT = 300
"""A passage of the head is shorter, in characters; a longer one holds prose as well."""
NOT_ENGLISH = Notice(
    code="language-not-read",
    text="The text does not read as English. Its notes, addresses and symbols were read; "
    "its claims were not.",
)


def understand(document: Document) -> Reading:
    """Read everything that the rules can find in `document`."""
    english = is_english(document.text)
    if not english:
        document = replace(document, notices=(*document.notices, NOT_ENGLISH))
    apparatus = read_apparatus(document, hosts=known_hosts())
    document = apparatus.document
    frame = read_frame(document)
    document = _with_signatures(document, frame.signature_passages)
    body = body_flow(document)
    instruments = list(find_instruments(body))
    symbols = list(find_symbols(body))
    votes = list(find_votes(body, symbols))
    for note in apparatus.notes:
        instruments += find_instruments(note.flow, earlier=instruments)
        own = find_symbols(note.flow)
        symbols += own
        votes += find_votes(note.flow, own)
    context = Context(
        date=frame.letterhead.date.value if frame.letterhead.date else None,
        notes=apparatus.notes,
        citations=apparatus.citations,
        instruments=instruments,
        symbols=symbols,
        votes=votes,
        genre=genre_of(document, frame.letterhead),
        issuers=tuple(s.value for s in frame.letterhead.signatories),
        frame=frame.signature_passages | _head_passages(document, frame.letterhead),
    )
    return Reading(
        document=document,
        letterhead=frame.letterhead,
        notes=apparatus.notes,
        orphan_markers=apparatus.orphans,
        addresses=apparatus.addresses,
        citations=apparatus.citations,
        sources=_sources(apparatus),
        claims=find_claims(document, context) if english else (),
        instruments=tuple(instruments),
        symbols=tuple(symbols),
        votes=tuple(votes),
        language="en" if english else None,
    )


def _head_passages(document: Document, letterhead: Letterhead) -> frozenset[int]:
    """Return the passages that hold the address, the date or the greeting, and no prose."""
    parts = [*letterhead.addressees, letterhead.date, letterhead.salutation, letterhead.subject]
    spans = [part.span for part in parts if part is not None]
    return frozenset(
        index
        for index, passage in enumerate(document.passages)
        if len(passage.flow.text) < SHORT and any(passage.span.overlaps(s) for s in spans)
    )


def _with_signatures(document: Document, signature: frozenset[int]) -> Document:
    passages = tuple(
        replace(passage, kind=PassageKind.SIGNATURE) if index in signature else passage
        for index, passage in enumerate(document.passages)
    )
    return replace(document, passages=passages)


def _sources(apparatus: Apparatus) -> tuple[Source, ...]:
    def url_of(indexes: tuple[int, ...]) -> str | None:
        return next(
            (u for i in indexes if (u := apparatus.addresses[i].repaired) is not None), None
        )

    return identify(
        [
            Cited(
                title=c.title.value if c.title else None,
                author=c.author.value if c.author else None,
                publisher=c.publisher.value if c.publisher else None,
                date=c.date.value if c.date else None,
                url=url_of(c.addresses),
                refers_to=c.refers_to,
                short=c.short_form is not None,
            )
            for c in apparatus.citations
        ]
    )
