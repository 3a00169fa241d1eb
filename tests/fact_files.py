"""Small files of votes, acts and texts for tests, and a workbench with a store of its own."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from averment.adapters.import_store.store import SqliteFactStore
from averment.adapters.ocr_tesseract import TesseractRecogniser
from averment.app import Workbench
from averment.catalogue.catalogue import packaged_catalogue
from averment.law.lawbook import LawBook
from averment.un_record.catalogue_record import CatalogueRecord

UNDL = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,meeting,title,"
    "total_yes,total_no,total_abstentions,total_non_voting,total_ms\n"
    "1,FRA,FRANCE,N,2008-03-14,62,A/RES/62/243,A/62/PV.86,Situation,1,2,1,0,4\n"
    "1,PAK,PAKISTAN,Y,2008-03-14,62,A/RES/62/243,A/62/PV.86,Situation,1,2,1,0,4\n"
    "1,CHN,CHINA,A,2008-03-14,62,A/RES/62/243,A/62/PV.86,Situation,1,2,1,0,4\n"
    "1,USA,UNITED STATES,N,2008-03-14,62,A/RES/62/243,A/62/PV.86,Situation,1,2,1,0,4\n"
    "2,FRA,FRANCE,Y,2007-12-05,62,A/RES/62/14,A/62/PV.61,Zone of peace,1,0,0,0,1\n"
)
UNTC = (
    'Participant,Signature,"Accession(a), Ratification"\n'
    "Andorra,,22 Sep 2006 a\n"
    "Australia,11 Dec 1948,8 Jul 1949\n"
)


@dataclass(frozen=True)
class MemoryFile:
    """A file that is bytes."""

    name: str
    data: bytes

    def open(self) -> BinaryIO:
        """Open it."""
        return BytesIO(self.data)


def facts_bench(folder: Path) -> Workbench:
    """Return a workbench whose store is in `folder`."""
    catalogue = packaged_catalogue()
    store = SqliteFactStore(folder)
    return Workbench(
        recogniser=TesseractRecogniser(),
        law=LawBook(catalogue, imported=store),
        published=CatalogueRecord(catalogue),
        store=store,
    )
