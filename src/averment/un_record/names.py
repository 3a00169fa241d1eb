"""Names in a vote that may be States': those we know, and others that stand like one.

Our list of States is of today's and yesterday's world, and a name may be damaged or spelt in
another way. Where a sentence or a list tells a vote, whatever stands between two commas like a
name is taken for a State.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from averment.prose.states import StateMention

_CAPITAL = r"[A-Z\u00c0-\u00de][\w'.-]*"
_NAME = re.compile(
    rf"{_CAPITAL}(?:[\s-](?:of\s(?:the\s)?|de\s|du\s|da\s|the\s)?(?!Against\b|Abst|In\sfavou?r\b){_CAPITAL}){{0,6}}"
    r"(?:\s\([^()\n]{3,40}\))?"
)
# Words with a capital that begin no State's name in a vote.
_NEVER_WORDS = """
    The This These Those That Their Its It In On At By Under Since While When Although But And
    Or Only Both All Each Some Several Many Most Other Others Such As If After Before Despite
    Of Member Members States State Council Assembly Committee Commission Security General
    Human Nations Resolution Draft Chapter Article President Chairman Chair Secretary
    Ambassador Mr Mrs Ms Dr Sir Permanent Representative Group Movement Organization
    Organisation Against Abstaining For With Abstentions Abstention Yes No None Favour Favor
    Votes Vote Voting Recorded Adopted Rejected January February March April May June July
    August September October November December Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday Annex Page Distr English Nobody Two Three Republicans Democrats Labour
    Conservatives Senator Senators Governor Governors Four Five Six Judge Judges Justice We
    They He She Our Parliament European Seven Eight Nine Ten Eleven Twelve
"""
_WORD = re.compile(r"\S+")
_NEVER = frozenset(_NEVER_WORDS.split())


@dataclass(frozen=True, slots=True)
class Name:
    """``text[start:end]`` may name a State."""

    start: int
    end: int
    known: bool
    """It is on our list of States."""


def names_between(
    text: str, start: int, end: int, states: Sequence[StateMention]
) -> list[Name]:
    """Return the names in ``text[start:end]`` of level `text`, in order, not overlapping.

    Args:
        text: In level form.
        start: Where to begin.
        end: Where to stop.
        states: All States that `text` names, in order.
    """
    first = bisect_left(states, start, key=_start)
    last = bisect_left(states, end, key=_start)
    names = [Name(state.start, state.end, known=True) for state in states[first:last]]
    known_ends = [name.end for name in names]
    for match in _NAME.finditer(text, start, end):
        index = bisect_right(known_ends, match.start())
        touches = index < len(known_ends) and names[index].start < match.end()
        begin = _begin(match)
        if not touches and begin is not None:
            names.append(Name(begin, _end(match), known=False))
    return sorted(names, key=lambda name: name.start)


def name_at(text: str, at: int, states: Sequence[StateMention]) -> Name | None:
    """Return the name that begins at `at` of level `text`, or None."""
    index = bisect_left(states, at, key=_start)
    if index < len(states) and states[index].start == at:
        return Name(at, states[index].end, known=True)
    match = _NAME.match(text, at)
    if match is None or _begin(match) != at:
        return None
    return Name(at, _end(match), known=False)


def _start(state: StateMention) -> int:
    return state.start


def _begin(match: re.Match[str]) -> int | None:
    """Return where the name begins behind words such as "Only"; None where nothing is left."""
    for word in _WORD.finditer(match[0]):
        bare = word[0].strip(".,'")
        if bare not in _NEVER and bare[:1].isupper() and len(bare) > 1:
            return match.start() + word.start()
    return None


def _end(match: re.Match[str]) -> int:
    """Leave out the stop of the sentence, but not that of "U.K."."""
    printed = match[0]
    return match.end() - (printed[-1] == "." and printed.count(".") == 1)
