"""Where *ibid.*, *supra* and "cited in note 2" lead, and how sure that is.

The reader of citations ties a short form to a full one only where nothing else is possible.
Here the words before *supra* are compared with the citations of the note that it names, so that
what stays open can be told apart: ambiguous, nowhere, another note, a note still to come.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from averment.claims.reading import Reading
from averment.documents.citation import Citation
from averment.findings.cited.cited_words import flat

_NOTE = re.compile(r"\b(?:notes?|n\.?|fn\.?)\s*(\d{1,3}|[ivxlc]{1,7})\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+")
_FEWEST_LETTERS = 3
_MOST_COMPARED = 1_500
"""With more citations than this a name is not looked for in all of them."""
_EMPTY = frozenset(
    """see also note notes supra above cited quoted cit loc ibid the and for from footnote infra
    generally accord""".split()  # noqa: SIM905
)


class Lead(StrEnum):
    """Where a short form leads."""

    RESOLVED = "resolved"
    OPEN = "open"
    """Nothing certain can be said."""
    AMBIGUOUS = "ambiguous"
    NOWHERE = "nowhere"
    WRONG_NOTE = "wrong note"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference:
    """A short form and what it leads to."""

    citation: int
    lead: Lead
    target: int | None = None
    """Index of the full citation, where it is resolved."""
    number: str | None = None
    """The note that it names."""
    right_number: str | None = None
    """The note where the work of that name is cited."""
    choices: int = 0
    """How many works the note holds."""


def cross_references(reading: Reading) -> Mapping[int, CrossReference]:
    """Return the short forms of a reading by the index of their citation."""
    notes = [note.number for note in reading.notes]
    order = {number: place for place, number in reversed(list(enumerate(notes)))}
    of_note: dict[str, list[int]] = {}
    for index, citation in enumerate(reading.citations):
        if citation.note is not None:
            of_note.setdefault(citation.note, []).append(index)
    text = reading.document.text
    tokens = [_tokens(c.span.of(text)) for c in reading.citations]
    printed = {number.lower(): number for number in reversed(notes)}
    known = _Known(reading, order, of_note, notes, tokens, printed)
    found: dict[int, CrossReference] = {}
    for index, citation in enumerate(reading.citations):
        if citation.short_form is None or citation.note is None:
            continue
        found[index] = _reference(known, index, citation, found)
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    reading: Reading
    order: Mapping[str, int]
    of_note: Mapping[str, Sequence[int]]
    notes: Sequence[str]
    tokens: Sequence[frozenset[str]]
    """The words of each citation."""
    printed: Mapping[str, str]
    """The number of each note in small letters, to the number."""


def _reference(
    known: _Known, index: int, citation: Citation, found: Mapping[int, CrossReference]
) -> CrossReference:
    if citation.short_form in ("ibid", "id"):
        if citation.refers_to is None:
            return _to_previous(known, index, citation, found)
        return CrossReference(citation=index, lead=Lead.RESOLVED, target=citation.refers_to)
    reference = _to_note(known, index, citation)
    if reference.lead is Lead.OPEN and citation.refers_to is not None:
        return replace(reference, lead=Lead.RESOLVED, target=citation.refers_to)
    return reference


def _to_previous(
    known: _Known, index: int, citation: Citation, found: Mapping[int, CrossReference]
) -> CrossReference:
    """Read an *ibid.* that the reader left open."""
    place = known.order.get(citation.note or "")
    if place is None:
        return CrossReference(citation=index, lead=Lead.OPEN)
    if place == 0:
        first = known.of_note[citation.note or ""][0] == index
        lead = Lead.NOWHERE if first else Lead.OPEN
        return CrossReference(citation=index, lead=lead)
    before = known.of_note.get(known.notes[place - 1], ())
    if len(before) > 1:
        return CrossReference(
            citation=index,
            lead=Lead.AMBIGUOUS,
            number=known.notes[place - 1],
            choices=len(before),
        )
    target = found[before[0]].target if before and before[0] in found else None
    lead = Lead.OPEN if target is None else Lead.RESOLVED
    return CrossReference(citation=index, lead=lead, target=target)


def _to_note(known: _Known, index: int, citation: Citation) -> CrossReference:
    """Read a *supra* that the reader left open."""
    words = flat(citation.span.of(known.reading.document.text))
    match = _NOTE.search(words)
    name = _tokens(words[: match.start()] if match else re.split(r"\bsupra\b", words)[0])
    if match is None:
        return _by_name(known, index, name)
    number = known.printed.get(match[1].lower())
    if number is None:
        lead = Lead.NOWHERE if match[1].isdigit() else Lead.OPEN
        return CrossReference(citation=index, lead=lead, number=match[1])
    if known.order[number] >= known.order.get(citation.note or "", len(known.notes)):
        return CrossReference(citation=index, lead=Lead.LATER, number=number)
    return _in_note(known, index, name, number)


def _in_note(known: _Known, index: int, name: frozenset[str], number: str) -> CrossReference:
    """Find among the works of a note the one of that name."""
    citations = known.reading.citations
    full = [i for i in known.of_note.get(number, ()) if not citations[i].short_form]
    if not full:
        return CrossReference(citation=index, lead=Lead.OPEN, number=number)
    shared = {i: len(name & known.tokens[i]) for i in full}
    most = max(shared.values())
    fitting = [i for i in full if shared[i] == most] if most or not name else []
    if len(fitting) == 1:
        return CrossReference(
            citation=index, lead=Lead.RESOLVED, target=fitting[0], number=number
        )
    if name and not fitting:
        return _elsewhere(known, index, name, number, full)
    return CrossReference(
        citation=index, lead=Lead.AMBIGUOUS, number=number, choices=len(fitting)
    )


def _elsewhere(
    known: _Known, index: int, name: frozenset[str], number: str, full: Sequence[int]
) -> CrossReference:
    """Look for the one note that cites a work of this name."""
    if len(known.tokens) > _MOST_COMPARED:
        return CrossReference(citation=index, lead=Lead.OPEN, number=number)
    others = {
        known.reading.citations[i].note
        for i in range(index)
        if not known.reading.citations[i].short_form and name <= known.tokens[i]
    } - {None, number}
    if len(others) == 1:
        return CrossReference(
            citation=index, lead=Lead.WRONG_NOTE, number=number, right_number=others.pop()
        )
    if len(full) == 1:
        return CrossReference(citation=index, lead=Lead.RESOLVED, target=full[0], number=number)
    return CrossReference(citation=index, lead=Lead.OPEN, number=number)


def _by_name(known: _Known, index: int, name: frozenset[str]) -> CrossReference:
    """Resolve a *supra* without a number by the words before it."""
    if not name or len(known.tokens) > _MOST_COMPARED:
        return CrossReference(citation=index, lead=Lead.OPEN)
    fitting = [
        i
        for i, other in enumerate(known.reading.citations)
        if i != index
        and other.short_form is None
        and other.note is not None
        and name <= known.tokens[i]
    ]
    earlier = [i for i in fitting if i < index]
    if earlier:
        return CrossReference(citation=index, lead=Lead.RESOLVED, target=earlier[0])
    if fitting:
        later = known.reading.citations[fitting[0]].note
        return CrossReference(citation=index, lead=Lead.LATER, number=later)
    return CrossReference(citation=index, lead=Lead.OPEN)


def _tokens(words: str) -> frozenset[str]:
    return frozenset(
        token
        for token in (t.casefold() for t in _TOKEN.findall(words))
        if len(token) >= _FEWEST_LETTERS and token not in _EMPTY
    )
