"""Which provisions belong to which instrument, by where the words stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from averment.law.names import instruments
from averment.law.naming import Naming
from averment.law.provision import ProvisionList, find_provisions, read_numbers
from averment.prose.bounds import Bounds

# Between "article 6" and the name: "of the", "common to the four".
_LEADS_TO_NAME = re.compile(
    r"(?:,?\srespectively)?\s?,?\s?(?:\(?(?:of|to|in|under|from|common\sto|contained\sin|set\sout\sin|enshrined\sin)\s)?"
    r"(?:(?:both|all|each\sof|the|this|that|said|same|four|relevant|its|aforementioned)\s){0,3}[\"(]?\s?"
)
# Between the name and "article 6": ", in particular its", " (", "'s".
_LEADS_TO_ARTICLE = re.compile(
    r"(?:\"|'s)?\)?(?:,?\s[A-Z][a-z]{2,8}\.?\s[0-9]{1,2},\s[0-9]{4}|,?\s[0-9]{1,2}\s[A-Z][a-z]{2,8}\s[0-9]{4})?"
    r"(?:,?\s[0-9]{1,4}\s(?:U\.?\s?N\.?\s?T\.?\s?S\.?|UNTS)\s[0-9]{1,6})?(?:,?\ssupra(?!\s\(?n))?(?:,?\s(?:supra\s)?\(?(?:note|n)\.?\s[0-9]{1,3}\)?)?"
    r"(?:\s[Ss]tudy|\s[Dd]atabase)?\s?[,:;]?\s?(?:\([^()\n]{0,40}\)\s?)?[,:;]?\s?[(\[]?\s?"
    r"(?:(?:of\swhich|in\sparticular|notably|including|especially|specifically|namely|under|see|at|and|in|its|with|the|by)\s?,?\s?){0,4}"
)
_OF_SOMETHING = re.compile(
    r"\s?,?\s(?:of|to|in)\s(?!which\b|whom\b|the\s(?:ICRC|Study|customary))(?:the\s|its\s|our\s|a\s)?[A-Za-z\"]"
)
_READ_WITH = (
    r"(?:(?:when\s)?(?:read|taken|considered)\s)?(?:alone\s(?:and|or)\s(?:read\s|taken\s)?)?"
    r"(?:together\swith|in\s(?:conjunction|connection|combination|conj\.)\swith|in\slight\sof|along\swith|with)"
)
_JOINS_LISTS = re.compile(
    rf"\s?,?\s?\(?{_READ_WITH}\s|\s?(?:,|;|and|or|&|as\swell\sas|\s){{1,4}}(?:in\s(?:particular\s)?)?(?:of\s)?(?:the\s)?"
)
_THEREOF = re.compile(r"\s(?:thereof\b|of\sthe\s(?:same|said)\s(?:instrument|treaty)\b)")
_AND_TO = re.compile(r"\s?(?:\([A-Z]{2,8}\)\s)?(?:and|,)\s(?:to\s|of\s)?(?:the\s)?")
_NEAR = 90
_THEREOF_REACH = 300
_MOST_NAMES = 40
_CONTINUED = re.compile(
    r"(?:,|;|\band\b|&|,\sand|\bas\swell\sas)\s(?P<list>[0-9][0-9()a-z,\s]{0,40}?)\s(?:of|to)\s(?:the\s)?$"
)
_CONTINUED_REACH = 60
_SELF_DEFENCE = re.compile(r"self-?\s?defen[cs]e", re.IGNORECASE)
_CHARTER = "UNCHARTER-1945"
_ENFORCEMENT = ("Chapter VI", "Chapter VII", "Chapter VIII")
_FORCE_ARTICLE = ("art. 51",)
_COMMON_ARTICLES = "GENEVA-CONVENTIONS-1949"


def provisions_of(
    text: str, namings: Sequence[Naming], bounds: Bounds
) -> list[tuple[Naming, tuple[str, ...]]]:
    """Return each naming with its provisions, in order of place.

    A provision without a name beside it is given to the one instrument that its paragraph has
    named so far, if it is long enough to have such an article; otherwise it is left out.
    """
    starts = [naming.start for naming in namings]
    ends = [naming.end for naming in namings]
    given: list[list[str]] = [[] for _ in namings]
    loose: list[ProvisionList] = []
    lists = find_provisions(text)
    owners = _chained(text, lists, [_owner(text, listed, starts, ends) for listed in lists])
    for listed, owner in zip(lists, owners, strict=True):
        if owner is None:
            loose.append(listed)
        else:
            given[owner] += listed.provisions
    for listed, owner in zip(lists, owners, strict=True):
        # "article 1 common to the one Covenant and the other".
        if owner is None or "common to" not in text[listed.start : namings[owner].start]:
            continue
        following = owner + 1
        if following < len(namings) and _AND_TO.fullmatch(
            text, namings[owner].end, namings[following].start
        ):
            given[following] += listed.provisions
    for index in range(1, len(namings)):
        continued = _continued(text, namings, given, index)
        if continued is not None:
            given[index] += continued.provisions
    provided = [
        (naming, tuple(dict.fromkeys(labels)))
        for naming, labels in zip(namings, given, strict=True)
    ]
    for listed in loose:
        naming = _by_context(text, listed, namings, starts, bounds)
        if naming is not None:
            provided.append((naming, listed.provisions))
    return sorted(provided, key=lambda pair: (pair[0].start, pair[0].end))


def _chained(
    text: str, lists: Sequence[ProvisionList], owners: Sequence[int | None]
) -> list[int | None]:
    """Give a list without an owner that of its neighbour: "article 6 and article 7 of the"."""
    chained = list(owners)
    for index in range(len(lists) - 2, -1, -1):
        if chained[index] is None and _JOINS_LISTS.fullmatch(
            text, lists[index].end, max(lists[index].end, lists[index + 1].start)
        ):
            chained[index] = chained[index + 1]
    for index in range(1, len(lists)):
        if (
            chained[index] is None
            and not _OF_SOMETHING.match(text, lists[index].end)
            and _JOINS_LISTS.fullmatch(
                text, lists[index - 1].end, max(lists[index - 1].end, lists[index].start)
            )
        ):
            chained[index] = chained[index - 1]
    return chained


def _owner(
    text: str, listed: ProvisionList, starts: Sequence[int], ends: Sequence[int]
) -> int | None:
    after = bisect_left(starts, listed.end)
    if (
        after < len(starts)
        and starts[after] - listed.end <= _NEAR
        and _LEADS_TO_NAME.fullmatch(text, listed.end, starts[after])
    ):
        return after
    before = bisect_right(ends, listed.start) - 1
    if _THEREOF.match(text, listed.end):
        near = before >= 0 and listed.start - ends[before] <= _THEREOF_REACH
        return before if near else None
    if _OF_SOMETHING.match(text, listed.end):
        return None
    if (
        before >= 0
        and listed.start - ends[before] <= _NEAR
        and _LEADS_TO_ARTICLE.fullmatch(text, ends[before], listed.start)
    ):
        return before
    return None


def _continued(
    text: str, namings: Sequence[Naming], given: Sequence[list[str]], index: int
) -> ProvisionList | None:
    """Read "... of the Covenant and 2 and 3 of the Convention", whose noun stands before."""
    if given[index] or not given[index - 1]:
        return None
    start = max(namings[index - 1].end, namings[index].start - _CONTINUED_REACH)
    match = _CONTINUED.search(text, start, namings[index].start)
    if match is None or match.start() > namings[index - 1].end + len(", "):
        return None
    return read_numbers(text, match.start("list"))


def _by_context(
    text: str,
    listed: ProvisionList,
    namings: Sequence[Naming],
    starts: Sequence[int],
    bounds: Bounds,
) -> Naming | None:
    if listed.common:
        return _standing_for(listed, (_COMMON_ARTICLES,), "law:common-article")
    if listed.provisions[0] in _ENFORCEMENT:
        return _standing_for(listed, (_CHARTER,), "law:chapter")
    if _OF_SOMETHING.match(text, listed.end) or not listed.numbers:
        return None
    if listed.provisions == _FORCE_ARTICLE and _speaks_of_self_defence(text, listed.start):
        return _standing_for(listed, (_CHARTER,), "law:self-defence")
    return _from_paragraph(listed, namings, starts, bounds)


def _speaks_of_self_defence(text: str, place: int) -> bool:
    return _SELF_DEFENCE.search(text, max(0, place - _NEAR), place + _NEAR) is not None


def _from_paragraph(
    listed: ProvisionList, namings: Sequence[Naming], starts: Sequence[int], bounds: Bounds
) -> Naming | None:
    """Return the one instrument that the paragraph has named so far, if it is long enough."""
    start, _ = bounds.paragraph(listed.start)
    first, last = bisect_left(starts, start), bisect_left(starts, listed.start)
    if last - first > _MOST_NAMES:
        return None
    here = [one for one in namings[first:last] if _has_articles(one)]
    if not here or len({one.instruments for one in here}) != 1:
        return None
    nearest = here[-1]
    limit = instruments()[nearest.instruments[0]].articles
    if limit is None or max(listed.numbers) > limit:
        return None
    naming = _standing_for(listed, nearest.instruments, "law:same-paragraph")
    return Naming(
        start=naming.start,
        end=naming.end,
        instruments=naming.instruments,
        rule=naming.rule,
        antecedent=(nearest.start, nearest.end),
    )


def _has_articles(naming: Naming) -> bool:
    known = instruments()
    return (
        len(naming.instruments) == 1
        and naming.instruments[0] in known
        and known[naming.instruments[0]].articles is not None
    )


def _standing_for(listed: ProvisionList, ids: tuple[str, ...], rule: str) -> Naming:
    return Naming(start=listed.start, end=listed.end, instruments=ids, rule=rule)
