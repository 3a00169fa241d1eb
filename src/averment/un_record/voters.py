"""States that a sentence names with their vote: beside the word that says how they voted."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from averment.prose.states import StateMention
from averment.un_record.names import Name, names_between
from averment.un_record.tally import Role

_CAST = (
    r"(?:cast|casting|used|using|wielded|exercised|exercising)\s"
    r"(?:(?:a|its|their|the|his|her)\s)?"
)
_VERBS = {
    Role.YES: r"vot(?:ed|ing|es?)\s(?:\w+\s){0,2}?(?:in\sfavou?r|for\b|yes)|"
    r"in\sfavou?r(?!\sof)|supported\sit|affirmative\svotes?",
    Role.NO: r"vot(?:ed|ing|es?)\s(?:\w+\s){0,2}?(?:against|no\b)|against|vetoed|vetoing|"
    rf"opposed(?!\sto\b)|voted\sit\sdown|{_CAST}(?:\w+\s)?(?:vetoe?s?|veto\spower|negative\svotes?|votes?\sagainst)|"
    r"vetoe?s?|(?:negative|dissenting|opposing)\svotes?",
    Role.ABSTAIN: r"abstain(?:ed|ing|s)?|abstentions?",
}
_WORD = re.compile(
    "|".join(rf"(?P<{role.value}>\b(?:{words})\b)" for role, words in _VERBS.items()),
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"[\s,)—-]{0,3}(?:(?:which|who|that|all|both|each|having|also|have|has|had|alone|then|either|again|instead|however|"
    r"respectively|itself|themselves|only|were|was|are|is|did|not\sparticipating|the|with|while|on\sthe\sother\shand|formally)"
    r"\s?,?\s?){0,4}—?\s?"
)
_OBJECT = (
    r"(?:\s(?:the|this|that|it)\b(?:\s(?:draft|amended|final|whole|Council|Assembly))?"
    r"(?:\s(?:resolution|text|motion|proposal|draft|decision)s?)?"
    r"|\s(?:the\s)?(?:draft\s)?resolution\s[0-9A-Z][0-9A-Z/.-]{1,24}(?:\s\([0-9IVXL]{1,6}\))?)?"
)
_BEHIND = re.compile(
    rf"{_OBJECT}\s?(?:\([0-9]{{1,3}}\)\s?)?"
    r"(?::\s?|,?\s?\(\s?|,?\s(?:by|were|was|came\sfrom|from|of|included|including|being|namely)\s|,?\s?—\s?)"
    r"(?:by\s|from\s|namely,?\s|(?:those|that)\s(?:of|by)\s|cast\sby\s){0,2}(?:the\s)?"
)
_APART = re.compile(
    r"\)?\s?(?:,\s?(?:and\s|&\s|as\swell\sas\s)?|;\s?(?:and\s)?|\band\s|&\s?|\bas\swell\sas\s|\bor\s)\s?(?:the\s)?",
    re.IGNORECASE,
)
# "voted against Norvenia": without a bracket or "by" the State behind is no voter.
_VOTERS_BEFORE = frozenset({"against", "in favour", "in favor"})
_NEEDS_A_KNOWN_STATE = frozenset(
    {"against", "in favour", "in favor", "opposed", "supported it"}
)
_IN_BRACKETS = re.compile(r"\([^()]*$")
_BRACKET_REACH = 160
_OPENS = re.compile(r"\s?\(\s?(?:by\s|namely\s)?(?:the\s)?")
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
    known: bool = True
    """At least half of them are on our list of States."""


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
    names = names_between(text, start, end, states)
    found: list[Voters] = []
    taken = -1
    for word in _WORD.finditer(text, start, end):
        role = next(role for role in Role if word[role.value])
        behind = _names_behind(text, word, names)
        if behind:
            found.append(_voters(role, word, behind))
            taken = behind[-1].end
            continue
        before = [name for name in _names_before(text, word, names) if name.start >= taken]
        if before:
            found.append(_voters(role, word, before))
            taken = word.end()
    return found


def find_in_brackets(
    text: str, at: int, end: int, role: Role, states: Sequence[StateMention]
) -> list[Voters]:
    """Return the States in the brackets that open right behind `at`."""
    bracket = _OPENS.match(text, at, end)
    if bracket is None:
        return []
    names = names_between(text, bracket.end(), end, states)
    if not names or names[0].start != bracket.end():
        return []
    run = _run_from(text, 0, names)
    places = tuple((name.start, name.end) for name in run)
    return [Voters(bracket.start(), run[-1].end, role, places, known=_is_known(run))]


def _voters(role: Role, word: re.Match[str], named: Sequence[Name]) -> Voters:
    return Voters(
        min(word.start(), named[0].start),
        max(word.end(), named[-1].end),
        role,
        tuple((name.start, name.end) for name in named),
        known=_is_known(named),
    )


def _is_known(names: Sequence[Name]) -> bool:
    return 2 * sum(name.known for name in names) >= len(names)


def _may_vote(word: re.Match[str], run: list[Name]) -> list[Name]:
    """Leave out names that we do not know where the word alone proves no vote."""
    if word[0].lower() in _NEEDS_A_KNOWN_STATE and not any(name.known for name in run):
        return []
    return run


def _names_before(text: str, word: re.Match[str], names: Sequence[Name]) -> list[Name]:
    """Return the run of names that ends right before the word."""
    index = bisect_right(names, word.start(), key=lambda name: name.end) - 1
    if index < 0 or word.start() - names[index].end > _NEAR:
        return []
    if not _BEFORE.fullmatch(text, names[index].end, word.start()):
        return []
    if word[0].lower() in _VOTERS_BEFORE and not _IN_BRACKETS.search(
        text, max(0, word.start() - _BRACKET_REACH), word.start()
    ):
        return []
    run = [names[index]]
    while index > 0 and _APART.fullmatch(text, names[index - 1].end, names[index].start):
        index -= 1
        run.insert(0, names[index])
    return _may_vote(word, run)


def _names_behind(text: str, word: re.Match[str], names: Sequence[Name]) -> list[Name]:
    """Return the run of names that begins right behind the word."""
    gap = _BEHIND.match(text, word.end())
    if gap is None:
        return []
    if gap[0].split()[:1] == ["of"] and word[0].lower().startswith("vot"):
        # "voted in favour of the Norvenian text".
        return []
    index = bisect_left(names, gap.end(), key=lambda name: name.start)
    if index >= len(names) or names[index].start != gap.end():
        return []
    return _may_vote(word, _run_from(text, index, names))


def _run_from(text: str, index: int, names: Sequence[Name]) -> list[Name]:
    run = [names[index]]
    while index + 1 < len(names) and _APART.fullmatch(
        text, names[index].end, names[index + 1].start
    ):
        index += 1
        run.append(names[index])
    return run
