"""What becomes of input that nobody wants: a clear refusal, or an honest reading in part."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.docx_files import docx, p, r
from tests.pdf_files import Sheet, pdf_of

from averment.cli import main

LETTER = (
    "3 May 2012\n\nDear Secretary-General,\n\nThe market of Port Callis was shelled on"
    " 2 May 2012.¹\n\nWe urge you to act.\n\nRespectfully,\n\nHarbour Watch\n\n"
    '¹ See "Market Shelled," The Courier (May 3, 2012), http://example.org/a.\n'
)


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return held.getvalue()


def pdf(*lines: str, encrypted: bool = False) -> bytes:
    sheet = Sheet()
    for number, line in enumerate(lines):
        sheet.put(72, 700 - 14 * number, line)
    return pdf_of([sheet], encrypted=encrypted)


def bomb() -> bytes:
    body = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 12_000_000
    good = zipfile.ZipFile(io.BytesIO(docx(p(r("a")))))
    files = {name: good.read(name) for name in good.namelist()}
    document = files["word/document.xml"]
    files["word/document.xml"] = document.replace(b"<w:body>", b"<w:body>" + body)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def laughs() -> bytes:
    entities = "".join(
        f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(10)
    )
    good = zipfile.ZipFile(io.BytesIO(docx(p(r("a")))))
    files = {name: good.read(name) for name in good.namelist()}
    text = files["word/document.xml"].decode()
    head, _, rest = text.partition("?>")
    files["word/document.xml"] = (
        f"{head}?><!DOCTYPE x [{entities}]>{rest.replace('>a<', '>&e9;<')}".encode()
    )
    return zipped(**dict(files.items()))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FRENCH = "Le marché a été bombardé par les forces du ministère. " * 12

REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("letter.txt", lambda: b"", "empty"),
    "blank": ("letter.txt", lambda: b" \n\n ", "no words"),
    "binary": ("letter.txt", lambda: bytes(range(256)) * 40, "not"),
    "a spreadsheet": ("book.xlsx", lambda: zipped(xl__workbook=b"<x/>"), "Excel"),
    "an old Word file": ("a.doc", lambda: OLE + bytes(2000), "Office"),
    "a password": ("a.pdf", lambda: pdf("Dear Sir", encrypted=True), "password"),
    "a PDF that breaks off": ("a.pdf", lambda: pdf("Dear Sir")[:200], "damaged"),
    "a Word file that breaks off": ("a.docx", lambda: docx(p(r("a")))[:400], "damaged"),
    "a bomb": ("a.docx", bomb, "unpack"),
    "a billion laughs": ("a.docx", laughs, "entit"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_in_plain_words(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, make, word = REFUSED[case]
    path = tmp_path / name
    path.write_bytes(make())

    code = main(["check", str(path)])

    told = capsys.readouterr()
    assert code == 2
    assert told.out == ""
    assert told.err.startswith("aver: ")
    assert word.lower() in told.err.lower()
    assert "Traceback" not in told.err


def test_a_file_of_500_mb_is_refused_before_it_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as opened:
        opened.truncate(500_000_000)

    assert main(["check", str(path)]) == 2
    assert "MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "notice"),
    [
        ("mixed.txt", LETTER.encode() + "Signed in Münster\n".encode("cp1252"), "Windows-1252"),
        ("letter.pdf", LETTER.encode(), "name says pdf"),
        ("fr.txt", FRENCH.encode(), "English"),
    ],
)  # fmt: skip
def test_what_was_assumed_or_left_out_is_said(
    name: str, data: bytes, notice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    code = main(["check", str(path), "--fail-on", "never"])

    assert code == 0
    assert notice in " ".join(capsys.readouterr().out.split())


def test_right_to_left_text_is_read_in_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(
        "سعادة الأمين العام،\n\nقُصف سوق المدينة. https://example.org/a-b\n" * 5, "utf-8"
    )

    code = main(["read", str(path)])

    assert code == 0
    assert "https://example.org/a-b" in capsys.readouterr().out


def test_a_letter_without_footnotes_is_still_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER.partition("¹")[0] + "\n", "utf-8")

    code = main(["check", str(path), "--fail-on", "never"])

    assert code == 0
    assert "claim" in capsys.readouterr().out


def test_a_novel_is_read_without_alarm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "novel.txt"
    chapter = (
        "She put the cup down and looked at the sea. Nobody spoke of the war any more.\n\n"
    )
    path.write_text(chapter * 2_000, "utf-8")

    code = main(["check", str(path), "--fail-on", "never"])

    assert code == 0
    assert "claims" in capsys.readouterr().out
