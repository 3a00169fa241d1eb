"""Requests told of the sender, and those that a heading or the sentence before makes."""

import pytest

from averment.claims.find import Context, find_claims
from averment.claims.genre import Genre
from averment.claims.request import find_requests, tells_of_sender
from averment.documents.flow import Flow
from averment.readers.plain import read_plain


def flow(text: str) -> Flow:
    return Flow(text, ((0, 0),))


def asked(
    text: str,
    *,
    own: bool = True,
    issuers: tuple[str, ...] = (),
    continues: bool = False,
    lead_in: str | None = None,
) -> list[str]:
    found = find_requests(
        flow(text),
        lead_in=flow(lead_in) if lead_in is not None else None,
        author_is_sender=own,
        issuers=issuers,
        continues=continues,
    )
    return [request.span.of(text) for request in found]


def asks_of(
    text: str, *, genre: Genre = Genre.LETTER, issuers: tuple[str, ...] = ()
) -> list[str]:
    document = read_plain(text.encode(), name="x")
    context = Context(
        date=None,
        notes=(),
        citations=(),
        instruments=(),
        symbols=(),
        votes=(),
        genre=genre,
        issuers=issuers,
    )
    return [
        " ".join(request.span.of(document.text).split())
        for claim in find_claims(document, context)
        for request in claim.requests
    ]


@pytest.mark.parametrize(
    "text",
    [
        "My Government accordingly requests the Council to convene without delay",
        "In this regard, the Government of Norvenia asks the Prosecutor to act",
        "Norvenia is calling on the Council to lift the blockade",
        "May we ask you to receive the families",
        "Your petitioners humbly pray that the House withdraw the soldiers",
        "WE URGE YOU TO STOP THE SHIPMENT OF ARMS",
    ],
)
def test_a_sender_asks_in_many_forms(text: str) -> None:
    assert asked(f"{text}.", issuers=("Ann Reed, Permanent Representative of Norvenia",)) == [
        text
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Estavia asks for nothing but fairness.",
        "We write on behalf of two associations to ask for your help in seeing it carried out.",
        "Please check against delivery.",
        "The European Parliament urges the Council to act.",
    ],
)
def test_what_only_sounds_like_asking_is_none(text: str) -> None:
    assert asked(text, issuers=("Ann Reed, Permanent Representative of Estavia",)) == []


def test_it_is_the_sender_where_the_sentence_before_is_about_the_sender() -> None:
    text = "It urged the supplier States to lift the secrecy of licences"
    issuers = ("Society for the Shore",)

    assert asked(f"{text}.", own=False, issuers=issuers, continues=True) == [text]
    assert asked(f"{text}.", own=False, issuers=issuers) == []


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("The Society called on the Council to act.", True),
        ("The Society has 4,200 members in 12 towns.", True),
        ("“They wait,” said the chairman of the Society for the Shore.", True),
        ("The ministry said that it would answer.", False),
        ("Nobody answered.", False),
    ],
)
def test_the_subject_of_a_sentence_may_be_the_sender(text: str, *, tells: bool) -> None:
    issuers = ("Society for the Shore",)

    assert (
        tells_of_sender(flow(text), author_is_sender=False, issuers=issuers, continues=False)
        is tells
    )


def test_an_acronym_of_the_sender_is_the_sender() -> None:
    text = "RTS urges the court to acquit the writers"

    assert asked(f"{text}.", own=False, issuers=("Reporters of the Shore",)) == []
    assert asked(f"ROS{text[3:]}.", own=False, issuers=("Reporters of the Shore",)) == [
        f"ROS{text[3:]}"
    ]


@pytest.mark.parametrize(
    ("lead_in", "item"),
    [
        ("Such a resolution should:", "extend the mandate of the commission"),
        ("Harbour Watch:", "Calls on the Government to release the sailors"),
        ("We:", "urge the Council to release the sailors"),
        ("We call on them, as friends of the isles:", "release the sailors"),
    ],
)
def test_an_open_sentence_makes_requests_of_its_items(lead_in: str, item: str) -> None:
    assert asked(f"{item};", lead_in=lead_in, issuers=("Harbour Watch",)) == [item]


def test_headlines_ask_for_nothing_and_datelines_hide_nothing() -> None:
    text = (
        "Harbour Watch urges the Council to act\n\n"
        "(Port Callis, 5 May 2031) – Harbour Watch said today that the Council should open "
        "the harbour of Tarn for the ships of relief.\n"
    )

    assert asks_of(text, genre=Genre.RELEASE, issuers=("Harbour Watch",)) == [
        "the Council should open the harbour of Tarn for the ships of relief"
    ]


def test_recommendations_to_several_bodies_stay_recommendations() -> None:
    text = (
        "This report is based on 29 interviews in three towns of the coast.\n\n"
        "Recommendations\n\n"
        "To the Government of Norvenia\n\n"
        "• Open the harbour.\n\n"
        "To the High Commissioner\n\n"
        "• Send monitors to the camps.\n"
    )

    assert asks_of(text, genre=Genre.STATEMENT) == [
        "Open the harbour",
        "Send monitors to the camps",
    ]


def test_a_sentence_that_only_announces_a_list_is_no_request_beside_it() -> None:
    text = (
        "We therefore urge you to call on the authorities of Norvenia:\n\n"
        "• to release all those held for their opinions.\n"
    )

    assert asks_of(text) == ["to release all those held for their opinions"]
