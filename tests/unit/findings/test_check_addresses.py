"""Addresses: gone, cut, damaged, and sound ones that serve badly. Every page is made up."""

import pytest

from averment.claims.understand import understand
from averment.findings.citations.address_use import check_address_use
from averment.findings.citations.addresses import check_addresses
from averment.findings.finding import Finding
from averment.readers.plain import read_plain

LETTER = """12 March 2012

Dear Director-General,

On 3 March 2012 the Norvenian army shelled the market of Port Callis.1

Yours sincerely,

Harbour Rights Collective

1. "{title}", {publisher}, {date}, available at {address}
"""
TITLE = "Market of Port Callis shelled after the truce"


def findings(
    address: str,
    *,
    title: str = TITLE,
    publisher: str = "The Callis Courier",
    date: str = "4 March 2012",
) -> list[Finding]:
    text = LETTER.format(address=address, title=title, publisher=publisher, date=date)
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    listed = [*check_addresses(reading), *check_address_use(reading)]
    return sorted(listed, key=lambda f: (f.span, f.code))


def found(address: str, **more: str) -> list[tuple[str, str]]:
    return [(f.code, f.severity.name) for f in findings(address, **more)]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://courier.example/market-shelled.html", []),
        ("http://courier.example/market-shelled.html", []),
        (".", [("CIT301", "ERROR")]),
        ("https://www.youtube.com/watch?v=k3Rr_9dQ-b", [("CIT302", "WARNING")]),
        ("https://courier.example/market-of- port-callis.html", [("CIT303", "WARNING")]),
        ("https://courier.example/market-of-\nport-callis.html", [("CIT303", "NOTE")]),
        (
            "https://courier.example/market-of-port-callisshelled-after-the-truce",
            [("CIT304", "ERROR")],
        ),
        ("https://courier.example/market?utm_source=mail", [("CIT305", "NOTE")]),
        ("https://courier.example/market>", [("CIT306", "NOTE")]),
        ("https://bit.ly/3xYzAbc", [("CIT307", "NOTE")]),
        ("https://courier.example/", [("CIT308", "NOTE")]),
        ("https://www.google.com/search?q=port+callis", [("CIT308", "NOTE")]),
        ("https://courier.example/search?q=port+callis", [("CIT308", "NOTE")]),
        ("https://courier.example/story?id=7&PHPSESSID=8a1f", [("CIT309", "NOTE")]),
        ("https://courier.example/2012/03/04/market", []),
        ("https://courier.example/2012/03/05/market", [("CIT310", "NOTE")]),
        ("https://courier.example/2012/mar/09/market", [("CIT310", "WARNING")]),
        ("https://courier.example/20120309-market", [("CIT310", "WARNING")]),
        ("https://courier.example/19550309-market", []),
        ("https://web.archive.org/web/20120309000000/https://courier.example/m", []),
    ],
)
def test_what_is_told_of_an_address(address: str, expected: list[tuple[str, str]]) -> None:
    assert found(address) == expected


def test_the_restored_address_stands_in_the_remedy_with_each_step() -> None:
    listed = findings("https://courier.example/market-of- port_callis html")

    assert [(f.code, f.remedy) for f in listed] == [
        ("CIT303", "Print it as https://courier.example/market-of-port_callis.html")
    ]
    assert [ground.text for ground in listed[0].grounds] == [
        (
            "a line break or space inside it: "
            "an address holds no white space; lines are broken at “-”"
        ),
        "a full stop that became a space: “html” is a file's ending",
    ]


def test_guesses_are_candidates_and_never_a_remedy() -> None:
    [finding] = findings("https://www.youtube.com/watch?v=k3Rr_9dQ-b")

    assert finding.candidates
    assert "http" not in finding.remedy


def test_a_publisher_on_another_publishers_site_is_asked_about() -> None:
    address = "https://www.theguardian.com/world/market"

    assert found(address, publisher="The Independent") == [("CIT311", "NOTE")]
    assert found(address, publisher="The Observer") == []
    assert found(address, publisher="Reuters") == []
