"""The qualification of every allegation: what it may engage, and what the letter shows.

Nothing here looks at who is said to have acted: the same act by either side gives the same.
"""

from dataclasses import dataclass

from averment.claims.claim import Claim
from averment.claims.reading import Reading
from averment.documents.span import Span
from averment.errors import UnknownNameError
from averment.findings.law.days import Calendar
from averment.findings.law.named import states_told
from averment.incidents.allegation import Allegation
from averment.incidents.pattern import find_matches
from averment.incidents.vocabulary import detail_index, target_types
from averment.incidents.words import Words
from averment.law.element import Element, Fact, Facts
from averment.law.lawbook import LawBook
from averment.law.qualification import Branch, Qualification
from averment.law.qualify import Alleged, qualify_allegation
from averment.law.situation import branches_to_run, classifications


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQualification:
    """What one allegation may engage."""

    claim: int
    """Number of the claim."""
    allegation: int
    """Index of the allegation in the claim, from 0."""
    span: Span
    """The words of the allegation."""
    qualification: Qualification
    branches: tuple[Branch, ...]
    """Those to look at, by what bodies have said of the conflict; both kinds of armed conflict
    where they differ, or where none is on record."""

    @property
    def elements_shown(self) -> tuple[Element, ...]:
        """Return the elements that words of the letter speak of, each with its words."""
        return self.qualification.shown

    @property
    def elements_missing(self) -> tuple[Element, ...]:
        """Return the elements that no words of the claim speak of."""
        return self.qualification.not_shown


def qualifications(reading: Reading, book: LawBook) -> tuple[ClaimQualification, ...]:
    """Return the qualification of every allegation that tells of an act, in reading order."""
    to_look_at = _Situation(reading, book)
    return tuple(
        ClaimQualification(
            claim=claim.number,
            allegation=index,
            span=allegation.span,
            qualification=found,
            branches=to_look_at.branches(claim),
        )
        for claim in reading.claims
        for index, allegation in enumerate(claim.allegations)
        if (found := qualification_of(reading, book, claim, allegation)) is not None
    )


def qualification_of(
    reading: Reading, book: LawBook, claim: Claim, allegation: Allegation
) -> Qualification | None:
    """Return the qualification of one allegation; None where it tells of no act.

    An act, target or weapon that the map of the catalogue does not know gives none, too: an
    older catalogue beside a newer vocabulary.
    """
    if allegation.act is None:
        return None
    alleged = Alleged(
        act=allegation.act.value,
        target=allegation.target.value if allegation.target is not None else None,
        weapon=allegation.weapon_type,
        victims=_victims(allegation),
        facts=_facts(reading, claim, allegation),
    )
    try:
        return qualify_allegation(alleged, catalogue=book.catalogue)
    except UnknownNameError:
        return None


class _Situation:
    """What bodies have called the conflict of the document, day by day."""

    def __init__(self, reading: Reading, book: LawBook) -> None:
        self._calendar = Calendar(reading)
        self._catalogue = book.catalogue
        # Whoever is named, on whichever side: the answer is the same with the parties swapped.
        self._parties = states_told(reading).named
        self._known: dict[str, tuple[Branch, ...]] = {}

    def branches(self, claim: Claim) -> tuple[Branch, ...]:
        """Return the branches for the days of one claim."""
        days = self._calendar.of_claim(claim) or self._calendar.incidents
        if days is None:
            return branches_to_run(())
        key = days.earliest.isoformat()
        if key not in self._known:
            said = classifications(self._parties, days.earliest, catalogue=self._catalogue)
            self._known[key] = branches_to_run(said)
        return self._known[key]


def _victims(allegation: Allegation) -> tuple[str, ...]:
    """Return the kinds of persons who were harmed, as the vocabulary of targets has them."""
    kinds = target_types()
    found = [
        match.name
        for victims in allegation.victims
        if victims.of_whom is not None
        for match in find_matches(Words.of(victims.of_whom), detail_index())
        if match.group == "target" and kinds[match.name].is_person
    ]
    return tuple(dict.fromkeys(found))


def _facts(reading: Reading, claim: Claim, allegation: Allegation) -> Facts:
    sources = [note.span for note in reading.notes if note.number in claim.notes]
    if allegation.attributed_to is not None:
        sources.insert(0, allegation.attributed_to.span)
    spans = {
        Fact.PLACE: allegation.places[0].span if allegation.places else None,
        Fact.TIME: _day_told(reading, allegation),
        Fact.WEAPON: allegation.weapon.span if allegation.weapon is not None else None,
        Fact.TARGET: allegation.target.span if allegation.target is not None else None,
        Fact.VICTIMS: allegation.victims[0].span if allegation.victims else None,
        Fact.PERPETRATOR: (
            allegation.perpetrator.span if allegation.perpetrator is not None else None
        ),
        Fact.SOURCE: sources[0] if sources else None,
    }
    return Facts(
        text=claim.span.of(reading.document.text),
        start=claim.span.start,
        spans={fact: span for fact, span in spans.items() if span is not None},
    )


def _day_told(reading: Reading, allegation: Allegation) -> Span | None:
    """Return the words for when it was, where they hold a figure: "recent" tells no day."""
    when = allegation.when
    if when is None or not any(map(str.isdigit, when.span.of(reading.document.text))):
        return None
    return when.span
