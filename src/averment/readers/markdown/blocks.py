"""The blocks of a Markdown text: which lines make one passage, and which signs begin them.

Line by line, with no recursion and no look further than one line ahead. Where dialects differ,
the reading is chosen that loses no words: lines indented by four are text, not code; a rule
under a long paragraph is a rule.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from averment.documents.document import PassageKind
from averment.readers.markdown.inline import normal_name

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_QUOTE = re.compile(r" {0,3}> ?")
_INDENT = re.compile(r"[ \t]*")
_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_BULLET = re.compile(r"([-*+•●▪◦‣·])(?:[ \t]+(?=\S)|[ \t]*$)")
_DASH = re.compile(r"([–—])[ \t]+(?=\S)")
_NUMBERED = re.compile(r"(\d{1,9}[.)])(?:[ \t]+(?=\S)|[ \t]*$)")
_LETTERED = re.compile(r"(\((?:[a-zA-Z]|[ivxl]{1,5}|\d{1,3})\)|[a-z]\))[ \t]+(?=\S)")
_NOTE = re.compile(r"\[\^([^\]\s\[]{1,64})\]:[ \t]*")
_DEFINITION = re.compile(r"\[([^\]\[^][^\]\[]{0,100}|\d)\]:[ \t]*<?([^\s<>]{1,4000})>?(.*)")
_TITLE_ONLY = re.compile(r"[ \t]*(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\))?[ \t]*")
_NUMBER = re.compile(r"\d{1,3}")
_MATTER_LINE = re.compile(r"[A-Za-z_][\w -]{0,40}:(?:\s|$)|\s+\S|- |#|$")
_MATTER_LIMIT = 80
_RULE_SIGNS = frozenset("-*_")
_RULE_LENGTH = 3
_UNDERLINED_LIMIT = 200
_INSIDE = 2
"""Blanks before a line that make it part of the list item or note above."""
_TAB = 4
_LEADS_IN = (":", ";", ",")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the text without its line end."""

    number: int
    """Counted from 1."""
    start: int
    end: int


@dataclass(slots=True)
class Block:
    """What reads as one passage: the stretches of its lines, the signs before them left out."""

    kind: PassageKind
    first: int
    last: int
    pieces: list[tuple[int, int]]
    label: str | None = None
    level: int = 0
    note: str | None = None
    """Name of the ``[^name]:`` that it belongs to."""
    definition: str | None = None
    """Number of the ``[1]: address`` that it is."""
    literal: bool = False
    """Its signs are characters: code, front matter."""
    quoted: int = 0


@dataclass(slots=True)
class Blocks:
    """All blocks of a text, and the addresses that it defines for use elsewhere."""

    blocks: list[Block] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    commented: bool = False


def read_blocks(text: str) -> Blocks:
    """Divide a Markdown text into its blocks."""
    lines = list(_lines(text))
    division = _Division(text=text, lines=lines)
    at = division.front_matter()
    while at < len(lines):
        at = division.line(at)
    division.close()
    return division.out


def _lines(text: str) -> Iterator[SourceLine]:
    at, number = 0, 1
    while at < len(text):
        match = _LINE.match(text, at)
        if match is None:  # pragma: no cover - the expression matches anything
            return
        yield SourceLine(number, at, match.end(1))
        at, number = match.end(), number + 1


