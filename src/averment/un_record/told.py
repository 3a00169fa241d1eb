"""Resolutions told in words: "Security Council resolutions 822 (1993) and 853 (1993)".

One noun may serve many numbers. Whose resolution a number is follows, in this order, from a
body beside it, from its own shape and date, from the same number settled elsewhere, from the
body that speaks ("its resolution"), and from the body named last before it. What stays open is
given back without a symbol.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from averment.documents.bounds import Bounds
from averment.un_record.body import BodyNamed, foreign_bodies
from averment.un_record.found import Found
from averment.un_record.numbering import (
    is_general_assembly,
    is_human_rights_council,
    is_security_council,
    session_of_old_resolution,
    year_of_resolution,
)

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_NOUN = re.compile(
    r"(?<![\w-])(?:(?P<sc>UNSCRs?|SCRs?|UNSC\sR)|(?P<ga>UNGARs?)|(?P<noun>resolutions?|res\.?|decisions?|presidential\sstatements?))"
    r"[\u00b9\u00b2\u00b3\u2070-\u2079]{0,3}(?:\s?(?:Nos?\.?|numbers?|numbered|#))?:?\s?(?=[0-9(]|E?S-)",
    re.IGNORECASE,
)
_ROMAN = r"(?:E?S-)?[IVXL]{1,7}"
_ITEM = re.compile(
    r"\(?(?:"
    r"(?P<special>(?P<specials>ES|S)-[0-9]{1,2}/[0-9]{1,3})"
    r"|(?P<yearly>(?:19|20)[0-9]{2}/[0-9]{1,3})"
    r"|(?P<session>[0-9]{1,3})/(?P<no>[0-9]{1,4})(?!/)(?:\s?(?P<part>[A-Z](?:-[A-Z])?)(?![\w.']))?"
    rf"|(?P<old>[0-9]{{1,4}})\s?(?P<part0>[A-Z]\s?)?\(\s?(?P<roman>{_ROMAN})\s?\)\s?(?P<part1>[A-Z](?![\w.']))?"
    r"|(?P<council>[0-9]{1,4})\s?\(\s?(?P<year>(?:19|20)[0-9]{2})\s?\)"
    r"|(?P<shorted>[0-9]{1,4})/(?P<shortyear>(?:19|20)[0-9]{2})(?!/)"
    r"|(?P<bare>[0-9]{1,4})(?![.,][0-9]|\.[A-Z])"
    r")(?:(?<=\))|(?![\w/%]))\)?"
)
_DATE = re.compile(
    r"\s?,?\s?\(?(?:of|adopted\son|adopted\sin|passed\sin|on|dated|from|in)?\s?"
    rf"(?:[0-9]{{1,2}}\s{_MONTH}\s(?P<a>(?:19|20)[0-9]{{2}})|{_MONTH}\s[0-9]{{1,2}},?\s(?P<b>(?:19|20)[0-9]{{2}})|"
    rf"(?<=of\s)(?P<c>(?:19|20)[0-9]{{2}})|(?<=in\s)(?P<d>(?:19|20)[0-9]{{2}})|\({_MONTH}\s(?P<e>(?:19|20)[0-9]{{2}}))(?![0-9/])\)?"
)
_JOIN = re.compile(
    r"\s?(?:,\s?(?:and\s|&\s|or\s)?|;\s?(?:and\s)?|\band\s|&\s?|\bor\s|\bas\swell\sas\s|\band\sin\s)"
    r"(?=[0-9(]|E?S-)",
    re.IGNORECASE,
)
# Between a body and its noun: "Security Council, in its resolution", "adopted consensus".
_BESIDE = re.compile(
    r"(?:'s|'|\.)?(?:\s?\([A-Z]{2,7}\))?\s?,?\s"
    r"(?:(?:in|by|under|through|and|its|the|has|had|have|adopted|passed|approved|draft|relevant|binding|subsequent|"
    r"consensus|recent|landmark|unanimous|unanimously|previous|latest|annual|of|which|with|a|this|that|that's)\s?,?\s){0,6}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s?,?\s?(?:of|by|adopted\sby|passed\sby|from|in)\sthe\s(?:UN\s|U\.N\.\s|United\sNations\s)?",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:its|our)\s(?:own\s|\w{3,12}\s)?$", re.IGNORECASE)
_UN_BEFORE = re.compile(r"(?:\bUN|\bU\.N\.|\bUnited Nations)\s$")
_UN = re.compile(r"\bUN\b|\bU\.N\.|United Nations|UNITED NATIONS")
# "H. Con. Res. 121" is the Congress of the United States.
_CONGRESS = re.compile(r"(?<!\w)(?:[HSJ]|Con)\.?\s?$")
_MONTH_BEHIND = re.compile(rf"\s{_MONTH}\b")
_PLAIN_WORD = re.compile(r"\s(?P<word>[a-z]{2,})")
_GOES_ON_WORDS = """
    and or of on which that in as by was were is are has have had to also all adopted passed the
    its calling concerning regarding demanding with for from at under remain remains call calls
    demand
