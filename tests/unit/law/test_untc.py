from datetime import date

import pytest

from averment.errors import InvalidImportError
from averment.law.imports.acts import ImportedAct, ImportedActs
from averment.law.imports.untc import Limits, read_untc
from averment.law.imports.untc_cell import read_heading, without_footnotes
from averment.law.participation import ActKind

HEAD = (
    "Participant,Signature,"
    '"Approval(AA), Acceptance(A), Accession(a), Succession(d), Ratification"\n'
)
XML = """<?xml version="1.0" encoding="utf-8"?>
<Treaty><Title>One &amp; another</Title><Text><Anything/></Text>
<Participants><Table><TGroup Cols="3">
<THead><Row><Entry>Participant</Entry><Entry>Signature</Entry>
<Entry>Accession(a), Ratification</Entry></Row></THead>
<TBody><Rows><Row><Entry>Armenia<superscript>1</superscript></Entry><Entry/>
<Entry>23 Jun 1993 a</Entry></Row></Rows></TBody>
</TGroup></Table></Participants></Treaty>
"""


def untc(text: str, *, skip_unknown: bool = False) -> ImportedActs:
    lines = text.splitlines(keepends=True)
    return read_untc(lines, file="iv-1.csv", skip_unknown=skip_unknown)


def test_a_status_table_is_read_by_the_letters_of_its_heading() -> None:
    found = untc(
        HEAD
        + '"China 1, 2",14 Sep 1981,7 Apr 1982\n'
        + "Montenegro,,23 Oct 2006 d\n"
        + "Netherlands,18 Jul 1998,17 Jul 2001 A\n"
        + "Cook Islands,,18 Jul 2008 a\n"
    )

    assert [(act.state, act.kind, act.on) for act in found.acts] == [
        ("CHN", ActKind.SIGNATURE, date(1981, 9, 14)),
        ("CHN", ActKind.RATIFICATION, date(1982, 4, 7)),
        ("COK", ActKind.ACCESSION, date(2008, 7, 18)),
        ("MNE", ActKind.SUCCESSION, date(2006, 10, 23)),
        ("NLD", ActKind.SIGNATURE, date(1998, 7, 18)),
        ("NLD", ActKind.ACCEPTANCE, date(2001, 7, 17)),
    ]


def test_what_stands_in_brackets_is_left_out_and_named() -> None:
    found = untc(HEAD + "Jamaica,,[3 Oct 1975 ]\nFrance,,1 Jan 2001\n")

    assert [act.state for act in found.acts] == ["FRA"]
    assert found.bracketed == ("JAM",)


def test_organisations_are_no_states() -> None:
    found = untc(HEAD + "European Union,,1 Jan 2001 a\nFrance,,1 Jan 2001\n")

    assert found.skipped == {"European Union": 1}


def test_the_xml_of_the_page_is_read() -> None:
    assert untc(XML).acts == (
        ImportedAct(state="ARM", kind=ActKind.ACCESSION, on=date(1993, 6, 23)),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "Atlantis,,1 Jan 2001\n", "line 2, column 1: there is no State 'Atlantis'"),
        (HEAD + "France,,31 Feb 2001\n", "line 2, column 3: .*a day that no calendar has"),
        (HEAD + "France,,1 Janvier 2001 z\n", "the letter z is not explained by the heading"),
        (HEAD + "France,,in 2001\n", "no day like 10 Feb 2003"),
        ("Participant,Opinion\nFrance,1 Jan 2001\n", "line 1: 'Opinion' names no act"),
        ("Participant\nFrance\n", "a column with an act is wanted"),
        ("Name,Signature\nFrance,1 Jan 2001\n", "the column participant"),
        (
            XML.replace("<Entry/>", "<Foo/>"),
            "line 6, column [0-9]+: the element 'Foo' is not known",
        ),
        (XML.replace("</Participants>", ""), "line 8, column [0-9]+: mismatched tag"),
        (XML.replace("Armenia", "Atlantis"), "there is no State 'Atlantis'"),
        ("<a><b/></a>", "there is no table of participants in it"),
        ("<a>" * 200, "nested too deeply"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(InvalidImportError, match=said):
        untc(text)


def test_an_xml_bomb_is_refused_before_it_grows() -> None:
    bomb = (
        '<?xml version="1.0"?>\n<!DOCTYPE a [\n<!ENTITY a "ha">\n'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">\n' for n in range(8))
        + "]>\n<a>&i;</a>\n"
    )

    with pytest.raises(InvalidImportError, match=r"line 3, .*entities are not read"):
        untc(bomb)


def test_unknown_participants_can_be_left_out() -> None:
    found = untc(HEAD + "Atlantis,,1 Jan 2001\nFrance,,1 Jan 2001\n", skip_unknown=True)

    assert found.skipped == {"Atlantis": 1}


def test_a_letter_d_below_signature_is_a_succession_to_it() -> None:
    heading = read_heading("Signature")

    assert heading is not None
    assert heading.kinds["d"] is ActKind.SUCCESSION_TO_SIGNATURE


@pytest.mark.parametrize(
    ("printed", "name"),
    [("China 1, 2", "China"), ("Germany3", "Germany"), ("France", "France"), ("12", "")],
)
def test_footnote_numbers_are_no_part_of_a_name(printed: str, name: str) -> None:
    assert without_footnotes(printed) == name


def test_an_act_that_cannot_be_of_its_day_is_refused_with_its_place() -> None:
    limits = Limits(earliest=date(1966, 12, 16), latest=date(2026, 2, 6))
    rows = {
        "13 Sep 1900": "before the instrument was adopted",
        "13 Sep 2090": "after 2026-02-06",
    }

    for day, why in rows.items():
        with pytest.raises(InvalidImportError, match=f"line 2, column 3: .*{why}"):
            read_untc([HEAD, f"Norway,20 Mar 1968,{day}\n"], file="iv-4.csv", limits=limits)


@pytest.mark.parametrize("encoding", ["UTF-7", "utf-32", "shift_jis", "base64", "nonsense"])
def test_a_declared_encoding_never_breaks_the_reader(encoding: str) -> None:
    found = untc(XML.replace('encoding="utf-8"', f'encoding="{encoding}"'))

    assert [act.state for act in found.acts] == ["ARM"]
