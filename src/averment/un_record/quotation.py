"""Find quoted words in a text at hand, say what differs, and give the whole paragraph.

Only letters and figures are compared: spaces, punctuation, capitals, hyphens and accents
never tell. So words run together by a copy, or broken by a line end, are found. Where the
words are not there as quoted, the nearest place with a few letters changed is looked for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from averment.documents.flow import Flow
from averment.prose.levelled import level
from averment.un_record.near_text import Letters, changes_allowed, letters_of, locate, nearest

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_GAP = re.compile(
    r"\.{3,}|\u2026|\[(?:\s?\.{2,}\s?|\s?\u2026\s?|[^\][]{2,80})\](?![^\W_])|\[sic\]|"
    r"\((?:sic|(?:my\s|our\s)?emphasis(?:\s(?:added|ours|mine|supplied))?)\)"
)
_BRACKETS = re.compile(r"\[([^\][]{0,20})\]")
"""Added letters: "illegal[ly]", "[t]he"."""
_SHORTEST_PART = 6
"""A piece between two omissions with fewer letters proves nothing."""
_SLIP = 2
"""Changed letters in one word that are a spelling, in a word long enough."""
_LONG_WORD = 5
_LONGEST_WORD = 60
_PARAGRAPH = re.compile(
    r"(?m)^[ \t\f]{0,12}(?P<number>[0-9lIO]{1,3})[.)][ \t]{1,4}(?=[^\W\d_])"
)
_MOST_LOST = 2
_BLANK = re.compile(r"\n[ \t]*\n")
_END = re.compile(
    r"(?m)^[ \t\f]{0,12}(?:Adopted (?:unanimously|at|by|without)|\[?Adopted on|"
    r"[0-9]{1,4}(?:st|nd|rd|th) (?:plenary )?meeting|RECORDED VOTE)"
)
_DIGITS = str.maketrans("lIO", "110")


class Fit(StrEnum):
    """How quoted words and the text agree."""

    EXACT = "exact"
    """Letter for letter, spaces and punctuation apart."""
    SPELLING = "spelling"
    """The same words; some are spelt in another way, or misread in the copy."""
    WORDING = "wording"
    """Nearly so: a word was changed, added or left out."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quotation and what the text has there; one of them may be empty."""

    quoted: str
    printed: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text[start:end]`` is one paragraph."""

    start: int
    end: int
    number: int | None
    """Number of the operative paragraph; None in the preamble and in texts without numbers."""
    text: str
    """Its words, on one line."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where quoted words stand in a text."""

    start: int
    end: int
    """``text[start:end]`` from the first to the last of the quoted words."""
    fit: Fit
    differences: tuple[Difference, ...]
    paragraph: Paragraph
    """The paragraph in which they begin."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where one part of a quotation stands."""

    start: int
    end: int
    after: int
    """Where in the letters of the text the next part may begin."""
    fit: Fit
    differences: tuple[Difference, ...]


def find_quotation(text: str, words: str) -> Quoted | None:
    """Return where `words` stand in `text`; None where nothing near to them does.

    "..." and "[...]" stand for anything; the parts between must come in order.

    >>> found = find_quotation("1. Demands the immediate end of all fire;", "the immediat end")
    >>> found.fit.value, found.differences
    ('spelling', (Difference(quoted='immediat', printed='immediate'),))
    """
    letters = letters_of(text)
    parts = [part for part in _parts(words) if len(part.letters.text) >= _SHORTEST_PART]
    placed: list[_Placed] = []
    for part in parts:
        found = locate(letters, part.letters.text, after=placed[-1].after if placed else 0)
        if found is None:
            return None
        placed.append(_compare(text, letters, part, *found))
    if not placed:
        return None
    start = placed[0].start
    return Quoted(
        start=start,
        end=max(one.end for one in placed),
        fit=max((one.fit for one in placed), key=list(Fit).index),
        differences=tuple(difference for one in placed for difference in one.differences),
        paragraph=_paragraph_at(text, start),
    )


