"""What a damaged address was, step by step, and what is never guessed."""

import pytest

from averment.apparatus.address_repair import repair
from averment.documents.address import AddressStatus, Damage


def damages(raw: str, **known: str) -> list[Damage]:
    return [step.damage for step in repair(raw, **known).steps]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("http://example.org/on-\nport-callis", "http://example.org/on-port-callis"),
        ("http://example.org/2012/03/ 5f20-a.html", "http://example.org/2012/03/5f20-a.html"),
        ("http://example.org/middle east/a-b", "http://example.org/middle_east/a-b"),
        ("http://example.org/news/1031632 html>", "http://example.org/news/1031632.html"),
        ("http://example.org/doherty97, htm", "http://example.org/doherty97.htm"),
        ("http//example.org/en/", "http://example.org/en/"),
        ("https:/www.example.org/node/1", "https://www.example.org/node/1"),
        ("hitns://example.org/a", "https://example.org/a"),
        ("http:// www.example.org/en/doc", "http://www.example.org/en/doc"),
        ("hxxps://www.example[.]com/a", "https://www.example.com/a"),
        ("https://en, example.org/wiki/A", "https://en.example.org/wiki/A"),
        ("https://example.org/a?x=1&amp;y=2", "https://example.org/a?x=1&y=2"),
        (
            "https://example.org/image 06ff963d-daf5-5f0d-8a36fd1730f804b8 html>",
            "https://example.org/image_06ff963d-daf5-5f0d-8a36-fd1730f804b8.html",
        ),
    ],
)
def test_what_the_address_itself_proves_is_repaired(raw: str, meant: str) -> None:
    outcome = repair(raw)

    assert (outcome.status, outcome.repaired) == (AddressStatus.REPAIRED, meant)


def test_a_lost_hyphen_is_proved_by_the_words_of_the_title() -> None:
    outcome = repair(
        "https://example.org/2012/norvenia-estaviacivilians-must-be-protected/",
        title="Norvenia/Estavia: Civilians must be protected",
    )

    assert outcome.repaired == (
        "https://example.org/2012/norvenia-estavia-civilians-must-be-protected/"
    )
    assert [step.damage for step in outcome.steps] == [Damage.WRAP_HYPHEN_LOST]


def test_a_compound_that_the_publisher_may_have_joined_itself_is_left() -> None:
    raw = "https://example.org/the-wartorn-valley-of-sorrel"

    assert repair(raw, title="The War-torn Valley of Sorrel").repaired == raw


def test_a_figure_in_the_title_is_not_parted() -> None:
    raw = "https://example.org/over-1000-people-fled-port-callis"

    assert repair(raw, title="Over 1,000 people fled Port Callis").repaired == raw


def test_an_intact_address_stays_as_it_is() -> None:
    raw = "https://example.org/a?b=2&a=1&a=3#c"

    assert (repair(raw).status, repair(raw).repaired, repair(raw).steps) == (
        AddressStatus.INTACT,
        raw,
        (),
    )


def test_tracking_is_set_aside_and_everything_else_keeps_its_order() -> None:
    outcome = repair("https://example.org/a?z=1&fbclid=Iw&b=2&utm_source=x#part")

    assert outcome.repaired == "https://example.org/a?z=1&b=2#part"
    assert outcome.status is AddressStatus.INTACT


@pytest.mark.parametrize(
    "raw",
    [
        'https://www.youtube.com/watch?v="ref">tpYsHUGr6o>',
        "https://www.youtube.com/watch?v=dQw4w9WgXc",
        "https://example.org/reports/of_the_",
        "https://example.org/reports/saville-the-",
        "https://example.org/a?id=",
        "https://example.org/long slug-of-words",
        "https://www",
    ],
)
def test_what_nothing_proves_is_never_repaired(raw: str) -> None:
    outcome = repair(raw)

    assert (outcome.status, outcome.repaired) == (AddressStatus.TRUNCATED, None)


def test_a_guess_is_offered_as_a_candidate_only() -> None:
    outcome = repair("https://www.youtube.com/watch?v=tpYsHUGr6o")

    assert "https://www.youtube.com/watch?v=_tpYsHUGr6o" in outcome.candidates


def test_a_host_that_cannot_exist_is_mended_by_the_one_known_host_near_it() -> None:
    hosts = frozenset({"en.wikipedia.org", "example.org"})

    outcome = repair("http://en.wikipedia.ora/wiki/A", hosts=hosts)

    assert outcome.repaired == "http://en.wikipedia.org/wiki/A"


def test_every_step_gives_its_proof() -> None:
    outcome = repair("http://example.org/middle east/1031632 html>")

    assert damages("http://example.org/middle east/1031632 html>") == [
        Damage.STRAY_GT,
        Damage.UNDERSCORE_TO_SPACE,
        Damage.DOT_TO_SPACE,
    ]
    assert all(step.proof for step in outcome.steps)
