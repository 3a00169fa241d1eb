"""Articles that are not there, and instruments that are dated wrongly."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from averment.catalogue.provenance import Confidence
from averment.documents.span import Span
from averment.findings.figures.day import day_of
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.law.situated import Situated
from averment.findings.law.told import titles, upper
from averment.findings.prose import Prose
from averment.findings.rules import RULES
from averment.law.lawbook import LawBook
from averment.law.mention import InstrumentMention
from averment.law.provisions import Existence, last_number, provision_book, provision_exists
from averment.prose.dates import find_dates

_COMMON = "common "
_NUMBER = re.compile(r"[0-9]{1,4}|[IVXL]{1,7}")
_REST = r"(?:\s?\([0-9a-z]{1,5}\)){0,4}(?:\s?(?:-|to)\s?[0-9]{1,3}(?!\w))?"
_LAST_COMMON = 3
"""Articles 1, 2 and 3 are common by number; from 4 on each Convention has its own."""
_BRACKET = re.compile(r"\([0-9a-z]{1,5}\)")
_ROMAN_NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LOOK_BACK = 120
_LOOK_AHEAD = 60
_YEAR_LENGTH = len(" of 1949")
_OF_ANOTHER = re.compile(r"\bprotocols?\b.{0,80}\b(?:conventions?|covenants?)\b", re.IGNORECASE)
_YEAR = re.compile(r"\s\bof\s(?P<year>1[89][0-9]{2}|20[0-9]{2})(?![\w/-])")
"""A year in brackets is left alone: it may be that of joining."""
_SAME = re.compile(
    r"\s?(?:[,(]\s?|\bof\s|\bdated\s|,?\s?\badopted\son\s|,?\s?\bsigned\s(?:\w+\s){0,3}?on\s)"
    r"(?:the\s)?",
    re.IGNORECASE,
)
_SURE = re.compile(r"\b(?:of|dated|adopted\son)\s(?:the\s)?$", re.IGNORECASE)


def check_provisions(
    prose: Prose, book: LawBook, placed: tuple[Situated, ...]
) -> Iterator[Finding]:
    """Find articles and paragraphs that the instrument does not have."""
    for one in placed:
        for mention in one.mentions:
            if mention.provision is not None:
                yield from _missing(prose, book, one, mention, mention.provision)


def _missing(
    prose: Prose, book: LawBook, one: Situated, mention: InstrumentMention, provision: str
) -> Iterator[Finding]:
    if mention.instrument not in book.instruments:
        return
    if provision.startswith(_COMMON):
        yield from _not_common(prose, one, mention, provision)
        return
    found = provision_exists(mention.instrument, provision, catalogue=book.catalogue)
    if found not in {Existence.NO_SUCH_ARTICLE, Existence.NO_SUCH_PARAGRAPH}:
        return
    title = titles(book, [mention.instrument])
    last = last_number(mention.instrument, provision, catalogue=book.catalogue)
    if found is Existence.NO_SUCH_PARAGRAPH:
        article = provision.partition("(")[0].removeprefix("art. ").strip()
        said = f"{upper(title)} has article {article}, and no {provision} in it."
    else:
        printed = last if last is None or provision[-1].isdecimal() else _roman(last)
        said = f"{upper(title)} has no {provision}; the last one is {printed}."
    provisions = provision_book(book.catalogue)
    row = provisions.find(mention.instrument, str(last)) if last is not None else None
    counted = book.instruments[mention.instrument].articles
    checked = (
        found is Existence.NO_SUCH_ARTICLE and counted is not None and counted == last
    ) or (row is not None and row.provenance.confidence is not Confidence.UNVERIFIED)
    yield prose.finding(
        "LAW112",
        number_span(one, provision),
        said,
        severity=RULES["LAW112"].severity if checked else Severity.WARNING,
        grounds=[Ground(text=f"{row.provenance}.")] if row is not None else (),
    )


def _roman(number: int) -> str:
    """Return a number up to 39 in Roman numerals, as old conventions number their articles."""
    told = ""
    for value, numeral in _ROMAN_NUMERALS:
        times, number = divmod(number, value)
        told += numeral * times
    return told


def _not_common(
    prose: Prose, one: Situated, mention: InstrumentMention, provision: str
) -> Iterator[Finding]:
    """Ask for an article that does not stand under one number in all four Conventions."""
    number = _NUMBER.search(provision)
    if mention is not one.mentions[0] or number is None or not number[0].isdecimal():
        return
    if not 1 <= int(number[0]) <= _LAST_COMMON:
        yield prose.finding(
            "LAW112",
            number_span(one, provision),
            f"Only articles 1 to {_LAST_COMMON} are the same in all four Geneva Conventions. "
            f"Which article {number[0]} is meant?",
            severity=Severity.WARNING,
        )


def number_span(one: Situated, provision: str) -> Span:
    """Return where the number is printed, with its brackets; the name where it is not found."""
    number = _NUMBER.search(provision)
    if number is None:
        return one.span
    text = one.stretch.text
    begin = max(one.sentence[0], one.start - _LOOK_BACK)
    end = min(len(text), one.end + _LOOK_AHEAD)
    brackets = _BRACKET.findall(provision, number.end())
    whole = re.escape(number[0]) + "".join(rf"\s?{re.escape(part)}" for part in brackets)
    for label in dict.fromkeys((whole, re.escape(number[0]))):
        pattern = re.compile(rf"(?<![\w(]){label}(?!\w){_REST}")
        before = list(pattern.finditer(text, begin, one.start))
        match = before[-1] if before else pattern.search(text, one.start, end)
        if match is not None:
            return one.stretch.span(match.start(), match.end())
    return one.span


def check_dates_of_instruments(
    prose: Prose, book: LawBook, placed: tuple[Situated, ...]
) -> Iterator[Finding]:
    """Find a full date beside an instrument's name that is none of its dates."""
    for place, one in enumerate(placed):
        known = {mention.instrument for mention in one.mentions} & _days().keys()
        if len(known) != len({mention.instrument for mention in one.mentions}):
            continue
        if any(mention.antecedent is not None for mention in one.mentions):
            continue  # "the Convention of 9 December 1948" may be another than the last named
        later = placed[place + 1] if place + 1 < len(placed) else None
        same = later is not None and later.stretch is one.stretch
        limit = min(len(one.stretch.text), one.end + _LOOK_AHEAD)
        limit = min(limit, later.start) if same and later is not None else limit
        yield from _wrong_date(prose, book, one, limit)


