"""The parts of a new Word file that are the same for every letter."""

from xml.sax.saxutils import quoteattr

BODY = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = f"""{_HEAD}<Types xmlns="{_P}/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>\
<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}.footnotes+xml"/>\
</Types>"""

_PACKAGE = f"""{_HEAD}<Relationships xmlns="{_P}/relationships">\
<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>\
</Relationships>"""

_RELATIONS = f"""{_HEAD}<Relationships xmlns="{_P}/relationships">\
<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{_R}/settings" Target="settings.xml"/>\
<Relationship Id="rId3" Type="{_R}/footnotes" Target="footnotes.xml"/>\
</Relationships>"""

# Word wants the two separators to be named in the settings too (ECMA-376 part 1, 17.11).
_SETTINGS = f"""{_HEAD}<w:settings {_W}><w:footnotePr><w:footnote w:id="-1"/>\
<w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" \
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"""


def _style(
    name: str,
    title: str,
    *,
    kind: str = "paragraph",
    paragraph: str = "",
    run: str = "",
    default: bool = False,
) -> str:
    based = "" if default or kind != "paragraph" else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="{kind}"{" w:default=" + quoteattr("1") if default else ""} '
        f'w:styleId="{name}"><w:name w:val="{title}"/>{based}<w:qFormat/>'
        f"{f'<w:pPr>{paragraph}</w:pPr>' if paragraph else ''}"
        f"{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


_CELL_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="BFBFBF"/>'
    for side in ("top", "left", "bottom", "right")
)
_STYLES = "".join(
    (
        _style("Normal", "Normal", default=True),
        *(
            _style(
                f"Heading{level}",
                f"heading {level}",
                paragraph=f'<w:keepNext/><w:spacing w:before="{before}" w:after="80"/>'
                f'<w:outlineLvl w:val="{level - 1}"/>',
                run=f'<w:b/><w:sz w:val="{size}"/>',
            )
            for level, before, size in ((1, 280, 28), (2, 240, 24), (3, 200, 22))
        ),
        _style("ListParagraph", "List Paragraph", paragraph='<w:spacing w:after="80"/>'),
        _style("TableCell", "Table Cell", paragraph=f"<w:pBdr>{_CELL_EDGES}</w:pBdr>"),
        _style(
            "FootnoteText",
            "footnote text",
            paragraph='<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
            run='<w:sz w:val="18"/>',
        ),
        _style(
            "FootnoteReference",
            "footnote reference",
            kind="character",
            run='<w:vertAlign w:val="superscript"/>',
        ),
        _style("CommentText", "annotation text", run='<w:sz w:val="20"/>'),
        _style(
            "CommentReference",
            "annotation reference",
            kind="character",
            run='<w:sz w:val="16"/>',
        ),
    )
)


def blank_parts(*, language: str | None) -> dict[str, str]:
    """Return name and content of the parts that hold none of the letter's words.

    Args:
        language: ISO 639-1 code for the spelling checker; none is set without it.
    """
    spelling = f"<w:lang w:val={quoteattr(language)}/>" if language else ""
    styles = f"""{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/>\
<w:sz w:val="22"/><w:szCs w:val="22"/>{spelling}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
<w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>\
</w:docDefaults>{_STYLES}</w:styles>"""
    return {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _PACKAGE,
        "word/_rels/document.xml.rels": _RELATIONS,
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": styles,
    }


def main_part(paragraphs: str) -> str:
    """Return the body with these paragraphs, on A4."""
    return (
        f"{_HEAD}<w:document {_W}><w:body>{paragraphs}"
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" '
        'w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
        "</w:body></w:document>"
    )


def footnotes_part(notes: str) -> str:
    """Return the note part: the two separators that Word demands, then the notes."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    return f"{_HEAD}<w:footnotes {_W}>{separators}{notes}</w:footnotes>"
