"""Whose act or duty a predicate tells of: the State that stands as its subject.

Only the words of the sentence count. Where a State merely stands nearby ("in X", "with X") it
is not the subject; where nothing is clear the answer is empty, never a guess.
"""

import re
from dataclasses import dataclass

from averment.prose.states import StateMention, find_states, is_ambiguous

_BODY = (
    r"(?:governments?|(?:armed\s|military\s|security\s)?forces?|authorit(?:y|ies)|army|"
    r"armies|military|troops|soldiers|state|republic|regime|police|navy|air\sforce|"
    r"artillery|leadership|leaders|officials|parliament|national\sassembly|senate|ministry|"
    r"president|side|legislature|lawmakers|cabinet)"
)
_BODY_BEHIND = re.compile(rf"(?:'s?)?\s(?:[\w-]+\s){{0,2}}?{_BODY}\b", re.IGNORECASE)
_BODY_OF = re.compile(
    rf"\b{_BODY}\sof\s(?:the\s)?(?:[A-Z]\w+\sof\s(?:the\s)?)?$", re.IGNORECASE
)
_NOT_SUBJECT = re.compile(
    r"\b(?:in|at|near|from|into|against|within|across|to|with|between|on|over|of|by|for|"
    r"towards?|under|around|inside|outside|via|through|including|than|unlike|except|excepting|"
    r"excluding|save|besides|without|(?:States?|countr(?:y|ies)|members?|all|none|one)\sbut)\s"
    r"(?:(?:the|both|all|neighbouring|northern|southern|eastern|western)\s){0,2}$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s?,?\s?(?:and|or|nor|as\swell\sas|,)\s(?:also\s)?(?:the\s)?")
_POSSESSIVE = re.compile(r"'s?\b|'(?=\s)")
# Between a subject and its verb: helpers, adverbs, an aside between commas.
_ASIDE = re.compile(r",[^,;:.]{0,60},")
_HELPER_WORDS = """
    and itself themselves has have had is are was were be been being does do did both all also
    not never now still already since then thus continues continue continued to in yet only
    neither each remains remain became becomes become once grave serious gross flagrant
    manifest material committed committing fact stands stood acted acting a an the its their
    own international legal which who that signed ratified failed refused declined but
    nor or
"""
_HELPERS = frozenset(_HELPER_WORDS.split())
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NOUN_GAP = re.compile(r"(?:'s?)?(?:\s[\w,-]+){0,7}?\s?$")
_BY_ALONE = re.compile(
    rf"\b(?:by|for|on|upon)\s(?:both\s)?(?:the\s)?(?:(?:[\w-]+\s){{0,2}}{_BODY}\sof\s"
    r"(?:the\s)?)?(?:the\s)?$",
    re.IGNORECASE,
)
_LOOK_BACK = 60
_GAP = 90


