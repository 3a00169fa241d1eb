"""Bytes of a text file become text, and what had to be assumed is said.

Line ends are left as they are, so offsets count code points of the text as decoded. Only a byte
order mark is taken off.
"""

import codecs
import re
from dataclasses import dataclass

from averment.documents.document import Notice
from averment.errors import InvalidDocumentError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a page may declare. Everything else is left to the fallback: a codec such as "zip" or
# "unicode_escape" must never be chosen by a file.
_DECLARABLE = re.compile(
    r"(?:windows-12(?:5[0-8])|iso-8859-(?:[1-9]|1[013-6])|koi8-[ru]|macintosh|mac-cyrillic"
    r"|gb18030|gbk|gb2312|big5|shift_jis|euc-jp|euc-kr|utf-16(?:le|be)?)",
    re.IGNORECASE,
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|[\xf1-\xf3][\x80-\xbf]{3}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufffd"

_BINARY_SHARE = 0.02
"""Above this share of control characters the bytes are no text."""
_SAMPLE_BYTES = 4096
_ZERO_SHARE = 0.4
_PLAIN_SHARE = 0.5
_LONG_HIGH_RUN = re.compile(r"[^\x00-\x7f\s]{60}")
"""No word of a single-byte encoding has so many letters beyond ASCII in a row."""
_STRAY_ZERO_SHARE = 0.02
_LINES_NAMED = 5

NO_WORDS = "The file holds no words. Check that the right file was given and that it was saved."


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file, and what had to be assumed to get it."""

    text: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Turn the bytes of a text file into text, in time linear in their number.

    Args:
        data: The whole file.
        declared: Encoding that the file names for itself, as in an HTML ``meta`` element; it is
            believed only where the bytes carry no byte order mark and are not valid UTF-8.

    Raises:
        InvalidDocumentError: The file is empty, holds no words, or is no text.
    """
    if not data:
        raise InvalidDocumentError(
            "The file is empty (0 bytes). Check that the right file was given and that it was "
            "saved or copied completely."
        )
    decoded = _decoded(data, declared=declared)
    controls = len(_CONTROL.findall(decoded.text))
    guessed = any(notice.code == "encoding-assumed" for notice in decoded.notices)
    if controls > _BINARY_SHARE * len(decoded.text) or (guessed and not _reads(decoded.text)):
        raise InvalidDocumentError(
            "The file is binary data, not text: too few of its characters are letters, "
            "spaces and marks. Give the document itself "
            "(DOCX, PDF, HTML, Markdown or plain text)."
        )
    if not decoded.text.strip().strip(_INVISIBLE).strip():
        raise InvalidDocumentError(NO_WORDS)
    if controls:
        notice = Notice(
            code="control-characters",
            text=f"{controls} control characters stand in the text; they were left there.",
        )
        return Decoded(text=decoded.text, notices=(*decoded.notices, notice))
    return decoded


def _reads(text: str) -> bool:
    """Say whether text in a guessed encoding is mostly words: bytes of a picture are not."""
    sample = text[:_SAMPLE_BYTES]
    plain = sum(character.isascii() and character.isprintable() for character in sample)
    spaces = sum(character.isspace() for character in sample)
    runs = _LONG_HIGH_RUN.search(sample)
    return (plain + spaces) > _PLAIN_SHARE * len(sample) or (spaces > 0 and runs is None)


def _decoded(data: bytes, *, declared: str | None) -> Decoded:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_encoding(data[len(mark) :], encoding)
    wide = _wide_encoding(data)
    if wide is not None:
        return _with_encoding(data, wide, assumed=True)
    try:
        return Decoded(text=data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if declared is not None and _DECLARABLE.fullmatch(declared.strip()):
        return _with_encoding(data, declared.strip().lower())
    return _line_by_line(data)


def _wide_encoding(data: bytes) -> str | None:
    """Name the UTF-16 that `data` clearly is although it carries no mark, or None."""
    sample = data[:_SAMPLE_BYTES]
    pairs = len(sample) // 2
    if pairs == 0 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd > _ZERO_SHARE and even < _STRAY_ZERO_SHARE:
        return "utf-16-le"
    if even > _ZERO_SHARE and odd < _STRAY_ZERO_SHARE:
        return "utf-16-be"
    return None


def _with_encoding(data: bytes, encoding: str, *, assumed: bool = False) -> Decoded:
    notices: list[Notice] = []
    if assumed:
        notices.append(
            Notice(
                code="encoding-assumed",
                text="The file does not say how it is encoded; "
                f"it was read as {encoding.upper()}.",
            )
        )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return _line_by_line(data)
        text = data.decode(encoding, errors="replace")
        notices.append(
            Notice(
                code="encoding-damaged",
                text=f"Parts of the file are not valid {encoding.upper()}; what could not be "
                "read stands as the replacement character U+FFFD.",
            )
        )
    return Decoded(text=text, notices=tuple(notices))


def _line_by_line(data: bytes) -> Decoded:
    """Read each line as UTF-8 or, where it is not, as Windows-1252: files are pasted."""
    lines: list[str] = []
    other: list[int] = []
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            other.append(number)
            lines.append(_mixed_line(line))
    named = ", ".join(str(number) for number in other[:_LINES_NAMED])
    more = ", ..." if len(other) > _LINES_NAMED else ""
    notice = Notice(
        code="encoding-assumed",
        text=f"{len(other)} of {len(lines)} lines are not valid UTF-8 and were read as "
        f"Windows-1252 (line {named}{more}): check accents, dashes and quotation marks there.",
    )
    return Decoded(text="".join(lines), notices=(notice,))


def _mixed_line(line: bytes) -> str:
    """Read a line that is not UTF-8, keeping UTF-8 sequences that outweigh the rest."""
    sequences = _MULTIBYTE.findall(line)
    strays = len(_HIGH_BYTE.findall(line)) - sum(map(len, sequences))
    if len(sequences) < strays:
        return line.decode("cp1252", errors="replace")
    pieces: list[str] = []
    end = 0
    for match in _MULTIBYTE.finditer(line):
        pieces.append(line[end : match.start()].decode("cp1252", errors="replace"))
        pieces.append(match.group().decode("utf-8"))
        end = match.end()
    pieces.append(line[end:].decode("cp1252", errors="replace"))
    return "".join(pieces)
