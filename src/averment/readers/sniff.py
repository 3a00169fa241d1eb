"""What kind of file the bytes are: decided by what they say, not by what the file is called.

The extension only breaks a tie between kinds of text. What Averment does not read is refused
with the name of what it is and what to do about it.
"""

import re
import zipfile

from averment.documents.document import Format, Notice
from averment.errors import EncryptedDocumentError, InvalidDocumentError
from averment.readers.zip_directory import open_directory

_HEAD_BYTES = 4096
_PDF_WITHIN_BYTES = 1024
_TEXT_SAMPLE_BYTES = 400_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_IMAGES = (
    (0, b"\x89PNG\r\n\x1a\n"),
    (0, b"\xff\xd8\xff"),
    (0, b"P4\n"),
    (0, b"P5\n"),
    (0, b"P6\n"),
    (0, b"II*\x00"),
    (0, b"MM\x00*"),
    (0, b"GIF87a"),
    (0, b"GIF89a"),
    (8, b"WEBPVP8"),
    (0, b"\x00\x00\x00\x0cjP  "),
    (4, b"ftypheic"),
    (4, b"ftypheix"),
    (4, b"ftypmif1"),
    (4, b"ftypavif"),
)
_BMP_MARK = b"BM"
_BMP_ZEROS = slice(6, 10)

_CONVERT = "Open it in a word processor and save it as DOCX or PDF."
_REFUSED = (
    (0, b"{\\rtf", f"an RTF document. {_CONVERT}"),
    (0, b"%!PS", "a PostScript file. Convert it to PDF."),
    (0, b"\x7fELF", "a program, not a document. Give the document itself."),
    (0, b"MZ\x90\x00", "a program, not a document. Give the document itself."),
    (0, b"\xfe\xed\xfa", "a program, not a document. Give the document itself."),
    (0, b"\xcf\xfa\xed\xfe", "a program, not a document. Give the document itself."),
    (0, b"\xca\xfe\xba\xbe", "a program, not a document. Give the document itself."),
    (0, b"SQLite format 3\x00", "a database, not a document. Give the document itself."),
    (0, b"\x1f\x8b", "a gzip archive. Unpack it and give the document inside."),
    (4, b"1AY&SY", "a bzip2 archive. Unpack it and give the document inside."),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive. Unpack it and give the document inside."),
    (0, b"Rar!\x1a\x07", "a RAR archive. Unpack it and give the document inside."),
    (0, b"\xfd7zXZ\x00", "an XZ archive. Unpack it and give the document inside."),
    (257, b"ustar", "a TAR archive. Unpack it and give the document inside."),
    (4, b"ftyp", "a video or sound file. Give the document; a film can only be a source."),
    (0, b"\x1a\x45\xdf\xa3", "a video file. Give the document; a film can only be a source."),
    (8, b"AVI ", "a video file. Give the document; a film can only be a source."),
    (8, b"WAVE", "a sound file. Give the document; a recording can only be a source."),
    (0, b"OggS", "a sound or video file. Give the document; a recording can only be a source."),
    (0, b"ID3\x03", "a sound file. Give the document; a recording can only be a source."),
    (0, b"ID3\x04", "a sound file. Give the document; a recording can only be a source."),
    (0, b"fLaC", "a sound file. Give the document; a recording can only be a source."),
)
_ZIP_KINDS = (
    ("mimetype:application/epub+zip", "an EPUB book. Convert it to PDF or HTML."),
    ("mimetype:application/vnd.oasis.opendocument.text", f"an ODT document. {_CONVERT}"),
    (
        "mimetype:application/vnd.oasis.opendocument",
        "an OpenDocument file that is not a text. Save its text as DOCX or PDF.",
    ),
    ("xl/", "an Excel workbook (XLSX). Put the text into a document, or print it to PDF."),
    ("ppt/", "a PowerPoint presentation (PPTX). Save its text as DOCX or PDF."),
    ("Index/", f"an Apple iWork document. {_CONVERT}"),
    ("META-INF/MANIFEST.MF", "a Java archive. Give the document itself."),
)
_LONGEST_MIMETYPE = 200

