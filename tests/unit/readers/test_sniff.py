import io
import zipfile

import pytest
from tests.docx_files import docx, p

from averment.documents.document import Format, Notice
from averment.errors import (
    EncryptedDocumentError,
    InvalidDocumentError,
    OversizeDocumentError,
)
from averment.readers.sniff import misnamed, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str, mimetype: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if mimetype:
            archive.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"content")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (docx(p("Dear Sir")), "letter.txt", Format.DOCX),
        (b"%PDF-1.7\n...", "letter.docx", Format.PDF),
        (b"junk before\n%PDF-1.4", "letter", Format.PDF),
        (b"\x89PNG\r\n\x1a\n....", "scan.pdf", Format.IMAGE),
        (b"\xff\xd8\xff\xe0..", "scan", Format.IMAGE),
        (b"II*\x00....", "scan", Format.IMAGE),
        (b"BM\x10\x00\x00\x00\x00\x00\x00\x00", "scan", Format.IMAGE),
        (b"BMI, the ministry said, is", "letter", Format.PLAIN),
        (b"<!DOCTYPE html><p>x", "page.txt", Format.HTML),
        (b"\xef\xbb\xbf<!-- a -->\n<!-- b --><HTML lang=en>", "page", Format.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC ""><html>', "page", Format.HTML),
        ("\ufeff<html><body>".encode("utf-16-le"), "page", Format.HTML),
        (b"<p>A fragment</p>", "page.html", Format.HTML),
        (b"Plain words with an extension that is wrong", "page.html", Format.PLAIN),
        (b"Plain words", "letter.md", Format.MARKDOWN),
        (b"See [the report](https://example.org/a).", "letter.txt", Format.MARKDOWN),
        (b"Words[^1]\n\n[^1]: A note", "letter.txt", Format.MARKDOWN),
        (b"# Title\n\n## Part\n", "letter", Format.MARKDOWN),
        (b"# Title\n\nsome **bold** words\n", "letter", Format.MARKDOWN),
        (b"Dear Sir,\n\n- one (2) [3]\n", "letter.txt", Format.PLAIN),
        (b"# 12 of the list\n", "letter.txt", Format.PLAIN),
    ],
)
def test_the_content_decides_what_a_file_is(data: bytes, name: str, found: Format) -> None:
    assert sniff(data, name) is found


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (OLE + "WordDocument".encode("utf-16-le"), "old Word document"),
        (OLE + "Workbook".encode("utf-16-le"), "old Microsoft Office file"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "ODT"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        (zipped(mimetype="application/epub+zip"), "EPUB"),
        (zipped("xl/workbook.xml"), "Excel"),
        (zipped("ppt/presentation.xml"), "PowerPoint"),
        (zipped("letter.pdf"), "ZIP archive"),
        (zipped("word/document.xml")[:-30], "cut off or damaged"),
        (b"{\\rtf1 words}", "RTF"),
        (b"\x7fELF\x02", "program"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML data"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "MHTML"),
    ],
)
def test_other_files_are_refused_by_name_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(InvalidDocumentError, match=words) as refusal:
        sniff(data, "file")

    assert not isinstance(refusal.value, EncryptedDocumentError)


def test_a_password_is_told_apart_from_an_old_format() -> None:
    with pytest.raises(EncryptedDocumentError, match="password"):
        sniff(OLE + b"\x00" * 50 + "EncryptedPackage".encode("utf-16-le"), "letter.docx")


def test_an_encrypted_zip_asks_for_a_copy_without_password() -> None:
    data = bytearray(zipped("word/document.xml"))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(EncryptedDocumentError, match="password"):
        sniff(bytes(data), "letter.docx")


def test_a_package_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    data = bytearray(zipped("word/document.xml"))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (400_000_000).to_bytes(4, "little")

    with pytest.raises(OversizeDocumentError, match="400000000 bytes"):
        sniff(bytes(data), "letter.docx")


def test_a_name_that_promises_another_kind_is_reported() -> None:
    assert misnamed(Format.PDF, "letter.docx") == Notice(
        code="extension-differs",
        text="The file's name says docx, its content is pdf; it was read as pdf.",
    )
    assert misnamed(Format.DOCX, "Letter.DOCX") is None
    assert misnamed(Format.MARKDOWN, "letter.txt") is None
    assert misnamed(Format.PLAIN, "letter") is None
