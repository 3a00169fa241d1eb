"""Takes a cited provision apart: "art. 8(2)(b)(iv)" is article 8 and the path 2, b, iv."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from averment.law.article_label import value_of

_CITED = re.compile(
    r"(?:common )?(?P<noun>art\.|rule|principle|guideline|Chapter|Part) "
    r"(?P<labels>[0-9A-Za-z() -]{1,80})"
)
_LABEL = re.compile(
    r"(?P<number>[0-9]{1,4}|[IVXL]{1,7})(?P<suffix> ?(?:bis|ter|quater))?"
    r"(?P<brackets>(?:\([0-9A-Za-z]{1,6}\)){0,8})(?:-\((?P<until>[0-9A-Za-z]{1,6})\))?"
)
_PART = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedProvision:
    """One provision that a citation names; a range names two, its ends."""

    noun: str
    """Empty for an article; ``rule``, ``principle``, ``guideline``, ``Chapter``, ``Part``."""
    figure: str
    """``8``, ``8 bis``; Roman numerals as figures."""
    path: tuple[str, ...]
    """Paragraph, letter, numeral: ``("2", "b", "iv")``, in lower case."""

    @property
    def number(self) -> str:
        """Noun and figure: ``rule 43``; an article has its figure only."""
        return f"{self.noun} {self.figure}".lstrip()


def read_cited(provision: str) -> tuple[CitedProvision, ...]:
    """Return what `provision` names; empty where it cannot be read, or is a preamble.

    Args:
        provision: As `InstrumentMention` carries it: ``art. 8(2)(b)(iv)``, ``art. 27-34``.
    """
    match = _CITED.fullmatch(provision)
    if match is None:
        return ()
    noun = noun_of(provision)
    found: list[CitedProvision] = []
    for written in _ends(match["labels"]):
        label = _LABEL.fullmatch(written)
        if label is None:
            return ()
        figure = _figure(label["number"], label["suffix"])
        path = path_of(label["brackets"])
        found.append(CitedProvision(noun=noun, figure=figure, path=path))
        if label["until"]:
            until = (*path[:-1], label["until"].lower())
            found.append(CitedProvision(noun=noun, figure=figure, path=until))
    return tuple(found)


def noun_of(provision: str) -> str:
    """Return the noun under which `provision` is counted; empty for articles.

    >>> noun_of("rule 43"), noun_of("common art. 3")
    ('rule', '')
    """
    match = _CITED.fullmatch(provision)
    return "" if match is None or match["noun"] == "art." else match["noun"]


def path_of(written: str) -> tuple[str, ...]:
    """Return the parts of a path in lower case.

    >>> path_of("2(b)(iv)"), path_of("A(2)")
    (('2', 'b', 'iv'), ('a', '2'))
    """
    return tuple(part.lower() for part in _PART.findall(written))


def _figure(number: str, suffix: str | None) -> str:
    value = int(number) if number.isdecimal() else value_of(number)
    return f"{value} {suffix.strip()}" if suffix else str(value)


def _ends(labels: str) -> Iterator[str]:
    """Yield the ends of a range of articles, or the one label."""
    first, sign, last = labels.partition("-")
    if sign and not last.startswith("("):
        yield first.strip()
        yield last.strip()
    else:
        yield labels.strip()
