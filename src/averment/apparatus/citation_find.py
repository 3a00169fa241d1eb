"""Read a citation: author, title, publisher, date, pinpoint, whatever the style.

Styles differ in order and marks, not in what they hold. A title stands in quotation marks, or
is the first long segment; what stands before it is the author, what stands behind it the
publisher; a date belongs to the source unless "accessed" stands before it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from averment.apparatus.address_find import Printed
from averment.documents.citation import Citation
from averment.apparatus.citation_split import MASK, masked, parts
from averment.documents.dates import find_dates
from averment.documents.flow import Flow
from averment.documents.grounded import Grounded
from averment.apparatus.note_likeness import CITING, YEAR_IN_BRACKETS, citing
from averment.documents.span import Span

SIGNAL = re.compile(
    r"(?:But\s+)?(?:(?:[Ss]ee|SEE)(?:,?\s+(?:also|generally|further|inter alia|for (?:example|instance)|e\.g\.))?"
    r"|[Cc]f\.|[Ee]\.g\.,?|[Aa]ccord|[Ss]ources?:|[Qq]uoted in|[Cc]ited in|[Aa]s reported (?:by|in)|[Rr]eported (?:by|in)"
    r"|[Aa]vailable (?:at|from):?|and)\s*[,:]?\s+"
)
SHORT = re.compile(
    r"(?P<form>[Ii]bid(?:em)?|[Ii]d|[Ss]upra|[Ll]oc\.\s?cit|[Oo]p\.\s?cit)\b\.?"
    r"|.{0,60}?\b(?P<later>supra|above|op\.\s?cit\.?)(?:,?\s+(?:note|n\.?|fn\.?)\s*(?P<note>\d{1,3}))?"
    r"|.{0,60}?\b(?:cited|quoted) (?:above )?in (?:note|n\.?|fn\.?)\s*(?P<cited>\d{1,3})"
    r"|.{0,60}?\((?:above\s+)?(?:note|n\.?|fn\.?)\s*(?P<bracketed>\d{1,3})\)"
)
NOTE_NUMBER = re.compile(r"\b(?:note|n\.?|fn\.?)\s*(\d{1,3})", re.IGNORECASE)
QUOTED = (
    re.compile(r"“([^“”]{3,300})”"),
    re.compile(r"«\s?([^«»]{3,300}?)\s?»"),
    re.compile(r"\"([^\"]{3,300})\""),
    re.compile(r"(?:(?<=[\s,(])|^)[‘']((?:[^‘\n]){3,300}?)[’'](?=\s*[,.;(\x01]|\s+in\b|\s*$)"),
)
UNCLOSED = re.compile(
    r"[“\"](?P<words>[^“”\"(\x01]{10,300}?),\s+(?P<rest>[^,(\x01]{3,80})\s*(?=[(\x01]|,\s*available|$)"
)
PINPOINT = re.compile(
    r"\b(?:paras?|pp?|arts?|chaps?|ch|cols?|p[áa]gs?|§|ss?|min(?:ute)?|at)\.?\s?\d[\dA-Za-z.:–-]*(?:\s?(?:,|and|to|–|-)\s?\d[\d.:]*)*"
    r"|\(\s*min\.?\s*[\d:]+\s*\)|\b\d{1,2}:\d{2}(?::\d{2})?\b"
)
TAIL = re.compile(
    r"(?:,?\s*\b(?:available|accessible|accessed|retrieved|last (?:visited|accessed)|visited|online|at|via|URL|in)\b:?\s*)+$",
    re.IGNORECASE,
)
ACCESS = re.compile(
    r"(?:access(?:ed)?|visited|retrieved|consulted|checked|viewed)(?:\s+on)?:?\s*$", re.IGNORECASE
)
IDENTIFIER = re.compile(
    r"\b(?:(?:A|S|E|CAT|CCPR|CERD|CRC|CEDAW|HRI|ST)/[A-Za-z0-9./()–-]*\d[A-Za-z0-9()]*|[A-Z]{3}\s\d{2}/\d{3,4}/\d{4}"
    r"|(?:Case|Application|App\.|Appl\.)\s(?:No|no|number)s?\.?\s[\w/–.-]+)"
)
CASE = re.compile(
    r"(?:In re\s)?[A-Z][^,\x01\[;]{1,90}?\sv\.?\s[A-Z][^,\x01\[;]{1,110}?(?=,|\s\[|\s\((?!No)|\s*$)"
    r"(?:,\s(?:Case|Application|App\.|Appl\.)\s(?:No|no)s?\.?\s[\w/–.-]+\w)?"
)
SEGMENT = re.compile(r",\s+(?![Jj]r\b|Inc\b|Ltd\b)")
PERSON = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof|Sir|Lord|Judge)\.?\s)?(?:[A-Z][\w'’.-]*\s+){1,3}(?:(?:de|van|von|der|el|al|bin|da|di)\s)?[A-Z][\w'’-]+"
    r"(?:(?:,|\s+and|\s+&)\s+.{3,80})?$"
)
BODY_AUTHOR = re.compile(
    r"(?:Amnesty International|Human Rights Watch|International (?:Crisis Group|Committee of the Red Cross|Commission of Jurists|Federation)"
    r"|United Nations|UN |UNICEF|UNHCR|OHCHR|OSCE|Council of Europe|European (?:Union|Commission|Parliament)|Office of|Ministry of"
    r"|Government of|Committee |Commission |Medecins|Médecins|Physicians for|Reporters|Article 19|World )"
)
SYMBOL_ONLY = re.compile(
    r"(?:(?:UN\s|United Nations\s)?(?:Doc(?:ument)?s?\.?\s)?(?:A|S|E|CAT|CCPR|CERD|CRC|CEDAW|HRI|ST|GE)/[\w./()\s–-]*\d[\w()]*"
    r"|(?:General Assembly |Security Council |Human Rights Council |Council |Assembly )?[Rr]esolutions?\s[\dSs][\w/ ().,–-]*"
    r"|[AS]l?/?RES/.*)[.,\s]*$"
)
PROSE_START = re.compile(
    r"(?:The|This|These|Those|It|In|On|At|For|As|According|All|We|Our|Some|Many|However|Although|While|No|After|Before|There)\s"
)
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|may|can|should|shall|refers?|includes?|states?)\b"
)
TITLE_CONNECTOR = re.compile(
    r"^(?:in|in:|on|published in|reprinted in|for|by|,|:|-|–|—)\s+", re.IGNORECASE
)
PUBLISHER_STOP = re.compile(
    r"[(\x01]|,?\s+(?:available|accessed|accessible|retrieved|vol\.|No\.|no\.|pp?\.|paras?\.|at\s+\d|issue|\d{1,2}:\d\d)"
)
LONGEST_PUBLISHER = 80
VIDEO_HOSTS = re.compile(r"youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com", re.IGNORECASE)
MEDIUM = (
    ("video", re.compile(r"\bvideo\b|\bfootage\b|\[film\]", re.IGNORECASE)),
    ("photograph", re.compile(r"\bphoto(?:graph)?s?\b", re.IGNORECASE)),
    ("broadcast", re.compile(r"\b(?:radio|broadcast|television)\b", re.IGNORECASE)),
    ("interview", re.compile(r"\binterview\b", re.IGNORECASE)),
    ("report", re.compile(r"\breport\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCitation:
    """A citation of a flow, and which of the flow's addresses stand in it."""

    citation: Citation
    addresses: tuple[int, ...]
    """Indexes into the addresses handed in."""


