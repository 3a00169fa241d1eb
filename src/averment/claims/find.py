"""Find the claims of a document: each sentence or list item that asserts or asks something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from averment.claims.claim import Claim, ClaimKind, Quotation
from averment.claims.genre import Genre
from averment.claims.quotation import find_quotations
from averment.claims.request import Request, find_requests
from averment.documents.citation import Citation
from averment.documents.document import Document, Passage, PassageKind
from averment.documents.flow import Flow
from averment.documents.note import Note
from averment.documents.sentence import sentences
from averment.documents.span import Span
from averment.incidents.allegation import Allegation
from averment.incidents.find import find_allegations
from averment.law.mention import InstrumentMention
from averment.un_record.mention import SymbolMention, VoteStatement

STATING = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL})
FEWEST_WORDS = 4
MARKER_REACH = 6
"""A marker so many characters behind a sentence still belongs to it."""
COURTESY = re.compile(
    r"(?:dear\b|your excellenc(?:y|ies)[,.]?$|yours\b|respectfully|sincerely|thank you|please accept|accept,? |with (?:the )?(?:assurances?|best)"
    r"|i (?:have the honou?r|avail myself)|we (?:thank|remain|look forward)|distr\.|original:|page \d)",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"\b(?:according to|said|says|stated|states|reported|reports|told|confirmed|claims?|claimed|announced|noted|documented)\b"
)
FIGURE = re.compile(r"(?<![\w/.-])(?:\d[\d,.]*\s?(?:%|per cent|percent|million|billion|people|persons)|\d{2,3}(?:,\d{3})+)|\b(?:hundreds|thousands|dozens)\b")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of the document before its claims are read."""

    date: str | None
    notes: Sequence[Note]
    citations: Sequence[Citation]
    instruments: Sequence[InstrumentMention]
    symbols: Sequence[SymbolMention]
    votes: Sequence[VoteStatement]
    genre: Genre
    issuers: tuple[str, ...]
    """Names of those who sign or issue the document."""
    frame: frozenset[int] = frozenset()
    """Indexes of the passages that belong to the letter's frame and claim nothing."""


@dataclass(frozen=True, slots=True)
class _Above:
    """What stands over a passage and is part of its meaning."""

    lead_in: Flow | None = None
    """A sentence that this passage completes."""
    heading: Flow | None = None
    """The last heading; "Recommendations" makes requests of what follows."""


def find_claims(document: Document, context: Context) -> tuple[Claim, ...]:
    """Return the claims in reading order, numbered from 1."""
    claims: list[Claim] = []
    above = _Above()
    for index, passage in enumerate(document.passages):
        if passage.kind is PassageKind.HEADING:
            above = _Above(heading=passage.flow)
        if passage.kind not in STATING or index in context.frame:
            continue
        completes = passage.kind is PassageKind.LIST_ITEM or passage.flow.text[:1].islower()
        here = above if completes else replace(above, lead_in=None)
        for claim in _of_passage(passage, index, here, context):
            claims.append(replace(claim, number=len(claims) + 1))
        if _announces(passage):
            above = replace(above, lead_in=_last_sentence(passage))
        elif not completes:
            above = replace(above, lead_in=None)
    return tuple(claims)


def _announces(passage: Passage) -> bool:
    """Say whether a list follows: a colon, or a sentence that is left open."""
    return passage.flow.text.rstrip()[-1:] in (":", "—", "–") or bool(
        re.search(
            r"\b(?:including|following|as follows|namely|that|to)[,;]?$",
            passage.flow.text.rstrip(),
        )
    )


def _last_sentence(passage: Passage) -> Flow | None:
    ranges = sentences(passage.flow)
    return passage.flow.part(*ranges[-1]) if ranges else None


def _of_passage(
    passage: Passage, index: int, above: _Above, context: Context
) -> Iterator[Claim]:
    for start, end in sentences(passage.flow):
        sentence = passage.flow.part(start, end)
        claim = _claim(sentence, index, above, context)
        if claim is not None:
            yield claim


def _claim(sentence: Flow, passage: int, above: _Above, context: Context) -> Claim | None:
    text = sentence.text
    lead_in = above.lead_in
    if len(text.split()) < FEWEST_WORDS or (COURTESY.match(text) and len(text) < 200):  # noqa: PLR2004 - a courtesy is short
        return None
    span = sentence.span(0, len(text))
    allegations = find_allegations(sentence, lead_in=lead_in, reference_date=context.date)
    requests = find_requests(
        sentence,
        lead_in=lead_in or above.heading,
        author_is_sender=context.genre is not Genre.RELEASE,
        issuers=context.issuers,
        resolution=context.genre is Genre.RESOLUTION,
    )
    quotations = find_quotations(sentence)
    numbers = tuple(n.number for n in context.notes if _marks(n, span))
    kind, rule = _kind(text, span, allegations, requests, quotations, context)
    return Claim(
        number=0,
        kind=kind,
        span=span,
        text=text,
        passage=passage,
        lead_in=lead_in.span(0, len(lead_in.text)) if lead_in else None,
        notes=numbers,
        citations=tuple(
            i
            for i, c in enumerate(context.citations)
            if c.note in numbers or (c.note is None and span.holds(c.span))
        ),
        allegations=allegations,
        quotations=quotations,
        requests=requests,
        rule=rule,
    )


def _marks(note: Note, span: Span) -> bool:
    """Say whether the marker of `note` stands in `span` or right behind it."""
    if note.marker is not None:
        return span.start < note.marker.span.start <= span.end + MARKER_REACH - 1
    return note.marker_inferred and note.anchor is not None and span.overlaps(note.anchor)


def _kind(
    text: str, span: Span, allegations: Sequence[Allegation], requests: Sequence[Request],
    quotations: Sequence[Quotation], context: Context,
) -> tuple[ClaimKind, str]:  # fmt: skip
    """Decide what sort of statement it is: the first that fits, from the most checkable down."""
    if requests:
        return ClaimKind.REQUEST, requests[0].rule
    if any(not allegation.general for allegation in allegations):
        return ClaimKind.INCIDENT, "kind:alleges-an-act"
    if any(span.overlaps(vote.span) for vote in context.votes):
        return ClaimKind.RECORD, "kind:tells-a-vote"
    if any(span.overlaps(symbol.span) for symbol in context.symbols):
        return ClaimKind.RECORD, "kind:names-a-record"
    if any(span.overlaps(mention.span) for mention in context.instruments):
        return ClaimKind.LEGAL, "kind:names-an-instrument"
    if any(q.speaker for q in quotations):
        return ClaimKind.QUOTATION, "kind:quotes-somebody"
    if allegations:
        return ClaimKind.INCIDENT, "kind:alleges-in-general"
    if FIGURE.search(text):
        return ClaimKind.FIGURE, "kind:gives-a-figure"
    if SAYING.search(text):
        return ClaimKind.ATTRIBUTION, "kind:says-who-says-so"
    return ClaimKind.BACKGROUND, "kind:nothing-more-particular"
