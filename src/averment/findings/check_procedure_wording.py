"""Words that hand the reply to the other side: insults, labels, guilt, overstatement, "proven".

Quoted words are somebody else's and pass. Each word is remarked on once, at its first place.
"""

import re
from collections.abc import Iterator
from functools import cache

from averment.documents.states import find_states
from averment.findings.finding import Finding
from averment.findings.prose import Prose, Stretch
from averment.findings.vocabulary import Marked, marked_words, slips, wording

_CODES = {"abusive": "PRO201", "loaded": "PRO202", "overstated": "PRO204", "verified": "PRO205", "slip": "PRO305"}
_BY = re.compile(r"\s(?:[a-z]+\s){0,2}?(?:by|in|through)\s")
_NAMED_SUBJECT = re.compile(
    r"(?:\b(?!(?:The|This|These|Those|A|An|All|Our|Any|Such|His|Her|Their|Its|Many|Several|Some|Multiple|Numerous|In|And)\b)[A-Z][\w.'-]+(?:\s\([A-Z]{2,8}\))?|\b(?:court|commission|committee|mission|tribunal|chamber|council|inquiry|institute|rapporteur|judges?|"
    r"prosecutor|who|which|experts?|doctors?|hospital|organi[sz]ation|office|government|ministry|monitors|team|it|he|she|they|we|I))"
    r",?\s(?:(?:has|have|had|also|itself|himself|later|then|therefore|already|recently|since|now)\s){0,3}$"
)
_CLAUSE = 80
_INDEPENDENT = re.compile(r"\bindependent\s(?P<who>[a-z]+(?:\s[a-z]+)?)", re.IGNORECASE)
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
        return f"“{said}” {one.remark or 'is a label, and the reply will be about the label. What was done?'}"
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
        rf"\b(?i:{titles})\.?\s(?P<name>{_NAME})\s(?:(?:has|have|had|personally|himself|herself|deliberately|brutally)\s){{0,3}}"
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
            if pattern is label and (len(name.split()) == 1 or find_states(name, adjectives=True)):
                continue
            message = "A named person is told as guilty, and no judgement is given. Is one known? Otherwise: “alleged”."
            yield prose.finding("PRO203", stretch.span(match.start(), match.end()), message)


def check_slips(prose: Prose) -> Iterator[Finding]:
    """Find small words printed twice, names with a word left out, "an" before a consonant."""
    if prose.reading.language != "en":
        return
    doubled = re.compile(
        rf"\b(?P<first>{'|'.join(slips()['doubled']['words'])})\s(?P=first)\b(?![-'])", re.IGNORECASE
    )
    for stretch in prose.body:
        for match in doubled.finditer(stretch.text):
            if not match.group()[len(match["first"]) + 1 :].islower() or match.group().isupper():
                continue
            message = f"“{match['first']}” is printed twice."
            yield prose.finding("PRO304", stretch.span(match.start(), match.end()), message)
        yield from _articles(prose, stretch)
        yield from _unclosed(prose, stretch)
    yield from _shortened_names(prose)


_A_VOWEL = re.compile(r"(?<![\d(.'-]\s)(?<![\w(.'-])a\s(?!one\b|once\b|eu|ewe|uni|I\b)[aeio][a-z]{2,}\b")
_AN_CONSONANT = re.compile(r"(?<![\w(.'-])an\s(?!hour|heir|hono|honest)[bcdfgjklmnpqrstvwz][a-z]{2,}\b")


def _articles(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    for pattern in (_A_VOWEL, _AN_CONSONANT):
        for match in pattern.finditer(stretch.text):
            if stretch.is_quoted(match.start()):
                continue
            said = stretch.words(match.start(), match.end())
            message = f"“{said}”: “a” before a vowel, or “an” before a consonant."
            yield prose.finding("PRO305", stretch.span(match.start(), match.end()), message)


def _unclosed(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    """Find an opening quotation mark (of the slanted kind, which shows its side) left open."""
    printed = stretch.levelled.flow.text
    opened, closed = printed.count("“"), printed.count("”")
    if opened <= closed or "„" in printed:
        return
    following = next((s for s in prose.stretches if s.index > stretch.index), None)
    if following is not None and following.text.lstrip()[:1] == '"':
        return  # a quotation of several paragraphs opens each and closes the last
    place = stretch.text.rfind('"')
    if place >= 0:
        message = "A quotation is opened here and not closed. Where do the quoted words end?"
        end = min(len(stretch.text), place + _CLAUSE // 2)
        yield prose.finding("PRO307", stretch.span(place, end), message)


_NAMED_OF = re.compile(
    r"\b(?P<head>Republic|Kingdom|Government|Ministry|University|Union|Federation|Principality|Court|Council|Commission|Committee|"
    r"Organi[sz]ation|League|Bank|Province|Emirate|Sultanate|Commonwealth)\s(?P<of>of\s(?:the\s)?)?(?P<name>[A-Z][a-z]+)\b"
)


def _shortened_names(prose: Prose) -> Iterator[Finding]:
    """Find "Republic Norvenia" where the same document prints "Republic of Norvenia"."""
    whole: dict[tuple[str, str], tuple[Stretch, int, int]] = {}
    short: list[tuple[Stretch, re.Match[str]]] = []
    for stretch in prose.body:
        for match in _NAMED_OF.finditer(stretch.text):
            if match["of"]:
                key = (match["head"], match["name"])
                whole.setdefault(key, (stretch, match.start(), match.end()))
            else:
                short.append((stretch, match))
    for stretch, match in short:
        if (match["head"], match["name"]) not in whole:
            continue
        other, start, end = whole[match["head"], match["name"]]
        said, fuller = stretch.words(match.start(), match.end()), other.words(start, end)
        message = f"“{said}” here, “{fuller}” elsewhere."
        yield prose.finding("PRO306", stretch.span(match.start(), match.end()), message)


_ABBREVIATION = re.compile(r"(?<![\w/&.-])(?P<short>[A-Z]{2,6})(?P<plural>s?)(?![\w/&.-])")
_ROMAN = re.compile(r"[IVXLC]+")
_SHOUTED = 0.6


def check_abbreviations(prose: Prose) -> Iterator[Finding]:
    """Find abbreviations that are neither written out nor known to every addressee."""
    if prose.reading.language != "en":
        return
    known = frozenset(slips()["abbreviations"]["known"])
    text = " ".join(s.text for s in prose.stretches)
    seen: set[str] = set()
    for stretch in prose.body:
        letters = sum(c.isalpha() for c in stretch.text)
        if sum(c.isupper() for c in stretch.text) > _SHOUTED * letters:
            continue
        for match in _ABBREVIATION.finditer(stretch.text):
            short = match["short"]
            if short in seen or short in known or _ROMAN.fullmatch(short):
                continue
            seen.add(short)
            if stretch.is_quoted(match.start()) or _is_written_out(short, text):
                continue
            message = f"“{short}” is not written out anywhere in the text."
            yield prose.finding("PRO303", stretch.span(match.start(), match.end()), message)


def _is_written_out(short: str, text: str) -> bool:
    """Say whether the text gives the long form: in brackets, or as words with these initials."""
    if re.search(rf"[(\[\"']\s?{short}s?\b|\b{short}s?\s\(", text) or short.capitalize() in text:
        return True
    small = r"(?:[\s-](?:of|the|and|for|in|on|to|de|du|des|la|le)){0,3}[\s-]"
    initials = small.join(rf"{letter}[a-z'-]+" for letter in short)
    return re.search(rf"\b{initials}\b", text) is not None
