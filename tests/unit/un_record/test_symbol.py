import pytest

from averment.errors import InvalidSymbolError
from averment.un_record.numbering import (
    is_general_assembly,
    is_human_rights_council,
    is_security_council,
    roman_body,
    year_of_resolution,
)
from averment.un_record.symbol import Symbol


@pytest.mark.parametrize(
    ("printed", "canonical", "kind", "body"),
    [
        ("S/RES/757(1992)", "S/RES/757 (1992)", "sc_res", "UNSC"),
        ("S/RES/757", "S/RES/757 (1992)", "sc_res", "UNSC"),
        ("S/RES/2999", "S/RES/2999", "sc_res", "UNSC"),
        ("A/RES/217 A (III)", "A/RES/217(III)A", "ga_res_old", "UNGA"),
        ("A/RES/217(III)A", "A/RES/217(III)A", "ga_res_old", "UNGA"),
        ("A/RES/66/253 B", "A/RES/66/253 B", "ga_res", "UNGA"),
        ("A/HRC/RES/46/7", "A/HRC/RES/46/7", "hrc_res", "HRC"),
        ("A/C.3/75/L.37/Rev.1", "A/C.3/75/L.37/Rev.1", "ga_draft_or_doc", None),
        (" S/2020/1018 ", "S/2020/1018", "sc_doc", None),
    ],
)
def test_a_symbol_has_one_form(
    printed: str, canonical: str, kind: str, body: str | None
) -> None:
    symbol = Symbol.parse(printed)

    assert symbol == Symbol(text=canonical, kind=kind, body=body)
    assert Symbol.parse(str(symbol)) == symbol


@pytest.mark.parametrize("text", ["", "hello", "A/RES/62/243 and", "S/", "A" * 500, "\u0000"])
def test_what_is_no_symbol_is_refused(text: str) -> None:
    with pytest.raises(InvalidSymbolError):
        Symbol.parse(text)


def test_a_year_whose_last_number_is_unknown_has_the_numbers_up_to_the_greatest_known() -> None:
    assert [year_of_resolution(n) for n in (2767, 2768, 2803, 2804)] == [
        "2024",
        "2025",
        "2025",
        None,
    ]
    assert is_security_council(2804, 2025)
    assert is_security_council(2804, 2026)
    assert not is_security_council(2803, 2026)


def test_numbers_tell_years() -> None:
    assert [year_of_resolution(n) for n in (1, 242, 822, 2231, 2900)] == [
        "1946",
        "1967",
        "1993",
        "2015",
        None,
    ]
    assert is_security_council(822, 1993)
    assert not is_security_council(1416, 2005)
    assert is_security_council(2900, 2026)


def test_sessions_tell_bodies() -> None:
    assert is_general_assembly(62, 243, 2008)
    assert not is_general_assembly(15, 8, None)
    assert is_human_rights_council(15, 8, None)
    assert not is_human_rights_council(62, 243, None)


@pytest.mark.parametrize(
    ("number", "session", "body"),
    [
        (95, "I", "UNGA"),
        (1514, "XV", "UNGA"),
        (663, "XXIV", "ECOSOC"),
        (1235, "XLII", "ECOSOC"),
        (2252, "ES-V", "UNGA"),
    ],
)
def test_the_running_number_tells_whose_session_it_was(
    number: int, session: str, body: str
) -> None:
    assert roman_body(number, session) == body
