"""The clause of a request: where it ends, and the parts that are enumerated in it."""

import re

TRAILING = ".;:,!?…-–—"
NOTE_MARKERS = re.compile(r"(?:[⁰¹²³⁴-⁹]+|\[\d{1,3}\])$")
ENUMERATED = re.compile(r"(?:[:;,]|\band|\bor)?\s{1,2}\(?(?:[a-h]|i{1,3}|iv|vi?|[1-9])\)\s")
MOST_TRIMMED = 80
"""Characters that are taken off at most; each look costs the length of the clause."""
FEWEST_SIGNS = 2
"""One "(a)" is no list."""


def clause_items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges of "(a) ...; (b) ...", or the one range up to a semicolon."""
    signs = list(ENUMERATED.finditer(text, start, end))
    if len(signs) < FEWEST_SIGNS:
        stop = text.find("; ", start, end)
        return [(start, stop if stop > 0 else end)]
    bounds = [start, *(sign.end() for sign in signs)]
    stops = [*(sign.start() for sign in signs), end]
    items = list(zip(bounds, stops, strict=True))
    return items[1:]


def clause_end(text: str, start: int, end: int) -> int:
    """Return where the words end without full stop, lone closing marks and note markers."""
    for _ in range(min(MOST_TRIMMED, end - start)):
        markers = NOTE_MARKERS.search(text[max(start, end - 8) : end])
        if text[end - 1] in TRAILING or text[end - 1].isspace():
            end -= 1
        elif markers is not None:
            end -= len(markers.group())
        elif _is_stray(text[start:end]):
            end -= 1
        elif text[start:end].endswith((" and", " or")):
            end -= len(" or")
        else:
            break
        if end <= start:
            return start
    return end


def _is_stray(words: str) -> bool:
    """Say whether the last character is a lone closing mark, or a note marker."""
    if words[-1] in "”\"’'":
        return not re.search(r"[“\"‘']", words[:-1])
    return words[-1].isdigit() and words[-2:-1] in (".", "”", '"')
