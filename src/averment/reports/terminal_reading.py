"""What was understood of a letter, on a terminal: its frame, claims, notes and sources."""

from collections.abc import Iterable, Iterator

from averment.claims.claim import Claim
from averment.claims.reading import Reading
from averment.documents.address import Address, AddressStatus
from averment.documents.note import Note
from averment.incidents.allegation import Allegation, VictimCount
from averment.reports.place import Places
from averment.reports.plain_words import excerpt, one_line, quoted, wrapped
from averment.reports.summary import STATUS_WORDS, counted, step_words
from averment.reports.terminal import CLAIM_WORDS, FINDING_WORDS, WIDTH, Paint
from averment.sources.source import Source

_LABEL_WIDTH = 10


def terminal_reading(reading: Reading, *, colour: bool = False) -> str:
    """Say what was understood, in the order letterhead, claims, notes, sources."""
    paint = Paint(colour=colour)
    counts = ", ".join(
        (
            counted(len(reading.claims), "claim", "claims"),
            counted(len(reading.notes), "note", "notes"),
            counted(len(reading.sources), "source", "sources"),
            counted(len(reading.addresses), "address", "addresses"),
        )
    )
    lines = [paint.bold(f"{one_line(reading.document.name)}: {counts}.")]
    for notice in reading.document.notices:
        lines += wrapped(
            one_line(notice.text), width=WIDTH, first="Note on the file: ", rest="  "
        ).splitlines()
    lines += _letterhead(reading, paint=paint)
    places = Places(document=reading.document)
    lines += _section("Claims", _claims(reading, places=places, paint=paint), paint=paint)
    lines += _section("Notes", _notes(reading, places=places, paint=paint), paint=paint)
    lines += _section("Sources", _sources(reading, paint=paint), paint=paint)
    return "\n".join(lines) + "\n"


def _section(title: str, lines: Iterable[str], *, paint: Paint) -> list[str]:
    found = list(lines)
    return ["", paint.bold(title.upper()), *(found or ["", "  none found"])]


def _row(label: str, words: str) -> list[str]:
    first = f"    {label:<{_LABEL_WIDTH}}"
    return wrapped(words, width=WIDTH, first=first).splitlines()


def _letterhead(reading: Reading, *, paint: Paint) -> list[str]:
    head = reading.letterhead
    rows: list[str] = []
    rows += _row("date", one_line(head.date.value) if head.date else "not found")
    for label, values in (("to", head.addressees), ("signed", head.signatories)):
        for value in values:
            rows += _row(label, one_line(value.value))
        if not values:
            rows += _row(label, "not found")
    if head.subject is not None:
        rows += _row("subject", one_line(head.subject.value))
    return _section("Letterhead", rows, paint=paint)


def _claims(reading: Reading, *, places: Places, paint: Paint) -> Iterator[str]:
    text = reading.document.text
    for claim in reading.claims:
        yield ""
        where = places.words_for(claim.span.start)
        yield paint.bold(f"  {claim.number}. {claim.kind}, {where}")
        yield from wrapped(
            quoted(text, claim.span, limit=CLAIM_WORDS), width=WIDTH, first="    "
        ).splitlines()
        if claim.notes:
            yield from _row("notes", ", ".join(one_line(n) for n in claim.notes))
        yield from _claim_details(claim, text)


def _claim_details(claim: Claim, text: str) -> Iterator[str]:
    for allegation in claim.allegations:
        for label, words in allegation_facts(allegation):
            yield from _row(label, words)
    for quotation in claim.quotations:
        if quotation.speaker is not None:
            yield from _row("speaker", one_line(quotation.speaker))
    for request in claim.requests:
        yield from _row("asks", quoted(text, request.span, limit=CLAIM_WORDS))


