"""Laws of the findings on citations: nothing crashes, every word shown is the text's."""

import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from averment.claims.understand import understand
from averment.findings.citations.check import check_citations
from averment.findings.finding import Finding
from averment.findings.rules import RULES, page_of
from averment.findings.sources.check import check_sources
from averment.readers.plain import document_of_text

PIECES = st.sampled_from(
    [
        "On 3 March 2012 the army of Norvenia shelled the market of Port Callis",
        "Soldiers burned a school in Tarn, killing four people",
        "The Minister said “nobody lives there”",
        "for over 2,000 years",
        "We urge you to act.",
        "including:",
        "- ",
        "; and",
        ".",
        ". ",
        "\n",
        "\n\n",
        "¹",
        "²",
        "³",
        "1",
        "2 ",
        " 3",
        "[2]",
        "Notes",
        "1. ",
        "2. ",
        "3. ",
        "See ",
        '"Market shelled," ',
        "The Courier ",
        "(Oct. 4, 2012), ",
        "available at ",
        "http://x.org/2012/10/09/a-b ",
        "Ibid. ",
        "Id. ",
        "Vale, supra note 2, p. 4. ",
        "https:// www.example.org/c d html>",
        "https://bit.ly/abc ",
        "https://www.youtube.com/watch?v=abcdefghij ",
        "Wikipedia",
        "News Desk, ",
        "Reuters, ",
        "“",
        "”",
        '"',
        "12 March 2012",
        "Dear Sir,",
        "Multiple independent journalists have documented this",
    ]
)
LETTERS = st.lists(PIECES | st.text(max_size=4), max_size=50).map("".join)
QUOTED = re.compile(r"“([^“”]*)”")


def check(text: str) -> tuple[list[Finding], str]:
    reading = understand(document_of_text(text, name="letter.txt"))
    return [*check_citations(reading), *check_sources(reading)], reading.document.text


def levelled(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=100, deadline=None)
@given(text=LETTERS)
def test_any_text_is_checked_and_every_span_lies_inside_it(text: str) -> None:
    found, document = check(text)

    for finding in found:
        spans = [finding.span, *(g.span for g in finding.grounds if g.span is not None)]
        assert all(0 <= span.start < span.end <= len(document) for span in spans)
        assert finding.code in RULES
        assert finding.message.count(". ") <= 3
        assert finding.remedy


@settings(max_examples=60, deadline=None)
@given(text=LETTERS)
def test_the_same_bytes_give_the_same_findings(text: str) -> None:
    assert check(text) == check(text)


@settings(max_examples=60, deadline=None)
@given(text=LETTERS)
def test_what_a_message_quotes_stands_in_the_text(text: str) -> None:
    found, document = check(text)

    plain = levelled(document)
    for finding in found:
        assert all(levelled(words) in plain for words in QUOTED.findall(finding.message)), (
            finding
        )


def test_a_long_hostile_text_takes_seconds_at_most() -> None:
    line = "Soldiers burned a school in Tarn, killing four people.1 See Vale, supra note 2. "
    note = '1. Vale, "School burned in Tarn," Courier (4 March 2012), https://x.org/2012/03/04/a.\n\n'
    text = "12 March 2012\n\n" + (line * 60 + "\n\n") * 25 + note * 600
    reading = understand(document_of_text(text, name="letter.txt"))

    begun = time.process_time()
    found = [*check_citations(reading), *check_sources(reading)]
    assert time.process_time() - begun < 5
    assert found


def test_every_code_has_a_page_with_its_parts() -> None:
    parts = [
        "## What it says",
        "## Why it matters",
        "## How to mend it",
        "## Example",
        "## Authority",
        "## What the check cannot see",
    ]
    for code in RULES:
        if code.startswith(("CIT", "SRC")):
            page = page_of(code)
            assert page.startswith(f"# {code}: {RULES[code].title}\n")
            assert [line for line in page.splitlines() if line.startswith("## ")] == parts
