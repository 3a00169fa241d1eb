import csv
from pathlib import Path

import pytest

from averment.documents.flow import Flow
from averment.un_record.find import find_symbols, instrument_id

SHARED = Path(__file__).parents[4] / "shared" / "data" / "law" / "un_symbol_tests.csv"


def read(text: str) -> list[str | None]:
    return [mention.symbol for mention in find_symbols(Flow.join([(0, text)]))]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("A/RES/76/300 and A/76/L.75", ["A/RES/76/300", "A/76/L.75"]),
        ("S/RES/1966(2010)", ["S/RES/1966 (2010)"]),
        ("S/RES/1966", ["S/RES/1966 (2010)"]),
        ("A/RES/ES-10/21", ["A/RES/ES-10/21"]),
        ("А/RES/76/300 with a Cyrillic letter", ["A/RES/76/300"]),
        ("A/70/1\u2013S/2015/700", ["A/70/1-S/2015/700"]),
        ("A/RES/ 76/300 and A/HRC/ 46/22", ["A/RES/76/300", "A/HRC/46/22"]),
        ("AlRES/76/300", ["A/RES/76/300"]),
        ("S1PV.4942 and S/PV.4942", ["S/PV.4942", "S/PV.4942"]),
        ("HRC/60/L.1/Rev.1", ["A/HRC/60/L.1/Rev.1"]),
        ("A/HRC/48/60/Add.2", ["A/HRC/48/60/Add.2"]),
        ("A/HRC/WG.6/42/NOR/1", ["A/HRC/WG.6/42/NOR/1"]),
        ("A/HRC/WGAD/2019/12", ["A/HRC/WGAD/2019/12"]),
        ("E/CN.4/Sub.2/1997/25", ["E/CN.4/Sub.2/1997/25"]),
        ("CAT/C/NOR/CO/8.", ["CAT/C/NOR/CO/8"]),
        ("S/2012/538 (draft)", ["S/2012/538"]),
        ("A/CN.4/L.682", ["A/CN.4/L.682"]),
        ("AL NOR 2/2020", ["AL NOR 2/2020"]),
    ],
)
def test_printed_symbols_are_read_in_canonical_form(text: str, symbols: list[str]) -> None:
    assert read(text) == symbols


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        (
            "Security Council resolutions 757 (1992), 787 (1992) and 820 (1993)",
            ["S/RES/757 (1992)", "S/RES/787 (1992)", "S/RES/820 (1993)"],
        ),
        (
            "resolution 757 (1992) of 30 May 1992, 787 (1992) of 16 November 1992",
            ["S/RES/757 (1992)", "S/RES/787 (1992)"],
        ),
        (
            "UN experts. resolutions 15/8, 22/9, 24/6, 16/23, and 24/18",
            [
                "A/HRC/RES/15/8",
                "A/HRC/RES/22/9",
                "A/HRC/RES/24/6",
                "A/HRC/RES/16/23",
                "A/HRC/RES/24/18",
            ],
        ),
        ("UNSCRs 1325 and 1820", ["S/RES/1325 (2000)", "S/RES/1820 (2008)"]),
        ("its resolution 2100 (2013)", ["S/RES/2100 (2013)"]),
        ("Security Council resolution 2100 of 25 April 2013", ["S/RES/2100 (2013)"]),
        ("resolutions 1160 (1998) of the Security Council", ["S/RES/1160 (1998)"]),
        ("UN General Assembly Resolution 46/182", ["A/RES/46/182"]),
        ("General Assembly resolution 217 A (III)", ["A/RES/217(III)A"]),
        ("General Assembly resolution 194", ["A/RES/194(III)"]),
        ("General Assembly resolution 66/253 B", ["A/RES/66/253 B"]),
        ("Human Rights Council decision S-1/101", ["A/HRC/DEC/S-1/101"]),
        ("the Human Rights Council adopted resolution S-11/1", ["A/HRC/RES/S-11/1"]),
        ("Commission on Human Rights resolution 2005/35", ["E/CN.4/RES/2005/35"]),
        ("ECOSOC resolution 1996/31", ["E/RES/1996/31"]),
        ("UN Resolution 1701", ["S/RES/1701 (2006)"]),
        ("UNSC Resolutions 242 and 338", ["S/RES/242 (1967)", "S/RES/338 (1973)"]),
        (
            "Resolution 1244 (1999)1 and UN General Assembly resolution 46/182.2 The",
            ["S/RES/1244 (1999)", "A/RES/46/182"],
        ),
        (
            "S.C. Res. 1973 of the Security Council; G.A. Res. 217A (III)",
            ["S/RES/1973 (2011)", "A/RES/217(III)A"],
        ),
    ],
)
def test_resolutions_told_in_words_are_read(text: str, symbols: list[str]) -> None:
    assert read(text) == symbols


