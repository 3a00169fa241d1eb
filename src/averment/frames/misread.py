"""Letters that a scan turned into figures, put right where only the words' kind matters."""

import re

_FIGURE_IN_WORD = re.compile(r"(?<=[A-Za-z])[10](?=[A-Za-z10]|\b)")
_MEANT = {"1": "l", "0": "o"}


def as_meant(text: str) -> str:
    """Return `text`, equally long, with letters for the figures inside its words.

    For comparing with known words only: a note marker on a word becomes a letter, too.

    >>> as_meant("Yours faithfu11y, Secretary-Genera1")
    'Yours faithfully, Secretary-General'
    """
    if "1" not in text and "0" not in text:
        return text
    # Two figures beside each other need a second look, three do not occur.
    once = _FIGURE_IN_WORD.sub(_letter, text)
    return _FIGURE_IN_WORD.sub(_letter, once)


def _letter(found: re.Match[str]) -> str:
    return _MEANT[found.group()]
