import tomllib
from datetime import date
from importlib import resources

import pytest

from averment.errors import InvalidDayError, UnknownNameError
from averment.prose.states import states
from averment.prose.wanted import day_wanted, find_state, has_no_entry, state_wanted


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("AZE", "AZE"),
        ("aze", "AZE"),
        ("  Russian   Federation ", "RUS"),
        ("VENEZUELA (BOLIVARIAN REPUBLIC OF)", "VEN"),
        ("CÔTE D'IVOIRE", "CIV"),
        ("Cote d’Ivoire", "CIV"),
        ("USSR", "SUHH"),
        ("SUN", "SUHH"),
        ("ZAR", "COD"),
        ("Myanmar (Burma)", "MMR"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
    ],
)
def test_a_state_is_known_by_code_and_by_the_names_that_files_use(
    words: str, code: str
) -> None:
    assert state_wanted(words).code == code


def test_an_unknown_state_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownNameError, match="'Azerbajan': did you mean Azerbaijan"):
        state_wanted("Azerbajan")


@pytest.mark.parametrize("words", ["", " ", "x" * 5000, "\x1b[2J", "not a State"])
def test_what_is_no_state_is_none(words: str) -> None:
    assert find_state(words) is None
    with pytest.raises(UnknownNameError):
        state_wanted(words)


def test_a_former_member_without_an_entry_is_told_apart_from_a_slip() -> None:
    assert has_no_entry("Zanzibar")
    assert not has_no_entry("Zanzibarr")


def test_a_day_is_read_as_iso_8601_writes_it() -> None:
    assert day_wanted(" 2020-10-27 ") == date(2020, 10, 27)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2020-02-30", "no calendar has it"),
        ("27/10/2020", "write it like 2020-10-27"),
        ("20201027", "write it like"),
        ("2020-W01-1", "write it like"),
        ("２０２０-10-27", "write it like"),
        ("", "write it like"),
    ],
)
def test_what_is_no_day_is_refused(words: str, said: str) -> None:
    with pytest.raises(InvalidDayError, match=said):
        day_wanted(words)


def test_every_spelling_leads_to_a_state_of_the_list() -> None:
    text = resources.files("averment.prose").joinpath("state_spellings.toml").read_text("utf-8")
    written = tomllib.loads(text)
    codes = {state.code for state in states()}

    assert {*written["names"].values(), *written["codes"].values()} <= codes
    assert not codes & set(written["codes"])


def test_a_name_that_two_states_go_by_is_refused_with_clear_names() -> None:
    with pytest.raises(UnknownNameError, match=r"Republic of the Congo or Democratic"):
        state_wanted("Congo")
    assert state_wanted("Republic of the Congo").code == "COG"


def test_an_armed_group_is_asked_for_in_the_place_of_a_state() -> None:
    assert state_wanted("armed group").code == "GROUP"
    with pytest.raises(UnknownNameError, match="asked for as GROUP"):
        state_wanted("Harbour Brigade")
