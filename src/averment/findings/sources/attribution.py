"""Whether the one who is said to say so is among the sources cited for it."""

import re
from collections.abc import Iterator

from averment.documents.grounded import Grounded
from averment.findings.cited.cited_words import quoted
from averment.findings.cited.source_kind import called
from averment.findings.cited.support import Support, Ties
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground

_ACCORDING = re.compile(
    r"\b[Aa]ccording to (?:the )?"
    r"([A-Z][\w'’-]{1,30}(?: (?:of|the|for|and|on|[A-Z][\w'’-]{1,30})){0,8} [A-Z][\w'’-]{1,30})"
)
_TOKEN = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset({"the", "and", "for", "his", "her", "its", "our", "their"})
_FEWEST_CAPITALS = 2


def check_attributions(ties: Ties) -> Iterator[Finding]:
    """Give the claims that name a body while what is cited neither is by it nor names it."""
    notes = {note.number: note.flow.text for note in ties.reading.notes}
    for support in ties.supports:
        cited = [ties.reading.citations[i] for i in support.citations]
        if support.opaque or any(c.identifier and c.short_form is None for c in cited):
            continue  # a document symbol or case number names its body
        for who in _speakers(ties, support):
            if not _is_body(who) or not support.span.holds(who.span):
                continue
            if not _tokens(who.value) & _cited(ties, support, notes):
                yield _elsewhere(ties, support, who)
                break


def _speakers(ties: Ties, support: Support) -> Iterator[Grounded[str]]:
    """Give those who are said to say so: by the allegations, else by "according to"."""
    told = [a.attributed_to for a in support.claim.allegations if a.attributed_to]
    yield from told
    match = None if told else _ACCORDING.search(support.text)
    if match is not None:
        flow = ties.reading.document.passages[support.claim.passage].flow
        start = flow.offset_of(support.span.start)
        span = flow.span(start + match.start(1), start + match.end(1))
        yield Grounded(value=match[1], span=span, rule="attribution:according-to")


def _is_body(who: Grounded[str]) -> bool:
    """Say whether an organisation or a person is named, not "witnesses" or "the hospital"."""
    return sum(word[:1].isupper() for word in who.value.split()) >= _FEWEST_CAPITALS


def _cited(ties: Ties, support: Support, notes: dict[str, str]) -> frozenset[str]:
    """Return every word of the notes and of the sources that they lead to."""
    words = [notes.get(number, "") for number in support.notes]
    for place in support.sources:
        source = ties.reading.sources[place]
        outlet = source.outlet.name if source.outlet else None
        parts = (source.title, source.author, source.publisher, source.host, outlet)
        words += [part for part in parts if part]
    for index in support.citations:
        words.append(ties.reading.citations[index].span.of(ties.reading.document.text))
    return _tokens(" ".join(words))


def _elsewhere(ties: Ties, support: Support, who: Grounded[str]) -> Finding:
    works = [ties.reading.sources[place] for place in support.sources]
    shown = called(works[0]) if works else "the note"
    return finding(
        "SRC124",
        who.span,
        f"{quoted(who.value)} is said to say so; what is cited is {shown}. "
        "Does it quote them, or is another work meant?",
        grounds=[
            Ground(text=f"note {number}", span=note.span)
            for number in support.notes
            for note in ties.reading.notes
            if note.number == number
        ],
        claim=support.claim.number,
        note=support.notes[0] if support.notes else None,
    )


def _tokens(words: str) -> frozenset[str]:
    found = (m.group().casefold() for m in _TOKEN.finditer(words))
    return frozenset(word for word in found if word not in _SMALL)
