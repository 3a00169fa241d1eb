"""Titles against claims: another matter, a weaker word, another number. All is made up."""

import pytest

from averment.claims.understand import understand
from averment.findings.cited.support import read_ties
from averment.findings.cited.title_words import foreign_language, stem
from averment.findings.cited.word_list import table
from averment.findings.finding import Finding
from averment.findings.sources.titles import check_source_titles
from averment.incidents.vocabulary import act_types
from averment.readers.plain import read_plain

LETTER = """12 March 2012

Dear Director-General,

{body}

We ask you to visit the town of Port Callis and to speak with the people who live there.

Yours sincerely,

Harbour Rights Collective

Notes

{notes}
"""


def findings(*claims: tuple[str, str]) -> list[Finding]:
    """Check claims, each with the titles that are cited for it, parted by a bar."""
    body = "\n\n".join(f"{claim}{n}" for n, (claim, _) in enumerate(claims, 1))
    notes = []
    for number, (_, titles) in enumerate(claims, 1):
        works = "; ".join(f'"{t}", The Callis Courier, 9 March 2012' for t in titles.split("|"))
        notes.append(f"{number}. {works}.")
    text = LETTER.format(body=body, notes="\n\n".join(notes))
    reading = understand(read_plain(text.encode(), name="letter.txt"))
    return list(check_source_titles(read_ties(reading)))


MARKET = "On 3 March 2012 the Norvenian army shelled the market of Port Callis."


@pytest.mark.parametrize(
    ("claim", "title", "expected"),
    [
        (MARKET, "Market of Port Callis shelled by army", []),
        (MARKET, "A long winter of patience and bread", ["SRC114"]),
        (MARKET, "Artillery hits a crowded square at noon", []),
        (
            "On 3 March 2012 the Norvenian army destroyed the library of Port Callis.",
            "Library of Port Callis damaged in attack",
            ["SRC117"],
        ),
        (
            "On 3 March 2012 the Norvenian army destroyed the library of Port Callis.",
            "Library of Port Callis destroyed in attack",
            [],
        ),
        (
            "On 3 March 2012 soldiers executed two men in the mill of Port Callis.",
            "Two men killed in the mill of Port Callis",
            ["SRC117"],
        ),
        (MARKET, "Ministry says market of Port Callis was shelled", ["SRC118"]),
        (MARKET, "Norvenia denies market of Port Callis was shelled", ["SRC118"]),
        (
            "On 3 March 2012 soldiers carried out an execution in the mill of Port Callis.",
            "'Execution' in mill of Port Callis investigated",
            ["SRC118"],
        ),
        (
            "On 3 March 2012 shelling killed four people in the market of Port Callis.",
            "Six killed in shelling of Port Callis market",
            ["SRC119"],
        ),
        (
            "On 3 March 2012 shelling killed four people in the market of Port Callis.",
            "Shelling of Port Callis market kills four",
            [],
        ),
        (
            "On 3 March 2012 soldiers tortured and executed two men in a mill of Port Callis.",
            "Execution in the mill of Port Callis",
            ["SRC115"],
        ),
    ],
)
def test_what_a_title_says_of_its_claim(claim: str, title: str, expected: list[str]) -> None:
    assert [f.code for f in findings((claim, title))] == expected


def test_a_title_that_fits_another_claim_better_is_told_at_its_own() -> None:
    shelling = "On 3 March 2012 the army shelled the market of Port Callis after the truce."
    school = "On 5 March 2012 soldiers looted a school in the valley of Tarn."
    listed = findings(
        (shelling, "Market shelled in Port Callis"),
        (school, "School in Tarn looted|Shelling breaks the truce in the north"),
    )

    assert [(f.code, f.claim, f.note) for f in listed] == [("SRC116", 2, "2")]
    assert listed[0].message == (
        "By its title “Shelling breaks the truce in the north” fits claim 1, "
        "and it is cited for claim 2. Without it one source is left there."
    )


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Market of Port Callis shelled", None),
        ("Le marché de Port Callis bombardé par les soldats", "French"),
        ("Der Markt und die Brücke von Port Callis", "German"),
        ("Report on the massacre of Al Ahmar and Al Faqi", None),
        ("רשימת השוק", "Hebrew script"),
        ("", None),
    ],
)
def test_the_language_of_a_title(title: str, language: str | None) -> None:
    assert foreign_language(title) == language


def test_every_act_in_the_word_lists_is_in_the_vocabulary() -> None:
    words = table("source_words")
    named = {act for key in ("kin", "same") for row in words[key] for act in row["acts"]}

    assert named | set(words["grave"]["acts"]) <= set(act_types())


def test_forms_of_one_word_have_one_stem() -> None:
    assert {stem(word) for word in ("shelling", "shells", "shelled")} == {"shell"}