def operative_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the numbered paragraphs of a resolution, in order.

    A number counts where it is the next one, or the one after it where a copy has lost one; any
    other figure that a line begins with is none.
    """
    heads: list[tuple[int, int]] = []
    for match in _PARAGRAPH.finditer(text):
        number = int(match["number"].translate(_DIGITS))
        last = heads[-1][1] if heads else 0
        if last < number <= last + (_MOST_LOST if last else 1):
            heads.append((match.start(), number))
    ending = _END.search(text, heads[-1][0]) if heads else None
    stop = ending.start() if ending else len(text)
    ends = [*(start for start, _ in heads[1:]), stop] if heads else []
    return tuple(
        Paragraph(start, end, number, _one_line(text[start:end]))
        for (start, number), end in zip(heads, ends, strict=True)
    )


def _paragraph_at(text: str, offset: int) -> Paragraph:
    operative = operative_paragraphs(text)
    for paragraph in operative:
        if paragraph.start <= offset < paragraph.end:
            return paragraph
    start = max((gap.end() for gap in _BLANK.finditer(text, 0, offset)), default=0)
    blank = _BLANK.search(text, offset)
    end = blank.start() if blank else len(text)
    following = [paragraph.start for paragraph in operative if paragraph.start > offset]
    end = min([end, *following])
    return Paragraph(start, end, None, _one_line(text[start:end]))


def _level(text: str) -> str:
    return level(Flow.join([(0, text)])).text if text else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Part:
    words: str
    letters: Letters


def _parts(words: str) -> Iterator[_Part]:
    for part in _GAP.split(_level(words)):
        bare = _BRACKETS.sub(r"\1", part)
        yield _Part(bare, letters_of(bare))


def _compare(text: str, letters: Letters, part: _Part, start: int, stop: int) -> _Placed:
    """Say where in `text` the words of `part` begin and end, and what differs there."""
    places = letters.places
    if letters.text[start:stop] == part.letters.text:
        return _Placed(places[start], places[stop - 1] + 1, stop, Fit.EXACT, ())
    # The nearest letters may begin or end within a word: the words decide.
    changes = changes_allowed(part.letters.text)
    low = _edge(text, places[max(0, start - changes)], step=-1)
    high = _edge(text, places[min(len(places), stop + changes) - 1], step=1) + 1
    printed = list(_WORD.finditer(text, low, high))
    there = [letters_of(word[0]).text for word in printed]
    quoted = _WORD.findall(part.words)
    matcher = SequenceMatcher(
        None, [letters_of(word).text for word in quoted], there, autojunk=False
    )
    changed = _inside(matcher.get_opcodes(), len(quoted))
    differences: list[Difference] = []
    fit = Fit.EXACT
    for _, first, second, third, fourth in changed:
        one = " ".join(quoted[first:second])
        other = " ".join(word[0] for word in printed[third:fourth])
        if letters_of(one).text == letters_of(other).text:
            continue  # only run together or broken
        differences.append(Difference(one, other))
        slip = _is_slip(letters_of(one).text, letters_of(other).text)
        fit = max(fit, Fit.SPELLING if slip else Fit.WORDING, key=list(Fit).index)
    kept = [op for op in changed if op[4] > op[3]]
    if not kept:
        return _Placed(places[start], places[stop - 1] + 1, stop, Fit.WORDING, ())
    begin, end = printed[kept[0][3]].start(), printed[kept[-1][4] - 1].end()
    return _Placed(begin, end, max(stop, start + 1), fit, tuple(differences))


def _edge(text: str, place: int, *, step: int) -> int:
    """Return the last place of the word that holds `place`, in the direction of `step`."""
    for _ in range(_LONGEST_WORD):
        beside = place + step
        if not 0 <= beside < len(text) or not text[beside].isalnum():
            break
        place = beside
    return place


_Opcode = tuple[str, int, int, int, int]


def _inside(opcodes: Sequence[_Opcode], length: int) -> list[_Opcode]:
    """Leave out words of the text that stand before the first or behind the last quoted one."""
    found: list[_Opcode] = []
    for tag, first, second, third, fourth in opcodes:
        begin, end = third, fourth
        if first == 0 and tag != "equal":
            begin = max(third, fourth - (second - first))
        if second == length and tag != "equal":
            end = min(fourth, begin + (second - first))
        if second > first or end > begin:
            found.append((tag, first, second, begin, end))
    return found


def _is_slip(one: str, other: str) -> bool:
    """Say whether two words are one word in two spellings."""
    if (
        min(len(one), len(other)) < _LONG_WORD
        or one[0] != other[0]
        or not (one + other).isalpha()
    ):
        return False
    measured = nearest(one, other, most=_SLIP)
    return (
        measured is not None and measured[0] + len(other) - (measured[2] - measured[1]) <= _SLIP
    )