def _wrong_date(prose: Prose, book: LawBook, one: Situated, limit: int) -> Iterator[Finding]:
    text = one.stretch.text
    instruments = sorted({mention.instrument for mention in one.mentions})
    right = {day for name in instruments for day in _days()[name]}
    right |= {
        known.in_force
        for name in instruments
        if (known := book.instruments.get(name)) is not None and known.in_force is not None
    }
    year = _year_told(one)
    if year is not None:
        yield from _wrong_year(prose, book, one, year, {day.year for day in right})
        return
    for found in find_dates(text[one.start : limit]):
        start, end = one.start + found.start, one.start + found.end
        day = day_of(found.value)
        inside = end <= one.end
        gap = text[one.end : start]
        if day is None or not (inside or _SAME.fullmatch(gap)):
            return
        adopted = min(_days()[instruments[0]])
        near = any(day.year == one_day.year for one_day in right)
        if day in right or not (near or inside or _SURE.search(gap)):
            return
        title = titles(book, instruments) if set(instruments) <= book.instruments.keys() else ""
        yield prose.finding(
            "LAW122",
            one.stretch.span(start, end),
            f"{upper(title or 'the instrument')}: the date is {adopted.isoformat()}, "
            f"not {day.isoformat()}.",
            grounds=[
                Ground(text="Dated rightly by: " + ", ".join(sorted(map(str, right))) + ".")
            ],
        )
        return


def _year_told(one: Situated) -> re.Match[str] | None:
    """Return the year that ends the name or stands behind it: "the Convention of 1948"."""
    text = one.stretch.text
    if _OF_ANOTHER.search(text, one.start, one.end):
        return None  # "Second Protocol to the Convention of 1954"
    return _YEAR.match(text, max(0, one.end - _YEAR_LENGTH)) or _YEAR.match(text, one.end)


def _wrong_year(
    prose: Prose, book: LawBook, one: Situated, match: re.Match[str], right: set[int]
) -> Iterator[Finding]:
    """Find "the Genocide Convention of 1949"."""
    instruments = sorted({mention.instrument for mention in one.mentions})
    told = match["year"]
    if int(told) in right or not set(instruments) <= book.instruments.keys():
        return
    yield prose.finding(
        "LAW122",
        one.stretch.span(match.start("year"), match.end("year")),
        f"{upper(titles(book, instruments))}: the year is {min(right)}, not {told}.",
        grounds=[Ground(text=f"Dated rightly by: {', '.join(map(str, sorted(right)))}.")],
    )


@cache
def _days() -> Mapping[str, frozenset[date]]:
    written = tomllib.loads(
        files("averment.findings.law").joinpath("dates.toml").read_text("utf-8")
    )["days"]
    return {
        key: frozenset(date.fromisoformat(day) for day in days) for key, days in written.items()
    }