def find_citations(
    flow: Flow, *, note: str | None, addresses: Sequence[Printed]
) -> tuple[NoteCitation, ...]:
    """Read the citations of a note, or of a passage that reads like one."""
    hidden = masked(flow.text, addresses)
    places = [address.start for address in addresses]
    found = []
    for start, end in parts(hidden):
        own = tuple(range(bisect_left(places, start), bisect_left(places, end)))
        citation = _read(flow, hidden, start, end, note=note, addressed=bool(own))
        if citation is not None:
            found.append(NoteCitation(citation=citation, addresses=own))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Part:
    """One citation's words, with the way back to the document."""

    flow: Flow
    text: str
    """The flow's text with addresses masked."""
    start: int
    end: int

    def grounded(self, start: int, end: int, rule: str) -> Grounded[str] | None:
        """Return the words from `start` to `end`, trimmed; None where nothing is left."""
        while start < end and self.text[start] in " \n,;:(—–-":
            start += 1
        while end > start and self.text[end - 1] in " \n,;:(—–-":
            end -= 1
        if (
            end - start > 1
            and self.text[end - 1] == "."
            and not _abbreviated(self.text[max(0, end - 12) : end])
        ):
            end -= 1
        if start >= end or not any(c.isalnum() for c in self.text[start:end]):
            return None
        value = self.flow.text[start:end].replace("\n", " ")
        return Grounded(value=value, span=self.flow.span(start, end), rule=rule)


def _abbreviated(text: str) -> bool:
    return bool(re.search(r"(?:\b[A-Z]|\b(?:J|St|Jr|Co|Inc|Ltd|Rev|Univ|Int'l|Q))\.$", text))


