import pytest

from averment.errors import UnknownNameError
from averment.law.lawbook import packaged_lawbook
from averment.law.wanted import instrument_wanted


@pytest.mark.parametrize(
    ("words", "instrument"),
    [
        ("GC4-1949", "GC4-1949"),
        ("gc4-1949", "GC4-1949"),
        ("GC IV", "GC4-1949"),
        ("fourth Geneva convention", "GC4-1949"),
        ("the Convention on the Rights of the Child", "CRC-1989"),
        ("First Additional Protocol", "AP1-1977"),
        ("Rome Statute", "ROME-1998"),
        ("ICCPR", "ICCPR-1966"),
    ],
)
def test_an_instrument_is_known_by_id_name_and_abbreviation(
    words: str, instrument: str
) -> None:
    assert instrument_wanted(packaged_lawbook(), words).id == instrument


def test_a_name_of_several_instruments_is_refused_with_all_of_them() -> None:
    with pytest.raises(UnknownNameError, match="GC1-1949, GC2-1949, GC3-1949, GC4-1949"):
        instrument_wanted(packaged_lawbook(), "Geneva Conventions")


@pytest.mark.parametrize("words", ["", "x" * 10_000, "Convention", "\x00"])
def test_what_names_none_is_refused(words: str) -> None:
    with pytest.raises(UnknownNameError, match="aver law show"):
        instrument_wanted(packaged_lawbook(), words)


def test_the_nearest_is_named() -> None:
    with pytest.raises(UnknownNameError, match="did you mean GENOCIDE-1948"):
        instrument_wanted(packaged_lawbook(), "GENOCIDE-1984")