@pytest.mark.parametrize(
    "text",
    [
        "12-26300 (E) 130312",
        "*1916870*",
        "14/03/2008 and 2000-9 and 24/7 and 9/11",
        "PACE Resolution 1416 (2005)",
        "H. Con. Res. 121",
        "a resolution of 1080 by 1920 pixels",
        "Norvenia won 3/2; the screen resolution 1920/1080",
        "https://example.org/S/2020/1",
        "Human Rights Council. Organization of the Islamic Conference resolution 10/37-POL",
        "and/or N/A/3/4",
    ],
)
def test_other_numbers_are_no_symbols(text: str) -> None:
    assert [symbol for symbol in read(text) if symbol is not None] == []


def test_a_number_that_two_bodies_may_have_stays_open() -> None:
    mentions = find_symbols(Flow.join([(0, "resolution 46/182")]))

    assert [(m.symbol, m.rule) for m in mentions] == [(None, "told:open")]


def test_the_date_of_adoption_decides_between_two_bodies() -> None:
    assert read("UN: resolution 46/7 of 23 March 2021") == ["A/HRC/RES/46/7"]
    assert read("UN: resolution 46/7 of 11 October 1991") == ["A/RES/46/7"]


def test_its_resolution_is_of_the_body_that_speaks() -> None:
    text = (
        "Resolution adopted by the Human Rights Council\n\n46/7. Human rights\n\n"
        "The Human Rights Council,\n\nRecalling General Assembly resolution 60/251, and its "
        "resolutions 34/7, 5/1 and S-16/1, and Council resolution 43/20,"
    )

    assert read(text) == [
        "A/HRC/RES/46/7",
        "A/RES/60/251",
        "A/HRC/RES/34/7",
        "A/HRC/RES/5/1",
        "A/HRC/RES/S-16/1",
        "A/HRC/RES/43/20",
    ]


def test_a_number_settled_once_is_settled_everywhere() -> None:
    text = "Resolution 51/8 is ignored.\n\nHuman Rights Council resolution 51/8 asks for it."

    assert read(text) == ["A/HRC/RES/51/8", "A/HRC/RES/51/8"]


def test_a_number_before_people_is_not_of_the_list() -> None:
    assert read("Security Council resolution 1325, 1200 people read it") == [
        "S/RES/1325 (2000)"
    ]


def test_resolutions_of_a_year_are_a_known_set() -> None:
    text = "the 1998 UN Security Council resolutions on Kosovo"

    mentions = find_symbols(Flow.join([(0, text)]))

    assert [(m.symbol, m.group, m.span.of(text)) for m in mentions] == [
        (None, "UNSC:KOSOVO-1998", "the 1998 UN Security Council resolutions")
    ]


def test_resolutions_of_a_year_on_another_matter_are_no_known_set() -> None:
    assert find_symbols(Flow.join([(0, "the 1998 Security Council resolutions")])) == ()


def test_a_damaged_running_number_is_read_by_the_years_beside_it() -> None:
    assert read("In March 1976 document Sl2011 was issued") == ["S/12011"]
    assert read("In 1951 document Sl2011 was issued") == ["S/2011"]
    assert read("document Sl2011 was issued") == [None]


@pytest.mark.parametrize(
    ("symbol", "instrument"),
    [
        ("S/RES/757 (1992)", "UNSC:S/RES/757(1992)"),
        ("A/RES/46/182", "UNGA:A/RES/46/182"),
        ("A/HRC/RES/46/7", "HRC:A/HRC/RES/46/7"),
        ("A/62/L.42", None),
        ("S/PRST/2020/5", None),
        ("A/HRC/DEC/S-1/101", None),
        ("nonsense", None),
    ],
)
def test_a_resolution_counts_as_an_instrument(symbol: str, instrument: str | None) -> None:
    assert instrument_id(symbol) == instrument


