"""Every exception that averment raises on purpose.

- AvermentError
    - InvalidInputError: the user's file or text cannot be used
        - InvalidDocumentError: the file cannot be read as a document
            - EncryptedDocumentError: it asks for a password
            - OversizeDocumentError: it is, or unpacks to, more than Averment reads
        - InvalidSymbolError: this is not a United Nations document symbol
        - UnknownCodeError: no finding has this code
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


class MissingToolError(AvermentError):
    """A program or extra that this needs is not installed."""


class StorageError(AvermentError):
    """A file could not be written."""
