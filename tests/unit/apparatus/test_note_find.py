"""Notes and their markers, matched as a whole."""

import pytest

from averment.apparatus.note_find import find_notes
from averment.documents.note import MarkerKind, Note
from averment.readers.plain import document_of_text


def notes_of(text: str) -> tuple[Note, ...]:
    return find_notes(document_of_text(text, name="letter.txt")).notes


def markers(text: str) -> list[tuple[str, str | None]]:
    return [(n.number, n.marker.raw if n.marker else None) for n in notes_of(text)]


BODY = (
    "The market of Port Callis was shelled on 3 May 2012.{} Two days later the mill burned"
    " down.{} Nobody was warned, as the Ministry said on 6 May.{}\n\nRespectfully,\nA. B.\n\n"
)
SOURCES = (
    'See "Market Shelled," The Courier (May 4, 2012), http://example.org/a.',
    'See "Mill Burns," The Courier (May 6, 2012), http://example.org/b.',
    'Ministry of Defence, "Statement" (May 6, 2012), http://example.org/c.',
)


def numbered(label: str) -> str:
    return "\n".join(f"{label.format(i)}{note}" for i, note in enumerate(SOURCES, 1))


@pytest.mark.parametrize(
    ("signs", "label"),
    [
        (("¹", "²", "³"), "{} "),
        (("1", "2", "3"), "{} "),
        (("1", "2", "3"), "{}. "),
        (("[1]", "[2]", "[3]"), "[{}] "),
        ((" 1", " 2", " 3"), "{}\n"),
        (("1/", "2/", "3/"), "{}/ "),
    ],
)
def test_markers_of_every_shape_lead_to_their_notes(signs: tuple[str, ...], label: str) -> None:
    text = BODY.format(*signs) + numbered(label)

    assert [(number, (raw or "").strip()) for number, raw in markers(text)] == [
        (str(i), sign.strip()) for i, sign in enumerate(signs, 1)
    ]


def test_notes_without_numbers_are_matched_by_order() -> None:
    text = BODY.format("¹", "²", "³") + "\n\n".join(SOURCES)

    assert markers(text) == [("1", "¹"), ("2", "²"), ("3", "³")]


def test_a_lost_marker_is_inferred_where_the_order_proves_its_place() -> None:
    text = BODY.format("¹", "", "³") + "\n\n".join(SOURCES)

    note = notes_of(text)[1]

    assert (note.marker, note.marker_inferred) == (None, True)
    assert note.anchor is not None
    assert note.anchor.of(text) == "Two days later the mill burned down."


def test_a_lost_marker_is_not_inferred_where_two_places_are_possible() -> None:
    body = BODY.replace("Two days later", "A school was hit as well. Two days later")
    text = body.format("¹", "", "³") + "\n\n".join(SOURCES)

    note = notes_of(text)[1]

    assert (note.marker, note.marker_inferred, note.anchor) == (None, False, None)


def test_a_misread_marker_is_found_between_its_neighbours() -> None:
    text = BODY.format("1", "®", "3") + numbered("{} ")

    marker = notes_of(text)[1].marker

    assert marker is not None
    assert (marker.raw, marker.kind) == ("®", MarkerKind.MISREAD)


def test_a_note_split_by_a_blank_line_is_one_note() -> None:
    broken = SOURCES[1].replace("The Courier", "\n\nThe Courier")
    text = BODY.format("¹", "²", "³") + "\n\n".join([SOURCES[0], broken, SOURCES[2]])

    assert len(notes_of(text)) == 3


def test_numbered_paragraphs_are_not_notes() -> None:
    text = "\n\n".join(f"{i}. The Committee met in room {i} and adjourned." for i in (1, 2, 3))

    assert notes_of(text) == ()


def test_a_list_of_allegations_is_not_a_list_of_notes() -> None:
    text = (
        "We list:\n\n- the shelling of Port Callis;\n- the fire at the mill; and\n- the rest."
    )

    assert notes_of(text) == ()


def test_an_asterisk_leads_to_its_note() -> None:
    text = (
        "Report of the mission*\n\nThe mission met twice.\n\n* Reissued for technical reasons."
    )

    assert markers(text) == [("*", "*")]


def test_a_marker_without_a_note_is_an_orphan() -> None:
    found = find_notes(document_of_text(BODY.format("¹", "²", "³"), name="letter.txt"))

    assert [orphan.raw for orphan in found.orphans] == ["¹", "²", "³"]


def test_notes_at_each_page_foot_are_taken_out_of_the_text() -> None:
    text = (
        "On 3 May 2012 the market was shelled,1 and nobody was warned before the\n\n"
        '1 See "Market Shelled," The Courier (May 4, 2012), http://example.org/a.\n\f'
        "shells fell. Two days later the mill burned down.2\n\n"
        '2 See "Mill Burns," The Courier (May 6, 2012), http://example.org/b.\n'
    )

    assert markers(text) == [("1", "1"), ("2", "2")]
