"""The law findings on any text: no crash, spans inside, cost that grows with the length."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from averment.claims.understand import understand
from averment.findings.law.check import check_law
from averment.findings.law.qualifications import qualifications
from averment.findings.prose import read_prose
from averment.law.lawbook import packaged_lawbook
from averment.readers.plain import read_plain

_PIECES = st.sampled_from(
    [
        "Iceland ",
        "and Luxembourg ",
        "has ratified ",
        "is not a party to ",
        "violated ",
        "in breach of ",
        "by Iceland",
        ", to which ",
        "is bound by ",
        "the Convention against Torture ",
        "the Geneva Conventions ",
        "article 61 of the Convention on the Rights of the Child",
        "the Genocide Convention",
        "on 3 May 2009",
        "the International Criminal Court should investigate",
        "civil war",
        "genocide was committed",
        "shelled a hospital ",
        "; (ii) ",
        ": ",
        ". ",
        "\n\n",
        '"',
        "but not ",
        "neither ",
    ]
)
_HOSTILE_LENGTH = 200_000
_SECONDS = 6.0


@given(st.lists(_PIECES, max_size=25).map("".join))
@settings(max_examples=60, deadline=None)
def test_any_text_is_checked_and_spans_lie_inside(body: str) -> None:
    reading = understand(
        read_plain(f"27 October 2010\n\nDear Sir,\n\n{body}\n".encode(), name="letter.txt")
    )
    book = packaged_lawbook()

    found = list(check_law(reading, book))

    length = len(reading.document.text)
    assert all(0 <= f.span.start < f.span.end <= length for f in found)
    assert found == list(check_law(reading, book))
    for one in qualifications(reading, book):
        assert all(e.shown is None or e.shown.end <= length for e in one.qualification.elements)


def test_a_long_hostile_text_costs_no_more_than_its_length() -> None:
    unit = "Iceland and Luxembourg has ratified the CRC, by which the CAT, and legally fully "
    text = "27 October 2010\n\nDear Sir,\n\n" + unit * (_HOSTILE_LENGTH // len(unit))
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    book = packaged_lawbook()
    read_prose(reading)

    begun = time.perf_counter()
    list(check_law(reading, book))

    assert time.perf_counter() - begun < _SECONDS
