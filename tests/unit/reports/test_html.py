import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from averment.claims.reading import Reading
from averment.documents.flow import Flow
from averment.documents.span import Span
from averment.findings.checked import Checked
from averment.findings.finding import Finding, Severity
from averment.reports.html import html_report
from averment.reports.html_view import letter_view, shown

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Page(HTMLParser):
    """Collects what a browser would see, and complains where tags do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, str] = {}
        self.marked: dict[str, str] = {}
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "mark" in self.open:
            keys = [a["data-remarks"] for t, a in self.elements if t == "mark"][-1] or ""
            for key in keys.split():
                self.marked[key] = self.marked.get(key, "") + data

    def attributes(self, name: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(name)) is not None]


@pytest.fixture(scope="module")
def page(checked: Checked) -> str:
    return html_report(checked)


def test_tags_nest_and_every_reference_leads_somewhere(page: str) -> None:
    parsed = Page(page)
    ids = parsed.attributes("id")

    assert len(ids) == len(set(ids))
    assert {href[1:] for href in parsed.attributes("href") if href.startswith("#")} <= set(ids)
    for name in ("aria-describedby", "aria-labelledby"):
        assert {one for value in parsed.attributes(name) for one in value.split()} <= set(ids)


def test_a_letter_cannot_bring_a_script(page: str) -> None:
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert [tag for tag, _ in Page(page).elements].count("script") == 1
    assert not [a for _, attrs in Page(page).elements for a in attrs if a.startswith("on")]


def test_only_web_addresses_are_links(page: str) -> None:
    links = [
        (attrs["href"], attrs["rel"]) for tag, attrs in Page(page).elements if "rel" in attrs
    ]

    assert {href for href, _ in links} == {
        "https://courier.example/2031/03/library-of-port-callis-shelled",
        "https://epa.example/news/cluster_sel.html",
        "https://epa.example/news/cluster-sel.html",
    }
    assert {rel for _, rel in links} == {"noreferrer noopener"}
    assert "javascript:alert(1)" in page


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a.example/ b",
        'https://a.example/"onclick',
        "//a.example",
        "JAVASCRIPT:https://a.example",
        "\x01https://a.example",
        "",
    ],
)
def test_an_address_that_is_not_one_of_the_web_is_text(address: str) -> None:
    assert shown(address).href is None


def test_the_page_asks_nobody_for_anything(page: str) -> None:
    policy = next(
        attrs["content"] or ""
        for _, attrs in Page(page).elements
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )

    assert "default-src 'none'" in policy
    assert not re.search(r"\bsrc=|@import|url\(", page)
    for tag in ("style", "script"):
        words = page.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        digest = b64encode(sha256(words.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert Page(page).attributes("style") == []


def test_the_words_of_each_finding_are_marked(page: str, checked: Checked) -> None:
    text = checked.reading.document.text
    view = letter_view(checked)
    by_code = {f.code: f.span.of(text).replace("\n", " ") for f in checked.findings}

    assert Page(page).marked == {
        str(remark.number): by_code[remark.code] for remark in view.remarks if remark.in_text
    }


def test_the_document_as_a_whole_comes_first(checked: Checked) -> None:
    view = letter_view(checked)

    assert [(r.number, r.code) for r in view.whole] == [(1, "PRO301")]
    assert [r.code for r in view.remarks] == [
        "PRO301", "SRC101", "FIG101", "FIG201", "CIT101", "CIT301", "CIT302",
    ]  # fmt: skip


def test_a_finding_on_the_whole_text_marks_nothing(checked: Checked) -> None:
    whole = replace(checked.findings[0], span=Span(0, len(checked.reading.document.text)))

    view = letter_view(Checked(reading=checked.reading, findings=(whole,)))

    assert [r.code for r in view.whole] == ["CIT301"]
    assert not any(p.remarks for g in view.groups for row in g.rows for p in row.pieces)


def test_a_finding_across_passages_is_noted_beside_the_first(checked: Checked) -> None:
    text = checked.reading.document.text
    span = Span(text.index("The use of cluster"), text.index("in Tarn"))
    finding = replace(checked.findings[2], span=span)

    page = html_report(Checked(reading=checked.reading, findings=(finding,)))

    assert Page(page).attributes("id").count("n1") == 1
    assert Page(page).marked["1"].startswith("The use of cluster")
    assert Page(page).marked["1"].endswith("</script> ")


def test_each_remark_says_its_severity_in_words(page: str) -> None:
    labels = [v for v in Page(page).attributes("aria-label") if v.startswith("Remark")]

    assert labels == [
        "Remark 1, warning",
        "Remark 2, note",
        "Remark 3, borne out",
        "Remark 4, note",
        "Remark 5, error",
        "Remark 6, warning",
        "Remark 7, error",
    ]


def test_headings_do_not_skip_a_level(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in Page(page).elements if re.fullmatch("h[1-6]", tag)]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_letters_own_words_may_run_either_way(page: str) -> None:
    words = [attrs for _, attrs in Page(page).elements if "words" in (attrs.get("class") or "")]

    assert {(attrs["dir"], attrs["lang"]) for attrs in words} == {("auto", "en")}


def test_a_page_of_nothing_is_a_page(reading: Reading) -> None:
    bare = replace(
        reading,
        document=replace(reading.document, text="", passages=(), notices=()),
        letterhead=replace(
            reading.letterhead,
            date=None,
            addressees=(),
            signatories=(),
            salutation=None,
        ),
        notes=(),
        addresses=(),
        citations=(),
        sources=(),
        claims=(),
        instruments=(),
        symbols=(),
        votes=(),
        language=None,
    )
    finding = Finding(
        code="PRO101", severity=Severity.NOTE, span=Span(0, 0), message="Empty.", remedy=""
    )

    page = html_report(Checked(reading=bare, findings=(finding,)))

    assert "No text could be read." in page
    Page(page)


def test_characters_that_no_page_may_hold_are_replaced(checked: Checked) -> None:
    document = checked.reading.document
    text = "\x00\ud800\x1b" + document.text[3:]
    first = replace(document.passages[0], flow=Flow.join([(0, text[:25])]))
    hostile = replace(document, text=text, passages=(first, *document.passages[1:]))

    page = html_report(replace(checked, reading=replace(checked.reading, document=hostile)))

    assert "���bour" in page
    page.encode("utf-8")


def test_the_same_letter_gives_the_same_page(checked: Checked, page: str) -> None:
    assert html_report(checked) == page
