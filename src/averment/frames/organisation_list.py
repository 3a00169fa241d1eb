"""Organisations named one behind the other: where each ends and the next begins.

``the Centre for Truth and Justice, Harbour Watch and the Bar Council`` holds three: an "and"
parts names only where both sides can be names.
"""

import re

from averment.frames.frame_words import frame_words

LONGEST = 20_000
TOGETHER = (
    r"(?:in\s(?:association|collaboration|cooperation|co-operation|partnership|conjunction|coalition)\swith|"
    r"together\swith|jointly\swith|as\swell\sas|along\swith|on\sbehalf\sof)"
)
SEMICOLON = re.compile(r"\s*[;•|]\s*(?:and\s)?")
COMMA = re.compile(
    rf"\s*,\s*(?:and\s|&\s)?(?:{TOGETHER}\s)?(?:the\s)?|\s+{TOGETHER}\s(?:the\s)?",
    re.IGNORECASE,
)
QUALIFIER = re.compile(
    r",?\s(?:an?\s)?(?:international\s)?(?:non-?governmental\sorgani[sz]ations?|NGOs?)"
    r"(?:\s(?:in|with|on|having)\s(?:the\s)?(?:special|general|roster|consultative)(?:\sconsultative)?(?:\sstatus)?)?",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"(?:[^.\n]{2,200}?,\s(?:an?\s)?(?:international\s)?non-?governmental\sorgani[sz]ations?\s[^.,\n]{0,60},?\s(?:and\s)?){1,12}"
    r"[^.,\n]{2,160}",
    re.IGNORECASE,
)
"""Names each of which is told to be a non-governmental organisation."""
AND = re.compile(r"\s+(?:and|&)\s+(?:the\s)?(?=[A-Z])")
AND_THE = re.compile(r"\s+and\s+the\s+(?=[A-Z])")
OXFORD = re.compile(r",\s*(?:and|&)\s")
COMPANY = re.compile(
    r"(?:inc|ltd|llc|llp|e\.\s?v|usa|u\.s\.a|uk|esq|jr|sr|ph\.?d|m\.?d|llb|llm)\b\.?$",
    re.IGNORECASE,
)
OPEN_PHRASE = re.compile(r"\b(?:for|of|on|against)\s(?:the\s)?[\w'’-]+$")
THEMES = frozenset(
    {"rights", "justice", "peace", "law", "women", "defence", "legal", "humanitarian", "for"}
    | {"solidarity", "studies", "research", "monitoring", "youth", "workers", "citizens"}
    | {"asylum", "action", "community", "press", "services", "service", "international"}
)
FEWEST_WORDS = 2
EDGES = " ,;.:–—-*_"


def split_organisations(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each name in `text`, articles and joining words left out."""
    window = QUALIFIER.sub(lambda found: "," + " " * (len(found.group()) - 1), text[:LONGEST])
    if SEMICOLON.search(window):
        return _trimmed(window, _cut(window, SEMICOLON, 0, len(window)))
    pieces: list[tuple[int, int]] = []
    for start, end in _cut(window, COMMA, 0, len(window)):
        if pieces and COMPANY.match(window[start:end].strip()):
            pieces[-1] = (pieces[-1][0], end)
        elif not _inside_brackets(window, start):
            pieces.append((start, end))
        elif pieces:
            pieces[-1] = (pieces[-1][0], end)
    if pieces and OXFORD.search(window) is None:
        last = pieces.pop()
        pieces += _at_and(window, *last)
    else:
        pieces = [part for piece in pieces for part in _cut(window, AND_THE, *piece)]
    return _trimmed(window, pieces)


def _cut(text: str, separator: re.Pattern[str], start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    for found in separator.finditer(text, start, end):
        parts.append((start, found.start()))
        start = found.end()
    parts.append((start, end))
    return parts


def _inside_brackets(text: str, place: int) -> bool:
    window = text[max(0, place - 200) : place]
    return window.rfind("(") > window.rfind(")")


def _at_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut the last piece of a list at its "and", where both sides can be names."""
    for found in reversed(list(AND.finditer(text, start, end))):
        left, right = text[start : found.start()].strip(), text[found.end() : end].strip()
        clear = not OPEN_PHRASE.search(left) or _has_head(right)
        if "the" in found.group().split() or (clear and _can_name(left) and _can_name(right)):
            return [(start, found.start()), (found.end(), end)]
    return [(start, end)]


def _can_name(text: str) -> bool:
    """Say whether words can be a whole name: several words, or one that is an acronym."""
    words = text.split()
    if len(words) == 1:
        return text.isupper() and len(text) > FEWEST_WORDS
    return len(words) >= FEWEST_WORDS


def _has_head(text: str) -> bool:
    """Say whether a name has a noun of its own, as "Human Rights" has none."""
    found = frame_words().organisation.finditer(text)
    return any(word.group().lower() not in THEMES for word in found)


def _trimmed(text: str, pieces: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    trimmed = []
    for start, end in pieces:
        a, b = start, end
        if text[a:b].lower().lstrip().startswith("the "):
            a = text.lower().index("the ", a) + len("the ")
        while a < b and text[a] in EDGES:
            a += 1
        while a < b and text[b - 1] in EDGES:
            b -= 1
        if a < b:
            trimmed.append((a, b))
    return tuple(trimmed)
