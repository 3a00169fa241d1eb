"""Who writes to whom, and when: miniature letters of every make; see `frames.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averment.documents.document import (
    Document,
    Format,
    LinesOrigin,
    Passage,
    PassageKind,
)
from averment.documents.flow import Flow
from averment.frames.frame import find_letterhead, read_frame, signature_passages


@dataclass(frozen=True, kw_only=True)
class Mini:
    """A small letter: passages are parted by blank lines, items begin with "- "."""

    name: str
    text: str
    date: str | None
    to: tuple[str, ...]
    by: tuple[str, ...]


def document_of(text: str, *, furniture: tuple[str, ...] = ()) -> Document:
    """Build a document: a blank line parts passages, a line end becomes a blank in the flow."""
    passages = []
    at = 0
    for block in text.split("\n\n"):
        for piece in block.split("\n- ") if block.startswith("- ") else [block]:
            words = piece.removeprefix("- ")
            if words.strip():
                start = text.index(words, at)
                listed = block.startswith("- ")
                kind = PassageKind.LIST_ITEM if listed else PassageKind.PARAGRAPH
                if words in furniture:
                    kind = PassageKind.FURNITURE
                flow = Flow(words.replace("\n", " "), ((0, start),))
                origin = LinesOrigin(first=1, last=1)
                passages.append(Passage(kind=kind, flow=flow, origin=origin))
                at = start + len(words)
    return Document(name="mini", format=Format.PLAIN, text=text, passages=tuple(passages))


BODY = (
    "We write to you about the shelling of Port Callis on 3 March 2012, which has been "
    "documented by independent monitors. We urge you to condemn it."
)

MINIS = tuple(
    Mini(
        name=letter["name"],
        text=letter["text"],
        date=letter.get("date"),
        to=tuple(letter["to"]),
        by=tuple(letter["by"]),
    )
    for letter in tomllib.loads(
        Path(__file__).with_name("frames.toml").read_text(encoding="utf-8")
    )["letter"]
)


@pytest.mark.parametrize("mini", MINIS, ids=lambda mini: mini.name)
def test_the_frame_of_a_letter_is_read(mini: Mini) -> None:
    letterhead = find_letterhead(document_of(mini.text))

    assert (
        letterhead.date.value if letterhead.date is not None else None,
        tuple(a.value for a in letterhead.addressees),
        tuple(s.value for s in letterhead.signatories),
    ) == (mini.date, mini.to, mini.by)


def test_subject_and_greeting_are_kept_with_their_places() -> None:
    text = f"12 March 2012\n\nRe: Shelling of Port Callis\n\nDear Minister,\n\n{BODY}"
    letterhead = find_letterhead(document_of(text))

    assert letterhead.subject is not None
    assert letterhead.subject.span.of(text) == "Shelling of Port Callis"
    assert letterhead.salutation is not None
    assert letterhead.salutation.span.of(text) == "Dear Minister"


def test_the_signature_block_is_told_from_the_letter() -> None:
    document = document_of(MINIS[1].text)
    block = signature_passages(document)

    assert [document.passages[i].flow.text for i in sorted(block)] == [
        "Yours sincerely,",
        "Jane Doe President Norvenian Bar Council jane@example.org",
    ]


def test_a_paragraph_that_holds_the_letter_is_no_signature_block() -> None:
    lump = next(mini for mini in MINIS if mini.name.startswith("everything in one paragraph"))

    assert signature_passages(document_of(lump.text)) == frozenset()


def test_a_running_head_can_name_who_issues_a_report() -> None:
    text = "Coast International Report 2009\n\nElections were held in January.\n\n151"
    document = document_of(text, furniture=("Coast International Report 2009", "151"))

    assert [s.value for s in find_letterhead(document).signatories] == ["Coast International"]


def test_what_is_no_letter_has_no_frame() -> None:
    text = (
        "It was a bright cold day in April, and the clocks were striking thirteen.\n\n"
        "The hallway smelt of boiled cabbage and old rag mats."
    )
    frame = read_frame(document_of(text))

    assert frame.letterhead.date is None
    assert frame.letterhead.addressees == ()
    assert frame.letterhead.signatories == ()
    assert frame.signature_passages == frozenset()


ODD = [
    "(Signed)",
    "To:",
    "Dear ,",
    "\u2028",
    ";" * 30,
    "a, " * 30,
    "“",
    "[",
    "H.E.",
    "12/13/2014",
]
SNIPPETS = st.sampled_from([piece for mini in MINIS for piece in mini.text.split("\n")] + ODD)
SEPARATORS = st.sampled_from(["\n", "\n\n", " "])


@settings(max_examples=60, deadline=None)
@given(st.lists(SNIPPETS | st.text(max_size=40), max_size=30), SEPARATORS)
def test_any_text_gives_places_inside_it(lines: list[str], separator: str) -> None:
    text = separator.join(lines)
    document = document_of(text)
    frame = read_frame(document)
    head = frame.letterhead

    named = (*head.addressees, *head.signatories)
    for grounded in (head.date, head.subject, head.salutation, *named):
        if grounded is not None:
            assert 0 <= grounded.span.start < grounded.span.end <= len(text)
            assert grounded.value
    assert frame.signature_passages <= frozenset(range(len(document.passages)))


def test_a_hostile_text_is_read_in_linear_time() -> None:
    for piece in (
        "Sincerely,\n",
        "(Signed) ",
        "To:\n",
        "Dear ",
        "Jan Novak\n",
        "Signatories:\n",
    ):
        read_frame(document_of(piece * (100_000 // len(piece))))
