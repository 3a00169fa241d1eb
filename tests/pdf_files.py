"""Small PDF files for tests: text at places, rules and links, in Courier.

Every character of Courier is 0.6 of the type size wide: a test can count how far a line goes.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

COURIER, BOLD, RAISED_DIGITS = "F1", "F2", "F3"
WIDTH, HEIGHT = 612, 792
MARGIN = 66


@dataclass(frozen=True, slots=True)
class Text:
    """Words from a place on, baseline at `y`."""

    x: float
    y: float
    words: str
    size: float = 10
    font: str = COURIER
    turned: bool = False
    """Runs upwards."""


@dataclass(slots=True)
class Sheet:
    """One page."""

    texts: list[Text] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    """x, y, length."""
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    """left, bottom, right, top, address."""
    rotate: int = 0

    def put(
        self, x: float, y: float, words: str, *, size: float = 10, font: str = COURIER
    ) -> None:
        self.texts.append(Text(x, y, words, size, font))

    def wrap(
        self,
        words: str,
        *,
        y: float,
        x: float = MARGIN,
        columns: int = 80,
        size: float = 10,
        leading: float = 12,
        indent: float = 0,
        hang: float = 0,
        font: str = COURIER,
    ) -> float:
        """Set a paragraph and return the baseline below it."""
        lines = textwrap.wrap(words, columns, break_on_hyphens=False)
        for number, line in enumerate(lines):
            self.put(x + (hang if number else indent), y, line, size=size, font=font)
            y -= leading
        return y

    def mark(self, text: Text, sign: str, *, size: float = 6, rise: float = 4) -> None:
        """Put a raised sign behind a text."""
        x = text.x + 0.6 * text.size * len(text.words)
        self.put(x, text.y + rise, sign, size=size)


def pdf_of(sheets: Sequence[Sheet], *, encrypted: bool = False) -> bytes:
    """Write a PDF file."""
    objects: list[bytes] = [b"", b"", *_fonts()]
    kids = []
    for sheet in sheets:
        stream = _stream(sheet)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        annotations = []
        for left, bottom, right, top, address in sheet.links:
            objects.append(
                f"<< /Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}] "
                f"/A << /S /URI /URI ({_escaped(address)}) >> >>".encode("latin-1")
            )
            annotations.append(f"{len(objects)} 0 R")
        objects.append(
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
                f"/Rotate {sheet.rotate} /Contents {content} 0 R "
                "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> "
                f"/Annots [{' '.join(annotations)}] >>"
            ).encode("latin-1")
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects, encrypted=encrypted)


def _fonts() -> list[bytes]:
    base = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    glyphs = []
    for digit in range(10):
        drawn = b"600 0 100 350 500 700 d1 100 350 400 350 re f"
        glyphs.append(b"/d%d %d 0 R" % (digit, 6 + digit))
        glyphs.append(drawn)
    names = b" ".join(glyphs[::2])
    codes = " ".join(f"/d{digit}" for digit in range(10))
    unicode_map = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
        b"1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <30> <39> <0030> endbfrange endcmap end end"
    )
    type3 = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 600 800] "
        b"/FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 48 /LastChar 57 /Widths ["
        + b" ".join([b"600"] * 10)
        + b"] /Encoding << /Type /Encoding /Differences [48 "
        + codes.encode()
        + b"] >> /CharProcs << "
        + names
        + b" >> /Resources << >> /ToUnicode 16 0 R >>"
    )
    streams = [*glyphs[1::2], unicode_map]
    return [
        base.format("Courier").encode(),
        base.format("Courier-Bold").encode(),
        type3,
        *(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(s), s) for s in streams),
    ]


def _stream(sheet: Sheet) -> bytes:
    parts = []
    for text in sheet.texts:
        matrix = "0 1 -1 0" if text.turned else "1 0 0 1"
        parts.append(
            f"BT /{text.font} {text.size} Tf {matrix} {text.x} {text.y} Tm "
            f"({_escaped(text.words)}) Tj ET"
        )
    parts += [f"{x} {y} m {x + length} {y} l S" for x, y, length in sheet.rules]
    return "\n".join(parts).encode("cp1252")


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[bytes], *, encrypted: bool) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <"
        b"" + b"42" * 32 + b"> >> /ID [<00> <00>]"
        if encrypted
        else b""
    )
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, lock)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)
