"""Where it is said to have happened."""

import pytest

from averment.documents.flow import Flow
from averment.incidents.find import find_allegations


def places(text: str) -> list[str]:
    allegation = find_allegations(Flow.join([(0, text)]), reference_date="2021-08-01")[0]
    return [place.value for place in allegation.places]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Two men were killed in Port Callis, Estavia.", ["Port Callis", "Estavia"]),
        ("Two men were killed near the village of Upper Dray.", ["Upper Dray"]),
        ("Soldiers killed two men in Verd district on 3 May.", ["Verd district"]),
        ("The bombardment of Estavia's capital city, Port Callis, continued.", ["Port Callis"]),
        ("Norvenian forces bombed Sorrel on 3 May.", ["Sorrel"]),
        ("Two men were killed in May in Norvenian custody.", []),
        ("Two men were killed at the High Court on Monday.", []),
        ("Fighters killed two men in the conflict zone.", ["conflict zone"]),
    ],
)
def test_places_are_names_behind_a_preposition(text: str, where: list[str]) -> None:
    assert places(text) == where
