"""Figures: sums, shares, counts, ranges. Every State, town and person is made up."""

import pytest

from averment.claims.understand import understand
from averment.findings.figures.check import check_figures
from averment.findings.finding import Severity
from averment.readers.plain import read_plain

LETTER = """12 March 2012

Ms. Ilse Marrow
Director-General
Continental Heritage Office

Dear Director-General,

{body}

We ask you to visit Port Callis.

Yours sincerely,

Harbour Rights Collective
"""


def found(body: str) -> list[tuple[str, str, str]]:
    """Return (code, severity, words) of every figure finding on a letter with this text."""
    reading = understand(read_plain(LETTER.format(body=body).encode(), name="letter.txt"))
    return [
        (f.code, f.severity.name, " ".join(f.span.of(reading.document.text).split()))
        for f in sorted(check_figures(reading), key=lambda f: (f.span, f.code))
    ]


def message_of(body: str) -> str:
    reading = understand(read_plain(LETTER.format(body=body).encode(), name="letter.txt"))
    return next(iter(check_figures(reading))).message


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "The army laid mines that killed 46 people: 17 in January, 15 in February "
                "and 17 in March."
            ),
            ("FIG101", "ERROR", "46 people: 17 in January, 15 in February and 17"),
        ),
        (
            (
                "In all 400 houses burned, of which 120 stood in Tarn, 190 in Oster and "
                "110 in Port Callis."
            ),
            None,
        ),
        (
            (
                "The priest counted 400 houses, of which 120 were burned by soldiers, 190 "
                "by militia and 110 by fire from the hills."
            ),
            (
                "FIG101",
                "ERROR",
                "400 houses, of which 120 were burned by soldiers, 190 by militia and 110",
            ),
        ),
        (
            (
                "Forty people were shot in the valley: 17 at the mill, 15 at the bridge "
                "and seven at the ford."
            ),
            (
                "FIG102",
                "WARNING",
                (
                    "Forty people were shot in the valley: 17 at the mill, 15 at the "
                    "bridge and seven"
                ),
            ),
        ),
        (
            "Forty people were shot, 18 at the mill, 15 at the bridge and seven at the ford.",
            (
                "FIG101",
                "OK",
                "Forty people were shot, 18 at the mill, 15 at the bridge and seven",
            ),
        ),
        (
            "Eleven civilians died: four women, five men and three children.",
            ("FIG101", "ERROR", "Eleven civilians died: four women, five men and three"),
        ),
        (
            "The raid left 12 dead (7 in Tarn, 4 in Oster).",
            ("FIG102", "WARNING", "12 dead (7 in Tarn, 4"),
        ),
    ],
)
def test_parts_are_added_up_and_compared_with_their_total(
    body: str, expected: tuple[str, str, str] | None
) -> None:
    sums = [f for f in found(body) if f[0] in {"FIG101", "FIG102"}]

    if expected is None:
        assert all(f[1] != "WARNING" for f in sums)
    else:
        assert sums == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Forty people fled, 17 of them women, 15 of them farmers and 20 of them Estavians.",
        "Eleven victims died: four women, five prisoners and three children.",
        "Of 40 people, including 17 women, 15 prisoners and 20 villagers, nothing is known.",
    ],
)
def test_parts_that_may_overlap_are_never_held_to_be_an_error(body: str) -> None:
    assert {f[1] for f in found(body) if f[0] == "FIG101"} <= {"NOTE"}


def test_a_sum_says_what_the_parts_make_and_what_the_total_is() -> None:
    message = message_of(
        "In Tarn 46 people died: 17 in January, 15 in February and seven in March."
    )

    assert message == "The parts (17, 15 and seven) make 39: 7 fewer than the total, 46."


@pytest.mark.parametrize(
    "body",
    [
        "At least 46 people died: 17 in January, 15 in February and seven in March.",
        "In Tarn 46 people died: some 17 in January, 15 in February and seven in March.",
        "The three raids cost lives: 17 in January, 15 in February and seven in March.",
        "In all 40 people died, including 17 in Tarn, 5 in Oster and 2 in Port Callis.",
        "Of 922 witnesses who were heard 505 were civilians, and many had few years left.",
        "The army killed eleven civilians, among them four children, and wounded twenty-six.",
        (
            "Between 1 January and 15 March 2011, 46 persons died: the youngest was 6, the "
            "oldest 81."
        ),
        (
            "Articles 4, 5 and 7 of the Charter apply, and so do paragraphs 12, 13 and 14 "
            "of the report."
        ),
        (
            "It received 112 recommendations on 12 subjects, 14 by email, 20 by post, and "
            "the others by hand."
        ),
        "The 14 prisons held 9,870 persons in 5,200 places; Halden Road held 2,115 in 640.",
    ],
)
def test_numbers_that_are_no_parts_of_a_total_are_left_alone(body: str) -> None:
    assert [f for f in found(body) if f[0] in {"FIG101", "FIG102"}] == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "They searched 12 of the 48 houses (25 per cent).",
            [("FIG103", "OK", "12 of the 48 houses (25 per cent")],
        ),
        (
            "They searched 12 of the 48 houses (35%).",
            [("FIG103", "ERROR", "12 of the 48 houses (35%")],
        ),
        ("They searched 12 of the 48 houses (about 35%).", []),
        (
            "The shells killed 120 per cent of the inhabitants.",
            [("FIG103", "ERROR", "120 per cent")],
        ),
        ("The prison is filled to 190 per cent of its 640 places.", []),
        ("Arrests rose by 40 per cent.", [("FIG111", "NOTE", "40 per cent")]),
        ("Arrests rose by 40 per cent since 2010.", []),
        ("In Tarn 70% of the people fled.", []),
    ],
)
def test_a_percentage_is_compared_with_its_figures(
    body: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [f for f in found(body) if f[0] in {"FIG103", "FIG111"}] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Soldiers took twelve (13) people away.", [("FIG104", "ERROR", "twelve (13)")]),
        ("Soldiers took twelve (12) people away.", []),
        ("The two (2012) reports say so, as does article five (2).", []),
        ("Between 10,000 and 7,000 people fled.", [("FIG105", "WARNING", "10,000 and 7,000")]),
        ("Between 7,000 and 10,000 people fled.", []),
        ("Between 11 and 2 o'clock nobody came.", []),
        ("About 4,387 people fled.", [("FIG110", "NOTE", "About 4,387")]),
        ("About 4,400 people fled.", []),
        ("Around 1991 the town was quiet.", []),
        ("Dozens of people fled.", [("FIG112", "NOTE", "Dozens of")]),
        ("The road is hundreds of kilometres long and thousands of years old.", []),
        ('He said: "Dozens of people fled."', []),
    ],
)
def test_numbers_are_read_for_what_they_say(
    body: str, expected: list[tuple[str, str, str]]
) -> None:
    codes = {"FIG104", "FIG105", "FIG110", "FIG112"}

    assert [f for f in found(body) if f[0] in codes] == expected


