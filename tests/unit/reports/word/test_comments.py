import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from averment.claims.reading import Reading
from averment.documents.span import Span
from averment.findings.checked import Checked
from averment.findings.finding import Finding, Severity
from averment.readers.docx.read import read_docx
from averment.reports.word.comments import with_comments
from averment.reports.word.letter import new_letter
from averment.reports.word.margin import commented
from averment.reports.word.package import open_package
from averment.reports.word.stretch import stretches_of

SHELLING = """The shelling of the old library of Port Callis on 3 March 2031, in which at
least four civilians were killed and two injured;"""


def _commented_words(data: bytes) -> dict[str, str]:
    """Return the words that each comment of a file covers."""
    words: dict[str, str] = {}
    open_now: set[str] = set()
    for node in docx.Document(io.BytesIO(data)).element.body.iter():
        number = node.get(qn("w:id")) or ""
        if node.tag == qn("w:commentRangeStart"):
            open_now.add(number)
            words[number] = ""
        elif node.tag == qn("w:commentRangeEnd"):
            open_now.remove(number)
        elif node.tag == qn("w:t"):
            for key in open_now:
                words[key] += node.text or ""
    assert not open_now
    return words


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def users_file(reading: Reading) -> bytes:
    """A Word file of the letter, as if its author had sent it."""
    return new_letter(reading).data


@pytest.fixture(scope="module")
def users_letter(reading: Reading, users_file: bytes) -> Reading:
    """The same letter read from the Word file."""
    return replace(reading, document=read_docx(users_file, name="letter.docx"))


def _finding(letter: Reading, words: str, *, note: str | None = None) -> Finding:
    start = letter.document.text.index(words)
    return Finding(
        code="CIT101",
        severity=Severity.ERROR,
        span=Span(start, start + len(words)),
        message="No source.",
        remedy="Name one.",
        note=note,
        candidates=("https://a.example/",) if note else (),
    )


def test_each_comment_of_a_new_file_stands_at_its_words(checked: Checked) -> None:
    data = commented(checked, b"not used")

    assert _commented_words(data) == {
        "0": "Harbour Rights Collective",
        "1": " ".join(SHELLING.split()),
        "2": "3 March 2031",
        "3": "at least four civilians were killed",
        "4": 'The burning of a school <script>alert("x")</script> in Tarn.',
        # In Word a comment on a note hangs at its reference mark.
        "5": "",
        "6": "",
    }


def test_a_comment_says_what_was_found_and_what_to_do(checked: Checked) -> None:
    comments = list(docx.Document(io.BytesIO(commented(checked, b""))).comments)

    assert {comment.author for comment in comments} == {"Averment"}
    assert comments[6].text.split("\n") == [
        "Error, CIT302",
        "At “https://epa.example/news/cluster sel html”, line 33:",
        "The address in note 2 cannot be opened as it is printed.",
        "→ Open the candidates and print the one that shows the article.",
        "Guess, not proved: https://epa.example/news/cluster_sel.html",
        "Guess, not proved: https://epa.example/news/cluster-sel.html",
    ]
    assert comments[0].timestamp is None


def test_the_users_own_file_keeps_every_word_and_every_other_part(
    users_file: bytes, users_letter: Reading
) -> None:
    findings = (
        _finding(users_letter, "armed forces of Norvenia"),
        _finding(users_letter, "forces of"),
        _finding(users_letter, "Estavian Press Agency; "[:-2]),
    )

    data = commented(Checked(reading=users_letter, findings=findings), users_file)

    before, after = _parts(users_file), _parts(data)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
    }
    assert [p.text for p in docx.Document(io.BytesIO(data)).paragraphs] == [
        p.text for p in docx.Document(io.BytesIO(users_file)).paragraphs
    ]
    assert _commented_words(data) == {
        "0": "armed forces of Norvenia",
        "1": "forces of",
        "2": "Estavian Press Agency",
    }


