"""A small record for tests: historic votes as their sources have them, and a made-up text."""

from collections.abc import Mapping
from datetime import date

from tests.catalogues import catalogue_of

from averment.catalogue.provenance import Confidence, Provenance, Source
from averment.claims.reading import Reading
from averment.claims.understand import understand
from averment.findings.finding import Finding
from averment.findings.record.check import check_record
from averment.readers.plain import read_plain
from averment.un_record.ballot import Choice, Manner, VoteRecord
from averment.un_record.membership import Memberships, read_memberships
from averment.un_record.record import Ballot, Record, RecordText
from averment.un_record.resolution import Resolution
from averment.un_record.session import Sessions, read_sessions


def provenance(title: str, *, rank: int, checked: bool = True) -> Provenance:
    """Return a source as of 2026."""
    return Provenance(
        Source(key=title, title=title, kind="official", rank=rank, as_of=date(2026, 1, 1)),
        Confidence.VERIFIED if checked else Confidence.UNVERIFIED,
    )


RECORD = provenance("meeting record", rank=1)
DATA_SET = provenance("data set", rank=4)
BY_HAND = provenance("by hand", rank=6, checked=False)
_CHOICES = {
    "FRA": Choice.NO,
    "RUS": Choice.NO,
    "USA": Choice.NO,
    "CHN": Choice.ABSTAIN,
    "GBR": Choice.ABSTAIN,
    "PAK": Choice.YES,
    "TUR": Choice.YES,
}
VOTES = (
    # Of 14 March 2008, with some of the States: figures of the press release GA/10693.
    VoteRecord(
        symbol="A/RES/62/243",
        manner=Manner.RECORDED,
        provenance=RECORD,
        yes=39,
        no=7,
        abstain=100,
        choices=_CHOICES,
    ),
    VoteRecord(
        symbol="A/RES/62/243",
        manner=Manner.RECORDED,
        provenance=DATA_SET,
        yes=38,
        no=7,
        abstain=101,
        choices={**_CHOICES, "PAK": Choice.ABSTAIN},
    ),
    # A vote on a part, made up.
    VoteRecord(
        symbol="A/RES/62/243",
        manner=Manner.RECORDED,
        provenance=RECORD,
        yes=60,
        no=20,
        abstain=30,
        part="paragraph 4",
    ),
    # Of 17 March 2011.
    VoteRecord(
        symbol="S/RES/1973 (2011)",
        manner=Manner.RECORDED,
        provenance=RECORD,
        yes=10,
        no=0,
        abstain=5,
        choices={
            **dict.fromkeys(("BRA", "CHN", "DEU", "IND", "RUS"), Choice.ABSTAIN),
            **dict.fromkeys(("FRA", "GBR", "USA"), Choice.YES),
        },
    ),
    VoteRecord(symbol="S/RES/822 (1993)", manner=Manner.UNANIMOUS, provenance=RECORD),
    VoteRecord(symbol="A/RES/60/147", manner=Manner.WITHOUT_VOTE, provenance=RECORD),
    VoteRecord(
        symbol="S/RES/1244 (1999)",
        manner=Manner.RECORDED,
        provenance=BY_HAND,
        yes=14,
        no=0,
        abstain=1,
    ),
)
_DAYS = {
    "A/RES/62/243": date(2008, 3, 14),
    "S/RES/1973 (2011)": date(2011, 3, 17),
    "S/RES/822 (1993)": date(1993, 4, 30),
    "A/RES/60/147": date(2005, 12, 16),
}
# A text of our own under a number that the Council will not reach soon.
TEXT = """The Security Council,

Recalling the inadmissibility of the use of force for the acquisition of harbours,

1. Demands the immediate, complete and unconditional withdrawal of all boats
from Port Callis;

2. Calls for unimpeded access for relief, and reaffirms that all parties are bound
by the rules of the sea;
"""
TEXTS = {"S/RES/2700 (2023)": TEXT}


class TestRecord:
    """A `RecordSource` of the values above."""

    __test__ = False

    def __init__(self, texts: Mapping[str, str] = TEXTS) -> None:
        self._texts = texts

    def resolutions(self, symbol: str) -> tuple[Resolution, ...]:
        """See `RecordSource`."""
        if symbol not in _DAYS:
            return ()
        return (
            Resolution(
                symbol=symbol,
                body="UNGA" if symbol.startswith("A/") else "UNSC",
                adopted_on=_DAYS[symbol],
                meeting="",
                label="situation of the harbours" if symbol == "A/RES/62/243" else "",
                provenance=RECORD,
            ),
        )

    def votes(self, symbol: str) -> tuple[VoteRecord, ...]:
        """See `RecordSource`."""
        return tuple(one for one in VOTES if one.symbol == symbol)

    def ballots(self, state: str, *, body: str, session: str) -> tuple[Ballot, ...]:
        """See `RecordSource`."""
        del state, body, session
        return ()

    def texts(self, symbol: str) -> tuple[RecordText, ...]:
        """See `RecordSource`."""
        return tuple(
            RecordText(symbol=name, text=text, provenance=RECORD)
            for name, text in self._texts.items()
            if name == symbol
        )

    def totals(self) -> Mapping[str, int]:
        """See `RecordSource`."""
        return {}


_PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
_ELECTED = ("BIH", "BRA", "COL", "DEU", "GAB", "IND", "LBN", "NGA", "PRT", "ZAF")
_TERMS = [
    *(f"UNSC-PERMANENT,{code},1945-10-24,,LIST,verified," for code in _PERMANENT),
    *(f"UNSC,{code},2011-01-01,2011-12-31,LIST,verified," for code in _ELECTED),
    *(f"OSCE-MINSK-CO-CHAIRS,{c},1997-02-14,,LIST,verified," for c in ("FRA", "RUS", "USA")),
]
_CATALOGUE = catalogue_of(
    {
        "memberships.csv": "\n".join(
            ["group,state,from,until,source,confidence,note", *_TERMS, ""]
        ),
        "sessions.csv": (
            "body,session,opened,closed,source,confidence\n"
            "UNGA,61,2006-09-12,,LIST,verified\n"
            "UNGA,62,2007-09-18,,LIST,verified\n"
            "UNGA,63,2008-09-16,,LIST,verified\n"
            "UNGA,75,2020-09-15,,LIST,verified\n"
        ),
    }
)
MEMBERSHIPS: Memberships = read_memberships(_CATALOGUE)
SESSIONS: Sessions = read_sessions(_CATALOGUE)
INTRODUCTION = "The United Nations acted.\n\n"


def read(text: str) -> Reading:
    """Return the reading of a text about the United Nations."""
    return understand(read_plain((INTRODUCTION + text + "\n").encode(), name="letter.txt"))


def findings(text: str, *, texts: Mapping[str, str] = TEXTS) -> list[Finding]:
    """Return every record finding on a text, in the order of the text."""
    found = check_record(
        read(text),
        Record((TestRecord(texts),)),
        memberships=MEMBERSHIPS,
        sessions=SESSIONS,
    )
    return sorted(found, key=lambda one: (one.span, one.code, one.message))


def told(text: str, *, texts: Mapping[str, str] = TEXTS) -> list[tuple[str, str, str]]:
    """Return (code, severity, words) of every record finding on a text."""
    document = read(text).document.text
    return [
        (one.code, one.severity.name, " ".join(one.span.of(document).split()))
        for one in findings(text, texts=texts)
    ]


def codes(text: str) -> list[str]:
    """Return the codes of the findings that are more than a note."""
    return [one.code for one in findings(text) if one.severity.name in {"WARNING", "ERROR"}]
