"""The whole reading and its findings as JSON, for another program.

The schema is a promise: ``docs/formats/report.md`` describes every field, and `SCHEMA` changes
when a field changes its meaning or goes away. So each field is written here by name, and not
derived from the values' own fields, which may be renamed.
"""

import json

from averment.claims.claim import Claim
from averment.claims.reading import Reading
from averment.documents.address import Address
from averment.documents.citation import Citation
from averment.documents.document import (
    Document,
    DocxOrigin,
    HtmlOrigin,
    LinesOrigin,
    Origin,
    Passage,
    PdfOrigin,
)
from averment.documents.grounded import Grounded
from averment.documents.letterhead import Letterhead
from averment.documents.note import Marker, Note
from averment.documents.span import Span
from averment.findings.checked import Checked
from averment.findings.finding import Finding
from averment.findings.rules import family_of, title_of
from averment.incidents.allegation import Allegation
from averment.reports.json_value import Json
from averment.reports.place import Places
from averment.reports.qualification import json_qualification
from averment.reports.summary import LIMITS, in_text_order, summarise
from averment.sources.source import Source

SCHEMA = "averment.report/1"
READING_SCHEMA = "averment.reading/1"


def json_report(checked: Checked) -> str:
    """Return the reading and its findings as the text of a JSON file."""
    reading = checked.reading
    summary = summarise(checked)
    places = Places(document=reading.document)
    return _written(
        {
            "schema": SCHEMA,
            "limits": LIMITS,
            "summary": {
                "findings": {s.name.lower(): number for s, number in summary.severities},
                "claims": summary.claims,
                "notes": summary.notes,
                "sources": summary.sources,
                "addresses": {s.value: number for s, number in summary.address_statuses},
            },
            "findings": [
                _finding(finding, reading.document.text, places)
                for finding in in_text_order(checked.findings)
            ],
            "qualifications": [
                {
                    "claim": one.claim,
                    "allegation": one.allegation,
                    "span": _span(one.span, reading.document.text),
                    "branches": [branch.value for branch in one.branches],
                    "qualification": json_qualification(
                        one.qualification, text=reading.document.text
                    ),
                }
                for one in checked.qualifications
            ],
            "reading": _reading(reading),
        }
    )


def json_reading(reading: Reading) -> str:
    """Return the reading alone as the text of a JSON file."""
    return _written({"schema": READING_SCHEMA, "reading": _reading(reading)})


