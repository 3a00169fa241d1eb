"""What the workflows need from outside, in the words of the domain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from averment.catalogue.imported import Imported, NewImport
from averment.law.imports.acts import ImportedAct
from averment.law.lawbook import ActSource
from averment.readers.pdf.recognised import RecognisedWord
from averment.un_record.imports.roll_calls import ImportedVotes
from averment.un_record.record import RecordSource


class TextRecogniser(Protocol):
    """Reads the words on a picture."""

    def recognise(
        self, image: bytes, *, languages: tuple[str, ...]
    ) -> tuple[RecognisedWord, ...]:
        """Read the words of one page, in reading order.

        Args:
            image: PGM, PPM, PNG, JPEG or TIFF.
            languages: ISO 639-2 codes, the most likely first: ``("eng", "fra")``.

        Raises:
            MissingToolError: The program or the data of a language is not installed.
            InvalidDocumentError: The picture cannot be read, or not in time.
        """
        ...


class UserFile(Protocol):
    """A file of the user's, which may be larger than memory."""

    @property
    def name(self) -> str:
        """Its name without folders."""
        ...

    def open(self) -> BinaryIO:
        """Open it for reading from the start; whoever opens it closes it.

        Raises:
            InvalidInputError: There is no such file, or it cannot be read.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFacts:
    """What one import adds to the store, all of it or nothing."""

    about: NewImport
    votes: ImportedVotes | None = None
    acts: Sequence[ImportedAct] = ()
    """About the instrument that ``about.target`` names."""
    text: str = ""
    """Of what ``about.target`` names."""


class FactStore(RecordSource, ActSource, Protocol):
    """The user's own facts, beside the catalogue. A store that nothing was put in is empty."""

    def imports(self) -> tuple[Imported, ...]:
        """Return what was imported, by number."""
        ...

    def find(self, *, digest: str, target: str) -> Imported | None:
        """Return the import of these bytes about `target`, if there was one."""
        ...

    def add(self, facts: NewFacts) -> Imported:
        """Store an import in one transaction.

        Raises:
            StorageError: It cannot be written.
        """
        ...

    def remove(self, number: int) -> Imported:
        """Remove an import and all its rows.

        Raises:
            UnknownNameError: No import has this number.
            StorageError: It cannot be written.
        """
        ...
