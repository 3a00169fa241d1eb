"""The week or day of a conflict, counted from the beginning that the text itself gives."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from averment.findings.figures.counted import Counted
from averment.findings.figures.day import day_of, day_written
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Part, Prose

_ORDINAL_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
_ORDINALS = _ORDINAL_WORDS.split()
_FIGHTING = (
    r"(?:conflict|war|siege|blockade|offensive|hostilities|fighting|bombardment|"
    r"occupation|invasion|attacks?|campaign|aggression|operation|"
    r"strike|uprising|curfew|closure)"
)
_NTH = re.compile(
    rf"\b(?P<nth>(?:{'|'.join(_ORDINALS)})|\d{{1,4}}(?:st|nd|rd|th))\s(?:full\s|"
    r"consecutive\s)?(?P<unit>day|week)\sof\s"
    rf"(?:the\s|this\s|our\s)?(?:[a-z]+\s){{0,2}}?(?P<what>{_FIGHTING})\b",
    re.IGNORECASE,
)
_STARTED = re.compile(
    rf"\b(?P<what>{_FIGHTING})\b[^.;]{{0,60}}?\b(?:began|started|broke\sout|erupted|"
    r"was\slaunched|(?:was\s)?begun|commenced|in\sforce\ssince|since)"
    r"\s(?:at\s\w+\s)?(?:on\s)?$",
    re.IGNORECASE,
)
_REACH = 96
_SYNONYMS = frozenset(
    {"conflict", "war", "hostilities", "fighting", "aggression", "offensive", "invasion"}
)


def check_weeks(prose: Prose, counted: Sequence[Counted]) -> Iterator[Finding]:
    """Compare "the fifth week of the war" with the one day on which it began, as told."""
    starts = [s for one in counted if one.stretch.part is not Part.NOTE for s in _starts(one)]
    dated = prose.reading.letterhead.date
    written = day_written(prose.reading)
    if not starts or written is None or dated is None:
        return
    for one in counted:
        if one.stretch.part is Part.NOTE:
            continue
        for match in _NTH.finditer(one.stretch.text):
            what = match["what"].lower()
            fitting = {s for s in starts if s[0] == what or {s[0], what} <= _SYNONYMS}
            if len({day for _, day in fitting}) != 1:
                continue
            within = one.dates_within(*one.stretch.around(match.start()))
            own = {day for d in within if (day := day_of(d.value)) is not None}
            own -= {day for _, day in fitting}
            if len(own) > 1:
                continue
            then = own.pop() if own else written
            began = next(iter(fitting))[1]
            count = (then - began).days + 1
            stated = _nth(match["nth"])
            true = count if match["unit"].lower() == "day" else (count - 1) // 7 + 1
            span = one.stretch.span(match.start(), match.end())
            ground = Ground(
                text=f"counted from {began.isoformat()} to {then.isoformat()}", span=dated.span
            )
            unit = match["unit"].lower()
            if count < 1:
                continue
            if true == stated:
                message = f"Day {count}, counted from the beginning that the text gives: fits."
                yield prose.finding(
                    "FIG206", span, message, severity=Severity.OK, grounds=[ground]
                )
            else:
                message = (
                    f"Counted from the beginning that the text gives it is day {count}: "
                    f"{unit} {true}, not {unit} {stated}."
                )
                yield prose.finding("FIG206", span, message, grounds=[ground])


def _starts(one: Counted) -> Iterator[tuple[str, date]]:
    text = one.stretch.text
    for found in one.dates:
        day = day_of(found.value.removesuffix("/.."))
        match = (
            _STARTED.search(text[max(0, found.start - _REACH) : found.start]) if day else None
        )
        if match is None and day is not None and found.value.endswith("/.."):
            match = re.search(
                rf"\b(?P<what>{_FIGHTING})\b[^.;]{{0,40}}$",
                text[max(0, found.start - _REACH) : found.start],
            )
        if match is not None and day is not None:
            yield match["what"].lower(), day


def _nth(word: str) -> int:
    lower = word.lower()
    return _ORDINALS.index(lower) + 1 if lower in _ORDINALS else int(lower[:-2])
