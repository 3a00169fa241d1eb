"""Requests: what a letter, a release or a resolution asks of somebody.

A request is the sender's own. What others demanded, what a rule of law says somebody must do,
and what the sender asked last year are none. Each answer names the rule that found it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from averment.claims.request_clause import clause_end, clause_items
from averment.claims.request_words import request_words
from averment.documents.flow import Flow
from averment.documents.span import Span

# A sentence without any of these asks nothing; most sentences are done with here.
HINT = re.compile(
    r"\b(?:we|I|our|my|undersigned|signatories|petitioners|should|must|needs?|ought|cannot|have\sto|has\sto|please|kindly|"
    r"(?:urg|call|request|demand|appeal|ask|recommend|encourag|invit|implor|exhort|beg|plead|insist|propos|suggest|press|seek|"
    r"beseech|entreat|solicit|petition|hop|trust|expect|reiterat|renew|repeat)\w*|(?:is|are)\s\w+\sto|is\sthe\stime|time\shas|it\sis)\b",
    re.IGNORECASE,
)
FIRST = re.compile(
    r"\b(?:we|I|our|my|the\s(?:undersigned|signator|petitioner)|this\s(?:letter|appeal))",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"\b(?:should|must|needs?\sto|ought|ha(?:s|ve)\sto|cannot|can\sno|(?:is|are)\s[\w\s]{3,30}\sto)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^“”]{1,2000}”?|\"[^\"]{1,2000}\"")
PLEASE = re.compile(
    r"(?:^|(?<=[,;:]\s)|(?<=\band\s))\W{0,2}(?:please|kindly)\s(?!accept|use\sthis\sreference|find|note|be\s(?:informed|advised|assured)|see\b|contact|do\snot\shesitate|"
    r"read\b|click|refer|visit|sign\b|share|feel\sfree|let\sus|join|receive|allow\sme|excuse|forgive|permit)"
    r"|(?:^|(?<=[,;]\s))(?:would|could|can|will)\syou\s(?:please\s|kindly\s)",
    re.IGNORECASE,
)
GRATEFUL = re.compile(
    r"(?<![\w’'])(?:I|we)\s(?:should|would|shall|will)\s(?:(?:also|further|therefore|furthermore|thus|accordingly)\s){0,2}"
    r"(?:be\s(?:most\s|very\s|deeply\s|extremely\s|much\s)?(?:grateful|obliged|thankful|appreciative)|"
    r"(?:highly\s|greatly\s|very\smuch\s|deeply\s)?appreciate(?:\sit)?)\s(?:it\s)?(?=if\b|for\b|your\b|that\b|receiving\b|having\b|were\b)"
    r"(?!(?:for\s)?your\s(?:kind\s|prompt\s|early\s|urgent\s)?(?:attention|consideration|time|understanding|response|reply|cooperation)\b)",
    re.IGNORECASE,
)
PROCEDURAL = re.compile(
    r"\bcirculat|\bas\s(?:an?\s)?(?:official\s)?documents?\sof\b|\b(?:issue|publish|distribute)[ds]?\s(?:it\s)?as\b"
    r"|\bbring\s(?:this|the\spresent)\s(?:letter|text)",
    re.IGNORECASE,
)
AT_ONCE = re.compile(
    r"(?P<asked>(?:The\s|All\s)?[A-Z][^.;:,“\"]{1,90}?)\s(?:must|should|needs?\sto)\s(?:immediately|urgently|now|at\sonce|promptly|"
    r"unconditionally|without\sdelay)\b"
)
REPORTED = re.compile(
    r"(?P<who>(?:^|(?<=[\s,”\"]))(?:it|they|(?:the\s)?[A-Z][\w’'.&()-]*(?:\s[\w’'.&(),-]+){0,10}?))\s(?:also\s|further\s|has\s|have\s)?"
    r"(?:said|says|stressed|added|insisted|argued|noted|stated)\s(?:(?:today|yesterday|on\s\w{3,9}day|in\s[^,]{3,60},)\s){0,2}(?:that\s)?",
)
SAID_BEHIND = re.compile(
    r",?[”\"]?,?\s(?:(?P<who>(?:the\s)?[A-Z][^,”\"]{1,90}?)\s(?:said|says|stressed|added|stated)\b|(?:said|says)\s(?P<by>[^”\"]{3,160}))[^“”\"]{0,120}$"
)
SHOULD = re.compile(
    r"\b(?:should|must|needs?\sto|ought\sto)\s(?!have\b|be\sborne)", re.IGNORECASE
)
LEGAL = re.compile(
    r"\b(?:article|articles|under\s(?:the|international)|pursuant\sto|according\sto|in\saccordance\swith|provid(?:es|ing)\sthat|"
    r"stipulat\w+|oblig(?:es|ation|ed)\b|requires\sthat|law\b|convention\b|resolutions?\s\d|affirm(?:s|ed)\sthat|"
    r"(?:said|stated|states|argued|declared|claimed|claims|noted|found|concluded|recalled|recommended|demanded|reiterated|"
    r"stressed|emphasi[sz]ed|insisted|decided|proposed|suggested|warned|announced|believes|thinks|urged|agreed)\s(?:\w+\s)?that|"
    r"report(?:s|ed)?\b|calls?\sfor\sthat)",
    re.IGNORECASE,
)
NOT_ASSERTED = re.compile(
    r"\b(?:if|whether|which|who|whom|when|why|how|what|where|unless|before|until|than|because|as|whose)\s?$",
    re.IGNORECASE,
)
OPEN_END = re.compile(
    r"(?:\b(?:to|that|for|by|you|and|should|must|including|includes?|below|as\sfollows|the\s(?:very\s)?least|minimum|inter\salia)"
    r"|\bfollowing(?:\s[\w,-]+){0,6}|\b(?:steps|measures|actions?|recommendations|demands|requests|points))\W{0,3}$",
    re.IGNORECASE,
)
ASKING_HEADING = re.compile(
    r"\W{0,3}(?:[\dIVX]{1,4}[.)]\s)?(?:(?:key|our|general|specific|main|urgent|policy|final|conclusions?|and|the|list\sof)\s){0,3}"
    r"(?:recommendations?|requests?|demands?|appeals?|asks|(?:calls?\s(?:to|for)\saction))(?:\s(?:to|for|of)\b[^.]{0,120})?\W{0,3}$",
    re.IGNORECASE,
)
NOT_AN_ITEM = re.compile(
    r"\W{0,3}(?:this|these|those|it|they|there|he|she|such|however|moreover|since|as|while|although|we\shave|in\s\d{4})\b",
    re.IGNORECASE,
)
TO_WHOM = re.compile(
    r"\s(?P<whom>(?:you|your\s\w+|the|all|his|her|members?|states|[A-Z])[^,.;:]{0,120}?)\s(?:to|that|for|in)\b"
)
FEWEST_WORDS = 3
MOST_WORDS_OF_SUBJECT = 14
ATTRIBUTION = 400
"""Characters at the end of a sentence in which "X said" is looked for."""
OBJECT = 400
"""Characters behind a verb that its object is judged by."""
MOST_FOUND = 30
NEAR = 20
FARTHEST_SHOULD = 300
"""Characters between "X said that" and the "should" of what it asks."""
LONGEST_SENTENCE = 20_000
"""Characters of a sentence that are read; more is no sentence."""
LONGEST_LEAD_IN = 3000
PAST = ("ed", "ought")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One thing that is asked."""

    span: Span
    """From the words that ask to the end of what is asked, without the full stop."""
    rule: str
    addressee: str | None = None
    """Whom the words ask, as printed; None where they do not say."""
    procedural: bool = False
    """It asks for the letter to be passed round, not for an act."""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    rule: str
    addressee: str | None = None


