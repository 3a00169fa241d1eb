import pytest

from averment.documents.flow import Flow
from averment.law.find import find_instruments

SECOND_PROTOCOL = (
    "the Second Protocol to the Hague Convention of 1954 for the Protection of Cultural "
    "Property in the Event of Armed Conflict, 26 March 1999"
)
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
        ("the four Geneva Conventions of 1949", ["GENEVA-CONVENTIONS-1949"]),
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
            ["GENEVA-CONVENTIONS-1949", "AP1-1977", "AP2-1977"],
        ),
        (
            "Geneva Conventions of 1949 and Additional Protocol I",
            ["GENEVA-CONVENTIONS-1949", "AP1-1977"],
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
        ("the 1949 Conventions", ["GENEVA-CONVENTIONS-1949"]),
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
        ("common article 3", [("GENEVA-CONVENTIONS-1949", "common art. 3")]),
        (
            "Article 3 common to the four Geneva Conventions",
            [("GENEVA-CONVENTIONS-1949", "common art. 3")],
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