"""
_GOES_ON = frozenset(_GOES_ON_WORDS.split())
_BESIDE_REACH = 90
_MOST_ITEMS = 40
_HEAD = 3000
_HEADING = re.compile(
    r"(?:^|\n)(?P<number>(?:ES-|S-)?[0-9]{1,3}/[0-9]{1,4}(?:\s[A-Z])?)\.?\s(?=[A-Z\"])"
)
_PLAUSIBLE_BARE = 100
_MOST_BODIES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the rest of the text says about whose resolutions are meant."""

    bodies: Sequence[BodyNamed]
    starts: Sequence[int]
    """Where each of `bodies` begins."""
    named: frozenset[str]
    """Ids of the bodies that the text calls by their own name."""
    bounds: Bounds
    issuing: str | None
    settled: dict[str, Found]
    """Printed number to what it was found to be elsewhere."""
    within_un: bool
    """Something in the text shows that it speaks of the United Nations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One number of a list."""

    match: re.Match[str]
    end: int
    year: int | None
    """Of adoption, where a date stands behind the number."""


def speaks_of_the_un(text: str) -> bool:
    """Say whether the words "United Nations" or "UN" stand in `text`."""
    return _UN.search(text) is not None


def find_told(text: str, context: Context) -> Iterator[Found]:
    """Yield the resolutions that level `text` tells in words, in order."""
    for noun in _NOUN.finditer(text):
        before = text[max(0, noun.start() - len("Con. ")) : noun.start()]
        items = [] if _CONGRESS.search(before) else list(_items(text, noun.end()))
        if not items:
            continue
        body = _body_beside(text, noun, items[-1].end, context)
        if body in foreign_bodies():
            continue
        for index, item in enumerate(items):
            start = _start(noun, context, body) if index == 0 else item.match.start()
            yield _settle(text, noun, item, body, context, start)


def find_headings(text: str, issuing: str | None) -> Iterator[Found]:
    """Yield the number over the text of a resolution: "46/1. Promoting ..."."""
    if issuing not in {"UNGA", "HRC"} or "adopted by the" not in text[:_HEAD]:
        return
    for match in _HEADING.finditer(text, 0, _HEAD):
        yield Found(
            start=match.start("number"),
            end=match.end("number"),
            symbol=f"{_PREFIXES[issuing]}/RES/{match['number']}",
            body=issuing,
            rule="told:heading",
            number=match["number"],
        )
        return


def _items(text: str, start: int) -> Iterator[_Item]:
    at = start
    first: re.Match[str] | None = None
    for _ in range(_MOST_ITEMS):
        match = _ITEM.match(text, at)
        if match is None or (first is not None and not _belongs(text, first, match)):
            return
        first = first or match
        date = _DATE.match(text, match.end())
        year = next((int(y) for y in date.groups() if y), None) if date else None
        end = date.end() if date else match.end()
        yield _Item(match=match, end=match.end(), year=year)
        join = _JOIN.match(text, end)
        if join is None:
            return
        at = join.end()


