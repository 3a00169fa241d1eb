"""The frame of a letter: addressee, date, signature, subject, request."""

import re
from collections.abc import Iterator

from averment.documents.document import PassageKind
from averment.documents.span import Span
from averment.findings.finding import Finding, Severity
from averment.findings.prose import Part, Prose

_TITLED = re.compile(
    r"\b(?:open\sletter|appeal|urgent|concerning|subject|re:|ref|situation|"
    r"communication|submission|petition|statement|complaint|"
    r"request|memorandum|alert|call)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:request\w*|urg(?:e|es|ing)|call(?:s|ing)?\s(?:up)?on|call(?:s|ing)?\sfor|"
    r"ask(?:s|ing)?|appeal\w*|demand\w*|invit\w+|recommend\w*|implor\w+|beg|"
    r"entreat\w*|plead\w*|beseech\w*|should|must|hope\w*|grateful|expect\w*|insist\w*|"
    r"please|need\sto|encourag\w+|propos\w+|petition\w*|"
    r"look\sforward|appreciate|would\sbe|let\sus|pray)\b",
    re.IGNORECASE,
)
_FEWEST_BODY = 3
_LONG_WORDS = 1_500
_MANY_PARAGRAPHS = 15
_NUMBERED = re.compile(r"\s?\(?\d{1,3}[.)]")
_ABOVE = re.compile(
    r"\b(?:the|these|those|all)\s(?:above|aforementioned|aforesaid|foregoing)(?:[\s"
    r"-](?:documented|mentioned|described|listed|cited|named|referenced|noted|"
    r"detailed))?\s"
    r"(?:[a-z-]+\s){0,2}?(?:violations|acts|incidents|crimes|attacks|events|facts|"
    r"abuses|issues|matters|cases|concerns|breaches|atrocities)\b"
    r"|\b(?:these|such)\s(?:violations|acts|crimes|abuses|breaches|atrocities)\b",
    re.IGNORECASE,
)
_SEVERAL = 3


def check_frame(prose: Prose) -> Iterator[Finding]:
    """Say what a letter lacks. Only what has a greeting is held to be a letter."""
    reading, head = prose.reading, prose.reading.letterhead
    if head.salutation is None:
        return
    greeting = head.salutation.span
    if not head.addressees:
        yield prose.finding(
            "PRO101", greeting, "The letter does not say whom it is written to."
        )
    if head.date is None:
        yield prose.finding("PRO102", greeting, "No date of the letter was found.")
    if not head.signatories:
        yield prose.finding("PRO103", _last(prose) or greeting, "No signature was found.")
    if head.subject is None and not _titled(prose) and reading.language == "en":
        yield prose.finding(
            "PRO105",
            greeting,
            "There is no subject line. What is the letter about, in one line?",
        )
    yield from _request(prose, greeting)


def _titled(prose: Prose) -> bool:
    return any(
        (s.part is Part.HEAD or s.kind is PassageKind.HEADING) and _TITLED.search(s.text)
        for s in prose.stretches
    )


def _last(prose: Prose) -> Span | None:
    """Return the end of the text that nobody signs."""
    body = prose.body
    if not body:
        return None
    start, end = body[-1].sentence_at(len(body[-1].text) - 1)
    return body[-1].span(start, end)


def _request(prose: Prose, greeting: Span) -> Iterator[Finding]:
    reading = prose.reading
    if reading.language != "en" or len(prose.body) < _FEWEST_BODY:
        return
    requests = [r for c in reading.claims for r in c.requests]
    if not requests:
        if not any(_ASKING.search(s.text) for s in prose.body):
            yield prose.finding("PRO104", greeting, "The letter asks for nothing.")
        return
    if all(r.procedural for r in requests):
        message = "The only request is to pass the letter on. What should the addressee do?"
        yield prose.finding("PRO104", requests[0].span, message, severity=Severity.NOTE)


def check_numbering(prose: Prose) -> Iterator[Finding]:
    """Find a long letter whose paragraphs nobody can refer to."""
    if prose.reading.letterhead.salutation is None:
        return
    body = [s for s in prose.body if s.kind is PassageKind.PARAGRAPH]
    if not body:
        return
    words = sum(len(s.text.split()) for s in prose.body)
    if len(body) < _MANY_PARAGRAPHS and words < _LONG_WORDS:
        return
    if any(s.label or _NUMBERED.match(s.text) for s in body):
        return
    start, end = body[0].sentence_at(0)
    message = (
        f"{len(body)} paragraphs, none of them numbered. How shall the reply refer to one?"
    )
    yield prose.finding("PRO301", body[0].span(start, end), message)


def check_antecedents(prose: Prose) -> Iterator[Finding]:
    """Find a request that points back at several acts at once."""
    told = sum(
        any(not a.general for a in c.allegations)
        for c in prose.reading.claims
        if not c.requests
    )
    if told < _SEVERAL:
        return
    requests = sorted(
        (r.span.start, r.span.end) for c in prose.reading.claims for r in c.requests
    )
    for stretch in prose.body:
        if not any(stretch.span(0, len(stretch.text)).overlaps(Span(*r)) for r in requests):
            continue
        for match in _ABOVE.finditer(stretch.text):
            span = stretch.span(match.start(), match.end())
            if any(span.overlaps(Span(*r)) for r in requests):
                said = stretch.words(match.start(), match.end())
                message = f"The text tells of several. Which of them does “{said}” mean?"
                yield prose.finding("PRO302", span, message)
