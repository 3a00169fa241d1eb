"""A page of Markdown on a terminal: paragraphs wrapped, lists indented, headings set off.

Only what the pages on findings use is known: headings, paragraphs, lists, quotations, indented
or fenced code, and emphasis.
"""

import re
from collections.abc import Iterator

from averment.reports.plain_words import wrapped
from averment.reports.terminal import WIDTH, Paint

_HEADING = re.compile(r"(#{1,6}) +(.+)")
_ITEM = re.compile(r"( {0,8})([-*+]|\d{1,3}[.)]) +(.+)")
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\((https?://[^)\s]{1,500})\)")
_MARKS = re.compile(r"(\*\*|__|`)(?=\S)([^\n]{1,300}?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\w*])[*_](?=\S)([^*_\n]{1,300})(?<=\S)[*_](?![\w*])")


def terminal_page(markdown: str, *, colour: bool = False) -> str:
    """Return the page in 80 columns."""
    paint = Paint(colour=colour)
    lines: list[str] = []
    for block in _blocks(markdown):
        if lines:
            lines.append("")
        lines += _set(block, paint=paint)
    return "\n".join(lines) + "\n"


def _blocks(markdown: str) -> Iterator[list[str]]:
    """Cut at blank lines, around each heading, and around fenced code."""
    block: list[str] = []
    fenced = False
    for line in markdown.splitlines():
        fence = line.startswith("```")
        if fenced:
            block.append(line)
            fenced = not fence
            continue
        alone = _HEADING.fullmatch(line) is not None
        if block and (fence or alone or not line.strip() or block[0].startswith("```")):
            yield block
            block = []
        if alone:
            yield [line]
        elif line.strip():
            block.append(line)
        fenced = fence
    if block:
        yield block


def _set(block: list[str], *, paint: Paint) -> Iterator[str]:
    heading = _HEADING.fullmatch(block[0])
    if heading is not None:
        yield paint.bold(_plain(heading[2]))
    elif block[0].startswith("```"):
        yield from (f"    {line}" for line in block if not line.startswith("```"))
    elif block[0].startswith("    "):
        yield from block
    else:
        yield from _paragraph(block)


def _paragraph(block: list[str]) -> Iterator[str]:
    first, words = "", ""
    for line in block:
        item = _ITEM.fullmatch(line)
        if item is not None:
            if words:
                yield from wrapped(_plain(words), width=WIDTH, first=first).splitlines()
            first, words = f"{item[1]}{item[2]} ", item[3]
        else:
            words = f"{words} {line.strip().removeprefix('> ')}"
    yield from wrapped(_plain(words), width=WIDTH, first=first).splitlines()


def _plain(words: str) -> str:
    """Return the words without marks of emphasis; a link as its words and its address."""
    words = _LINK.sub(r"\1 (\2)", words)
    return _SLANTED.sub(r"\1", _MARKS.sub(r"\2", words))
