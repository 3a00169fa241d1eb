"""Notes, addresses and citations of whole small documents."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from averment.apparatus.apparatus import Apparatus, read_apparatus
from averment.readers.html.read import read_html
from averment.readers.markdown.read import read_markdown
from averment.readers.plain import document_of_text
from averment.sources.outlet import known_hosts

DOCUMENTS = tomllib.loads(
    Path(__file__).with_name("documents.toml").read_text(encoding="utf-8")
)["document"]


def flat(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def read(text: str) -> Apparatus:
    return read_apparatus(document_of_text(text, name="letter.txt"), hosts=known_hosts())


def of_page(page: str) -> Apparatus:
    return read_apparatus(read_html(page.encode(), name="page.html"), hosts=known_hosts())


@pytest.mark.parametrize("entry", DOCUMENTS, ids=lambda entry: str(entry["name"]))
def test_the_apparatus_of_a_document_is_read_as_a_careful_reader_would(
    entry: dict[str, Any],
) -> None:
    text = entry["text"].replace("[form feed]", "\f")

    found = read(text)

    notes = [
        [
            note.number,
            flat(note.anchor.of(text))[-40:] if note.anchor else "",
            flat(note.flow.text)[:40],
        ]
        for note in found.notes
    ]
    addresses = [
        [one.note or "", one.repaired or "", one.status.value] for one in found.addresses
    ]
    citations = [
        [
            one.note or "",
            flat(one.title.value),
            flat(one.publisher.value) if one.publisher else "",
            one.date.value if one.date else "",
        ]
        for one in found.citations
        if one.title
    ]
    assert notes == entry["notes"]
    assert addresses == entry["addresses"]
    assert citations == entry["citations"]


def test_an_address_belongs_to_the_citation_that_it_stands_in() -> None:
    found = read(
        "The mill burned.¹\n\n¹ “Mill Burns”, The Courier, 3 May 2012, http://example.org/a;"
        " “Ashes”, The Courier, 4 May 2012, http://example.org/b.\n"
    )

    tied = [[found.addresses[i].raw for i in c.addresses] for c in found.citations]

    assert tied == [["http://example.org/a"], ["http://example.org/b"]]


def test_an_announced_address_that_is_gone_belongs_to_its_citation() -> None:
    found = read(
        "The mill burned.¹\n\n¹ “Mill Burns”, The Courier (3 May 2012), available at .\n"
    )

    assert [found.addresses[i].status.value for i in found.citations[0].addresses] == [
        "missing"
    ]


def test_words_that_are_an_address_with_a_link_behind_them_give_one_address() -> None:
    found = of_page('<p>See <a href="https://example.org/a-b">example.org/a-b</a>.</p>')

    assert [one.repaired for one in found.addresses] == ["http://example.org/a-b"]


def test_the_link_behind_damaged_words_proves_what_they_were() -> None:
    found = of_page(
        '<p>See <a href="https://example.org/of_the_war">example.org/of_the_</a>.</p>'
    )

    (address,) = found.addresses
    assert (address.status.value, address.repaired) == (
        "repaired",
        "https://example.org/of_the_war",
    )
    assert address.steps[-1].proof == "the link behind the words leads there"


def test_a_link_that_leads_to_another_host_than_it_shows_is_kept_beside_it() -> None:
    found = of_page('<p>See <a href="https://trap.example/x">http://example.org/a</a>.</p>')

    assert [one.repaired for one in found.addresses] == [
        "http://example.org/a",
        "https://trap.example/x",
    ]


def test_a_link_behind_a_title_in_a_note_belongs_to_its_citation() -> None:
    found = of_page(
        '<p>It burned.<sup><a href="#fn1">1</a></sup></p><ol><li id="fn1">Concord Watch,'
        ' <a href="https://example.org/g.pdf"><i>The Guns of May</i></a>, June 2012.</li></ol>'
    )

    (citation,) = found.citations
    assert citation.title is not None
    assert citation.title.value == "The Guns of May"
    assert [found.addresses[i].repaired for i in citation.addresses] == [
        "https://example.org/g.pdf"
    ]


def test_a_mail_address_behind_words_is_no_source() -> None:
    found = of_page('<p>Write to <a href="mailto:desk@example.org">the desk</a>.</p>')

    assert found.addresses == ()


def test_an_empty_link_of_a_markdown_text_is_a_missing_address() -> None:
    source = "It burned.[^1]\n\n[^1]: Concord Watch, *The Guns of May* (2012), [report]().\n"

    found = read_apparatus(read_markdown(source.encode(), name="a.md"), hosts=frozenset())

    assert [(one.status.value, one.note) for one in found.addresses] == [("missing", "1")]


def test_a_markdown_address_with_its_link_is_one_and_stands_at_the_link() -> None:
    source = "See [www.example.org/a](http://www.example.org/a) today.\n"

    found = read_apparatus(read_markdown(source.encode(), name="a.md"), hosts=frozenset())

    (address,) = found.addresses
    assert address.span.of(source) == address.raw == "http://www.example.org/a"
