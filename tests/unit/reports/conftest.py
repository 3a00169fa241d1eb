"""An invented letter, read and checked by hand; its States, towns and persons are made up."""

import re
from collections.abc import Sequence

import pytest

from averment.claims.claim import Claim, ClaimKind, Quotation
from averment.claims.reading import Reading
from averment.claims.request import Request
from averment.documents.address import Address, AddressStatus, Damage, RepairStep
from averment.documents.citation import Citation
from averment.documents.document import (
    Document,
    Format,
    LinesOrigin,
    Notice,
    Passage,
    PassageKind,
)
from averment.documents.flow import Flow
from averment.documents.grounded import Grounded
from averment.documents.letterhead import Letterhead
from averment.documents.note import Marker, MarkerKind, Note
from averment.documents.span import Span
from averment.findings.checked import Checked
from averment.findings.finding import Finding, Ground, Severity
from averment.incidents.allegation import Allegation, Harm, Stance, VictimCount
from averment.law.mention import InstrumentMention
from averment.sources.source import Outlet, OutletKind, Source
from averment.un_record.mention import SymbolMention, VoteStatement

TEXT = """Harbour Rights Collective
12 March 2031

Her Excellency Ilse Marrow, Special Rapporteur on cultural rights

Dear Special Rapporteur,

We write about attacks that we ascribe to the armed forces of Norvenia, including:

- The shelling of the old library of Port Callis on 3 March 2031, in which at least four
civilians were killed and two injured;¹
- The use of cluster munitions near the village of Sel, as confirmed by the Estavian
Press Agency;2 and
- The burning of a school <script>alert("x")</script> in Tarn.

Harbour Rights Collective - page 1
The Minister of Norvenia said that “nobody was in the
building”.³ Norvenia is bound by the 1954 Hague Convention, and resolution 62/243 was
adopted with 39 votes in favour.

What we ask

We urge you to visit Port Callis before the end of April.

Respectfully,
Ana Bell
Director

1 See "Library of Port Callis shelled," The Callis Courier (4 March 2031), available at
https://courier.example/2031/03/library-of-port-
callis-shelled?utm_source=mail>.

2 Estavian Press Agency (5 March 2031), https://epa.example/news/cluster sel html; "Sel:
a field report", video, javascript:alert(1)

3 "Minister speaks," available at .
"""


