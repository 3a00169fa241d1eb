"""What a link proves about the address printed over it, and what it does not."""

import pytest

from averment.apparatus.address_link import is_web, proved_by_link
from averment.apparatus.address_repair import repair
from averment.documents.document import Link
from averment.documents.span import Span

NONE: frozenset[str] = frozenset()


def outcome_of(raw: str, target: str) -> tuple[str | None, str, bool]:
    link = Link(span=Span(0, len(raw)), target=target)
    outcome, elsewhere = proved_by_link(raw, repair(raw), link, hosts=NONE)
    return outcome.repaired, outcome.status.value, elsewhere


@pytest.mark.parametrize(
    ("raw", "target", "expected"),
    [
        ("http://x.org/a-b", "http://x.org/a-b", ("http://x.org/a-b", "intact", False)),
        ("http://x.org/a", "https://www.x.org/a/", ("http://x.org/a", "intact", False)),
        ("http://x.org/a- b", "http://x.org/a-b", ("http://x.org/a-b", "repaired", False)),
        (
            "http://x.org/a_",
            "http://x.org/a_b.pdf",
            ("http://x.org/a_b.pdf", "repaired", False),
        ),
        # The link stops at the line end, the words go on.
        ("http://x.org/a-\nb", "http://x.org/a-", ("http://x.org/a-b", "repaired", False)),
        ("http://x.org/a", "http://y.org/a", ("http://x.org/a", "intact", True)),
        ("http://x.org/one", "http://x.org/other/page", ("http://x.org/one", "intact", True)),
        ("http://x.org/a", "javascript:void(0)", ("http://x.org/a", "intact", False)),
    ],
)
def test_a_link_proves_only_what_differs_by_damage(
    raw: str, target: str, expected: tuple[str | None, str, bool]
) -> None:
    assert outcome_of(raw, target) == expected


@pytest.mark.parametrize(
    ("target", "web"),
    [("https://x.org", True), ("www.x.org", True), ("mailto:a@x.org", False), ("#n1", False)],
)
def test_only_links_to_the_web_lead_to_sources(target: str, web: bool) -> None:  # noqa: FBT001 - the expected answer
    assert is_web(Link(span=Span(0, 1), target=target)) is web
