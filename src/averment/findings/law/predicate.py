"""What a sentence says that a State did about a treaty: joined it, is bound by it, broke it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

_FLAGS = re.IGNORECASE
_ADVERBS = (
    r"(?:(?:both|all|each|also|now|still|itself|themselves|not|never|yet|since|already|"
    r"indeed|currently|legally|thus|therefore|fully|equally|duly|formally|only|just|"
    r"clearly|plainly|neither|in\sfact)\s){0,3}"
)


class Wording(StrEnum):
    """What is said of a State and an instrument."""

    PARTY = "party"
    BECAME = "became a party"
    RATIFIED = "ratified"
    ACCEDED = "acceded"
    RATIFIED_OR_ACCEDED = "ratified or acceded"
    SUCCEEDED = "succeeded"
    SIGNED = "signed"
    BOUND = "bound"
    """Obliged under it; it is binding on the State."""
    VIOLATED = "violated"
    APPROVED = "approved"
    """By a parliament or a cabinet, at home."""
    RATIFIED_AT_HOME = "ratified at home"
    """Said of a parliament or a cabinet, which only approves."""
    WITHDREW = "withdrew"
    ASKED_TO_JOIN = "asked to join"


AT_HOME = frozenset({Wording.APPROVED, Wording.RATIFIED_AT_HOME})
JOINED = frozenset(
    {
        Wording.PARTY,
        Wording.BECAME,
        Wording.RATIFIED,
        Wording.ACCEDED,
        Wording.RATIFIED_OR_ACCEDED,
        Wording.SUCCEEDED,
        Wording.SIGNED,
    }
)
"""What says in so many words that the State took part in the treaty itself."""

_PARLIAMENT = (
    r"(?:parliament|national\sassembly|senate|congress|duma|knesset|legislature|"
    r"legislative\sassembly|cabinet|council\sof\sministers|house\sof\srepresentatives|"
    r"constitutional\scourt|verkhovna\srada|lawmakers|deputies|MPs)"
)
_PATTERNS: tuple[tuple[Wording, str], ...] = (
    (
        Wording.APPROVED,
        (
            rf"\b{_PARLIAMENT}\b[^.;:]{{0,40}}?\s"
            r"(?:approv(?:ed|es|al)|adopted|passed|endorsed|voted\s(?:for|to))\b"
        ),
    ),
    (
        Wording.RATIFIED_AT_HOME,
        rf"\b{_PARLIAMENT}\b[^.;:]{{0,40}}?\sratif(?:ied|ies)\b",
    ),
    (
        Wording.RATIFIED_OR_ACCEDED,
        (
            r"\bratified\s?(?:or|and/or|/)\s?(?:has\s|have\s)?acceded(?:\sto)?\b"
            r"|\bacceded\sto\s(?:or|and/or)\s(?:has\s)?ratified\b"
        ),
    ),
    (
        Wording.ASKED_TO_JOIN,
        (
            r"\b(?:to|should|must|please|shall)\s(?:\w+ly\s|\w+\sand\s){0,2}"
            r"(?:ratify|accede\sto|sign|become\s(?:an?\s)?(?:State\s)?party\sto|join)\b"
            r"|^\W{0,4}(?:\w+ly\s)?(?:ratify|accede\sto|join)\b"
        ),
    ),
    (Wording.RATIFIED, r"\bratif(?:ied|ies|ying|y)\b"),
    (Wording.ACCEDED, r"\bacced(?:ed|es|e|ing)\b(?:\sto\b)?"),
    (Wording.SUCCEEDED, r"\bsucceeded\sto\b"),
    (Wording.SIGNED, r"\bsigned\b|\b(?:original\s)?signator(?:y|ies)\s(?:to|of)\b"),
    (
        Wording.PARTY,
        (
            rf"(?:\b(?:is|are|was|were|be|being|been|becomes?|became|becoming|remains?|remained|"
            rf"as|nor|neither)|,)\s{_ADVERBS}(?:an?\s)?"
            r"(?:(?:State|States|Contracting|High\sContracting|full|founding|a)\s){0,2}"
            r"part(?:y|ies)\b(?:\s(?:to|of)\b)?"
            r"(?!\s(?:(?:the|a|an|this|that|any|each|armed)\s)?(?:\w+\s){0,2}"
            r"(?:conflict|conflicts|hostilities|dispute|disputes|talks|war|negotiations|"
            r"proceedings|case|ceasefire|process)\b)"
        ),
    ),
    (
        Wording.BOUND,
        (
            r"\bbound(?:,?\s\w+,?){0,3}?\s(?:by|under|to\s(?:respect|comply|observe|apply|uphold))\b"
            r"|\bbinding\s(?:on|upon|for)\b|\b(?:binds?|obliges?)\b"
            r"|\b(?:obliged|obligated|required)\s(?:\w+\s){0,2}?(?:under|by)\b"
            r"|\b(?:obligations?|dut(?:y|ies)|commitments?)\s(?:\w+\s){0,3}?(?:under|pursuant\sto|"
            r"arising\sfrom)\b"
            r"|\bin(?:to)?\sforce\s(?:for|in\srespect\sof)\b"
        ),
    ),
    (
        Wording.WITHDREW,
        (
            r"\bwithdr(?:ew|awn|awal|awing)\s(?:\w+\s)?from\b|\bdenounc(?:ed|ing)\b(?=\s(?:the|its)\b)"
        ),
    ),
    (
        Wording.VIOLATED,
        (
            r"\bviolat(?:e[sd]?|ing|ions?|ive)\b|\bbreach(?:es|ed|ing)?\b"
            r"|\bcontraven(?:e[sd]?|ing|tions?)\b|\bflout(?:ed|ing|s)?\b"
            r"|\bcontrary\sto\b|\binfring(?:e[sd]?|ing|ements?)\b"
            r"|\bdisregard(?:ed|s|ing)?\b|\bnon-?compliance\swith\b|\bdefian(?:ce|t)\sof\b"
        ),
    ),
)
_ALL = re.compile(
    "|".join(f"(?P<w{number}>{pattern})" for number, (_, pattern) in enumerate(_PATTERNS)),
    _FLAGS,
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not(?!\sonly)|never|nor|neither|without|cannot|hardly|no)\b|n't\b|"
    r"\b(?:yet\sto|fail\w*\sto|refus\w+\sto|declin\w+\sto|far\sfrom|deny|denies|denied)\b)"
    r"[^,;:.]{0,24}$",
    _FLAGS,
)
_NOT_INSIDE = re.compile(r"\b(?:not|never|neither|nor)\b", _FLAGS)
_NOT_BEHIND = re.compile(r"\W{0,3}(?:neither|none|no\sone)\b", _FLAGS)
_OPEN_BEFORE = re.compile(
    r"\b(?:if|whether|would|could|might|unless|were|(?-i:may)|until|once|before|will|"
    r"intends?|plans?|promised|pledged|prepares?)\b[^,;:.]{0,30}$",
    _FLAGS,
)
_INVERTED = re.compile(r"\W{0,3}(?:Had|Were|Should|Has|Have|Is|Are|Was)\s[^,;:.]{1,60}$")
"""A condition or a question without "if": "Had X ratified", "Were X a party"."""
_LOOK_BACK = 48
_BECAME = ("become", "became", "becoming")
_BARE = re.compile(r"\b(?:ratify|accede)\b", _FLAGS)
_REFUSED = re.compile(
    r"\b(?:did|does|do|has|have|had|yet|fail\w*|refus\w*|declin\w*)\b[^,;:.]{0,12}$", _FLAGS
)
_YET_TO = re.compile(r"\b(?:yet|fail\w*|refus\w*|declin\w*|reluctan\w*|unwilling)\s$", _FLAGS)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|remains?|being|as)\b[^,;:.]{0,24}$|^(?:is|are|has|have|as|,)\b",
    _FLAGS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """``text[start:end]`` says it of some State and some instrument."""

    wording: Wording
    start: int
    end: int
    negated: bool
    open: bool
    """Only thought of, wished or feared: "would be bound", "may violate"."""
    present: bool
    """It speaks of the time of writing: "is a party", "has ratified"."""


def find_predicates(text: str, start: int, end: int) -> tuple[Predicate, ...]:
    """Return what is said of joining, being bound and breaking in ``text[start:end]``.

    Args:
        text: A passage in level form.
        start: Where the sentence begins.
        end: Where it ends.
    """
    found = []
    asks = text[start:end].rstrip(" \"'").endswith("?")
    for match in _ALL.finditer(text, start, end):
        number = next(n for n in range(len(_PATTERNS)) if match[f"w{n}"] is not None)
        wording = _PATTERNS[number][0]
        before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
        negated = bool(
            _NOT_BEFORE.search(before)
            or (wording in AT_HOME | {Wording.PARTY} and _NOT_INSIDE.search(match[0]))
            or _NOT_BEHIND.match(text, match.end(), end)
        )
        if wording in {Wording.RATIFIED, Wording.ACCEDED} and _BARE.fullmatch(
            match[0].split()[0]
        ):
            # "has yet to ratify", "did not accede"; otherwise a wish.
            wording = wording if negated and _REFUSED.search(before) else Wording.ASKED_TO_JOIN
        if wording is Wording.ASKED_TO_JOIN and _YET_TO.search(before):
            wording, negated = Wording.RATIFIED, True  # "has yet to ratify"
        if wording is Wording.PARTY and match[0].lower().startswith(_BECAME):
            wording = Wording.BECAME
        found.append(
            Predicate(
                wording=wording,
                start=match.start(),
                end=match.end(),
                negated=negated,
                open=asks
                or _OPEN_BEFORE.search(before) is not None
                or _INVERTED.match(text, start, match.start()) is not None,
                present=_PRESENT.search(before + match[0]) is not None
                or _PRESENT.match(match[0]) is not None,
            )
        )
    return tuple(found)


def last_before(predicates: tuple[Predicate, ...], offset: int) -> int:
    """Return the index of the last predicate that ends by `offset`; -1 where none does."""
    ends = [one.end for one in predicates]
    return bisect_right(ends, offset) - 1
