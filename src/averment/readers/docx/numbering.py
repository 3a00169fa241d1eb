"""List labels that a word processor computes and a DOCX does not hold: "3.", "(b)", "•".

ECMA-376 part 1, 17.9: a ``w:num`` points to a ``w:abstractNum``, whose levels say how a number
is written; a number of a deeper level starts again when one above it goes on.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from averment.readers.docx.package import W
from averment.readers.docx.style import value_of, whole
from averment.readers.numeral import letters, roman, sign

_PLACE = re.compile(r"%([1-9])")
_DEPTH = 9
_BULLET = "•"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LONGEST_LABEL = 40
_NO_LABEL = frozenset({"none"})

_WRITTEN: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "chicago": sign,
    "decimalZero": "{:02}".format,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How the numbers of one depth are written."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    plain: bool = False
    """``w:isLgl``: numbers of outer levels are written in digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """One numbering in use."""

    counter: str
    """Numberings with the same counter count on together."""
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]
    """First number by depth, where this numbering begins anew."""


@dataclass(slots=True)
class ListCounter:
    """Counts the items of all lists, in reading order."""

    numberings: Mapping[str, Numbering]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def next_label(self, numbering_id: str, depth: int) -> str | None:
        """Count one more item and return its label; None for a list that shows none."""
        numbering = self.numberings.get(numbering_id)
        if numbering is None:
            return None
        depth = min(max(depth, 0), _DEPTH - 1)
        counts = self.counts.setdefault(numbering.counter, {})
        if numbering_id not in self.begun:
            self.begun.add(numbering_id)
            counts.update({at: start - 1 for at, start in numbering.restarts.items()})
        level = numbering.levels.get(depth, Level(text=f"%{depth + 1}."))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        return self._label(numbering, level, counts)

    def _label(
        self, numbering: Numbering, level: Level, counts: Mapping[int, int]
    ) -> str | None:
        if level.form in _NO_LABEL:
            return None
        if level.form == "bullet":
            shown = _PRIVATE.sub(_BULLET, level.text).strip()
            return shown or _BULLET

        def number(place: re.Match[str]) -> str:
            at = int(place.group(1)) - 1
            other = numbering.levels.get(at, Level())
            form = "decimal" if level.plain else other.form
            return written(counts.get(at, other.start), form)

        shown = _PLACE.sub(number, level.text[:_LONGEST_LABEL]).strip()
        return shown or None


def written(number: int, form: str) -> str:
    """Return `number` as a ``w:numFmt`` writes it; in digits where the form is not known."""
    return _WRITTEN.get(form, str)(number)


def read_numbering(root: etree._Element | None) -> ListCounter:
    """Read ``word/numbering.xml``; a document without it numbers nothing."""
    if root is None:
        return ListCounter(numberings={})
    abstract: dict[str, dict[int, Level]] = {}
    styled: dict[str, str] = {}
    for element in root.iter(f"{W}abstractNum"):
        key = element.get(f"{W}abstractNumId") or ""
        abstract[key] = {
            depth: _level(one)
            for one in element.findall(f"{W}lvl")
            if (depth := whole(one.get(f"{W}ilvl"))) is not None
        }
        link = value_of(element, "styleLink")
        if link is not None:
            styled.setdefault(link, key)
    for element in root.iter(f"{W}abstractNum"):
        link = value_of(element, "numStyleLink")
        if link is not None and link in styled:
            abstract[element.get(f"{W}abstractNumId") or ""] = abstract[styled[link]]
    numberings = {
        element.get(f"{W}numId") or "": _numbering(element, abstract)
        for element in root.iter(f"{W}num")
    }
    return ListCounter(numberings=numberings)


def _numbering(
    element: etree._Element, abstract: Mapping[str, Mapping[int, Level]]
) -> Numbering:
    key = value_of(element, "abstractNumId") or ""
    levels = dict(abstract.get(key, {}))
    restarts: dict[int, int] = {}
    for override in element.findall(f"{W}lvlOverride"):
        depth = whole(override.get(f"{W}ilvl"))
        if depth is None:
            continue
        own = override.find(f"{W}lvl")
        if own is not None:
            levels[depth] = _level(own)
        start = whole(value_of(override, "startOverride"))
        if start is not None:
            restarts[depth] = start
    return Numbering(counter=key, levels=levels, restarts=restarts)


def _level(element: etree._Element) -> Level:
    start = whole(value_of(element, "start"))
    text = value_of(element, "lvlText")
    return Level(
        start=1 if start is None else start,
        form=value_of(element, "numFmt") or "decimal",
        text="" if text is None else text,
        plain=element.find(f"{W}isLgl") is not None,
    )