@dataclass(frozen=True, slots=True)
class _Asking:
    """What the rules look at."""

    text: str
    own: bool
    issuers: tuple[str, ...]
    quotes: tuple[tuple[int, int], ...]

    def quoted(self, place: int) -> bool:
        """Say whether `place` stands inside quotation marks."""
        before = bisect_right(self.quotes, (place, len(self.text)))
        return before > 0 and place < self.quotes[before - 1][1]


def find_requests(
    sentence: Flow,
    *,
    lead_in: Flow | None = None,
    author_is_sender: bool = True,
    issuers: tuple[str, ...] = (),
    resolution: bool = False,
) -> tuple[Request, ...]:
    """Return the requests of one sentence or list item, in order, not overlapping.

    Args:
        sentence: The words; a list item without its sign.
        lead_in: The sentence or heading that a list item stands under.
        author_is_sender: The text is by those who ask. False for a text about them, such as a
            news release: then "X said that the Council should" counts where X is an issuer.
        issuers: Names of those who sign or issue the document.
        resolution: The document is a resolution, whose operative paragraphs are its own.
    """
    text = sentence.text[:LONGEST_SENTENCE]
    if HINT.search(text) is None and lead_in is None and not resolution:
        return ()
    quotes = tuple(found.span() for found in QUOTED.finditer(text))
    asking = _Asking(text, author_is_sender, issuers, quotes)
    found = _operative(text) if resolution else []
    for rule in (_first_person, _third_person, _said, _grateful, _please, _necessary, _asked):
        if not found or rule in (_first_person, _grateful):
            found += rule(asking)
    if not found and lead_in is not None:
        found = _listed(asking, lead_in.text[-LONGEST_LEAD_IN:])
    elif found and _opens_list(text):
        return ()
    return _requests(sentence, text, found)


