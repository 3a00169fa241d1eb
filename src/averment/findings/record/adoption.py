"""Which day and which session the letter gives a resolution, against the record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from averment.documents.span import Span
from averment.findings.figures.day import day_of
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Stretch
from averment.findings.record.letter import Letter, body_of, is_adopted
from averment.findings.record.wording import borne_out, earned, is_checked, source_of
from averment.prose.dates import find_dates
from averment.un_record.body import find_bodies
from averment.un_record.record import Record
from averment.un_record.resolution import Resolution

_BEHIND = re.compile(
    r'(?:,?\s\(?"[^"]{3,160}"\)?)?(?:\s\([^()]{2,30}\))?,?\s(?:which\s|that\s)?'
    r"(?:(?:was|were|is|being)\s)?(?:(?:unanimously\s)?(?:adopted|passed|approved)"
    r"(?:\s(?:unanimously|by\sconsensus|without\sa\svote))?"
    r"(?:\sby\s(?:the\s)?[A-Z][\w\s]{0,40}?)?,?\son|of|dated)\s(?:the\s)?(?:[A-Z][a-z]{2,8}day,?\s)?"
)
"""Between a resolution and the day of its adoption."""
_IN_BRACKETS = re.compile(r"\s\((?:adopted\s)?(?:on\s)?(?=[0-9A-Z][0-9a-z])")
_ADOPTING = re.compile(
    r"\b(?:adopted|passed|approved)\s(?:unanimously\s|its\s|the\s|a\s)?(?:(?:landmark|historic|"
    r"UN|U\.N\.|United\sNations|General\sAssembly|Security\sCouncil|Human\sRights\sCouncil|"
    r"resolutions?)\s){0,3}$",
    re.IGNORECASE,
)
_ON = re.compile(
    r'(?:,?\s\(?"[^"]{3,160}"\)?)?(?:\s\([^()]{2,30}\))?,?\son\s(?:[A-Z][a-z]{2,8}day,?\s)?'
)
"""Between a resolution that "the Assembly adopted" and the day."""
_LISTED = re.compile(
    r"\)?,?\s?(?:(?:and|or|as\swell\sas)\s)?(?:of\s|the\s)?(?:resolutions?\s)?$"
)
"""Between two resolutions of one list: which of two days is whose is then left open."""
_LIST_REACH = 30
_ABOUT_IT = re.compile(
    r"\b(?:reports?|letters?|statements?|notes?|briefings?|debates?|meetings?|reviews?|"
    r"submissions?|decisions?|judgments?|opinions?|panels?|consultations?)\b[^.;]{0,80}\s"
    r"(?:on|of|under|to|about|concerning|regarding|implementing)\s(?:the\s)?"
    r"(?:(?:UN|U\.N\.|United\sNations|General\sAssembly|Security\sCouncil)\s)?(?:resolutions?\s)?$",
    re.IGNORECASE,
)
"""A day behind "the report on resolution 2334 (2016)" may be the report's."""
_OWN_DAY = re.compile(r"\b(?:adopted|passed|approved)\b")
_BEFORE = re.compile(
    r"[Oo]n\s(?:[A-Z][a-z]{2,8}day,?\s)?(?P<date>[\w\s,./-]{6,30}?),?\s(?:the\s)?"
    r"(?:UN\s|U\.N\.\s|United\sNations\s)?(?:General\sAssembly|Security\sCouncil|"
    r"Human\sRights\sCouncil|UNGA|UNSC|UNHRC|Assembly|Council)\s(?:has\s|then\s|also\s|"
    r"unanimously\s)?(?:adopted|passed|approved)\s(?:its\s|the\s|a\s)?(?:[\w-]+\s){0,3}?$"
)
_BEFORE_REACH = 140
_BEHIND_REACH = 300
_TITLED = re.compile(
    r'\bresolution,?\s(?:titled|entitled|called|named|headed)\s(?:as\s)?"(?P<title>[^"]{4,160})"',
    re.IGNORECASE,
)
BODY_REACH = 60
_LETTERS = re.compile(r"[^\W_]+")
_NEAR_DAYS = 1
"""The day differs between New York and elsewhere; a day apart is no certain fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Words that mean one resolution, by number or by title: ``stretch.text[start:end]``."""

    symbol: str
    stretch: Stretch
    start: int
    end: int
    sentence: tuple[int, int]
    certain: bool
    """By its number, or by a title that the record knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """A day that the letter gives for the adoption of a resolution."""

    named: Named
    day: date
    span: Span


def named_resolutions(letter: Letter, record: Record) -> Iterator[Named]:
    """Yield every place that means one resolution, by number or by title."""
    for one in letter.cited:
        if one.symbol is not None and is_adopted(one.symbol.text):
            yield Named(
                symbol=one.symbol.text,
                stretch=one.stretch,
                start=one.start,
                end=one.end,
                sentence=one.sentence,
                certain=not letter.body_is_open(one),
            )
    for stretch in letter.prose.stretches:
        for match in _TITLED.finditer(stretch.text):
            titled = _by_title(letter, record, stretch, match)
            if titled is not None:
                yield titled


def _by_title(
    letter: Letter, record: Record, stretch: Stretch, match: re.Match[str]
) -> Named | None:
    sentence = stretch.around(match.start())
    if letter.within(stretch, *sentence):
        return None
    before = stretch.text[max(sentence[0], match.start() - BODY_REACH) : match.start()]
    bodies = [one for one in find_bodies(before) if one.end >= len(before.rstrip())]
    if not bodies or len(bodies[-1].ids) != 1:
        return None
    body = bodies[-1].ids[0]
    wanted = _plain(match["title"])
    by_label = sorted(
        {
            symbol
            for one in letter.cited
            for symbol in one.symbols
            if body_of(symbol) == body
            and any(_plain(known.label) == wanted for known in record.resolutions(symbol))
        }
    )
    symbol = by_label[0] if len(by_label) == 1 else letter.only_of(body)
    if symbol is None:
        return None
    return Named(
        symbol=symbol,
        stretch=stretch,
        start=match.start(),
        end=match.end(),
        sentence=sentence,
        certain=len(by_label) == 1,
    )


def _plain(title: str) -> str:
    return "".join(_LETTERS.findall(title.lower().removeprefix("the ")))


def told_adoptions(letter: Letter, record: Record) -> Iterator[Adoption]:
    """Yield the days told as those of an adoption; a date beside a number may be another."""
    for named in named_resolutions(letter, record):
        text, stretch = named.stretch.text, named.stretch
        if _is_listed(letter, named):
            continue
        low = max(named.sentence[0], named.start - _BEFORE_REACH)
        behind = _day_behind(named, text[low : named.start])
        if behind is not None:
            yield behind
        before = _BEFORE.search(text[low : named.start])
        if before is not None:
            dates = find_dates(before["date"])
            day = day_of(dates[0].value) if len(dates) == 1 else None
            if day is not None:
                start = low + before.start("date") + dates[0].start
                end = low + before.start("date") + dates[0].end
                yield Adoption(named=named, day=day, span=stretch.span(start, end))


def _day_behind(named: Named, lead: str) -> Adoption | None:
    """Return the day told behind a resolution; `lead` is what stands before it."""
    text = named.stretch.text
    window = text[named.end : min(named.sentence[1], named.end + _BEHIND_REACH)]
    behind = _BEHIND.match(window)
    if behind is None and named.symbol.startswith("S/"):
        # Those of the Assembly are often given the day on which the paper was printed.
        behind = _IN_BRACKETS.match(window)
    if behind is not None and _OWN_DAY.search(behind[0]) is None and _ABOUT_IT.search(lead):
        behind = None
    if behind is None and _ADOPTING.search(lead):
        behind = _ON.match(window)
    if behind is None:
        return None
    for found in find_dates(window[behind.end() : behind.end() + BODY_REACH])[:1]:
        day = day_of(found.value)
        if found.start == 0 and day is not None:
            start = named.end + behind.end()
            return Adoption(
                named=named, day=day, span=named.stretch.span(start, start + found.end)
            )
    return None


def _is_listed(letter: Letter, named: Named) -> bool:
    """Say whether another resolution stands right before this one, or right behind it."""
    stretch = named.stretch
    text, (first, last) = stretch.text, named.sentence
    low, high = max(first, named.start - _LIST_REACH), min(last, named.end + _LIST_REACH)
    before = [one for one in letter.within(stretch, first, named.start) if one.end > low]
    behind = [one for one in letter.within(stretch, named.end, high) if one.end <= last]
    gaps = [text[one.end : named.start] for one in before[-1:]]
    gaps += [text[named.end : one.start] for one in behind[:1]]
    return any(gap and _LISTED.fullmatch(gap) is not None for gap in gaps)


def check_adoption(letter: Letter, record: Record) -> Iterator[Finding]:
    """Hold the day of adoption against the record."""
    seen: set[tuple[str, date]] = set()
    for adoption in told_adoptions(letter, record):
        named = adoption.named
        if (named.symbol, adoption.day) in seen:
            continue
        seen.add((named.symbol, adoption.day))
        known = [one for one in record.resolutions(named.symbol) if one.adopted_on is not None]
        if known:
            yield _against(letter, adoption, known)


def _against(letter: Letter, adoption: Adoption, known: list[Resolution]) -> Finding:
    symbol, best = adoption.named.symbol, known[0]
    grounds = [
        Ground(text=f"{one.symbol}: {one.adopted_on}, {one.provenance}.") for one in known
    ]
    if any(one.adopted_on == adoption.day for one in known):
        agreeing = next(one for one in known if one.adopted_on == adoption.day)
        message = (
            f"{symbol}, adopted on {adoption.day.isoformat()}: "
            f"{borne_out(agreeing.provenance)}."
        )
        return letter.prose.finding("REC129", adoption.span, message, grounds=grounds)
    days = [one.adopted_on for one in known if one.adopted_on is not None]
    message = (
        f"{symbol} was adopted on {days[0].isoformat()} {source_of(best.provenance)}; the "
        f"letter has {adoption.day.isoformat()}."
    )
    near = any(abs((day - adoption.day).days) <= _NEAR_DAYS for day in days)
    named = adoption.named
    severity = earned(
        Severity.ERROR,
        checked=is_checked(best.provenance) and not near,
        own_words=named.certain and not named.stretch.is_quoted(named.start),
    )
    return letter.prose.finding(
        "REC109", adoption.span, message, severity=severity, grounds=grounds
    )


def adoption_days(letter: Letter, record: Record) -> dict[str, date]:
    """Return the day of adoption of each resolution named, by the record."""
    days: dict[str, date] = {}
    symbols = {symbol for one in letter.cited for symbol in one.symbols}
    symbols |= {told.vote.symbol for told in letter.votes if told.vote.symbol}
    for symbol in sorted(symbols):
        for known in record.resolutions(symbol):
            if known.adopted_on is not None:
                days.setdefault(symbol, known.adopted_on)
    return days
