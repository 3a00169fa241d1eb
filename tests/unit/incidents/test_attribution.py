"""Who is said to say so."""

import pytest

from averment.documents.flow import Flow
from averment.incidents.find import find_allegations


def attributed(text: str) -> str | None:
    allegation = find_allegations(Flow.join([(0, text)]), reference_date="2021-08-01")[0]
    return allegation.attributed_to.value if allegation.attributed_to else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two men were killed in Dray, as confirmed by Monitor Watch.", "Monitor Watch"),
        ("According to the Public Defender, two men were killed in Dray.", "Public Defender"),
        ("Monitor Watch reported that two men were killed in Dray.", "Monitor Watch"),
        ("Witnesses said soldiers killed two men in Dray.", "Witnesses"),
        ("“They killed two men in Dray,” said a witness.", "witness"),
        ("UNHCR counts 400 people who have been driven from Dray.", "UNHCR"),
        ("Survivors say that trucks carried the bodies away from Dray.", "Survivors"),
        ("As the priest's register shows, 40 men were killed in Dray.", "priest's register"),
        ("A nurse who was held with them counted nineteen men killed in Dray.", "nurse"),
        (
            "The Ministry of Justice denies that two men were killed in Dray.",
            "Ministry of Justice",
        ),
        ("Two men were killed in Dray, the villagers say.", "villagers"),
        ("According to the information received, two men were killed in Dray.", None),
        ("Estavia later admitted the killing of two men in Dray.", None),
        ("Two men were killed in Dray.", None),
    ],
)
def test_the_speaker_is_taken_as_printed(text: str, who: str | None) -> None:
    assert attributed(text) == who
