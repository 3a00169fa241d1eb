"""What is a request, what is none, and which words it takes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averment.claims.request import find_requests
from averment.documents.flow import Flow


def flow(text: str) -> Flow:
    return Flow(text, ((0, 0),)) if text else Flow("", ())


def asked(
    text: str,
    *,
    lead_in: str | None = None,
    author_is_sender: bool = True,
    issuers: tuple[str, ...] = (),
    resolution: bool = False,
) -> list[str]:
    found = find_requests(
        flow(text),
        lead_in=flow(lead_in) if lead_in is not None else None,
        author_is_sender=author_is_sender,
        issuers=issuers,
        resolution=resolution,
    )
    return [request.span.of(text) for request in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "While we commend your call on all parties, we urge you to stop the shelling.",
            "we urge you to stop the shelling",
        ),
        (
            "Accordingly, we respectfully request that you condemn the attack.¹",
            "we respectfully request that you condemn the attack",
        ),
        (
            "We therefore call upon the Security Council to act without delay.",
            "We therefore call upon the Security Council to act without delay",
        ),
        ("I appeal to you to save the old town!", "I appeal to you to save the old town"),
        (
            "We, the undersigned organisations, strongly urge the Council to send monitors.",
            "We, the undersigned organisations, strongly urge the Council to send monitors",
        ),
        (
            "I am writing on behalf of the families to urge you to open an inquiry.",
            "urge you to open an inquiry",
        ),
        (
            "We would like to ask Your Excellency to receive a delegation.",
            "We would like to ask Your Excellency to receive a delegation",
        ),
        (
            "The Council should renew the mandate for two years.",
            "The Council should renew the mandate for two years",
        ),
        (
            "We believe that the United Nations must send observers.",
            "the United Nations must send observers",
        ),
        (
            "It is imperative that the Security Council act before winter.",
            "It is imperative that the Security Council act before winter",
        ),
        (
            "Norvenia must immediately withdraw its guns from the harbour.",
            "Norvenia must immediately withdraw its guns from the harbour",
        ),
        (
            "Please use your good offices to reopen the road.",
            "Please use your good offices to reopen the road",
        ),
        (
            "We reiterate our call for an international inquiry.",
            "We reiterate our call for an international inquiry",
        ),
        (
            "We trust that you will not let this pass.",
            "We trust that you will not let this pass",
        ),
        (
            "It is our request that the Prosecutor open an examination.",
            "It is our request that the Prosecutor open an examination",
        ),
        (
            "My delegation calls for an urgent meeting of the Council.",
            "My delegation calls for an urgent meeting of the Council",
        ),
        (
            "You are kindly requested to send an envoy to Port Callis.",
            "You are kindly requested to send an envoy to Port Callis",
        ),
        (
            "We call on Estavia to stop (“at once”).",
            "We call on Estavia to stop (“at once”)",
        ),
    ],
)
def test_a_request_is_taken_from_its_verb_to_its_end(text: str, words: str) -> None:
    assert asked(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Last year we urged the Council to act.",
        "We have asked the Government for an answer and received none.",
        "Resolution 822 (1993) demands the withdrawal of all forces.",
        "The Assembly called upon all States to refrain from recognition.",
        "In his report he wrote: “We urge you to act”.",
        "Under article 18 the parties must respect hospitals.",
        "The Minister said that the Council should act.",
        "The Council should have acted in 1991.",
        "States must distinguish between civilians and combatants.",
        "We ask ourselves how this could happen.",
        "Why should the Council wait?",
        "If the Council should fail, the town is lost.",
        "Please accept, Excellency, the assurances of my highest consideration.",
        "We look forward to your reply.",
        "We call this a breach of the truce.",
        "The people of Port Callis hope for peace.",
        "We would appreciate your kind attention.",
        "The officers ordered the crew to leave.",
    ],
)
def test_what_is_no_request_of_the_sender_is_left_alone(text: str) -> None:
    assert asked(text) == []


def test_one_sentence_may_hold_two_requests() -> None:
    text = "We urge you to condemn the attack; we further request that you send observers."

    assert asked(text) == [
        "We urge you to condemn the attack",
        "we further request that you send observers",
    ]


def test_requests_enumerated_in_one_sentence_are_told_apart() -> None:
    text = (
        "We call on the Council to: (a) condemn the attack; (b) send an observer mission; and "
        "(c) report to the Assembly."
    )

    assert asked(text) == [
        "condemn the attack",
        "send an observer mission",
        "report to the Assembly",
    ]


def test_a_list_item_is_a_request_where_the_sentence_above_asks() -> None:
    item = "Condemn the attack on the old town;"
    lead_in = "We therefore call on the Secretary-General to:"
    (request,) = find_requests(flow(item), lead_in=flow(lead_in))

    assert request.span.of(item) == "Condemn the attack on the old town"
    assert request.rule == "request:list"
    assert request.addressee == "the Secretary-General"
    assert asked(lead_in) == []


@pytest.mark.parametrize(
    "lead_in",
    [
        "Recommendations",
        "3. Recommendations to the Government of Norvenia:",
        "The Council should:",
        "We strongly urge members to support a text that, at the very least:",
        "We ask you to take the following urgent steps:",
        "Given these facts, we implore you:",
    ],
)
def test_headings_and_open_sentences_make_requests_of_what_follows(lead_in: str) -> None:
    assert asked("Release the detained sailors.", lead_in=lead_in) == [
        "Release the detained sailors"
    ]


@pytest.mark.parametrize(
    ("item", "lead_in"),
    [
        ("The shelling of the harbour hospital;", "The town has suffered attacks, including:"),
        ("The shelling of the harbour hospital;", "We urge you to condemn these attacks."),
        ("The harbour was closed in May.", "Recommendations"),
        ("This would save many lives.", "We urge you to:"),
    ],
)
def test_other_list_items_are_no_requests(item: str, lead_in: str) -> None:
    assert asked(item, lead_in=lead_in) == []


def test_asking_for_circulation_is_marked_as_procedural() -> None:
    text = (
        "I should be grateful if you would have the present letter circulated as a document of "
        "the Security Council."
    )
    (request,) = find_requests(flow(text))

    assert request.procedural
    assert request.span.of(text) == text.removesuffix(".")


def test_being_grateful_for_an_act_is_a_request_of_substance() -> None:
    (request,) = find_requests(flow("We would be grateful if you could open an inquiry."))

    assert (request.procedural, request.addressee) == (False, "you")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Harbour Watch said yesterday that the Council should adopt a resolution.",
            ["the Council should adopt a resolution"],
        ),
        (
            "The Council should renew the mandate, Harbour Watch said.",
            ["The Council should renew the mandate"],
        ),
        (
            "“The Council should act,” said Jane Doe, director of Harbour Watch.",
            ["The Council should act"],
        ),
        (
            "It said President Maar should reverse the policy.",
            ["President Maar should reverse the policy"],
        ),
        (
            "Harbour Watch urged the Council to act.",
            ["Harbour Watch urged the Council to act"],
        ),
        ("The Government said that the Council should wait.", []),
        ("The Council should wait, the Minister said.", []),
    ],
)
def test_a_release_reports_what_its_issuer_asks(text: str, words: list[str]) -> None:
    assert asked(text, author_is_sender=False, issuers=("Harbour Watch",)) == words


def test_a_state_may_ask_in_its_own_name() -> None:
    text = "Norvenia calls on the international community to help rebuild the library."

    assert asked(text, issuers=("Permanent Representative of Norvenia",)) == [
        text.removesuffix(".")
    ]
    assert asked(text, issuers=("Estavia",)) == []


def test_operative_paragraphs_are_a_resolutions_own_requests() -> None:
    text = "3. Also calls upon all parties to respect the truce;"

    assert asked(text, resolution=True) == ["calls upon all parties to respect the truce"]
    assert asked("Recalling its resolution 1 (1946),", resolution=True) == []
    assert asked(text) == []


WORDS = (
    "we |urge |you |to |the Council |should |“|”|(a) |; |: |said |please |, |that |I |write |"
    "Harbour Watch |calls on |¹|.|1|\n"
)
PIECES = st.sampled_from(WORDS.split("|"))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join),
    st.booleans(),
    st.booleans(),
)
def test_any_words_give_places_inside_them(
    text: str,
    own: bool,  # noqa: FBT001
    resolution: bool,  # noqa: FBT001
) -> None:
    for request in find_requests(
        flow(text),
        lead_in=flow("We urge you to:"),
        author_is_sender=own,
        issuers=("Harbour Watch",),
        resolution=resolution,
    ):
        assert 0 <= request.span.start < request.span.end <= len(text)
        assert request.span.of(text) == request.span.of(text).strip()


def test_a_hostile_sentence_is_done_with_quickly() -> None:
    for piece in ("we write ", "We, ", "It said that ", " (a) ", "“", "the Council of "):
        text = piece * (200_000 // len(piece))

        find_requests(flow(text), lead_in=flow(text), author_is_sender=False, issuers=("X",))
