"""Who is said to have done it."""

import pytest

from averment.documents.flow import Flow
from averment.incidents.find import find_allegations


def perpetrator(text: str) -> str | None:
    allegation = find_allegations(Flow.join([(0, text)]), reference_date="2021-08-01")[0]
    return allegation.perpetrator.value if allegation.perpetrator else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two men were killed in Dray by members of the militia.", "members of the militia"),
        ("On 3 May the Norvenian army shelled Dray.", "Norvenian army"),
        ("Norvenia's shelling of Dray on 3 May left two dead.", "Norvenia"),
        ("Norvenian shelling killed two men in Dray on 3 May.", "Norvenian"),
        (
            "At the gate, police and soldiers obstructed and assaulted monks.",
            "police and soldiers",
        ),
        (
            "Militia groups loyal to the authorities carried out the pillaging of Dray.",
            "Militia groups",
        ),
        (
            "A court in Callis sentenced the blogger to seven years in prison.",
            "court",
        ),
        ("The Estavian authorities continue to detain Ivo Tarn.", "Estavian authorities"),
        ("Soldiers threw a grenade into the house, killing two men.", "Soldiers"),
        ("Three men were killed in Dray.", None),
        (
            "Members of Blue Sun and of Al-Tarn in the Lower March attacked shrines in Dray.",
            "Members of Blue Sun and of Al-Tarn in the Lower March",
        ),
        ("Saboteurs, allegedly trained abroad, blew up the dam of Dray.", "Saboteurs"),
        ("The people of Dray left their homes on the orders of the police.", "police"),
        ("Both sides laid landmines.", "Both sides"),
        ("The authorities have for years refused to reveal his fate.", "authorities"),
        ("Witnesses told how soldiers went in, took the men away and shot them.", "soldiers"),
        ("Estavian snipers shot at an ambulance in Dray.", "Estavian snipers"),
        ("Pell Orin died in Dray on 5 March.", None),
        ("Civilians killed in Dray on 3 May were buried.", None),
        ("Two men were killed by shelling in Dray.", None),
        ("The shelling of Dray on 3 May, as confirmed by Monitor Watch, left 2 dead.", None),
        ("Estavian villagers were killed in Dray on 3 May.", None),
    ],
)
def test_only_who_is_named_for_the_act_is_its_perpetrator(text: str, who: str | None) -> None:
    assert perpetrator(text) == who
