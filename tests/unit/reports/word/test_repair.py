import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from averment.claims.reading import Reading
from averment.documents.address import Address, AddressStatus
from averment.documents.span import Span
from averment.readers.docx.read import read_docx
from averment.reports.word.letter import new_letter
from averment.reports.word.margin import repaired

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PRINTED = "https://courier.example/2031/03/library-of-port- callis-shelled?utm_source=mail>"
MEANT = "https://courier.example/2031/03/library-of-port-callis-shelled"


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def _words(xml: str, *, accept: bool) -> str:
    """Return the words of a part with every tracked change accepted, or refused."""
    root = etree.fromstring(xml.encode())
    gone = f"{W}del" if accept else f"{W}ins"
    for node in list(root.iter(gone)):
        parent = node.getparent()
        assert parent is not None
        parent.remove(node)
    return "".join(node.text or "" for node in root.iter(f"{W}t", f"{W}delText"))


def _reading_of(reading: Reading, data: bytes, printed: str) -> Reading:
    document = read_docx(data, name="letter.docx")
    start = document.text.index(printed)
    address = Address(
        span=Span(start, start + len(printed)),
        raw=printed,
        status=AddressStatus.REPAIRED,
        repaired=MEANT,
    )
    return replace(reading, document=document, addresses=(address,))


def test_a_repair_is_a_change_that_the_author_can_refuse(reading: Reading) -> None:
    done = repaired(reading, b"", tracked=True)

    before = _part(new_letter(reading).data, "word/footnotes.xml")
    after = _part(done.package.saved(), "word/footnotes.xml")
    assert (done.written, done.left) == (1, ())
    assert _words(after, accept=False) == _words(before, accept=True)
    assert _words(after, accept=True) == _words(before, accept=True).replace(PRINTED, MEANT)
    assert 'w:author="Averment"' in after
    assert "w:date" not in after


def test_a_clean_copy_has_no_marks(reading: Reading) -> None:
    done = repaired(reading, b"", tracked=False)

    after = _part(done.package.saved(), "word/footnotes.xml")
    assert "<w:ins" not in after
    assert "<w:del" not in after
    assert MEANT in after


def test_what_cannot_be_proved_stays_as_it_is(reading: Reading) -> None:
    after = _part(repaired(reading, b"", tracked=False).package.saved(), "word/footnotes.xml")

    assert "https://epa.example/news/cluster sel html" in after


def test_the_users_own_file_is_repaired(reading: Reading) -> None:
    data = new_letter(reading).data
    letter = _reading_of(reading, data, PRINTED)

    done = repaired(letter, data, tracked=True)

    assert done.written == 1
    assert _part(done.package.saved(), "word/document.xml").count("<w:p>") == _part(
        data, "word/document.xml"
    ).count("<w:p>")
    assert MEANT in _words(_part(done.package.saved(), "word/footnotes.xml"), accept=True)


@pytest.fixture
def linked() -> bytes:
    """A file in which the damaged address is a hyperlink, in two runs, to itself."""
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    target = PRINTED.replace(" ", "%20")
    relation = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    for words in (PRINTED[:20], PRINTED[20:]):
        run = OxmlElement("w:r")
        properties = OxmlElement("w:rPr")
        properties.append(OxmlElement("w:u"))
        run.append(properties)
        text = OxmlElement("w:t")
        text.text = words
        run.append(text)
        link.append(run)
    paragraph._p.append(link)
    paragraph.add_run(" for more.")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("tracked", [True, False])
def test_a_hyperlink_leads_where_its_words_say(
    reading: Reading, linked: bytes, *, tracked: bool
) -> None:
    done = repaired(_reading_of(reading, linked, PRINTED), linked, tracked=tracked)
    data = done.package.saved()

    body = _part(data, "word/document.xml")
    assert _words(body, accept=True) == f"See {MEANT} for more."
    if tracked:
        assert _words(body, accept=False) == f"See {PRINTED} for more."
    document = docx.Document(io.BytesIO(data))
    assert [link.address for link in document.paragraphs[0].hyperlinks] == [MEANT]
    link = document.paragraphs[0]._p.find(qn("w:hyperlink"))
    assert link is not None
    # The new words look like the old ones.
    assert all(run.find(f"{W}rPr/{W}u") is not None for run in link.iter(f"{W}r"))


def test_an_address_that_the_file_does_not_hold_is_told(reading: Reading) -> None:
    data = new_letter(reading).data
    letter = _reading_of(reading, data, PRINTED)
    end = len(letter.document.text)
    stray = replace(letter.addresses[0], span=Span(end, end))

    done = repaired(replace(letter, addresses=(stray,)), data, tracked=True)

    assert (done.written, done.left) == (0, (stray,))


def test_the_same_letter_gives_the_same_file(reading: Reading) -> None:
    once, again = (repaired(reading, b"", tracked=True).package.saved() for _ in range(2))

    assert once == again
