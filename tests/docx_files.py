"""DOCX files written by hand, so that a test says which XML it is about."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:{0}>"
)


def p(*content: str, style: str = "", properties: str = "") -> str:
    """Write a paragraph; content without markup becomes a run."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Write a run."""
    set_by = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{set_by}<w:t xml:space="preserve">{text}</w:t></w:r>'


def note_mark(note_id: int, kind: str = "footnote") -> str:
    """Write the run of a note reference."""
    return f'<w:r><w:{kind}Reference w:id="{note_id}"/></w:r>'


def item(text: str, numbering: int, level: int = 0) -> str:
    """Write a list paragraph."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'
    return p(text, properties=place)


@dataclass(frozen=True, kw_only=True)
class DocxParts:
    """What goes into a DOCX; anything left empty is left out of the package."""

    body: str = ""
    footnotes: Mapping[int, str] = field(default_factory=dict)
    endnotes: Mapping[int, str] = field(default_factory=dict)
    styles: str = ""
    numbering: str = ""
    settings: str = ""
    comments: str = ""
    headers: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    """Address of each external relation, by id."""
    raw: Mapping[str, bytes | None] = field(default_factory=dict)
    """Parts to write as they are, or with None to leave out although they are referred to."""


def docx(body: str = "", **parts: object) -> bytes:
    """Build a DOCX with this body."""
    return build(DocxParts(body=body, **parts))  # type: ignore[arg-type]  # a test's shorthand


def build(parts: DocxParts) -> bytes:
    """Build a DOCX from its parts."""
    files: dict[str, bytes | None] = {
        "word/document.xml": _root("document", f"<w:body>{parts.body}</w:body>"),
    }
    relations = [
        _relation(key, "hyperlink", target, mode="External")
        for key, target in parts.links.items()
    ]
    optional = {
        "footnotes": _notes("footnote", parts.footnotes),
        "endnotes": _notes("endnote", parts.endnotes),
        "styles": parts.styles,
        "numbering": parts.numbering,
        "settings": parts.settings,
        "comments": parts.comments,
    }
    for name, content in optional.items():
        if content:
            files[f"word/{name}.xml"] = _root(name, content)
            relations.append(_relation(name, name, f"{name}.xml"))
    for number, content in enumerate(parts.headers, start=1):
        files[f"word/header{number}.xml"] = _root("hdr", content)
        relations.append(_relation(f"header{number}", "header", f"header{number}.xml"))
    files["word/_rels/document.xml.rels"] = _relations(relations)
    files["_rels/.rels"] = _relations(
        [_relation("main", "officeDocument", "word/document.xml")]
    )
    files["[Content_Types].xml"] = _types(files)
    files.update(parts.raw)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            if data is not None:
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _root(name: str, content: str) -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMESPACES}>{content}</w:{name}>'
    return text.encode()


def _notes(kind: str, notes: Mapping[int, str]) -> str:
    if not notes:
        return ""
    written = "".join(
        f'<w:{kind} w:id="{key}">{content}</w:{kind}>' for key, content in notes.items()
    )
    return _SEPARATORS.format(kind) + written


def _relation(key: str, kind: str, target: str, *, mode: str = "") -> str:
    outside = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"{outside}/>'


def _relations(relations: list[str]) -> bytes:
    text = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'
    )
    return text.encode()


def _types(files: Mapping[str, bytes | None]) -> bytes:
    kinds = {"document": f"{_WORD}.document.main+xml"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kinds.get(stem, f"{_WORD}.{stem}+xml")}"/>'
        for name in files
        if name.startswith("word/") and name.endswith(".xml")
        for stem in [name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")]
    )
    text = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    return text.encode()
