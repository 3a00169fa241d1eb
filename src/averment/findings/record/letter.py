"""What a letter names of the record and says of votes, each where it stands."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from averment.claims.reading import Reading
from averment.errors import InvalidSymbolError
from averment.findings.law.situated import Places
from averment.findings.prose import Prose, Stretch, read_prose
from averment.un_record.body import find_bodies
from averment.un_record.group import groups
from averment.un_record.mention import SymbolMention, VoteStatement
from averment.un_record.numbering import is_general_assembly, is_human_rights_council
from averment.un_record.symbol import Symbol

_ADOPTED = re.compile(r"/(?:RES|DEC)/")
_BODY_REACH = 150
_IN_FIGURES = re.compile(r"/RES/(?P<session>[0-9]{1,3})/(?P<no>[0-9]{1,4})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One mention: ``stretch.text[start:end]``."""

    mention: SymbolMention
    symbol: Symbol | None
    """None where the words do not settle it, and for a set told without numbers."""
    stretch: Stretch
    start: int
    end: int
    sentence: tuple[int, int]

    @property
    def symbols(self) -> tuple[str, ...]:
        """The resolutions meant: one, those of a set, or none."""
        if self.symbol is not None:
            return (self.symbol.text,)
        return members_of(self.mention.group)

    @property
    def is_quoted(self) -> bool:
        """Say whether the words are somebody else's."""
        return self.stretch.is_quoted(self.start)

    @property
    def printed(self) -> str:
        """The words, as printed, on one line."""
        return " ".join(self.stretch.words(self.start, self.end).split())

    @property
    def in_sentence(self) -> str:
        """The sentence in level form."""
        return self.stretch.text[self.sentence[0] : self.sentence[1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of one vote: ``stretch.text[start:end]``."""

    vote: VoteStatement
    stretch: Stretch
    start: int
    end: int
    sentence: tuple[int, int]

    @property
    def is_quoted(self) -> bool:
        """Say whether the words are somebody else's."""
        return self.stretch.is_quoted(self.start)

    @property
    def in_sentence(self) -> str:
        """The sentence in level form."""
        return self.stretch.text[self.sentence[0] : self.sentence[1]]


def members_of(group: str | None) -> tuple[str, ...]:
    """Return the resolutions of a set told without numbers; none for None."""
    return next((one.symbols for one in groups() if one.id == group), ())


def is_adopted(symbol: str) -> bool:
    """Say whether `symbol` is of a resolution or decision."""
    return _ADOPTED.search(symbol) is not None


def body_of(symbol: str) -> str:
    """Return the id of the body that a canonical symbol of a resolution belongs to."""
    prefixes = {"S/": "UNSC", "A/HRC/": "HRC", "A/": "UNGA", "E/CN.4/": "CHR", "E/": "ECOSOC"}
    return next((body for prefix, body in prefixes.items() if symbol.startswith(prefix)), "")


_Placed = TypeVar("_Placed", Cited, Told)


def _by_passage(
    placed: Sequence[_Placed],
) -> Mapping[int, tuple[Sequence[_Placed], Sequence[int]]]:
    """Return what stands in each passage, in order, with the offsets at which it begins."""
    found: dict[int, list[_Placed]] = {}
    for one in placed:
        found.setdefault(one.stretch.index, []).append(one)
    for listed in found.values():
        listed.sort(key=lambda one: one.start)
    return {
        index: (listed, tuple(one.start for one in listed)) for index, listed in found.items()
    }


@dataclass(frozen=True)
class Letter:
    """A reading, laid out for the checks of this family."""

    prose: Prose
    cited: tuple[Cited, ...]
    """In the order of the text; those in page furniture left out."""
    votes: tuple[Told, ...]

    @cached_property
    def _by_stretch(self) -> Mapping[int, tuple[Sequence[Cited], Sequence[int]]]:
        """Mentions by the number of their passage, with the offsets at which they begin."""
        return _by_passage(self.cited)

    @cached_property
    def _named(self) -> Mapping[int, frozenset[str]]:
        """The resolutions that each passage names."""
        return {
            index: frozenset(symbol for one in listed for symbol in one.symbols)
            for index, (listed, _) in self._by_stretch.items()
        }

    @cached_property
    def _adopted(self) -> tuple[Sequence[Cited], Sequence[int]]:
        """Mentions of resolutions, and where in the document they begin."""
        found = [one for one in self.cited if any(map(is_adopted, one.symbols))]
        return found, tuple(one.mention.span.start for one in found)

    @cached_property
    def _votes_in(self) -> Mapping[int, tuple[Sequence[Told], Sequence[int]]]:
        return _by_passage(self.votes)

    def votes_within(self, stretch: Stretch, start: int, end: int) -> tuple[Told, ...]:
        """Return the votes that begin in ``stretch.text[start:end]``."""
        listed, starts = self._votes_in.get(stretch.index, ((), ()))
        return tuple(listed[bisect_left(starts, start) : bisect_left(starts, end)])

    @cached_property
    def _open(self) -> frozenset[int]:
        """Offsets of the mentions whose body the number and the words beside leave open."""
        return frozenset(one.mention.span.start for one in self.cited if _is_open(one))

    def body_is_open(self, one: Cited) -> bool:
        """Say whether the number alone may be the Assembly's or the Human Rights Council's.

        Then the symbol rests on what else the document speaks of; False where words close by
        name one of the two.
        """
        return one.mention.span.start in self._open

    @cached_property
    def places(self) -> Places:
        """Finds the passage of a place."""
        return Places(self.prose)

    def within(self, stretch: Stretch, start: int, end: int) -> tuple[Cited, ...]:
        """Return the mentions that begin in ``stretch.text[start:end]``."""
        listed, starts = self._by_stretch.get(stretch.index, ((), ()))
        return tuple(listed[bisect_left(starts, start) : bisect_left(starts, end)])

    def beside(self, told: Told) -> bool:
        """Say whether the resolution of a vote is named in the same passage."""
        symbol = told.vote.symbol
        return symbol is not None and symbol in self._named.get(told.stretch.index, ())

    def only_of(self, body: str) -> str | None:
        """Return the one resolution of `body` that the letter names; None for several."""
        named = {
            symbol
            for one in self.cited
            for symbol in one.symbols
            if is_adopted(symbol) and body_of(symbol) == body
        }
        return next(iter(named)) if len(named) == 1 else None

    def last_before(self, stretch: Stretch, offset: int) -> Cited | None:
        """Return the last resolution or set named before a place of a passage, if any."""
        listed, starts = self._adopted
        at = bisect_left(starts, stretch.span(offset, offset + 1).start)
        return listed[at - 1] if at else None


def _is_open(one: Cited) -> bool:
    number = _IN_FIGURES.search(one.symbol.text) if one.symbol is not None else None
    if number is None or not one.mention.rule.startswith("told:"):
        return False
    session, no = int(number["session"]), int(number["no"])
    if not is_general_assembly(session, no, None):
        return False
    if not is_human_rights_council(session, no, None):
        return False
    first, last = one.sentence
    low, high = max(first, one.start - _BODY_REACH), min(last, one.end + _BODY_REACH)
    named = {body for near in find_bodies(one.stretch.text[low:high]) for body in near.ids}
    return not named & {"UNGA", "HRC"}


def lay_out(reading: Reading) -> Letter:
    """Find the passage and the sentence of every mention and every vote."""
    prose = read_prose(reading)
    places = Places(prose)
    cited: list[Cited] = []
    for mention in sorted(reading.symbols, key=lambda one: one.span):
        located = places.locate(mention.span)
        if located is not None:
            stretch, start, end = located
            cited.append(
                Cited(
                    mention=mention,
                    symbol=_parsed(mention.symbol),
                    stretch=stretch,
                    start=start,
                    end=end,
                    sentence=stretch.around(start),
                )
            )
    votes: list[Told] = []
    for vote in reading.votes:
        located = places.locate(vote.span)
        if located is not None:
            stretch, start, end = located
            first, last = stretch.around(start)
            votes.append(
                Told(
                    vote=vote,
                    stretch=stretch,
                    start=start,
                    end=end,
                    sentence=(first, max(last, end)),
                )
            )
    return Letter(prose=prose, cited=tuple(cited), votes=tuple(votes))


@lru_cache(maxsize=1024)
def _parsed(symbol: str | None) -> Symbol | None:
    if symbol is None:
        return None
    try:
        return Symbol.parse(symbol)
    except InvalidSymbolError:
        return None