def _read(
    flow: Flow, hidden: str, start: int, end: int, *, note: str | None, addressed: bool
) -> Citation | None:
    span = flow.span(start, end)
    signal = SIGNAL.match(hidden, start, end)
    begin = signal.end() if signal else start
    part = _Part(flow, hidden, begin, end)
    short = SHORT.match(hidden, begin, end)
    if short is not None:
        number = NOTE_NUMBER.search(hidden, begin, end)
        form = (short["form"] or short["later"] or "supra").lower().replace(" ", "")
        form = {
            "ibidem": "ibid",
            "loc.cit": "ibid",
            "op.cit": "supra",
            "op.cit.": "supra",
            "above": "supra",
        }.get(form, form)
        return Citation(
            span=span, note=note, short_form=form,
            pinpoint=_pinpoint(part, number.end() if number else short.end()),
            identifier=Grounded(value=number[1], span=flow.span(*number.span(1)), rule="short:note") if number else None,
        )  # fmt: skip
    title, title_start, title_end, closed = _title(part)
    if title is None:
        return _unquoted(
            part, span, note=note, addressed=addressed, signalled=signal is not None
        )
    author = part.grounded(begin, title_start, "author:before-title")
    body = author is not None and _is_body(author.value)
    if author is not None and (len(author.value) > 160 or VERB.search(author.value)):  # noqa: PLR2004
        author = None
    publisher = closed or _publisher(part, title_end)
    if publisher is None and body:
        publisher = author
    return Citation(
        span=span,
        note=note,
        title=title,
        author=author,
        publisher=publisher,
        date=_date(part, title_end) or _date(part, begin, title_start),
        pinpoint=_pinpoint(part, title_end),
        medium=_medium(part),
        identifier=_identifier(part),
    )


def _title(part: _Part) -> tuple[Grounded[str] | None, int, int, Grounded[str] | None]:
    """Return the quoted title, where it stands with its marks, and a publisher that hangs on it."""
    best: re.Match[str] | None = None
    for pattern in QUOTED:
        match = pattern.search(part.text, part.start, part.end)
        if match and (best is None or match.start() < best.start()):
            best = match
    if best is not None and _is_title(part, best):
        title = part.grounded(best.start(1), best.end(1), "title:quoted")
        if title is not None:
            return title, best.start(), best.end(), None
    unclosed = UNCLOSED.search(part.text, part.start, part.end)
    if unclosed is not None:
        title = part.grounded(*unclosed.span("words"), "title:quotation-not-closed")
        publisher = part.grounded(*unclosed.span("rest"), "publisher:before-bracket")
        return title, unclosed.start(), unclosed.end("words"), publisher
    return None, part.start, part.start, None


def _is_title(part: _Part, match: re.Match[str]) -> bool:
    """Say whether quoted words are a title and not words quoted in a sentence."""
    words = match[1].strip()
    before = part.text[part.start : match.start()]
    return (words[:1].isupper() or words[:1].isdigit() or not before.strip()) and len(
        before
    ) < 200  # noqa: PLR2004


def _publisher(part: _Part, after: int) -> Grounded[str] | None:
    text = part.text
    at = after
    while at < part.end and text[at] in " ,.\n":
        at += 1
    if at < part.end and text[at] == "(":
        close = text.find(")", at, part.end)
        inside_end = close if close >= 0 else part.end
        return _before_date(part, at + 1, inside_end, "publisher:in-brackets")
    connector = TITLE_CONNECTOR.match(text[at : part.end])
    if connector:
        at += connector.end()
    stop = PUBLISHER_STOP.search(text, at, part.end)
    end = stop.start() if stop else part.end
    return _before_date(part, at, end, "publisher:after-title")


def _before_date(part: _Part, start: int, end: int, rule: str) -> Grounded[str] | None:
    dates = find_dates(part.flow.text[start:end])
    if dates:
        end = start + dates[0].start
    words = part.text[start:end]
    tail = TAIL.search(words)
    if tail:
        end = start + tail.start()
    # "London: Verso" names the place first.
    colon = part.text.find(": ", start, end)
    if colon > 0 and rule == "publisher:in-brackets":
        start = colon + 1
    publisher = part.grounded(start, end, rule)
    if (
        publisher is None
        or len(publisher.value) > LONGEST_PUBLISHER
        or MASK in part.text[start:end]
    ):
        return None
    first = SEGMENT.split(publisher.value)[0]
    if first != publisher.value and rule == "publisher:after-title":
        at = publisher.value.find(first)
        begin = part.flow.offset_of(publisher.span.start) + at
        publisher = part.grounded(begin, begin + len(first), rule)
    return publisher if publisher and not re.fullmatch(r"[\d\W]+", publisher.value) else None


