"""The title of a letter that the United Nations circulates: who wrote to whom, and when.

``Letter dated 5 May 1999 from the Permanent Representative of Norvenia to the United Nations
addressed to the Secretary-General`` says all of a letter's frame in one phrase.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.document import Document
from averment.documents.grounded import Grounded
from averment.frames.frame_day import days_in
from averment.frames.frame_line import FrameLine

TITLE_LINES = 60
TITLE_LENGTH = 700
"""Characters in which a title says all it has to say."""
RUN_IN_LENGTH = 1600
"""Characters of a line that are read where masthead, title and letter run together."""
LETTER_BEHIND = 120
DATED = re.compile(
    r"(?:\b(?:identical\s|joint\s)?(?:letters?|notes?(?:\sverbales?)?|telegrams?|cables?|communications?|"
    r"aide[-\s]memoire)\s+)?\bdated\s",
    re.IGNORECASE,
)
MASTHEAD = re.compile(
    r"(?:United\sNations|General\sAssembly|Security\sCouncil|Human\sRights\sCouncil|[ASE]/)",
    re.IGNORECASE,
)
RUN_IN = re.compile(
    r"(?<=\s)(?:(?:Identical|Joint)\sletters?|Letters?|Notes?\sverbales?|Telegrams?)\s(?=dated\s\d)"
)
FROM = re.compile(r"\s*,?\s*(?:sent\s)?(?:from|by)\s", re.IGNORECASE)
ADDRESSED = re.compile(
    r"(?:,?\s|\b)(?:respectively\s)?addressed,?\s(?:respectively\s)?(?:by\s[^.;]{0,120}\s)?to\s",
    re.IGNORECASE,
)
SENT_TO = re.compile(
    r"\sto\s(?=the\s(?:President|Secretary|Chair|High\sCommissioner|Director|Acting\sPresident|Under))",
    re.IGNORECASE,
)
END_OF_ADDRESSEE = re.compile(
    r"\s\*|\*\s?|[.;:]\s|\s\(?[ASE]/|,?\s(?:concerning|regarding|relating|on\sthe|transmitting|in\sconnection|"
    r"containing|enclosing|dated)\b"
    r"|\s(?:I|We|On|Upon|In|At|Further|With|Following|Excellency|The\sGovernment|As|Sir|Original|Pursuant|Having)\s"
    r"(?!the\sUnited)|\s\[|\s_{2,}",
)
PARTS = re.compile(
    r"\s*,?\s*\band\s(?:to\s)?(?=the\s(?:President|Secretary|Chair|Chairman|Chairperson|High|Director|Head|Heads|"
    r"Members|Under|Permanent|Presidents|Special|Executive))|\s*,\s(?:to\s)?(?=the\s)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnTitle:
    """What such a title says."""

    first: int
    """Index of its first line."""
    last: int
    """Index of the line its addressee ends in."""
    date: Grounded[str] | None
    sender: Grounded[str] | None
    whole: bool
    """Its last line holds nothing else."""
    addressees: tuple[Grounded[str], ...]


@dataclass(frozen=True, slots=True)
class _Joined:
    """Several lines as one string, with the way back."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[FrameLine, ...]

    def line_at(self, offset: int) -> int:
        return max(i for i, start in enumerate(self.starts) if start <= offset)

    def ground(self, document: Document, start: int, end: int, *, rule: str) -> Grounded[str]:
        first, last = self.line_at(start), self.line_at(end - 1)
        begin = self.lines[first].span(document, start - self.starts[first])
        finish = self.lines[last].span(document, 0, end - self.starts[last])
        span = type(begin)(begin.start, max(begin.start, finish.end))
        return Grounded(value=self.text[start:end], span=span, rule=rule)


def find_un_title(document: Document, lines: Sequence[FrameLine]) -> UnTitle | None:
    """Return the first title of this kind among the first lines, annexes' titles left aside."""
    for index, line in enumerate(lines[:TITLE_LINES]):
        found = DATED.search(line.text)
        if found is None:
            continue
        short = line.text[: found.start()].strip(" *_[(")
        run_in = RUN_IN.search(line.text, 0, TITLE_LENGTH) if MASTHEAD.match(short) else None
        if run_in is not None:
            found, short = run_in, ""
        if (short and not short.isupper()) or short.lower().startswith("annex"):
            continue
        title = _read(document, _joined(lines[index:]), index, found.start())
        if title is not None:
            return title
    return None


def _joined(lines: Sequence[FrameLine]) -> _Joined:
    text, starts, taken = "", [], []
    for line in lines:
        if len(text) > TITLE_LENGTH:
            break
        starts.append(len(text))
        taken.append(line)
        text += line.text[:RUN_IN_LENGTH] + " "
    return _Joined(text, tuple(starts), tuple(taken))


def _read(document: Document, joined: _Joined, index: int, start: int) -> UnTitle | None:
    text = joined.text
    days = [
        day for day in days_in(text[start : start + 120]) if len(day.iso) >= len("2020-10-27")
    ]
    addressed = ADDRESSED.search(text, start) or SENT_TO.search(text, start)
    if not days or days[0].start > len("identical communications dated this ") + 4:
        return None
    day_end = start + days[0].end
    sender_at = FROM.match(text, day_end)
    if sender_at is None and addressed is None:
        return None
    end = day_end
    addressees: tuple[Grounded[str], ...] = ()
    sender = None
    if addressed is not None and addressed.start() - day_end < TITLE_LENGTH // 2:
        end = _end_of_addressee(joined, addressed.end())
        addressees = tuple(_addressees(document, joined, addressed.end(), end))
    if sender_at is not None and addressed is not None and addressed.start() > sender_at.end():
        words = text[sender_at.end() : addressed.start()].rstrip(" ,")
        if words:
            sender = joined.ground(
                document,
                sender_at.end(),
                sender_at.end() + len(words),
                rule="signatory:un-title",
            )
    date_at = joined.ground(document, start + days[0].start, day_end, rule="date:letter-dated")
    last = joined.line_at(max(end - 1, 0))
    behind = joined.starts[last] + len(joined.lines[last].text) - end
    return UnTitle(
        first=index,
        last=index + last,
        whole=behind < LETTER_BEHIND,
        date=Grounded(value=days[0].iso, span=date_at.span, rule=date_at.rule),
        sender=sender,
        addressees=addressees,
    )


def _end_of_addressee(joined: _Joined, start: int) -> int:
    """Return where the addressee ends: with its passage, or before the letter begins."""
    passage = joined.lines[joined.line_at(start)]
    end = len(joined.text)
    for line, at in zip(joined.lines, joined.starts, strict=True):
        if at > start and line.passage != passage.passage:
            # Titles are broken over lines; a line that ends in mid-phrase goes on.
            before = joined.text[start:at].rstrip().lower()
            if (
                not before.endswith((" of", " the", " to", " and", " of the", ",", " united"))
                and before
            ):
                end = at
                break
    stop = END_OF_ADDRESSEE.search(joined.text, start, end)
    if stop is not None:
        end = stop.start()
    while end > start and joined.text[end - 1] in " .,;:*":
        end -= 1
    return end


def _addressees(
    document: Document, joined: _Joined, start: int, end: int
) -> list[Grounded[str]]:
    found = []
    at = start
    for part in [*PARTS.finditer(joined.text, start, end), None]:
        stop = end if part is None else part.start()
        words = joined.text[at:stop].strip(" ,")
        if words:
            begin = joined.text.index(words, at)
            found.append(
                joined.ground(document, begin, begin + len(words), rule="addressee:un-title")
            )
        at = end if part is None else part.end()
    return found
