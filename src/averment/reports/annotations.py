"""A reading in the shape that letters are annotated in, for scoring and for exchange.

The shape has no findings and no provenance: `json_report` has both.
"""

import json
from collections.abc import Iterator

from averment.claims.claim import Claim, ClaimKind
from averment.claims.reading import Reading
from averment.documents.address import Address, AddressStatus, Damage
from averment.documents.citation import Citation
from averment.documents.note import Note
from averment.documents.span import Span
from averment.incidents.allegation import Allegation, Harm
from averment.reports.json_value import Json
from averment.reports.summary import stem
from averment.sources.identify import host_of
from averment.un_record.find import instrument_id
from averment.un_record.mention import VoteStatement

_STRAY = {Damage.STRAY_MARK}
"""Damage that the shape has no word for: closing marks are no part of a printed address."""


def annotations(reading: Reading) -> dict[str, Json]:
    """Return the reading as one JSON object; see ``docs/formats/annotations.md``."""
    head = reading.letterhead
    text = reading.document.text
    return {
        "doc": stem(reading.document),
        "date": head.date.value if head.date else None,
        "addressee": [addressee.value for addressee in head.addressees],
        "signatories": [signatory.value for signatory in head.signatories],
        "footnotes": [_note(note, text) for note in reading.notes],
        "urls": [_address(address) for address in reading.addresses],
        "citations": list(_citations(reading)),
        "instruments": list(_instruments(reading)),
        "symbols": [
            {"text": s.span.of(text), "offset": _offset(s.span), "symbol": s.symbol}
            for s in reading.symbols
            if s.symbol is not None
        ],
        "votes": [_vote(vote, text) for vote in reading.votes],
        "allegations": [
            _allegation(claim, allegation, text)
            for claim in reading.claims
            for allegation in claim.allegations
            if not allegation.general
        ],
        "asks": list(_asks(reading)),
    }


def annotations_text(reading: Reading) -> str:
    """Return the annotations as the text of a file."""
    return json.dumps(annotations(reading), ensure_ascii=False, indent=1) + "\n"


def _offset(span: Span) -> list[int]:
    return [span.start, span.end]


def _note(note: Note, text: str) -> dict[str, Json]:
    return {
        "number": note.number,
        "anchor_text": note.anchor.of(text) if note.anchor else None,
        "anchor_offset": _offset(note.anchor) if note.anchor else None,
        "marker_raw": note.marker.raw if note.marker else None,
        "raw": note.span.of(text),
        "raw_offset": _offset(note.span),
    }


def _address(address: Address) -> dict[str, Json]:
    proved = address.status in {AddressStatus.INTACT, AddressStatus.REPAIRED}
    damage = dict.fromkeys(s.damage for s in address.steps if s.damage not in _STRAY)
    return {
        "raw": address.raw or None,
        "offset": _offset(address.span),
        "repaired": address.repaired if proved else None,
        "status": address.status.value,
        "footnote": address.note,
        "damage": [kind.value for kind in damage],
        "candidates": list(address.candidates),
    }


def _citations(reading: Reading) -> Iterator[dict[str, Json]]:
    """Give each citation that names its source; *ibid.* and bare addresses name none."""
    for citation in reading.citations:
        if citation.title is None or citation.refers_to is not None:
            continue
        yield {
            "publisher": citation.publisher.value
            if citation.publisher
            else _host(citation, reading),
            "title": citation.title.value,
            "author": citation.author.value if citation.author else None,
            "date": citation.date.value if citation.date else None,
            "footnote": citation.note,
        }


def _host(citation: Citation, reading: Reading) -> str | None:
    """Return the host that stands for a publisher who is not named."""
    addresses = (reading.addresses[index] for index in citation.addresses)
    hosts = (host_of(address.repaired or address.raw) for address in addresses)
    return next((host for host in hosts if host), None)


def _instruments(reading: Reading) -> Iterator[dict[str, Json]]:
    """Give treaties and the like, then resolutions: the shape lists these in both places."""
    text = reading.document.text
    for mention in reading.instruments:
        yield {
            "text": mention.span.of(text),
            "offset": _offset(mention.span),
            "canonical_id": mention.instrument,
            "provision": mention.provision,
        }
    for symbol in reading.symbols:
        name = symbol.group if symbol.symbol is None else instrument_id(symbol.symbol)
        if name is not None:
            yield {
                "text": symbol.span.of(text),
                "offset": _offset(symbol.span),
                "canonical_id": name,
                "provision": None,
            }


def _vote(vote: VoteStatement, text: str) -> dict[str, Json]:
    named = {
        "yes": list(vote.states_yes),
        "no": list(vote.states_no),
        "abstain": list(vote.states_abstain),
    }
    return {
        "symbol": vote.symbol,
        "yes": vote.yes,
        "no": vote.no,
        "abstain": vote.abstain,
        "named_states": {side: states for side, states in named.items() if states},
        "quote": vote.span.of(text),
        "offset": _offset(vote.span),
    }


def _allegation(claim: Claim, allegation: Allegation, text: str) -> dict[str, Json]:
    return {
        "summary": claim.text,
        "quote": allegation.span.of(text),
        "offset": _offset(allegation.span),
        "date": allegation.when.value if allegation.when else None,
        "place": allegation.places[0].value if allegation.places else None,
        "alleged_perpetrator": allegation.perpetrator.value if allegation.perpetrator else None,
        "act_type": allegation.act.value if allegation.act else None,
        "target_type": allegation.target.value if allegation.target else None,
        "weapon": allegation.weapon.value if allegation.weapon else None,
        "victims": {
            "killed": _count(allegation, Harm.KILLED),
            "injured": _count(allegation, Harm.INJURED),
        },
        "attributed_to": allegation.attributed_to.value if allegation.attributed_to else None,
        "stance": allegation.stance.value,
        "footnotes": list(claim.notes),
    }


def _count(allegation: Allegation, harm: Harm) -> int | None:
    """Return the printed figure, minima included; the whole where a part of it is told too."""
    figures = [
        figure
        for count in allegation.victims
        if count.harm is harm
        and (figure := count.at_least if count.at_least is not None else count.at_most)
        is not None
    ]
    return max(figures, default=None)


def _asks(reading: Reading) -> Iterator[dict[str, Json]]:
    text = reading.document.text
    for claim in reading.claims:
        if claim.kind is ClaimKind.REQUEST:
            for request in claim.requests:
                yield {"quote": request.span.of(text), "offset": _offset(request.span)}
