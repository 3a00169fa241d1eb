"""What a hostile review found, kept as small letters."""

from averment.app import open_workbench
from averment.findings.finding import Severity

FRAME = (
    "3 May 2012\n\nDear Secretary-General,\n\n{}\n\nWe urge you to act.\n\nSincerely,\n\n"
    "Harbour Watch\n"
)
NOTE = '\n\n¹ Ann Doe, "Market Shelled," The Courier (May 3, 2012), http://example.org/a.\n'


def codes(body: str, notes: str = "") -> list[str]:
    text = FRAME.format(body) + notes
    checked = open_workbench().check(text.encode(), name="letter.txt")
    return [f.code for f in checked.findings if f.severity >= Severity.WARNING]


def instruments(body: str) -> list[str]:
    reading = open_workbench().read(FRAME.format(body).encode(), name="letter.txt")
    return [mention.instrument for mention in reading.instruments]


def test_a_second_marker_with_the_same_number_is_no_orphan() -> None:
    body = (
        "The market of Port Callis was shelled on 2 May 2012.¹ Two days earlier the mill had"
        " burned down.¹"
    )

    assert "CIT204" not in codes(body, NOTE)


def test_a_witness_named_with_a_title_is_noticed() -> None:
    body = "A witness, Ms. Leyla Horvat, told us what she saw on 2 May 2012 in Port Callis."

    assert "SAF102" in codes(body)


def test_a_child_with_one_name_and_an_age_is_noticed() -> None:
    assert "SAF101" in codes("Fatima, aged 11, was abducted in Port Callis on 2 May 2012.")


def test_a_telephone_number_announced_as_such_is_noticed() -> None:
    assert "SAF203" in codes("She told us by telephone +994 50 123 45 67 what she saw.")


def test_a_convention_of_another_year_is_another_convention() -> None:
    body = (
        "Article 2 of the {} Convention relative to the Treatment of Prisoners of War applied."
    )

    assert "GC3-1949" in instruments(body.format(1949))
    assert "GC3-1949" not in instruments(body.format(1929))


def test_to_set_a_tracking_parameter_aside_is_no_step_of_a_proof() -> None:
    note = NOTE.replace("org/a.", "org/market-was- shelled?utm_source=x&id=4.")
    text = FRAME.format("The market of Port Callis was shelled on 2 May 2012.¹") + note

    checked = open_workbench().check(text.encode(), name="letter.txt")

    messages = [f.message for f in checked.findings if f.code == "CIT303"]
    assert [message.rpartition("proved in ")[2] for message in messages] == ["1 step."]


def test_news_with_a_capital_belongs_to_the_name_of_the_paper() -> None:
    note = NOTE.replace("The Courier (May 3", "Port Callis Daily News (May 3")
    text = FRAME.format("The market of Port Callis was shelled on 2 May 2012.¹") + note

    reading = open_workbench().read(text.encode(), name="letter.txt")

    assert [s.publisher for s in reading.sources] == ["Port Callis Daily News"]


def test_no_message_about_an_uncited_claim_repeats_its_words() -> None:
    body = (
        "Ministers met in Callis.¹ A girl, Amina Horvat, aged 9, was shot by policemen in Port"
        " Callis on 2 May 2012."
    )
    text = FRAME.format(body) + NOTE

    checked = open_workbench().check(text.encode(), name="letter.txt")

    assert "CIT101" in [f.code for f in checked.findings]
    assert [f.code for f in checked.findings if "Horvat" in f.message] == []