def _date(part: _Part, start: int, end: int | None = None) -> Grounded[str] | None:
    end = part.end if end is None else end
    text = re.sub(MASK, " ", part.text[start:end])
    for found in find_dates(text):
        before = text[max(0, found.start - 30) : found.start]
        if ACCESS.search(before) or found.value.startswith("XXXX"):
            continue
        return Grounded(
            value=found.value.removesuffix("/..").removeprefix("../"),
            span=part.flow.span(start + found.start, start + found.end),
            rule=found.rule,
        )
    year = re.search(r"\((?:[^()]*[\s,])?((?:1[89]|20)\d\d)\)", text)
    if year is not None:
        at = start + year.start(1)
        return Grounded(
            value=year[1], span=part.flow.span(at, at + 4), rule="date:year-in-brackets"
        )
    return None


def _pinpoint(part: _Part, start: int) -> Grounded[str] | None:
    found = [m for m in PINPOINT.finditer(part.text, start, part.end) if MASK not in m.group()]
    if not found:
        return None
    match = found[-1]
    return part.grounded(*match.span(), "pinpoint")


def _identifier(part: _Part) -> Grounded[str] | None:
    match = IDENTIFIER.search(part.text, part.start, part.end)
    return part.grounded(*match.span(), "identifier") if match else None


def _medium(part: _Part) -> str | None:
    words = part.flow.text[part.start : part.end]
    if VIDEO_HOSTS.search(words):
        return "video"
    return next((name for name, pattern in MEDIUM if pattern.search(words)), None)


def _unquoted(
    part: _Part, span: Span, *, note: str | None, addressed: bool, signalled: bool
) -> Citation | None:
    """Read a citation whose title stands in no quotation marks."""
    words = part.text[part.start : part.end].strip()
    referring = PINPOINT.search(words) or YEAR_IN_BRACKETS.search(words)
    if not (addressed or signalled or referring) and citing(words) < CITING:
        return None
    if SYMBOL_ONLY.match(words) or not re.sub(MASK, "", words).strip(" .,<>()"):
        return Citation(
            span=span, note=note, identifier=_identifier(part), medium=_medium(part)
        )
    prose = PROSE_START.match(words) and VERB.search(words)
    if prose and (len(words) > 120 or not addressed):  # noqa: PLR2004 - longer than a title
        return (
            Citation(span=span, note=note, identifier=_identifier(part)) if addressed else None
        )
    case = CASE.match(part.text, part.start, part.end)
    if case is not None:
        return _case(part, case, span, note=note)
    head_end = _head_end(part)
    segments = _segments(part.text, part.start, head_end)
    if not segments:
        return Citation(
            span=span, note=note, identifier=_identifier(part), medium=_medium(part)
        )
    author, title = _author_and_title(part, segments)
    if title is not None and SYMBOL_ONLY.match(title.value):
        title = None
    publisher = (
        _publisher(part, head_end)
        if part.text[head_end : head_end + 2].strip()[:1] == "("
        else None
    )
    if publisher is None and author is not None and _is_body(author.value):
        publisher = author
    if publisher is None and author is None:
        publisher = _last_segment(part, segments, title)
    if title is not None and re.search(r"\b(?:of|on|dated)$", title.value):
        title = _with_date(part, title)
    return Citation(
        span=span, note=note, title=title, author=author, publisher=publisher,
        date=_date(part, segments[0][1]) or _date(part, part.start),
        pinpoint=_pinpoint(part, segments[0][1]), medium=_medium(part), identifier=_identifier(part),
    )  # fmt: skip


def _with_date(part: _Part, title: Grounded[str]) -> Grounded[str]:
    """Let a title that ends in "of" run on over its date."""
    start = part.flow.offset_of(title.span.start)
    end = part.flow.offset_of(title.span.end)
    dates = find_dates(part.flow.text[end : part.end])
    if not dates or dates[0].start > 2:  # noqa: PLR2004 - right behind
        return title
    return part.grounded(start, end + dates[0].end, title.rule) or title


def _case(part: _Part, case: re.Match[str], span: Span, *, note: str | None) -> Citation:
    """Read a decision of a court: its name, its number, the rest as for any source."""
    return Citation(
        span=span, note=note, title=part.grounded(*case.span(), "title:case-name"),
        date=_date(part, case.end()), pinpoint=_pinpoint(part, case.end()),
        medium="judgment", identifier=_identifier(part),
    )  # fmt: skip


