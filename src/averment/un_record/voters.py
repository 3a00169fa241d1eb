"""States that a vote names, beside the word that says how they voted, or in a list."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.states import StateMention
from averment.un_record.tally import Role

_VERBS = {
    Role.YES: r"vot(?:ed|ing)\s(?:\w+\s){0,2}?(?:in\sfavou?r|for\b|yes)|in\sfavou?r(?!\sof)|"
    r"supported\sit|affirmative\svotes?",
    Role.NO: r"vot(?:ed|ing)\s(?:\w+\s){0,2}?(?:against|no\b)|against|vetoed|vetoing|"
    r"opposed|voted\sit\sdown|(?:cast|casting|used|using)\s(?:a\s|its\s|their\s|the\s|double\s)?(?:vetoe?s?|veto\spower|negative\svotes?)|"
    r"vetoe?s?|negative\svotes?",
    Role.ABSTAIN: r"abstain(?:ed|ing)?|abstentions?",
}
_WORD = re.compile(
    "|".join(rf"(?P<{role.value}>\b(?:{words})\b)" for role, words in _VERBS.items()),
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"[\s,—-]{0,3}(?:(?:which|who|that|all|both|each|having|also|have|has|had|alone|then|either|again|instead|however|respectively)"
    r"\s?,?\s?){0,3}—?\s?"
)
_BEHIND = re.compile(
    r"\s?(?:\([0-9]{1,3}\)\s?)?(?::\s?|,?\s?\(\s?|,?\s(?:by|were|was|came\sfrom|from|of|included|including|being)\s|,?\s?—\s?)(?:by\s|from\s)?(?:the\s)?"
)
_APART = re.compile(
    r"\)?\s?(?:,\s?(?:and\s|&\s)?|;\s?(?:and\s)?|\band\s|&\s?|\bas\swell\sas\s|\bor\s)\s?(?:the\s)?",
    re.IGNORECASE,
)
# "voted against Norvenia": without a bracket or "by" the State behind is no voter.
_VOTERS_BEFORE = frozenset({"against", "in favour", "in favor"})
_IN_BRACKETS = re.compile(r"\([^()]*$")
_BRACKET_REACH = 120
_OPENS = re.compile(r"\s?\(\s?(?:by\s)?(?:the\s)?")
_HEADER = re.compile(
    r"(?:(?<=\n)|(?<=[.;:\]] )|^)\[?"
    r"(?:(?P<yes>(?:Voting\s)?[Ii]n\s[Ff]avou?r|IN\sFAVOU?R|For|FOR|Yes|YES)"
    r"|(?P<no>(?:Voting\s)?[Aa]gainst|AGAINST|No|NO)|(?P<abstain>Abstain(?:ing|ed)?|ABSTAIN(?:ING|ED)?|Abstentions?|ABSTENTIONS?))"
    r"\s?(?:\(\s?(?P<number>[0-9]{1,3})\s?\)\s?)?(?:votes?\s?)?:\s?(?:\(?(?P<number2>[0-9]{1,3})\)?\s?[:—-]?\s?)?(?P<none>None|none|Nil)?"
)
_LIST_GAP = re.compile(r"\s*(?:,|;|\band\b|\.)?\s*(?:and\s)?(?:the\s)?", re.IGNORECASE)
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Voters:
    """``text[start:end]`` says how these States voted."""

    start: int
    end: int
    role: Role
    states: tuple[tuple[int, int], ...]
    """Where each stands."""
    count: int | None = None
    """Printed beside the heading of a list."""


def find_voters(
    text: str, start: int, end: int, states: Sequence[StateMention]
) -> list[Voters]:
    """Return the States named with their vote in one sentence, ``text[start:end]``.

    Args:
        text: In level form.
        start: Begin of the sentence.
        end: End of the sentence.
        states: All States that `text` names, in order.
    """
    starts = [state.start for state in states]
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    here = states[first:last]
    found: list[Voters] = []
    taken = -1
    for word in _WORD.finditer(text, start, end):
        role = next(role for role in Role if word[role.value])
        behind = _states_behind(text, word, here)
        if behind:
            found.append(_voters(role, word, behind))
            taken = behind[-1].end
            continue
        before = [s for s in _states_before(text, word, here) if s.start >= taken]
        if before:
            found.append(_voters(role, word, before))
            taken = word.end()
    return found


def find_in_brackets(
    text: str, at: int, role: Role, states: Sequence[StateMention]
) -> list[Voters]:
    """Return the States in the brackets that open right behind `at`."""
    bracket = _OPENS.match(text, at)
    index = bisect_left([state.start for state in states], bracket.end()) if bracket else -1
    if bracket is None or index >= len(states) or states[index].start != bracket.end():
        return []
    run = _run_from(text, index, states)
    places = tuple((state.start, state.end) for state in run)
    return [Voters(bracket.start(), run[-1].end, role, places)]


def _voters(role: Role, word: re.Match[str], named: Sequence[StateMention]) -> Voters:
    return Voters(
        min(word.start(), named[0].start),
        max(word.end(), named[-1].end),
        role,
        tuple((state.start, state.end) for state in named),
    )


def _states_before(
    text: str, word: re.Match[str], states: Sequence[StateMention]
) -> list[StateMention]:
    """Return the run of States that ends right before the word."""
    index = bisect_right([state.end for state in states], word.start()) - 1
    if index < 0 or word.start() - states[index].end > _NEAR:
        return []
    if not _BEFORE.fullmatch(text, states[index].end, word.start()):
        return []
    if word[0].lower() in _VOTERS_BEFORE and not _IN_BRACKETS.search(
        text, max(0, word.start() - _BRACKET_REACH), word.start()
    ):
        return []
    run = [states[index]]
    while index > 0 and _APART.fullmatch(text, states[index - 1].end, states[index].start):
        index -= 1
        run.insert(0, states[index])
    return run


def _states_behind(
    text: str, word: re.Match[str], states: Sequence[StateMention]
) -> list[StateMention]:
    """Return the run of States that begins right behind the word."""
    gap = _BEHIND.match(text, word.end())
    if gap is None:
        return []
    index = bisect_left([state.start for state in states], gap.end())
    if index >= len(states) or states[index].start != gap.end():
        return []
    return _run_from(text, index, states)


def _run_from(text: str, index: int, states: Sequence[StateMention]) -> list[StateMention]:
    run = [states[index]]
    while index + 1 < len(states) and _APART.fullmatch(
        text, states[index].end, states[index + 1].start
    ):
        index += 1
        run.append(states[index])
    return run


def find_lists(text: str, states: Sequence[StateMention]) -> list[list[Voters]]:
    """Return the roll-calls of `text`: "In favour: ... Against: ... Abstaining: ...".

    Each roll-call is a list of its parts; headings that follow one another belong together.
    """
    starts = [state.start for state in states]
    calls: list[list[Voters]] = []
    for header in _HEADER.finditer(text):
        role = next(role for role in Role if header[role.value])
        index = bisect_left(starts, header.end())
        end = header.end()
        named: list[tuple[int, int]] = []
        while index < len(states) and _LIST_GAP.fullmatch(text, end, states[index].start):
            named.append((states[index].start, states[index].end))
            end = states[index].end
            end += text[end : end + 1] == ")"
            index += 1
        if not named and not header["none"]:
            continue
        number = header["number"] or header["number2"]
        count = 0 if header["none"] else int(number) if number else None
        part = Voters(header.start(), end, role, tuple(named), count)
        follows = (
            calls
            and header.start() - calls[-1][-1].end <= _NEAR
            and all(one.role is not role for one in calls[-1])
        )
        if follows:
            calls[-1].append(part)
        else:
            calls.append([part])
    return calls