@pytest.mark.skipif(not SHARED.exists(), reason="the shared symbol tests are not here")
def test_the_shared_symbol_tests_pass() -> None:
    with SHARED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    wrong = [row["text"] for row in rows if not _agrees(row["text"], row["expected"])]

    assert len(rows) == 50
    assert wrong == []


def _agrees(text: str, expected: str) -> bool:
    mentions = [m for m in find_symbols(Flow.join([(0, text)])) if m.symbol]
    got = [(m.rule.partition(":")[2], _bare(m.symbol or "")) for m in mentions]
    wanted = [entry.partition("=") for entry in expected.split("; ") if entry]
    return len(got) == len(wanted) and all(
        # The file leaves the year of a bare number out; we complete it.
        kind == rule and symbol in {_bare(want), symbol.partition("(")[0] + _year(want, symbol)}
        for (rule, symbol), (kind, _, want) in zip(got, wanted, strict=True)
    )


def _bare(symbol: str) -> str:
    return symbol.replace(" ", "").replace("\u00a0", "")


def _year(wanted: str, symbol: str) -> str:
    bare = symbol.partition("(")[0]
    return symbol.removeprefix(bare) if _bare(wanted) == bare else "?"


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        (
            "The UN Human Rights Council, in its resolution 9/99, regretted it.",
            ["A/HRC/RES/9/99"],
        ),
        ("Security Council resolution 9731 (2019)", ["S/RES/9731 (2019)"]),
        ("General Assembly resolution 75/192-B", ["A/RES/75/192 B"]),
        (
            "The General Assembly adopted resolutions, the last one, 37/30, being weak.",
            ["A/RES/37/30"],
        ),
        (
            "United Nations: resolutions 2066 (XX), 2232 (XXI) and 2357 (XXII)",
            ["A/RES/2066(XX)", "A/RES/2232(XXI)", "A/RES/2357(XXII)"],
        ),
        ("See 1514 (XV) and 1325 (2000). UN.", ["A/RES/1514(XV)", "S/RES/1325 (2000)"]),
        (
            "In its resolution 3314 (XXIX), the General Assembly defined it.",
            ["A/RES/3314(XXIX)"],
        ),
        (
            "Resolution 1503 (XLVIII) and 728 F (XXVIII)",
            ["E/RES/1503(XLVIII)", "E/RES/728(XXVIII)F"],
        ),
        (
            "The Commission on Human Rights noted it in its resolution 4 (XXXI).",
            ["E/CN.4/RES/4(XXXI)"],
        ),
        (
            "The Security Council, in resolutions 38, 39 and 47 of 1948,",
            ["S/RES/38 (1948)", "S/RES/39 (1948)", "S/RES/47 (1948)"],
        ),
        ("Security Council Res. 827/1993", ["S/RES/827 (1993)"]),
        (
            "Commission on Human Rights resolutions 1992/S-1/1 and 1994/72",
            ["E/CN.4/RES/1992/S-1/1", "E/CN.4/RES/1994/72"],
        ),
        ("UNSC 1701 and UNSC Res. 1559", ["S/RES/1701 (2006)", "S/RES/1559 (2004)"]),
        ("Sir, we recall resolution 1973. The United Nations acted.", ["S/RES/1973 (2011)"]),
        ("A/Res/62/10, S/Res/1325 (2000)", ["A/RES/62/10", "S/RES/1325 (2000)"]),
        ("A/RES/6O/147 and S/RES/l244 (1999)", ["A/RES/60/147", "S/RES/1244 (1999)"]),
        ("resolution 1004 (ES-lI)", ["A/RES/1004(ES-II)"]),
        ("A/810; NPT/CONF.2010/50; GA/SPD/307", ["A/810", "NPT/CONF.2010/50", "GA/SPD/307"]),
    ],
)
def test_numbers_away_from_the_usual_form_are_read(text: str, symbols: list[str]) -> None:
    assert read(text) == symbols


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council met on 12/03/2008; the draft works 24/7, and (9/11) is a date.",
        "United Nations. Flight 655 (1988); 900 (1994) people; Table 5 (XV).",
        "United Nations. Government Resolution No. 45/2009 and Act No. 12/2004.",
        "United Nations. AG/RES. 2134 (XXXV-O/05)",
    ],
)
def test_numbers_of_other_things_are_no_resolutions(text: str) -> None:
    assert [symbol for symbol in read(text) if symbol is not None] == []
