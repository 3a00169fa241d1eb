"""Which provisions an instrument has, and what each is about in our own words.

Three things are kept apart: the instrument has no such article; it has the article and no such
paragraph; the catalogue does not know. Only the first two may be reported as a fault.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from averment.catalogue.catalogue import Catalogue, packaged_catalogue
from averment.catalogue.provenance import Provenance
from averment.catalogue.row import Row
from averment.law.cited_provision import CitedProvision, noun_of, path_of, read_cited

FILE = "provisions.csv"
_FEW_CATALOGUES = 4
_UNKNOWN = frozenset({"?", "-"})
_COUNTED = "~"
_RANGE = re.compile(r"(?:(?P<noun>[A-Za-z]+) )?(?P<first>[0-9]{1,4})-(?P<last>[0-9]{1,4})")


class Existence(StrEnum):
    """Whether a provision is there."""

    EXISTS = "exists"
    NO_SUCH_ARTICLE = "no_such_article"
    NO_SUCH_PARAGRAPH = "no_such_paragraph"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One article, rule, principle, chapter or part."""

    instrument: str
    number: str
    """``51``, ``8 bis``, ``rule 43``, ``Chapter 7``; ``*`` for the instrument as a whole."""
    paragraphs: tuple[tuple[str, ...], ...]
    """Numbered parts, each with those above it: ``(("2",), ("2", "b"))``; empty = see below."""
    counted: int | None
    """How many unnumbered paragraphs it has; None where numbered, or not known."""
    label: str
    """In our own words; may be empty."""
    provenance: Provenance

    def existence_of(self, path: tuple[str, ...]) -> Existence:
        """Say whether it has the paragraph `path`, as in ``("2", "b", "iv")``."""
        if not path:
            return Existence.EXISTS
        if self.paragraphs:
            return self._by_structure(path)
        if self.counted is None:
            return Existence.NOT_KNOWN
        if len(path) == 1 and path[0].isdecimal() and 1 <= int(path[0]) <= self.counted:
            return Existence.EXISTS
        # How a text that does not number its paragraphs is counted is open, unless it is one.
        return Existence.NO_SUCH_PARAGRAPH if self.counted == 1 else Existence.NOT_KNOWN

    def _by_structure(self, path: tuple[str, ...]) -> Existence:
        for depth in range(1, len(path) + 1):
            if path[:depth] in self.paragraphs:
                continue
            beside = [
                known[-1]
                for known in self.paragraphs
                if len(known) == depth and known[:-1] == path[: depth - 1]
            ]
            # Below what is on record nothing is known.
            if not beside:
                return Existence.NOT_KNOWN
            # "37(1)" of an article that has letters only may count its sentences.
            if path[depth - 1].isdecimal() and not any(map(str.isdecimal, beside)):
                return Existence.NOT_KNOWN
            return Existence.NO_SUCH_PARAGRAPH
        return Existence.EXISTS


