"""Words that hand the reply to the other side: insults, labels, guilt, overstatement, "proven".

Quoted words are somebody else's and pass. Each word is remarked on once, at its first place.
"""

import re
from collections.abc import Iterator
from functools import cache

from averment.findings.finding import Finding
from averment.findings.procedure.vocabulary import Marked, marked_words, wording
from averment.findings.prose import Prose, Stretch
from averment.prose.states import find_states

_CODES = {
    "abusive": "PRO201",
    "loaded": "PRO202",
    "overstated": "PRO204",
    "verified": "PRO205",
    "slip": "PRO305",
}
_BY = re.compile(r"\s(?:[a-z]+\s){0,2}?(?:by|in|through)\s")
_NAMED_SUBJECT = re.compile(
    r"(?:\b(?!(?:The|This|These|Those|A|An|All|Our|Any|Such|His|Her|Their|Its|Many|"
    r"Several|Some|Multiple|Numerous|In|And)\b)[A-Z][\w.'-]+(?:\s\([A-Z]{2,8}\))?|"
    r"\b(?:court|commission|committee|mission|tribunal|chamber|council|inquiry|"
    r"institute|rapporteur|judges?|"
    r"prosecutor|who|which|experts?|doctors?|hospital|organi[sz]ation|office|"
    r"government|ministry|monitors|team|it|he|she|they|we|I))"
    r",?\s(?:(?:has|have|had|also|itself|himself|later|then|therefore|already|recently|"
    r"since|now)\s){0,3}$"
)
_LABEL = "is a label, and the reply will be about the label. What was done?"
_CLAUSE = 80
_INDEPENDENT = re.compile(r"\bindependent\s(?P<who>[a-z]+(?:\s[a-z]+)?)", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:multiple|numerous|many|several|various|countless|number\sof|dozens\sof)\s$",
    re.IGNORECASE,
)
_NAME = r"[A-Z][a-z'’-]+(?:\s(?:al-|[A-Z])[a-zA-Z'’.-]+){0,3}"
_OPEN_NAME = re.compile(rf"\s(?:(?:[A-Z][a-z]+\.?\s)?){_NAME}")


def check_wording(prose: Prose) -> Iterator[Finding]:
    """Remark once on each marked word in the sender's own voice."""
    if prose.reading.language != "en":
        return
    seen: set[str] = set()
    named = sorted((i.span.start, i.span.end) for i in prose.reading.instruments)
    for stretch in prose.body:
        for match in marked_words().find(stretch.text):
            one = match.values[0]
            if one.word in seen or stretch.is_quoted(match.start):
                continue
            if one.is_harmless(stretch.text, match) or _is_name(stretch, match.start, one):
                continue
            span = stretch.span(match.start, match.end)
            if any(start < span.end and span.start < end for start, end in named):
                continue
            if one.family == "verified" and _says_by_whom(stretch, match.start, match.end):
                continue
            seen.add(one.word)
            message = _message(one, stretch.words(match.start, match.end))
            yield prose.finding(_CODES[one.family], span, message)
        yield from _independent(prose, stretch, seen)
        yield from _guilt(prose, stretch)


def _is_name(stretch: Stretch, start: int, one: Marked) -> bool:
    """Say whether a capital within a sentence makes the word part of a name."""
    if one.family == "slip" or not stretch.text[start].isupper():
        return False
    begin, _ = stretch.sentence_at(start)
    return stretch.text[begin:start].strip(" \"'([") != ""


def _says_by_whom(stretch: Stretch, start: int, end: int) -> bool:
    begin, stop = stretch.around(start)
    text = stretch.text
    if _BY.match(text, end, min(stop, end + _CLAUSE)):
        return True
    return _NAMED_SUBJECT.search(text[max(begin, start - _CLAUSE) : start]) is not None


def _message(one: Marked, said: str) -> str:
    if one.family == "abusive":
        return f"“{said}” reads as an insult, and a complaint may be refused for it."
    if one.family == "loaded":
        return f"“{said}” {one.remark or _LABEL}"
    if one.family == "overstated":
        return f"Can “{said}” be shown? One counter-example is enough against it."
    if one.family == "verified":
        return f"“{said}”: by whom, and how?"
    return f"“{said}” should read “{one.remark}”."


def _independent(prose: Prose, stretch: Stretch, seen: set[str]) -> Iterator[Finding]:
    if "independent" in seen or "ndependent" not in stretch.text:
        return
    for match in _INDEPENDENT.finditer(stretch.text):
        whom = match["who"].lower().split()
        last = next((w for w in whom if w in wording()["verified"]["independent"]), None)
        if last is None or _BY.match(stretch.text, match.end()):
            continue
        if prose.reading.sources and _MANY.search(stretch.text[: match.start()][-_CLAUSE:]):
            continue  # SRC120 holds "multiple independent reporters" against the sources
        if stretch.is_quoted(match.start()) or _is_asked_for(prose, stretch, match.start()):
            continue
        seen.add("independent")
        end = match.start("who") + match["who"].lower().index(last) + len(last)
        said = stretch.words(match.start(), end)
        message = f"“{said}”: who are they, and independent of whom?"
        yield prose.finding("PRO205", stretch.span(match.start(), end), message)
        return


def _is_asked_for(prose: Prose, stretch: Stretch, at: int) -> bool:
    span = stretch.span(at, at + 1)
    return any(r.span.overlaps(span) for c in prose.reading.claims for r in c.requests)


@cache
def _guilt_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = wording()["guilt"]
    labels, verbs, ordered, titles, judged = (
        "|".join(re.escape(word).replace(r"\ ", r"\s") for word in table[key])
        for key in ("labels", "verbs", "ordered", "titles", "judged")
    )
    label = re.compile(rf"\b(?i:{labels}),?(?P<name>\s(?:(?i:{titles})\.?\s)?{_NAME})")
    verb = re.compile(
        rf"\b(?i:{titles})\.?\s(?P<name>{_NAME})\s(?:(?:has|have|had|personally|"
        r"himself|herself|deliberately|brutally)\s){0,3}"
        rf"(?:(?:{verbs})|ordered\s(?:the\s|a\s)?(?:[a-z]+\s)?(?:{ordered}))\b"
    )
    return label, verb, re.compile(rf"\b(?:{judged})\b", re.IGNORECASE)


def _guilt(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    label, verb, judged = _guilt_patterns()
    for pattern in (label, verb):
        for match in pattern.finditer(stretch.text):
            begin, end = stretch.around(match.start())
            if stretch.is_quoted(match.start()) or judged.search(stretch.text[begin:end]):
                continue
            name = match["name"].strip()
            if pattern is label and (
                len(name.split()) == 1 or find_states(name, adjectives=True)
            ):
                continue
            message = (
                "A named person is told as guilty, and no judgement is given. Is one "
                "known? Otherwise: “alleged”."
            )
            yield prose.finding("PRO203", stretch.span(match.start(), match.end()), message)
