"""What the page shows, worked out before any markup: findings numbered, words cut."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from averment.documents.document import Passage, PassageKind
from averment.findings.checked import Checked
from averment.findings.finding import Finding, Severity
from averment.findings.rules import FAMILIES, family_of, title_of
from averment.reports.grouping import grouped
from averment.reports.marks import Mark, Segment, mark_on, segments
from averment.reports.place import Places
from averment.reports.plain_words import excerpt, passage_words, printable
from averment.reports.summary import SEVERITY_WORDS, in_text_order

WIDEST_FINDING = 4
"""A finding on more passages than this is shown once, above the letter, and marks no words."""
QUOTED_WORDS = 160
DEEPEST_HEADING = 6
LETTER_HEADING = 3
"""Level of the letter's own first headings: the page's title and parts stand above them."""

_OPENABLE = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20]{1,4000}", re.IGNORECASE)
_KINDS = {
    PassageKind.HEADING: "heading",
    PassageKind.PARAGRAPH: "paragraph",
    PassageKind.LIST_ITEM: "item",
    PassageKind.FOOTNOTE: "footnote",
    PassageKind.FURNITURE: "furniture",
    PassageKind.SIGNATURE: "signature",
    PassageKind.TABLE_CELL: "cell",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding as the page shows it."""

    number: int
    """Counted from 1 in the order of the page."""
    key: str
    """``error``, ``warning``, ``note``, ``ok``."""
    word: str
    code: str
    family: str
    title: str
    message: str
    remedy: str
    quote: str
    """The words it is about, shortened; empty for the document as a whole."""
    place: str
    grounds: tuple[tuple[str, str], ...]
    """What it rests on, and the words quoted for it."""
    guesses: tuple["Shown", ...]
    in_text: bool
    """Its words are marked in the letter."""
    claim: int | None
    """Number of the claim that it is listed under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An address as the page shows it: always as text, as a link only where that is safe."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a passage that are marked alike."""

    text: str
    remarks: tuple[Remark, ...]
    """Marks that cover the words, the worst first."""
    begins: tuple[Remark, ...]
    ends: tuple[Remark, ...]
    to_note: str | None = None
    """The words are the marker of this note."""
    raised: bool = False
    """The words are characters that are small and raised by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One passage, and the remarks that stand beside it."""

    kind: str
    heading: int
    """Level of the heading on the page; 0 for anything else."""
    depth: int
    label: str
    pieces: tuple[Piece, ...]
    remarks: tuple[Remark, ...]
    note: str | None
    """It begins this note."""
    unnumbered: bool
    """It begins a note that carries no number: the one shown follows from the order."""
    claims: tuple[int, ...]
    """Numbers of the claims that begin in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows that belong together: a list, a table, or one passage by itself."""

    kind: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """The letter with its remarks."""

    whole: tuple[Remark, ...]
    groups: tuple[Group, ...]
    remarks: tuple[Remark, ...]
    """All of them, by number."""
    families: tuple[tuple[str, str, int], ...]
    """Family, its name, and how many remarks it has."""


def shown(address: str) -> Shown:
    """Return the address as text, and as a link where it is one of the web and nothing else."""
    safe = _OPENABLE.fullmatch(address) is not None
    return Shown(text=printable(address.replace("\r", "")), href=address if safe else None)


def letter_view(checked: Checked) -> LetterView:
    """Number the findings, and cut each passage's words where marks begin and end."""
    places = Places(document=checked.reading.document)
    whole: list[Finding] = []
    standing: dict[int, list[tuple[Finding, bool]]] = {}
    for finding in in_text_order(checked.findings):
        passages = (
            places.passages_in(finding.span, limit=WIDEST_FINDING) if len(finding.span) else ()
        )
        if not passages or len(passages) > WIDEST_FINDING:
            whole.append(finding)
            continue
        for place, passage in enumerate(passages):
            standing.setdefault(passage, []).append((finding, place == 0))
    order = [*sorted(whole, key=lambda f: -f.severity)]
    for passage in sorted(standing):
        order += [finding for finding, first in standing[passage] if first]
    groups = grouped(checked.reading, checked.findings)
    claims = {id(finding): claim.number for claim, those in groups.claims for finding in those}
    remarks = tuple(
        _remark(
            finding,
            number,
            checked,
            places,
            in_text=number > len(whole),
            claim=claims.get(id(finding)),
        )
        for number, finding in enumerate(order, 1)
    )
    by_finding = {id(finding): remark for finding, remark in zip(order, remarks, strict=True)}
    return LetterView(
        whole=remarks[: len(whole)],
        groups=_groups(_rows(checked, places, standing, by_finding)),
        remarks=remarks,
        families=_families(remarks),
    )


def _families(remarks: Sequence[Remark]) -> tuple[tuple[str, str, int], ...]:
    counts: dict[str, int] = {}
    for remark in remarks:
        counts[remark.family] = counts.get(remark.family, 0) + 1
    named = [family for family in FAMILIES if family in counts]
    others = sorted(set(counts) - set(named))
    return tuple((f, FAMILIES.get(f, f), counts[f]) for f in (*named, *others))


