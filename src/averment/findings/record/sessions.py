"""Sessions told with an adoption, against the session that stands in the symbol."""

import re
from collections.abc import Iterator

from averment.findings.finding import Finding, Severity
from averment.findings.record.adoption import BODY_REACH, Named, named_resolutions
from averment.findings.record.letter import Letter, body_of, is_adopted
from averment.findings.record.wording import earned
from averment.un_record.body import find_bodies
from averment.un_record.record import Record
from averment.un_record.session import session_of

_ORDINAL_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
"""
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), 1)}
_TENS = {
    "twent": 20,
    "thirt": 30,
    "fort": 40,
    "fift": 50,
    "sixt": 60,
    "sevent": 70,
    "eight": 80,
    "ninet": 90,
}
_UNIT = "|".join(sorted(_ORDINALS, key=lambda word: (-len(word), word)))
_TEN = "|".join(_TENS)
_SESSION = re.compile(
    r"\b(?:at|during|in)\s(?:its|the)\s(?:(?P<figures>[0-9]{1,3})\s?(?:st|nd|rd|th)|"
    rf"(?P<words>(?:(?:{_TEN})y-(?:{_UNIT})|(?:{_TEN})ieth|{_UNIT})))\s"
    r"(?P<kind>(?:regular|emergency\sspecial|special)\s)?session\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(r"\b(?:adopted|passed|approved)\b", re.IGNORECASE)
_SESSION_REACH = 220
_OF_THE = len(" of the UN ")


def check_sessions(letter: Letter, record: Record) -> Iterator[Finding]:
    """Hold a session told with an adoption against the symbol."""
    for named in named_resolutions(letter, record):
        start, end = named.sentence
        others = {
            symbol
            for one in letter.within(named.stretch, start, end)
            for symbol in one.symbols
            if is_adopted(symbol)
        } - {named.symbol}
        own = session_of(named.symbol)
        if others or own is None or own[0] not in {"UNGA", "HRC"}:
            continue
        low = max(start, named.start - _SESSION_REACH)
        high = min(end, named.end + _SESSION_REACH)
        for match in _SESSION.finditer(named.stretch.text, low, high):
            told = _told_session(match)
            if told is None or _is_of_another_body(named, match.end()):
                continue
            if own[1] in told or not _is_of_adoption(named, match):
                continue
            message = (
                f"{named.symbol} is of session {own[1]}, by its symbol; the letter has session "
                f"{told[-1]}."
            )
            severity = earned(
                Severity.ERROR,
                checked=True,
                own_words=named.certain and not named.stretch.is_quoted(named.start),
            )
            yield letter.prose.finding(
                "REC128",
                named.stretch.span(match.start(), match.end()),
                message,
                severity=severity,
            )


def _is_of_adoption(named: Named, session: re.Match[str]) -> bool:
    """Say whether the resolution is told to have been adopted in this session."""
    text = named.stretch.text
    if session.start() >= named.end:
        return _ADOPTED.search(text, named.end, session.start()) is not None
    return _ADOPTED.search(text, session.end(), named.start) is not None


def _is_of_another_body(named: Named, end: int) -> bool:
    text = named.stretch.text
    behind = [one for one in find_bodies(text[end : end + BODY_REACH]) if one.start <= _OF_THE]
    return bool(behind) and body_of(named.symbol) not in behind[0].ids


def _told_session(match: re.Match[str]) -> tuple[str, ...] | None:
    """Return the session as symbols number it; both forms where its kind is not told."""
    figures = match["figures"]
    number = int(figures) if figures else _ordinal(match["words"].lower())
    if number is None:
        return None
    kind = " ".join((match["kind"] or "").lower().split())
    if kind == "emergency special":
        return (f"ES-{number}",)
    if kind == "special":
        # An emergency special session is a special one too.
        return (f"ES-{number}", f"S-{number}")
    return (str(number),)


def _ordinal(word: str) -> int | None:
    if word in _ORDINALS:
        return _ORDINALS[word]
    tens, _, unit = word.partition("-")
    stem = tens.removesuffix("y").removesuffix("ieth")
    return _TENS[stem] + _ORDINALS.get(unit, 0) if stem in _TENS else None
