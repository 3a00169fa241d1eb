"""How the marker of a note looks, and the name of the place it leads to."""

import re

_LABEL = re.compile(
    r"[\[(]?\s?((?:(?:note|nb|n)\.?\s?)?\d{1,4}|[ivxlcdm]{1,7}|[a-zA-Z]|[*†‡§¶#]{1,4}|[⁰¹²³⁴-⁹]{1,4})"
    r"\s?[\])]?[.,:]?"
)
_NOTE_NAME = re.compile(
    r"[_-]?(?:(?:fn|ftn|edn|en|f|n|sdfootnote|sdendnote)[-_:.]?\d"
    r"|(?:foot|end|cite)?[-_]?note|ftnt|easy-footnote|citation|cite)",
    re.IGNORECASE,
)
_WAY_BACK = re.compile(r"[\s^↑↩⏎⤴⬆↵\ufe0e\ufe0f]*(?:back|return|jump up)?", re.IGNORECASE)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_LABEL_END = r"\s{0,3}[\])]?[.:)]?(?=\s|[^\W\d_]|[\"“‘'(]|$)\s{0,3}"


def note_label(shown: str) -> str | None:
    """Return the number or sign that `shown` is, brackets left out, or None.

    >>> note_label("[12]"), note_label("¹"), note_label("see"), note_label("*")
    ('12', '1', None, '*')
    """
    match = _LABEL.fullmatch(shown.strip())
    return match.group(1).translate(_DIGITS) if match else None


def is_note_name(name: str) -> bool:
    """Say whether a place with this name is a note by its look: ``fn1``, ``_ftn2``, ``f1``."""
    return _NOTE_NAME.match(name) is not None


def is_way_back(shown: str) -> bool:
    """Say whether a link with these words only leads back from a note to its marker."""
    return _WAY_BACK.fullmatch(shown) is not None


def printed_label_length(text: str, number: str) -> int:
    """Return how many characters of `text` are the note's own number before its words.

    >>> printed_label_length("[3] Ibid.", "3"), printed_label_length("Ibid.", "3")
    (4, 0)
    """
    printed = re.match(rf"\s{{0,9}}[\[(]?\s?{re.escape(number)}{_LABEL_END}", text)
    return printed.end() if printed else 0
