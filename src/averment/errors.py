"""Every exception that averment raises on purpose.

- AvermentError
    - InvalidInputError: the user's file or text cannot be used
        - InvalidDocumentError: the file cannot be read as a document
            - EncryptedDocumentError: it asks for a password
            - OversizeDocumentError: it is, or unpacks to, more than Averment reads
        - InvalidSymbolError: this is not a United Nations document symbol
        - UnknownCodeError: no finding has this code
        - InvalidCatalogueError: a file of the catalogue is broken or missing
        - InvalidImportError: a file to be imported is broken, or not of the kind named
        - UnknownNameError: no State, instrument, act or body has this name
        - InvalidDayError: this is not a day
    - MissingToolError: a program or extra that this needs is not installed
    - StorageError: a file could not be written
"""


class AvermentError(Exception):
    """A caller can do something about it; anything else is a bug."""


class InvalidInputError(AvermentError):
    """The user's file or text cannot be used."""


class InvalidDocumentError(InvalidInputError):
    """The file cannot be read as a document."""


class EncryptedDocumentError(InvalidDocumentError):
    """The file asks for a password."""


class OversizeDocumentError(InvalidDocumentError):
    """The file is, or unpacks to, more than Averment reads."""


class InvalidSymbolError(InvalidInputError):
    """This is not a United Nations document symbol."""


class UnknownCodeError(InvalidInputError):
    """No finding has this code."""


class InvalidCatalogueError(InvalidInputError):
    """A file of the catalogue is broken or missing."""


class InvalidImportError(InvalidInputError):
    """A file to be imported is broken, or not of the kind named."""


class UnknownNameError(InvalidInputError):
    """No State, instrument, act or body has this name."""


class InvalidDayError(InvalidInputError):
    """This is not a day."""


class MissingToolError(AvermentError):
    """A program or extra that this needs is not installed."""


class StorageError(AvermentError):
    """A file could not be written."""
