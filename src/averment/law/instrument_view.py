"""All that the catalogue says of one instrument, to be shown."""

from dataclasses import dataclass
from datetime import date

from averment.catalogue.imported import Imported
from averment.law.instrument import Instrument
from averment.law.lawbook import LawBook
from averment.law.participation import Coverage
from averment.law.party_count import CountCheck, count_checks, parties_on
from averment.law.provisions import Existence, Provision, ProvisionBook, provision_book


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentView:
    """One instrument."""

    instrument: Instrument
    as_of: date
    """The catalogue's day, for which `parties` holds."""
    parties: tuple[str, ...]
    """Codes of the Parties on that day."""
    checks: tuple[CountCheck, ...]
    coverage: Coverage
    provisions: tuple[Provision, ...]
    imports: tuple[Imported, ...] = ()
    """The user's imports about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionView:
    """One provision of an instrument, or that there is none."""

    instrument: Instrument
    wanted: str
    """As `InstrumentMention` carries it: ``art. 51(2)``."""
    existence: Existence
    provision: Provision | None
    last: int | None
    """The last article, rule, ...; None where not known."""


def instrument_view(
    book: LawBook, instrument: Instrument, *, imports: tuple[Imported, ...] = ()
) -> InstrumentView:
    """Return all that the catalogue says of `instrument`."""
    as_of = book.catalogue.manifest.as_of
    return InstrumentView(
        instrument=instrument,
        as_of=as_of,
        parties=parties_on(book, instrument.id, as_of),
        checks=tuple(c for c in count_checks(book) if c.instrument == instrument.id),
        coverage=book.coverage(book.carrier(instrument).id),
        provisions=provision_book(book.catalogue).listed(instrument.id),
        imports=tuple(one for one in imports if one.about.target == instrument.id),
    )


def provision_view(book: LawBook, instrument: Instrument, wanted: str) -> ProvisionView:
    """Return one provision.

    Args:
        book: Where to look.
        instrument: The instrument.
        wanted: ``art. 18``, ``18``, ``51(5)(b)``, ``rule 7``.
    """
    provisions = provision_book(book.catalogue)
    cited = wanted.strip()
    if cited[:1].isdecimal():
        cited = f"art. {cited}"
    cited = cited.replace("article ", "art. ").replace("Article ", "art. ")
    return ProvisionView(
        instrument=instrument,
        wanted=cited,
        existence=provisions.existence_of(instrument.id, cited),
        provision=_found(provisions, instrument.id, cited),
        last=provisions.last(
            instrument.id, noun="" if cited.startswith("art.") else _noun(cited)
        ),
    )


def _found(provisions: ProvisionBook, instrument: str, cited: str) -> Provision | None:
    return provisions.find(instrument, cited.removeprefix("art. "))


def _noun(cited: str) -> str:
    return cited.partition(" ")[0]
