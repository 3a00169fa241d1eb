"""Shares: a percentage against the two figures beside it, and a percentage of nothing."""

import re
from collections.abc import Iterator

from averment.findings.figures.counted import Counted
from averment.findings.finding import Finding, Severity
from averment.findings.prose import Part, Prose

_REACH = 60
_BREAK = re.compile(r"[;:—()]|,(?!\d)")
_PERCENT = re.compile(
    r"(?P<open>[(,]\s?(?:or\s|i\.e\.\s)?)?(?P<value>\d{1,4}(?:\.\d{1,3})?)\s?(?:%|per\s?cent\b)"
)
_OF = re.compile(
    r"\s(?:[a-z]+\s){0,3}?(?:out\sof|of)\s(?:(?:the|all|a\stotal\sof|its|their)\s){0,2}$"
)
_BEYOND = re.compile(
    r"\sof\s(?:(?:the|all|its|their|these|those|local|whole|entire|total)\s){0,3}"
    r"(?:population|inhabitants|residents|victims|people|persons|houses|homes|"
    r"buildings|children|women|dead|"
    r"detainees|schools|hospitals|refugees|civilians|voters|territory)\b"
)
_HEDGE = re.compile(
    r"\b(?:about|around|some|approximately|roughly|nearly|almost|over|more\sthan|less\s"
    r"than|under|close\sto)\s$"
)
_WHOLE = 100.0


def check_percentages(prose: Prose, counted: Counted) -> Iterator[Finding]:
    """Compare each share with the two figures beside it, and with the whole."""
    text = counted.stretch.text
    if "%" not in text and "per" not in text:
        return
    for match in _PERCENT.finditer(text):
        value = float(match["value"])
        span = counted.stretch.span(match.start("value"), match.end())
        if value > _WHOLE and _BEYOND.match(text, match.end()):
            message = (
                f"{counted.stretch.words(match.start('value'), match.end())} of a whole is "
                "more than the whole."
            )
            yield prose.finding("FIG103", span, message)
        elif match["open"] and not _HEDGE.search(
            text[max(0, match.start("value") - 16) : match.start("value")]
        ):
            yield from _beside(prose, counted, match, value)


def _beside(
    prose: Prose, counted: Counted, match: re.Match[str], value: float
) -> Iterator[Finding]:
    stretch, text = counted.stretch, counted.stretch.text
    start, _ = stretch.sentence_at(match.start())
    pair = counted.counts_within(max(start, match.start() - 2 * _REACH), match.start())[-2:]
    if len(pair) < 2 or not all(n.exact for n in pair):  # noqa: PLR2004 - a share has two figures
        return
    part, whole = pair
    if not _OF.fullmatch(text[part.end : whole.start]) or whole.printed < part.printed:
        return
    between = text[whole.end : match.start()]
    if len(between) > _REACH or _BREAK.search(between):
        return
    true = _WHOLE * part.printed / max(whole.printed, 1)
    decimals = len(match["value"].partition(".")[2])
    span = stretch.span(part.figure, match.end())
    figures = (
        f"{stretch.words(part.figure, part.end)} of {stretch.words(whole.figure, whole.end)}"
    )
    if abs(true - value) <= 10.0**-decimals:
        message = f"{figures} is {match['value']} per cent."
        yield prose.finding("FIG103", span, message, severity=Severity.OK)
        return
    message = f"{figures} is {true:.{max(decimals, 1)}f} per cent, not {match['value']}."
    yield prose.finding("FIG103", span, message)


_BASE = re.compile(
    r"\b(?:of|from|since|compared|against|than|to|out|among|in\sfavou?r|majority|"
    r"turnout|between|below|above)\b"
)


def check_bases(prose: Prose, one: Counted) -> Iterator[Finding]:
    """Find a share of nothing: no figure beside it, and no word that says of what."""
    stretch, text = one.stretch, one.stretch.text
    if stretch.part is not Part.BODY or ("%" not in text and "per" not in text):
        return
    for match in _PERCENT.finditer(text):
        start, end = stretch.around(match.start())
        if stretch.is_quoted(match.start()) or _BASE.search(text, start, end):
            continue
        if one.counts_within(start, end):
            continue
        said = stretch.words(match.start(), match.end())
        message = f"{said} of what, and measured by whom?"
        yield prose.finding("FIG111", stretch.span(match.start(), match.end()), message)
