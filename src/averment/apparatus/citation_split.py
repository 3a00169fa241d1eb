"""Split a note into its citations.

Semicolons part citations, and so do "; see", "and" before a new title, and a full stop behind
an address. None of them counts inside quotation marks, brackets or an address.
"""

import itertools
import re
from collections.abc import Sequence

from averment.apparatus.address_find import Printed
from averment.apparatus.note_likeness import CITING, LONG_NOTE, citing

MASK = "\x01"
"""Stands for each character of an address, so that no rule looks inside."""
LONGEST_QUOTE = 300
NEXT_SIGNAL = re.compile(
    r"[.,]?\s+(?:and\s+)?(?=(?:[Ss]ee|Cf\.|Compare|[Qq]uoted in|[Cc]ited in)(?:,?\s+(?:also"
    r"|generally|e\.g\.,?|on this|further))?\s+[\"“‘'«A-Z])"
    r"|,?\s+and\s+(?=[\"“‘][A-Z])"
)
AFTER_ADDRESS = re.compile(MASK + r"[>)]?\.?\s+(?=(?:and\s+)?[\"“‘'A-Z\x01])")
OWN_START = re.compile(
    r"(?:see|cf|ibid|id|supra|infra|compare|quoted|cited)\b|(?:general (?:comment"
    r"|recommendation)|communication|application"
    r"|note verbale|press release|judge?ment|opinion|resolution)\s(?:[Nn]o|of|dated|[A-Z])"
    r"|\S+ v\.? "
)
"""What begins a citation of its own with a small letter."""
SEMICOLON = re.compile(";")
PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]"}


def masked(text: str, addresses: Sequence[Printed]) -> str:
    """Return `text` with every address blotted out, length unchanged."""
    pieces = []
    at = 0
    for address in addresses:
        pieces.append(text[at : address.start])
        pieces.append(MASK * (address.end - address.start))
        at = address.end
    pieces.append(text[at:])
    return "".join(pieces)


def parts(hidden: str) -> list[tuple[int, int]]:
    """Return the range of each citation in a note whose addresses are masked."""
    covered = _covered(hidden)
    cuts = [0]
    cuts += [m.end() for m in SEMICOLON.finditer(hidden) if m.start() not in covered]
    cuts += [
        m.end()
        for m in NEXT_SIGNAL.finditer(hidden)
        # Behind a full stop a signal begins a citation whatever the words before it are.
        if m.start() not in covered
        and (m.group().startswith(".") or _holds_reference(hidden, m.start()))
    ]
    cuts += [
        m.end()
        for m in AFTER_ADDRESS.finditer(hidden)
        if m.start() not in covered
        and citing(_shown(hidden[m.end() : m.end() + LONG_NOTE])) >= CITING
    ]
    bounds = sorted({*cuts, len(hidden)})
    found = []
    for start, end in itertools.pairwise(bounds):
        inner = hidden[start:end]
        left = len(inner) - len(inner.lstrip(" \n;,"))
        right = len(inner.rstrip(" \n;"))
        if sum(c.isalpha() or c == MASK for c in inner) > 2:  # noqa: PLR2004 - a lone "p" is none
            found.append((start + left, start + right))
    return _rejoined(hidden, found)


def _shown(hidden: str) -> str:
    """Give masked addresses back the look of one, for judging only."""
    return re.sub(MASK + "+", "https://a.org/b", hidden)


def _holds_reference(hidden: str, before: int) -> bool:
    return citing(_shown(hidden[max(0, before - LONG_NOTE) : before])) >= CITING / 2


def _rejoined(hidden: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give a part that is no citation of its own ("paras. 4 and 6") back to the one before."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        words = hidden[start:end]
        stub = re.match(
            r"(?:and\s+)?(?:paras?|pp?|arts?|chap|vol|no|annex)\b", words, re.IGNORECASE
        )
        lower = words[:1].islower() and not OWN_START.match(words)
        if joined and (stub or (lower and MASK not in words)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _covered(hidden: str) -> frozenset[int]:
    """Return the offsets inside quotation marks or brackets that are closed soon."""
    covered: set[int] = set()
    stack: list[tuple[str, int]] = []
    straight = -1
    for at, sign in enumerate(hidden):
        if sign == '"':
            if straight < 0:
                straight = at
            else:
                if at - straight <= LONGEST_QUOTE:
                    covered.update(range(straight, at + 1))
                straight = -1
        elif sign in PAIRS:
            stack.append((PAIRS[sign], at))
        elif stack and sign == stack[-1][0]:
            _, opened = stack.pop()
            if at - opened <= LONGEST_QUOTE:
                covered.update(range(opened, at + 1))
    return frozenset(covered)
