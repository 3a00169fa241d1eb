"""The table of contents of a ZIP file from a stranger, opened without trusting it.

Nothing is unpacked here. The sizes that the table declares bound what Python's ``zipfile`` will
ever inflate, so a file that passes cannot grow beyond them later either.
"""

import io
import struct
import zipfile

from averment.errors import (
    EncryptedDocumentError,
    InvalidDocumentError,
    OversizeDocumentError,
)

TOTAL_LIMIT_BYTES = 300_000_000
ENTRY_LIMIT = 10_000
_DIRECTORY_LIMIT_BYTES = 4_000_000
_END_SIGNATURE = b"PK\x05\x06"
_END_SEARCH_BYTES = 22 + 65_535
_END_RECORD = struct.Struct("<4s4H2LH")
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_BYTES = 20
_ENCRYPTED_FLAG = 0x1
_KNOWN_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

DAMAGED = (
    "The file is a ZIP package that is cut off or damaged: its table of contents cannot be "
    "read. Copy or download it again, or open it in a word processor and save it anew."
)


def open_directory(data: bytes) -> zipfile.ZipFile:
    """Open the ZIP file `data` after checking its table of contents.

    Raises:
        InvalidDocumentError: It is cut off or damaged.
        EncryptedDocumentError: An entry is encrypted.
        OversizeDocumentError: It holds, or unpacks to, more than Averment reads.
    """
    _check_directory_size(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError) as exc:
        raise InvalidDocumentError(DAMAGED) from exc
    entries = archive.infolist()
    if len(entries) > ENTRY_LIMIT:
        raise OversizeDocumentError(
            f"The package holds {len(entries)} entries, at most {ENTRY_LIMIT} are read. "
            "Save the document anew from a word processor."
        )
    total = sum(entry.file_size for entry in entries)
    if total > TOTAL_LIMIT_BYTES:
        raise OversizeDocumentError(
            f"The package unpacks to {total} bytes, at most {TOTAL_LIMIT_BYTES} are read. "
            "It may be a ZIP bomb. If it is a real document, remove its pictures and save it "
            "anew."
        )
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise EncryptedDocumentError(
            "The package is encrypted and asks for a password. Open it with the password and "
            "save a copy without one."
        )
    if any(entry.compress_type not in _KNOWN_COMPRESSION for entry in entries):
        raise InvalidDocumentError(
            "The package uses a compression that documents do not use. Open it in a word "
            "processor and save it anew."
        )
    return archive


def _check_directory_size(data: bytes) -> None:
    """Refuse a table of contents that would fill the memory before anything can be counted."""
    at = data.rfind(_END_SIGNATURE, max(0, len(data) - _END_SEARCH_BYTES))
    if at < 0 or at + _END_RECORD.size > len(data):
        raise InvalidDocumentError(DAMAGED)
    size: int = _END_RECORD.unpack_from(data, at)[5]
    # ZIP64 exists for packages of 4 GB, and its own size field would replace the one read here.
    zip64 = data.startswith(_ZIP64_LOCATOR, max(0, at - _ZIP64_LOCATOR_BYTES))
    if zip64 or size > _DIRECTORY_LIMIT_BYTES:
        raise OversizeDocumentError(
            "The package is built for more content than a document has. Open it in a word "
            "processor and save it anew."
        )
