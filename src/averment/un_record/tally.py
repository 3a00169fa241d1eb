"""Figures of a vote: "by 39 votes to 7, with 100 abstentions", "14-0-1", "six abstentions".

What is not told stays untold. "3 of the 5 permanent members voted against" gives no number
against; "more than 140 States" gives no number in favour.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

_UNIT_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
"""
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: value for value, word in enumerate(_UNIT_WORDS.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TEN_WORDS.split(), 2)}
_NONE = {"no": 0, "none": 0, "nil": 0, "nobody": 0}
_UNIT = "|".join(sorted(_UNITS, key=lambda word: (-len(word), word)))
_TEN = "|".join(_TENS)
_BELOW_HUNDRED = rf"(?:(?:{_TEN})(?:[\s-](?:{_UNIT}))?|(?:{_UNIT}))"
_WORDS = rf"(?:(?:one|a)\shundred(?:(?:\sand)?\s{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
_ONE_WORDS = (
    r"(?:a\ssingle|one\s(?:sole|single|lone)|a\slone|the\s(?:only|sole|single|lone)|its\ssole|"
    r"not\sa\ssingle)"
)
_ONE = rf"{_ONE_WORDS}(?=\s(?:\w+\s)?(?:vote|abstention|member|State|country)\b)"
# Scanners read the figure 1 as I and l.
NUMBER = (
    r"(?:(?<![\w/.,-])[0-9]{1,3}(?![\w/%]|[.,][0-9])|(?<=\s)[Il](?=\s(?:vote\s)?(?:against|abst))|"
    rf"\b(?:{_WORDS}|no|none|nil|nobody|{_ONE})\b)"
)
_RECEIVED = re.compile(
    r"\b(?:receiv|obtain|gain|poll|secur|garner|muster|attract|collect|got|w[io]n)(?:ed|ing|s|ning)?\s(?:only\s|just\s|a\smere\s|the\s(?:required\s)?)?"
    rf"(?:no(?:t)?\s(?:more|fewer|less)\sthan\s)?(?P<yes>{NUMBER})\s(?:of\sthe\s(?:necessary|required)\s\w+\s)?votes?(?!\s(?:against|in\s(?:favou?r|opposition)))",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\bwithout\s(?:any\s|a\s(?:single\s)?)?(?:(?P<no>(?:dissenting|negative|opposing)\svotes?|votes?\sagainst|opposition|dissent)|(?P<abstain>abstentions?))\b",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"\b(?:yes|in\sfavou?r|for|yeas?)\s?[:=-]?\s?(?P<yes>[0-9]{1,3})[\s,;/|]{1,4}(?:no|against|nays?)\s?[:=-]?\s?(?P<no>[0-9]{1,3})"
    r"(?:[\s,;/|]{1,4}(?:and\s)?abst\w{0,10}\s?[:=-]?\s?(?P<abstain>[0-9]{1,3}))?(?![\w/%]|[.,][0-9])",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:reject|defeat|vot(?:ed|ing)\sdown|turn(?:ed|ing)\sdown|lost|fail)\w*\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_MOST = 250
"""No body of the United Nations has so many members."""

