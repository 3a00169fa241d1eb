"""Requests in the sender's own voice: "we urge you", "please", "the Council should"."""

import re

from averment.claims.request_found import LEGAL, OBJECT, Asking, Found, fits, whom
from averment.claims.request_words import request_words
from averment.prose.states import find_states

FIRST = re.compile(
    r"\b(?:we|I|our|my|the\s(?:undersigned|signator|petitioner)|your\spetitioner|this\s(?:letter|appeal))",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"\b(?:should|must|needs?\sto|ought|ha(?:s|ve)\sto|cannot|can\sno|(?:is|are)\s[\w\s]{3,30}\sto)\b",
    re.IGNORECASE,
)
PLEASE = re.compile(
    r"(?:^|(?<=[,;:]\s)|(?<=\band\s))\W{0,2}(?:please|kindly)\s(?!accept|use\sthis\sreference|find|note|be\s(?:informed|advised|assured)|"
    r"see\b|contact|do\snot\shesitate|read\b|click|refer|visit|sign\b|share|feel\sfree|let\sus|join|receive|"
    r"allow\sme|excuse|forgive|permit|check|consult|cite|credit|donate|reply|respond\sto\sthis|acknowledge|"
    r"subscribe|e-?mail|call\sus|help\sus|support\sour|be\sin\stouch|follow\sus|enter|select|log|turn\s)"
    r"|(?:^|(?<=[,;]\s))(?:would|could|can|will)\syou\s(?:please\s|kindly\s)",
    re.IGNORECASE,
)
GRATEFUL = re.compile(
    r"(?<![\w’'])(?:I|we)\s(?:should|would|shall|will)\s(?:(?:also|further|therefore|furthermore|thus|accordingly)\s){0,2}"
    r"(?:be\s(?:most\s|very\s|deeply\s|extremely\s|much\s)?(?:grateful|obliged|thankful|appreciative)|"
    r"(?:highly\s|greatly\s|very\smuch\s|deeply\s)?appreciate(?:\sit)?)\s(?:it\s)?"
    r"(?=if\b|for\b|your\b|that\b|receiving\b|having\b|were\b)"
    r"(?!(?:for\s)?your\s(?:kind\s|prompt\s|early\s|urgent\s)?(?:attention|consideration|time|understanding|"
    r"response|reply|cooperation)\b)",
    re.IGNORECASE,
)
AT_ONCE = re.compile(
    r"(?P<asked>(?:The\s|All\s)?[A-Z][^.;:,“\"]{1,90}?)\s(?:must|should|needs?\sto)\s(?:immediately|urgently|now|at\sonce|"
    r"promptly|unconditionally|without\sdelay)\b"
)
STATE_SHOULD = re.compile(
    r"(?:Both\s|The\sGovernments?\sof\s(?:the\s)?|The\s)?(?P<asked>[A-Z][^.;:,“\"]{2,70}?)\s"
    r"(?:(?:therefore|also|now|immediately|urgently)\s)?should\s(?!have\b)"
)
LONGEST_NAME = 80
MAY_WE = re.compile(
    r"\bmay\s(?:we|I)\s(?:(?:also|therefore|respectfully|now|once\smore|again|further|humbly)\s){0,2}"
    r"(?P<verb>ask|invite|urge|request|suggest|appeal\sto|beg|entreat|implore)\s(?!why\b|how\b|what\b|whether\b|who\b)",
    re.IGNORECASE,
)
# "We write ... to ask for your help" tells the occasion of a letter, not what is asked.
OCCASION = re.compile(
    r"\sfor\syour\s(?:\w+\s)?(?:help|support|assistance|attention|solidarity|cooperation)\b",
    re.IGNORECASE,
)
NOT_ASSERTED = re.compile(
    r"\b(?:if|whether|which|who|whom|when|why|how|what|where|unless|before|until|than|because|as|whose)\s?$",
    re.IGNORECASE,
)
MOST_FOUND = 30
NEAR = 20


def own_requests(asking: Asking) -> list[Found]:
    """Return what the sender asks in the first person, or with "please" or "grateful"."""
    return [
        *first_person(asking),
        *grateful(asking),
        *_please(asking),
        *_may_we(asking),
    ]


def first_person(asking: Asking) -> list[Found]:
    """Find "we urge you to ...", and the further verbs of the same subject."""
    text = asking.text
    if text.rstrip(' ”"').endswith("?") or FIRST.search(text) is None:
        return []
    found = []
    for match in request_words().first_person.finditer(text):
        rest = text[match.end() : match.end() + OBJECT]
        if asking.quoted(match.start()) or not fits(match["verb"], rest):
            continue
        occasion = match["late"] is not None and OCCASION.match(rest) is not None
        if occasion or text[: match.start()].lower().endswith("may "):
            continue
        start = match.end("late") + 1 if match["late"] else match.start()
        found.append(Found(start, len(text), f"request:{match['verb'].lower()}", whom(rest)))
        if len(found) > MOST_FOUND:
            break
    return found


def grateful(asking: Asking) -> list[Found]:
    """Find "I should be grateful if you would ..."."""
    return [
        Found(match.start(), len(asking.text), "request:grateful", "you")
        for match in GRATEFUL.finditer(asking.text)
        if not asking.quoted(match.start())
    ]


def _please(asking: Asking) -> list[Found]:
    for match in PLEASE.finditer(asking.text):
        if not asking.quoted(match.start()):
            start = match.start() + len(match.group()) - len(match.group().lstrip(' ,;:“"'))
            return [Found(start, len(asking.text), "request:please", "you")]
    return []


def _may_we(asking: Asking) -> list[Found]:
    """Find "May we ask you to ...", with a question mark or without."""
    for match in MAY_WE.finditer(asking.text):
        if not asking.quoted(match.start()):
            rule = f"request:may-we-{match['verb'].split()[0].lower()}"
            rest = asking.text[match.end() - 1 : match.end() + OBJECT]
            return [Found(match.start(), len(asking.text), rule, whom(rest))]
    return []


def necessary(asking: Asking) -> list[Found]:
    """Find "it is imperative that the Council ..."."""
    for match in request_words().necessary.finditer(asking.text):
        own = match["asked"] is not None or match.group().lower().startswith(("our", "my"))
        before = asking.text[max(0, match.start() - OBJECT) : match.start()]
        if own and not asking.quoted(match.start()) and not LEGAL.search(before):
            return [Found(match.start(), len(asking.text), "request:necessary", match["asked"])]
    return []


def asked(asking: Asking) -> list[Found]:
    """Find "the Council should ..." in the sender's own voice."""
    text = asking.text
    if not asking.own or text.rstrip(' ”"').endswith("?") or MODAL.search(text) is None:
        return []
    for match in request_words().asked.finditer(text):
        before = text[max(0, match.start() - OBJECT) : match.start()]
        not_asserted = NOT_ASSERTED.search(before[-NEAR:]) is not None
        if asking.quoted(match.start()) or not_asserted or LEGAL.search(before):
            continue
        return [Found(match.start(), len(text), "request:should", match["asked"])]
    state = STATE_SHOULD.match(text)
    if state is not None and not asking.quoted(state.start("asked")):
        named = find_states(state["asked"][:LONGEST_NAME], adjectives=True)
        if named and named[0].start == 0:
            return [Found(state.start("asked"), len(text), "request:should", state["asked"])]
    at_once = AT_ONCE.match(text)
    if at_once is not None and not LEGAL.search(at_once.group()):
        return [Found(0, len(text), "request:must-at-once", at_once["asked"])]
    return []
