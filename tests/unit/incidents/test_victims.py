"""How many persons are said to have suffered what."""

import pytest

from averment.documents.flow import Flow
from averment.incidents.find import find_allegations

Counts = dict[str, tuple[int | None, int | None]]


def victims(text: str) -> Counts:
    allegation = find_allegations(Flow.join([(0, text)]), reference_date="2021-08-01")[0]
    return {v.harm.value: (v.at_least, v.at_most) for v in allegation.victims}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Shelling in Dray killed three men.", {"killed": (3, 3)}),
        (
            "Three men were killed and 12 injured in Dray.",
            {"killed": (3, 3), "injured": (12, 12)},
        ),
        ("The shelling of Dray claimed the lives of 12 people.", {"killed": (12, 12)}),
        ("The shelling of Dray left at least 68 people dead.", {"killed": (68, None)}),
        ("Up to 40 people died when troops shelled Dray.", {"killed": (None, 40)}),
        ("Two journalists and an official were killed in Dray.", {"killed": (3, 3)}),
        ("Gunmen shot dead journalist Pell Orin in Dray.", {"killed": (1, 1)}),
        (
            "The execution of a disabled man and his mother in Dray on 3 May.",
            {"killed": (2, 2)},
        ),
        ("Two boys, aged 13 and 16, were shot dead in Dray.", {"killed": (2, 2)}),
        ("A 14-year-old girl was injured when a shell hit Dray.", {"injured": (1, 1)}),
        (
            "A shell in Dray wounded one man and lightly wounded two others.",
            {"injured": (3, 3)},
        ),
        (
            "Drones struck Dray, including a 14 year old boy who was injured.",
            {"injured": (1, None)},
        ),
        ("Police detained 38 people in Dray.", {"detained": (38, 38)}),
        ("Over 190,000 people were displaced from Dray.", {"displaced": (190_000, None)}),
        (
            "Fifty-one people, thirty-four of them women, were hacked to death in Dray.",
            {"killed": (51, 51)},
        ),
        ("A family of six was burned alive in Dray.", {"killed": (6, 6)}),
        ("Lawyer Maren Doss was shot dead in Dray.", {"killed": (1, 1)}),
        ("In Dray 46 citizens were killed or wounded by mines.", {}),
        (
            "In Dray between half a million and one million people died.",
            {"killed": (500_000, 1_000_000)},
        ),
        (
            "Seven men died in Dray and 32 were treated for gunshot wounds.",
            {"killed": (7, 7), "injured": (32, 32)},
        ),
        ("Troops fired 12 rockets at Dray from 15 km away.", {}),
        ("Troops killed civilians in Dray in 2019.", {}),
    ],
)
def test_persons_are_counted_and_nothing_else(text: str, counts: Counts) -> None:
    assert victims(text) == counts
