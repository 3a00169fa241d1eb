"""A decision of a court: the names of its parties, what it decided, which court."""

import re

from averment.apparatus.citation_name import trimmed_name
from averment.apparatus.citation_part import Part
from averment.apparatus.citation_words import is_body, words
from averment.documents.citation import Citation
from averment.documents.grounded import Grounded
from averment.documents.span import Span

PARTIES = re.compile(
    r"(?:In re\s|Case of\s|Case concerning\s)?[A-Z][^,\x01\[;“\"]{1,110}?\sv(?:s?\."
    r"|\b)\s(?:the\s)?[A-Z][^,\x01\[;“\"(]{1,90}?"
    r"(?=,|\s[\[(]|\.\s|\s(?:App(?:lication|l?\.)?|Case|Communication|Nos?\.?)\s(?:[Nn]o|\d)"
    r"|\s[A-Z]{2,4}-\d|\.?\s*$)"
)
DECISION_IN_BRACKETS = re.compile(
    r"\s\((?P<words>(?:Judge?ment|Decision|Order|Merits|Sentenc|Appeal|Advisory|Preliminary"
    r"|Trial)[^()]{0,120})\)"
)
LAW_REPORT = re.compile(r"\bI\.?\s?C\.?\s?J\.?\s(?:Reports|Rep\.|(?=\d{1,4}\b))|\bICJ Reports")
SEGMENT = re.compile(r",\s+")
VERSUS = re.compile(r"\sv(?:s?\.|\b)\s")
NAMED = re.compile(
    r"[(\[,]\s*(?P<name>[^()\[\],\x01]{2,90}?)\s*(?=\sSer(?:ies|\.)|[()\[\],\x01.]|$)"
)
LONGEST_LEAD = 90
LONGEST_KIND = 90


def read_case(part: Part, span: Span, *, note: str | None) -> Citation | None:
    """Read the decision of a court; None where the citation is none."""
    found = PARTIES.search(part.text, part.start, part.end)
    if found is None:
        return _reported(part, span, note=note)
    lead = part.text[part.start : found.start()]
    court = part.grounded(part.start, found.start(), "publisher:court")
    if court is not None and any(c.isdigit() for c in court.value):
        court = None  # "communication No. 869/1999"
    elif len(lead) > LONGEST_LEAD or (court is not None and not is_body(court.value)):
        return None
    start = found.start()
    inner = _court_before(part, start, found.end())
    if inner is not None:
        court, start = inner
    end = found.end()
    first = VERSUS.split(found.group())[0]
    if first.rfind("(") > first.rfind(")"):
        end = found.start() + first.rfind("(")  # "Case concerning a bridge (A. v. B.)"
    bracket = DECISION_IN_BRACKETS.match(part.text, end, part.end)
    if bracket is not None:
        end = bracket.end("words") + 1
    return Citation(
        span=span,
        note=note,
        title=_title(part, start, end),
        publisher=court or _court(part, end),
        date=part.date(end) or part.year(end),
        pinpoint=part.pinpoint(end),
        medium="judgment",
        identifier=part.identifier(),
    )


def _reported(part: Part, span: Span, *, note: str | None) -> Citation | None:
    """Read a decision without parties: "Legal Consequences ..., I.C.J. Reports 2019"."""
    report = LAW_REPORT.search(part.text, part.start, part.end)
    if report is None:
        return None
    name = re.compile(r"[^,(\[\x01]{8,200}").match(part.text, part.start, report.start())
    title = part.grounded(*name.span(), "title:case-name") if name else None
    if title is None:
        return None
    return Citation(
        span=span, note=note, title=title, publisher=_court(part, part.start),
        date=part.date(report.end()) or part.year(report.start() - len("2007 ")),
        pinpoint=part.pinpoint(report.end()), medium="judgment", identifier=part.identifier(),
    )  # fmt: skip


def _court_before(part: Part, start: int, end: int) -> tuple[Grounded[str] | None, int] | None:
    """Take the court off the front in "District Court of Sorrel: Doe v. Roe"."""
    match = re.compile(r"[^:]{4,80}:\s+").match(part.text, start, end)
    if match is None or not is_body(part.text[start : match.end()].strip(" :")):
        return None
    return part.grounded(start, match.end(), "publisher:court"), match.end()


def _title(part: Part, start: int, end: int) -> Grounded[str] | None:
    """Return the parties and, without the number between, what the decision is."""
    title = part.grounded(start, end, "title:case-name")
    stop = re.compile(r"[(\[\x01;]").search(part.text, end, part.end)
    at = end
    for match in [*SEGMENT.finditer(part.text, end, stop.start() if stop else part.end), None]:
        until = match.start() if match else (stop.start() if stop else part.end)
        kind = part.grounded(at, until, "title:case-name")
        if title is not None and kind is not None and _is_decision(kind.value):
            value = f"{title.value}, {kind.value}"
            whole = part.flow.span(start, part.flow.offset_of(kind.span.end - 1) + 1)
            return Grounded(value=value, span=whole, rule=title.rule)
        at = match.end() if match else at
    return title


def _is_decision(words_: str) -> bool:
    """Say whether words name a decision and no date with it: "Judgement and Sentence"."""
    found = words("decisions").search(words_)
    return (
        found is not None
        and len(words_) < LONGEST_KIND
        and not any(c.isdigit() for c in words_)
    )


def _court(part: Part, start: int) -> Grounded[str] | None:
    """Return the court or the series of reports behind the parties."""
    report = LAW_REPORT.search(part.text, start, part.end)
    if report is not None:
        return part.grounded(*report.span(), "publisher:law-report")
    for match in NAMED.finditer(part.text, start, part.end):
        name = match["name"].strip()
        if words("courts").search(name) and not words("decisions").match(name):
            return trimmed_name(part, *match.span("name"), "publisher:court")
    return None
