"""Find the claims of a document: each sentence or list item that asserts or asks something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from averment.claims.claim import Claim, ClaimKind, Quotation
from averment.claims.genre import Genre
from averment.claims.headings import holds_prose, is_heading, title_passages
from averment.claims.quotation import find_quotations
from averment.claims.request import Request, find_requests, tells_of_sender
from averment.claims.request_list import is_addressed_heading, is_asking_heading, is_order
from averment.documents.citation import Citation
from averment.documents.document import Document, Passage, PassageKind
from averment.documents.flow import Flow
from averment.documents.note import Note
from averment.documents.span import Span
from averment.incidents.allegation import Allegation
from averment.incidents.covered import covered_year
from averment.incidents.find import find_allegations
from averment.incidents.when import told_date
from averment.law.mention import InstrumentMention
from averment.prose.sentence import sentences
from averment.un_record.mention import SymbolMention, VoteStatement

STATING = frozenset({PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL})
FEWEST_WORDS = 4
FEWEST_LISTED = 3
MARKER_REACH = 6
"""A marker so many characters behind a sentence still belongs to it."""
LONGEST_COURTESY = 200
COURTESY = re.compile(
    r"(?:dear\b|your excellenc(?:y|ies)[,.]?$|yours\b|respectfully|sincerely|"
    r"thank you|please accept|accept,? |with (?:the )?(?:assurances?|best)|"
    r"i (?:have the honou?r|avail myself)|"
    r"we (?:thank|remain|look forward)|distr\.|original:|page \d)",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"\b(?:according to|said|says|stated|states|reported|reports|told|confirmed|claims?|"
    r"claimed|announced|noted|documented)\b"
)
FIGURE = re.compile(
    r"(?<![\w/.-])(?:\d[\d,.]*\s?(?:%|per cent|percent|million|billion|people|persons)|"
    r"\d{2,3}(?:,\d{3})+)|\b(?:hundreds|thousands|dozens)\b"
)
ANNOUNCED = re.compile(
    r"(?:[:—–]|\b(?:including|following|as follows|namely|that|to)[,;]?)$", re.IGNORECASE
)


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
    level: int = 0
    """Rank of that heading, from 1; 0 where the format has none."""
    sender: bool = False
    """The sentence before has the sender for its subject."""
    year: str | None = None
    """The year that an annual report without a date tells of."""
    told: str | None = None
    """EDTF date of the act told last above, under the same heading."""
    continues: bool = False
    """That act stands in the sentence right before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a sentence holds."""

    allegations: tuple[Allegation, ...]
    requests: tuple[Request, ...]
    quotations: tuple[Quotation, ...]


def find_claims(document: Document, context: Context) -> tuple[Claim, ...]:
    """Return the claims in reading order, numbered from 1."""
    claims: list[Claim] = []
    year = None if context.date else covered_year(document.text)
    above = _Above(year=year)
    title = title_passages(document)
    for index, passage in enumerate(document.passages):
        if is_heading(passage, under=above.heading):
            above = _below_heading(above, passage)
            continue
        framed = index in context.frame and not holds_prose(passage)
        if passage.kind not in STATING or framed or index in title:
            continue
        completes = passage.kind is PassageKind.LIST_ITEM or passage.flow.text[:1].islower()
        here = above if completes else replace(above, lead_in=None)
        found = list(_of_passage(passage, index, here, context))
        if found and _only_announces(document.passages, index):
            # "We urge you to call on them:" asks for nothing but what stands below.
            found[-1] = replace(found[-1], requests=())
        above = replace(above, told=_told(found) or above.told)
        claims += [replace(claim, number=len(claims) + n) for n, claim in enumerate(found, 1)]
        if ANNOUNCED.search(passage.flow.text.rstrip()):
            above = replace(above, lead_in=_last_sentence(passage))
        elif not completes:
            above = replace(above, lead_in=None)
    return tuple(claims)


def _below_heading(above: _Above, passage: Passage) -> _Above:
    """Return what stands over the text below a heading.

    "To the Government" below "Recommendations", or a heading of lower rank there, leaves what
    follows a recommendation.
    """
    asking = above.heading is not None and is_asking_heading(above.heading.text)
    lower = 0 < above.level < passage.level
    if asking and (lower or is_addressed_heading(passage.flow.text)):
        return _Above(heading=above.heading, level=above.level, year=above.year)
    return _Above(heading=passage.flow, level=passage.level, year=above.year)


def _only_announces(passages: Sequence[Passage], index: int) -> bool:
    """Say whether a passage ends with a colon, and an order follows: "Release the sailors"."""
    if not passages[index].flow.text.rstrip().endswith(":") or index + 1 >= len(passages):
        return False
    below = passages[index + 1]
    return below.kind is PassageKind.LIST_ITEM and is_order(below.flow.text)


def _last_sentence(passage: Passage) -> Flow | None:
    ranges = sentences(passage.flow)
    return passage.flow.part(*ranges[-1]) if ranges else None


def _of_passage(
    passage: Passage, index: int, above: _Above, context: Context
) -> Iterator[Claim]:
    own = context.genre is not Genre.RELEASE
    continues = False
    for start, end in sentences(passage.flow):
        sentence = passage.flow.part(start, end)
        claim = _claim(sentence, index, replace(above, sender=continues), context)
        told = _told([claim]) if claim is not None else None
        above = replace(above, told=told or above.told, continues=told is not None)
        if claim is not None:
            yield claim
        continues = tells_of_sender(
            sentence, author_is_sender=own, issuers=context.issuers, continues=continues
        )


def _told(claims: Sequence[Claim]) -> str | None:
    """Return the date of the last act that the claims tell of."""
    return told_date(
        a.when.value if a.when else None for claim in claims for a in claim.allegations
    )


def _claim(sentence: Flow, passage: int, above: _Above, context: Context) -> Claim | None:
    text = sentence.text
    # "Publish the results" is a whole demand below "We urge you to:" or "Recommendations".
    asking = above.heading is not None and is_asking_heading(above.heading.text)
    completes = above.lead_in is not None or asking
    if len(text.split()) < (FEWEST_LISTED if completes else FEWEST_WORDS):
        return None
    if COURTESY.match(text) and len(text) < LONGEST_COURTESY:
        return None
    span = sentence.span(0, len(text))
    lead_in = above.lead_in
    found = _Found(
        allegations=find_allegations(
            sentence,
            lead_in=lead_in,
            reference_date=context.date,
            heading_year=above.year,
            context_date=above.told,
            continues=above.continues,
        ),
        requests=find_requests(
            sentence,
            lead_in=lead_in or above.heading,
            author_is_sender=context.genre is not Genre.RELEASE,
            issuers=context.issuers,
            resolution=context.genre is Genre.RESOLUTION,
            continues=above.sender,
        ),
        quotations=find_quotations(sentence),
    )
    numbers = tuple(n.number for n in context.notes if _marks(n, span))
    kind, rule = _kind(text, span, found, context)
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
        allegations=found.allegations,
        quotations=found.quotations,
        requests=found.requests,
        rule=rule,
    )


def _marks(note: Note, span: Span) -> bool:
    """Say whether the marker of `note` stands in `span` or right behind it."""
    if note.marker is not None:
        return span.start < note.marker.span.start <= span.end + MARKER_REACH - 1
    return note.marker_inferred and note.anchor is not None and span.overlaps(note.anchor)


def _kind(text: str, span: Span, found: _Found, context: Context) -> tuple[ClaimKind, str]:
    """Decide what sort of statement it is: the first that fits, most checkable first."""
    if found.requests:
        return ClaimKind.REQUEST, found.requests[0].rule
    for fits, kind, rule in (
        (any(not a.general for a in found.allegations), ClaimKind.INCIDENT, "alleges-an-act"),
        (_holds_part_of(span, context.votes), ClaimKind.RECORD, "tells-a-vote"),
        (_holds_part_of(span, context.symbols), ClaimKind.RECORD, "names-a-record"),
        (_holds_part_of(span, context.instruments), ClaimKind.LEGAL, "names-an-instrument"),
        (any(q.speaker for q in found.quotations), ClaimKind.QUOTATION, "quotes-somebody"),
        (bool(found.allegations), ClaimKind.INCIDENT, "alleges-in-general"),
        (FIGURE.search(text) is not None, ClaimKind.FIGURE, "gives-a-figure"),
        (SAYING.search(text) is not None, ClaimKind.ATTRIBUTION, "says-who-says-so"),
    ):
        if fits:
            return kind, f"kind:{rule}"
    return ClaimKind.BACKGROUND, "kind:nothing-more-particular"


def _holds_part_of(
    span: Span, mentions: Sequence[InstrumentMention | SymbolMention | VoteStatement]
) -> bool:
    return any(span.overlaps(mention.span) for mention in mentions)
