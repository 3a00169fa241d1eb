"""Names in one sentence or line: where each ends and the next begins.

``the President of Norvenia, Ms A. B., and the members of the Council`` holds two, not three:
a person's name belongs to the office beside it.
"""

import re

from averment.frames.frame_words import frame_words

SEMICOLON = re.compile(r"\s*;\s*(?:and\s)?(?:to\s)?")
COMMA = re.compile(
    r"\s*,\s*(?:and\s|as\swell\sas\s)?(?:to\s)?"
    r"|\s+(?:and|as\swell\sas)\s(?:to\s)?(?=the\s|all\s|his\s|her\s|mr\b|ms\b|h\.e|prime\sminister\s[A-Z]|president\s[A-Z]|"
    r"secretary[-\s]general\s[A-Z]|chancellor\s[A-Z]|ambassador\s[A-Z]|foreign\sminister\s[A-Z]|commissioner\s[A-Z]|"
    r"high\scommissioner\s[A-Z]|secretary\s[A-Z])",
    re.IGNORECASE,
)
PERSONAL = re.compile(r"(?:[^\W\d_][\w.'’-]*\.?\s?){1,5}$")
LONGEST = 4000
SEVERAL = 2


def split_names(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each name in `text`; the whole where it holds but one."""
    window = text[:LONGEST]
    if ";" in window:
        return _trim(window, _cut(window, SEMICOLON))
    parts = _trim(window, _cut(window, COMMA))
    if len(parts) < SEVERAL:
        return parts
    merged: list[tuple[int, int]] = []
    for start, end in parts:
        if merged and _belongs(window[merged[-1][0] : merged[-1][1]], window[start:end]):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut(text: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    parts, start = [], 0
    for found in separator.finditer(text):
        parts.append((start, found.start()))
        start = found.end()
    parts.append((start, len(text)))
    return parts


def _trim(text: str, parts: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    trimmed = []
    for start, end in parts:
        a, b = start, end
        while a < b and text[a] in " ,.;":
            a += 1
        while a < b and text[b - 1] in " ,;":
            b -= 1
        if a < b:
            trimmed.append((a, b))
    return tuple(trimmed)


def _belongs(before: str, after: str) -> bool:
    """Say whether `after` goes on with the one named in `before`."""
    words = frame_words()
    name_before, name_after = _is_person(before), _is_person(after)
    if name_before and not name_after:
        # "Ms A. B., President of ...": unless the next is somebody else, with an article.
        return words.office.search(after) is not None and not _is_person(after)
    if name_after and not name_before:
        return words.office.search(before) is not None and "," not in before
    # "Minister of Justice, Peace and Reform": a bare noun goes on with the office before it.
    if name_before and name_after:
        return False
    return (
        words.office.search(after) is None
        and words.body.search(after) is None
        and (not after.lower().startswith(("the ", "all ")))
    )


def _is_person(text: str) -> bool:
    """Say whether `text` is a personal name and no office."""
    words = frame_words()
    bare = text.strip()
    honorific = words.honorific.match(bare)
    if honorific is not None and words.office.fullmatch(bare) is None:
        rest = bare[honorific.end() :]
        return words.office.search(rest) is None and words.body.search(rest) is None
    if words.office.search(bare) or words.body.search(bare) or words.organisation.search(bare):
        return False
    return PERSONAL.match(bare) is not None and bare[0].isupper() and " " in bare
