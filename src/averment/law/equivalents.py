"""Which customary rules speak of what an article of a treaty says, by our own comparison.

Used where a State is no Party: the words of the article do not bind it, and the custom may.
The comparison is unverified: a lawyer must review it before anybody relies on it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from averment.catalogue.catalogue import Catalogue

FILE = "customary_equivalents.csv"
_CITED = re.compile(
    r"(?:common\s)?art(?:icle)?\.?\s(?P<first>[0-9]{1,3})"
    r"(?:-(?P<last>[0-9]{1,3})|(?P<path>(?:\([0-9a-z]{1,5}\)){1,4}))?"
)
_PATH = re.compile(r"(?P<article>[0-9]{1,3})(?P<path>(?:\([0-9a-z]{1,5}\)){0,4})")
_LAST_STEP = re.compile(r"\([0-9a-z]{1,5}\)$")
_LONGEST_RANGE = 40


def equivalent_rules(catalogue: Catalogue, instrument: str, provision: str) -> tuple[int, ...]:
    """Return the numbers of the customary rules that match a provision, in order.

    Where an article is compared paragraph by paragraph, a paragraph without a row has none: it
    may be the one that is not custom.

    Args:
        catalogue: Where the comparison stands.
        instrument: Id: ``AP1-1977``.
        provision: ``art. 51(4)``, ``art. 27-34``; for an empty one the answer is empty.
    """
    match = _CITED.match(provision)
    if match is None:
        return ()
    table = _equivalents(catalogue).get(instrument, {})
    if match["path"]:
        return _of_paragraph(table.get(int(match["first"]), {}), match["path"])
    first = int(match["first"])
    last = min(int(match["last"] or first), first + _LONGEST_RANGE)
    found = {
        rule
        for article in range(first, last + 1)
        for rules in table.get(article, {}).values()
        for rule in rules
    }
    return tuple(sorted(found))


def _of_paragraph(paragraphs: Mapping[str, tuple[int, ...]], path: str) -> tuple[int, ...]:
    by_paragraph = any(paragraphs)
    while path:
        if path in paragraphs:
            return paragraphs[path]
        path = _LAST_STEP.sub("", path)
    return () if by_paragraph else paragraphs.get("", ())


@lru_cache(maxsize=8)
def _equivalents(
    catalogue: Catalogue,
) -> Mapping[str, Mapping[int, Mapping[str, tuple[int, ...]]]]:
    """Return instrument to article to paragraph ("" for the whole) to rules."""
    if not catalogue.has(FILE):
        return {}
    found: dict[str, dict[int, dict[str, tuple[int, ...]]]] = {}
    for row in catalogue.table(FILE):
        place = _PATH.fullmatch(row["article"])
        if place is None:
            raise row.fault("article", "not an article or paragraph such as 51(2)")
        rules = row["rules"].split()
        if not rules or not all(rule.isascii() and rule.isdecimal() for rule in rules):
            raise row.fault("rules", "not numbers with spaces between them")
        catalogue.provenance(row)
        articles = found.setdefault(row["instrument"], {})
        paragraphs = articles.setdefault(int(place["article"]), {})
        paragraphs[place["path"]] = tuple(int(rule) for rule in rules)
    return found
