from datetime import date

from tests.catalogues import acts, catalogue_of, treaty

from averment.law.catalogue_status import catalogue_status, reach, with_parties
from averment.law.instrument_view import instrument_view, provision_view
from averment.law.lawbook import LawBook
from averment.law.party_count import count_checks, parties_on
from averment.law.provisions import Existence
from averment.law.standing import Answer

COUNTS = "instrument,as_of,parties,source,confidence,note\nT-1990,2000-01-01,2,LIST,verified,\n"
PROVISIONS = (
    "instrument,article,paragraphs,label,source,confidence\n"
    "T-1990,1,1 2,Purpose,LIST,verified\nT-1990,1-9,-,,LIST,verified\n"
)


def book(**files: str) -> LawBook:
    return LawBook(
        catalogue_of(
            {
                "instruments.toml": treaty("T-1990") + treaty("SOFT", kind="soft_law"),
                "participation/T-1990.csv": acts(
                    "FRA 1995-01-01 accession",
                    "CHN 1996-01-01 ratification",
                    "JPN 1999-12-01 accession",
                ),
                "counts.csv": COUNTS,
                "provisions.csv": PROVISIONS,
                **files,
            }
        )
    )


def test_a_deposit_without_effect_is_no_party_yet() -> None:
    assert parties_on(book(), "T-1990", date(2000, 1, 1)) == ("CHN", "FRA")
    assert parties_on(book(), "T-1990", date(2000, 6, 1)) == ("CHN", "FRA", "JPN")


def test_the_depositary_s_number_is_held_against_ours() -> None:
    [same] = count_checks(book(**{"counts.csv": COUNTS.replace(",2,", ",3,")}))
    [other] = count_checks(book(**{"counts.csv": COUNTS.replace(",2,", ",5,")}))

    assert (same.stated, same.counted, same.agrees) == (3, 3, True)
    assert (other.stated, other.counted, other.agrees) == (5, 3, False)


def test_the_status_tells_acts_counts_and_whether_files_are_as_published() -> None:
    status = catalogue_status(book(), imports=())

    assert status.changed == ()
    assert [(one.instrument, one.acts, one.states) for one in status.instruments] == [
        ("T-1990", 3, 3)
    ]


def test_soft_law_has_no_parties_to_ask_for() -> None:
    assert with_parties(book()) == ("T-1990",)


def test_the_reach_counts_unknown_answers() -> None:
    [reached] = reach(book(), date(2001, 1, 1))

    assert reached.answers[Answer.BOUND] == ("CHN", "FRA", "JPN")
    assert "DEU" in reached.unknown


def test_an_instrument_is_shown_with_parties_and_provisions() -> None:
    view = instrument_view(book(), book().instruments["T-1990"])

    assert view.parties == ("CHN", "FRA", "JPN")
    assert [one.label for one in view.provisions] == ["Purpose"]


def test_a_provision_is_looked_up_in_any_usual_writing() -> None:
    instrument = book().instruments["T-1990"]
    found = {
        wanted: provision_view(book(), instrument, wanted).existence
        for wanted in ("1", "art. 1(2)", "Article 1(3)", "10", "nonsense")
    }

    assert found == {
        "1": Existence.EXISTS,
        "art. 1(2)": Existence.EXISTS,
        "Article 1(3)": Existence.NO_SUCH_PARAGRAPH,
        "10": Existence.NO_SUCH_ARTICLE,
        "nonsense": Existence.NOT_KNOWN,
    }
