"""Names with the date in their middle: "the Convention of 28 July 1951 relating to the Status".

The list has such names without the date. The date is taken out, the name is looked up, and it
counts if the instrument is of that year.
"""

import re
from collections.abc import Iterator

from averment.law.names import instruments, name_phrases
from averment.law.naming import Naming

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATED = re.compile(
    r"\b(?P<noun>Conventions?|Covenants?|Protocol|Declaration|Treaty|Statute|Charter|Agreement)"
    r"(?P<date>,?\s\(?(?:of\s|adopted\s(?:on|in)\s)?"
    rf"(?:[0-9]{{1,2}}\s{_MONTH}\s|{_MONTH}\s[0-9]{{1,2}},\s)?(?P<year>1[89][0-9]{{2}}|20[0-9]{{2}})\)?,?)"
    r"(?=\s(?:on|for|against|relating|relative|concerning|respecting|governing|regarding|to)\s)"
)
_WORDS_BEFORE = re.compile(r"(?:[A-Z][A-Za-z-]+\s){1,4}$")
_BEFORE = 60
_BEHIND = 220
_SLACK = 1
"""Some ids have the year of opening for signature; letters tell the next year, too."""


def find_dated(text: str) -> Iterator[Naming]:
    """Yield the instruments whose name in level `text` has its date in the middle."""
    for match in _DATED.finditer(text):
        before = _WORDS_BEFORE.search(text, max(0, match.start() - _BEFORE), match.start())
        start = before.start() if before else match.start()
        head = text[start : match.start("date")]
        undated = head + text[match.end("date") : match.end("date") + _BEHIND]
        for found in name_phrases().find(undated):
            # The name must go on behind the place where the date stood.
            if found.start > len(head) or found.end <= len(head):
                continue
            ids = found.values[0].instruments
            if any(_is_of(one, int(match["year"])) for one in ids):
                yield Naming(
                    start=start + found.start,
                    end=found.end - len(head) + match.end("date"),
                    instruments=ids,
                    rule="law:dated-name",
                )
            break


_YEAR_BEFORE = re.compile(r"\b(1[89][0-9]{2}|20[0-9]{2})\s(?:[A-Z][a-z]+\s)?$")
_YEAR_BEHIND = re.compile(
    rf"\sof\s(?:[0-9]{{1,2}}\s{_MONTH}\s|{_MONTH}\s[0-9]{{1,2}},\s)?(1[89][0-9]{{2}}|20[0-9]{{2}})\b"
)
_YEAR_REACH = 24


def is_of_another_year(text: str, naming: Naming) -> bool:
    """Say whether a year stands at the name and no instrument of that name is of it.

    "The 1929 Convention relative to the Treatment of Prisoners of War" is not that of 1949:
    the same title came back, and a year is never to be overlooked.
    """
    before = _YEAR_BEFORE.search(text, max(0, naming.start - _YEAR_REACH), naming.start)
    found = before or _YEAR_BEHIND.match(text, naming.end)
    if found is None or any(instruments()[one].year is None for one in naming.instruments):
        return False
    return not any(_is_of(one, int(found[1])) for one in naming.instruments)


def _is_of(instrument: str, year: int) -> bool:
    known = instruments()[instrument].year
    return known is not None and abs(known - year) <= _SLACK
