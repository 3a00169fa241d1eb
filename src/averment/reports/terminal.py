"""The report on a terminal: 80 columns, plain text, colour only where it is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from averment.claims.claim import Claim
from averment.documents.note import Note
from averment.documents.span import Span
from averment.findings.checked import Checked
from averment.findings.finding import Finding, Severity
from averment.findings.rules import family_of
from averment.reports.grouping import grouped
from averment.reports.place import Places
from averment.reports.plain_words import one_line, quoted, wrapped
from averment.reports.summary import LIMITS, at_least, counted, summarise, worst_first

WIDTH = 80
CLAIM_WORDS = 150
"""Characters of a claim that are shown: two lines."""
FINDING_WORDS = 110

_COLOURS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.NOTE: "blue",
    Severity.OK: "green",
}
_LABELS = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.NOTE: "NOTE",
    Severity.OK: "OK",
}
_INDENT = "    "
_WITH_GROUNDS = frozenset({"LAW", "REC"})
"""Families whose findings rest on rows of the catalogue: the reader must see which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """Whether to colour, and how."""

    colour: bool

    def bold(self, words: str) -> str:
        """Return `words` in bold type."""
        return click.style(words, bold=True) if self.colour else words

    def dim(self, words: str) -> str:
        """Return `words` in fainter type."""
        return click.style(words, dim=True) if self.colour else words

    def severity(self, severity: Severity) -> str:
        """Return the word for `severity` in its colour."""
        word = _LABELS[severity]
        return click.style(word, fg=_COLOURS[severity], bold=True) if self.colour else word


def terminal_report(checked: Checked, *, show_ok: bool = False, colour: bool = False) -> str:
    """Say what was found, the summary first.

    Args:
        checked: The letter and its findings.
        show_ok: Print what was checked and borne out, too.
        colour: Use the terminal's colours.
    """
    paint = Paint(colour=colour)
    lines = [
        *wrapped(f"{summarise(checked)}.", width=WIDTH).splitlines(),
        *_frame(checked),
        *_body(checked, show_ok=show_ok, paint=paint),
        *_close(checked, show_ok=show_ok, paint=paint),
    ]
    lines[0] = paint.bold(lines[0])
    return "\n".join(lines) + "\n"


def _frame(checked: Checked) -> Iterator[str]:
    """Say which document it is, and what a person must know about the file."""
    document = checked.reading.document
    head = checked.reading.letterhead
    facts = [one_line(document.name)]
    if head.addressees:
        facts.append("to " + "; ".join(one_line(a.value) for a in head.addressees))
    if head.date is not None:
        facts.append(f"of {one_line(head.date.value)}")
    yield from wrapped(", ".join(facts), width=WIDTH).splitlines()
    for notice in document.notices:
        yield ""
        yield from wrapped(
            one_line(notice.text), width=WIDTH, first="Note on the file: ", rest="  "
        ).splitlines()


def _body(checked: Checked, *, show_ok: bool, paint: Paint) -> Iterator[str]:
    reading = checked.reading
    shown = checked.findings if show_ok else at_least(checked.findings, Severity.NOTE)
    groups = grouped(reading, shown)
    pen = _Pen(
        text=reading.document.text, places=Places(document=reading.document), paint=paint
    )
    if groups.claims:
        yield from pen.title("The claims")
    for claim, findings in groups.claims:
        yield from pen.claim(claim)
        yield from pen.findings(findings, under=claim.span)
    if groups.notes:
        yield from pen.title("The notes and their sources")
    for note, findings in groups.notes:
        yield from pen.note(note)
        yield from pen.findings(findings, under=note.span)
    if groups.document:
        yield from pen.title("The document as a whole")
        yield from pen.findings(groups.document, under=None)


def _close(checked: Checked, *, show_ok: bool, paint: Paint) -> Iterator[str]:
    shown = worst_first(at_least(checked.findings, Severity.NOTE))
    hidden = len(checked.findings) - len(shown)
    yield ""
    if shown:
        page, why = "aver check LETTER --html report.html", f"aver explain {shown[0].code}"
        yield f"The letter with these remarks:  {paint.bold(page)}"
        yield f"Why, and how to mend it:        {paint.bold(why)}"
    if checked.qualifications:
        command = "aver law qualify --letter LETTER"
        yield f"What the acts may engage:       {paint.bold(command)}"
    if hidden and not show_ok:
        yield f"{counted(hidden, 'point', 'points')} borne out, not shown: add --show-ok."
    if not shown:
        yield "No findings."
    yield ""
    yield from (paint.dim(line) for line in wrapped(LIMITS, width=WIDTH).splitlines())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    """What every line of the body needs to know."""

    text: str
    places: Places
    paint: Paint

    def title(self, words: str) -> Iterator[str]:
        yield ""
        yield self.paint.bold(words.upper())

    def claim(self, claim: Claim) -> Iterator[str]:
        place = self.places.words_for(claim.span.start)
        yield ""
        yield self.paint.bold(f"Claim {claim.number}, {claim.kind}, {place}")
        yield from self._words(claim.span, limit=CLAIM_WORDS)

    def note(self, note: Note) -> Iterator[str]:
        yield ""
        yield self.paint.bold(
            f"Note {one_line(note.number)}, {self.places.words_for(note.span.start)}"
        )
        yield from self._words(note.span, limit=CLAIM_WORDS)

    def findings(self, findings: Sequence[Finding], *, under: Span | None) -> Iterator[str]:
        for finding in findings:
            yield ""
            yield from self._finding(finding, under=under)

    def _words(self, span: Span, *, limit: int) -> Iterator[str]:
        words = quoted(self.text, span, limit=limit)
        yield from wrapped(words, width=WIDTH, first="  ").splitlines()

    def _finding(self, finding: Finding, *, under: Span | None) -> Iterator[str]:
        word = _LABELS[finding.severity]
        head = f"  {word} {finding.code}  "
        body = wrapped(one_line(finding.message), width=WIDTH, first=head, rest=_INDENT)
        painted = f"  {self.paint.severity(finding.severity)} {finding.code}  "
        yield from (painted + body[len(head) :]).splitlines()
        if len(finding.span) and finding.span != under:
            yield from self._quotation(finding.span)
        if finding.remedy:
            yield from wrapped(
                one_line(finding.remedy), width=WIDTH, first=f"{_INDENT}Mend: ", rest=_INDENT
            ).splitlines()
        if family_of(finding.code) in _WITH_GROUNDS:
            for ground in finding.grounds:
                words = one_line(ground.text)
                if ground.span is not None:
                    shown = quoted(self.text, ground.span, limit=FINDING_WORDS)
                    words = f"{words.rstrip('.')}: {shown}"
                yield from wrapped(
                    words,
                    width=WIDTH,
                    first=f"{_INDENT}Ground: ",
                    rest=f"{_INDENT}  ",
                ).splitlines()
        for guess in finding.candidates:
            yield from wrapped(
                f"{one_line(guess)} (not proved: open it and compare)",
                width=WIDTH,
                first=f"{_INDENT}Guess: ",
                rest=f"{_INDENT}  ",
            ).splitlines()

    def _quotation(self, span: Span) -> Iterator[str]:
        words = quoted(self.text, span, limit=FINDING_WORDS)
        place = self.places.words_for(span.start)
        yield from wrapped(f"{words}, {place}", width=WIDTH, first=_INDENT).splitlines()