_PEOPLE = (
    r"(?:(?:other\s|UN\s|Council\s|of\sits\s|of\sthe\s(?:Council's\s)?)?(?:permanent\s)?(?:member\s|Member\s)?"
    r"(?:states?|country|countries|nations?|members?|delegations?|governments?)\s)?"
)
_FOR = (
    r"in\sfavou?r|in\ssupport|for(?=[\s,;.)])|(?:affirmative|positive|favourable|yes|yea)\svotes?|affirmative|yes|"
    r"(?:supported|backed|approved)\s(?:it|the\s(?:text|resolution|draft|motion))"
)
_AGAINST = (
    r"against|opposed|opposing|(?:negative|dissenting|opposing|adverse|no|nay)\svotes?|negative|"
    r"in\sopposition"
)
_ABSTAIN = r"abstentions?|abstained|abstaining|abstain"
_ROLE = rf"(?:(?P<yes>{_FOR})|(?P<no>{_AGAINST})|(?P<abstain>{_ABSTAIN}))(?![\w-])"
# "one (Norvenia) voted against", "six, namely Norvenia and Estavia, voted against".
_NAMED_BETWEEN = r"(?:\([^()\n]{3,300}\)\s|namely\s[^.;()\n]{3,400}?,\s)?"
# "12 of the Council's 15 members"; "3 of the 5 permanent members" is no number of a vote.
_OF_ALL = (
    r"(?:of\s(?:the\s(?:Council's\s)?|its\s)?(?:15|fifteen|47|forty-seven|53|193)\s"
    r"(?=(?:Council\s|member|Member|State))|of\sthe\s(?:Council's\s)?(?=members\s))?"
)
_FIGURE = re.compile(
    rf"(?P<number>{NUMBER}),?\s{_OF_ALL}{_PEOPLE}(?:of\sthe\s(?:Council|Assembly|Committee|Commission)\s)?{_NAMED_BETWEEN}"
    rf"(?:(?:having\s|had\s|have\s|has\s|were\s|was\s|being\s|who\s)?(?P<verb>voted|voting|vote|votes|cast\svotes)\s)?"
    rf"(?:cast\s)?{_ROLE}",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:(?P<yes>\b(?:in\sfavou?r|for|yes|yeas|yea)\b)|(?P<no>\b(?:against|no|nays|nay|opposed)\b)|(?P<abstain>\babst(?:entions?|ain(?:ed|ing)?)\b))"
    r"\s?(?::|—|\s-|\(|=)\s?(?P<number>[0-9]{1,3})(?![\w/%]|[.,][0-9])",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"(?P<yes>{NUMBER})\s(?P<marked>{_PEOPLE}(?:(?:affirmative\s)?votes?\s)?(?:in\sfavou?r\s|for\s|cast\s){{0,2}}(?:votes\s)?),?\s?"
    rf"(?:to|versus|v\.?|against|as\sagainst)\s(?:only\s|just\s)?(?P<no>{NUMBER})(?:\s(?:votes?\s)?against)?",
    re.IGNORECASE,
)
_TO_BEFORE = re.compile(
    r"\b(?:votes?\s(?:of|was|being|result\sof)|by|voted|voting|vote,?|votes:|majority\sof|adopted|passed|approved|carried|endorsed|rejected|defeated|lost|tally\sof|margin\sof|score\sof)\s?(?:was\s|of\s|by\s|a\svote\sof\s)?(?:only\s|just\s|no\s(?:more|fewer|less)\sthan\s)?$",
    re.IGNORECASE,
)
_TO_BEHIND = re.compile(r"[^.;]{0,60}?\babst|\svote\b|\sin\sfavou?r|\sagainst", re.IGNORECASE)
_DASHED = re.compile(
    r"(?<![\w/.,-])(?P<yes>[0-9]{1,3})\s?-\s?(?P<no>[0-9]{1,3})(?:\s?-\s?(?P<abstain>[0-9]{1,3}))?(?![\w/%-]|[.,][0-9])"
)
_VOTE_BEFORE = re.compile(
    r"\bvot(?:e|ed|es|ing)\b[^.;]{0,30}$|\b(?:divided|split)\s$|\b(?:passed|adopted|approved|carried|endorsed|rejected|defeated)\s(?:by\s)?\(?$",
    re.IGNORECASE,
)
_VOTE_BEHIND = re.compile(
    r"\)?,?\s?(?:for\s(?:draft\s)?resolution|vote|in\sfavou?r|majority|tally|(?:with\s[^.;]{1,40}\s)?abst)",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"(?<!\bno )(?<!\bnot )\b(?:more\sthan|fewer\sthan|less\sthan)\s(?:the\s)?$|"
    r"\b(?:over|at\sleast|some|about|around|nearly|almost|approximately|up\sto|of\sthe|out\sof|of\sits|(?<!vote\s)(?<!votes\s)(?<!majority\s)(?<!total\s)of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_REACH = 40
_REJECTED_REACH = 90


class Role(StrEnum):
    """How a State votes."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Figure:
    """``text[start:end]`` tells how many voted so."""

    start: int
    end: int
    role: Role
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures that tell one vote, in order of place."""

    start: int
    end: int
    figures: tuple[Figure, ...]

    def count(self, role: Role) -> int | None:
        """Return how many voted so, or None where it is not told."""
        return next((figure.count for figure in self.figures if figure.role is role), None)


def read_number(words: str) -> int:
    """Return the value of a number that `NUMBER` matched.

    >>> read_number("one hundred and forty-one"), read_number("none"), read_number("39")
    (141, 0, 39)
    """
    printed = words.lower()
    if printed.isdecimal():
        return int(printed)
    if words in {"I", "l"}:
        return 1
    if printed in _NONE or printed.startswith("not a"):
        return 0
    if re.fullmatch(_ONE_WORDS, printed):
        return 1
    total = 0
    for word in re.split(r"[\s-]+", printed):
        if word == "hundred":
            total = (total or 1) * 100
        else:
            total += _TENS.get(word, 0) or _UNITS.get(word, 0)
    return total


def find_tallies(text: str, start: int, end: int) -> list[Tally]:
    """Return the tallies in one sentence, ``text[start:end]``, in order.

    "20 votes to 10" and "14-0-1" each begin a tally of their own; a figure for a role that is
    told already does, too.
    """
    pairs = _pairs(text, start, end)
    begins = [pair[0].start for pair in pairs]
    single = [
        figure
        for figure in _singles(text, start, end)
        if not _is_inside(figure, pairs, bisect_left(begins, figure.end) - 1)
    ]
    figures = sorted(
        [(pair[0].start, tuple(pair)) for pair in pairs]
        + [(one.start, (one,)) for one in single]
    )
    tallies: list[list[Figure]] = []
    for _, together in figures:
        told = {figure.role for figure in tallies[-1]} if tallies else set(Role)
        if not tallies or any(figure.role in told for figure in together):
            tallies.append([])
        tallies[-1] += together
    return [
        Tally(min(one.start for one in group), max(one.end for one in group), tuple(group))
        for group in tallies
    ]


def _is_inside(figure: Figure, pairs: Sequence[Sequence[Figure]], index: int) -> bool:
    return index >= 0 and figure.start < pairs[index][-1].end


def _pairs(text: str, start: int, end: int) -> list[list[Figure]]:
    found: list[list[Figure]] = []
    for match in _TO.finditer(text, start, end):
        marked = "vote" in match["marked"].lower() or "favo" in match["marked"].lower()
        before = text[max(start, match.start() - _REACH) : match.start()]
        if (
            marked or _TO_BEFORE.search(before) or _TO_BEHIND.match(text, match.end(), end)
        ) and (not _LOOSE.search(before) or _TO_BEFORE.search(before)):
            found.append(_for_the_majority(text, start, match))
    for match in _DASHED.finditer(text, start, end):
        before = text[max(start, match.start() - _REACH) : match.start()]
        beside = _VOTE_BEFORE.search(before) or _VOTE_BEHIND.match(text, match.end(), end)
        if beside or _is_triple_of_a_resolution(match, before, text):
            found.append(_for_the_majority(text, start, match))
    found += [_figures(match) for match in _LABELS.finditer(text, start, end)]
    return [
        pair
        for pair in sorted(found, key=lambda figures: figures[0].start)
        if pair and all(figure.count <= _MOST for figure in pair)
    ]


def _is_triple_of_a_resolution(match: re.Match[str], before: str, text: str) -> bool:
    """Read "resolution 2334 (2016) (14-0-1)"."""
    bracketed = before.endswith("(") and text[match.end() : match.end() + 1] == ")"
    return bool(match["abstain"]) and bracketed and "esolution" in before


def _for_the_majority(text: str, start: int, match: re.Match[str]) -> list[Figure]:
    """Read "rejected by 9 votes to 6" as nine against: the greater number stands first."""
    figures = _figures(match)
    told = {figure.role: figure.count for figure in figures}
    before = text[max(start, match.start() - _REJECTED_REACH) : match.start()]
    plain = "favo" not in match[0].lower() and " for " not in match[0].lower()
    if not (plain and _REJECTED.search(before) and told[Role.YES] > told[Role.NO]):
        return figures
    other = {Role.YES: Role.NO, Role.NO: Role.YES}
    return [replace(figure, role=other.get(figure.role, figure.role)) for figure in figures]


def _figures(match: re.Match[str]) -> list[Figure]:
    return [
        Figure(match.start(), match.end(), role, read_number(words))
        for role in Role
        if (words := match.groupdict().get(role.value))
    ]


def _singles(text: str, start: int, end: int) -> list[Figure]:
    found: list[Figure] = []
    for pattern in (_FIGURE, _LABELLED):
        for match in pattern.finditer(text, start, end):
            before = text[max(start, match.start() - _REACH) : match.start()]
            if _LOOSE.search(before) or not _is_vote_word(match):
                continue
            figure = Figure(
                match.start(),
                match.end(),
                Role(_role(match)),
                read_number(match["number"]),
            )
            if figure.count <= _MOST:
                found.append(figure)
    found += [
        Figure(match.start(), match.end(), Role.YES, read_number(match["yes"]))
        for match in _RECEIVED.finditer(text, start, end)
    ]
    found += [
        Figure(match.start(), match.end(), Role.NO if match["no"] else Role.ABSTAIN, 0)
        for match in _WITHOUT.finditer(text, start, end)
    ]
    kept: list[Figure] = []
    for figure in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _role(match: re.Match[str]) -> str:
    return next(role.value for role in Role if match[role.value])


def _is_vote_word(match: re.Match[str]) -> bool:
    """Say whether the role word is one of a vote: "12 for" and "3 opposing views" are not."""
    verb = match.groupdict().get("verb")
    word = match[_role(match)].lower()
    return (
        bool(verb)
        or word not in {"for", "opposing", "negative", "in opposition", "in support", "yes"}
        or ("(" in match[0] or ":" in match[0])
    )