def span_of(words: str, *, after: str = "") -> Span:
    """Return where `words` stand in the letter, behind the first `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def flow_of(begin: int, end: int, *, without: Sequence[Span] = ()) -> Flow:
    """Return the words with line ends as spaces and the stretches of `without` left out."""
    pieces: list[tuple[int, str]] = []
    at = begin
    for hole in (*without, Span(end, end)):
        pieces.append((at, TEXT[at : hole.start].replace("\n", " ")))
        at = hole.end
    return Flow.join(pieces)


def passage(
    kind: PassageKind,
    first: str,
    last: str,
    *,
    label: str | None = None,
    level: int = 0,
    without: Sequence[Span] = (),
) -> Passage:
    """Return the passage from the words `first` to the words `last`."""
    begin = TEXT.index(first)
    end = TEXT.index(last, begin) + len(last)
    return Passage(
        kind=kind,
        flow=flow_of(begin, end, without=without),
        origin=LinesOrigin(
            first=TEXT.count("\n", 0, begin) + 1, last=TEXT.count("\n", 0, end) + 1
        ),
        label=label,
        level=level,
    )


def grounded(words: str, *, value: str | None = None, rule: str = "test:rule") -> Grounded[str]:
    """Return `words` of the letter as a value with its ground."""
    return Grounded(value=value or words, span=span_of(words), rule=rule)


def _document() -> Document:
    furniture = span_of("Harbour Rights Collective - page 1\n")
    return Document(
        name="letters/appeal.txt",
        format=Format.PLAIN,
        text=TEXT,
        passages=(
            passage(PassageKind.HEADING, "Harbour Rights", "Collective", level=1),
            passage(PassageKind.PARAGRAPH, "12 March", "2031"),
            passage(PassageKind.PARAGRAPH, "Her Excellency", "cultural rights"),
            passage(PassageKind.PARAGRAPH, "Dear Special", "Rapporteur,"),
            passage(PassageKind.PARAGRAPH, "We write", "including:"),
            passage(PassageKind.LIST_ITEM, "The shelling", "injured;¹", label="-"),
            passage(PassageKind.LIST_ITEM, "The use", "Agency;2 and", label="-"),
            passage(PassageKind.LIST_ITEM, "The burning", "in Tarn.", label="-"),
            passage(PassageKind.FURNITURE, furniture.of(TEXT).strip(), "page 1"),
            passage(PassageKind.PARAGRAPH, "The Minister", "in favour."),
            passage(PassageKind.HEADING, "What we ask", "ask", level=2),
            passage(PassageKind.PARAGRAPH, "We urge", "April."),
            passage(PassageKind.SIGNATURE, "Respectfully,", "Director"),
            passage(PassageKind.FOOTNOTE, 'See "Library', "mail>.", label="1"),
            passage(PassageKind.FOOTNOTE, "Estavian Press Agency (5", "alert(1)", label="2"),
            passage(PassageKind.FOOTNOTE, '"Minister speaks', "available at .", label="3"),
        ),
        notices=(Notice(code="encoding-assumed", text="The encoding was taken to be UTF-8."),),
    )


def _note(number: str, first: str, last: str, marker: str | None, anchor: str) -> Note:
    begin = TEXT.index(first)
    end = TEXT.index(last, begin) + len(last)
    at = span_of(anchor)
    mark = Span(at.end, at.end + len(marker)) if marker else None
    kind = MarkerKind.PLAIN if marker == "2" else MarkerKind.SUPERSCRIPT
    return Note(
        number=number,
        span=Span(begin, end),
        flow=flow_of(begin, end),
        printed_number=number,
        marker=Marker(span=mark, raw=marker, kind=kind) if mark and marker else None,
        anchor=at,
    )


def _addresses() -> tuple[Address, ...]:
    return (
        Address(
            span=span_of(
                "https://courier.example/2031/03/library-of-port-\n"
                "callis-shelled?utm_source=mail>"
            ),
            raw=(
                "https://courier.example/2031/03/library-of-port-\ncallis-shelled?utm_source=mail>"
            ),
            status=AddressStatus.REPAIRED,
            repaired="https://courier.example/2031/03/library-of-port-callis-shelled",
            steps=(
                RepairStep(
                    damage=Damage.WRAP_SPACE, proof="an address does not end with a hyphen"
                ),
                RepairStep(
                    damage=Damage.TRACKING_PARAM, proof="utm_source says who sent the reader"
                ),
                RepairStep(damage=Damage.STRAY_GT, proof="“>” opens nothing"),
            ),
            note="1",
        ),
        Address(
            span=span_of("https://epa.example/news/cluster sel html"),
            raw="https://epa.example/news/cluster sel html",
            status=AddressStatus.TRUNCATED,
            repaired=None,
            steps=(RepairStep(damage=Damage.DOT_TO_SPACE, proof="“html” is a file ending"),),
            candidates=(
                "https://epa.example/news/cluster_sel.html",
                "https://epa.example/news/cluster-sel.html",
            ),
            note="2",
        ),
        Address(
            span=span_of("javascript:alert(1)"),
            raw="javascript:alert(1)",
            status=AddressStatus.INTACT,
            repaired="javascript:alert(1)",
            note="2",
        ),
        Address(
            span=span_of("available at", after='"Minister speaks'),
            raw="",
            status=AddressStatus.MISSING,
            repaired=None,
            steps=(RepairStep(damage=Damage.MISSING, proof="a full stop follows at once"),),
            note="3",
        ),
    )


def _citations() -> tuple[Citation, ...]:
    return (
        Citation(
            span=span_of('"Library of Port Callis shelled," The Callis Courier'),
            note="1",
            title=grounded("Library of Port Callis shelled"),
            publisher=grounded("The Callis Courier"),
            date=grounded("4 March 2031", value="2031-03-04"),
            addresses=(0,),
        ),
        Citation(
            span=span_of("Estavian Press Agency (5 March 2031)"),
            note="2",
            publisher=Grounded(
                value="Estavian Press Agency",
                span=span_of("Estavian Press Agency", after="2 Estavian"),
                rule="test:rule",
            ),
            addresses=(1,),
        ),
        Citation(
            span=span_of('"Sel:\na field report", video'),
            note="2",
            title=grounded("Sel:\na field report", value="Sel: a field report"),
            medium="video",
            addresses=(2,),
        ),
        Citation(
            span=span_of('"Minister speaks,"'),
            note="3",
            title=grounded("Minister speaks"),
            addresses=(3,),
        ),
    )


def _sources() -> tuple[Source, ...]:
    agency = Outlet(name="Estavian Press Agency", kind=OutletKind.NEWS_AGENCY, state="EST")
    return (
        Source(
            number=1,
            title="Library of Port Callis shelled",
            author=None,
            publisher="The Callis Courier",
            date="2031-03-04",
            url="https://courier.example/2031/03/library-of-port-callis-shelled",
            host="courier.example",
            outlet=None,
            citations=(0,),
        ),
        Source(
            number=2,
            title=None,
            author=None,
            publisher=None,
            date="2031-03-05",
            url=None,
            host="epa.example",
            outlet=agency,
            citations=(1,),
        ),
        Source(
            number=3,
            title="Sel: a field report",
            author=None,
            publisher=None,
            date=None,
            url=None,
            host=None,
            outlet=None,
            citations=(2,),
        ),
        Source(
            number=4,
            title="Minister speaks",
            author=None,
            publisher=None,
            date=None,
            url=None,
            host=None,
            outlet=None,
            citations=(3,),
        ),
    )


def _claim(
    number: int, kind: ClaimKind, words: str, passage_index: int, **more: object
) -> Claim:
    at = span_of(words)
    flat = re.sub(r"\s+", " ", words)
    return Claim(
        number=number,
        kind=kind,
        span=at,
        text=flat,
        passage=passage_index,
        **more,  # type: ignore[arg-type]  # test data, named by the caller
    )


SHELLING = (
    "The shelling of the old library of Port Callis on 3 March 2031, in which at least four\n"
    "civilians were killed and two injured;"
)
CLUSTER = (
    "The use of cluster munitions near the village of Sel, as confirmed by the Estavian\n"
    "Press Agency;"
)
BURNING = 'The burning of a school <script>alert("x")</script> in Tarn.'
SAID = "The Minister of Norvenia said that “nobody was in the\nbuilding”."
LAW = (
    "Norvenia is bound by the 1954 Hague Convention, and resolution 62/243 was\n"
    "adopted with 39 votes in favour."
)
ASK = "We urge you to visit Port Callis before the end of April."


def _claims() -> tuple[Claim, ...]:
    shelling = Allegation(
        span=span_of(SHELLING),
        act=grounded("shelling", rule="acts:shelling"),
        target=grounded("old library", value="cultural_property"),
        perpetrator=grounded("armed forces of Norvenia"),
        places=(grounded("Port Callis"),),
        when=grounded("3 March 2031", value="2031-03-03"),
        victims=(
            VictimCount(
                harm=Harm.KILLED,
                at_least=4,
                at_most=None,
                span=span_of("at least four\ncivilians were killed"),
                of_whom="civilians",
            ),
            VictimCount(harm=Harm.INJURED, at_least=2, at_most=2, span=span_of("two injured")),
        ),
    )
    cluster = Allegation(
        span=span_of(CLUSTER),
        act=grounded("use of cluster munitions", value="cluster_munition_use"),
        weapon=grounded("cluster munitions"),
        weapon_type="cluster_munition",
        places=(grounded("village of Sel", value="Sel"),),
        attributed_to=grounded("Estavian\nPress Agency", value="Estavian Press Agency"),
        stance=Stance.REPORTED,
    )
    summing_up = Allegation(span=span_of("attacks"), general=True)
    return (
        _claim(
            1,
            ClaimKind.INCIDENT,
            SHELLING,
            5,
            notes=("1",),
            citations=(0,),
            allegations=(shelling, summing_up),
            lead_in=span_of("We write about attacks"),
            rule="claims:incident",
        ),
        _claim(
            2,
            ClaimKind.INCIDENT,
            CLUSTER,
            6,
            notes=("2",),
            citations=(1, 2),
            allegations=(cluster,),
        ),
        _claim(3, ClaimKind.INCIDENT, BURNING, 7),
        _claim(
            4,
            ClaimKind.QUOTATION,
            SAID,
            9,
            notes=("3",),
            citations=(3,),
            quotations=(
                Quotation(
                    span=span_of("nobody was in the\nbuilding"),
                    speaker="The Minister of Norvenia",
                ),
            ),
        ),
        _claim(5, ClaimKind.LEGAL, LAW, 9),
        _claim(
            6,
            ClaimKind.REQUEST,
            ASK,
            11,
            requests=(
                Request(
                    span=span_of("We urge you to visit Port Callis before the end of April"),
                    rule="request:urge",
                    addressee="you",
                ),
            ),
        ),
    )


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            code="CIT301",
            severity=Severity.WARNING,
            span=_addresses()[0].span,
            message="The address in note 1 is damaged; what it was can be proved.",
            remedy=f"Print {_addresses()[0].repaired} instead.",
            grounds=(
                Ground(text="The address breaks behind a hyphen.", span=span_of("port-\n")),
            ),
            note="1",
        ),
        Finding(
            code="CIT302",
            severity=Severity.ERROR,
            span=_addresses()[1].span,
            message="The address in note 2 cannot be opened as it is printed.",
            remedy="Open the candidates and print the one that shows the article.",
            candidates=_addresses()[1].candidates,
            note="2",
        ),
        Finding(
            code="CIT101",
            severity=Severity.ERROR,
            span=span_of(BURNING),
            message="This claim has no source: no note stands behind it & none is cited in it.",
            remedy="Name the source, or leave the claim out.",
            claim=3,
        ),
        Finding(
            code="SRC101",
            severity=Severity.NOTE,
            span=span_of(SHELLING),
            message="This claim rests on one source only.",
            remedy="Add a second, independent source.",
            claim=1,
        ),
        Finding(
            code="FIG201",
            severity=Severity.NOTE,
            span=span_of("at least four\ncivilians were killed"),
            message="The figure is a minimum; the source's own figure is not quoted.",
            remedy="Give the figure of the source, with its date.",
            claim=1,
        ),
        Finding(
            code="PRO301",
            severity=Severity.WARNING,
            span=Span(0, 0),
            message="The letter does not say who may be asked for more.",
            remedy="Add a name and an address for questions.",
        ),
        Finding(
            code="FIG101",
            severity=Severity.OK,
            span=span_of("3 March 2031"),
            message="3 March 2031 lies before the date of the letter.",
            remedy="",
            claim=1,
        ),
    )


@pytest.fixture(scope="session")
def reading() -> Reading:
    """The letter as a careful reader understands it."""
    return Reading(
        document=_document(),
        letterhead=Letterhead(
            date=grounded("12 March 2031", value="2031-03-12"),
            addressees=(
                grounded("Her Excellency Ilse Marrow, Special Rapporteur on cultural rights"),
            ),
            signatories=(grounded("Ana Bell"), grounded("Harbour Rights Collective")),
            salutation=grounded("Dear Special Rapporteur,"),
        ),
        notes=(
            _note("1", 'See "Library', "mail>.", "¹", "two injured;"),
            _note("2", "Estavian Press Agency (5", "alert(1)", "2", "Estavian\nPress Agency;"),
            _note("3", '"Minister speaks', "available at .", "³", "building”."),
        ),
        addresses=_addresses(),
        citations=_citations(),
        sources=_sources(),
        claims=_claims(),
        instruments=(
            InstrumentMention(
                span=span_of("the 1954 Hague Convention"),
                instrument="HAGUE-1954",
                provision=None,
                rule="instruments:year-and-place",
            ),
        ),
        symbols=(
            SymbolMention(
                span=span_of("resolution 62/243"), symbol="A/RES/62/243", rule="symbols:ga"
            ),
        ),
        votes=(
            VoteStatement(
                span=span_of("resolution 62/243 was\nadopted with 39 votes in favour"),
                symbol="A/RES/62/243",
                yes=39,
                rule="votes:in-favour",
            ),
        ),
    )


@pytest.fixture(scope="session")
def checked(reading: Reading) -> Checked:
    """The letter with what a good colleague would say of it."""
    return Checked(reading=reading, findings=_findings())
