import io
import zipfile
from dataclasses import replace

import docx
from lxml import etree

from averment.claims.reading import Reading
from averment.documents.document import DocxOrigin, PassageKind
from averment.readers.docx.read import read_docx
from averment.reports.word.letter import new_letter
from averment.reports.word.package import open_package
from averment.reports.word.run import local_name, width
from averment.reports.word.stretch import Runs, stretches_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

CLUSTER = """The use of cluster munitions near the village of Sel, as confirmed by
the Estavian Press Agency;"""


def test_a_letter_becomes_a_word_file_that_reads_the_same(reading: Reading) -> None:
    document = docx.Document(io.BytesIO(new_letter(reading).data))

    assert [p.text for p in document.paragraphs][:5] == [
        "Harbour Rights Collective",
        "12 March 2031",
        "Her Excellency Ilse Marrow, Special Rapporteur on cultural rights",
        "Dear Special Rapporteur,",
        "We write about attacks that we ascribe to the armed forces of Norvenia, including:",
    ]
    assert [p.style.name if p.style else "" for p in document.paragraphs] == [
        "Heading 1", "Normal", "Normal", "Normal", "Normal", "List Paragraph", "List Paragraph",
        "List Paragraph", "Normal", "Heading 2", "Normal", "Normal",
    ]  # fmt: skip
    assert document.paragraphs[6].text == f"-\t{' '.join(CLUSTER.split())} and"
    assert document.paragraphs[-1].text == "Respectfully,\nAna Bell\nDirector"


def test_its_notes_are_real_footnotes(reading: Reading) -> None:
    document = read_docx(new_letter(reading).data, name="letter.docx")

    assert [(note.number, len(note.passages)) for note in document.notes] == [
        ("1", 1),
        ("2", 1),
        ("3", 1),
    ]
    assert [p.flow.text for p in document.passages if p.kind is PassageKind.FOOTNOTE] == [
        note.flow.text for note in reading.notes
    ]


def test_a_note_whose_marker_is_lost_stays_where_it_is_printed(reading: Reading) -> None:
    lost = replace(reading.notes[1], marker=None)
    letter = new_letter(replace(reading, notes=(reading.notes[0], lost, reading.notes[2])))

    document = read_docx(letter.data, name="letter.docx")

    # The other notes keep the numbers that the letter gives them, not those Word would count.
    assert [note.number for note in document.notes] == ["1", "3"]
    assert any("Estavian Press Agency (5 March" in p.flow.text for p in document.passages)


def test_a_lost_marker_gets_its_place_where_the_order_proves_it(reading: Reading) -> None:
    lost = replace(reading.notes[1], marker=None, marker_inferred=True)
    letter = new_letter(replace(reading, notes=(reading.notes[0], lost, reading.notes[2])))

    document = read_docx(letter.data, name="letter.docx")

    assert [note.number for note in document.notes] == ["1", "2", "3"]
    assert any("Press Agency;²2 and" in p.flow.text for p in document.passages)


def test_every_word_of_the_letter_is_found_in_the_file(reading: Reading) -> None:
    letter = new_letter(reading)
    stretches = stretches_of(letter.origins)
    runs = Runs(package=open_package(letter.data))
    runs.find(stretches)
    runs.cut(stretches)
    text = reading.document.text

    assert len(stretches) > 15
    for stretch in stretches:
        held = "".join(
            node.text or "" for run in runs.of(stretch) for node in run.iter(f"{W}t")
        )
        words = text[stretch.start : stretch.start + stretch.length]
        # Line ends are spaces in the file, or breaks in a signature.
        assert held.replace(" ", "") == words.replace("\n", "").replace(" ", "")


def test_page_furniture_is_left_out(reading: Reading) -> None:
    document = docx.Document(io.BytesIO(new_letter(reading).data))

    assert not any("page 1" in p.text for p in document.paragraphs)


def test_the_same_letter_gives_the_same_file(reading: Reading) -> None:
    assert new_letter(reading).data == new_letter(reading).data


def test_every_part_is_well_formed_whatever_the_letter_holds(reading: Reading) -> None:
    document = reading.document
    text = document.text.replace("Harbour", "\x00<&\x1b\ufffeH")
    first = document.passages[0]
    flow = replace(first.flow, text=text[: len(first.flow.text)])
    hostile = replace(
        document,
        text=text,
        passages=(replace(first, flow=flow, label="\x01"), *document.passages[1:]),
    )

    data = new_letter(replace(reading, document=hostile, language='"><x')).data

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            etree.fromstring(archive.read(name))


def test_a_right_to_left_letter_runs_right_to_left(reading: Reading) -> None:
    document = reading.document
    words = "رسالة مفتوحة إلى الأمين"
    passage = replace(document.passages[1], flow=replace(document.passages[1].flow, text=words))
    other = replace(document, passages=(passage,))

    data = new_letter(replace(reading, document=other, notes=())).data

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    assert "<w:bidi/>" in body
    assert "<w:rtl/>" in body


def test_runs_count_characters_as_the_reader_does(reading: Reading) -> None:
    package = open_package(new_letter(reading).data)
    body = package.tree(package.main)
    by_hand = sum(width(node) for node in body.iter() if local_name(node) in {"t", "tab", "br"})

    read = read_docx(package.data, name="x.docx")

    origins = [p.origin for p in read.passages if isinstance(p.origin, DocxOrigin)]
    in_body = stretches_of(origin for origin in origins if origin.part == package.main)
    marks = len(read.references)
    assert sum(stretch.length for stretch in in_body) == by_hand + marks
