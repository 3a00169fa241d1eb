"""The instrument that a user wants: by id, name or abbreviation."""

from difflib import get_close_matches

from averment.documents.flow import Flow
from averment.errors import UnknownNameError
from averment.law.find import find_instruments
from averment.law.instrument import Instrument
from averment.law.lawbook import LawBook
from averment.law.names import abbreviations, instruments, shared_abbreviations
from averment.prose.wanted import shortened

_LONGEST = 200
_BEFORE = "Norvenia is a party to the "
"""Words behind which a letter names an instrument."""
_ARTICLES = ("the ", "The ", "la ", "le ", "les ", "La ", "Le ", "Les ")


def instrument_wanted(book: LawBook, words: str) -> Instrument:
    """Return the instrument that `words` name.

    Raises:
        UnknownNameError: None has this name, or several have; they are named.
    """
    wanted = " ".join(words.split())[:_LONGEST]
    by_id = book.instruments.get(wanted) or book.instruments.get(wanted.upper())
    if by_id is not None:
        return by_id
    found = [book.instruments[key] for key in _named(wanted) if key in book.instruments]
    if not found:
        found = _titled(book, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(instrument.id for instrument in found)
        raise UnknownNameError(f"{shortened(words)} names several instruments: {several}")
    raise UnknownNameError(
        f"the catalogue has no instrument {shortened(words)}{_hint(book, wanted)}: "
        "`aver law show` prints them all"
    )


def _named(wanted: str) -> tuple[str, ...]:
    """Return the ids for which a name of the vocabulary stands."""
    for short in (abbreviations(), shared_abbreviations()):
        key = short.get(wanted) or short.get(wanted.upper())
        if key is not None:
            members = instruments()[key].members
            return members or (key,)
    bare = _bare(wanted)
    for spelt in dict.fromkeys((bare, bare.title(), f"{bare[:1].upper()}{bare[1:]}")):
        found = _mentioned(spelt)
        if found:
            return found
    return ()


def _mentioned(name: str) -> tuple[str, ...]:
    """Return the ids that a letter would name with the words `name` alone."""
    text = f"{_BEFORE}{name}"
    mentions = find_instruments(Flow.join([(0, text)]))
    ids = dict.fromkeys(
        mention.instrument
        for mention in mentions
        if mention.span.start <= len(_BEFORE) and mention.span.end >= len(text)
    )
    return tuple(ids)


def _titled(book: LawBook, wanted: str) -> list[Instrument]:
    plain = _bare(wanted).lower()
    return [
        instrument
        for instrument in book.instruments.values()
        if plain in {instrument.title.lower(), instrument.title_fr.lower()} - {""}
    ]


def _bare(wanted: str) -> str:
    article = next((article for article in _ARTICLES if wanted.startswith(article)), "")
    return wanted[len(article) :]


def _hint(book: LawBook, wanted: str) -> str:
    ids = get_close_matches(wanted.upper(), book.instruments, n=3)
    titles = {one.title.lower(): one.id for one in book.instruments.values()}
    near = get_close_matches(wanted.lower(), titles, n=3)
    told = list(dict.fromkeys([*ids, *(titles[title] for title in near)]))[:3]
    return f", did you mean {' or '.join(told)}?" if told else ""
