import pytest

from averment.documents.flow import Flow
from averment.law.find import find_instruments

SECOND_PROTOCOL = (
    "the Second Protocol to the Hague Convention of 1954 for the Protection of Cultural "
    "Property in the Event of Armed Conflict, 26 March 1999"
)
THE_FOUR = ["GC1-1949", "GC2-1949", "GC3-1949", "GC4-1949"]
CHILD_SOLDIERS = (
    "the Optional Protocol to the Convention on the Rights of the Child on the "
    "involvement of children in armed conflict"
)
FOURTH_CONVENTION = (
    "the Fourth Geneva Convention “relative to the Protection of Civilian Persons in Time of "
    "War,” 12 August 1949"
)


def read(text: str) -> list[tuple[str, str | None]]:
    mentions = find_instruments(Flow.join([(0, text)]))
    return [(mention.instrument, mention.provision) for mention in mentions]


def words(text: str) -> list[str]:
    return [mention.span.of(text) for mention in find_instruments(Flow.join([(0, text)]))]


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        ("the Fourth Geneva Convention", ["GC4-1949"]),
        ("the 4th Geneva Convention", ["GC4-1949"]),
        ("Geneva Convention IV", ["GC4-1949"]),
        ("Geneva Convention (IV) of 12 August 1949", ["GC4-1949"]),
        ("GC IV and GCIII", ["GC4-1949", "GC3-1949"]),
        ("the third and fourth Geneva Conventions", ["GC3-1949", "GC4-1949"]),
        ("Geneva Conventions III and IV", ["GC3-1949", "GC4-1949"]),
        ("Geneva Conventions I-IV", ["GC1-1949", "GC2-1949", "GC3-1949", "GC4-1949"]),
        ("the four Geneva Conventions of 1949", THE_FOUR),
        ("the 1949 Convention relative to the Protection of Civilian Persons", ["GC4-1949"]),
        ("Convention (III) relative to the Treatment of Prisoners of War", ["GC3-1949"]),
        ("the 1929 Geneva Convention", ["GENEVA-POW-1929"]),
        ("Additional Protocol I", ["AP1-1977"]),
        ("the First Additional Protocol to the Geneva Conventions", ["AP1-1977"]),
        (
            "Protocols I and II additional to the Geneva Conventions",
            ["AP1-1977", "AP2-1977"],
        ),
        (
            "the Geneva Conventions and their Additional Protocols of 1977",
            [*THE_FOUR, "AP1-1977", "AP2-1977"],
        ),
        (
            "Geneva Conventions of 1949 and Additional Protocol I",
            [*THE_FOUR, "AP1-1977"],
        ),
        ("First Additional Protocol to the Norvenian Convention", []),
        ("Additional Protocol l (OCR)", ["AP1-1977"]),
        ("AP I and AP II", ["AP1-1977", "AP2-1977"]),
    ],
)
def test_conventions_and_protocols_are_told_by_number(
    text: str, instruments: list[str]
) -> None:
    assert [instrument for instrument, _ in read(text)] == instruments


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        (SECOND_PROTOCOL, ["HAGUE-P2-1999"]),
        ("the 1954 Hague Convention", ["HAGUE-1954"]),
        ("the Hague Regulations of 1907", ["HAGUEREG-1907"]),
        (CHILD_SOLDIERS, ["OPAC-2000"]),
        ("the Optional Protocol to the Convention against Torture", ["OPCAT-2002"]),
        ("the Second Optional Protocol to the ICCPR", ["ICCPR-OP2-1989"]),
        ("the Convention for the Prevention & Punishment of Genocide", ["GENOCIDE-1948"]),
        ("the UN Convention\non the Rights of\nthe Child", ["CRC-1989"]),
        ("the Conventlon on the Rlghts of the Ch1ld", ["CRC-1989"]),
        ("the International Covenants on Human Rights", ["ICCPR-1966", "ICESCR-1966"]),
        ("Protocol No. 1", ["ECHR-P1-1952"]),
        (
            "the Helsinki Final Act and the Budapest Memorandum",
            ["HELSINKI-1975", "BUDAPEST-1994"],
        ),
        ("contrary to customary international law", ["CUSTOMARY-INTERNATIONAL-LAW"]),
        ("the European Convention on Human Rights", ["ECHR-1950"]),
        ("Déclaration universelle des droits de l’homme", ["UDHR-1948"]),
        ("the 1951 Convention and the 1967 Protocol", ["REFUGEE-1951", "REFUGEE-P-1967"]),
        ("the 1949 Conventions", THE_FOUR),
        ("the 1994 Convention of the party", []),
        ("H. Con. Res. 121, 114th Congress", ["US:H.CON.RES.121(114)"]),
        ("PACE Resolution 1416 (2005)", ["PACE:RES/1416(2005)"]),
    ],
)
def test_names_short_names_and_years_are_known(text: str, instruments: list[str]) -> None:
    assert [instrument for instrument, _ in read(text)] == instruments


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("art. 8(2)(b)(iv) of the Rome Statute", [("ROME-1998", "art. 8(2)(b)(iv)")]),
        (
            "ICCPR, arts. 6, 7 and 14",
            [
                ("ICCPR-1966", "art. 6"),
                ("ICCPR-1966", "art. 7"),
                ("ICCPR-1966", "art. 14"),
            ],
        ),
        ("Article 51 of the United Nations Charter", [("UNCHARTER-1945", "art. 51")]),
        ("Article 2, paragraph 4, of the UN Charter", [("UNCHARTER-1945", "art. 2(4)")]),
        ("paragraph 2 of article 6 of the ICCPR", [("ICCPR-1966", "art. 6(2)")]),
        ("acting under Chapter VII", [("UNCHARTER-1945", "Chapter VII")]),
        ("common article 3", [(one, "common art. 3") for one in THE_FOUR]),
        (
            "Article 3 common to the four Geneva Conventions",
            [(one, "common art. 3") for one in THE_FOUR],
        ),
        ("articles 16-18 of GC IV", [("GC4-1949", "art. 16-18")]),
        ("the UN Charter (Article 2(4))", [("UNCHARTER-1945", "art. 2(4)")]),
        (
            "article 6 and article 7 of the ICCPR",
            [("ICCPR-1966", "art. 6"), ("ICCPR-1966", "art. 7")],
        ),
        (
            "articles 6 of the ICCPR and 2 and 3 of the ECHR",
            [("ICCPR-1966", "art. 6"), ("ECHR-1950", "art. 2"), ("ECHR-1950", "art. 3")],
        ),
        ("under article 6 of the ICCPR, 12 civilians", [("ICCPR-1966", "art. 6")]),
        ("Article II of the Genocide Convention", [("GENOCIDE-1948", "art. II")]),
        ("its right of self-defence under Article 51", [("UNCHARTER-1945", "art. 51")]),
        ("Article 301 of the Penal Code", []),
        ("an article 7 pages long", []),
    ],
)
def test_each_provision_goes_to_its_instrument(
    text: str, provisions: list[tuple[str, str]]
) -> None:
    assert read(text) == provisions