@dataclass(slots=True)
class _Division:
    """The pass over the lines."""

    text: str
    lines: list[SourceLine]
    out: Blocks = field(default_factory=Blocks)
    open: Block | None = None
    lists: list[int] = field(default_factory=list)
    """Indent of the sign of each list that is open."""
    note: str | None = None
    blank: bool = True
    fence: str | None = None
    comment: bool = False
    quoted: int = 0

    def front_matter(self) -> int:
        """Take the block of settings some generators put first; return the line after it."""
        if not self.lines or self._words(self.lines[0]) != "---":
            return 0
        for index, line in enumerate(self.lines[1:_MATTER_LIMIT], start=1):
            words = self.text[line.start : line.end]
            if words.rstrip() in {"---", "..."}:
                for matter in self.lines[1:index]:
                    self._add(PassageKind.FURNITURE, matter, matter.start, literal=True)
                    self.close()
                return index + 1
            if _MATTER_LINE.match(words) is None:
                break
        return 0

    def line(self, index: int) -> int:
        """Read one line and return the index of the next."""
        line = self.lines[index]
        if self.comment:
            self.comment = self.text.find("-->", line.start, line.end) < 0
            return index + 1
        if self.fence is not None:
            self._fenced(line)
            return index + 1
        at, quoted = self._past_quotes(line)
        indent_end = self._indent_end(at, line)
        if indent_end == line.end:
            self.close()
            self.blank = True
            return index + 1
        self._set_quoted(quoted)
        indent = len(self.text[at:indent_end].expandtabs(_TAB))
        self._leave_lists(indent)
        if self._is_table(index, indent_end):
            return self._table(index)
        if not self._special(line, indent_end) and not self._item(line, indent_end, indent):
            self._text(line, indent_end)
        self.blank = False
        return index + 1

    def close(self) -> None:
        """End the open block."""
        if self.open is not None:
            self.out.blocks.append(self.open)
            self.open = None

    def _words(self, line: SourceLine) -> str:
        return self.text[line.start : line.end].strip()

    def _indent_end(self, at: int, line: SourceLine) -> int:
        match = _INDENT.match(self.text, at, line.end)
        return at if match is None else match.end()

    def _past_quotes(self, line: SourceLine) -> tuple[int, int]:
        at, quoted = line.start, 0
        while (match := _QUOTE.match(self.text, at, line.end)) is not None:
            at, quoted = match.end(), quoted + 1
        return at, quoted

    def _set_quoted(self, quoted: int) -> None:
        # A line without the sign goes on with the quoted paragraph above it, unless a blank
        # line stands between.
        if quoted != self.quoted and (quoted > self.quoted or self.open is None):
            self.close()
            self.lists.clear()
            self.quoted = quoted

    def _leave_lists(self, indent: int) -> None:
        if self.blank and indent < _INSIDE:
            self.note = None

    def _add(
        self,
        kind: PassageKind,
        line: SourceLine,
        start: int,
        *,
        label: str | None = None,
        level: int = 0,
        literal: bool = False,
    ) -> Block:
        self.close()
        self.open = Block(
            kind=PassageKind.FOOTNOTE if self.note is not None else kind,
            first=line.number,
            last=line.number,
            pieces=[(start, line.end)],
            label=label,
            level=level,
            note=self.note,
            literal=literal,
            quoted=self.quoted,
        )
        return self.open

    def _fenced(self, line: SourceLine) -> None:
        words = self._words(line)
        if (
            self.fence is not None
            and words.startswith(self.fence)
            and not words.strip(words[:1])
        ):
            self.fence = None
            self.close()
        elif self.open is None:
            self._add(PassageKind.PARAGRAPH, line, line.start, literal=True)
        else:
            self.open.pieces.append((line.start, line.end))
            self.open.last = line.number

    def _special(self, line: SourceLine, at: int) -> bool:
        """Read a fence, comment, rule, heading, note or definition that begins at `at`."""
        fence = _FENCE.match(self.text, at, line.end)
        if fence is not None:
            self.close()
            self.fence = fence.group(1)
            return True
        if self.text.startswith("<!--", at) and self.text.find("-->", at, line.end) < 0:
            self.close()
            self.comment = self.out.commented = True
            return True
        return (
            self._underline(line, at)
            or self._rule(line, at)
            or self._heading(line, at)
            or self._note(line, at)
            or self._definition(line, at)
        )

    def _underline(self, line: SourceLine, at: int) -> bool:
        """Make the paragraph above a heading where this line underlines it."""
        words = self.text[at : line.end].strip()
        above = self.open
        if (
            above is None
            or above.kind is not PassageKind.PARAGRAPH
            or above.literal
            or not words
            or words.strip(words[0])
            or words[0] not in "=-"
            or (words[0] == "-" and len(words) < _INSIDE)
            or sum(end - start for start, end in above.pieces) > _UNDERLINED_LIMIT
        ):
            return False
        above.kind = PassageKind.HEADING
        above.level = 1 if words[0] == "=" else 2
        above.last = line.number
        self.close()
        return True

    def _rule(self, line: SourceLine, at: int) -> bool:
        words = "".join(self.text[at : line.end].split())
        if len(words) < _RULE_LENGTH or words[0] not in _RULE_SIGNS or words.strip(words[0]):
            return False
        self.close()
        self.lists.clear()
        self.note = None
        return True

    def _heading(self, line: SourceLine, at: int) -> bool:
        match = _HEADING.match(self.text, at, line.end)
        if match is None:
            return False
        words = self.text[match.end() : line.end].rstrip()
        bare = words.rstrip("#")
        if bare != words and (not bare or bare[-1] in " \t"):
            words = bare.rstrip()
        self.note = None
        self.lists.clear()
        block = self._add(PassageKind.HEADING, line, match.end(), level=len(match.group(1)))
        block.pieces = [(match.end(), match.end() + len(words))]
        self.close()
        return True

    def _note(self, line: SourceLine, at: int) -> bool:
        match = _NOTE.match(self.text, at, line.end)
        if match is None:
            return False
        self.lists.clear()
        self.note = match.group(1)
        self._add(PassageKind.FOOTNOTE, line, match.end())
        return True

    def _definition(self, line: SourceLine, at: int) -> bool:
        match = _DEFINITION.match(self.text, at, line.end)
        above = self.open
        if match is None or not (above is None or above.definition or above.note is not None):
            return False
        name, address, rest = match.group(1), match.group(2), match.group(3)
        numbered = _NUMBER.fullmatch(name) is not None
        if not numbered and _TITLE_ONLY.fullmatch(rest) is None:
            return False
        self.note = None
        self.out.definitions.setdefault(normal_name(name), address)
        if numbered:
            block = self._add(PassageKind.PARAGRAPH, line, match.start(2), label=f"[{name}]")
            block.definition = name
        else:
            self.close()
        return True

    def _item(self, line: SourceLine, at: int, indent: int) -> bool:
        """Read the sign of a list item, and whatever further signs stand on the same line."""
        match = _BULLET.match(self.text, at, line.end)
        if match is None:
            match = self._weak_sign(line, at)
        if match is None:
            return False
        if indent < _INSIDE:
            self.note = None
        while self.lists and indent < self.lists[-1] + _INSIDE:
            self.lists.pop()
        level = len(self.lists)
        self.lists.append(indent)
        self._add(PassageKind.LIST_ITEM, line, match.end(), label=match.group(1), level=level)
        return True

    def _weak_sign(self, line: SourceLine, at: int) -> re.Match[str] | None:
        """Match a number, letter or dash that begins an item only where a passage may begin.

        In mid-paragraph "1991. The ..." is the end of a sentence that the line broke.
        """
        above = self.open
        listed = above is not None and above.kind is not PassageKind.PARAGRAPH
        number = _NUMBERED.match(self.text, at, line.end)
        if number is not None:
            first = number.group(1)[:-1] == "1"
            return number if above is None or listed or first else None
        match = _LETTERED.match(self.text, at, line.end) or _DASH.match(self.text, at, line.end)
        if above is None or listed or match is None:
            return match
        start, end = above.pieces[-1]
        return match if self.text[start:end].rstrip().endswith(_LEADS_IN) else None

    def _text(self, line: SourceLine, at: int) -> None:
        if self.open is not None:
            self.open.pieces.append((at, line.end))
            self.open.last = line.number
            return
        indent = at - line.start
        if self.lists and self.blank and indent < _INSIDE:
            self.lists.clear()
        if self.lists and self.blank:
            level = len(self.lists) - 1
            self._add(PassageKind.LIST_ITEM, line, at, level=level)
        else:
            self._add(PassageKind.PARAGRAPH, line, at)

    def _is_table(self, index: int, at: int) -> bool:
        line = self.lines[index]
        if self.open is not None or index + 1 == len(self.lines):
            return False
        if self.text.find("|", at, line.end) < 0:
            return False
        below = self._words(self.lines[index + 1])
        return "-" in below and "|" in below and not below.strip("|-: \t")

    def _table(self, index: int) -> int:
        """Read the rows of a table, a passage for each cell, and return the line after it."""
        row = index
        while row < len(self.lines):
            line = self.lines[row]
            if self.text.find("|", line.start, line.end) < 0:
                break
            if row != index + 1:
                self._row(line)
            row += 1
        self.blank = True
        return row

    def _row(self, line: SourceLine) -> None:
        start = line.start
        for place in range(line.start, line.end + 1):
            closed = place == line.end or (
                self.text[place] == "|" and self.text[place - 1 : place] != "\\"
            )
            if closed and start < place:
                self._add(PassageKind.TABLE_CELL, line, start).pieces = [(start, place)]
                self.close()
            if closed:
                start = place + 1