def _requests(sentence: Flow, text: str, found: list[_Found]) -> tuple[Request, ...]:
    """Cut each find to its clause, and take apart what is enumerated in one sentence."""
    requests: list[Request] = []
    ordered = sorted(found, key=lambda f: (f.start, -f.end))
    last = 0
    for number, one in enumerate(ordered):
        if one.start < last:
            continue
        later = [f.start for f in ordered[number + 1 :] if f.start > one.start]
        end = min([one.end, *later])
        for start, stop in clause_items(text, one.start, end):
            trimmed = clause_end(text, start, stop)
            while start < trimmed and text[start].isspace():
                start += 1  # noqa: PLW2901 - the range shrinks from its left end
            if trimmed > start and len(text[start:trimmed].split()) >= FEWEST_WORDS:
                words = text[start:trimmed]
                requests.append(
                    Request(
                        span=sentence.span(start, trimmed),
                        rule=one.rule,
                        addressee=one.addressee,
                        procedural=PROCEDURAL.search(words) is not None,
                    )
                )
                last = trimmed
    return tuple(requests)


def _fits(verb: str, rest: str) -> bool:
    for form, pattern in request_words().objects:
        if form == verb.lower():
            return pattern.match(rest) is not None
    return True


def _whom(rest: str) -> str | None:
    found = TO_WHOM.match(rest[:200])
    return found["whom"] if found is not None else None


def _first_person(asking: _Asking) -> list[_Found]:
    """Find "we urge you to ...", and the further verbs of the same subject."""
    text = asking.text
    if text.rstrip(' ”"').endswith("?") or FIRST.search(text) is None:
        return []
    found = []
    for match in request_words().first_person.finditer(text):
        rest = text[match.end() : match.end() + OBJECT]
        if asking.quoted(match.start()) or not _fits(match["verb"], rest):
            continue
        start = match.end("late") + 1 if match["late"] else match.start()
        found.append(_Found(start, len(text), f"request:{match['verb'].lower()}", _whom(rest)))
        if len(found) > MOST_FOUND:
            break
    return found


def _is_issuer(who: str, asking: _Asking) -> bool:
    """Say whether a subject names an issuer, or those who sign call themselves so."""
    name = re.sub(r"^(?:the\s|today,?\s|while\s)", "", who.strip(' ,”"'), flags=re.IGNORECASE)
    if len(name) < FEWEST_WORDS:
        return False
    if request_words().sender.fullmatch(who.strip()):
        return True
    folded = name.casefold()
    return any(
        folded in issuer.casefold() or issuer.casefold() in folded for issuer in asking.issuers
    )


def _third_person(asking: _Asking) -> list[_Found]:
    """Find "The Association calls on ...", where the Association signs."""
    text = asking.text
    # The subject stands at the beginning of the sentence and is short.
    for match in request_words().third_person.finditer(text, 0, FARTHEST_SHOULD):
        told = match["verb"].split()[0].lower().endswith(PAST)
        who = text[: match.start()].strip()
        if (
            asking.quoted(match.start())
            or (told and asking.own)
            or len(who.split()) > MOST_WORDS_OF_SUBJECT
        ):
            continue
        who = re.sub(
            r"\s(?:today|yesterday|also|therefore|further|strongly|urgently|has|have|on\s\w+day|respectfully|hereby)$",
            "",
            who,
        )
        if _is_issuer(who, asking) and _fits(
            match["verb"], text[match.end() : match.end() + OBJECT]
        ):
            rest = text[match.end() : match.end() + OBJECT]
            return [
                _Found(0, _before_said(text), f"request:{match['verb'].lower()}", _whom(rest))
            ]
    return []


def _before_said(text: str) -> int:
    behind = SAID_BEHIND.search(text, max(0, len(text) - ATTRIBUTION))
    return behind.start() if behind is not None else len(text)


