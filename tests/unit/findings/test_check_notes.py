"""Notes and markers: lost, misread, orphaned, misnumbered. Everything told is made up."""

from averment.claims.understand import understand
from averment.findings.citations.check import check_citations
from averment.findings.finding import Finding
from averment.readers.plain import read_plain

HEAD = """12 March 2012

Dear Director-General,

We write about damage to the town of Port Callis, including:

"""
FOOT = """
We ask you to visit the town and to speak with the people who live there.

Yours sincerely,

Harbour Rights Collective

"""
ITEMS = (
    "- The shelling of the market of Port Callis on 3 March 2012;¹\n"
    "- The burning of a school in Tarn on 4 March 2012;{second}\n"
    "- The looting of the museum of Sel on 5 March 2012.³\n"
)
NOTES = (
    '{}See "Market shelled," The Callis Courier (March 4, 2012), https://courier.example/a.\n\n'
    '{}See "School burned," The Callis Courier (March 5, 2012), https://courier.example/b.\n\n'
    '{}See "Museum looted," The Callis Courier (March 6, 2012), https://courier.example/c.\n'
)
NUMBERED = ("1. ", "2. ", "3. ")


def notes_found(text: str) -> tuple[list[Finding], str]:
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    listed = sorted(check_citations(reading), key=lambda f: (f.span, f.code))
    return [f for f in listed if f.code.startswith("CIT2")], reading.document.text


def letter(second: str, numbers: tuple[str, str, str] = NUMBERED) -> str:
    return HEAD + ITEMS.format(second=second) + FOOT + NOTES.format(*numbers)


def test_notes_with_their_markers_give_nothing() -> None:
    assert notes_found(letter("²"))[0] == []


def test_a_lost_marker_is_given_back_to_the_one_statement_without() -> None:
    found, text = notes_found(letter(""))

    assert [(f.code, f.severity.name, f.note, f.span.of(text)) for f in found] == [
        ("CIT201", "WARNING", "2", "The burning of a school in Tarn on 4 March 2012;")
    ]


def test_a_lost_marker_with_two_places_is_only_told() -> None:
    text = letter("").replace(
        "2012;\n- The looting", "2012;\n- The closing of a well in Oster;\n- The looting"
    )

    found, _ = notes_found(text)
    assert [(f.code, f.note) for f in found] == [("CIT202", "2")]
    assert "between the markers of notes 1 and 3" in found[0].message


def test_notes_without_numbers_are_told_once() -> None:
    found, _ = notes_found(letter("²", ("", "", "")))

    assert [(f.code, f.severity.name, f.note) for f in found] == [("CIT206", "NOTE", "1")]


def test_a_gap_in_the_numbers_is_told() -> None:
    text = letter("²", ("1. ", "2. ", "4. ")).replace("2012.³", "2012.⁴")

    found, _ = notes_found(text)
    assert [(f.code, f.message) for f in found] == [
        ("CIT205", "After note 2 comes note 4: note 3 is missing.")
    ]


def test_a_marker_without_note_is_told() -> None:
    text = letter("²").replace("people who live there.", "people who live there.⁷")

    found, document = notes_found(text)
    assert [(f.code, f.span.of(document)) for f in found] == [("CIT204", "⁷")]


def test_a_note_that_only_explains_is_asked_for_its_source() -> None:
    text = letter("²").replace(
        'See "School burned," The Callis Courier (March 5, 2012), https://courier.example/b.',
        "The school was the only one in the valley.",
    )

    found, _ = notes_found(text)
    assert [(f.code, f.severity.name, f.note) for f in found] == [("CIT207", "NOTE", "2")]