def test_the_convention_means_the_one_named_last() -> None:
    text = "The Genocide Convention binds Norvenia. Article 9 of the Convention says so."

    mentions = find_instruments(Flow.join([(0, text)]))

    assert [(m.instrument, m.provision, m.rule) for m in mentions] == [
        ("GENOCIDE-1948", None, "law:name"),
        ("GENOCIDE-1948", "art. 9", "law:short"),
    ]
    assert mentions[1].antecedent == mentions[0].span


def test_an_introduced_short_name_wins_over_the_nearest() -> None:
    text = (
        "the Convention against Torture (“the Convention”) and the Genocide Convention. "
        "The Convention forbids it."
    )

    assert read(text)[-1] == ("CAT-1984", None)


def test_a_document_may_introduce_two_short_names_at_once() -> None:
    text = (
        "The American Convention on Human Rights (hereinafter “the Pact” or “the Convention”) "
        "binds Norvenia, and so does the Genocide Convention. Article 4 of the Convention."
    )

    assert read(text)[-1] == ("ACHR-1969", "art. 4")


def test_the_convention_is_not_reported_when_an_unknown_one_stands_between() -> None:
    text = "The Genocide Convention. The Convention on Norvenian Waters. The Convention says."

    assert read(text) == [("GENOCIDE-1948", None)]


def test_the_convention_alone_is_not_reported() -> None:
    assert read("The Convention was held in Port Callis. The Covenant, too.") == []


def test_the_charter_needs_no_introduction_in_a_text_on_the_united_nations() -> None:
    assert read("The Secretary-General may act under Article 99 of the Charter.") == [
        ("UNCHARTER-1945", "art. 99")
    ]
    assert read("The Charter was granted to Port Callis.") == []


