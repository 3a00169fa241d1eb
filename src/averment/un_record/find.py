"""Find the United Nations documents and resolutions that a text names."""

from averment.documents.flow import Flow
from averment.errors import InvalidSymbolError
from averment.prose.bounds import Bounds
from averment.prose.levelled import level
from averment.un_record.body import find_bodies, issuing_body
from averment.un_record.found import Found, without_overlaps
from averment.un_record.group import find_groups
from averment.un_record.mention import SymbolMention
from averment.un_record.printed import find_printed
from averment.un_record.settle import Context
from averment.un_record.symbol import Symbol
from averment.un_record.told import (
    find_apart,
    find_headings,
    find_told,
    speaks_of_the_un,
)

_ADOPTED = frozenset({"sc_res", "ga_res", "ga_res_old", "hrc_res", "ecosoc_res", "chr_res"})


def find_symbols(flow: Flow, *, issuing: str | None = None) -> tuple[SymbolMention, ...]:
    """Return each United Nations document or resolution that `flow` names, in order of place.

    Args:
        flow: The body of a document, or one note.
        issuing: Id of the body whose document this is (``HRC``), where the caller knows it;
            otherwise the heading decides.
    """
    levelled = level(flow)
    text = levelled.text
    if not text.strip():
        return ()
    return tuple(
        SymbolMention(
            span=levelled.span(found.start, found.end),
            symbol=found.symbol,
            group=found.group,
            rule=found.rule,
        )
        for found in _find(text, issuing)
    )


def instrument_id(symbol: str) -> str | None:
    """Return the id under which a resolution counts as an instrument, or None.

    >>> instrument_id("S/RES/822 (1993)"), instrument_id("A/62/L.42")
    ('UNSC:S/RES/822(1993)', None)
    """
    try:
        read = Symbol.parse(symbol)
    except InvalidSymbolError:
        return None
    if read.kind not in _ADOPTED or read.body is None or "/DEC/" in read.text:
        return None
    return f"{read.body}:{read.text.replace(' ', '')}"


def _find(text: str, issuing: str | None) -> list[Found]:
    printed = without_overlaps(find_printed(text))
    bodies = find_bodies(text)
    own = [(found.start, found.body) for found in printed if found.body is not None]
    context = Context(
        bodies=bodies,
        starts=[body.start for body in bodies],
        named=frozenset(body.ids[0] for body in bodies if len(body.ids) == 1),
        bounds=Bounds.of(text),
        issuing=issuing or issuing_body(text, symbols=own),
        settled={found.number: found for found in printed if found.number and found.body},
        within_un=bool(printed) or any(b.ids for b in bodies) or speaks_of_the_un(text),
    )
    headings = list(find_headings(text, context.issuing))
    context.settled.update({found.number: found for found in headings})
    told = list(find_told(text, context))
    # A number settled once settles its other mentions, before and after.
    for found in told:
        if found.symbol and found.number:
            context.settled.setdefault(found.number, found)
    if any(found.symbol is None for found in told):
        told = list(find_told(text, context))
    apart = find_apart(text, context)
    return without_overlaps([*printed, *headings, *told, *find_groups(text, bodies), *apart])
