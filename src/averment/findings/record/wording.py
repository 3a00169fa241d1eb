"""How the record findings are worded: figures, States, sources; and what a remark may weigh."""

from collections.abc import Iterable, Mapping
from functools import cache

from averment.catalogue.provenance import Confidence, Provenance
from averment.findings.finding import Ground, Severity
from averment.prose.states import states
from averment.un_record.ballot import Choice, Manner, VoteRecord

MOST_NAMED = 12
"""States that are named one by one; of more only the number is told."""
SAID = {
    Choice.YES: "in favour",
    Choice.NO: "against",
    Choice.ABSTAIN: "abstaining",
    Choice.NOT_VOTING: "not voting",
}
_SEATS = {"SUHH": "RUS", "UAR": "EGY", "TWN": "CHN", "SCG": "YUCS"}
"""States whose votes stand under a later or an earlier name of the same seat."""


@cache
def _names() -> Mapping[str, str]:
    shorter = {
        "GBR": "United Kingdom",
        "USA": "United States",
        "SUHH": "Soviet Union",
    }
    return {state.code: shorter.get(state.code, state.name) for state in states()}


def state_name(code: str) -> str:
    """Return the name of a State in a list; the code where the list of States has none."""
    return _names().get(code, code)


def seat_of(code: str) -> str:
    """Return the code under which votes of the same seat are compared."""
    return _SEATS.get(code, code)


def joined(words: Iterable[str]) -> str:
    """Return "a, b and c".

    >>> joined(["France", "China", "Brazil"])
    'France, China and Brazil'
    """
    listed = list(words)
    if len(listed) < 2:  # noqa: PLR2004 - one word needs no "and"
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"


def names_of(codes: Iterable[str]) -> str:
    """Return the names of States, sorted, as a list."""
    return joined(sorted(state_name(code) for code in codes))


def figures_of(record: VoteRecord) -> str:
    """Return the totals that a source has, in words."""
    if record.manner is Manner.UNANIMOUS and record.yes is None:
        return "adopted unanimously"
    if record.manner is Manner.WITHOUT_VOTE:
        return "adopted without a vote"
    told = [
        f"{total} {SAID[choice]}"
        for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN)
        if (total := total_of(record, choice)) is not None
    ]
    return joined(told) or "no figures"


def total_of(record: VoteRecord, choice: Choice) -> int | None:
    """Return how many made `choice`; a unanimous vote has none against and none abstaining."""
    total = record.total(choice)
    if total is None and record.manner is Manner.UNANIMOUS and choice is not Choice.YES:
        return 0 if choice in {Choice.NO, Choice.ABSTAIN} else None
    return total


def named_if_few(codes: Iterable[str]) -> str:
    """Return the States in brackets where they are few; otherwise nothing."""
    listed = sorted(codes)
    return f" ({names_of(listed)})" if 0 < len(listed) <= MOST_NAMED else ""


def source_of(provenance: Provenance) -> str:
    """Return the short name of a source, in brackets."""
    return f"({provenance.source.title})"


def on_record(record: VoteRecord) -> str:
    """Return what one source has: its figures, its name and its own remark."""
    named = "; ".join(part for part in (record.provenance.source.title, record.note) if part)
    return f"{figures_of(record)} ({named})"


def borne_out(provenance: Provenance) -> str:
    """Return by what something is borne out; a row that nobody compared bears out little."""
    if is_checked(provenance):
        return f"borne out {source_of(provenance)}"
    return "as in the catalogue, whose row nobody has yet compared with the record"


def grounds_of(records: Iterable[VoteRecord]) -> tuple[Ground, ...]:
    """Return each source with its figures."""
    return tuple(
        Ground(
            text=" ".join(
                f"{one.symbol}: {figures_of(one)}. {one.provenance}. {one.note}".split()
            )
        )
        for one in records
    )


def is_checked(provenance: Provenance) -> bool:
    """Say whether the row was read at a source."""
    return provenance.confidence in {Confidence.VERIFIED, Confidence.SINGLE_SOURCE}


def earned(severity: Severity, *, checked: bool, own_words: bool = True) -> Severity:
    """Return what a remark may weigh: an error needs a checked row and the writer's words."""
    if not own_words:
        return min(severity, Severity.NOTE)
    return severity if checked else min(severity, Severity.WARNING)
