"""The one place where ports meet adapters, and the documented Python API."""

from dataclasses import dataclass

from averment.adapters.ocr_tesseract import TesseractRecogniser
from averment.claims.reading import Reading
from averment.findings.check_all import check_all
from averment.findings.checked import Checked
from averment.findings.rules import page_of
from averment.ports import TextRecogniser
from averment.workflows.read import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbench:
    """Everything that the faces can do, one line each.

    >>> workbench = open_workbench()
    >>> reading = workbench.read(b"Dear Secretary-General,", name="letter.txt")
    >>> reading.letterhead.salutation.value
    'Dear Secretary-General'
    """

    recogniser: TextRecogniser

    def read(self, data: bytes, *, name: str) -> Reading:
        """See `averment.workflows.read`."""
        return read(data, name=name, recogniser=self.recogniser)

    def check(self, data: bytes, *, name: str) -> Checked:
        """Read a letter and run every check over it."""
        reading = self.read(data, name=name)
        return Checked(reading=reading, findings=check_all(reading))

    def explain(self, code: str) -> str:
        """See `averment.findings.rules.page_of`."""
        return page_of(code)


def open_workbench() -> Workbench:
    """Return a workbench for this machine."""
    return Workbench(recogniser=TesseractRecogniser())
