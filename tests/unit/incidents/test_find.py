"""Which acts a sentence tells of, and which it only names."""

import pytest

from averment.documents.flow import Flow
from averment.incidents.allegation import Allegation, Stance
from averment.incidents.find import find_allegations

LEAD = "Estavia has suffered indiscriminate attacks by Norvenia on civilians, including:"


def found_in(
    text: str, *, lead_in: str | None = None, heading_year: str | None = None
) -> tuple[Allegation, ...]:
    lead = None if lead_in is None else Flow.join([(0, lead_in)])
    return find_allegations(
        Flow.join([(0, text)]),
        lead_in=lead,
        reference_date="2021-08-01",
        heading_year=heading_year,
    )


def told(text: str, *, lead_in: str | None = None) -> list[Allegation]:
    return [a for a in found_in(text, lead_in=lead_in) if not a.general]


def acts(text: str, *, lead_in: str | None = None) -> list[str]:
    return [a.act.value for a in told(text, lead_in=lead_in) if a.act is not None]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("On 12 May 2021 the army of Estavia violated the ceasefire.", "ceasefire_violation"),
        ("Two aircraft violated the airspace of Estavia on 2 June.", "airspace_violation"),
        ("A missile landed in Sorrel, killing two people.", "missile_strike"),
        ("The shelling of Callis on 5 February 1994 left 68 people dead.", "shelling"),
        ("Warplanes bombed the main hospital in Callis.", "attack_on_hospital"),
        ("A school in Dray was hit by an air strike.", "attack_on_school"),
        ("Three men were killed by a landmine in Dray.", "landmine_use"),
        ("Police arrested lawyer Maren Doss in Callis on 4 March.", "arrest"),
        ("Maren Doss was subjected to electric shocks.", "torture"),
        ("The fate and whereabouts of Ivo Tarn remain unknown.", "enforced_disappearance"),
        ("Soldiers raped nine women in Dray.", "rape"),
        ("In 2020 the authorities closed three newspapers.", "closure_of_media"),
        ("More than 400 families were forcibly evicted in Sorrel.", "forced_eviction"),
        ("Troops looted shops and set fire to houses in Dray.", "looting"),
        ("A student died in custody in Callis on 9 June.", "death_in_custody"),
        ("In Dray the police have failed to investigate the case.", "failure_to_investigate"),
        ("Rebels forcibly recruited 50 children in Sorrel.", "child_recruitment"),
        ("Border guards pushed back 36 people to Norvenia.", "refoulement"),
        ("Some 2,000 villagers fled to the next valley.", "displacement"),
        (
            "In 2012 armed men destroyed the shrines of Timbuktu.",
            "destruction_of_religious_site",
        ),
        ("Some 140 persons were taken to Barrack 6 on Tannery Road.", "detention"),
        ("Both sides laid landmines.", "landmine_use"),
        ("Prisoners are kept alone for up to 40 days at Brede.", "solitary_confinement"),
        ("Up to 60 men share a cell built for 15 at Halden Road.", "overcrowding"),
        ("In May 1,900 persons had to leave their homes.", "displacement"),
        ("The villagers were not permitted to return.", "denial_of_return"),
        ("Some were shot as they fled.", "shooting"),
        ("A patrol opened fire on the crowd, killing two.", "shooting"),
        ("An unmarked van took them from a flat in Mill Street.", "abduction"),
        (
            "The authorities cut the water supply of Dray on 9 June.",
            "deprivation_of_water_and_electricity",
        ),
        ("The cemetery at Dray received eleven bodies on 5 April.", "killing"),
        ("UNHCR counts 400 people who have been driven over the border.", "forcible_transfer"),
        ("The Commission found that 118 men had been subjected to torture.", "torture"),
        ("The three were sentenced to eight years behind closed doors.", "unfair_trial"),
        ("Shells hit Dubrovnik's Old Town on 6 December 1991.", "shelling"),
    ],
)
def test_an_act_that_is_told_is_found(text: str, act: str) -> None:
    assert acts(text) == [act]


