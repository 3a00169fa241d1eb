"""Who publishes the sources: the press alone, a State that is named, a platform, anybody."""

from collections.abc import Iterator, Mapping

from averment.claims.reading import Reading
from averment.documents.citation import Citation
from averment.findings.cited.cited_words import count, quoted
from averment.findings.cited.source_kind import (
    PRESS,
    called,
    counted_kinds,
    kind_of,
    outlet_of,
    roles_of_states,
    state_behind,
    state_name,
)
from averment.findings.cited.support import Ties
from averment.findings.cited.title_words import foreign_language
from averment.findings.cited.word_list import one_of
from averment.findings.compose import finding
from averment.findings.finding import Finding, Ground
from averment.findings.sources.count import alleges
from averment.sources.source import OutletKind, Source

_FEWEST_FOR_PRESS = 2


def check_source_kinds(ties: Ties) -> Iterator[Finding]:
    """Give what a reader will ask about who stands behind the sources."""
    reading = ties.reading
    roles = roles_of_states(reading)
    for source in reading.sources:
        citation = reading.citations[source.citations[0]]
        if citation.note is None and citation.title is None:
            continue  # a link in the text: the page is the sender's own reference
        yield from _of_a_state(reading, source, citation, roles.get(_code(reading, source)))
        yield from _kind(reading, source, citation)
        yield from _author(source, citation)
        yield from _language(source, citation)
    yield from _one_state(ties, roles)
    yield from _press_alone(ties)
    yield from _called_independent(reading)


def _code(reading: Reading, source: Source) -> str:
    return state_behind(source, reading) or ""


def _of_a_state(
    reading: Reading, source: Source, citation: Citation, role: str | None
) -> Iterator[Finding]:
    """Tell of a State's own publication, the same for whichever State it is."""
    code = state_behind(source, reading)
    outlet = outlet_of(source, reading)
    if code is None or outlet is None:
        return
    state = state_name(code)
    what = "State media" if outlet.kind is OutletKind.STATE_MEDIA else "a body"
    place = citation.publisher.span if citation.publisher else citation.span
    ground = Ground(
        text=f"{outlet.name} is listed as {outlet.kind.value} of {code} (its own description)",
        span=place,
    )
    if role is not None:
        yield finding(
            "SRC104",
            place,
            f"{called(source)} is published by {what} of {state}, "
            f"which the letter names as {role}.",
            grounds=[ground],
            note=citation.note,
        )
    elif outlet.kind is OutletKind.STATE_MEDIA:
        yield finding(
            "SRC112",
            place,
            f"{called(source)} is published by State media of {state}.",
            grounds=[ground],
            note=citation.note,
        )


def _one_state(ties: Ties, roles: Mapping[str, str]) -> Iterator[Finding]:
    """Say that all that is cited for a statement comes from one State that the letter names."""
    reading = ties.reading
    for support in ties.supports:
        if support.opaque or not support.sources or not alleges(support):
            continue
        codes = {state_behind(reading.sources[i], reading) for i in support.sources}
        code = codes.pop() if len(codes) == 1 else None
        if code is None or code not in roles:
            continue
        yield finding(
            "SRC105",
            support.span,
            f"Whatever is cited for this statement comes from {state_name(code)}, "
            f"which the letter names as {roles[code]}. "
            "Does anybody else say so?",
            grounds=[
                Ground(text=called(source), span=reading.citations[source.citations[0]].span)
                for source in (reading.sources[i] for i in support.sources)
            ],
            claim=support.claim.number,
            note=support.notes[0] if support.notes else None,
        )


def _kind(reading: Reading, source: Source, citation: Citation) -> Iterator[Finding]:
    """Tell of agency texts, self-published material and encyclopaedias."""
    kind = kind_of(source, reading)
    if source.agency is not None and source.publisher is not None:
        yield finding(
            "SRC106",
            citation.span,
            f"{called(source)} prints a text of {source.agency}: the agency is the source, "
            "and other papers will have printed the same.",
            note=citation.note,
        )
    elif kind is OutletKind.PLATFORM:
        yield finding(
            "SRC110",
            citation.span,
            f"{called(source)} is self-published: no editor has looked at it. "
            "Who made it, where and when?",
            note=citation.note,
        )
    elif kind is OutletKind.ENCYCLOPAEDIA:
        yield finding(
            "SRC111",
            citation.span,
            f"{called(source)} is an encyclopaedia that anybody can edit; "
            "it is no source of its own.",
            note=citation.note,
        )


def _author(source: Source, citation: Citation) -> Iterator[Finding]:
    if source.author is None or citation.author is None:
        return
    if one_of("source_words", "words.anonymous_authors").fullmatch(source.author.strip()):
        yield finding(
            "SRC123",
            citation.author.span,
            f"{quoted(source.author)} is nobody in particular: who wrote or filmed it?",
            note=citation.note,
        )


def _language(source: Source, citation: Citation) -> Iterator[Finding]:
    if citation.title is None or citation.title.rule == "title:first-segment":
        return
    language = foreign_language(citation.title.value)
    if language is not None:
        yield finding(
            "SRC122",
            citation.title.span,
            f"{called(source)} seems to be in another language than the letter ({language}); "
            "who translated it?",
            note=citation.note,
        )


def _press_alone(ties: Ties) -> Iterator[Finding]:
    """Count once how many incidents rest on the press alone."""
    reading = ties.reading
    told: dict[int, bool] = {}
    for support in ties.supports:
        if not alleges(support):
            continue
        press = not support.opaque and all(
            kind_of(reading.sources[i], reading) in PRESS for i in support.sources
        )
        number = support.claim.number
        told[number] = told.get(number, True) and press and bool(support.sources)
    alone = [number for number, press in told.items() if press]
    if len(alone) < _FEWEST_FOR_PRESS:
        return
    claims = {claim.number: claim for claim in reading.claims}
    yield finding(
        "SRC103",
        claims[alone[0]].span,
        f"{len(alone)} of the {count(len(told), 'incident')} with a source rest on the press "
        "alone. Some procedures do not take up what rests on mass media only.",
        grounds=[Ground(text=f"claim {n}", span=claims[n].span) for n in alone],
        claim=alone[0],
    )


def _called_independent(reading: Reading) -> Iterator[Finding]:
    """Hold "multiple independent correspondents" against what is cited."""
    if not reading.sources:
        return
    pattern = one_of("source_words", "words.many_independent")
    for claim in reading.claims:
        match = pattern.search(claim.text)
        if match is None or claim.notes:
            continue
        of_states = sum(state_behind(s, reading) is not None for s in reading.sources)
        self_made = sum(kind_of(s, reading) is OutletKind.PLATFORM for s in reading.sources)
        doubt = (
            f" {of_states + self_made} of these: a State's or self-published."
            if of_states + self_made
            else ""
        )
        yield finding(
            "SRC120",
            claim.span,
            f"{quoted(match.group())}: the document cites "
            f"{count(len(reading.sources), 'source')}, "
            f"{counted_kinds(reading.sources, reading)}.{doubt} Whom are these words about?",
            grounds=[
                Ground(text=called(s), span=reading.citations[s.citations[0]].span)
                for s in reading.sources
            ],
            claim=claim.number,
        )
