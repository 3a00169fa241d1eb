"""Repaired addresses written into a Word file, as tracked changes or as a clean copy."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from averment.claims.reading import Reading
from averment.documents.address import Address
from averment.reports.plain_words import printable
from averment.reports.repaired_text import repairable
from averment.reports.word.comments import AUTHOR
from averment.reports.word.package import (
    Element,
    Package,
    parse,
    relations_of,
    serialised,
)
from averment.reports.word.run import ONE_CHARACTER, SPACE, local_name
from averment.reports.word.stretch import Runs, Stretch, Stretches

_WORDS = ONE_CHARACTER | {"t", "rPr"}
"""What a run may hold to be replaced: anything else would be lost with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A file with repaired addresses, and how many there are."""

    package: Package
    written: int
    left: tuple[Address, ...]
    """Proved, but not written: the file does not hold their words in one piece."""


def with_repairs(
    package: Package,
    reading: Reading,
    *,
    places: Sequence[Stretch],
    tracked: bool = True,
    date: str | None = None,
) -> Repaired:
    """Return the package with each proved address in the place of the printed one.

    A hyperlink whose words are the printed address, and nothing else, leads to the proved one
    afterwards.

    Args:
        package: The file.
        reading: The letter.
        places: Where the letter's words stand in the file.
        tracked: Write changes that the author can accept or refuse in Word.
        date: What tracked changes are dated, ISO 8601 in UTC; undated without it.

    Raises:
        InvalidDocumentError: A part of the file is missing or is not XML.
    """
    words = Stretches(all=places)
    runs = Runs(package=package)
    wanted = [(address, words.covering(address.span)) for address in repairable(reading)]
    everything = [stretch for _, stretches in wanted for stretch in stretches]
    runs.find(everything)
    runs.cut(everything)
    pen = _Pen(tracked=tracked, date=date, used=_greatest_id(runs))
    links: list[tuple[str, Element, str]] = []
    left: list[Address] = []
    for address, stretches in wanted:
        held = _whole_runs(runs, stretches)
        if address.repaired is None or not held:
            left.append(address)
            continue
        link = _link_around(held, address.raw)
        pen.replace(held, printable(address.repaired))
        if link is not None:
            links.append((stretches[0].part, link, address.repaired))
    for part, link, target in links:
        package = _retargeted(package, part, link, target)
    parts = {part: serialised(tree) for part, tree in runs.trees().items()}
    return Repaired(
        package=package.with_parts(parts), written=len(wanted) - len(left), left=tuple(left)
    )


def _whole_runs(runs: Runs, stretches: Sequence[Stretch]) -> list[Element]:
    """Return the runs that hold the words, if one paragraph has them and nothing else."""
    if len({(s.part, s.paragraph) for s in stretches}) != 1:
        return []
    held = list(dict.fromkeys(run for stretch in stretches for run in runs.of(stretch)))
    if any(local_name(child) not in _WORDS for run in held for child in run):
        return []
    return held


def _greatest_id(runs: Runs) -> int:
    """Return the greatest number that a tracked change of these parts carries."""
    marks = (
        value
        for tree in runs.trees().values()
        for node in tree.iter()
        if local_name(node) in {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"}
        for name, value in node.attrib.items()
        if str(name).endswith("}id")
    )
    return max((int(value) for value in marks if str(value).isdigit()), default=0)


class _Pen:
    """Writes one address for another."""

    def __init__(self, *, tracked: bool, date: str | None, used: int) -> None:
        self._tracked = tracked
        self._date = date
        self._used = used

    def replace(self, held: Sequence[Element], words: str) -> None:
        """Put `words` in the place of these runs, in the looks of the first."""
        run = self._run_like(held[0], words)
        if not self._tracked:
            held[0].addprevious(run)
            for old in held:
                _remove(old)
            return
        home = held[0].getparent()
        last = held[0]
        for old in held:
            change = self._change(old, "del")
            # The new address stands behind the last piece that is at home where the first is.
            if old.getparent() is home:
                last = change
            old.addprevious(change)
            change.append(old)
            _make_deleted(old)
        added = self._change(held[0], "ins")
        added.append(run)
        last.addnext(added)

    def _run_like(self, old: Element, words: str) -> Element:
        run = etree.Element(old.tag)
        properties = next((child for child in old if local_name(child) == "rPr"), None)
        if properties is not None:
            run.append(deepcopy(properties))
        text = etree.SubElement(run, _like(old, "t"))
        text.set(SPACE, "preserve")
        text.text = words
        return run

    def _change(self, like: Element, kind: str) -> Element:
        self._used += 1
        change = etree.Element(_like(like, kind))
        change.set(_like(like, "id"), str(self._used))
        change.set(_like(like, "author"), AUTHOR)
        if self._date is not None:
            change.set(_like(like, "date"), self._date)
        return change


def _like(node: Element, name: str) -> str:
    return f"{{{etree.QName(node).namespace}}}{name}"


def _remove(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _make_deleted(run: Element) -> None:
    """Give deleted words the tag that ECMA-376 part 1, 17.3.3.7 wants."""
    for child in run:
        if local_name(child) == "t":
            child.tag = _like(run, "delText")


def _link_around(held: Sequence[Element], raw: str) -> Element | None:
    """Return the hyperlink that shows the printed address and nothing else."""
    link = next((n for n in held[0].iterancestors() if local_name(n) == "hyperlink"), None)
    if link is None:
        return None
    words = "".join(node.text or "" for node in link.iter() if local_name(node) == "t")
    return link if "".join(words.split()) == "".join(raw.split()) else None


def _retargeted(package: Package, part: str, link: Element, target: str) -> Package:
    """Return the package in which the hyperlink leads to `target`."""
    key = f"{{{package.family}}}id"
    old = link.get(key)
    held = package.part(relations_of(part))
    if old is None or held is None:
        return package
    known = next((n for n in parse(held, name=part) if n.get("Id") == old), None)
    if known is None or known.get("Target") == target:
        return package
    changed, new = package.with_relation(
        part, kind=f"{package.family}/hyperlink", target=printable(target), external=True
    )
    link.set(key, new)
    return changed
