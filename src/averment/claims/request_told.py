"""Requests told of the sender: "Harbour Watch urged", "the Council should act, it said"."""

import re
from dataclasses import replace

from averment.claims.request_found import (
    LEGAL,
    OBJECT,
    SHOULD,
    Asking,
    Found,
    fits,
    is_issuer,
    quotes_in,
    whom,
)
from averment.claims.request_own import asked, own_requests
from averment.claims.request_words import request_words

REPORTED = re.compile(
    r"(?P<who>(?:^|(?<=[\s,”\"]))(?:it|they|(?:the\s)?[A-Z][\w’'.&()-]*(?:\s[\w’'.&(),-]+){0,10}?))\s"
    r"(?:also\s|further\s|has\s|have\s|today\s|yesterday\s|on\s\w{3,6}day\s)?(?:said|says|stressed|added|insisted|argued|noted|stated)\s"
    r"(?:(?:today|yesterday|on\s\w{3,9}day|in\s[^,]{3,60},)\s){0,2}(?:that\s)?",
)
SAID_BEHIND = re.compile(
    r",?[”\"]?,?\s(?:(?P<who>(?:the\s)?[A-Z][^,”\"]{1,90}?)\s(?:said|says|stressed|added|stated)\b|"
    r"(?:said|says)\s(?P<by>[^”\"]{3,160}))[^“”\"]{0,120}$"
)
SUBJECT = re.compile(
    r"\W{0,3}(?P<who>(?:it|they|she|he|(?:the\s|our\s|my\s)?[A-Z][\w’'.&()-]*(?:\s[\w’'.&()-]+){0,9}?))"
    r"(?:,\s[^,.;:]{1,120},)?\s(?:(?:also|further|therefore|has|have|had|today|again|strongly)\s){0,2}"
    r"(?:said|says|is|are|was|were|has|have|had|notes?|noted|welcomes?|welcomed|condemns?|condemned|believes?|"
    r"believed|regrets?|regretted|rejects?|rejected|adds?|added|stressed|stresses|warns?|warned|found|considers?|"
    r"documented|spoke|interviewed|supports?|supported|recalls?|recalled|reiterates?|reiterated|remains?|"
    r"expresse[sd]|expressed|deplores?|deplored|shares?|strongly)\b",
    re.IGNORECASE,
)
DATELINE = re.compile(r"[^.]{0,60}?\d{4}\)?\W{1,8}(?=\S)")
# "In this regard, the Government ...": the subject stands behind the comma.
ADVERBIAL = re.compile(
    r"^(?:in|on|at|for|with|therefore|accordingly|finally|moreover|furthermore|to|as|given|considering|against)\b[^,.;]{0,100},\s",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"(?:it|they|she|he)$", re.IGNORECASE)
ONE_QUOTATION = re.compile(r"\s*[“\"‘'](?P<words>[^“”\"]{10,1500})(?:[.!]?[”\"’']\W{0,3}|$)$")
MOST_WORDS_OF_SUBJECT = 14
ATTRIBUTION = 400
"""Characters at the end of a sentence in which "X said" is looked for."""
FARTHEST_SHOULD = 300
"""Characters between "X said that" and the "should" of what it asks."""
OPENING = 600
PAST = ("ed", "ought")


def third_person(asking: Asking) -> list[Found]:
    """Find "The Association calls on ...", where the Association signs."""
    text = asking.text
    words = request_words()
    # The subject stands at the beginning of the sentence and is short.
    for match in words.third_person.finditer(text, 0, FARTHEST_SHOULD):
        verb = match["verb"] or match["doing"]
        told = match["verb"] is not None and verb.split()[0].lower().endswith(PAST)
        who = words.trailing_adverbs.sub("", _without_dateline(text[: match.start()]).strip())
        who = ADVERBIAL.sub("", who)
        if asking.quoted(match.start()) or (told and asking.own):
            continue
        if len(who.split()) > MOST_WORDS_OF_SUBJECT:
            continue
        rest = text[match.end() : match.end() + OBJECT]
        sender = is_issuer(who, asking.issuers) or (asking.continues and PRONOUN.match(who))
        if sender and fits(verb, rest):
            rule = f"request:{verb.lower()}"
            return [Found(0, _before_said(text), rule, whom(rest))]
    return []


def _without_dateline(text: str) -> str:
    found = DATELINE.match(text)
    return text[found.end() :] if found is not None else text


def _before_said(text: str) -> int:
    behind = SAID_BEHIND.search(text, max(0, len(text) - ATTRIBUTION))
    return behind.start() if behind is not None else len(text)


def said(asking: Asking) -> list[Found]:
    """Find "the Council should ..., X said" and "X said that the Council should ..."."""
    if asking.own:
        return []
    text = asking.text
    for match in REPORTED.finditer(text[:OPENING]):
        pronoun = match["who"].strip().lower() in ("it", "they")
        should = SHOULD.search(text, match.end(), match.end() + FARTHEST_SHOULD)
        if should is None:
            continue
        if (pronoun and match.start() == 0) or is_issuer(match["who"], asking.issuers):
            return [Found(match.end(), len(text), "request:said-should")]
    behind = SAID_BEHIND.search(text, max(0, len(text) - ATTRIBUTION))
    if behind is not None and _says_sender(behind, asking):
        return _spoken(asking, behind.start())
    quotation = ONE_QUOTATION.match(text) if asking.continues else None
    return _spoken(asking, quotation.end("words")) if quotation is not None else []


def _says_sender(behind: re.Match[str], asking: Asking) -> bool:
    who = behind["who"] or behind["by"] or ""
    if PRONOUN.match(who.strip()):
        return asking.continues
    return is_issuer(who, asking.issuers) or any(
        issuer.casefold() in who.casefold() for issuer in asking.issuers
    )


def _spoken(asking: Asking, end: int) -> list[Found]:
    """Take the words before "X said" as the sender's own."""
    text = asking.text
    start = len(text) - len(text.lstrip(" “\"‘'"))
    words = text[start:end].rstrip(" ,”\"’'")
    should = SHOULD.search(words)
    if should is not None and LEGAL.search(words, 0, should.start()) is None:
        return [Found(start, start + len(words), "request:should-said")]
    own = replace(asking, text=words, own=True, quotes=quotes_in(words))
    return [
        Found(one.start + start, one.end + start, f"{one.rule}-said", one.addressee)
        for one in own_requests(own) or asked(own)
    ]


def has_sender_for_subject(asking: Asking) -> bool:
    """Say whether the sender speaks or acts here, and so is "it" in the next sentence."""
    text = asking.text
    behind = SAID_BEHIND.search(text, max(0, len(text) - ATTRIBUTION))
    if behind is not None and _says_sender(behind, asking):
        return True
    if third_person(asking):
        return True
    found = SUBJECT.match(_without_dateline(text[:FARTHEST_SHOULD]))
    if found is None:
        return False
    if PRONOUN.match(found["who"]):
        return asking.continues
    return is_issuer(found["who"], asking.issuers)
