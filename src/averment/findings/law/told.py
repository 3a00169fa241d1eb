"""How the law findings are worded: names of States and instruments, grounds from rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from averment.catalogue.provenance import Confidence, Provenance
from averment.findings.finding import Ground, Severity
from averment.law.lawbook import LawBook
from averment.law.standing import Standing
from averment.prose.states import states

_GENEVA = frozenset({"GC1-1949", "GC2-1949", "GC3-1949", "GC4-1949"})
_WITHOUT_ARTICLE = ("the ", "geneva convention i", "additional protocol i")
_RULES = "customary_rules.csv"
_GENEVA_TITLE = "the four Geneva Conventions of 1949"
_CODE = re.compile(r"\b[A-Z]{3,5}\b")
_IN_BRACKETS = re.compile(r"\s?\([^()]*\)")
_TAKES_THE = re.compile(
    r"\b(?:Republics?|Federation|Emirates|Kingdom|States|Union|Islands|See|Region)\b"
    r"|State\sof\s|(?:Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines)$"
)
"""Names of States that stand with "the" in a sentence."""


@cache
def _names() -> Mapping[str, str]:
    return {state.code: _with_article(state.name) for state in states()}


def _with_article(name: str) -> str:
    return f"the {name}" if _TAKES_THE.search(_IN_BRACKETS.sub("", name)) else name


def state_name(code: str) -> str:
    """Return the name of a State as it stands in a sentence; the code where none has it.

    >>> state_name("PHL"), state_name("NOR")
    ('the Philippines', 'Norway')
    """
    return _names().get(code, code)


def in_words(text: str) -> str:
    """Return a reason of the law book with names of States in place of their codes."""
    return _CODE.sub(lambda match: state_name(match[0]), text)


def listed(words: Iterable[str]) -> str:
    """Return "a, b and c".

    >>> listed(["Finland", "Israel"])
    'Finland and Israel'
    """
    told = list(words)
    return " and ".join(one for one in (", ".join(told[:-1]), *told[-1:]) if one)


def titles(book: LawBook, instruments: Iterable[str]) -> str:
    """Return the short titles of `instruments`, the four Geneva Conventions as one."""
    wanted = tuple(dict.fromkeys(instruments))
    named = [book.instruments[one].title for one in wanted]
    if set(wanted) >= _GENEVA:
        rest = [book.instruments[one].title for one in wanted if one not in _GENEVA]
        named = [_GENEVA_TITLE, *rest]
    return listed(map(_the, named))


def _the(title: str) -> str:
    return title if title.lower().startswith(_WITHOUT_ARTICLE) else f"the {title}"


def upper(words: str) -> str:
    """Return `words` as a sentence begins."""
    return words[:1].upper() + words[1:]


def custom_rules(book: LawBook, numbers: Iterable[int]) -> str:
    """Return customary rules with their labels: "rule 7 (Distinction between ...)"."""
    wanted = [str(number) for number in numbers]
    labels = {}
    if book.catalogue.has(_RULES):
        labels = {row["rule"]: row["label"] for row in book.catalogue.table(_RULES)}
    return "; ".join(
        f"rule {one} ({labels[one]})" if one in labels else f"rule {one}" for one in wanted
    )


def grounds_of(book: LawBook, standing: Standing) -> tuple[Ground, ...]:
    """Return what an answer rests on: its reasons, its rows, what would change it."""
    grounds = [Ground(text=in_words(reason)) for reason in standing.reasons]
    for act in standing.rows:
        kind = act.kind.value.replace("_", " ")
        said = f"{act.state}, {act.instrument}, {kind}, {act.on.isoformat()}: {act.provenance}"
        grounds.append(Ground(text=f"{said}. {act.note}".rstrip(". ") + "."))
    if not standing.rows:
        covered = book.coverage(standing.instrument).provenance
        if covered is not None:
            grounds.append(Ground(text=f"List of Parties: {covered}."))
    grounds += [
        Ground(text=f"{position.held_by}: {in_words(position.view)}")
        for position in standing.positions
    ]
    grounds += [Ground(text=f"It would change with: {one}.") for one in standing.would_change]
    if standing.custom_note:
        grounds.append(Ground(text=f"Custom: {standing.custom_note}."))
    return tuple(dict.fromkeys(grounds))


def is_checked(book: LawBook, standings: Sequence[Standing]) -> bool:
    """Say whether every row that the answers rest on was read at a source."""
    for standing in standings:
        provenances: list[Provenance] = [act.provenance for act in standing.rows]
        if not provenances:
            instrument = book.instruments[standing.instrument]
            covered = book.coverage(book.carrier(instrument).id).provenance
            provenances = [covered if covered is not None else instrument.provenance]
        if any(
            one.confidence in {Confidence.UNVERIFIED, Confidence.CONTESTED}
            for one in provenances
        ):
            return False
    return True


def earned(severity: Severity, *, checked: bool, own_words: bool) -> Severity:
    """Return what a remark may weigh: an error needs a checked row and the writer's words."""
    if not own_words:
        return min(severity, Severity.NOTE)
    return severity if checked else min(severity, Severity.WARNING)
