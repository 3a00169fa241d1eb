from averment.law.names import (
    abbreviations,
    fold,
    guardians,
    instruments,
    name_phrases,
    shared_abbreviations,
    together,
)
from averment.un_record.find import instrument_id


def test_no_abbreviation_stands_for_two_things() -> None:
    plain = [short for one in instruments().values() for short in one.abbreviations]
    shared = [short for one in instruments().values() for short in one.shared]

    assert len(plain) == len(set(plain)) == len(abbreviations())
    assert len(shared) == len(set(shared)) == len(shared_abbreviations())
    assert not set(plain) & set(shared)


def test_every_member_of_a_set_is_listed() -> None:
    members = {member for some in together() for member in some.members}

    assert members <= set(instruments())


def test_what_a_resolution_adopted_has_the_resolutions_id() -> None:
    ids = [one.id for one in instruments().values() if ":" in one.id]

    assert ids
    assert [id_ for id_ in ids if instrument_id(id_.partition(":")[2]) != id_] == []


def test_every_court_watches_over_a_listed_treaty() -> None:
    courts = guardians().find("European Court of Human Rights; Human Rights Committee")

    assert [match.values[0].instruments for match in courts] == [
        ("ECHR-1950",),
        ("ICCPR-1966",),
    ]


def test_every_name_leads_to_its_instrument() -> None:
    lost = [
        (one.id, name)
        for one in instruments().values()
        for name in one.names
        if "{" not in name
        and [match.values[0].instruments for match in name_phrases().find(name)] != [(one.id,)]
    ]

    assert lost == []


def test_the_year_in_an_id_is_the_year_of_adoption() -> None:
    odd = [
        one.id
        for one in instruments().values()
        if one.year is not None and ":" not in one.id and not one.id.endswith(str(one.year))
    ]

    # The id was published with the year of opening for signature.
    assert odd == ["CERD-1966"]


def test_letters_that_scanners_confuse_fold_together() -> None:
    assert fold("Conventlon") == fold("Convention")
    assert fold("Civil") == fold("Civi1")
