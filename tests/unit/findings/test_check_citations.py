"""Citations: statements without a source, elements, short forms, dates. All is made up."""

import pytest

from averment.claims.understand import understand
from averment.findings.citations.check import check_citations
from averment.findings.finding import Finding
from averment.readers.plain import read_plain

LETTER = """12 March 2012

Ms. Ilse Marrow
Director-General
Continental Heritage Office

Dear Director-General,

{body}

We ask you to visit the town of Port Callis and to speak with the people who live there.

Yours sincerely,

Harbour Rights Collective

Notes

{notes}
"""
SHELLED = "On 3 March 2012 the Norvenian army shelled the market of Port Callis.1"
COURIER = '1. "Market of Port Callis shelled", The Callis Courier, 4 March 2012, {address}'
ADDRESS = "https://courier.example/2012/03/04/market-of-port-callis-shelled"


def findings(*body: str, notes: tuple[str, ...] = ()) -> tuple[list[Finding], str]:
    text = LETTER.format(body="\n\n".join(body), notes="\n\n".join(notes))
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    return sorted(check_citations(reading), key=lambda f: (f.span, f.code)), text


def found(*body: str, notes: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Return (code, severity, words) of every finding on citations."""
    listed, text = findings(*body, notes=notes)
    return [(f.code, f.severity.name, " ".join(f.span.of(text).split())) for f in listed]


def codes(*body: str, notes: tuple[str, ...] = ()) -> list[str]:
    return [code for code, _, _ in found(*body, notes=notes)]


def cited(address: str = ADDRESS) -> str:
    return COURIER.format(address=address)


def test_a_statement_with_a_sound_note_gives_nothing() -> None:
    assert found(SHELLED, notes=(cited(),)) == []


def test_an_incident_without_a_note_is_told() -> None:
    bare = "On 5 March 2012 unknown men set fire to a school in Tarn and injured two teachers."

    assert found(SHELLED, bare, notes=(cited(),)) == [("CIT101", "WARNING", bare)]


def test_a_note_elsewhere_in_the_paragraph_makes_it_a_question() -> None:
    bare = "On 5 March 2012 unknown men set fire to a school in Tarn and injured two teachers."
    body = f"{SHELLED} The market has forty stalls. {bare}"

    assert found(body, notes=(cited(),)) == [("CIT101", "NOTE", bare)]


def test_a_note_behind_the_next_sentence_covers_the_one_before() -> None:
    body = "On 3 March 2012 a school in Tarn was burned. Two teachers were injured there.1"

    assert codes(body, notes=(cited(),)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It is untrue that the Estavian army burned a school in Tarn on 5 March 2012.",
        "On 5 March 2012 we documented the burning of a school in Tarn.",
        "Such attacks violate the law.",
        "We urge you to condemn the burning of schools.",
        "The burning of a school on 5 March 2012 violated article 56 of the Hague Regulations.",
    ],
)
def test_denials_own_work_summaries_requests_and_law_need_no_note(sentence: str) -> None:
    assert codes(SHELLED, sentence, notes=(cited(),)) == []


def test_what_the_sender_gathered_itself_is_asked_about_only() -> None:
    gathered = "This information was collected from 61 people between 4 and 8 March 2012."
    bare = "On 5 March 2012 unknown men set fire to a school in Tarn and injured two teachers."

    assert found(gathered, SHELLED, bare, notes=(cited(),)) == [("CIT101", "NOTE", bare)]


def test_a_document_without_notes_is_told_once() -> None:
    body = (
        "On 3 March 2012 the army shelled the market of Port Callis. On 4 March 2012 soldiers"
        " burned a school in Tarn. On 5 March 2012 soldiers looted the museum of Sel."
    )

    assert codes(body) == ["CIT105"]


def test_a_request_that_takes_an_incident_for_granted_is_asked_about() -> None:
    body = (
        "While we commend your statement on the museum of Sel, which was looted on 5 March"
        " 2012, we urge you to send observers."
    )

    assert found(SHELLED, body, notes=(cited(),)) == [
        ("CIT101", "NOTE", "Sel, which was looted")
    ]


def test_words_in_somebodys_mouth_need_a_source() -> None:
    body = "The Ministry of Works of Norvenia said that the houses were “empty”."

    assert found(SHELLED, body, notes=(cited(),)) == [("CIT103", "WARNING", "empty")]


def test_a_so_called_name_is_no_quotation() -> None:
    body = "The Ministry of Works of Norvenia said that the so-called “ghost town” is closed."

    assert codes(SHELLED, body, notes=(cited(),)) == []


def test_a_claim_of_long_history_needs_a_source() -> None:
    body = "Our people have lived in the valley of Tarn for over 1,500 years."

    assert [f[:2] for f in found(SHELLED, body, notes=(cited(),))] == [("CIT104", "WARNING")]


def test_a_figure_without_a_note_is_asked_about() -> None:
    body = "The camp at Sel holds 4,200 people in 300 tents."

    assert found(SHELLED, body, notes=(cited(),)) == [("CIT102", "NOTE", body)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (f"1. {ADDRESS}", [("CIT401", "NOTE", ADDRESS)]),
        (
            (
                '1. "Market of Port Callis shelled", The Callis Courier, '
                "https://courier.example/market-of-port-callis"
            ),
            [("CIT402", "NOTE", "Market of Port Callis shelled")],
        ),
        (
            f'1. Rona Vale, "Market of Port Callis shelled", 4 March 2012, {ADDRESS}',
            [("CIT403", "NOTE", "Market of Port Callis shelled")],
        ),
        (
            (
                '1. "Market of Port Callis shelled", The Callis Courier, 4 March 2012, '
                "https://www.youtube.com/watch?v=k3Rr_9dQ-bA"
            ),
            [("CIT404", "NOTE", "Market of Port Callis shelled")],
        ),
        (
            (
                '1. "Market of Port Callis shelled", The Callis Courier, 4 March 2012, '
                "https://www.youtube.com/watch?v=k3Rr_9dQ-bA&t=41s"
            ),
            [],
        ),
        (
            (
                '1. "Market of Port Callis shelled", The Callis Courier, 4 March 2012, '
                "https://courier.example/photos/market-12"
            ),
            [("CIT408", "NOTE", "https://courier.example/photos/market-12")],
        ),
        (
            (
                '1. "Market of Port Callis shelled", The Callis Courier, 20 March 2012, '
                "https://courier.example/market"
            ),
            [("CIT412", "WARNING", "20 March 2012")],
        ),
        (
            (
                '1. "Market of Port Callis shelled", The Callis Courier, 12 March 2012, '
                "https://courier.example/market"
            ),
            [("CIT413", "NOTE", "12 March 2012")],
        ),
    ],
)
def test_what_a_citation_lacks(note: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(SHELLED, notes=(note,)) == expected


def test_an_open_quotation_mark_is_told() -> None:
    note = (
        '1. See "Market of Port Callis shelled, The Callis Courier (4 March 2012), ' + ADDRESS
    )

    assert ("CIT407", "WARNING", "Market of Port Callis shelled") in found(
        SHELLED, notes=(note,)
    )


def test_one_address_with_two_dates_is_told() -> None:
    body = f"{SHELLED} Two people died.2"
    note = (
        '2. "Market of Port Callis shelled", The Callis Courier, 6 March 2012, '
        "https://courier.example/market"
    )
    first = (
        '1. "Market of Port Callis shelled", The Callis Courier, 4 March 2012, '
        "https://courier.example/market"
    )

    assert found(body, notes=(first, note)) == [("CIT414", "WARNING", "6 March 2012")]


TWO = (
    '1. "Market of Port Callis shelled", The Callis Courier, 4 March 2012; '
    'Rona Vale, "A Winter in Sel", Estavian Review, 5 March 2012.'
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (TWO, "2. Ibid., p. 4.", ("CIT409", "NOTE")),
        (TWO, "2. Vale, supra note 1, p. 4.", None),
        (TWO, "2. Courier, supra note 1, p. 4.", None),
        (TWO, "2. Vale, supra note 9, p. 4.", ("CIT409", "WARNING")),
        ("1. Vale, supra note 2, p. 4.", TWO.replace("1.", "2.", 1), ("CIT411", "WARNING")),
    ],
)
def test_a_short_form_must_lead_to_one_work(
    first: str, second: str, expected: tuple[str, str] | None
) -> None:
    body = f"{SHELLED} Two people died in the market.2"

    shorts = [f[:2] for f in found(body, notes=(first, second)) if f[0] in SHORT_FORMS]
    assert shorts == ([expected] if expected else [])


SHORT_FORMS = frozenset({"CIT409", "CIT410", "CIT411"})


def test_a_short_form_with_the_number_of_another_note_is_told() -> None:
    body = f"{SHELLED} Two people died in the market.2 A school burned in Tarn.3"
    notes = (
        '1. "Market of Port Callis shelled", The Callis Courier, 4 March 2012.',
        '2. Rona Vale, "A Winter in Sel", Estavian Review, 5 March 2012.',
        "3. Vale, supra note 1, p. 4.",
    )

    listed, _ = findings(body, notes=notes)
    wrong = [f for f in listed if f.code == "CIT410"]
    assert [(f.note, f.message) for f in wrong] == [
        (
            "3",
            (
                "“Vale, supra note 1, p. 4” leads to note 1; "
                "a work of that name is cited in note 2."
            ),
        )
    ]


def test_the_same_words_with_the_parties_swapped_give_the_same_findings() -> None:
    body = (
        "On 5 March 2012 the Norvenian army burned a school in Tarn and injured two Estavian"
        " teachers. The Ministry of Works of Norvenia said that the school was “empty”."
    )
    swapped = (
        body.replace("Norvenia", "\0").replace("Estavia", "Norvenia").replace("\0", "Estavia")
    )

    def shape(text: str) -> list[tuple[str, str, int | None]]:
        listed, _ = findings(SHELLED, text, notes=(cited(),))
        return [(f.code, f.severity.name, f.claim) for f in listed]

    assert shape(body) == shape(swapped)
    assert [code for code, _, _ in shape(body)] == ["CIT101", "CIT103"]