class ProvisionBook:
    """The provisions of all instruments on record."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._listed: dict[str, dict[str, Provision]] = {}
        self._ranges: dict[tuple[str, str], list[tuple[int, int, Provision]]] = {}
        for row in catalogue.table(FILE):
            provision = _provision(row, catalogue)
            ranged = _RANGE.fullmatch(provision.number)
            if ranged is None:
                self._listed.setdefault(provision.instrument, {})[provision.number] = provision
                continue
            key = provision.instrument, ranged["noun"] or ""
            self._ranges.setdefault(key, []).append(
                (int(ranged["first"]), int(ranged["last"]), provision)
            )

    def listed(self, instrument: str) -> tuple[Provision, ...]:
        """Return the provisions of `instrument` that have an entry of their own."""
        return tuple(self._listed.get(instrument, {}).values())

    def find(self, instrument: str, number: str) -> Provision | None:
        """Return the provision ``51``, ``51(2)``, ``8 bis`` or ``rule 43``.

        A paragraph without a label of its own gives its article. None where the instrument has
        no such article, or its articles are not on record.
        """
        known = self._listed.get(instrument, {})
        article = number.split("(", 1)[0]
        found = known.get(number) or known.get(article)
        if found is not None:
            return found
        noun, _, figure = article.rpartition(" ")
        if figure.isdecimal():
            for first, last, provision in self._ranges.get((instrument, noun), ()):
                if first <= int(figure) <= last:
                    return provision
        return None

    def last(self, instrument: str, *, noun: str = "") -> int | None:
        """Return the last number of an article, rule, ...; None where it is not known.

        Args:
            instrument: Id.
            noun: Empty for articles; ``rule``, ``principle``, ``Chapter``, ``Part``.
        """
        # A second range holds numbers of a former text.
        ranges = self._ranges.get((instrument, noun))
        return min(ranges, key=lambda ranged: ranged[0])[1] if ranges else None

    def has_article(self, instrument: str, number: str) -> Existence:
        """Say whether there is such an article, whatever its paragraphs."""
        if self.find(instrument, number) is not None:
            return Existence.EXISTS
        noun, _, figure = number.rpartition(" ")
        if figure.isdecimal() and self.last(instrument, noun=noun) is not None:
            return Existence.NO_SUCH_ARTICLE
        return Existence.NOT_KNOWN

    def existence_of(self, instrument: str, provision: str) -> Existence:
        """Say whether `instrument` has `provision`, written as mentions carry it."""
        answers = [self._one(instrument, cited) for cited in read_cited(provision)]
        for answer in (Existence.NO_SUCH_ARTICLE, Existence.NO_SUCH_PARAGRAPH):
            if answer in answers:
                return answer
        known = bool(answers) and Existence.NOT_KNOWN not in answers
        return Existence.EXISTS if known else Existence.NOT_KNOWN

    def _one(self, instrument: str, cited: CitedProvision) -> Existence:
        article = self.find(instrument, cited.number)
        if article is None:
            return self.has_article(instrument, cited.number)
        return article.existence_of(cited.path)


@lru_cache(maxsize=_FEW_CATALOGUES)
def provision_book(catalogue: Catalogue) -> ProvisionBook:
    """Return the provisions of `catalogue`; the same book each time."""
    return ProvisionBook(catalogue)


def provision_exists(
    instrument: str, provision: str, *, catalogue: Catalogue | None = None
) -> Existence:
    """Say whether `instrument` has `provision`.

    Args:
        instrument: Id: ``CRC-1989``.
        provision: As `InstrumentMention` carries it: ``art. 8(2)(b)(iv)``, ``common art. 3``,
            ``art. 27-34``, ``rule 7``, ``Chapter VII``. A preamble is not looked up.
        catalogue: Where to look; that of the package by default.
    """
    return provision_book(catalogue or packaged_catalogue()).existence_of(instrument, provision)


def last_number(
    instrument: str, provision: str, *, catalogue: Catalogue | None = None
) -> int | None:
    """Return the last article of `instrument` (rule, chapter, ... as `provision` has it).

    None where it is not known.
    """
    book = provision_book(catalogue or packaged_catalogue())
    return book.last(instrument, noun=noun_of(provision))


def _provision(row: Row, catalogue: Catalogue) -> Provision:
    cell = row["paragraphs"]
    counted: int | None = None
    paragraphs: tuple[tuple[str, ...], ...] = ()
    if cell.startswith(_COUNTED):
        if not cell[1:].isdecimal():
            raise row.fault("paragraphs", "a number is wanted behind ~")
        counted = int(cell[1:])
    elif cell not in _UNKNOWN:
        paragraphs = tuple(path_of(path) for path in cell.split())
        if not paragraphs:
            raise row.fault("paragraphs", "paths, ~ and a number, or ? is wanted")
    return Provision(
        instrument=row["instrument"],
        number=row["article"],
        paragraphs=paragraphs,
        counted=counted,
        label=row["label"],
        provenance=catalogue.provenance(row),
    )
