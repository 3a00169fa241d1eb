"""A letter as a Word file with remarks or repairs: the user's own, or a new one."""

from averment.claims.reading import Reading
from averment.documents.document import Format
from averment.findings.checked import Checked
from averment.reports.word.comments import with_comments
from averment.reports.word.letter import new_letter
from averment.reports.word.package import Package, open_package
from averment.reports.word.repair import Repaired, with_repairs
from averment.reports.word.stretch import Stretch, origins_of, stretches_of


def commented(checked: Checked, data: bytes) -> bytes:
    """Return a Word file of the letter with a comment for each finding.

    Args:
        checked: The letter and its findings.
        data: The bytes that the letter was read from.

    Raises:
        InvalidDocumentError: The user's Word file is damaged.
    """
    package, places = _package(checked.reading, data)
    return with_comments(package, checked, places=places).saved()


def repaired(reading: Reading, data: bytes, *, tracked: bool) -> Repaired:
    """Return a Word file of the letter with its proved addresses.

    Args:
        reading: The letter.
        data: The bytes that it was read from.
        tracked: Write changes that the author can accept or refuse in Word.

    Raises:
        InvalidDocumentError: The user's Word file is damaged.
    """
    package, places = _package(reading, data)
    return with_repairs(package, reading, places=places, tracked=tracked)


def _package(reading: Reading, data: bytes) -> tuple[Package, tuple[Stretch, ...]]:
    if reading.document.format is Format.DOCX:
        return open_package(data), stretches_of(origins_of(reading.document))
    letter = new_letter(reading)
    return open_package(letter.data), stretches_of(letter.origins)
