"""The States that a document tells of: as alleged doers, as places, by name."""

from dataclasses import dataclass

from averment.claims.reading import Reading
from averment.findings.law.subject import state_of
from averment.incidents.allegation import Allegation
from averment.prose.states import find_states, look_up


@dataclass(frozen=True, slots=True, kw_only=True)
class StatesTold:
    """Codes of States."""

    doers: frozenset[str]
    """Said to have acted, in a particular allegation or in general."""
    places: frozenset[str]
    """Places of particular allegations that are States by name."""
    named: frozenset[str]
    """Named anywhere in a statement with an allegation."""


def states_told(reading: Reading) -> StatesTold:
    """Return the States of the allegations; requests are left out."""
    doers: set[str] = set()
    places: set[str] = set()
    named: set[str] = set()
    for claim in reading.claims:
        if not claim.allegations:
            continue
        named |= {one.state.code for one in find_states(claim.text, adjectives=True)}
        if claim.requests:
            continue
        for allegation in claim.allegations:
            doer = doer_of(allegation)
            doers |= {doer} if doer else set()
            if not allegation.general:
                places |= places_of(allegation)
    return StatesTold(
        doers=frozenset(doers), places=frozenset(places), named=frozenset(named | doers)
    )


def doer_of(allegation: Allegation) -> str | None:
    """Return the code of the State that is said to have acted; None where none is named."""
    if allegation.perpetrator is None:
        return None
    return state_of(allegation.perpetrator.value)


def places_of(allegation: Allegation) -> set[str]:
    """Return the codes of the States that its places name."""
    found = (look_up(place.value) for place in allegation.places)
    return {state.code for state in found if state is not None}
