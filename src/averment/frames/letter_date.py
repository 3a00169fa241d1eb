"""The day of a letter: the one it gives itself, not the day a page was put up.

A document may carry several days: of the letter, of its circulation, of a posting, of the
events it tells of. The rules below are tried in order of how surely the words name the
letter's own day; each rule's name stands in the answer.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.document import Document
from averment.documents.grounded import Grounded
from averment.frames.frame_day import Day, days_in
from averment.frames.frame_line import FrameLine
from averment.frames.frame_words import frame_words
from averment.frames.un_title import UnTitle

HEAD_LINES = 45
TAIL_LINES = 60
LABELLED = re.compile(
    r"\W{0,3}(?:date|dated|date\sof\s(?:letter|submission|communication))\b"
    r"\s?[:.–—-]?\s?(?:this\s)?",
    re.IGNORECASE,
)
ADOPTED = re.compile(
    r"\b(?:adopted|resolution)\b[^.;]{0,160}?\bon\s|\b(?:of|adopted)\s(?=\d{1,2}\s[A-Z])",
    re.IGNORECASE,
)
RESOLUTION = re.compile(r"\b(?:resolution|decision|text\sadopted|adopted\sby)\b", re.IGNORECASE)
RESOLUTION_OF = re.compile(r"[A-Z][\w\s]{3,60}\sresolution\sof\s$")
DONE_AT = re.compile(
    r"\b(?:done|signed|given|issued|executed)\s(?:at|in|on|this)\b", re.IGNORECASE
)
DELIVERED = re.compile(
    r"\b(?:delivered|statement|speech|address|remarks|intervention|session|held|issued|sent|"
    r"letter dated|dated|made)\b[^.;]{0,120}?\b(?:on|dated|of)\s(?:\w{6,9}day,?\s)?$",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?<![\w.])\d{1,2}(?::\d{2}(?!\d)|\.\d{2}\s?(?:[ap]\.?m\b|h(?:rs|ours)?\b|utc|gmt))",
    re.IGNORECASE,
)
PLACE_BEFORE = re.compile(
    r"\W{0,3}(?:[^\W\d_][\w.'’-]*[\s,/-]{1,3}){0,6}(?:the\s|this\s)?\W{0,3}$"
)
DATELINE_END = re.compile(r"\s?\)?\s?(?:[-–—:]|\)|/)")
ORDINARY_END = re.compile(r"[\s.,;:)\]*_]*$")
ADDRESS_FOLLOWS = re.compile(
    r"\s*[.,]?\s+(?:to\b|his|her|h\.\s?e\.|he\s|mr|ms|mrs|dr|the\shonou?rable|dear|your|excellenc|"
    r"re\b|subject|secretary|members|open\sletter|ref)",
    re.IGNORECASE,
)
REPORTED_DAY = re.compile(
    r"\b(?:said|says|urged|told|called|warned|issued|stated|announced|demanded|condemned|made|delivered|"
    r"expressed|released|adopted)\b[^.;]{0,40}?\b(?P<day>yesterday|today)\b"
    r"|\b(?P<early>yesterday|today)\s(?:said|says|urged|told|called|warned|stated|announced|demanded|condemned|"
    r"expressed|rejected|welcomed)\b"
    r"|\b(?:on|this|last)\s(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OPENING_PROSE = 2
"""Paragraphs of a posted page in which the day of the statement is looked for."""
PROSE_LENGTH = 120
SHORT_LINE = 90
SHORT_PROSE = 60
LONG_TITLE = 4
"""Times `SHORT_LINE`: the title of a speech tells speaker, meeting and day."""
SPOKEN = re.compile(r"\b(?:statement|speech|remarks|intervention|address)\sby\b", re.IGNORECASE)
SCAN = 600
"""Characters of a line in which a date is looked for."""


@dataclass(frozen=True, slots=True)
class _Dated:
    line: FrameLine
    mention: Day
    above: str = ""
    """The line above, where the same passage goes on."""

    @property
    def before(self) -> str:
        return self.line.text[: self.mention.start]

    @property
    def after(self) -> str:
        return self.line.text[self.mention.end :]


def find_letter_date(
    document: Document,
    *,
    lines: Sequence[FrameLine],
    salutation: int | None,
    title: UnTitle | None,
) -> Grounded[str] | None:
    """Return the letter's own date in ISO form, a month alone where no day is given.

    Args:
        document: The document.
        lines: Its body, line by line.
        salutation: Index of the salutation's line, if there is one.
        title: Its title in the style of the United Nations, if it has one.
    """
    if title is not None and title.date is not None:
        return title.date
    head = _dated(lines[: _end_of_head(lines, salutation)])
    received = _bracketed(head)
    if received is not None:
        return _ground(document, received, rule="date:statement-received")
    if salutation is not None:
        # A web page puts its own "Date:" above; the letter's date stands by the greeting.
        nearest = _standing_alone([d for d in reversed(head) if d.mention.full])
        if nearest is not None:
            return _ground(document, nearest, rule="date:head")
    tail = _dated(lines[-TAIL_LINES:])
    for rule, found in (
        ("date:labelled", _labelled(head)),
        ("date:adopted", _adopted(head)),
        ("date:head", _standing_alone(head)),
        ("date:dateline", _dateline(head)),
        ("date:done-at", _done_at(tail)),
        ("date:end", _standing_alone(tail)),
        ("date:before-address", _before_address(head)),
        ("date:delivered", _delivered(head)),
        ("date:heading", _in_heading(head)),
    ):
        if found is not None:
            return _ground(document, found, rule=rule)
    return _posted(document, head, lines)


def _end_of_head(lines: Sequence[FrameLine], salutation: int | None) -> int:
    """Return how many lines belong to the head: to the salutation, or into the first prose."""
    if salutation is not None:
        return min(salutation + 3, len(lines))
    prose = 0
    for index, line in enumerate(lines[:HEAD_LINES]):
        prose += len(line.text) >= PROSE_LENGTH
        if prose > OPENING_PROSE:
            return index
    return min(HEAD_LINES, len(lines))


def _dated(lines: Sequence[FrameLine]) -> list[_Dated]:
    above = ["", *(line.text for line in lines)]
    return [
        _Dated(line, mention, "" if line.first else before[-SHORT_LINE:])
        for before, line in zip(above, lines, strict=False)
        for mention in days_in(line.text[:SCAN])
    ]


def _bracketed(head: Sequence[_Dated]) -> _Dated | None:
    """Return the day in brackets above a written statement that the United Nations circulates.

    The day in the masthead is that of the circulation.
    """
    for dated in head:
        alone = dated.before.strip() == "[" and dated.after.strip() in ("]", "")
        if alone and dated.line.text[:1] == "[" and _full(dated):
            return dated
    return None


def _full(dated: _Dated) -> bool:
    return dated.mention.full


def _is_posting(dated: _Dated) -> bool:
    text = dated.line.text
    return frame_words().posting.match(text) is not None or (
        len(text) < SHORT_LINE and CLOCK.search(text) is not None
    )


def _labelled(head: Sequence[_Dated]) -> _Dated | None:
    for dated in head:
        label = LABELLED.match(dated.line.text)
        if label is not None and label.end() >= dated.mention.start - 12 and _full(dated):
            return dated
    return None


def _adopted(head: Sequence[_Dated]) -> _Dated | None:
    for dated in head:
        before = f"{dated.above} {dated.before}".lstrip()
        whole = f"{dated.above} {dated.line.text}"
        of = RESOLUTION_OF.match(dated.before)
        if of is not None and _full(dated) and frame_words().body.search(of.group()):
            return dated
        found = ADOPTED.search(before[-200:])
        if (
            found is not None
            and found.end() >= len(before[-200:]) - 1
            and RESOLUTION.search(whole)
            and "adopted" in whole.lower()
            and len(dated.line.text) < SHORT_LINE * 2
            and _full(dated)
        ):
            return dated
    return None


def _standing_alone(lines: Sequence[_Dated]) -> _Dated | None:
    """Return a date that is a line by itself, with no more than a place before it."""
    months: _Dated | None = None
    for dated in lines:
        labelled = frame_words().head_label.match(dated.line.text) is not None
        if _is_posting(dated) or not _place_only(dated.before):
            continue
        if labelled and LABELLED.match(dated.line.text) is None:
            continue
        if ORDINARY_END.match(dated.after) or _begins_address(dated):
            if _full(dated):
                return dated
            months = months or dated
    return months


def _place_only(before: str) -> bool:
    if len(before) > SHORT_LINE or "." in before.rstrip(". ")[3:]:
        return False
    found = PLACE_BEFORE.match(before)
    # A place is capitalised; "attacks of 5 May" at the beginning of a line is not.
    words = [
        w for w in re.findall(r"[^\W\d_]+", before) if w.lower() not in ("the", "this", "of")
    ]
    return found is not None and all(w[0].isupper() for w in words) and "(" not in before


def _begins_address(dated: _Dated) -> bool:
    return (
        ADDRESS_FOLLOWS.match(dated.after) is not None and len(dated.before) < SHORT_LINE // 2
    )


def _before_address(head: Sequence[_Dated]) -> _Dated | None:
    """Return a date in a line in which masthead, date and address run together."""
    for dated in head:
        clear = not re.search(r"\b(?:of|on|dated|since)\s?$", dated.before, re.IGNORECASE)
        if _full(dated) and clear and ADDRESS_FOLLOWS.match(dated.after):
            return dated
    return None


def _dateline(head: Sequence[_Dated]) -> _Dated | None:
    """Return the date of a news release: ``PORT CALLIS (5 March 2012) – ...``."""
    for dated in head:
        before = dated.before.lstrip("( ").replace("(", "")
        if (
            dated.line.text.startswith("(")
            and ")" not in before
            and dated.after.startswith(")")
        ):
            return dated
        if not dated.line.first or _is_posting(dated) or not _full(dated):
            continue
        if (
            len(before) < SHORT_LINE // 2
            and _place_only(before)
            and DATELINE_END.match(dated.after)
        ):
            return dated
    return None


def _done_at(tail: Sequence[_Dated]) -> _Dated | None:
    for dated in reversed(tail):
        if DONE_AT.search(dated.before[-80:]) and len(dated.line.text) < 2 * SHORT_LINE:
            return dated if _full(dated) else None
    return None


def _delivered(head: Sequence[_Dated]) -> _Dated | None:
    for dated in head:
        if _full(dated) and not _is_posting(dated) and DELIVERED.search(dated.before[-160:]):
            early = dated.line.first and dated.mention.start < 2 * SHORT_LINE
            if early and re.search(
                r"delivered|following is|statement (?:by|of|issued)|letter dated",
                dated.before,
                re.IGNORECASE,
            ):
                return dated
    return None


def _in_heading(head: Sequence[_Dated]) -> _Dated | None:
    """Return a full date at the end of a short heading: ``Statement on X, 5 May 1999``."""
    for dated in head[:6]:
        spoken = SPOKEN.search(dated.line.text[:SHORT_LINE]) is not None
        short = len(dated.line.text) < SHORT_LINE * (LONG_TITLE if spoken else 1.5)
        sentence = dated.line.text.rstrip().endswith(".") and " " in dated.before.strip()
        if short and not sentence and _full(dated) and not _is_posting(dated):
            if frame_words().head_label.match(dated.line.text):
                continue
            separated = re.search(r"[,;:(|–—-]\s?$", dated.before)
            if separated and ORDINARY_END.match(dated.after):
                return dated
    return None


def _posted(
    document: Document, head: Sequence[_Dated], lines: Sequence[FrameLine]
) -> Grounded[str] | None:
    """Return the day that a posted page's own words give, or the day of the posting."""
    posting = next((d for d in head if _is_posting(d) and _full(d)), None)
    if posting is None:
        return None
    at = lines.index(posting.line)
    near = lines[max(0, at - OPENING_PROSE) : at + HEAD_LINES]
    prose = [line for line in near if line is not posting.line and _is_prose(line.text)]
    posted_on = dt.date.fromisoformat(posting.mention.iso)
    for line in prose[: OPENING_PROSE + 1]:
        told = REPORTED_DAY.search(line.text[:SCAN])
        if told is not None:
            day = _told_day(posted_on, told)
            return Grounded(
                value=day.isoformat(),
                span=line.span(document, told.start(), told.end()),
                rule="date:told-from-posting",
            )
    return _ground(document, posting, rule="date:posting")


def _is_prose(text: str) -> bool:
    return len(text) >= SHORT_PROSE and text.rstrip('”"* ').endswith((".", "!", "?"))


def _told_day(posted_on: dt.date, told: re.Match[str]) -> dt.date:
    if told["weekday"] is not None:
        back = (posted_on.weekday() - WEEKDAYS.index(told["weekday"].lower())) % 7
        return posted_on - dt.timedelta(days=back)
    return posted_on - dt.timedelta(days=(told["day"] or told["early"]).lower() == "yesterday")


def _ground(document: Document, dated: _Dated, *, rule: str) -> Grounded[str]:
    mention = dated.mention
    span = dated.line.span(document, mention.start, mention.end)
    return Grounded(value=mention.iso, span=span, rule=rule)
