"""Words quoted from an instrument, held against a text that the user has imported."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from averment.catalogue.provenance import Provenance
from averment.claims.claim import Quotation
from averment.findings.finding import Finding, Ground, Severity
from averment.findings.law.situated import Situated
from averment.findings.law.told import titles
from averment.findings.prose import Prose
from averment.law.lawbook import LawBook


class TextAtHand(Protocol):
    """A text that the user has imported: a `RecordText`, or the like."""

    @property
    def symbol(self) -> str:
        """Canonical symbol, or the id of an instrument."""
        ...

    @property
    def text(self) -> str:
        """The words."""
        ...

    @property
    def provenance(self) -> Provenance:
        """Where the text comes from."""
        ...


Texts = Callable[[str], Sequence[TextAtHand]]
"""Gives the texts at hand for the id of an instrument; none comes with the program."""

_WORD = re.compile(r"[^\W_]+")
_LEFT_OUT = re.compile(r"\.{3,}|…|\[[^\]]{0,80}\]")
_FEWEST_WORDS = 6
_SHINGLE = 3
_ALIKE = 0.5
"""Share of the runs of three words that a text must have for the words to come from it."""
_LONGEST_TEXT = 2_000_000


def check_quotations(
    prose: Prose, book: LawBook, placed: tuple[Situated, ...], texts: Texts
) -> Iterator[Finding]:
    """Compare each quotation in a statement on an instrument with the imported text."""
    done: set[tuple[int, int]] = set()
    for one in placed:
        if one.claim is None:
            continue
        for quotation in one.claim.quotations:
            key = (quotation.span.start, quotation.span.end)
            if key in done or quotation.span.overlaps(one.span):
                continue
            for mention in one.mentions:
                finding = _compare(prose, book, quotation, mention.instrument, texts)
                if finding is not None:
                    done.add(key)
                    yield finding
                    break


def _compare(
    prose: Prose, book: LawBook, quotation: Quotation, instrument: str, texts: Texts
) -> Finding | None:
    said = quotation.span.of(prose.reading.document.text)
    words = _words(said)
    if len(words) < _FEWEST_WORDS or instrument not in book.instruments:
        return None
    parts = [_run(part) for part in _LEFT_OUT.split(said)]
    for text in texts(instrument):
        printed = _words(text.text[:_LONGEST_TEXT])
        whole = "".join(printed)
        title = titles(book, [instrument])
        ground = Ground(text=f"{text.symbol}: {text.provenance}.")
        if all(part in whole for part in parts):
            return prose.finding(
                "LAW120",
                quotation.span,
                f"The words stand so in the text of {title} at hand.",
                severity=Severity.OK,
                grounds=[ground],
            )
        if _share(words, printed) >= _ALIKE:
            return prose.finding(
                "LAW120",
                quotation.span,
                f"These words differ from the text of {title} at hand.",
                grounds=[ground],
            )
    return None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _run(text: str) -> str:
    """Return the letters alone: spaces and run-together words make no difference."""
    return "".join(_words(text))


def _share(words: list[str], printed: list[str]) -> float:
    """Return which share of the runs of three words of `words` stands in `printed`."""
    known = {tuple(printed[at : at + _SHINGLE]) for at in range(len(printed) - _SHINGLE + 1)}
    runs = [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
    return sum(run in known for run in runs) / len(runs)
