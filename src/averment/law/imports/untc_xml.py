"""The XML of a status page: the table of participants in it, and nothing else.

The shape is published nowhere; what is read is a table of rows and entries inside an element
``Participants``. Inside it an element that is not known is refused with its place, because it
might change what a row says; outside it everything is passed over.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from averment.errors import InvalidImportError

_TABLE = "participants"
_FRAMES = frozenset({"table", "tgroup", "thead", "tbody", "rows", "colspec", "head", "body"})
_ROWS = frozenset({"row", "tr", "participantrow"})
_CELLS = frozenset({"entry", "td", "th", "cell"})
_INLINE = frozenset(
    {"superscript", "sup", "footnoteref", "note", "i", "b", "em", "br", "para", "p"}
)
_NOTES = frozenset({"superscript", "sup", "footnoteref", "note"})
_DEEPEST = 64
_MOST_CELLS = 40_000
_LONGEST_CELL = 2_000


@dataclass(frozen=True, slots=True)
class TableCell:
    """The words of a cell, and where it stands."""

    text: str
    place: str
    """``line 7, column 3``."""


@dataclass(slots=True)
class _State:
    """Where the parser stands."""

    file: str
    depth: int = 0
    inside: int = 0
    """Depth of the table's element; 0 outside."""
    in_note: int = 0
    row: list[TableCell] | None = None
    words: list[str] | None = None
    place: str = ""
    cells: int = 0
    rows: list[tuple[TableCell, ...]] = field(default_factory=list)


def read_untc_xml(lines: Iterable[str], *, file: str) -> list[tuple[TableCell, ...]]:
    """Return the rows of the table of participants, the headings first.

    Raises:
        InvalidImportError: It is no XML, declares entities, or has an unknown element in the
            table.
    """
    # The lines are text already: whatever encoding the file declares was read before.
    parser = expat.ParserCreate("utf-8")
    state = _State(file)

    def place() -> str:
        return f"line {parser.CurrentLineNumber}, column {parser.CurrentColumnNumber + 1}"

    def refuse_entity(*_told: object) -> None:
        raise InvalidImportError(f"{file}, {place()}: entities are not read")

    # Before an entity can grow: see "billion laughs".
    parser.EntityDeclHandler = refuse_entity
    parser.StartElementHandler = lambda name, _attributes: _start(state, name, place())
    parser.EndElementHandler = lambda name: _end(state, name)
    parser.CharacterDataHandler = lambda words: _words(state, words)
    try:
        for line in lines:
            parser.Parse(line.encode("utf-8", errors="surrogatepass"), False)  # noqa: FBT003
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError as exc:
        at = f"line {exc.lineno}, column {exc.offset + 1}"
        raise InvalidImportError(f"{file}, {at}: {expat.ErrorString(exc.code)}") from exc
    return _even(state)


def _start(state: _State, name: str, place: str) -> None:
    state.depth += 1
    if state.depth > _DEEPEST:
        raise InvalidImportError(f"{state.file}, {place}: elements are nested too deeply")
    plain = name.rpartition(":")[2].lower()
    if not state.inside:
        if plain == _TABLE:
            state.inside = state.depth
        return
    if plain in _ROWS:
        state.row = []
    elif plain in _CELLS and state.row is not None:
        state.words, state.place = [], place
        state.cells += 1
        if state.cells > _MOST_CELLS:
            raise InvalidImportError(f"{state.file}, {place}: too many cells for one treaty")
    elif state.words is not None and plain in _INLINE:
        state.in_note += plain in _NOTES
        state.words.append(" ")
    elif plain not in _FRAMES:
        raise InvalidImportError(
            f"{state.file}, {place}: the element {name[:40]!a} is not known in a table of "
            "participants"
        )


def _end(state: _State, name: str) -> None:
    plain = name.rpartition(":")[2].lower()
    if state.inside:
        if state.depth == state.inside:
            state.inside = 0
        elif plain in _ROWS and state.row is not None:
            state.rows.append(tuple(state.row))
            state.row = None
        elif plain in _CELLS and state.words is not None and state.row is not None:
            state.row.append(TableCell("".join(state.words)[:_LONGEST_CELL], state.place))
            state.words = None
        elif plain in _NOTES and state.in_note:
            state.in_note -= 1
    state.depth -= 1


def _words(state: _State, words: str) -> None:
    if state.words is not None and not state.in_note:
        state.words.append(words)


def _even(state: _State) -> list[tuple[TableCell, ...]]:
    """Return the rows that are not empty, and see that each is as long as the first."""
    rows = [row for row in state.rows if any(cell.text.strip() for cell in row)]
    for row in rows:
        if len(row) != len(rows[0]):
            raise InvalidImportError(
                f"{state.file}, {row[0].place}: {len(row)} cells where the headings are "
                f"{len(rows[0])}"
            )
    return rows