def test_a_finding_in_a_note_hangs_at_its_reference_mark(
    users_file: bytes, users_letter: Reading
) -> None:
    findings = tuple(
        _finding(users_letter, words, note=number)
        for words, number in (("Callis Courier", "1"), ("field report", "2"))
    )

    data = commented(Checked(reading=users_letter, findings=findings), users_file)

    body = _parts(data)["word/document.xml"].decode()
    first, second = body.index('footnoteReference w:id="1"'), body.index('Reference w:id="2"')
    assert body.index('commentRangeEnd w:id="0"') < second
    assert body.index('commentRangeStart w:id="0"') < first
    assert second < body.index('commentReference w:id="1"') < body.index("and</w:t>")


def test_no_comment_mark_stands_between_the_first_two_note_marks(
    users_file: bytes, users_letter: Reading
) -> None:
    """LibreOffice 7.4 shows the notes under the wrong numbers where one does."""
    findings = (_finding(users_letter, "Callis Courier", note="1"),)

    data = commented(Checked(reading=users_letter, findings=findings), users_file)

    body = _parts(data)["word/document.xml"].decode()
    first, second = body.index('footnoteReference w:id="1"'), body.index('Reference w:id="2"')
    assert "commentReference" not in body[first:second]


def test_comments_that_a_file_already_has_stay(
    users_file: bytes, users_letter: Reading
) -> None:
    document = docx.Document(io.BytesIO(users_file))
    document.add_comment(document.paragraphs[1].runs[0], text="Mine.", author="Ana")
    saved = io.BytesIO()
    document.save(saved)
    checked = Checked(reading=users_letter, findings=(_finding(users_letter, "Norvenia"),))

    data = commented(checked, saved.getvalue())

    assert [(c.comment_id, c.author) for c in docx.Document(io.BytesIO(data)).comments] == [
        (0, "Ana"),
        (1, "Averment"),
    ]
    assert _commented_words(data) == {"0": "12 March 2031", "1": "Norvenia"}


def test_words_in_a_table_can_be_commented_on(reading: Reading) -> None:
    document = docx.Document()
    document.add_paragraph("Before.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 1).paragraphs[0].add_run("a bold ").bold = True
    table.cell(0, 1).paragraphs[0].add_run("cell").italic = True
    saved = io.BytesIO()
    document.save(saved)
    letter = replace(reading, document=read_docx(saved.getvalue(), name="t.docx"))

    data = commented(
        Checked(reading=letter, findings=(_finding(letter, "bold cell"),)), saved.getvalue()
    )

    assert _commented_words(data) == {"0": "bold cell"}
    runs = docx.Document(io.BytesIO(data)).tables[0].cell(0, 1).paragraphs[0].runs
    assert [(r.text, r.bold, r.italic) for r in runs] == [
        ("a ", True, None),
        ("bold ", True, None),
        ("cell", None, True),
        ("", None, None),
    ]


def test_comments_are_dated_only_by_the_caller(checked: Checked) -> None:
    letter = new_letter(checked.reading)
    package = with_comments(
        open_package(letter.data),
        checked,
        places=stretches_of(letter.origins),
        date="2031-03-13T00:00:00Z",
    )

    comments = list(docx.Document(io.BytesIO(package.saved())).comments)

    assert {str(comment.timestamp) for comment in comments} == {"2031-03-13 00:00:00+00:00"}


def test_a_file_without_the_words_gets_its_comment_at_the_top(
    users_file: bytes, users_letter: Reading
) -> None:
    checked = Checked(reading=users_letter, findings=(_finding(users_letter, "Norvenia"),))

    package = with_comments(open_package(users_file), checked, places=())

    assert _commented_words(package.saved()) == {"0": ""}


def test_without_findings_nothing_changes(users_file: bytes, users_letter: Reading) -> None:
    data = commented(Checked(reading=users_letter, findings=()), users_file)

    assert _parts(data) == _parts(users_file)


def test_the_same_letter_gives_the_same_file(checked: Checked) -> None:
    assert commented(checked, b"") == commented(checked, b"")
