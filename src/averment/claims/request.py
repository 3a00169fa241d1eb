"""Requests: what a letter, a release or a resolution asks of somebody.

A request is the sender's own. What others demanded, what a rule of law says somebody must do,
and what the sender asked last year are none. Each answer names the rule that found it.
"""

import re
from dataclasses import dataclass

from averment.claims.request_clause import clause_end, clause_items
from averment.claims.request_found import OBJECT, Asking, Found, quotes_in, whom
from averment.claims.request_list import listed, opens_list
from averment.claims.request_own import asked, necessary, own_requests
from averment.claims.request_told import has_sender_for_subject, said, third_person
from averment.claims.request_words import request_words
from averment.documents.flow import Flow
from averment.documents.span import Span

# A sentence without any of these asks nothing; most sentences are done with here.
HINT = re.compile(
    r"\b(?:we|I|our|my|undersigned|signatories|petitioners?|should|must|needs?|ought|cannot|have\sto|has\sto|please|kindly|"
    r"(?:urg|call|request|demand|appeal|ask|recommend|encourag|invit|implor|exhort|beg|plead|insist|propos|suggest|press|seek|"
    r"beseech|entreat|solicit|petition|hop|trust|expect|reiterat|renew|repeat)\w*|(?:is|are)\s\w+\sto|is\sthe\stime|time\shas|it\sis)\b",
    re.IGNORECASE,
)
PROCEDURAL = re.compile(
    r"\bcirculat|\bas\s(?:an?\s)?(?:official\s)?documents?\sof\b|\b(?:issue|publish|distribute)[ds]?\s(?:it\s)?as\b"
    r"|\b(?:bring|draw)\s(?:this|the\spresent|it)\s(?:letter\s|text\s|matter\s|note\s|communication\s)?(?:to|be)|\b(?:letter|note)\scould\sbe\sbrought\b",
    re.IGNORECASE,
)
ALONE_I = re.compile(r"\bi\b")
SHORTEST_CABLE = 20
# "We appeal to you to act, and in this light, we ask ...": the link is no part of either.
LINK = re.compile(
    r",?\s(?:and|but|or)\s(?:in|on|for|with|at|to|accordingly|therefore|further|finally)\b[^,.;:]{0,80},?\s?$"
)
LONGEST_LINK = 120
FEWEST_WORDS = 3
LONGEST_SENTENCE = 20_000
"""Characters of a sentence that are read; more is no sentence."""
LONGEST_LEAD_IN = 3000


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


def find_requests(
    sentence: Flow,
    *,
    lead_in: Flow | None = None,
    author_is_sender: bool = True,
    issuers: tuple[str, ...] = (),
    resolution: bool = False,
    continues: bool = False,
) -> tuple[Request, ...]:
    """Return the requests of one sentence or list item, in order, not overlapping.

    Args:
        sentence: The words; a list item without its sign.
        lead_in: The sentence or heading that a list item stands under.
        author_is_sender: The text is by those who ask. False for a text about them, such as a
            news release: then "X said that the Council should" counts where X is an issuer.
        issuers: Names of those who sign or issue the document.
        resolution: The document is a resolution, whose operative paragraphs are its own.
        continues: The sentence before it had the sender for its subject; see
            `tells_of_sender`.
    """
    text = _in_small_letters(sentence.text[:LONGEST_SENTENCE])
    if HINT.search(text) is None and lead_in is None and not resolution:
        return ()
    asking = Asking(
        text=text,
        own=author_is_sender,
        issuers=issuers,
        continues=continues,
        quotes=quotes_in(text),
    )
    found = _operative(text) if resolution else []
    found += own_requests(asking)
    for rule in (third_person, said, necessary, asked):
        found = found or rule(asking)
    if not found and lead_in is not None:
        found = listed(asking, lead_in.text[-LONGEST_LEAD_IN:])
    elif found and opens_list(text):
        return ()
    return _requests(sentence, text, found)


def _in_small_letters(text: str) -> str:
    """Return a cable in capitals as it would be written, equally long; other text unchanged."""
    if len(text) < SHORTEST_CABLE or not text[:LONGEST_LEAD_IN].isupper():
        return text
    small = text.lower()
    return ALONE_I.sub("I", small) if len(small) == len(text) else text


def tells_of_sender(
    sentence: Flow, *, author_is_sender: bool, issuers: tuple[str, ...], continues: bool
) -> bool:
    """Say whether the sender is the subject, and so is "it" in the next sentence."""
    text = sentence.text[:LONGEST_SENTENCE]
    asking = Asking(
        text=text,
        own=author_is_sender,
        issuers=issuers,
        continues=continues,
        quotes=quotes_in(text),
    )
    return has_sender_for_subject(asking)


def _requests(sentence: Flow, text: str, found: list[Found]) -> tuple[Request, ...]:
    """Cut each find to its clause, and take apart what is enumerated in one sentence."""
    requests: list[Request] = []
    ordered = sorted(found, key=lambda f: (f.start, -f.end))
    last = 0
    for number, one in enumerate(ordered):
        if one.start < last:
            continue
        later = [f.start for f in ordered[number + 1 :] if f.start > one.start]
        stop = min([one.end, *later])
        if stop < one.end:
            linked = LINK.search(text, max(one.start, stop - LONGEST_LINK), stop)
            stop = linked.start() if linked is not None else stop
        for start, end in _clauses(text, one.start, stop):
            requests.append(
                Request(
                    span=sentence.span(start, end),
                    rule=one.rule,
                    addressee=one.addressee,
                    procedural=PROCEDURAL.search(text[start:end]) is not None,
                )
            )
            last = end
    return tuple(requests)


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the range of each thing asked between `start` and `end`, edges trimmed."""
    clauses = []
    for begin, stop in clause_items(text, start, end):
        trimmed = clause_end(text, begin, stop)
        words = text[begin:trimmed]
        left = begin + len(words) - len(words.lstrip())
        if len(words.split()) >= FEWEST_WORDS:
            clauses.append((left, trimmed))
    return clauses


def _operative(text: str) -> list[Found]:
    match = request_words().operative.match(text)
    if match is None:
        return []
    to = whom(text[match.end() : match.end() + OBJECT])
    return [Found(match.start("verb"), len(text), "request:operative", to)]
