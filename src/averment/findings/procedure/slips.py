"""Slips that can be proved from the words, and abbreviations that nobody writes out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from averment.findings.finding import Finding
from averment.findings.procedure.vocabulary import slips
from averment.findings.prose import Prose, Stretch


def check_slips(prose: Prose) -> Iterator[Finding]:
    """Find small words printed twice, names with a word left out, "an" before a consonant."""
    if prose.reading.language != "en":
        return
    doubled = re.compile(
        rf"\b(?P<first>{'|'.join(slips()['doubled']['words'])})\s(?P=first)\b(?![-'])",
        re.IGNORECASE,
    )
    behind = {s.index: after for s, after in pairwise(prose.stretches)}
    for stretch in prose.body:
        for match in doubled.finditer(stretch.text):
            if (
                not match.group()[len(match["first"]) + 1 :].islower()
                or match.group().isupper()
            ):
                continue
            message = f"“{match['first']}” is printed twice."
            yield prose.finding("PRO304", stretch.span(match.start(), match.end()), message)
        yield from _articles(prose, stretch)
        yield from _unclosed(prose, stretch, behind.get(stretch.index))
    yield from _shortened_names(prose)


_SHOWN = 40
"""Characters of an open quotation that a remark points at."""
_A_VOWEL = re.compile(
    r"(?<![\d(.'-]\s)(?<![\w(.'-])a\s(?!one\b|once\b|eu|ewe|uni|(?:and|in|on|is|of|or|are|as|at|it|if|into|also|any|even|only|over)\b)[aeio][a-z]{2,}\b"
)
_AN_CONSONANT = re.compile(r"(?<![\w(.'-])an\s[bcdfgjklmnpqrstvwz][a-z]{2,}\b")


def _articles(prose: Prose, stretch: Stretch) -> Iterator[Finding]:
    for pattern in (_A_VOWEL, _AN_CONSONANT):
        for match in pattern.finditer(stretch.text):
            if stretch.is_quoted(match.start()):
                continue
            said = stretch.words(match.start(), match.end())
            message = f"“{said}”: “a” before a vowel, or “an” before a consonant."
            yield prose.finding("PRO305", stretch.span(match.start(), match.end()), message)


def _unclosed(prose: Prose, stretch: Stretch, following: Stretch | None) -> Iterator[Finding]:
    """Find an opening quotation mark (of the slanted kind, which shows its side) left open."""
    printed = stretch.levelled.flow.text
    opened, closed = printed.count("“"), printed.count("”")
    if opened <= closed or "„" in printed:
        return
    if following is not None and following.text.lstrip()[:1] == '"':
        return  # a quotation of several paragraphs opens each and closes the last
    place = stretch.text.rfind('"')
    if place >= 0:
        message = "A quotation is opened here and not closed. Where do the quoted words end?"
        end = min(len(stretch.text), place + _SHOWN)
        yield prose.finding("PRO307", stretch.span(place, end), message)


_NAMED_OF = re.compile(
    r"\b(?P<head>Republic|Kingdom|Government|Ministry|University|Union|Federation|"
    r"Principality|Court|Council|Commission|Committee|"
    r"Organi[sz]ation|League|Bank|Province|Emirate|Sultanate|Commonwealth)\s(?P<of>of\s"
    r"(?:the\s)?)?(?P<name>[A-Z][a-z]+)\b"
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
    """Say whether the text gives the long form, in brackets or as words with these initials."""
    if (
        re.search(rf"[(\[\"']\s?{short}s?\b|\b{short}s?\s\(", text)
        or short.capitalize() in text
    ):
        return True
    small = r"(?:[\s-](?:of|the|and|for|in|on|to|de|du|des|la|le)){0,3}[\s-]"
    initials = small.join(rf"{letter}[a-z'-]+" for letter in short)
    return re.search(rf"\b{initials}\b", text) is not None
