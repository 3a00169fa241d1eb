"""Resolutions told in words: "Security Council resolutions 822 (1993) and 853 (1993)".

One noun may serve many numbers; a number may also stand apart from its noun ("the last one,
37/30"). Whose resolution a number is, `averment.un_record.settle` decides.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from averment.un_record.body import foreign_bodies
from averment.un_record.found import Found
from averment.un_record.numbering import is_security_council, year_of_resolution
from averment.un_record.settle import PREFIXES, Context, settle
from averment.un_record.told_number import ITEM, PLAUSIBLE_BARE, item_of, read_items

_NOUN = re.compile(
    r"(?<![\w-])(?<!AG/)(?<!CP/)(?:(?P<sc>UNSCRs?|SCRs?|UNSC\sR|UNSC(?=\s[0-9]{3,4}\b))|(?P<ga>UNGARs?)|"
    r"(?P<noun>resolutions?|res\.?|decisions?|presidential\sstatements?))"
    r"[\u00b9\u00b2\u00b3\u2070-\u2079]{0,3}(?:\s?(?:Nos?\.?|numbers?|numbered|\#))?:?\s?(?=[0-9(]|E?S-)",
    re.IGNORECASE,
)
# Between a body and its noun: "Security Council, in its resolution", "adopted consensus".
_BESIDE = re.compile(
    r"(?:'s|'|\.)?(?:\s?\([A-Z]{2,7}\))?\s?,?\s"
    r"(?:(?:in|by|under|through|and|its|the|has|had|have|adopted|passed|approved|draft|relevant|binding|subsequent|"
    r"consensus|recent|landmark|unanimous|unanimously|previous|latest|annual|of|which|with|a|this|that|that's|own|first|"
    r"second|non-binding|historic|key|two|three|four|recalled|reaffirmed|plenary)\s?,?\s?){0,6}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s?,?\s?(?:of|by|adopted\sby|passed\sby|from|in)\sthe\s(?:UN\s|U\.N\.\s|United\sNations\s)?",
    re.IGNORECASE,
)
_UN = re.compile(r"\bUN\b|\bU\.N\.|United Nations|UNITED NATIONS")
# "H. Con. Res. 121" is the Congress of the United States.
_CONGRESS = re.compile(r"(?<!\w)(?:[HSJ]|Con)\.?\s?$")
_BESIDE_REACH = 90
_HEAD = 3000
_HEADING = re.compile(
    r"(?:^|\n)(?P<number>(?:ES-|S-)?[0-9]{1,3}/[0-9]{1,4}(?:\s[A-Z])?)(?P<stop>\.?)\s(?=[A-Z\"])"
)
# A number away from its noun stands between signs, or behind a word that leads to it.
_APART = re.compile(
    r"(?:(?<=[(,;:\u2014\[] )|(?<=[(\[])|(?<=\b(?:by|of|or|in|on) )|"
    r"(?<=\b(?:and|via|see|See) )|(?<=\bnamely )|(?<=\bunder )|(?<=\badopted ))"
    r"(?=[0-9]{1,4}(?:/[0-9]|\s?[(\[](?:19|20|[IVXL]))|E?S-[0-9])"
)
_APART_BEHIND = re.compile(
    r"\)?(?:[\s]?[,;.)\]:\u2014]|\s(?:of|was|were|being|and|or|adopted|on|which|in|with|at|to|by|the|its|that|has|had|have|all|is|are|called|calls|condemned)\b|\s?$|\s\()"
)
_RESOLUTION = re.compile(r"\bresolutions?\b|\bRes\.|\b(?:text|draft)\b", re.IGNORECASE)
_NO_RESOLUTION = re.compile(
    r"(?:page|pp?|paras?|No|case|vol|art|articles?|docs?|document)\.?\s[^,;]{0,12}$"
)
_APART_REACH = 260
_SAYINGS = frozenset({"24/7", "9/11", "7/7", "50/50"})


def speaks_of_the_un(text: str) -> bool:
    """Say whether the words "United Nations" or "UN" stand in `text`."""
    return _UN.search(text) is not None


def find_told(text: str, context: Context) -> Iterator[Found]:
    """Yield the resolutions that level `text` tells in words, in order."""
    for noun in _NOUN.finditer(text):
        before = text[max(0, noun.start() - len("Con. ")) : noun.start()]
        items = [] if _CONGRESS.search(before) else list(read_items(text, noun.end()))
        if not items:
            continue
        bodies = _bodies_beside(text, noun, items[-1].end, context)
        if len(bodies) == 1 and bodies[0] in foreign_bodies():
            continue
        for index, item in enumerate(items):
            start = _start(noun, context, bodies) if index == 0 else item.match.start()
            yield settle(
                text,
                item,
                noun=(noun.start(), (noun["noun"] or "resolution").lower()),
                bodies=bodies,
                context=context,
                start=start,
            )


def find_apart(text: str, context: Context) -> Iterator[Found]:
    """Yield numbers that stand away from their noun in a text on the United Nations.

    "1325 (2000)" and "2625 (XXV)" are proof themselves; "37/30" needs the word "resolution"
    before it in its sentence.
    """
    if not context.within_un:
        return
    for place in _APART.finditer(text):
        match = ITEM.match(text, place.start())
        if match is None:
            continue
        if not _APART_BEHIND.match(text, match.end()):
            continue
        if not _is_told_apart(text, match, context):
            continue
        found = settle(
            text,
            item_of(text, match),
            noun=(match.start(), "resolution"),
            bodies=(),
            context=context,
            start=match.start(),
        )
        if found.symbol is not None:
            yield found


def _is_told_apart(text: str, match: re.Match[str], context: Context) -> bool:
    if match[0].strip("()") in _SAYINGS:
        return False
    if match["council"]:
        number, year = int(match["council"]), int(match["year"])
        return is_security_council(number, year) and year_of_resolution(number) is not None
    if match["roman"]:
        return int(match["old"]) >= PLAUSIBLE_BARE
    if not (match["session"] or match["special"] or match["yearly"]):
        return False
    sentence, _ = context.bounds.sentence(match.start())
    start = max(sentence, match.start() - _APART_REACH)
    before = text[start : match.start()]
    return _RESOLUTION.search(before) is not None and not _NO_RESOLUTION.search(before)


def find_headings(text: str, issuing: str | None) -> Iterator[Found]:
    """Yield the number over the text of a resolution: "46/1. Promoting ..."."""
    if issuing not in {"UNGA", "HRC"}:
        return
    adopted = "adopted by the" in text[:_HEAD]
    for match in _HEADING.finditer(text, 0, _HEAD):
        if not adopted and match["stop"] != ".":
            continue
        yield Found(
            start=match.start("number"),
            end=match.end("number"),
            symbol=f"{PREFIXES[issuing]}/RES/{match['number']}",
            body=issuing,
            rule="told:heading",
            number=match["number"],
        )
        return


def _bodies_beside(
    text: str, noun: re.Match[str], end: int, context: Context
) -> tuple[str, ...]:
    """Return the body whose name stands beside the noun or behind the list."""
    if noun["sc"]:
        return ("UNSC",)
    if noun["ga"]:
        return ("UNGA",)
    index = bisect_left(context.starts, noun.start()) - 1
    if index >= 0:
        before = context.bodies[index]
        if noun.start() - before.end <= _BESIDE_REACH and _BESIDE.fullmatch(
            text, before.end, noun.start()
        ):
            return before.ids
    behind = _BEHIND.match(text, end)
    if behind is not None and index + 1 < len(context.bodies):
        for following in context.bodies[index + 1 : index + 3]:
            if following.start <= behind.end() <= following.end:
                return following.ids
    return ()


def _start(noun: re.Match[str], context: Context, bodies: tuple[str, ...]) -> int:
    """Return where the first mention begins: at the body's name where it stands before."""
    if not bodies or noun["sc"] or noun["ga"]:
        return noun.start()
    index = bisect_left(context.starts, noun.start()) - 1
    if index >= 0 and noun.start() - context.bodies[index].end <= len("'s "):
        return context.bodies[index].start
    return noun.start()
