"""Where words stand in a text, letter for letter or with a few letters changed."""

import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_LONGEST = 1500
"""Letters of what is looked for with changes; longer words must stand as they are."""
_LETTERS_A_CHANGE = 6
"""One changed letter in so many is still the same passage, told with other words."""
_ONE_WORD = 8
"""So many changes put one word for another; a short quotation is allowed them ..."""
_FEWEST_A_CHANGE = 4
"""... up to one in so many letters."""
_MOST_CHANGES = 16
_MOST_PLACES = 8
_MOST_HITS = 12


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and figures of a text, in small letters, and where each stands."""

    text: str
    places: Sequence[int]


@lru_cache(maxsize=16)
def letters_of(text: str) -> Letters:
    """Return the letters and figures of `text`; accents are dropped."""
    if text.isascii():
        places = array("I", (place for place, sign in enumerate(text) if sign.isalnum()))
        return Letters("".join(filter(str.isalnum, text)).lower(), places)
    signs: list[str] = []
    at = array("I")
    for place, sign in enumerate(text):
        folded = sign if sign.isascii() else unicodedata.normalize("NFKD", sign)
        for one in folded.lower():
            if one.isalnum():
                signs.append(one)
                at.append(place)
    return Letters("".join(signs), at)


def locate(letters: Letters, wanted: str, *, after: int) -> tuple[int, int] | None:
    """Return the range of `letters` that is `wanted` or nearest to it; None where none is.

    Args:
        letters: Of the whole text.
        wanted: Letters only, as `letters_of` gives them.
        after: Nothing before this place counts.
    """
    exact = letters.text.find(wanted, after)
    if exact >= 0:
        return exact, exact + len(wanted)
    changes = changes_allowed(wanted)
    if not changes or len(wanted) > _LONGEST:
        return None
    best: tuple[int, int, int] | None = None
    for place in _candidates(letters.text, wanted, changes, after):
        low = max(after, place - changes)
        window = letters.text[low : place + len(wanted) + changes]
        measured = nearest(wanted, window, most=changes)
        if measured is not None and (best is None or measured[0] < best[0]):
            best = (measured[0], low + measured[1], low + measured[2])
    return best[1:] if best is not None else None


def changes_allowed(wanted: str) -> int:
    """Return how many letters may differ in a passage of this length."""
    by_length = len(wanted) // _LETTERS_A_CHANGE
    one_word = min(_ONE_WORD, len(wanted) // _FEWEST_A_CHANGE)
    return min(_MOST_CHANGES, max(by_length, one_word))


def _candidates(text: str, wanted: str, changes: int, after: int) -> list[int]:
    """Return where `wanted` may begin: with few changes one of its pieces stands unchanged."""
    size = len(wanted) // (changes + 1)
    begins: dict[int, list[int]] = {}
    for index in range(changes + 1):
        piece = wanted[index * size : (index + 1) * size]
        at = text.find(piece, after)
        for _ in range(_MOST_HITS):
            if at < 0:
                break
            begin = max(after, at - index * size)
            begins.setdefault(begin // (2 * changes + 1), []).append(begin)
            at = text.find(piece, at + 1)
    # The place on which most pieces agree first.
    ranked = sorted(begins.values(), key=lambda found: (-len(found), min(found)))
    return [min(found) for found in ranked[:_MOST_PLACES]]


def nearest(wanted: str, window: str, *, most: int) -> tuple[int, int, int] | None:
    """Return (changes, start, end) of the best place of `wanted` in `window`, or None.

    Bounded by a band: the cost is the length times the changes that are allowed.
    """
    band = 2 * most
    far = most + 1
    # Column of the window -> (changes so far, where the match began).
    row: dict[int, tuple[int, int]] = {at: (0, at) for at in range(min(len(window), band) + 1)}
    for index, sign in enumerate(wanted, 1):
        after: dict[int, tuple[int, int]] = {}
        for at in range(max(0, index - most), min(len(window), index + band) + 1):
            options = [(row[at][0] + 1, row[at][1])] if at in row else []
            if at - 1 in row:
                cost, begun = row[at - 1]
                options.append((cost + (window[at - 1] != sign), begun))
            if at - 1 in after:
                cost, begun = after[at - 1]
                options.append((cost + 1, begun))
            chosen = min(options, default=(far, at))
            if chosen[0] <= most:
                after[at] = chosen
        if not after:
            return None
        row = after
    at, (cost, begun) = min(row.items(), key=lambda item: (item[1][0], item[0]))
    return (cost, begun, at) if at > begun else None
