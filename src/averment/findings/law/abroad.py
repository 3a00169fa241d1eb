"""Human-rights treaties invoked for acts outside the State's own territory."""

from collections.abc import Iterator

from averment.findings.finding import Finding, Ground
from averment.findings.law.invocation import Invocation
from averment.findings.law.named import doer_of, places_of
from averment.findings.law.told import state_name, titles
from averment.findings.prose import Prose
from averment.incidents.allegation import Allegation
from averment.law.lawbook import LawBook

HUMAN_RIGHTS = frozenset(
    {
        "ICCPR-1966",
        "ICESCR-1966",
        "CERD-1966",
        "CEDAW-1979",
        "CAT-1984",
        "CRC-1989",
        "CRPD-2006",
        "ICPPED-2006",
        "ECHR-1950",
        "ACHR-1969",
        "ACHPR-1981",
    }
)
"""Treaties whose duties are tied to a State's territory or jurisdiction."""


def check_abroad(
    prose: Prose, book: LawBook, invocations: tuple[Invocation, ...]
) -> Iterator[Finding]:
    """Ask, once a letter, on what ground a human-rights treaty reaches across a border."""
    told = _acts_abroad(prose, book)
    for one in invocations:
        if one.mention.instrument not in HUMAN_RIGHTS & book.instruments.keys():
            continue
        if one.negated or one.state is None or one.state not in told:
            continue
        allegation, place = told[one.state]
        yield prose.finding(
            "LAW127",
            one.mention.span,
            f"An act by {state_name(one.state)} is alleged in {state_name(place)}. On what "
            f"ground does {titles(book, [one.mention.instrument])} reach there?",
            grounds=[
                Ground(text="The act alleged.", span=allegation.span),
                Ground(
                    text="Courts and committees ask for effective control of the place or of "
                    "the person; they differ on attacks from a distance."
                ),
            ],
        )
        return


def _acts_abroad(prose: Prose, book: LawBook) -> dict[str, tuple[Allegation, str]]:
    """Return, by the State said to have acted, its first act told in another State.

    A territory whose status is contested is no "other State" here: that would take a side.
    """
    found: dict[str, tuple[Allegation, str]] = {}
    for claim in prose.reading.claims:
        for allegation in claim.allegations:
            doer = doer_of(allegation)
            if doer is None or allegation.general or claim.requests or doer in found:
                continue
            places = places_of(allegation)
            if places & book.entities.keys():
                continue
            if len(places) == 1 and doer not in places:
                found[doer] = (allegation, next(iter(places)))
    return found