def severity_key(severity: Severity) -> str:
    """Return the name of a severity in the page's classes."""
    return severity.name.lower()


def _remark(
    finding: Finding,
    number: int,
    checked: Checked,
    places: Places,
    *,
    in_text: bool,
    claim: int | None,
) -> Remark:
    text = checked.reading.document.text
    return Remark(
        number=number,
        key=severity_key(finding.severity),
        word=SEVERITY_WORDS[finding.severity],
        code=finding.code,
        family=family_of(finding.code),
        title=title_of(finding.code),
        message=printable(finding.message),
        remedy=printable(finding.remedy),
        quote=excerpt(finding.span.of(text), limit=QUOTED_WORDS) if in_text else "",
        place=places.words_for(finding.span.start) if in_text else "",
        grounds=tuple(
            (
                printable(ground.text),
                excerpt(ground.span.of(text), limit=QUOTED_WORDS) if ground.span else "",
            )
            for ground in finding.grounds
        ),
        guesses=tuple(shown(candidate) for candidate in finding.candidates),
        in_text=in_text,
        claim=claim,
    )


def _rows(
    checked: Checked,
    places: Places,
    standing: dict[int, list[tuple[Finding, bool]]],
    by_finding: dict[int, Remark],
) -> list[Row]:
    reading = checked.reading
    note_at = {places.passage_at(note.span.start): note.number for note in reading.notes}
    claims_at: dict[int | None, list[int]] = {}
    for claim in reading.claims:
        at = places.passage_at(claim.span.start)
        claims_at.setdefault(at, []).append(claim.number)
    markers: dict[int, list[tuple[Mark, str]]] = {}
    for note in reading.notes:
        if note.marker is None:
            continue
        for at in places.passages_in(note.marker.span, limit=1):
            mark = mark_on(reading.document.passages[at].flow, note.marker.span, key=0)
            if mark is not None:
                markers.setdefault(at, []).append((mark, note.number))
    return [
        _row(
            passage,
            reading.document.text,
            [
                (by_finding[id(finding)], finding, first)
                for finding, first in standing.get(i, ())
            ],
            markers.get(i, []),
            note=note_at.get(i),
            claims=tuple(claims_at.get(i, ())),
        )
        for i, passage in enumerate(reading.document.passages)
    ]


def _row(
    passage: Passage,
    text: str,
    here: Sequence[tuple[Remark, Finding, bool]],
    markers: Sequence[tuple[Mark, str]],
    *,
    note: str | None,
    claims: tuple[int, ...],
) -> Row:
    remarks = {remark.number: remark for remark, _, _ in here}
    marks = [
        mark
        for remark, finding, _ in here
        if (mark := mark_on(passage.flow, finding.span, key=remark.number)) is not None
    ]
    to_note = {mark.start: number for mark, number in markers}
    # A marker is a mark like any other, under a number that no remark has.
    extra = [Mark(start=m.start, end=m.end, key=-1) for m, _ in markers]
    pieces: list[Piece] = []
    at = 0
    for segment in segments(passage_words(passage, text), [*marks, *extra]):
        pieces.append(_piece(segment, remarks, to_note.get(at) if -1 in segment.keys else None))
        at += len(segment.text)
    heading = passage.kind is PassageKind.HEADING
    return Row(
        kind=_KINDS[passage.kind],
        heading=min(DEEPEST_HEADING, LETTER_HEADING + max(1, passage.level) - 1)
        if heading
        else 0,
        depth=min(passage.level, DEEPEST_HEADING),
        label=printable(passage.label or ""),
        pieces=tuple(pieces),
        remarks=tuple(remark for remark, _, first in here if first),
        note=note,
        unnumbered=note is not None and not passage.label,
        claims=claims,
    )


def _piece(segment: Segment, remarks: dict[int, Remark], to_note: str | None) -> Piece:
    def those(keys: Sequence[int]) -> tuple[Remark, ...]:
        return tuple(remarks[key] for key in keys if key in remarks)

    worst = ("error", "warning", "note", "ok")
    covering = sorted(those(segment.keys), key=lambda r: (worst.index(r.key), r.number))
    return Piece(
        text=segment.text,
        remarks=tuple(covering),
        begins=those(segment.begins),
        ends=those(segment.ends),
        to_note=to_note,
        raised=to_note is not None and normalize("NFKC", segment.text) != segment.text,
    )


def _groups(rows: Sequence[Row]) -> tuple[Group, ...]:
    """Join list items that follow each other, and cells of a table."""
    found: list[Group] = []
    for row in rows:
        together = row.kind in {"item", "cell"}
        if together and found and found[-1].kind == row.kind:
            found[-1] = Group(kind=row.kind, rows=(*found[-1].rows, row))
        else:
            found.append(Group(kind=row.kind, rows=(row,)))
    return tuple(found)
