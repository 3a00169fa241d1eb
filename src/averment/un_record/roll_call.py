"""Roll-calls: "In favour: ... Against: ... Abstaining: ..."."""

import re
from collections.abc import Iterator, Sequence

from averment.prose.states import StateMention
from averment.un_record.names import Name, name_at
from averment.un_record.tally import Role
from averment.un_record.voters import Voters

_HEADER = re.compile(
    r"(?:(?:(?<=\n)|(?<=[.;:\]*] )|^)[\[*]{0,3}"
    r"(?:(?P<yes0>For|FOR|Yes|YES)|(?P<no0>No|NO))|"
    # Without a line of its own, as joined lines leave it: "Westmark Against:".
    r"(?:(?<=\s)|^)[\[*]{0,3}(?:(?P<yes>(?:(?:Voting|Votes?)\s)?In\s[Ff]avou?r|IN\sFAVOU?R)|(?P<no>(?:Voting\s)?Against|AGAINST)"
    r"|(?P<abstain>Abstain(?:ing|ed)?|ABSTAIN(?:ING|ED)?|Abstentions?|ABSTENTIONS?)))"
    r"\s?[*]{0,2}(?:\(\s?(?P<number>[0-9]{1,3})\s?\)\s?)?(?:votes?\s?)?[:.]\s?[*]{0,2}\s{0,3}"
    r"(?:\(?(?P<number2>[0-9]{1,3})\)?\s{0,2}[:—-]?\s{0,2})?"
    r"(?P<none>(?:None|none|Nil|nil|No\sone|Nobody)\b)?"
)
_SPACES = re.compile(r"\s*(?:the\s)?")
_COMMA = re.compile(r"\s*[,;]\s*(?:and\s|&\s)?(?:the\s)?")
_AND = re.compile(r"\s*(?:\band\b|&)\s*(?:the\s)?")
_VOTE_BEFORE = re.compile(r"\bvot(?:e|es|ed|ing)\b|\badopted\b|\brejected\b", re.IGNORECASE)
_VOTE_REACH = 400
_NEAR = 120
_MOST = 250
_TWO = 2


def find_lists(text: str, states: Sequence[StateMention]) -> list[list[Voters]]:
    """Return the roll-calls of `text`, each as its parts.

    Headings that follow one another belong together. Names that are on no list of States count
    where two parts stand together or the words before speak of a vote.

    Args:
        text: In level form.
        states: All States that `text` names, in order.
    """
    calls: list[list[Voters]] = []
    for part in _parts(text, states):
        follows = (
            calls
            and part.start - calls[-1][-1].end <= _NEAR
            and all(one.role is not part.role for one in calls[-1])
        )
        if follows:
            calls[-1].append(part)
        else:
            calls.append([part])
    return [call for call in calls if _holds(text, call)]


def _holds(text: str, call: Sequence[Voters]) -> bool:
    if all(part.known for part in call):
        return True
    start = call[0].start
    before = _VOTE_BEFORE.search(text, max(0, start - _VOTE_REACH), start)
    return before is not None and len(call) >= _TWO


def _parts(text: str, states: Sequence[StateMention]) -> Iterator[Voters]:
    read = -1
    for header in _HEADER.finditer(text):
        if header.start() < read:
            continue
        role = _role(header)
        names = [] if header["none"] else _read_names(text, header.end(), states)
        if not names and not header["none"]:
            continue
        read = names[-1].end if names else header.end()
        number = header["number"] or header["number2"]
        yield Voters(
            header.start(),
            read,
            role,
            tuple((name.start, name.end) for name in names),
            0 if header["none"] else int(number) if number else None,
            known=_TWO * sum(name.known for name in names) >= len(names),
        )


def _role(header: re.Match[str]) -> Role:
    if header["yes0"] or header["no0"]:
        return Role.YES if header["yes0"] else Role.NO
    return next(role for role in Role if header[role.value])


def _read_names(text: str, at: int, states: Sequence[StateMention]) -> list[Name]:
    """Return the names listed from `at` on.

    "And" inside a list that goes on with commas belongs to a name: "Sark, Perrin and the Cays,
    Tarn". A list without commas goes on with States that we know.
    """
    names: list[Name] = []
    by_and: list[bool] = []
    start = _SPACES.match(text, at)
    name = name_at(text, start.end() if start else at, states)
    while name is not None and len(names) < _MOST:
        names.append(name)
        join = _COMMA.match(text, name.end) or _AND.match(text, name.end)
        if join is not None:
            by_and.append(not join[0].lstrip().startswith((",", ";")))
            name = name_at(text, join.end(), states)
            continue
        bare = _SPACES.match(text, name.end)
        name = name_at(text, bare.end(), states) if bare else None
        name = name if name is not None and name.known else None
        by_and.append(False)
    return _with_inner_and(names, by_and)


def _with_inner_and(names: Sequence[Name], by_and: Sequence[bool]) -> list[Name]:
    merged = list(names[:1])
    for index, name in enumerate(names[1:], 1):
        goes_on = index + 1 < len(names) and not by_and[index]
        apart = merged[-1].known and name.known
        if by_and[index - 1] and goes_on and not apart:
            merged[-1] = Name(merged[-1].start, name.end, known=False)
        else:
            merged.append(name)
    return merged