@pytest.mark.parametrize(
    "text",
    [
        "We urge the Government to stop the killing of civilians in Dray.",
        "Everyone has the right not to be tortured.",
        "The resolution condemns all attacks on civilians.",
        "Article 33 of the Fourth Geneva Convention prohibits pillage.",
        "The Committee against Torture will meet in May.",
        "The Working Group on Enforced or Involuntary Disappearances visited Estavia in 2019.",
        "The Convention on the Prevention and Punishment of the Crime of Genocide is binding.",
        "If the blockade continues, thousands of people will die.",
        "The Government plans to demolish the camp next year.",
        "No casualties were reported.",
        "States must prevent acts of torture.",
        "The death penalty should be abolished.",
        "These acts constitute war crimes.",
        "Please provide information on any investigation into the killing of Mr. Tarn.",
        "We fear that he may be at risk of torture.",
        "Demands the immediate cessation of hostilities and an end to the siege;",
        "See the killing of Pell Orin, Callis Times (Oct. 5, 2020).",
        "The parties signed a ceasefire in Callis on 10 October 2020.",
        "The Court sentenced him to 15 years for crimes against humanity.",
        "A former commander was convicted of murder in 2011.",
        "The General Assembly condemned the violation of human rights by 74 votes to 21.",
        "Every year on 24 April the community commemorates the victims of the massacres.",
        "Demands that Estavia release all persons who have been detained since 4 April 2021;",
        "By deporting him, Estavia would violate article 3 of the Convention.",
        "Families of the disappeared continue to demand justice.",
        "Twenty years ago today the Old Town burned.",
    ],
)
def test_an_act_that_is_only_named_is_not_an_allegation(text: str) -> None:
    assert acts(text) == []


def test_what_an_act_led_to_is_no_second_allegation() -> None:
    text = "On 3 June soldiers shelled Dray with mortars; four children died and two were hurt."
    (allegation,) = told(text)

    assert allegation.act is not None
    assert allegation.act.value == "shelling"
    assert [(v.harm.value, v.at_least) for v in allegation.victims] == [
        ("killed", 4),
        ("injured", 2),
    ]


def test_two_concerns_under_one_verb_are_two_allegations() -> None:
    text = (
        "Deeply concerned at reports that police fired on marchers in Callis in May, "
        "and at the burning of the archive of Dray on 9 June,"
    )

    assert acts(text) == ["shooting", "arson"]


def test_nominal_items_are_told_where_the_lead_in_tells() -> None:
    lead = "Between October and December 1991 the town suffered:"
    (allegation,) = told("The sinking of boats in the old harbour;", lead_in=lead)

    assert allegation.act is not None
    assert allegation.act.value == "destruction"
    assert [place.value for place in allegation.places] == ["old harbour"]


@pytest.mark.parametrize(
    ("text", "context", "continues", "when"),
    [
        ("The next day soldiers burned Dray.", "2021-03-30", False, "2021-03-31"),
        ("On the same day soldiers burned Dray.", "2021-03", False, "2021-03"),
        ("Two days later police shot a man.", "2021-03-30", False, "2021-04-01"),
        ("In April police killed two men in Dray.", "1999-03-24", False, "1999-04"),
        ("In January police killed two men in Dray.", "1998-11", False, "1999-01"),
        ("Thirteen were killed.", "1972-01-30", True, "1972-01-30"),
        ("Thirteen were killed.", "1972-01-30", False, None),
        ("Last May police killed two men in Dray.", "1999-03-24", False, "2021-05"),
        ("Two men were wounded, one of whom died in June.", "1972-01-30", True, "1972-01-30"),
    ],
)
def test_the_act_told_before_dates_what_follows(
    text: str, context: str, *, continues: bool, when: str | None
) -> None:
    (allegation,) = find_allegations(
        Flow.join([(0, text)]),
        reference_date="2021-08-01",
        context_date=context,
        continues=continues,
    )

    assert (allegation.when and allegation.when.value) == when


@pytest.mark.parametrize(
    "text",
    [
        "It is untrue that units of the army fired rockets at Callis on 4 March.",
        "The allegation that snipers shot at an ambulance in Dray is equally baseless.",
        "My Government rejects the fabricated claim that our forces shelled Dray.",
        "The Ministry denies that any villages were burned.",
        "Our aircraft did not bomb Dray on 4 March.",
    ],
)
def test_what_is_called_untrue_is_denied(text: str) -> None:
    assert [a.stance for a in told(text)] == [Stance.DENIED]


def test_a_thing_denied_to_somebody_is_no_denial() -> None:
    (allegation,) = told("In Dray he was denied any contact with his lawyer after his arrest.")

    assert allegation.stance is Stance.ASSERTED