LIST = (
    "We report the following three incidents:\n\n- A raid in Tarn;\n- A raid in Oster;\n- "
    "A raid in Marren{more}"
)


def test_a_list_is_counted_against_the_number_that_announces_it() -> None:
    right = found(LIST.format(more="."))
    wrong = found(LIST.format(more=";\n- A raid in Sund."))

    assert [f[:2] for f in right if f[0] == "FIG106"] == [("FIG106", "OK")]
    assert [f[:2] for f in wrong if f[0] == "FIG106"] == [("FIG106", "WARNING")]


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        (
            (
                "We rely on the following three instruments: (i) the Charter; (ii) the "
                "Covenant; and (iii) the Protocol."
            ),
            "OK",
        ),
        (
            (
                "We rely on the following four instruments: (i) the Charter; (ii) the "
                "Covenant; and (iii) the Protocol."
            ),
            "WARNING",
        ),
        (
            "Six States, namely Norvenia, Estavia, Kalmara, Sorrel and Tavria, were there.",
            "WARNING",
        ),
        (
            "Five States, namely Norvenia, Estavia, Kalmara, Sorrel and Tavria, were there.",
            "OK",
        ),
        (
            "Three people were killed in the following incidents: (a) a raid and (b) a fire.",
            None,
        ),
        ("We write as four associations.", None),
    ],
)
def test_a_list_in_a_sentence_is_counted_too(body: str, severity: str | None) -> None:
    assert [f[1] for f in found(body) if f[0] == "FIG106"] == ([severity] if severity else [])


def test_senders_are_counted_against_the_signatures() -> None:
    text = LETTER.format(body="We write as three associations of masons.") + "Masons of Tarn\n"
    reading = understand(read_plain(text.encode(), name="letter.txt"))

    listed = [f for f in check_figures(reading) if f.code == "FIG106"]

    assert [f.severity for f in listed] == [Severity.NOTE]


def test_a_fraction_and_a_whole_group_with_the_same_names_may_be_one() -> None:
    body = (
        "We note that 3 of the 5 permanent members and all Chairs of the Contact Group—"
        "Norvenia, the Republic of Estavia, and Kalmara—voted against it."
    )

    assert [f[:2] for f in found(body)] == [("FIG107", "NOTE")]


def test_two_groups_with_their_own_names_are_not_counted_twice() -> None:
    body = (
        "Three of the five members and all chairs—Norvenia, Estavia, Kalmara, Sorrel and "
        "Tavria—left."
    )

    assert [f for f in found(body) if f[0] == "FIG107"] == []


def test_one_figure_told_in_two_ways_is_found_between_two_sentences() -> None:
    body = (
        "On 4 March 2012 the Estavian army shelled the market of Port Callis, killing "
        "11 civilians.\n\n"
        "We recall that on 4 March 2012 the Estavian army shelled the market of Port "
        "Callis, killing 14 civilians."
    )
    told = [f for f in found(body) if f[0] == "FIG108"]

    assert [f[:2] for f in told] == [("FIG108", "WARNING")]


def test_a_smallest_number_that_becomes_exact_is_asked_about() -> None:
    body = (
        "On 4 March 2012 the Estavian army shelled the market of Port Callis, killing "
        "at least 11 civilians.\n\n"
        "We recall that on 4 March 2012 the Estavian army shelled the market of Port "
        "Callis, killing 11 civilians."
    )

    assert [f[:2] for f in found(body) if f[0] in {"FIG108", "FIG109"}] == [("FIG109", "NOTE")]


def test_the_same_text_with_the_parties_swapped_gives_the_same_findings() -> None:
    body = (
        "Near Tarn the Norvenian army killed 46 Estavian civilians: 17 in January, 15 "
        "in February and seven in March. "
        "Twelve (13) Norvenian villagers were wounded by Estavia, which had hundreds "
        "of men there."
    )
    swapped = (
        body.replace("Norvenia", "#").replace("Estavia", "Norvenia").replace("#", "Estavia")
    )

    assert [f[:2] for f in found(body)] == [f[:2] for f in found(swapped)]
    assert len(found(body)) == 3
