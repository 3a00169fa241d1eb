"""How much a passage reads like a note: like a reference to something else."""

import re

from averment.apparatus.address_find import find_announced, find_printed

LONG_NOTE = 700
"""A note is rarely longer, in characters, unless it cites."""
CITING = 1.0
"""Likeness to a reference from which on a passage counts as citing."""
SHORTEST_REFERENCE = 6
"""Characters under which nothing but "Ibid." or "Id." can be a reference."""

SIGNAL = re.compile(
    r"(?:(?:but |and )?see(?: also| generally| e\.g\.)?|ibid(?:em)?|id|cf|supra|infra"
    r"|above,? note|op\.? cit|loc\.? cit"
    r"|quoted in|cited in|sources?:|accord|e\.g|available (?:at|from|in|on)|accessed|based on"
    r"|interviews? with|letter from|(?:official|united nations|general assembly"
    r"|security council) "
    r"(?:records|treaty series|resolutions?|document))\b",
    re.IGNORECASE,
)
YEAR_IN_BRACKETS = re.compile(r"\([^()]{0,40}\b(?:19|20)\d\d\)")
PINPOINT = re.compile(
    r"\b(?:paras?|pp?|arts?|vol|no|nos|chap|sect)\.?\s?\d|[¶§]{1,2}\s?\d", re.IGNORECASE
)
SYMBOL = re.compile(r"\b[A-Z]{1,6}l?/[A-Z0-9./-]{2,}\d")
DATE = re.compile(
    r"\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s(?:19|20)\d\d"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},\s(?:19|20)\d\d"
)
QUOTED = re.compile(r"[“\"‘'«][^“”\"«»]{8,200}[”\"’'»]")
INTERVIEW = re.compile(
    r"\b(?:interviews?|telephone conversation|correspondence|e-?mail) (?:with|from|to)\b"
)


def citing(text: str) -> float:
    """Say how much `text` reads like a reference; `CITING` and more means that it does."""
    head = text[:LONG_NOTE]
    if len(head) < SHORTEST_REFERENCE:
        return 1.0 if SIGNAL.match(head) else 0.0
    score = 1.0 * bool(find_printed(head) or find_announced(head))
    score += 1.0 * bool(SIGNAL.match(head.lstrip(" \"“‘'(")))
    patterns = (YEAR_IN_BRACKETS, QUOTED, PINPOINT, SYMBOL, DATE, INTERVIEW)
    score += 0.5 * sum(pattern.search(head) is not None for pattern in patterns)
    return score - 1.0 if len(text) > LONG_NOTE and not score else score