def test_a_word_misread_in_a_scan_is_still_read() -> None:
    (allegation,) = told("On 30 January l972 thirteen men were kil1ed in Dray.")

    assert allegation.when is not None
    assert allegation.when.value == "1972-01-30"
    assert [v.at_least for v in allegation.victims] == [13]


def test_a_list_item_inherits_the_agent_of_its_lead_in() -> None:
    (allegation,) = told("The burning of a granary in Upper Dray;", lead_in=LEAD)

    assert allegation.perpetrator is not None
    assert allegation.perpetrator.value == "Norvenia"


def test_items_of_a_list_of_requests_are_no_allegations() -> None:
    assert acts("The torture of detainees;", lead_in="We call on Norvenia to stop:") == []


def test_the_lead_in_itself_is_general() -> None:
    assert [a.general for a in found_in(LEAD)] == [True]


def test_one_noun_for_two_targets_in_two_places_is_two_allegations() -> None:
    text = "The destruction of a museum in Upper Dray and a hospital in Sorrel as people slept;"
    one, two = told(text, lead_in=LEAD)

    assert one.span.of(text) == "The destruction of a museum in Upper Dray"
    assert two.span.of(text) == "a hospital in Sorrel as people slept;"
    assert [a.places[0].value for a in (one, two)] == ["Upper Dray", "Sorrel"]
    assert two.act is not None
    assert two.act.value == "attack_on_hospital"


def test_two_clauses_with_a_day_each_are_two_allegations() -> None:
    text = (
        "On 3 May, soldiers shot dead a shepherd near Dray, and on 9 May, police arrested "
        "his brother in Callis."
    )

    assert acts(text) == ["killing", "arrest"]


def test_a_clause_in_passing_is_taken_without_the_request_around_it() -> None:
    text = (
        "While we commend your statement—made following the recent truce, which was "
        "violated soon after—we urge you to act."
    )
    (allegation,) = told(text)

    assert allegation.span.of(text) == "the recent truce, which was violated soon after"
    assert allegation.when is not None
    assert allegation.when.value == "2021-08~"


def test_the_note_marker_at_the_end_is_left_out() -> None:
    text = "The bombing of a school in Sorrel; 6"
    (allegation,) = told(text, lead_in=LEAD)

    assert allegation.span.of(text) == "The bombing of a school in Sorrel;"


def test_the_year_of_the_heading_goes_before_the_reference() -> None:
    (allegation,) = found_in("Police killed two men in Dray on 9 May.", heading_year="2008")

    assert allegation.when is not None
    assert allegation.when.value == "2008-05-09"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Soldiers killed two men in Dray.", Stance.ASSERTED),
        ("According to witnesses, soldiers killed two men in Dray.", Stance.REPORTED),
        ("Soldiers reportedly killed two men in Dray.", Stance.REPORTED),
        ("Norvenia denied that its soldiers killed two men in Dray.", Stance.DENIED),
        ("The false claim that soldiers killed two men in Dray was repeated.", Stance.DENIED),
        (
            "If confirmed, the killing of 14 people in Callis on 8 May is a crime.",
            Stance.CONDITIONAL,
        ),
        ("Two men may have been killed in Dray.", Stance.CONDITIONAL),
    ],
)
def test_the_stance_is_that_of_the_words(text: str, stance: Stance) -> None:
    assert [a.stance for a in told(text)] == [stance]


def test_a_summing_up_without_particulars_is_general() -> None:
    assert [a.general for a in found_in("Grave violations of human rights continue.")] == [True]


def test_swapping_the_parties_changes_only_the_names() -> None:
    text = "On 3 May Norvenian forces shelled Port Callis in Estavia, killing four people."
    swapped = text.replace("Norvenian", "#").replace("Estavia", "Norvenia")
    swapped = swapped.replace("#", "Estavian")
    (one,), (two,) = told(text), told(swapped)

    assert one.act is not None
    assert two.act is not None
    assert (one.act.value, one.victims[0].at_least, one.stance) == (
        two.act.value,
        two.victims[0].at_least,
        two.stance,
    )
    assert one.perpetrator is not None
    assert two.perpetrator is not None
    assert (one.perpetrator.value, two.perpetrator.value) == (
        "Norvenian forces",
        "Estavian forces",
    )


def test_offsets_point_into_the_document_not_into_the_sentence() -> None:
    text = "Soldiers killed two men in Dray."
    (allegation,) = find_allegations(
        Flow.join([(100, text)]), lead_in=None, reference_date=None
    )

    assert (allegation.span.start, allegation.span.end) == (100, 100 + len(text))
