"""Who writes to whom, when, and what is asked, read from end to end; see `documents.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from averment.claims.understand import understand
from averment.readers.markdown.read import read_markdown
from averment.readers.plain import read_plain


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a careful reader finds in a small document."""

    date: str | None
    to: tuple[str, ...]
    by: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Small:
    """A small document, and what it tells."""

    name: str
    text: str
    markdown: bool
    told: Told


DOCUMENTS = tuple(
    Small(
        name=entry["name"],
        text=entry["text"],
        markdown=entry.get("markdown", False),
        told=Told(
            date=entry.get("date"),
            to=tuple(entry["to"]),
            by=tuple(entry["by"]),
            asks=tuple(entry["asks"]),
        ),
    )
    for entry in tomllib.loads(
        Path(__file__).with_name("documents.toml").read_text(encoding="utf-8")
    )["document"]
)


@pytest.mark.parametrize("small", DOCUMENTS, ids=lambda small: small.name)
def test_a_document_tells_its_frame_and_what_it_asks(small: Small) -> None:
    read = read_markdown if small.markdown else read_plain
    reading = understand(read(small.text.encode(), name="document"))
    head = reading.letterhead
    requests = [request for claim in reading.claims for request in claim.requests]

    assert small.told == Told(
        date=head.date.value if head.date is not None else None,
        to=tuple(addressee.value for addressee in head.addressees),
        by=tuple(signatory.value for signatory in head.signatories),
        asks=tuple(
            " ".join(request.span.of(reading.document.text).split())
            for request in requests
            if not request.procedural
        ),
    )
