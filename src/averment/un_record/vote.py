"""What a text says of votes, and which resolution each was about."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from averment.documents.bounds import Bounds
from averment.documents.flow import Flow
from averment.documents.levelled import Levelled, level
from averment.documents.states import StateMention, find_states
from averment.un_record.body import issuing_body
from averment.un_record.mention import SymbolMention, VoteStatement
from averment.un_record.tally import Role, Tally, find_tallies
from averment.un_record.roll_call import find_lists
from averment.un_record.vote_join import VoteTold, gathered, join_votes
from averment.un_record.voters import Voters, find_in_brackets, find_voters

_SPEAKS_OF_VOTES = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\babst(?:ain|ention)|\bin\sfavou?r\b|\bunanim|\bveto|\bby\sconsensus\b|"
    r"\bopposed\s(?:it|the\s(?:move|text|resolution|draft|measure|motion|proposal))\b|"
    r"\b(?:passed|adopted|approved|carried|rejected|defeated)\s(?:by\s)?\(?[0-9]{1,3}(?:-|\sto\s)[0-9]|\([0-9]{1,3}-[0-9]{1,3}-[0-9]{1,3}\)",
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
    r"elect(?:ion|ed|oral)\w*|candidates?|ballots?|polling|City\sCouncil|municipal\w*|voters?|judges?|Court|Chamber|tribunal|jury|per\scent|percent|%)",
    re.IGNORECASE,
)
_BACK_REFERENCE = re.compile(
    r"\b(?:this|that|the|said|same|these|those|which)\s(?:draft\s|non-binding\s|binding\s|\w+\s)?(?:resolutions?|text|decision|draft)\b|\b(?:it|which)\b",
    re.IGNORECASE,
)
_OWN_VOTE = re.compile(
    r"\[?\s?(?:Adopted|Rejected)\s(?:by|unanimously|without)|\bThe\svoting\swas\sas\sfollows"
)
_ORDINAL = re.compile(
    r"The\s(?P<place>first|second|third|fourth|latter|former|last)\b(?!\s(?:time|day|vote\sof)\b)", re.IGNORECASE
)
_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "latter": -1, "last": -1}
_BODY_WORDS = {
    "UNSC": re.compile(r"Security\sCouncil|UNSC"),
    "UNGA": re.compile(r"General\sAssembly|UNGA"),
    "HRC": re.compile(r"Human\sRights\sCouncil|UNHRC"),
}
_PREFIXES = {"S/": "UNSC", "A/HRC/": "HRC", "A/": "UNGA"}
_VOTED_ON = re.compile(r"/RES/|/DEC/|/L\.")
_DRAFT = re.compile(r"(?:S/(?:19|20)[0-9]{2}/[0-9]+|S/[0-9]{4,5})(?:/Rev\.[0-9]+)?")
_PUT_TO_THE_VOTE = re.compile(
    r"\bdraft\b|\bveto|\bput\sto\s(?:the|a)\svote|\btabled\b|\bfailed\sto\s(?:adopt|pass)|\bnot\sadopted\b", re.IGNORECASE
)
_ADOPTED_AS = re.compile(r"\b(?:as|becoming|became|is\snow|numbered)\s(?:\w+\s){0,3}?$", re.IGNORECASE)
_ADOPTED_AS_REACH = 260
_OF_A_BODY = re.compile(
    r"\b(?:resolutions?|drafts?|text|motion|Council|Assembly|Committee|Commission|Conference|Group|Board|amendment)\b"
)
_ASKED_FOR = re.compile(r"\b(?:request\w*|adopt\w*|resolution|draft)\b", re.IGNORECASE)
_VETO_REACH = 80
_BODY_REACH = 250
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
        _statement(levelled, vote) for vote in join_votes(_Reader.of(levelled, symbols).votes())
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

    def votes(self) -> list[VoteTold]:
        """Return the votes of all sentences and roll-calls, in order."""
        states = self.states
        calls = find_lists(self.text, states)
        listed = [(call[0].start, call[-1].end) for call in calls]
        found: list[VoteTold] = []
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

    def _sentence(self, start: int, end: int, voters: Sequence[Voters]) -> list[VoteTold]:
        tallies = find_tallies(self.text, start, end)[:_MOST_TALLIES]
        if not tallies and not voters:
            return self._unanimous(start, end)
        tallies = tallies or [Tally(voters[0].start, voters[-1].end, ())]
        statements: list[VoteTold] = []
        for index, tally in enumerate(tallies):
            limit = tallies[index + 1].start if index + 1 < len(tallies) else end
            low = tally.start if index else start
            mine = [one for one in voters if low <= one.start < limit]
            mine += self._beside_figures(tally, voters, end)
            begin = min([tally.start, *(one.start for one in mine)])
            stop = max([tally.end, *(one.end for one in mine)])
            statement = VoteTold(
                start=begin,
                end=stop,
                symbol=self.symbol_at(start, end, tally.start),
                counts={figure.role: figure.count for figure in tally.figures},
                states=gathered(mine),
                rule="vote:figures" if tally.figures else "vote:states",
            )
            if self._holds(statement, start, end):
                statements.append(statement)
        return statements

    def _beside_figures(self, tally: Tally, voters: Sequence[Voters], end: int) -> list[Voters]:
        """Read "13 votes to 1 (Norvenia)", where no word says how the State voted."""
        if any(one.role is Role.NO for one in voters):
            return []
        pair = [figure for figure in tally.figures if figure.role is Role.NO]
        return find_in_brackets(self.text, pair[0].end, end, Role.NO, self.states) if pair else []

    def _holds(self, vote: VoteTold, start: int, end: int) -> bool:
        """Say whether enough is told, and of a body of the United Nations."""
        if (
            _ELSEWHERE.search(self.text, start, end)
            and not self._within(start, end)
            and not self._is_of_the_un(start, end)
        ):
            return False
        if vote.symbol is None:
            return len(vote.counts) >= _TWO and bool(
                _OF_A_BODY.search(self.text, max(0, start - _BODY_REACH), end + _BODY_REACH)
            )
        return bool(vote.counts or vote.states)

    def _is_of_the_un(self, start: int, end: int) -> bool:
        """Say whether a vote is the Assembly's though the sentence speaks of a court too."""
        body = any(one.search(self.text, start, end) for one in _BODY_WORDS.values())
        return body and _ASKED_FOR.search(self.text, start, end) is not None

    def _unanimous(self, start: int, end: int) -> list[VoteTold]:
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
            VoteTold(
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
        after = bisect_left(self.places, end)
        following = self.about[after : after + 1]
        if (
            following
            and following[0].start - end <= _ADOPTED_AS_REACH
            and _ADOPTED_AS.search(self.text, end, following[0].start)
        ):
            return following[0].symbol
        paragraph, _ = self.bounds.paragraph(at)
        earlier = bisect_left(self.places, start)
        counted = self._counted(start, earlier, paragraph)
        if counted is not None:
            return counted
        if earlier and self.places[earlier - 1] >= paragraph:
            return self.about[earlier - 1].symbol
        if self.own is not None or earlier == 0:
            return self.own
        return self._referred_to(earlier, paragraph, start, end)

    def _counted(self, start: int, earlier: int, paragraph: int) -> str | None:
        """Return the resolution that "The first was carried by ..." means."""
        word = _ORDINAL.match(self.text, start)
        if word is None or not earlier:
            return None
        sentence, _ = self.bounds.sentence(self.places[earlier - 1])
        told = self._within(max(sentence, paragraph), start)
        place = _PLACES[word["place"].lower()]
        return told[place].symbol if -len(told) <= place < len(told) and len(told) > 1 else None

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
        if _DRAFT.fullmatch(symbol) and not _PUT_TO_THE_VOTE.search(
            levelled.text, max(0, start - _DRAFT_REACH), end + _VETO_REACH
        ):
            continue
        located.append(_About(start, end, symbol))
    return sorted(located, key=lambda one: one.start)


def _is_adopted(symbol: str) -> bool:
    return "/RES/" in symbol or "/DEC/" in symbol


def _body_of(symbol: str) -> str:
    return next((body for prefix, body in _PREFIXES.items() if symbol.startswith(prefix)), "")


def _with_calls(
    votes: Sequence[VoteTold], calls: Sequence[Sequence[Voters]], reader: _Reader
) -> list[VoteTold]:
    """Give each roll-call to the vote told right before it, or make it a vote of its own."""
    joined = list(votes)
    begins = [vote.start for vote in votes]
    for call in calls:
        if len(call) < _TWO:
            continue
        start, end = call[0].start, call[-1].end
        states = gathered(call)
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
            VoteTold(
                start=start,
                end=end,
                symbol=reader.symbol_at(sentence, start, start),
                counts=counts,
                states=states,
                rule="vote:roll-call",
            )
        )
    return sorted(joined, key=lambda vote: (vote.start, vote.end))


def _statement(levelled: Levelled, vote: VoteTold) -> VoteStatement:
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
