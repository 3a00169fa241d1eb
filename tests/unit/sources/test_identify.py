"""Which citations lead to one source."""

import pytest

from averment.sources.identify import Cited, host_of, identify


def sources(*cited: Cited) -> list[tuple[int, ...]]:
    return [source.citations for source in identify(cited)]


def test_two_citations_of_one_address_are_one_source() -> None:
    assert sources(
        Cited(title="Mill Burns", url="https://www.example.org/a/"),
        Cited(title="The mill", url="http://example.org/a#part"),
        Cited(title="Ashes", url="https://example.org/b"),
    ) == [(0, 1), (2,)]


def test_the_same_title_publisher_and_date_are_one_source_whatever_the_case() -> None:
    assert sources(
        Cited(title="Mill Burns", publisher="The Courier", date="2012-05-03"),
        Cited(title="MILL BURNS", publisher="the courier", date="2012-05-03"),
        Cited(title="Mill Burns", publisher="The Observer", date="2012-05-03"),
    ) == [(0, 1), (2,)]


def test_a_short_form_is_the_source_it_points_to() -> None:
    assert sources(Cited(title="Ashes"), Cited(short=True, refers_to=0)) == [(0, 1)]


def test_a_short_form_that_points_nowhere_is_no_source() -> None:
    assert sources(Cited(short=True), Cited(title="Ashes")) == [(1,)]


def test_a_source_takes_each_value_from_the_first_citation_that_has_it() -> None:
    (source,) = identify(
        [
            Cited(title="Ashes", url="https://example.org/a"),
            Cited(url="https://example.org/a", author="A. Marsh", date="2012"),
        ]
    )

    assert (source.number, source.title, source.author, source.date, source.host) == (
        1,
        "Ashes",
        "A. Marsh",
        "2012",
        "example.org",
    )


def test_an_agency_named_as_author_is_the_origin_of_the_text() -> None:
    (source,) = identify([Cited(title="Ashes", author="Reuters", publisher="The Courier")])

    assert source.agency == "Reuters"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Example.org:80/a", "example.org"),
        ("example.org/a", "example.org"),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_the_host_of_an_address(url: str | None, host: str | None) -> None:
    assert host_of(url) == host
