"""How the catalogue stands: version, digests, counts, and what is UNKNOWN."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from averment.catalogue.imported import Imported
from averment.catalogue.manifest import Manifest, changed_files
from averment.law.instrument import InstrumentKind
from averment.law.lawbook import LawBook
from averment.law.participation import Coverage
from averment.law.party_count import CountCheck, answers_on, count_checks
from averment.law.standing import Answer

_WITHOUT_PARTIES = frozenset({InstrumentKind.CUSTOM, InstrumentKind.SOFT_LAW})


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentStatus:
    """What the catalogue has of one instrument."""

    instrument: str
    acts: int
    states: int
    """With at least one act on record."""
    coverage: Coverage
    checks: tuple[CountCheck, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueStatus:
    """What the catalogue has."""

    manifest: Manifest
    changed: tuple[str, ...]
    """Files that are not as published."""
    instruments: tuple[InstrumentStatus, ...]
    """Those that have Parties."""
    imports: tuple[Imported, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far the answers of one instrument reach on a day, over the States of today."""

    instrument: str
    answers: Mapping[Answer, tuple[str, ...]]
    """Codes by answer."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """The codes of the States whose answer is UNKNOWN."""
        return self.answers.get(Answer.UNKNOWN, ())


def catalogue_status(book: LawBook, *, imports: tuple[Imported, ...]) -> CatalogueStatus:
    """Return how the catalogue stands; every digest is made anew."""
    catalogue = book.catalogue
    checks: dict[str, list[CountCheck]] = {}
    for check in count_checks(book):
        checks.setdefault(check.instrument, []).append(check)
    return CatalogueStatus(
        manifest=catalogue.manifest,
        changed=changed_files(catalogue.shelf, catalogue.manifest),
        instruments=tuple(
            InstrumentStatus(
                instrument=key,
                acts=sum(len(acts) for acts in book.participants(key).values()),
                states=len(book.participants(key)),
                coverage=book.coverage(key),
                checks=tuple(checks.get(key, ())),
            )
            for key in with_parties(book)
            if book.instruments[key].kind is not InstrumentKind.REGULATIONS
        ),
        imports=imports,
    )


def reach(book: LawBook, day: date) -> tuple[Reach, ...]:
    """Return how far the answers reach on `day`, an instrument at a time."""
    return tuple(
        Reach(instrument=key, answers=answers_on(book, key, day)) for key in with_parties(book)
    )


def with_parties(book: LawBook) -> tuple[str, ...]:
    """Return the ids of the instruments that bind States as such, in the catalogue's order.

    Regulations are among them: who is Party to the treaty that they are annexed to is bound.
    """
    return tuple(
        key
        for key, instrument in book.instruments.items()
        if instrument.kind not in _WITHOUT_PARTIES
    )
