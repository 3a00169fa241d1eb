"""Text levelled for matching: one form of quotes, dashes, spaces, with the way back.

Rules are written against the levelled text; what they find is told as a span of the document.
Superscript digits stay as they are: they are note markers, not figures.
"""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from averment.documents.flow import Flow
from averment.documents.span import Span

_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2014\u2015", "\u2014"),
        **dict.fromkeys("\u2044\u2215\uff0f", "/"),
        **dict.fromkeys(
            "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\f\v", " "
        ),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "\u2160": "I",
        "\u2164": "V",
        "\u2169": "X",
    }
)

# Ligatures and Roman numerals that are one character; what is dropped maps to nothing.
_SPELT_OUT = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u2161": "II",
    "\u2162": "III",
    "\u2163": "IV",
    "\u2165": "VI",
    "\u2166": "VII",
    "\u2167": "VIII",
    "\u2168": "IX",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
    "\ufffc": "",
}

_UNEVEN = re.compile(r"\s{2,}|\n|[" + "".join(_SPELT_OUT) + "]")
_PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Levelled:
    """A flow's words in level form, and where each character stands in the flow."""

    text: str
    places: Sequence[int]
    flow: Flow

    def span(self, start: int, end: int) -> Span:
        """Return the document's span of ``text[start:end]``; the range must not be empty."""
        return self.flow.span(self.places[start], self.places[end - 1] + 1)

    def words(self, start: int, end: int) -> str:
        """Return the flow's own words, as printed, of ``text[start:end]``."""
        if start >= end:
            return ""
        return self.flow.text[self.places[start] : self.places[end - 1] + 1]


def level(flow: Flow) -> Levelled:
    """Return `flow` in level form; linear in its length.

    White space is one space, or two line ends between paragraphs.
    """
    text = flow.text.translate(_ONE_FOR_ONE)
    words: list[str] = []
    places = array("I")
    kept = 0
    for match in _UNEVEN.finditer(text):
        start, end = match.span()
        spelt = _SPELT_OUT.get(match[0])
        if spelt is None:
            spelt = _PARAGRAPH if match[0].count("\n") > 1 else " "
        words += (text[kept:start], spelt)
        places.extend(range(kept, start))
        # Every character of a longer form points at a place it came from.
        places.extend(min(start + ahead, end - 1) for ahead in range(len(spelt)))
        kept = end
    if not words:
        return Levelled(text, range(len(text)), flow)
    words.append(text[kept:])
    places.extend(range(kept, len(text)))
    return Levelled("".join(words), places, flow)
