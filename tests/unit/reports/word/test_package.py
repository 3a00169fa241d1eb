import io
import zipfile

import pytest

from averment.claims.reading import Reading
from averment.errors import InvalidDocumentError, OversizeDocumentError
from averment.reports.word import package as module
from averment.reports.word.letter import new_letter
from averment.reports.word.package import open_package, parse, relations_of


def _zip(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 not a zip", _zip({}), _zip({"_rels/.rels": b"<x"})]
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidDocumentError):
        open_package(data)


def test_a_file_that_unpacks_to_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    monkeypatch.setattr(module, "LIMIT_BYTES", 100)

    with pytest.raises(OversizeDocumentError):
        open_package(new_letter(reading).data)


def test_only_changed_parts_change(reading: Reading) -> None:
    data = new_letter(reading).data

    saved = open_package(data).with_parts({"word/styles.xml": b"<x/>", "new.bin": b"1"}).saved()

    assert _parts(saved) == {**_parts(data), "word/styles.xml": b"<x/>", "new.bin": b"1"}


def test_a_part_is_related_and_declared_once(reading: Reading) -> None:
    package = open_package(new_letter(reading).data)
    for _ in range(2):
        package = package.with_parts({"word/comments.xml": b"<c/>"}).with_related(
            "word/comments.xml",
            content_type="application/x-comments",
            relation="comments",
            source=package.main,
        )

    assert package.related(package.main, "comments") == "word/comments.xml"
    assert package.related(package.main, "nothing") is None
    assert (package.part("[Content_Types].xml") or b"").count(b"/word/comments.xml") == 1


def test_entities_are_not_resolved() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'

    assert parse(bomb, name="x").text is None


def test_a_part_has_its_relations_beside_it() -> None:
    assert relations_of("word/document.xml") == "word/_rels/document.xml.rels"
