"""Requests that a heading or an open sentence makes of the items below it."""

import re
from dataclasses import replace

from averment.claims.request_found import LEGAL, SHOULD, Asking, Found, is_issuer, quotes_in
from averment.claims.request_own import asked, first_person, grateful, necessary
from averment.claims.request_told import third_person
from averment.claims.request_words import request_words

OPEN_END = re.compile(
    r"(?:\b(?:to|that|for|by|you|and|should|must|including|includes?|below|as\sfollows|the\s(?:very\s)?least|minimum|"
    r"inter\salia)|\bfollowing(?:\s[\w,-]+){0,6}|\b(?:steps|measures|actions?|recommendations|demands|requests|points))\W{0,3}$",
    re.IGNORECASE,
)
ASKING_HEADING = re.compile(
    r"\W{0,3}(?:[\dIVX]{1,4}[.)]\s|[A-H][.)]\s)?(?:(?:key|our|general|specific|main|urgent|policy|final|conclusions?|and|the|list\sof|"
    r"concrete|suggested|proposed)\s){0,3}"
    r"(?:recommendations?|requests?|demands?|appeals?|asks|(?:calls?\s(?:to|for)\saction))(?:\s(?:to|for|of)\b[^.]{0,120})?\W{0,3}$",
    re.IGNORECASE,
)
ADDRESSED_HEADING = re.compile(
    r"\W{0,3}(?:[\dIVX]{1,4}[.)]\s|[A-H][.)]\s)?(?:to|for)\s(?:the|all|members|states|both|his|her)\b[^.:;?!]{2,140}:?\W{0,2}",
    re.IGNORECASE,
)
THING_ASKED = re.compile(
    r"\b(?:such|this|the|these|that)\s(?:an?\s)?(?:\w+\s)?(?:resolution|mandate|mechanism|investigation|inquiry|measures?|steps?|"
    r"statement|text|mission|commission|action|actions|report|visit|plan|efforts?)\s(?:should|must)\b[^.;]{0,100}:\W*$",
    re.IGNORECASE,
)
NOT_AN_ITEM = re.compile(
    r"\W{0,3}(?:this|these|those|it|they|there|he|she|such|however|moreover|since|as|while|although|we\shave|in\s\d{4})\b",
    re.IGNORECASE,
)
BARE_SUBJECT = re.compile(
    r"(?:^|[.;]\s|,\s)(?P<who>[^.;:]{2,120}?)(?:\s(?:therefore|hereby|further|also|thus))?\s?:\W*$"
)
SHORT_ORDER = 60
OPENING = 200
SHORTEST_HEADING = 4
LONGEST_HEADING = 160


def is_asking_heading(text: str) -> bool:
    """Say whether a heading announces requests: "Recommendations to the Government"."""
    short = SHORTEST_HEADING <= len(text) <= LONGEST_HEADING
    return short and ASKING_HEADING.match(text) is not None


def is_addressed_heading(text: str) -> bool:
    """Say whether a heading tells whom the recommendations below it are made to."""
    return len(text) <= LONGEST_HEADING and ADDRESSED_HEADING.fullmatch(text) is not None


def is_order(text: str) -> bool:
    """Say whether an item begins as an order: "Release the sailors"."""
    return request_words().imperative.match(text) is not None


def opens_list(text: str) -> bool:
    """Say whether a sentence only announces the list that follows it."""
    return text.rstrip().endswith(":") and OPEN_END.search(text) is not None


def listed(asking: Asking, lead_in: str) -> list[Found]:
    """Take a list item as a request where the sentence above it asks."""
    text = asking.text
    if NOT_AN_ITEM.match(text):
        return []
    whole = [Found(0, len(text), "request:list")]
    if ASKING_HEADING.match(lead_in):
        should = SHOULD.search(text[:OPENING]) is not None and not LEGAL.search(text[:OPENING])
        return whole if is_order(text) or should else []
    if THING_ASKED.search(lead_in):
        return whole
    if _asks_below(asking, lead_in):
        return whole
    open_end = OPEN_END.search(lead_in) is not None or _is_short_order(lead_in)
    if not open_end and not (lead_in.rstrip().endswith(":") and is_order(text)):
        return []
    above = replace(asking, text=lead_in, quotes=quotes_in(lead_in))
    asks = (
        first_person(above)
        or third_person(above)
        or grateful(above)
        or asked(above)
        or necessary(above)
    )
    return [Found(0, len(text), "request:list", asks[0].addressee)] if asks else []


def _asks_below(asking: Asking, lead_in: str) -> bool:
    """Say whether the sender's name stands above, and the item goes on: "Calls on ..."."""
    subject = BARE_SUBJECT.search(lead_in)
    if subject is None:
        return False
    who = subject["who"].strip()
    if who.casefold() in ("we", "i", "we, the undersigned"):
        return request_words().asks_at_once.match(asking.text) is not None
    return (
        is_issuer(who, asking.issuers)
        and request_words().operative.match(asking.text) is not None
    )


def _is_short_order(lead_in: str) -> bool:
    """Say whether nothing but the verb and whom it asks stands above: "we entreat you:"."""
    found = request_words().first_person.search(lead_in)
    return (
        found is not None
        and lead_in.rstrip().endswith(":")
        and len(lead_in) - found.end() < SHORT_ORDER
    )