@dataclass(frozen=True, slots=True)
class Subject:
    """A State that a predicate speaks of; offsets into the passage's level text."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """The States that one sentence names, with what can be said of each."""

    text: str
    start: int
    mentions: tuple[StateMention, ...]
    """Offsets into `text`."""

    @staticmethod
    def of(text: str, start: int, end: int) -> "Named":
        """Find the States named in ``text[start:end]``."""
        shift = [
            StateMention(
                start=start + one.start,
                end=start + one.end,
                state=one.state,
                form=one.form,
            )
            for one in find_states(text[start:end], adjectives=True)
            if not is_ambiguous(text[start + one.start : start + one.end])
        ]
        return Named(text, start, tuple(shift))

    def before(self, verb: int, *, after: int) -> tuple[Subject, ...]:
        """Return the States that are subject of the verb at `verb`.

        Args:
            verb: Where the predicate begins.
            after: The clause begins here: a State before it belongs to another.
        """
        for place in range(len(self.mentions) - 1, -1, -1):
            one = self.mentions[place]
            if one.end > verb:
                continue
            if one.start < after or verb - one.end > _GAP:
                break
            behind = self.behind(one, verb)
            if behind is None or not _are_helpers(self.text[behind:verb]):
                continue
            if self._is_object(one):
                continue  # "X, unlike Y, has ratified": X is still to come
            return self._coordinate(place, after)
        return ()

    def at(self, offset: int) -> tuple[Subject, ...]:
        """Return the State that stands at `offset` as one that acts, and those joined to it."""
        for place, one in enumerate(self.mentions):
            if one.start == offset and self.behind(one, len(self.text)) is not None:
                return self._coordinate(place, offset, forward=True)
        return ()

    def owners(self, noun: int, *, after: int) -> tuple[Subject, ...]:
        """Return the States in the possessive before a noun: "X's violation of"."""
        for place in range(len(self.mentions) - 1, -1, -1):
            one = self.mentions[place]
            if one.end > noun:
                continue
            if one.start < after or noun - one.end > _GAP:
                break
            behind = self.behind(one, noun)
            owns = _POSSESSIVE.match(self.text, one.end) is not None
            if not owns and behind is not None and behind > one.end:
                owns = _POSSESSIVE.match(self.text, behind) is not None
            if not owns and one.form == "adjective":
                # "Norvenian violations of": the adjective stands right before the noun.
                owns = not self.text[one.end : noun].strip()
            if owns and _NOUN_GAP.fullmatch(self.text, one.end, noun):
                return (Subject(one.state.code, one.start, one.end),)
            break
        return ()

    def agents(self, start: int, end: int) -> tuple[Subject, ...]:
        """Return the States named as doers or as those bound: "by X", "binding on X"."""
        for place, one in enumerate(self.mentions):
            if one.start < start:
                continue
            if one.end > end:
                break
            before = self.text[max(start, one.start - _LOOK_BACK) : one.start]
            if _BY_ALONE.search(before) and self.behind(one, len(self.text)) is not None:
                return self._coordinate(place, start, forward=True)
        return ()

    def behind(self, one: StateMention, limit: int) -> int | None:
        """Return where the noun phrase of the State ends; None where it is no actor."""
        body = _BODY_BEHIND.match(self.text, one.end, min(limit, one.end + _LOOK_BACK))
        if body is not None:
            return body.end()
        return one.end if one.form == "name" else None

    def _is_object(self, one: StateMention) -> bool:
        before = self.text[max(self.start, one.start - _LOOK_BACK) : one.start]
        if _BODY_OF.search(before):
            return False
        return _NOT_SUBJECT.search(before) is not None

    def _coordinate(
        self, place: int, after: int, *, forward: bool = False
    ) -> tuple[Subject, ...]:
        """Return the State at `place` with those that "and" and commas join to it."""
        found = [self.mentions[place]]
        step = 1 if forward else -1
        other = place + step
        while 0 <= other < len(self.mentions):
            one = self.mentions[other]
            left, right = (found[-1], one) if forward else (one, found[-1])
            if one.start < after or one.form != found[0].form:
                break
            if not _JOINED.fullmatch(self.text, left.end, right.start):
                break
            found.append(one)
            other += step
        if len(found) > 1 and not forward and self._is_object(found[-1]):
            return ()
        ordered = sorted(found, key=lambda one: one.start)
        return tuple(Subject(one.state.code, one.start, one.end) for one in ordered)


def state_of(words: str) -> str | None:
    """Return the code of the State that a doer stands for: "Norvenian forces", "Norvenia".

    None where the words name no State, several, or a group that is no organ of the State
    ("Norvenian rebels").
    """
    named = Named.of(words, 0, len(words))
    codes = {
        one.state.code for one in named.mentions if named.behind(one, len(words)) is not None
    }
    return codes.pop() if len(codes) == 1 else None


def _are_helpers(gap: str) -> bool:
    """Say whether only helping words stand between a subject and its verb."""
    aside = _ASIDE.match(gap)
    words = (gap[aside.end() :] if aside else gap).lower().replace(",", " ").split()
    return all(
        word in _HELPERS or word.endswith("ly") or _YEAR.fullmatch(word) for word in words
    )
