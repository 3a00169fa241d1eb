"""Whose resolution a number is, and the symbol that follows.

In this order: a body named beside it, the number's own shape and date, the same number settled
elsewhere, the body that speaks ("its resolution"), the body named last before it. What stays
open has no symbol.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from averment.prose.bounds import Bounds
from averment.un_record.body import BodyNamed, foreign_bodies
from averment.un_record.found import Found
from averment.un_record.numbering import (
    is_general_assembly,
    is_human_rights_council,
    is_security_council,
    roman_body,
    session_of_old_resolution,
    year_of_resolution,
)
from averment.un_record.told_number import PLAUSIBLE_BARE, Item

_OWN = re.compile(r"\b(?:its|our|own)\s(?:own\s|\w{3,12}\s){0,2}$", re.IGNORECASE)
_OWN_REACH = 40
_UN_BEFORE = re.compile(r"(?:\bUN|\bU\.N\.|\bUnited Nations)\s$")
_MOST_BODIES = 40
_RULES = {
    "UNSC": "told:sc_res_prose",
    "UNGA": "told:ga_res_prose",
    "HRC": "told:hrc_res_prose",
    "ECOSOC": "told:ecosoc_res_prose",
    "CHR": "told:chr_res_prose",
}
PREFIXES = {"UNGA": "A", "HRC": "A/HRC", "ECOSOC": "E", "CHR": "E/CN.4"}
"""Of the symbols of each body's resolutions, without the Security Council's."""
# Whose resolutions may look so at all, whatever the number.
_FORMS = {
    "special": ("UNGA", "HRC"),
    "session": ("UNGA", "HRC"),
    "yearly": ("ECOSOC", "CHR"),
    "roman": ("UNGA", "ECOSOC", "CHR"),
    "council": ("UNSC",),
    "shorted": ("UNSC",),
    "bare": ("UNSC", "UNGA"),
}


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


def settle(
    text: str,
    item: Item,
    *,
    noun: tuple[int, str],
    bodies: tuple[str, ...],
    context: Context,
    start: int,
) -> Found:
    """Return the resolution that `item` is, with a symbol where one body remains.

    Args:
        text: In level form.
        item: The number.
        noun: Where the noun before it stands, and the noun ("resolution") in lower case.
        bodies: Ids of the body named beside the noun: several for "the Council", none where
            no body stands there.
        context: Of the whole text.
        start: Where the mention begins.
    """
    at, word = noun
    chosen = _chosen(text, item, at, word, bodies, context)
    symbol = symbol_of(item, chosen, word) if chosen is not None else None
    body = chosen if symbol else None
    return Found(
        start=start,
        end=item.match.end(),
        symbol=symbol,
        body=body,
        rule=_RULES.get(body or "", "told:open"),
        number=item.number,
    )


def _chosen(
    text: str, item: Item, at: int, word: str, bodies: tuple[str, ...], context: Context
) -> str | None:
    if word.startswith("presidential"):
        return "UNSC" if item.match["yearly"] else None
    if item.match["roman"] and _is_of_the_commission(text, at, context):
        return "CHR"
    shaped = by_shape(item)
    fitting = [one for one in bodies if one in shaped]
    if not fitting and len(bodies) == 1 and bodies[0] in _FORMS[_form(item)]:
        # The body is named: a number beyond our tables is still its number.
        return bodies[0]
    candidates = bool(fitting)
    fitting = fitting or list(shaped)
    settled = context.settled.get(item.number)
    chosen: str | None = None
    if len(fitting) == 1 and (candidates or _shape_is_proof(word, item, context)):
        chosen = fitting[0]
    elif settled is not None and settled.body in fitting:
        chosen = settled.body
    elif fitting and context.within_un:
        chosen = _by_context(text, at, item, fitting, context)
    return chosen


def _is_of_the_commission(text: str, at: int, context: Context) -> bool:
    """Say whether "its resolution 4 (XXXI)" is of the Commission on Human Rights."""
    if _OWN.search(text, max(0, at - _OWN_REACH), at) is None:
        return False
    sentence, end = context.bounds.sentence(at)
    return _subject(context, sentence, end, ("UNGA", "ECOSOC", "CHR")) == "CHR"


def _form(item: Item) -> str:
    return next(form for form in _FORMS if item.match[form])


def by_shape(item: Item) -> tuple[str, ...]:
    """Return the bodies whose resolutions may have such a number."""
    match = item.match
    if match["special"]:
        return ("UNGA",) if match["specials"] == "ES" else ("HRC", "UNGA")
    if match["session"]:
        session, number = int(match["session"]), int(match["no"])
        return tuple(
            body
            for body, fits in (("UNGA", is_general_assembly), ("HRC", is_human_rights_council))
            if fits(session, number, item.year)
        )
    if match["roman"]:
        body = roman_body(int(match["old"]), roman_of(match["roman"]))
        return (body,) if body else ()
    return _FORMS[_form(item)]


def roman_of(printed: str) -> str:
    """Return the numeral that was printed, with I for the l or 1 of a scanner."""
    return printed.replace("l", "I").replace("1", "I")


def _shape_is_proof(word: str, item: Item, context: Context) -> bool:
    """Say whether the only body that the shape allows may be taken without its name."""
    match = item.match
    if word.startswith("dec"):
        return False
    if match["roman"]:
        return True
    if match["council"] or match["shorted"]:
        number = int(match["council"] or match["shorted"])
        year = int(match["year"] or match["shortyear"])
        if is_security_council(number, year):
            return year_of_resolution(number) is not None or context.within_un
        # The year of another number: the resolution of another body, if one is spoken of.
        return (
            bool(match["council"])
            and context.within_un
            and not context.named & foreign_bodies()
        )
    return context.within_un and bool(match["session"] or match["special"])


def _by_context(
    text: str, at: int, item: Item, fitting: Sequence[str], context: Context
) -> str | None:
    """Return the fitting body that the words around speak of, or None."""
    if item.match["bare"] and int(item.match["bare"]) < PLAUSIBLE_BARE:
        return None
    last = bisect_left(context.starts, at)
    sentence, sentence_end = context.bounds.sentence(at)
    paragraph, _ = context.bounds.paragraph(at)
    own = _OWN.search(text, max(0, at - _OWN_REACH), at)
    if own is not None:
        # "its": of the body that speaks, or of the sentence's subject.
        if context.issuing in fitting:
            return context.issuing
        return _subject(context, sentence, sentence_end, fitting)
    nearest = _nearest(context.bodies[max(0, last - _MOST_BODIES) : last], paragraph, fitting)
    if nearest is not None or context.issuing in fitting:
        return nearest or context.issuing
    return _by_number(text, at, item, fitting, context)


def _by_number(
    text: str, at: int, item: Item, fitting: Sequence[str], context: Context
) -> str | None:
    """Return the one body that the text names at all, or that the bare number proves."""
    only = [body for body in fitting if body in context.named]
    if len(only) == 1 and len(fitting) > 1:
        return only[0]
    if item.match["bare"] and session_of_old_resolution(int(item.match["bare"])) is None:
        # No resolution of the Assembly's that people cite by number alone.
        return "UNSC" if year_of_resolution(int(item.match["bare"])) else None
    un_before = _UN_BEFORE.search(text, max(0, at - len("United Nations ")), at)
    return "UNSC" if un_before and "UNSC" in fitting else None


def _subject(context: Context, start: int, end: int, fitting: Sequence[str]) -> str | None:
    """Return the first fitting body of the sentence, before or behind the number."""
    first, last = bisect_left(context.starts, start), bisect_left(context.starts, end)
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


def symbol_of(item: Item, body: str, word: str) -> str | None:
    """Return the symbol of this number as a resolution of `body`, or None if it needs more."""
    match = item.match
    kind = "DEC" if word.startswith("dec") else "RES"
    if word.startswith("presidential"):
        return f"S/PRST/{match['yearly']}"
    if match["special"] or match["session"] or match["yearly"]:
        number = match["special"] or match["yearly"] or f"{match['session']}/{match['no']}"
        part = f" {match['part']}" if match["part"] and body == "UNGA" else ""
        return f"{PREFIXES[body]}/{kind}/{number}{part}"
    if match["roman"]:
        # Of "3092 A and B (XXVIII)" the first part is given.
        parts = (match["part0"] or "")[:1] + (match["part1"] or "")
        return f"{PREFIXES[body]}/RES/{match['old']}({roman_of(match['roman'])}){parts}"
    if kind == "DEC":
        return None
    return _numbered(item, body)


def _numbered(item: Item, body: str) -> str | None:
    """Return the symbol of a running number, with the year or session that it needs."""
    match = item.match
    number = int(match["council"] or match["shorted"] or match["bare"])
    old = session_of_old_resolution(number)
    if body == "UNGA":
        return f"A/RES/{number}({old})" if old else None
    year = match["year"] or match["shortyear"]
    if year is None and not is_security_council(number, None):
        return None
    year = year or (str(item.year) if item.year else None) or year_of_resolution(number)
    return f"S/RES/{number} ({year})" if year else f"S/RES/{number}"
