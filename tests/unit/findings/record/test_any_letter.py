"""Any letter: the same findings twice, spans inside it, in time."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.findings.record.records import MEMBERSHIPS, SESSIONS, TestRecord, findings, read

from averment.findings.record.check import check_record
from averment.un_record.record import Record

PIECES = (
    "General Assembly resolution 62/243 ",
    "A/62/243 ",
    "S/RES/822 (1993) ",
    "S/1991/12 ",
    "these resolutions demand ",
    "was adopted by 39 votes to 7, with 100 abstentions ",
    "on 14 March 2008 ",
    "at its sixty-second session ",
    "3 of the 5 permanent members voted against it ",
    "“immediate withdrawal of all boats” ",
    "resolution titled “a b c d” ",
    "legally binding ",
    "vetoed ",
    "Security Council ",
    "China abstaining ",
    "unanimously ",
    ". ",
    "\n\n",
    "“",
    "(",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_letter_gives_the_same_findings_twice_and_spans_inside_it(
    pieces: list[str],
) -> None:
    text = "".join(pieces)
    found = findings(text)
    length = len(read(text).document.text)

    assert found == findings(text)
    assert all(0 <= one.span.start < one.span.end <= length for one in found)


def test_a_long_hostile_letter_is_handled_in_linear_time() -> None:
    reading = read("General Assembly resolution 62/243 obliges “these words are long” " * 300)
    found = check_record(
        reading, Record((TestRecord(),)), memberships=MEMBERSHIPS, sessions=SESSIONS
    )

    assert {one.code for one in found} == {"REC114"}