def test_a_bare_article_belongs_to_the_one_instrument_of_its_paragraph() -> None:
    text = "The Fourth Geneva Convention applies. Article 49 says so.\n\nArticle 49 again."

    assert read(text) == [("GC4-1949", None), ("GC4-1949", "art. 49")]


def test_a_bare_article_beyond_the_instruments_length_is_left_out() -> None:
    assert read("The Genocide Convention applies. Article 200 says so.") == [
        ("GENOCIDE-1948", None)
    ]


def test_initials_that_also_mean_a_court_or_committee_need_proof() -> None:
    assert read("The ECHR ruled so. The CRC found it. A CAT scan. ATT is a firm.") == []
    assert read("a State party to the CRC, in violation of the ECHR") == [
        ("CRC-1989", None),
        ("ECHR-1950", None),
    ]
    assert read("The Committee on the Rights of the Child (CRC) met.") == []


def test_initials_inside_a_document_symbol_are_no_treaty() -> None:
    assert read("see CRC/C/NOR/CO/5 and CCPR/C/GC/36") == []


def test_a_note_takes_its_antecedent_from_the_text_before_it() -> None:
    body = find_instruments(Flow.join([(0, "The Genocide Convention applies.")]))
    note = Flow.join([(100, "Article 2 of the Convention.")])

    mentions = find_instruments(note, earlier=body)

    assert [(m.instrument, m.provision) for m in mentions] == [("GENOCIDE-1948", "art. 2")]
    assert mentions[0].antecedent == body[0].span
    assert find_instruments(note) == ()


def test_the_span_covers_article_quoted_title_and_date() -> None:
    text = f"(i) {FOURTH_CONVENTION}; (ii) the Genocide Convention, 9 December 1948."

    assert words(text) == [
        FOURTH_CONVENTION,
        "the Genocide Convention, 9 December 1948",
    ]


def test_ligatures_and_line_ends_do_not_hide_a_name() -> None:
    text = (
        "the Hague Convention for the Protection of\nCultural Property in the Event of "
        "Armed Con\ufb02ict"
    )

    assert words(text) == [text]


def test_nothing_is_found_in_an_empty_flow() -> None:
    assert find_instruments(Flow("", ())) == ()
    assert find_instruments(Flow.join([(0, " \n ")])) == ()


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        (
            "the Protocol Additional to the Geneva Conventions of 8 June 1977 (Protocol II)",
            ["AP2-1977"],
        ),
        (
            (
                "the Protocol Additional to those Conventions relating to the Protection of "
                "Victims "
                "of International Armed Conflicts"
            ),
            ["AP1-1977"],
        ),
        (
            (
                "the Protocol of 1977 relating to the protection of victims of "
                "non-international armed conflicts"
            ),
            ["AP2-1977"],
        ),
        ("the first of the 1977 Protocols additional to the Geneva Conventions", ["AP1-1977"]),
        ("Protocols Additional I and II", ["AP1-1977", "AP2-1977"]),
        ("the three Additional Protocols", ["AP1-1977", "AP2-1977", "AP3-2005"]),
        (
            (
                "Protocol Additional to the Geneva Conventions of 12 August 1949, and Relating "
                "to the Protection of Victims of International Armed Conflicts (Protocol I), "
                "of 8 June 1977"
            ),
            ["AP1-1977"],
        ),
        ("Additional Protocol I to the Norvenian Convention", []),
        ("Protocol II to the Convention on Certain Conventional Weapons", ["CCW-1980"]),
        ("GC IV and Protocol II", ["GC4-1949", "AP2-1977"]),
        ("Geneva Convention IV and Protocol II", ["GC4-1949", "AP2-1977"]),
        ("the Geneva Conventions. The Fourth Convention", [*THE_FOUR, "GC4-1949"]),
        ("the Geneva Conventions. Convention I, too", [*THE_FOUR, "GC1-1949"]),
        ("The Fourth Convention of the party", []),
    ],
)
def test_the_protocols_are_known_by_number_or_by_the_conflicts_they_are_about(
    text: str, instruments: list[str]
) -> None:
    assert [instrument for instrument, _ in read(text)] == instruments


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        ("the ICCPR and its two Optional Protocols", ["ICCPR-OP1-1966", "ICCPR-OP2-1989"]),
        ("the Convention against Torture and its Optional Protocol", ["OPCAT-2002"]),
        ("the Refugee Convention and its Protocol of 1967", ["REFUGEE-P-1967"]),
        ("the European Convention on Human Rights and its First Protocol", ["ECHR-P1-1952"]),
        (
            "the Hague Convention of 1954 and the Second Protocol thereto",
            ["HAGUE-P2-1999"],
        ),
    ],
)
def test_a_protocol_may_be_told_by_its_treaty(text: str, instruments: list[str]) -> None:
    assert [instrument for instrument, _ in read(text)][-len(instruments) :] == instruments


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        (
            (
                "the Declaration of 1960 on the granting of independence to colonial countries "
                "and "
                "peoples"
            ),
            "UNGA:A/RES/1514(XV)",
        ),
        ("the Convention of 28 July 1951 relating to the Status of Refugees", "REFUGEE-1951"),
        (
            "the International Covenant of 16 December 1966 on Civil and Political Rights",
            "ICCPR-1966",
        ),
        ("the Declaration on Human Rights Defenders", "UNGA:A/RES/53/144"),
        ("the Universal Declaration of Human Rights", "UDHR-1948"),
    ],
)
def test_a_date_in_the_name_does_not_hide_it(text: str, instrument: str) -> None:
    assert read(text) == [(instrument, None)]