def _belongs(text: str, first: re.Match[str], match: re.Match[str]) -> bool:
    """Say whether a further number is of the list: "resolution 1325, 12 civilians" is not."""
    if not match["bare"]:
        return True
    word = _PLAIN_WORD.match(text, match.end())
    if first["session"] or first["special"] or int(match["bare"]) < _PLAUSIBLE_BARE:
        return False
    if word is not None and word["word"] not in _GOES_ON:
        return False
    return _MONTH_BEHIND.match(text, match.end()) is None


def _body_beside(
    text: str, noun: re.Match[str], end: int, context: Context
) -> str | tuple[str, ...] | None:
    """Return the body whose name stands beside the noun or behind the list."""
    if noun["sc"]:
        return "UNSC"
    if noun["ga"]:
        return "UNGA"
    index = bisect_left(context.starts, noun.start()) - 1
    if index >= 0:
        before = context.bodies[index]
        if noun.start() - before.end <= _BESIDE_REACH and _BESIDE.fullmatch(
            text, before.end, noun.start()
        ):
            return before.ids[0] if len(before.ids) == 1 else before.ids
    behind = _BEHIND.match(text, end)
    if behind is not None and index + 1 < len(context.bodies):
        for following in context.bodies[index + 1 : index + 3]:
            if following.start <= behind.end() <= following.end:
                return following.ids[0] if len(following.ids) == 1 else following.ids
    return None


def _start(noun: re.Match[str], context: Context, body: str | tuple[str, ...] | None) -> int:
    """Return where the first mention begins: at the body's name where it stands before."""
    if body is None or noun["sc"] or noun["ga"]:
        return noun.start()
    index = bisect_left(context.starts, noun.start()) - 1
    if index >= 0 and noun.start() - context.bodies[index].end <= len("'s "):
        return context.bodies[index].start
    return noun.start()


def _settle(
    text: str,
    noun: re.Match[str],
    item: _Item,
    body: str | tuple[str, ...] | None,
    context: Context,
    start: int,
) -> Found:
    number = item.match[0].strip("()") if item.match["session"] else item.match[0]
    word = (noun["noun"] or "resolution").lower()
    candidates: tuple[str, ...] = ()
    if body is not None:
        candidates = (body,) if isinstance(body, str) else body
    shaped = _by_shape(item, word)
    fitting = [one for one in candidates if one in shaped] if candidates else list(shaped)
    chosen: str | None = None
    if len(fitting) == 1 and (candidates or _shape_is_proof(word, item, context)):
        chosen = fitting[0]
    elif number in context.settled and context.settled[number].body in fitting:
        chosen = context.settled[number].body
    elif fitting and context.within_un:
        chosen = _by_context(text, noun, item, fitting, context)
    symbol = _symbol(item, chosen, word) if chosen is not None else None
    return Found(
        start=start,
        end=item.match.end(),
        symbol=symbol,
        body=chosen if symbol else None,
        rule=_rule(chosen if symbol else None),
        number=number,
    )


_RULES = {
    "UNSC": "told:sc_res_prose",
    "UNGA": "told:ga_res_prose",
    "HRC": "told:hrc_res_prose",
    "ECOSOC": "told:ecosoc_res_prose",
    "CHR": "told:chr_res_prose",
}


def _rule(body: str | None) -> str:
    return _RULES.get(body or "", "told:open")


def _by_shape(item: _Item, word: str) -> tuple[str, ...]:
    """Return the bodies whose resolutions may have such a number."""
    match = item.match
    if word.startswith("presidential"):
        return ("UNSC",) if match["yearly"] else ()
    if match["special"]:
        return ("UNGA",) if match["specials"] == "ES" else ("HRC", "UNGA")
    if match["session"]:
        session, number = int(match["session"]), int(match["no"])
        return tuple(
            body
            for body, fits in (("UNGA", is_general_assembly), ("HRC", is_human_rights_council))
            if fits(session, number, item.year)
        )
    return next(bodies for shape, bodies in _BODIES_BY_SHAPE.items() if match[shape])


_BODIES_BY_SHAPE = {
    "yearly": ("ECOSOC", "CHR"),
    "roman": ("UNGA", "ECOSOC"),
    "council": ("UNSC",),
    "shorted": ("UNSC",),
    "bare": ("UNSC", "UNGA"),
}


