"""One sentence taken apart for all the instruments in it: predicates, States, dates, lists."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from averment.findings.law.predicate import Predicate, find_predicates
from averment.findings.law.situated import Situated
from averment.findings.law.subject import Named
from averment.findings.prose import Stretch
from averment.prose.dates import FoundDate, find_dates

RELATIVE = re.compile(r"\b(?P<word>which|that|whom)\b", re.IGNORECASE)
BACK = 60
"""Longest gap between an instrument and the clause behind it that tells of it."""
LONG = 320
"""Longest gap between a predicate and its object where "including" or a colon opens a list."""
_LIST_WORDS = """
    the of to and or both all its a an also as well including in by under with with particular
    especially notably namely first second third fourth i ii iii iv v vi vii viii ix x optional
    additional protocol protocols convention covenant convention's provisions provision spirit
    article articles art arts paragraph paragraphs para paras common core relevant several
    international other four on dated adopted signed done at that those these this respectively
    from january february march april may june july august september october november december
    together article's annex annexes rules rule principle principles against his her their
    but not specific letter signed nor neither either ii) main major human rights
    humanitarian treaties conventions law customary instruments such e.g chapter which
"""
_LIST = frozenset(_LIST_WORDS.split())
WORD = re.compile(r"[A-Za-z']+")


@dataclass(frozen=True)
class Sentence:
    """One sentence, taken apart once for all the mentions in it."""

    stretch: Stretch
    start: int
    end: int
    mentions: tuple[Situated, ...]

    @property
    def text(self) -> str:
        """The whole passage in level form."""
        return self.stretch.text

    @cached_property
    def predicates(self) -> tuple[Predicate, ...]:
        """What is said, the words of the instruments' own names left out."""
        names = [(one.start, one.end) for one in self.mentions]
        return tuple(
            one
            for one in find_predicates(self.text, self.start, self.end)
            if not any(start <= one.start and one.end <= end for start, end in names)
        )

    @cached_property
    def named(self) -> Named:
        """The States that it names."""
        return Named.of(self.text, self.start, self.end)

    @cached_property
    def dates(self) -> tuple[FoundDate, ...]:
        """Dates of the sentence, offsets into the passage."""
        return tuple(
            replace(one, start=one.start + self.start, end=one.end + self.start)
            for one in find_dates(self.text[self.start : self.end])
        )


def is_list_word(word: str) -> bool:
    """Say whether a word may stand between two instruments of one list."""
    return word.lower() in _LIST


def is_list(sentence: Sentence, left: int, right: int) -> bool:
    """Say whether the names from `left` to `right` are members of one list."""
    for place in range(left, right):
        gap = sentence.text[sentence.mentions[place].end : sentence.mentions[place + 1].start]
        if len(gap) > LONG:
            return False
        relative = RELATIVE.search(gap)
        if relative is not None and relative.start() <= BACK:
            # "A, to which X is a party, and B": the aside belongs to A alone.
            comma = gap.find(",", relative.end())
            if comma < 0:
                return False
            gap = gap[: relative.start()] + gap[comma:]
        if any(word.lower() not in _LIST for word in WORD.findall(gap)):
            return False
    return True
