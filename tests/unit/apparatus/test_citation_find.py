"""Citations in every style give author, title, publisher and date."""

import pytest

from averment.apparatus.address_find import find_printed
from averment.apparatus.citation_find import find_citations
from averment.documents.citation import Citation
from averment.documents.flow import Flow


def citations(text: str) -> list[Citation]:
    flow = Flow.join([(0, text)])
    found = find_citations(flow, note="1", addresses=find_printed(text))
    return [one.citation for one in found]


def parts(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [
        (
            one.author.value if one.author else None,
            one.title.value if one.title else None,
            one.publisher.value if one.publisher else None,
            one.date.value if one.date else None,
        )
        for one in citations(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Bluebook
        (
            "See Anna Marsh, “Shells Fall,” N.Y. Times (Oct. 4, 2012), available at .",
            ("Anna Marsh", "Shells Fall", "N.Y. Times", "2012-10-04"),
        ),
        (
            "Nora Field, The Gap in the Law, 12 J. CONFLICT L. 34, 40 (2007).",
            ("Nora Field", "The Gap in the Law", "J. CONFLICT L.", "2007"),
        ),
        (
            "Press Release, Concord Watch, Hunger as a Weapon (Aug. 7, 2013).",
            (None, "Hunger as a Weapon", "Concord Watch", "2013-08-07"),
        ),
        # OSCOLA
        (
            "Nora Field, ‘Hospitals’ (2013) 24 Journal of Armed Conflict 45, 50.",
            ("Nora Field", "Hospitals", "Journal of Armed Conflict", "2013"),
        ),
        (
            "Ivo Lant, ‘Truth’ in Mara Venn (ed), After the War (Quay Press 1998) 255.",
            ("Ivo Lant", "Truth", "Quay Press", "1998"),
        ),
        (
            "Mara Venn, Unspoken (2nd edn, Quay Press 2011) 24.",
            ("Mara Venn", "Unspoken", "Quay Press", "2011"),
        ),
        # Chicago
        (
            "Ivan Petrel, The Long Table (London: Verso, 2009), 212–15.",
            ("Ivan Petrel", "The Long Table", "Verso", "2009"),
        ),
        (
            "Nora Field and Tomas Reed, eds., Sorrel (Oxford: Quay Press, 1998), 23.",
            ("Nora Field and Tomas Reed", "Sorrel", "Quay Press", "1998"),
        ),
        (
            "Marsh, Anna (3 May 2012). “Sorrel shelled”. The Guardian. London.",
            ("Marsh, Anna", "Sorrel shelled", "The Guardian", "2012-05-03"),
        ),
        # United Nations and organisations
        (
            "Report of the Special Rapporteur on mills (A/HRC/20/19), para. 12.",
            (None, "Report of the Special Rapporteur on mills", None, None),
        ),
        (
            "Committee against Mills (CAM), Concluding observations, 14 May 2010.",
            (None, "Concluding observations", "Committee against Mills (CAM)", "2010-05-14"),
        ),
        (
            "Amnesty International, Norvenia: Mills (Index: EUR 04/005/2012), 2 June 2012.",
            (None, "Norvenia: Mills", "Amnesty International", "2012-06-02"),
        ),
        (
            "“Norvenia: Free Activists,” Concord Watch news release, June 1, 2012.",
            (None, "Norvenia: Free Activists", "Concord Watch", "2012-06-01"),
        ),
        (
            "The Courier, ‘Dorn resigns’, 11 May 2012.",
            ("The Courier", "Dorn resigns", "The Courier", "2012-05-11"),
        ),
        (
            "Concord Watch interview with A. B., Port Callis, May 14, 2012.",
            (None, "Concord Watch interview with A. B.", "Concord Watch", "2012-05-14"),
        ),
        # Courts
        (
            "Marten v. Norvenia, App. No. 13216/05, Judgment, 16 June 2015, para. 180.",
            (None, "Marten v. Norvenia, Judgment", None, "2015-06-16"),
        ),
        (
            "Court of Sorrel, Doe v. Roe, judgment of 4 May 2012.",
            (None, "Doe v. Roe", "Court of Sorrel", "2012-05-04"),
        ),
        (
            "Case concerning the Bridge (Est. v. Norv.), 2021 I.C.J. 43, ¶ 92.",
            (None, "Case concerning the Bridge", "I.C.J.", "2021"),
        ),
    ],
)  # fmt: skip
def test_a_citation_is_read_in_the_style_it_is_written_in(
    text: str, expected: tuple[str | None, ...]
) -> None:
    assert parts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "S/2012/376, para. 4.",
        "See A/HRC/25/55.",
        "General Assembly resolution 47/133 of 18 December 1992.",
        "S.C. Res. 822, ¶ 1, U.N. Doc. S/RES/822 (Apr. 30, 1993).",
        "United Nations, Treaty Series, vol. 999, No. 14668.",
        "Criminal Code of Norvenia, art. 216.",
        "http://example.org/a",
    ],
)
def test_a_symbol_a_statute_or_an_address_alone_has_no_title(text: str) -> None:
    assert [one.title for one in citations(text)] in ([None], [])


@pytest.mark.parametrize(
    "text",
    [
        "The term “minor” is used here for persons under 18.",
        "Members pay a yearly fee; students are exempt.",
        "As at 1 June 2012.",
        "The President said: “We shall not be moved.”",
    ],
)
def test_a_note_that_explains_cites_nothing(text: str) -> None:
    assert [one.title for one in citations(text) if one.title] == []


def test_a_note_with_many_citations_is_parted() -> None:
    text = (
        "See “Fire”, Le Monde, 3 May 2012, https://example.org/a; Anna Marsh, “Shells”,"
        " The Guardian, 4 May 2012. See also Concord Watch, Ashes (2012)."
    )

    assert [title for _, title, _, _ in parts(text)] == ["Fire", "Shells", "Ashes"]


@pytest.mark.parametrize(
    ("text", "form", "note"),
    [
        ("Ibid., para. 4.", "ibid", None),
        ("Id. at 31.", "id", None),
        ("Armed Activities, supra note 12, para. 5.", "supra", "12"),
        ("Orff (n 3).", "supra", "3"),
        ("Judgment of 25 October 2012, cited in note 1, paras. 3-6.", "supra", "1"),
    ],
)
def test_a_short_form_is_no_title(text: str, form: str, note: str | None) -> None:
    (citation,) = citations(text)

    assert citation.short_form == form
    assert (citation.identifier.value if citation.identifier else None) == note


def test_the_day_of_access_is_not_the_date_of_the_source() -> None:
    text = "Concord Watch, “Ashes”, https://example.org/a (last accessed 3 June 2012)."

    assert parts(text) == [("Concord Watch", "Ashes", "Concord Watch", None)]


def test_every_value_stands_where_it_says() -> None:
    text = "Anna Marsh, “Shells Fall,” The Courier (Oct. 4, 2012), p. 3."

    (citation,) = citations(text)

    values = [citation.author, citation.title, citation.publisher, citation.pinpoint]
    assert [value.span.of(text) for value in values if value] == [
        "Anna Marsh",
        "Shells Fall,",
        "The Courier",
        "p. 3",
    ] or [value.value for value in values if value] == [
        value.span.of(text) for value in values if value
    ]