def _shape_is_proof(word: str, item: _Item, context: Context) -> bool:
    """Say whether the only body that the shape allows may be taken without its name."""
    match = item.match
    if word.startswith("dec"):
        return False
    if match["council"] or match["shorted"]:
        number = int(match["council"] or match["shorted"])
        year = int(match["year"] or match["shortyear"])
        known = year_of_resolution(number) is not None
        return is_security_council(number, year) and (known or context.within_un)
    return context.within_un and bool(match["session"] or match["special"])


def _by_context(
    text: str, noun: re.Match[str], item: _Item, fitting: Sequence[str], context: Context
) -> str | None:
    """Return the fitting body that the words around speak of, or None."""
    if item.match["bare"] and int(item.match["bare"]) < _PLAUSIBLE_BARE:
        return None
    last = bisect_left(context.starts, noun.start())
    sentence, _ = context.bounds.sentence(noun.start())
    paragraph, _ = context.bounds.paragraph(noun.start())
    own = _OWN.search(text, max(0, noun.start() - len("its " * 5)), noun.start())
    if own is not None:
        # "its": of the body that speaks, or of the sentence's subject.
        if context.issuing in fitting:
            return context.issuing
        return _subject(context, sentence, last, fitting)
    nearest = _nearest(context.bodies[max(0, last - _MOST_BODIES) : last], paragraph, fitting)
    if nearest is not None or context.issuing in fitting:
        return nearest or context.issuing
    only = [body for body in fitting if body in context.named]
    if len(only) == 1 and len(fitting) > 1:
        return only[0]
    un_before = _UN_BEFORE.search(
        text, max(0, noun.start() - len("United Nations ")), noun.start()
    )
    return "UNSC" if un_before and "UNSC" in fitting else None


def _subject(context: Context, sentence: int, last: int, fitting: Sequence[str]) -> str | None:
    """Return the first fitting body of the sentence."""
    first = bisect_left(context.starts, sentence)
    for body in context.bodies[first : min(last, first + _MOST_BODIES)]:
        ids = [one for one in body.ids if one in fitting]
        if len(ids) == 1:
            return ids[0]
    return None


def _nearest(bodies: Sequence[BodyNamed], start: int, fitting: Sequence[str]) -> str | None:
    for body in reversed(bodies):
        if body.start < start:
            return None
        ids = [one for one in body.ids if one in fitting]
        if len(ids) == 1:
            return ids[0]
        if len(body.ids) == 1 and body.ids[0] in foreign_bodies():
            return None
    return None


_PREFIXES = {"UNGA": "A", "HRC": "A/HRC", "ECOSOC": "E", "CHR": "E/CN.4"}


def _symbol(item: _Item, body: str, word: str) -> str | None:
    match = item.match
    kind = "DEC" if word.startswith("dec") else "RES"
    if word.startswith("presidential"):
        return f"S/PRST/{match['yearly']}"
    if match["special"] or match["session"] or match["yearly"]:
        number = match["special"] or match["yearly"] or f"{match['session']}/{match['no']}"
        part = f" {match['part']}" if match["part"] and body == "UNGA" else ""
        return f"{_PREFIXES[body]}/{kind}/{number}{part}"
    if match["roman"]:
        parts = (match["part0"] or "").strip() + (match["part1"] or "")
        return f"{_PREFIXES[body]}/RES/{match['old']}({match['roman']}){parts}"
    if kind == "DEC":
        return None
    return _numbered(item, body)


def _numbered(item: _Item, body: str) -> str | None:
    """Return the symbol of a running number, with the year or session that it needs."""
    match = item.match
    number = int(match["council"] or match["shorted"] or match["bare"])
    old = session_of_old_resolution(number)
    if body == "UNGA":
        return f"A/RES/{number}({old})" if old else None
    if not is_security_council(number, None):
        return None
    year = match["year"] or match["shortyear"]
    year = year or (str(item.year) if item.year else None) or year_of_resolution(number)
    return f"S/RES/{number} ({year})" if year else f"S/RES/{number}"