def allegation_facts(allegation: Allegation) -> Iterator[tuple[str, str]]:
    """Say what is alleged, a fact a row, in the field's order: what, who, whom, where, when."""
    act = allegation.act.value.replace("_", " ") if allegation.act else "not named"
    yield "alleged", act + (" (a summing-up)" if allegation.general else "")
    if allegation.perpetrator is not None:
        yield "by", one_line(allegation.perpetrator.value)
    if allegation.target is not None:
        yield "against", one_line(allegation.target.value.replace("_", " "))
    if allegation.weapon is not None:
        yield "with", one_line(allegation.weapon.value)
    if allegation.places:
        yield "where", ", ".join(one_line(place.value) for place in allegation.places)
    if allegation.when is not None:
        yield "when", one_line(allegation.when.value)
    if allegation.victims:
        yield "victims", "; ".join(victims_words(count) for count in allegation.victims)
    if allegation.attributed_to is not None:
        yield "says who", one_line(allegation.attributed_to.value)
    yield "stance", allegation.stance.value


def victims_words(count: VictimCount) -> str:
    """Say how many suffered what: ``at least 3 killed (civilians)``."""
    low, high = count.at_least, count.at_most
    if low is None and high is None:
        number = "some"
    elif low == high:
        number = str(low)
    elif high is None:
        number = f"at least {low}"
    elif low is None:
        number = f"at most {high}"
    else:
        number = f"{low} to {high}"
    whom = f" ({one_line(count.of_whom)})" if count.of_whom else ""
    return f"{number} {count.harm}{whom}"


def _notes(reading: Reading, *, places: Places, paint: Paint) -> Iterator[str]:
    for note in reading.notes:
        yield ""
        where = places.words_for(note.span.start)
        yield paint.bold(f"  {one_line(note.number)}. {where}, {marker_words(note)}")
        if note.anchor is not None:
            yield from _row(
                "stands at", quoted(reading.document.text, note.anchor, limit=FINDING_WORDS)
            )
        yield from _row("says", quoted(reading.document.text, note.span, limit=CLAIM_WORDS))


def marker_words(note: Note) -> str:
    """Say how the note's marker stands in the text."""
    if note.marker is None:
        return "marker lost" + (
            ", its place shown by the order" if note.marker_inferred else ""
        )
    return f"marker “{excerpt(note.marker.raw, limit=12)}” ({note.marker.kind})"


def _sources(reading: Reading, *, paint: Paint) -> Iterator[str]:
    seen: set[int] = set()
    for source in reading.sources:
        yield ""
        yield from wrapped(
            source_words(source), width=WIDTH, first=f"  {source.number}. "
        ).splitlines()
        for index in addresses_of(reading, source):
            seen.add(index)
            yield from _address(reading.addresses[index])
    rest = [a for i, a in enumerate(reading.addresses) if i not in seen]
    if rest:
        yield ""
        yield paint.bold("  Addresses that belong to no source")
        for address in rest:
            yield from _address(address)


def addresses_of(reading: Reading, source: Source) -> tuple[int, ...]:
    """Return the indexes of the addresses under which `source` is cited, each once."""
    found = (i for c in source.citations for i in reading.citations[c].addresses)
    return tuple(dict.fromkeys(found))


def source_words(source: Source) -> str:
    """Say what is known of a source: author, title, publisher, date."""
    title = f"“{one_line(source.title)}”" if source.title else None
    publisher = source.publisher or (source.outlet.name if source.outlet else source.host)
    parts = (source.author, title, publisher, source.agency, source.date)
    known = [one_line(part) for part in parts if part]
    return ", ".join(known) or "source without author, title or publisher"


def _address(address: Address) -> Iterator[str]:
    note = f", note {one_line(address.note)}" if address.note else ""
    printed = one_line(address.raw) or "nothing printed"
    yield from _row("printed", f"{printed} ({STATUS_WORDS[address.status]}{note})")
    if address.repaired is not None and address.status is AddressStatus.REPAIRED:
        yield from _row("meant", one_line(address.repaired))
    for step in step_words(address):
        yield from _row("damage", one_line(step))
    for guess in address.candidates:
        yield from _row("guess", f"{one_line(guess)} (not proved: open it and compare)")
