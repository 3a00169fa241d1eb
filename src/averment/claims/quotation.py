"""Words in quotation marks, and in whose mouth the document puts them."""

import re

from averment.claims.claim import Quotation
from averment.documents.flow import Flow

MARKS = re.compile(r"“([^“”]{2,600})”|\"([^\"]{2,600})\"|«\s?([^«»]{2,600}?)\s?»")
SAYING = (
    r"(?:said|says|say|stated|states|declared|told|claimed|claims|claim|wrote|writes|noted|added|described|describes"
    r"|called|calls|announced|reported|reports|warned|alleged|alleges|insisted|admitted|denied|found|concluded|held|demands|demanded)"
)
NAME = r"(?:[A-Z][\w'’.-]*)(?:\s(?:of|the|for|and|de|al|[A-Z][\w'’.-]*)){0,7}"
BEFORE = re.compile(
    rf"(?P<who>{NAME})(?:['’]s?\s\w+)?[^.;“\"]{{0,60}}?\b{SAYING}\b[^.;“\"]{{0,80}}$"
)
AFTER = re.compile(rf"^[,.]?\s*(?:{SAYING}\s+(?P<late>{NAME})|(?P<early>{NAME})\s+{SAYING}\b)")
POSSESSIVE = re.compile(
    rf"(?P<who>{NAME})['’]s\s+(?:\w+\s+){{0,2}}(?:claims?|statements?|assertions?|words?|position|argument)\b[^.;“\"]{{0,160}}$"
)
WINDOW = 300


def find_quotations(sentence: Flow) -> tuple[Quotation, ...]:
    """Return the quotations of a sentence, in order."""
    text = sentence.text
    found = []
    for match in MARKS.finditer(text):
        group = next(i for i in (1, 2, 3) if match[i] is not None)
        before = text[max(0, match.start() - WINDOW) : match.start()]
        after = text[match.end() : match.end() + WINDOW]
        who = POSSESSIVE.search(before) or BEFORE.search(before)
        speaker = who["who"] if who else None
        if speaker is None and (behind := AFTER.match(after)):
            speaker = behind["late"] or behind["early"]
        found.append(Quotation(span=sentence.span(*match.span(group)), speaker=speaker))
    return tuple(found)