def _said(asking: _Asking) -> list[_Found]:
    """Find "the Council should ..., X said" and "X said that the Council should ..."."""
    if asking.own:
        return []
    text = asking.text
    for match in REPORTED.finditer(text[:600]):
        pronoun = match["who"].strip().lower() in ("it", "they")
        should = SHOULD.search(text, match.end(), match.end() + FARTHEST_SHOULD)
        if should is None:
            continue
        if (pronoun and match.start() == 0) or _is_issuer(match["who"], asking):
            return [_Found(match.end(), len(text), "request:said-should")]
    behind = SAID_BEHIND.search(text, max(0, len(text) - ATTRIBUTION))
    if behind is None:
        return []
    who = behind["who"] or behind["by"] or ""
    if _is_issuer(who, asking) or any(i.casefold() in who.casefold() for i in asking.issuers):
        should = SHOULD.search(text, 0, behind.start())
        if should is not None and LEGAL.search(text, 0, should.start()) is None:
            start = len(text) - len(text.lstrip(" “\"‘'"))
            return [_Found(start, behind.start(), "request:should-said")]
    return []


def _grateful(asking: _Asking) -> list[_Found]:
    return [
        _Found(match.start(), len(asking.text), "request:grateful", "you")
        for match in GRATEFUL.finditer(asking.text)
        if not asking.quoted(match.start())
    ]


def _please(asking: _Asking) -> list[_Found]:
    for match in PLEASE.finditer(asking.text):
        if not asking.quoted(match.start()):
            start = match.start() + len(match.group()) - len(match.group().lstrip(' ,;:“"'))
            return [_Found(start, len(asking.text), "request:please", "you")]
    return []


def _necessary(asking: _Asking) -> list[_Found]:
    for match in request_words().necessary.finditer(asking.text):
        own = match["asked"] is not None or match.group().lower().startswith(("our", "my"))
        before = asking.text[max(0, match.start() - OBJECT) : match.start()]
        if own and not asking.quoted(match.start()) and not LEGAL.search(before):
            return [
                _Found(match.start(), len(asking.text), "request:necessary", match["asked"])
            ]
    return []


def _asked(asking: _Asking) -> list[_Found]:
    """Find "the Council should ..." in the sender's own voice."""
    text = asking.text
    if not asking.own or text.rstrip(' ”"').endswith("?") or MODAL.search(text) is None:
        return []
    for match in request_words().asked.finditer(text):
        before = text[max(0, match.start() - OBJECT) : match.start()]
        not_asserted = NOT_ASSERTED.search(before[-NEAR:]) is not None
        if asking.quoted(match.start()) or not_asserted or LEGAL.search(before):
            continue
        return [_Found(match.start(), len(text), "request:should", match["asked"])]
    at_once = AT_ONCE.match(text)
    if at_once is not None and not LEGAL.search(at_once.group()):
        return [_Found(0, len(text), "request:must-at-once", at_once["asked"])]
    return []


def _operative(text: str) -> list[_Found]:
    match = request_words().operative.match(text)
    if match is None:
        return []
    start = match.start("verb")
    return [
        _Found(
            start,
            len(text),
            "request:operative",
            _whom(text[match.end() : match.end() + OBJECT]),
        )
    ]


def _opens_list(text: str) -> bool:
    """Say whether a sentence only announces the list that follows it."""
    return text.rstrip().endswith(":") and OPEN_END.search(text) is not None


def _listed(asking: _Asking, lead_in: str) -> list[_Found]:
    """Take a list item as a request where the sentence above it asks."""
    text = asking.text
    if NOT_AN_ITEM.match(text):
        return []
    whole = [_Found(0, len(text), "request:list")]
    if ASKING_HEADING.match(lead_in):
        should = SHOULD.search(text[:200]) is not None and LEGAL.search(text[:200]) is None
        return whole if request_words().imperative.match(text) or should else []
    if not OPEN_END.search(lead_in) and not _is_short_order(lead_in):
        return []
    quotes = tuple(found.span() for found in QUOTED.finditer(lead_in))
    above = _Asking(lead_in, asking.own, asking.issuers, quotes)
    asks = (
        _first_person(above)
        or _third_person(above)
        or _grateful(above)
        or _asked(above)
        or _necessary(above)
    )
    return [_Found(0, len(text), "request:list", asks[0].addressee)] if asks else []


def _is_short_order(lead_in: str) -> bool:
    """Say whether nothing but the verb and whom it asks stands above: "we entreat you:"."""
    found = request_words().first_person.search(lead_in)
    short = 60
    return (
        found is not None
        and lead_in.rstrip().endswith(":")
        and len(lead_in) - found.end() < short
    )
