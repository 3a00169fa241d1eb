"""A DOCX file as parts: read, changed in few places, and written with all else as it was.

ECMA-376 part 2 calls the file a package, its files parts, and the links between them
relationships. A part that is not changed is written with the bytes, the name and the date that
it came with, so the same letter always gives the same file.
"""

import posixpath
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from averment.errors import InvalidDocumentError, OversizeDocumentError

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no public name

LIMIT_BYTES = 512 * 1024 * 1024
"""What all parts together may unpack to. A letter with photographs stays far below."""
FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can tell; new parts carry it instead of the clock's."""

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELATIONS = "_rels/.rels"
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS_NS}"/>'.encode()
TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
"""The two families of relationship types (ECMA-376 part 4 and part 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A DOCX file and the parts that were changed in it."""

    data: bytes
    main: str
    """Name of the part with the body."""
    family: str
    """`TRANSITIONAL` or `STRICT`."""
    changed: Mapping[str, bytes] = field(default_factory=dict)

    def part(self, name: str) -> bytes | None:
        """Return the part as it now is; None where there is none."""
        if name in self.changed:
            return self.changed[name]
        with ZipFile(BytesIO(self.data)) as archive:
            return archive.read(name) if name in archive.namelist() else None

    def tree(self, name: str) -> Element:
        """Return the part as XML.

        Raises:
            InvalidDocumentError: There is no such part, or it is not XML.
        """
        found = self.part(name)
        if found is None:
            raise InvalidDocumentError(f"the part {name!r} of the DOCX file is missing")
        return parse(found, name=name)

    def with_parts(self, parts: Mapping[str, bytes]) -> "Package":
        """Return the package with these parts changed or added."""
        return replace(self, changed=MappingProxyType({**self.changed, **parts}))

    def with_related(
        self, part: str, *, content_type: str, relation: str, source: str
    ) -> "Package":
        """Return the package with a part made known to it, and `source` related to it.

        Args:
            part: Name of the part.
            content_type: What the part holds.
            relation: Last word of the relationship's type: ``comments``.
            source: The part that refers to it.
        """
        types = self.tree(CONTENT_TYPES)
        names = {node.get("PartName") for node in types.iter(f"{{{_TYPES_NS}}}Override")}
        if f"/{part}" not in names:
            etree.SubElement(
                types,
                f"{{{_TYPES_NS}}}Override",
                {"PartName": f"/{part}", "ContentType": content_type},
            )
        target = posixpath.relpath(part, posixpath.dirname(source) or ".")
        related, _ = self.with_parts({CONTENT_TYPES: serialised(types)}).with_relation(
            source, kind=f"{self.family}/{relation}", target=target, external=False
        )
        return related

    def with_relation(
        self, source: str, *, kind: str, target: str, external: bool
    ) -> tuple["Package", str]:
        """Return the package with `source` related to `target`, and the relation's id."""
        name = relations_of(source)
        held = self.part(name)
        root = parse(_NO_RELATIONS, name=name) if held is None else parse(held, name=name)
        taken = {node.get("Id") for node in root}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdAverment{n}" not in taken)
        identifier = f"rIdAverment{number}"
        attributes = {"Id": identifier, "Type": kind, "Target": target}
        if external:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, f"{{{_RELATIONS_NS}}}Relationship", attributes)
        return self.with_parts({name: serialised(root)}), identifier

    def related(self, source: str, relation: str) -> str | None:
        """Return the name of the part that `source` has this relation to; None without one."""
        return next(
            (
                posixpath.normpath(
                    posixpath.join(posixpath.dirname(source), target.lstrip("/"))
                )
                if not target.startswith("/")
                else target.lstrip("/")
                for kind, target in _relations(self.part(relations_of(source)))
                if kind.rpartition("/")[2] == relation
            ),
            None,
        )

    def saved(self) -> bytes:
        """Return the file."""
        packed = BytesIO()
        with ZipFile(BytesIO(self.data)) as old, ZipFile(packed, "w") as new:
            # The last of several entries with one name is the one that zip readers see.
            entries = {entry.filename: entry for entry in old.infolist()}
            for name, entry in entries.items():
                content = self.changed[name] if name in self.changed else old.read(entry)
                new.writestr(_entry_like(entry), content)
            for name in self.changed:
                if name not in entries:
                    new.writestr(new_entry(name), self.changed[name])
        return packed.getvalue()


def open_package(data: bytes) -> Package:
    """Open the bytes of a DOCX file.

    Raises:
        InvalidDocumentError: They are no DOCX file.
        OversizeDocumentError: The file unpacks to more than `LIMIT_BYTES`.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LIMIT_BYTES:
                raise OversizeDocumentError(
                    f"the DOCX file unpacks to more than {LIMIT_BYTES // 1024**2} MB"
                )
            names = set(archive.namelist())
            links = archive.read(PACKAGE_RELATIONS) if PACKAGE_RELATIONS in names else None
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as exc:
        raise InvalidDocumentError("the DOCX file is damaged: it cannot be unpacked") from exc
    for kind, target in _relations(links):
        family, _, last = kind.rpartition("/")
        if last == "officeDocument" and target.lstrip("/") in names:
            known = family if family == STRICT else TRANSITIONAL
            return Package(data=data, main=target.lstrip("/"), family=known)
    raise InvalidDocumentError("the file is no DOCX file: it names no main document")


def parse(data: bytes, *, name: str) -> Element:
    """Return the root of an XML part, with nothing fetched and no entity resolved.

    Raises:
        InvalidDocumentError: The part is not XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as exc:
        raise InvalidDocumentError(f"the part {name!r} of the DOCX file is not XML") from exc


def serialised(root: Element) -> bytes:
    """Return the bytes of an XML part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relations_of(part: str) -> str:
    """Return the name of the part that holds the relationships of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def new_entry(name: str) -> ZipInfo:
    """Return the entry of a new part."""
    entry = ZipInfo(name, FIXED_DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    return entry


def _entry_like(old: ZipInfo) -> ZipInfo:
    entry = ZipInfo(old.filename, old.date_time)
    entry.compress_type = old.compress_type
    entry.external_attr = old.external_attr
    entry.create_system = old.create_system
    return entry


def _relations(data: bytes | None) -> tuple[tuple[str, str], ...]:
    if data is None:
        return ()
    root = parse(data, name="relationships")
    return tuple(
        (node.get("Type", ""), node.get("Target", ""))
        for node in root.iter(f"{{{_RELATIONS_NS}}}Relationship")
        if node.get("TargetMode") != "External"
    )
