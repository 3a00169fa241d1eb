"""Notes of a DOCX as a reader counts them, and what else a person must know about the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from averment.readers.docx.numbering import written
from averment.readers.docx.package import W
from averment.readers.docx.style import value_of, whole

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_CUSTOM_MARK = "*"


@dataclass(slots=True)
class NoteSeries:
    """Footnotes or endnotes, numbered in the order in which the text refers to them."""

    name: str
    """``footnote`` or ``endnote``."""
    held: Mapping[str, etree._Element]
    """The notes that exist, by ``w:id``."""
    form: str
    start: int = 1
    each_section: bool = False
    count: int = 0
    numbers: dict[str, str] = field(default_factory=dict)
    """Number of each note referred to, by ``w:id``, in order of the first reference."""

    def number_of(self, note_id: str, *, custom: bool) -> str:
        """Return the number of a note, counting it if new; ``*`` for a mark of its own."""
        if note_id not in self.numbers:
            if custom:
                self.numbers[note_id] = _CUSTOM_MARK
            else:
                self.numbers[note_id] = written(self.start + self.count, self.form)
                self.count += 1
        return self.numbers[note_id]

    def key(self, note_id: str) -> str:
        """Return the key under which the document holds the note."""
        return f"{self.name}-{note_id}"

    def begin_section(self) -> None:
        """Count anew where the numbering restarts in each section."""
        if self.each_section:
            self.count = 0

    @property
    def missing_count(self) -> int:
        """How many notes are referred to and do not exist."""
        return sum(note_id not in self.held for note_id in self.numbers)

    @property
    def orphan_count(self) -> int:
        """How many notes exist and nothing refers to them."""
        return sum(note_id not in self.numbers for note_id in self.held)


def read_series(
    name: str,
    part: etree._Element | None,
    *,
    settings: etree._Element | None,
    section: etree._Element | None,
) -> NoteSeries:
    """Gather the notes of one part and how they are numbered.

    Args:
        name: ``footnote`` or ``endnote``.
        part: Root of the notes part, None where there is none.
        settings: Root of ``word/settings.xml``, for the numbering of the whole document.
        section: The last ``w:sectPr`` of the body; what it says comes before the settings.
    """
    held: dict[str, etree._Element] = {}
    for note in () if part is None else part.iter(f"{W}{name}"):
        if note.get(f"{W}type") not in _SEPARATORS:
            held.setdefault(note.get(f"{W}id") or "", note)
    properties = [
        None if parent is None else parent.find(f"{W}{name}Pr")
        for parent in (section, settings)
    ]
    forms = (value_of(one, "numFmt") for one in properties)
    starts = (whole(value_of(one, "numStart")) for one in properties)
    restarts = (value_of(one, "numRestart") for one in properties)
    # Word numbers endnotes i, ii, iii unless told otherwise.
    usual = "decimal" if name == "footnote" else "lowerRoman"
    return NoteSeries(
        name=name,
        held=held,
        form=next((form for form in forms if form), usual),
        start=next((start for start in starts if start is not None), 1),
        each_section=next((one for one in restarts if one), "") == "eachSect",
    )


@dataclass(slots=True)
class Remarks:
    """What is counted while the text is read, to be told at the end."""

    inserted: int = 0
    deleted: int = 0
    hidden: int = 0
    foreign: int = 0
    """Embedded documents of another format, whose text is not read."""