def _written(value: dict[str, Json]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _span(span: Span, text: str) -> dict[str, Json]:
    return {"start": span.start, "end": span.end, "quote": span.of(text)}


def _maybe(span: Span | None, text: str) -> Json:
    return None if span is None else _span(span, text)


def _grounded(value: Grounded[str] | None, text: str) -> Json:
    if value is None:
        return None
    return {"value": value.value, "rule": value.rule, **_span(value.span, text)}


def _finding(finding: Finding, text: str, places: Places) -> dict[str, Json]:
    return {
        "code": finding.code,
        "family": family_of(finding.code),
        "title": title_of(finding.code) or None,
        "severity": finding.severity.name.lower(),
        "span": _span(finding.span, text),
        "place": places.words_for(finding.span.start),
        "message": finding.message,
        "remedy": finding.remedy,
        "grounds": [{"text": g.text, "span": _maybe(g.span, text)} for g in finding.grounds],
        "claim": finding.claim,
        "note": finding.note,
        "candidates": list(finding.candidates),
    }


def _reading(reading: Reading) -> dict[str, Json]:
    text = reading.document.text
    return {
        "document": _document(reading.document),
        "language": reading.language,
        "letterhead": _letterhead(reading.letterhead, text),
        "notes": [_note(note, text) for note in reading.notes],
        "orphan_markers": [_marker(marker, text) for marker in reading.orphan_markers],
        "addresses": [_address(address, text) for address in reading.addresses],
        "citations": [_citation(citation, text) for citation in reading.citations],
        "sources": [_source(source) for source in reading.sources],
        "claims": [_claim(claim, text) for claim in reading.claims],
        "instruments": [
            {
                "instrument": mention.instrument,
                "provision": mention.provision,
                "span": _span(mention.span, text),
                "antecedent": _maybe(mention.antecedent, text),
                "rule": mention.rule,
            }
            for mention in reading.instruments
        ],
        "symbols": [
            {
                "symbol": mention.symbol,
                "group": mention.group,
                "span": _span(mention.span, text),
                "rule": mention.rule,
            }
            for mention in reading.symbols
        ],
        "votes": [
            {
                "symbol": vote.symbol,
                "yes": vote.yes,
                "no": vote.no,
                "abstain": vote.abstain,
                "states_yes": list(vote.states_yes),
                "states_no": list(vote.states_no),
                "states_abstain": list(vote.states_abstain),
                "unanimous": vote.unanimous,
                "span": _span(vote.span, text),
                "rule": vote.rule,
            }
            for vote in reading.votes
        ],
    }


def _document(document: Document) -> dict[str, Json]:
    text = document.text
    return {
        "name": document.name,
        "format": document.format.value,
        "text": text,
        "passages": [_passage(passage) for passage in document.passages],
        "references": [
            {"key": r.key, "span": _span(r.span, text)} for r in document.references
        ],
        "declared_notes": [
            {"key": n.key, "number": n.number, "passages": list(n.passages)}
            for n in document.notes
        ],
        "raised": [_span(span, text) for span in document.raised],
        "links": [{"target": k.target, "span": _span(k.span, text)} for k in document.links],
        "page_starts": list(document.page_starts),
        "notices": [{"code": n.code, "text": n.text} for n in document.notices],
    }


def _passage(passage: Passage) -> dict[str, Json]:
    return {
        "kind": passage.kind.value,
        "label": passage.label,
        "level": passage.level,
        "words": passage.flow.text,
        "runs": [list(run) for run in passage.flow.runs],
        "origin": _origin(passage.origin),
    }


def _origin(origin: Origin) -> dict[str, Json]:
    match origin:
        case LinesOrigin():
            return {"kind": "lines", "first": origin.first, "last": origin.last}
        case HtmlOrigin():
            return {"kind": "html", "path": origin.path}
        case PdfOrigin():
            lines: list[Json] = [
                {
                    "start": line.span.start,
                    "end": line.span.end,
                    "page": line.page,
                    "box": [line.box.left, line.box.bottom, line.box.right, line.box.top],
                }
                for line in origin.lines
            ]
            return {"kind": "pdf", "lines": lines}
        case DocxOrigin():
            runs: list[Json] = [
                {"start": r.start, "length": r.length, "run": r.run, "offset": r.offset}
                for r in origin.runs
            ]
            return {
                "kind": "docx",
                "part": origin.part,
                "paragraph": origin.paragraph,
                "runs": runs,
            }


def _letterhead(head: Letterhead, text: str) -> dict[str, Json]:
    return {
        "date": _grounded(head.date, text),
        "addressees": [_grounded(value, text) for value in head.addressees],
        "signatories": [_grounded(value, text) for value in head.signatories],
        "subject": _grounded(head.subject, text),
        "salutation": _grounded(head.salutation, text),
    }


def _marker(marker: Marker, text: str) -> dict[str, Json]:
    return {"raw": marker.raw, "kind": marker.kind.value, "span": _span(marker.span, text)}


def _note(note: Note, text: str) -> dict[str, Json]:
    return {
        "number": note.number,
        "printed_number": note.printed_number,
        "span": _span(note.span, text),
        "words": note.flow.text,
        "marker": None if note.marker is None else _marker(note.marker, text),
        "marker_inferred": note.marker_inferred,
        "anchor": _maybe(note.anchor, text),
    }


def _address(address: Address, text: str) -> dict[str, Json]:
    return {
        "raw": address.raw,
        "status": address.status.value,
        "repaired": address.repaired,
        "steps": [{"damage": s.damage.value, "proof": s.proof} for s in address.steps],
        "candidates": list(address.candidates),
        "note": address.note,
        "span": _span(address.span, text),
    }


def _citation(citation: Citation, text: str) -> dict[str, Json]:
    return {
        "note": citation.note,
        "title": _grounded(citation.title, text),
        "author": _grounded(citation.author, text),
        "publisher": _grounded(citation.publisher, text),
        "date": _grounded(citation.date, text),
        "pinpoint": _grounded(citation.pinpoint, text),
        "medium": citation.medium,
        "identifier": _grounded(citation.identifier, text),
        "addresses": list(citation.addresses),
        "refers_to": citation.refers_to,
        "short_form": citation.short_form,
        "span": _span(citation.span, text),
    }


def _source(source: Source) -> dict[str, Json]:
    outlet = source.outlet
    return {
        "number": source.number,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
        "host": source.host,
        "outlet": None
        if outlet is None
        else {"name": outlet.name, "kind": outlet.kind.value, "state": outlet.state},
        "agency": source.agency,
        "citations": list(source.citations),
    }


def _claim(claim: Claim, text: str) -> dict[str, Json]:
    return {
        "number": claim.number,
        "kind": claim.kind.value,
        "span": _span(claim.span, text),
        "words": claim.text,
        "passage": claim.passage,
        "lead_in": _maybe(claim.lead_in, text),
        "notes": list(claim.notes),
        "citations": list(claim.citations),
        "allegations": [_allegation(allegation, text) for allegation in claim.allegations],
        "quotations": [
            {"speaker": q.speaker, "span": _span(q.span, text)} for q in claim.quotations
        ],
        "requests": [
            {
                "span": _span(request.span, text),
                "addressee": request.addressee,
                "procedural": request.procedural,
                "rule": request.rule,
            }
            for request in claim.requests
        ],
        "rule": claim.rule,
    }


def _allegation(allegation: Allegation, text: str) -> dict[str, Json]:
    return {
        "span": _span(allegation.span, text),
        "act": _grounded(allegation.act, text),
        "target": _grounded(allegation.target, text),
        "weapon": _grounded(allegation.weapon, text),
        "weapon_type": allegation.weapon_type,
        "perpetrator": _grounded(allegation.perpetrator, text),
        "places": [_grounded(place, text) for place in allegation.places],
        "when": _grounded(allegation.when, text),
        "victims": [
            {
                "harm": count.harm.value,
                "at_least": count.at_least,
                "at_most": count.at_most,
                "of_whom": count.of_whom,
                "span": _span(count.span, text),
            }
            for count in allegation.victims
        ],
        "attributed_to": _grounded(allegation.attributed_to, text),
        "stance": allegation.stance.value,
        "stance_words": _maybe(allegation.stance_words, text),
        "general": allegation.general,
    }