def _head_end(part: _Part) -> int:
    """Return where the words end and the bracket, date, pinpoint or address begins."""
    text = part.text
    stops = [part.end]
    for pattern in (
        r"\x01",
        r"\s\((?=[^)]*\d{4}|[A-Z])",
        r",?\s(?:available|accessed|retrieved|last visited)\b",
    ):
        match = re.search(pattern, text[part.start : part.end])
        if match:
            stops.append(part.start + match.start())
    pinpoint = (
        PINPOINT.search(text, part.start + 8, part.end) if part.end - part.start > 8 else None
    )
    if pinpoint is not None:
        stops.append(pinpoint.start())
    identifier = (
        IDENTIFIER.search(text, part.start + 8, part.end) if part.end - part.start > 8 else None
    )
    if identifier is not None:
        stops.append(identifier.start())
    end = min(stops)
    dates = [d for d in find_dates(part.flow.text[part.start : end]) if d.start > 8]  # noqa: PLR2004
    if dates and dates[-1].end >= end - part.start - 3:
        end = part.start + dates[-1].start
    return end


def _segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    at = start
    for match in SEGMENT.finditer(text, start, end):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, end))
    return [(a, b) for a, b in found if any(c.isalpha() for c in text[a:b])]


def _author_and_title(
    part: _Part, segments: list[tuple[int, int]]
) -> tuple[Grounded[str] | None, Grounded[str] | None]:
    first = part.text[segments[0][0] : segments[0][1]].strip()
    colon = re.match(r"([A-Z][\w'’. -]{2,40}):\s+(?=[A-Z])", first)
    second = part.text[slice(*segments[1])].strip() if len(segments) > 1 else ""
    if NOT_A_TITLE.match(second):
        second = ""
    if second and (PERSON.match(first) or BODY_AUTHOR.match(first) or _named(first)):
        author = part.grounded(*segments[0], "author:first-segment")
        title_end = segments[1][1]
        for segment in segments[2:]:
            words = part.text[segment[0] : segment[1]].strip()
            if words[:1].islower():  # a title's own comma
                title_end = segment[1]
            else:
                break
        return author, part.grounded(segments[1][0], title_end, "title:second-segment")
    if colon is not None and (PERSON.match(colon[1]) or BODY_AUTHOR.match(colon[1])):
        at = segments[0][0] + part.text[segments[0][0] : segments[0][1]].find(first)
        return (
            part.grounded(at, at + colon.end(1), "author:before-colon"),
            part.grounded(at + colon.end(), segments[0][1], "title:after-colon"),
        )
    return None, part.grounded(*segments[0], "title:first-segment")


BODY_WORDS = re.compile(
    r"(?:The\s|.*\b(?:of|for|Cent(?:re|er)|University|Institute|Ministry|Council|Committee|Commission|Office|Society"
    r"|Association|Network|Watch|Union|Group|Court|Tribunal|Agency|Organi[sz]ation|Foundation|Mission|Service|Press"
    r"|Times|Post|News|Herald|Tribune|Gazette|Aid|Alliance|Coalition|Federation|League|Authority|Bureau)\b)"
)


def _is_body(name: str) -> bool:
    """Say whether a name is an organisation's rather than a person's."""
    return bool(BODY_AUTHOR.match(name) or BODY_WORDS.match(name) or name.isupper())


NOT_A_TITLE = re.compile(
    r"(?:vols?|nos?|no|pp?|paras?|chaps?|part|annex|[a-z]|\d)\b", re.IGNORECASE
)
KINDS = re.compile(
    r"(?:The\s)?(?:Report|Letter|Statement|Press|Resolution|Judge?ment|Decision|Declaration|Convention)\b"
)


def _named(words: str) -> bool:
    """Say whether words look like an organisation's name: few, and each with a capital."""
    if KINDS.match(words):
        return False
    tokens = [
        t
        for t in words.split()
        if t.lower() not in ("of", "the", "for", "and", "in", "on", "to", "de")
    ]
    return 0 < len(tokens) <= 5 and all(t[:1].isupper() for t in tokens)  # noqa: PLR2004 - a name is short


def _last_segment(
    part: _Part, segments: list[tuple[int, int]], title: Grounded[str] | None
) -> Grounded[str] | None:
    """Take a last short segment behind the title for the publisher: "Title, Derry Journal, 16 June"."""
    last = part.text[segments[-1][0] : segments[-1][1]].strip()
    if title is None or len(segments) < 2 or not _named(last) or any(c.isdigit() for c in last):  # noqa: PLR2004 - title and publisher
        return None
    publisher = part.grounded(*segments[-1], "publisher:last-segment")
    if publisher is None or publisher.span.overlaps(title.span):
        return None
    return publisher
