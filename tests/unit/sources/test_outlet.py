"""Who publishes: by host, by printed name."""

import pytest

from averment.sources.outlet import broadcasts_abroad, find_agency, find_outlet, known_hosts
from averment.sources.source import OutletKind


@pytest.mark.parametrize("name", ["Reuters", "The Reuters", "REUTERS", "Thomson Reuters"])
def test_an_outlet_is_known_by_any_form_of_its_name(name: str) -> None:
    outlet = find_outlet(host=None, publisher=name)

    assert outlet is not None
    assert (outlet.name, outlet.kind) == ("Reuters", OutletKind.NEWS_AGENCY)


def test_an_outlet_is_known_by_the_host_and_by_hosts_below_it() -> None:
    one = find_outlet(host="reuters.com", publisher=None)
    below = find_outlet(host="x.reuters.com", publisher=None)

    assert one is not None
    assert one == below


def test_on_a_platform_whoever_posts_is_the_publisher() -> None:
    outlet = find_outlet(host="youtube.com", publisher="Port Callis Radio")

    assert outlet is not None
    assert (outlet.name, outlet.kind) == ("Port Callis Radio", OutletKind.PLATFORM)


def test_a_host_of_a_government_tells_a_state_body() -> None:
    outlet = find_outlet(host="mod.gov.example", publisher="Ministry of Defence")

    assert outlet is not None
    assert (outlet.name, outlet.kind) == ("Ministry of Defence", OutletKind.STATE_BODY)


def test_an_unknown_outlet_stays_unknown() -> None:
    assert find_outlet(host="courier.example", publisher="The Courier") is None


def test_only_a_news_agency_is_an_agency() -> None:
    assert find_agency("The Guardian") is None
    assert find_agency(None) is None


def test_a_broadcaster_abroad_is_told_from_others() -> None:
    reuters = find_outlet(host=None, publisher="Reuters")

    assert reuters is not None
    assert not broadcasts_abroad(reuters)


def test_host_names_stand_without_www() -> None:
    assert not any(host.startswith("www.") for host in known_hosts())
