"""Dates that cannot be, do not fit their weekday, run backwards, or come after the letter."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence

from averment.claims.claim import ClaimKind
from averment.findings.figures.counted import Counted
from averment.findings.figures.day import day_of
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.prose import Part, Prose
from averment.prose.date_names import WEEKDAYS
from averment.prose.dates import FoundDate

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEKDAY = r"(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sat|Sun)(?P<rest>day)?\b\.?"
_BEFORE = re.compile(rf"\b{_WEEKDAY},?\s(?:the\s|on\s)?$")
_AFTER = re.compile(rf"\s?(?:\(|,\sa\s){_WEEKDAY}")
_GREGORIAN_EVERYWHERE = 1930
"""First year from which a weekday is not disputed by an older calendar in use."""
_SHORTEST = 3

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|"
    r"Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d)(?![\d/-]))?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY_FIRST = re.compile(
    rf"(?<![\w.,:/-])(?P<day>29|3\d|[4-9]\d){_ORDINAL}\s(?:of\s)?{_MONTH}{_YEAR}"
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s(?P<day>29|3[0-9]){_ORDINAL}(?![\d:./-])(?!\s(?:per|people|persons|"
    rf"civ)){_YEAR}"
)
_ISO = re.compile(
    r"(?<![\w/.=-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?![\w/-])"
)
_FEBRUARY_LONGEST = 29
_SURE_DAY = 31
"""Higher than this, a number before a month may count something else."""

_REVERSED = re.compile(
    rf"\b(?P<lead>from|between)\s(?P<first>\d{{1,2}}){_ORDINAL}\s(?:to|and|until)\s"
    rf"(?P<second>\d{{1,2}}){_ORDINAL}\s{_MONTH}",
    re.IGNORECASE,
)
_PERHAPS_LAST_MONTH = 7
"""A range that ends in the first week may begin in the month before."""

_FUTURE = re.compile(
    r"\b(?:will|shall|would|by|until|till|before|deadline|scheduled|planned|due|next|"
    r"expires?|expiring|upcoming|forthcoming|"
    r"may|should|must|can|could|session|through|term|mandate|[Ii]f|as\sof|valid|to\sbe)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|killed|died|attacked|shelled|destroyed|arrested|bombed|[a-z]{3,}ed)\b"
)
_MOST_LATE = 3

_CLOCK = re.compile(
    r"\bat\s(?:about\s|around\s|approximately\s)?(?:(?P<hour>\d\d)(?P<minute>\d\d)\s"
    r"(?:hours|hrs|h)\b"
    r"|(?P<hours>\d{1,2}):(?P<minutes>\d\d)(?![\d:/]))"
)
_HOURS = 24
_MINUTES = 60


def check_dates(prose: Prose, counted: Sequence[Counted]) -> Iterator[Finding]:
    """Check every date of the document by itself and against the letter's own."""
    for one in counted:
        yield from _weekdays(prose, one)
        yield from _impossible(prose, one)
        yield from _backwards(prose, one)
        yield from _times(prose, one)
        if one.stretch.part is Part.BODY:
            yield from _two_ways(prose, one)
    yield from _after_the_letter(prose, counted)
    yield from _nothing_to_count_from(prose, counted)


def _weekdays(prose: Prose, one: Counted) -> Iterator[Finding]:
    stretch, text = one.stretch, one.stretch.text
    for found in one.dates:
        if not _DAY.fullmatch(found.value):
            continue
        before = _BEFORE.search(text[max(0, found.start - 20) : found.start])
        after = None if before is not None else _AFTER.match(text, found.end)
        match = before or after
        day = day_of(found.value)
        if match is None or day is None or day.year < _GREGORIAN_EVERYWHERE:
            continue
        named = _weekday_number(match["weekday"])
        if not match["rest"] and not match.group().rstrip().endswith((".", ",")):
            continue  # "Sun 8 October" may be a newspaper
        if before is not None:
            start = max(0, found.start - 20) + before.start()
            span = stretch.span(start, found.end)
            said = stretch.words(start, found.end)
        else:
            span = stretch.span(found.start, match.end())
            said = stretch.words(found.start, match.end())
        if named == day.weekday():
            message = "The weekday fits the date."
            yield prose.finding("FIG201", span, message, severity=Severity.OK)
        else:
            true = next(name for name, number in WEEKDAYS.items() if number == day.weekday())
            message = f"{said}: that date was a {true.capitalize()}."
            yield prose.finding("FIG201", span, message)


def _weekday_number(word: str) -> int:
    return next(n for name, n in WEEKDAYS.items() if name.startswith(word[:_SHORTEST].lower()))


