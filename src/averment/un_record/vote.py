"""What a text says of votes, and which resolution each was about."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from averment.documents.bounds import Bounds
from averment.documents.flow import Flow
from averment.documents.levelled import Levelled, level
from averment.documents.states import StateMention, find_states
from averment.un_record.body import issuing_body
from averment.un_record.mention import SymbolMention, VoteStatement
from averment.un_record.tally import Role, Tally, find_tallies
from averment.un_record.voters import Voters, find_in_brackets, find_lists, find_voters

_SPEAKS_OF_VOTES = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\babst(?:ain|ention)|\bin\sfavou?r\b|\bunanim|\bveto|\bby\sconsensus\b",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(
    r"\badopted\s(?:\w+\s){0,3}?unanimously|\bunanimously\s(?:adopt|approv|pass)\w{1,4}|\bunanimous\s(?:vote|adoption)|"
    r"\b(?:adopted|passed|approved)\s(?:[\w()/.-]+\s){0,8}?(?:unanimously|without\sa\svote|by\sconsensus)|\badopted,?\s(?:unanimously|without\sa\svote|by\sconsensus)|"
    r"\bunanimously\b(?=[^.]{0,40}\bresolution)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|failed\sto|instead\sof\sbeing)\s(?:been\s|be\s)?(?:\w+\s)?$", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\b(?:parliament\w*|Senate|Congress|Duma|Knesset|Verkhovna|Rada|Bundestag|House\sof|MPs|lawmakers|referendum|"
    r"elect(?:ion|ed|oral)\w*|candidates?|ballots?|polling|voters?|judges?|Court|Chamber|tribunal|jury|per\scent|percent|%)",
    re.IGNORECASE,
)
_BACK_REFERENCE = re.compile(
    r"\b(?:this|that|the|said|same|these|those|which)\s(?:draft\s|non-binding\s|binding\s|\w+\s)?(?:resolutions?|text|decision|draft)\b|\b(?:it|which)\b",
    re.IGNORECASE,
)
_OWN_VOTE = re.compile(
    r"\[?\s?(?:Adopted|Rejected)\s(?:by|unanimously|without)|\bThe\svoting\swas\sas\sfollows"
)
_BODY_WORDS = {
    "UNSC": re.compile(r"Security\sCouncil|UNSC"),
    "UNGA": re.compile(r"General\sAssembly|UNGA"),
    "HRC": re.compile(r"Human\sRights\sCouncil|UNHRC"),
}
_PREFIXES = {"S/": "UNSC", "A/HRC/": "HRC", "A/": "UNGA"}
_VOTED_ON = re.compile(r"/RES/|/DEC/|/L\.")
_DRAFT = re.compile(r"S/(?:19|20)[0-9]{2}/[0-9]+|S/[0-9]{4,5}")
_HEAD = 900
_FAR = 1500
_LIST_REACH = 700
_DRAFT_REACH = 240
_NOT_REACH = 30
_TWO = 2
_LONGEST_SENTENCE = 3000
_MOST_TALLIES = 12
_MOST_SYMBOLS = 40


@dataclass(frozen=True, slots=True)
class _About:
    """A symbol that may have been voted on, and where it stands in the level text."""

    start: int
    end: int
    symbol: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """One vote while it is being put together."""

    start: int
    end: int
    symbol: str | None
    counts: dict[Role, int] = field(default_factory=dict)
    states: dict[Role, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    unanimous: bool = False
    rule: str = "vote:told"


def find_votes(flow: Flow, symbols: Sequence[SymbolMention]) -> tuple[VoteStatement, ...]:
    """Return what `flow` says of votes, in order of place.

    A vote is about the symbol nearest before it in its sentence, else behind it, else before
    it in its paragraph; "this resolution" about the last one named; and in a document that is
    itself a resolution about that resolution.

    Args:
        flow: The body of a document, or one note.
        symbols: What `find_symbols` found in the same flow.
    """
    levelled = level(flow)
    text = levelled.text
    if _SPEAKS_OF_VOTES.search(text) is None:
        return ()
    return tuple(
        _statement(levelled, vote) for vote in _join(_Reader.of(levelled, symbols).votes())
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """One text with all that is needed to read its votes."""

    text: str
    bounds: Bounds
    about: tuple[_About, ...]
    places: tuple[int, ...]
    """Where each of `about` begins."""
    own: str | None
    """Symbol of the resolution that the document itself is."""
    states: tuple[StateMention, ...]

    @staticmethod
    def of(levelled: Levelled, symbols: Sequence[SymbolMention]) -> "_Reader":
        text = levelled.text
        about = tuple(_located(levelled, symbols))
        heads = [(one.start, one.symbol) for one in about if "/RES/" in one.symbol]
        own = None
        if heads and heads[0][0] < _HEAD and issuing_body(text, symbols=[]) is not None:
            own = heads[0][1]
        return _Reader(
            text,
            Bounds.of(text),
            about,
            tuple(one.start for one in about),
            own,
            find_states(text),
        )

    def votes(self) -> list[_Statement]:
        """Return the votes of all sentences and roll-calls, in order."""
        states = self.states
        calls = find_lists(self.text, states)
        listed = [(call[0].start, call[-1].end) for call in calls]
        found: list[_Statement] = []
        seen = -1
        for word in _SPEAKS_OF_VOTES.finditer(self.text):
            if word.start() < seen:
                continue
            start, end = self.bounds.sentence(word.start())
            # A sentence without an end, as hostile text has it, is read in stretches.
            start = max(start, seen)
            end = min(end, max(word.end(), start + _LONGEST_SENTENCE))
            seen = end
            index = bisect_left(listed, (start, 0))
            inside = listed[index - 1][1] > start if index else False
            if index < len(listed) and listed[index][0] < end:
                end = max(start, listed[index][0])
            if inside or end <= start:
                continue
            found += self._sentence(start, end, find_voters(self.text, start, end, states))
        return _with_calls(found, calls, self)

    def _sentence(self, start: int, end: int, voters: Sequence[Voters]) -> list[_Statement]:
        tallies = find_tallies(self.text, start, end)[:_MOST_TALLIES]
        if not tallies and not voters:
            return self._unanimous(start, end)
        tallies = tallies or [Tally(voters[0].start, voters[-1].end, ())]
        statements: list[_Statement] = []
        for index, tally in enumerate(tallies):
            limit = tallies[index + 1].start if index + 1 < len(tallies) else end
            low = tally.start if index else start
            mine = [one for one in voters if low <= one.start < limit]
            mine += self._beside_figures(tally, voters)
            begin = min([tally.start, *(one.start for one in mine)])
            stop = max([tally.end, *(one.end for one in mine)])
            statement = _Statement(
                start=begin,
                end=stop,
                symbol=self.symbol_at(start, end, tally.start),
                counts={figure.role: figure.count for figure in tally.figures},
                states=_gathered(mine),
                rule="vote:figures" if tally.figures else "vote:states",
            )
            if self._holds(statement, start, end):
                statements.append(statement)
        return statements

    def _beside_figures(self, tally: Tally, voters: Sequence[Voters]) -> list[Voters]:
        """Read "13 votes to 1 (Norvenia)", where no word says how the State voted."""
        if any(one.role is Role.NO for one in voters):
            return []
        pair = [figure for figure in tally.figures if figure.role is Role.NO]
        return find_in_brackets(self.text, pair[0].end, Role.NO, self.states) if pair else []

    def _holds(self, vote: _Statement, start: int, end: int) -> bool:
        """Say whether enough is told, and of a body of the United Nations."""
        if _ELSEWHERE.search(self.text, start, end) and not self._within(start, end):
            return False
        if vote.symbol is None:
            return len(vote.counts) >= _TWO
        return bool(vote.counts or vote.states)

    def _unanimous(self, start: int, end: int) -> list[_Statement]:
        words = _UNANIMOUS.search(self.text, start, end)
        if words is None or _NOT.search(
            self.text, max(start, words.start() - _NOT_REACH), words.start()
        ):
            return []
        here = [one for one in self._within(start, end) if _is_adopted(one.symbol)]
        symbols = [one.symbol for one in here]
        if not symbols:
            symbol = self.symbol_at(start, end, words.start())
            symbols = [symbol] if symbol is not None else []
        return [
            _Statement(
                start=words.start(),
                end=words.end(),
                symbol=symbol,
                unanimous=True,
                rule="vote:unanimous",
            )
            for symbol in dict.fromkeys(symbols)
        ]

    def symbol_at(self, start: int, end: int, at: int) -> str | None:
        """Return the symbol that a vote told at `at` in this sentence is about, or None."""
        here = self._within(start, at) or self._within(at, end)[:1]
        if here:
            return here[-1].symbol
        if self.own is not None and _OWN_VOTE.search(self.text, start, end):
            return self.own
        paragraph, _ = self.bounds.paragraph(at)
        earlier = bisect_left(self.places, start)
        if earlier and self.places[earlier - 1] >= paragraph:
            return self.about[earlier - 1].symbol
        if self.own is not None or earlier == 0:
            return self.own
        return self._referred_to(earlier, paragraph, start, end)

    def _within(self, start: int, end: int) -> tuple[_About, ...]:
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
                for body, pattern in _BODY_WORDS.items()
                for match in pattern.finditer(self.text, window, start)
            ),
            default=None,
        )
        candidates = self.about[max(0, earlier - _MOST_SYMBOLS) : earlier]
        if spoken is not None:
            fitting = [one for one in candidates if _body_of(one.symbol) == spoken[1]]
            return fitting[-1].symbol if fitting else None
        return candidates[-1].symbol


def _located(levelled: Levelled, symbols: Sequence[SymbolMention]) -> list[_About]:
    located: list[_About] = []
    places = levelled.places
    for mention in symbols:
        symbol = mention.symbol
        if symbol is None or not (_VOTED_ON.search(symbol) or _DRAFT.fullmatch(symbol)):
            continue
        start = bisect_left(places, levelled.flow.offset_of(mention.span.start))
        end = bisect_left(places, levelled.flow.offset_of(mention.span.end - 1)) + 1
        if (
            _DRAFT.fullmatch(symbol)
            and "draft" not in levelled.text[max(0, start - _DRAFT_REACH) : end].lower()
        ):
            continue
        located.append(_About(start, end, symbol))
    return sorted(located, key=lambda one: one.start)


def _is_adopted(symbol: str) -> bool:
    return "/RES/" in symbol or "/DEC/" in symbol


def _body_of(symbol: str) -> str:
    return next((body for prefix, body in _PREFIXES.items() if symbol.startswith(prefix)), "")


def _gathered(voters: Sequence[Voters]) -> dict[Role, tuple[tuple[int, int], ...]]:
    states: dict[Role, tuple[tuple[int, int], ...]] = {}
    for one in voters:
        states[one.role] = states.get(one.role, ()) + one.states
    return states


def _with_calls(
    votes: Sequence[_Statement], calls: Sequence[Sequence[Voters]], reader: _Reader
) -> list[_Statement]:
    """Give each roll-call to the vote told right before it, or make it a vote of its own."""
    joined = list(votes)
    begins = [vote.start for vote in votes]
    for call in calls:
        if len(call) < _TWO:
            continue
        start, end = call[0].start, call[-1].end
        states = _gathered(call)
        counts = {one.role: one.count for one in call if one.count is not None}
        index = bisect_left(begins, start) - 1
        near = index >= 0 and start - joined[index].end <= _LIST_REACH
        if near and not any(joined[index].states.values()):
            told = joined[index]
            joined[index] = replace(
                told, states=states, counts={**counts, **told.counts}, rule="vote:roll-call"
            )
            continue
        sentence = reader.bounds.sentence(start)[0]
        joined.append(
            _Statement(
                start=start,
                end=end,
                symbol=reader.symbol_at(sentence, start, start),
                counts=counts,
                states=states,
                rule="vote:roll-call",
            )
        )
    return sorted(joined, key=lambda vote: (vote.start, vote.end))


def _join(votes: Sequence[_Statement]) -> list[_Statement]:
    """Make one of neighbours that tell parts of the same vote."""
    joined: list[_Statement] = []
    for vote in votes:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.symbol == vote.symbol
            and last.symbol is not None
            and vote.start - last.end <= _LIST_REACH
            and all(last.counts.get(role, n) == n for role, n in vote.counts.items())
        ):
            states = dict(last.states)
            for role, named in vote.states.items():
                states[role] = states.get(role, ()) + named
            joined[-1] = replace(
                last,
                end=max(last.end, vote.end),
                counts={**last.counts, **vote.counts},
                states=states,
                unanimous=last.unanimous or vote.unanimous,
            )
        else:
            joined.append(vote)
    return joined


def _statement(levelled: Levelled, vote: _Statement) -> VoteStatement:
    def named(role: Role) -> tuple[str, ...]:
        words = [
            " ".join(levelled.words(*place).split()) for place in vote.states.get(role, ())
        ]
        return tuple(dict.fromkeys(words))

    return VoteStatement(
        span=levelled.span(vote.start, vote.end),
        symbol=vote.symbol,
        yes=vote.counts.get(Role.YES),
        no=vote.counts.get(Role.NO),
        abstain=vote.counts.get(Role.ABSTAIN),
        states_yes=named(Role.YES),
        states_no=named(Role.NO),
        states_abstain=named(Role.ABSTAIN),
        unanimous=vote.unanimous,
        rule=vote.rule,
    )
