"""A saved web page as a `Document`: its words in reading order, notes and links with them.

The text is built here, passages parted by a blank line. Navigation, site header and footer
become page furniture; scripts and forms are left out; what the page hides is left out and
reported.
"""

import re

from lxml import etree

from averment.documents.document import Document, Format, Notice
from averment.errors import InvalidDocumentError
from averment.readers.decode import NO_WORDS, decode
from averment.readers.html.element import layout_cells
from averment.readers.html.notes import find_page_notes
from averment.readers.html.page import PageReader

_DECLARED_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w-]{2,20})", re.IGNORECASE
)
_CHARSET_WITHIN_BYTES = 8192
_SCRIPT_PAGE = (
    "The page holds no words. It may be built by a script in the browser: open it there and "
    "print it to PDF, or save the complete page."
)
_TOO_DEEP = "The page's elements stand one inside the other too deeply to be read."


def read_html(data: bytes, *, name: str) -> Document:
    """Read a web page.

    Raises:
        InvalidDocumentError: It is empty, no text, or holds no words.
    """
    match = _DECLARED_CHARSET.search(data[:_CHARSET_WITHIN_BYTES])
    decoded = decode(data, declared=match.group(1).decode("ascii") if match else None)
    root, cut = _parsed(decoded.text)
    notes = find_page_notes(root)
    reader = PageReader(notes=notes, layout=layout_cells(root))
    reader.read(root)
    if not reader.assembly.passages:
        raise InvalidDocumentError(_TOO_DEEP if cut else _SCRIPT_PAGE)
    notices = [*decoded.notices, *reader.notices()]
    if cut:
        notices.append(
            Notice(
                code="page-cut",
                text="The page is nested too deeply or holds too long a stretch of text; "
                "what follows that place was not read.",
            )
        )
    return reader.assembly.document(
        name=name, form=Format.HTML, notes=reader.declared(), notices=tuple(notices)
    )


def _parsed(text: str) -> tuple[etree._Element, bool]:
    """Return the root element, and whether the parser stopped at one of its limits."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except etree.LxmlError as exc:
        raise InvalidDocumentError(NO_WORDS) from exc
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    if root is None:
        raise InvalidDocumentError(_TOO_DEEP if cut else _SCRIPT_PAGE)
    return root, cut
