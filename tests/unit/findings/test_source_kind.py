"""A State's own publications: told the same for every State."""

from dataclasses import replace

import pytest

from averment.claims.reading import Reading
from averment.claims.understand import understand
from averment.findings.cited.source_kind import kind_of, roles_of_states, state_behind
from averment.findings.cited.support import read_ties
from averment.findings.sources.kind import check_source_kinds
from averment.readers.plain import read_plain
from averment.sources.source import Outlet, OutletKind

LETTER = """6 December 2011

Dear Director-General,

On 6 December 1991 the {army} shelled the Old Town of Dubrovnik.1

Yours sincerely,

Friends of the Stradun

1. "Old Town under fire", {agency}, 7 December 1991, https://agency.example/old-town.
"""
YUGOSLAVIA = "YUCS"


def read(*, army: str, kind: OutletKind, state: str | None) -> Reading:
    text = LETTER.format(army=army, agency="The Agency")
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    outlet = Outlet(name="The Agency", kind=kind, state=state)
    sources = tuple(replace(source, outlet=outlet) for source in reading.sources)
    return replace(reading, sources=sources)


@pytest.mark.parametrize(
    ("kind", "state", "expected"),
    [
        (OutletKind.STATE_MEDIA, YUGOSLAVIA, ["SRC104", "SRC105"]),
        (OutletKind.STATE_BODY, YUGOSLAVIA, ["SRC104", "SRC105"]),
        (OutletKind.STATE_MEDIA, "HVBF", ["SRC112"]),
        (OutletKind.STATE_BODY, "HVBF", []),
        (OutletKind.NEWS_MEDIA, YUGOSLAVIA, []),
        (OutletKind.STATE_MEDIA, None, []),
    ],
)
def test_a_states_publication_is_told_with_the_part_the_letter_gives_it(
    kind: OutletKind, state: str | None, expected: list[str]
) -> None:
    reading = read(army="army of Yugoslavia", kind=kind, state=state)

    assert [f.code for f in check_source_kinds(read_ties(reading))] == expected


def test_the_role_is_that_of_the_letter() -> None:
    reading = read(army="army of Yugoslavia", kind=OutletKind.STATE_MEDIA, state=YUGOSLAVIA)

    assert roles_of_states(reading) == {YUGOSLAVIA: "the author of an alleged act"}
    assert state_behind(reading.sources[0], reading) == YUGOSLAVIA
    assert kind_of(reading.sources[0], reading) is OutletKind.STATE_MEDIA