def test_a_name_of_another_year_is_another_instrument() -> None:
    assert read("the Convention of 1901 relating to the Status of Refugees") == []


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        (
            "the ICCPR, articles 6 and 21 of which are engaged",
            [("ICCPR-1966", "art. 6"), ("ICCPR-1966", "art. 21")],
        ),
        (
            "articles 6 and 7, read with article 2 (3), of the ICCPR",
            [
                ("ICCPR-1966", "art. 6"),
                ("ICCPR-1966", "art. 7"),
                ("ICCPR-1966", "art. 2(3)"),
            ],
        ),
        (
            "the 1949 Conventions, of which article 3 is common to all four",
            [(one, "common art. 3") for one in THE_FOUR],
        ),
        (
            "article 1 common to the ICCPR and the ICESCR",
            [("ICCPR-1966", "common art. 1"), ("ICESCR-1966", "common art. 1")],
        ),
        (
            "articles 10, 11 and 12 respectively of the ICESCR",
            [
                ("ICESCR-1966", "art. 10"),
                ("ICESCR-1966", "art. 11"),
                ("ICESCR-1966", "art. 12"),
            ],
        ),
        ("Article 2.4 of the UN Charter", [("UNCHARTER-1945", "art. 2(4)")]),
        (
            "Rome Statute, supra note 3, art. 7(1)(d) and (k)",
            [("ROME-1998", "art. 7(1)(d)"), ("ROME-1998", "art. 7(1)(k)")],
        ),
        (
            "the Genocide Convention: a reservation to Article VI and Article VIII",
            [
                ("GENOCIDE-1948", None),
                ("GENOCIDE-1948", "art. VI"),
                ("GENOCIDE-1948", "art. VIII"),
            ],
        ),
        (
            "customary IHL (Rules 1 and 7 of the ICRC Study)",
            [
                ("CUSTOMARY-INTERNATIONAL-LAW", "rule 1"),
                ("CUSTOMARY-INTERNATIONAL-LAW", "rule 7"),
            ],
        ),
    ],
)
def test_a_provision_may_stand_behind_its_instrument_or_apart(
    text: str, provisions: list[tuple[str, str | None]]
) -> None:
    assert read(text) == provisions


def test_a_treaty_body_means_its_own_treaty() -> None:
    assert read(
        "The Human Rights Committee found a violation of article 6 of the Covenant."
    ) == [("ICCPR-1966", "art. 6")]
    assert read("The European Court of Human Rights cited Article 3 of the Convention.") == [
        ("ECHR-1950", "art. 3")
    ]


def test_a_note_may_cite_a_treaty_by_its_bare_noun() -> None:
    body = find_instruments(Flow.join([(0, "The Convention against Torture binds Norvenia.")]))

    mentions = find_instruments(Flow.join([(60, "Convention, art. 9.")]), earlier=body)

    assert [(m.instrument, m.provision) for m in mentions] == [("CAT-1984", "art. 9")]


def test_the_convention_passes_over_the_geneva_conventions() -> None:
    text = "The Genocide Convention. The Geneva Conventions. Article 9 of the Convention."

    assert read(text)[-1] == ("GENOCIDE-1948", "art. 9")


def test_initials_behind_a_ratification_are_a_treaty() -> None:
    assert read("Norvenia ratified the ICCPR in 1992 and the CRC in 1990.") == [
        ("ICCPR-1966", None),
        ("CRC-1989", None),
    ]