def _impossible(prose: Prose, one: Counted) -> Iterator[Finding]:
    stretch, text = one.stretch, one.stretch.text
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            month = _MONTHS.index(match["month"][:_SHORTEST].lower()) + 1
            day, year = int(match["day"]), match["year"]
            longest = _longest(month, int(year) if year else None)
            if day <= longest or (day > _SURE_DAY and not year):
                continue
            message = (
                f"{stretch.words(match.start(), match.end())} is not a date: that month "
                f"has {longest} days."
            )
            yield prose.finding("FIG202", stretch.span(match.start(), match.end()), message)
    for match in _ISO.finditer(text):
        if day_of(match.group()) is None:
            message = f"{match.group()} is not a date."
            yield prose.finding("FIG202", stretch.span(match.start(), match.end()), message)


def _longest(month: int, year: int | None) -> int:
    if year is None:
        return _FEBRUARY_LONGEST if month == 2 else monthrange(2001, month)[1]  # noqa: PLR2004 - February
    return monthrange(year, month)[1]


def _backwards(prose: Prose, one: Counted) -> Iterator[Finding]:
    stretch, text = one.stretch, one.stretch.text
    for found in one.dates:
        first, slash, last = found.value.partition("/")
        if (
            not slash
            or len(first) != len(last)
            or not (first + last).replace("-", "").isdecimal()
        ):
            continue
        if first > last:
            said = stretch.words(found.start, found.end)
            message = f"The second date is the earlier one: {said}."
            yield prose.finding("FIG203", stretch.span(found.start, found.end), message)
    for match in _REVERSED.finditer(text):
        first_day, second_day = int(match["first"]), int(match["second"])
        if second_day < first_day <= _SURE_DAY and second_day > _PERHAPS_LAST_MONTH:
            said = stretch.words(match.start("first"), match.end())
            message = f"The second date is the earlier one: {said}."
            yield prose.finding(
                "FIG203", stretch.span(match.start("first"), match.end()), message
            )


def _times(prose: Prose, one: Counted) -> Iterator[Finding]:
    stretch = one.stretch
    for match in _CLOCK.finditer(stretch.text):
        hour = int(match["hour"] or match["hours"])
        minute = int(match["minute"] or match["minutes"])
        if hour > _HOURS or minute >= _MINUTES or (hour == _HOURS and minute):
            said = stretch.words(match.start(), match.end())
            message = f"There is no such time of day: {said}."
            yield prose.finding("FIG207", stretch.span(match.start(), match.end()), message)


def _two_ways(prose: Prose, one: Counted) -> Iterator[Finding]:
    for found in one.dates:
        if not found.value.startswith("["):
            continue
        first, _, second = found.value.strip("[]").partition(",")
        said = one.stretch.words(found.start, found.end)
        message = f"{said} can be read as {first} or as {second}."
        yield prose.finding("FIG208", one.stretch.span(found.start, found.end), message)


def _after_the_letter(prose: Prose, counted: Sequence[Counted]) -> Iterator[Finding]:
    written = prose.reading.letterhead.date
    if written is None or not _DAY.fullmatch(written.value):
        return
    ground = Ground(text="the letter's date", span=written.span)
    asked = {c.number for c in prose.reading.claims if c.kind is ClaimKind.REQUEST}
    late: list[tuple[Counted, FoundDate]] = []
    for one in counted:
        if one.stretch.part is not Part.BODY:
            continue
        for found in one.dates:
            if _is_later(one, found, written.value):
                span = one.stretch.span(found.start, found.end)
                if not span.overlaps(written.span) and prose.claim_at(span) not in asked:
                    late.append((one, found))
    if len(late) > _MOST_LATE:
        message = (
            f"{len(late)} events in the text are later than this date. Is it the date of "
            "the letter?"
        )
        yield prose.finding("FIG204", written.span, message, severity=Severity.NOTE)
        return
    for one, found in late:
        said = one.stretch.words(found.start, found.end)
        message = (
            f"The letter is dated {written.value}; this tells as past what it dates {said}."
        )
        span = one.stretch.span(found.start, found.end)
        yield prose.finding("FIG204", span, message, grounds=[ground])


def _is_later(one: Counted, found: FoundDate, written: str) -> bool:
    first = found.value.split("/")[0].rstrip("~")
    if not first.replace("-", "").isdecimal() or len(first) < len("2020-10"):
        return False
    if first <= written[: len(first)]:
        return False
    start, end = one.stretch.around(found.start)
    sentence = one.stretch.text[start:end]
    if one.stretch.is_quoted(found.start) or _FUTURE.search(sentence):
        return False
    return _PAST.search(sentence) is not None


def _nothing_to_count_from(prose: Prose, counted: Sequence[Counted]) -> Iterator[Finding]:
    """Say once that "yesterday" has no date to be counted from."""
    if prose.reading.letterhead.date is not None:
        return
    for one in counted:
        if one.stretch.part is not Part.BODY:
            continue
        for found in one.dates:
            if found.shift is not None and not one.stretch.is_quoted(found.start):
                said = one.stretch.words(found.start, found.end)
                message = f"“{said}” is counted from a date that the document does not give."
                yield prose.finding("FIG209", one.stretch.span(found.start, found.end), message)
                return
