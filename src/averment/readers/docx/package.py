"""A DOCX file as a package of XML parts, opened as one opens a letter from a stranger.

Office Open XML (ECMA-376) part 2: a ZIP file with parts and relations between them. Parts are
unpacked one at a time, each within a limit; a part with a document type is refused, for no word
processor writes one and entities are how XML bombs are built.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

from averment.documents.document import Notice
from averment.errors import InvalidDocumentError, OversizeDocumentError
from averment.readers.zip_directory import DAMAGED, open_directory

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

# The strict dialect of the standard differs in its names only.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)

PART_LIMIT_BYTES = 100_000_000
_CHUNK_BYTES = 1 << 20
_FREE_BYTES = 10_000_000
_MOST_RATIO = 250
"""XML of a long, uniform table is packed about 100 to 1; a bomb 1000 to 1."""
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_./-]{1,60}")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relation of a part: to another part, or to an address outside."""

    kind: str
    """Last step of the relation's type, for example ``footnotes``."""
    target: str
    """Name of the part in the package, or the address as written."""
    external: bool


@dataclass(slots=True)
class Package:
    """An open DOCX; what could not be read is kept as notices."""

    archive: zipfile.ZipFile
    names: Mapping[str, zipfile.ZipInfo]
    notices: list[Notice] = field(default_factory=list)
    main: str = "word/document.xml"
    related: dict[str, Mapping[str, Relation]] = field(default_factory=dict)
    """Relations already read, by part."""

    def required(self, name: str) -> etree._Element:
        """Return the root element of a part that the document cannot be without.

        Raises:
            InvalidDocumentError: It is missing or damaged.
        """
        if name not in self.names:
            raise InvalidDocumentError(
                f"The DOCX package has no main text: the part {_shown(name)} is missing. Open "
                "it in a word processor and save it anew."
            )
        return self._parsed(name)

    def optional(self, name: str | None, *, what: str) -> etree._Element | None:
        """Return the root element of a part, or None with a notice where it cannot be read.

        Args:
            name: The part; None where the document refers to none.
            what: What its absence costs, for the notice: "the footnotes".
        """
        if name is None:
            return None
        if name not in self.names:
            self.notices.append(
                Notice(
                    code="part-missing",
                    text=f"The DOCX package refers to {what}, but that part is missing; "
                    "the rest was read.",
                )
            )
            return None
        try:
            return self._parsed(name)
        except OversizeDocumentError:
            raise
        except InvalidDocumentError:
            self.notices.append(
                Notice(
                    code="part-damaged",
                    text=f"{what[:1].upper()}{what[1:]} of the DOCX could not be read: "
                    "that part is damaged; the rest was read.",
                )
            )
            return None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return the relations of a part by their id."""
        if part not in self.related:
            folder, _, base = part.rpartition("/")
            name = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
            root = (
                self.optional(name, what="the table of relations")
                if name in self.names
                else None
            )
            self.related[part] = (
                {} if root is None else dict(_relations(root, folder=dirname(part)))
            )
        return self.related[part]

    def _parsed(self, name: str) -> etree._Element:
        data = self._unpacked(name)
        if any(doctype in data for doctype in _DOCTYPES):
            raise InvalidDocumentError(
                f"The part {_shown(name)} of the DOCX declares a document type, which no word "
                "processor writes and which serves attacks (entity expansion). It was not read."
            )
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.LxmlError, ValueError) as exc:
            raise InvalidDocumentError(
                f"The part {_shown(name)} of the DOCX is damaged: it is not well-formed XML. "
                "Open the file in a word processor, which may mend it, and save it anew."
            ) from exc
        return root

    def _unpacked(self, name: str) -> bytes:
        entry = self.names[name]
        chunks: list[bytes] = []
        size = 0
        try:
            with self.archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    size += len(chunk)
                    if size > PART_LIMIT_BYTES or (
                        size > _FREE_BYTES and size > _MOST_RATIO * entry.compress_size
                    ):
                        raise OversizeDocumentError(
                            f"The part {_shown(name)} of the DOCX unpacks to {size} bytes or "
                            "more; it looks like a ZIP bomb. If it is a real document, save it "
                            "anew."
                        )
                    chunks.append(chunk)
        except _UNREADABLE as exc:
            raise InvalidDocumentError(DAMAGED) from exc
        return b"".join(chunks)


def _shown(name: str) -> str:
    """Return a part's name for a message; the file may give it any name at all."""
    return name if _PLAIN_NAME.fullmatch(name) else "(unnamed)"


def open_package(data: bytes) -> Package:
    """Open a DOCX file and find its main part.

    Raises:
        InvalidDocumentError: It is no ZIP file, or is damaged.
        EncryptedDocumentError: It asks for a password.
        OversizeDocumentError: It unpacks to more than Averment reads.
    """
    archive = open_directory(data)
    package = Package(
        archive=archive,
        names={entry.filename.lstrip("/"): entry for entry in archive.infolist()},
    )
    for relation in package.relations("").values():
        if relation.kind == "officeDocument" and relation.target in package.names:
            package.main = relation.target
    return package


def _relations(root: etree._Element, *, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in root.iter(f"{_RELATIONS}Relationship"):
        target = element.get("Target") or ""
        external = element.get("TargetMode") == "External"
        if not external:
            inside = target.lstrip("/") if target.startswith("/") else join(folder, target)
            target = normpath(unquote(inside))
        kind = (element.get("Type") or "").rpartition("/")[2]
        yield element.get("Id") or "", Relation(kind=kind, target=target, external=external)
