"""What kind of publisher stands behind a source, and whose it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from averment.claims.reading import Reading
from averment.findings.cited.address_parts import host_as_printed
from averment.findings.cited.cited_words import count, listed, quoted
from averment.prose.states import find_states, states
from averment.sources.outlet import broadcasts_abroad, find_outlet
from averment.sources.source import Outlet, OutletKind, Source

PRESS = frozenset({OutletKind.NEWS_AGENCY, OutletKind.NEWS_MEDIA, OutletKind.STATE_MEDIA})
OF_A_STATE = frozenset({OutletKind.STATE_BODY, OutletKind.STATE_MEDIA})
_CITATIONS_LOOKED_AT = 5
"""All citations of a source lead to one work: the first few tell its host."""
_PLURAL = {
    OutletKind.NEWS_AGENCY: "news agencies",
    OutletKind.NEWS_MEDIA: "news media",
    OutletKind.STATE_BODY: "State bodies",
    OutletKind.STATE_MEDIA: "State media",
    OutletKind.NGO: "non-governmental organisations",
    OutletKind.INTERGOVERNMENTAL: "intergovernmental bodies",
    OutletKind.COURT: "courts or tribunals",
    OutletKind.ACADEMIC: "academic publishers",
    OutletKind.PLATFORM: "platforms for self-published material",
    OutletKind.ENCYCLOPAEDIA: "encyclopaedias that anybody can edit",
    OutletKind.ARCHIVE: "web archives",
    OutletKind.UNKNOWN: "of unknown kind",
}


def kind_of(source: Source, reading: Reading) -> OutletKind:
    """Return the kind of publisher; UNKNOWN where nothing is known of it."""
    if source.agency is not None:
        return OutletKind.NEWS_AGENCY
    outlet = outlet_of(source, reading)
    return outlet.kind if outlet is not None else OutletKind.UNKNOWN


def outlet_of(source: Source, reading: Reading) -> Outlet | None:
    """Return the outlet, by the printed host even where the address cannot be repaired."""
    if source.outlet is not None:
        return source.outlet
    for index in source.citations[:_CITATIONS_LOOKED_AT]:
        for place in reading.citations[index].addresses:
            host = host_as_printed(reading.addresses[place])
            found = find_outlet(host=host, publisher=source.publisher) if host else None
            if found is not None:
                return found
    return None


def counted_kinds(sources: Iterable[Source], reading: Reading) -> str:
    """Return how many sources there are of each kind: "8 news media and 2 State media"."""
    kinds = Counter(kind_of(source, reading) for source in sources)
    ordered = sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0].value))
    return listed(
        [
            count(number, kind.value, _PLURAL[kind])
            if kind is not OutletKind.UNKNOWN
            else f"{number} {_PLURAL[kind]}"
            for kind, number in ordered
        ]
    )


def called(source: Source) -> str:
    """Return how a message calls a source: by title and publisher."""
    if source.title is not None and source.publisher is not None:
        return f"{quoted(source.title)} ({source.publisher})"
    name = source.title or source.publisher or source.author
    return quoted(name) if name is not None else "the page cited"


def state_behind(source: Source, reading: Reading) -> str | None:
    """Return the State whose body or media published it, by code; None where none is known.

    Broadcasters for audiences abroad with an independence charter are left out: the money is a
    State's, the text is not.
    """
    outlet = outlet_of(source, reading)
    if outlet is None or outlet.kind not in OF_A_STATE or broadcasts_abroad(outlet):
        return None
    return outlet.state


ROLES = (
    "the author of an alleged act",
    "the side of those harmed",
    "the place of an alleged act",
)
"""In which part a letter names a State; the first that fits is told."""


def roles_of_states(reading: Reading) -> Mapping[str, str]:
    """Return for each State named in the allegations, by code, as what the letter names it."""
    named: dict[str, int] = {}
    for claim in reading.claims:
        for allegation in claim.allegations:
            parts: Sequence[Iterable[str]] = (
                [allegation.perpetrator.value] if allegation.perpetrator else [],
                [v.of_whom for v in allegation.victims if v.of_whom],
                [place.value for place in allegation.places],
            )
            for role, texts in enumerate(parts):
                for code in _states(texts):
                    named[code] = min(role, named.get(code, role))
    return {code: ROLES[role] for code, role in named.items()}


def _states(texts: Iterable[str]) -> list[str]:
    return [
        mention.state.code for text in texts for mention in find_states(text, adjectives=True)
    ]


def state_name(code: str) -> str:
    """Return the name of a State by its code; the code itself where it is not on the list."""
    return _state_names().get(code, code)


@cache
def _state_names() -> Mapping[str, str]:
    return {state.code: state.name for state in states()}
