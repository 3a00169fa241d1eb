"""Laws of the figure, procedure and safety checks, for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averment.claims.understand import understand
from averment.findings.figures.check import check_figures
from averment.findings.finding import Finding
from averment.findings.procedure.check import check_procedure
from averment.findings.safety.check import check_safety
from averment.readers.plain import document_of_text

WORDS = st.sampled_from(
    [
        "of whom",
        "46 people",
        "17",
        "15",
        "seven",
        "and",
        ",",
        ":",
        ";",
        ".",
        "\n",
        "\n\n",
        "(13)",
        "twelve",
        "per cent",
        "%",
        "between",
        "Tuesday,",
        "31 June 2012",
        "4 March 2012",
        "from",
        "to",
        "Anna Bell",
        "Karel Dunn",
        "aged",
        "12",
        "was",
        "raped",
        "killed",
        "witness",
        "the the",
        "the above violations",
        "so-called",
        "regime",
        "“",
        "”",
        '"',
        "independent",
        "sources",
        "+99 555 123 4567",
        "a@b.example",
        "41.23456, 47.65432",
        "passport No. AB 123456",
        "Dear Sir,",
        "Yours sincerely,",
        "We ask you to visit.",
        "the following three cases:",
        "(i)",
        "(ii)",
        "- a raid",
        "born in 1990",
        "fifth week of the war",
        "war began on",
        "on condition of anonymity",
        "Republic of Estavia",
        "Republic Estavia",
        "¹",
        "\u200b",
        "\u00ad",
        "é",
        "\u0130",
        "ﬁ",
        "1",
        "To: OHCHR, UPR Submissions",
        "at 2475 hours",
        "3 of the 5",
        "and all Chairs—A, B and C",
    ]
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=60).map(" ".join)


def findings(text: str) -> list[Finding]:
    reading = understand(document_of_text(text, name="letter.txt"))
    return [
        *check_figures(reading),
        *check_procedure(reading),
        *check_safety(reading),
    ]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_finding_points_at_words_of_the_text(text: str) -> None:
    for finding in findings(text):
        spans = [finding.span, *(g.span for g in finding.grounds if g.span is not None)]

        assert all(span.end <= len(text) for span in spans)
        assert finding.span.of(text) != ""


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_findings(text: str) -> None:
    assert findings(text) == findings(text)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_no_safety_message_holds_the_words_it_is_about(text: str) -> None:
    for finding in findings(text):
        if finding.code.startswith("SAF"):
            words = " ".join(finding.span.of(text).split())

            assert words not in finding.message + finding.remedy


HOSTILE = {
    "born": "born in 1990, aged 4, ",
    "parts": "40 men, of whom 12, 13, 14 and ",
    "cases": "the following three cases: (i) a (ii) b ",
    "groups": "3 of the 5 x and all A—",
    "names": "killed Anna Bell, ",
    "quotes": '" ',
    "decimals": "12.3456, ",
    "capitals": "Ab ",
    "plates": "license plate number ",
    "hiding": "is now hiding in the a a a a ",
    "kin": "a young man and his mother ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    text = piece * (40_000 // len(piece))

    assert all(f.span.end <= len(text) for f in findings(text))
