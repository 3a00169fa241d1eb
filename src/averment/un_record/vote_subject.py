"""Which resolution or draft a vote is about."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from averment.prose.bounds import Bounds
from averment.prose.levelled import Levelled
from averment.un_record.body import issuing_body
from averment.un_record.mention import SymbolMention
from averment.un_record.tally import Tally

_BACK_REFERENCE = re.compile(
    r"\b(?:this|that|the|said|same|these|those|which)\s(?:draft\s|non-binding\s|binding\s|\w+\s)?(?:resolutions?|text|decision|draft)\b|\b(?:it|which)\b",
    re.IGNORECASE,
)
_OWN_VOTE = re.compile(
    r"\[?\s?(?:Adopted|Rejected)\s(?:by|unanimously|without)|\bThe\svoting\swas\sas\sfollows"
)
_ORDINAL = re.compile(
    r"The\s(?P<place>first|second|third|fourth|latter|former|last)\b(?!\s(?:time|day|vote\sof)\b)",
    re.IGNORECASE,
)
_PLACES = {
    "first": 0,
    "former": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "latter": -1,
    "last": -1,
}
BODY_WORDS = {
    "UNSC": re.compile(r"Security\sCouncil|UNSC"),
    "UNGA": re.compile(r"General\sAssembly|UNGA"),
    "HRC": re.compile(r"Human\sRights\sCouncil|UNHRC"),
}
_PREFIXES = {"S/": "UNSC", "A/HRC/": "HRC", "A/": "UNGA"}
_VOTED_ON = re.compile(r"/RES/|/DEC/|/L\.")
_RES = re.compile(r"/RES/|/DEC/")
_DRAFT = re.compile(r"(?:S/(?:19|20)[0-9]{2}/[0-9]+|S/[0-9]{4,5})(?:/Rev\.[0-9]+)?")
_PUT_TO_THE_VOTE = re.compile(
    r"\bdraft\b|\bveto|\bput\sto\s(?:the|a)\svote|\btabled\b|\bfailed\sto\s(?:adopt|pass)|\bnot\sadopted\b",
    re.IGNORECASE,
)
_ADOPTED_AS = re.compile(
    r"\b(?:as|becoming|became|is\snow|numbered)\s(?:\w+\s){0,3}?$", re.IGNORECASE
)
_ADOPTED_AS_REACH = 260
_HEAD = 900
_FAR = 1500
_DRAFT_REACH = 240
_VETO_REACH = 80
_MOST_SYMBOLS = 40


@dataclass(frozen=True, slots=True)
class Subject:
    """A symbol that may have been voted on, and where it stands in the level text."""

    start: int
    end: int
    symbol: str


@dataclass(frozen=True, slots=True)
class Subjects:
    """All that may have been voted on in one text."""

    text: str
    bounds: Bounds
    about: tuple[Subject, ...]
    places: tuple[int, ...]
    """Where each of `about` begins."""
    own: str | None
    """Symbol of the resolution that the document itself is."""

    @staticmethod
    def of(levelled: Levelled, symbols: Sequence[SymbolMention]) -> "Subjects":
        """Gather what `symbols` name that can be put to a vote."""
        text = levelled.text
        about = tuple(_located(levelled, symbols))
        heads = [(one.start, one.symbol) for one in about if "/RES/" in one.symbol]
        own = None
        if heads and heads[0][0] < _HEAD and issuing_body(text, symbols=[]) is not None:
            own = heads[0][1]
        return Subjects(text, Bounds.of(text), about, tuple(one.start for one in about), own)

    def of_tally(
        self, start: int, end: int, tallies: Sequence[Tally], index: int, last: str | None
    ) -> str | None:
        """Return what one of several votes of a sentence is about: the symbol beside it.

        `last` is what the vote before it was about.
        """
        if index:
            before = self.within(tallies[index - 1].end, tallies[index].start)
            limit = tallies[index + 1].start if index + 1 < len(tallies) else end
            behind = self.within(tallies[index].end, limit)
            for beside in (*before[-1:], *behind[:1]):
                if beside.symbol != last:
                    return beside.symbol
        return self.at(start, end, tallies[index].start)

    def at(self, start: int, end: int, at: int) -> str | None:
        """Return the symbol that a vote told at `at` in this sentence is about, or None."""
        before, behind = self.within(start, at), self.within(at, end)
        here = before[-1:] or behind[:1]
        if here:
            # "The draft was adopted by 5 votes to 2 (resolution 41/101)".
            adopted = [one for one in behind if _RES.search(one.symbol)]
            is_draft = not _RES.search(here[0].symbol)
            return (adopted[0] if is_draft and adopted else here[0]).symbol
        if self.own is not None and _OWN_VOTE.search(self.text, start, end):
            return self.own
        paragraph, _ = self.bounds.paragraph(at)
        earlier = bisect_left(self.places, start)
        beside = self._adopted_as(end) or self._counted(start, earlier, paragraph)
        if beside is not None:
            return beside
        if earlier and self.places[earlier - 1] >= paragraph:
            return self.about[earlier - 1].symbol
        if self.own is not None or earlier == 0:
            return self.own
        return self._referred_to(earlier, paragraph, start, end)

    def _adopted_as(self, end: int) -> str | None:
        """Return the number under which the next sentence says that the text was adopted."""
        after = bisect_left(self.places, end)
        if after == len(self.about):
            return None
        following = self.about[after]
        near = following.start - end <= _ADOPTED_AS_REACH
        told = near and _ADOPTED_AS.search(self.text, end, following.start)
        return following.symbol if told else None

    def _counted(self, start: int, earlier: int, paragraph: int) -> str | None:
        """Return the resolution that "The first was carried by ..." means."""
        word = _ORDINAL.match(self.text, start)
        if word is None or not earlier:
            return None
        sentence, _ = self.bounds.sentence(self.places[earlier - 1])
        told = self.within(max(sentence, paragraph), start)
        place = _PLACES[word["place"].lower()]
        return told[place].symbol if -len(told) <= place < len(told) and len(told) > 1 else None

    def within(self, start: int, end: int) -> tuple[Subject, ...]:
        """Return the symbols of ``text[start:end]``, the last few where there are many."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        return self.about[max(first, last - _MOST_SYMBOLS) : last]

    def _referred_to(self, earlier: int, paragraph: int, start: int, end: int) -> str | None:
        """Return the symbol that "this resolution" means, by the body that is spoken of."""
        near = start - self.about[earlier - 1].end <= _FAR
        if not near and not _BACK_REFERENCE.search(self.text, start, end):
            return None
        # The last body named before the vote in its paragraph.
        window = max(paragraph, start - _FAR)
        spoken = max(
            (
                (match.start(), body)
                for body, pattern in BODY_WORDS.items()
                for match in pattern.finditer(self.text, window, start)
            ),
            default=None,
        )
        candidates = self.about[max(0, earlier - _MOST_SYMBOLS) : earlier]
        if spoken is not None:
            fitting = [one for one in candidates if _body_of(one.symbol) == spoken[1]]
            return fitting[-1].symbol if fitting else None
        return candidates[-1].symbol


def _located(levelled: Levelled, symbols: Sequence[SymbolMention]) -> list[Subject]:
    located: list[Subject] = []
    places = levelled.places
    for mention in symbols:
        symbol = mention.symbol
        if symbol is None or not (_VOTED_ON.search(symbol) or _DRAFT.fullmatch(symbol)):
            continue
        start = bisect_left(places, levelled.flow.offset_of(mention.span.start))
        end = bisect_left(places, levelled.flow.offset_of(mention.span.end - 1)) + 1
        told = levelled.text[max(0, start - len("resolution (")) : start].rstrip("( ")
        named = told.endswith(("resolution", "Resolution"))
        if (
            _DRAFT.fullmatch(symbol)
            and not named
            and not _PUT_TO_THE_VOTE.search(
                levelled.text, max(0, start - _DRAFT_REACH), end + _VETO_REACH
            )
        ):
            continue
        located.append(Subject(start, end, symbol))
    return sorted(located, key=lambda one: one.start)


def _body_of(symbol: str) -> str:
    return next((body for prefix, body in _PREFIXES.items() if symbol.startswith(prefix)), "")
