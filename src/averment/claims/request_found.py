"""What the rules for requests look at, and what they give."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from averment.claims.request_words import request_words

QUOTED = re.compile(r"“[^“”]{1,2000}”?|\"[^\"]{1,2000}\"")
LEGAL = re.compile(
    r"\b(?:article|articles|under\s(?:the|international)|pursuant\sto|according\sto|in\saccordance\swith|"
    r"provid(?:es|ing)\sthat|stipulat\w+|oblig(?:es|ation|ed)\b|requires\sthat|law\b|convention\b|"
    r"resolutions?\s\d|affirm(?:s|ed)\sthat|"
    r"(?:said|stated|states|argued|declared|claimed|claims|noted|found|concluded|recalled|recommended|"
    r"demanded|reiterated|stressed|emphasi[sz]ed|insisted|decided|proposed|suggested|warned|announced|"
    r"believes|thinks|urged|agreed)\s(?:\w+\s)?that|report(?:s|ed)?\b|calls?\sfor\sthat)",
    re.IGNORECASE,
)
SHOULD = re.compile(
    r"\b(?:should|must|needs?\sto|ought\sto)\s(?!have\b|be\sborne)", re.IGNORECASE
)
TO_WHOM = re.compile(
    r"\s(?P<whom>(?:you|your\s\w+|the|all|his|her|members?|states|[A-Z])[^,.;:]{0,120}?)\s(?:to|that|for|in)\b"
)
ARTICLE = re.compile(r"^(?:the\s|today,?\s|while\s)", re.IGNORECASE)
OBJECT = 400
"""Characters behind a verb that its object is judged by."""
NEAREST = 200
SHORTEST_NAME = 3
OF_STATE = re.compile(
    r"(?:the\s)?(?:(?:government|delegation|authorities|people|permanent\smission|state|republic|ministry\sof\sforeign\saffairs)"
    r"\sof\s(?:the\s)?){1,3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a sentence that asks."""

    start: int
    end: int
    rule: str
    addressee: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One sentence, and who speaks."""

    text: str
    own: bool
    """The text is by those who ask, and not about them."""
    issuers: tuple[str, ...]
    continues: bool
    """The sentence before it had the sender for its subject, so that "it" is the sender."""
    quotes: tuple[tuple[int, int], ...]

    def quoted(self, place: int) -> bool:
        """Say whether `place` stands inside quotation marks."""
        before = bisect_right(self.quotes, (place, len(self.text)))
        return before > 0 and place < self.quotes[before - 1][1]


def quotes_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return the range of each quotation, marks included."""
    return tuple(found.span() for found in QUOTED.finditer(text))


def fits(verb: str, rest: str) -> bool:
    """Say whether what stands behind a verb makes it one of asking."""
    for form, pattern in request_words().objects:
        if form == verb.lower():
            return pattern.match(rest) is not None
    return True


def whom(rest: str) -> str | None:
    """Return whom the verb before `rest` asks, or None where it does not say."""
    found = TO_WHOM.match(rest[:NEAREST])
    return found["whom"] if found is not None else None


def is_issuer(who: str, issuers: tuple[str, ...]) -> bool:
    """Say whether a subject names an issuer, or those who sign call themselves so."""
    name = ARTICLE.sub("", who.strip(' ,”"'))
    if len(name) < SHORTEST_NAME:
        return False
    if request_words().sender.fullmatch(who.strip()):
        return True
    government = OF_STATE.match(name)
    if government is not None and len(name) - government.end() >= SHORTEST_NAME:
        name = name[government.end() :]
    if any(_acronym_of(issuer, name.split()[0]) for issuer in issuers):
        return True
    folded = name.casefold()
    return any(
        _has_words(issuer.casefold(), folded) or _has_words(folded, issuer.casefold())
        for issuer in issuers
    )


def _acronym_of(issuer: str, word: str) -> bool:
    """Say whether a word is made of the first letters of a name: "ROS", "NRS"."""
    if not word.isupper() or len(word) < SHORTEST_NAME:
        return False
    words = [part for part in re.findall(r"[^\W\d_]+", issuer) if part.lower() != "the"]
    every = "".join(part[0] for part in words).upper()
    large = "".join(part[0] for part in words if part[0].isupper())
    return word in (every, large)


def _has_words(text: str, words: str) -> bool:
    """Say whether `text` holds `words` as whole words."""
    place = text.find(words)
    if place < 0:
        return False
    before, after = text[place - 1 : place], text[place + len(words) : place + len(words) + 1]
    return not before.isalnum() and not after.isalnum()
