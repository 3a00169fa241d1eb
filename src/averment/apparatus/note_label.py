"""How a note begins: the number or sign before its words.

A label alone proves nothing: paragraphs and lists are numbered too. Each style therefore says
how far it speaks for a note by itself; `averment.apparatus.note_chain` weighs the rest.
"""

import re
from dataclasses import dataclass

from averment.documents.superscript import plain_digits

OPENS = r"(?=[^\W\d_]|[\"“”'‘’«*_(<]|https?:)"
"""What the words of a note begin with."""
ROMAN = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
    "xxi", "xxii", "xxiii", "xxiv", "xxv", "xxvi", "xxvii", "xxviii", "xxix", "xxx",
)  # fmt: skip

_STYLES: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("superscript", re.compile(r"([¹²³⁰⁴-⁹]{1,3})[.)]?\s*(?=\S)"), 1.0),
    ("bracket", re.compile(r"\[\^?(\d{1,3})\]:?\s*(?=\S)"), 0.8),
    ("caret", re.compile(r"\^(\d{1,3})\^?\s*(?=\S)"), 0.8),
    ("starred", re.compile(r"[*•]\s(\d{1,3})\.?\s+(?=\S)"), 0.8),
    (
        "named",
        re.compile(r"\[?(?:[Ff]oot\s?[Nn]ote|[Nn]ote|[Ff][Nn])\.?\s(\d{1,3})[:.\])]\s*(?=\S)"),
        0.8,
    ),
    ("slashes", re.compile(r"/(\d{1,3})/\s*(?=\S)"), 0.8),
    ("slash", re.compile(r"(\d{1,3}|[a-zI])_?/\s+(?=\S)"), 0.8),
    ("digit", re.compile(rf"(\d{{1,3}})\s+{OPENS}"), 0.4),
    ("glued", re.compile(r"(\d{1,3})(?=[A-Z\"“‘«][a-z\w]|https?:)"), 0.4),
    ("dot", re.compile(r"(\d{1,3})\.\)?\s+(?=\S)"), 0.0),
    ("round", re.compile(r"\((\d{1,3})\)\s+(?=\S)"), 0.0),
    ("paren", re.compile(r"(\d{1,3})\)\s+(?=\S)"), 0.0),
    (
        "roman",
        re.compile(r"\[?(x{0,3}(?:ix|iv|v?i{0,3}))[\].)]?\s+(?=[A-Z\"“'‘]|https?:)"),
        0.0,
    ),
)
_LIKELY = re.compile(r"[\d¹²³⁰⁴-⁹\[^*•(/]|[ivx]{1,7}[\s.)\]]|[a-zI]_?/|\[?[FfNn][OoNn]")
"""What any label begins with: most passages are told by their first character."""
_MISREAD_DIGITS = str.maketrans("lI|!iOoQ°SBZzg", "11111000058229")
_MISREAD = re.compile(r"([\dlI|!iOoQ°SBZzg]{1,3})[.]?\s*(?=[A-Z\"“‘][\w“]|https?:)")
_DATE = re.compile(
    r"\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?:,|\s+\d{4}"
    r"|$)"
)
UNREADABLE = re.compile(r"[|°?®©*•~^'’\"”lIiSBO!]{1,2}(?:\s+(?=[A-Z\"“‘'(])|\s*$)")
"""A label that OCR turned into a sign: only the numbers around it tell what it was."""


@dataclass(frozen=True, slots=True)
class Label:
    """The number before a note's words."""

    style: str
    number: int
    printed: str
    length: int
    """Characters from the beginning to the first word of the note."""
    support: float
    """How far the style alone speaks for a note: 0 for "1." and up to 1 for a superscript."""

    @property
    def name(self) -> str:
        """The number as a reader sees it: ``12``, ``iv``, ``a``."""
        letter = self.style == "slash" and self.printed.isalpha() and self.printed not in "lI"
        if self.style == "roman" or letter:
            return self.printed
        return str(self.number)


def read_label(text: str) -> Label | None:
    """Return the label at the beginning of `text`, if it looks like one.

    >>> read_label("[3] Ibid.").number, read_label("3 May 2012 was a Thursday")
    (3, None)
    """
    if not _LIKELY.match(text) or _DATE.match(text):
        return None
    for style, pattern, support in _STYLES:
        match = pattern.match(text)
        if match is not None and match[1]:
            number = _number(match[1], style)
            if number is None:
                return None
            return Label(style, number, match[1], match.end(), support)
    return None


def read_misread_label(text: str) -> Label | None:
    """Return the label at the beginning of `text` whose digits OCR may have misread.

    >>> read_misread_label("!2 The Courier").number
    12
    """
    match = None if _DATE.match(text) else _MISREAD.match(text)
    if match is None or not (len(match[1]) == 1 or any(c.isdigit() for c in match[1])):
        return None
    digits = match[1].translate(_MISREAD_DIGITS)
    return Label("misread", int(digits), match[1], match.end(), 0.0) if int(digits) else None


def _number(printed: str, style: str) -> int | None:
    """Return the value of a printed number; None where it is none (``iiv``, ``0``)."""
    if style == "roman":
        return ROMAN.index(printed) + 1 if printed in ROMAN else None
    if printed in ("l", "I"):
        return 1  # nobody has twelve letters of notes; "1" is often read so
    if printed.isalpha():
        return ord(printed) - ord("a") + 1
    return int(plain_digits(printed)) or None