_HTML_ROOT = re.compile(r"<!doctype\s{1,9}html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_PREAMBLE_ENDS = {"<?": "?>", "<!--": "-->"}
_TAG = re.compile(
    r"<(?:p|div|h[1-6]|table|ul|ol|span|article|section|br|a)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_XML_START = re.compile(r"\s*<\?xml\b", re.IGNORECASE)
_MAIL_ARCHIVE = re.compile(r"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)

_MARKDOWN_LINK = re.compile(r"\]\((?:<?https?://|#|/[A-Za-z]|mailto:)")
_MARKDOWN_NOTE = re.compile(r"^ {0,3}\[\^[^\]\s]{1,64}\]:", re.MULTILINE)
_MARKDOWN_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+[^\s#]", re.MULTILINE)
_MARKDOWN_BOLD = re.compile(r"\*\*[^\s*][^*\n]{0,200}\*\*")
_HEADINGS_ENOUGH = 2

_EXTENSIONS = {
    "txt": Format.PLAIN,
    "text": Format.PLAIN,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "mdown": Format.MARKDOWN,
    "htm": Format.HTML,
    "html": Format.HTML,
    "xhtml": Format.HTML,
    "docx": Format.DOCX,
    "docm": Format.DOCX,
    "dotx": Format.DOCX,
    "dotm": Format.DOCX,
    "pdf": Format.PDF,
    "png": Format.IMAGE,
    "jpg": Format.IMAGE,
    "jpeg": Format.IMAGE,
    "tif": Format.IMAGE,
    "tiff": Format.IMAGE,
    "gif": Format.IMAGE,
    "bmp": Format.IMAGE,
    "webp": Format.IMAGE,
    "jp2": Format.IMAGE,
    "heic": Format.IMAGE,
    "avif": Format.IMAGE,
}
_TEXTS = (Format.PLAIN, Format.MARKDOWN)


def sniff(data: bytes, name: str) -> Format:
    """Say what kind of file `data` is; `name` only breaks a tie between kinds of text.

    Bytes that are no known kind count as plain text: its reader refuses what is binary.

    Raises:
        InvalidDocumentError: The file is empty or of a kind that Averment does not read.
        EncryptedDocumentError: The file asks for a password.
        OversizeDocumentError: The file is a package that unpacks to too much.
    """
    if not data:
        raise InvalidDocumentError(
            "The file is empty (0 bytes). Check that the right file was given and that it was "
            "saved or copied completely."
        )
    head = data[:_HEAD_BYTES]
    if head.startswith(_OLE):
        _refuse_ole(data)
    if head.startswith(_ZIP):
        return _zip_format(data)
    if b"%PDF-" in head[:_PDF_WITHIN_BYTES]:
        return Format.PDF
    if _is_image(head):
        return Format.IMAGE
    for at, magic, message in _REFUSED:
        if head.startswith(magic, at):
            raise InvalidDocumentError(f"The file is {message}")
    return _text_format(data, name)


def misnamed(found: Format, name: str) -> Notice | None:
    """Return the notice due where the file's name promises another kind than was found."""
    expected = _EXTENSIONS.get(_extension(name))
    if expected is None or expected is found or (expected in _TEXTS and found in _TEXTS):
        return None
    return Notice(
        code="extension-differs",
        text=f"The file's name says {expected.value}, its content is {found.value}; "
        f"it was read as {found.value}.",
    )


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _is_image(head: bytes) -> bool:
    if head.startswith(_BMP_MARK) and head[_BMP_ZEROS] == bytes(4):
        return True
    return any(head.startswith(magic, at) for at, magic in _IMAGES)


def _refuse_ole(data: bytes) -> None:
    """Tell the kinds of OLE compound file apart by the names of the streams inside."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedDocumentError(
            "The document is protected by a password. Open it with the password, remove the "
            "protection, and give the copy without one."
        )
    if "WordDocument".encode("utf-16-le") in data:
        raise InvalidDocumentError(
            f"The file is an old Word document (.doc, before 2007). {_CONVERT}"
        )
    raise InvalidDocumentError(
        "The file is an old Microsoft Office file (an OLE compound file: a workbook, a "
        "presentation, or a mail). Save its text as DOCX or PDF."
    )


def _zip_format(data: bytes) -> Format:
    archive = open_directory(data)
    names = archive.namelist()
    if any(name.lower().startswith("word/") for name in names):
        return Format.DOCX
    signs = [*names, f"mimetype:{_mimetype(archive)}"]
    for start, message in _ZIP_KINDS:
        if any(sign.startswith(start) for sign in signs):
            raise InvalidDocumentError(f"The file is {message}")
    raise InvalidDocumentError(
        "The file is a ZIP archive, not a Word document. Unpack it and give the document "
        "inside."
    )


def _mimetype(archive: zipfile.ZipFile) -> str:
    """Return what the package says it is, which its rules want stored uncompressed."""
    try:
        entry = archive.getinfo("mimetype")
        if entry.file_size > _LONGEST_MIMETYPE:
            return ""
        return archive.read(entry).decode("ascii", errors="replace").strip()
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError):
        return ""


def _text_format(data: bytes, name: str) -> Format:
    text = _sample(data)
    if _HTML_ROOT.match(text, _preamble_end(text)):
        return Format.HTML
    expected = _EXTENSIONS.get(_extension(name))
    if expected is Format.HTML and _TAG.search(text):
        return Format.HTML
    if _XML_START.match(text):
        raise InvalidDocumentError(
            "The file is XML data, not a document that Averment reads. If it was made by "
            "a word processor, open it there and save it as DOCX or PDF."
        )
    if _MAIL_ARCHIVE.search(text[:_HEAD_BYTES]):
        raise InvalidDocumentError(
            "The file is a saved web page or mail with its parts (MHTML). Save the page "
            "as HTML or print it to PDF."
        )
    if expected is Format.MARKDOWN or _reads_as_markdown(text):
        return Format.MARKDOWN
    return Format.PLAIN


def _preamble_end(text: str) -> int:
    """Return where white space, comments and declarations at the beginning end."""
    at = 0
    while True:
        at += len(text[at : at + _HEAD_BYTES]) - len(text[at : at + _HEAD_BYTES].lstrip())
        close = next(
            (end for start, end in _PREAMBLE_ENDS.items() if text.startswith(start, at)), None
        )
        end = -1 if close is None else text.find(close, at)
        if close is None or end < 0:
            return at
        at = end + len(close)


def _sample(data: bytes) -> str:
    """Return the beginning of a text, well enough decoded to see signs in ASCII."""
    start = data[:_TEXT_SAMPLE_BYTES]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", errors="replace")
    return start.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")


def _reads_as_markdown(text: str) -> bool:
    if _MARKDOWN_LINK.search(text) or _MARKDOWN_NOTE.search(text):
        return True
    headings = sum(1 for _ in _MARKDOWN_HEADING.finditer(text))
    if headings >= _HEADINGS_ENOUGH:
        return True
    return headings > 0 and _MARKDOWN_BOLD.search(text) is not None
