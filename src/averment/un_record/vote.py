"""What a text says of votes, and which resolution each was about."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from averment.documents.flow import Flow
from averment.prose.bounds import Bounds
from averment.prose.levelled import Levelled, level
from averment.prose.states import StateMention, find_states
from averment.un_record.mention import SymbolMention, VoteStatement
from averment.un_record.roll_call import find_lists
from averment.un_record.tally import Role, Tally, find_tallies
from averment.un_record.vote_join import VoteTold, gathered, join_votes
from averment.un_record.vote_subject import BODY_WORDS, Subjects
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
    r"elect(?:ion|ed|oral)\w*|candidates?|ballots?|polling|Act\s(?:No|of)|[Bb]ills?|legislat\w+|City\sCouncil|municipal\w*|voters?|judges?|Court|Chamber|tribunal|jury|per\scent|percent|%)",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(
    r"\b(?:resolutions?|drafts?|text|motion|Council|Assembly|Committee|Commission|Conference|Group|Board|amendment)\b"
)
_ASKED_FOR = re.compile(r"\b(?:request\w*|adopt\w*|resolution|draft)\b", re.IGNORECASE)
_BODY_REACH = 250
_LIST_REACH = 700
_NOT_REACH = 30
_TWO = 2
_LONGEST_SENTENCE = 3000
_MOST_TALLIES = 12


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
    subjects: Subjects
    states: tuple[StateMention, ...]

    @staticmethod
    def of(levelled: Levelled, symbols: Sequence[SymbolMention]) -> "_Reader":
        subjects = Subjects.of(levelled, symbols)
        return _Reader(levelled.text, subjects.bounds, subjects, find_states(levelled.text))

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
        symbol: str | None = None
        for index, tally in enumerate(tallies):
            limit = tallies[index + 1].start if index + 1 < len(tallies) else end
            low = tally.start if index else start
            mine = [one for one in voters if low <= one.start < limit]
            mine += self._beside_figures(tally, voters, end)
            symbol = self.subjects.of_tally(start, end, tallies, index, symbol)
            begin = min([tally.start, *(one.start for one in mine)])
            stop = max([tally.end, *(one.end for one in mine)])
            statement = VoteTold(
                start=begin,
                end=stop,
                symbol=symbol,
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
        return (
            find_in_brackets(self.text, pair[0].end, end, Role.NO, self.states) if pair else []
        )

    def _holds(self, vote: VoteTold, start: int, end: int) -> bool:
        """Say whether enough is told, and of a body of the United Nations."""
        if (
            _ELSEWHERE.search(self.text, start, end)
            and not self.subjects.within(start, end)
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
        body = any(one.search(self.text, start, end) for one in BODY_WORDS.values())
        return body and _ASKED_FOR.search(self.text, start, end) is not None

    def _unanimous(self, start: int, end: int) -> list[VoteTold]:
        words = _UNANIMOUS.search(self.text, start, end)
        if words is None or _NOT.search(
            self.text, max(start, words.start() - _NOT_REACH), words.start()
        ):
            return []
        here = [one for one in self.subjects.within(start, end) if _is_adopted(one.symbol)]
        symbols = [one.symbol for one in here]
        if not symbols:
            symbol = self.subjects.at(start, end, words.start())
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


def _is_adopted(symbol: str) -> bool:
    return "/RES/" in symbol or "/DEC/" in symbol


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
                symbol=reader.subjects.at(sentence, start, start),
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
