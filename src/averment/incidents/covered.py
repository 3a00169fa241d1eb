"""The year that an annual report tells of, where no date in it says so.

"Concord Watch Report 2009" appears early in 2009 and tells of 2008; its entries say "on 3 June"
and no year. Reports that tell of their own year print dates in it, which is looked for first.
"""

import re
from collections import Counter

_TITLE = re.compile(r"\b(?:Report|REPORT|Yearbook|Review)[ \t]{1,3}((?:19|20)\d\d)\b(?![-/–])")
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)[ ]{1,2}((?:19|20)\d\d)\b"
)
_FEWEST = 2
"""A title printed once may be that of a report cited; a running title stands there again."""


def covered_year(text: str) -> str | None:
    """Return the year that the report `text` tells of, or None where it is no annual report.

    >>> covered_year("Concord Report 2009 ... On 3 June ... Concord Report 2009")
    '2008'
    """
    titles = Counter(match.group(1) for match in _TITLE.finditer(text))
    if not titles:
        return None
    title, times = max(titles.items(), key=lambda item: (item[1], item[0]))
    if times < _FEWEST:
        return None
    own = sum(match.group(1) == title for match in _DATED.finditer(text))
    return title if own >= _FEWEST else str(int(title) - 1)
