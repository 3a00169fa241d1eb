"""A small law book: real names of instruments, invented acts of joining; no State's record."""

from tests.catalogues import SOURCES, acts, catalogue_of, treaty

from averment.catalogue.catalogue import packaged_catalogue
from averment.claims.reading import Reading
from averment.claims.understand import understand
from averment.findings.finding import Finding
from averment.findings.law.check import check_law
from averment.findings.law.quoted import Texts
from averment.law.lawbook import LawBook
from averment.readers.plain import read_plain

PACKAGED = (
    "provisions.csv",
    "customary_rules.csv",
    "customary_equivalents.csv",
    "crimes.csv",
    "elements.toml",
    "qualification.toml",
)
GENEVA = ("GC1-1949", "GC2-1949", "GC3-1949", "GC4-1949")
_CONFLICT = ["iac", "occupation"]
INSTRUMENTS = "".join(
    [
        *(
            treaty(
                key,
                title=f"Geneva Convention {key[2]}",
                adopted="1949-08-12",
                in_force="1950-10-21",
                scope=["iac", "niac", "occupation"],
            )
            for key in GENEVA
        ),
        treaty("AP1-1977", title="Additional Protocol I", scope=_CONFLICT),
        treaty("AP2-1977", title="Additional Protocol II", scope=["niac_ap2"]),
        treaty("CAT-1984", title="Convention against Torture", scope=["peace", "iac"]),
        treaty("CCM-2008", title="Convention on Cluster Munitions", scope=["peace", "iac"]),
        treaty("CRC-1989", title="Convention on the Rights of the Child", articles=54),
        treaty("GENOCIDE-1948", title="Genocide Convention", scope=["peace", "iac"]),
        treaty("MERC-1989", title="Mercenaries Convention", scope=["peace", "iac"]),
        treaty("ROME-1998", title="Rome Statute", scope=["individual"]),
        treaty("UDHR-1948", title="Universal Declaration", kind="soft_law", custom="part"),
        treaty("UNGA:A/RES/45/113", title="Rules for juveniles", kind="soft_law").replace(
            "[UNGA:A/RES/45/113]", '["UNGA:A/RES/45/113"]'
        ),
    ]
)
COVERAGE = "instrument,complete_until,source,confidence,note\n" + "".join(
    f"{key},2024-01-01,LIST,verified,\n"
    for key in ("AP1-1977", "CAT-1984", "CCM-2008", "GENOCIDE-1948", "MERC-1989", "ROME-1998")
)
MILL = "On 10 October 2010 the mill was closed."
ISL_JOINED = "ISL 2000-01-01 ratification"
FILES = {
    "instruments.toml": INSTRUMENTS,
    "coverage.csv": COVERAGE,
    **{f"participation/{key}.csv": acts(ISL_JOINED) for key in GENEVA},
    "participation/CAT-1984.csv": acts(ISL_JOINED, "LUX 2001-05-05 accession"),
    "participation/CCM-2008.csv": acts(ISL_JOINED),
    "participation/CRC-1989.csv": acts(ISL_JOINED),
    "participation/GENOCIDE-1948.csv": acts(ISL_JOINED, "LUX 2001-05-05 signature"),
    "participation/MERC-1989.csv": acts("LUX 2010-09-23 accession"),
    "participation/AP1-1977.csv": acts(ISL_JOINED),
}


def lawbook(**files: str) -> LawBook:
    """Return the small law book; keywords replace files, ``__`` for a stop: ``states__csv``."""
    packaged = packaged_catalogue()
    tables = {name: packaged.shelf.read(name).decode("utf-8") for name in PACKAGED}
    sources = packaged.shelf.read("sources.toml").decode("utf-8") + SOURCES
    given = {name.replace("__", "."): text for name, text in files.items()}
    return LawBook(catalogue_of({**tables, **FILES, "sources.toml": sources, **given}))


def letter(body: str, *, told: str = MILL) -> Reading:
    """Return the reading of a letter of 27 October 2010 with this body."""
    text = (
        "27 October 2010\n\nMs. Ilse Marrow\nDirector-General\n\nDear Director-General,\n\n"
        f"{body}\n\n{told}\n\nThe people who live there have asked us to write to you about "
        "it, and we should be grateful for an answer.\n\nYours sincerely,\n\n"
        "Harbour Rights Collective\n"
    )
    return understand(read_plain(text.encode(), name="letter.txt"))


def findings(reading: Reading, book: LawBook, *, texts: Texts | None = None) -> list[Finding]:
    """Return the law findings in the order of the text."""
    found = check_law(reading, book, texts=texts)
    return sorted(found, key=lambda f: (f.span, f.code, f.message))


def told(
    body: str, book: LawBook | None = None, *, told: str = MILL
) -> list[tuple[str, str, str]]:
    """Return (code, severity, words) of each law finding on a letter with this body."""
    reading = letter(body, told=told)
    return [
        (f.code, f.severity.name, f.span.of(reading.document.text))
        for f in findings(reading, book or lawbook())
    ]
