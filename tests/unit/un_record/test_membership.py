from datetime import date

import pytest
from tests.catalogues import catalogue_of

from averment.catalogue.catalogue import packaged_catalogue
from averment.un_record.membership import (
    ELECTED,
    PERMANENT,
    Memberships,
    named_group,
    read_memberships,
)

_HEADER = "group,state,from,until,source,confidence,note\n"


def _groups(*rows: str) -> Memberships:
    lines = "".join(f"{row},LIST,verified,\n" for row in rows)
    return read_memberships(catalogue_of({"memberships.csv": _HEADER + lines}))


def test_members_are_those_whose_time_covers_the_day() -> None:
    groups = _groups(
        "PACT,NOR,1990-01-01,", "PACT,SWE,1990-01-01,1999-12-31", "PACT,FIN,2000-01-01,"
    )

    assert groups.groups() == ("PACT",)
    assert groups.members("PACT", date(1999, 12, 31)) == ("NOR", "SWE")
    assert groups.members("PACT", date(2000, 1, 1)) == ("FIN", "NOR")
    assert groups.was_member("PACT", "SWE", date(2000, 1, 1)) is False


def test_a_seat_is_counted_once_on_the_day_of_its_succession() -> None:
    groups = _groups("PACT,SUHH,1945-10-24,1991-12-24", "PACT,RUS,1991-12-24,")

    assert groups.members("PACT", date(1991, 12, 23)) == ("SUHH",)
    assert groups.members("PACT", date(1991, 12, 24)) == ("RUS",)


def test_a_day_without_anybody_on_record_is_unknown_and_not_a_no() -> None:
    groups = _groups("PACT,NOR,1990-01-01,1999-12-31")

    assert groups.was_member("PACT", "NOR", date(1989, 1, 1)) is None
    assert groups.was_member("NO-SUCH", "NOR", date(1995, 1, 1)) is None


def test_who_is_in_both_groups_may_be_counted_twice() -> None:
    groups = read_memberships(packaged_catalogue())

    both = groups.overlap(PERMANENT, "OSCE-MINSK-CO-CHAIRS", date(2008, 3, 14))

    assert both == ("FRA", "RUS", "USA")


@pytest.mark.parametrize("year", range(1946, 2027))
def test_the_council_had_eleven_members_to_1965_and_fifteen_since(year: int) -> None:
    groups = read_memberships(packaged_catalogue())

    for day in (date(year, 2, 1), date(year, 12, 15)):
        assert len(groups.members(PERMANENT, day)) == 5
        assert len(groups.council(day)) == (11 if year < 1966 else 15)


def test_the_council_is_not_known_where_its_elected_members_are_not() -> None:
    groups = read_memberships(packaged_catalogue())

    assert groups.members(ELECTED, date(2045, 1, 1)) == ()
    assert groups.council(date(2045, 1, 1)) == ()


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("the Permanent Members", "UNSC-PERMANENT"),
        ("P-5", "UNSC-PERMANENT"),
        ("OSCE Minsk Group Co-Chairs", "OSCE-MINSK-CO-CHAIRS"),
        ("the Council of Europe", "COE"),
        ("the friends", None),
        ("x" * 5000, None),
    ],
)
def test_groups_are_known_by_the_names_that_letters_use(words: str, group: str | None) -> None:
    assert named_group(words) == group


def test_every_name_leads_to_a_group_on_record() -> None:
    groups = read_memberships(packaged_catalogue()).groups()
    named = {named_group(words) for words in ("P5", "co-chairs", "Minsk Group", "EU", "UN")}

    assert named <= set(groups)
