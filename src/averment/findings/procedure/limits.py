"""What the addressee's own procedure asks for, as far as the vocabulary knows it."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from averment.claims.reading import Reading
from averment.documents.document import PassageKind
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.procedure.procedures import (
    Limit,
    Outside,
    Procedure,
    Recognised,
    recognise,
)
from averment.findings.prose import Part, Prose
from averment.incidents.allegation import Allegation
from averment.sources.source import OutletKind

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBERED = re.compile(r"\s?\(?\d{1,3}[.)]")
_CONTACT = re.compile(
    r"@|\b(?:tel|telephone|phone|fax|e-?mail|contact|p\.?\s?o\.?\sbox|street|avenue|"
    r"road)\b|\+\d{2}",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:consent\w*|agreed\sto|permission|authori[sz](?:ed|ation)\s(?:to|by)|with\s"
    r"their\sagreement)\b",
    re.IGNORECASE,
)
_REMEDIES = re.compile(
    r"\b(?:(?:domestic|local|national)\sremed\w+|exhaust\w+|appeal(?:ed)?\s(?:to|"
    r"court)|supreme\scourt|constitutional\scourt)\b",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:not\s(?:been\s)?(?:submitted|pending|brought)|no\sother\s(?:international|"
    r"procedure|body)|pending\sbefore|another\s(?:international\s)?procedure)\b",
    re.IGNORECASE,
)
_VICTIM = re.compile(
    r"\b(?:victims?|detainees?|prisoners?|survivors?|persons?|people|civilians?|"
    r"famil(?:y|ies)|man|woman|men|women|child|children|boys?|girls?)\b",
    re.IGNORECASE,
)
_FIRST_HAND = re.compile(
    r"\b(?:we\s(?:have\s)?(?:interviewed|spoke|met|collected|visited|saw|observed|"
    r"recorded|took)|told\s(?:us|our)|our\s(?:own\s)?(?:researchers?|delegat\w+|"
    r"monitors?|lawyers?|members|staff|colleagues)|interviewed|testimon\w+|affidavits?|"
    r"witness(?:es)?\s(?:statements?|accounts?)|statements\sof\switnesses)\b",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"\b(?:we|I|the\s(?:author|authors|sender|senders|undersigned|organi[sz]ation)s?)\s"
    r"(?:\w+\s){0,4}?(?:remain|stay|be\skept|keep)\s(?:completely\s)?anonymous\b"
    r"|^\W{0,3}(?:anonymous|names?\swithheld(?:\s(?:by|on|at)\srequest)?)\W{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
_MEDIA = frozenset(
    {OutletKind.NEWS_AGENCY, OutletKind.NEWS_MEDIA, OutletKind.STATE_MEDIA, OutletKind.PLATFORM}
)
_FEWEST_SOURCES = 2
_DIRECT = (
    r"\b(?:you|your\s(?:excellency|excellencies|office|mandates?|organi[sz]ation)|"
    r"excellency|mandate\sholders)\s(?:to\s|should\s|must\s|will\s|would\s)?(?:also\s|"
    r"immediately\s|urgently\s)?"
)

_FIELD_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "victim": "the alleged victim",
        "date": "the date of the alleged act",
        "place": "the place of the alleged act",
        "perpetrator": "who is alleged to have done it",
        "contact": "how the sender can be reached",
        "consent": "the consent of the victims",
        "remedies": "what was tried before the courts of the State",
        "not_pending": "that no other international procedure has the case",
    }
)


def check_rules(prose: Prose) -> Iterator[Finding]:
    """Compare the document with each procedure that its addressee or its head shows."""
    for shown in recognise(prose.reading):
        yield from _length(prose, shown)
        yield from _beyond(prose, shown)
        yield from _fields(prose, shown)
        yield from _media_only(prose, shown)
        yield from _anonymous(prose, shown)
        yield from _formal(prose, shown)


def _length(prose: Prose, shown: Recognised) -> Iterator[Finding]:
    text = " ".join(prose.reading.document.text[:3_000].casefold().split())
    limit = next(
        (
            one
            for one in shown.procedure.limits
            if not one.when or any(w in text for w in one.when)
        ),
        None,
    )
    if limit is None:
        return
    severity = None if limit.certain else Severity.NOTE
    ground = Ground(text=limit.source)
    for unit, allowed, counted in _lengths(prose, limit):
        if counted > allowed:
            message = f"{counted:,} {unit}; {shown.procedure.name} may have {allowed:,}."
            if not limit.certain:
                message += " Is that still the figure?"
            yield prose.finding(
                "PRO110", shown.span, message, severity=severity, grounds=[ground]
            )
        else:
            message = f"{counted:,} {unit}; {shown.procedure.name} may have {allowed:,}."
            yield prose.finding(
                "PRO110", shown.span, message, severity=Severity.OK, grounds=[ground]
            )


def _lengths(prose: Prose, limit: Limit) -> Iterator[tuple[str, int, int]]:
    if limit.words is not None:
        parts = {Part.BODY, Part.NOTE} if limit.footnotes_count else {Part.BODY}
        counted = sum(
            sum(1 for _ in _WORD.finditer(s.text)) for s in prose.stretches if s.part in parts
        )
        yield "words", limit.words, counted
    pages = len(prose.reading.document.page_starts)
    if limit.pages is not None and pages:
        yield "pages", limit.pages, pages


def _beyond(prose: Prose, shown: Recognised) -> Iterator[Finding]:
    addressee = shown.span.of(prose.reading.document.text).casefold()
    senders = " ".join(s.value for s in prose.reading.letterhead.signatories).casefold()
    for outside in shown.procedure.outside:
        if outside.only and not any(word in addressee for word in outside.only):
            continue
        if any(word in senders for word in outside.unless_sender):
            continue
        pattern = re.compile(
            ("" if outside.unless_sender else _DIRECT) + _verbs(outside) + r"\b", re.IGNORECASE
        )
        yield from _asked_beyond(prose, shown.procedure, outside, pattern)


def _verbs(outside: Outside) -> str:
    return (
        "(?:" + "|".join(re.escape(verb).replace(r"\ ", r"\s") for verb in outside.verbs) + ")"
    )


def _asked_beyond(
    prose: Prose, procedure: Procedure, outside: Outside, pattern: re.Pattern[str]
) -> Iterator[Finding]:
    requests = [r.span for c in prose.reading.claims for r in c.requests]
    for stretch in prose.body:
        for match in pattern.finditer(stretch.text):
            span = stretch.span(match.start(), match.end())
            if any(span.overlaps(r) for r in requests):
                message = (
                    f"Can the addressee do this? {outside.says[:1].upper()}{outside.says[1:]}."
                )
                ground = Ground(text=procedure.source)
                yield prose.finding("PRO111", span, message, grounds=[ground])
                return


def _fields(prose: Prose, shown: Recognised) -> Iterator[Finding]:
    particular = [
        a
        for c in prose.reading.claims
        for a in c.allegations
        if not a.general and not c.requests
    ]
    if not shown.procedure.needs or not particular:
        return
    whole = [s.text for s in prose.stretches if s.part is not Part.NOTE]
    missing = [
        _FIELD_NAMES[need]
        for need in shown.procedure.needs
        if not _has(need, prose.reading, particular, whole)
    ]
    if missing:
        listed = "; ".join(missing)
        message = f"For {shown.procedure.name} these were not found: {listed}."
        ground = Ground(text=shown.procedure.source)
        yield prose.finding("PRO112", shown.span, message, grounds=[ground])


def _has(need: str, reading: Reading, particular: list[Allegation], whole: list[str]) -> bool:
    if need == "date":
        return any(a.when is not None for a in particular)
    if need == "place":
        return any(a.places for a in particular)
    if need == "perpetrator":
        return any(a.perpetrator is not None for a in particular)
    if need == "victim" and any(a.victims for a in particular):
        return True
    if need == "contact" and any(a.raw.startswith("mailto:") for a in reading.addresses):
        return True
    return any(_WORDS_OF[need](text) for text in whole)


_WORDS_OF: Mapping[str, Callable[[str], re.Match[str] | None]] = MappingProxyType(
    {
        "victim": _VICTIM.search,
        "contact": _CONTACT.search,
        "consent": _CONSENT.search,
        "remedies": _REMEDIES.search,
        "not_pending": _PENDING.search,
    }
)


def _media_only(prose: Prose, shown: Recognised) -> Iterator[Finding]:
    if shown.procedure.media_source is None:
        return
    sources = prose.reading.sources
    kinds = [s.outlet.kind if s.outlet is not None else OutletKind.UNKNOWN for s in sources]
    media = sum(kind in _MEDIA for kind in kinds)
    unknown = sum(kind is OutletKind.UNKNOWN for kind in kinds)
    if media < _FEWEST_SOURCES or media + unknown < len(sources):
        return
    if any(_FIRST_HAND.search(s.text) for s in prose.body):
        return
    ground = Ground(text=shown.procedure.media_source)
    if unknown:
        message = (
            f"{media} of {len(sources)} sources are media, and the rest are not known to "
            "us. Does anything else carry the case?"
        )
    else:
        message = (
            f"All {media} sources are media. The procedure does not take what rests on "
            "media alone."
        )
    certain = not unknown and shown.procedure.media_certain
    severity = None if certain else Severity.NOTE
    yield prose.finding("PRO113", shown.span, message, severity=severity, grounds=[ground])


def _anonymous(prose: Prose, shown: Recognised) -> Iterator[Finding]:
    if shown.procedure.anonymous_source is None:
        return
    ground = Ground(text=shown.procedure.anonymous_source)
    for stretch in prose.stretches:
        if stretch.part is Part.NOTE:
            continue
        match = _ANONYMOUS.search(stretch.text)
        if match is not None:
            message = (
                "The procedure does not take anonymous submissions; it can keep the sender "
                "confidential."
            )
            span = stretch.span(match.start(), match.end())
            yield prose.finding("PRO114", span, message, grounds=[ground])
            return


def _formal(prose: Prose, shown: Recognised) -> Iterator[Finding]:
    ground = Ground(text=shown.procedure.source)
    for wanted in shown.procedure.formal:
        if (
            wanted == "marked"
            and shown.procedure.mark not in prose.reading.document.text.casefold()
        ):
            message = f"The request is not marked “{shown.procedure.mark_printed}”."
            yield prose.finding("PRO115", shown.span, message, grounds=[ground])
        if wanted == "numbered" and not _is_numbered(prose):
            message = f"The paragraphs of {shown.procedure.name} are to be numbered."
            yield prose.finding("PRO115", shown.span, message, grounds=[ground])


def _is_numbered(prose: Prose) -> bool:
    body = [s for s in prose.body if s.kind in {PassageKind.PARAGRAPH, PassageKind.LIST_ITEM}]
    return not body or any(s.label or _NUMBERED.match(s.text) for s in body)
